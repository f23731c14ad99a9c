package widgets

import (
	"bytes"
	"image"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"dogovor/app/i18n"
	"dogovor/app/look"
)

// A change of the theme reaches everything: the window then looks as if it had been made in the new one.
func TestThemeChangesWhileTheWindowIsOpen(t *testing.T) {
	defer Inline().Restore()
	p := i18n.For(i18n.English)
	contents := map[string]func() fyne.CanvasObject{
		"form":    func() fyne.CanvasObject { return sampleForm(p) },
		"list":    func() fyne.CanvasObject { return sampleList(p) },
		"figures": func() fyne.CanvasObject { return sampleFigures(p) },
	}
	for name, content := range contents {
		picture := func(from look.Variant) []byte {
			test.NewTempApp(t)
			test.ApplyTheme(t, look.New(look.Options{Variant: from}))
			w := test.NewTempWindow(t, NewStage(content()))
			w.SetPadded(false)
			w.Resize(fyne.NewSize(1200, 641))
			w.Resize(fyne.NewSize(1200, 640))
			test.ApplyTheme(t, look.New(look.Options{Variant: look.Dark}))
			return w.Canvas().Capture().(*image.NRGBA).Pix
		}
		if !bytes.Equal(picture(look.Light), picture(look.Dark)) {
			t.Errorf("%s keeps something of the old theme", name)
		}
	}
}
