package store

import (
	"context"
	"encoding/binary"
	"os"
	"path/filepath"
	"sync/atomic"
	"testing"
	"time"

	"dogovor/data"
)

var ctx = context.Background()

// clock is a clock that tests set; each look at it is a second later, so that nothing happens at once.
type clock struct{ at atomic.Int64 }

func newClock(at string) *clock {
	t, err := time.Parse(time.RFC3339, at)
	if err != nil {
		panic(err)
	}
	c := &clock{}
	c.at.Store(t.UnixMilli())
	return c
}

func (c *clock) now() time.Time { return time.UnixMilli(c.at.Add(1000)) }

// counted makes ids 1, 2, 3 … that sort in the order of making.
func counted(start uint64) func() data.ID {
	var n atomic.Uint64
	n.Store(start)
	return func() data.ID {
		var id data.ID
		binary.BigEndian.PutUint64(id[8:], n.Add(1))
		id[6] = 0x70
		return id
	}
}

func options() Options {
	return Options{Identity: Identity{Officer: "Primer Oficir", Laptop: "BOR1", Origin: 7}, Now: newClock("2026-10-21T08:00:00Z").now, NewID: counted(0)}
}

// fresh opens a new database in a folder of its own.
func fresh(t testing.TB) *Store {
	t.Helper()
	return reopen(t, filepath.Join(t.TempDir(), "bor.db"), options())
}

func reopen(t testing.TB, path string, o Options) *Store {
	t.Helper()
	s, err := Open(ctx, path, o)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	return s
}

func save(t testing.TB, s *Store, recs ...data.Record) data.ID {
	t.Helper()
	batch, err := s.Save(ctx, recs...)
	if err != nil {
		t.Fatalf("save: %v", err)
	}
	return batch
}

func wantCode(t testing.TB, err error, code string) *data.Error {
	t.Helper()
	if got := data.ErrorCode(err); got != code {
		t.Fatalf("error %q (%v), want %q", got, err, code)
	}
	e, _ := err.(*data.Error)
	return e
}

func person(name string) *data.Stakeholder { return &data.Stakeholder{Kind: "person", Name: name} }

func place(name, cyrl string) *data.Settlement {
	return &data.Settlement{Name: name, NameCyrl: cyrl, Municipality: "Bor", InArea: true}
}

func moment(s string) data.Moment {
	t, err := time.ParseInLocation("2006-01-02 15:04", s, data.HomeZone())
	if err != nil {
		panic(err)
	}
	return data.At(t)
}

func held(title, start string, who ...*data.Stakeholder) *data.Engagement {
	e := &data.Engagement{Title: title, Kind: "meeting", Status: "held", Start: moment(start), Venue: "Dom kulture"}
	for _, s := range who {
		e.Attendance = append(e.Attendance, &data.Attendance{Stakeholder: s.ID})
	}
	return e
}

func TestSaveAndRead(t *testing.T) {
	s := fresh(t)
	krivelj := place("Krivelj", "Кривељ")
	marko, grad := person("Primer Marko"), &data.Stakeholder{Kind: "organisation", Name: "Primer grada Bora", Groups: []string{"local_government"}}
	save(t, s, krivelj, marko, grad)
	marko.Memberships = []*data.Membership{{Organisation: grad.ID, Role: "inspektor"}}
	marko.Settlement = krivelj.ID
	save(t, s, marko)
	e := held("Bunari u Krivelju", "2026-10-20 18:00", marko, grad)
	e.Settlement, e.Women, e.Men = krivelj.ID, 12, 18
	e.Points = []*data.Point{{Topic: "water", Said: "Бунари су пресушили", Answer: "Merimo u ponedeljak"}, {Said: "Drugo"}}
	save(t, s, e)
	if e.Number != "E-26-BOR1-0001" || marko.Number != "S-26-BOR1-0001" || grad.Number != "S-26-BOR1-0002" {
		t.Errorf("numbers %q %q %q", e.Number, marko.Number, grad.Number)
	}
	got, err := s.Engagement(ctx, e.ID)
	if err != nil {
		t.Fatal(err)
	}
	if len(got.Attendance) != 2 || len(got.Points) != 2 || got.Points[1].Said != "Drugo" || !got.Start.At.Equal(e.Start.At) || !got.UpdatedAt.Equal(e.UpdatedAt) {
		t.Errorf("read %+v", got)
	}
	for _, q := range []string{"bunari", "BUNARI", "presušili", "Пресушили", "marko", "кривељ", "inspektor"} {
		n, err := s.CountEngagements(ctx, data.EngagementFilter{Text: q})
		if want := 1; err != nil || n != want && q != "inspektor" {
			t.Errorf("search %q: %d, %v", q, n, err)
		}
	}
	rows, err := s.FindStakeholders(ctx, "марк", 10)
	if err != nil || len(rows) != 1 || rows[0].OrganisationName != grad.Name || rows[0].Engagements != 1 || rows[0].LastMet != "2026-10-20" {
		t.Errorf("find: %+v %v", rows, err)
	}
	if _, err := os.Stat(s.path + "-wal"); err != nil {
		t.Errorf("no write-ahead log: %v", err)
	}
}
