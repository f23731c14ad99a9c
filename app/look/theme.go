// Package look is how the window looks: colours, sizes, fonts and the few kinds of text there are. Every colour on the screen comes
// from here by name, so that light, dark and high contrast stay complete. It knows nothing of records, words or layout.
package look

import (
	"image/color"
	"sync"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"dogovor/assets"
)

// Sizes that screens and widgets share, in Fyne's units. Distances are multiples of Unit.
const (
	Unit        float32 = 8
	RowHeight   float32 = 34
	SizeBody    float32 = 14
	SizeSmall   float32 = 12
	SizeSection float32 = 16
	SizeTitle   float32 = 20
	SizeFigure  float32 = 28 // lead figures of tiles
	Radius      float32 = 4
	Ring        float32 = 2 // thickness of the focus ring
)

// Options choose how the window looks.
type Options struct{ Variant Variant }

// Theme is the project's fyne.Theme.
type Theme struct {
	variant Variant
	colours palette
}

// New makes the theme of a variant; an unknown one is Light.
func New(o Options) *Theme {
	p, ok := palettes[o.Variant]
	if !ok {
		o.Variant, p = Light, palettes[Light]
	}
	return &Theme{variant: o.Variant, colours: p}
}

// Variant is the variant that the theme shows.
func (t *Theme) Variant() Variant { return t.variant }

// Color answers a colour by name. The variant that Fyne proposes is ignored: the person chose one.
func (t *Theme) Color(name fyne.ThemeColorName, _ fyne.ThemeVariant) color.Color {
	if c, ok := t.colours[name]; ok {
		return c
	}
	v := theme.VariantLight
	if t.variant != Light {
		v = theme.VariantDark
	}
	return theme.DefaultTheme().Color(name, v)
}

// Font answers DogovorSans, which holds Latin, Cyrillic with Serbian forms and Chinese; code is set in it too.
func (t *Theme) Font(s fyne.TextStyle) fyne.Resource {
	name := "Regular"
	switch {
	case s.Symbol:
		return theme.DefaultTheme().Font(s)
	case s.Bold && s.Italic:
		name = "BoldItalic"
	case s.Bold:
		name = "Bold"
	case s.Italic:
		name = "Italic"
	}
	return font(name)
}

// Icon answers Fyne's own set.
func (t *Theme) Icon(n fyne.ThemeIconName) fyne.Resource { return theme.DefaultTheme().Icon(n) }

// Size answers the measures of the window: 14 body, 8 px rhythm, flat corners, visible borders.
func (t *Theme) Size(name fyne.ThemeSizeName) float32 {
	switch name {
	case theme.SizeNameText:
		return SizeBody
	case theme.SizeNameCaptionText:
		return SizeSmall
	case theme.SizeNameSubHeadingText:
		return SizeSection
	case theme.SizeNameHeadingText:
		return SizeTitle
	case theme.SizeNamePadding:
		return Unit
	case theme.SizeNameInnerPadding:
		return 7
	case theme.SizeNameInputRadius, theme.SizeNameButtonRadius, theme.SizeNameSelectionRadius, theme.SizeNamePopupRadius,
		theme.SizeNameMenuRadius, theme.SizeNameCardRadius, theme.SizeNameDialogRadius:
		return Radius
	case theme.SizeNameInlineIcon:
		return 18
	case theme.SizeNameScrollBar:
		return 12
	case theme.SizeNameScrollBarSmall:
		return 5
	case theme.SizeNameSplitThickness:
		return Unit
	}
	return theme.DefaultTheme().Size(name)
}

// Color is a colour of the theme in use; while another theme than ours is set (a test of a single widget), of the light variant.
func Color(name fyne.ThemeColorName) color.Color {
	if t, ok := fyne.CurrentApp().Settings().Theme().(*Theme); ok {
		return t.Color(name, 0)
	}
	return New(Options{}).Color(name, 0)
}

var fonts = struct {
	sync.Mutex
	kept map[string]fyne.Resource
}{kept: map[string]fyne.Resource{}}

func font(name string) fyne.Resource {
	fonts.Lock()
	defer fonts.Unlock()
	if r := fonts.kept[name]; r != nil {
		return r
	}
	b := assets.Font(name)
	if b == nil {
		panic("look: no font " + name) // fonts are embedded: their absence is a broken build
	}
	r := fyne.NewStaticResource("DogovorSans-"+name+".ttf", b)
	fonts.kept[name] = r
	return r
}
