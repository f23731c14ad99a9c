//go:build !windows

package printing

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"dogovor/data"
)

// tools puts scripts in a folder that is the whole PATH, and gives the folder.
func tools(t *testing.T, scripts map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	for name, script := range scripts {
		if err := os.WriteFile(filepath.Join(dir, name), []byte("#!/bin/sh\n"+script+"\n"), 0o700); err != nil {
			t.Fatal(err)
		}
	}
	t.Setenv("PATH", dir)
	return dir
}

// lpstat answers both questions.
func lpstat(names, usual string) string {
	return "if [ \"$1\" = -e ]; then printf '" + names + "'; else " + usual + "; fi"
}

func TestPrinters(t *testing.T) {
	for _, c := range []struct {
		name, script string
		want         []Printer
		code         string
	}{
		{"the default one comes first", lpstat(`Hall\nOffice\nSchool\n`, "echo system default destination: Office"), []Printer{{"Office", true}, {"Hall", false}, {"School", false}}, ""},
		{"names with spaces and letters", lpstat(`Štampač u holu\n办公室\n`, "echo 'system default destination: Štampač u holu'"), []Printer{{"Štampač u holu", true}, {"办公室", false}}, ""},
		{"a variant of the default one", lpstat(`Hall\nOffice\n`, "echo system default destination: Office/draft"), []Printer{{"Office", true}, {"Hall", false}}, ""},
		{"no default", lpstat(`Hall\nOffice\n`, "echo no system default destination"), []Printer{{"Hall", false}, {"Office", false}}, ""},
		{"the default is not told", lpstat(`Hall\n`, "exit 1"), []Printer{{"Hall", false}}, ""},
		{"no printer", lpstat("", "echo no system default destination"), nil, "print.none"},
		{"no printer, as a failure", "echo 'lpstat: No destinations added.' >&2; exit 1", nil, "print.none"},
		{"CUPS does not run", "echo 'lpstat: Scheduler is not running' >&2; exit 1", nil, "print.none"},
		{"CUPS fails", "echo 'lpstat: Forbidden' >&2; exit 1", nil, "print.failed"},
	} {
		t.Run(c.name, func(t *testing.T) {
			tools(t, map[string]string{"lpstat": c.script})
			got, err := Printers(t.Context())
			if !slices.Equal(got, c.want) || data.ErrorCode(err) != c.code {
				t.Errorf("%v, %v", got, err)
			}
		})
	}
}

func TestPrint(t *testing.T) {
	dir := tools(t, map[string]string{"lp": `printf '%s\n' "$@" >"$0.got"; echo 'request id is x-1 (1 file(s))'`})
	file := filepath.Join(t.TempDir(), "Selo Primer – jesen.pdf")
	if err := Print(t.Context(), file, "Štampač u holu", 2); err != nil {
		t.Fatal(err)
	}
	got, err := os.ReadFile(filepath.Join(dir, "lp.got"))
	if want := "-d\nŠtampač u holu\n-n\n2\n--\n" + file + "\n"; err != nil || string(got) != want {
		t.Errorf("lp was told %q (%v)", got, err)
	}
}

func TestWithoutTools(t *testing.T) {
	tools(t, nil)
	if _, err := Printers(t.Context()); data.ErrorCode(err) != "print.none" {
		t.Error(err)
	}
	if err := Print(t.Context(), "x.pdf", "Office", 1); data.ErrorCode(err) != "print.none" {
		t.Error(err)
	}
}

// What the system said is passed on in one line; a tool that says nothing fails with its status.
func TestAFailureSaysWhatTheSystemSaid(t *testing.T) {
	for script, want := range map[string]string{
		"echo 'lp: The printer or class' >&2; echo 'does not exist.' >&2; exit 1": "lp: The printer or class does not exist.",
		"echo 'lp: quota'; exit 2": "lp: quota",
		"exit 3":                   "exit status 3",
	} {
		tools(t, map[string]string{"lp": script})
		err := Print(t.Context(), "x.pdf", "Office", 1)
		var e *data.Error
		if !errors.As(err, &e) || e.Code != "print.failed" || e.Params["Said"] != want {
			t.Errorf("%s: %v", script, err)
		}
	}
}

// A tool that hangs is ended when its time is over or the person gives up, with what it started.
func TestAToolThatHangs(t *testing.T) {
	path := os.Getenv("PATH")
	script := "PATH='" + path + "'; echo >\"$0.started\"; sleep 60; echo done"
	dir := tools(t, map[string]string{"lp": script, "lpstat": script})

	late, cancel := context.WithTimeout(t.Context(), 50*time.Millisecond)
	defer cancel()
	begun := time.Now()
	if _, err := Printers(late); data.ErrorCode(err) != "print.slow" {
		t.Error(err)
	}
	given, giveUp := context.WithCancel(t.Context())
	defer giveUp()
	go func() { // gives up once the tool runs
		for {
			if _, err := os.Stat(filepath.Join(dir, "lp.started")); err == nil || t.Context().Err() != nil {
				giveUp()
				return
			}
			time.Sleep(5 * time.Millisecond)
		}
	}()
	if err := Print(given, "x.pdf", "Office", 1); !errors.Is(err, context.Canceled) || strings.HasPrefix(data.ErrorCode(err), "print.") {
		t.Error(err)
	}
	if took := time.Since(begun); took > 30*time.Second {
		t.Errorf("it was waited for: %v", took)
	}
}
