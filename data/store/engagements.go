package store

import (
	"context"
	"encoding/hex"
	"encoding/json"
	"strconv"
	"strings"

	"dogovor/data"
	"dogovor/data/fold"
)

// pageLimit is the length of a page for which no limit was asked.
const pageLimit = 50

// query is a statement that grows.
type query struct {
	strings.Builder
	args []any
}

func (q *query) add(sql string, args ...any) {
	q.WriteString(sql)
	q.args = append(q.args, args...)
}

const engagementColumns = `SELECT l.doc, e.id, coalesce(e.number,''), coalesce(e.title,''), e.start, coalesce(l.kind,''), coalesce(l.status,''), p.id,
	coalesce(p.name,''), coalesce(p.name_cyrl,''), l.restricted, l.named, l.people, l.points`

const engagementJoins = ` CROSS JOIN engagement e ON e.rid=l.rid LEFT JOIN settlement p ON p.rid=l.settlement`

func scanEngagementRow(sc scanner) (row data.EngagementRow, doc int64, err error) {
	var start *string
	err = sc.Scan(&doc, &row.ID, &row.Number, &row.Title, &start, &row.Kind, &row.Status, &row.Settlement, &row.SettlementName, &row.SettlementCyrl,
		&row.Restricted, &row.Named, &row.People, &row.Points)
	if err == nil && start != nil {
		row.Start, err = data.ParseMoment(*start)
	}
	return row, doc, err
}

// Engagements lists engagements, newest first unless asked otherwise. However many there are, a page costs the same: it goes on from
// the doc of the last row, which a cursor holds.
func (s *Store) Engagements(ctx context.Context, f data.EngagementFilter, page data.Page) (out data.EngagementPage, err error) {
	limit := page.Limit
	if limit <= 0 {
		limit = pageLimit
	}
	q, ok := engagementQuery(engagementColumns, engagementJoins, f, page.After)
	if !ok {
		return out, nil
	}
	q.add(" ORDER BY "+docColumn(f)+direction(!f.OldestFirst)+" LIMIT ?", limit+1)
	err = s.read(ctx, func(r *reading) error {
		out = data.EngagementPage{}
		var last int64
		return r.each(func(sc scanner) error {
			row, doc, err := scanEngagementRow(sc)
			if err != nil {
				return err
			}
			if len(out.Rows) == limit {
				out.Next = data.Cursor(strconv.FormatInt(last, 10))
				return nil
			}
			last = doc
			out.Rows = append(out.Rows, row)
			return nil
		}, q.String(), q.args...)
	})
	return out, err
}

// CountEngagements counts what the filter leaves.
func (s *Store) CountEngagements(ctx context.Context, f data.EngagementFilter) (n int, err error) {
	q, ok := engagementQuery("SELECT count(*)", "", f, "")
	if !ok {
		return 0, nil
	}
	err = s.read(ctx, func(r *reading) error { return r.row(q.String(), q.args...).Scan(&n) })
	return n, err
}

func direction(descending bool) string {
	if descending {
		return " DESC"
	}
	return ""
}

// docColumn is the doc of the table that leads the query: of the search, of one stakeholder's or one group's engagements, else of the list.
func docColumn(f data.EngagementFilter) string {
	switch {
	case f.Text != "":
		return "t.rowid"
	case !f.Stakeholder.IsZero():
		return "a.doc"
	case len(f.Groups) == 1:
		return "g.doc"
	}
	return "l.doc"
}

// engagementQuery builds the query up to its order; ok is false when nothing can be found.
func engagementQuery(columns, joins string, f data.EngagementFilter, after data.Cursor) (q *query, ok bool) {
	q = &query{}
	q.add(columns + " FROM ")
	doc := docColumn(f)
	lead, where := "", ""
	var leadArgs []any
	switch doc {
	case "t.rowid":
		match := fold.Query(f.Text, true)
		if match == "" {
			return nil, false // typed, but no word in it
		}
		lead, where, leadArgs = "engagement_text t CROSS JOIN engagement_list l ON l.doc=t.rowid", "t.engagement_text MATCH ?", []any{match}
	case "a.doc":
		lead, where = "attended a CROSS JOIN engagement_list l ON l.doc=a.doc", "a.stakeholder=(SELECT rid FROM stakeholder WHERE id=?)"
		leadArgs = []any{f.Stakeholder[:]}
	case "g.doc":
		lead, where, leadArgs = "engagement_group g CROSS JOIN engagement_list l ON l.doc=g.doc", "g.code=?", []any{f.Groups[0]}
	default:
		lead, where = "engagement_list l", "1"
	}
	q.add(lead+joins+" WHERE "+where, leadArgs...)
	if f.Binned {
		q.add(" AND l.binned=1")
	} else {
		q.add(" AND l.binned=0")
	}
	if n, err := strconv.ParseInt(string(after), 10, 64); err == nil {
		if f.OldestFirst {
			q.add(" AND "+doc+">?", n)
		} else {
			q.add(" AND "+doc+"<?", n)
		}
	}
	if f.From != "" {
		q.add(" AND "+doc+">=?", docOf(f.From.Time(data.HomeZone())))
	}
	if f.To != "" {
		q.add(" AND "+doc+"<?", docOf(f.To.AddDays(1).Time(data.HomeZone())))
	}
	oneOf(q, "+l.kind", f.Kinds)
	oneOf(q, "+l.status", f.Statuses)
	switch len(f.Settlements) {
	case 0:
	case 1:
		q.add(" AND l.settlement=(SELECT rid FROM settlement WHERE id=?)", f.Settlements[0][:])
	default: // the list stays in its order; the unary + keeps SQLite from sorting by itself
		q.add(" AND +l.settlement IN (SELECT rid FROM settlement WHERE id IN (SELECT unhex(value) FROM json_each(?)))", idList(f.Settlements))
	}
	if doc != "a.doc" && !f.Stakeholder.IsZero() {
		q.add(" AND EXISTS (SELECT 1 FROM attended x WHERE x.doc=l.doc AND x.stakeholder=(SELECT rid FROM stakeholder WHERE id=?))", f.Stakeholder[:])
	}
	if doc != "g.doc" && len(f.Groups) > 0 {
		q.add(" AND EXISTS (SELECT 1 FROM engagement_group x WHERE x.doc=l.doc AND x.code IN (SELECT value FROM json_each(?)))", textList(f.Groups))
	}
	if len(f.IDs) > 0 {
		q.add(" AND +l.rid IN (SELECT rid FROM engagement WHERE id IN (SELECT unhex(value) FROM json_each(?)))", idList(f.IDs))
	}
	return q, true
}

func oneOf(q *query, column string, codes []string) {
	if len(codes) > 0 {
		q.add(" AND "+column+" IN (SELECT value FROM json_each(?))", textList(codes))
	}
}

// textList and idList bind a list of any length as one value, so that queries have few shapes.
func textList(list []string) string {
	b, _ := json.Marshal(list)
	return string(b)
}

func idList(ids []data.ID) string {
	hexes := make([]string, len(ids))
	for i, id := range ids {
		hexes[i] = hex.EncodeToString(id[:])
	}
	return textList(hexes)
}
