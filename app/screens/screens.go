// Package screens is what every screen and the window agree on: how a screen is shown, which keys it answers, and what it may ask of
// the window. Each family of screens is a package below; they know this package, widgets, dialogs, i18n and data, never each other
// and never the store: each declares the small interface of the store that it needs.
package screens

import (
	"context"
	"time"

	"fyne.io/fyne/v2"

	"dogovor/app/i18n"
	"dogovor/app/widgets"
	"dogovor/data"
)

// The areas of the navigation.
const (
	Today        = "today"
	Engagements  = "engagements"
	Stakeholders = "stakeholders"
	Issues       = "issues"
	Commitments  = "commitments"
	Grievances   = "grievances"
	Tasks        = "tasks"
	Places       = "places"
	Reports      = "reports"
	Settings     = "settings"
	Duplicates   = "duplicates" // the review of stakeholders that may be one; reached from their register
	Briefing     = "briefing"   // of the settlement Place.Record, for the meeting Place.Filter (data.ID); reached from their pages
	ReportBack   = "reportback" // to the settlement Place.Record
)

// Place is where a person is: an area, perhaps a record in it, perhaps its form. The window keeps them for back and forward.
type Place struct {
	Area   string
	Record data.ID // zero: the list
	Edit   bool    // the form; with a zero Record the form of a new one
	Filter any     // an area's own filter (data.EngagementFilter, …), nil for none
	Title  string  // what Filter stands for when it is the evidence of a figure
	Left   Left    // how it was when it was left; zero for what is gone to for the first time
}

// Document is one that the Reports area is asked to make, by the name of its report, of a record or of none.
type Document struct {
	Report string
	About  data.ID
}

// Left is how a person left a screen, so that it comes back as it was.
type Left struct {
	Rows   int     // of a list, that had been read
	List   float32 // how far it was scrolled
	Page   float32 // how far the page beside it was
	InList bool    // the list was seen and not the page, where there is room for one only
	Focus  string  // what had the focus: a field of a form by its key, or InSearch, InPage; "" where a screen starts
}

// What may have the focus in an area.
const (
	InSearch = "search"
	InPage   = "page"
)

// Screen is what the window shows in its content area. One is made each time a place is gone to.
type Screen interface {
	Title() string
	Content() fyne.CanvasObject
	Show()   // it is on the window now: load, put the focus where a person starts
	Reload() // the data changed
	Close()  // it leaves the window: keep the draft, end what runs
}

// A screen answers the keys of the menus by having these methods as well.
type (
	// Actor has one main action, shown at the top right.
	Actor interface {
		Action() (word string, do func())
	}
	// Saver answers Ctrl+S.
	Saver interface{ Save() }
	// RowAdder answers Ctrl+Enter.
	RowAdder interface{ AddRow() }
	// Turner answers F6 to F9: it turns what stands in the focus into a record of another kind.
	Turner interface{ Turn(key fyne.KeyName) }
	// Editor answers F2.
	Editor interface{ Edit() }
	// Briefer answers Ctrl+B.
	Briefer interface{ Brief() }
	// Finder answers Ctrl+F.
	Finder interface{ Find() }
	// Printer answers Ctrl+P.
	Printer interface{ Print() }
	// Leaver answers Esc.
	Leaver interface{ Leave() }
	// Placer tells where a person came to on this screen since it was shown: the record selected in a list, its filter, the
	// record that a form became. The window asks when it leaves the screen or makes it anew, and remembers that place for back and
	// forward instead of the one it was opened with.
	Placer interface{ Place() Place }
)

// Host is the window as a screen sees it.
type Host interface {
	Words() *i18n.Printer
	Window() fyne.Window
	Now() time.Time
	Officer() string
	// Load runs read off the window's thread, then show on it with what read returned; in tests both run at once. A failure is
	// shown by the window and show is not called. show is dropped when the screen has been closed since.
	Load(read func(ctx context.Context) error, show func())
	// Go shows another place; Back the one before it.
	Go(Place)
	Back()
	// Done says quietly that something was done, with Undo when batch is not zero.
	Done(text string, batch data.ID)
	// View opens a private copy of a file in the system's viewer; it may be called off the window's thread.
	View(name string, body []byte) error
	// Drafted says that what is being typed was kept.
	Drafted(at time.Time)
	// Fail shows an error in the reader's language: what happened, what is safe, what to do.
	Fail(err error)
	// Choices are the entries of a vocabulary in the reader's language, users' own included, retired ones left out.
	Choices(list string) []widgets.Option
	// Term is the word of one entry.
	Term(list, code string) string
	// PlaceName is a settlement's name in the reader's script.
	PlaceName(latin, cyrillic string) string
	// Remember keeps a small setting of the window (a split, a sort order) between starts; Recall reads it.
	Remember(key, value string)
	Recall(key string) string
}
