package dialogs

import (
	"fmt"
	"testing"

	"fyne.io/fyne/v2"
)

func TestHelpIsReadAndClosedByKeys(t *testing.T) {
	w := window(t)
	var groups []KeyGroup
	for g := range 4 {
		group := KeyGroup{Title: fmt.Sprint("Group ", g)}
		for k := range 12 {
			group.Keys = append(group.Keys, Key{fmt.Sprint("Ctrl+", k), "does something that is said in more words than fit into one line"})
		}
		groups = append(groups, group)
	}
	Help(w, "Keys", "What this screen is for.", groups, "Close")
	press(w, fyne.KeyPageDown, fyne.KeyDown)
	if w.Canvas().Overlays().Top() == nil {
		t.Fatal("scrolling closes it")
	}
	press(w, fyne.KeyEscape)
	if w.Canvas().Overlays().Top() != nil {
		t.Error("Esc does not close it")
	}
	Help(w, "Keys", "", groups[:1], "Close")
	press(w, fyne.KeyReturn)
	if w.Canvas().Overlays().Top() != nil {
		t.Error("Enter does not close it")
	}
}
