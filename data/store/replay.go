package store

import (
	"database/sql"
	"encoding/json"
	"slices"
	"strconv"
	"strings"

	"dogovor/data"
)

// takeOut gives a field the value it would have without a merge. It tells whether it stays because somebody changed it since.
func (x *writing) takeOut(f data.Field, rec data.Record, st mergeStep) (stays bool, err error) {
	now, t := f.Value(rec), rec.Type()
	changes, err := x.effects(st.row, f)
	if err != nil {
		return false, err
	}
	without, err := x.making(t, st.row)
	if err != nil {
		return false, err
	}
	byHand := false
	for _, e := range changes {
		switch {
		case e.merge && (!e.holds || e.batch == st.batch):
			continue
		case !e.merge && e.id > st.id:
			byHand = true
		}
		if err := e.on(f, without); err != nil {
			return false, err
		}
	}
	written := t.New()
	if err := f.SetJSON(written, json.RawMessage(st.new.String)); err != nil {
		return false, err
	}
	if byHand && same(now, f.Value(written)) { // changed, and changed back
		return false, f.SetJSON(rec, json.RawMessage(st.old.String))
	}
	_, list := f.Ptr(rec).(*[]string)
	return byHand && !list && same(now, f.Value(without)), f.SetJSON(rec, f.JSON(without))
}

// making is a record as it was made.
func (x *writing) making(t *data.Type, row data.ID) (data.Record, error) {
	rec := t.New()
	var body sql.NullString
	if ok, err := found(x.row("SELECT new FROM change WHERE row=? AND field=0 ORDER BY id LIMIT 1", row[:]).Scan(&body)); !ok {
		return nil, orElse(err, data.NewError("record.missing", nil, "Type", t.Name, "ID", row))
	}
	var byID map[string]json.RawMessage
	if err := json.Unmarshal([]byte(body.String), &byID); err != nil {
		return nil, err
	}
	for _, f := range t.Fields {
		if v, ok := byID[strconv.Itoa(f.ID)]; ok {
			if err := f.SetJSON(rec, v); err != nil {
				return nil, err
			}
		}
	}
	return rec, nil
}

// effect is a change of one field: by hand, or by a merge that holds still or was undone. The undoing itself has no effect of its own.
type effect struct {
	id            int64
	batch         data.ID
	before, after json.RawMessage
	merge, holds  bool
}

// effects reads what changed a field, oldest first.
func (x *writing) effects(row data.ID, f data.Field) (out []effect, err error) {
	err = x.each(func(sc scanner) error {
		var e effect
		var before, after string
		if err := sc.Scan(&e.id, &e.batch, &before, &after); err != nil {
			return err
		}
		e.before, e.after = json.RawMessage(before), json.RawMessage(after)
		out = append(out, e)
		return nil
	}, "SELECT id, batch, coalesce(old,'null'), coalesce(new,'null') FROM change WHERE row=? AND field=? ORDER BY id", row[:], f.ID)
	if err != nil {
		return nil, err
	}
	merged := mergedField().ID
	for i := range out {
		var last int64
		var of data.ID
		var into string
		err := x.row("SELECT id, row, coalesce(new,'') FROM change WHERE batch=? AND type=? AND field=? ORDER BY id DESC LIMIT 1", out[i].batch[:], data.Stakeholders.Code, merged).Scan(&last, &of, &into)
		if ok, err := found(err); err != nil {
			return nil, err
		} else if !ok {
			continue
		}
		var newest int64
		if err := x.row("SELECT max(id) FROM change WHERE row=? AND field=?", of[:], merged).Scan(&newest); err != nil {
			return nil, err
		}
		out[i].merge, out[i].holds = true, newest == last && into != "" && into != `""` && into != "null"
	}
	return out, nil
}

// on does to a field what the change did: where it finds what it found then, the same; else a merge moves only what it moved then, a list gains
// and loses what it gained and lost, a text gets what was written below it.
func (e effect) on(f data.Field, rec data.Record) error {
	before, after := rec.Type().New(), rec.Type().New()
	if err := f.SetJSON(before, e.before); err != nil {
		return err
	}
	if err := f.SetJSON(after, e.after); err != nil {
		return err
	}
	if same(f.Value(rec), f.Value(before)) {
		return f.SetJSON(rec, e.after)
	}
	switch p := f.Ptr(rec).(type) {
	case *data.ID:
		if e.merge {
			return nil
		}
	case *[]string:
		was, is := *f.Ptr(before).(*[]string), *f.Ptr(after).(*[]string)
		list := slices.DeleteFunc(slices.Clone(*p), func(s string) bool { return slices.Contains(was, s) && !slices.Contains(is, s) })
		for _, s := range is {
			if !slices.Contains(was, s) && !slices.Contains(list, s) {
				list = append(list, s)
			}
		}
		*p = list
		return nil
	case *string:
		was, is := *f.Ptr(before).(*string), *f.Ptr(after).(*string)
		if added, ok := strings.CutPrefix(is, was); ok && e.merge && was != "" {
			*p += added
			return nil
		}
	}
	return f.SetJSON(rec, e.after)
}
