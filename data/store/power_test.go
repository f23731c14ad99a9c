//go:build !race

package store

import (
	"fmt"
	"math/rand/v2"
	"path/filepath"
	"testing"
)

// afterPowerCut writes the files as they may lie on the disk when the power fails just before log[k]: what was synced is there; what was
// written later is there, lost, partly there, or torn at the sectors of the disk.
func afterPowerCut(t *testing.T, r *rand.Rand, log []diskOp, k int, to string) {
	type file struct {
		b       []byte
		pending []diskOp
		there   bool
	}
	files := map[string]*file{}
	apply := func(f *file, op diskOp, torn bool) {
		if op.kind == 't' {
			f.b = f.b[:min(int(op.off), len(f.b))]
			return
		}
		if end := int(op.off) + len(op.data); len(f.b) < end {
			f.b = append(f.b, make([]byte, end-len(f.b))...)
		}
		const sector = 512
		for i := 0; i < len(op.data); {
			n := min(sector-(int(op.off)+i)%sector, len(op.data)-i)
			if !torn || r.IntN(2) == 0 {
				copy(f.b[int(op.off)+i:], op.data[i:i+n])
			}
			i += n
		}
	}
	for _, op := range log[:k] {
		f := files[op.path]
		if f == nil {
			f = &file{}
			files[op.path] = f
		}
		switch op.kind {
		case 'o':
			f.there = true
		case 'w', 't':
			f.pending = append(f.pending, op)
		case 's':
			for _, p := range f.pending {
				apply(f, p, false)
			}
			f.pending = nil
		case 'd':
			*f = file{}
		}
	}
	for path, f := range files {
		if !f.there {
			continue
		}
		fate := r.IntN(4)
		for _, p := range f.pending {
			switch fate {
			case 0: // nothing of it arrived
			case 1:
				apply(f, p, false)
			case 2:
				if r.IntN(2) == 0 {
					apply(f, p, false)
				}
			case 3:
				apply(f, p, true)
			}
		}
		write(t, filepath.Join(to, filepath.Base(path)), f.b)
	}
}

// TestPowerCuts saves on a recorded disk and cuts the power at random moments. STORE_POWER_CUTS asks for more.
func TestPowerCuts(t *testing.T) {
	for _, err := range powerCuts(t, "FULL", many("STORE_POWER_CUTS", 40)) {
		t.Error(err)
	}
}

// TestPowerCutsSeeLoss is the control: with a setting that is known to lose saves, the cuts must show it.
func TestPowerCutsSeeLoss(t *testing.T) {
	if len(powerCuts(t, "NORMAL", 40)) == 0 {
		t.Error("saves without a sync survived every power cut: the cuts cut nothing")
	}
}

func powerCuts(t *testing.T, synchronous string, cuts int) (faults []error) {
	dir := t.TempDir()
	stop := startRecorder()
	s, err := Open(ctx, filepath.Join(dir, "bor.db"), options())
	if err != nil {
		stop()
		t.Fatal(err)
	}
	c, err := s.writer.take(ctx)
	for _, pragma := range []string{"wal_autocheckpoint=60", "synchronous=" + synchronous} { // the log is brought into the file again and again
		if err == nil {
			_, err = c.c.ExecContext(ctx, "PRAGMA "+pragma)
		}
	}
	s.writer.give(c)
	if err == nil {
		err = diary(s, 60, func(i int) { record(diskOp{kind: 'm', off: int64(i)}) })
	}
	s.Close()
	log := stop()
	if err != nil {
		t.Fatal(err)
	}
	writes, first := 0, 0
	for i, op := range log {
		if op.kind == 'w' {
			writes++
		}
		if op.kind == 'm' && first == 0 {
			first = i
		}
	}
	if writes < 500 {
		t.Fatalf("only %d writes were recorded", writes)
	}
	r := rand.New(rand.NewPCG(1, 1))
	for range cuts {
		k := first + r.IntN(len(log)-first)
		acked := 0
		for _, op := range log[:k] {
			if op.kind == 'm' {
				acked = int(op.off)
			}
		}
		to := t.TempDir()
		afterPowerCut(t, r, log, k, to)
		if err := diaryFault(filepath.Join(to, "bor.db"), acked); err != nil {
			faults = append(faults, fmt.Errorf("power cut before step %d of %d: %w", k, len(log), err))
		}
	}
	return faults
}
