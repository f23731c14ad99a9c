package widgets

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"dogovor/app/look"
)

// Form is a page of fields that scrolls. It knows its fields by key and in the order in which they were added, keeps the field that
// is typed into in sight, and shows what is wrong where it is wrong.
type Form struct {
	widget.BaseWidget
	scroll *Scroll
	keys   []string
	fields map[string]*Field
}

// NewForm makes a form of content, which holds the fields, mostly a Column of Rows.
func NewForm(content fyne.CanvasObject) *Form {
	f := &Form{fields: map[string]*Field{}}
	f.scroll = NewScroll(pad(content))
	f.ExtendBaseWidget(f)
	return f
}

// pad gives air on all sides, with room for the scroll bar.
func pad(content fyne.CanvasObject) fyne.CanvasObject { return Pad(look.Unit*2, content) }

// Add makes field known as key; adding a key again replaces it. It returns field.
func (f *Form) Add(key string, field *Field) *Field {
	if f.fields[key] == nil {
		f.keys = append(f.keys, key)
	}
	f.fields[key] = field
	field.onFocus = func() { f.scroll.Reveal(field) }
	return field
}

// Remove forgets key and all keys below it ("points.2" also forgets "points.2.said").
func (f *Form) Remove(key string) {
	var keep []string
	for _, k := range f.keys {
		if k == key || strings.HasPrefix(k, key+".") {
			delete(f.fields, k)
		} else {
			keep = append(keep, k)
		}
	}
	f.keys = keep
}

// Field is the field known as key, nil when there is none.
func (f *Form) Field(key string) *Field { return f.fields[key] }

// Focused is the key of the field that has the focus, "" when none has.
func (f *Form) Focused() string {
	c := canvasOf(f)
	if c == nil || c.Focused() == nil {
		return ""
	}
	for k, field := range f.fields {
		if field.FocusTarget() == c.Focused() {
			return k
		}
	}
	return ""
}

// Focus puts the focus into the field known as key; it tells whether there is one.
func (f *Form) Focus(key string) bool {
	field := f.fields[key]
	if field == nil {
		return false
	}
	Focus(field)
	return true
}

// Reveal scrolls to something in the form.
func (f *Form) Reveal(o fyne.CanvasObject) { f.scroll.Reveal(o) }

// ShowErrors marks the fields by key with what is wrong with them, clears all others, and puts the focus on the first wrong one. It
// returns what belongs to no field, for the screen to say.
func (f *Form) ShowErrors(errors map[string]string) (rest []string) {
	var first *Field
	for _, k := range f.keys {
		f.fields[k].SetError(errors[k])
		if errors[k] != "" && first == nil {
			first = f.fields[k]
		}
	}
	for k, m := range errors {
		if f.fields[k] == nil {
			rest = append(rest, m)
		}
	}
	f.Refresh()
	if first != nil {
		Focus(first)
		f.scroll.Reveal(first)
	}
	return rest
}

// CreateRenderer is for Fyne.
func (f *Form) CreateRenderer() fyne.WidgetRenderer {
	return (&drawn{
		self: f, objects: []fyne.CanvasObject{f.scroll}, min: f.scroll.MinSize, place: f.scroll.Resize,
		paint: func() { f.scroll.Refresh(); f.scroll.relay() }, // what went may have left the bar behind
	}).start()
}

// Pad puts air around content.
func Pad(air float32, content fyne.CanvasObject) *fyne.Container {
	return &fyne.Container{Layout: &padding{air: air}, Objects: []fyne.CanvasObject{content}}
}

type padding struct {
	rising
	air float32
}

func (p *padding) Layout(os []fyne.CanvasObject, s fyne.Size) {
	for _, o := range os {
		put(o, p.air, p.air, s.Width-2*p.air, s.Height-2*p.air)
	}
	p.hear(p, os, s)
}

func (p *padding) MinSize(os []fyne.CanvasObject) fyne.Size {
	var m fyne.Size
	for _, o := range os {
		m = m.Max(o.MinSize())
	}
	return m.AddWidthHeight(2*p.air, 2*p.air)
}
