package widgets

import (
	"testing"

	"fyne.io/fyne/v2"
)

func TestDisclosureOpensAndCloses(t *testing.T) {
	built := 0
	d := NewDisclosure("How was this counted?", func() fyne.CanvasObject {
		built++
		return Column(0, NewLink("first", nil), NewLink("second", nil))
	})
	below := NewLink("below", nil)
	w, _ := shown(t, NewScroll(Column(0, d, below)))
	at := below.Position().Y
	Focus(d)
	for i, k := range []fyne.KeyName{fyne.KeyReturn, fyne.KeySpace, fyne.KeyRight, fyne.KeyRight, fyne.KeyLeft, fyne.KeyLeft} {
		key(w, k)
		want := i == 0 || i == 2 || i == 3
		equal(t, "open after key "+string(k), d.Open(), want)
		equal(t, "what stands below gave way", below.Position().Y > at, want)
	}
	equal(t, "built once", built, 1)
}
