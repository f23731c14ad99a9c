package engagements

import (
	"fmt"
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"dogovor/app/look"
	"dogovor/data"
)

const faceSize = float32(24)

// mouths are the curves by which the faces differ, drawn in a square of 24.
var mouths = map[string]string{
	"very_negative": "M7 17.5 Q12 12 17 17.5",
	"negative":      "M7.5 16.5 Q12 13.6 16.5 16.5",
	"neutral":       "M8 15.5 L16 15.5",
	"positive":      "M7.5 14.5 Q12 17.4 16.5 14.5",
	"very_positive": "M7 13.8 Q12 20 17 13.8 Z",
}

// moodIcon draws a face in a colour. The lines carry the colour themselves: Fyne's coloured resources paint areas only.
func moodIcon(code string, ink color.Color) fyne.Resource {
	r, g, b, _ := ink.RGBA()
	hex := fmt.Sprintf("#%02x%02x%02x", r>>8, g>>8, b>>8)
	return fyne.NewStaticResource("mood-"+code+hex[1:]+".svg", fmt.Appendf(nil,
		`<svg xmlns="http://www.w3.org/2000/svg" width="24" height="24" viewBox="0 0 24 24">`+
			`<circle cx="12" cy="12" r="9.2" fill="none" stroke="%[1]s" stroke-width="1.6"/>`+
			`<circle cx="8.8" cy="9.6" r="1.3" fill="%[1]s"/><circle cx="15.2" cy="9.6" r="1.3" fill="%[1]s"/>`+
			`<path d="%[2]s" fill="none" stroke="%[1]s" stroke-width="1.6" stroke-linecap="round" stroke-linejoin="round"/></svg>`, hex, mouths[code]))
}

// moodFace is the picture of a sentiment; it always stands beside its word.
type moodFace struct {
	widget.BaseWidget
	image *canvas.Image
	code  string
}

func newMoodFace(code string) *moodFace {
	f := &moodFace{image: canvas.NewImageFromResource(nil), code: code}
	f.image.FillMode = canvas.ImageFillContain
	f.image.SetMinSize(fyne.NewSquareSize(faceSize))
	f.ExtendBaseWidget(f)
	return f
}

func (f *moodFace) set(code string) {
	f.code = code
	f.Refresh()
}

// Refresh is for Fyne.
func (f *moodFace) Refresh() {
	f.paint()
	f.BaseWidget.Refresh()
}

// paint draws the face in the colour of its meaning.
func (f *moodFace) paint() {
	f.image.Hidden = !data.Sentiments.Has(f.code)
	if !f.image.Hidden {
		var colour fyne.ThemeColorName = look.ColorSecondary
		switch f.code {
		case "very_negative", "negative":
			colour = look.ColorOverdue
		case "positive", "very_positive":
			colour = look.ColorDone
		}
		f.image.Resource = moodIcon(f.code, look.Color(colour))
	}
	f.image.Refresh()
}

// CreateRenderer is for Fyne.
func (f *moodFace) CreateRenderer() fyne.WidgetRenderer {
	f.paint()
	return widget.NewSimpleRenderer(f.image)
}
