package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"dogovor/app/i18n"
	"dogovor/app/look"
)

// Chips is a choice of many: what is chosen stands as words with a cross, and a picker at the end adds more. Backspace in the empty
// picker takes the last one away.
type Chips struct {
	widget.BaseWidget
	OnChange func(keys []string)

	p      *i18n.Printer
	picker *chipPicker
	chosen []Option
	chips  []*FilterChip
	width  float32
	rising
}

type chipPicker struct {
	Picker
	empty func() // Backspace with nothing typed
}

func (k *chipPicker) TypedKey(ev *fyne.KeyEvent) {
	if ev.Name == fyne.KeyBackspace && k.Text == "" {
		k.empty()
		return
	}
	k.Picker.TypedKey(ev)
}

// NewChips makes a choice of many among options.
func NewChips(p *i18n.Printer, options []Option) *Chips {
	c := NewChipsSearch(p, nil)
	c.picker.instant = true
	c.SetOptions(options)
	return c
}

// NewChipsSearch makes a choice of many among what search finds, off Fyne's thread.
func NewChipsSearch(p *i18n.Printer, search func(text string) []Option) *Chips {
	c := &Chips{p: p, picker: &chipPicker{}}
	c.picker.init(c.picker, p, search)
	c.picker.ClearOnPick = true
	c.picker.offer = c.without
	c.picker.OnPick = func(o Option) { c.add(o) }
	c.picker.empty = func() {
		if n := len(c.chosen); n > 0 {
			c.remove(c.chosen[n-1].Key)
		}
	}
	c.ExtendBaseWidget(c)
	return c
}

// SetOptions replaces what can be chosen.
func (c *Chips) SetOptions(options []Option) {
	c.picker.Search = func(text string) []Option { return Matching(options, text) }
}

func (c *Chips) without(options []Option) []Option {
	var left []Option
	for _, o := range options {
		if !c.has(o.Key) {
			left = append(left, o)
		}
	}
	return left
}

func (c *Chips) has(key string) bool {
	for _, o := range c.chosen {
		if o.Key == key {
			return true
		}
	}
	return false
}

// Keys are the keys of what is chosen, in the order chosen.
func (c *Chips) Keys() []string {
	keys := make([]string, len(c.chosen))
	for i, o := range c.chosen {
		keys[i] = o.Key
	}
	return keys
}

// Set shows what is chosen without calling OnChange.
func (c *Chips) Set(chosen []Option) {
	c.chosen = append([]Option(nil), chosen...)
	c.rebuild()
}

// Hint shows what belongs here while nothing is typed; it returns c for chaining.
func (c *Chips) Hint(text string) *Chips {
	c.picker.SetPlaceHolder(text)
	return c
}

// FocusTarget is what takes the keys.
func (c *Chips) FocusTarget() fyne.Focusable { return c.picker }

// Picker is the field that adds.
func (c *Chips) Picker() *Picker { return &c.picker.Picker }

// SetInvalid marks the border.
func (c *Chips) SetInvalid(invalid bool) { c.picker.SetInvalid(invalid) }

func (c *Chips) tellTo(f func(string)) { c.picker.tellTo(f) }
func (c *Chips) watchBy(f func())      { c.picker.watchBy(f) }

func (c *Chips) add(o Option) {
	if !c.has(o.Key) {
		c.chosen = append(c.chosen, o)
		c.changed()
	}
}

func (c *Chips) remove(key string) {
	for i, o := range c.chosen {
		if o.Key == key {
			c.chosen = append(append([]Option(nil), c.chosen[:i]...), c.chosen[i+1:]...)
			c.changed()
			Focus(c.picker)
			return
		}
	}
}

func (c *Chips) changed() {
	c.rebuild()
	if c.OnChange != nil {
		c.OnChange(c.Keys())
	}
}

func (c *Chips) rebuild() {
	c.chips = nil
	for _, o := range c.chosen {
		c.chips = append(c.chips, NewFilterChip(o.Label, c.p.T("widgets.remove", "What", o.Label), func() { c.remove(o.Key) }))
	}
	c.Refresh()
	if c.tell != nil {
		c.tell()
	}
}

// flow places the chips in lines and the picker after them; it answers the height.
func (c *Chips) flow(width float32, move bool) float32 {
	const gap, least = look.Unit * .75, float32(140)
	x, y, high := float32(0), float32(0), look.RowHeight
	place := func(o fyne.CanvasObject, w, h float32) {
		if x > 0 && x+w > width {
			x, y = 0, y+high+gap/2
		}
		if move {
			put(o, x, y+(high-h)/2, w, h)
		}
		x += w + gap
	}
	for _, chip := range c.chips {
		m := chip.MinSize()
		place(chip, min(m.Width, width), m.Height)
	}
	h := c.picker.MinSize().Height
	if x > 0 && x+least > width {
		x, y = 0, y+high+gap/2
	}
	place(c.picker, max(width-x, min(least, width)), h)
	return y + high
}

// CreateRenderer is for Fyne.
func (c *Chips) CreateRenderer() fyne.WidgetRenderer {
	d := &drawn{self: c}
	d.min = func() fyne.Size {
		if c.width == 0 {
			return fyne.NewSize(140, look.RowHeight)
		}
		return fyne.NewSize(140, c.flow(c.width, false))
	}
	d.place = func(s fyne.Size) {
		c.width = s.Width
		c.flow(s.Width, true)
	}
	d.paint = func() {
		d.objects = d.objects[:0]
		for _, chip := range c.chips {
			d.objects = append(d.objects, chip)
		}
		d.objects = append(d.objects, c.picker)
	}
	return d.start()
}
