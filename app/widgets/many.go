package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// many is the marking of several rows of a grid: Space, Ctrl and a press, Shift and the arrows or a press, Ctrl+A.
type many struct {
	marked func(row int) bool
	mark   func(row int, on bool)
	any    func() bool
	told   func() // the marks are others now
	all    func() // Ctrl+A
	from   int    // where a stretch begins
	last   int    // where it ends
	took   bool   // the press that is being tapped marked rows
	held   func() fyne.KeyModifier
}

// modifiers tells which of Shift and Ctrl are down.
func modifiers() fyne.KeyModifier {
	if d, ok := fyne.CurrentApp().Driver().(desktop.Driver); ok {
		return d.CurrentKeyModifiers()
	}
	return 0
}

// key uses a key for marking.
func (m *many) key(g *grid, name fyne.KeyName) bool {
	shift := m.held()&fyne.KeyModifierShift != 0
	switch {
	case name == fyne.KeySpace && g.headAt < 0 && g.selected >= 0:
		m.mark(g.selected, !m.marked(g.selected))
		m.from, m.last = g.selected, g.selected
	case shift && (name == fyne.KeyDown || name == fyne.KeyUp) && g.selected >= 0:
		at := g.selected
		if m.last != at {
			m.from = at
		}
		step := 1
		if name == fyne.KeyUp {
			step = -1
		}
		m.stretch(at, min(max(at+step, 0), g.count-1))
		g.choose(at + step)
	default:
		return false
	}
	m.told()
	g.repaint()
	return true
}

// stretch marks from where it began to a row, and takes back what it leaves.
func (m *many) stretch(was, to int) {
	for i := min(m.from, was); i <= max(m.from, was); i++ {
		m.mark(i, false)
	}
	for i := min(m.from, to); i <= max(m.from, to); i++ {
		m.mark(i, true)
	}
	m.last = to
}

// pressed uses a press of the mouse for marking.
func (m *many) pressed(g *grid, row int, with fyne.KeyModifier) bool {
	switch {
	case with&fyne.KeyModifierShortcutDefault != 0:
		m.mark(row, !m.marked(row))
		m.from, m.last = row, row
	case with&fyne.KeyModifierShift != 0 && g.selected >= 0:
		if m.last != g.selected {
			m.from = g.selected
		}
		m.stretch(g.selected, row)
		g.choose(row)
	default:
		return false
	}
	m.took = true
	m.told()
	g.repaint()
	return true
}

// Many lets several rows be marked, told apart by key; OnMarks is then called when other ones are, OnMarkAll for Ctrl+A.
func (t *Table[R]) Many(key func(R) string) {
	t.key, t.marks = key, map[string]R{}
	t.many = &many{
		held:   modifiers,
		from:   -1,
		last:   -1,
		marked: func(i int) bool { return i >= 0 && i < len(t.rows) && t.isMarked(t.rows[i]) },
		any:    func() bool { return len(t.marks) > 0 },
		mark: func(i int, on bool) {
			if i < 0 || i >= len(t.rows) {
				return
			}
			if on {
				t.marks[key(t.rows[i])] = t.rows[i]
			} else {
				delete(t.marks, key(t.rows[i]))
			}
		},
		told: func() {
			if t.OnMarks != nil {
				t.OnMarks()
			}
		},
		all: func() {
			if t.OnMarkAll != nil {
				t.OnMarkAll()
			}
		},
	}
}

func (t *Table[R]) isMarked(r R) bool {
	_, ok := t.marks[t.key(r)]
	return ok
}

// Marked are the rows that are marked, those shown first and in their order.
func (t *Table[R]) Marked() (out []R) {
	seen := map[string]bool{}
	for _, r := range t.rows {
		if t.key != nil && t.isMarked(r) {
			seen[t.key(r)] = true
			out = append(out, r)
		}
	}
	for k, r := range t.marks {
		if !seen[k] {
			out = append(out, r)
		}
	}
	return out
}

// Mark marks these rows and no others.
func (t *Table[R]) Mark(rows []R) {
	clear(t.marks)
	for _, r := range rows {
		t.marks[t.key(r)] = r
	}
	t.repaint()
	t.many.told()
}
