package store

import (
	"reflect"
	"slices"
	"strings"
	"time"

	"dogovor/data"
)

// table is how one record type lies in the database. It follows from the type alone; what an ID field points at is read from the
// table's foreign keys.
type table struct {
	*data.Type
	parent *data.Type            // the type it is a part of
	link   data.Field            // the field that names the parent
	parts  []*table              // the types that are parts of it
	refs   map[string]*data.Type // ID column → what it points at
	used   []data.Field          // fields whose words are suggested again

	selectFrom string // the columns, in the order scan reads them
	insert     string
	update     string
	order      string // of parts within their parent
}

// orderedBy are the fields that parts are put in order by, as far as they have them.
var orderedBy = []string{"pos", "on_day", "from_day"}

const metaColumns = "rid,id,binned,created_at,created_by,updated_at,updated_by"

func newTables() map[*data.Type]*table {
	all := map[*data.Type]*table{}
	for _, t := range data.Types {
		tb := &table{Type: t, refs: map[string]*data.Type{}, used: usedFields(t)}
		var cols, marks, sets []string
		for _, f := range t.Fields {
			cols = append(cols, f.Name)
			marks = append(marks, "?")
			sets = append(sets, f.Name+"=?")
		}
		list := strings.Join(cols, ",")
		tb.selectFrom = "SELECT " + metaColumns + "," + list + " FROM " + t.Name + " "
		tb.insert = "INSERT INTO " + t.Name + "(id,binned,created_at,created_by,updated_at,updated_by," + list + ") VALUES(?,?,?,?,?,?," + strings.Join(marks, ",") + ")"
		tb.update = "UPDATE " + t.Name + " SET binned=?,updated_at=?,updated_by=?," + strings.Join(sets, ",") + " WHERE id=?"
		tb.order = " ORDER BY "
		for _, name := range orderedBy {
			if slices.Contains(cols, name) {
				tb.order += name + ","
			}
		}
		tb.order += "id"
		if t.Of != "" {
			tb.parent = data.TypeNamed(t.Of)
			tb.link, _ = t.Field(t.Of)
			all[tb.parent].parts = append(all[tb.parent].parts, tb)
		}
		all[t] = tb
	}
	return all
}

// loadRefs learns from the foreign keys what the ID fields point at.
func (r *reading) loadRefs() error {
	for _, tb := range r.s.tables {
		err := r.each(func(sc scanner) error {
			var col, to string
			if err := sc.Scan(&col, &to); err != nil {
				return err
			}
			tb.refs[col] = data.TypeNamed(to)
			return nil
		}, `SELECT "from", "table" FROM pragma_foreign_key_list(?)`, tb.Name)
		if err != nil {
			return err
		}
	}
	return nil
}

// scan reads one row of selectFrom.
func (tb *table) scan(sc scanner) (data.Record, int64, error) {
	vals := make([]any, 7+len(tb.Fields))
	ptrs := make([]any, len(vals))
	for i := range vals {
		ptrs[i] = &vals[i]
	}
	if err := sc.Scan(ptrs...); err != nil {
		return nil, 0, err
	}
	rec := tb.New()
	h := rec.Head()
	if err := h.ID.Scan(vals[1]); err != nil {
		return nil, 0, err
	}
	h.Binned = vals[2] == int64(1)
	h.CreatedAt, h.UpdatedAt = instant(vals[3]), instant(vals[5])
	h.CreatedBy, _ = vals[4].(string)
	h.UpdatedBy, _ = vals[6].(string)
	for i, f := range tb.Fields {
		if err := f.SetValue(rec, vals[7+i]); err != nil {
			return nil, 0, err
		}
	}
	rid, _ := vals[0].(int64)
	return rec, rid, nil
}

// values are the record's fields for insert and update.
func (tb *table) values(rec data.Record) []any {
	out := make([]any, len(tb.Fields))
	for i, f := range tb.Fields {
		out[i] = f.Value(rec)
	}
	return out
}

func instant(v any) time.Time {
	ms, _ := v.(int64)
	return time.UnixMilli(ms).UTC()
}

func orNull(s string) any {
	if s == "" {
		return nil
	}
	return s
}

// get reads one record without its parts; nil when there is none.
func (r *reading) get(t *data.Type, id data.ID) (data.Record, int64, error) {
	tb := r.s.tables[t]
	rec, rid, err := tb.scan(r.row(tb.selectFrom+"WHERE id=?", id[:]))
	if ok, err := found(err); !ok {
		return nil, 0, err
	}
	return rec, rid, nil
}

// children reads the parts of one kind in their order, with or without those in the bin.
func (r *reading) children(tb *table, parent data.ID, binned bool) ([]data.Record, error) {
	where := "WHERE " + tb.link.Name + "=? AND binned=0"
	if binned {
		where = "WHERE " + tb.link.Name + "=?"
	}
	var out []data.Record
	err := r.each(func(sc scanner) error {
		rec, _, err := tb.scan(sc)
		out = append(out, rec)
		return err
	}, tb.selectFrom+where+tb.order, parent[:])
	return out, err
}

// whole reads a record with its parts; nil when there is none. Of a record in the bin the parts are those that went in with it.
func (r *reading) whole(t *data.Type, id data.ID) (data.Record, int64, error) {
	rec, rid, err := r.get(t, id)
	if rec == nil || err != nil {
		return nil, 0, err
	}
	for _, part := range r.s.tables[t].parts {
		var rows []data.Record
		if rec.Head().Binned {
			rows, err = r.wentWith(part, id)
		} else {
			rows, err = r.children(part, id, false)
		}
		if err != nil {
			return nil, 0, err
		}
		attach(rec, rows)
	}
	return rec, rid, nil
}

// attach puts parts of one type into the slice that the record has for them.
func attach(rec data.Record, parts []data.Record) {
	if len(parts) == 0 {
		return
	}
	v, want := reflect.ValueOf(rec).Elem(), reflect.TypeOf(parts[0])
	for i := range v.NumField() {
		f := v.Field(i)
		if f.Kind() == reflect.Slice && f.Type().Elem() == want {
			s := reflect.MakeSlice(f.Type(), 0, len(parts))
			for _, p := range parts {
				s = reflect.Append(s, reflect.ValueOf(p))
			}
			f.Set(s)
			return
		}
	}
}
