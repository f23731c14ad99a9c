package reports

import (
	"context"
	"encoding/csv"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"dogovor/assets"
	"dogovor/data"
	"dogovor/data/calendar"
	"dogovor/data/indicator"
)

// now is after the period that the tests report on.
var now = time.Date(2026, 11, 22, 9, 30, 0, 0, time.UTC)

var october = data.Period{From: "2026-10-01", To: "2026-10-31"}

var working, _ = calendar.New(nil)

// world is a register in memory with real settlements; it counts nothing but what the tests put in.
type world struct {
	Source       // what no report tested on it asks for
	engagements  []*data.Engagement
	stakeholders map[data.ID]*data.Stakeholder
	settlements  map[data.ID]*data.Settlement
	influence    map[data.ID]int
	commitments  []*data.Commitment
	issues       []*data.Issue
	grievances   []*data.Grievance
	settings     map[string]string
	last         int
}

func (w *world) id(kind byte) data.ID {
	w.last++
	return data.ID{0: kind, 14: byte(w.last >> 8), 15: byte(w.last)}
}

func newWorld(t testing.TB) *world {
	t.Helper()
	w := &world{stakeholders: map[data.ID]*data.Stakeholder{}, settlements: map[data.ID]*data.Settlement{}, influence: map[data.ID]int{}}
	rows, err := csv.NewReader(strings.NewReader(string(assets.Settlements()))).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range rows[1:] {
		s := &data.Settlement{Name: r[1], NameCyrl: r[2], Municipality: r[0], InArea: true}
		s.ID = w.id(1)
		w.settlements[s.ID] = s
	}
	return w
}

func (w *world) place(name string) data.ID {
	for id, s := range w.settlements {
		if s.Name == name {
			return id
		}
	}
	panic("no settlement " + name)
}

func (w *world) stakeholder(name, kind, sex, party string, influence int, groups ...string) data.ID {
	s := &data.Stakeholder{Name: name, Kind: kind, Sex: sex, Party: party, Groups: groups}
	s.ID = w.id(2)
	s.Number = fmt.Sprintf("S-26-BOR1-%04d", len(w.stakeholders)+1)
	s.CreatedAt = time.Date(2026, 1, 5, 8, 0, 0, 0, time.UTC)
	w.stakeholders[s.ID], w.influence[s.ID] = s, influence
	return s.ID
}

func (w *world) hold(day data.Date, title, kind, place string, women, men int, who ...data.ID) *data.Engagement {
	e := &data.Engagement{Title: title, Kind: kind, Status: "held", Start: data.At(day.Time(data.HomeZone()).Add(18 * time.Hour)), Women: women, Men: men, Planned: true, Initiator: "company"}
	e.ID = w.id(3)
	e.Number = fmt.Sprintf("E-26-BOR1-%04d", len(w.engagements)+1)
	if place != "" {
		e.Settlement = w.place(place)
	}
	for _, id := range who {
		e.Attendance = append(e.Attendance, &data.Attendance{Stakeholder: id})
	}
	w.engagements = append(w.engagements, e)
	return e
}

func (w *world) Snapshot(ctx context.Context, f func(context.Context) error) error { return f(ctx) }

func (w *world) Targets(context.Context) (data.Targets, error) { return data.DefaultTargets, nil }

func (w *world) Issue(_ context.Context, id data.ID) (*data.Issue, error) {
	for _, x := range w.issues {
		if x.ID == id {
			return x, nil
		}
	}
	return nil, fmt.Errorf("no issue %s", id)
}

func (w *world) Grievance(_ context.Context, id data.ID) (*data.Grievance, error) {
	for _, x := range w.grievances {
		if x.ID == id {
			return x, nil
		}
	}
	return nil, fmt.Errorf("no grievance %s", id)
}

func (w *world) Calendar(context.Context) (*calendar.Calendar, error) { return working, nil }

// Engagements narrows by what reports narrow by: days, states, settlements and who came.
func (w *world) Engagements(_ context.Context, f data.EngagementFilter, _ data.Page) (out data.EngagementPage, err error) {
	for _, e := range w.engagements {
		day := e.Start.Date()
		came := slices.ContainsFunc(e.Attendance, func(a *data.Attendance) bool { return a.Stakeholder == f.Stakeholder })
		if f.From != "" && day < f.From || f.To != "" && day > f.To || len(f.Statuses) > 0 && !slices.Contains(f.Statuses, e.Status) ||
			len(f.Settlements) > 0 && !slices.Contains(f.Settlements, e.Settlement) || !f.Stakeholder.IsZero() && !came {
			continue
		}
		out.Rows = append(out.Rows, data.EngagementRow{ID: e.ID, Number: e.Number, Title: e.Title, Start: e.Start, Kind: e.Kind, Status: e.Status, Settlement: e.Settlement, Restricted: e.Restricted()})
	}
	slices.SortStableFunc(out.Rows, func(a, b data.EngagementRow) int {
		if f.OldestFirst {
			return a.Start.At.Compare(b.Start.At)
		}
		return b.Start.At.Compare(a.Start.At)
	})
	return out, nil
}

// Names are those of everybody.
func (w *world) Names(context.Context) (out []data.KnownName, err error) {
	for _, s := range w.stakeholders {
		out = append(out, data.KnownName{Name: s.Name, Others: s.OtherNames, Person: s.Kind == "person"})
	}
	return out, nil
}

// Stakeholders are all of the register, in the order of their numbers; nobody is in the bin.
func (w *world) Stakeholders(_ context.Context, f data.StakeholderFilter, _ data.Page) (out data.StakeholderPage, err error) {
	if f.Binned {
		return out, nil
	}
	for id, s := range w.stakeholders {
		out.Rows = append(out.Rows, data.StakeholderRow{ID: id, Number: s.Number, Name: s.Name, Kind: s.Kind, Groups: s.Groups, Party: s.Party})
	}
	slices.SortFunc(out.Rows, func(a, b data.StakeholderRow) int { return strings.Compare(a.Number, b.Number) })
	return out, nil
}

func (w *world) raise(on data.Date, kind, topic, place, words string) *data.Issue {
	x := &data.Issue{RaisedOn: on, Kind: kind, Topic: topic, Text: words, Owner: "Primer Ana"}
	x.ID = w.id(5)
	x.Number = fmt.Sprintf("I-26-BOR1-%04d", len(w.issues)+1)
	if place != "" {
		x.Settlement = w.place(place)
	}
	w.issues = append(w.issues, x)
	return x
}

// complain makes a grievance with its steps: kinds and days.
func (w *world) complain(on data.Date, topic, severity, channel, place string, steps ...string) *data.Grievance {
	g := &data.Grievance{ReceivedOn: on, Complaint: "named", Topic: topic, Severity: severity, Channel: channel, Description: "Tajni opis pritužbe.", Owner: "Primer Jovan"}
	g.ID = w.id(6)
	g.Number = fmt.Sprintf("G-26-BOR1-%04d", len(w.grievances)+1)
	if place != "" {
		g.Settlement = w.place(place)
	}
	for i := 0; i < len(steps); i += 2 {
		s := &data.GrievanceStep{Kind: steps[i], On: data.Date(steps[i+1])}
		if s.Kind == data.GrievanceClosed {
			s.Outcome = "resolved"
		}
		g.Steps = append(g.Steps, s)
	}
	w.grievances = append(w.grievances, g)
	return g
}

func (w *world) Dataset(_ context.Context, p data.Period, restricted bool) (*indicator.Dataset, error) {
	d := &indicator.Dataset{Period: p, Restricted: restricted, Stakeholders: map[data.ID]*indicator.Stakeholder{}}
	for id, s := range w.stakeholders {
		if s.Confidentiality == "restricted" && !restricted {
			continue
		}
		d.Stakeholders[id] = &indicator.Stakeholder{ID: id, Number: s.Number, Person: s.Kind == "person", Sex: s.Sex, Groups: s.Groups, Affected: s.Party == "affected", Influence: w.influence[id], Since: s.CreatedAt}
	}
	for id, s := range w.settlements {
		d.Settlements = append(d.Settlements, indicator.Settlement{ID: id, Name: s.Name, InArea: s.InArea})
	}
	slices.SortFunc(d.Settlements, func(a, b indicator.Settlement) int { return strings.Compare(a.Name, b.Name) })
	for _, e := range w.engagements {
		if day := e.Start.Date(); day < p.From || day > p.To || e.Restricted() && !restricted {
			continue
		}
		x := indicator.Engagement{ID: e.ID, Number: e.Number, Title: e.Title, Start: e.Start.Local(), Kind: e.Kind, Settlement: e.Settlement, Planned: e.Planned, Initiator: e.Initiator,
			Women: e.Women, Men: e.Men, Undeclared: e.Undeclared}
		for _, a := range e.Attendance {
			x.Attendees = append(x.Attendees, a.Stakeholder)
		}
		for _, point := range e.Points {
			if x.Satisfied == nil {
				x.Satisfied = map[string]int{}
			}
			x.Satisfied[point.Satisfied]++
		}
		d.Engagements = append(d.Engagements, x)
	}
	for _, c := range w.commitments {
		if c.MadeOn > p.To || c.Restricted() && !restricted {
			continue
		}
		x := indicator.Commitment{ID: c.ID, Number: c.Number, MadeOn: c.MadeOn, Due: c.Due, Owner: c.Owner, DoneOn: c.DoneOn, Withdrawn: c.WithdrawnOn, ToldOn: c.ToldOn}
		for _, r := range c.Revisions {
			if r.On <= p.To {
				x.Moved = append(x.Moved, indicator.Moved{On: r.On, Due: r.Due})
			}
		}
		d.Commitments = append(d.Commitments, x)
	}
	for _, x := range w.issues {
		if x.RaisedOn <= p.To && (restricted || !x.Restricted()) {
			d.Issues = append(d.Issues, indicator.Issue{ID: x.ID, Number: x.Number, RaisedOn: x.RaisedOn, Kind: x.Kind, Topic: x.Topic, Severity: x.Severity, Settlement: x.Settlement, Owner: x.Owner,
				RespondedOn: x.ResponseOn, ToldOn: x.ToldOn, ClosedOn: x.ClosedOn})
		}
	}
	for _, g := range w.grievances {
		if g.ReceivedOn > p.To || g.Restricted() && !restricted {
			continue
		}
		l, err := working.Grievance(g, data.DefaultTargets)
		if err != nil {
			return nil, err
		}
		x := indicator.Grievance{ID: g.ID, Number: g.Number, ReceivedOn: g.ReceivedOn, Topic: g.Topic, Severity: g.Severity, Channel: g.Channel, Settlement: g.Settlement, Owner: g.Owner,
			Reachable: g.Reachable(), Acknowledge: l.Acknowledge.Date, Respond: l.Respond.Date, Close: l.Close, Acknowledged: l.Acknowledged, Responded: l.Responded, RemedyOn: g.RemedyOn,
			Satisfied: g.Satisfied, ToldOn: g.ToldOn}
		if on := g.ClosedOn(); on != "" {
			x.Turns = []indicator.Turn{{On: on, Outcome: g.Steps[len(g.Steps)-1].Outcome}}
		}
		d.Grievances = append(d.Grievances, x)
	}
	slices.SortStableFunc(d.Engagements, func(a, b indicator.Engagement) int { return a.Start.Compare(b.Start) })
	return d, nil
}

func (w *world) Engagement(_ context.Context, id data.ID) (*data.Engagement, error) {
	for _, e := range w.engagements {
		if e.ID == id {
			return e, nil
		}
	}
	return nil, fmt.Errorf("no engagement %s", id)
}

func (w *world) Commitment(_ context.Context, id data.ID) (*data.Commitment, error) {
	for _, c := range w.commitments {
		if c.ID == id {
			return c, nil
		}
	}
	return nil, fmt.Errorf("no commitment %s", id)
}

func (w *world) promise(words, owner string, made, due data.Date, to ...data.ID) *data.Commitment {
	c := &data.Commitment{Promise: words, Owner: owner, MadeOn: made, Due: due}
	c.ID = w.id(4)
	c.Number = fmt.Sprintf("C-26-BOR1-%04d", len(w.commitments)+1)
	for _, id := range to {
		c.Recipients = append(c.Recipients, &data.Recipient{Stakeholder: id})
	}
	w.commitments = append(w.commitments, c)
	return c
}

func (w *world) Stakeholder(_ context.Context, id data.ID) (*data.Stakeholder, error) {
	return w.stakeholders[id], nil
}

func (w *world) Settlement(_ context.Context, id data.ID) (*data.Settlement, error) {
	return w.settlements[id], nil
}

// autumn is a world with two months of meetings in several scripts.
func autumn(t testing.TB) *world {
	w := newWorld(t)
	marko := w.stakeholder("Primer Marko", "person", "male", "affected", 4, "local_community")
	jelena := w.stakeholder("Пример Јелена", "person", "female", "affected", 3, "local_community", "landowner")
	bor := w.stakeholder("Grad Bor", "organisation", "", "interested", 5, "local_government")
	tf := w.stakeholder("Tehnički fakultet u Boru", "organisation", "", "interested", 4, "education")
	wei := w.stakeholder("王伟 (Primer)", "person", "male", "interested", 2, "business")
	ana := w.stakeholder("Primer Ana", "person", "female", "interested", 1, "media")
	w.stakeholder("Mesna zajednica Slatina", "organisation", "", "affected", 3, "local_community")

	w.hold("2026-09-12", "Septembarski skup", "public_meeting", "Bor", 10, 20, bor, marko)
	w.hold("2026-09-20", "Obilazak", "site_visit", "Krivelj", 0, 0, marko)
	w.hold("2026-04-20", "Prolećni sastanak", "meeting", "Oštrelj", 3, 4, jelena)

	a := w.hold("2026-10-01", "Bunari ispod jalovišta presušili u avgustu", "public_meeting", "Krivelj", 12, 18, marko, jelena, bor)
	a.Attendance[0].Capacity = "predsednik saveta MZ"
	a.NextMeeting, a.NextSteps = "2026-11-25", "Uzorkovanje u ponedeljak; rezultat savetu do 5. novembra."
	a.Points = []*data.Point{
		{Topic: "water", RaisedBy: marko, Said: "Bunari ispod brane presušili su u avgustu; tri domaćinstva nemaju vode.", Answer: "Uzorkujemo u ponedeljak i rezultat donosimo savetu do 5. novembra.", Satisfied: "partly"},
		{Topic: "air_dust", RaisedBy: jelena, Said: "Веш се не може сушити напољу када дува кошава.", Answer: "", Satisfied: "not_asked"},
		{Topic: "water", Said: "Ко плаћа нове бунаре?", Answer: "Компанија, по записнику од 12. 9. 2026.", Satisfied: "yes"},
	}
	b := w.hold("2026-10-09", "与商会的会议：本地采购", "meeting", "Bor", 0, 0, wei, bor)
	b.Points = []*data.Point{{Topic: "local_purchasing", RaisedBy: wei, Said: "希望优先采购本地供应商的服务。", Answer: "招标公告将用三种语言发布。", Satisfied: "yes"}}
	w.hold("2026-10-14", "Пут Кривељ – Бор: распоред квашења и радно време камиона", "work_group", "Krivelj", 2, 5, jelena).Initiator = "stakeholder"
	w.hold("2026-10-21", "Razgovor s novinarkom", "phone_call", "", 0, 0, ana).Venue = "telefonom"
	w.promise("Uzorkujemo bunare i rezultat donosimo savetu.", "Primer Ana", "2026-09-12", "2026-10-05", marko, jelena).Settlement = w.place("Krivelj")
	moved := w.promise("Квасимо пут Кривељ – Бор два пута дневно.", "Primer Jovan", "2026-09-20", "2026-10-01", jelena)
	moved.Revisions = []*data.Revision{{On: "2026-09-30", Due: "2026-10-20", Reason: "cisterna u kvaru"}}
	kept := w.promise("招标公告用三种语言发布。", "Primer Ana", "2026-10-09", "2026-10-15", wei)
	kept.DoneOn, kept.Evidence = "2026-10-14", "公告"
	told := w.promise("Popravljamo ogradu škole.", "", "2026-10-01", "2026-10-10", bor)
	told.DoneOn, told.Evidence, told.ToldOn, told.ToldWhom = "2026-10-12", "fotografije", "2026-10-20", "škola"
	w.promise("Otvaramo vrata fakulteta svakog oktobra.", "Primer Jovan", "2026-10-31", "2027-10-31", tf)
	w.promise("Tajno obećanje.", "Primer Jovan", "2026-10-02", "2026-10-03", ana).Confidentiality = "restricted"
	w.followUp()
	w.hold("2026-10-31", "Otvoren dan na fakultetu", "open_day", "Bor", 40, 35, tf)
	return w
}

// followUp adds the issues and grievances of two months.
func (w *world) followUp() {
	w.raise("2026-09-12", "concern", "water", "Krivelj", "Zašto je voda mutna posle kiše?")
	w.raise("2026-09-20", "question", "jobs", "Bor", "Kada je sledeći konkurs?").ClosedOn = "2026-09-30"
	dry := w.raise("2026-10-01", "concern", "water", "Krivelj", "Bunari ispod brane presušili su u avgustu.")
	dry.Response, dry.ResponseOn, dry.ToldOn, dry.ToldWhom, dry.ToldHow = "Uzorkujemo u ponedeljak.", "2026-10-05", "2026-10-09", "savet MZ Krivelj", "oglasna tabla"
	dust := w.raise("2026-10-01", "need", "air_dust", "Oštrelj", "Кошава носи прашину са јаловишта на веш и повртњаке.")
	dust.Response, dust.ResponseOn, dust.ToldWhom = "Квасимо пут два пута дневно.", "2026-10-20", ""
	w.raise("2026-10-14", "suggestion", "water", "", "Направите јавну чесму.").Owner = ""
	w.raise("2026-10-09", "praise", "local_purchasing", "Bor", "希望优先采购本地供应商的服务。").Topic = ""
	w.raise("2026-10-10", "concern", "safety", "Bor", "Poverljivo pitanje o bezbednosti.").Confidentiality = "restricted"

	w.complain("2026-08-24", "noise_blasting", "serious", "phone", "Krivelj", data.GrievanceAcknowledged, "2026-08-26", data.GrievanceOffered, "2026-10-02", data.GrievanceClosed, "2026-10-12").Satisfied = "partly"
	done := w.complain("2026-10-01", "air_dust", "minor", "meeting", "Oštrelj", data.GrievanceAcknowledged, "2026-10-02", data.GrievanceOffered, "2026-10-09", data.GrievanceClosed, "2026-10-19")
	done.Satisfied, done.RemedyGiven, done.RemedyOn, done.ToldOn, done.ToldWhom = "yes", "pranje fasade", "2026-10-15", "2026-10-20", "Primer Marko"
	w.complain("2026-10-05", "noise_blasting", "moderate", "letter", "Krivelj", data.GrievanceAcknowledged, "2026-10-13")
	silent := w.complain("2026-10-20", "water", "critical", "box", "")
	silent.Complaint, silent.Owner = "anonymous", ""
	w.complain("2026-10-29", "roads_traffic", "", "in_person", "Bor")
	w.complain("2026-10-02", "human_rights", "serious", "email", "Bor").Confidentiality = "restricted"
}
