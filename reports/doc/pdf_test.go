package doc

import (
	"bytes"
	"encoding/json"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"runtime"
	"strings"
	"sync"
	"testing"
	"time"

	"dogovor/data"
)

// tool runs a program that these tests need, and says clearly when it is not there.
func tool(t *testing.T, name string, args ...string) string {
	t.Helper()
	if _, err := exec.LookPath(name); err != nil {
		t.Fatalf("%s is not installed; these tests need the packages qpdf and poppler-utils", name)
	}
	cmd := exec.Command(name, args...)
	var out, errs bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &errs
	if err := cmd.Run(); err != nil {
		t.Fatalf("%s %s: %v\n%s%s", name, strings.Join(args, " "), err, out.String(), errs.String())
	}
	return out.String() + errs.String()
}

func pdfFile(t *testing.T, d Document) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "a.pdf")
	if err := WriteFile(path, d); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestPDFIsSound(t *testing.T) {
	for name, make := range documents {
		t.Run(name, func(t *testing.T) {
			path := pdfFile(t, make())
			if out := tool(t, "qpdf", "--check", path); strings.Contains(out, "WARNING") || strings.Contains(out, "error:") {
				t.Errorf("qpdf: %s", out)
			}
			for i, line := range strings.Split(strings.TrimSpace(tool(t, "pdffonts", path)), "\n") {
				if i >= 2 && !(strings.Contains(line, "+DogovorSans-") && strings.Contains(line, "Identity-H       yes yes yes")) {
					t.Errorf("a font is not embedded as a subset with its characters: %s", line)
				}
			}
		})
	}
}

func TestPDFProperties(t *testing.T) {
	d := sample(3)
	d.Title, d.Author = "Извештај „Бор“ 摘要", "Ђорђе <Примеровић> & др."
	path := pdfFile(t, d)
	info := tool(t, "pdfinfo", path)
	for _, want := range []string{"Title:           " + d.Title, "Author:          " + d.Author, "Producer:        Dogovor", "Page size:       595.28 x 841.89 pts (A4)"} {
		if !strings.Contains(info, want) {
			t.Errorf("no %q in\n%s", want, info)
		}
	}
	if meta := tool(t, "pdfinfo", "-meta", path); !strings.Contains(meta, "Примеровић&gt; &amp; др.") || !strings.Contains(meta, "<rdf:li>sr-Latn</rdf:li>") {
		t.Errorf("metadata: %s", meta)
	}
	if cat := tool(t, "qpdf", "--json", "--json-key=qpdf", path); !strings.Contains(cat, `"/Lang": "u:sr-Latn"`) || !strings.Contains(cat, `"/DisplayDocTitle": true`) {
		t.Error("the catalog does not name the language, or that readers show the title")
	}
}

// What can be copied out of the PDF is what was put in: every script, in reading order.
func TestTextComesOut(t *testing.T) {
	path := pdfFile(t, Document{Words: words, Lang: "sr", Blocks: []Block{Paragraph{Text: latinText}, Paragraph{Text: cyrillicText}, Paragraph{Text: chineseText}, Paragraph{Text: vlachText},
		Table{Columns: []Column{{Title: "中文"}, {Title: "ђ"}}, Rows: []Row{{Cells: []Cell{T("(\\paren) \"quote\" = + 5 % & <tag>"), T("E-26-BOR1-0014")}}}}}})
	got := visible(tool(t, "pdftotext", "-layout", path, "-"))
	for _, want := range []string{latinText, cyrillicText, chineseText, vlachText, "中文", "(\\paren) \"quote\" = + 5 % & <tag>", "E-26-BOR1-0014", "strana 1 od 1"} {
		if !strings.Contains(got, visible(want)) {
			t.Errorf("no %q in %q", want, got)
		}
	}
}

func TestBookmarksAndLinksLandWhereTheyShould(t *testing.T) {
	d := sample(150)
	path := pdfFile(t, d)
	var out struct {
		Outlines []outline `json:"outlines"`
		Pages    []struct {
			Object string `json:"object"`
		} `json:"pages"`
		Qpdf []map[string]json.RawMessage `json:"qpdf"`
	}
	if err := json.Unmarshal([]byte(tool(t, "qpdf", "--json", path)), &out); err != nil {
		t.Fatal(err)
	}
	want := map[string]int{} // bookmark → page
	anchors := map[string]int{}
	links := 0
	for i, p := range layout(d).pages {
		for _, m := range p.marks {
			switch m.kind {
			case markBookmark:
				want[m.text] = i + 1
			case markAnchor:
				anchors[m.text] = i + 1
			case markLink:
				if m.text != "E2" || i == 0 {
					links++
				}
			}
		}
	}
	got := map[string]int{}
	flatten(out.Outlines, got)
	if len(got) != len(want) || len(want) < 6 {
		t.Errorf("%d bookmarks, want %d", len(got), len(want))
	}
	for name, page := range want {
		if got[name] != page {
			t.Errorf("bookmark %q leads to page %d, want %d", name, got[name], page)
		}
	}
	p := openPDF(t, path)
	annots := p.list(p.dict(out.Pages[0].Object)["/Annots"])
	if len(annots) != links || links < 4 {
		t.Fatalf("%d links on the first page, want %d", len(annots), links)
	}
	for _, a := range annots {
		to := p.list(p.dict(a)["/Dest"])
		if target := out.Pages[anchors["E1"]-1].Object; to[0] != target {
			t.Errorf("a link leads to %v, want %s", to[0], target)
		}
	}
}

type outline struct {
	Title string    `json:"title"`
	Page  int       `json:"destpageposfrom1"`
	Kids  []outline `json:"kids"`
}

func flatten(os []outline, into map[string]int) {
	for _, o := range os {
		into[o.Title] = o.Page
		flatten(o.Kids, into)
	}
}

func TestSameDocumentSameBytes(t *testing.T) {
	for ending := range formats {
		var first bytes.Buffer
		for i := range 4 {
			var b bytes.Buffer
			if err := Write(&b, ending, sample(40)); err != nil {
				t.Fatal(err)
			}
			if i == 0 {
				first = b
			} else if !bytes.Equal(first.Bytes(), b.Bytes()) {
				t.Errorf("%s differs the %d. time", ending, i+1)
			}
		}
	}
}

// Nothing of the day on which the file is written may be in it.
func TestNoClockInTheBytes(t *testing.T) {
	var b bytes.Buffer
	if err := PDFA1(sample(1), &b); err != nil {
		t.Fatal(err)
	}
	days := regexp.MustCompile(`\(D:(\d{8})`).FindAllSubmatch(b.Bytes(), -1)
	for _, m := range days {
		if string(m[1]) != made.Format("20060102") {
			t.Errorf("the file carries the day %s", m[1])
		}
	}
	if len(days) != 2 {
		t.Errorf("%d days in the file", len(days))
	}
}

func TestEightAtOnce(t *testing.T) {
	var want bytes.Buffer
	if err := PDF(sample(40), &want); err != nil {
		t.Fatal(err)
	}
	var wg sync.WaitGroup
	for range 8 {
		wg.Go(func() {
			var b bytes.Buffer
			if err := PDF(sample(40), &b); err != nil {
				t.Error(err)
			} else if !bytes.Equal(b.Bytes(), want.Bytes()) {
				t.Error("a document made beside others differs")
			}
		})
	}
	wg.Wait()
}

func TestWriteFileFailsWhole(t *testing.T) {
	dir := t.TempDir()
	taken := filepath.Join(dir, "folder.pdf")
	if err := os.Mkdir(taken, 0o755); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ name, path, code string }{
		{"no such folder", filepath.Join(dir, "none", "a.pdf"), "output.unwritable"},
		{"a folder has the name", taken, "output.unwritable"},
		{"unknown ending", filepath.Join(dir, "a.docx"), "output.format"},
		{"no ending", filepath.Join(dir, "a"), "output.format"},
	} {
		if err := WriteFile(c.path, sample(1)); data.ErrorCode(err) != c.code {
			t.Errorf("%s: %v, want %s", c.name, err, c.code)
		}
	}
	left, err := os.ReadDir(dir)
	if err != nil || len(left) != 1 {
		t.Errorf("left behind: %v, %v", left, err)
	}
}

// A page costs the same however many there are; this fails when something is made anew for each that could be kept.
func TestPagesTakeLittleRoom(t *testing.T) {
	if underRace {
		t.Skip("the race detector takes room of its own")
	}
	d := sample(4000)
	pages := len(layout(d).pages)
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	if err := PDF(d, io.Discard); err != nil {
		t.Fatal(err)
	}
	runtime.ReadMemStats(&after)
	if per := float64(after.TotalAlloc-before.TotalAlloc) / float64(pages) / 1024; per > 900 {
		t.Errorf("a page of %d takes %.0f KB", pages, per)
	}
}

// BenchmarkPDF tells the most memory in use too, beside what the document itself takes.
func BenchmarkPDF(b *testing.B) {
	for _, n := range []int{20, 2050, 41000} {
		b.Run(map[int]string{20: "2 pages", 2050: "50 pages", 41000: "1000 pages"}[n], func(b *testing.B) {
			d := sample(n)
			runtime.GC()
			var start, now runtime.MemStats
			runtime.ReadMemStats(&start)
			most := uint64(0)
			stop, stopped := make(chan bool), make(chan bool)
			go func() {
				defer close(stopped)
				for {
					select {
					case <-stop:
						return
					case <-time.After(5 * time.Millisecond):
						runtime.ReadMemStats(&now)
						most = max(most, now.HeapInuse)
					}
				}
			}()
			for b.Loop() {
				if err := PDF(d, io.Discard); err != nil {
					b.Fatal(err)
				}
			}
			close(stop)
			<-stopped
			b.ReportMetric(float64(most-min(most, start.HeapInuse))/(1<<20), "MB-peak")
		})
	}
}
