package today

import (
	"encoding/json"
	"strings"
	"time"

	"fyne.io/fyne/v2"

	"dogovor/app/i18n"
	"dogovor/app/screens"
	"dogovor/app/widgets"
	"dogovor/data"
)

// areas are where the records of a type are listed, with the field that says what one is about.
var areas = map[string]struct{ area, title string }{
	data.Stakeholders.Name: {screens.Stakeholders, "name"},
	data.Engagements.Name:  {screens.Engagements, "title"},
	data.Settlements.Name:  {screens.Places, "name"},
	data.Commitments.Name:  {screens.Commitments, "promise"},
	data.Issues.Name:       {screens.Issues, "text"},
	data.Grievances.Name:   {screens.Grievances, "description"},
	data.Tasks.Name:        {screens.Tasks, "text"},
}

func areaOf(recordType string) string { return areas[recordType].area }

// drafts are the forms that were left without saving; those of a type without an area are somebody else's.
func (b builder) drafts(all []data.Draft) fyne.CanvasObject {
	var lines []widgets.Line
	for _, d := range all {
		recordType, rest, _ := strings.Cut(d.Key, "/")
		id, err := data.ParseID(rest)
		area := areaOf(recordType)
		if err != nil || area == "" {
			continue
		}
		title := draftTitle(recordType, d.Body)
		if title == "" {
			title = b.w.T("today.untitled")
		}
		lines = append(lines, widgets.Line{Text: title, Note: dotted(b.w.T("record."+recordType), b.w.DateTime(d.SavedAt.In(data.HomeZone()))),
			Open: func() { b.s.host.Go(screens.Place{Area: area, Record: id, Edit: true}) }})
	}
	left := len(lines)
	return b.section("drafts", b.w.T("today.drafts"), left, lines[:min(few, left)])
}

// draftTitle is what the record that is being written is about, "" when nobody said yet.
func draftTitle(recordType string, body []byte) string {
	var form struct{ Engagement, Record json.RawMessage }
	t := data.TypeNamed(recordType)
	r := t.New()
	if json.Unmarshal(body, &form) != nil {
		return ""
	}
	written := form.Record
	if t == data.Engagements {
		written = form.Engagement
	}
	if json.Unmarshal(written, r) != nil {
		return ""
	}
	f, _ := t.Field(areas[recordType].title)
	return data.CleanLine(*f.Ptr(r).(*string))
}

// changed are the records that others changed.
func (b builder) changed(all []data.Recent) fyne.CanvasObject {
	var lines []widgets.Line
	for _, r := range all {
		lines = append(lines, widgets.Line{Text: data.CleanLine(r.Title), Note: dotted(b.w.T("record."+r.Type), r.Number, r.By), State: b.w.T("today.is." + r.Kind), Open: b.open(areaOf(r.Type), r.ID)})
	}
	return b.section("changed", b.w.T("today.changed", "At", b.w.Date(b.q.since.In(data.HomeZone()))), len(lines), lines)
}

// dotted joins what is known.
func dotted(parts ...string) string {
	var known []string
	for _, p := range parts {
		if p != "" {
			known = append(known, p)
		}
	}
	return strings.Join(known, " · ")
}

func weekday(w *i18n.Printer, d data.Date) string { return w.WeekdayShort(d.Time(time.UTC).Weekday()) }

// days is how many days later to is.
func days(from, to data.Date) int { return data.Period{From: from, To: to}.Days() - 1 }
