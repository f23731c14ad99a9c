package engagements

import (
	"context"
	"image/png"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"dogovor/app/i18n"
	"dogovor/app/look"
	"dogovor/app/screens"
	"dogovor/app/screens/record"
	"dogovor/app/widgets"
	"dogovor/data"
	"dogovor/data/store"
)

var ctx = context.Background()

// desk is a laptop on which a person types: the screens in a window as wide as the real one, over a real database.
type desk struct {
	t      testing.TB
	win    fyne.Window
	db     *store.Store
	lang   i18n.Lang
	now    time.Time
	screen screens.Screen
	places []screens.Place // gone to
	said   string
	batch  data.ID
	failed error
	kept   map[string]string
	pass   func() // lets the time pass after which drafts are kept
	clock  *widgets.Clock
	live   bool // the screen has not been closed
}

func newDesk(t testing.TB, lang i18n.Lang) *desk {
	t.Helper()
	test.NewTempApp(t).Settings().SetTheme(look.New(look.Options{}))
	d := &desk{t: t, lang: lang, now: time.Date(2026, 10, 21, 16, 0, 0, 0, time.UTC), kept: map[string]string{}}
	d.clock = widgets.Inline()
	t.Cleanup(d.clock.Restore)
	pass, restore := record.Inline()
	d.pass = pass
	t.Cleanup(restore)
	d.open(filepath.Join(t.TempDir(), "bor.db"))
	d.win = test.NewWindow(nil)
	d.win.SetPadded(false)
	d.win.Resize(fyne.NewSize(1280, 800))
	t.Cleanup(d.win.Close)
	return d
}

func (d *desk) open(path string) {
	db, err := store.Open(ctx, path, store.Options{Identity: store.Identity{Officer: "Primer Ana", Laptop: "BOR1", Origin: 7}, Now: func() time.Time { return d.now }})
	d.must(err)
	d.db = db
	d.t.Cleanup(func() { db.Close() })
}

func (d *desk) must(err error) {
	d.t.Helper()
	if err != nil {
		d.t.Fatal(err)
	}
}

// village fills the register with a few places and people.
func (d *desk) village() (krivelj, ostrelj data.ID) {
	d.t.Helper()
	var recs []data.Record
	place := func(name, cyrl string) data.ID {
		s := &data.Settlement{Name: name, NameCyrl: cyrl, Municipality: "Bor", InArea: true}
		s.ID = data.SettlementID("Bor", name)
		recs = append(recs, s)
		return s.ID
	}
	krivelj, ostrelj = place("Krivelj", "Кривељ"), place("Oštrelj", "Оштрељ")
	for _, x := range []struct {
		name, kind, group string
		in                data.ID
	}{
		{"Primer Marko", "person", "landowner", krivelj},
		{"Primer Đorđe", "person", "local_community", krivelj},
		{"Пример Љубица", "person", "individual", ostrelj},
		{"Primer Jovana", "person", "ngo", ostrelj},
		{"City of Bor", "organisation", "local_government", data.ID{}},
	} {
		s := &data.Stakeholder{Kind: x.kind, Name: x.name, Groups: []string{x.group}, Settlement: x.in}
		s.ID = data.NewID()
		recs = append(recs, s)
	}
	_, err := d.db.Save(ctx, recs...)
	d.must(err)
	return krivelj, ostrelj
}

// Words and the rest are screens.Host.
func (d *desk) Words() *i18n.Printer            { return i18n.For(d.lang) }
func (d *desk) Window() fyne.Window             { return d.win }
func (d *desk) Now() time.Time                  { return d.now }
func (d *desk) Officer() string                 { return "Primer Ana" }
func (d *desk) Term(list, code string) string   { return d.Words().Term(list, code) }
func (d *desk) Remember(key, value string)      { d.kept[key] = value }
func (d *desk) Recall(key string) string        { return d.kept[key] }
func (d *desk) Done(text string, batch data.ID) { d.said, d.batch = text, batch }
func (d *desk) Fail(err error)                  { d.failed = err }
func (d *desk) Back()                           { d.places = append(d.places, screens.Place{Area: "back"}) }

func (d *desk) Load(read func(context.Context) error, show func()) {
	if err := read(ctx); err != nil {
		d.Fail(err)
		return
	}
	show()
}

func (d *desk) Choices(list string) (out []widgets.Option) {
	v, _ := data.VocabularyNamed(list)
	for _, c := range v.Codes {
		out = append(out, widgets.Option{Key: c, Label: d.Term(list, c)})
	}
	return out
}

func (d *desk) PlaceName(latin, cyrillic string) string {
	if d.lang == i18n.SerbianCyrillic {
		return cyrillic
	}
	return latin
}

// Go shows the screens of this package, and notes where else one would be.
func (d *desk) Go(p screens.Place) {
	d.places = append(d.places, p)
	if p.Area != screens.Engagements {
		return
	}
	d.leave()
	if p.Edit {
		d.screen = Form(d, d.db, p)
	} else {
		d.screen = List(d, d.db, p)
	}
	d.frame()
	d.screen.Show()
}

// leave closes the screen as the window does.
func (d *desk) leave() {
	if d.screen != nil {
		d.screen.Close()
		d.screen = nil
	}
}

// frame stands around the screen with the measures of the window.
func (d *desk) frame() {
	panel := canvas.NewRectangle(look.Color(look.ColorPanel))
	panel.SetMinSize(fyne.NewSize(190, 1))
	bar := func(h float32, o fyne.CanvasObject) fyne.CanvasObject {
		r := canvas.NewRectangle(look.Color(look.ColorPage))
		r.SetMinSize(fyne.NewSize(1, h))
		return container.NewStack(r, o)
	}
	var action fyne.CanvasObject = container.NewHBox()
	if a, ok := d.screen.(screens.Actor); ok {
		action = widgets.PrimaryButton(a.Action())
	}
	top := bar(56, widgets.Pad(10, container.NewBorder(nil, nil, nil, action, look.Title(d.screen.Title()))))
	page := canvas.NewRectangle(look.Color(look.ColorPage))
	d.win.SetContent(widgets.NewStage(container.NewBorder(nil, nil, panel, nil,
		container.NewStack(page, container.NewBorder(top, bar(40, container.NewHBox()), nil, nil, d.screen.Content())))))
}

func (d *desk) form() *form { return d.screen.(*form) }
func (d *desk) list() *list { return d.screen.(*list) }

// keys are pressed one after the other: words are typed, <tab>, <enter>, <down> … are keys.
func (d *desk) keys(all ...string) {
	d.t.Helper()
	for _, k := range all {
		d.key(k)
	}
}

func (d *desk) key(k string) {
	d.t.Helper()
	c := d.win.Canvas()
	focused := c.Focused()
	names := map[string]fyne.KeyName{"<enter>": fyne.KeyReturn, "<down>": fyne.KeyDown, "<up>": fyne.KeyUp, "<esc>": fyne.KeyEscape, "<space>": fyne.KeySpace,
		"<right>": fyne.KeyRight, "<left>": fyne.KeyLeft, "<backspace>": fyne.KeyBackspace, "<end>": fyne.KeyEnd, "<home>": fyne.KeyHome}
	switch {
	case k == "<tab>":
		if t, ok := focused.(fyne.Tabbable); ok && t.AcceptsTab() {
			focused.TypedKey(&fyne.KeyEvent{Name: fyne.KeyTab})
			return
		}
		c.FocusNext()
	case k == "<ctrl+enter>":
		d.screen.(screens.RowAdder).AddRow()
	case k == "<ctrl+s>":
		d.screen.(screens.Saver).Save()
	case k == "<all>":
		focused.(fyne.Shortcutable).TypedShortcut(&fyne.ShortcutSelectAll{})
	case names[k] != "":
		focused.TypedKey(&fyne.KeyEvent{Name: names[k]})
	default:
		for _, r := range k {
			if focused = c.Focused(); focused == nil {
				d.t.Fatalf("nothing has the focus for %q", k)
			}
			focused.TypedRune(r)
		}
	}
}

// clip is a clipboard with a text.
type clip string

func (c clip) Content() string   { return string(c) }
func (c clip) SetContent(string) {}

func (d *desk) paste(text string) {
	d.win.Canvas().Focused().(fyne.Shortcutable).TypedShortcut(&fyne.ShortcutPaste{Clipboard: clip(text)})
}

// tap presses the middle of something on the window.
func (d *desk) tap(o fyne.CanvasObject) {
	d.t.Helper()
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(o).AddXY(o.Size().Width/2, o.Size().Height/2)
	if m, ok := o.(desktop.Mouseable); ok {
		m.MouseDown(&desktop.MouseEvent{Button: desktop.MouseButtonPrimary})
	}
	test.TapCanvas(d.win.Canvas(), at)
}

// see finds something on the window for which same holds.
func see[T fyne.CanvasObject](d *desk, what string, same func(T) bool) T {
	d.t.Helper()
	var roots []fyne.CanvasObject
	if top := d.win.Canvas().Overlays().Top(); top != nil {
		roots = append(roots, top)
	}
	for _, root := range append(roots, d.win.Canvas().Content()) {
		if o, ok := find(root, same); ok {
			return o
		}
	}
	d.t.Fatalf("%s is not on the window", what)
	panic("unreachable")
}

func find[T fyne.CanvasObject](root fyne.CanvasObject, same func(T) bool) (found T, ok bool) {
	for _, o := range test.LaidOutObjects(root) {
		if x, is := o.(T); is && o.Visible() && same(x) {
			return x, true
		}
	}
	return found, false
}

// texts are all words on the window.
func (d *desk) texts() string {
	var b strings.Builder
	for _, o := range test.LaidOutObjects(d.win.Canvas().Content()) {
		switch x := o.(type) {
		case *canvas.Text:
			if x.Visible() {
				b.WriteString(x.Text + "\n")
			}
		}
	}
	return b.String()
}

// shot keeps a picture when SHOTS names a folder.
func (d *desk) shot(name string) {
	folder := os.Getenv("SHOTS")
	if folder == "" {
		return
	}
	f, err := os.Create(filepath.Join(folder, "engagements-"+name+".png"))
	d.must(err)
	defer f.Close()
	d.must(png.Encode(f, d.win.Canvas().Capture()))
}
