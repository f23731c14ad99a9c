package command

import (
	"os"
	"path/filepath"
	"testing"
)

// What is taken along to a village and what hangs there are made without a window too.
func TestVillageSheets(t *testing.T) {
	dir, db := madeSample(t)
	for _, x := range [][]string{
		{"report", "briefing", "--settlement", "Кривељ", "--lang", "sr-Cyrl"},
		{"report", "briefing", "--settlement", "Krivelj", "--restricted", "--lang", "zh-Hans"},
		{"report", "notice", "--settlement", "Krivelj", "--lang", "sr-Latn", "--with", "sr-Cyrl"},
	} {
		path := filepath.Join(dir, "sheet.pdf")
		if status, _, said := job(t, dir, append(x, "--db", db, "-o", path)...); status != Done {
			t.Errorf("%v: %d %s", x, status, said)
		}
		if _, err := os.Stat(path); err != nil {
			t.Error(err)
		}
		os.Remove(path)
	}
	for _, x := range [][]string{{"report", "briefing"}, {"report", "notice", "--settlement", "Krivelj", "--restricted"}} {
		if status, _, said := job(t, dir, append(x, "--db", db, "-o", filepath.Join(dir, "no.pdf"))...); status != Usage {
			t.Errorf("%v: %d %s", x, status, said)
		}
	}
	if status, _, said := job(t, dir, "report", "briefing", "--settlement", "Nigdina", "--db", db, "-o", filepath.Join(dir, "no.pdf")); status != Failed {
		t.Errorf("%d %s", status, said)
	}
}
