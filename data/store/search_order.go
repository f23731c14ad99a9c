package store

import (
	"cmp"
	"slices"
	"strings"

	"dogovor/data"
	"dogovor/data/fold"
)

// best puts the candidates in order and keeps as many as were asked for.
func (f *finder) best() []*candidate {
	types := data.SearchTypes()
	all := make([]*candidate, 0, len(f.hits))
	for _, c := range f.hits {
		all = append(all, c)
	}
	slices.SortFunc(all, func(a, b *candidate) int {
		return cmp.Or(cmp.Compare(rankOf(a.match), rankOf(b.match)), cmp.Compare(b.close, a.close), cmp.Compare(slices.Index(types, a.t), slices.Index(types, b.t)),
			cmp.Compare(boolNumber(a.other), boolNumber(b.other)), cmp.Compare(b.order, a.order), cmp.Compare(b.doc, a.doc))
	})
	if len(all) <= f.limit {
		return all
	}
	kept, of := map[*candidate]bool{}, map[*data.Type]int{}
	for _, c := range all { // a few of each type
		if of[c.t]++; of[c.t] <= leastOfType && len(kept) < f.limit {
			kept[c] = true
		}
	}
	for _, c := range all { // then the best
		if len(kept) < f.limit {
			kept[c] = true
		}
	}
	return slices.DeleteFunc(all, func(c *candidate) bool { return !kept[c] })
}

// nameMatch tells how a name fits what was typed, "" when it does not.
func (f *finder) nameMatch(name string) string {
	switch {
	case name == f.want:
		return data.HitSame
	case strings.HasPrefix(name, f.want):
		return data.HitBegins
	}
	words := strings.Fields(name)
	typed := strings.Fields(f.want)
	if len(words) == len(typed) && len(words) > 1 {
		slices.Sort(words)
		slices.Sort(typed)
		if slices.Equal(words, typed) {
			return data.HitSame // the surname first
		}
	}
	return data.HitName
}

func (f *finder) noteName(k key, order int64, title string) error {
	f.note(k, f.nameMatch(fold.Key(title)), order)
	return nil
}

// lookAtMarks puts names behind others that differ from what was typed in a mark alone: who types Đukić does not mean Dukić.
func (f *finder) lookAtMarks() error {
	if !fold.Marked(f.q.Text) {
		return nil
	}
	for _, c := range f.hits {
		if c.t != data.Stakeholders && c.t != data.Settlements || rankOf(c.match) > rankOf(data.HitName) || c.match == data.HitNumber {
			continue
		}
		id, err := f.id(c.key)
		if err != nil {
			return err
		}
		names, err := f.namesOf(c.t, id, false)
		if err != nil {
			return err
		}
		c.other = !fold.Agrees(names, f.q.Text)
	}
	return nil
}

func boolNumber(b bool) int {
	if b {
		return 1
	}
	return 0
}
