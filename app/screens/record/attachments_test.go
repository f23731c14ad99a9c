package record_test

import (
	"bytes"
	"context"
	"encoding/binary"
	"fmt"
	"image"
	"image/color"
	"image/jpeg"
	"os"
	"path/filepath"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"

	"dogovor/app/i18n"
	"dogovor/app/screens"
	"dogovor/app/screens/record"
	"dogovor/app/screens/screentest"
	"dogovor/app/widgets"
	"dogovor/data"
	"dogovor/data/photo"
	"dogovor/data/store"
)

// cabinet is a screen with the page of one settlement, as short as pages get.
type cabinet struct {
	host  *screentest.Host
	db    *store.Store
	place *data.Settlement
	root  *fyne.Container
	page  *widgets.Page
}

func newCabinet(t *testing.T, lang i18n.Lang) *cabinet {
	t.Helper()
	at := time.Date(2026, 10, 21, 10, 0, 0, 0, time.UTC)
	tick := at
	db, err := store.Open(context.Background(), filepath.Join(t.TempDir(), "bor.db"), store.Options{
		Identity: store.Identity{Officer: "Primer Officer", Laptop: "BOR1", Origin: 7}, Now: func() time.Time { tick = tick.Add(time.Second); return tick }})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { db.Close() })
	c := &cabinet{host: screentest.New(t, lang, at), db: db, place: &data.Settlement{Name: "Krivelj", NameCyrl: "Кривељ"}, root: container.NewStack()}
	if _, err := db.Save(context.Background(), c.place); err != nil {
		t.Fatal(err)
	}
	c.host.Open(c)
	return c
}

func (c *cabinet) Title() string              { return "Krivelj" }
func (c *cabinet) Content() fyne.CanvasObject { return c.root }
func (c *cabinet) Show()                      { c.Reload() }
func (c *cabinet) Close()                     {}

func (c *cabinet) Reload() {
	place, err := c.db.Settlement(context.Background(), c.place.ID)
	if err != nil {
		c.host.Fail(err)
		return
	}
	c.page = record.Page(record.Head("Krivelj", "", nil, nil),
		record.NewAttachments(c.host, c.db, place, c.have(), func() { c.page.Refresh() }).View)
	c.root.Objects = []fyne.CanvasObject{c.page}
	c.root.Refresh()
}

func (c *cabinet) have() []*data.Attachment {
	c.host.T.Helper()
	have, err := c.db.Attachments(context.Background(), data.Settlements, c.place.ID)
	if err != nil {
		c.host.T.Fatal(err)
	}
	return have
}

// file writes a file that a person would drop.
func (c *cabinet) file(name string, body []byte) string {
	c.host.T.Helper()
	path := filepath.Join(c.host.T.TempDir(), name)
	if err := os.WriteFile(path, body, 0o600); err != nil {
		c.host.T.Fatal(err)
	}
	return path
}

func (c *cabinet) row(name string) *widgets.FileRow {
	c.host.T.Helper()
	return screentest.Find(c.host, func(r *widgets.FileRow) bool { return r.Word() == name })
}

func (c *cabinet) undo() {
	c.host.T.Helper()
	if err := c.db.Undo(context.Background(), c.host.Batches[len(c.host.Batches)-1]); err != nil {
		c.host.T.Fatal(err)
	}
	c.Reload()
}

func (c *cabinet) said() string { return c.host.Said[len(c.host.Said)-1] }

// shot is a photo; located says where it was taken.
func shot(t *testing.T, w, h int, located bool, shade uint8) []byte {
	t.Helper()
	m := image.NewRGBA(image.Rect(0, 0, w, h))
	for y := range h {
		for x := range w {
			m.Set(x, y, color.RGBA{uint8(200 * x / w), uint8(120 + 90*y/h), shade, 255})
		}
	}
	var b bytes.Buffer
	if err := jpeg.Encode(&b, m, nil); err != nil {
		t.Fatal(err)
	}
	if !located {
		return b.Bytes()
	}
	said := "http://ns.adobe.com/xap/1.0/\x00<rdf:RDF><rdf:Description exif:GPSLatitude=\"44,4.8N\" exif:GPSLongitude=\"22,5.1E\"/></rdf:RDF>"
	out := append([]byte{0xFF, 0xD8, 0xFF, 0xE1}, binary.BigEndian.AppendUint16(nil, uint16(len(said)+2))...)
	return append(append(out, said...), b.Bytes()[2:]...)
}

func TestDropFiles(t *testing.T) {
	c := newCabinet(t, i18n.English)
	c.host.Shows("Attachments", "Add a file…", "up to 25 MB each")
	c.host.Drop(c.file("bunar.jpg", shot(t, 40, 30, false, 1)), c.file("zapisnik.pdf", []byte("%PDF-1.7 zapisnik")))
	c.host.Shows("Attachments (2)", "bunar.jpg", "zapisnik.pdf", "17 B · 21 Oct 2026 · Primer Officer")
	if c.said() != "Added 2 files" {
		t.Errorf("said %q", c.said())
	}
	if copied := c.page.Text(); copied != "Krivelj\n\nAttachments (2)\nbunar.jpg (704 B · 21 Oct 2026 · Primer Officer)\nzapisnik.pdf (17 B · 21 Oct 2026 · Primer Officer)" {
		t.Errorf("the page is copied as %q", copied)
	}
	c.undo()
	if len(c.have()) != 0 {
		t.Error("undone, and still there")
	}
	var many []string
	for i := range 20 {
		many = append(many, c.file(fmt.Sprintf("%02d.txt", i), []byte{byte('a' + i)}))
	}
	c.host.Drop(many...)
	if n := len(c.have()); n != 20 || c.said() != "Added 20 files" {
		t.Fatalf("%d files, said %q", n, c.said())
	}
	c.undo()
	c.host.Hides("Attachments (")
	if len(c.have()) != 0 || len(c.host.Failed) > 0 {
		t.Errorf("%d are left, failed %v", len(c.have()), c.host.Failed)
	}
}

func TestPositionIsAskedFor(t *testing.T) {
	for _, keep := range []bool{false, true} {
		c := newCabinet(t, i18n.English)
		c.host.Drop(c.file("dvoriste.jpg", shot(t, 40, 30, true, 1)))
		c.host.Shows("Remove the position?", "“dvoriste.jpg” says where it was taken.")
		if len(c.have()) > 0 {
			t.Fatal("added before the answer")
		}
		if keep {
			c.host.Press("Keep the position")
		} else {
			c.host.Keys(fyne.KeyReturn) // the safe answer has the keys
		}
		body, err := c.db.AttachmentBytes(context.Background(), c.have()[0].SHA256)
		if err != nil || photo.HasPosition(body) != keep {
			t.Errorf("keep %v: it says where it was taken: %v, %v", keep, photo.HasPosition(body), err)
		}
	}
	c := newCabinet(t, i18n.English)
	c.host.Drop(c.file("a.jpg", shot(t, 40, 30, true, 1)), c.file("b.jpg", shot(t, 40, 30, true, 2)), c.file("c.jpg", shot(t, 40, 30, false, 3)))
	c.host.Shows("2 files say where they were taken.")
	c.host.Keys(fyne.KeyEscape)
	if c.said() != "Added 3 files" {
		t.Errorf("said %q", c.said())
	}
}

func TestWhatIsNotAdded(t *testing.T) {
	c := newCabinet(t, i18n.English)
	large := c.file("film.mp4", nil)
	if err := os.Truncate(large, 30<<20+1); err != nil {
		t.Fatal(err)
	}
	good := c.file("dobro.txt", []byte("dobro"))
	c.host.Drop(good, large, c.file("prazno.txt", nil), t.TempDir(), filepath.Join(t.TempDir(), "nema.pdf"), good)
	c.host.Shows("Not added", "“film.mp4” has 31 MB; one file may have 25 MB.", "“prazno.txt” is empty", "is a folder", "“nema.pdf” cannot be read", "“dobro.txt” is here already, as “dobro.txt”")
	c.host.Keys(fyne.KeyReturn)
	if len(c.have()) != 1 || c.said() != "Added 1 file" {
		t.Errorf("%d files, said %q", len(c.have()), c.said())
	}
	c.host.Drop(good)
	if c.host.Window().Canvas().Overlays().Top() != nil || c.said() != "“dobro.txt” is here already, as “dobro.txt”. It was not added a second time." {
		t.Errorf("said %q", c.said())
	}
	var many []string
	for i := range 12 {
		many = append(many, c.file(fmt.Sprintf("%02d.txt", i), nil))
	}
	c.host.Drop(many...)
	c.host.Shows("“05.txt” is empty", "… and 6 more")
	c.host.Hides("“06.txt”")
	if len(c.host.Failed) > 0 {
		t.Errorf("failed %v", c.host.Failed)
	}
}

func TestRowsByKeyboard(t *testing.T) {
	c := newCabinet(t, i18n.English)
	c.host.Drop(c.file("prva.jpg", shot(t, 800, 400, false, 1)), c.file("druga.jpg", shot(t, 300, 600, false, 2)), c.file("dopis.docx", []byte("PK\x03\x04")), c.file("program.exe", []byte("MZ")))
	widgets.Focus(c.row("program.exe"))
	c.host.Keys(fyne.KeyReturn)
	if len(c.host.Failed) != 1 || data.ErrorCode(c.host.Failed[0]) != "attachment.runs" || len(c.host.Viewed) > 0 {
		t.Errorf("a program was opened: %v %v", c.host.Failed, c.host.Viewed)
	}
	widgets.Focus(c.row("dopis.docx"))
	c.host.Keys(fyne.KeyReturn)
	if fmt.Sprint(c.host.Viewed) != "[dopis.docx]" {
		t.Errorf("viewed %v", c.host.Viewed)
	}
	// Pictures are looked at here.
	widgets.Focus(c.row("prva.jpg"))
	c.host.Keys(fyne.KeyReturn)
	c.host.Shows("prva.jpg", "1 of 2")
	c.host.Hides("dopis.docx")
	c.host.Keys(fyne.KeyRight)
	c.host.Shows("druga.jpg", "2 of 2")
	c.host.Keys(fyne.KeyRight, fyne.KeyLeft, fyne.KeyLeft, fyne.KeyEscape)
	if c.host.Window().Canvas().Overlays().Top() != nil || c.host.Window().Canvas().Focused() != fyne.Focusable(c.row("prva.jpg")) {
		t.Error("Esc does not come back to the row")
	}
	// The menu of the row: look, open, save, note.
	c.host.Keys(desktop.KeyMenu, fyne.KeyDown, fyne.KeyDown, fyne.KeyDown, fyne.KeyDown, fyne.KeyReturn)
	c.host.Type("Bunar kod škole")
	c.host.Keys(fyne.KeyReturn)
	if have := c.have(); have[0].Note != "Bunar kod škole" || c.said() != "Note of “prva.jpg” saved" {
		t.Errorf("the note is %q, said %q", have[0].Note, c.said())
	}
	c.host.Shows("Bunar kod škole")
	if c.host.Window().Canvas().Focused() != fyne.Focusable(c.row("prva.jpg")) {
		t.Error("the keys did not come back to the row")
	}
	// Into the bin and back.
	c.host.Keys(fyne.KeyDelete)
	if len(c.have()) != 3 || c.said() != "“prva.jpg” is in the bin" || c.host.Window().Canvas().Focused() != fyne.Focusable(c.row("druga.jpg")) {
		t.Errorf("%d files, said %q", len(c.have()), c.said())
	}
	c.undo()
	c.host.Shows("Attachments (4)", "prva.jpg", "Bunar kod škole")
}

// A note that is left keeps what was typed.
func TestNoteIsNotLost(t *testing.T) {
	c := newCabinet(t, i18n.SerbianLatin)
	c.host.Drop(c.file("a.txt", []byte("a")))
	widgets.Focus(c.row("a.txt"))
	c.host.Keys(desktop.KeyMenu, fyne.KeyDown, fyne.KeyDown, fyne.KeyDown, fyne.KeyReturn)
	c.host.Type("Skica puta")
	widgets.Focus(c.page)
	if have := c.have(); have[0].Note != "Skica puta" {
		t.Errorf("the note is %q", have[0].Note)
	}
}

func TestAttachmentsInTheBin(t *testing.T) {
	c := newCabinet(t, i18n.English)
	c.host.Drop(c.file("a.txt", []byte("a")))
	if _, err := c.db.Bin(context.Background(), "settlement", c.place.ID); err != nil {
		t.Fatal(err)
	}
	c.Reload()
	c.host.Shows("a.txt")
	c.host.Hides("Add a file…")
	c.host.Drop(c.file("b.txt", []byte("b")))
	if c.said() != "This record is in the bin: restore it first, then drop the files." || len(c.have()) != 1 {
		t.Errorf("said %q", c.said())
	}
	widgets.Focus(c.row("a.txt"))
	c.host.Keys(fyne.KeyDelete)
	if len(c.have()) != 1 {
		t.Error("taken from a record in the bin")
	}
}

func TestPicturesThatCannotBeShown(t *testing.T) {
	c := newCabinet(t, i18n.English)
	huge := []byte("GIF89a\xFF\xFF\xFF\xFF\x00\x00\x00,\x00\x00\x00\x00\xFF\xFF\xFF\xFF\x00;") // says that it is 65,535 wide and high
	c.host.Drop(c.file("velika.gif", huge), c.file("pokvarena.jpg", shot(t, 90, 90, false, 9)[:600]))
	widgets.Focus(c.row("velika.gif"))
	c.host.Keys(fyne.KeyReturn)
	c.host.Shows("This picture has more than 50 million dots")
	c.host.Keys(fyne.KeyRight)
	c.host.Shows("This picture cannot be shown here.")
	c.host.Keys(fyne.KeyEscape)
}

// The form of a record ends with its files; one that was never saved says when there can be some.
func TestFilesInForms(t *testing.T) {
	c := newCabinet(t, i18n.English)
	form := func(id data.ID) {
		c.host.Open(record.NewForm(c.host, c.db, screens.Place{Area: screens.Places, Record: id, Edit: true}, record.FormOf{
			Area: screens.Places, Type: data.Settlements, Start: "name", Groups: []record.Group{{Lines: [][]record.Spec{{{Column: "name", Share: 1, Least: 200}}}}},
			Words: record.Words{New: "places.form.new", Edit: "places.form.edit", Saved: "places.form.saved"},
			Name:  func(r data.Record) string { return r.(*data.Settlement).Name },
			Read:  func(ctx context.Context, id data.ID) (data.Record, error) { return c.db.Settlement(ctx, id) },
			New:   func(any) data.Record { return &data.Settlement{} },
		}))
	}
	form(data.ID{})
	c.host.Shows("Files can be added once this is saved.")
	c.host.Drop(c.file("a.txt", []byte("a")))
	if c.said() != "Files can be added once this is saved." {
		t.Errorf("said %q", c.said())
	}
	form(c.place.ID)
	c.host.FocusField(c.host.Words().T("settlement.name"))
	c.host.Type(" gornji")
	c.host.Drop(c.file("a.txt", []byte("a")))
	c.host.Type("!") // a drop takes no keys away
	c.host.Shows("Attachments (1)", "a.txt", "Krivelj gornji!")
	c.host.Press("Save")
	if s, err := c.db.Settlement(context.Background(), c.place.ID); err != nil || s.Name != "Krivelj gornji!" || len(c.host.Failed) > 0 {
		t.Errorf("%v %v, failed %v", s, err, c.host.Failed)
	}
}

func TestAttachmentShots(t *testing.T) {
	if os.Getenv("DOGOVOR_SHOTS") == "" {
		t.Skip("no pictures are asked for")
	}
	for _, lang := range i18n.Langs {
		c := newCabinet(t, lang)
		c.host.Shot("attach-empty-" + string(lang))
		c.host.Drop(c.file("Bunar u dvorištu, snimljeno posle prašine.jpg", shot(t, 1200, 900, false, 1)), c.file("Zapisnik sa sastanka u Krivelju.pdf", append([]byte("%PDF-1.7"), make([]byte, 2_400_000)...)),
			c.file("portret.jpg", shot(t, 600, 900, false, 200)), c.file("Spisak prisutnih.docx", append([]byte("PK\x03\x04"), make([]byte, 48_000)...)))
		c.host.Keys(fyne.KeyUp)
		have := c.have()
		have[0].Note = "Domaćin kaže da je voda mutna od maja; levo se vidi stara pumpa."
		if _, err := c.db.Save(context.Background(), have[0]); err != nil {
			t.Fatal(err)
		}
		c.Reload()
		widgets.Focus(c.row("portret.jpg"))
		c.host.Shot("attach-" + string(lang))
		c.host.Keys(fyne.KeyReturn)
		c.host.Shot("attach-look-" + string(lang))
		c.host.Keys(fyne.KeyEscape, desktop.KeyMenu)
		c.host.Shot("attach-menu-" + string(lang))
		c.host.Window().Canvas().Overlays().Top().Hide()
		c.host.Window().Canvas().Overlays().Remove(c.host.Window().Canvas().Overlays().Top())
		c.host.Drop(c.file("dvoriste.jpg", shot(t, 40, 30, true, 1)))
		c.host.Shot("attach-position-" + string(lang))
		c.host.Keys(fyne.KeyReturn)
		large := c.file("film.mp4", nil)
		if err := os.Truncate(large, 30<<20+1); err != nil {
			t.Fatal(err)
		}
		c.host.Drop(large, c.file("prazno.txt", nil), t.TempDir())
		c.host.Shot("attach-refused-" + string(lang))
	}
}

func TestHistoryTellsOfAttachments(t *testing.T) {
	c := newCabinet(t, i18n.English)
	c.host.Drop(c.file("bunar.txt", []byte("voda")))
	widgets.Focus(c.row("bunar.txt"))
	c.host.Keys(fyne.KeyDelete)
	changes, err := c.db.History(context.Background(), "settlement", c.place.ID)
	if err != nil {
		t.Fatal(err)
	}
	names, err := record.ResolveChanges(context.Background(), c.db, changes)
	if err != nil {
		t.Fatal(err)
	}
	entries := record.History(c.host, c.place.ID, changes, names)
	if len(entries) != 3 || fmt.Sprint(entries[0].Lines, entries[1].Lines) != "[Removed – Attachment: bunar.txt] [Added – Attachment: bunar.txt]" {
		t.Errorf("%+v", entries)
	}
}
