package store

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"dogovor/data"
)

// other opens an empty database on another laptop.
func other(t testing.TB) *Store {
	t.Helper()
	o := options()
	o.Identity, o.NewID = Identity{Officer: "Primer Druga", Laptop: "MAJ1", Origin: 99}, counted(1<<60)
	return reopen(t, filepath.Join(t.TempDir(), "maj.db"), o)
}

func TestImportIntoOthers(t *testing.T) {
	a, b := fresh(t), other(t)
	krivelj, people, es := village(t, a)
	mine := held("Samo ovde", "2026-10-05 10:00")
	save(t, b, mine)
	before := export(t, b)

	dry, err := b.Import(ctx, strings.NewReader(export(t, a)), ImportOptions{DryRun: true})
	if err != nil {
		t.Fatal(err)
	}
	if export(t, b) != before {
		t.Fatal("a dry run wrote")
	}
	r, err := b.Import(ctx, strings.NewReader(export(t, a)), ImportOptions{})
	if err != nil {
		t.Fatal(err)
	}
	if r.Made != r.Taken || r.Batch.IsZero() || len(r.Refused) > 0 || r.Made != dry.Made || dry.Taken != r.Taken || !dry.Batch.IsZero() {
		t.Errorf("%+v, dry %+v", r, dry)
	}
	wantWhole(t, b)
	got, err := b.Engagement(ctx, es[0].ID)
	if err != nil || got.Number != es[0].Number || got.Settlement != krivelj.ID || len(got.Points) != 1 || !got.CreatedAt.Equal(es[0].CreatedAt) {
		t.Errorf("%+v %v", got, err)
	}
	// The same again: everything is there.
	again, err := b.Import(ctx, strings.NewReader(export(t, a)), ImportOptions{})
	if err != nil || again.Matched != again.Taken || again.Made != 0 || !again.Batch.IsZero() {
		t.Errorf("%+v %v", again, err)
	}
	// Something changed on the other laptop, something came to be.
	got.Title = "Promenjeno ovde"
	save(t, b, got)
	e0, _ := a.Engagement(ctx, es[0].ID)
	e0.Points = append(e0.Points, &data.Point{Said: "Novo"})
	e1, _ := a.Engagement(ctx, es[1].ID)
	e1.Points = append(e1.Points, &data.Point{Said: "Dodato"})
	save(t, a, e0, e1, held("Novi", "2026-10-06 10:00", people[0]))
	third, err := b.Import(ctx, strings.NewReader(export(t, a)), ImportOptions{})
	if err != nil {
		t.Fatal(err)
	}
	want := []Refusal{{"engagement", es[0].ID, differs, ""}, {"point", e0.Points[1].ID, parentRefused, ""}}
	if third.Made != 3 || !slices.Equal(third.Refused, want) {
		t.Errorf("%+v, want refused %+v", third, want)
	}
	wantWhole(t, b)
	// All of the first import can be taken back.
	if err := b.Undo(ctx, r.Batch); data.ErrorCode(err) != "undo.changed_since" && err != nil {
		t.Fatal(err)
	}
	if n, _ := b.CountEngagements(ctx, data.EngagementFilter{}); n != 2 { // mine, and the one of the third import
		t.Errorf("%d engagements are left", n)
	}
	wantWhole(t, b)
}

func TestImportRefusesRecords(t *testing.T) {
	b := other(t)
	marko := person("Primer Marko")
	taken := held("Ima broj", "2026-10-01 10:00")
	save(t, b, marko, taken)
	id := func(n int) string { return fmt.Sprintf("00000000-0000-7000-8000-%012d", n) }
	rec := func(n int, fields string) string {
		return `{"id":"` + id(n) + `","created_at":"2026-01-01T00:00:00Z","updated_at":"2026-01-01T00:00:00Z",` + fields + `}`
	}
	const ok = `"title":"A","status":"held","start":"2026-10-01T10:00:00Z[Europe/Belgrade]","venue":"B"`
	file := `{"format":"dogovor","version":1,"schema":1,"records":{"stakeholder":[` + strings.Join([]string{
		rec(1, `"name":"Primer A","kind":"person","represents":"`+id(2)+`"`),
		rec(2, `"name":"Primer B","kind":"person","represents":"`+id(99)+`"`),
		rec(3, `"name":"Primer C","kind":"person","represents":"`+id(4)+`"`),
		rec(4, `"name":"Primer D","kind":"person","represents":"`+id(3)+`"`),
		rec(5, `"name":"","kind":"person"`),
		rec(6, `"name":"Primer F","kind":"person","vulnerable":"maybe"`),
		rec(7, `"name":"Primer G","kind":"person","colour":"red"`),
		`{"id":"` + id(8) + `","name":"no times","kind":"person"}`,
	}, ",") + `],"engagement":[` + strings.Join([]string{
		rec(11, ok), rec(12, ok+`,"number":"`+taken.Number+`"`), rec(13, ok+`,"settlement":"`+id(99)+`"`), rec(14, ok+`,"status":"held","women":-1`),
	}, ",") + `],"attendance":[` + strings.Join([]string{
		rec(21, `"engagement":"`+id(11)+`","stakeholder":"`+id(3)+`"`),
		rec(22, `"engagement":"`+id(12)+`","stakeholder":"`+id(3)+`"`),
		rec(23, `"engagement":"`+id(11)+`","stakeholder":"`+id(1)+`"`),
	}, ",") + `]},"changes":[]}`
	r, err := b.Import(ctx, strings.NewReader(file), ImportOptions{})
	if err != nil {
		t.Fatal(err)
	}
	got := map[string]string{}
	for _, x := range r.Refused {
		got[x.ID.String()] = strings.TrimSpace(x.Reason + " " + x.Detail)
	}
	want := map[string]string{id(1): "missing_link represents", id(2): "missing_link represents", id(5): "invalid name required", id(6): "unreadable vulnerable", id(7): "unreadable colour",
		id(8): "unreadable created_at", id(12): "number_taken", id(13): "missing_link settlement", id(14): "invalid women negative", id(22): "parent_refused", id(23): "missing_link stakeholder"}
	if fmt.Sprint(got) != fmt.Sprint(want) {
		t.Errorf("refused\n%v\nwant\n%v", got, want)
	}
	if r.Taken != 15 || r.Made != 4 {
		t.Errorf("%+v", r)
	}
	wantWhole(t, b)
}

func TestImportRefusesFiles(t *testing.T) {
	a := fresh(t)
	village(t, a)
	good := export(t, a)
	schema := fmt.Sprintf(`"schema":%d`, a.schema)
	for _, c := range []struct{ name, file, code string }{
		{"empty", "", "import.not_json"},
		{"no JSON", "Zdravo svima", "import.not_json"},
		{"a picture", "\x89PNG\r\n\x1a\n", "import.not_json"},
		{"a list", "[1,2]", "import.not_json"},
		{"other JSON", `{"type":"FeatureCollection","features":[]}`, "import.not_ours"},
		{"nothing in it", `{}`, "import.not_ours"},
		{"no records", `{"format":"dogovor","version":1,"schema":1}`, "import.not_ours"},
		{"records without a format", `{"records":{}}`, "import.not_ours"},
		{"newer format", strings.Replace(good, `"version":1`, `"version":2`, 1), "import.newer"},
		{"newer schema", strings.Replace(good, schema, fmt.Sprintf(`"schema":%d`, a.schema+1), 1), "import.newer"},
		{"cut off early", good[:20], "import.truncated"},
		{"cut off in the middle", good[:len(good)/2], "import.truncated"},
		{"cut off late", good[:len(good)-3], "import.truncated"},
		{"a letter too many", strings.Replace(good, `"Krivelj"`, `"Krivelj"x`, 1), "import.damaged"},
		{"wrong type", strings.Replace(good, schema, `"schema":"one"`, 1), "import.damaged"},
		{"unknown record type", strings.Replace(good, `"settlement":[`, `"village":[`, 1), "import.damaged"},
		{"something behind", good + "{}", "import.damaged"},
		{"a link to nothing", strings.Replace(good, `"settlement":[`, `"settlement":[],"x":[`, 1), "import.damaged"},
		{"a gap in the history", strings.Replace(good, `"seq":3,`, `"seq":3000,`, 1), "import.damaged"},
		{"a change too many", strings.Replace(good, `"seq":3,`, `"seq":2,`, 1), "import.damaged"},
		{"a record without history", strings.Replace(good, `"kind":1,"field":0`, `"kind":2,"field":5`, 1), "import.damaged"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if c.file == good {
				t.Fatal("the test changes nothing")
			}
			for _, full := range []bool{false, true} {
				b := other(t)
				if full {
					save(t, b, person("Primer"))
					if strings.HasPrefix(c.name, "a ") { // history and links matter in an empty database only; others refuse record by record
						continue
					}
				}
				before := export(t, b)
				_, err := b.Import(ctx, strings.NewReader(c.file), ImportOptions{})
				wantCode(t, err, c.code)
				if export(t, b) != before {
					t.Error("something was written")
				}
				save(t, b, person("Posle")) // and the store goes on
			}
		})
	}
}

func TestImportWithoutHistory(t *testing.T) {
	a, b := fresh(t), other(t)
	village(t, a)
	file := export(t, a)
	i := strings.Index(file, `"changes":[`)
	r, err := b.Import(ctx, strings.NewReader("\uFEFF"+file[:i]+`"changes":[]}`), ImportOptions{})
	if err != nil || r.Made != r.Taken {
		t.Fatal(r, err)
	}
	wantWhole(t, b)
	if got := export(t, b); got[:strings.Index(got, `"changes":[`)] != file[:i] {
		t.Error("the records differ")
	}
}

// TestImportOfAnotherProgramsFile takes in a file that no store wrote: its texts are cleaned, and taken in again they are the same.
func TestImportOfAnotherProgramsFile(t *testing.T) {
	file := func(title string) string {
		return `{"format":"dogovor","version":1,"schema":1,"records":{"engagement":[{"id":"00000000-0000-7000-8000-000000000001","created_at":"2026-01-01T00:00:00Z",
			"updated_at":"2026-01-01T00:00:00Z","title":"` + title + `","status":"held","start":"2026-10-01T10:00:00Z[Europe/Belgrade]","venue":"Dom"}]}}`
	}
	b := other(t)
	_, err := b.Import(ctx, strings.NewReader(file("")), ImportOptions{})
	e := wantCode(t, err, "import.invalid")
	if e.Params["Field"] != "title" || e.Params["ID"] != "00000000-0000-7000-8000-000000000001" {
		t.Errorf("%v", e.Params)
	}
	if n, err := b.CountEngagements(ctx, data.EngagementFilter{}); err != nil || n != 0 {
		t.Errorf("of a refused file %d engagements are there, %v", n, err)
	}
	save(t, b, person("Primer Marko"))
	if r, err := b.Import(ctx, strings.NewReader(file("  Bunari \u200b ")), ImportOptions{}); err != nil || r.Made != 1 {
		t.Fatalf("%+v %v", r, err)
	}
	if r, err := b.Import(ctx, strings.NewReader(file("  Bunari \u200b ")), ImportOptions{}); err != nil || r.Matched != 1 {
		t.Errorf("the same again: %+v %v", r, err)
	}
	wantWhole(t, b)
}

type slowFull struct{ n int }

func (w *slowFull) Write(p []byte) (int, error) {
	if w.n -= len(p); w.n < 0 {
		return 0, errNoSpace
	}
	return len(p), nil
}

var errNoSpace = errors.New("no space for the export")

func TestExportTellsTheWritersFault(t *testing.T) {
	s := fresh(t)
	for range 300 {
		save(t, s, person(strings.Repeat("Primer ", 30)))
	}
	if err := s.Export(ctx, &slowFull{n: 70000}); !errors.Is(err, errNoSpace) {
		t.Errorf("%v", err)
	}
	var b bytes.Buffer
	gone, cancel := context.WithCancel(ctx)
	cancel()
	if err := s.Export(gone, &b); !errors.Is(err, context.Canceled) {
		t.Errorf("%v", err)
	}
	// A reader that breaks is not a damaged file.
	_, err := other(t).Import(ctx, io.MultiReader(strings.NewReader(export(t, s)[:5000]), brokenReader{}), ImportOptions{})
	wantCode(t, err, "import.unreadable")
}

type brokenReader struct{}

func (brokenReader) Read([]byte) (int, error) { return 0, errors.New("the stick was pulled out") }
