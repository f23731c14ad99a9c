package reports

import (
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"dogovor/app/i18n"
	"dogovor/data"
	"dogovor/reports/doc"
)

// The print at the foot of a page with restricted records is whole, in every language, and what the company says stands below it.
func TestFootIsWhole(t *testing.T) {
	tool, err := exec.LookPath("pdftotext")
	if err != nil {
		t.Skip("pdftotext is not installed")
	}
	w := autumn(t)
	w.settings = map[string]string{data.CompanyFooter: "Primer rudnik, Trg 1"}
	for _, name := range []string{"summary", "commitments"} {
		for _, l := range i18n.Langs {
			d := made(t, w, name, Ask{Period: october, Restricted: true}, l)
			path := filepath.Join(t.TempDir(), "a.pdf")
			if err := doc.WriteFile(path, d); err != nil {
				t.Fatal(err)
			}
			text, err := exec.Command(tool, "-l", "1", "-layout", path, "-").Output()
			if err != nil {
				t.Fatal(err)
			}
			words := strings.Fields(d.Footer)
			if last := words[len(words)-1]; !strings.Contains(string(text), last) || !strings.Contains(string(text), "Primer rudnik, Trg 1") {
				t.Errorf("%s in %s: the foot is cut: %q is not there", name, l, last)
			}
		}
	}
}
