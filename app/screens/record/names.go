package record

import (
	"context"
	"slices"

	"dogovor/data"
)

// Name is what another record is called; places have a name in each script.
type Name struct{ Latin, Cyrillic string }

// Names are the records that a page or a history mentions.
type Names map[data.ID]Name

// Of says the name of a record, or that it is gone.
func (n Names) Of(s Speaker, id data.ID) string {
	name, ok := n[id]
	switch {
	case !ok:
		return s.Words().T("record.gone")
	case name.Cyrillic != "":
		return s.PlaceName(name.Latin, name.Cyrillic)
	}
	return name.Latin
}

// Finder is what Resolve asks of the store.
type Finder interface {
	Stakeholder(ctx context.Context, id data.ID) (*data.Stakeholder, error)
	Settlement(ctx context.Context, id data.ID) (*data.Settlement, error)
	Engagement(ctx context.Context, id data.ID) (*data.Engagement, error)
	Issue(ctx context.Context, id data.ID) (*data.Issue, error)
	Commitment(ctx context.Context, id data.ID) (*data.Commitment, error)
	Grievance(ctx context.Context, id data.ID) (*data.Grievance, error)
}

// Resolve finds what the records that rs and their parts point at are called.
func Resolve(ctx context.Context, db Finder, rs ...data.Record) (Names, error) {
	n := Names{}
	for _, r := range rs {
		if err := n.of(ctx, db, r); err != nil {
			return nil, err
		}
		for _, part := range r.Parts() {
			if err := n.of(ctx, db, part); err != nil {
				return nil, err
			}
		}
	}
	return n, nil
}

// ResolveChanges finds what a history mentions.
func ResolveChanges(ctx context.Context, db Finder, changes []data.Change) (Names, error) {
	n := Names{}
	for _, c := range changes {
		if c.Field == mergedInto { // who was merged is told on the page of the one that was kept
			switch name, err := find(ctx, db, c.Field, c.Record); {
			case data.ErrorCode(err) == "record.missing":
			case err != nil:
				return nil, err
			default:
				n[c.Record] = name
			}
		}
		for _, r := range []data.Record{read(c, c.Old), read(c, c.New)} {
			if r == nil {
				continue
			}
			if err := n.of(ctx, db, r); err != nil {
				return nil, err
			}
		}
	}
	return n, nil
}

func (n Names) of(ctx context.Context, db Finder, r data.Record) error {
	for _, f := range r.Type().Fields {
		id, ok := f.Ptr(r).(*data.ID)
		if !ok || id.IsZero() || f.Name == r.Type().Of || slices.Contains(derived, f.Name) {
			continue
		}
		if _, known := n[*id]; known {
			continue
		}
		name, err := find(ctx, db, f.Name, *id)
		switch {
		case data.ErrorCode(err) == "record.missing":
		case err != nil:
			return err
		default:
			n[*id] = name
		}
	}
	return nil
}

// find looks where a field points: at a record of the type that it is called after, else at a stakeholder.
func find(ctx context.Context, db Finder, column string, id data.ID) (n Name, err error) {
	switch column {
	case data.Settlements.Name:
		p, err := db.Settlement(ctx, id)
		if err != nil {
			return n, err
		}
		return Name{p.Name, p.NameCyrl}, nil
	case data.Engagements.Name:
		e, err := db.Engagement(ctx, id)
		if err != nil {
			return n, err
		}
		return numbered(e.Title, e.Number), nil
	case data.Issues.Name:
		x, err := db.Issue(ctx, id)
		if err != nil {
			return n, err
		}
		return numbered(x.Text, x.Number), nil
	case data.Commitments.Name:
		c, err := db.Commitment(ctx, id)
		if err != nil {
			return n, err
		}
		return numbered(c.Promise, c.Number), nil
	case data.Grievances.Name:
		g, err := db.Grievance(ctx, id)
		if err != nil {
			return n, err
		}
		return numbered(g.Description, g.Number), nil
	}
	s, err := db.Stakeholder(ctx, id)
	if err != nil {
		return n, err
	}
	return Name{Latin: s.Name}, nil
}

// mostName is how many letters of a text name a record.
const mostName = 60

// numbered names a record by what it says, and its number.
func numbered(text, number string) Name {
	letters := []rune(data.CleanLine(text))
	if len(letters) > mostName {
		letters = append(letters[:mostName-1], '…')
	}
	return Name{Latin: string(letters) + " · " + number}
}
