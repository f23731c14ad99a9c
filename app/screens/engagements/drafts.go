package engagements

import (
	"context"
	"strings"
	"time"

	"fyne.io/fyne/v2"

	"dogovor/app/look"
	"dogovor/app/screens"
	"dogovor/app/widgets"
	"dogovor/data"
)

// draft is a form that was left without saving.
type draft struct {
	id    data.ID
	title string
	at    time.Time
}

func findDrafts(ctx context.Context, db Store) ([]draft, error) {
	all, err := db.Drafts(ctx)
	if err != nil {
		return nil, err
	}
	var out []draft
	for _, d := range all {
		if !strings.HasPrefix(d.Key, draftPrefix) {
			continue
		}
		if s := readState(d.Body); s != nil {
			out = append(out, draft{s.Engagement.ID, data.CleanLine(s.Engagement.Title), d.SavedAt})
		}
	}
	return out, nil
}

// draftLine offers to go on with what was left; nil when there is nothing.
func (l *list) draftLine() fyne.CanvasObject {
	if len(l.drafts) == 0 {
		return nil
	}
	things := []fyne.CanvasObject{look.Strong(l.w.N("engagements.drafts", len(l.drafts)))}
	for _, d := range l.drafts {
		title := d.title
		if title == "" {
			title = l.w.T("engagements.draft.untitled")
		}
		things = append(things, widgets.NewLink(title+" · "+l.w.DateTime(d.at.In(data.HomeZone())), func() {
			l.host.Go(screens.Place{Area: screens.Engagements, Record: d.id, Edit: true})
		}))
	}
	return widgets.Card(widgets.Flow(look.Unit*2, things...))
}
