package command

import (
	"errors"
	"fmt"
	"strings"
	"time"

	"dogovor/data"
	"dogovor/data/calendar"
)

type calendarJob struct {
	Year        *int   `placeholder:"Y" help:"List the public holidays of this year."`
	From        string `placeholder:"DATE" help:"Count from this day, which itself does not count."`
	WorkingDays *int   `placeholder:"N" help:"As many working days."`
	DB          string `name:"db" placeholder:"FILE" help:"With the days that the settings of this database add or take away."`
	JSON        bool   `name:"json" help:"Print the outcome as JSON."`
}

// Run prints the holidays of a year, or a deadline with the reason for every day.
func (j *calendarJob) Run(e *Env) error {
	year := j.Year != nil && j.From == "" && j.WorkingDays == nil
	if counts := j.Year == nil && j.From != "" && j.WorkingDays != nil; !year && !counts {
		return usageError{"calendar needs either --year, or --from and --working-days"}
	}
	days, err := j.days(e)
	switch {
	case err != nil:
		return err
	case year:
		return j.year(e, days)
	}
	return j.deadline(e, days)
}

// days is the law, with the exceptions that a database keeps when one is named.
func (j *calendarJob) days(e *Env) (days *calendar.Calendar, err error) {
	if j.DB == "" {
		return calendar.New(nil)
	}
	db, err := database{j.DB}.read(e)
	if err != nil {
		return nil, err
	}
	days, err = db.Calendar(e.ctx)
	return days, errors.Join(err, db.Close())
}

// holidayOutput is a public holiday; id is the same in every language.
type holidayOutput struct {
	Date      data.Date `json:"date"`
	Weekday   string    `json:"weekday"`
	ID        string    `json:"id"`
	Name      string    `json:"name"`
	Kind      string    `json:"kind"` // state, religious, moved, or off or worked when entered by hand
	Article   string    `json:"article"`
	Rule      string    `json:"rule"`
	Moved     bool      `json:"moved"`
	MovedFrom data.Date `json:"moved_from,omitempty"`
}

type yearOutput struct {
	Country  string          `json:"country"`
	Year     int             `json:"year"`
	Holidays []holidayOutput `json:"holidays"`
}

func (j *calendarJob) year(e *Env, c *calendar.Calendar) error {
	if *j.Year < data.FirstYear || *j.Year > data.LastYear {
		return usageError{fmt.Sprintf("--year goes from %d to %d", data.FirstYear, data.LastYear)}
	}
	out := yearOutput{Country: "RS", Year: *j.Year}
	for _, h := range c.Holidays(*j.Year) {
		out.Holidays = append(out.Holidays, e.holiday(h))
	}
	if j.JSON {
		return e.json(out)
	}
	for _, h := range out.Holidays {
		fmt.Fprintf(e.Stdout, "%s  %s  %s — %s\n", h.Date, e.weekday(h.Date), h.Name, h.Rule)
	}
	return nil
}

func (e *Env) holiday(h calendar.Holiday) holidayOutput {
	kind := string(h.Rule)
	if h.Rule == calendar.Christmas || h.Rule == calendar.Easter {
		kind = "religious"
	}
	return holidayOutput{Date: h.Date, Weekday: weekday(h.Date).String(), ID: strings.TrimPrefix(h.Name, "holiday."), Name: h.Title(e.words.T), Kind: kind,
		Article: h.Article, Rule: h.Why(e.words.T), Moved: h.Rule == calendar.Moved, MovedFrom: h.MovedFrom}
}

// dayOutput is one day of a count. Count is its number among the working days.
type dayOutput struct {
	Date     data.Date       `json:"date"`
	Weekday  string          `json:"weekday"`
	Kind     calendar.Kind   `json:"kind"` // working, weekend or holiday
	Count    int             `json:"count,omitempty"`
	Name     string          `json:"name,omitempty"` // of the holiday; of two, both
	Holidays []holidayOutput `json:"holidays,omitempty"`
}

type deadlineOutput struct {
	Country     string      `json:"country"`
	From        data.Date   `json:"from"`
	WorkingDays int         `json:"working_days"`
	Deadline    data.Date   `json:"deadline"`
	Days        []dayOutput `json:"days"`
}

func (j *calendarJob) deadline(e *Env, c *calendar.Calendar) error {
	found, err := c.Deadline(data.Date(j.From), *j.WorkingDays)
	if err != nil { // what it refuses came from the command line
		return usageError{e.words.Error(err)}
	}
	out := deadlineOutput{Country: "RS", From: found.From, WorkingDays: found.N, Deadline: found.Date, Days: []dayOutput{}}
	for _, d := range found.Days {
		day := dayOutput{Date: d.Date, Weekday: weekday(d.Date).String(), Kind: d.Kind, Count: d.Count}
		var names []string
		for _, h := range d.Holidays {
			names = append(names, h.Title(e.words.T))
			day.Holidays = append(day.Holidays, e.holiday(h))
		}
		day.Name = strings.Join(names, "; ")
		out.Days = append(out.Days, day)
	}
	if j.JSON {
		return e.json(out)
	}
	for _, d := range out.Days {
		fmt.Fprintf(e.Stdout, "%s  %s  %s\n", d.Date, e.weekday(d.Date), e.reason(d))
	}
	fmt.Fprintln(e.Stdout, e.words.N("calendar.deadline", found.N, "From", found.From, "Date", found.Date))
	return nil
}

// reason says why a day counts or does not.
func (e *Env) reason(d dayOutput) string {
	switch d.Kind {
	case calendar.WorkingDay:
		said := e.words.T("calendar.working", "N", d.Count)
		if d.Name != "" { // worked all the same
			said += " — " + d.Name
		}
		return said
	case calendar.WeekendDay:
		return e.words.T("calendar.weekend")
	}
	var why []string
	for _, h := range d.Holidays {
		why = append(why, h.Name+" — "+h.Rule)
	}
	return strings.Join(why, "; ")
}

func weekday(d data.Date) time.Weekday { return d.Time(time.UTC).Weekday() }

// weekday is short, in the language of the reader.
func (e *Env) weekday(d data.Date) string { return e.words.WeekdayShort(weekday(d)) }
