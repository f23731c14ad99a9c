package data

import (
	"slices"
	"strings"
	"testing"
	"time"
	"unicode/utf8"
)

func TestCleanLine(t *testing.T) {
	for in, want := range map[string]string{
		"  Primer \t Jelena \n": "Primer Jelena",
		"c\u030Cas":             "čas",             // NFC
		"a\x00b\x07c\x1b[31m":   "abc[31m",         // controls
		"a\u202Egnp.exe":        "agnp.exe",        // right-to-left override
		"שלום Bor":              "שלום Bor",        // right-to-left letters stay
		"👩‍👧 🇷🇸":                "👩‍👧 🇷🇸",          // emoji, joined ones too
		"bad \xff byte":         "bad \uFFFD byte", // not UTF-8
		"示例·王芳\u3000会议":         "示例·王芳 会议",        // ideographic space
		"a\fb\u0085c\u2028d":    "a b c d",         // every kind of line end
		"in\u200Bvisible\uFEFF": "invisible",       // zero width
		"Đ\u00ADorđe":           "Đorđe",           // soft hyphen
		"\u200E\u2066":          "",
	} {
		if got := CleanLine(in); got != want {
			t.Errorf("%q becomes %q, not %q", in, got, want)
		}
	}
}

func TestCleanText(t *testing.T) {
	for in, want := range map[string]string{
		"one\r\ntwo\rthree":       "one\ntwo\nthree",
		"\n\n a  b \t\n\n c \n\n": " a  b\n\n c",
		"x\u2028y":                "x\ny",
		"a\tb":                    "a\tb",
	} {
		if got := CleanText(in); got != want {
			t.Errorf("%q becomes %q, not %q", in, got, want)
		}
	}
}

func FuzzClean(f *testing.F) {
	for _, s := range []string{"", "Đorđe\u0301", "\xff\n\u202E", strings.Repeat("e\u0301", 40), "a\n \u0301", "한글 王 👩‍👧"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		for name, clean := range map[string]func(string) string{"CleanLine": CleanLine, "CleanText": CleanText} {
			once := clean(s)
			if again := clean(once); again != once {
				t.Errorf("%s of %q changes its own answer: %q, then %q", name, s, once, again)
			}
			if !utf8.ValidString(once) || strings.ContainsAny(once, "\x00\r\u202E") {
				t.Errorf("%s of %q is %q", name, s, once)
			}
		}
	})
}

func TestCleanRecord(t *testing.T) {
	e := &Engagement{Title: " Bunari\n u Krivelju ", Notes: "one \r\ntwo", Tags: []string{" voda", "", "voda ", "prašina"},
		Attendance: []*Attendance{{Capacity: " predsednik "}, {}}, Points: []*Point{{Said: "a\n"}, {Pos: 7}}}
	e.Clean()
	if e.Title != "Bunari u Krivelju" || e.Notes != "one\ntwo" || !slices.Equal(e.Tags, []string{"voda", "prašina"}) {
		t.Errorf("cleaned to %q, %q, %q", e.Title, e.Notes, e.Tags)
	}
	if e.Attendance[0].Capacity != "predsednik" || e.Attendance[1].Pos != 2 || e.Points[0].Said != "a" || e.Points[1].Pos != 2 {
		t.Errorf("rows cleaned to %+v %+v", e.Attendance[1], e.Points[1])
	}
	for name, script := range map[string]string{"Primer Jelena": "latin", " Пример Ђорђе": "cyrillic", "示例·王芳": "chinese", "«Борба»": "cyrillic", "": "", "12": "", "שלום": ""} {
		s := &Stakeholder{Name: name}
		if s.Clean(); s.Script != script {
			t.Errorf("script of %q is %q, not %q", name, s.Script, script)
		}
	}
}

func TestCleanHugePaste(t *testing.T) {
	e := &Engagement{Notes: strings.Repeat("čekić \n", 10<<20/8), Tags: strings.Split(strings.Repeat("a,b,", 1<<18), ",")}
	e.Clean()
	if got := Problems(e.Validate(time.Now())).Error(); !strings.Contains(got, "notes: too_long") || len(e.Tags) != 2 {
		t.Errorf("%s; %d tags", got, len(e.Tags))
	}
}
