package reports

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"dogovor/app/i18n"
	"dogovor/data"
	"dogovor/data/indicator"
	"dogovor/reports/doc"
)

// community are the reports of this file's tests, each asked for autumn and for Krivelj.
var community = []string{"commitments", "village", "grievances", "feedback"}

func made(t testing.TB, w *world, name string, ask Ask, l i18n.Lang) doc.Document {
	t.Helper()
	r, ok := Named(name)
	if !ok {
		t.Fatalf("no report %s", name)
	}
	ask.Made = now
	if ask.Settlement.IsZero() && slices.Contains(r.Needs, Settlement) {
		ask.Settlement = w.place("Krivelj")
	}
	d, err := Make(context.Background(), w, r, ask, i18n.For(l))
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// The blocks of each report in every language. Run with -update after a wanted change, and read the difference.
func TestCommunityBlocks(t *testing.T) {
	w := autumn(t)
	w.commitments[1].WithdrawnOn, w.commitments[1].WithdrawnWhy, w.commitments[1].WithdrawnAgreed = "2026-10-30", "put je asfaltiran", "savet MZ"
	for _, name := range community {
		for _, l := range i18n.Langs {
			golden(t, name+"-"+string(l), doc.Dump(made(t, w, name, Ask{Period: october}, l)))
		}
	}
	for _, name := range []string{"summary", "commitments", "grievances", "feedback"} {
		golden(t, name+"-public", doc.Dump(made(t, w, name, Ask{Period: october, Public: true}, i18n.English)))
	}
}

// What stands in the lead figures is what the indicators say; of one settlement, what they say of that alone.
func TestCommunityFigures(t *testing.T) {
	w := autumn(t)
	p := i18n.For(i18n.English)
	in := read(t, w, october, false)
	for name, codes := range map[string][]string{"commitments": {"C1", "C2", "C3", "C4"}, "grievances": {"G1", "G2", "G3", "G4", "G5", "G6", "G7"}} {
		tiles := tilesOf(made(t, w, name, Ask{Period: october}, i18n.English))
		for i, code := range codes {
			if want := Ratio(figure(in.Figures, code).Ratio, p); tiles[i].Code != code || tiles[i].Value != want {
				t.Errorf("%s: %s is %q, the indicator says %q", name, tiles[i].Code, tiles[i].Value, want)
			}
		}
	}
	// Krivelj: the meetings of 1 and 14 October with 33 and 8 people, one issue, answered; one promise, of September and overdue; one grievance.
	var got []string
	for _, x := range tilesOf(made(t, w, "feedback", Ask{Period: october}, i18n.English)) {
		got = append(got, x.Value)
	}
	if want := []string{"2", "41", "1", "100%", "0", "1"}; !slices.Equal(got, want) {
		t.Errorf("Krivelj in October: %q, want %q", got, want)
	}
	if tiles := tilesOf(made(t, w, "commitments", Ask{Period: october, Settlement: w.place("Krivelj")}, i18n.English)); tiles[0].Value != "0" || tiles[2].Value != "1" {
		t.Errorf("promises to Krivelj: made %s, overdue %s, want 0 and 1", tiles[0].Value, tiles[2].Value)
	}
}

func tilesOf(d doc.Document) []doc.Tile {
	for _, b := range d.Blocks {
		if x, ok := b.(doc.LeadFigures); ok {
			return x.Tiles
		}
	}
	return nil
}

// The register of October, by hand: the most urgent first, and what was late with the working days it was late by.
func TestCommunityRows(t *testing.T) {
	w := autumn(t)
	for id, s := range w.stakeholders {
		if s.Name == "Primer Marko" {
			w.grievances[0].Stakeholder = id
		}
	}
	w.grievances[0].Steps[1].Why = "Za Primer Marka nije bilo merenja pre oktobra"
	d := made(t, w, "commitments", Ask{Period: october}, i18n.English)
	open := rowsOf(t, d, "Open, the most urgent first")
	want := []string{"5 Oct 2026 | 5 Oct 2026 | C-26-BOR1-0001 | overdue by 26 days | Uzorkujemo bunare i rezultat donosimo savetu. | Primer Marko, Пример Јелена | Krivelj | Primer Ana",
		"20 Oct 2026 | 1 Oct 2026 | C-26-BOR1-0002 | overdue by 11 days | Квасимо пут Кривељ – Бор два пута дневно. | Пример Јелена |  | Primer Jovan",
		"31 Oct 2027 | 31 Oct 2027 | C-26-BOR1-0005 | due in 365 days | Otvaramo vrata fakulteta svakog oktobra. | Tehnički fakultet u Boru |  | Primer Jovan"}
	if !slices.Equal(open, want) {
		t.Errorf("open:\n%s", strings.Join(open, "\n"))
	}
	if moved := rowsOf(t, d, "Dates that were moved, with the reason"); len(moved) != 1 || !strings.HasSuffix(moved[0], "1 Oct 2026 | 20 Oct 2026 | cisterna u kvaru") {
		t.Errorf("moved: %q", moved)
	}
	g := made(t, w, "grievances", Ask{Period: october}, i18n.English)
	late := rowsOf(t, g, "Every late case explained")
	for i, want := range []string{"response | late by 14 working days | 14 Sep 2026 | 2 Oct 2026", "closing | late by 19 days | 23 Sep 2026 | 12 Oct 2026", "acknowledgement | late by 3 working days | 8 Oct 2026 | 13 Oct 2026",
		"response | late by 4 working days | 26 Oct 2026 | not yet"} {
		if i >= len(late) || !strings.Contains(late[i], want) {
			t.Errorf("late case %d: want %q in %q", i, want, late)
		}
	}
	if want := "Longest wait: 37 days, from “acknowledged” to “response offered”."; len(late) > 0 && !strings.Contains(late[0], want) {
		t.Errorf("why: %q, want %q", late[0], want)
	}
	if len(late) > 0 && (strings.Contains(late[0], "Primer Mark") || !strings.Contains(late[0], "Za [name left out] nije bilo")) {
		t.Errorf("the complainant is named: %q", late[0])
	}
	trend := rowsOf(t, g, "Twelve months")
	if len(trend) != 12 || trend[11] != "October 2026 | 4 | 2 | 3" || trend[9] != "August 2026 | 1 | 0 | 1" {
		t.Errorf("trend: %q", trend)
	}
	p := i18n.For(i18n.English)
	f := read(t, w, october, false).Figures
	if now := fmt.Sprintf("October 2026 | %s | %s | %s", Ratio(figure(f, "G1").Ratio, p), Ratio(part(figure(f, "G4"), "closed").Ratio, p), Ratio(part(figure(f, "G4"), "open").Ratio, p)); trend[11] != now {
		t.Errorf("the last month is %q, the figures say %q", trend[11], now)
	}
}

// No name of the register stands in a public edition, nor on what hangs in a village, whatever people wrote and in whichever script and case;
// nor does anything restricted, or how to reach somebody.
func TestPublicNamesNobody(t *testing.T) {
	w := autumn(t)
	marko := w.stakeholder("Đorđe Šarbanović", "person", "male", "affected", 3)
	w.stakeholders[marko].OtherNames = []string{"Žika Pekar"}
	w.commitments[0].Promise = "Javićemo Đorđu Šarbanoviću i Пример Јелени; Ђорђе Шарбановић i Šarbanović Đorđe, Žiki Pekaru, 王伟先生, 064/123-4567, marko@primer.rs, Primer Marka."
	w.stakeholder("ЈП „Путеви Србије“", "organisation", "", "interested", 3)
	w.issues[2].Text = "Sa JP „Putevi Srbije“ i (Marko Primer) nismo dogovorili."
	w.commitments[0].Revisions = []*data.Revision{{On: "2026-10-01", Due: "2026-10-05", Reason: "Primer Marko bio je bolestan."}}
	w.engagements[3].Title = "Bunari i Primer Marko"
	w.issues[2].Response = "Rekli smo Primer Marku: uzorkujemo."
	secrets := []string{"Tajno obećanje", "I-26-BOR1-0007", "G-26-BOR1-0006", "064/123", "@primer", "Šarbanović", "Шарбановић", "Pekaru", "王伟", "Јелени", "Primer Mark", "Tajni opis"}
	for _, s := range w.stakeholders {
		secrets = append(secrets, s.Name)
	}
	for _, name := range append([]string{"summary"}, community...) {
		for _, l := range i18n.Langs {
			dump := doc.Dump(made(t, w, name, Ask{Period: october, Public: true, Restricted: true}, l))
			for _, s := range secrets {
				if strings.Contains(dump, s) {
					t.Errorf("%s in %s says %q", name, l, s)
				}
			}
		}
	}
	if dump := doc.Dump(made(t, w, "feedback", Ask{Period: october}, i18n.English)); !strings.Contains(dump, "Sa [name left out] i ([name left out]) nismo") {
		t.Errorf("marks are left over: %s", dump)
	}
	path := filepath.Join(t.TempDir(), "v.pdf")
	if err := Write(path, made(t, w, "village", Ask{Period: october}, i18n.SerbianLatin)); err != nil {
		t.Fatal(err)
	}
	text := pdfText(t, path)
	if !strings.Contains(text, "Javićemo [ime izostavljeno] i [ime izostavljeno]") {
		t.Errorf("the promise does not stand there without its names: %s", text)
	}
	for _, s := range secrets {
		if strings.Contains(text, s) {
			t.Errorf("the sheet of the village says %q", s)
		}
	}
}

// Counts of people and grievances below five are in no public edition, neither as they are nor as the rest of a total.
func TestPublicHidesSmallCounts(t *testing.T) {
	p := i18n.For(i18n.English)
	for n, want := range map[int]string{0: "0", 1: "< 5", 4: "< 5", 5: "5", 1312: "1,312"} {
		if got := Small(n, p); got != want {
			t.Errorf("%d is %q, want %q", n, got, want)
		}
	}
	for _, c := range []struct {
		counts []int
		want   string
	}{
		{[]int{12, 8, 3}, "12 5 or more < 5"}, // 23 – 12 – 8 would tell the three
		{[]int{12, 3, 2}, "12 < 5 < 5"},
		{[]int{12, 1, 1}, "5 or more < 5 < 5"}, // two that make two
		{[]int{12, 4, 4}, "5 or more < 5 < 5"}, // two that make eight
		{[]int{12, 0, 7}, "12 0 7"},
		{[]int{3}, "< 5"},
	} {
		var got []string
		for _, cell := range masked(c.counts, p) {
			got = append(got, cell.Text)
			if n := cell.Number; n != nil && few(int(*n)) {
				t.Errorf("%v: a workbook would hold %v", c.counts, *n)
			}
		}
		if strings.Join(got, " ") != c.want {
			t.Errorf("%v: %q, want %q", c.counts, got, c.want)
		}
	}
	for _, c := range []struct {
		n, of int
		want  string
	}{{1, 3, "too few to say"}, {1, 10, "< 5"}, {9, 10, "nearly all"}, {10, 10, "100.0%"}, {6, 12, "50.0%"}, {0, 0, "n/a"}, {0, 9, "0%"}} {
		if got, _ := smallRatio(indicator.Share(c.n, c.of), p); got != c.want {
			t.Errorf("%d of %d is %q, want %q", c.n, c.of, got, c.want)
		}
	}
	dump := doc.Dump(made(t, autumn(t), "grievances", Ask{Period: october, Public: true}, i18n.English))
	for _, line := range strings.Split(dump, "\n") { // October has 4 grievances received, 2 closed, 3 open
		if regexp.MustCompile(`^(figure \| G1|  row).*\| [1-4]( \||$)`).MatchString(line) {
			t.Errorf("a small count is printed: %s", line)
		}
	}
	if strings.Contains(dump, "G-26-") || strings.Contains(dump, "Primer") {
		t.Error("the public edition has a register or an officer")
	}
}

// Each report made twice of the same records is the same file, byte for byte.
func TestCommunityTwiceTheSame(t *testing.T) {
	for _, name := range community {
		var files [2][]byte
		for i := range files {
			path := filepath.Join(t.TempDir(), "a.pdf")
			if err := Write(path, made(t, autumn(t), name, Ask{Period: october}, i18n.SerbianCyrillic)); err != nil {
				t.Fatal(err)
			}
			files[i], _ = os.ReadFile(path)
		}
		if !bytes.Equal(files[0], files[1]) {
			t.Errorf("%s: two files differ", name)
		}
	}
}

// A register where nothing was written down yet, and a period without anything.
func TestCommunityOfNothing(t *testing.T) {
	w := newWorld(t)
	for _, name := range append([]string{"summary"}, community...) {
		for _, public := range []bool{false, true} {
			d := made(t, w, name, Ask{Period: data.MonthOf("2026-07-15"), Public: public}, i18n.English)
			if err := Write(filepath.Join(t.TempDir(), "a.pdf"), d); err != nil {
				t.Errorf("%s: %v", name, err)
			}
			for _, x := range tilesOf(d) {
				if x.Value == "0%" || strings.Contains(x.Value, "NaN") {
					t.Errorf("%s: %s of nothing is %s", name, x.Code, x.Value)
				}
			}
		}
	}
	if d := made(t, w, "village", Ask{}, i18n.English); !strings.Contains(doc.Dump(d), "No promise to this village is recorded.") {
		t.Error("the empty sheet does not say so")
	}
}

// Sixty pages and everything that people may write: each promise stands in the register once, the most urgent first, whatever its words.
func TestCommunityUgly(t *testing.T) {
	w := autumn(t)
	long := w.stakeholder(strings.Repeat("Dugačko Ime ", 10), "person", "female", "affected", 3)
	for i := range 250 {
		c := w.promise(ugly[i%len(ugly)], "Primer Jovan", "2026-09-01", data.Date("2026-10-01").AddDays(i%60), long)
		c.Settlement = w.place("Krivelj")
		c.Revisions = []*data.Revision{{On: "2026-09-10", Due: c.Due, Reason: ugly[(i+1)%len(ugly)]}}
		if i%10 == 0 {
			c.DoneOn, c.Evidence = "2026-10-20", ugly[(i+2)%len(ugly)]
		}
		g := w.complain(data.Date("2026-08-01").AddDays(i%90), ugly[i%2], "serious", "phone", "Krivelj", data.GrievanceAcknowledged, "2026-10-30")
		g.Steps[0].Why = ugly[i%len(ugly)]
		w.raise("2026-10-05", "concern", "water", "Krivelj", ugly[i%len(ugly)]).Response = ugly[(i+1)%len(ugly)]
	}
	dir := t.TempDir()
	for _, name := range community {
		path := filepath.Join(dir, name+".pdf")
		d := made(t, w, name, Ask{Period: october}, i18n.SerbianCyrillic)
		if err := Write(path, d); err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		if out, err := exec.Command("qpdf", "--check", path).CombinedOutput(); err != nil {
			t.Errorf("%s: %v %s", name, err, out)
		}
	}
	d := made(t, w, "commitments", Ask{Period: october}, i18n.English)
	var last data.Date
	seen := map[string]bool{}
	for _, b := range d.Blocks {
		if table, ok := b.(doc.Table); ok && table.Name == "Open, the most urgent first" {
			for _, r := range table.Rows {
				if due := r.Cells[0].Day; due < last || seen[r.Cells[2].Text] {
					t.Fatalf("%s, due %s, stands after %s or twice", r.Cells[2].Text, due, last)
				}
				last, seen[r.Cells[2].Text] = r.Cells[0].Day, true
			}
		}
	}
	if len(seen) != 225+3 {
		t.Errorf("%d promises are listed as open, want 228", len(seen))
	}
	text := pdfText(t, filepath.Join(dir, "commitments.pdf"))
	for number := range seen {
		if !strings.Contains(text, number) {
			t.Errorf("%s is not printed", number)
		}
	}
	if pages := regexp.MustCompile(`страна \d+ од (\d+)`).FindStringSubmatch(text); len(pages) < 2 || len(pages[1]) < 2 || pages[1] < "60" && len(pages[1]) == 2 {
		t.Errorf("the register has pages as in %q, want 60 or more", pages)
	}
}

// ugly are texts that no page was made for.
var ugly = []string{"Квасимо пут.", strings.Repeat("нај", 66) + "ај", "Danas 😀 回 Ђорђе, ș ț 紫金铜业 \u202eоб", strings.Repeat("Obećavamo da ćemo redovno obaveštavati sve meštane. ", 12), "一" + strings.Repeat("承诺按时履行", 40), "a\n\n\tb", strings.Repeat("W", 200)}

func pdfText(t *testing.T, path string) string {
	t.Helper()
	out, err := exec.Command("pdftotext", "-layout", path, "-").Output()
	if err != nil {
		t.Fatal(err)
	}
	return strings.Join(strings.Fields(string(out)), " ")
}
