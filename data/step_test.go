package data

import (
	"os"
	"slices"
	"strings"
	"testing"
)

// Steps are written as letters in these tests, so that the course of a grievance is a word.
var letters = map[rune]GrievanceStep{
	'k': {Kind: GrievanceAcknowledged},
	'y': {Kind: GrievanceAssessed, Admissible: "yes"},
	'n': {Kind: GrievanceAssessed, Admissible: "no"},
	'i': {Kind: GrievanceInvestigated},
	'o': {Kind: GrievanceOffered},
	'a': {Kind: GrievanceAccepted},
	'r': {Kind: GrievanceRejected},
	'p': {Kind: GrievanceAppealed},
	'x': {Kind: GrievanceReferred, Referred: "sud"},
	'R': {Kind: GrievanceClosed, Outcome: "resolved"},
	'J': {Kind: GrievanceClosed, Outcome: "rejected"},
	'W': {Kind: GrievanceClosed, Outcome: "withdrawn"},
	'U': {Kind: GrievanceClosed, Outcome: "unfounded"},
}

func step(letter rune, on Date) *GrievanceStep {
	s := letters[letter]
	s.On, s.Why = on, "zato"
	return &s
}

// gone is a grievance whose course is a word; all of it happened on one day.
func gone(course string, reachable bool) *Grievance {
	g := complaint()
	if !reachable {
		g.Complaint, g.Stakeholder = "anonymous", ID{}
	}
	for _, l := range course {
		g.Steps = append(g.Steps, step(l, "2026-11-10"))
	}
	return g
}

// What happens to grievances in real life, and what cannot have happened.
func TestCourses(t *testing.T) {
	for name, c := range map[string]struct{ course, want string }{
		"the whole way":                             {"kyioaR", ""},
		"answered on the spot":                      {"yoaR", ""},
		"no reply to our answer":                    {"kyioR", ""},
		"acknowledged after it was assessed":        {"ykioaR", ""},
		"acknowledged after it was investigated":    {"yikoaR", ""},
		"looked into in two parts":                  {"kyiioaR", ""},
		"a better answer before they replied":       {"kyiooaR", ""},
		"turned down, then a better answer":         {"kyioroaR", ""},
		"turned down, then accepted after all":      {"kyioraR", ""},
		"turned down, looked into again":            {"kyioriioaR", ""},
		"turned down and closed":                    {"kyiorJ", ""},
		"a refusal that was accepted":               {"kyioaJ", ""},
		"unfounded, as was understood":              {"kyioaU", ""},
		"unfounded without an answer":               {"kyiU", ""},
		"not admissible":                            {"knJ", ""},
		"not admissible, explained":                 {"knoaJ", ""},
		"not admissible, brought to who can help":   {"knxR", ""},
		"not admissible, appealed, looked into":     {"knpioaR", ""},
		"not admissible, appealed, refused again":   {"knpnJ", ""},
		"not admissible, then found to be ours":     {"knyioaR", ""},
		"withdrawn at once":                         {"W", ""},
		"withdrawn after our answer":                {"kyioW", ""},
		"withdrawn, then taken up again":            {"kWpyioaR", ""},
		"to a court at once":                        {"x", ""},
		"a court settles it":                        {"kyioxR", ""},
		"an ombudsman, then a court":                {"kyixxJ", ""},
		"outside, and back to us":                   {"kxyioaR", ""},
		"outside, acknowledged later":               {"xkyioaR", ""},
		"outside, then our answer accepted":         {"kyioxaR", ""},
		"outside, then our answer turned down":      {"kyioxrJ", ""},
		"outside, then appealed here":               {"kyioxpoaR", ""},
		"appealed instead of turned down":           {"kyiopiR", "6 step_closed_too_early"},
		"appealed, a new answer":                    {"kyiopoaR", ""},
		"opened again by an appeal":                 {"kyioaRpioaR", ""},
		"opened again twice":                        {"kyioRpoRpoR", ""},
		"to a court after the end":                  {"kyioaRxR", ""},
		"accepted, but the remedy failed":           {"kyioapioaR", ""},
		"accepted, and a court all the same":        {"kyioaxR", ""},
		"closed before anything":                    {"R", "0 step_closed_too_early"},
		"refused before anything":                   {"J", "0 step_closed_too_early"},
		"unfounded, and nobody looked":              {"kU", "1 step_closed_too_early"},
		"unfounded after an appeal, nobody looked":  {"WpU", "2 step_closed_too_early"},
		"resolved, never answered":                  {"kyR", "2 step_closed_too_early"},
		"resolved, looked into but never answered":  {"kyiR", "3 step_closed_too_early"},
		"resolved, though they said no":             {"kyiorR", "5 step_closed_too_early"},
		"accepted before any answer":                {"kya", "2 step_never_offered"},
		"turned down before any answer":             {"kyir", "3 step_never_offered"},
		"accepted outside, never answered":          {"kyxa", "3 step_never_offered"},
		"accepted twice":                            {"kyioaa", "5 step_out_of_order"},
		"turned down after it was accepted":         {"kyioar", "5 step_out_of_order"},
		"accepted after an appeal, no new answer":   {"kyiopa", "5 step_out_of_order"},
		"looked into before it was assessed":        {"ki", "1 step_out_of_order"},
		"answered before it was assessed":           {"ko", "1 step_out_of_order"},
		"assessed after it was looked into":         {"kyiy", "3 step_out_of_order"},
		"looked into while an answer is considered": {"kyioi", "4 step_out_of_order"},
		"not admissible, looked into":               {"kni", "2 step_not_admissible"},
		"not admissible, answered, looked into":     {"knori", "4 step_not_admissible"},
		"acknowledged twice":                        {"kk", "1 step_heard_already"},
		"acknowledged after the answer":             {"yok", "2 step_heard_already"},
		"acknowledged outside, after the answer":    {"yoxk", "3 step_heard_already"},
		"appealed against nothing":                  {"p", "0 step_nothing_to_appeal"},
		"appealed against being taken up":           {"kyp", "2 step_nothing_to_appeal"},
		"appealed twice":                            {"kyiopp", "5 step_nothing_to_appeal"},
		"going on after the end":                    {"kyioaRi", "6 step_after_closed"},
		"closed twice":                              {"kyioaRR", "6 step_after_closed"},
		"accepted after the end":                    {"Wa", "1 step_after_closed"},
	} {
		if got := wrong(gone(c.course, true)); got != c.want {
			t.Errorf("%s (%s): %q, not %q", name, c.course, got, c.want)
		}
	}
}

// wrong is the first thing wrong with the steps of a grievance: "2 step_out_of_order".
func wrong(g *Grievance) string {
	if ps := g.Validate(now); len(ps) > 0 {
		p := ps[0]
		if row, ok := strings.CutPrefix(p.Field, "grievance_step."); ok {
			row, field, _ := strings.Cut(row, ".")
			if field != "kind" {
				row += " " + field
			}
			return row + " " + p.Code
		}
		return p.Field + " " + p.Code
	}
	return ""
}

// Nobody can be answered who left no name and no way: what was done about it must do.
func TestAnonymousCourses(t *testing.T) {
	for course, want := range map[string]string{
		"yiR": "", "yiU": "", "yoR": "", "kyiR": "", "nJ": "", "xR": "", "yR": "1 step_closed_too_early", "R": "0 step_closed_too_early", "U": "0 step_closed_too_early",
	} {
		if got := wrong(gone(course, false)); got != want {
			t.Errorf("%s: %q, not %q", course, got, want)
		}
	}
	g := gone("yiR", false)
	if g.ReplyTo = "broj telefona na listiću"; wrong(g) != "2 step_closed_too_early" {
		t.Errorf("somebody who can be answered was not: %q", wrong(g))
	}
}

func TestDaysOfSteps(t *testing.T) {
	for name, c := range map[string]struct {
		days string
		want string
	}{
		"one after another":         {"2026-11-03 2026-11-04 2026-11-22", ""},
		"all on the day it came":    {"2026-11-02 2026-11-02 2026-11-02", ""},
		"before it came":            {"2026-11-01 2026-11-03 2026-11-04", "0 on_day step_before_last"},
		"backwards":                 {"2026-11-03 2026-11-06 2026-11-05", "2 on_day step_before_last"},
		"after one that was wrong":  {"2026-11-06 2026-11-03 2026-11-05", "1 on_day step_before_last"},
		"tomorrow":                  {"2026-11-03 2026-11-04 2026-11-23", "2 on_day in_future"},
		"a day that is not known":   {"- 2026-11-04 2026-11-05", "0 on_day required"},
		"no day, and earlier after": {"2026-11-06 - 2026-11-05", "1 on_day required"},
	} {
		g := gone("kyi", true)
		for i, d := range strings.Fields(c.days) {
			g.Steps[i].On = Date(strings.TrimPrefix(d, "-"))
		}
		if got := wrong(g); got != c.want {
			t.Errorf("%s: %q, not %q", name, got, c.want)
		}
	}
}

func TestNextStepsAndClosings(t *testing.T) {
	for _, c := range []struct{ course, next, closings string }{
		{"", "acknowledged assessed referred closed", "withdrawn"},
		{"k", "assessed referred closed", "withdrawn"},
		{"y", "acknowledged assessed investigated offered referred closed", "rejected withdrawn unfounded"},
		{"kn", "assessed offered appealed referred closed", "rejected withdrawn unfounded"},
		{"kyi", "investigated offered referred closed", "rejected withdrawn unfounded"},
		{"kyio", "offered accepted rejected appealed referred closed", "resolved rejected withdrawn unfounded"},
		{"kyioa", "appealed referred closed", "resolved rejected withdrawn unfounded"},
		{"kyior", "investigated offered accepted appealed referred closed", "rejected withdrawn unfounded"},
		{"kyioRp", "assessed investigated offered referred closed", "rejected withdrawn unfounded"},
		{"kx", "assessed investigated offered referred closed", "resolved rejected withdrawn unfounded"},
		{"kyioR", "appealed referred", ""},
	} {
		g := gone(c.course, true)
		if got := strings.Join(g.NextSteps(), " "); got != c.next {
			t.Errorf("after %q: %s", c.course, got)
		}
		if got := strings.Join(g.Closings(), " "); got != c.closings {
			t.Errorf("%q ends: %s", c.course, got)
		}
	}
	for status, next := range nextSteps {
		if !slices.Contains(GrievanceStatuses, status) || !slices.IsSortedFunc(next, func(a, b string) int {
			return slices.Index(StepKinds.Codes, a) - slices.Index(StepKinds.Codes, b)
		}) {
			t.Errorf("after %s: %v", status, next)
		}
	}
	if len(nextSteps) != len(GrievanceStatuses) {
		t.Error("a status leads nowhere")
	}
}

// The page that explains the steps to people says what the code does, in the words that people see.
func TestStepsAreAsDescribed(t *testing.T) {
	page, err := os.ReadFile("../docs/grievances.md")
	if err != nil {
		t.Fatal(err)
	}
	words := messages(t, "term")
	word := func(kind string) string {
		s, _ := words["term."+StepKinds.List+"."+kind]["en"].(string)
		return s
	}
	for _, status := range GrievanceStatuses {
		var next []string
		for _, kind := range nextSteps[status] {
			next = append(next, word(kind))
		}
		if row := "\n| " + word(status) + " | " + strings.Join(next, ", ") + " |\n"; !strings.Contains(string(page), row) {
			t.Errorf("docs/grievances.md lacks the row %q", row)
		}
	}
}
