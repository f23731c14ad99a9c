package record

import (
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"dogovor/app/screens"
	"dogovor/app/widgets"
	"dogovor/data"
)

// Editor is what one field of a record is typed into. Which widget it is follows from the declaration of the field.
type Editor struct {
	name   string
	Object fyne.CanvasObject
	Show   func(r data.Record, names Names) // shows the field's value
	Take   func(r data.Record)              // writes what stands there into the field
	// Unread is text that stands in the field and is no value of it: half a date, a name nobody was chosen for. SetUnread brings it back.
	Unread    func() string
	SetUnread func(text string)
	wrong     func() string // what to say about text that is no value
}

// Problem is what keeps the field from being read, "" when nothing does.
func (e *Editor) Problem() string {
	if e.Unread() != "" {
		return e.wrong()
	}
	return ""
}

// Sources are where editors find what can be chosen.
type Sources struct {
	screens.Host
	Settlements  []widgets.Option                                   // by id
	Stakeholders func(text string) []widgets.Option                 // off the window's thread
	Values       func(t *data.Type, column, prefix string) []string // what was written there before; off the window's thread
	Create       func(column, text string) widgets.Option           // makes a stakeholder that is named in a field; nil: none are made
	Changed      func(column string)                                // something was typed or chosen
	Codes        func(column string) []string                       // the entries that a code column is narrowed to, nil: all of its vocabulary; nil: none is narrowed
}

// fewWords is how many entries a closed vocabulary may have to be shown as a row of words instead of a list.
const fewWords = 3

// suggested are text fields that propose what was written there before.
var suggested = []string{"role", "manager", "municipality", "made_by", "owner", "received_by", "who", "told_how"}

// NewEditor makes the widget for a field.
func (s *Sources) NewEditor(t *data.Type, column string) *Editor {
	f, ok := t.Field(column)
	if !ok {
		panic("record: " + t.Name + " has no field " + column)
	}
	e := &Editor{name: column, Unread: func() string { return "" }, SetUnread: func(string) {}}
	switch f.Ptr(t.New()).(type) {
	case *string:
		switch {
		case f.Code:
			s.code(e, t, f)
		case isIn(suggested, column):
			s.proposed(e, t, f)
		default:
			s.text(e, f)
		}
	case *[]string:
		if f.Code {
			s.codes(e, t, f)
		} else {
			s.several(e, f)
		}
	case *data.Date:
		s.date(e, f)
	case *bool:
		s.check(e, t, f)
	case *data.ID:
		s.record(e, f)
	case *int:
		s.scale(e, f)
	case **int:
		s.number(e, f)
	case **float64:
		s.decimal(e, f)
	default:
		panic("record: no widget for " + t.Name + "." + column)
	}
	return e
}

func (s *Sources) changed(e *Editor) func() { return func() { s.Changed(e.name) } }

// limit refuses what the field may not hold.
func (s *Sources) limit(e *widgets.Entry, most int) {
	e.SetMax(most, s.Words().N("widgets.too_long", most))
}

func (s *Sources) text(e *Editor, f data.Field) {
	entry, most := widgets.NewEntry(), data.MaxLine
	if f.Long {
		entry, most = widgets.NewMultiLine(), data.MaxLong
	}
	s.limit(entry, most)
	entry.OnChanged = func(string) { s.Changed(e.name) }
	e.Object = entry
	e.Show = func(r data.Record, _ Names) {
		entry.SetText(*f.Ptr(r).(*string))
		if !f.Long { // typing goes on where it ended
			entry.CursorColumn = len([]rune(entry.Text))
		}
	}
	e.Take = func(r data.Record) { *f.Ptr(r).(*string) = entry.Text }
}

// proposed is text for which the list offers what was written before; anything may be typed.
func (s *Sources) proposed(e *Editor, t *data.Type, f data.Field) {
	p := widgets.NewPicker(s.Words(), func(text string) []widgets.Option {
		var out []widgets.Option
		for _, v := range s.Values(t, f.Name, text) {
			out = append(out, widgets.Option{Key: v, Label: v})
		}
		return out
	})
	p.Free = true
	s.limit(&p.Entry, data.MaxLine)
	follow(p, s.changed(e))
	e.Object = p
	e.Show = func(r data.Record, _ Names) {
		v := *f.Ptr(r).(*string)
		p.SetPicked(widgets.Option{Key: v, Label: v})
	}
	e.Take = func(r data.Record) { *f.Ptr(r).(*string) = p.Text }
}

// follow is told of every change of a picker's text, after the picker itself.
func follow(p *widgets.Picker, changed func()) {
	typed := p.OnChanged
	p.OnChanged = func(text string) {
		typed(text)
		changed()
	}
}

// several are texts in one line, parted by semicolons; where no text holds a comma, by commas too.
func (s *Sources) several(e *Editor, f data.Field) {
	entry := widgets.NewEntry().Hint(s.Words().T("record.several"))
	s.limit(entry, data.MaxLong)
	entry.OnChanged = func(string) { s.Changed(e.name) }
	marks := ";；"
	if f.Name != "other_names" {
		marks += ",，、"
	}
	e.Object = entry
	e.Show = func(r data.Record, _ Names) { entry.SetText(strings.Join(*f.Ptr(r).(*[]string), "; ")) }
	e.Take = func(r data.Record) {
		*f.Ptr(r).(*[]string) = nil
		for _, x := range strings.FieldsFunc(entry.Text, func(c rune) bool { return strings.ContainsRune(marks, c) }) {
			if x = strings.TrimSpace(x); x != "" {
				*f.Ptr(r).(*[]string) = append(*f.Ptr(r).(*[]string), x)
			}
		}
	}
}

func (s *Sources) date(e *Editor, f data.Field) {
	d := widgets.NewDateField(s.Words(), s.Now)
	d.OnChange = s.changed(e)
	e.Object = d
	e.Show = func(r data.Record, _ Names) {
		d.SetDate(dayTime(*f.Ptr(r).(*data.Date)))
	}
	e.Take = func(r data.Record) {
		day, ok, _ := d.Date()
		*f.Ptr(r).(*data.Date) = ""
		if ok {
			*f.Ptr(r).(*data.Date) = data.DateOf(day)
		}
	}
	e.wrong = d.Problem
	e.Unread = func() string {
		if _, _, err := d.Date(); err != nil {
			return d.Text
		}
		return ""
	}
	e.SetUnread = d.SetText
}

func (s *Sources) check(e *Editor, t *data.Type, f data.Field) {
	c := widgets.NewCheck(Label(s, t, f.Name), func(bool) { s.Changed(e.name) })
	e.Object = c
	e.Show = func(r data.Record, _ Names) { c.SetChecked(*f.Ptr(r).(*bool)) }
	e.Take = func(r data.Record) { *f.Ptr(r).(*bool) = c.Checked() }
}

// scale is how much of something there is, 1 to 5.
func (s *Sources) scale(e *Editor, f data.Field) {
	var options []widgets.Option
	for i := 1; i <= 5; i++ {
		options = append(options, widgets.Option{Key: strconv.Itoa(i), Label: strconv.Itoa(i)})
	}
	c := widgets.NewSegment(options, func(string) { s.Changed(e.name) })
	e.Object = c
	e.Show = func(r data.Record, _ Names) { c.SetKey(strconv.Itoa(*f.Ptr(r).(*int))) }
	e.Take = func(r data.Record) { *f.Ptr(r).(*int), _ = strconv.Atoi(c.Key()) }
}

func (s *Sources) number(e *Editor, f data.Field) {
	n := widgets.NewNumberField(s.Words())
	n.OnChange = s.changed(e)
	e.Object = n
	e.Show = func(r data.Record, _ Names) {
		n.Clear()
		if v := *f.Ptr(r).(**int); v != nil {
			n.SetNumber(*v)
		}
	}
	e.Take = func(r data.Record) {
		*f.Ptr(r).(**int) = nil
		if v, ok := n.Number(); ok {
			*f.Ptr(r).(**int) = &v
		}
	}
	e.wrong = func() string { return s.Words().T("widgets.bad_number") }
	e.Unread = func() string {
		if _, ok := n.Number(); ok {
			return ""
		}
		return strings.TrimSpace(n.Text)
	}
	e.SetUnread = n.SetText
}

// decimal is a number with a fraction, typed with a point or a comma.
func (s *Sources) decimal(e *Editor, f data.Field) {
	entry := widgets.NewEntry()
	entry.OnChanged = func(string) { s.Changed(e.name) }
	value := func() (float64, error) {
		text := strings.Replace(strings.TrimSpace(entry.Text), ",", ".", 1)
		if strings.Trim(text, "+-.0123456789") != "" { // "NaN" and "Inf" are numbers to a program, and no draft can hold them
			return 0, strconv.ErrSyntax
		}
		return strconv.ParseFloat(text, 64)
	}
	e.Object = entry
	e.Show = func(r data.Record, _ Names) {
		text := ""
		if v := *f.Ptr(r).(**float64); v != nil {
			text = strings.Replace(strconv.FormatFloat(*v, 'f', -1, 64), ".", decimalMark(s), 1)
		}
		entry.SetText(text)
	}
	e.Take = func(r data.Record) {
		*f.Ptr(r).(**float64) = nil
		if v, err := value(); err == nil {
			*f.Ptr(r).(**float64) = &v
		}
	}
	e.wrong = func() string { return s.Words().T("record.bad_decimal") }
	e.Unread = func() string {
		if _, err := value(); err != nil {
			return strings.TrimSpace(entry.Text)
		}
		return ""
	}
	e.SetUnread = entry.SetText
}

func decimalMark(s Speaker) string { return strings.Trim(s.Words().Decimal(0.5, 1), "05") }

func isIn(list []string, s string) bool {
	for _, x := range list {
		if x == s {
			return true
		}
	}
	return false
}
