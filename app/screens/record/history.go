package record

import (
	"encoding/json"
	"slices"
	"time"

	"dogovor/data"
)

// Entry is what one officer saved at one moment.
type Entry struct {
	At         time.Time
	By, Laptop string
	Batch      data.ID
	Lines      []string
}

// derived fields follow from others, or point at what has no name of its own: their changes say nothing new.
var derived = []string{"script", "pos", "point"}

// mergedInto is the field of a stakeholder that another one was merged into.
const mergedInto = "merged_into"

// History puts the changes of a record and its parts in words, newest first. root is the record whose page it is.
func History(s Speaker, root data.ID, changes []data.Change, names Names) []Entry {
	h := teller{Speaker: s, root: root, names: names, parts: map[data.ID]data.Record{}}
	changes = slices.Clone(changes)
	slices.SortStableFunc(changes, func(a, b data.Change) int { return a.At.Compare(b.At) })
	var entries []Entry
	born := data.ID{} // what came with the making of the whole goes without saying
	for _, c := range changes {
		if c.Record == root && c.Kind == "made" {
			born = c.Batch
		}
	}
	for _, c := range changes {
		line := h.line(c)
		if line == "" || c.Record != root && c.Kind == "made" && c.Batch == born {
			continue
		}
		if last := len(entries) - 1; last < 0 || entries[last].Batch != c.Batch || c.Batch.IsZero() {
			entries = append(entries, Entry{At: c.At, By: c.By, Laptop: c.Laptop, Batch: c.Batch})
		}
		last := &entries[len(entries)-1]
		last.Lines = append(last.Lines, line)
	}
	slices.Reverse(entries)
	return entries
}

// teller goes through changes oldest first, so that it knows what each part was called when it changed.
type teller struct {
	Speaker
	root  data.ID
	names Names
	parts map[data.ID]data.Record
}

func (h *teller) line(c data.Change) string {
	t := data.TypeNamed(c.Type)
	if t == nil {
		return "" // made by a newer program
	}
	w := h.Words()
	if c.Record != h.root {
		return h.partLine(t, c)
	}
	if c.Kind != "changed" {
		return w.T("record." + c.Kind)
	}
	return h.change(t, c, "")
}

func (h *teller) partLine(t *data.Type, c data.Change) string {
	if c.Field == mergedInto {
		return h.Words().T("duplicates.history", "Name", h.names.Of(h, c.Record))
	}
	if c.Kind == "made" {
		h.parts[c.Record] = read(c, c.New)
	}
	if c.Kind == "changed" {
		line := h.change(t, c, h.part(t, c.Record))
		if p := h.parts[c.Record]; p != nil {
			set(p, c.Field, c.New)
		}
		return line
	}
	return h.Words().T("record.part."+c.Kind, "Part", h.part(t, c.Record))
}

// part says which row of a record it is: its kind and the first thing that tells it from its neighbours.
func (h *teller) part(t *data.Type, id data.ID) string {
	kind := h.Words().T("record." + t.Name)
	r := h.parts[id]
	if r == nil {
		return kind
	}
	for _, f := range t.Fields {
		if f.Name == t.Of || slices.Contains(derived, f.Name) || f.IsZero(r) {
			continue
		}
		if name := Say(h, r, f.Name, h.names); name != "" {
			return h.Words().T("record.named", "Part", kind, "Name", name)
		}
	}
	return kind
}

func (h *teller) change(t *data.Type, c data.Change, part string) string {
	if slices.Contains(derived, c.Field) {
		return ""
	}
	before, after := read(c, c.Old), read(c, c.New)
	if before == nil || after == nil {
		return ""
	}
	w := h.Words()
	field := Label(h, t, c.Field)
	if part != "" {
		field = w.T("record.of", "Part", part, "Field", field)
	}
	old, now := Say(h, before, c.Field, h.names), Say(h, after, c.Field, h.names)
	if now == "" {
		now = w.T("record.empty")
	}
	if old == "" {
		return w.T("record.set", "Field", field, "New", now)
	}
	return w.T("record.change", "Field", field, "Old", old, "New", now)
}

// read makes a record that holds what one side of a change says; nil when this program does not know the type or the field.
func read(c data.Change, value string) data.Record {
	t := data.TypeNamed(c.Type)
	if t == nil || value == "" && c.Kind != "changed" {
		return nil
	}
	r := t.New()
	if c.Kind == "changed" {
		if !set(r, c.Field, value) {
			return nil
		}
		return r
	}
	var fields map[string]json.RawMessage
	if json.Unmarshal([]byte(value), &fields) != nil {
		return nil
	}
	for name, v := range fields {
		set(r, name, string(v))
	}
	return r
}

func set(r data.Record, column, value string) bool {
	f, ok := r.Type().Field(column)
	return ok && f.SetJSON(r, json.RawMessage(value)) == nil
}
