package engagements

import (
	"context"
	"slices"
	"strings"
	"sync"

	"dogovor/app/screens"
	"dogovor/app/screens/record"
	"dogovor/app/widgets"
	"dogovor/data"
	"dogovor/data/fold"
)

// face is how somebody is shown in the form.
type face struct {
	Name string
	Note string // what tells them from others of the same name
	Role string // in their organisation: offered as the capacity they speak in
}

// faces knows everybody the form has met: who came, who raised something, whom the picker found. The picker asks off the window's
// thread.
type faces struct {
	host screens.Host
	mu   sync.Mutex
	all  map[data.ID]face
	came []data.ID // named as attending, in their order
	here string    // the settlement of the meeting: those who live there are offered first
}

func newFaces(host screens.Host) *faces { return &faces{host: host, all: map[data.ID]face{}} }

func (f *faces) put(id data.ID, x face) {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.all[id] = x
}

func (f *faces) of(id data.ID) face {
	f.mu.Lock()
	defer f.mu.Unlock()
	if x, ok := f.all[id]; ok {
		return x
	}
	return face{Name: f.host.Words().T("record.gone")}
}

func (f *faces) setCame(e *data.Engagement) {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.came = f.came[:0]
	for _, a := range e.Attendance {
		f.came = append(f.came, a.Stakeholder)
	}
}

func (f *faces) setHere(settlement string) {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.here = settlement
}

// neighbours puts those who live where the meeting is before others, and those who are called just as typed before all.
func (f *faces) neighbours(rows []data.StakeholderRow, text string) []data.StakeholderRow {
	f.mu.Lock()
	here := f.here
	f.mu.Unlock()
	want := fold.Key(text)
	rank := func(r data.StakeholderRow) int {
		switch {
		case fold.Key(r.Name) == want:
			return 0
		case here != "" && r.SettlementName == here:
			return 1
		}
		return 2
	}
	slices.SortStableFunc(rows, func(a, b data.StakeholderRow) int { return rank(a) - rank(b) })
	return rows
}

// attending are the options of those who came.
func (f *faces) attending() []widgets.Option {
	f.mu.Lock()
	defer f.mu.Unlock()
	var out []widgets.Option
	for _, id := range f.came {
		out = append(out, f.all[id].option(id))
	}
	return out
}

// entered are the options of people of the form whom the register does not know yet.
func (f *faces) entered(made []*data.Stakeholder) {
	for _, m := range made {
		f.put(m.ID, f.newcomer(m))
	}
}

func (x face) option(id data.ID) widgets.Option {
	return widgets.Option{Key: id.String(), Label: x.Name, Note: x.Note}
}

func (f *faces) newcomer(s *data.Stakeholder) face {
	return face{Name: s.Name, Note: join(f.groups(s.Groups), f.host.Words().T("engagements.person.new"))}
}

func (f *faces) fromRow(r data.StakeholderRow) face {
	what := join(r.Role, r.OrganisationName)
	if what == "" {
		what = f.groups(r.Groups)
	}
	return face{Name: r.Name, Note: join(what, f.host.PlaceName(r.SettlementName, r.SettlementCyrl)), Role: r.Role}
}

func (f *faces) groups(codes []string) string {
	words := make([]string, len(codes))
	for i, c := range codes {
		words[i] = f.host.Term(data.Groups.List, c)
	}
	return strings.Join(words, ", ")
}

// load finds the faces of everybody an engagement mentions; who is gone is left out.
func (f *faces) load(ctx context.Context, db record.Finder, e *data.Engagement) error {
	ids := map[data.ID]bool{}
	for _, a := range e.Attendance {
		ids[a.Stakeholder] = true
	}
	for _, p := range e.Points {
		ids[p.RaisedBy] = true
	}
	delete(ids, data.ID{})
	for id := range ids {
		s, err := db.Stakeholder(ctx, id)
		if data.ErrorCode(err) == missing {
			continue
		}
		if err != nil {
			return err
		}
		names, err := record.Resolve(ctx, db, s)
		if err != nil {
			return err
		}
		f.put(id, f.fromRecord(s, names))
	}
	return nil
}

func (f *faces) fromRecord(s *data.Stakeholder, names record.Names) face {
	r := data.StakeholderRow{Name: s.Name, Groups: s.Groups, SettlementName: names[s.Settlement].Latin, SettlementCyrl: names[s.Settlement].Cyrillic}
	for _, m := range s.Memberships {
		if m.To == "" {
			r.Role, r.OrganisationName = m.Role, names[m.Organisation].Latin
		}
	}
	return f.fromRow(r)
}

// join puts what is known beside each other.
func join(parts ...string) string {
	var there []string
	for _, p := range parts {
		if p != "" {
			there = append(there, p)
		}
	}
	return strings.Join(there, " · ")
}
