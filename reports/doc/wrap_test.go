package doc

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"
)

// visible is text without its blanks: what no line breaking may lose.
func visible(s string) string {
	return strings.Map(func(r rune) rune {
		if r == ' ' || r == '\n' {
			return -1
		}
		return r
	}, s)
}

func FuzzWrapLosesNothing(f *testing.F) {
	for _, s := range []string{"", " ", latinText, cyrillicText, chineseText, vlachText, strings.Repeat("ш", 200), "a\u0301\u0302\u0303", "E-26-BOR1-0014, 21. 10. 2026.", "（《“引号”》）、、、。", "\n\n x \n", "a-b–c/d"} {
		f.Add(s, 20.0)
	}
	f.Fuzz(func(t *testing.T, s string, width float64) {
		if !(width >= 0.1 && width < 500) {
			return
		}
		text := (&cleaner{}).text(s)
		for _, l := range wrap(text, regular, sizeText, width, false) {
			if regular.lineWidth(l, sizeText) > width+0.001 && clusters(l) > 1 {
				t.Errorf("%q is %.2f mm wide in a column of %.2f", l, regular.width(l, sizeText), width)
			}
		}
		if got := visible(strings.Join(wrap(text, bold, sizeText, width, false), "")); got != visible(text) {
			t.Errorf("%q became %q", visible(text), got)
		}
		// hyphens only add themselves
		if got := visible(strings.Join(wrap(text, regular, sizeText, width, true), "")); strings.ReplaceAll(got, softHyphen, "") != visible(text) {
			t.Errorf("with hyphens %q became %q", text, got)
		}
	})
}

// clusters counts characters with their marks as one.
func clusters(s string) int {
	n := 0
	for _, r := range s {
		if !unicode.Is(unicode.M, r) {
			n++
		}
	}
	return n
}

func TestWrap(t *testing.T) {
	wide := func(s string) float64 { return regular.width(s, sizeText) + 0.01 }
	for _, c := range []struct {
		name, text string
		width      float64
		hyphens    bool
		want       []string
	}{
		{"empty", "", 50, false, []string{""}},
		{"breaks at blanks", "jedan dva tri", wide("jedan dva"), false, []string{"jedan dva ", "tri"}},
		{"keeps line ends", "jedan\ndva", 50, false, []string{"jedan ", "dva"}},
		{"a non-breaking blank holds", "na 5\u00A0km do", wide("na 5\u00A0k"), false, []string{"na ", "5\u00A0km ", "do"}},
		{"Chinese breaks anywhere but before a stop", "村委会的会议。", wide("村委会的会议"), false, []string{"村委会的会", "议。"}},
		{"an opening bracket does not end a line", "会议（水井）", wide("会议（"), false, []string{"会议", "（水", "井）"}},
		{"a compound breaks after its hyphen", "srpsko-rumunski", wide("srpsko-rum"), false, []string{"srpsko-", "rumunski"}},
		{"a record's number does not break", "vidi E-26-BOR1-0014", wide("E-26-BOR1-0014"), false, []string{"vidi ", "E-26-BOR1-0014"}},
		{"a long word breaks at a syllable", "zainteresovana", wide("zaintereso"), true, []string{"zaintere\u00AD", "sovana"}},
		{"a Latin pair stays together", "odlučivanje", wide("odlučivan-"), true, []string{"odlučiva\u00AD", "nje"}},
		{"Cyrillic too", "организација", wide("органи-"), true, []string{"органи\u00AD", "зација"}},
		{"a word without vowels just breaks", "wwwwwwwwww", wide("wwwww"), true, []string{"wwwww", "wwwww"}},
	} {
		if got := wrap(c.text, regular, sizeText, c.width, c.hyphens); strings.Join(got, "|") != strings.Join(c.want, "|") {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

func TestCleanText(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"composes", "Z\u030C a", "Ž a"},
		{"controls go", "a\x00b\x1bc\u009Dd", "abcd"},
		{"direction marks and joiners go", "a\u202Eb\u200Fc\u2066d\uFEFFe\u200Df\uFE0Fg", "abcdefg"},
		{"a tab is a blank", "a\tb", "a b"},
		{"emoji show as a box", "dobro 😀", "dobro □"},
		{"Hebrew shows as boxes", "אב", "□□"},
		{"invalid bytes show as a box", "a\xff", "a□"},
		{"a minus is a dash", "−4", "–4"},
		{"what the font holds stays", "→ ≤ ≥ № € „“ 中", "→ ≤ ≥ № € „“ 中"},
	} {
		var clean cleaner
		if got := clean.text(c.in); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
	var clean cleaner
	clean.text("😀 \U0001F4A7 א")
	if got := clean.list(); got != "U+05D0, U+1F4A7, U+1F600" {
		t.Errorf("missing characters are named %q", got)
	}
}

func FuzzCleanGivesOnlyGlyphs(f *testing.F) {
	f.Add("a\u202E😀\xff\u0301")
	f.Fuzz(func(t *testing.T, s string) {
		got := (&cleaner{}).text(s)
		if !utf8.ValidString(got) {
			t.Fatalf("%q is not UTF-8", got)
		}
		for _, r := range got {
			if r != '\n' && !regular.has(r) {
				t.Errorf("%U of %q has no glyph", r, got)
			}
		}
	})
}

// The faces stand in for each other: every character that the reports use is in some face, and is measured as it is drawn.
func TestRunsCoverTheLine(t *testing.T) {
	line := "Italic курзив 中文 → x"
	got, width := "", 0.0
	italic.runs(line, func(run string, by face) {
		for _, r := range run {
			if !by.has(r) {
				t.Errorf("%q is drawn by a face that lacks it", r)
			}
		}
		got += run
		width += by.width(run, 9)
	})
	if got != line {
		t.Errorf("runs give %q", got)
	}
	if d := width - italic.width(line, 9); d > 1e-9 || d < -1e-9 {
		t.Errorf("measured %.4f, drawn %.4f", italic.width(line, 9), width)
	}
}

// A field may hold 20,000 characters of anything; laying it out takes no noticeable time.
func BenchmarkWrapWorst(b *testing.B) {
	for name, s := range map[string]string{"one word": strings.Repeat("ш", 20000), "hyphens": strings.Repeat("-", 20000), "Chinese": strings.Repeat("中", 20000), "words": strings.Repeat("реч ", 5000)} {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				wrap(s, regular, sizeTable, 40, true)
			}
		})
	}
}
