package data

import (
	"database/sql/driver"
	"encoding/json"
	"fmt"
	"reflect"
	"strconv"
	"strings"
	"time"
)

// Record is anything the store keeps: a stakeholder, an engagement, one row of its attendance.
type Record interface {
	Type() *Type
	Head() *Meta
	// Clean brings typed text into the one form it is stored in (see CleanLine); it loses nothing a person can see.
	Clean()
	// Validate tells what keeps the record, with its parts, from being saved. now bounds what "future" means.
	Validate(now time.Time) Problems
	// Parts are the rows that belong to the record and are saved and binned with it, in their order.
	Parts() []Record
}

// Meta is what every record has. Store and clock fill it, not people.
type Meta struct {
	ID        ID
	Binned    bool // in the bin: out of every list and figure, restorable
	CreatedAt time.Time
	CreatedBy string
	UpdatedAt time.Time
	UpdatedBy string
}

// Head gives the Meta itself, so that records embed it.
func (m *Meta) Head() *Meta { return m }

// Parts of a record without parts.
func (m *Meta) Parts() []Record { return nil }

// Type describes a record type. Code and the ids of its fields travel between laptops: they are never reused.
type Type struct {
	Name   string // table, JSON key and prefix of its labels: "stakeholder"
	Code   int
	Letter string // of its numbers: "E" in E-26-BOR1-0014; "" when it has none
	Of     string // the record it is a part of, through its field of the same name; "" when it stands alone
	New    func() Record
	Fields []Field
}

// Field describes one field of a record type: declared by a struct tag `field:"ID,column[,option…]"`, where options are
// long (many lines), code (a vocabulary code), once (once it says something, the store lets nobody change it), personal (says something
// about a person: never logged, left out of public editions).
type Field struct {
	ID       int    // from 2; never reused
	Name     string // column, JSON key, label "<type>.<name>"
	Long     bool
	Code     bool
	Once     bool
	Personal bool
	index    []int
}

// Limits on text: what a person may type or paste into one field, in characters.
const (
	MaxLine = 300
	MaxLong = 20000
	MaxList = 100
)

// newType reads the declaration of a record type from its struct tags.
func newType(name string, code int, letter, of string, make func() Record) *Type {
	t := &Type{Name: name, Code: code, Letter: letter, Of: of, New: make}
	st := reflect.TypeOf(make()).Elem()
	seen := map[int]bool{}
	for i := range st.NumField() {
		tag, ok := st.Field(i).Tag.Lookup("field")
		if !ok {
			continue
		}
		parts := strings.Split(tag, ",")
		id, err := strconv.Atoi(parts[0])
		if err != nil || id < 2 || seen[id] {
			panic(fmt.Sprintf("data: field id %q of %s is wrong or used twice", parts[0], name))
		}
		seen[id] = true
		f := Field{ID: id, Name: parts[1], index: st.Field(i).Index}
		for _, o := range parts[2:] {
			switch o {
			case "long":
				f.Long = true
			case "code":
				f.Code = true
			case "once":
				f.Once = true
			case "personal":
				f.Personal = true
			}
		}
		t.Fields = append(t.Fields, f)
	}
	return t
}

// Field finds a field by its name.
func (t *Type) Field(name string) (Field, bool) {
	for _, f := range t.Fields {
		if f.Name == name {
			return f, true
		}
	}
	return Field{}, false
}

// Ptr points at the field's value within r: *string, *bool, *int, **int, **float64, *[]string, *ID, *Date or *Moment.
func (f Field) Ptr(r Record) any {
	return reflect.ValueOf(r).Elem().FieldByIndex(f.index).Addr().Interface()
}

// Value is the field's value as a database column holds it; unknown, empty and none are all nil, so that they compare equal.
func (f Field) Value(r Record) driver.Value {
	switch p := f.Ptr(r).(type) {
	case *string:
		return orNil(*p)
	case *Date:
		return orNil(string(*p))
	case *Moment:
		return orNil(p.String())
	case *ID:
		v, _ := p.Value()
		return v
	case *bool:
		if *p {
			return int64(1)
		}
		return int64(0)
	case *int:
		return int64(*p)
	case **int:
		if *p == nil {
			return nil
		}
		return int64(**p)
	case **float64:
		if *p == nil {
			return nil
		}
		return **p
	case *[]string:
		if len(*p) == 0 {
			return nil
		}
		b, _ := json.Marshal(*p)
		return string(b)
	}
	panic("data: field " + f.Name + " has a Go type that no column holds")
}

func orNil(s string) driver.Value {
	if s == "" {
		return nil
	}
	return s
}

// SetValue takes what Value gave, or what the database driver read from the column.
func (f Field) SetValue(r Record, v any) error {
	if b, ok := v.([]byte); ok {
		if p, ok := f.Ptr(r).(*ID); ok {
			return p.Scan(b)
		}
		v = string(b)
	}
	s, _ := v.(string)
	n, isInt := v.(int64)
	switch p := f.Ptr(r).(type) {
	case *string:
		*p = s
	case *Date:
		*p = Date(s)
	case *Moment:
		m, err := ParseMoment(s)
		*p = m
		return err
	case *ID:
		if v != nil {
			return fmt.Errorf("%s: %T is not an id", f.Name, v)
		}
		*p = ID{}
	case *bool:
		*p = n != 0
	case *int:
		*p = int(n)
	case **int:
		*p = nil
		if isInt {
			x := int(n)
			*p = &x
		}
	case **float64:
		*p = nil
		switch x := v.(type) {
		case float64:
			*p = &x
		case int64:
			y := float64(x)
			*p = &y
		}
	case *[]string:
		*p = nil
		if s != "" {
			return json.Unmarshal([]byte(s), p)
		}
	}
	return nil
}

// JSON is the field's value in the export and in the history.
func (f Field) JSON(r Record) json.RawMessage {
	if p, ok := f.Ptr(r).(*[]string); ok && len(*p) == 0 {
		return json.RawMessage("[]") // an empty list reads the same, whether it was ever filled or not
	}
	b, err := json.Marshal(f.Ptr(r))
	if err != nil {
		panic("data: field " + f.Name + ": " + err.Error())
	}
	return b
}

// SetJSON reads what JSON wrote; null empties the field.
func (f Field) SetJSON(r Record, b json.RawMessage) error {
	// Emptied first: what a copy of the record shares, a list or a pointer, must not change under it.
	reflect.ValueOf(f.Ptr(r)).Elem().SetZero()
	if string(b) == "null" || string(b) == "[]" || len(b) == 0 {
		return nil
	}
	return json.Unmarshal(b, f.Ptr(r))
}

// IsZero tells whether the field says nothing.
func (f Field) IsZero(r Record) bool {
	v := f.Value(r)
	return v == nil || v == int64(0)
}
