package store

import (
	"context"

	"dogovor/data"
)

// promises is what a filter of promises means among all that is followed up.
func promises(f data.CommitmentFilter) data.FollowFilter {
	return data.FollowFilter{Types: []string{data.Commitments.Name}, Text: f.Text, State: f.State, Today: f.Today, Owner: f.Owner, Settlement: f.Settlement, Topic: f.Topic,
		Engagement: f.Engagement, Stakeholder: f.Stakeholder, IDs: f.IDs, Binned: f.Binned, Descending: f.Descending}
}

// Commitments lists promises by their latest due date.
func (s *Store) Commitments(ctx context.Context, f data.CommitmentFilter, page data.Page) (out data.CommitmentPage, err error) {
	got, err := s.Follows(ctx, promises(f), page)
	if err != nil {
		return out, err
	}
	out.Next = got.Next
	for _, r := range got.Rows {
		row := data.CommitmentRow{ID: r.ID, Number: r.Number, Promise: r.Text, Status: r.Status, Due: r.Due, Original: r.Original, Owner: r.Owner, Topic: r.Topic,
			Settlement: r.Settlement, SettlementName: r.SettlementName, SettlementCyrl: r.SettlementCyrl, Point: r.Point, ToldOn: r.ToldOn, Restricted: r.Restricted}
		if r.Status != data.CommitmentWithdrawn {
			row.DoneOn = r.EndedOn
		}
		out.Rows = append(out.Rows, row)
	}
	return out, nil
}

// CountCommitments counts what the filter leaves.
func (s *Store) CountCommitments(ctx context.Context, f data.CommitmentFilter) (int, error) {
	return s.CountFollows(ctx, promises(f))
}

// OverdueCommitments counts the open promises whose latest date is before today.
func (s *Store) OverdueCommitments(ctx context.Context, today data.Date) (int, error) {
	return s.CountCommitments(ctx, data.CommitmentFilter{State: data.CommitmentsOverdue, Today: today})
}

// CommitmentOwners are those who have promises to see to, in the order of their names.
func (s *Store) CommitmentOwners(ctx context.Context) ([]string, error) {
	return s.FollowOwners(ctx, data.Commitments.Name)
}
