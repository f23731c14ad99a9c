package widgets

import (
	"fmt"
	"testing"

	"fyne.io/fyne/v2"
)

func TestLineListByTheKeys(t *testing.T) {
	opened, past := "", ""
	line := func(name string) Line {
		return Line{Text: name, Note: "note", State: "overdue", Open: func() { opened += name }}
	}
	l := NewLineList([]Line{line("a"), line("b"), line("c")})
	l.OnPast = func(down bool) { past += fmt.Sprint(down) }
	w, _ := shown(t, l)
	w.Canvas().FocusNext()
	focused(t, w, l)
	key(w, fyne.KeyUp, fyne.KeyReturn, fyne.KeyDown, fyne.KeySpace, fyne.KeyEnd, fyne.KeyReturn, fyne.KeyDown, fyne.KeyHome, fyne.KeyReturn)
	equal(t, "opened", opened, "abca")
	equal(t, "went past", past, "falsetrue")
	l.lines[2].Tapped(nil)
	equal(t, "opened by the mouse", opened, "abcac")
	equal(t, "the focus follows the mouse", l.At(), 2)
	l.FocusLine(17)
	equal(t, "the nearest line", l.At(), 2)
}
