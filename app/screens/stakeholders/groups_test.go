package stakeholders

import (
	"slices"
	"testing"

	"dogovor/app/screens/record"
	"dogovor/data"
)

// Every field of a stakeholder and of its parts stands in the form once, but for those that nobody fills in.
func TestEveryFieldHasItsPlace(t *testing.T) {
	follows := []string{"stakeholder.number", "stakeholder.script", "stakeholder.merged_into"}
	seen := map[string]int{}
	look := func(rt *data.Type, line []record.Spec) {
		for _, s := range line {
			if _, ok := rt.Field(s.Column); !ok {
				t.Errorf("%s has no field %q", rt.Name, s.Column)
			}
			seen[rt.Name+"."+s.Column]++
		}
	}
	types := []*data.Type{data.Stakeholders}
	for _, g := range groups {
		for _, line := range g.Lines {
			look(data.Stakeholders, line)
		}
		if g.Rows != nil {
			types = append(types, g.Rows.Type)
			look(g.Rows.Type, g.Rows.Line)
		}
	}
	for _, rt := range types {
		for _, f := range rt.Fields {
			name, want := rt.Name+"."+f.Name, 1
			if f.Name == rt.Of || slices.Contains(follows, name) {
				want = 0
			}
			if seen[name] != want {
				t.Errorf("%s stands in the form %d times, not %d: groups.go says where", name, seen[name], want)
			}
		}
	}
	for _, rt := range data.Types {
		if rt.Of == data.Stakeholders.Name && !slices.Contains(types, rt) {
			t.Errorf("%s is a part of a stakeholder without rows in the form", rt.Name)
		}
	}
}
