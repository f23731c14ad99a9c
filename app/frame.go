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
	content *fyne.Container
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
	case screens.Stakeholders:
		return theme.AccountIcon()
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
	f := &frame{w: w, nav: map[string]*widgets.NavItem{}, content: container.NewStack(), action: container.NewHBox()}
	f.title = look.Title("")
	f.status = look.NewText("", look.SecondaryStyle)
	f.toast = widgets.NewToast(w.words)
	w.frame = f

	top := fixed(0, topHeight, container.NewBorder(nil, line(), nil, nil,
		widgets.Pad(look.Unit*1.25, container.NewBorder(nil, nil, nil, f.action, container.NewVBox(f.title)))))
	bottom := fixed(0, statusHeight, container.NewBorder(line(), nil, nil, nil,
		container.NewBorder(nil, nil, container.NewHBox(gap(look.Unit), container.NewCenter(f.status), gap(look.Unit*2)), gap(look.Unit), f.toast)))
	page := canvas.NewRectangle(look.Color(look.ColorPage))
	root := container.NewBorder(nil, nil, f.navigation(), nil,
		container.NewStack(page, container.NewBorder(top, bottom, nil, nil, f.content)))
	w.win.SetMainMenu(w.menu())
	w.win.SetContent(widgets.NewStage(root))
	w.win.Canvas().SetOnTypedKey(w.plainKeys)
	f.tell()
}

func (f *frame) navigation() fyne.CanvasObject {
	p := f.w.words
	name := widgets.Pad(look.Unit*2, look.NewText("Dogovor", look.Style{Size: look.SizeTitle, Bold: true, Color: look.ColorAccent}))
	upper := container.NewVBox(name)
	lower := container.NewVBox()
	for i, a := range areas {
		item := widgets.NewNavItem(areaIcon(a.id), p.T(a.word), func() { f.w.goTo(screens.Place{Area: a.id}) })
		item.SetTip("Alt+" + strconv.Itoa(i+1))
		f.nav[a.id] = item
		if a.id == screens.Settings {
			lower.Add(item)
		} else {
			upper.Add(item)
		}
	}
	back := canvas.NewRectangle(look.Color(look.ColorPanel))
	return fixed(navWidth, 0, container.NewStack(back, container.NewBorder(upper, widgets.Pad(0, lower), nil, nil)))
}

// set shows a screen.
func (f *frame) set(s *shown) {
	for id, item := range f.nav {
		item.SetSelected(id == s.place.Area)
	}
	f.content.Objects = []fyne.CanvasObject{s.Content()}
	f.content.Refresh()
	f.tell()
}

// tell brings title, main action and status line to the state of things.
func (f *frame) tell() {
	w := f.w
	name := filepath.Base(w.settings.Database)
	if w.current == nil {
		return
	}
	f.title.SetText(w.current.Title())
	w.win.SetTitle(fmt.Sprintf("%s – %s – Dogovor", w.current.Title(), name))
	f.action.Objects = nil
	if a, ok := w.current.Screen.(screens.Actor); ok {
		if word, do := a.Action(); word != "" {
			f.action.Add(widgets.PrimaryButton(word, do))
		}
	}
	f.action.Refresh()
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
	w.undo = batch
	if !batch.IsZero() {
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

func line() fyne.CanvasObject {
	r := canvas.NewRectangle(look.Color(look.ColorLine))
	r.SetMinSize(fyne.NewSize(1, 1))
	return r
}

func gap(width float32) fyne.CanvasObject {
	r := canvas.NewRectangle(nil)
	r.SetMinSize(fyne.NewSize(width, 1))
	return r
}

// fixed gives something a width or a height of its own; 0 leaves that to it.
func fixed(width, height float32, o fyne.CanvasObject) fyne.CanvasObject {
	return container.New(&fixedSize{fyne.NewSize(width, height)}, o)
}

type fixedSize struct{ size fyne.Size }

func (f *fixedSize) Layout(objects []fyne.CanvasObject, room fyne.Size) {
	for _, o := range objects {
		o.Resize(room)
	}
}

func (f *fixedSize) MinSize(objects []fyne.CanvasObject) fyne.Size {
	m := f.size
	for _, o := range objects {
		s := o.MinSize()
		if m.Width == 0 {
			m.Width = s.Width
		}
		if m.Height == 0 {
			m.Height = s.Height
		}
	}
	return m
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
