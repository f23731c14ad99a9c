package doc

import (
	"encoding/csv"
	"io"
	"slices"
	"strconv"
	"strings"

	"dogovor/data"
)

// CSV writes the lead figures and every table below each other, as RFC 4180 in UTF-8 with a byte order mark, so that spreadsheets read the
// letters right. All records have the same number of fields. Numbers are plain: a point, no
// grouping, no percent sign; days are written 2026-10-21.
func CSV(d Document, w io.Writer) error {
	records := [][]string{{guarded(d.Title), guarded(d.Period)}}
	for _, t := range tables(d) {
		records = append(records, nil, []string{guarded(t.name())})
		if t.headed() {
			head := make([]string, len(t.Columns))
			for i, c := range t.Columns {
				head[i] = guarded(c.Title)
			}
			records = append(records, head)
		}
		for _, r := range t.Rows {
			rec := make([]string, len(r.Cells))
			for i, c := range r.Cells {
				rec[i] = csvField(c)
			}
			records = append(records, rec)
		}
	}
	most := 0
	for _, r := range records {
		most = max(most, len(r))
	}
	if _, err := io.WriteString(w, "\uFEFF"); err != nil {
		return err
	}
	out := csv.NewWriter(w)
	out.UseCRLF = true
	for _, r := range records {
		if err := out.Write(append(r, make([]string, most-len(r))...)); err != nil {
			return err
		}
	}
	out.Flush()
	return out.Error()
}

func csvField(c Cell) string {
	if c.Number != nil {
		return strconv.FormatFloat(*c.Number, 'f', -1, 64)
	}
	if c.Day != "" {
		return string(c.Day)
	}
	return guarded(c.Text)
}

// guarded keeps a spreadsheet from taking text for a formula: an apostrophe goes before what could begin one.
func guarded(s string) string {
	s = data.CleanText(s)
	if t := strings.TrimLeft(s, " \u00A0\u3000"); t != "" && strings.ContainsRune("=+-@\t\r|＝＋－＠", []rune(t)[0]) {
		return "'" + s
	}
	return s
}

// headed tells whether any column has a title.
func (t Table) headed() bool {
	return slices.ContainsFunc(t.Columns, func(c Column) bool { return c.Title != "" })
}

// tables are all tables of a document in their order; lead figures are one too. Charts draw what stands in tables.
func tables(d Document) []Table {
	var out []Table
	eachBlock(d.Blocks, func(b Block) {
		switch b := b.(type) {
		case LeadFigures:
			out = append(out, b.table(d))
		case Table:
			out = append(out, b)
		}
	})
	return out
}

// eachBlock visits blocks in reading order, those that stand beside each other too.
func eachBlock(bs []Block, visit func(Block)) {
	for _, b := range bs {
		switch b := b.(type) {
		case Beside:
			eachBlock([]Block{b.Left, b.Right}, visit)
		case Parallel:
			for _, p := range b.Pairs {
				eachBlock(p.Left, visit)
				eachBlock(p.Right, visit)
			}
		default:
			visit(b)
		}
	}
}

// notes are a tile's notes on one line.
func (t Tile) notes() string { return strings.ReplaceAll(t.Note, "\n", " · ") }

// table is the lead figures one below the other.
func (b LeadFigures) table(d Document) Table {
	t := Table{Title: d.Words.Summary, Columns: []Column{{}, {}, {}, {}}}
	for _, x := range b.Tiles {
		v := Cell{Text: x.Value, Number: x.Number, Percent: x.Percent}
		t.Rows = append(t.Rows, Row{Cells: []Cell{T(x.Code), T(x.Label), v, T(x.notes())}})
	}
	return t
}
