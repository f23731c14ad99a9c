package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// DropTarget says of the part of a window that it stands in what becomes of files that are dropped anywhere on the window. Nothing of it
// is seen.
type DropTarget struct {
	widget.BaseWidget
	Take func(paths []string)
}

// NewDropTarget makes it.
func NewDropTarget(take func(paths []string)) *DropTarget {
	d := &DropTarget{Take: take}
	d.ExtendBaseWidget(d)
	return d
}

// CreateRenderer is for Fyne.
func (d *DropTarget) CreateRenderer() fyne.WidgetRenderer {
	return (&drawn{self: d, min: func() fyne.Size { return fyne.Size{} }, place: func(fyne.Size) {}, paint: func() {}}).start()
}

// DropTargetIn finds the first one that can be seen in root, nil when there is none.
func DropTargetIn(root fyne.CanvasObject) *DropTarget {
	if !root.Visible() {
		return nil
	}
	if d, ok := root.(*DropTarget); ok {
		return d
	}
	for _, child := range children(root) {
		if d := DropTargetIn(child); d != nil {
			return d
		}
	}
	return nil
}
