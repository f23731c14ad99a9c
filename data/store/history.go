package store

import (
	"bytes"
	"context"
	"database/sql"
	"encoding/json"
	"slices"
	"strconv"

	"dogovor/data"
)

// History lists the changes of a record, its parts and the files kept with it, newest first; of a stakeholder also who was merged into it.
func (s *Store) History(ctx context.Context, recordType string, id data.ID) (out []data.Change, err error) {
	t := data.TypeNamed(recordType)
	if t == nil {
		return nil, data.NewError("record.missing", nil, "Type", recordType, "ID", id)
	}
	// of: the field of which the changes are told; 0 for all.
	query := "SELECT ?1 AS id, 0 AS of"
	for _, part := range s.tables[t].parts {
		query += " UNION ALL SELECT id, 0 FROM " + part.Name + " WHERE " + part.link.Name + "=?1"
	}
	if slices.Contains(data.AttachedTo(), t) {
		query += " UNION ALL SELECT id, 0 FROM attachment WHERE " + t.Name + "=?1"
	}
	if t == data.Stakeholders {
		query += " UNION ALL SELECT id, " + strconv.Itoa(mergedField().ID) + " FROM stakeholder WHERE merged_into=?1"
	}
	names := map[int]*data.Type{}
	for _, t := range data.Types {
		names[t.Code] = t
	}
	err = s.read(ctx, func(r *reading) error {
		return r.each(func(sc scanner) error {
			c, err := scanChange(sc, names)
			out = append(out, c)
			return err
		}, "SELECT c.type, c.row, c.kind, c.field, c.old, c.new, c.at, c.officer, c.laptop, c.batch FROM ("+query+") r CROSS JOIN change c ON c.row=r.id WHERE r.of IN (0, c.field) ORDER BY c.id DESC", id[:])
	})
	return out, err
}

func scanChange(sc scanner, types map[int]*data.Type) (c data.Change, err error) {
	var code, kind, field int
	var at int64
	var before, after, by, laptop sql.NullString
	if err := sc.Scan(&code, &c.Record, &kind, &field, &before, &after, &at, &by, &laptop, &c.Batch); err != nil {
		return c, err
	}
	c.At, c.By, c.Laptop, c.Old, c.New = instant(at), by.String, laptop.String, before.String, after.String
	t := types[code]
	if t == nil {
		c.Type, c.Kind, c.Field = strconv.Itoa(code), "changed", strconv.Itoa(field)
		return c, nil
	}
	c.Type = t.Name
	switch {
	case kind == made:
		c.Kind = "made"
		c.New, err = named(t, after.String)
	case field == binnedField && after.String == "true":
		c.Kind = "binned"
	case field == binnedField:
		c.Kind = "restored"
	default:
		c.Kind, c.Field = "changed", fieldName(t, field)
	}
	return c, err
}

func fieldName(t *data.Type, id int) string {
	for _, f := range t.Fields {
		if f.ID == id {
			return f.Name
		}
	}
	return strconv.Itoa(id) // of a newer program
}

// named turns the body of a making, by field ids, into one by field names, in the order of the fields.
func named(t *data.Type, body string) (string, error) {
	var byID map[string]json.RawMessage
	if err := json.Unmarshal([]byte(body), &byID); err != nil {
		return "", err
	}
	var b bytes.Buffer
	for _, f := range t.Fields {
		if v, ok := byID[strconv.Itoa(f.ID)]; ok {
			if b.Len() > 0 {
				b.WriteByte(',')
			}
			b.WriteString(`"` + f.Name + `":`)
			b.Write(v)
		}
	}
	return "{" + b.String() + "}", nil
}
