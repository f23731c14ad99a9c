package engagements

import (
	"dogovor/app/look"
	"dogovor/app/screens"
	"dogovor/app/screens/record"
	"dogovor/app/widgets"
	"dogovor/data"
)

// columns are those of the list; the title stays when there is room for little.
func columns(host screens.Host) []widgets.Col[row] {
	w := host.Words()
	secondary := func(row) look.Style { return look.Style{Size: look.SizeBody, Color: look.ColorSecondary} }
	status := func(r row) string { return rowStatus(host, r) }
	return []widgets.Col[row]{
		{ID: "date", Title: w.T("common.date"), Width: look.Measure(w.Day("2026-12-28"), look.BodyStyle) + 2, Sortable: true, Text: func(r row) string { return w.Date(r.Start.Local()) }},
		{ID: "number", Title: record.Label(host, data.Engagements, "number"), Width: 128, Priority: 5, Style: secondary, Text: func(r row) string { return r.Number }},
		{ID: "title", Title: record.Label(host, data.Engagements, "title"), Width: 170, Grow: 4, Text: func(r row) string { return r.Title }},
		{ID: "settlement", Title: record.Label(host, data.Engagements, "settlement"), Width: 92, Grow: 1, Priority: 1, Text: func(r row) string {
			return host.PlaceName(r.SettlementName, r.SettlementCyrl)
		}},
		{ID: "status", Title: record.Label(host, data.Engagements, "status"), Width: statusWidth(host), Priority: 2, Text: status, Style: statusStyle},
		{ID: "kind", Title: record.Label(host, data.Engagements, "kind"), Width: 112, Grow: 1, Priority: 4, Text: func(r row) string {
			return host.Term(data.EngagementKinds.List, r.Kind)
		}},
		{ID: "people", Title: w.T("engagements.people"), Width: 48, Right: true, Priority: 3, Text: func(r row) string {
			if r.People == 0 { // of what was not held nobody came
				return ""
			}
			return w.Int(r.People)
		}},
	}
}

// statusWidth has room for what a row may say of its status.
func statusWidth(host screens.Host) float32 {
	w := look.Measure(record.Label(host, data.Engagements, "status"), look.LabelStyle)
	for _, s := range []row{{Status: "planned"}, {Status: "cancelled"}, {Status: "held", Restricted: true}} {
		w = max(w, look.Measure(rowStatus(host, s), look.BodyStyle))
	}
	return w + 2
}

// rowStatus says what tells an engagement from most others: that it was not held, or is restricted.
func rowStatus(host screens.Host, r row) string {
	switch {
	case r.Status != "held":
		return host.Term(data.Statuses.List, r.Status)
	case r.Restricted:
		return host.Words().T("engagements.restricted")
	}
	return ""
}

func statusStyle(r row) look.Style {
	s := look.Style{Size: look.SizeBody, Color: look.ColorNote}
	switch {
	case r.Status == "cancelled":
		s.Color = look.ColorSoon
	case r.Status == "held":
		s.Color = look.ColorOverdue
	}
	return s
}
