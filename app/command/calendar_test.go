package command

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"dogovor/app/machine"
	"dogovor/data"
	"dogovor/data/store"
)

func TestCalendarOfAYear(t *testing.T) {
	status, out, said := job(t, t.TempDir(), "calendar", "--year", "2026", "--json")
	if status != Done || said != "" {
		t.Fatal(status, said)
	}
	var got yearOutput
	one(t, out, &got)
	if got.Country != "RS" || got.Year != 2026 || len(got.Holidays) != 13 {
		t.Fatalf("%+v", got)
	}
	var dates []string
	for _, h := range got.Holidays {
		dates = append(dates, string(h.Date))
		if h.Name == "" || h.Rule == "" || strings.Contains(h.Name+h.Rule, "⟦") || h.Moved != (h.MovedFrom != "") {
			t.Errorf("%+v", h)
		}
	}
	if s := strings.Join(dates, " "); s != "2026-01-01 2026-01-02 2026-01-07 2026-02-15 2026-02-16 2026-02-17 "+
		"2026-04-10 2026-04-11 2026-04-12 2026-04-13 2026-05-01 2026-05-02 2026-11-11" {
		t.Error(s)
	}
	if h := got.Holidays[5]; h != (holidayOutput{"2026-02-17", "Tuesday", "statehood", "Statehood Day", "moved", "3a",
		"first working day after Sunday, 15 Feb 2026 (article 3a of the law)", true, "2026-02-15"}) {
		t.Errorf("%+v", h)
	}
	if h := got.Holidays[2]; h.ID != "christmas" || h.Kind != "religious" || h.Article != "2" {
		t.Errorf("%+v", h)
	}
}

func TestCalendarDeadline(t *testing.T) {
	status, out, said := job(t, t.TempDir(), "calendar", "--from", "2021-04-29", "--working-days", "3", "--json")
	if status != Done || said != "" {
		t.Fatal(status, said)
	}
	var got deadlineOutput
	one(t, out, &got)
	if got.From != "2021-04-29" || got.WorkingDays != 3 || got.Deadline != "2021-05-07" || len(got.Days) != 8 {
		t.Fatalf("%+v", got)
	}
	if d := got.Days[1]; d.Date != "2021-05-01" || d.Weekday != "Saturday" || d.Kind != "holiday" || d.Name != "Labour Day; Orthodox Holy Saturday" || len(d.Holidays) != 2 {
		t.Errorf("%+v", d)
	}
	if d := got.Days[4]; d.Date != "2021-05-04" || !d.Holidays[0].Moved || d.Count != 0 {
		t.Errorf("%+v", d)
	}
	if d := got.Days[7]; d.Date != "2021-05-07" || d.Kind != "working" || d.Count != 3 || d.Name != "" {
		t.Errorf("%+v", d)
	}
	if status, out, _ := job(t, t.TempDir(), "calendar", "--from", "2026-10-31", "--working-days", "0", "--json"); status != Done || !strings.Contains(out, `"days": []`) {
		t.Error(status, out)
	}
}

// In words, in the language of the laptop.
func TestCalendarInWords(t *testing.T) {
	for lang, want := range map[string][]string{
		"en":      {"working day 3", "weekend", "Labour Day — state holiday", "3 working days after 30 Apr 2026"},
		"sr-Latn": {"3. radni dan", "vikend", "Praznik rada — državni praznik (član 1a zakona)", "3 radna dana posle dana 30. 4. 2026"},
		"sr-Cyrl": {"3. радни дан", "викенд", "Празник рада — државни празник", "3 радна дана после дана"},
		"zh-Hans": {"第 3 个工作日", "周末", "劳动节", "3 个工作日："},
	} {
		t.Run(lang, func(t *testing.T) {
			dir := speaking(t, lang)
			status, out, said := job(t, dir, "calendar", "--from", "2026-04-30", "--working-days", "3")
			if status != Done || said != "" {
				t.Fatal(status, said)
			}
			for _, w := range want {
				if !strings.Contains(out, w) {
					t.Errorf("%q is not in\n%s", w, out)
				}
			}
			status, out, _ = job(t, dir, "calendar", "--year", "2021")
			if status != Done || strings.Count(out, "\n") != 13 || strings.Contains(out, "⟦") || !strings.Contains(out, "2021-05-04") {
				t.Errorf("%d\n%s", status, out)
			}
		})
	}
}

// The exceptions that a database keeps count, in the list of a year and in a deadline.
func TestCalendarOfADatabase(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "a.db")
	db, err := store.Open(t.Context(), path, store.Options{Now: func() time.Time { return time.Date(2026, 11, 3, 9, 0, 0, 0, time.UTC) }})
	if err != nil {
		t.Fatal(err)
	}
	for _, x := range []struct {
		on      data.Date
		name    string
		working bool
	}{{"2026-01-06", "Decree 05-12", false}, {"2026-01-02", "Overhaul", true}} {
		if _, err := db.SetHoliday(t.Context(), x.on, x.name, x.working); err != nil {
			t.Fatal(err)
		}
	}
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
	status, out, said := job(t, dir, "calendar", "--year", "2026", "--db", path)
	if status != Done || said != "" || !strings.Contains(out, "2026-01-06  Tue  Decree 05-12 — extra day off, entered by hand\n") || strings.Contains(out, "2026-01-02") {
		t.Errorf("%d %s\n%s", status, said, out)
	}
	status, out, said = job(t, dir, "calendar", "--from", "2025-12-31", "--working-days", "3", "--db", path, "--json")
	if status != Done || said != "" {
		t.Fatal(status, said)
	}
	var got deadlineOutput
	one(t, out, &got)
	// 1 January is off, 2 January is worked, 5 January counts, 6 January is off by decree, 7 January is Christmas.
	if got.Deadline != "2026-01-08" || got.Days[1].Count != 1 || got.Days[5].Name != "Decree 05-12" || got.Days[5].Holidays[0].Kind != "off" {
		t.Errorf("%+v", got)
	}
	if w := got.Days[1]; w.Kind != "working" || w.Name != "Overhaul" || w.Holidays[0].Kind != "worked" {
		t.Errorf("%+v", w)
	}
	if _, out, _ = job(t, dir, "calendar", "--from", "2025-12-31", "--working-days", "1", "--db", path); !strings.Contains(out, "working day 1 — Overhaul") {
		t.Error(out)
	}
	// A database that is not there is not made.
	missing := filepath.Join(dir, "missing.db")
	status, out, said = job(t, dir, "calendar", "--year", "2026", "--db", missing)
	if _, err := os.Stat(missing); status != Failed || out != "" || said == "" || !os.IsNotExist(err) {
		t.Errorf("%d %q %q %v", status, out, said, err)
	}
}

func TestCalendarRefusals(t *testing.T) {
	for _, c := range []struct{ args, says string }{
		{"", "--year"},
		{"--json", "--working-days"},
		{"--from 2026-01-01", "--working-days"},
		{"--working-days 3", "--from"},
		{"--year 2026 --from 2026-01-01 --working-days 3", "either"},
		{"--year 1026", "1900"},
		{"--year x", "--help"},
		{"--from 2026-02-30 --working-days 3", "2026-02-30"},
		{"--from 2026-01-01 --working-days=-1", "-1 working days"},
		{"--from 2200-12-31 --working-days 1", "2200"},
	} {
		status, out, said := job(t, t.TempDir(), append([]string{"calendar"}, strings.Fields(c.args)...)...)
		if status != Usage || out != "" || !strings.Contains(said, c.says) || strings.Contains(said, "⟦") {
			t.Errorf("%q: status %d, out %q, said %q", c.args, status, out, said)
		}
	}
}

// one reads the one JSON document that a job printed.
func one(t *testing.T, out string, into any) {
	t.Helper()
	dec := json.NewDecoder(strings.NewReader(out))
	dec.DisallowUnknownFields()
	if err := dec.Decode(into); err != nil {
		t.Fatal(err)
	}
	if dec.More() {
		t.Fatalf("more than one document: %s", out)
	}
}

// speaking is the folder of a laptop set to a language.
func speaking(t *testing.T, lang string) string {
	t.Helper()
	dir := t.TempDir()
	settings, err := machine.Load(filepath.Join(dir, "config"))
	if err != nil {
		t.Fatal(err)
	}
	settings.Language = lang
	if err := settings.Save(); err != nil {
		t.Fatal(err)
	}
	return dir
}
