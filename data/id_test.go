package data

import (
	"encoding/json"
	"testing"
)

func TestID(t *testing.T) {
	a, b := NewID(), NewID()
	if a.IsZero() || a == b || a.Compare(b) >= 0 || a[6]>>4 != 7 {
		t.Errorf("%s then %s", a, b)
	}
	for _, id := range []ID{{}, a} {
		text, err := json.Marshal(id)
		var back ID
		if err != nil || json.Unmarshal(text, &back) != nil || back != id {
			t.Errorf("%s came back as %s", id, back)
		}
		v, _ := id.Value()
		back = b
		if err := back.Scan(v); err != nil || back != id {
			t.Errorf("%s was scanned as %s (%v)", id, back, err)
		}
	}
	if (ID{}).String() != "" {
		t.Error("the zero id is written")
	}
	var id ID
	if err := id.Scan("text"); err == nil {
		t.Error("text was scanned as an id")
	}
	if _, err := ParseID("not-an-id"); err == nil {
		t.Error("nonsense was read as an id")
	}
}
