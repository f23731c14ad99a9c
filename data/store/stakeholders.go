package store

import (
	"context"
	"encoding/base64"
	"encoding/json"
	"strings"

	"dogovor/data"
	"dogovor/data/fold"
)

const stakeholderColumns = `SELECT l.rid, s.id, coalesce(s.number,''), coalesce(s.name,''), coalesce(l.kind,''), coalesce(s.sex,''), coalesce(s.groups,''), coalesce(s.party,''),
	s.vulnerable, coalesce(p.name,''), coalesce(p.name_cyrl,''), coalesce(o.name,''), coalesce(l.role,''), l.influence, l.interest, coalesce(l.position,''), l.met, l.came`

const stakeholderJoins = ` CROSS JOIN stakeholder s ON s.rid=l.rid LEFT JOIN settlement p ON p.rid=l.settlement LEFT JOIN stakeholder o ON o.rid=l.organisation`

func scanStakeholderRow(sc scanner, more ...any) (row data.StakeholderRow, rid int64, err error) {
	var groups string
	var met int64
	err = sc.Scan(append([]any{&rid, &row.ID, &row.Number, &row.Name, &row.Kind, &row.Sex, &groups, &row.Party, &row.Vulnerable, &row.SettlementName, &row.SettlementCyrl,
		&row.OrganisationName, &row.Role, &row.Influence, &row.Interest, &row.Position, &met, &row.Engagements}, more...)...)
	row.Groups = split(groups)
	if met > 0 {
		row.LastMet = data.DateOf(docTime(met))
	}
	return row, rid, err
}

// sortKeys are the columns of a sort; an index holds them in this order, behind binned.
func sortKeys(f data.StakeholderFilter) []string {
	switch {
	case f.Cyrillic && f.Sort == "settlement":
		return []string{"l.place_cyrl", "l.name_cyrl", "l.rid"}
	case f.Cyrillic && (f.Sort == "" || f.Sort == "name"):
		return []string{"l.name_cyrl", "l.rid"}
	}
	switch f.Sort {
	case "settlement":
		return []string{"l.place_key", "l.name_key", "l.rid"}
	case "last_met":
		return []string{"l.met", "l.name_key", "l.rid"}
	case "number":
		return []string{"l.number_key", "l.rid"}
	}
	return []string{"l.name_key", "l.rid"}
}

// Stakeholders lists the register. Like Engagements, a page costs the same however long the register is.
func (s *Store) Stakeholders(ctx context.Context, f data.StakeholderFilter, page data.Page) (out data.StakeholderPage, err error) {
	limit := page.Limit
	if limit <= 0 {
		limit = pageLimit
	}
	keys := sortKeys(f)
	q, ok := stakeholderQuery(stakeholderColumns+","+strings.Join(keys[:len(keys)-1], ","), stakeholderJoins, f)
	if !ok {
		return out, nil
	}
	if after, ok := openCursor(page.After, len(keys)); ok {
		q.add(" AND ("+strings.Join(keys, ",")+")"+map[bool]string{false: ">", true: "<"}[f.Descending]+"(?"+strings.Repeat(",?", len(keys)-1)+")", after...)
	}
	q.add(" ORDER BY "+strings.Join(keys, direction(f.Descending)+",")+direction(f.Descending)+" LIMIT ?", limit+1)
	err = s.read(ctx, func(r *reading) error {
		out = data.StakeholderPage{}
		var last []any
		return r.each(func(sc scanner) error {
			at := make([]any, len(keys))
			into := make([]any, len(keys)-1)
			for i := range into {
				into[i] = &at[i]
			}
			row, rid, err := scanStakeholderRow(sc, into...)
			if err != nil {
				return err
			}
			if len(out.Rows) == limit {
				out.Next = closeCursor(last)
				return nil
			}
			at[len(keys)-1] = rid
			last = at
			out.Rows = append(out.Rows, row)
			return nil
		}, q.String(), q.args...)
	})
	return out, err
}

// CountStakeholders counts what the filter leaves.
func (s *Store) CountStakeholders(ctx context.Context, f data.StakeholderFilter) (n int, err error) {
	q, ok := stakeholderQuery("SELECT count(*)", "", f)
	if !ok {
		return 0, nil
	}
	err = s.read(ctx, func(r *reading) error { return r.row(q.String(), q.args...).Scan(&n) })
	return n, err
}

// Members lists the memberships in an organisation that are not in the bin.
func (s *Store) Members(ctx context.Context, organisation data.ID) (out []*data.Membership, err error) {
	tb := s.tables[data.Memberships]
	err = s.read(ctx, func(r *reading) error {
		return r.each(func(sc scanner) error {
			rec, _, err := tb.scan(sc)
			if err == nil {
				out = append(out, rec.(*data.Membership))
			}
			return err
		}, tb.selectFrom+"WHERE organisation=? AND binned=0"+tb.order, organisation[:])
	})
	return out, err
}

func stakeholderQuery(columns, joins string, f data.StakeholderFilter) (q *query, ok bool) {
	q = &query{}
	q.add(columns+" FROM stakeholder_list l"+joins+" WHERE l.binned=?", f.Binned)
	if f.Text != "" {
		match := fold.Query(f.Text, true)
		if match == "" {
			return nil, false
		}
		q.add(" AND +l.rid IN (SELECT rowid FROM stakeholder_text WHERE stakeholder_text MATCH ?)", match)
	}
	if f.Kind != "" {
		q.add(" AND l.kind=?", f.Kind)
	}
	if !f.Settlement.IsZero() {
		q.add(" AND +l.settlement=(SELECT rid FROM settlement WHERE id=?)", f.Settlement[:])
	}
	if len(f.IDs) > 0 {
		q.add(" AND +l.rid IN (SELECT rid FROM stakeholder WHERE id IN (SELECT unhex(value) FROM json_each(?)))", idList(f.IDs))
	}
	if len(f.Groups) > 0 {
		q.add(" AND EXISTS (SELECT 1 FROM stakeholder_group g WHERE g.stakeholder=l.rid AND g.code IN (SELECT value FROM json_each(?)))", textList(f.Groups))
	}
	return q, true
}

// closeCursor writes the sort keys of the last row.
func closeCursor(keys []any) data.Cursor {
	type key struct {
		Blob []byte `json:"b,omitempty"`
		Text string `json:"t,omitempty"`
		Int  int64  `json:"i,omitempty"`
		Kind byte   `json:"k"`
	}
	out := make([]key, len(keys))
	for i, k := range keys {
		switch v := k.(type) {
		case []byte:
			out[i] = key{Blob: v, Kind: 'b'}
		case string:
			out[i] = key{Text: v, Kind: 't'}
		case int64:
			out[i] = key{Int: v, Kind: 'i'}
		}
	}
	b, _ := json.Marshal(out)
	return data.Cursor(base64.RawURLEncoding.EncodeToString(b))
}

// openCursor reads what closeCursor wrote; a cursor of another sort is none.
func openCursor(c data.Cursor, n int) (keys []any, ok bool) {
	var in []struct {
		B []byte
		T string
		I int64
		K byte
	}
	b, err := base64.RawURLEncoding.DecodeString(string(c))
	if c == "" || err != nil || json.Unmarshal(b, &in) != nil || len(in) != n {
		return nil, false
	}
	for _, k := range in {
		switch k.K {
		case 'b':
			if k.B == nil {
				k.B = []byte{}
			}
			keys = append(keys, k.B)
		case 't':
			keys = append(keys, k.T)
		default:
			keys = append(keys, k.I)
		}
	}
	return keys, true
}
