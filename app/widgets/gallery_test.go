package widgets

import (
	"fmt"
	"image/png"
	"os"
	"path/filepath"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"

	"dogovor/app/i18n"
	"dogovor/app/look"
)

// shot draws a window with content and, where the environment names a folder in DOGOVOR_SHOTS, leaves the picture there to be looked at.
func shot(t *testing.T, name string, v look.Variant, w, h float32, content func(win fyne.Window) fyne.CanvasObject, then ...func(fyne.Window)) {
	t.Helper()
	test.NewTempApp(t)
	fyne.CurrentApp().Settings().SetTheme(look.New(look.Options{Variant: v}))
	win := test.NewTempWindow(t, nil)
	win.SetPadded(false)
	stage := NewStage(content(win))
	win.SetContent(stage)
	win.Resize(fyne.NewSize(w, h))
	for _, f := range then {
		f(win)
	}
	win.Resize(fyne.NewSize(w, h+1)) // a second pass, as the real window does on its next frame
	win.Resize(fyne.NewSize(w, h))
	for _, f := range then {
		f(win)
	}
	image := win.Canvas().Capture()
	if image.Bounds().Dx() != int(w) {
		t.Fatalf("%s is %v wide", name, image.Bounds())
	}
	dir := os.Getenv("DOGOVOR_SHOTS")
	if dir == "" {
		return
	}
	f, err := os.Create(filepath.Join(dir, name+"-"+string(v)+".png"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if err := png.Encode(f, image); err != nil {
		t.Fatal(err)
	}
}

var today = time.Date(2026, 11, 22, 9, 0, 0, 0, time.UTC)

func now() time.Time { return today }

func TestGallery(t *testing.T) {
	defer Inline().Restore()
	for _, v := range []look.Variant{look.Light, look.Dark, look.HighContrast} {
		shot(t, "form", v, 900, 700, func(win fyne.Window) fyne.CanvasObject { return sampleForm(i18n.For(i18n.SerbianLatin)) }, func(win fyne.Window) {
			f := win.Content().(*Stage).content.(*Form)
			f.ShowErrors(map[string]string{"place": "Upišite naselje ili napomenu o mestu."})
		})
		shot(t, "table", v, 1200, 640, func(win fyne.Window) fyne.CanvasObject { return sampleList(i18n.For(i18n.English)) }, func(win fyne.Window) {
			Focus(win.Content().(*Stage).content.(*ListDetail).list)
		})
		shot(t, "figures", v, 1100, 640, func(win fyne.Window) fyne.CanvasObject { return sampleFigures(i18n.For(i18n.English)) })
		shot(t, "parts", v, 900, 620, func(win fyne.Window) fyne.CanvasObject { return sampleParts(i18n.For(i18n.Chinese)) })
	}
	shot(t, "picker", look.Light, 640, 420, func(win fyne.Window) fyne.CanvasObject {
		k := NewPicker(i18n.For(i18n.English), func(string) []Option { return people })
		k.OnCreate = func(string) {}
		return Column(8, Pad(16, NewField("Who came", k)), container.NewHBox())
	}, func(win fyne.Window) {
		k := win.Content().(*Stage).content.(*fyne.Container).Objects[0].(*fyne.Container).Objects[0].(*Field).content.(*Picker)
		win.Canvas().Focus(k)
		k.SetText("")
		test.Type(k, "pri")
	})
	shot(t, "calendar", look.Light, 420, 380, func(win fyne.Window) fyne.CanvasObject {
		return Column(8, Pad(16, NewField("Datum", NewDateField(i18n.For(i18n.SerbianCyrillic), now))))
	}, func(win fyne.Window) {
		d := win.Content().(*Stage).content.(*fyne.Container).Objects[0].(*fyne.Container).Objects[0].(*Field).content.(*DateField)
		win.Canvas().Focus(d)
		d.SetDate(time.Date(2026, 10, 21, 0, 0, 0, 0, time.UTC))
		if !d.isOpen() {
			d.TypedKey(&fyne.KeyEvent{Name: fyne.KeyF4})
		}
	})
}

var people = []Option{
	{"1", "Primer Marko", "village council of Krivelj"}, {"2", "Primer Milica", "Krivelj"}, {"3", "Primerović Ana", "City of Bor, environment"},
	{"4", "Pri Jelena", "Oštrelj"}, {"5", "Primerak d.o.o.", "organisation"}, {"6", "Prima Petar", "Slatina"}, {"7", "Primc Ivan", "Brezonik"},
	{"8", "Priljeva Olga", "Metovnica"}, {"9", "Prica Dušan", "Bor"}, {"10", "Prijić Vera", "Bor"},
}

func sampleForm(p *i18n.Printer) *Form {
	date := NewDateField(p, now)
	date.SetDate(time.Date(2026, 10, 21, 0, 0, 0, 0, time.UTC))
	from, to := NewTimeField(p), NewTimeField(p)
	from.SetTime(18, 0)
	to.SetTime(20, 0)
	place := NewChoice(p, []Option{{"k", "Krivelj", ""}, {"o", "Oštrelj", ""}})
	kind := NewChoice(p, []Option{{"m", "javni skup", ""}})
	kind.SetKey("m")
	said := NewMultiLine()
	said.SetText("Bunari ispod jalovišta presušili su u avgustu. Ljudi donose vodu iz cisterne, a škola nema vode za piće. Traže odgovor do kraja meseca i pisani plan uzorkovanja, sa imenom osobe koja odgovara.\nDrugi red.")
	women, men := NewNumberField(p), NewNumberField(p)
	women.SetNumber(12)
	men.SetNumber(1800)
	tags := NewChips(p, []Option{{"w", "voda", ""}, {"d", "prašina", ""}})
	tags.Set([]Option{{"w", "voda", ""}, {"d", "prašina", ""}, {"x", "putevi i saobraćaj", ""}})
	satisfied := NewSegment([]Option{{"y", "da", ""}, {"p", "delimično", ""}, {"n", "ne", ""}, {"x", "nije pitano", ""}}, nil)
	satisfied.SetKey("p")
	planned := NewCheck("planirano", nil)
	planned.SetChecked(true)
	placeField := NewField("Naselje", place)
	form := NewForm(Column(12,
		Row(Part(0, 0, look.Title("Bunari, Krivelj")), Part(1, 0, look.Secondary("nacrt sačuvan 10:42")), Part(0, 0, PrimaryButton("Sačuvaj", nil).WithKey("Ctrl+S"))),
		Row(Part(1, 150, NewField("Datum", date)), Part(0, 76, NewField("Od", from)), Part(0, 76, NewField("Do", to)),
			Part(2, 200, placeField), Part(2, 180, NewField("Vrsta", kind))),
		Row(Part(0, 72, NewField("Žene", women)), Part(0, 72, NewField("Muškarci", men)), Part(1, 240, NewField("Teme", tags)), Part(0, 0, planned)),
		look.Section("Šta je rečeno"),
		NewField("Rečeno", said),
		NewField("Odgovor", NewMultiLine().Hint("Šta smo odgovorili")),
		NewField("Zadovoljni odgovorom", satisfied),
		Flow(8, SecondaryButton("Dodaj tačku", nil).WithKey("Ctrl+Enter").WithIcon(theme.ContentAddIcon()), QuietButton("Ukloni", nil), IconButton(theme.DeleteIcon(), "Obriši", nil)),
	))
	form.Add("place", placeField)
	return form
}

type sampleRow struct{ date, number, title, place, status string }

func sampleList(p *i18n.Printer) *ListDetail {
	table := NewTable([]Col[sampleRow]{
		{ID: "date", Title: "Date", Width: 64, Sortable: true, Text: func(r sampleRow) string { return r.date }},
		{ID: "number", Title: "No.", Width: 112, Priority: 2, Sortable: true, Text: func(r sampleRow) string { return r.number }},
		{ID: "title", Title: "Title", Width: 150, Grow: 2, Sortable: true, Text: func(r sampleRow) string { return r.title }},
		{ID: "place", Title: "Settlement", Width: 80, Grow: 1, Priority: 1, Text: func(r sampleRow) string { return r.place }},
		{ID: "status", Title: "Status", Width: 70, Text: func(r sampleRow) string { return r.status }, Style: func(r sampleRow) look.Style {
			if r.status == "overdue" {
				return look.OverdueStyle
			}
			return look.DoneStyle
		}},
		{ID: "people", Title: "People", Width: 50, Right: true, Sortable: true, Text: func(sampleRow) string { return "1,214" }},
	})
	table.OnSort = func(string, bool) {}
	table.SetSort("date", true)
	var rows []sampleRow
	for i := range 40 {
		rows = append(rows, sampleRow{fmt.Sprintf("%d Oct", 30-i%28), fmt.Sprintf("E-26-BOR1-%04d", 40-i), "Water wells below the tailings dam went dry, Krivelj", "Krivelj", []string{"held", "overdue"}[i%2]})
	}
	table.SetRows(rows)
	table.SetFooter("Showing 40 of 340")
	table.Select(func(r sampleRow) bool { return r.number == "E-26-BOR1-0038" })
	facts := NewFacts().Add("Number", "E-26-BOR1-0038").Add("Title", "Water wells below the tailings dam went dry in August, and the school has no drinking water").
		AddLinks("Who came", NewLink("Primer Marko", nil), NewLink("Village council of Krivelj", nil), NewLink("City of Bor", nil)).
		AddObject("Status", NewBadge("overdue 22 days", StatusOverdue)).Add("Sentiment", "worried")
	detail := NewScroll(Pad(16, Column(12, look.Title("Water wells, Krivelj"), Flow(8, NewBadge("held", StatusDone), NewBadge("note", StatusNote), NewBadge("public meeting", Plain), NewBadge("due soon", StatusSoon)), facts,
		Flow(8, SecondaryButton("Edit", nil).WithKey("F2"), SecondaryButton("Minutes", nil), SecondaryButton("Briefing", nil)))))
	return NewListDetail(p, table, detail, .62)
}

func sampleFigures(p *i18n.Printer) fyne.CanvasObject {
	open := func() {}
	late := NewTile("3", "promises overdue", "oldest 22 days", open)
	late.Set("3", "promises overdue", "oldest 22 days", StatusOverdue)
	return NewScroll(Pad(16, Column(16,
		EvenRow(Part(1, 136, NewTile("24", "engagements held", "4 more than September", open)), Part(1, 136, NewTile("86 %", "of grievances answered in time", "target 90 %", open)),
			Part(1, 136, late), Part(1, 136, NewTile("1,214", "people met, of whom 46 % women", "", open))),
		EvenRow(Part(1, 300, Card(Column(8, look.Section("By topic"), NewBarChart(
			Bar{"Water", 12, "12", Plain, open}, Bar{"Dust and air quality in the villages near the pit", 9, "9", Plain, open},
			Bar{"Jobs", 4, "4", Plain, open}, Bar{"Roads", 0, "0", Plain, open})))),
			Part(1, 300, Card(Column(8, look.Section("By month"), NewColumnChart(
				Bar{"Jan", 2, "2", Plain, open}, Bar{"Feb", 5, "5", Plain, open}, Bar{"Mar", 9, "9", Plain, open}, Bar{"Apr", 7, "7", Plain, open}, Bar{"May", 3, "3", Plain, open}, Bar{"Jun", 12, "12", Plain, open}))))),
		Card(NewEmpty(theme.DocumentIcon(), "No grievances yet. A point of a conversation becomes one with F8.", "New grievance", open)),
	)))
}

func sampleParts(p *i18n.Printer) fyne.CanvasObject {
	var nav []fyne.CanvasObject
	for i, w := range []string{"今天", "沟通活动", "利益相关方", "承诺", "报告"} {
		n := NewNavItem([]fyne.Resource{theme.HomeIcon(), theme.AccountIcon(), theme.ListIcon(), theme.ConfirmIcon(), theme.DocumentIcon()}[i], w, func() {})
		if i == 1 {
			n.SetSelected(true)
		}
		if i == 3 {
			n.SetCount("12")
		}
		nav = append(nav, n)
	}
	toast := NewToast(p)
	toast.Say("已保存 E-26-BOR1-0014", func() {})
	busy := NewBusy(p)
	busy.Start("正在读取…", func() {})
	busy.Show()
	busy.long = true
	busy.Refresh()
	off := SecondaryButton("停用", nil)
	off.Disable()
	panel := canvas.NewRectangle(look.Color(look.ColorPanel))
	return container.NewBorder(nil, toast, container.NewStack(panel, Pad(8, container.New(&column{gap: 2}, nav...))), nil,
		Pad(16, Column(16, look.Title("沟通活动"), Flow(8, PrimaryButton("保存", nil), SecondaryButton("取消", nil), off, QuietButton("更多", nil)),
			Flow(8, NewFilterChip("2026年10月", "", nil), NewFilterChip("克里韦利", "", nil)),
			look.Body("公司代表与村委会讨论了尾矿库下方的水井在八月干涸的问题，村民要求在十一月五日之前得到书面答复，并公布采样结果和负责人的姓名。Latinica ide dalje i lomi se po rečima."),
			busy, NewEmpty(theme.SearchIcon(), "还没有任何记录。", "新建", nil))))
}
