package data

import (
	"bytes"
	"encoding/json"
	"reflect"
	"testing"
	"time"
)

// filled makes a record of type t in which every field says something.
func filled(t *testing.T, rt *Type) Record {
	r := rt.New()
	for _, f := range rt.Fields {
		switch p := f.Ptr(r).(type) {
		case *string:
			*p = "čekić " + f.Name
		case *bool:
			*p = true
		case *int:
			*p = f.ID
		case **int:
			n := f.ID
			*p = &n
		case **float64:
			x := float64(f.ID) + 0.25
			*p = &x
		case *[]string:
			*p = []string{"a, \"b\"", "<в>"}
		case *ID:
			*p = SettlementID("test", f.Name)
		case *Date:
			*p = "2026-10-21"
		case *Moment:
			*p = At(time.Date(2026, 10, 21, 16, 0, f.ID, 0, time.UTC))
		default:
			t.Fatalf("%s.%s is a %T: teach Value, SetValue and this test about it", rt.Name, f.Name, p)
		}
	}
	return r
}

func TestFieldsRoundTrip(t *testing.T) {
	for _, rt := range Types {
		full, viaDB, viaJSON := filled(t, rt), rt.New(), rt.New()
		for _, f := range rt.Fields {
			if f.IsZero(full) || !f.IsZero(viaDB) {
				t.Errorf("%s.%s: IsZero is wrong", rt.Name, f.Name)
			}
			if err := f.SetValue(viaDB, f.Value(full)); err != nil {
				t.Error(err)
			}
			if err := f.SetJSON(viaJSON, f.JSON(full)); err != nil {
				t.Error(err)
			}
			if b := f.JSON(viaJSON); !bytes.Equal(b, f.JSON(full)) {
				t.Errorf("%s.%s: %s came back as %s", rt.Name, f.Name, f.JSON(full), b)
			}
		}
		if !reflect.DeepEqual(full, viaDB) || !reflect.DeepEqual(full, viaJSON) {
			t.Errorf("%s came back as %+v and %+v, not %+v", rt.Name, viaDB, viaJSON, full)
		}
		for _, f := range rt.Fields { // emptied again, both ways
			empty := rt.New()
			if err := f.SetValue(viaDB, f.Value(empty)); err != nil {
				t.Error(err)
			}
			if err := f.SetJSON(viaJSON, json.RawMessage("null")); err != nil {
				t.Error(err)
			}
		}
		if empty := rt.New(); !reflect.DeepEqual(viaDB, empty) || !reflect.DeepEqual(viaJSON, empty) {
			t.Errorf("%s does not empty: %+v, %+v", rt.Name, viaDB, viaJSON)
		}
	}
}

func TestSetJSONLeavesCopiesAlone(t *testing.T) {
	f, _ := Engagements.Field("tags")
	before := &Engagement{Tags: []string{"voda", "prašina"}}
	after := *before
	if err := f.SetJSON(&after, json.RawMessage(`["buka"]`)); err != nil || before.Tags[0] != "voda" {
		t.Errorf("the copy became %v (%v)", before.Tags, err)
	}
	n := 3
	p, _ := Settlements.Field("population")
	old := &Settlement{Population: &n}
	moved := *old
	if err := p.SetJSON(&moved, json.RawMessage("4")); err != nil || *old.Population != 3 || *moved.Population != 4 {
		t.Errorf("the copy became %d (%v)", *old.Population, err)
	}
	if string(f.JSON(&Engagement{})) != "[]" || string(f.JSON(&Engagement{Tags: []string{}})) != "[]" {
		t.Error("an empty list does not always read as []")
	}
}

func TestWrongValuesAreRefused(t *testing.T) {
	for _, c := range []struct{ rt, field, json string }{
		{"engagement", "start", `"yesterday"`}, {"engagement", "women", `"12"`}, {"engagement", "settlement", `"x"`}, {"engagement", "tags", `"a"`}, {"settlement", "lat", `"44"`}, {"engagement", "planned", `1`},
	} {
		rt := TypeNamed(c.rt)
		f, ok := rt.Field(c.field)
		if err := f.SetJSON(rt.New(), json.RawMessage(c.json)); !ok || err == nil {
			t.Errorf("%s.%s took %s", c.rt, c.field, c.json)
		}
	}
	f, _ := Engagements.Field("settlement")
	if err := f.SetValue(&Engagement{}, []byte{1, 2, 3}); err == nil {
		t.Error("three bytes became an id")
	}
}

func TestDeclarations(t *testing.T) {
	codes, names := map[int]bool{}, map[string]bool{}
	for i, rt := range Types {
		if codes[rt.Code] || names[rt.Name] || TypeNamed(rt.Name) != rt || rt.New().Type() != rt {
			t.Errorf("%s: code or name is used twice, or its record says another type", rt.Name)
		}
		codes[rt.Code], names[rt.Name] = true, true
		columns := map[string]bool{"id": true, "binned": true, "created_at": true, "created_by": true, "updated_at": true, "updated_by": true}
		for _, f := range rt.Fields {
			if columns[f.Name] || f.Name == "" {
				t.Errorf("%s.%s: the column is taken", rt.Name, f.Name)
			}
			columns[f.Name] = true
		}
		if rt.Of == "" {
			continue
		}
		whole, back := TypeNamed(rt.Of), false
		for _, f := range rt.Fields {
			_, isID := f.Ptr(rt.New()).(*ID)
			back = back || f.Name == rt.Of && isID
		}
		if whole == nil || !back || !names[rt.Of] {
			t.Errorf("%s (place %d) is a part of %s, which must stand before it and be the field of that name", rt.Name, i, rt.Of)
		}
	}
	if TypeNamed("ticket") != nil {
		t.Error("there is no such type")
	}
}

func TestPartsStandInOrder(t *testing.T) {
	s := &Stakeholder{Memberships: []*Membership{{Role: "a"}}, Assessments: []*Assessment{{Note: "b"}}, Relations: []*Relation{{Kind: "c"}}}
	if p := s.Parts(); len(p) != 3 || p[0].Type() != Memberships || p[2].Type() != Relations {
		t.Errorf("parts of a stakeholder: %v", p)
	}
	e := &Engagement{Attendance: []*Attendance{{}, {}}, Points: []*Point{{}}}
	if p := e.Parts(); len(p) != 3 || p[0] != Record(e.Attendance[0]) || p[2].Type() != Points {
		t.Errorf("parts of an engagement: %v", p)
	}
	if (&Settlement{}).Parts() != nil || !(&Point{}).Empty() || (&Point{Said: "x"}).Empty() {
		t.Error("a settlement has parts, or Empty is wrong")
	}
}
