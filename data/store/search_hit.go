package store

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"dogovor/data"
	"dogovor/data/fold"
)

// A follow-up has no title: the beginning of its text stands for it.
const headlineLetters = "120"

// headlineColumn is the column of that text.
func headlineColumn(t *data.Type) string {
	switch t {
	case data.Commitments:
		return "promise"
	case data.Grievances:
		return "description"
	}
	return "text"
}

// headline is what stands for the title of a record, and its number.
func headline(rec data.Record) (head, number string) {
	f, ok := rec.Type().Field(titleColumn(rec.Type()))
	if ok {
		head = *f.Ptr(rec).(*string)
	}
	if f, ok := rec.Type().Field("number"); ok {
		number = *f.Ptr(rec).(*string)
	}
	most, _ := strconv.Atoi(headlineLetters)
	if utf8.RuneCountInString(head) > most {
		head = string([]rune(head)[:most])
	}
	return head, number
}

// titleColumn is the column of a record's name, title or text.
func titleColumn(t *data.Type) string {
	switch t {
	case data.Engagements:
		return "title"
	case data.Stakeholders, data.Settlements, data.Attachments:
		return "name"
	}
	return headlineColumn(t)
}

func textNumber(n int) string { return strconv.Itoa(n) }

// id finds the id of a candidate.
func (f *finder) id(k key) (id data.ID, err error) {
	rid := k.doc
	switch textTables[k.t] {
	case "engagement_text":
		err = f.row("SELECT rid FROM engagement_list WHERE doc=?", k.doc).Scan(&rid)
	case "follow_text", "other_text":
		rid = k.doc >> 5
	}
	if err != nil {
		return id, err
	}
	return id, f.row("SELECT id FROM "+k.t.Name+" WHERE rid=?", rid).Scan(&id)
}

// show describes a candidate, in the words it was found by.
func (f *finder) show(c *candidate) (h data.Hit, ok bool, err error) {
	id, err := f.id(c.key)
	if err != nil {
		return h, false, err
	}
	rec, _, err := f.get(c.t, id)
	if err != nil || rec == nil {
		return h, false, err
	}
	h = data.Hit{Type: c.t.Name, ID: id, Match: c.match}
	h.Title, h.Number = headline(rec)
	if err := f.describe(&h, c, rec); err != nil {
		return h, false, err
	}
	terms := append(append([]fold.Term{}, f.terms...), f.exact...)
	if c.match == data.HitNear {
		h.TitleMarks = nearMarks(h.Title, terms)
		return h, true, nil
	}
	if c.match == data.HitWithin {
		h.TitleMarks = withinMarks(h.Title, terms)
		return h, true, nil
	}
	h.TitleMarks = fold.MarkTerms(h.Title, terms)
	missing := notIn(h.Title, terms)
	if x, ok := rec.(*data.Stakeholder); ok && c.match == data.HitNumber {
		if d := phoneDigits(f.q.Text); len(d) >= leastPhone {
			h.Field, h.Snippet = "stakeholder.phones", strings.Join(x.Phones, ", ")
		}
	}
	if c.match == data.HitNumber || c.match == data.HitRecent || len(missing) == 0 && len(f.exact) == 0 {
		return h, true, nil
	}
	return h, true, f.snippet(&h, rec, missing)
}

// describe fills in what tells records of one title apart.
func (f *finder) describe(h *data.Hit, c *candidate, rec data.Record) error {
	var place data.ID
	switch x := rec.(type) {
	case *data.Stakeholder:
		h.Kind, place = x.Kind, x.Settlement
		var met int64
		if _, err := found(f.row("SELECT met FROM stakeholder_list WHERE rid=?", c.doc).Scan(&met)); err != nil {
			return err
		}
		if met > 0 {
			h.On = data.DateOf(docTime(met))
		}
		h.Restricted = x.Confidentiality == "restricted"
	case *data.Engagement:
		h.Kind, h.Status, h.On, place, h.Restricted = x.Kind, x.Status, x.Start.HomeDate(), x.Settlement, x.Restricted()
	case *data.Settlement:
		h.SettlementName, h.SettlementCyrl = x.Municipality, ""
	case *data.Attachment:
		h.Kind = x.Media
		t, id := x.Of()
		if t != nil {
			h.Of, h.OfID = t.Name, id
		}
	case *data.Issue:
		h.Kind, h.On, place, h.Restricted = x.Kind, x.RaisedOn, x.Settlement, x.Restricted()
	case *data.Commitment:
		h.On, place, h.Restricted = x.MadeOn, x.Settlement, x.Restricted()
	case *data.Grievance:
		h.On, place, h.Restricted = x.ReceivedOn, x.Settlement, x.Restricted()
	case *data.Task:
		h.On, place, h.Restricted = x.MadeOn, x.Settlement, x.Restricted()
	}
	if textTables[c.t] == "follow_text" {
		if _, err := found(f.row("SELECT status FROM follow_list WHERE doc=?", c.doc).Scan(&h.Status)); err != nil {
			return err
		}
	}
	if place.IsZero() {
		return nil
	}
	_, err := found(f.row("SELECT coalesce(name,''), coalesce(name_cyrl,'') FROM settlement WHERE id=?", place[:]).Scan(&h.SettlementName, &h.SettlementCyrl))
	return err
}

// notIn are the terms that a text does not hold.
func notIn(text string, terms []fold.Term) (out []fold.Term) {
	have := make([]bool, len(terms))
	fold.Tokens(text, func(token string, _, _ int) {
		for i, t := range terms {
			have[i] = have[i] || t.Matches(token)
		}
	})
	for i, t := range terms {
		if !have[i] {
			out = append(out, t)
		}
	}
	return out
}

// nearMarks marks the words of a name that are at most one edit away from what was typed.
func nearMarks(name string, terms []fold.Term) (spans [][2]int) {
	fold.Tokens(name, func(token string, start, end int) {
		for _, t := range terms {
			if t.Matches(token) || len(t.Token) >= fold.NearFrom && fold.Near(t.Token, token, t.Begins) {
				spans = append(spans, [2]int{start, end})
				return
			}
		}
	})
	return spans
}
