package store

import (
	"context"
	"errors"
	"testing"

	"dogovor/data"
)

// What is derived is rebuilt when it is old; who gives the opening up loses nothing, and the next opening rebuilds.
func TestRebuildCanBeGivenUp(t *testing.T) {
	s := fresh(t)
	who := &data.Stakeholder{Kind: "person", Name: "Primer Marko"}
	who.ID = data.NewID()
	save(t, s, who)
	found := func() int {
		rows, err := s.FindStakeholders(context.Background(), "marko", 5)
		if err != nil {
			t.Fatal(err)
		}
		return len(rows)
	}
	if err := s.write(context.Background(), func(x *writing) error { return x.setMeta("derived", "0") }); err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	err := s.write(context.Background(), func(x *writing) error {
		cancel()
		return x.rebuild(ctx)
	})
	if !errors.Is(err, context.Canceled) || found() != 1 {
		t.Fatalf("given up: %v, %d found", err, found())
	}
	if err := s.freshen(context.Background()); err != nil || found() != 1 {
		t.Fatalf("rebuilt: %v, %d found", err, found())
	}
}
