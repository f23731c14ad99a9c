package stakeholders

import (
	"context"

	"dogovor/app/screens/record"
	"dogovor/data"
)

// latest is how many engagements stand on the page of a stakeholder.
const latest = 5

// known is all that the page of one stakeholder shows.
type known struct {
	who         *data.Stakeholder
	names       record.Names
	members     []member
	engagements []data.EngagementRow
	promises    data.CommitmentPage
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
		if k.members, err = membersOf(ctx, db, k.who.ID); err != nil {
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
	if k.promises, err = db.Commitments(ctx, data.CommitmentFilter{Stakeholder: id, Descending: true}, data.Page{Limit: latest}); err != nil {
		return k, err
	}
	if k.history, err = db.History(ctx, data.Stakeholders.Name, id); err != nil {
		return k, err
	}
	k.mentioned, err = record.ResolveChanges(ctx, db, k.history)
	return k, err
}

// membersOf finds the people of an organisation, those who are still there first, by name.
func membersOf(ctx context.Context, db Store, org data.ID) ([]member, error) {
	in, err := db.Members(ctx, org)
	if err != nil || len(in) == 0 {
		return nil, err
	}
	of := map[data.ID][]*data.Membership{}
	var ids []data.ID
	for _, m := range in {
		of[m.Stakeholder] = append(of[m.Stakeholder], m)
		ids = append(ids, m.Stakeholder)
	}
	page, err := db.Stakeholders(ctx, data.StakeholderFilter{IDs: ids}, data.Page{Limit: len(ids)})
	if err != nil {
		return nil, err
	}
	var there, gone []member
	for _, r := range page.Rows {
		for _, m := range of[r.ID] {
			if m.To == "" {
				there = append(there, member{r.ID, r.Name, m})
			} else {
				gone = append(gone, member{r.ID, r.Name, m})
			}
		}
	}
	return append(there, gone...), nil
}
