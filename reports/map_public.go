package reports

import (
	"slices"
	"strconv"

	"dogovor/app/i18n"
	"dogovor/data"
	"dogovor/reports/doc"
)

// onMap is a group on the public map: the median of its members.
type onMap struct {
	group    string
	members  int
	now, was rating
}

// ofGroups is the map of groups for the public. A group of fewer than five assessed members is not on it: its place could tell what is thought
// of one of them.
func (c chart) ofGroups(p *i18n.Printer) (out []doc.Block) {
	groups, hidden := c.groups(p)
	m := matrix(p)
	t := doc.Table{Name: p.T("report.map.groups"), Empty: p.T("report.map.none"), Columns: []doc.Column{{Title: "№", Fit: true, Align: doc.Right}, {Title: p.T("report.by.group"), Share: 5},
		{Title: p.T("report.map.members"), Share: 2, Align: doc.Right}, {Title: p.T("assessment.influence"), Share: 1.5, Align: doc.Right}, {Title: p.T("assessment.interest"), Share: 1.5, Align: doc.Right}}}
	for i, g := range groups {
		label, name := strconv.Itoa(i+1), p.Term(data.Groups.List, g.group)
		pt := doc.Point{Label: label, Name: name, X: g.now.interest, Y: g.now.influence, Link: "on_map." + label}
		if g.was.known() && g.was != g.now {
			pt.WasX, pt.WasY = g.was.interest, g.was.influence
		}
		m.Points = append(m.Points, pt)
		t.Rows = append(t.Rows, doc.Row{Anchor: "on_map." + label, Cells: []doc.Cell{number(i+1, p), doc.T(name), number(g.members, p), number(g.now.influence, p), number(g.now.interest, p)}})
	}
	out = []doc.Block{doc.Paragraph{Text: p.T("report.map.public")}, m, t}
	if hidden > 0 {
		out = append(out, doc.Paragraph{Text: p.T("report.map.public.hidden", "N", p.Int(hidden), "Fewest", p.Int(fewest)), Small: true})
	}
	if value, from := smallRatio(figure(c.Figures, "E8").Ratio, p); from != "" {
		out = append(out, doc.Paragraph{Text: p.T("report.map.met", "Share", value, "Of", from)})
	}
	return out
}

// groups are those with members enough, in the order of the vocabulary, and how many have too few.
func (c chart) groups(p *i18n.Printer) (out []onMap, hidden int) {
	now, was := map[string][]rating{}, map[string][]rating{}
	var names []string
	for _, r := range c.rated {
		for _, g := range r.Groups {
			if !slices.Contains(names, g) {
				names = append(names, g)
			}
			now[g] = append(now[g], r.now)
			if r.was.known() {
				was[g] = append(was[g], r.was)
			}
		}
	}
	slices.SortFunc(names, func(a, b string) int {
		return p.Compare(p.Term(data.Groups.List, a), p.Term(data.Groups.List, b))
	})
	for _, g := range names {
		if len(now[g]) < fewest {
			hidden++
			continue
		}
		x := onMap{group: g, members: len(now[g]), now: median(now[g])}
		if len(was[g]) >= fewest {
			x.was = median(was[g])
		}
		out = append(out, x)
	}
	return out, hidden
}

// median of each rating; between two, the lower.
func median(rs []rating) rating {
	var influence, interest []int
	for _, r := range rs {
		influence, interest = append(influence, r.influence), append(interest, r.interest)
	}
	slices.Sort(influence)
	slices.Sort(interest)
	mid := (len(rs) - 1) / 2
	return rating{influence[mid], interest[mid]}
}
