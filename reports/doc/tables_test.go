package doc

import (
	"bytes"
	"encoding/csv"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
)

func tricky() Document {
	return Document{Title: "=cmd|' /C calc'!A0", Period: "2026", Words: words, Made: made, Blocks: []Block{
		LeadFigures{Tiles: []Tile{{Code: "E5", Value: "41,7 %", Label: "žene", Note: "5 od 12\npre: 3", Number: new(41.7), Percent: true}}},
		Table{Title: "Popis: [1]/2?", Columns: []Column{{Title: "Dan"}, {Title: "Ime", Under: true}, {Title: "Broj"}}, Rows: []Row{
			{Cells: []Cell{D("2026-10-21", "21. 10. 2026."), T("=HYPERLINK(\"http://x\")"), N(-1234.5, "–1.234,5")}},
			{Cells: []Cell{T(""), T("+381 64 000"), T("@a")}},
			{Cells: []Cell{T("a,\"b\"\nc"), T(" -1"), T("中文 ђ")}},
			{Total: true, Cells: []Cell{T("Ukupno")}},
		}},
		Table{Name: "Popis: [1]/2?", Empty: "Nema.", Columns: []Column{{Title: "X"}}},
	}}
}

func TestCSV(t *testing.T) {
	var b bytes.Buffer
	if err := CSV(tricky(), &b); err != nil {
		t.Fatal(err)
	}
	text, ok := strings.CutPrefix(b.String(), "\uFEFF")
	if !ok {
		t.Error("no byte order mark")
	}
	if strings.Count(text, "\n") != strings.Count(text, "\r\n") {
		t.Error("a line ends without a carriage return")
	}
	rows, err := csv.NewReader(strings.NewReader(text)).ReadAll() // refuses records of different length
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, r := range rows {
		got = append(got, strings.Join(r, "|"))
	}
	want := []string{"'=cmd|' /C calc'!A0|2026||", "|||", "Pregled|||", "E5|žene|41.7|5 od 12 · pre: 3", "|||", "Popis: [1]/2?|||", "Dan|Ime|Broj|",
		"2026-10-21|'=HYPERLINK(\"http://x\")|-1234.5|", "|'+381 64 000|'@a|", "a,\"b\"\nc|' -1|中文 ђ|", "Ukupno|||", "|||", "Popis: [1]/2?|||", "X|||"}
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

func TestXLSX(t *testing.T) {
	var b bytes.Buffer
	if err := XLSX(tricky(), &b); err != nil {
		t.Fatal(err)
	}
	f, err := excelize.OpenReader(&b)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if got := strings.Join(f.GetSheetList(), "|"); got != "Pregled|Popis   1  2|Popis   1  2 (2)" {
		t.Errorf("sheets %q", got)
	}
	const sheet = "Popis   1  2"
	for at, want := range map[string]string{"A1": "Dan", "A2": "2026-10-21", "B2": "=HYPERLINK(\"http://x\")", "B3": "+381 64 000", "C4": "中文 ђ", "A5": "Ukupno"} {
		if got, err := f.GetCellValue(sheet, at); err != nil || got != want {
			t.Errorf("%s is %q, want %q (%v)", at, got, want, err)
		}
		if formula, _ := f.GetCellFormula(sheet, at); formula != "" {
			t.Errorf("%s is the formula %q", at, formula)
		}
	}
	if kind, _ := f.GetCellType(sheet, "C2"); kind != excelize.CellTypeUnset && kind != excelize.CellTypeNumber {
		t.Errorf("the number is stored as %v", kind)
	}
	if raw, _ := f.GetCellValue(sheet, "C2", excelize.Options{RawCellValue: true}); raw != "-1234.5" {
		t.Errorf("the number is %q", raw)
	}
	if got, _ := f.GetCellValue("Popis   1  2 (2)", "A2"); got != "Nema." {
		t.Errorf("the empty table says %q", got)
	}
}

func TestXLSXTakesUglyData(t *testing.T) {
	var b bytes.Buffer
	d := ugly()
	d.Blocks = append(d.Blocks, Table{Title: strings.Repeat("x", 50), Columns: []Column{{Title: "A"}}, Rows: []Row{{Cells: []Cell{T(strings.Repeat("ш", 40000))}}}})
	if err := XLSX(d, &b); err != nil {
		t.Fatal(err)
	}
	if _, err := excelize.OpenReader(&b); err != nil {
		t.Fatal(err)
	}
}

// What stands side by side on the page stands side by side in the workbook; tables are found wherever they stand.
func TestNestedBlocksGoOut(t *testing.T) {
	inner := Table{Title: "Unutra", Columns: []Column{{Title: "A"}}, Rows: []Row{{Cells: []Cell{T("jedan")}}}}
	d := Document{Title: "T", Words: words, Blocks: []Block{Appendix{Text: "Prilog"}, Image{Caption: "Slika 1"},
		Parallel{Pairs: []Pair{{Left: []Block{Heading{Text: "Bunari"}, Paragraph{Text: "voda"}, List{Items: []string{"prvo"}}}, Right: []Block{Paragraph{Text: "水"}, inner}}}}}}
	var b bytes.Buffer
	if err := CSV(d, &b); err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(b.String(), "Unutra\r\nA\r\njedan\r\n") && !strings.Contains(b.String(), "Unutra,\r\nA,\r\njedan,\r\n") {
		t.Errorf("the table is not in %q", b.String())
	}
	b.Reset()
	if err := XLSX(d, &b); err != nil {
		t.Fatal(err)
	}
	f, err := excelize.OpenReader(&b)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	rows, err := f.GetRows("Pregled")
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, r := range rows {
		got = append(got, strings.Join(r, "|"))
	}
	if want := "/Prilog/Slika 1/Bunari\nvoda\n1. prvo|水"; strings.Join(got, "/") != want {
		t.Errorf("the first sheet says %q, want %q", strings.Join(got, "/"), want)
	}
	if v, _ := f.GetCellValue("Unutra", "A2"); v != "jedan" {
		t.Errorf("the table's sheet says %q", v)
	}
}

// A report is compared by its blocks; the layout of this text is what golden files rest on.
func TestDump(t *testing.T) {
	got := Dump(Document{Title: "T", Subtitle: "S", Period: "P", Lang: "en", Author: "A", Blocks: []Block{
		Title{Text: "T", Lines: []string{"a", "b"}}, LeadFigures{Tiles: []Tile{{Code: "E1", Value: "5", Label: "held", Note: "n\nm", Link: "E1"}}},
		Heading{Level: 2, Text: "H", Anchor: "h"}, Table{Title: "X", Columns: []Column{{Title: "C"}}, Rows: []Row{{Cells: []Cell{T("1").To("h")}, Anchor: "r"}, {Total: true}}},
		Beside{Left: BarChart{Title: "B", Bars: []Bar{{Label: "l", Values: []float64{1}, Text: "1", Link: "h"}}}, Right: ColumnChart{Title: "Z", Empty: "none"}}, PageBreak{}, Signatures{Lines: []string{"s"}},
	}})
	want := `document | T | S | P | en | A
title | T | a | b
figure | E1 | 5 | held | n⏎m | →E1
heading2 | H | #h
table | X
  head | C
  row | 1 →h | #r
  total | 
beside
bars | B
  bar | l | [1] | 1 | →h
columns | Z
  empty | none
page break
signatures | s
`
	if got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}
