package app

import (
	"image/png"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"dogovor/app/i18n"
	"dogovor/app/look"
	"dogovor/app/machine"
	"dogovor/app/screens"
	"dogovor/app/screens/record"
	"dogovor/app/widgets"
	"dogovor/data"
	"dogovor/data/sample"
)

// sampleBench is a window on the sample year.
func sampleBench(t *testing.T, scale int) *Window {
	t.Helper()
	clock := widgets.Inline()
	t.Cleanup(clock.Restore)
	_, restore := record.Inline()
	t.Cleanup(restore)
	path := filepath.Join(t.TempDir(), "sample.db")
	if _, err := sample.Make(t.Context(), path, sample.Options{Year: 2026, Scale: scale, Seed: 1, Now: noon}); err != nil {
		t.Fatal(err)
	}
	w := newBench(t, func(s *machine.Settings) {
		ready(s)
		s.Database = path
	})
	if w.db == nil {
		t.Fatal("the sample year is not open")
	}
	return w
}

// keys types and presses keys as the driver does: on what has the focus.
func (w *Window) keys(t *testing.T, what ...any) {
	t.Helper()
	for _, k := range what {
		focused := w.win.Canvas().Focused()
		if focused == nil {
			t.Fatalf("nothing has the focus for %v", k)
		}
		switch k := k.(type) {
		case string:
			for _, r := range k {
				focused.TypedRune(r)
			}
		case fyne.KeyName:
			focused.TypedKey(&fyne.KeyEvent{Name: k})
		}
	}
}

// menuKey runs the menu item of a command, as its shortcut does.
func (w *Window) menuKey(t *testing.T, word string) {
	t.Helper()
	for _, m := range w.win.MainMenu().Items {
		for _, i := range m.Items {
			if i.Label == w.words.T(word) {
				i.Action()
				return
			}
		}
	}
	t.Fatalf("no menu item %s", word)
}

func (w *Window) shot(t *testing.T, name string) {
	dir := os.Getenv("DOGOVOR_SHOTS")
	if dir == "" {
		return
	}
	f, err := os.Create(filepath.Join(dir, name+".png"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if err := png.Encode(f, w.win.Canvas().Capture()); err != nil {
		t.Fatal(err)
	}
}

// findRow gives the first row of the quick find that is wanted.
func findRow(w *Window, wanted func(r widgets.FindRow) bool) *widgets.FindRow {
	for _, r := range w.finder.Panel().Rows() {
		if wanted(r) {
			return &r
		}
	}
	return nil
}

func said(word string) func(widgets.FindRow) bool {
	return func(r widgets.FindRow) bool { return strings.Contains(r.Text, word) && !r.Head }
}

// someone is a person with an engagement, and the engagement.
func someone(t *testing.T, w *Window) *data.Stakeholder {
	t.Helper()
	s := &data.Stakeholder{Kind: "person", Name: "Primer Đorđe Šarbanovac"}
	if _, err := w.db.Save(w.ctx, s); err != nil {
		t.Fatal(err)
	}
	return s
}

// From anywhere, in another script, to the page; Ctrl+Enter to a new meeting with the person.
func TestFindOpensAndActs(t *testing.T) {
	w := sampleBench(t, 1)
	who := someone(t, w)
	w.menuKey(t, "menu.find")
	if w.finder == nil {
		t.Fatal("Ctrl+K opens nothing")
	}
	w.keys(t, "шарбан ђорђе")
	marked := w.finder.Panel().Marked()
	if marked == nil || marked.Text != who.Name || marked.Right != who.Number || len(marked.Marks) != 2 {
		t.Fatalf("marked is %+v", marked)
	}
	w.keys(t, fyne.KeyReturn)
	if p := w.current.place; w.finder != nil || p.Area != screens.Stakeholders || p.Record != who.ID {
		t.Fatalf("Enter led to %+v", p)
	}
	w.menuKey(t, "menu.find")
	w.keys(t, "dorde sarb")
	w.menuKey(t, "menu.add_row") // Ctrl+Enter
	p := w.current.place
	if known, _ := p.Filter.(data.EngagementFilter); w.finder != nil || p.Area != screens.Engagements || !p.Edit || known.Stakeholder != who.ID {
		t.Fatalf("Ctrl+Enter led to %+v", p)
	}
	meetings, err := w.db.Engagements(w.ctx, data.EngagementFilter{}, data.Page{Limit: 1})
	if err != nil {
		t.Fatal(err)
	}
	w.find(meetings.Rows[0].Number)
	w.menuKey(t, "menu.add_row")
	if p := w.current.place; p.Record != meetings.Rows[0].ID || !p.Edit {
		t.Fatalf("Ctrl+Enter on a meeting led to %+v", p)
	}
}

// Esc gives the focus back to where it was, with what was typed there.
func TestFindGivesTheFocusBack(t *testing.T) {
	w := sampleBench(t, 1)
	w.goTo(screens.Place{Area: screens.Stakeholders, Edit: true})
	before := w.win.Canvas().Focused()
	w.keys(t, "Primer")
	w.menuKey(t, "menu.find")
	if w.win.Canvas().Focused() == before {
		t.Fatal("the quick find has no focus")
	}
	w.keys(t, "abc")
	w.menuKey(t, "menu.new_engagement") // reaches past the panel: means nothing there
	if w.finder == nil {
		t.Fatal("a menu's key closed the quick find")
	}
	w.menuKey(t, "menu.undo")
	if got := w.finder.Panel().Text(); got == "abc" {
		t.Error("Ctrl+Z does not take back typing")
	}
	w.keys(t, fyne.KeyEscape)
	if w.finder != nil || w.win.Canvas().Focused() != before || before.(interface{ SelectedText() string }).SelectedText() != "" {
		t.Fatal("the focus did not come back")
	}
	w.find("abc")
	w.menuKey(t, "menu.find")
	w.keys(t, "d")
	if got := w.finder.Panel().Text(); got != "d" {
		t.Errorf("the key once more does not begin anew: %q", got)
	}
}

// Before anything is typed: what was changed last, and the commands; a command is found by its word in either script.
func TestFindRunsCommands(t *testing.T) {
	w := sampleBench(t, 1)
	w.switchLanguage(i18n.SerbianLatin)
	w.menuKey(t, "menu.find")
	if findRow(w, said("Novi susret")) == nil || findRow(w, func(r widgets.FindRow) bool { return r.Right != "" && r.Act != nil }) == nil {
		t.Fatalf("the beginning shows %d rows", len(w.finder.Panel().Rows()))
	}
	if findRow(w, said(w.words.T("menu.save"))) != nil {
		t.Error("Save is offered where nothing can be saved")
	}
	w.keys(t, "подеш")
	if r := w.finder.Panel().Marked(); r == nil || r.Text != "Podešavanja" || r.Right != "Alt+9" && r.Right != "Alt+0" {
		t.Fatalf("marked is %+v", r)
	}
	w.keys(t, fyne.KeyReturn)
	if w.current.place.Area != screens.Settings {
		t.Fatalf("the command led to %q", w.current.place.Area)
	}
}

// The search language: values are offered, Tab and Enter take them, a value nobody knows is said.
func TestFindCompletes(t *testing.T) {
	w := sampleBench(t, 1)
	w.menuKey(t, "menu.find")
	w.keys(t, "villa")
	if !strings.Contains(w.finder.Panel().Foot(), "village:") {
		t.Fatalf("the foot says %q", w.finder.Panel().Foot())
	}
	w.keys(t, fyne.KeyTab)
	if got := w.finder.Panel().Text(); got != "village:" {
		t.Fatalf("Tab made %q", got)
	}
	w.keys(t, "kri", fyne.KeyReturn)
	if got := w.finder.Panel().Text(); got != "village:Krivelj " {
		t.Fatalf("Enter made %q", got)
	}
	w.keys(t, "kind:publ", fyne.KeyTab)
	if got := w.finder.Panel().Text(); got != `village:Krivelj kind:"public meeting" ` {
		t.Fatalf("Tab made %q", got)
	}
	r := w.finder.Panel().Marked()
	if r == nil || !strings.Contains(r.Note, "Krivelj · public meeting") {
		t.Fatalf("marked is %+v", r)
	}
	w.finder.Panel().SetText("village:atlantis water")
	if r := findRow(w, said("village:atlantis")); r == nil || r.Do != nil {
		t.Error("a village nobody knows is not said")
	}
	w.keys(t, fyne.KeyReturn) // nothing to open
	if w.finder == nil {
		t.Error("it closed on nothing")
	}
}

// Who is not there can be made, with the name as it was typed.
func TestFindOffersANewOne(t *testing.T) {
	w := sampleBench(t, 1)
	w.menuKey(t, "menu.find")
	w.keys(t, "Zvezdan Qwertov", fyne.KeyReturn)
	if w.finder != nil {
		rows := w.finder.Panel().Rows()
		t.Fatalf("the first row is not the new one: %+v", rows)
	}
	if known, _ := w.current.place.Filter.(data.StakeholderFilter); known.Text != "Zvezdan Qwertov" || !w.current.place.Edit {
		t.Fatalf("led to %+v", w.current.place)
	}
}

// A search with a name stands below the areas, opens from there, and goes by the same key that kept it; both can be undone.
func TestFindKeepsSearches(t *testing.T) {
	w := sampleBench(t, 1)
	typed := "village:Krivelj topic:water"
	w.find(typed)
	w.menuKey(t, "menu.save")
	w.keys(t, "Water in Krivelj", fyne.KeyReturn)
	if w.finder != nil || len(w.saved) != 1 || w.saved[0] != (data.SavedSearch{Name: "Water in Krivelj", Typed: typed}) {
		t.Fatalf("saved: %+v", w.saved)
	}
	w.shot(t, "find-saved")
	item := find(t, w, func(n *widgets.NavItem) bool { return n.AccessibilityLabel() == "Water in Krivelj" })
	test.Tap(item)
	if w.finder == nil || w.finder.Panel().Text() != typed {
		t.Fatal("it does not open from the navigation")
	}
	if r := w.finder.Panel().Marked(); r == nil || r.Right == "" {
		t.Fatalf("marked is %+v", r)
	}
	w.menuKey(t, "menu.save")
	if len(w.saved) != 0 {
		t.Fatalf("left: %+v", w.saved)
	}
	w.undoLast()
	if len(w.saved) != 1 {
		t.Error("taking it away is not undone")
	}
}

// Whatever is found can be opened: its type has an area.
func TestFindKnowsAllTypes(t *testing.T) {
	for _, of := range data.SearchTypes() {
		if of != data.Attachments && !slices.ContainsFunc(areas, func(a area) bool { return a.id == areaOf[of.Name] }) {
			t.Errorf("%s is seen nowhere", of.Name)
		}
	}
}

// An answer that comes late is dropped, and Enter before the answer waits for it.
func TestFindDropsLateAnswers(t *testing.T) {
	w := sampleBench(t, 1)
	who := someone(t, w)
	var late []func()
	hold := holding{finding{w}, &late}
	f := w.newFinder(hold)
	f.Open("")
	f.Panel().SetText("village:Krivelj")
	f.Panel().SetText("djordje sarb")
	if len(late) != 3 {
		t.Fatalf("%d searches", len(late))
	}
	f.Panel().OnChoose(nil) // Enter, before any answer
	for _, i := range []int{2, 0, 1} {
		late[i]()
	}
	if p := w.current.place; p.Record != who.ID {
		t.Fatalf("led to %+v", p)
	}

	// Enter takes a suggestion, then Ctrl+S: both before the answers they rest on.
	late = nil
	f = w.newFinder(hold)
	f.Open("selo:kriv")
	f.Panel().OnChoose(nil)
	f.Save()
	late[0]()
	late[1]()
	if row := f.Panel().Rows()[0]; row.Under != "selo:Krivelj" {
		t.Errorf("named is %+v", row)
	}
}

// holding lets the test say when an answer comes.
type holding struct {
	finding
	late *[]func()
}

func (h holding) Run(work func() error, done func(error)) {
	*h.late = append(*h.late, func() { done(work()) })
}

// Typing is quick with many records: the whole way from the key to the rows, all on one thread.
func TestFindIsQuick(t *testing.T) {
	if testing.Short() {
		t.Skip("makes a large year")
	}
	scale := 1
	if os.Getenv("DOGOVOR_SPEED") != "" {
		scale = 67 // 10,000 engagements
	}
	w := sampleBench(t, scale)
	n, err := w.db.CountEngagements(w.ctx, data.EngagementFilter{})
	if err != nil {
		t.Fatal(err)
	}
	var search time.Duration
	w.newFinder(timing{finding{w}, &search}).Open("")
	var all, onThread []time.Duration
	for _, typed := range []string{"krivelj voda", "pritužba", "primer marko", "E-26-BOR", "бунар", "village:Krivelj wa", "djordje"} {
		w.finder.Panel().SetText("")
		for _, r := range typed {
			search = 0
			start := time.Now()
			w.keys(t, string(r))
			took := time.Since(start)
			all, onThread = append(all, took), append(onThread, took-search)
		}
	}
	slices.Sort(all)
	slices.Sort(onThread)
	of := func(d []time.Duration, percent int) time.Duration { return d[(len(d)-1)*percent/100] }
	t.Logf("%d engagements, %d keys, from the key to the rows: p50 %v, p95 %v, at most %v; of it on the window's thread: p50 %v, p95 %v, at most %v",
		n, len(all), of(all, 50), of(all, 95), of(all, 100), of(onThread, 50), of(onThread, 95), of(onThread, 100))
	if half := of(onThread, 50); half > 16*time.Millisecond {
		t.Errorf("a key keeps the window busy for %v", half)
	}
}

// timing tells how much of a key is the search.
type timing struct {
	finding
	search *time.Duration
}

func (m timing) Run(work func() error, done func(error)) {
	start := time.Now()
	err := work()
	*m.search += time.Since(start)
	done(err)
}

// The quick find in all languages and looks, for people to judge.
func TestFindLooks(t *testing.T) {
	if os.Getenv("DOGOVOR_SHOTS") == "" {
		t.Skip("DOGOVOR_SHOTS names no folder")
	}
	w := sampleBench(t, 1)
	someone(t, w)
	for _, name := range []string{"Voda u Krivelju", "Kašnjenja", "Posete domaćinstvima od januara u Boru", "Šta nije javljeno"} {
		if _, err := w.db.SaveSearch(w.ctx, name, "village:Krivelj topic:water "+name); err != nil {
			t.Fatal(err)
		}
	}
	typed := map[i18n.Lang]string{i18n.English: "water", i18n.SerbianLatin: "voda", i18n.SerbianCyrillic: "вода", i18n.Chinese: "水"}
	for _, l := range i18n.Langs {
		w.switchLanguage(l)
		for _, variant := range []look.Variant{look.Light, look.Dark} {
			w.settings.Look = string(variant)
			w.setLook()
			w.showAgain()
			for _, size := range []fyne.Size{{Width: 1280, Height: 700}, {Width: 1024, Height: 612}} {
				w.win.Resize(size)
				name := strings.Join([]string{"find", string(l), string(variant), map[bool]string{true: "wide", false: "small"}[size.Width > 1100]}, "-")
				w.shot(t, name+"-0")
				w.find("")
				w.shot(t, name+"-1")
				w.keys(t, typed[l])
				w.shot(t, name+"-2")
				w.finder.Panel().SetText(map[bool]string{true: "selo:b", false: "village:b"}[l != i18n.English])
				w.shot(t, name+"-3")
				w.finder.Panel().SetText("Zvezdan Qwertov")
				w.shot(t, name+"-4")
				w.finder.Panel().SetText("village:atlantis bor")
				w.shot(t, name+"-5")
				w.finder.Save()
				w.shot(t, name+"-6")
				w.finder.Escape()
				w.finder.Close()
			}
		}
	}
}
