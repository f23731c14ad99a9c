package widgets

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"dogovor/app/look"
)

// findLineWidget shows one row of a findList.
type findLineWidget struct {
	widget.BaseWidget
	list  *findList
	index int
	drawn FindRow // what it shows, so that a mark that moves measures nothing anew
	width float32
	back  *canvas.Rectangle
	icon  *canvas.Image
	note  *canvas.Text
	right *canvas.Text
	text  []*canvas.Text // pieces, marked or not
	under []*canvas.Text
}

func newFindLine(l *findList) *findLineWidget {
	w := &findLineWidget{list: l, back: canvas.NewRectangle(nil), icon: canvas.NewImageFromResource(nil), note: canvas.NewText("", nil), right: canvas.NewText("", nil)}
	w.icon.FillMode = canvas.ImageFillContain
	w.right.Alignment = fyne.TextAlignTrailing
	w.ExtendBaseWidget(w)
	return w
}

func (w *findLineWidget) set(index int) {
	w.index = index
	w.Show()
	w.Refresh()
}

func (w *findLineWidget) row() *FindRow {
	if w.index < len(w.list.rows) {
		return &w.list.rows[w.index]
	}
	return &FindRow{}
}

// Tapped takes the row.
func (w *findLineWidget) Tapped(*fyne.PointEvent) {
	w.list.owner.takeFocus()
	if do := w.row().Do; do != nil {
		w.list.at = w.index
		w.list.owner.choose()
	}
}

// Scrolled moves the list under the mouse wheel.
func (w *findLineWidget) Scrolled(ev *fyne.ScrollEvent) {
	if ev.Scrolled.DY > 0 {
		w.list.scroll(-1)
	} else {
		w.list.scroll(1)
	}
}

// MouseIn is for Fyne: rows that come under a mouse at rest are not marked.
func (w *findLineWidget) MouseIn(*desktop.MouseEvent) {}

// MouseMoved marks the row.
func (w *findLineWidget) MouseMoved(*desktop.MouseEvent) {
	if w.list.at != w.index && w.row().Do != nil {
		w.list.at = w.index
		w.list.Refresh()
		w.list.owner.told()
	}
}

// MouseOut is for Fyne.
func (w *findLineWidget) MouseOut() {}

// piece is a part of a text that is set in one weight.
type piece struct {
	text string
	bold bool
}

// pieces cuts a text at its marks. What does not fit into room is cut off at the end; where the first mark would be lost by that, at
// the beginning too.
func pieces(text string, marks [][2]int, room float32, st look.Style) (out []piece) {
	text = strings.Map(func(r rune) rune {
		if r == '\n' || r == '\t' || r == '\r' {
			return ' '
		}
		return r
	}, text)
	marks = slices.DeleteFunc(slices.Clone(marks), func(m [2]int) bool { return m[0] < 0 || m[0] >= m[1] || m[1] > len(text) })
	if len(marks) > 0 && look.Measure(text[:marks[0][1]], st) > room*.8 {
		from := marks[0][0]
		for words := 0; from > 0 && words < 4; words++ { // a few words before it
			from = strings.LastIndexByte(text[:from-1], ' ') + 1
			if from == 0 {
				break
			}
		}
		if from > 0 {
			for i := range marks {
				marks[i][0], marks[i][1] = marks[i][0]-from+len("…"), marks[i][1]-from+len("…")
			}
			text = "…" + text[from:]
		}
	}
	strong := st
	strong.Bold = true
	add := func(s string, bold bool) bool {
		if s == "" {
			return true
		}
		style := st
		if bold {
			style = strong
		}
		wide := look.Measure(s, style)
		if wide > room {
			if cut := look.Cut(s, room, style); cut != "" {
				out = append(out, piece{cut, bold})
			}
			return false
		}
		room -= wide
		out = append(out, piece{s, bold})
		return true
	}
	at := 0
	for _, m := range marks {
		if m[0] < at {
			continue
		}
		if !add(text[at:m[0]], false) || !add(text[m[0]:m[1]], true) {
			return out
		}
		at = m[1]
	}
	add(text[at:], false)
	return out
}

// lay puts pieces side by side and tells how wide they are.
func lay(into *[]*canvas.Text, all []piece, x, y float32, st look.Style) (width float32) {
	for len(*into) < len(all) {
		*into = append(*into, canvas.NewText("", nil))
	}
	for i, c := range *into {
		if c.Hidden = i >= len(all); c.Hidden {
			continue
		}
		style := look.Style{Size: st.Size, Bold: all[i].bold, Color: st.Color}
		c.Text, c.TextSize, c.TextStyle.Bold, c.Color = all[i].text, st.Size, all[i].bold, look.Color(st.Color)
		wide := look.Measure(c.Text, style)
		put(c, x+width, y, wide, look.LineHeight(style))
		c.Refresh()
		width += wide
	}
	return width
}

// CreateRenderer is for Fyne.
func (w *findLineWidget) CreateRenderer() fyne.WidgetRenderer {
	fixed := []fyne.CanvasObject{w.back, w.icon, w.note, w.right}
	d := &drawn{self: w, objects: fixed, min: func() fyne.Size { return fyne.NewSize(pickMin, findLine) }}
	d.place = func(s fyne.Size) {
		w.back.Resize(s)
		r := w.row()
		if s.Width == w.width && same(r, &w.drawn) {
			return
		}
		w.width, w.drawn = s.Width, *r
		w.layRow(r, s)
		d.objects = append([]fyne.CanvasObject{}, fixed...)
		for _, c := range append(append([]*canvas.Text{}, w.text...), w.under...) {
			d.objects = append(d.objects, c)
		}
	}
	d.paint = func() {
		w.back.FillColor, w.back.Hidden = look.Color(look.ColorAccentSoft), w.index != w.list.at
		w.back.Refresh()
	}
	return d.start()
}

// same tells whether two rows are drawn alike.
func same(a, b *FindRow) bool {
	return a.Head == b.Head && a.Icon == b.Icon && a.Text == b.Text && a.Note == b.Note && a.Right == b.Right && a.Under == b.Under && a.Makes == b.Makes &&
		(a.Do == nil) == (b.Do == nil) && slices.Equal(a.Marks, b.Marks) && slices.Equal(a.Bold, b.Bold)
}

func (w *findLineWidget) layRow(r *FindRow, s fyne.Size) {
	const side, icon, gap = look.Unit * 2, float32(16), look.Unit * 1.25
	st := look.BodyStyle
	switch {
	case r.Head:
		st = look.Style{Size: look.SizeSmall, Color: look.ColorSecondary, Bold: true}
	case r.Makes:
		st.Color = look.ColorAccent
	case r.Do == nil:
		st.Color = look.ColorSecondary
	}
	line := look.LineHeight(st)
	y := (s.Height - line) / 2
	if r.Head {
		y = s.Height - line - 3
	}
	if r.Under != "" {
		y = look.Unit*.75 - 1
	}
	x := float32(side)
	w.icon.Hidden = r.Icon == nil
	if r.Icon != nil {
		w.icon.Resource = look.Icon(r.Icon, look.ColorSecondary)
		put(w.icon, x, y+(line-icon)/2, icon, icon)
		w.icon.Refresh()
		x += icon + gap
	}
	room := s.Width - x - side
	quiet := look.SecondaryStyle
	small := look.LineHeight(quiet)
	rightWidth := look.Measure(r.Right, quiet)
	w.right.Text, w.right.TextSize, w.right.Color = r.Right, quiet.Size, look.Color(quiet.Color)
	put(w.right, s.Width-side-rightWidth, y+line-small-1, rightWidth, small)
	w.right.Refresh()
	if r.Right != "" {
		room -= rightWidth + gap
	}
	note := min(look.Measure(r.Note, quiet), room*.5)
	forText := room
	if r.Note != "" {
		forText -= note + gap
	}
	var all []piece
	if r.Head {
		all = []piece{{look.Cut(r.Text, forText, st), true}}
	} else {
		all = pieces(r.Text, r.Marks, forText, st)
	}
	used := lay(&w.text, all, x, y, st)
	w.note.Text, w.note.TextSize, w.note.Color = look.Cut(r.Note, room-used-gap, quiet), quiet.Size, look.Color(quiet.Color)
	if r.Note == "" {
		w.note.Text = ""
	}
	put(w.note, x+used+gap, y+line-small-1, max(room-used-gap, 0), small)
	w.note.Refresh()
	under := pieces(r.Under, r.Bold, s.Width-x-side, quiet)
	if r.Under == "" {
		under = nil
	}
	lay(&w.under, under, x, y+line+1, quiet)
}
