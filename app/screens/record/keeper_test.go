package record

import (
	"context"
	"testing"
	"time"

	"dogovor/app/screens"
	"dogovor/data"
)

// desk is as much of a window as a Keeper needs to write.
type desk struct{ screens.Host }

func (desk) Now() time.Time { return time.Date(2026, 11, 3, 11, 0, 0, 0, time.UTC) }

// drawer keeps drafts as the store does.
type drawer map[string]string

func (d drawer) SaveDraft(_ context.Context, x data.Draft) error {
	d[x.Key] = string(x.Body)
	return nil
}

func (d drawer) DropDraft(_ context.Context, key string) error {
	delete(d, key)
	return nil
}

// A draft that was on its way when the form wrote its last one comes late, and when the form has saved it comes for nothing.
func TestLateDrafts(t *testing.T) {
	db, text := drawer{}, "first"
	k := NewKeeper(desk{}, db, "stakeholder/1", func() any { return text })
	write := func(d data.Draft, n int) {
		t.Helper()
		if err := k.write(context.Background(), d, n); err != nil {
			t.Fatal(err)
		}
	}
	first, one := k.draft()
	text = "second"
	second, two := k.draft()
	write(second, two)
	write(first, one)
	if db["stakeholder/1"] != `"second"` {
		t.Errorf("the late draft replaced the newer one: %v", db)
	}
	text = "third"
	if held := k.Hold(); string(held.Body) != `"third"` {
		t.Errorf("held %s", held.Body)
	}
	delete(db, "stakeholder/1")
	write(k.draft())
	if len(db) > 0 {
		t.Errorf("a draft came back after the save: %v", db)
	}
}
