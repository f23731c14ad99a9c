package grievances

import (
	"slices"

	"dogovor/data"
)

// told is the end of the way, after the last step.
const told = "told"

// course is the way that most grievances go.
var course = []string{data.GrievanceAcknowledged, data.GrievanceAssessed, data.GrievanceInvestigated, data.GrievanceOffered, data.GrievanceAccepted, data.GrievanceClosed, told}

// next is what mostly comes next: among the steps that make sense now the one that the page offers first; "" when nothing has to come.
func next(g *data.Grievance) string {
	if g.Untold() {
		return told
	}
	may := g.NextSteps()
	if g.Reachable() && slices.Contains(may, data.GrievanceAcknowledged) {
		return data.GrievanceAcknowledged
	}
	var wanted []string
	switch g.Status() {
	case data.GrievanceReceived, data.GrievanceAcknowledged, data.GrievanceAppealed:
		wanted = []string{data.GrievanceAssessed}
	case data.GrievanceAssessed:
		wanted = []string{data.GrievanceInvestigated, data.GrievanceOffered} // what is not for us is not investigated, but its refusal is explained
	case data.GrievanceInvestigated, data.GrievanceRejected:
		wanted = []string{data.GrievanceOffered}
	case data.GrievanceOffered:
		wanted = []string{data.GrievanceAccepted}
	}
	for _, kind := range append(wanted, data.GrievanceClosed) {
		if slices.Contains(may, kind) && (g.Reachable() || kind != data.GrievanceOffered && kind != data.GrievanceAccepted) {
			return kind
		}
	}
	return ""
}

// ahead is what comes next and what mostly follows, in its order.
func ahead(g *data.Grievance) (kinds []string) {
	comes := next(g)
	i := slices.Index(course, comes)
	if i < 0 {
		return nil
	}
	kinds = []string{comes}
	if comes == data.GrievanceAcknowledged { // it may come late: what was done before it is not done again
		i = max(i, slices.Index(course, g.Status()))
	}
	for _, kind := range course[i+1:] {
		switch kind {
		case data.GrievanceOffered, data.GrievanceAccepted, told:
			if !g.Reachable() {
				continue
			}
		}
		kinds = append(kinds, kind)
	}
	return kinds
}
