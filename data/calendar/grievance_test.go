package calendar

import (
	"strings"
	"testing"

	"dogovor/data"
)

// course is a grievance that took steps: "acknowledged 2026-11-04, closed 2026-11-06".
func course(received data.Date, steps string) *data.Grievance {
	g := &data.Grievance{Complaint: "named", ReceivedOn: received}
	for s := range strings.SplitSeq(steps, ", ") {
		if kind, on, ok := strings.Cut(s, " "); ok {
			g.Steps = append(g.Steps, &data.GrievanceStep{Kind: kind, On: data.Date(on)})
		}
	}
	return g
}

func TestLimitsOfAGrievance(t *testing.T) {
	for _, c := range []struct {
		name                        string
		received                    data.Date
		acknowledge, respond, close data.Date
		days                        string // of the acknowledgement: as in TestDeadlines
	}{
		{"an ordinary month", "2026-09-07", "2026-09-10", "2026-09-28", "2026-10-07", "1 2 3"},
		{"on a Saturday", "2026-09-12", "2026-09-16", "2026-10-02", "2026-10-12", "w 1 2 3"},
		{"before New Year", "2025-12-31", "2026-01-08", "2026-01-26", "2026-01-30", "h h w w 1 2 h 3"},
		{"before Easter and 1 May", "2026-04-08", "2026-04-15", "2026-05-04", "2026-05-08", "1 h h h h 2 3"},
		{"before a state holiday on a Sunday", "2026-02-13", "2026-02-20", "2026-03-10", "2026-03-15", "w h h h 1 2 3"},
		{"before a leap day", "2028-02-14", "2028-02-21", "2028-03-08", "2028-03-15", "h h 1 2 w w 3"},
	} {
		l, err := law(t).Grievance(course(c.received, ""), data.DefaultTargets)
		if err != nil {
			t.Fatal(err)
		}
		if l.Acknowledge.Date != c.acknowledge || l.Respond.Date != c.respond || l.Close != c.close {
			t.Errorf("%s: acknowledge by %s, respond by %s, close by %s", c.name, l.Acknowledge.Date, l.Respond.Date, l.Close)
		}
		if s := signs(l.Acknowledge.Days); s != c.days {
			t.Errorf("%s: %s", c.name, s)
		}
	}
}

// What was done by when, and what is next: received on Monday 7 September 2026, to be acknowledged by the 10th, answered by the 28th, closed by
// 7 October.
func TestNextLimit(t *testing.T) {
	for _, c := range []struct {
		name, steps, done string // acknowledged, responded, closed; - when not
		limit             string
		due               data.Date
	}{
		{"nothing", "", "- - -", LimitAcknowledge, "2026-09-10"},
		{"assessed, nobody told", "assessed 2026-09-08", "- - -", LimitAcknowledge, "2026-09-10"},
		{"acknowledged", "acknowledged 2026-09-08", "2026-09-08 - -", LimitRespond, "2026-09-28"},
		{"acknowledged after it was assessed", "assessed 2026-09-08, acknowledged 2026-09-09", "2026-09-09 - -", LimitRespond, "2026-09-28"},
		{"looked into", "acknowledged 2026-09-08, assessed 2026-09-09, investigated 2026-09-15", "2026-09-08 - -", LimitRespond, "2026-09-28"},
		{"answered at once", "assessed 2026-09-07, offered 2026-09-07", "2026-09-07 2026-09-07 -", LimitClose, "2026-10-07"},
		{"answered, then better", "acknowledged 2026-09-08, assessed 2026-09-08, offered 2026-09-10, rejected 2026-09-12, offered 2026-09-20", "2026-09-08 2026-09-10 -", LimitClose, "2026-10-07"},
		{"brought outside, not answered", "acknowledged 2026-09-08, referred 2026-09-09", "2026-09-08 - -", LimitRespond, "2026-09-28"},
		{"withdrawn at once", "closed 2026-09-08", "2026-09-08 2026-09-08 2026-09-08", "", ""},
		{"closed", "acknowledged 2026-09-08, assessed 2026-09-08, offered 2026-09-10, accepted 2026-09-12, closed 2026-10-20", "2026-09-08 2026-09-10 2026-10-20", "", ""},
		{"opened again", "assessed 2026-09-08, offered 2026-09-10, closed 2026-09-12, appealed 2026-11-02", "2026-09-10 2026-09-10 -", LimitClose, "2026-10-07"},
		{"closed again", "assessed 2026-09-08, offered 2026-09-10, closed 2026-09-12, appealed 2026-11-02, closed 2026-11-03", "2026-09-10 2026-09-10 2026-11-03", "", ""},
	} {
		g := course("2026-09-07", c.steps)
		l, err := law(t).Grievance(g, data.DefaultTargets)
		if err != nil {
			t.Fatal(err)
		}
		var done []string
		for _, d := range []data.Date{l.Acknowledged, l.Responded, l.Closed} {
			done = append(done, string(first(d, "-")))
		}
		if got := strings.Join(done, " "); got != c.done {
			t.Errorf("%s: done %s, not %s", c.name, got, c.done)
		}
		if limit, due := l.Next(g); limit != c.limit || due != c.due {
			t.Errorf("%s: next %q by %q", c.name, limit, due)
		}
	}
}

// Whoever left neither name nor address is not waiting for our letter; whoever left a way to answer is.
func TestLimitsOfAnAnonymousGrievance(t *testing.T) {
	g := course("2026-09-07", "assessed 2026-09-08")
	g.Complaint = "anonymous"
	next := func(want string, by data.Date) {
		t.Helper()
		l, err := law(t).Grievance(g, data.DefaultTargets)
		if err != nil {
			t.Fatal(err)
		}
		if limit, due := l.Next(g); limit != want || due != by {
			t.Errorf("%q by %q, not %q by %q", limit, due, want, by)
		}
	}
	next(LimitClose, "2026-10-07")
	g.ReplyTo = "oglasna tabla u Krivelju"
	next(LimitAcknowledge, "2026-09-10")
	g.Steps = append(g.Steps, &data.GrievanceStep{Kind: data.GrievanceAcknowledged, On: "2026-09-08"})
	next(LimitRespond, "2026-09-28")
}

func TestLimitsByOtherTargetsAndDaysOff(t *testing.T) {
	c, err := New([]Exception{{Date: "2026-09-09", Off: true, Name: "žalost"}, {Date: "2026-09-12"}})
	if err != nil {
		t.Fatal(err)
	}
	l, err := c.Grievance(course("2026-09-07", ""), data.Targets{Acknowledge: 4, Respond: 5, Close: 10})
	if err != nil {
		t.Fatal(err)
	}
	if l.Acknowledge.Date != "2026-09-12" || l.Respond.Date != "2026-09-14" || l.Close != "2026-09-17" {
		t.Errorf("%s, %s, %s", l.Acknowledge.Date, l.Respond.Date, l.Close)
	}
	for received, want := range map[data.Date]string{"": "calendar.bad_date", "2026-02-30": "calendar.bad_date", "2200-12-30": "calendar.bad_count"} {
		if _, err := c.Grievance(course(received, ""), data.DefaultTargets); data.ErrorCode(err) != want {
			t.Errorf("received on %q: %v", received, err)
		}
	}
}
