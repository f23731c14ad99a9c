package widgets

import (
	"fyne.io/fyne/v2"

	"dogovor/app/look"
)

// Col is one column of a Table.
type Col[R any] struct {
	ID       string
	Title    string
	Width    float32 // at least; without Grow exactly
	Grow     float32 // share of the width that is left over
	Right    bool    // numbers stand at the right
	Priority int     // 0 is always shown; of the others the highest goes first when it is narrow
	Sortable bool    // a press on its head asks OnSort
	Text     func(R) string
	Style    func(R) look.Style // nil: body text
}

// Table shows rows of any number, one line each. The focus is on the table as a whole: ↑↓ PgUp PgDn Home End choose, Enter opens,
// ←→ go along the heads and Space sorts.
type Table[R any] struct {
	grid
	OnSelect func(R) // also while going through with the arrows
	OnOpen   func(R) // Enter, or a double press; a single one where TapOpens says so

	OnMarks   func() // other rows are marked; so only with Many
	OnMarkAll func()

	cols  []Col[R]
	rows  []R
	key   func(R) string
	marks map[string]R
}

// NewTable makes an empty table.
func NewTable[R any](cols []Col[R]) *Table[R] {
	t := &Table[R]{cols: cols}
	heads := make([]head, len(cols))
	for i, c := range cols {
		heads[i] = head{id: c.ID, title: c.Title, width: c.Width, grow: c.Grow, right: c.Right, priority: c.Priority, sortable: c.Sortable}
	}
	t.init(t, heads, func(row, col int) (string, look.Style) {
		c, r := t.cols[col], t.rows[row]
		if c.Style == nil {
			return c.Text(r), look.BodyStyle
		}
		return c.Text(r), c.Style(r)
	})
	t.selectedRow = func(i int) {
		if t.OnSelect != nil {
			t.OnSelect(t.rows[i])
		}
	}
	t.openedRow = func(i int) {
		if t.OnOpen != nil {
			t.OnOpen(t.rows[i])
		}
	}
	return t
}

// SetRows shows other rows from the top; nothing is selected.
func (t *Table[R]) SetRows(rows []R) {
	t.rows = append([]R(nil), rows...)
	t.setCount(len(t.rows), true)
}

// Replace shows changed rows without moving: the place in the list stays, and the row for which same holds is selected.
func (t *Table[R]) Replace(rows []R, same func(R) bool) {
	t.rows = append([]R(nil), rows...)
	t.selected = -1
	for i, r := range t.rows {
		if same != nil && same(r) {
			t.selected = i
			break
		}
	}
	t.setCount(len(t.rows), false)
}

// Append adds further rows at the end.
func (t *Table[R]) Append(rows []R) {
	t.rows = append(t.rows, rows...)
	t.setCount(len(t.rows), false)
}

// Rows are the rows shown.
func (t *Table[R]) Rows() []R { return t.rows }

// Selected is the row that is marked.
func (t *Table[R]) Selected() (row R, ok bool) {
	if t.selected < 0 || t.selected >= len(t.rows) {
		return row, false
	}
	return t.rows[t.selected], true
}

// Select marks the first row for which same holds and scrolls to it, without calling OnSelect; it tells whether there is one.
func (t *Table[R]) Select(same func(R) bool) bool {
	for i, r := range t.rows {
		if same(r) {
			t.mark(i)
			return true
		}
	}
	return false
}

// SelectFirst marks the first row and calls OnSelect; nothing happens in an empty table.
func (t *Table[R]) SelectFirst() {
	if len(t.rows) > 0 {
		t.choose(0)
	}
}

// FocusTarget is what takes the keys.
func (t *Table[R]) FocusTarget() fyne.Focusable { return t }
