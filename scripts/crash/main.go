// Command crash kills a program that is writing, again and again, and looks whether anything that was saved is lost:
//
//	go run ./scripts/crash -n 200
//
// The writer is this same program in a process of its own. It fills forms whose drafts are kept, saves meetings and edits them, and
// prints a line each time the store said that something is on the disk. It is killed at random moments, at work and while it opens
// the database. Then every line it printed must hold, the draft it typed last must come back, and the file must be whole.
package main

import (
	"context"
	"flag"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"time"
)

// writes is the word with which the program calls itself as the writer.
const writes = "write"

func main() {
	if err := run(); err != nil {
		fmt.Fprintln(os.Stderr, "crash:", err)
		os.Exit(1)
	}
}

func run() error {
	ctx := context.Background()
	if len(os.Args) == 3 && os.Args[1] == writes {
		return write(ctx, os.Args[2], os.Stdout)
	}
	n := flag.Int("n", 200, "how often the writer is killed")
	seed := flag.Uint64("seed", uint64(time.Now().UnixNano()), "of the moments at which it is killed")
	flag.Parse()
	self, err := os.Executable()
	if err != nil {
		return err
	}
	dir, err := os.MkdirTemp("", "dogovor-crash-")
	if err != nil {
		return err
	}
	began := time.Now()
	k := killer{self: self, db: filepath.Join(dir, "crash.db"), chance: rand.New(rand.NewPCG(*seed, 0)), promised: map[id]promise{}}
	for i := range *n {
		if err := k.round(ctx); err != nil {
			return fmt.Errorf("after %d kills (seed %d; the database is kept in %s): %w", i+1, *seed, dir, err)
		}
		if (i+1)%20 == 0 {
			fmt.Fprintf(os.Stderr, "%d kills: %d meetings saved, %d edits, %d drafts, all there\n", i+1, k.saves, k.edits, k.drafts)
		}
	}
	if err := k.verify(ctx, k.promised); err != nil {
		return fmt.Errorf("at the end (seed %d; the database is kept in %s): %w", *seed, dir, err)
	}
	fmt.Printf("%d kills in %.0f s: %d meetings, %d edits and %d drafts were acknowledged and every one is there; the database is whole\n",
		*n, time.Since(began).Seconds(), k.saves, k.edits, k.drafts)
	return os.RemoveAll(dir)
}
