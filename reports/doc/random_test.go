package doc

import (
	"bytes"
	"fmt"
	"math"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// chance makes documents of anything that people may have typed, each from its seed.
type chance struct {
	*rand.Rand
	text string // what a fuzzer wants to be in it
}

var scraps = []string{"", " ", "\n", "\n\n", "\t", "\x00\x07\x1b", "\xff\xfe", "\xed\xa0\x80", "😀", "👩‍👩‍👧‍👦", "\U0010FFFF", "\uFEFF", "\u202E", "\u2066", "\u200D", "שלום עולם", "مرحبا", "a\u0301\u0302\u0303\u0304", "\u0301", "ﬁ", "…", "—",
	"(\\)", "<</S /URI>>", "endstream\nendobj", ">>", "=1+1", "%PDF-1.7", "ǆ ǈ", "　", "\u00A0", "-", "--------", "E-26-BOR1-0014", "21. 10. 2026.", "1.234,5", latinText, cyrillicText, chineseText, vlachText,
	strings.Repeat("ш", 200), strings.Repeat("W", 200), strings.Repeat("中", 200), strings.Repeat("a\u0301", 120), strings.Repeat("Primer-Đorđević ", 8), strings.Repeat("reč ", 300)}

func (c chance) words() string {
	var out []string
	for range 1 + c.IntN(3) {
		out = append(out, scraps[c.IntN(len(scraps))])
	}
	if c.IntN(4) == 0 {
		out = append(out, c.text)
	}
	if c.IntN(6) == 0 {
		rs := make([]rune, c.IntN(60))
		for i := range rs {
			rs[i] = rune(c.IntN(0x11000))
		}
		out = append(out, string(rs))
	}
	return strings.Join(out, []string{"", " "}[c.IntN(2)])
}

// few are some texts, at times none.
func (c chance) few(most int) []string {
	out := make([]string, c.IntN(most+1))
	for i := range out {
		out[i] = c.words()
	}
	return out
}

func (c chance) name() string { return fmt.Sprintf("anchor %d", c.IntN(12)) }

func (c chance) link() string {
	if c.IntN(3) == 0 {
		return c.name()
	}
	return ""
}

func (c chance) value() float64 {
	return []float64{0, 1, 2.5, 17, 1e9, 1e300, -4, math.NaN(), math.Inf(1), float64(c.IntN(100))}[c.IntN(10)]
}

func (c chance) bars(most int) []Bar {
	out := make([]Bar, c.IntN(most+1))
	for i := range out {
		out[i] = Bar{Label: c.words(), Text: c.words(), Link: c.link()}
		for range c.IntN(5) {
			out[i].Values = append(out[i].Values, c.value())
		}
	}
	return out
}

func (c chance) table(most int) Table {
	t := Table{Title: c.words(), Name: c.words(), Empty: c.words(), Grid: c.IntN(2) == 0, RowHeight: float64(c.IntN(60) - 10)}
	for range c.IntN(8) {
		t.Columns = append(t.Columns, Column{Title: c.words(), Share: c.Float64()*6 - 1, Min: c.Float64() * 30, Align: Align(c.IntN(2)), Fit: c.IntN(3) == 0, Under: c.IntN(4) == 0})
	}
	for range c.IntN(most + 1) {
		r := Row{Total: c.IntN(10) == 0}
		if c.IntN(4) == 0 {
			r.Anchor = c.name()
		}
		for range c.IntN(9) {
			r.Cells = append(r.Cells, T(c.words()).To(c.link()))
		}
		t.Rows = append(t.Rows, r)
	}
	return t
}

func (c chance) block(depth int) Block {
	switch c.IntN(19) {
	case 0:
		return Title{Text: c.words(), Lines: c.few(3)}
	case 1:
		tiles := make([]Tile, c.IntN(9))
		for i := range tiles {
			tiles[i] = Tile{Value: c.words(), Label: c.words(), Note: c.words(), Code: c.words(), Link: c.link()}
		}
		return LeadFigures{Tiles: tiles}
	case 2, 3:
		return Heading{Level: c.IntN(6) - 1, Text: c.words(), Anchor: c.link()}
	case 4:
		return Paragraph{Text: c.words(), Small: c.IntN(2) == 0, Link: c.link()}
	case 5:
		return List{Items: c.few(5)}
	case 6, 7:
		return c.table(12)
	case 8:
		return BarChart{Title: c.words(), Series: c.few(4), Bars: c.bars(20), Empty: c.words()}
	case 9:
		return ColumnChart{Title: c.words(), Series: c.few(4), Columns: c.bars(30), Empty: c.words()}
	case 10:
		b := LineChart{Title: c.words(), Labels: c.few(20), Empty: c.words()}
		for range c.IntN(6) {
			l := Line{Name: c.words(), Texts: c.few(20)}
			for range c.IntN(22) {
				l.Values = append(l.Values, c.value())
			}
			b.Lines = append(b.Lines, l)
		}
		return b
	case 11:
		b := SmallMultiples{Title: c.words(), Empty: c.words()}
		for range c.IntN(7) {
			b.Charts = append(b.Charts, ColumnChart{Title: c.words(), Columns: c.bars(12), Empty: c.words()})
		}
		return b
	case 12:
		return Image{Data: [][]byte{photo(uint16(c.IntN(10))), lineArt(), []byte("no picture"), nil}[c.IntN(4)], Alt: c.words(), Caption: c.words(), Width: c.Float64()*300 - 50, Height: c.Float64()*400 - 50}
	case 13:
		return Signatures{Lines: c.few(5)}
	case 14:
		return []Block{PageBreak{}, Appendix{Text: c.words(), Anchor: c.link()}, nil}[c.IntN(3)]
	case 15:
		return Contents{Title: c.words(), Depth: c.IntN(5) - 1}
	case 16:
		b := Matrix{Title: c.words(), Across: c.words(), Up: c.words(), Columns: c.few(6), Rows: c.few(6), Empty: c.words(), HighFrom: c.IntN(4), UpFrom: c.IntN(4)}
		for range c.IntN(40) {
			b.Points = append(b.Points, Point{Label: c.words(), Name: c.words(), X: c.IntN(8) - 1, Y: c.IntN(8) - 1, WasX: c.IntN(7), WasY: c.IntN(7), Link: c.link()})
		}
		return b
	case 17:
		if depth > 1 {
			return Paragraph{Text: c.words()}
		}
		return Beside{Left: c.block(depth + 1), Right: c.block(depth + 1)}
	default:
		if depth > 0 {
			return Paragraph{Text: c.words()}
		}
		p := Parallel{Langs: [2]string{"sr-Latn", []string{"zh-Hans", "en", "ro", ""}[c.IntN(4)]}}
		for range c.IntN(4) {
			pair := Pair{}
			for range c.IntN(4) {
				pair.Left = append(pair.Left, c.block(depth+1))
			}
			for range c.IntN(4) {
				pair.Right = append(pair.Right, c.block(depth+1))
			}
			p.Pairs = append(p.Pairs, pair)
		}
		return p
	}
}

// random is the document of a seed.
func random(seed uint64, text string) Document {
	c := chance{rand.New(rand.NewPCG(seed, 26)), text}
	d := Document{Title: c.words(), Author: c.words(), Period: c.words(), Footer: c.words(), Made: made, Words: words, Lang: []string{"en", "sr-Latn", "sr-Cyrl", "zh-Hans", "", "xx"}[c.IntN(6)], Accent: []string{"", "#FFFFFF", "#204080", "red"}[c.IntN(4)], Logo: [][]byte{nil, lineArt(), photo(6), []byte("x")}[c.IntN(4)]}
	d.Below = d.Period + d.Author
	for range c.IntN(14) {
		d.Blocks = append(d.Blocks, c.block(0))
	}
	if seed%40 == 7 {
		t := c.table(0)
		t.Rows = c.table(3000).Rows
		d.Blocks = append(d.Blocks, t)
	}
	return d
}

// check writes a document in every format, and looks what the PDF is like.
func checkRandom(t *testing.T, d Document) string {
	t.Helper()
	nothingLeaves(t, "random", layout(d).pages)
	for ending := range formats {
		if ending == ".pdf" {
			continue
		}
		if err := Write(new(bytes.Buffer), ending, d); err != nil {
			t.Errorf("%s: %v", ending, err)
		}
	}
	path := pdfFile(t, d)
	if out := tool(t, "qpdf", "--check", path); strings.Contains(out, "WARNING") || strings.Contains(out, "error:") {
		t.Errorf("qpdf: %s", out)
	}
	return path
}

func TestRandomDocuments(t *testing.T) {
	documents := 60
	if testing.Short() || underRace {
		documents = 12
	}
	for seed := range documents {
		t.Run(fmt.Sprint(seed), func(t *testing.T) {
			d := random(uint64(seed), "")
			path := checkRandom(t, d)
			if seed%4 == 0 {
				soundStructure(t, path)
			}
			if seed%30 == 11 { // not the one with the huge table, which takes ten seconds
				var b bytes.Buffer
				if err := PDFA1(d, &b); err != nil {
					t.Fatal(err)
				}
				path := filepath.Join(t.TempDir(), "a1.pdf")
				if err := os.WriteFile(path, b.Bytes(), 0o600); err != nil {
					t.Fatal(err)
				}
				archival(t, path)
			}
		})
	}
}

func FuzzDocument(f *testing.F) {
	f.Add(uint64(1), "😀")
	f.Add(uint64(1000), "endobj\n")
	f.Fuzz(func(t *testing.T, seed uint64, text string) { soundStructure(t, checkRandom(t, random(seed, text))) })
}
