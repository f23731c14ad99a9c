package widgets

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"dogovor/app/look"
)

// FindRow is one line of a FindPanel: something that was found, or the head of a group.
type FindRow struct {
	Head  bool // names what follows; the mark passes over it
	Icon  fyne.Resource
	Text  string
	Marks [][2]int // bytes of Text that are set bold
	Note  string   // behind the text, quiet
	Right string   // at the right end: a number, a key
	Under string   // a second line
	Bold  [][2]int // bytes of Under
	Makes bool     // it makes something
	Do    func()   // Enter; nil of what only says something
	Act   func()   // Ctrl+Enter
	Acts  string   // what that does, in words
}

// Measures of the list.
const (
	findHead   = float32(28)
	findLine   = float32(32)
	findDouble = float32(50)
)

func (r *FindRow) height() float32 {
	switch {
	case r.Head:
		return findHead
	case r.Under != "":
		return findDouble
	}
	return findLine
}

// findList draws the rows of a FindPanel, as many as fit, and keeps one of them marked. It never takes the focus.
type findList struct {
	widget.BaseWidget
	owner *FindPanel
	rows  []FindRow
	at    int // marked row; -1 none
	top   int // first row seen
	seen  []*findLineWidget
}

func newFindList(owner *FindPanel) *findList {
	l := &findList{owner: owner, at: -1}
	l.ExtendBaseWidget(l)
	return l
}

// show takes other rows, with one of them marked; where that one has nothing to do, the next that has.
func (l *findList) show(rows []FindRow, at int) {
	l.rows, l.top, l.at = rows, 0, -1
	for i := max(at, 0); i < len(rows) && l.at < 0; i++ {
		if rows[i].Do != nil {
			l.at = i
		}
	}
	l.keepInSight()
	l.Refresh()
}

func (l *findList) marked() *FindRow {
	if l.at < 0 || l.at >= len(l.rows) {
		return nil
	}
	return &l.rows[l.at]
}

// move goes on by so many rows that have something to do, and stays at the ends.
func (l *findList) move(by int) {
	step := 1
	if by < 0 {
		step, by = -1, -by
	}
	for i := l.at + step; i >= 0 && i < len(l.rows) && by > 0; i += step {
		if l.rows[i].Do != nil {
			l.at = i
			by--
		}
	}
	l.keepInSight()
	l.Refresh()
}

// page goes on by what is seen at once.
func (l *findList) page(by int) { l.move(by * max(l.fits(l.top)-2, 1)) }

// group goes to the first row of the next group, or of this one or the one before.
func (l *findList) group(by int) {
	starts := []int{}
	for i := range l.rows {
		if l.rows[i].Do != nil && (i == 0 || l.rows[i-1].Do == nil) {
			starts = append(starts, i)
		}
	}
	to := l.at
	for i := range starts {
		if by > 0 && starts[i] > l.at {
			to = starts[i]
			break
		}
		if j := len(starts) - 1 - i; by < 0 && starts[j] < l.at {
			to = starts[j]
			break
		}
	}
	l.at = to
	l.keepInSight()
	l.Refresh()
}

// fits is how many rows have room from one on.
func (l *findList) fits(from int) (n int) {
	room := l.Size().Height
	for i := from; i < len(l.rows); i++ {
		if room -= l.rows[i].height(); room < 0 {
			break
		}
		n++
	}
	return n
}

// keepInSight scrolls to the marked row, and to the head of its group where it is the first.
func (l *findList) keepInSight() {
	if l.at < 0 {
		l.top = 0
		return
	}
	first := l.at
	for first > 0 && l.rows[first-1].Do == nil {
		first--
	}
	l.top = min(l.top, first)
	for l.top < l.at && l.at >= l.top+l.fits(l.top) {
		l.top++
	}
}

// scroll moves what is seen, without the mark.
func (l *findList) scroll(by int) {
	if by > 0 && l.top+l.fits(l.top) >= len(l.rows) {
		return
	}
	l.top = max(l.top+by, 0)
	l.Refresh()
}

// CreateRenderer is for Fyne.
func (l *findList) CreateRenderer() fyne.WidgetRenderer {
	bar := canvas.NewRectangle(nil)
	bar.CornerRadius = 2
	d := &drawn{self: l, objects: []fyne.CanvasObject{bar}, min: func() fyne.Size { return fyne.NewSize(pickMin, findLine*3) }}
	d.place = func(s fyne.Size) {
		n := l.fits(l.top)
		for len(l.seen) < n {
			w := newFindLine(l)
			l.seen = append(l.seen, w)
			d.objects = slices.Insert(slices.Clone(d.objects), len(d.objects)-1, fyne.CanvasObject(w)) // the bar lies over the rows
		}
		y, all, above := float32(0), float32(0), float32(0)
		for i := range l.rows {
			if i == l.top {
				above = all
			}
			all += l.rows[i].height()
		}
		for i, w := range l.seen {
			if i >= n {
				w.Hide()
				continue
			}
			h := l.rows[l.top+i].height()
			put(w, 0, y, s.Width, h)
			y += h
			w.set(l.top + i)
		}
		bar.Hidden = all <= s.Height
		if !bar.Hidden {
			put(bar, s.Width-6, s.Height*above/all, 4, s.Height*y/all)
		}
	}
	d.paint = func() { bar.FillColor = look.Color("scrollBar") }
	return d.start()
}
