package engagements

import (
	"testing"

	"fyne.io/fyne/v2"

	"dogovor/app/i18n"
	"dogovor/app/screens"
)

func newForm(t *testing.T, lang i18n.Lang) *desk {
	d := newDesk(t, lang)
	d.village()
	d.Go(screens.Place{Area: screens.Engagements, Edit: true})
	return d
}

func TestFirst(t *testing.T) {
	d := newForm(t, i18n.English)
	d.shot("form-empty")
	d.win.Resize(fyne.NewSize(1024, 640))
	d.shot("form-empty-1024")
}
