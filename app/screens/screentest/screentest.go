// Package screentest is the window that headless tests of screens stand in: a screens.Host on Fyne's test driver, with everything run
// at once on the test's own goroutine. Only tests import it.
package screentest

import (
	"context"
	"image/color"
	"image/png"
	"os"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"

	"dogovor/app/i18n"
	"dogovor/app/look"
	"dogovor/app/screens"
	"dogovor/app/screens/record"
	"dogovor/app/widgets"
	"dogovor/data"
)

// Host is the window of a test. It remembers what screens ask of it.
type Host struct {
	T       testing.TB
	Lang    i18n.Lang
	Clock   time.Time
	Gone    []screens.Place // where the screen asked to go
	Backed  int
	Said    []string
	Batches []data.ID
	Failed  []error
	Viewed  []string // names of files that were opened in the system's viewer
	Kept    map[string]string
	Tick    *widgets.Clock // lets time pass for widgets
	Pass    func()         // lets time pass for drafts

	win    fyne.Window
	screen screens.Screen
	title  *look.Text
	middle *fyne.Container
}

// New opens a window of the usual size.
func New(t testing.TB, lang i18n.Lang, now time.Time) *Host {
	a := test.NewTempApp(t)
	a.Settings().SetTheme(look.New(look.Options{}))
	h := &Host{T: t, Lang: lang, Clock: now, Kept: map[string]string{}, title: look.Title(""), middle: container.NewStack()}
	var restore func()
	h.Tick = widgets.Inline()
	h.Pass, restore = record.Inline()
	t.Cleanup(func() { h.Tick.Restore(); restore() })
	h.win = test.NewTempWindow(t, nil)
	h.win.SetPadded(false)
	h.frame()
	h.Resize(1280, 800)
	return h
}

// frame stands around the screen as the window's does.
func (h *Host) frame() {
	page, panel := canvas.NewRectangle(look.Color(look.ColorPage)), canvas.NewRectangle(look.Color(look.ColorPanel))
	panel.SetMinSize(fyne.NewSize(190, 0))
	top, bottom := canvas.NewRectangle(color.Transparent), canvas.NewRectangle(color.Transparent)
	top.SetMinSize(fyne.NewSize(0, 56))
	bottom.SetMinSize(fyne.NewSize(0, 40))
	head := container.NewStack(top, widgets.Pad(look.Unit*1.25, container.NewVBox(h.title)))
	h.win.SetContent(widgets.NewStage(container.NewStack(page, container.NewBorder(nil, nil, panel, nil, container.NewBorder(head, bottom, nil, nil, h.middle)))))
}

// Resize makes the window as large as a screen of a laptop.
func (h *Host) Resize(width, height float32) { h.win.Resize(fyne.NewSize(width, height)) }

// Open shows a screen as the window does; the one before is closed.
func (h *Host) Open(s screens.Screen) {
	if h.screen != nil {
		h.screen.Close()
	}
	h.screen = s
	h.middle.Objects = []fyne.CanvasObject{s.Content()}
	h.middle.Refresh()
	s.Show()
	h.title.SetText(s.Title())
}

// Shot writes a picture of the window into the folder that DOGOVOR_SHOTS names; without it nothing is written.
func (h *Host) Shot(name string) {
	h.T.Helper()
	dir := os.Getenv("DOGOVOR_SHOTS")
	if dir == "" {
		return
	}
	h.title.SetText(h.screen.Title())
	f, err := os.Create(dir + "/" + name + ".png")
	if err != nil {
		h.T.Fatal(err)
	}
	defer f.Close()
	if err := png.Encode(f, h.win.Canvas().Capture()); err != nil {
		h.T.Fatal(err)
	}
}

// Words speak the language of the test.
func (h *Host) Words() *i18n.Printer { return i18n.For(h.Lang) }

// Window is the test's.
func (h *Host) Window() fyne.Window { return h.win }

// Now is the clock.
func (h *Host) Now() time.Time { return h.Clock }

// Officer works on the laptop.
func (h *Host) Officer() string { return "Primer Officer" }

// Load runs both at once.
func (h *Host) Load(read func(context.Context) error, show func()) {
	if err := read(context.Background()); err != nil {
		h.Fail(err)
		return
	}
	show()
}

// Go remembers where to.
func (h *Host) Go(p screens.Place) { h.Gone = append(h.Gone, p) }

// Back counts.
func (h *Host) Back() { h.Backed++ }

// Done remembers what was said.
func (h *Host) Done(text string, batch data.ID) {
	h.Said, h.Batches = append(h.Said, text), append(h.Batches, batch)
}

// View remembers what was opened.
func (h *Host) View(name string, _ []byte) error {
	h.Viewed = append(h.Viewed, name)
	return nil
}

// Drop drops files on the window.
func (h *Host) Drop(paths ...string) {
	h.T.Helper()
	target := widgets.DropTargetIn(h.win.Content())
	if target == nil {
		h.T.Fatal("nothing on the window takes files")
	}
	target.Take(paths)
}

// Drafted is for the status line, which a test has none of.
func (h *Host) Drafted(time.Time) {}

// Fail remembers errors.
func (h *Host) Fail(err error) { h.Failed = append(h.Failed, err) }

// Choices are the starting entries.
func (h *Host) Choices(list string) (out []widgets.Option) {
	v, ok := data.VocabularyNamed(list)
	if !ok {
		h.T.Errorf("no vocabulary %q", list)
	}
	for _, c := range v.Codes {
		out = append(out, widgets.Option{Key: c, Label: h.Term(list, c)})
	}
	return out
}

// Term is the word of an entry.
func (h *Host) Term(list, code string) string { return h.Words().Term(list, code) }

// PlaceName is in the reader's script.
func (h *Host) PlaceName(latin, cyrillic string) string {
	if h.Lang == i18n.SerbianCyrillic && cyrillic != "" {
		return cyrillic
	}
	return latin
}

// Remember keeps a setting.
func (h *Host) Remember(key, value string) { h.Kept[key] = value }

// Recall reads it.
func (h *Host) Recall(key string) string { return h.Kept[key] }

// Texts are all words that can be seen on the window, one a line.
func (h *Host) Texts() string {
	var b strings.Builder
	for _, o := range h.objects() {
		switch x := o.(type) {
		case *canvas.Text:
			b.WriteString(x.Text + "\n")
		case *widgets.Entry:
			b.WriteString(x.Text + "\n")
		}
	}
	return b.String()
}

// Shows fails the test unless all words can be seen.
func (h *Host) Shows(words ...string) {
	h.T.Helper()
	seen := h.Texts()
	for _, w := range words {
		if !strings.Contains(seen, w) {
			h.T.Errorf("%q is not on the window:\n%s", w, seen)
		}
	}
}

// Hides fails the test if any of the words can be seen.
func (h *Host) Hides(words ...string) {
	h.T.Helper()
	seen := h.Texts()
	for _, w := range words {
		if strings.Contains(seen, w) {
			h.T.Errorf("%q is on the window:\n%s", w, seen)
		}
	}
}

// objects is what can be seen and reached: of a dialog only, when one is open.
func (h *Host) objects() (all []fyne.CanvasObject) {
	root := h.win.Content()
	if top := h.win.Canvas().Overlays().Top(); top != nil {
		root = top
	}
	var walk func(o fyne.CanvasObject)
	walk = func(o fyne.CanvasObject) {
		if !o.Visible() {
			return
		}
		all = append(all, o)
		switch x := o.(type) {
		case *fyne.Container:
			for _, c := range x.Objects {
				walk(c)
			}
		case fyne.Widget:
			for _, c := range test.WidgetRenderer(x).Objects() {
				walk(c)
			}
		}
	}
	walk(root)
	return all
}

// Press taps the button, link or chip that says word.
func (h *Host) Press(word string) {
	h.T.Helper()
	for _, o := range h.objects() {
		said, ok := o.(interface{ Word() string })
		link, isLink := o.(*widgets.Link)
		if ok && said.Word() == word || isLink && link.Text() == word {
			if tap, ok := o.(fyne.Tappable); ok {
				tap.Tapped(&fyne.PointEvent{Position: fyne.NewPos(4, 4)})
				return
			}
		}
	}
	h.T.Fatalf("nothing to press says %q:\n%s", word, h.Texts())
}

// Type types into what has the focus, as keys do.
func (h *Host) Type(text string) {
	h.T.Helper()
	for _, r := range text {
		f := h.win.Canvas().Focused()
		if f == nil {
			h.T.Fatalf("nothing has the focus to type %q into", text)
		}
		f.TypedRune(r)
	}
}

// Keys presses keys on what has the focus. Tab moves on where the field does not want it.
func (h *Host) Keys(keys ...fyne.KeyName) {
	for _, k := range keys {
		f := h.win.Canvas().Focused()
		takes, ok := f.(fyne.Tabbable)
		switch {
		case k == fyne.KeyTab && (!ok || !takes.AcceptsTab()):
			h.win.Canvas().FocusNext()
		case f != nil:
			f.TypedKey(&fyne.KeyEvent{Name: k})
		default:
			h.win.Canvas().OnTypedKey()(&fyne.KeyEvent{Name: k})
		}
	}
}

// Find gives the first thing of a kind on the window that is wanted.
func Find[T any](h *Host, wanted func(T) bool) T {
	h.T.Helper()
	for _, o := range h.objects() {
		if x, ok := o.(T); ok && wanted(x) {
			return x
		}
	}
	var none T
	h.T.Fatalf("nothing of %T that is wanted is on the window", none)
	return none
}

// FocusField puts the focus into the field with a label; a row without one of its own is reached by Tab.
func (h *Host) FocusField(label string) *widgets.Field {
	h.T.Helper()
	f := Find(h, func(f *widgets.Field) bool { return f.Label() == label })
	widgets.Focus(f)
	return f
}
