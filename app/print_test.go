//go:build !windows

package app

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"dogovor/app/i18n"
	"dogovor/data"
	"dogovor/reports"
)

// A document goes to the printer as a PDF that nobody else can read, and that is gone when the program ends.
func TestADocumentIsPrintedFromAPrivateCopy(t *testing.T) {
	w := newBench(t, ready)
	dir := t.TempDir()
	for name, script := range map[string]string{
		"lpstat": "if [ \"$1\" = -e ]; then printf 'Hall\\nOffice\\n'; else echo system default destination: Office; fi",
		"lp":     `printf '%s\n' "$@" >"$0.got"`,
	} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte("#!/bin/sh\n"+script+"\n"), 0o700); err != nil {
			t.Fatal(err)
		}
	}
	t.Setenv("PATH", dir)
	m := maker{w, w.db}
	all, err := m.Printers(w.ctx)
	if err != nil || len(all) != 2 || all[0].Name != "Office" || !all[0].Default {
		t.Fatal(all, err)
	}
	ask := reports.Ask{Period: data.MonthOf("2026-10-01")}
	if err := m.PrintFile(w.ctx, "Dogovor: 2026-10.pdf", reports.All[0], i18n.SerbianLatin, ask, all[0].Name, 3); err != nil {
		t.Fatal(err)
	}
	told, err := os.ReadFile(filepath.Join(dir, "lp.got"))
	if err != nil {
		t.Fatal(err)
	}
	path, ok := strings.CutPrefix(strings.TrimSpace(string(told)), "-d\nOffice\n-n\n3\n--\n")
	if !ok || !strings.HasPrefix(path, w.viewed()) || filepath.Base(path) != "Dogovor_ 2026-10.pdf" {
		t.Fatalf("lp was told %q", told)
	}
	info, err := os.Stat(path)
	if err != nil || info.Mode().Perm() != 0o400 {
		t.Fatal(info, err)
	}
	if body, err := os.ReadFile(path); err != nil || !bytes.HasPrefix(body, []byte("%PDF-")) {
		t.Errorf("no PDF: %v", err)
	}
	w.forgetViewed()
	if _, err := os.Stat(path); err == nil {
		t.Error("the copy stays")
	}
}
