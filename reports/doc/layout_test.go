package doc

import (
	"fmt"
	"regexp"
	"strings"
	"testing"
)

// ugly is a document of data as people type it on a bad day.
func ugly() Document {
	d := sample(5)
	long := strings.Repeat("Веомадугачкареч", 14)[:400]
	name := strings.Repeat("Primer-Ђорђевић ", 8)
	t := Table{Title: "Ugly\x00 😀", Columns: []Column{{Title: "Nezaobilaznodugačaknaslov", Share: 1}, {Title: name, Fit: true}, {Title: "שלום", Share: 1, Align: Right}}}
	for _, s := range []string{"", long, name, "😀👩‍👩‍👧", "שלום עולם", "\u202Egnp.exe", "a\u0301\u0302", "=1+1", "\xff\xfe", chineseText + cyrillicText + vlachText, strings.Repeat("W", 200)} {
		t.Rows = append(t.Rows, Row{Cells: []Cell{T(s), T(s), T(s)}}, Row{Cells: []Cell{T(s)}})
	}
	none := Table{Title: "Prazno", Columns: t.Columns, Empty: "Nema redova."}
	bars := []Bar{{Label: long, Values: []float64{-3}, Text: name}, {Label: "", Values: nil}, {Label: "😀", Values: []float64{1e18, 1}, Text: "1e18"}}
	d.Blocks = append(d.Blocks, t, none, BarChart{Title: long, Bars: bars}, BarChart{Empty: "ništa"}, ColumnChart{Columns: bars}, ColumnChart{Columns: months(200)}, ColumnChart{Columns: months(1)},
		Title{Text: strings.Repeat("naslov ", 60)}, LeadFigures{}, LeadFigures{Tiles: []Tile{{Value: long, Label: long, Note: long}, {}}}, List{}, Signatures{}, Signatures{Lines: []string{long, "", "a", "b"}},
		Heading{Level: 2, Text: ""}, Paragraph{}, Paragraph{Text: long + long}, Table{}, Beside{Left: BarChart{}, Right: Paragraph{Text: name}})
	d.Title, d.Footer, d.Period = name+long, long+long, name
	return d
}

var documents = map[string]func() Document{
	"sample":  func() Document { return sample(150) },
	"ugly":    ugly,
	"empty":   func() Document { return Document{Words: words} },
	"no rows": func() Document { return sample(0) },
}

func TestNothingLeavesThePage(t *testing.T) {
	for name, make := range documents {
		nothingLeaves(t, name, layout(make()).pages)
	}
}

func nothingLeaves(t *testing.T, name string, pages []page) {
	t.Helper()
	const slack = 0.01
	for i, p := range pages {
		for _, m := range p.marks {
			if m.kind == markAnchor || m.kind == markBookmark { // places, not things
				continue
			}
			right := m.x + m.w
			if m.kind == markText {
				right = m.x + m.face.lineWidth(m.text, m.size)
			}
			body := m.y <= bottom+slack && m.y+m.h <= bottom+slack
			foot := m.y > 282 && m.y < 290 && m.h == 0
			if m.x < marginL-slack || right > marginL+bodyWidth+slack || !body && !foot {
				t.Errorf("%s, page %d: %+v leaves the page (right %.2f)", name, i+1, m, right)
			}
		}
	}
}

func TestEveryTextIsDrawable(t *testing.T) {
	for name, make := range documents {
		for i, p := range layout(make()).pages {
			for _, m := range p.marks {
				for _, r := range m.text {
					if (m.kind == markText || m.kind == markBookmark) && !m.face.draws(r).has(r) {
						t.Errorf("%s, page %d: %U in %q has no glyph", name, i+1, r, m.text)
					}
				}
			}
		}
	}
}

// textsOf are the texts of a page in the order of drawing.
func textsOf(p page) []string {
	var out []string
	for _, m := range p.marks {
		if m.kind == markText {
			out = append(out, strings.TrimSuffix(m.text, " "))
		}
	}
	return out
}

func TestRowsStandOnceInOrderUnderAHeader(t *testing.T) {
	number := regexp.MustCompile(`^E-26-BOR1-\d{4}$`)
	var seen []string
	pages := layout(sample(150)).pages
	for i, p := range pages {
		texts := textsOf(p)
		head, rows := 0, 0
		for k, s := range texts {
			switch {
			case s == "Naziv":
				head++
			case number.MatchString(s):
				if head == 0 {
					t.Errorf("page %d: row %s before the header", i+1, s)
				}
				rows++
				seen = append(seen, s)
				// a row of two lines has both on this page
				if strings.HasPrefix(texts[k+1], "Путеви") && !strings.HasPrefix(texts[k+2], "је обећано") {
					t.Errorf("page %d: row %s is split", i+1, s)
				}
			}
		}
		if rows > 0 && head != 1 {
			t.Errorf("page %d has rows and %d headers", i+1, head)
		}
		if rows == 1 {
			t.Errorf("page %d has a single row", i+1)
		}
		if i > 0 && rows > 0 && !strings.Contains(strings.Join(texts, "|"), "Spisak susreta – nastavak") {
			t.Errorf("page %d does not say that the table goes on", i+1)
		}
		if want := fmt.Sprintf("strana %d od %d", i+1, len(pages)); texts[len(texts)-1] != want {
			t.Errorf("page %d says %q, want %q", i+1, texts[len(texts)-1], want)
		}
	}
	if len(seen) != 150 {
		t.Fatalf("%d rows, want 150", len(seen))
	}
	for i, s := range seen {
		if want := fmt.Sprintf("E-26-BOR1-%04d", i+1); s != want {
			t.Fatalf("row %d is %s", i+1, s)
		}
	}
}

func TestTheTotalIsNeverAloneOnAPage(t *testing.T) {
	for n := 1; n < 120; n++ {
		for i, p := range layout(sample(n)).pages {
			texts := strings.Join(textsOf(p), "|")
			if strings.Contains(texts, "Ukupno") && !strings.Contains(texts, fmt.Sprintf("E-26-BOR1-%04d", n)) {
				t.Errorf("%d rows: the total stands alone on page %d", n, i+1)
			}
		}
	}
}

func TestARowTallerThanAPageIsSplitAndWhole(t *testing.T) {
	text := strings.TrimSpace(strings.Repeat("Ово је дугачак одговор на питање о води. ", 400))
	d := Document{Words: words, Blocks: []Block{Table{Title: "Odgovori", Columns: []Column{{Title: "Broj", Fit: true}, {Title: "Odgovor", Share: 1}},
		Rows: []Row{{Cells: []Cell{T("1"), T("kratko")}}, {Cells: []Cell{T("2"), T(text)}}, {Cells: []Cell{T("3"), T("kraj")}}}}}}
	pages := layout(d).pages
	if len(pages) < 2 {
		t.Fatalf("%d pages", len(pages))
	}
	var got strings.Builder
	for _, p := range pages {
		for _, s := range textsOf(p) {
			if strings.ContainsAny(s, "ово") {
				got.WriteString(s)
			}
		}
	}
	if !strings.Contains(visible(got.String()), visible(text)) {
		t.Error("text was lost between the pages")
	}
}

func TestAHeadingStandsWithWhatFollows(t *testing.T) {
	for n := range 70 {
		d := Document{Words: words}
		for range n {
			d.Blocks = append(d.Blocks, Paragraph{Text: "red"})
		}
		d.Blocks = append(d.Blocks, Heading{Level: 1, Text: "Naslov"}, Table{Title: "Tabela", Columns: []Column{{Title: "Kolona"}}, Rows: []Row{{Cells: []Cell{T("prvi")}}, {Cells: []Cell{T("drugi")}}, {Cells: []Cell{T("treći")}}}})
		for i, p := range layout(d).pages {
			texts := strings.Join(textsOf(p), "|")
			if strings.Contains(texts, "Naslov") && !strings.Contains(texts, "Naslov|Tabela|Kolona|prvi|drugi") {
				t.Errorf("%d lines before: page %d ends %q", n, i+1, texts[strings.Index(texts, "Naslov"):])
			}
		}
	}
}

func TestColumnsKeepTheirWords(t *testing.T) {
	s := setter{x: marginL, w: bodyWidth, clean: &cleaner{}}
	table := Table{Columns: []Column{{Title: "Датум", Fit: true}, {Title: "Опис", Share: 20}, {Title: "Стање", Share: 1}},
		Rows: []Row{{Cells: []Cell{T("21. 10. 2026."), T(strings.Repeat("опис ", 60)), T("незаинтересованост")}}}}
	ws := s.widths(table)
	if sum(ws) > bodyWidth+0.01 || sum(ws) < bodyWidth-0.01 {
		t.Errorf("the columns are %.2f mm wide, the page %.2f", sum(ws), bodyWidth)
	}
	for i, text := range []string{"21. 10. 2026.", "", "незаинтересованост"} {
		if need := regular.width(text, sizeTable) + 2*padX; ws[i] < need-0.01 {
			t.Errorf("column %d is %.2f mm wide, %q needs %.2f", i, ws[i], text, need)
		}
	}
}

func TestAShortChineseTitleStaysWhole(t *testing.T) {
	s := setter{x: marginL, w: bodyWidth, clean: &cleaner{}}
	ws := s.widths(Table{Columns: []Column{{Title: "数量", Fit: true}, {Title: "记录", Share: 1}}, Rows: []Row{{Cells: []Cell{T("7"), T("Bor")}}}})
	if lines := s.wrap("数量", bold, sizeTable, ws[0]-2*padX); len(lines) != 1 {
		t.Errorf("the title stands as %q", lines)
	}
}

func TestMissingCharactersAreExplained(t *testing.T) {
	d := Document{Words: words, Blocks: []Block{Paragraph{Text: "dobro 😀"}}}
	got := strings.Join(textsOf(layout(d).pages[0]), "|")
	if !strings.Contains(got, "dobro □|□ stoji umesto znaka koji se ne može odštampati: U+1F600") {
		t.Errorf("the page reads %q", got)
	}
}
