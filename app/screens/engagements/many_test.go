package engagements

import (
	"context"
	"slices"
	"testing"

	"fyne.io/fyne/v2"

	"dogovor/app/i18n"
	"dogovor/app/screens"
)

// Marked engagements get a tag at once, in one batch.
func TestManyEngagementsAtOnce(t *testing.T) {
	d := newDesk(t, i18n.English)
	ids := d.year(3)
	d.Go(screens.Place{Area: screens.Engagements})
	d.list().Clear()
	table := d.list().Table()
	if len(table.Rows()) != len(ids) {
		t.Fatalf("%d rows", len(table.Rows()))
	}
	table.TypedKey(&fyne.KeyEvent{Name: fyne.KeyHome})
	table.TypedKey(&fyne.KeyEvent{Name: fyne.KeySpace})
	table.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
	table.TypedKey(&fyne.KeyEvent{Name: fyne.KeySpace})
	d.Shows("2 selected", "Tag…", "Export…", "Move to bin")
	d.Hides("Manager…")
	marked := []any{table.Marked()[0].ID, table.Marked()[1].ID}
	d.Press("Tag…")
	d.Type("dam")
	d.Keys(fyne.KeyReturn)
	n := 0
	for _, id := range ids {
		e, err := d.db.Engagement(context.Background(), id)
		if err != nil {
			t.Fatal(err)
		}
		if slices.Contains(e.Tags, "dam") {
			n++
		}
		if slices.Contains(e.Tags, "dam") != slices.Contains(marked, any(id)) {
			t.Errorf("%s: %q", e.Title, e.Tags)
		}
	}
	if n != 2 {
		t.Errorf("%d are tagged", n)
	}
}
