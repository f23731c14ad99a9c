package store

import (
	"context"
	"slices"

	"dogovor/data"
	"dogovor/data/fold"
)

// leastOfType is how many hits of each type are shown, if there are so many, before the best ones take the rest of the places.
const leastOfType = 3

// enough is how many candidates of a type are looked at, at least, when many records fit: the newest ones.
const enough = 48

// mostPhrases is how many records that hold the words of a phrase are read to see whether they hold it in one.
const mostPhrases = 400

// textTables hold the search texts of the record types.
var textTables = map[*data.Type]string{
	data.Stakeholders: "stakeholder_text", data.Engagements: "engagement_text", data.Settlements: "other_text", data.Attachments: "other_text",
	data.Issues: "follow_text", data.Commitments: "follow_text", data.Grievances: "follow_text", data.Tasks: "follow_text",
}

// finder answers one search.
type finder struct {
	*reading
	q       data.Search
	terms   []fold.Term
	exact   []fold.Term // of phrases
	want    string      // the words as a name would be stored
	places  []int64     // rids of the settlements asked for
	overdue bool
	today   data.Date
	limit   int
	hits    map[key]*candidate
}

// key names a record in the search texts: an engagement by its doc, a stakeholder by its rid, others by rid and type.
type key struct {
	t   *data.Type
	doc int64
}

// candidate is a record that was found.
type candidate struct {
	key
	match string
	order int64 // the higher, the sooner among those with the same match
	close int   // of names with a typing error: the higher, the nearer
	other bool  // it folds as what was typed, and is written otherwise
}

// Search finds records of all types by what a person typed (package data/find makes a Search of it). The best come first: an exact number, a
// whole name, a beginning of a name, words of a name, a part of one, words anywhere, at last names with a typing error; each of them with
// those met or held last first. Of every type that has hits a few are among the limit. An empty search gives what was changed last. What is in
// the bin is not found.
func (s *Store) Search(ctx context.Context, q data.Search, limit int) (hits []data.Hit, err error) {
	if limit <= 0 {
		limit = pageLimit
	}
	if q.Nothing {
		return nil, nil
	}
	f := &finder{q: q, terms: fold.Terms(q.Text, true), want: fold.Key(q.Text), limit: limit, today: data.DateOf(s.now())}
	for _, p := range q.Phrases {
		f.exact = append(f.exact, fold.Terms(p, false)...)
	}
	f.overdue = slices.Contains(q.Statuses, data.FollowOverdue)
	err = s.read(ctx, func(r *reading) error {
		f.reading, f.hits, hits = r, map[key]*candidate{}, nil
		found, err := f.find()
		if err != nil {
			return err
		}
		for _, c := range found {
			h, ok, err := f.show(c)
			if err != nil {
				return err
			}
			if ok {
				h.Rank = len(hits) + 1
				hits = append(hits, h)
			}
		}
		return nil
	})
	return hits, err
}

// find gathers candidates of every type, and puts them in order.
func (f *finder) find() ([]*candidate, error) {
	if f.q.Empty() {
		return f.recent()
	}
	if len(f.terms)+len(f.exact) == 0 && !f.q.Narrowed() {
		return nil, nil // typed, but no word in it
	}
	if err := f.loadPlaces(); err != nil {
		return nil, err
	}
	if f.plain() {
		if err := f.byNumber(); err != nil {
			return nil, err
		}
		if err := f.byPhone(); err != nil {
			return nil, err
		}
		if err := f.byNames(); err != nil {
			return nil, err
		}
	}
	for _, t := range f.types() {
		if err := f.byWords(t); err != nil {
			return nil, err
		}
	}
	if f.plain() {
		if err := f.byNearNames(); err != nil {
			return nil, err
		}
	}
	if err := f.lookAtMarks(); err != nil {
		return nil, err
	}
	return f.best(), nil
}

// plain tells whether words alone are asked for, be it of some types: then numbers and names are looked for by themselves.
func (f *finder) plain() bool {
	q := f.q
	q.Types = nil
	return len(f.terms) > 0 && len(f.exact) == 0 && !q.Narrowed()
}

// most is how many candidates of a type are looked at when many records fit.
func (f *finder) most() int { return max(enough, f.limit) }

// types are those that are looked for.
func (f *finder) types() (out []*data.Type) {
	for _, t := range data.SearchTypes() {
		if (len(f.q.Types) == 0 || slices.Contains(f.q.Types, t.Name)) && f.fits(t) {
			out = append(out, t)
		}
	}
	return out
}

func (f *finder) loadPlaces() error {
	if len(f.q.Settlements) == 0 {
		return nil
	}
	return f.each(func(sc scanner) error {
		var rid int64
		err := sc.Scan(&rid)
		f.places = append(f.places, rid)
		return err
	}, "SELECT rid FROM settlement WHERE id IN (SELECT unhex(value) FROM json_each(?))", idList(f.q.Settlements))
}

// note keeps a candidate with its best match.
func (f *finder) note(k key, match string, order int64) {
	if c := f.hits[k]; c == nil {
		f.hits[k] = &candidate{key: k, match: match, order: order}
	} else if rankOf(match) < rankOf(c.match) {
		c.match = match
	}
}

func rankOf(match string) int { return slices.Index(data.HitOrder, match) }

// count tells how many candidates of a type there are.
func (f *finder) count(t *data.Type) (n int) {
	for k := range f.hits {
		if k.t == t {
			n++
		}
	}
	return n
}

// byWords finds records of one type by the words of their names, then by those of all their texts.
func (f *finder) byWords(t *data.Type) error {
	narrow := f.narrowed(t)
	if len(f.terms) > 0 && len(f.exact) == 0 {
		if err := f.match(t, both(allOf(f.terms, markName), narrow), f.most(), f.noteName); err != nil {
			return err
		}
		if f.count(t) < f.limit && (t == data.Stakeholders || t == data.Settlements) && f.within() {
			err := f.match(t, both(allOf(f.terms, markName, markWithin), narrow), f.most(), func(k key, order int64, _ string) error {
				f.note(k, data.HitWithin, order)
				return nil
			})
			if err != nil {
				return err
			}
		}
	}
	if f.count(t) >= f.limit {
		return nil
	}
	all := both(allOf(f.terms, ""), allOf(f.exact, ""), narrow)
	// Those already found by their names come again: ask for as many more.
	most := f.limit + f.count(t)
	if len(f.exact) > 0 {
		most = mostPhrases
	}
	kept := 0
	return f.match(t, all, most, func(k key, order int64, title string) error {
		if kept >= f.limit || f.hits[k] != nil {
			return nil
		}
		if len(f.exact) > 0 {
			if ok, err := f.holdsPhrases(k); err != nil || !ok {
				return err
			}
		}
		kept++
		f.note(k, data.HitText, order)
		return nil
	})
}

// within tells whether the words are long enough to be looked for in the middle of others.
func (f *finder) within() bool {
	return !slices.ContainsFunc(f.terms, func(t fold.Term) bool { return t.Han || !t.Begins || len(t.Token) < leastWithin })
}
