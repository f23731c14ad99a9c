package record

import (
	"context"

	"dogovor/app/look"
	"dogovor/app/screens"
	"dogovor/app/widgets"
	"dogovor/data"
)

// FollowStore is what a list of one kind of follow-ups asks of the store.
type FollowStore interface {
	ListStore
	Follows(ctx context.Context, f data.FollowFilter, p data.Page) (data.FollowPage, error)
	CountFollows(ctx context.Context, f data.FollowFilter) (int, error)
	FollowOwners(ctx context.Context, types ...string) ([]string, error)
}

// FollowListOf begins the list of one record type that is followed up: what is open, the most urgent first. text is the column that its rows
// show. The area adds its own: Area, Words, Icon, Read, Steps, and what it changes.
func FollowListOf(host screens.Host, db FollowStore, t *data.Type, text string, states ...string) ListOf[data.FollowRow, data.FollowFilter] {
	type filter = data.FollowFilter
	all := filter{Types: []string{t.Name}, Today: Today(host)}
	open := all
	open.State = data.FollowOpen
	var options []widgets.Option
	for _, s := range states {
		options = append(options, widgets.Option{Key: s, Label: followState(host, t.Name, s)})
	}
	return ListOf[data.FollowRow, filter]{
		Type: t, Columns: FollowColumns(host, t, text), ID: func(r data.FollowRow) data.ID { return r.ID },
		Rows: db.Follows, Count: db.CountFollows,
		All: all, Start: open,
		Text:     func(f *filter) *string { return &f.Text },
		Binned:   func(f *filter) *bool { return &f.Binned },
		Order:    followOrder,
		SetOrder: func(f *filter, column string, descending bool) { f.ByDay, f.Descending = column == "on", descending },
		Chips: []Chip[filter]{
			OneOf("follow.state", options, func(f *filter) *string { return &f.State }),
			OneOf(t.Name+".topic", host.Choices(data.Topics.List), func(f *filter) *string { return &f.Topic }),
			NameOf(t.Name+".owner", func(ctx context.Context) ([]string, error) { return db.FollowOwners(ctx, t.Name) }, func(f *filter) *string { return &f.Owner }),
			SettlementOf(host, db, t.Name+".settlement", func(f *filter) *data.ID { return &f.Settlement }),
		},
		New: func(f filter) any {
			if f.Stakeholder.IsZero() && f.Settlement.IsZero() && f.Engagement.IsZero() {
				return nil
			}
			return filter{Stakeholder: f.Stakeholder, Settlement: f.Settlement, Engagement: f.Engagement}
		},
	}
}

func followOrder(f data.FollowFilter) (string, bool) {
	if f.ByDay {
		return "on", f.Descending
	}
	return "due", f.Descending
}

// FollowColumns are by when, what, what has become of it, where and who sees to it.
func FollowColumns(host screens.Host, t *data.Type, text string) []widgets.Col[data.FollowRow] {
	w := host.Words()
	type row = data.FollowRow
	quiet := func(row) look.Style { return look.Style{Size: look.SizeBody, Color: look.ColorSecondary} }
	return []widgets.Col[row]{
		{ID: "due", Title: w.T("follow.due"), Width: DayWidth(host), Sortable: true, Text: func(r row) string {
			if r.Due == "" {
				return w.T("follow.no_due")
			}
			return w.Day(r.Due)
		}},
		{ID: text, Title: Label(host, t, text), Width: 150, Grow: 5, Text: func(r row) string { return data.CleanLine(r.Text) }},
		{ID: "state", Title: w.T("follow.state"), Width: 130, Grow: 2, Priority: 1, Text: func(r row) string {
			word, _ := FollowWords(host, r)
			return word
		}, Style: func(r row) look.Style {
			_, state := FollowWords(host, r)
			return look.Style{Size: look.SizeSmall, Bold: true, Color: state.Color()}
		}},
		{ID: "settlement", Title: Label(host, t, "settlement"), Width: 90, Grow: 1, Priority: 2,
			Text: func(r row) string { return host.PlaceName(r.SettlementName, r.SettlementCyrl) }, Style: quiet},
		{ID: "owner", Title: Label(host, t, "owner"), Width: 110, Grow: 2, Priority: 3, Text: func(r row) string { return r.Owner }, Style: quiet},
	}
}

// DayColumn is the day on which it was made, raised or received.
func DayColumn(host screens.Host) widgets.Col[data.FollowRow] {
	return widgets.Col[data.FollowRow]{ID: "on", Title: host.Words().T("follow.on"), Width: DayWidth(host), Sortable: true,
		Text: func(r data.FollowRow) string { return host.Words().Day(r.On) }}
}

// FollowWords say what has become of a thing that is followed up, and how long it is overdue, with what the colour says.
func FollowWords(host screens.Host, r data.FollowRow) (string, widgets.Status) {
	w, today := host.Words(), Today(host)
	switch {
	case r.Overdue(today):
		return w.N("follow.overdue", data.Period{From: r.Due, To: today}.Days()-1), widgets.StatusOverdue
	case r.Open && r.Due == today:
		return w.T("follow.due_today"), widgets.StatusSoon
	case r.Soon(today):
		return w.N("follow.due_in", data.Period{From: today, To: r.Due}.Days()-1), widgets.StatusSoon
	case r.Open:
		return followState(host, r.Type, r.Status), widgets.Plain
	case r.Untold:
		return w.T("follow.untold", "State", followState(host, r.Type, r.Status)), widgets.StatusNote
	}
	return followState(host, r.Type, r.Status), widgets.StatusDone
}

// FollowBadge says the words as a badge.
func FollowBadge(host screens.Host, r data.FollowRow) *widgets.Badge {
	return widgets.NewBadge(FollowWords(host, r))
}

// followState is the word of a state that a list is narrowed to, or of a status.
func followState(host screens.Host, recordType, state string) string {
	switch state {
	case data.FollowOverdue, data.FollowDueSoon, data.FollowUntold:
		return host.Words().T("follow.state." + state)
	}
	if recordType == data.Grievances.Name && state != data.FollowOpen {
		return host.Term(data.StepKinds.List, state)
	}
	return host.Words().T(recordType + ".status." + state)
}
