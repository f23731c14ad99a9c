package widgets

import (
	"fmt"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"dogovor/app/i18n"
)

// found is a search over people that counts how often it was asked.
func found(asked *[]string) func(string) []Option {
	return func(text string) []Option {
		*asked = append(*asked, text)
		return Matching(people, text)
	}
}

func pickerOn(t *testing.T) (k *Picker, next *Entry, w fyne.Window, picked *[]string) {
	t.Helper()
	var asked []string
	picked = &[]string{}
	k, next = NewPicker(english(), found(&asked)), NewEntry()
	k.OnPick = func(o Option) { *picked = append(*picked, o.Label) }
	w, _ = shown(t, NewField("Who", k), next)
	w.Canvas().Focus(k)
	return k, next, w, picked
}

func TestPickerFindsAndKeepsTheFocus(t *testing.T) {
	k, next, w, picked := pickerOn(t)
	typed(w, "prime")
	if !k.isOpen() {
		t.Fatal("the list is closed")
	}
	focused(t, w, k)
	equal(t, "marked", k.list.marked().Label, "Primer Marko")
	key(w, fyne.KeyDown, fyne.KeyDown, fyne.KeyUp)
	focused(t, w, k)
	equal(t, "marked", k.list.marked().Label, "Primer Milica")
	typed(w, "r")
	equal(t, "marked after typing on", k.list.marked().Label, "Primer Marko")
	key(w, fyne.KeyDown, fyne.KeyReturn)
	equal(t, "picked", fmt.Sprint(*picked), "[Primer Milica]")
	equal(t, "text", k.Text, "Primer Milica")
	equal(t, "key", k.Picked().Key, "2")
	focused(t, w, next)
	if k.isOpen() {
		t.Fatal("the list stays open")
	}
}

func TestPickerTakesTheFirstWithEnter(t *testing.T) {
	k, next, w, _ := pickerOn(t)
	typed(w, "petar")
	key(w, fyne.KeyReturn)
	equal(t, "text", k.Text, "Prima Petar")
	focused(t, w, next)
}

func TestPickerTakesTheMarkedWithTab(t *testing.T) {
	k, next, w, _ := pickerOn(t)
	typed(w, "ana")
	key(w, fyne.KeyTab)
	equal(t, "text", k.Text, "Primerović Ana")
	focused(t, w, next)

	w.Canvas().Focus(k)
	key(w, fyne.KeyTab)
	equal(t, "text after going through", k.Text, "Primerović Ana")
	focused(t, w, next)
}

func TestPickerEscapes(t *testing.T) {
	k, _, w, picked := pickerOn(t)
	escaped := 0
	w.Canvas().SetOnTypedKey(func(*fyne.KeyEvent) { escaped++ })
	k.SetPicked(people[0])
	typed(w, "x")
	equal(t, "taken back", fmt.Sprint(*picked), "[]")
	key(w, fyne.KeyEscape)
	if k.isOpen() || escaped != 0 {
		t.Fatalf("open %v, the window heard %d", k.isOpen(), escaped)
	}
	equal(t, "text", k.Text, "Primer Marko")
	equal(t, "key", k.Picked().Key, "1")
	key(w, fyne.KeyEscape)
	equal(t, "the window hears the second Escape", escaped, 1)
}

func TestPickerCreates(t *testing.T) {
	k, _, w, _ := pickerOn(t)
	made := ""
	k.OnCreate = func(text string) { made = text }
	typed(w, "Novak ")
	if !k.list.onCreate() {
		t.Fatal("without hits the row that creates is marked")
	}
	key(w, fyne.KeyReturn)
	equal(t, "made", made, "Novak")

	k.SetPicked(Option{})
	w.Canvas().Focus(k)
	typed(w, "marko")
	equal(t, "marked", k.list.marked().Label, "Primer Marko")
	key(w, fyne.KeyDown, fyne.KeyReturn)
	equal(t, "made", made, "marko")
}

func TestPickerAddsOneAfterTheOther(t *testing.T) {
	k, _, w, picked := pickerOn(t)
	k.ClearOnPick = true
	for _, name := range []string{"marko", "milica"} {
		typed(w, name)
		key(w, fyne.KeyReturn)
		equal(t, "text", k.Text, "")
		focused(t, w, k)
	}
	equal(t, "picked", strings.Join(*picked, ","), "Primer Marko,Primer Milica")
}

func TestPickerMarksWhatIsNoChoice(t *testing.T) {
	k, next, w, _ := pickerOn(t)
	f := NewField("Who", k)
	typed(w, "zzz")
	w.Canvas().Focus(next)
	equal(t, "error", f.Error(), english().T("widgets.pick_one"))
	equal(t, "text stays", k.Text, "zzz")

	w.Canvas().Focus(k)
	k.SetText("primer MARKO")
	w.Canvas().Focus(next)
	equal(t, "the exact name is taken", k.Picked().Key, "1")
	equal(t, "error", f.Error(), "")

	k.Free = true
	w.Canvas().Focus(k)
	k.SetText("someone")
	w.Canvas().Focus(next)
	equal(t, "free text", k.Text, "someone")
	equal(t, "error", f.Error(), "")
}

func TestPickerByMouse(t *testing.T) {
	k, _, w, _ := pickerOn(t)
	typed(w, "pri")
	click(w, k.list.rows[3], fyne.NewPos(20, 10))
	equal(t, "text", k.Text, k.Picked().Label)
	equal(t, "label", k.Text, "Pri Jelena")
	focused(t, w, k)
	if k.isOpen() {
		t.Fatal("the list stays open")
	}
	click(w, k.ActionItem, fyne.NewPos(5, 5))
	if !k.isOpen() || k.list.count() != len(people) {
		t.Fatalf("the arrow opens the whole list: %v, %d", k.isOpen(), k.list.count())
	}
	equal(t, "what is chosen is marked", k.list.marked().Label, "Pri Jelena")
	key(w, fyne.KeyPageDown)
	equal(t, "the end of the list", k.list.at, len(people)-1)
	if k.list.top != len(people)-pickRows {
		t.Fatalf("the list has not moved: %d", k.list.top)
	}
}

// Answers come late and in any order; only the newest counts, and Enter pressed before it came is not lost.
func TestPickerWaitsForTheNewestAnswer(t *testing.T) {
	k, next, w, _ := pickerOn(t)
	var late []func()
	background = func(work func()) { late = append(late, work) }
	typed(w, "ma")
	key(w, fyne.KeyReturn)
	focused(t, w, k)
	late[1]()
	equal(t, "text", k.Text, "Primer Marko")
	focused(t, w, next)
	late[0]()
	if k.isOpen() {
		t.Fatal("an old answer opened the list")
	}
}

func TestPickerSaysThatItLooks(t *testing.T) {
	k := NewPicker(english(), func(string) []Option { return nil })
	w, clock := shown(t, k)
	w.Canvas().Focus(k)
	background = func(func()) {}
	typed(w, "a")
	if k.isOpen() {
		t.Fatal("open at once")
	}
	clock.Advance(300e6)
	if !k.isOpen() || !k.list.busy {
		t.Fatal("nothing says that it looks")
	}
}

func TestStageComesByItself(t *testing.T) {
	k, _, w, _ := pickerOn(t)
	w.SetContent(k)
	w.Canvas().Focus(k)
	typed(w, "marko")
	if !k.isOpen() {
		t.Fatal("the list is closed")
	}
	focused(t, w, k)
	if _, ok := w.Content().(*Stage); !ok {
		t.Fatalf("the window shows %T", w.Content())
	}
}

func TestPickerAlwaysShowsTheRowThatCreates(t *testing.T) {
	k, _, w, _ := pickerOn(t)
	k.OnCreate = func(string) {}
	typed(w, "pri")
	last := k.list.rows[pickRows-1]
	equal(t, "the last row", last.full[0], english().T("widgets.create", "Text", "pri"))
	equal(t, "seen", last.Visible(), true)
	for range people {
		key(w, fyne.KeyDown)
	}
	equal(t, "on create", k.list.onCreate(), true)
	equal(t, "above it stands the last that was found", k.list.rows[pickRows-2].full[0], "Prijić Vera")
}

func TestAFreePickerKeepsWhatWasTyped(t *testing.T) {
	defer Inline().Restore()
	test.NewTempApp(t)
	k := NewPicker(i18n.For(i18n.English), func(text string) []Option { return Matching([]Option{{Key: "a", Label: "chair of the council"}}, text) })
	k.Free = true
	picked := 0
	k.OnPick = func(Option) { picked++ }
	w := test.NewTempWindow(t, NewStage(k))
	w.Canvas().Focus(k)
	test.Type(k, "chair")
	k.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if k.Text != "chair" || picked != 0 {
		t.Fatalf("%q, picked %d times", k.Text, picked)
	}
	w.Canvas().Focus(k)
	k.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
	k.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
	k.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if k.Text != "chair of the council" || picked != 1 {
		t.Fatalf("%q, picked %d times", k.Text, picked)
	}
}
