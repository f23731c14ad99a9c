package data

import (
	"math/rand/v2"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// impossible are the courses that no grievance can have taken, as patterns over the letters of its steps: a second way of saying what step.go
// says, which knows no states. RJWU are the four ways to close.
var impossible = []struct{ why, pattern string }{
	{"after the end, only an appeal or another body", `[RJWU][^px]`},
	{"accepting or refusing what was never offered", `^[^o]*[ar]`},
	{"accepting what does not stand: not offered, not thought over, not brought outside", `[^orx]a`},
	{"refusing what does not stand", `[^ox]r`},
	{"acknowledging to somebody who has heard from us", `[koRJWU].*k`},
	{"acknowledging an appeal", `pk`},
	{"appealing, and nothing happened since the start or the last appeal", `(^|p)[^noRJWUp]*p`},
	{"appealing against a refusal that was taken back", `(^|p)[^oRJWUp]*[yx][^noRJWUp]*p`},
	{"appealing while it is looked into", `ik?p`},
	{"looking into what is not admissible", `n[^ypx]*i`},
	{"looking into it before it was assessed", `^k?i`},
	{"looking into it while an answer stands", `[oa]i`},
	{"answering before it was assessed", `^k?o`},
	{"answering what was settled", `ao`},
	{"assessing what was looked into or answered", `[ioar]k?[yn]`},
	{"ending as refused or unfounded, and nobody looked", `^[^ynix]*[JU]`},
	{"ending as resolved without an answer that stands", `(^|[ynrp])k?R`},
}

// unanswered is impossible where somebody can be answered.
const unanswered = `ik?R`

type specification struct{ reachable, unreachable *regexp.Regexp }

func specify() specification {
	var all []string
	for _, x := range impossible {
		all = append(all, x.pattern)
	}
	return specification{regexp.MustCompile(strings.Join(append(all, unanswered), "|")), regexp.MustCompile(strings.Join(all, "|"))}
}

func (s specification) allows(course string, reachable bool) bool {
	if reachable {
		return !s.reachable.MatchString(course)
	}
	return !s.unreachable.MatchString(course)
}

const alphabet = "kynioarpxRJWU"

// Every possible course of up to five steps is walked, and after each of them every step there is: what Validate takes, what NextSteps and
// Closings offer and what the specification allows are the same.
func TestStepsHoldToTheSpecification(t *testing.T) {
	spec, states := specify(), 0
	var walk func(course string, reachable bool)
	walk = func(course string, reachable bool) {
		states++
		g := gone(course, reachable)
		next, closings := g.NextSteps(), g.Closings()
		for _, l := range alphabet {
			s, longer := letters[l], course+string(l)
			allowed := spec.allows(longer, reachable)
			offered := slices.Contains(next, s.Kind) && (s.Outcome == "" || slices.Contains(closings, s.Outcome))
			problem := wrong(gone(longer, reachable))
			if (problem == "") != allowed || offered != allowed {
				t.Fatalf("%s (reachable %v): allowed %v, offered %v, refused as %q", longer, reachable, allowed, offered, problem)
			}
			if allowed && len(longer) < 6 {
				walk(longer, reachable)
			}
		}
	}
	walk("", true)
	walk("", false)
	if states < 10000 {
		t.Errorf("only %d states were seen", states)
	}
}

// Courses of any length: some taken as they are offered, some of any steps and days at all.
func TestRandomCourses(t *testing.T) {
	spec, r := specify(), rand.New(rand.NewPCG(3, 14))
	kept, refused := 0, 0
	for range 20000 {
		g := gone("", r.IntN(3) > 0)
		course, day, honest := "", g.ReceivedOn, r.IntN(2) == 0
		for range r.IntN(16) {
			l := rune(alphabet[r.IntN(len(alphabet))])
			if s := letters[l]; honest && (!slices.Contains(g.NextSteps(), s.Kind) || s.Outcome != "" && !slices.Contains(g.Closings(), s.Outcome)) {
				continue
			}
			if day = day.AddDays(r.IntN(3)); !honest && r.IntN(12) == 0 {
				day = day.AddDays(-3)
			}
			course += string(l)
			g.Steps = append(g.Steps, step(l, day))
		}
		want := spec.allows(course, g.Reachable())
		last := g.ReceivedOn
		for _, s := range g.Steps {
			want = want && s.On >= last && s.On <= "2026-11-22"
			last = s.On
		}
		if got := wrong(g); (got == "") != want {
			t.Fatalf("%s (reachable %v): %q", course, g.Reachable(), got)
		}
		if want {
			kept++
			if g.Open() && !slices.Contains(g.NextSteps(), GrievanceClosed) || g.Open() == (len(g.Closings()) == 0) || !slices.Contains(g.NextSteps(), GrievanceReferred) {
				t.Fatalf("%s: an open grievance can always be withdrawn, and any be brought outside: %v, %v", course, g.NextSteps(), g.Closings())
			}
		} else {
			refused++
		}
	}
	if kept < 5000 || refused < 5000 {
		t.Errorf("%d kept, %d refused: too one-sided", kept, refused)
	}
}
