package widgets

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"dogovor/app/look"
)

// What needs another height gets it at once, whatever it stands in, and what comes after makes room.
func TestHeightRises(t *testing.T) {
	f, m, text := NewField("Place", NewEntry()), NewMultiLine(), look.Body("short")
	chips := NewChips(english(), topics)
	after := NewField("After", NewEntry())
	inner := Column(8, Card(Row(Part(1, 100, f))), NewField("Said", m), NewField("Topics", chips), text, after)
	s := NewScroll(Pad(16, inner))
	w, _ := shown(t)
	w.SetContent(NewStage(s))
	w.Resize(fyne.NewSize(400, 300))
	settled := func(what string) {
		t.Helper()
		for _, o := range append([]fyne.CanvasObject{f, f.content, m, chips, text}, inner.Objects...) {
			if o.Size().Height < o.MinSize().Height {
				t.Errorf("%s: %T has %v of %v", what, o, o.Size().Height, o.MinSize().Height)
			}
		}
		if bottom := after.Position().Y + after.Size().Height + 32; s.content.Size().Height < bottom {
			t.Errorf("%s: the content is %v high, its end lies at %v", what, s.content.Size().Height, bottom)
		}
	}
	at := func() float32 { return after.Position().Y }
	settled("at first")
	for _, step := range []struct {
		what   string
		change func()
		down   bool
	}{
		{"an error", func() { f.SetError("Enter a settlement, or a note on the place where it was") }, true},
		{"a text that grows", func() { m.SetText(strings.Repeat("voda ", 60)) }, true},
		{"chips", func() {
			chips.Set([]Option{{"1", "putevi i saobraćaj", ""}, {"2", "voda za piće i navodnjavanje", ""}})
		}, true},
		{"words", func() { text.SetText(strings.Repeat("voda ", 60)) }, true},
		{"the error goes", func() { f.SetError("") }, false},
		{"the text goes", func() { m.SetText("") }, false},
	} {
		before := at()
		step.change()
		settled(step.what)
		if moved := at() - before; step.down && moved < 10 || !step.down && moved > -10 {
			t.Errorf("%s: what comes after moved by %v", step.what, moved)
		}
	}
}

// A window that becomes narrower and wider again lays out entries that grow beside each other, for each width anew.
func TestGrowingEntriesFollowTheWindow(t *testing.T) {
	said, answer := NewMultiLine(), NewMultiLine()
	row := Row(Part(1, 100, NewField("Said", said)), Part(1, 100, NewField("Answer", answer)))
	w, _ := shown(t)
	w.SetContent(NewStage(NewScroll(Pad(16, Column(8, row)))))
	w.Resize(fyne.NewSize(900, 400))
	said.SetText(strings.Repeat("voda ", 40))
	answer.SetText(strings.Repeat("voda ", 30))
	high := row.Size().Height
	row.Resize(fyne.NewSize(40, 10)) // narrower than anything in it
	row.Resize(fyne.NewSize(868, high))
	for range 3 {
		w.Resize(fyne.NewSize(420, 400))
		if row.Size().Height <= high || said.Size().Width > 200 {
			t.Errorf("narrow: the row is %v, the entry %v", row.Size(), said.Size())
		}
		w.Resize(fyne.NewSize(900, 400))
		if row.Size().Height != high {
			t.Errorf("wide again: %v high instead of %v", row.Size().Height, high)
		}
	}
}
