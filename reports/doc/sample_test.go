package doc

import (
	"fmt"
	"strings"
	"testing"
	"time"
)

var made = time.Date(2026, 11, 22, 9, 30, 0, 0, time.UTC)

// words of the test documents; the engine itself knows no language.
var words = Words{Page: "strana {n} od {m}", Continued: "nastavak", Missing: "□ stoji umesto znaka koji se ne može odštampati: {list}", Summary: "Pregled"}

// cyrillic and the other names of real length, in the scripts that the reports use.
const (
	cyrillicText = "Месечни преглед: договори, гласови и питања грађана; Ђорђе, Љубица, Његош, џеп, ћуприја, чешма, шљива"
	latinText    = "Mesečni pregled: dogovori, glasovi i pitanja građana; Đorđe, Ljubica, Njegoš, džep, ćuprija, češma, šljiva"
	chineseText  = "月度沟通摘要：居民点、利益相关方、承诺与证据。博尔市政府，2026年10月"
	vlachText    = "Întâlnire cu rumânii din Timoc: șosea, țară, pădure"
)

// sample is a document with every kind of block, and rows rows in its longest table.
func sample(rows int) Document {
	d := Document{Title: "Mesečni pregled susreta", Subtitle: "Oktobar 2026.", Author: "Služba za odnose sa zajednicom", Lang: "sr-Latn", Period: "oktobar 2026.", Made: made,
		Footer: "Izrađeno 22. 11. 2026. u 10.30 · izvor: registar susreta", Words: words}
	num := func(v float64, s string) Cell { return N(v, s) }
	d.Blocks = []Block{
		Title{Text: d.Title, Lines: []string{"Oktobar 2026. · Bor i Majdanpek", cyrillicText, chineseText}},
		LeadFigures{Tiles: []Tile{
			{Value: "14", Label: "održanih susreta", Note: "+3 prema septembru", Code: "E1", Link: "E1"},
			{Value: "1.312", Label: "obuhvaćenih ljudi", Note: "212 imenovanih + 1.100 prebrojanih", Code: "E4", Link: "E4"},
			{Value: "41,7 %", Label: "učešće žena", Note: "50 od 120", Code: "E5", Link: "E5"},
			{Value: "64 %", Label: "na naš podsticaj", Note: "9 od 14", Code: "E6"},
			{Value: "39,3 %", Label: "pokrivenost naselja", Note: "11 od 28", Code: "E7"},
			{Value: "nema podataka", Label: "susreti s prioritetnim zainteresovanim stranama", Note: "0 od 0", Code: "E8"},
			{Value: "12", Label: "tačaka razgovora", Note: vlachText},
		}},
		Heading{Level: 1, Text: "Šta rukovodstvo treba da zna"},
		List{Items: []string{
			"U 17 od 28 naselja nije bilo nijednog susreta: Bučje, Gornjane, Krivelj, Luka, Metovnica, Oštrelj, Slatina, Tanda, Topla, Crnajka, Jasikovo, Leskovo, Vlaole.",
			"Najviše susreta bilo je sa mesnim zajednicama (9 od 14).",
		}},
		Beside{
			Left: BarChart{Title: "Susreti po grupama", Bars: []Bar{{Label: "Mesna zajednica", Values: []float64{9}, Text: "9", Link: "E2"}, {Label: "Lokalna samouprava", Values: []float64{6}, Text: "6"},
				{Label: "Udruženje građana", Values: []float64{2}, Text: "2"}, {Label: "Mediji", Values: []float64{0}, Text: "0"}}},
			Right: BarChart{Title: "Žalbe po naselju i statusu", Series: []string{"otvoreno", "u radu", "zatvoreno"}, Bars: []Bar{{Label: "Krivelj", Values: []float64{5, 3, 2}, Text: "10"},
				{Label: "Слатина", Values: []float64{3, 2, 3}, Text: "8"}, {Label: "塞尔维亚", Values: []float64{0, 1, 1}, Text: "2"}}},
		},
		ColumnChart{Title: "Susreti po mesecima", Columns: months(12)},
		Heading{Level: 1, Text: "Susreti u periodu"},
		Paragraph{Text: "Svaki red je jedan održani susret. " + latinText, Small: true},
	}
	t := Table{Title: "Spisak susreta", Empty: "Nije bilo nijednog susreta.", Columns: []Column{{Title: "Datum", Fit: true}, {Title: "Broj", Fit: true}, {Title: "Naziv", Share: 4},
		{Title: "Naselje", Share: 1.5}, {Title: "Vrsta", Share: 1.5}, {Title: "Ljudi", Fit: true, Align: Right}}}
	for i := range rows {
		t.Rows = append(t.Rows, Row{Anchor: fmt.Sprintf("row%d", i), Cells: []Cell{T(fmt.Sprintf("%d. 10. 2026.", i%31+1)), T(fmt.Sprintf("E-26-BOR1-%04d", i+1)),
			T([]string{"Bunari ispod jalovišta", "Путеви и саобраћај у Кривељу: шта тражимо, шта је обећано и до када", "与村委会的会议：水井与道路", "Šteta od miniranja na kućama u Oštrelju"}[i%4]),
			T([]string{"Krivelj", "Оштрељ", "Metovnica", "Donja Bela Reka"}[i%4]), T("javni skup"), num(float64(i%40), fmt.Sprint(i%40))}})
	}
	if rows > 0 {
		t.Rows = append(t.Rows, Row{Total: true, Cells: []Cell{T("Ukupno"), {}, {}, {}, {}, num(1312, "1.312")}})
	}
	d.Blocks = append(d.Blocks, t, PageBreak{}, Heading{Level: 1, Text: "Prilog: dokazi"})
	for _, e := range []string{"E1", "E2", "E4", "E5"} {
		d.Blocks = append(d.Blocks, Heading{Level: 2, Text: e + " Održani susreti", Anchor: e}, Paragraph{Text: strings.Repeat("E-26-BOR1-0014, ", 40) + "E-26-BOR1-0015.", Small: true})
	}
	d.Blocks = append(d.Blocks, Signatures{Lines: []string{"Sastavio/la (ime, datum, potpis)", "Odobrio/la (ime, datum, potpis)"}})
	return d
}

func months(n int) []Bar {
	var out []Bar
	for i := range n {
		v := float64((i*7 + 3) % 11)
		out = append(out, Bar{Label: []string{"jan", "feb", "mar", "apr", "maj", "jun", "jul", "avg", "sep", "okt", "nov", "dec"}[i%12], Values: []float64{v}, Text: fmt.Sprint(v)})
	}
	return out
}

func TestEveryFormatIsWritten(t *testing.T) {
	dir := t.TempDir()
	for _, end := range []string{".pdf", ".xlsx", ".csv"} {
		if err := WriteFile(dir+"/a"+end, sample(60)); err != nil {
			t.Fatalf("%s: %v", end, err)
		}
	}
}
