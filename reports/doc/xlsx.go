package doc

import (
	"fmt"
	"io"
	"strings"
	"time"
	"unicode/utf8"

	"dogovor/data"

	"github.com/xuri/excelize/v2"
)

// XLSX writes a workbook: the first sheet reads like the document, and every table has its own sheet with a fixed header and a filter.
// Numbers are numbers; text is text, never a formula.
func XLSX(d Document, w io.Writer) error {
	b := &workbook{file: excelize.NewFile(), used: map[string]bool{}}
	defer b.file.Close()
	if err := b.fill(d); err != nil {
		return data.NewError("output.xlsx", err)
	}
	buf, err := b.file.WriteToBuffer()
	if err != nil {
		return data.NewError("output.xlsx", err)
	}
	_, err = w.Write(buf.Bytes())
	return err
}

type workbook struct {
	file                                                  *excelize.File
	used                                                  map[string]bool
	title, head, strong, wrap, number, percent, note, day int // styles
}

func (b *workbook) fill(d Document) error {
	if err := b.styles(); err != nil {
		return err
	}
	made := d.Made.UTC().Format(time.RFC3339)
	if err := b.file.SetDocProps(&excelize.DocProperties{Title: sheetText(d.Title), Creator: sheetText(d.Author), LastModifiedBy: sheetText(d.Author),
		Created: made, Modified: made, Language: d.Lang}); err != nil {
		return err
	}
	first := b.sheetName(d.Words.Summary)
	if err := b.file.SetSheetName(b.file.GetSheetName(0), first); err != nil {
		return err
	}
	if err := b.front(first, d); err != nil {
		return err
	}
	var failed error
	eachBlock(d.Blocks, func(block Block) {
		if t, ok := block.(Table); ok && failed == nil {
			failed = b.table(t)
		}
	})
	return failed
}

func (b *workbook) styles() error {
	text := &excelize.Alignment{WrapText: true, Vertical: "top"}
	shaded := excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{"EEF0F3"}}
	percent, day := `0.0" %"`, "yyyy-mm-dd"
	for _, s := range []struct {
		id    *int
		style excelize.Style
	}{
		{&b.title, excelize.Style{Font: &excelize.Font{Bold: true, Size: 15}}},
		{&b.head, excelize.Style{Font: &excelize.Font{Bold: true}, Fill: shaded, Alignment: text}},
		{&b.strong, excelize.Style{Font: &excelize.Font{Bold: true}, Alignment: text}},
		{&b.wrap, excelize.Style{Alignment: text}},
		{&b.number, excelize.Style{Alignment: &excelize.Alignment{Vertical: "top"}}},
		{&b.percent, excelize.Style{CustomNumFmt: &percent, Alignment: &excelize.Alignment{Vertical: "top"}}},
		{&b.day, excelize.Style{CustomNumFmt: &day, Alignment: &excelize.Alignment{Vertical: "top", Horizontal: "left"}}},
		{&b.note, excelize.Style{Font: &excelize.Font{Color: "5A6472"}, Alignment: text}},
	} {
		id, err := b.file.NewStyle(&s.style)
		if err != nil {
			return err
		}
		*s.id = id
	}
	return nil
}

func (b *workbook) table(t Table) error {
	sheet := b.sheetName(t.name())
	if _, err := b.file.NewSheet(sheet); err != nil {
		return err
	}
	widths := make([]int, len(t.Columns))
	for i, c := range t.Columns {
		widths[i] = utf8.RuneCountInString(c.Title) + 3
		if err := b.cell(sheet, i+1, 1, T(c.Title), b.head); err != nil {
			return err
		}
	}
	last := 1
	for i, r := range t.Rows {
		for k, c := range r.Cells {
			style := b.wrap
			if r.Total {
				style = b.strong
			}
			if err := b.cell(sheet, k+1, i+2, c, style); err != nil {
				return err
			}
			if k < len(widths) {
				widths[k] = max(widths[k], utf8.RuneCountInString(c.Text)+2)
			}
		}
		if !r.Total {
			last = i + 2
		}
	}
	for i, w := range widths {
		name, err := excelize.ColumnNumberToName(i + 1)
		if err != nil {
			return err
		}
		if err := b.file.SetColWidth(sheet, name, name, float64(min(w, 60))); err != nil {
			return err
		}
	}
	if err := b.file.SetPanes(sheet, &excelize.Panes{Freeze: true, YSplit: 1, TopLeftCell: "A2", ActivePane: "bottomLeft"}); err != nil {
		return err
	}
	if len(t.Rows) == 0 || len(t.Columns) == 0 {
		return b.cell(sheet, 1, 2, T(t.Empty), b.note)
	}
	end, err := excelize.CoordinatesToCellName(len(t.Columns), last)
	if err != nil {
		return err
	}
	return b.file.AutoFilter(sheet, "A1:"+end, nil)
}

func (b *workbook) cell(sheet string, col, row int, c Cell, style int) error {
	at, err := excelize.CoordinatesToCellName(col, row)
	if err != nil {
		return err
	}
	if c.Day != "" {
		if err := b.file.SetCellValue(sheet, at, c.Day.Time(time.UTC)); err != nil {
			return err
		}
		return b.file.SetCellStyle(sheet, at, at, b.day)
	}
	if c.Number == nil {
		if err := b.file.SetCellStr(sheet, at, sheetText(c.Text)); err != nil {
			return err
		}
		return b.file.SetCellStyle(sheet, at, at, style)
	}
	if err := b.file.SetCellFloat(sheet, at, *c.Number, -1, 64); err != nil {
		return err
	}
	if c.Percent {
		style = b.percent
	} else if style == b.wrap {
		style = b.number
	}
	return b.file.SetCellStyle(sheet, at, at, style)
}

// sheetText is text that a cell may hold: no control characters, at most as long as the format allows.
func sheetText(s string) string {
	s = data.CleanText(s)
	if rs := []rune(s); len(rs) > excelize.TotalCellChars/2 {
		return string(rs[:excelize.TotalCellChars/2-1]) + "…"
	}
	return s
}

// sheetName is a name that a sheet may have: short, without the signs that formulas use, not used before.
func (b *workbook) sheetName(title string) string {
	const most = 31
	name := strings.TrimSpace(strings.Trim(strings.Map(func(r rune) rune {
		if strings.ContainsRune(`[]:*?/\`, r) || r > 0xFFFF {
			return ' '
		}
		return r
	}, sheetText(strings.ReplaceAll(title, "\n", " "))), "'"))
	if name == "" {
		name = "–"
	}
	for n := 1; ; n++ {
		try := []rune(name)
		suffix := []rune("")
		if n > 1 {
			suffix = []rune(fmt.Sprintf(" (%d)", n))
		}
		try = append(try[:min(len(try), most-len(suffix))], suffix...)
		if key := strings.ToLower(string(try)); !b.used[key] {
			b.used[key] = true
			return string(try)
		}
	}
}
