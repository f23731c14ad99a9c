package store

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"dogovor/data"
	"dogovor/data/fold"
)

// lastMet is how many of those met last are looked at for the first letters of a name, which fit more people than can be shown.
const lastMet = 400

// afterAll follows every name that begins with what stands before it.
const afterAll = "\U0010FFFF"

// byNumber finds records whose number it is, or begins so: E-26-BOR1-0014, e 26 bor1 14, E-26-, 14.
func (f *finder) byNumber() error {
	parts := strings.Fields(f.want)
	if len(parts) == 1 && !strings.ContainsFunc(parts[0], func(r rune) bool { return r < '0' || r > '9' }) {
		n, err := strconv.ParseInt(parts[0], 10, 64)
		if err != nil {
			return nil
		}
		for _, t := range f.types() {
			if t.Letter == "" {
				continue
			}
			if err := f.match(t, both(`"`+ridToken(markNumber, n)+`"`, f.narrowed(t)), f.limit, f.noteNumber); err != nil {
				return err
			}
		}
		return nil
	}
	if len(parts) < 2 || len(parts[0]) != 1 {
		return nil
	}
	begin := strings.ToUpper(strings.Join(parts, "-"))
	if n, err := strconv.Atoi(parts[len(parts)-1]); err == nil && len(parts) == 4 {
		whole := fmt.Sprintf("%s-%04d", begin[:strings.LastIndexByte(begin, '-')], n)
		if err := f.numbered(parts[0], whole, whole+"\x00", data.HitNumber); err != nil {
			return err
		}
		if err := f.merged(whole); err != nil {
			return err
		}
	}
	return f.numbered(parts[0], begin, begin+afterAll, data.HitNumber)
}

// merged finds the stakeholder that one with this number was merged into: the old number stands on papers.
func (f *finder) merged(number string) error {
	if !slices.Contains(f.types(), data.Stakeholders) {
		return nil
	}
	return f.each(func(sc scanner) error {
		var rid int64
		err := sc.Scan(&rid)
		f.note(key{data.Stakeholders, rid}, data.HitNumber, 0)
		return err
	}, `WITH RECURSIVE k(rid, binned, into_id, n) AS (SELECT rid, binned, merged_into, 1 FROM stakeholder WHERE number=? AND binned=1
		UNION ALL SELECT s.rid, s.binned, s.merged_into, k.n+1 FROM k JOIN stakeholder s ON s.id=k.into_id WHERE k.n<20)
		SELECT rid FROM k WHERE binned=0 LIMIT 1`, number)
}

// byPhone finds stakeholders by their phone number, or its beginning.
func (f *finder) byPhone() error {
	d := phoneDigits(f.q.Text)
	if len(d) < leastPhone || !slices.Contains(f.types(), data.Stakeholders) {
		return nil
	}
	return f.match(data.Stakeholders, `"`+markPhone+d+`"*`, f.limit, f.noteNumber)
}

func (f *finder) noteNumber(k key, order int64, _ string) error {
	f.note(k, data.HitNumber, order)
	return nil
}

// numbered finds the numbers of a stretch.
func (f *finder) numbered(letter, from, to, match string) error {
	for _, t := range f.types() {
		if !strings.EqualFold(t.Letter, letter) {
			continue
		}
		doc, list, on := "l.doc", "follow_list", "l.doc=(r.rid<<5|"+textNumber(t.Code)+")"
		switch t {
		case data.Engagements:
			list, on = "engagement_list", "l.rid=r.rid"
		case data.Stakeholders:
			doc, list, on = "l.rid", "stakeholder_list", "l.rid=r.rid"
		}
		err := f.each(func(sc scanner) error {
			var doc, order int64
			err := sc.Scan(&doc, &order)
			f.note(key{t, doc}, match, -order) // in the order of the numbers
			return err
		}, "SELECT "+doc+", r.rid FROM "+t.Name+" r CROSS JOIN "+list+" l ON "+on+" WHERE r.number>=? AND r.number<? AND l.binned=0 ORDER BY r.number LIMIT ?", from, to, f.limit)
		if err != nil {
			return err
		}
	}
	return nil
}

// byNames finds stakeholders and settlements one of whose names begins as typed.
func (f *finder) byNames() error {
	for _, t := range f.types() {
		list, order := "settlement", "l.rid"
		switch t {
		case data.Stakeholders:
			list, order = "stakeholder_list", "l.met"
		case data.Settlements:
		default:
			continue
		}
		err := f.each(func(sc scanner) error {
			var rid, order int64
			var name string
			if err := sc.Scan(&rid, &order, &name); err != nil {
				return err
			}
			f.note(nameKey(t, rid), f.nameMatch(name), order)
			return nil
		}, "SELECT l.rid, "+order+", n.fold FROM name n CROSS JOIN "+list+" l ON l.rid=(n.doc>>5) WHERE n.fold>=? AND n.fold<? AND (n.doc&31)="+textNumber(t.Code)+
			" AND +l.binned=0 ORDER BY n.fold LIMIT ?", f.want, f.want+afterAll, f.most())
		if err != nil {
			return err
		}
	}
	if len(f.terms) > 1 || utf8.RuneCountInString(f.terms[0].Token) > 2 || !slices.Contains(f.types(), data.Stakeholders) {
		return nil
	}
	return f.each(func(sc scanner) error {
		var rid, order int64
		var name string
		if err := sc.Scan(&rid, &order, &name); err != nil {
			return err
		}
		fold.Tokens(name, func(token string, _, _ int) {
			if f.terms[0].Matches(token) {
				f.note(key{data.Stakeholders, rid}, f.nameMatch(name), order)
			}
		})
		return nil
	}, "SELECT rid, met, fold FROM stakeholder_list WHERE binned=0 AND met>0 ORDER BY met DESC LIMIT ?", lastMet)
}

// nameKey is the key of a stakeholder or a settlement.
func nameKey(t *data.Type, rid int64) key {
	if t == data.Settlements {
		rid = otherDoc(t, rid)
	}
	return key{t, rid}
}

// fewNames is when names with a typing error are looked for: they would only be in the way of many that fit.
const fewNames = 5

// nearMost is how many words near to a typed one are followed.
const nearMost = 24

// byNearNames finds stakeholders and settlements although one letter of a longer word is missing, too much, another one, or swapped.
func (f *finder) byNearNames() error {
	names := 0
	for k, c := range f.hits {
		if (k.t == data.Stakeholders || k.t == data.Settlements) && rankOf(c.match) < rankOf(data.HitText) {
			names++
		}
	}
	if names >= fewNames {
		return nil
	}
	near, err := f.nearNames(f.terms)
	if err != nil || near == "" {
		return err
	}
	for _, t := range f.types() {
		if t != data.Stakeholders && t != data.Settlements {
			continue
		}
		err := f.match(t, both(near, f.narrowed(t)), f.most(), func(k key, order int64, name string) error {
			f.note(k, data.HitNear, order)
			if c := f.hits[k]; c.match == data.HitNear {
				c.close = f.closeness(name)
			}
			return nil
		})
		if err != nil {
			return err
		}
	}
	return nil
}

// nearNames is the expression for names of which every word is one of the terms or near to it; "" when no word is near.
func (r *reading) nearNames(terms []fold.Term) (string, error) {
	var all []string
	found := false
	for _, t := range terms {
		any := []string{allOf([]fold.Term{t}, markName)}
		near, err := r.nearWords(t)
		if err != nil {
			return "", err
		}
		for _, w := range near {
			any = append(any, `"`+markName+w+`"`)
			found = true
		}
		all = append(all, oneOfThese(any))
	}
	if !found {
		return "", nil
	}
	return both(all...), nil
}

// closeness puts names whose words are near as a whole before those that only begin so, and those of which nothing was left out before others.
func (f *finder) closeness(name string) (n int) {
	words := strings.Fields(fold.Key(name))
	for _, t := range f.terms {
		if slices.ContainsFunc(words, func(w string) bool { return w == t.Token || fold.Near(t.Token, w, false) }) {
			n += 2
		}
	}
	if len(words) == len(f.terms) {
		n++
	}
	return n
}

// nearWords are words of names one edit away from a term, or from which one that goes on is.
func (r *reading) nearWords(t fold.Term) (out []string, err error) {
	if t.Han || utf8.RuneCountInString(t.Token) < fold.NearFrom {
		return nil, nil
	}
	for _, k := range fold.NearKeys(t.Token) {
		to := k + "\x00"
		if t.Begins {
			to = k + afterAll
		}
		err := r.each(func(sc scanner) error {
			var w string
			err := sc.Scan(&w)
			if !t.Matches(w) && fold.Near(t.Token, w, t.Begins) && !slices.Contains(out, w) && len(out) < nearMost {
				out = append(out, w)
			}
			return err
		}, "SELECT word FROM name_key WHERE key>=? AND key<? ORDER BY key LIMIT 60", k, to)
		if err != nil {
			return nil, err
		}
	}
	return out, nil
}
