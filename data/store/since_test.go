package store

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"dogovor/data"
)

func TestSince(t *testing.T) {
	s := fresh(t)
	_, marko, _, e, all := everything(t, s)
	since := s.now()
	told := func(at time.Time, notBy string, limit int) string {
		t.Helper()
		rows, err := s.Since(ctx, at, notBy, limit)
		if err != nil {
			t.Fatal(err)
		}
		var out []string
		for _, r := range rows {
			out = append(out, strings.Fields(r.Title)[0]+" "+r.Kind+" "+r.By)
		}
		if !slices.IsSortedFunc(rows, func(a, b data.Recent) int { return b.At.Compare(a.At) }) {
			t.Error("not the newest first")
		}
		return strings.Join(out, ", ")
	}
	want := func(got, want string) {
		t.Helper()
		if got != want {
			t.Errorf("%q, not %q", got, want)
		}
	}
	want(told(since, "", 9), "")
	s.SetOfficer("Primer Ana", "")
	marko.Notes = "Zove ponovo"
	save(t, s, marko)
	e.Points = append(e.Points, &data.Point{Said: "I jarak"})
	save(t, s, e) // a part alone
	todo := all["todo"].(*data.Task)
	if _, err := s.Bin(ctx, "task", todo.ID); err != nil {
		t.Fatal(err)
	}
	s.SetOfficer("", "")
	new := &data.Task{Text: "Nabaviti pumpu", MadeOn: "2026-10-20"}
	save(t, s, new)
	s.SetOfficer("Primer Oficir", "")
	save(t, s, &data.Task{Text: "Javiti školi", MadeOn: "2026-10-20"})
	everybody := "Javiti made Primer Oficir, Nabaviti made , Pozvati binned Primer Ana, Bunari changed Primer Ana, Primer changed Primer Ana"
	want(told(since, "", 9), everybody)
	want(told(since, "Primer Oficir", 9), strings.TrimPrefix(everybody, "Javiti made Primer Oficir, "))
	want(told(since, "Primer Ana", 9), "Javiti made Primer Oficir, Nabaviti made ")
	want(told(since, "", 2), "Javiti made Primer Oficir, Nabaviti made ")
	want(told(s.now(), "", 9), "")
	if rows, err := s.Since(ctx, time.Time{}, "nobody", 100); err != nil || len(rows) != 3+len(all)+2 {
		t.Errorf("since ever %d, %v", len(rows), err)
	}
	if rows, _ := s.Since(ctx, since, "", 1); fmt.Sprint(rows[0].Type, rows[0].Number) != "task"+"T-26-BOR1-0004" {
		t.Errorf("%+v", rows)
	}
}
