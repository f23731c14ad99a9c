package store

import (
	"cmp"
	"context"
	"hash/maphash"
	"slices"
	"strings"
	"unicode/utf8"

	"dogovor/data"
	"dogovor/data/fold"
)

// mostInBlock is how many stakeholders may share a name, a phone or an address before it says nothing by itself: a name that sixty have, the
// telephone of a town hall.
const mostInBlock = 60

// mostCandidates is how many of those with a name like the one typed are compared.
const mostCandidates = 200

// Similar finds stakeholders that one may be, the likeliest first: by name in any script, order of words and with one typing error, by phone and
// by e-mail. It need not be stored yet. Those in the bin, and those it is known not to be, are left out.
func (s *Store) Similar(ctx context.Context, of *data.Stakeholder, limit int) (out []data.Similar, err error) {
	err = s.read(ctx, func(r *reading) error {
		me, err := r.likenessOf(of)
		if err != nil {
			return err
		}
		known, err := r.notSame()
		if err != nil {
			return err
		}
		rids, err := r.candidates(of)
		if err != nil {
			return err
		}
		found := map[data.ID]data.Similar{}
		var ids []data.ID
		for rid := range rids {
			other, err := scanLikeness(r.row(selectLikeness+" AND l.rid=?", rid))
			if ok, err := rowFound(other, err); err != nil {
				return err
			} else if !ok || other.id == of.ID || known.has(of.ID, other.id) {
				continue
			}
			if score, reasons := compareLike(me, other); score > 0 {
				found[other.id] = data.Similar{Score: score, Reasons: reasons}
				ids = append(ids, other.id)
			}
		}
		rows, err := r.stakeholderRows(ids)
		for id, x := range found {
			x.StakeholderRow = rows[id]
			out = append(out, x)
		}
		slices.SortFunc(out, func(a, b data.Similar) int {
			return cmp.Or(cmp.Compare(b.Score, a.Score), cmp.Compare(a.Name, b.Name), a.ID.Compare(b.ID))
		})
		return err
	})
	if limit > 0 && len(out) > limit {
		out = out[:limit]
	}
	return out, err
}

func rowFound(l *likeness, err error) (bool, error) {
	ok, err := found(err)
	return ok && l != nil, err
}

// likenessOf is the likeness of a stakeholder as it stands in a form.
func (r *reading) likenessOf(s *data.Stakeholder) (*likeness, error) {
	l := &likeness{id: s.ID, kind: s.Kind, sex: s.Sex, names: likeNames(append([]string{data.CleanLine(s.Name)}, s.OtherNames...)...)}
	l.phones, l.emails = likeContacts(s.Phones, s.Emails)
	rid := func(table string, id data.ID) (n int64, err error) {
		_, err = found(r.row("SELECT rid FROM "+table+" WHERE id=?", id[:]).Scan(&n))
		return n, err
	}
	var err error
	if l.settlement, err = rid("settlement", s.Settlement); err != nil {
		return nil, err
	}
	for _, m := range s.Memberships {
		n, err := rid("stakeholder", m.Organisation)
		if err != nil {
			return nil, err
		}
		if n != 0 {
			l.organisation = append(l.organisation, n)
		}
	}
	return l, nil
}

// candidates are the rids of those that share a name, or one near to it, a phone number or an address with s.
func (r *reading) candidates(s *data.Stakeholder) (map[int64]bool, error) {
	var all []string
	for _, name := range append([]string{s.Name}, s.OtherNames...) {
		terms := fold.Terms(name, false)
		if len(terms) == 0 {
			continue
		}
		all = append(all, allOf(terms, markName))
		near, err := r.nearNames(terms)
		if err != nil {
			return nil, err
		}
		all = append(all, near)
	}
	for _, p := range s.Phones {
		if d := phoneDigits(p); len(d) >= leastPhone {
			all = append(all, `"`+markPhone+d+`"`)
		}
	}
	for _, e := range s.Emails {
		all = append(all, allOf(fold.Terms(e, false), ""))
	}
	rids := map[int64]bool{}
	for _, match := range all {
		if match == "" {
			continue
		}
		err := r.each(func(sc scanner) error {
			var rid int64
			err := sc.Scan(&rid)
			rids[rid] = true
			return err
		}, "SELECT rowid FROM stakeholder_text WHERE stakeholder_text MATCH ? LIMIT ?", match, mostCandidates)
		if err != nil {
			return nil, err
		}
	}
	return rids, nil
}

// pair is a pair of stakeholders that may be one, by their places in the list.
type pair struct {
	a, b    int32
	score   int
	reasons []string
}

// Duplicates finds all pairs of stakeholders that may be one and score at least least, the likeliest first. Only those that share a name, a phone
// number or an address are compared, so that a long register takes a second and not an hour.
func (s *Store) Duplicates(ctx context.Context, least, limit int) (out []data.DuplicatePair, err error) {
	err = s.read(ctx, func(r *reading) error {
		out = nil
		all, pairs, err := r.duplicates(least)
		if err != nil {
			return err
		}
		if limit > 0 && len(pairs) > limit {
			pairs = pairs[:limit]
		}
		var ids []data.ID
		for _, p := range pairs {
			ids = append(ids, all[p.a].id, all[p.b].id)
		}
		rows, err := r.stakeholderRows(ids)
		for _, p := range pairs {
			out = append(out, data.DuplicatePair{A: rows[all[p.a].id], B: rows[all[p.b].id], Score: p.score, Reasons: p.reasons})
		}
		return err
	})
	return out, err
}

// CountDuplicates counts the pairs.
func (s *Store) CountDuplicates(ctx context.Context, least int) (n int, err error) {
	err = s.read(ctx, func(r *reading) error {
		_, pairs, err := r.duplicates(least)
		n = len(pairs)
		return err
	})
	return n, err
}

func (r *reading) duplicates(least int) (all []*likeness, out []pair, err error) {
	err = r.each(func(sc scanner) error {
		l, err := scanLikeness(sc)
		all = append(all, l)
		return err
	}, selectLikeness+" ORDER BY l.rid")
	if err != nil {
		return nil, nil, err
	}
	known, err := r.notSame()
	if err != nil {
		return nil, nil, err
	}
	for _, p := range blocked(all) {
		if p.score, p.reasons = compareLike(all[p.a], all[p.b]); p.score >= least && !known.has(all[p.a].id, all[p.b].id) {
			out = append(out, p)
		}
		if err := r.ctx.Err(); err != nil {
			return nil, nil, err
		}
	}
	slices.SortFunc(out, func(a, b pair) int {
		return cmp.Or(cmp.Compare(b.score, a.score), cmp.Compare(a.a, b.a), cmp.Compare(a.b, b.b))
	})
	return all, out, nil
}

// blocked gives the pairs that have something in common.
func blocked(all []*likeness) (out []pair) {
	type entry struct {
		key uint64
		at  int32
	}
	var entries []entry
	seed := maphash.MakeSeed()
	for i, l := range all {
		l.keys(func(key string) { entries = append(entries, entry{maphash.String(seed, key), int32(i)}) })
	}
	slices.SortFunc(entries, func(a, b entry) int { return cmp.Or(cmp.Compare(a.key, b.key), cmp.Compare(a.at, b.at)) })
	entries = slices.Compact(entries)
	var both []uint64
	for i := 0; i < len(entries); {
		j := i
		for j < len(entries) && entries[j].key == entries[i].key {
			j++
		}
		if j-i <= mostInBlock {
			for a := i; a < j; a++ {
				for b := a + 1; b < j; b++ {
					both = append(both, uint64(entries[a].at)<<32|uint64(entries[b].at))
				}
			}
		}
		i = j
	}
	slices.Sort(both)
	for _, p := range slices.Compact(both) {
		out = append(out, pair{a: int32(p >> 32), b: int32(p & 0xffffffff)})
	}
	return out
}

// keys are what two stakeholders that may be one have in common: the words of a name, those with one letter less in one of them, a phone
// number, an address.
func (l *likeness) keys(f func(string)) {
	for _, n := range l.names {
		whole := strings.Join(n.sorted, " ")
		f("n" + whole)
		for i, w := range n.sorted {
			if utf8.RuneCountInString(w) < fold.NearFrom-1 || strings.ContainsFunc(w, fold.Han) {
				continue
			}
			others := strings.Join(append(slices.Clone(n.sorted[:i]), n.sorted[i+1:]...), " ")
			for _, k := range fold.NearKeys(w) {
				f("t" + others + "|" + k)
			}
		}
	}
	for _, p := range l.phones {
		f("p" + p)
	}
	for _, e := range l.emails {
		f("e" + e)
	}
}

// stakeholderRows reads lines of the register.
func (r *reading) stakeholderRows(ids []data.ID) (map[data.ID]data.StakeholderRow, error) {
	out := map[data.ID]data.StakeholderRow{}
	err := r.each(func(sc scanner) error {
		row, _, err := scanStakeholderRow(sc)
		out[row.ID] = row
		return err
	}, stakeholderColumns+" FROM stakeholder_list l"+stakeholderJoins+" WHERE l.rid IN (SELECT rid FROM stakeholder WHERE id IN (SELECT unhex(value) FROM json_each(?)))", idList(ids))
	return out, err
}

// known are pairs that are not the same.
type known struct {
	pairs map[[2]data.ID]bool
	into  map[data.ID]data.ID // who was merged into whom
}

// notSame reads the pairs that people said are not the same.
func (r *reading) notSame() (known, error) {
	k := known{map[[2]data.ID]bool{}, map[data.ID]data.ID{}}
	err := r.each(func(sc scanner) error {
		var from, to data.ID
		err := sc.Scan(&from, &to)
		k.into[from] = to
		return err
	}, "SELECT id, merged_into FROM stakeholder WHERE merged_into IS NOT NULL AND binned=1")
	if err != nil {
		return k, err
	}
	err = r.each(func(sc scanner) error {
		var a, b data.ID
		err := sc.Scan(&a, &b)
		d := data.NewDistinct(k.root(a), k.root(b)) // what is not the same as the one that was given up is not the same as the one kept
		k.pairs[[2]data.ID{d.A, d.B}] = true
		return err
	}, "SELECT a, b FROM not_same WHERE binned=0")
	return k, err
}

// root is whom a stakeholder was merged into at last.
func (k known) root(id data.ID) data.ID {
	for range len(k.into) {
		next, ok := k.into[id]
		if !ok {
			break
		}
		id = next
	}
	return id
}

func (k known) has(a, b data.ID) bool {
	d := data.Distinct{A: a, B: b}
	d.Clean()
	return k.pairs[[2]data.ID{d.A, d.B}]
}

// SetDistinct remembers that two stakeholders are not the same; the batch undoes it.
func (s *Store) SetDistinct(ctx context.Context, a, b data.ID) (batch data.ID, err error) {
	return s.saveByID(ctx, data.NewDistinct(a, b))
}
