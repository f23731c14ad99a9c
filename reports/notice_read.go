package reports

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"dogovor/app/i18n"
	"dogovor/data"
)

// Saying is what a notice says of one record.
type Saying struct {
	Asked  string // what was asked, promised or complained of
	Answer string // what came of it
}

// News is something that people of a settlement asked for, were promised or complained of, that has come to something, and that they were not told.
type News struct {
	Row data.FollowRow
	Saying
	Names   []Mention // whom its words name
	InOpen  bool      // it may hang on a board: an end of a grievance is told to who complained, unless nobody knows who that is
	Record  data.Record
	EndedOn data.Date
}

// Fit tells whether it may stand on a notice as it is written.
func (n News) Fit() bool { return n.InOpen && len(n.Names) == 0 }

// Untold is everything of a settlement that its people are still to be told.
type Untold struct {
	Place      *data.Settlement
	News       []News
	Restricted []data.FollowRow // is never on a board: to be told in person
	People     *People
}

// mostNews is as many as a board takes.
const mostNews = 200

// ReadUntold reads it, as it stands at one moment, with the words that the printer's language wants.
func ReadUntold(ctx context.Context, from Source, settlement data.ID, p *i18n.Printer) (u Untold, err error) {
	err = from.Snapshot(ctx, func(ctx context.Context) (err error) {
		u, err = readUntold(ctx, from, settlement, p)
		return err
	})
	return u, err
}

func readUntold(ctx context.Context, from Source, settlement data.ID, p *i18n.Printer) (u Untold, err error) {
	if u.Place, err = from.Settlement(ctx, settlement); err != nil {
		return u, err
	}
	known, err := from.Names(ctx)
	if err != nil {
		return u, err
	}
	u.People = NewPeople(known)
	page, err := from.Follows(ctx, data.FollowFilter{Settlement: settlement, State: data.FollowUntold, ByDay: true}, data.Page{Limit: mostNews})
	if err != nil {
		return u, err
	}
	for _, r := range page.Rows {
		if r.Restricted {
			u.Restricted = append(u.Restricted, r)
			continue
		}
		n := News{Row: r, InOpen: true, EndedOn: r.EndedOn}
		if err := n.read(ctx, from, p); err != nil {
			return u, err
		}
		n.Names = u.Named(n.Saying)
		u.News = append(u.News, n)
	}
	order := func(r data.FollowRow) int {
		return slices.IndexFunc(data.FollowTypes(), func(t *data.Type) bool { return t.Name == r.Type })
	}
	slices.SortStableFunc(u.News, func(a, b News) int { return cmp.Or(order(a.Row)-order(b.Row), cmp.Compare(a.EndedOn, b.EndedOn)) })
	return u, nil
}

// Named are the stakeholders whom the words of a notice name.
func (u Untold) Named(s Saying) []Mention { return u.People.In(s.Asked + "\n" + s.Answer) }

// read reads the record and the words for it.
func (n *News) read(ctx context.Context, from Source, p *i18n.Printer) error {
	switch n.Row.Type {
	case data.Issues.Name:
		x, err := from.Issue(ctx, n.Row.ID)
		if err != nil {
			return err
		}
		n.Record, n.EndedOn = x, x.ResponseOn
		n.Saying = Saying{x.Text, x.Response}
	case data.Commitments.Name:
		x, err := from.Commitment(ctx, n.Row.ID)
		if err != nil {
			return err
		}
		n.Record = x
		n.Saying = Saying{x.Promise, x.Evidence}
		if x.WithdrawnOn != "" {
			n.Saying.Answer = x.WithdrawnWhy
		}
	case data.Grievances.Name:
		x, err := from.Grievance(ctx, n.Row.ID)
		if err != nil {
			return err
		}
		n.Record, n.InOpen = x, x.Complaint == "anonymous"
		n.Saying = Saying{p.T("notice.grievance", "Topic", topicName(x.Topic, p), "Day", p.Day(x.ReceivedOn)), cmp.Or(x.RemedyGiven, p.T("notice.grievance.closed"))}
	}
	n.Saying = Saying{inItsScript(n.Asked, p), inItsScript(n.Answer, p)}
	return nil
}

// inItsScript writes a Serbian text in the script of a Serbian sheet. A text with letters that Serbian has not, or of another script, stays as it is.
func inItsScript(s string, p *i18n.Printer) string {
	s = data.CleanText(s)
	switch p.Lang() {
	case i18n.SerbianLatin:
		return i18n.Latin(s)
	case i18n.SerbianCyrillic:
		if !strings.ContainsAny(strings.ToLower(s), "qwxyñáéíóúäöüßàèìòùâêîôûășțşţ") {
			return i18n.Cyrillic(s)
		}
	}
	return s
}
