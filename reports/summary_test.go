package reports

import (
	"context"
	"flag"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"dogovor/app/i18n"
	"dogovor/data"
	"dogovor/data/indicator"
	"dogovor/reports/doc"
)

var update = flag.Bool("update", false, "write the golden files anew")

func read(t *testing.T, w *world, p data.Period, restricted bool) Input {
	t.Helper()
	in, err := Read(context.Background(), w, p, restricted, now)
	if err != nil {
		t.Fatal(err)
	}
	return in
}

// The blocks of the summary, in every language and for a month without a meeting. Run with -update after a wanted change, and read the
// difference.
func TestSummaryBlocks(t *testing.T) {
	w := autumn(t)
	for _, l := range i18n.Langs {
		golden(t, "summary-"+string(l), doc.Dump(Summary(read(t, w, october, false), i18n.For(l))))
	}
	golden(t, "summary-empty", doc.Dump(Summary(read(t, w, data.MonthOf("2026-07-15"), false), i18n.For(i18n.English))))
	golden(t, "summary-year", doc.Dump(Summary(read(t, w, data.YearOf("2026-07-15"), false), i18n.For(i18n.SerbianLatin))))
}

func golden(t *testing.T, name, got string) {
	t.Helper()
	path := filepath.Join("testdata", name+".txt")
	if *update {
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	a, b := strings.Split(got, "\n"), strings.Split(string(want), "\n")
	for i := range max(len(a), len(b)) {
		x, y := "", ""
		if i < len(a) {
			x = a[i]
		}
		if i < len(b) {
			y = b[i]
		}
		if x != y {
			t.Errorf("%s, line %d:\n got %s\nwant %s", name, i+1, x, y)
			return
		}
	}
}

// What a reader looks for stands in the PDF as text: titles and people in all scripts, the figures, the page numbers.
func TestSummaryPDFText(t *testing.T) {
	if _, err := exec.LookPath("pdftotext"); err != nil {
		t.Fatal("pdftotext is not installed; this test needs the package poppler-utils")
	}
	in := read(t, autumn(t), october, false)
	path := filepath.Join(t.TempDir(), "summary.pdf")
	if err := Write(path, Summary(in, i18n.For(i18n.SerbianLatin))); err != nil {
		t.Fatal(err)
	}
	out, err := exec.Command("pdftotext", "-layout", path, "-").Output()
	if err != nil {
		t.Fatal(err)
	}
	text := strings.Join(strings.Fields(string(out)), " ")
	for _, want := range []string{"Bunari ispod jalovišta", "Primer Marko (predsednik saveta MZ)", "Пример Јелена", "王伟 (Primer)", "与商会的会议：本地采购", "48,7%", "57 od 117", "120", "strana 1 od", "E-26-BOR1-0004",
		"33,5", "G-26-BOR1-0003", "Zakasneli slučajevi", "Кошава носи прашину са", "希望优先采购本地供应商的服务。"} {
		if !strings.Contains(text, want) {
			t.Errorf("no %q in the text", want)
		}
	}
}

func TestRestrictedPeopleAreNotNamed(t *testing.T) {
	w := autumn(t)
	for _, s := range w.stakeholders {
		if s.Name == "Primer Marko" {
			s.Confidentiality = "restricted"
		}
	}
	w.engagements[4].Confidentiality = "restricted"
	open, all := doc.Dump(Summary(read(t, w, october, false), i18n.For(i18n.English))), doc.Dump(Summary(read(t, w, october, true), i18n.For(i18n.English)))
	for _, secret := range []string{"Primer Marko", w.engagements[4].Title, w.engagements[4].Number, "Poverljivo pitanje o bezbednosti.", "I-26-BOR1-0007", "G-26-BOR1-0006"} {
		if strings.Contains(open, secret) {
			t.Errorf("%q is printed", secret)
		}
		if !strings.Contains(all, secret) {
			t.Errorf("%q is not printed though asked for", secret)
		}
	}
	if !strings.Contains(all, "Restricted records are included") {
		t.Error("the page does not warn that restricted records are in")
	}
	for _, in := range []bool{false, true} {
		foot := Summary(read(t, w, october, in), i18n.For(i18n.English)).Footer
		if strings.HasPrefix(foot, "Restricted: do not pass this on") != in {
			t.Errorf("restricted %v: at the foot of every page stands %q", in, foot)
		}
	}
}

// What was complained of and by whom stands in the record alone, whatever was asked for.
func TestComplaintsAreNotRepeated(t *testing.T) {
	w := autumn(t)
	for _, g := range w.grievances {
		g.ToldWhom = "Ime podnosioca"
	}
	for _, restricted := range []bool{false, true} {
		dump := doc.Dump(Summary(read(t, w, october, restricted), i18n.For(i18n.SerbianLatin)))
		for _, secret := range []string{"Tajni opis pritužbe", "Ime podnosioca"} {
			if strings.Contains(dump, secret) {
				t.Errorf("%q is printed", secret)
			}
		}
	}
}

// rowsOf are the rows of the table with a title, as text.
func rowsOf(t *testing.T, d doc.Document, title string) (out []string) {
	t.Helper()
	for _, b := range d.Blocks {
		table, ok := b.(doc.Table)
		if !ok || !strings.HasSuffix(table.Title, title) && table.Name != title {
			continue
		}
		for _, r := range table.Rows {
			var cells []string
			for _, c := range r.Cells {
				cells = append(cells, c.Text)
			}
			out = append(out, strings.Join(cells, " | "))
		}
	}
	return out
}

// The follow-up of October 2026, by hand. Of the grievances: the one of 24 August was answered 18 and closed 19 days late; that of 5 October was
// acknowledged 5 days after 8 October, and has had no answer since 26 October.
func TestWhatIsFollowedUpIsTold(t *testing.T) {
	p := i18n.For(i18n.English)
	d := Summary(read(t, autumn(t), october, false), p)
	for title, want := range map[string][]string{
		"By topic, with the period before": {"water | 2 | 1 | +1 | 1 | 1", "air and dust | 1 | 0 | +1 | 1 | 0", "jobs | 0 | 1 | –1 | 0 | 0", "No topic recorded | 1 | 0 | +1 | 0 | 0", "Total | 4 | 2 | +2 | 2 | 1"},
		"Not answered yet": {"12 Sep 2026 | I-26-BOR1-0001 | Zašto je voda mutna posle kiše? | water | Krivelj | Primer Ana | 49",
			"9 Oct 2026 | I-26-BOR1-0006 | 希望优先采购本地供应商的服务。 | no topic recorded | Bor | Primer Ana | 22", "14 Oct 2026 | I-26-BOR1-0005 | Направите јавну чесму. | water |  |  | 17"},
		"Late cases": {"24 Aug 2026 | G-26-BOR1-0001 | response | 14 Sep 2026 | 2 Oct 2026 | 18 | noise, vibration, blasting | Krivelj | Primer Jovan",
			"24 Aug 2026 | G-26-BOR1-0001 | closing | 23 Sep 2026 | 12 Oct 2026 | 19 | noise, vibration, blasting | Krivelj | Primer Jovan",
			"5 Oct 2026 | G-26-BOR1-0003 | acknowledgement | 8 Oct 2026 | 13 Oct 2026 | 5 | noise, vibration, blasting | Krivelj | Primer Jovan",
			"5 Oct 2026 | G-26-BOR1-0003 | response | 26 Oct 2026 | not yet | 5 | noise, vibration, blasting | Krivelj | Primer Jovan"},
		"Open grievances, the oldest first": {"5 Oct 2026 | G-26-BOR1-0003 | 26 | noise, vibration, blasting | Krivelj | moderate | respond | 26 Oct 2026 | Primer Jovan",
			"20 Oct 2026 | G-26-BOR1-0004 | 11 | water |  | critical | respond | 10 Nov 2026 | ", "29 Oct 2026 | G-26-BOR1-0005 | 2 | roads and traffic | Bor |  | acknowledge | 3 Nov 2026 | Primer Jovan"},
		"What people were told": {"9 Oct 2026 | I-26-BOR1-0003 | Bunari ispod brane presušili su u avgustu. – Uzorkujemo u ponedeljak. | savet MZ Krivelj | oglasna tabla",
			"20 Oct 2026 | C-26-BOR1-0004 | Popravljamo ogradu škole. | škola | ", "20 Oct 2026 | G-26-BOR1-0002 | how the grievance ended (air and dust) | the complainant | "},
	} {
		if got := rowsOf(t, d, title); !slices.Equal(got, want) {
			t.Errorf("%s:\n%s", title, strings.Join(got, "\n"))
		}
	}
	gaps := rowsOf(t, d, "Gaps in the data")
	for _, want := range []string{"issues without a topic | 1 | 4 | I-26-BOR1-0006", "unanswered issues that nobody sees to | 1 | 4 | I-26-BOR1-0005", "grievances without a severity | 1 | 4 | G-26-BOR1-0005",
		"engagements without a settlement | 1 | 5 | E-26-BOR1-0007"} {
		if !slices.Contains(gaps, want) {
			t.Errorf("no gap %q in %q", want, gaps)
		}
	}
}

// Every link leads somewhere: to the evidence of the figure or row that it stands on.
func TestEveryLinkHasItsEvidence(t *testing.T) {
	for _, p := range []data.Period{october, data.YearOf("2026-01-01"), data.MonthOf("2026-07-01")} {
		dump := doc.Dump(Summary(read(t, autumn(t), p, false), i18n.For(i18n.English)))
		for _, line := range strings.Split(dump, "\n") {
			for _, field := range strings.Split(line, " ") {
				if to, ok := strings.CutPrefix(field, "→"); ok && !strings.Contains(dump, "| #"+to+"\n") {
					t.Errorf("%s: nothing is at %q", p.From, to)
				}
			}
		}
	}
}

func TestRatio(t *testing.T) {
	f := func(v float64) *float64 { return &v }
	for _, c := range []struct {
		name string
		r    indicator.Ratio
		want string
	}{
		{"a count", indicator.Ratio{Value: f(1312), Numerator: 1312}, "1.312"},
		{"a share of many", indicator.Ratio{Value: f(41.7), Share: true, Numerator: 50, Denominator: 120}, "41,7%"},
		{"a share of few is whole", indicator.Ratio{Value: f(67), Share: true, Numerator: 2, Denominator: 3}, "67%"},
		{"a share of nothing", indicator.Ratio{Share: true}, "nema podataka"},
	} {
		if got := Ratio(c.r, i18n.For(i18n.SerbianLatin)); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

// TestTrendKeepsToThePeriod reports on the second half of a month: the chart shows of that month what E3 says.
func TestTrendKeepsToThePeriod(t *testing.T) {
	w := newWorld(t)
	for _, day := range []data.Date{"2026-09-28", "2026-10-14", "2026-10-15", "2026-10-31"} {
		w.hold(day, "Susret", "meeting", "Krivelj", 0, 0)
	}
	in, err := Read(context.Background(), w, data.Period{From: "2026-10-15", To: "2026-10-31"}, false, now)
	if err != nil {
		t.Fatal(err)
	}
	for month, want := range map[string]int{"2026-09": 1, "2026-10": 2} {
		if got := row(in.Trend, month).Numerator; got != want {
			t.Errorf("%s has %d, want %d", month, got, want)
		}
	}
}

func TestNamed(t *testing.T) {
	for _, r := range All {
		if got, ok := Named(r.Name); !ok || got.Title != r.Title {
			t.Errorf("%s is not found", r.Name)
		}
		if !i18n.Has(r.Title) {
			t.Errorf("%s has no title in %q", r.Name, r.Title)
		}
	}
	if _, ok := Named("none"); ok {
		t.Error("a report that does not exist was found")
	}
}

func TestShortKeepsWords(t *testing.T) {
	got := short(strings.Repeat("реч ", 200))
	if !strings.HasSuffix(got, "реч …") || len([]rune(got)) > 402 {
		t.Errorf("%q", got)
	}
}

func BenchmarkMonthlyPDF(b *testing.B) {
	w := autumn(b)
	in, err := Read(context.Background(), w, october, false, now)
	if err != nil {
		b.Fatal(err)
	}
	p := i18n.For(i18n.SerbianCyrillic)
	for b.Loop() {
		if err := Write(filepath.Join(b.TempDir(), "a.pdf"), Summary(in, p)); err != nil {
			b.Fatal(err)
		}
	}
}
