package store

import (
	"cmp"
	"context"
	"reflect"
	"slices"

	"dogovor/data"
	"dogovor/data/fold"
)

// followed says where the records of one type hold what their lines in a list show.
var followed = map[*data.Type]struct{ text, original, told string }{
	data.Issues:      {"c.text", "NULL", "c.told_on"},
	data.Commitments: {"c.promise", "c.due", "c.told_on"},
	data.Grievances:  {"c.description", "NULL", "c.told_on"},
	data.Tasks:       {"c.text", "NULL", "NULL"},
}

// followTypes are those of the names given, all when none is.
func followTypes(names []string) (out []*data.Type) {
	for _, t := range data.FollowTypes() {
		if len(names) == 0 || slices.Contains(names, t.Name) {
			out = append(out, t)
		}
	}
	return out
}

// followRow is a line with its place in the list.
type followRow struct {
	data.FollowRow
	key string
	doc int64
}

func scanFollow(sc scanner, t *data.Type) (row followRow, err error) {
	row.Type = t.Name
	var due string
	err = sc.Scan(&row.key, &row.doc, &due, &row.ID, &row.Number, &row.Text, &row.Status, &row.Open, &row.Untold, &row.On, &row.Original, &row.EndedOn, &row.ToldOn,
		&row.Owner, &row.Topic, &row.Kind, &row.Severity, &row.Settlement, &row.SettlementName, &row.SettlementCyrl, &row.Engagement, &row.Point, &row.Restricted)
	if due != noDue {
		row.Due = data.Date(due)
	}
	return row, err
}

// Follows lists issues, promises, grievances and tasks by the day they are due, or by the day they were made. A page costs the same however
// many there are: of each type as many lines are read as the page has, and the lists are merged.
func (s *Store) Follows(ctx context.Context, f data.FollowFilter, page data.Page) (out data.FollowPage, err error) {
	limit := page.Limit
	if limit <= 0 {
		limit = pageLimit
	}
	err = s.read(ctx, func(r *reading) error {
		out = data.FollowPage{}
		var rows []followRow
		for _, t := range followTypes(f.Types) {
			q, ok := followPage(t, f, page.After, limit+1)
			if !ok {
				continue
			}
			err := r.each(func(sc scanner) error {
				row, err := scanFollow(sc, t)
				rows = append(rows, row)
				return err
			}, q.String(), q.args...)
			if err != nil {
				return err
			}
		}
		slices.SortFunc(rows, func(a, b followRow) int {
			c := cmp.Or(cmp.Compare(a.key, b.key), cmp.Compare(a.doc, b.doc))
			if f.Descending {
				return -c
			}
			return c
		})
		if len(rows) > limit {
			rows = rows[:limit]
			out.Next = closeCursor([]any{rows[limit-1].key, rows[limit-1].doc})
		}
		for _, row := range rows {
			out.Rows = append(out.Rows, row.FollowRow)
		}
		return nil
	})
	return out, err
}

// CountFollows counts what the filter leaves.
func (s *Store) CountFollows(ctx context.Context, f data.FollowFilter) (n int, err error) {
	err = s.read(ctx, func(r *reading) error {
		n = 0
		for _, t := range followTypes(f.Types) {
			q, ok := followQuery("SELECT count(*)", "", t, f)
			if !ok {
				continue
			}
			var some int
			if err := r.row(q.String(), q.args...).Scan(&some); err != nil {
				return err
			}
			n += some
		}
		return nil
	})
	return n, err
}

// owners goes from one owner to the next in an index, without looking at all that each sees to.
const owners = `WITH RECURSIVE next(name) AS (SELECT min(owner) FROM follow_list WHERE type=?1 AND binned=0
	UNION ALL SELECT (SELECT min(owner) FROM follow_list WHERE type=?1 AND binned=0 AND owner>next.name) FROM next WHERE next.name IS NOT NULL)
	SELECT name FROM next WHERE name IS NOT NULL`

// FollowOwners are those who see to something of these types, of all types when none is named, in the order of their names.
func (s *Store) FollowOwners(ctx context.Context, types ...string) (out []string, err error) {
	err = s.read(ctx, func(r *reading) error {
		out = nil
		for _, t := range followTypes(types) {
			err := r.each(func(sc scanner) error {
				var o string
				err := sc.Scan(&o)
				if !slices.Contains(out, o) {
					out = append(out, o)
				}
				return err
			}, owners, t.Code)
			if err != nil {
				return err
			}
		}
		return nil
	})
	byName(out, func(o string) string { return o })
	return out, err
}

// followKey is the column that a list is sorted by.
func followKey(f data.FollowFilter) string {
	if f.ByDay {
		return "l.on_key"
	}
	return "l.due_key"
}

// followPage is the query for a part of the list of one type; ok is false when nothing can be found.
func followPage(t *data.Type, f data.FollowFilter, after data.Cursor, limit int) (q *query, ok bool) {
	key, of := followKey(f), followed[t]
	q, ok = followQuery("SELECT "+key+`, l.doc, l.due_key, c.id, coalesce(c.number,''), coalesce(`+of.text+`,''), l.status, l.open, l.untold, l.on_key, coalesce(`+of.original+`,''),
	coalesce(l.ended_on,''), coalesce(`+of.told+`,''), coalesce(l.owner,''), coalesce(l.topic,''), coalesce(l.kind,''), coalesce(l.severity,''),
	p.id, coalesce(p.name,''), coalesce(p.name_cyrl,''), c.engagement, c.point, l.restricted`,
		" CROSS JOIN "+t.Name+" c ON c.rid=(l.doc>>5) LEFT JOIN settlement p ON p.rid=l.settlement", t, f)
	if !ok {
		return nil, false
	}
	if at, ok := openCursor(after, 2); ok {
		q.add(" AND ("+key+",l.doc)"+map[bool]string{false: ">", true: "<"}[f.Descending]+"(?,?)", at...)
	}
	q.add(" ORDER BY "+key+direction(f.Descending)+", l.doc"+direction(f.Descending)+" LIMIT ?", limit)
	return q, true
}

// followIndex names the index where SQLite would rather look at what is due of everybody than of one officer.
func followIndex(f data.FollowFilter) string {
	theirs := data.FollowFilter{Owner: f.Owner, State: f.State, Today: f.Today, Types: f.Types, Public: f.Public, Binned: f.Binned, Descending: f.Descending}
	if f.Owner != "" && openState(f.State) && reflect.DeepEqual(f, theirs) {
		return " INDEXED BY follow_list_owner"
	}
	return ""
}

// openState tells whether a state is one of what is still open.
func openState(state string) bool {
	return state == data.FollowOpen || state == data.FollowOverdue || state == data.FollowDueSoon
}

// followQuery builds the query over one type up to its order; ok is false when nothing can be found.
func followQuery(columns, joins string, t *data.Type, f data.FollowFilter) (q *query, ok bool) {
	q = &query{}
	if f.Stakeholder.IsZero() {
		q.add(columns + " FROM follow_list l" + followIndex(f) + joins)
	} else { // of one stakeholder there are few: they are sorted
		q.add(columns+" FROM follow_who w CROSS JOIN follow_list l ON l.doc=w.doc"+joins+" WHERE w.stakeholder=(SELECT rid FROM stakeholder WHERE id=?)", f.Stakeholder[:])
	}
	q.add(map[bool]string{true: " WHERE", false: " AND"}[f.Stakeholder.IsZero()]+" l.type=? AND l.binned=?", t.Code, f.Binned)
	if f.Text != "" {
		match := fold.Query(f.Text, true)
		if match == "" {
			return nil, false // typed, but no word in it
		}
		q.add(" AND +l.doc IN (SELECT rowid FROM follow_text WHERE follow_text MATCH ?)", match)
	}
	switch f.State {
	case "":
	case data.FollowOpen:
		q.add(" AND l.open=1")
	case data.FollowOverdue:
		q.add(" AND l.open=1 AND l.due_key<?", string(f.Today))
	case data.FollowDueSoon:
		q.add(" AND l.open=1 AND l.due_key>=? AND l.due_key<=?", string(f.Today), string(f.Today.AddDays(data.SoonDays)))
	case data.FollowUntold:
		q.add(" AND l.untold=1")
	default:
		q.add(" AND l.status=?", f.State)
	}
	switch {
	case f.Owner == "":
	case openState(f.State):
		q.add(" AND l.owner=?", f.Owner)
	default: // no index holds the owner in the order of the list
		q.add(" AND +l.owner=?", f.Owner)
	}
	for _, of := range [][2]string{{"topic", f.Topic}, {"kind", f.Kind}, {"severity", f.Severity}} {
		if of[1] != "" {
			q.add(" AND l."+of[0]+"=?", of[1])
		}
	}
	if !f.Settlement.IsZero() {
		q.add(" AND l.settlement=(SELECT rid FROM settlement WHERE id=?)", f.Settlement[:])
	}
	if !f.Engagement.IsZero() {
		q.add(" AND l.engagement=(SELECT rid FROM engagement WHERE id=?)", f.Engagement[:])
	}
	if !f.About.IsZero() {
		if t != data.Tasks {
			return nil, false
		}
		q.add(" AND l.doc IN (SELECT (rid<<5)|? FROM task WHERE commitment=? OR issue=? OR grievance=?)", t.Code, f.About[:], f.About[:], f.About[:])
	}
	if len(f.IDs) > 0 {
		q.add(" AND +l.doc IN (SELECT (rid<<5)|? FROM "+t.Name+" WHERE id IN (SELECT unhex(value) FROM json_each(?)))", t.Code, idList(f.IDs))
	}
	if f.Public {
		q.add(" AND l.restricted=0")
	}
	return q, true
}
