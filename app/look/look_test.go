package look

import (
	"image/color"
	"math"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"
)

// contrast is the ratio of WCAG 2.1 between two opaque colours.
func contrast(a, b color.Color) float64 {
	luminance := func(c color.Color) float64 {
		r, g, b, _ := c.RGBA()
		line := func(v uint32) float64 {
			s := float64(v) / 0xffff
			if s <= 0.03928 {
				return s / 12.92
			}
			return math.Pow((s+0.055)/1.055, 2.4)
		}
		return 0.2126*line(r) + 0.7152*line(g) + 0.0722*line(b)
	}
	x, y := luminance(a), luminance(b)
	return (max(x, y) + 0.05) / (min(x, y) + 0.05)
}

func TestEveryTextCanBeRead(t *testing.T) {
	texts := []fyne.ThemeColorName{ColorInk, ColorSecondary, ColorAccent, ColorOverdue, ColorSoon, ColorDone, ColorNote, theme.ColorNamePlaceHolder}
	grounds := []fyne.ThemeColorName{ColorPage, ColorSurface, ColorPanel, theme.ColorNameInputBackground, theme.ColorNameMenuBackground, ColorAccentSoft, ColorHover}
	for _, v := range []Variant{Light, Dark, HighContrast} {
		th := New(Options{v})
		for _, ground := range grounds {
			for _, text := range texts {
				if c := contrast(th.Color(text, 0), th.Color(ground, 0)); c < 4.5 {
					t.Errorf("%s: %s on %s is %.2f", v, text, ground, c)
				}
			}
			if c := contrast(th.Color(ColorEdge, 0), th.Color(ground, 0)); c < 3 && ground != ColorAccentSoft && ground != ColorHover {
				t.Errorf("%s: an edge on %s is %.2f", v, ground, c)
			}
		}
		for _, pair := range [][2]fyne.ThemeColorName{{ColorOnAccent, ColorAccent}, {theme.ColorNameForegroundOnError, ColorOverdue}} {
			if c := contrast(th.Color(pair[0], 0), th.Color(pair[1], 0)); c < 4.5 {
				t.Errorf("%s: %s on %s is %.2f", v, pair[0], pair[1], c)
			}
		}
		if v == HighContrast {
			if c := contrast(th.Color(ColorSecondary, 0), th.Color(ColorPage, 0)); c < 15 {
				t.Errorf("high contrast gives %.2f", c)
			}
		}
	}
}

func TestThemeKnowsEveryColourOfFyne(t *testing.T) {
	test.NewTempApp(t)
	for _, v := range []Variant{Light, Dark, HighContrast, "unknown"} {
		th := New(Options{v})
		for _, n := range []fyne.ThemeColorName{theme.ColorNameShadow, theme.ColorNameScrollBar, theme.ColorNameFocus, theme.ColorNameSelection, theme.ColorNameDisabled, ColorVeil, ColorDrop} {
			if _, ok := th.colours[n]; !ok {
				t.Errorf("%s has no %s", v, n)
			}
		}
		for _, s := range []fyne.TextStyle{{}, {Bold: true}, {Italic: true}, {Bold: true, Italic: true}, {Monospace: true}} {
			if f := th.Font(s); !strings.HasPrefix(f.Name(), "DogovorSans-") || len(f.Content()) < 10000 {
				t.Errorf("%v is set in %s", s, f.Name())
			}
		}
	}
	if New(Options{"unknown"}).Variant() != Light {
		t.Error("an unknown variant is not light")
	}
}

func TestLines(t *testing.T) {
	measure := func(s string) float32 { return float32(len([]rune(s))) }
	for _, c := range []struct {
		text  string
		width float32
		max   int
		want  string
	}{
		{"one two three", 7, 0, "one two|three"},
		{"one\n\ntwo", 7, 0, "one||two"},
		{"well-being of all", 6, 0, "well-|being|of all"},
		{"abcdefghij", 4, 0, "abcd|efgh|ij"},
		{"水井干涸了，学校没水", 5, 0, "水井干涸|了，学校没|水"},
		{"水井 Bor 干涸", 6, 0, "水井 Bor|干涸"},
		{"one two three four", 8, 2, "one two|three f…"},
		{"one two", 3, 1, "on…"},
		{"", 5, 0, ""},
	} {
		if got := strings.Join(breakLines(c.text, c.width, c.max, measure), "|"); got != c.want {
			t.Errorf("%q at %v: %s, want %s", c.text, c.width, got, c.want)
		}
	}
	for _, c := range []struct{ text, want string }{{"short", "short"}, {"longer than", "longer…"}, {"a\nb", "a…"}} {
		if got := cut(c.text, 8, measure); got != c.want {
			t.Errorf("%q is cut to %q, want %q", c.text, got, c.want)
		}
	}
}

func TestText(t *testing.T) {
	test.NewTempApp(t)
	fyne.CurrentApp().Settings().SetTheme(New(Options{}))
	body := Body(strings.Repeat("voda ", 40))
	w := test.NewTempWindow(t, body)
	w.Resize(fyne.NewSize(300, 400))
	narrow := body.MinSize().Height
	w.Resize(fyne.NewSize(600, 400))
	if wide := body.MinSize().Height; wide >= narrow || wide < LineHeight(BodyStyle)*2 {
		t.Fatalf("%v high at 300, %v at 600", narrow, wide)
	}
	body.MaxLines(1)
	if h := body.MinSize().Height; h != LineHeight(BodyStyle) {
		t.Fatalf("one line is %v high", h)
	}
	one := Title("A long title").Gives()
	if one.MinSize().Width > Unit*5 {
		t.Fatalf("it does not give: %v", one.MinSize())
	}
}
