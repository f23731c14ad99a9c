package record

import (
	"fyne.io/fyne/v2"

	"dogovor/app/screens"
	"dogovor/app/widgets"
)

// Briefed is the page of a record that people prepare for: a settlement, a meeting.
type Briefed interface {
	Briefing() (screens.Place, bool) // false: it is nowhere that one could prepare for
}

// Brief goes to what to know before going where the page shown is about.
func (l *List[R, F]) Brief() {
	if on, ok := l.on.(Briefed); ok && !l.shown.IsZero() {
		if place, there := on.Briefing(); there {
			l.host.Go(place)
		}
	}
}

// BriefingButton goes there; nil when there is nothing to prepare for.
func BriefingButton(host screens.Host, on Briefed) fyne.CanvasObject {
	place, ok := on.Briefing()
	if !ok {
		return nil
	}
	return widgets.SecondaryButton(host.Words().T("briefing.button"), func() { host.Go(place) }).WithKey("Ctrl+B")
}
