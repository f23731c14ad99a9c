package look

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// Variant is one of the ways the window may look.
type Variant string

// The variants a person may choose in Settings.
const (
	Light        Variant = "light"
	Dark         Variant = "dark"
	HighContrast Variant = "high_contrast"
)

// Names of our own colours beyond those of Fyne; Color and theme.Color answer them.
const (
	ColorInk                            = theme.ColorNameForeground  // text
	ColorSecondary  fyne.ThemeColorName = "dogovorSecondary"         // text of less weight
	ColorPage                           = theme.ColorNameBackground  // behind everything
	ColorSurface    fyne.ThemeColorName = "dogovorSurface"           // cards, tables, forms
	ColorLine                           = theme.ColorNameSeparator   // rules between rows
	ColorEdge                           = theme.ColorNameInputBorder // borders of what can be typed into or pressed: 3:1 against the page
	ColorAccent                         = theme.ColorNamePrimary
	ColorOnAccent                       = theme.ColorNameForegroundOnPrimary
	ColorAccentSoft fyne.ThemeColorName = "dogovorAccentSoft" // behind the selected row or word
	ColorHover      fyne.ThemeColorName = "dogovorHover"      // behind what the mouse is over
	ColorOverdue                        = theme.ColorNameError
	ColorSoon                           = theme.ColorNameWarning
	ColorDone                           = theme.ColorNameSuccess
	ColorNote       fyne.ThemeColorName = "dogovorNote"
	ColorDrop       fyne.ThemeColorName = "dogovorDrop"  // shadow of a list that drops down
	ColorVeil       fyne.ThemeColorName = "dogovorVeil"  // over the window behind a question
	ColorPanel      fyne.ThemeColorName = "dogovorPanel" // the side navigation
)

type palette map[fyne.ThemeColorName]color.Color

func rgb(v uint32) color.NRGBA {
	return color.NRGBA{R: uint8(v >> 16), G: uint8(v >> 8), B: uint8(v), A: 0xff}
}

func alpha(v uint32, a uint8) color.NRGBA {
	c := rgb(v)
	c.A = a
	return c
}

// shades are the few colours a variant is made of; paint spreads them over all the names that Fyne asks for.
type shades struct {
	ink, secondary, disabled           uint32
	page, surface, panel, line, edge   uint32
	input, button, header, menu        uint32
	accent, onAccent, soft, hover      uint32
	overdue, soon, done, note, onState uint32
	scroll                             uint32
	shadow, veil                       uint8
}

func paint(s shades) palette {
	return palette{
		theme.ColorNameForeground: rgb(s.ink), ColorSecondary: rgb(s.secondary),
		theme.ColorNamePlaceHolder: rgb(s.secondary), theme.ColorNameDisabled: rgb(s.disabled),
		theme.ColorNameBackground: rgb(s.page), ColorSurface: rgb(s.surface), ColorPanel: rgb(s.panel),
		theme.ColorNameSeparator: rgb(s.line), theme.ColorNameInputBorder: rgb(s.edge),
		theme.ColorNameInputBackground: rgb(s.input), theme.ColorNameButton: rgb(s.button),
		theme.ColorNameDisabledButton: rgb(s.header), theme.ColorNameHeaderBackground: rgb(s.header),
		theme.ColorNameMenuBackground: rgb(s.menu), theme.ColorNameOverlayBackground: rgb(s.menu),
		theme.ColorNamePrimary: rgb(s.accent), theme.ColorNameHyperlink: rgb(s.accent),
		theme.ColorNameForegroundOnPrimary: rgb(s.onAccent), ColorAccentSoft: rgb(s.soft), ColorHover: rgb(s.hover),
		theme.ColorNameHover: alpha(s.ink, 0x12), theme.ColorNamePressed: alpha(s.ink, 0x24),
		theme.ColorNameFocus: alpha(s.accent, 0x50), theme.ColorNameSelection: alpha(s.accent, 0x48),
		theme.ColorNameError: rgb(s.overdue), theme.ColorNameWarning: rgb(s.soon), theme.ColorNameSuccess: rgb(s.done),
		ColorNote: rgb(s.note), theme.ColorNameForegroundOnError: rgb(s.onState),
		theme.ColorNameForegroundOnWarning: rgb(s.onState), theme.ColorNameForegroundOnSuccess: rgb(s.onState),
		theme.ColorNameScrollBar: alpha(s.scroll, 0x90), theme.ColorNameScrollBarBackground: color.Transparent,
		theme.ColorNameShadow: alpha(0, s.shadow/2), ColorDrop: alpha(0, s.shadow), ColorVeil: alpha(0, s.veil),
		theme.ColorNameInnerWindowBorder: rgb(s.edge), theme.ColorNameInnerWindowBorderInactive: rgb(s.line),
	}
}

var palettes = map[Variant]palette{
	Light: paint(shades{
		ink: 0x1b2430, secondary: 0x5a6472, disabled: 0x7b8593,
		page: 0xf5f6f8, surface: 0xffffff, panel: 0xeceef2, line: 0xe1e5ea, edge: 0x7d8796,
		input: 0xffffff, button: 0xffffff, header: 0xeef0f3, menu: 0xffffff,
		accent: 0xa8481f, onAccent: 0xffffff, soft: 0xf8e9e1, hover: 0xf1f3f6,
		overdue: 0xb42318, soon: 0xb54708, done: 0x067647, note: 0x175cd3, onState: 0xffffff,
		scroll: 0x5a6472, shadow: 0x30, veil: 0x66,
	}),
	Dark: paint(shades{
		ink: 0xe8ebef, secondary: 0xa9b2be, disabled: 0x828c99,
		page: 0x161a20, surface: 0x1e232b, panel: 0x12151a, line: 0x323a45, edge: 0x717c8a,
		input: 0x171b21, button: 0x272e38, header: 0x262d36, menu: 0x232932,
		accent: 0xe8925f, onAccent: 0x1c0f07, soft: 0x46301f, hover: 0x2a313b,
		overdue: 0xff8a7d, soon: 0xfdb022, done: 0x4cc38a, note: 0x84b6ff, onState: 0x14181d,
		scroll: 0xa9b2be, shadow: 0x70, veil: 0xa0,
	}),
	HighContrast: paint(shades{
		ink: 0xffffff, secondary: 0xf0f0f0, disabled: 0xb8b8b8,
		page: 0x000000, surface: 0x000000, panel: 0x000000, line: 0x8c8c8c, edge: 0xffffff,
		input: 0x000000, button: 0x000000, header: 0x000000, menu: 0x000000,
		accent: 0xffb27a, onAccent: 0x000000, soft: 0x4a2a10, hover: 0x303030,
		overdue: 0xff9d94, soon: 0xffd23f, done: 0x6ee7a8, note: 0x9cc9ff, onState: 0x000000,
		scroll: 0xffffff, shadow: 0, veil: 0xc8,
	}),
}
