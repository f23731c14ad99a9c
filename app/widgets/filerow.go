package widgets

import (
	"image"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"dogovor/app/look"
)

// FileRow is a file kept with a record: a small picture of it or an icon, its name, what is said about it. Pressing it opens it; Delete
// takes it away; the button at its right, the right button of the mouse and the menu key offer all that can be done with it.
type FileRow struct {
	press
	OnDelete func()
	name     string
	said     string
	icon     fyne.Resource
	picture  image.Image
	more     *Button
	items    func() []*fyne.MenuItem
}

// FilePicture is how large the picture in a FileRow is.
const FilePicture = float32(48)

// NewFileRow makes it; more names the button for all the rest, which items lists.
func NewFileRow(name, said string, icon fyne.Resource, more string, open func(), items func() []*fyne.MenuItem) *FileRow {
	r := &FileRow{name: name, said: said, icon: icon, items: items}
	r.more = IconButton(theme.MoreHorizontalIcon(), more, func() { r.menu(nil) })
	r.become(r, open)
	r.keys = func(ev *fyne.KeyEvent) bool {
		switch {
		case ev.Name == fyne.KeyDelete && r.OnDelete != nil:
			r.OnDelete()
		case ev.Name == desktop.KeyMenu:
			r.menu(nil)
		default:
			return false
		}
		return true
	}
	return r
}

// SetPicture shows a small picture of what is in the file instead of the icon.
func (r *FileRow) SetPicture(m image.Image) {
	r.picture = m
	r.Refresh()
}

// Word is the file's name.
func (r *FileRow) Word() string { return r.name }

// Text is what the row says, for copies of the page.
func (r *FileRow) Text() string { return r.name + " (" + r.said + ")" }

// AccessibilityLabel is for readers of the screen.
func (r *FileRow) AccessibilityLabel() string { return r.name + ", " + r.said }

// TappedSecondary offers what can be done.
func (r *FileRow) TappedSecondary(ev *fyne.PointEvent) { r.menu(&ev.Position) }

// menu opens at a place in the row, or below the button.
func (r *FileRow) menu(at *fyne.Position) {
	c := canvasOf(r)
	items := r.items()
	if c == nil || len(items) == 0 {
		return
	}
	driver := fyne.CurrentApp().Driver()
	place := driver.AbsolutePositionForObject(r.more).AddXY(0, r.more.Size().Height)
	if at != nil {
		place = driver.AbsolutePositionForObject(r).Add(*at)
	}
	m := fyne.NewMenu("", items...)
	size := widget.NewMenu(m).MinSize()
	place.X = min(place.X, c.Size().Width-size.Width-look.Unit*2)
	place.Y = min(place.Y, c.Size().Height-size.Height-look.Unit*2)
	widget.ShowPopUpMenuAtPosition(m, c, place)
}

// CreateRenderer is for Fyne.
func (r *FileRow) CreateRenderer() fyne.WidgetRenderer {
	back, ring := r.frame()
	frame := canvas.NewRectangle(nil)
	frame.CornerRadius, frame.StrokeWidth = look.Radius, 1
	icon := canvas.NewImageFromResource(nil)
	icon.FillMode = canvas.ImageFillContain
	picture := &canvas.Image{FillMode: canvas.ImageFillContain, ScaleMode: canvas.ImageScaleSmooth}
	name, said := canvas.NewText("", nil), canvas.NewText("", nil)
	const air, gap, iconSize = look.Unit * .5, look.Unit * 1.5, float32(24)
	objects := []fyne.CanvasObject{back, frame, icon, picture, name, said, ring}
	hasMore := r.items != nil
	if hasMore {
		objects = append(objects, r.more)
	}
	return (&drawn{
		self: r, objects: objects,
		min: func() fyne.Size { return fyne.NewSize(220, FilePicture+2*air) },
		place: func(s fyne.Size) {
			back.Resize(s)
			put(ring, 0, 0, s.Width, s.Height)
			put(frame, air, air, FilePicture, FilePicture)
			put(picture, air+1, air+1, FilePicture-2, FilePicture-2)
			put(icon, air+(FilePicture-iconSize)/2, air+(FilePicture-iconSize)/2, iconSize, iconSize)
			x, right := air+FilePicture+gap, s.Width-air
			if hasMore {
				m := r.more.MinSize()
				right -= m.Width
				put(r.more, right, (s.Height-m.Height)/2, m.Width, m.Height)
				right -= look.Unit
			}
			name.Text, said.Text = look.Cut(r.name, right-x, look.BodyStyle), look.Cut(r.said, right-x, look.SecondaryStyle)
			h1, h2 := look.LineHeight(look.BodyStyle), look.LineHeight(look.SecondaryStyle)
			y := (s.Height - h1 - h2) / 2
			put(name, x, y, right-x, h1)
			put(said, x, y+h1, right-x, h2)
		},
		paint: func() {
			r.paintRing()
			back.FillColor, back.Hidden = look.Color(look.ColorHover), !r.hovered
			frame.FillColor, frame.StrokeColor = look.Color(look.ColorPage), look.Color(look.ColorLine)
			icon.Hidden, picture.Hidden = r.picture != nil, r.picture == nil
			icon.Resource, picture.Image = look.Icon(r.icon, look.ColorSecondary), r.picture
			name.Color, name.TextSize = look.Color(look.ColorInk), look.SizeBody
			said.Color, said.TextSize = look.Color(look.ColorSecondary), look.SizeSmall
			for _, o := range []fyne.CanvasObject{back, icon, picture, name, said} {
				o.Refresh()
			}
		},
	}).start()
}
