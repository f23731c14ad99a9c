package app

import (
	"fmt"
	"path/filepath"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"dogovor/app/look"
	"dogovor/app/machine"
	"dogovor/app/screens"
	"dogovor/app/widgets"
	"dogovor/data"
)

// frame is what stands around every screen: navigation, title with the main action, status line.
type frame struct {
	w       *Window
	nav     map[string]*widgets.NavItem
	title   *look.Text
	action  *fyne.Container
	head    *fyne.Container // title and action
	content *fyne.Container
	saved   *fyne.Container // saved searches, below the areas
	status  *look.Text
	toast   *widgets.Toast
}

const (
	navWidth     = 190
	topHeight    = 56
	statusHeight = 40
)

// areaIcon is a function because icons can be asked for only once the program runs.
func areaIcon(area string) fyne.Resource {
	switch area {
	case screens.Today:
		return theme.HistoryIcon()
	case screens.Stakeholders:
		return theme.AccountIcon()
	case screens.Issues:
		return theme.QuestionIcon()
	case screens.Commitments:
		return theme.ConfirmIcon()
	case screens.Grievances:
		return theme.WarningIcon()
	case screens.Tasks:
		return theme.ListIcon()
	case screens.Places:
		return theme.HomeIcon()
	case screens.Reports:
		return theme.FileTextIcon()
	case screens.Settings:
		return theme.SettingsIcon()
	}
	return theme.DocumentIcon()
}

// build puts the frame on the window, in its language and look.
func (w *Window) build() {
	f := &frame{w: w, nav: map[string]*widgets.NavItem{}, content: container.NewStack(), action: container.NewHBox(), saved: container.NewVBox()}
	f.title = look.Title("")
	f.status = look.NewText("", look.SecondaryStyle)
	f.toast = widgets.NewToast(w.words)
	widgets.TellCopied(func() { w.said(w.words.T("widgets.copied"), data.ID{}) })
	w.frame = f

	air := gap(look.Unit * 2) // as far from the edge as the text of the screens
	find := widgets.NewFindField(w.words.T("find.anything"), "Ctrl+K", w.findAnything)
	f.head = around(nil, nil, air, container.NewHBox(container.NewCenter(find), gap(look.Unit/2), container.NewCenter(f.action), gap(look.Unit)), f.title)
	top := fixed(0, topHeight, around(nil, line(), nil, nil, f.head))
	bottom := fixed(0, statusHeight, around(line(), nil, nil, nil,
		around(nil, nil, container.NewHBox(gap(look.Unit), container.NewCenter(f.status), gap(look.Unit)), nil, f.toast)))
	page := canvas.NewRectangle(look.Color(look.ColorPage))
	root := around(nil, nil, f.navigation(), nil, container.NewStack(page, around(top, bottom, nil, nil, f.content)))
	w.win.SetMainMenu(w.menu())
	w.win.SetContent(widgets.NewStage(root))
	w.win.Canvas().SetOnTypedKey(w.plainKeys)
	f.tell()
	w.countOverdue()
	w.loadSaved()
}

func (f *frame) navigation() fyne.CanvasObject {
	p := f.w.words
	name := fixed(0, topHeight, widgets.Pad(look.Unit*2, look.NewText("Dogovor", look.Style{Size: look.SizeTitle, Bold: true, Color: look.ColorAccent})))
	upper := container.NewVBox(name)
	lower := container.NewVBox()
	for i, a := range areas {
		item := widgets.NewNavItem(areaIcon(a.id), p.T(a.word), func() { f.w.goTo(screens.Place{Area: a.id}) })
		item.SetTip("Alt+" + strconv.Itoa((i+1)%10))
		f.nav[a.id] = item
		if a.id == screens.Settings {
			lower.Add(item)
		} else {
			upper.Add(item)
		}
	}
	back := canvas.NewRectangle(look.Color(look.ColorPanel))
	return fixed(navWidth, 0, container.NewStack(back, around(nil, nil, nil, line(), around(upper, lower, nil, nil, widgets.NewScroll(f.saved)))))
}

// navigated is the area of the navigation in which a screen is: what is told and prepared of a settlement is among the settlements, the review of
// duplicates is in the register.
func navigated(area string) string {
	if area == screens.Briefing || area == screens.ReportBack {
		return screens.Places
	}
	if area == screens.Duplicates {
		return screens.Stakeholders
	}
	return area
}

// setOverdue shows how many things of an area are overdue; none is not said.
func (f *frame) setOverdue(area string, n int) {
	said := ""
	if n > 0 {
		said = f.w.words.Int(n)
	}
	if item := f.nav[area]; item != nil {
		item.SetCount(said)
	}
}

// setSaved shows the saved searches; pressing one opens the quick find with it.
func (f *frame) setSaved(all []data.SavedSearch) {
	f.saved.RemoveAll()
	if len(all) > 0 {
		f.saved.Add(fixed(0, look.Unit*4, widgets.Pad(look.Unit*1.5, look.NewText(f.w.words.T("find.saved"), look.LabelStyle))))
	}
	for _, s := range all {
		item := widgets.NewNavItem(theme.SearchIcon(), s.Name, func() { f.w.find(s.Typed) })
		item.SetTip(s.Typed)
		f.saved.Add(item)
	}
	f.saved.Refresh()
}

// set shows a screen.
func (f *frame) set(s *shown) {
	for id, item := range f.nav {
		item.SetSelected(id == navigated(s.place.Area))
	}
	f.content.Objects = []fyne.CanvasObject{s.Content()}
	f.content.Refresh()
	f.tell()
}

// entitle says what is shown above it and on the window.
func (f *frame) entitle() {
	w := f.w
	if w.current == nil {
		return
	}
	title := w.current.Title()
	f.title.SetText(title)
	w.win.SetTitle(fmt.Sprintf("%s – %s – Dogovor", title, filepath.Base(w.settings.Database)))
}

// tell brings title, main action and status line to the state of things.
func (f *frame) tell() {
	w := f.w
	name := filepath.Base(w.settings.Database)
	if w.current == nil {
		return
	}
	f.entitle()
	f.action.Objects = nil
	if a, ok := w.current.Screen.(screens.Actor); ok {
		if word, do := a.Action(); word != "" {
			f.action.Add(widgets.PrimaryButton(word, do))
		}
	}
	f.head.Refresh() // another action is another width
	parts := []string{name}
	if w.isSample {
		parts = append(parts, w.words.T("window.sample"))
	}
	switch {
	case !w.draftedAt.IsZero():
		parts = append(parts, w.words.T("window.draft_at", "Time", w.words.Clock(w.draftedAt.In(data.HomeZone()))))
	case !w.savedAt.IsZero():
		parts = append(parts, w.words.T("window.saved_at", "Time", w.words.Clock(w.savedAt.In(data.HomeZone()))))
	}
	f.status.SetText(strings.Join(parts, "  ·  "))
}

// said tells quietly what was done, and offers to take it back.
func (w *Window) said(text string, batch data.ID) {
	if !batch.IsZero() {
		w.keepUndo(batch, text)
		w.savedAt = w.opt.Now()
	}
	if w.frame != nil {
		var undo func()
		if !batch.IsZero() {
			undo = w.undoLast
		}
		w.frame.toast.Say(text, undo)
		w.frame.tell()
	}
}

// recallSize is the size of the window when it was closed, or one that suits a small laptop.
func recallSize(s *machine.Settings) fyne.Size {
	var width, height float32
	if _, err := fmt.Sscanf(s.Window["size"], "%fx%f", &width, &height); err != nil || width < 640 || height < 400 {
		return fyne.NewSize(1280, 700) // fits a laptop of 1366 × 768 with its panels
	}
	return fyne.NewSize(width, height)
}

func rememberSize(s *machine.Settings, size fyne.Size) {
	s.Window["size"] = fmt.Sprintf("%.0fx%.0f", size.Width, size.Height)
}
