package widgets

import (
	"fmt"
	"testing"

	"fyne.io/fyne/v2"
)

var topics = []Option{{"water", "voda", ""}, {"dust", "prašina", ""}, {"roads", "putevi i saobraćaj", ""}, {"jobs", "poslovi", ""}}

func TestMatching(t *testing.T) {
	names := []Option{{"1", "Đorđe", ""}, {"2", "Шћепан", ""}, {"3", "City of Bor", "Đorđe"}, {"4", "Medved", ""}}
	for text, want := range map[string]string{
		"đor": "[1 3]", "djor": "[1 3]", "DOR": "[1 3]", "Ђор": "[1 3]", "scep": "[2]", "bor": "[3]", "of b": "[3]", "ved": "[4]", "": "[1 2 3 4]", "x": "[]",
	} {
		got := []string{}
		for _, o := range Matching(names, text) {
			got = append(got, o.Key)
		}
		equal(t, text, fmt.Sprint(got), want)
	}
}

func TestChoice(t *testing.T) {
	c, next := NewChoice(english(), topics), NewEntry()
	var changes []string
	c.OnChange = func(key string) { changes = append(changes, key) }
	w, _ := shown(t, c, next)
	c.SetKey("jobs")
	equal(t, "text", c.Text, "poslovi")
	equal(t, "changes", len(changes), 0)

	w.Canvas().Focus(c)
	key(w, fyne.KeyDown)
	equal(t, "the whole list", c.list.count(), 4)
	equal(t, "marked", c.list.marked().Key, "jobs")
	key(w, fyne.KeyUp, fyne.KeyReturn)
	equal(t, "key", c.Key(), "roads")
	focused(t, w, next)

	w.Canvas().Focus(c)
	c.SetText("")
	equal(t, "key", c.Key(), "")
	c.SetKey("retired")
	equal(t, "an unknown key is kept", c.Key(), "retired")
	equal(t, "changes", fmt.Sprint(changes), "[roads ]")
}

func TestChips(t *testing.T) {
	c := NewChips(english(), topics)
	var changes []string
	c.OnChange = func(keys []string) { changes = append(changes, fmt.Sprint(keys)) }
	w, _ := shown(t, c)
	Focus(c)
	typed(w, "prasina")
	key(w, fyne.KeyReturn)
	typed(w, "v")
	key(w, fyne.KeyReturn)
	equal(t, "keys", fmt.Sprint(c.Keys()), "[dust water]")
	typed(w, "v")
	if len(c.picker.list.options) != 0 && c.picker.list.options[0].Key == "water" {
		t.Fatal("what is chosen is offered again")
	}
	key(w, fyne.KeyEscape)
	c.picker.SetText("")
	key(w, fyne.KeyBackspace)
	equal(t, "after Backspace", fmt.Sprint(c.Keys()), "[dust]")
	focused(t, w, c.picker)
	c.chips[0].Tapped(nil)
	equal(t, "after the cross", fmt.Sprint(c.Keys()), "[]")
	equal(t, "changes", fmt.Sprint(changes), "[[dust] [dust water] [dust] []]")
}
