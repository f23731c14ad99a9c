package store

import (
	"bufio"
	"context"
	"database/sql"
	"encoding/json"
	"io"
	"strconv"
	"time"

	"dogovor/data"
)

// The one exchange format of docs/export.md.
const (
	exportFormat  = "dogovor"
	exportVersion = 1
	exportTime    = "2006-01-02T15:04:05.000Z" // UTC, as fine as the store keeps it
)

// changeJSON is one change in the export. Origin and clock are strings, as many JSON readers cut integers of 64 bits.
type changeJSON struct {
	Origin  int64           `json:"origin,string"`
	Seq     int64           `json:"seq"`
	HLC     int64           `json:"hlc,string"`
	At      string          `json:"at"`
	Schema  int             `json:"schema"`
	Batch   data.ID         `json:"batch"`
	Officer string          `json:"officer"`
	Laptop  string          `json:"laptop"`
	Type    int             `json:"type"`
	Row     data.ID         `json:"row"`
	Kind    int             `json:"kind"`
	Field   int             `json:"field"`
	Old     json.RawMessage `json:"old,omitempty"`
	New     json.RawMessage `json:"new,omitempty"`
	Base    json.RawMessage `json:"base,omitempty"`
}

// Export writes every record, those in the bin too, the files kept with them and the whole history as one JSON document. The same records give the same bytes;
// imported into an empty database it gives the same export again. Drafts stay on the laptop.
func (s *Store) Export(ctx context.Context, w io.Writer) error {
	b := bufio.NewWriterSize(w, 1<<16)
	err := s.read(ctx, func(r *reading) error {
		sample, err := r.sample()
		if err != nil {
			return err
		}
		b.WriteString(`{"format":"` + exportFormat + `","version":` + strconv.Itoa(exportVersion) + `,"schema":` + strconv.Itoa(s.schema) +
			`,"sample":` + strconv.FormatBool(sample) + `,"files":[`)
		if err := r.exportFiles(b); err != nil {
			return err
		}
		b.WriteString("],\n\"records\":{")
		for i, t := range data.Types {
			if i > 0 {
				b.WriteByte(',')
			}
			b.WriteString("\n\"" + t.Name + "\":[")
			if err := r.exportRecords(b, s.tables[t]); err != nil {
				return err
			}
			b.WriteByte(']')
		}
		b.WriteString("},\n\"changes\":[")
		if err := r.exportChanges(b); err != nil {
			return err
		}
		b.WriteString("]}\n")
		return nil
	})
	if e := b.Flush(); e != nil {
		return e // the writer's own fault, not the database's
	}
	return err
}

func (r *reading) exportRecords(b *bufio.Writer, tb *table) error {
	first := true
	return r.each(func(sc scanner) error {
		rec, _, err := tb.scan(sc)
		if err != nil {
			return err
		}
		separate(b, &first)
		h := rec.Head()
		b.WriteString(`{"id":"` + h.ID.String() + `","binned":` + strconv.FormatBool(h.Binned) +
			`,"created_at":"` + h.CreatedAt.Format(exportTime) + `","created_by":` + quote(h.CreatedBy) +
			`,"updated_at":"` + h.UpdatedAt.Format(exportTime) + `","updated_by":` + quote(h.UpdatedBy))
		for _, f := range tb.Fields {
			b.WriteString(`,"` + f.Name + `":`)
			b.Write(f.JSON(rec))
		}
		return b.WriteByte('}') // a full disk shows here: the writer keeps its first error
	}, tb.selectFrom+"ORDER BY id")
}

func (r *reading) exportChanges(b *bufio.Writer) error {
	first := true
	return r.each(func(sc scanner) error {
		c, err := scanChangeJSON(sc)
		if err != nil {
			return err
		}
		line, err := json.Marshal(c)
		if err != nil {
			return err
		}
		separate(b, &first)
		_, err = b.Write(line)
		return err
	}, "SELECT origin, seq, hlc, at, schema, batch, officer, laptop, type, row, kind, field, old, new, base FROM change ORDER BY id")
}

func scanChangeJSON(sc scanner) (c changeJSON, err error) {
	var at int64
	var officer, laptop, before, after, base sql.NullString
	err = sc.Scan(&c.Origin, &c.Seq, &c.HLC, &at, &c.Schema, &c.Batch, &officer, &laptop, &c.Type, &c.Row, &c.Kind, &c.Field, &before, &after, &base)
	c.At, c.Officer, c.Laptop = instant(at).Format(exportTime), officer.String, laptop.String
	c.Old, c.New, c.Base = raw(before), raw(after), raw(base)
	return c, err
}

func raw(s sql.NullString) json.RawMessage {
	if !s.Valid {
		return nil
	}
	return json.RawMessage(s.String)
}

// separate puts every entry on a line of its own.
func separate(b *bufio.Writer, first *bool) {
	if !*first {
		b.WriteByte(',')
	}
	*first = false
	b.WriteByte('\n')
}

func quote(s string) string {
	b, _ := json.Marshal(s)
	return string(b)
}

func parseTime(s string) (time.Time, error) { return time.Parse(time.RFC3339Nano, s) }
