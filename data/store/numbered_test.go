package store

import (
	"testing"

	"dogovor/data"
)

func TestNumbered(t *testing.T) {
	s := fresh(t)
	krivelj := &data.Settlement{Name: "Krivelj", NameCyrl: "Кривељ"}
	marko := &data.Stakeholder{Kind: "person", Name: "Primer Marko"}
	save(t, s, krivelj, marko)
	for _, c := range []struct {
		t    *data.Type
		say  string
		want data.ID
		code string
	}{
		{data.Settlements, "krivelj", krivelj.ID, ""},
		{data.Settlements, "КРИВЕЉ", krivelj.ID, ""},
		{data.Settlements, krivelj.ID.String(), krivelj.ID, ""},
		{data.Stakeholders, marko.Number, marko.ID, ""},
		{data.Stakeholders, "s-26-bor1-0001", marko.ID, ""},
		{data.Stakeholders, "S-26-BOR1-0099", data.ID{}, "record.unnumbered"},
		{data.Settlements, "", data.ID{}, "record.unnumbered"},
	} {
		if id, err := s.Numbered(ctx, c.t, c.say); id != c.want || data.ErrorCode(err) != c.code {
			t.Errorf("%s %q: %s, %v", c.t.Name, c.say, id, err)
		}
	}
}
