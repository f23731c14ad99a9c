package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// parts are the renderers of our widgets on the window. Fyne lets only drivers go through the tree of what is shown; this lets us.
var parts = map[fyne.Widget]*drawn{}

// children are what o is made of; of what is not ours nothing is known.
func children(o fyne.CanvasObject) []fyne.CanvasObject {
	switch o := o.(type) {
	case *fyne.Container:
		return o.Objects
	case *container.Scroll:
		return []fyne.CanvasObject{o.Content}
	case fyne.Widget:
		if d := parts[o]; d != nil {
			return d.objects
		}
	}
	return nil
}

// below is how far below the top of root o lies. The driver would know that only of what was painted once: a row that was added just
// now would seem to lie at the top of the window.
func below(root, o fyne.CanvasObject) (float32, bool) {
	if root == o {
		return 0, true
	}
	for _, child := range children(root) {
		if !child.Visible() {
			continue
		}
		if y, ok := below(child, o); ok {
			return y + child.Position().Y, true
		}
	}
	return 0, false
}

// keepInSight scrolls what has the focus into sight, wherever it stands.
func keepInSight(o fyne.CanvasObject) {
	for w := range parts {
		if s, ok := w.(*Scroll); ok {
			s.Reveal(o)
		}
	}
}

// at is the lowest thing in root at a place for which want holds, nil when there is none. The place counts from root's corner.
func at(root fyne.CanvasObject, place fyne.Position, want func(fyne.CanvasObject) bool) fyne.CanvasObject {
	if !root.Visible() || place.X < 0 || place.Y < 0 || place.X >= root.Size().Width || place.Y >= root.Size().Height {
		return nil
	}
	for _, child := range children(root) {
		if found := at(child, place.Subtract(child.Position()), want); found != nil {
			return found
		}
	}
	if want(root) {
		return root
	}
	return nil
}
