package stakeholders

import (
	"context"
	"slices"

	"dogovor/app/screens/record"
	"dogovor/data"
)

const (
	latest     = 5   // engagements on the page of a stakeholder
	mostPeople = 200 // of one organisation
)

// known is all that the page of one stakeholder shows.
type known struct {
	who         *data.Stakeholder
	names       record.Names
	members     []member
	engagements []data.EngagementRow
	held        int // how many engagements there are in all
	history     []data.Change
	mentioned   record.Names // in the history
}

// member is somebody in an organisation.
type member struct {
	id   data.ID
	name string
	in   *data.Membership
}

// load reads the page of a stakeholder, also of one in the bin.
func load(ctx context.Context, db Store, id data.ID) (k known, err error) {
	if k.who, err = db.Stakeholder(ctx, id); err != nil {
		return k, err
	}
	if k.names, err = record.Resolve(ctx, db, k.who); err != nil {
		return k, err
	}
	if !k.who.IsPerson() {
		if k.members, err = membersOf(ctx, db, k.who); err != nil {
			return k, err
		}
	}
	of := data.EngagementFilter{Stakeholder: id}
	page, err := db.Engagements(ctx, of, data.Page{Limit: latest})
	if err != nil {
		return k, err
	}
	k.engagements, k.held = page.Rows, len(page.Rows)
	if page.Next != "" {
		if k.held, err = db.CountEngagements(ctx, of); err != nil {
			return k, err
		}
	}
	if k.history, err = db.History(ctx, data.Stakeholders.Name, id); err != nil {
		return k, err
	}
	k.mentioned, err = record.ResolveChanges(ctx, db, k.history)
	return k, err
}

// membersOf finds the people of an organisation, those who are still there first. The search knows people by their organisation's name
// too; which of those found belong to this very one, their records tell.
func membersOf(ctx context.Context, db Store, org *data.Stakeholder) ([]member, error) {
	page, err := db.Stakeholders(ctx, data.StakeholderFilter{Text: org.Name}, data.Page{Limit: mostPeople})
	if err != nil {
		return nil, err
	}
	var out []member
	for _, row := range page.Rows {
		if row.ID == org.ID {
			continue
		}
		s, err := db.Stakeholder(ctx, row.ID)
		if err != nil {
			return nil, err
		}
		for _, m := range s.Memberships {
			if m.Organisation == org.ID {
				out = append(out, member{id: s.ID, name: s.Name, in: m})
			}
		}
	}
	slices.SortStableFunc(out, func(a, b member) int {
		switch {
		case a.in.To == "" && b.in.To != "":
			return -1
		case a.in.To != "" && b.in.To == "":
			return 1
		}
		return 0
	})
	return out, nil
}
