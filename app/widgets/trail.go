package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"

	"dogovor/app/look"
)

// Stop is one thing on a Trail. Ahead is what has not happened yet: its dot is hollow, the way to it is not drawn, and the first of them stands out.
type Stop struct {
	Status  Status
	Ahead   bool
	Content fyne.CanvasObject
}

// Trail shows one thing after the other along a line from top to bottom: what happened, and what comes next. The colour of a dot repeats
// what the words beside it say.
func Trail(stops ...Stop) *fyne.Container {
	var os []fyne.CanvasObject
	for i, s := range stops {
		t := &trailStop{status: s.Status, ahead: s.Ahead, leads: i+1 < len(stops) && !stops[i+1].Ahead, next: s.Ahead && (i == 0 || !stops[i-1].Ahead)}
		os = append(os, container.New(t, canvas.NewRectangle(nil), canvas.NewCircle(nil), s.Content))
	}
	return Column(0, os...)
}

const (
	trailDot  = float32(10)
	trailLeft = trailDot + look.Unit*1.5 // where the words begin
	trailGap  = look.Unit * 1.5          // between one and the next
)

// trailStop places the line to the next stop, the dot and the content.
type trailStop struct {
	rising
	status Status
	ahead  bool
	leads  bool // the line goes on
	next   bool // the first that lies ahead
}

func (t *trailStop) Layout(os []fyne.CanvasObject, s fyne.Size) {
	line, dot, content := os[0].(*canvas.Rectangle), os[1].(*canvas.Circle), os[2]
	color := look.Color(t.status.Color()) // the theme may have changed
	dot.FillColor, dot.StrokeColor, dot.StrokeWidth = color, color, 2
	if t.ahead {
		dot.FillColor, dot.StrokeColor = look.Color(look.ColorSurface), look.Color(look.ColorEdge)
	}
	if t.next {
		dot.StrokeColor = look.Color(look.ColorAccent)
	}
	line.FillColor, line.Hidden = look.Color(look.ColorEdge), !t.leads
	y := (look.LineHeight(look.BodyStyle) - trailDot) / 2
	put(dot, 0, y, trailDot, trailDot)
	put(line, (trailDot-1)/2, y+trailDot+3, 1, max(s.Height-trailDot-6, 0))
	put(content, trailLeft, 0, max(s.Width-trailLeft, 0), max(s.Height-trailGap, 0))
	t.hear(t, os, s)
}

func (t *trailStop) MinSize(os []fyne.CanvasObject) fyne.Size {
	m := os[2].MinSize()
	return fyne.NewSize(m.Width+trailLeft, max(m.Height, look.LineHeight(look.BodyStyle))+trailGap)
}
