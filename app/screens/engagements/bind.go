package engagements

import (
	"context"
	"slices"

	"fyne.io/fyne/v2"

	"dogovor/app/screens/record"
	"dogovor/app/widgets"
	"dogovor/data"
)

// bound is a field of the form tied to a field of a record: what is typed is in the record at once.
type bound struct {
	key     string // path of its problems: "venue", "attendance.2.capacity"
	column  string
	field   *widgets.Field
	half    func() string // typed, but no value (yet); nil when every text is one
	restore func(half string)
	wrong   func() string // what is wrong with what was typed, in words; "" for nothing
}

// bind makes the field for a column; what it is made of follows from the declaration of the column.
func (f *form) bind(key string, r data.Record, column string) *bound {
	d, _ := r.Type().Field(column)
	switch p := d.Ptr(r).(type) {
	case *string:
		if column == "venue" || column == "project" || column == "capacity" || column == "owner" {
			return f.free(key, r, column, p)
		}
	case *[]string:
		if !d.Code {
			return f.words(key, r, column, p)
		}
	case *int:
		return f.number(key, r, column, p)
	}
	var e *record.Editor
	src := &record.Sources{Host: f.host, Changed: func(string) {
		e.Take(r)
		f.touch()
	}}
	e = src.NewEditor(r.Type(), column)
	e.Show(r, nil)
	b := f.labelled(key, r, column, e.Object)
	b.half, b.restore, b.wrong = e.Unread, e.SetUnread, e.Problem
	return b
}

func (f *form) labelled(key string, r data.Record, column string, content fyne.CanvasObject) *bound {
	return &bound{key: key, column: column, field: widgets.NewField(record.Label(f.host, r.Type(), column), content)}
}

// picked tells a picker in which something was typed that is no choice.
func (f *form) picked(b *bound, k *widgets.Picker) {
	typed := k.OnChanged
	k.OnChanged = func(text string) {
		typed(text)
		f.touch()
	}
	b.half = func() string {
		if k.Picked().Key == "" {
			return k.Text
		}
		return ""
	}
	b.restore = func(half string) { k.SetPicked(widgets.Option{Label: half}) }
	b.wrong = func() string {
		if data.CleanLine(b.half()) == "" {
			return ""
		}
		return f.w.T("widgets.pick_one")
	}
}

// choice is one entry of a vocabulary, always as a list: a row of words would be too wide for the lines of this form.
func (f *form) choice(key string, r data.Record, column string, p *string) *bound {
	list := record.VocabularyOf(r.Type(), column)
	c := widgets.NewChoice(f.w, f.host.Choices(list))
	if *p != "" {
		c.SetPicked(widgets.Option{Key: *p, Label: f.host.Term(list, *p)})
	}
	c.OnChange = func(code string) {
		*p = code
		f.touch()
	}
	b := f.labelled(key, r, column, c)
	f.picked(b, &c.Picker)
	return b
}

// free is a line of text that offers what was written there before.
func (f *form) free(key string, r data.Record, column string, p *string) *bound {
	k := widgets.NewPicker(f.w, func(text string) []widgets.Option { return f.before(r.Type().Name, column, text) })
	k.Free = true
	k.SetMax(data.MaxLine, f.w.N("widgets.too_long", data.MaxLine))
	if *p != "" {
		k.SetPicked(widgets.Option{Key: *p, Label: *p})
	}
	typed := k.OnChanged
	k.OnChanged = func(text string) {
		*p = text
		typed(text)
		f.touch()
	}
	return f.labelled(key, r, column, k)
}

const fewValues = 8

// before offers what was written in a column before, and first the text as it is: Enter must not replace it by something longer. It
// runs off the window's thread.
func (f *form) before(typeName, column, text string) []widgets.Option {
	values, err := f.db.Values(f.ctx, typeName, column, text, fewValues)
	f.failed(err)
	if column == "owner" { // whoever is an officer can see to it
		officers, err := f.db.Values(f.ctx, data.Engagements.Name, "officers", text, fewValues)
		f.failed(err)
		for _, o := range officers {
			if !slices.Contains(values, o) {
				values = append(values, o)
			}
		}
	}
	var out []widgets.Option
	if text != "" {
		out = append(out, widgets.Option{Key: text, Label: text})
	}
	for _, v := range values {
		if v != text {
			out = append(out, widgets.Option{Key: v, Label: v})
		}
	}
	return out
}

// failed says an error of a search that ran off the window's thread, unless the form has gone since.
func (f *form) failed(err error) {
	if err != nil && f.ctx.Err() == nil {
		f.host.Load(func(context.Context) error { return err }, func() {})
	}
}

// words is a list of free words, such as tags and officers.
func (f *form) words(key string, r data.Record, column string, p *[]string) *bound {
	c := widgets.NewChipsSearch(f.w, func(text string) []widgets.Option { return f.before(r.Type().Name, column, text) })
	var chosen []widgets.Option
	for _, x := range *p {
		chosen = append(chosen, widgets.Option{Key: x, Label: x})
	}
	c.Set(chosen)
	c.OnChange = func(keys []string) {
		*p = keys
		f.touch()
	}
	b := f.labelled(key, r, column, c)
	f.picked(b, c.Picker())
	return b
}

const mostPeople = 100000 // as the rules of an engagement have it

// number is a count of heads; nobody and not counted are the same.
func (f *form) number(key string, r data.Record, column string, p *int) *bound {
	n := widgets.NewNumberField(f.w)
	n.Max = mostPeople
	if *p != 0 {
		n.SetNumber(*p)
	}
	n.OnChange = func() {
		*p, _ = n.Number()
		f.touch()
	}
	b := f.labelled(key, r, column, n)
	b.half = func() string {
		if _, ok := n.Number(); !ok {
			return n.Text
		}
		return ""
	}
	b.restore = n.SetText
	b.wrong = func() string {
		if b.half() == "" {
			return ""
		}
		return f.w.T("widgets.bad_number")
	}
	return b
}
