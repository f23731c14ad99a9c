package widgets

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"dogovor/app/look"
)

// What stands on a trail may grow: the rest gives way, and the line goes on to the next dot of what happened, not to what lies ahead.
func TestTrailGivesWay(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(look.New(look.Options{}))
	short, long := look.Body("received"), look.Body("One two three four five six seven eight nine ten eleven twelve")
	trail := Trail(Stop{Content: short, Status: StatusDone}, Stop{Content: long, Status: StatusDone}, Stop{Content: look.Body("closed"), Ahead: true})
	w := test.NewTempWindow(t, NewScroll(trail))
	w.SetPadded(false)
	w.Resize(fyne.NewSize(400, 600))
	third := trail.Objects[2].Position().Y
	w.Resize(fyne.NewSize(160, 600))
	if now := trail.Objects[2].Position().Y; now < third+30 {
		t.Errorf("the third stood at %v and stands at %v, over the second", third, now)
	}
	for i, leads := range []bool{true, false, false} {
		stop := trail.Objects[i].(*fyne.Container)
		line, dot := stop.Objects[0].(*canvas.Rectangle), stop.Objects[1].(*canvas.Circle)
		if line.Visible() != leads {
			t.Errorf("line %d: %v", i, line.Visible())
		}
		if bottom := line.Position().Y + line.Size().Height; leads && (bottom > stop.Size().Height+dot.Position().Y || bottom < stop.Size().Height-trailGap) {
			t.Errorf("the line ends at %v of %v", bottom, stop.Size().Height)
		}
		if filled := dot.FillColor == dot.StrokeColor; filled != (i < 2) {
			t.Errorf("dot %d is filled: %v", i, filled)
		}
	}
}
