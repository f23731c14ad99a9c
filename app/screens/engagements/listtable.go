package engagements

import (
	"dogovor/app/look"
	"dogovor/app/screens/record"
	"dogovor/app/widgets"
	"dogovor/data"
)

// newTable makes the columns; the title stays when there is room for little.
func (l *list) newTable() *widgets.Table[data.EngagementRow] {
	secondary := func(data.EngagementRow) look.Style {
		return look.Style{Size: look.SizeBody, Color: look.ColorSecondary}
	}
	t := widgets.NewTable([]widgets.Col[data.EngagementRow]{
		{ID: "date", Title: l.w.T("common.date"), Width: look.Measure(l.w.Day("2026-12-28"), look.BodyStyle) + 2, Sortable: true, Text: func(r data.EngagementRow) string { return l.w.Date(r.Start.Local()) }},
		{ID: "number", Title: record.Label(l.host, data.Engagements, "number"), Width: 128, Priority: 5, Style: secondary, Text: func(r data.EngagementRow) string { return r.Number }},
		{ID: "title", Title: record.Label(l.host, data.Engagements, "title"), Width: 170, Grow: 4, Text: func(r data.EngagementRow) string { return r.Title }},
		{ID: "settlement", Title: record.Label(l.host, data.Engagements, "settlement"), Width: 92, Grow: 1, Priority: 1, Text: func(r data.EngagementRow) string {
			return l.host.PlaceName(r.SettlementName, r.SettlementCyrl)
		}},
		{ID: "status", Title: record.Label(l.host, data.Engagements, "status"), Width: l.statusWidth(), Priority: 2, Text: l.rowStatus, Style: statusStyle},
		{ID: "kind", Title: record.Label(l.host, data.Engagements, "kind"), Width: 112, Grow: 1, Priority: 4, Text: func(r data.EngagementRow) string {
			return l.host.Term(data.EngagementKinds.List, r.Kind)
		}},
		{ID: "people", Title: l.w.T("engagements.people"), Width: 48, Right: true, Priority: 3, Text: l.rowPeople},
	})
	t.SetSort("date", !l.filter.OldestFirst)
	t.OnSort = func(_ string, descending bool) {
		l.filter.OldestFirst = !descending
		l.load(false)
	}
	t.OnSelect = func(r data.EngagementRow) { l.show(r.ID) }
	t.OnOpen = func(r data.EngagementRow) {
		l.show(r.ID)
		l.split.ShowDetail()
		l.page.read()
	}
	t.OnNeedMore = l.more
	return t
}

// statusWidth has room for what a row may say of its status.
func (l *list) statusWidth() float32 {
	w := look.Measure(record.Label(l.host, data.Engagements, "status"), look.LabelStyle)
	for _, s := range []data.EngagementRow{{Status: "planned"}, {Status: "cancelled"}, {Status: "held", Restricted: true}} {
		w = max(w, look.Measure(l.rowStatus(s), look.BodyStyle))
	}
	return w + 2
}

// rowStatus says what tells an engagement from most others: that it was not held, or is restricted.
func (l *list) rowStatus(r data.EngagementRow) string {
	switch {
	case r.Status != "held":
		return l.host.Term(data.Statuses.List, r.Status)
	case r.Restricted:
		return l.w.T("engagements.restricted")
	}
	return ""
}

func statusStyle(r data.EngagementRow) look.Style {
	s := look.Style{Size: look.SizeBody, Color: look.ColorNote}
	switch {
	case r.Status == "cancelled":
		s.Color = look.ColorSoon
	case r.Status == "held":
		s.Color = look.ColorOverdue
	}
	return s
}

// rowPeople is how many came; of what was not held nobody did.
func (l *list) rowPeople(r data.EngagementRow) string {
	if r.People == 0 {
		return ""
	}
	return l.w.Int(r.People)
}
