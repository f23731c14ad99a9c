package store

import (
	"strings"

	"dogovor/data"
	"dogovor/data/fold"
)

// allOf is the FTS5 expression for records that hold every term, as a word or under one of the marks.
func allOf(terms []fold.Term, marks ...string) string {
	var all []string
	for _, t := range terms {
		var any []string
		for _, m := range marks {
			marked := t
			marked.Token = m + t.Token
			any = append(any, marked.Match())
		}
		all = append(all, oneOfThese(any))
	}
	return strings.Join(all, " AND ")
}

func oneOfThese(list []string) string {
	if len(list) == 1 {
		return list[0]
	}
	return "(" + strings.Join(list, " OR ") + ")"
}

// both joins expressions that must all hold; empty ones ask for nothing.
func both(list ...string) string {
	var out []string
	for _, x := range list {
		if x != "" {
			out = append(out, x)
		}
	}
	return strings.Join(out, " AND ")
}

// codes is the expression for records that have one of the codes.
func codes(mark string, list []string) string {
	if len(list) == 0 {
		return ""
	}
	var any []string
	for _, c := range list {
		any = append(any, `"`+codeToken(mark, c)+`"`)
	}
	return oneOfThese(any)
}

// narrowed is the expression for what a search is narrowed to, for one record type.
func (f *finder) narrowed(t *data.Type) string {
	places := ""
	if len(f.q.Settlements) > 0 {
		any := []string{`"` + markPlace + `none"`}
		for _, rid := range f.places {
			any = append(any, `"`+ridToken(markPlace, rid)+`"`)
		}
		places = oneOfThese(any)
	}
	typed, groups, statuses := "", "", ""
	if textTables[t] == "follow_text" || textTables[t] == "other_text" {
		typed = `"` + ridToken(markType, int64(t.Code)) + `"`
	}
	if t == data.Stakeholders {
		groups = codes(markGroup, f.q.Groups)
	}
	if !f.overdue || textTables[t] != "follow_text" {
		statuses = codes(markStatus, f.q.Statuses)
	}
	return both(typed, places, codes(markKind, f.q.Kinds), codes(markTopic, f.q.Topics), groups, statuses)
}

// conditions narrows the rows of a list by what the search texts do not tell.
func (f *finder) conditions(t *data.Type, q *query) {
	from, to := int64(0), int64(1)<<62
	if f.q.From != "" {
		from = docOf(f.q.From.Time(data.HomeZone()))
	}
	if f.q.To != "" {
		to = docOf(f.q.To.AddDays(1).Time(data.HomeZone()))
	}
	dated := f.q.From != "" || f.q.To != ""
	switch textTables[t] {
	case "engagement_text":
		if dated {
			q.add(" AND l.doc>=? AND l.doc<?", from, to)
		}
		if len(f.q.Groups) > 0 {
			q.add(" AND EXISTS (SELECT 1 FROM engagement_group x WHERE x.doc=l.doc AND x.code IN (SELECT value FROM json_each(?)))", textList(f.q.Groups))
		}
	case "stakeholder_text":
		if dated { // whom we met then
			q.add(" AND EXISTS (SELECT 1 FROM attended a WHERE a.stakeholder=l.rid AND a.doc>=? AND a.doc<? AND a.counts=1)", from, to)
		}
	case "follow_text":
		if f.q.From != "" {
			q.add(" AND l.on_key>=?", string(f.q.From))
		}
		if f.q.To != "" {
			q.add(" AND l.on_key<=?", string(f.q.To))
		}
		if len(f.q.Groups) > 0 {
			q.add(" AND EXISTS (SELECT 1 FROM follow_who w JOIN stakeholder_group g ON g.stakeholder=w.stakeholder WHERE w.doc=l.doc AND g.code IN (SELECT value FROM json_each(?)))", textList(f.q.Groups))
		}
		if f.overdue {
			q.add(" AND (l.status IN (SELECT value FROM json_each(?)) OR l.open=1 AND l.due_key<?)", textList(f.q.Statuses), string(f.today))
		}
	}
}

// fits tells whether records of a type can be what is looked for.
func (f *finder) fits(t *data.Type) bool {
	plain := t == data.Settlements || t == data.Attachments
	return !plain || f.q.From == "" && f.q.To == "" && len(f.q.Groups)+len(f.q.Kinds)+len(f.q.Statuses)+len(f.q.Topics) == 0
}

// match calls do for the newest records of a type that an expression finds; without an expression, for the newest that the conditions leave.
func (f *finder) match(t *data.Type, match string, most int, do func(k key, order int64, title string) error) error {
	q := f.matchQuery(t, match, most)
	return f.each(func(sc scanner) error {
		var doc, order int64
		var title string
		if err := sc.Scan(&doc, &order, &title); err != nil {
			return err
		}
		return do(key{t, doc}, order, title)
	}, q.String(), q.args...)
}

// matchQuery is the query of match: doc, order and title of each record.
func (f *finder) matchQuery(t *data.Type, match string, most int) *query {
	text, q := textTables[t], &query{}
	list, row, doc, columns := "", "", "l.doc", ""
	switch text {
	case "engagement_text":
		list, row, columns = "engagement_list l", " CROSS JOIN engagement r ON r.rid=l.rid", "l.doc, l.doc, coalesce(r.title,'')"
	case "stakeholder_text":
		list, doc, columns = "stakeholder_list l", "l.rid", "l.rid, l.met, l.fold"
	case "follow_text":
		list, row, columns = "follow_list l", " CROSS JOIN "+t.Name+" r ON r.rid=(l.doc>>5)", "l.doc, l.doc, substr(coalesce(r."+headlineColumn(t)+",''),1,"+headlineLetters+")"
	default:
		list, doc, columns = t.Name+" l", "l.rid", "l.rid<<5|"+textNumber(t.Code)+", l.rid, coalesce(l.name,'')"
	}
	on := doc
	if text == "other_text" {
		on = "(t.rowid>>5)"
	}
	switch {
	case match == "" && text == "engagement_text":
		q.add("SELECT " + columns + " FROM " + list + row + " WHERE l.binned=0")
		on = doc
	case match == "":
		q.add("SELECT " + columns + " FROM " + list + row + " WHERE +l.binned=0")
		on = doc
	case text == "other_text":
		q.add("SELECT "+columns+" FROM other_text t CROSS JOIN "+list+" ON l.rid="+on+" WHERE t.other_text MATCH ? AND +l.binned=0", match)
		on = "t.rowid"
	default:
		q.add("SELECT "+columns+" FROM "+text+" t CROSS JOIN "+list+" ON "+doc+"=t.rowid"+row+" WHERE t."+text+" MATCH ? AND +l.binned=0", match)
		on = "t.rowid"
	}
	f.conditions(t, q)
	q.add(" ORDER BY "+on+" DESC LIMIT ?", most)
	return q
}
