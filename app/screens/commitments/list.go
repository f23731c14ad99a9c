package commitments

import (
	"context"

	"fyne.io/fyne/v2/theme"

	"dogovor/app/look"
	"dogovor/app/screens"
	"dogovor/app/screens/record"
	"dogovor/app/widgets"
	"dogovor/data"
)

type (
	row    = data.CommitmentRow
	filter = data.CommitmentFilter
	list   = record.List[row, filter]
)

// List is the ledger; with place.Record it shows that promise's page. Without a filter it shows what is still open, the most urgent first.
func List(host screens.Host, db Store, place screens.Place) screens.Screen {
	all := filter{Today: record.Today(host)}
	open := all
	open.State = data.CommitmentOpen
	return record.NewList(host, db, place, record.ListOf[row, filter]{
		Area: screens.Commitments, Words: "commitments", Type: data.Commitments, Icon: theme.ConfirmIcon(),
		Columns: columns(host), ID: func(r row) data.ID { return r.ID },
		Rows: db.Commitments, Count: db.CountCommitments,
		Read: func(ctx context.Context, id data.ID) (record.Shown, error) { return read(ctx, host, db, id) },

		All: all, Start: open,
		Text:     func(f *filter) *string { return &f.Text },
		Binned:   func(f *filter) *bool { return &f.Binned },
		Order:    func(f filter) (string, bool) { return "due", f.Descending },
		SetOrder: func(f *filter, _ string, descending bool) { f.Descending = descending },
		Chips: []record.Chip[filter]{
			record.OneOf("commitments.filter.state", record.WordOptions(host, "commitments.state.", data.CommitmentStates), func(f *filter) *string { return &f.State }),
			record.OneOf("commitments.filter.topic", host.Choices(data.Topics.List), func(f *filter) *string { return &f.Topic }),
			record.NameOf("commitments.filter.owner", db.CommitmentOwners, func(f *filter) *string { return &f.Owner }),
			record.SettlementOf(host, db, "commitments.filter.settlement", func(f *filter) *data.ID { return &f.Settlement }),
		},
		New: known, Steps: steps,
	})
}

// known is what a new promise takes over from what the ledger was narrowed by.
func known(f filter) any {
	if f.Stakeholder.IsZero() && f.Settlement.IsZero() && f.Engagement.IsZero() {
		return nil
	}
	return filter{Stakeholder: f.Stakeholder, Settlement: f.Settlement, Engagement: f.Engagement}
}

func columns(host screens.Host) []widgets.Col[row] {
	w := host.Words()
	quiet := func(row) look.Style { return look.Style{Size: look.SizeBody, Color: look.ColorSecondary} }
	return []widgets.Col[row]{
		{ID: "due", Title: w.T("commitments.column.due"), Width: record.DayWidth(host), Sortable: true, Text: func(r row) string {
			if r.Due == "" {
				return w.T("commitments.no_due")
			}
			return w.Day(r.Due)
		}},
		{ID: "promise", Title: w.T("commitments.column.promise"), Width: 150, Grow: 5, Text: func(r row) string { return data.CleanLine(r.Promise) }},
		{ID: "state", Title: w.T("commitments.column.state"), Width: 130, Grow: 2, Priority: 1, Text: func(r row) string {
			word, _ := record.CommitmentWords(host, r)
			return word
		}, Style: func(r row) look.Style {
			_, state := record.CommitmentWords(host, r)
			return look.Style{Size: look.SizeSmall, Bold: true, Color: state.Color()}
		}},
		{ID: "settlement", Title: w.T("commitments.column.settlement"), Width: 90, Grow: 1, Priority: 2,
			Text: func(r row) string { return host.PlaceName(r.SettlementName, r.SettlementCyrl) }, Style: quiet},
		{ID: "owner", Title: w.T("commitments.column.owner"), Width: 110, Grow: 2, Priority: 3, Text: func(r row) string { return r.Owner }, Style: quiet},
	}
}
