package record

import (
	"fyne.io/fyne/v2"

	"dogovor/app/screens"
	"dogovor/app/widgets"
)

// scrolled is a list or a page.
type scrolled interface{ Offset() float32 }

// LeftAs is how the three parts of an area are as a person leaves it. page is nil while none is shown.
func LeftAs(host screens.Host, rows int, table scrolled, sides *widgets.ListDetail, search fyne.Focusable, page *widgets.Page) screens.Left {
	left := screens.Left{Rows: rows, List: table.Offset(), InList: sides.Narrow() && !sides.InDetail()}
	if page != nil {
		left.Page = page.Offset()
	}
	switch {
	case host.Window().Canvas().Focused() == search:
		left.Focus = screens.InSearch
	case page != nil && page.HasFocus():
		left.Focus = screens.InPage
	}
	return left
}

// ToRows gives the keys back to the rows of an area, for Esc; it tells whether they had them not.
func ToRows(host screens.Host, sides *widgets.ListDetail, table fyne.Focusable) bool {
	away := sides.InDetail() || host.Window().Canvas().Focused() != table
	sides.ShowList()
	host.Window().Canvas().Focus(table)
	return away
}

// mostRows is how many rows are read at once when a list comes back.
const mostRows = 2000

// RowsLeft is how many rows to read so that the list reaches as far as it did, at least least.
func RowsLeft(left screens.Left, least int) int { return max(least, min(left.Rows, mostRows)) }

// PageBack brings a page back to how it was left.
func PageBack(left screens.Left, sides *widgets.ListDetail, page *widgets.Page) {
	page.ScrollTo(left.Page)
	if left.Focus == screens.InPage || sides.InDetail() {
		widgets.Focus(page)
	}
}
