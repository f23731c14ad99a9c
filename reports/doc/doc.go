// Package doc turns a document, which is a plain list of blocks, into a PDF, a workbook or a CSV file. Reports say what stands on the
// page; how it looks, where pages break and how a file is written safely is decided here, once for all of them.
//
// It computes no figure, reads no record and knows no language: every word comes with the document. The same document with the same
// time of making gives the same bytes.
package doc

import (
	"time"

	"dogovor/data"
)

// Document is what is printed.
type Document struct {
	Title    string
	Subtitle string
	Author   string
	Lang     string    // BCP 47: "sr-Latn"
	Period   string    // as it reads in the running title: "October 2026"
	Made     time.Time // stands in the file's properties
	Footer   string    // at the foot of every page: when it was made, from what
	Below    string    // below the footer: what the company says on all its papers
	Words    Words
	Blocks   []Block
	Logo     []byte // JPEG or PNG, at the right of the title
	Accent   string // the colour of links and first series, "#A8481F"; one too light to be read is darkened
}

// Words are the few words that the engine itself prints.
type Words struct {
	Page      string // "page {n} of {m}"
	Continued string // after a table's title on its second page
	Missing   string // "□ stands for a character that could not be printed: {list}"
	Summary   string // name of a workbook's first sheet
}

// Block is one thing in a document.
type Block interface{ isBlock() }

// Title opens the document: the name, and below it lines that say of what, of when, by whom. Large is for a sheet that is read standing
// before it.
type Title struct {
	Text  string
	Lines []string
	Large bool
}

// Tile is one lead figure. Value stands large, Note gives what it was computed from. Code is the figure's short name, Link the anchor of
// its evidence. Number is what a workbook computes with, as in Cell.
type Tile struct {
	Value, Label, Note, Code, Link string
	Number                         *float64
	Percent                        bool
}

// LeadFigures are the few figures that a reader must see first.
type LeadFigures struct{ Tiles []Tile }

// Heading opens a section (level 1), a part of one (level 2) or a part of that (level 3), and becomes a bookmark. Large is for a sheet
// that is read standing before it.
type Heading struct {
	Level  int
	Text   string
	Anchor string
	Large  bool
}

// Paragraph is running text; Small is for explanations, Large for a sheet that is read standing before it. One that is Strong stays with
// what follows it.
type Paragraph struct {
	Text   string
	Small  bool
	Large  bool
	Strong bool
	Link   string
}

// List is numbered sentences.
type List struct{ Items []string }

// Align tells on which side a column's text stands.
type Align int

// The two sides.
const (
	Left Align = iota
	Right
)

// Column describes one column of a table. Share is its part of the width beside the other columns; Fit makes it as wide as its longest
// content instead, so that dates and numbers never break. Min is in millimetres. A column that stands Under is printed below the text of
// the one before it, to save room on the page; in a workbook it is a column of its own.
type Column struct {
	Title string
	Share float64
	Min   float64
	Align Align
	Fit   bool
	Under bool
}

// Cell is one field of a table. Number or Day is what a workbook computes with, Text what is printed.
type Cell struct {
	Text    string
	Number  *float64
	Percent bool // Number is a percentage: 66.7 stands for 66.7 %
	Day     data.Date
	Link    string
}

// T is a cell of text.
func T(text string) Cell { return Cell{Text: text} }

// N is a cell with a number, printed as text says.
func N(n float64, text string) Cell { return Cell{Text: text, Number: &n} }

// D is a cell with a day, printed as text says.
func D(day data.Date, text string) Cell { return Cell{Text: text, Day: day} }

// To links the cell to an anchor.
func (c Cell) To(anchor string) Cell {
	c.Link = anchor
	return c
}

// Row is one line of a table; a Total stands bold under a rule and never alone on a page.
type Row struct {
	Cells  []Cell
	Anchor string
	Total  bool
}

// Table says in Empty why there are no rows. Its title also names its sheet in a workbook; a table that follows its own heading needs only
// a Name. A table to be filled in by hand has a Grid of lines and a least RowHeight in millimetres.
type Table struct {
	Title     string
	Name      string
	Columns   []Column
	Rows      []Row
	Empty     string
	Grid      bool
	RowHeight float64
}

// Bar is one bar or column of a chart: one value for each series, and Text printed at its end.
type Bar struct {
	Label  string
	Values []float64
	Text   string
	Link   string
}

// BarChart compares things by lying bars. Series name the parts of stacked bars; leave them out when there is one.
type BarChart struct {
	Title  string
	Series []string
	Bars   []Bar
	Empty  string
}

// ColumnChart shows how something went over time by standing columns.
type ColumnChart struct {
	Title   string
	Series  []string
	Columns []Bar
	Empty   string
}

// Beside puts two charts, pictures or short texts next to each other; both stay on one page.
type Beside struct{ Left, Right Block }

// Signatures are lines to sign on, each with who signs below.
type Signatures struct{ Lines []string }

// PageBreak begins a new page.
type PageBreak struct{}

// Appendix begins a part after the report proper: a new page and a heading of level 1.
type Appendix struct{ Text, Anchor string }

// Contents lists the headings down to a level, 0 for two, with their pages; each entry is a link.
type Contents struct {
	Title string
	Depth int
}

func (Title) isBlock()          {}
func (LeadFigures) isBlock()    {}
func (Heading) isBlock()        {}
func (Paragraph) isBlock()      {}
func (List) isBlock()           {}
func (Table) isBlock()          {}
func (BarChart) isBlock()       {}
func (ColumnChart) isBlock()    {}
func (LineChart) isBlock()      {}
func (SmallMultiples) isBlock() {}
func (Matrix) isBlock()         {}
func (Image) isBlock()          {}
func (Beside) isBlock()         {}
func (Parallel) isBlock()       {}
func (Signatures) isBlock()     {}
func (PageBreak) isBlock()      {}
func (Appendix) isBlock()       {}
func (Contents) isBlock()       {}
