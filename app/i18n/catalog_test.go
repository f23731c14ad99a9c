package i18n

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"dogovor/assets"
)

const testMessages = `
["people"]
en = { one = "one", other = "other" }
sr = { one = "x osoba one", few = "x osobe few", other = "x osoba other" }
zh = { other = "人" }
["persons"]
en = { one = "a person", other = "{{.N}} people" }
sr = { one = "{{.N}} osoba", few = "{{.N}} osobe", other = "{{.N}} osoba" }
zh = { other = "{{.N}} 人" }
["value"]
en = "v {{.V}}"
sr = "v {{.V}}"
zh = "v {{.V}}"
["own.cyrillic"]
en = "Bin"
sr = "Korpa"
cyrl = "Канта"
zh = "回收站"
["error.internal"]
en = "internal"
sr = "greška"
zh = "错误"
["error.invalid"]
en = { one = "{{.N}}: {{.First}}", other = "{{.N}}: {{.First}}" }
sr = { one = "{{.N}}: {{.First}}", few = "{{.N}}: {{.First}}", other = "{{.N}}: {{.First}}" }
zh = { other = "{{.N}}: {{.First}}" }
["error.db.full"]
en = "no room for {{.Path}}"
sr = "nema mesta za {{.Path}}"
zh = "{{.Path}}"
["invalid.bad_date"]
en = "{{.Value}} is no date"
sr = "{{.Value}} nije datum"
zh = "{{.Value}}"
`

// withMonths gives a folder of message files the words that every printer needs.
func withMonths(t *testing.T, files fstest.MapFS) fstest.MapFS {
	t.Helper()
	var doc strings.Builder
	for _, id := range All() {
		if strings.HasPrefix(id, "month.") || strings.HasPrefix(id, "weekday.") {
			fmt.Fprintf(&doc, "[%q]\nen = %q\nsr = %q\nzh = %q\n", id, For(English).T(id), For(SerbianLatin).T(id), For(Chinese).T(id))
		}
	}
	files["m/months.toml"] = &fstest.MapFile{Data: []byte(doc.String())}
	return files
}

// testPrinter speaks the messages above.
func testPrinter(t *testing.T, l Lang) *Printer {
	t.Helper()
	c := load(withMonths(t, fstest.MapFS{"m/a.toml": {Data: []byte(testMessages)}}), "m")
	for _, err := range c.problems {
		t.Fatal(err)
	}
	return newPrinter(c, l)
}

func TestOwnCyrillic(t *testing.T) {
	if got := testPrinter(t, SerbianCyrillic).T("own.cyrillic"); got != "Канта" {
		t.Error(got)
	}
}

func TestBrokenFilesAreToldAndTheRestSpeaks(t *testing.T) {
	c := load(withMonths(t, fstest.MapFS{
		"m/a.toml": {Data: []byte("[\"a\"]\nen = \"A\"\nsr = \"A\"\nzh = \"A\"\n")},
		"m/b.toml": {Data: []byte("[\"a\"]\nen = \"B\"\n")},
		"m/c.toml": {Data: []byte("[\"c\"\n")},
		"m/d.toml": {Data: []byte("[\"d\"]\nen = 5\nsr = { one = 1 }\n")},
	}), "m")
	if len(c.problems) != 4 {
		t.Errorf("%d problems: %v", len(c.problems), c.problems)
	}
	p := newPrinter(c, English)
	for id, want := range map[string]string{"a": "A", "c": "⟦c⟧", "d": "⟦d⟧"} {
		if got := p.T(id); got != want {
			t.Errorf("%q says %q, want %q", id, got, want)
		}
	}
}

func BenchmarkPlain(b *testing.B) {
	p := For(SerbianCyrillic)
	b.ReportAllocs()
	for b.Loop() {
		p.T("error.internal")
	}
}

func BenchmarkTemplate(b *testing.B) {
	p := For(SerbianCyrillic)
	b.ReportAllocs()
	for b.Loop() {
		p.T("period.quarter", "Quarter", 3, "Year", 2026)
	}
}

func BenchmarkPlural(b *testing.B) {
	p := For(SerbianCyrillic)
	b.ReportAllocs()
	for b.Loop() {
		p.N("error.invalid", 12, "First", "x")
	}
}

func BenchmarkDate(b *testing.B) {
	p := For(SerbianCyrillic)
	for b.Loop() {
		p.Date(today)
	}
}

func BenchmarkCompare(b *testing.B) {
	p := For(SerbianCyrillic)
	b.ReportAllocs()
	for b.Loop() {
		p.Compare("Месна заједница Кривељ", "Mesna zajednica Krivelj 2")
	}
}

func BenchmarkLoad(b *testing.B) {
	for b.Loop() {
		newPrinter(load(assets.Files(), "messages"), SerbianCyrillic)
	}
}
