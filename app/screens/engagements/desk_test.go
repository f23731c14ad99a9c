package engagements

import (
	"context"
	"path/filepath"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"dogovor/app/i18n"
	"dogovor/app/screens"
	"dogovor/app/screens/screentest"
	"dogovor/data"
	"dogovor/data/store"
)

var ctx = context.Background()

// desk is a laptop on which a person types: the screens of this package in the window of tests, over a real database.
type desk struct {
	*screentest.Host
	db     *store.Store
	screen screens.Screen
}

func newDesk(t testing.TB, lang i18n.Lang) *desk {
	t.Helper()
	d := &desk{Host: screentest.New(t, lang, time.Date(2026, 10, 21, 16, 0, 0, 0, time.UTC))}
	d.open(filepath.Join(t.TempDir(), "bor.db"))
	return d
}

func (d *desk) open(path string) {
	db, err := store.Open(ctx, path, store.Options{Identity: store.Identity{Officer: "Primer Ana", Laptop: "BOR1", Origin: 7}, Now: d.Now})
	d.must(err)
	d.db = db
	d.T.Cleanup(func() { db.Close() })
}

func (d *desk) must(err error) {
	d.T.Helper()
	if err != nil {
		d.T.Fatal(err)
	}
}

// calm fails the test when a screen reported an error, or asked for words that are not there.
func (d *desk) calm() {
	d.T.Helper()
	for _, err := range d.Failed {
		d.T.Error(err)
	}
	if m := i18n.Missing(); len(m) > 0 {
		d.T.Errorf("messages missing: %v", m)
	}
}

// village fills the register with a few places and people.
func (d *desk) village() (krivelj, ostrelj data.ID) {
	d.T.Helper()
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

// Go shows the screens of this package, and notes where else one would be.
func (d *desk) Go(p screens.Place) {
	d.Host.Go(p)
	if p.Area != screens.Engagements {
		return
	}
	if d.screen = List(d, d.db, p); p.Edit {
		d.screen = Form(d, d.db, p)
	}
	d.Open(d.screen)
}

// at is where the last Go led.
func (d *desk) at() screens.Place { return d.Gone[len(d.Gone)-1] }

// said is what was told last, with what takes it back.
func (d *desk) said() (string, data.ID) {
	if len(d.Said) == 0 {
		return "", data.ID{}
	}
	return d.Said[len(d.Said)-1], d.Batches[len(d.Batches)-1]
}

func (d *desk) form() *form { return d.screen.(*form) }
func (d *desk) list() *list { return d.screen.(*list) }

// keyNames are the keys that stand in < >.
var keyNames = map[string]fyne.KeyName{"<tab>": fyne.KeyTab, "<enter>": fyne.KeyReturn, "<down>": fyne.KeyDown, "<up>": fyne.KeyUp, "<esc>": fyne.KeyEscape,
	"<space>": fyne.KeySpace, "<right>": fyne.KeyRight, "<backspace>": fyne.KeyBackspace, "<end>": fyne.KeyEnd, "<pagedown>": fyne.KeyPageDown}

// keys are pressed one after the other: words are typed, <tab>, <enter>, <ctrl+s> … are keys.
func (d *desk) keys(all ...string) {
	d.T.Helper()
	for _, k := range all {
		switch {
		case k == "<ctrl+enter>":
			d.screen.(screens.RowAdder).AddRow()
		case k == "<ctrl+s>":
			d.screen.(screens.Saver).Save()
		case k == "<all>":
			d.Window().Canvas().Focused().(fyne.Shortcutable).TypedShortcut(&fyne.ShortcutSelectAll{})
		case keyNames[k] != "":
			d.Keys(keyNames[k])
		default:
			d.Type(k)
		}
	}
}

// clip is a clipboard with a text.
type clip string

func (c clip) Content() string   { return string(c) }
func (c clip) SetContent(string) {}

func (d *desk) paste(text string) {
	d.Window().Canvas().Focused().(fyne.Shortcutable).TypedShortcut(&fyne.ShortcutPaste{Clipboard: clip(text)})
}

// tap presses the middle of something on the window.
func (d *desk) tap(o fyne.CanvasObject) {
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(o).AddXY(o.Size().Width/2, o.Size().Height/2)
	if m, ok := o.(desktop.Mouseable); ok {
		m.MouseDown(&desktop.MouseEvent{Button: desktop.MouseButtonPrimary})
	}
	test.TapCanvas(d.Window().Canvas(), at)
}
