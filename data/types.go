package data

// The record types. Codes are never reused; a new type takes the next one.
var (
	Settlements  = newType("settlement", 1, "", "", func() Record { return new(Settlement) })
	Terms        = newType("term", 2, "", "", func() Record { return new(Term) })
	Stakeholders = newType("stakeholder", 3, "S", "", func() Record { return new(Stakeholder) })
	Memberships  = newType("membership", 4, "", "stakeholder", func() Record { return new(Membership) })
	Assessments  = newType("assessment", 5, "", "stakeholder", func() Record { return new(Assessment) })
	Relations    = newType("relation", 6, "", "stakeholder", func() Record { return new(Relation) })
	Engagements  = newType("engagement", 7, "E", "", func() Record { return new(Engagement) })
	Attendances  = newType("attendance", 8, "", "engagement", func() Record { return new(Attendance) })
	Points       = newType("point", 9, "", "engagement", func() Record { return new(Point) })
	Commitments  = newType("commitment", 10, "C", "", func() Record { return new(Commitment) })
	Recipients   = newType("recipient", 11, "", "commitment", func() Record { return new(Recipient) })
	Revisions    = newType("revision", 12, "", "commitment", func() Record { return new(Revision) })
	Issues       = newType("issue", 13, "I", "", func() Record { return new(Issue) })
	Raisers      = newType("raiser", 14, "", "issue", func() Record { return new(Raiser) })
	Grievances   = newType("grievance", 15, "G", "", func() Record { return new(Grievance) })
	// A step of a grievance.
	GrievanceSteps = newType("grievance_step", 16, "", "grievance", func() Record { return new(GrievanceStep) })
	Tasks          = newType("task", 17, "T", "", func() Record { return new(Task) })
	Settings       = newType("setting", 18, "", "", func() Record { return new(Setting) })
	Holidays       = newType("holiday", 19, "", "", func() Record { return new(Holiday) })
	Attachments    = newType("attachment", 20, "", "", func() Record { return new(Attachment) })
	Distincts      = newType("not_same", 21, "", "", func() Record { return new(Distinct) })
)

// Types lists every record type, each after those it points to.
var Types = []*Type{Settlements, Terms, Stakeholders, Memberships, Assessments, Relations, Engagements, Attendances, Points,
	Commitments, Recipients, Revisions, Issues, Raisers, Grievances, GrievanceSteps, Tasks, Settings, Holidays, Attachments, Distincts}

// TypeNamed finds a record type by its name, nil when there is none.
func TypeNamed(name string) *Type {
	for _, t := range Types {
		if t.Name == name {
			return t
		}
	}
	return nil
}
