package store

import (
	"fmt"

	"dogovor/data"
)

// checkLinks refuses records that point at a record which does not exist. It runs after all rows are written, so that records saved
// together may point at each other.
func (x *writing) checkLinks(recs []data.Record) error {
	known := map[data.ID]bool{}
	var ps data.Problems
	for _, r := range recs {
		missing, err := x.missingLinks(r, known)
		if err != nil {
			return err
		}
		for _, name := range missing {
			ps = append(ps, data.Problem{Field: name, Code: "unknown_record"})
		}
		row := map[*data.Type]int{}
		for _, p := range r.Parts() {
			missing, err := x.missingLinks(p, known)
			if err != nil {
				return err
			}
			for _, name := range missing {
				ps = append(ps, data.Problem{Field: fmt.Sprintf("%s.%d.%s", p.Type().Name, row[p.Type()], name), Code: "unknown_record"})
			}
			row[p.Type()]++
		}
	}
	return ps.Err()
}

// fileField of an attachment points at its bytes.
const fileField = "sha256"

// missingLinks names the fields of one record that point at nothing; known saves asking twice.
func (x *writing) missingLinks(r data.Record, known map[data.ID]bool) (fields []string, err error) {
	tb := x.s.tables[r.Type()]
	for _, f := range tb.Fields {
		p, ok := f.Ptr(r).(*data.ID)
		if !ok || p.IsZero() {
			continue
		}
		to := tb.refs[f.Name]
		if to == nil {
			return nil, fmt.Errorf("%s.%s has no foreign key", tb.Name, f.Name)
		}
		if _, asked := known[*p]; !asked {
			var n int
			if err := x.row("SELECT count(*) FROM "+to.Name+" WHERE id=?", p[:]).Scan(&n); err != nil {
				return nil, err
			}
			known[*p] = n == 1
		}
		if !known[*p] {
			fields = append(fields, f.Name)
		}
	}
	if a, ok := r.(*data.Attachment); ok && len(fields) == 0 {
		if there, err := x.hasFile(a); err != nil || !there {
			return []string{fileField}, err
		}
	}
	return fields, nil
}
