package doc

import (
	"math/rand/v2"
	"strings"
	"testing"
	"unicode"
)

// What can be copied out of a PDF is what was cleaned and put in, whatever was typed: no letter is lost, doubled or changed where lines and
// pages break.
func TestAnyTextComesBack(t *testing.T) {
	const apart = "¶¶"
	for seed := range 12 {
		c := chance{rand.New(rand.NewPCG(uint64(seed), 5)), "žaba"}
		d := Document{Words: words, Lang: []string{"sr-Latn", "sr-Cyrl", "en", "zh-Hans"}[seed%4]}
		var want strings.Builder
		for range 40 {
			text := c.words()
			d.Blocks = append(d.Blocks, Paragraph{Text: apart + text, Small: c.IntN(2) == 0})
			want.WriteString(apart + (&cleaner{}).text(text))
		}
		got := tool(t, "pdftotext", "-raw", pdfFile(t, d), "-")
		// what stands on every page beside the text, and the explanation of the boxes
		var lines []string
		for _, l := range strings.Split(got, "\n") {
			if !strings.HasPrefix(strings.Trim(l, "\f"), "strana ") {
				lines = append(lines, l)
			}
		}
		got, _, _ = strings.Cut(strings.Join(lines, "\n"), "□ stoji umesto")
		compare(t, seed, bare(got), bare(want.String()))
	}
}

// bare is text without blanks, the hyphens of broken words, and what readers order for themselves: marks on letters.
func bare(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) || r == '\u00AD' || r == '-' || unicode.Is(unicode.M, r) {
			return -1
		}
		return r
	}, s)
}

func compare(t *testing.T, seed int, got, want string) {
	t.Helper()
	if got == want {
		return
	}
	a, b := []rune(got), []rune(want)
	for i := range min(len(a), len(b)) {
		if a[i] != b[i] {
			t.Errorf("seed %d: at %d the PDF reads %q, want %q", seed, i, string(a[i:min(i+30, len(a))]), string(b[i:min(i+30, len(b))]))
			return
		}
	}
	t.Errorf("seed %d: %d letters, want %d", seed, len(a), len(b))
}
