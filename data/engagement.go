package data

import (
	"fmt"
	"time"
)

// Engagement is a meeting, visit, call, letter or event with stakeholders.
type Engagement struct {
	Meta
	Number          string   `field:"2,number"`
	Title           string   `field:"3,title"`
	Kind            string   `field:"4,kind,code"`
	Formality       string   `field:"5,formality,code"`
	Planned         bool     `field:"6,planned"`
	Initiator       string   `field:"7,initiator,code"`
	Status          string   `field:"8,status,code"`
	CancelledWhy    string   `field:"9,cancelled_why"`
	Start           Moment   `field:"10,start"`
	End             Moment   `field:"11,end_at"`
	Settlement      ID       `field:"12,settlement"`
	Venue           string   `field:"13,venue"`
	Project         string   `field:"14,project,code"`
	Purpose         string   `field:"15,purpose"`
	Agenda          string   `field:"16,agenda,long"`
	Languages       []string `field:"17,languages,code"`
	Officers        []string `field:"18,officers"`
	Women           int      `field:"19,women"` // headcount of people not named
	Men             int      `field:"20,men"`
	Undeclared      int      `field:"21,undeclared"`
	Young           int      `field:"22,young"`       // of the headcount, aged 15–30
	Shared          string   `field:"23,shared,long"` // information shared and materials disclosed, with date and language (PS1 §29-30)
	NextSteps       string   `field:"24,next_steps,long"`
	NextMeeting     Date     `field:"25,next_meeting"`
	MinutesLanguage string   `field:"26,minutes_language,code"`
	Confidentiality string   `field:"27,confidentiality,code"`
	Tags            []string `field:"28,tags"`
	Notes           string   `field:"29,notes,long"`

	Attendance []*Attendance
	Points     []*Point
}

// Type of the record.
func (*Engagement) Type() *Type { return Engagements }

// Headcount is the number of people who came and are not named.
func (e *Engagement) Headcount() int { return e.Women + e.Men + e.Undeclared }

// Restricted tells whether reports leave the engagement out unless asked.
func (e *Engagement) Restricted() bool { return e.Confidentiality == "restricted" }

// Parts are the attendance and the discussion points.
func (e *Engagement) Parts() []Record {
	var out []Record
	for _, x := range e.Attendance {
		out = append(out, x)
	}
	for _, x := range e.Points {
		out = append(out, x)
	}
	return out
}

// Clean brings typed text into its stored form and numbers the rows in the order they stand in.
func (e *Engagement) Clean() {
	cleanFields(e)
	for i, a := range e.Attendance {
		a.Pos = i + 1
		a.Clean()
	}
	for i, p := range e.Points {
		p.Pos = i + 1
		p.Clean()
	}
}

// Validate tells what keeps the engagement from being saved. Only date, place or a note, and a title are needed: at a meeting much is unknown.
func (e *Engagement) Validate(now time.Time) Problems {
	var p Problems
	checkFields(&p, e)
	if e.Title == "" {
		p.add("title", "required")
	}
	if !e.Start.Known() {
		p.add("start", "required")
	}
	if e.Settlement.IsZero() && e.Venue == "" && e.Notes == "" {
		p.add("settlement", "place_or_note")
	}
	if e.End.Known() && e.Start.Known() && e.End.before(e.Start) {
		p.add("end_at", "end_before_start")
	}
	if e.End.Known() && e.Start.Known() && e.End.At.Sub(e.Start.At) > 31*24*time.Hour {
		p.add("end_at", "too_far_apart")
	}
	oneOf(&p, "status", e.Status, Statuses, true)
	if e.Status == "held" && e.Start.HomeDate() > DateOf(now.In(HomeZone())) {
		p.add("start", "held_in_future")
	}
	if e.Status == "cancelled" && e.CancelledWhy == "" {
		p.add("cancelled_why", "required")
	}
	oneOf(&p, "initiator", e.Initiator, Initiators, false)
	oneOf(&p, "formality", e.Formality, Formalities, false)
	oneOf(&p, "confidentiality", e.Confidentiality, Confidentiality, false)
	const most = 100000
	between(&p, "women", e.Women, 0, most)
	between(&p, "men", e.Men, 0, most)
	between(&p, "undeclared", e.Undeclared, 0, most)
	between(&p, "young", e.Young, 0, most)
	if e.Young > e.Headcount() && e.Women >= 0 && e.Men >= 0 && e.Undeclared >= 0 {
		p.add("young", "young_over_total", "Max", e.Headcount())
	}
	if e.NextMeeting != "" && e.Start.Known() && e.NextMeeting < e.Start.Date() {
		p.add("next_meeting", "next_before_start")
	}
	came := map[ID]bool{}
	for i, a := range e.Attendance {
		p.under("attendance", i, a.Validate(now))
		if !a.Stakeholder.IsZero() && came[a.Stakeholder] {
			p.add(fmt.Sprintf("attendance.%d.stakeholder", i), "twice")
		}
		came[a.Stakeholder] = true
	}
	for i, x := range e.Points {
		p.under("point", i, x.Validate(now))
	}
	return p
}

// Attendance is one named stakeholder at one engagement.
type Attendance struct {
	Meta
	Engagement  ID     `field:"2,engagement"`
	Pos         int    `field:"3,pos"`
	Stakeholder ID     `field:"4,stakeholder"`
	Capacity    string `field:"5,capacity"` // in which they spoke that day: a fire chief may speak as a contractor
	Signed      bool   `field:"6,signed"`
	Photo       bool   `field:"7,photo"` // consent to photographs that day
	Sentiment   string `field:"8,sentiment,code,personal"`
}

// Type of the record.
func (*Attendance) Type() *Type { return Attendances }

// Clean brings typed text into its stored form.
func (a *Attendance) Clean() { cleanFields(a) }

// Validate tells what keeps the row from being saved.
func (a *Attendance) Validate(time.Time) Problems {
	var p Problems
	checkFields(&p, a)
	if a.Stakeholder.IsZero() {
		p.add("stakeholder", "required")
	}
	oneOf(&p, "sentiment", a.Sentiment, Sentiments, false)
	return p
}

// Point is one thing that was discussed: who raised it, what was said, what we answered.
type Point struct {
	Meta
	Engagement ID     `field:"2,engagement"`
	Pos        int    `field:"3,pos"`
	Topic      string `field:"4,topic,code"`
	RaisedBy   ID     `field:"5,raised_by"`
	Said       string `field:"6,said,long"`
	Answer     string `field:"7,answer,long"`
	Satisfied  string `field:"8,satisfied,code"`
}

// Type of the record.
func (*Point) Type() *Type { return Points }

// Clean brings typed text into its stored form.
func (p *Point) Clean() { cleanFields(p) }

// Empty tells a row in which nothing was written yet; forms drop it when they save.
func (p *Point) Empty() bool {
	return p.Topic == "" && p.RaisedBy.IsZero() && p.Said == "" && p.Answer == "" && p.Satisfied == ""
}

// Validate tells what keeps the row from being saved.
func (p *Point) Validate(time.Time) Problems {
	var ps Problems
	checkFields(&ps, p)
	if p.Said == "" && p.Answer == "" && p.Topic == "" {
		ps.add("said", "required")
	}
	oneOf(&ps, "satisfied", p.Satisfied, Satisfaction, false)
	return ps
}
