package main

import (
	"context"
	"fmt"
	"io"
	"math/rand/v2"

	"dogovor/data"
	"dogovor/data/store"
)

// identity is the one laptop on which writer and killer work.
var identity = store.Identity{Officer: "Primer Pisac", Laptop: "KIL9", Origin: 9}

// write works until it is killed: it types into a form, saves it, edits some. Each line on out tells what is on the disk by now.
func write(ctx context.Context, db string, out io.Writer) error {
	s, err := store.Open(ctx, db, store.Options{Identity: identity})
	if err != nil {
		return err
	}
	for i, p := range people {
		if _, err := s.Stakeholder(ctx, p); err == nil {
			continue
		}
		if _, err := s.Save(ctx, person(i)); err != nil {
			return err
		}
	}
	for {
		of := data.NewID()
		for k := range 1 + rand.IntN(6) {
			if err := s.SaveDraft(ctx, data.Draft{Key: draftKey(of), Body: typed(of, k+1)}); err != nil {
				return err
			}
			fmt.Fprintf(out, "draft %s %d\n", of, k+1)
		}
		if _, err := s.SaveAndDropDraft(ctx, draftKey(of), meeting(of, 1)); err != nil {
			return err
		}
		fmt.Fprintf(out, "saved %s 1\n", of)
		for v := 2; rand.IntN(3) == 0; v++ {
			e, err := s.Engagement(ctx, of)
			if err != nil {
				return err
			}
			next := meeting(of, v)
			next.Meta, next.Number = e.Meta, e.Number
			if _, err := s.Save(ctx, next); err != nil {
				return err
			}
			fmt.Fprintf(out, "saved %s %d\n", of, v)
		}
	}
}
