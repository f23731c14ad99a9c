package widgets

import "fyne.io/fyne/v2"

// Things whose height changes while they are shown (a text that grows, an error that appears) tell what they stand in, and that tells
// what it stands in, up to the Scroll. Fyne's own pass from small to large forgets a change when a second one happens beside it in
// the same frame, and then the thing is squeezed into its old height.

// riser is a widget or a layout that can say that it needs another height.
type riser interface{ OnHeight(tell func()) }

// rises asks o to call tell when it needs another height.
func rises(o fyne.CanvasObject, tell func()) {
	if r, ok := o.(riser); ok {
		r.OnHeight(tell)
	} else if c, ok := o.(*fyne.Container); ok {
		if r, ok := c.Layout.(riser); ok {
			r.OnHeight(tell)
		}
	}
}

// rising is what our layouts have in common: they lay out anew when something in them needs another height, and pass it on.
type rising struct{ tell func() }

// OnHeight is for what this stands in.
func (r *rising) OnHeight(tell func()) { r.tell = tell }

// asking counts the layouts that are just asking something for its height at another width, or lay out because something rose. What
// grows or shrinks by that is not told: the one who asks reads the height, and hearing of it would lay out anew without end.
var asking int

func (r *rising) hear(l fyne.Layout, things []fyne.CanvasObject, size fyne.Size) {
	for _, o := range things {
		rises(o, func() {
			if asking > 0 {
				return
			}
			asking++
			l.Layout(things, size)
			asking--
			if r.tell != nil {
				r.tell()
			}
		})
	}
}
