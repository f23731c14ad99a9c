package stakeholders

import (
	"context"

	"dogovor/app/screens"
	"dogovor/app/screens/record"
	"dogovor/data"
)

// latest is how many engagements stand on the page of a stakeholder.
const latest = 5

// page is all that there is to read about one stakeholder.
type page struct {
	record.Known
	who         *data.Stakeholder
	members     []member
	engagements []data.EngagementRow
	follows     record.FollowUps
	held        int // how many engagements there are in all
	merged      []data.Merged
	db          Store
}

// member is somebody in an organisation.
type member struct {
	id   data.ID
	name string
	in   *data.Membership
}

// readPage reads the page of a stakeholder, also of one in the bin.
func readPage(ctx context.Context, host screens.Host, db Store, id data.ID) (p page, err error) {
	p.db = db
	if p.who, err = db.Stakeholder(ctx, id); err != nil {
		return p, err
	}
	if p.Known, err = record.Know(ctx, host, db, p.who); err != nil {
		return p, err
	}
	if !p.who.IsPerson() {
		if p.members, err = membersOf(ctx, db, p.who.ID); err != nil {
			return p, err
		}
	}
	if p.merged, err = db.Merges(ctx, id); err != nil {
		return p, err
	}
	of := data.EngagementFilter{Stakeholder: id}
	met, err := db.Engagements(ctx, of, data.Page{Limit: latest})
	if err != nil {
		return p, err
	}
	if p.engagements, p.held = met.Rows, len(met.Rows); met.Next != "" {
		if p.held, err = db.CountEngagements(ctx, of); err != nil {
			return p, err
		}
	}
	p.follows, err = record.ReadFollowUps(ctx, db, data.FollowFilter{Stakeholder: id})
	return p, err
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
