package store

import (
	"slices"

	"dogovor/data"
)

// recentChanges is how far back in the history is looked for what was changed last.
const recentChanges = 2000

// recent finds the records that were changed last, the newest first.
func (f *finder) recent() (out []*candidate, err error) {
	types := map[int]*data.Type{}
	for _, t := range data.Types {
		types[t.Code] = t
	}
	type change struct {
		t  *data.Type
		id data.ID
	}
	var changes []change
	seen := map[data.ID]bool{}
	err = f.each(func(sc scanner) error {
		var code int
		var id data.ID
		if err := sc.Scan(&code, &id); err != nil {
			return err
		}
		if t := types[code]; t != nil && !seen[id] {
			seen[id] = true
			changes = append(changes, change{t, id})
		}
		return nil
	}, "SELECT type, row FROM change ORDER BY id DESC LIMIT ?", recentChanges)
	if err != nil {
		return nil, err
	}
	for _, c := range changes {
		if len(out) >= f.limit {
			break
		}
		if tb := f.s.tables[c.t]; tb.parent != nil {
			rec, _, err := f.get(c.t, c.id)
			if err != nil {
				return nil, err
			}
			if rec == nil {
				continue
			}
			c.t, c.id = tb.parent, *tb.link.Ptr(rec).(*data.ID)
		}
		if textTables[c.t] == "" {
			continue
		}
		k, ok, err := f.keyOf(c.t, c.id)
		if err != nil {
			return nil, err
		}
		if ok && !slices.ContainsFunc(out, func(o *candidate) bool { return o.key == k }) {
			out = append(out, &candidate{key: k, match: data.HitRecent})
		}
	}
	return out, nil
}

// keyOf is the key of a record that is not in the bin.
func (f *finder) keyOf(t *data.Type, id data.ID) (k key, ok bool, err error) {
	var rid int64
	var binned bool
	if ok, err = found(f.row("SELECT rid, binned FROM "+t.Name+" WHERE id=?", id[:]).Scan(&rid, &binned)); !ok || binned {
		return k, false, err
	}
	switch textTables[t] {
	case "engagement_text":
		ok, err = found(f.row("SELECT doc FROM engagement_list WHERE rid=?", rid).Scan(&rid))
	case "follow_text", "other_text":
		rid = otherDoc(t, rid)
	}
	return key{t, rid}, ok, err
}
