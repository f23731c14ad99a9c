package store

import (
	"context"

	"dogovor/data"
	"dogovor/data/fold"
)

const commitmentColumns = `SELECT l.rid, l.due_key, c.id, coalesce(c.number,''), coalesce(c.promise,''), l.status, coalesce(c.due,''), coalesce(l.owner,''), coalesce(l.topic,''),
	p.id, coalesce(p.name,''), coalesce(p.name_cyrl,''), c.point, coalesce(c.done_on,''), coalesce(c.told_on,''), l.restricted`

const commitmentJoins = ` CROSS JOIN commitment c ON c.rid=l.rid LEFT JOIN settlement p ON p.rid=l.settlement`

func scanCommitmentRow(sc scanner) (row data.CommitmentRow, rid int64, dueKey string, err error) {
	err = sc.Scan(&rid, &dueKey, &row.ID, &row.Number, &row.Promise, &row.Status, &row.Original, &row.Owner, &row.Topic,
		&row.Settlement, &row.SettlementName, &row.SettlementCyrl, &row.Point, &row.DoneOn, &row.ToldOn, &row.Restricted)
	if dueKey != noDue {
		row.Due = data.Date(dueKey)
	}
	return row, rid, dueKey, err
}

// Commitments lists promises by their latest due date. Like Engagements, a page costs the same however many there are.
func (s *Store) Commitments(ctx context.Context, f data.CommitmentFilter, page data.Page) (out data.CommitmentPage, err error) {
	limit := page.Limit
	if limit <= 0 {
		limit = pageLimit
	}
	q, ok := commitmentQuery(commitmentColumns, commitmentJoins, f)
	if !ok {
		return out, nil
	}
	if after, ok := openCursor(page.After, 2); ok {
		q.add(" AND (l.due_key,l.rid)"+map[bool]string{false: ">", true: "<"}[f.Descending]+"(?,?)", after...)
	}
	q.add(" ORDER BY l.due_key"+direction(f.Descending)+", l.rid"+direction(f.Descending)+" LIMIT ?", limit+1)
	err = s.read(ctx, func(r *reading) error {
		out = data.CommitmentPage{}
		var last []any
		return r.each(func(sc scanner) error {
			row, rid, dueKey, err := scanCommitmentRow(sc)
			if err != nil {
				return err
			}
			if len(out.Rows) == limit {
				out.Next = closeCursor(last)
				return nil
			}
			last = []any{dueKey, rid}
			out.Rows = append(out.Rows, row)
			return nil
		}, q.String(), q.args...)
	})
	return out, err
}

// CountCommitments counts what the filter leaves.
func (s *Store) CountCommitments(ctx context.Context, f data.CommitmentFilter) (n int, err error) {
	q, ok := commitmentQuery("SELECT count(*)", "", f)
	if !ok {
		return 0, nil
	}
	err = s.read(ctx, func(r *reading) error { return r.row(q.String(), q.args...).Scan(&n) })
	return n, err
}

// OverdueCommitments counts the open promises whose latest date is before today: a look at one stretch of an index.
func (s *Store) OverdueCommitments(ctx context.Context, today data.Date) (int, error) {
	return s.CountCommitments(ctx, data.CommitmentFilter{State: data.CommitmentsOverdue, Today: today})
}

// CommitmentOwners are those who have promises to see to, in the order of their names.
func (s *Store) CommitmentOwners(ctx context.Context) (out []string, err error) {
	err = s.read(ctx, func(r *reading) error {
		return r.each(func(sc scanner) error {
			var o string
			err := sc.Scan(&o)
			out = append(out, o)
			return err
		}, "SELECT DISTINCT owner FROM commitment_list WHERE binned=0 AND owner IS NOT NULL")
	})
	byName(out, func(o string) string { return o })
	return out, err
}

// commitmentQuery builds the query up to its order; ok is false when nothing can be found.
func commitmentQuery(columns, joins string, f data.CommitmentFilter) (q *query, ok bool) {
	q = &query{}
	q.add(columns+" FROM commitment_list l"+joins+" WHERE l.binned=?", f.Binned)
	if f.Text != "" {
		match := fold.Query(f.Text, true)
		if match == "" {
			return nil, false // typed, but no word in it
		}
		q.add(" AND +l.rid IN (SELECT rowid FROM commitment_text WHERE commitment_text MATCH ?)", match)
	}
	switch f.State {
	case "":
	case data.CommitmentsOverdue:
		q.add(" AND l.status=? AND l.due_key<?", data.CommitmentOpen, string(f.Today))
	case data.CommitmentsDueSoon:
		q.add(" AND l.status=? AND l.due_key>=? AND l.due_key<=?", data.CommitmentOpen, string(f.Today), string(f.Today.AddDays(data.SoonDays)))
	default:
		q.add(" AND l.status=?", f.State)
	}
	if f.Owner != "" {
		q.add(" AND +l.owner=?", f.Owner)
	}
	if f.Topic != "" {
		q.add(" AND +l.topic=?", f.Topic)
	}
	if !f.Settlement.IsZero() {
		q.add(" AND l.settlement=(SELECT rid FROM settlement WHERE id=?)", f.Settlement[:])
	}
	if !f.Engagement.IsZero() {
		q.add(" AND l.engagement=(SELECT rid FROM engagement WHERE id=?)", f.Engagement[:])
	}
	if !f.Stakeholder.IsZero() {
		q.add(" AND +l.rid IN (SELECT c.rid FROM recipient x JOIN commitment c ON c.id=x.commitment WHERE x.stakeholder=? AND x.binned=?)", f.Stakeholder[:], f.Binned)
	}
	if len(f.IDs) > 0 {
		q.add(" AND +l.rid IN (SELECT rid FROM commitment WHERE id IN (SELECT unhex(value) FROM json_each(?)))", idList(f.IDs))
	}
	return q, true
}
