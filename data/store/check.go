package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"dogovor/data"
)

// Report is what Check found; without findings the database is whole.
type Report struct {
	Path     string    `json:"path"`
	Schema   int       `json:"schema"`
	Records  int       `json:"records"`
	Changes  int       `json:"changes"`
	Files    int       `json:"files"` // kept with records
	Findings []Finding `json:"findings"`
}

// Finding is one thing that is wrong.
type Finding struct {
	Code   string  `json:"code"` // file, schema, link, attachment, history, sequence, index
	Type   string  `json:"type,omitempty"`
	ID     data.ID `json:"id,omitzero"`
	Detail string  `json:"detail,omitempty"`
}

func (f Finding) String() string {
	return strings.Join(slices.DeleteFunc([]string{f.Code + ":", f.Type, f.ID.String(), f.Detail}, func(s string) bool { return s == "" }), " ")
}

// Message is the sentence for people: what is wrong and what to do.
func (f Finding) Message() string { return "check." + f.Code }

// mostFindings of one kind are told: a damaged file has thousands.
const mostFindings = 20

type checking struct {
	*reading
	report *Report
	told   map[string]int
}

func (c *checking) find(code, recordType string, id data.ID, format string, args ...any) {
	if c.told[code]++; c.told[code] <= mostFindings {
		c.report.Findings = append(c.report.Findings, Finding{Code: code, Type: recordType, ID: id, Detail: fmt.Sprintf(format, args...)})
	}
}

// Check looks at the whole database and changes nothing: the file, its schema, the links between records, whether the history leads to the
// records as they are, whether any laptop's changes have a gap, and whether lists and search hold what the records say.
func (s *Store) Check(ctx context.Context) (Report, error) {
	report := Report{Path: s.path, Schema: s.schema, Findings: []Finding{}}
	// A connection of its own: the search index is compared through temporary tables.
	p, err := openPool(ctx, s.path, s.reads, 1)
	if err != nil {
		return report, fault(err, s.path)
	}
	defer p.close()
	err = s.readOn(ctx, p, func(r *reading) error {
		c := &checking{reading: r, report: &report, told: map[string]int{}}
		if sound, err := c.file(); err != nil || !sound {
			return err // reading on in a damaged file would only find more of the same
		}
		for _, step := range []func() error{c.schema, c.links, c.files, c.history, c.sequences, c.lists, c.used, c.names, c.texts} {
			if err := step(); err != nil {
				return err
			}
		}
		return nil
	})
	if code := data.ErrorCode(err); code == "db.corrupt" {
		report.Findings = append(report.Findings, Finding{Code: "file", Detail: err.Error()})
		err = nil
	}
	return report, err
}

// file has SQLite look through every page, index and search table.
func (c *checking) file() (sound bool, err error) {
	sound = true
	err = c.each(func(sc scanner) error {
		var line string
		err := sc.Scan(&line)
		if line != "ok" {
			sound = false
			c.find("file", "", data.ID{}, "%s", line)
		}
		return err
	}, "PRAGMA integrity_check(20)")
	return sound, err
}

// schema compares the columns with the fields of the record types.
func (c *checking) schema() error {
	for _, t := range data.Types {
		for _, problem := range c.columns(c.s.tables[t]) {
			c.find("schema", t.Name, data.ID{}, "%s", problem)
		}
	}
	return nil
}

// columns tells how a table differs from its record type.
func (r *reading) columns(tb *table) (problems []string) {
	have := map[string]bool{}
	err := r.each(func(sc scanner) error {
		var name string
		err := sc.Scan(&name)
		have[name] = true
		return err
	}, "SELECT name FROM pragma_table_info(?)", tb.Name)
	if err != nil {
		return []string{err.Error()}
	}
	for _, name := range append(strings.Split(metaColumns, ","), fieldNames(tb.Type)...) {
		if !have[name] {
			problems = append(problems, "no column "+name)
		}
		delete(have, name)
	}
	for name := range have {
		problems = append(problems, "no field for column "+name)
	}
	return problems
}

func fieldNames(t *data.Type) (out []string) {
	for _, f := range t.Fields {
		out = append(out, f.Name)
	}
	return out
}

func (c *checking) links() error {
	return c.each(func(sc scanner) error {
		var table, to string
		var rid sql.NullInt64
		if err := sc.Scan(&table, &rid, &to); err != nil {
			return err
		}
		c.find("link", table, data.ID{}, "row %d points at a %s that is not there", rid.Int64, to)
		return nil
	}, `SELECT "table", rowid, parent FROM pragma_foreign_key_check`)
}

// written is one change as the replay needs it.
type written struct {
	id    int64
	typ   int
	kind  int
	field int
	value sql.NullString
}

// history replays the changes of every record and compares the outcome with the record.
func (c *checking) history() error {
	var row data.ID
	var changes []written
	rows := 0
	flush := func() error {
		if len(changes) == 0 {
			return nil
		}
		rows++
		err := c.replay(row, changes)
		changes = changes[:0]
		return err
	}
	err := c.each(func(sc scanner) error {
		var id data.ID
		var w written
		if err := sc.Scan(&id, &w.id, &w.typ, &w.kind, &w.field, &w.value); err != nil {
			return err
		}
		c.report.Changes++
		if id != row {
			if err := flush(); err != nil {
				return err
			}
			row = id
		}
		changes = append(changes, w)
		return nil
	}, "SELECT row, id, type, kind, field, new FROM change ORDER BY row")
	if err == nil {
		err = flush()
	}
	if err != nil {
		return err
	}
	for _, t := range data.Types {
		err := c.each(func(sc scanner) error {
			var id data.ID
			err := sc.Scan(&id)
			c.find("history", t.Name, id, "no making")
			return err
		}, "SELECT id FROM "+t.Name+" r WHERE NOT EXISTS (SELECT 1 FROM change WHERE row=r.id AND field=0) LIMIT 20")
		if err != nil {
			return err
		}
		var n int
		if err := c.row("SELECT count(*) FROM " + t.Name).Scan(&n); err != nil {
			return err
		}
		c.report.Records += n
	}
	return nil
}

func (c *checking) replay(row data.ID, changes []written) error {
	slices.SortFunc(changes, func(a, b written) int { return int(a.id - b.id) })
	var t *data.Type
	for _, x := range data.Types {
		if x.Code == changes[0].typ {
			t = x
		}
	}
	if t == nil {
		c.find("history", "", row, "of an unknown type %d", changes[0].typ)
		return nil
	}
	stored, _, err := c.get(t, row)
	if err != nil {
		return err
	}
	if stored == nil {
		c.find("history", t.Name, row, "the record is not there")
		return nil
	}
	rec := t.New()
	values := map[string]json.RawMessage{}
	for _, w := range changes {
		if w.kind == made {
			if err := json.Unmarshal([]byte(w.value.String), &values); err != nil {
				c.find("history", t.Name, row, "change %d cannot be read", w.id)
			}
			continue
		}
		values[fmt.Sprint(w.field)] = json.RawMessage(w.value.String)
	}
	if b, ok := values[fmt.Sprint(binnedField)]; (ok && string(b) == "true") != stored.Head().Binned {
		c.find("history", t.Name, row, "binned is not what its history says")
	}
	for _, f := range t.Fields {
		if err := f.SetJSON(rec, values[fmt.Sprint(f.ID)]); err != nil || !same(f.Value(rec), f.Value(stored)) {
			c.find("history", t.Name, row, "%s is not what its history says", f.Name)
		}
	}
	return nil
}

// sequences looks for gaps in the changes of each laptop.
func (c *checking) sequences() error {
	return c.each(func(sc scanner) error {
		var origin, n, first, last, known int64
		if err := sc.Scan(&origin, &n, &first, &last, &known); err != nil {
			return err
		}
		if first != 1 || last != n || known != last {
			c.find("sequence", "", data.ID{}, "laptop %d: %d changes from %d to %d, noted %d", origin, n, first, last, known)
		}
		return nil
	}, "SELECT c.origin, count(*), min(c.seq), max(c.seq), coalesce(o.seq, 0) FROM change c LEFT JOIN origin o ON o.origin=c.origin GROUP BY c.origin")
}
