package fold_test

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"dogovor/data/fold"
)

func TestSpellingsMeet(t *testing.T) {
	for _, same := range [][]string{
		{"Злот", "Zlot", "ZLOT", "zlot", " zlot! ", "Ｚｌｏｔ"},
		{"Ђорђе Ђурић", "Đorđe Đurić", "Djordje Djuric", "Dorde Duric", "DJORDJE ĐURIĆ", "ðorđe Ðurić"},
		{"Чавић Ћирић", "Čavić Ćirić", "Cavic Ciric", norm.NFD.String("Čavić Ćirić")},
		{"Џиновић", "Džinović", "Dzinovic", "ǅinović", "ЏИНОВИЋ"},
		{"Љубав Његош", "Ljubav Njegoš", "ljubav njegos", "ǈubav ǋegoš"},
		{"Оштрељ Шарбановац", "Oštrelj Šarbanovac", "Ostrelj Sarbanovac"},
		{"Жагубица", "Žagubica", "Zagubica", "Жагу\u00adбица", "\u200fŽagubica\u200e"},
		{"ţară", "țară", "ţarӑ", "tara"},
		{"Артём Соловьёв", "Артем Соловьев", norm.NFD.String("Артём Соловьёв"), "Artem Solovev"},
		{"Йован Николай", norm.NFD.String("Йован Николай"), "Јован Николај", "Jovan Nikolaj"},
		{"Ќосев Ѓорѓи", norm.NFD.String("Ќосев Ѓорѓи"), "Ćosev Đorđi", "Cosev Djordji"},
		{"Їжак", norm.NFD.String("Їжак"), "Ižak"},
		{"Łucja Þór Żółć", "Lucja Thor Zolc"},
		{"Straße Łódź Çelik", "strasse lodz celik"},
		{"E-26-BOR1-0014", "e 26 bor1 0014", "Е-26-БОР1-0014"},
	} {
		for _, s := range same[1:] {
			if a, b := fold.Text(same[0]), fold.Text(s); a != b {
				t.Errorf("Text: %q gives %q, %q gives %q", same[0], a, s, b)
			}
			if a, b := fold.Key(same[0]), fold.Key(s); a != b {
				t.Errorf("Key: %q gives %q, %q gives %q", same[0], a, s, b)
			}
		}
	}
	if fold.Key("Zlot") == fold.Key("Slatina") {
		t.Error("different names must not meet")
	}
}

func TestText(t *testing.T) {
	for _, c := range [][3]string{ // source, Text, Key
		{"", "", ""},
		{" — 🙂 \x00\xff ", "", ""},
		{"Dom kulture, Krivelj", "dom kulture krivelj", "dom kulture krivelj"},
		{"兹洛特村会议", "兹洛 洛特 特村 村会 会议 议", "兹洛特村会议"},
		{"矿", "矿", "矿"},
		{"Bor 矿 a", "bor 矿 a", "bor 矿 a"},
		{"Bor矿区2026", "bor 矿区 区 2026", "bor矿区2026"},
		{"水。水", "水 水", "水 水"},
		{"字\ufe00村", "字村 村", "字村"},
		{"100%_sigurno", "100 sigurno", "100 sigurno"},
	} {
		if got := fold.Text(c[0]); got != c[1] {
			t.Errorf("Text(%q) = %q, want %q", c[0], got, c[1])
		}
		if got := fold.Key(c[0]); got != c[2] {
			t.Errorf("Key(%q) = %q, want %q", c[0], got, c[2])
		}
	}
}

func TestTokensTellTheirBytes(t *testing.T) {
	source := "Đorđe, Жагубица 兹洛特"
	var got []string
	fold.Tokens(source, func(token string, start, end int) { got = append(got, token+"="+source[start:end]) })
	want := []string{"dorde=Đorđe", "zagubica=Жагубица", "兹洛=兹洛", "洛特=洛特", "特=特"}
	if !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
}

func TestQuery(t *testing.T) {
	for _, c := range []struct {
		typed string
		live  bool
		want  string
	}{
		{"", true, ""},
		{" ,;* ", true, ""},
		{"праш", true, `"pras"*`},
		{"prašina ", true, `"prasina"*`},
		{"u", true, `"u"*`},
		{"u ", true, `"u"`},
		{"prašina", false, `"prasina"`},
		{"voda u Zlot", true, `"voda"* AND "u" AND "zlot"*`},
		{"Đ. Šarb", true, `"d"* AND "sarb"*`},
		{"兹洛特 pra", true, `"兹洛" AND "洛特" AND "pra"*`},
		{"矿", false, `"矿"*`},
		{"兹洛", true, `"兹洛"`},
		{`a" OR b* NEAR(c)`, false, `"a" AND "or" AND "b" AND "near" AND "c"`},
	} {
		if got := fold.Query(c.typed, c.live); got != c.want {
			t.Errorf("Query(%q, %v) = %s, want %s", c.typed, c.live, got, c.want)
		}
	}
}

func TestPastedPage(t *testing.T) {
	page := strings.Repeat("састанак ", 100_000)
	if n := strings.Count(fold.Query(page, true), "AND") + 1; n > 50 {
		t.Errorf("a pasted page asks for %d words", n)
	}
}

func TestMarks(t *testing.T) {
	for _, c := range []struct {
		text, query string
		want        []string
	}{
		{"Бунари у Злоту; Zlotski put", "zlot", []string{"Злоту", "Zlotski"}},
		{"Бунари у Злоту", "bunari ", []string{"Бунари"}},
		{"Бунари у Злоту", "bunar", []string{"Бунари"}},
		{"Бунари у Злоту", "put", nil},
		{"兹洛特村会议", "洛特村", []string{"洛特村"}},
		{"兹洛特村会议", "村", []string{"村"}},
		{"兹洛特村会议", "议", []string{"议"}},
		{"Krivelj", "", nil},
	} {
		var got []string
		for _, m := range fold.Marks(c.text, c.query) {
			got = append(got, c.text[m[0]:m[1]])
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("Marks(%q, %q) = %q, want %q", c.text, c.query, got, c.want)
		}
	}
}

var minutes = strings.Repeat("Састанак у Злоту о прашини и бунарима. Sastanak u Zlotu o prašini i bunarima; Đorđe Živković. ", 10)

func FuzzFold(f *testing.F) {
	for _, s := range []string{minutes[:200], "兹洛特矿山 会议", "đdjĐж\u0301", "ｆｕｌｌ①", "한국어", "\xff\xfe", "%_'\""} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		last := 0
		fold.Tokens(s, func(token string, start, end int) {
			if start < 0 || end > len(s) || start >= end || start < last || token == "" {
				t.Fatalf("%q: token %q at %d–%d after %d", s, token, start, end, last)
			}
			if strings.ContainsAny(token, " \"*%_'") || !utf8.ValidString(token) {
				t.Fatalf("%q: token %q", s, token)
			}
			last = start
		})
		if key := fold.Key(s); fold.Key(key) != key {
			t.Fatalf("%q: folding its key %q again gives %q", s, key, fold.Key(key))
		}
		at := 0
		for _, m := range fold.Marks(s, s) {
			if m[0] < at || m[1] <= m[0] || m[1] > len(s) || utf8.ValidString(s) && !utf8.ValidString(s[m[0]:m[1]]) {
				t.Fatalf("%q: marks %v", s, m)
			}
			at = m[1]
		}
		fold.Query(s, true)
	})
}

func BenchmarkText(b *testing.B) {
	b.SetBytes(int64(len(minutes)))
	b.ReportAllocs()
	for b.Loop() {
		fold.Text(minutes)
	}
}

func BenchmarkKey(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		fold.Key("Месна заједница Доња Бела Река")
	}
}
