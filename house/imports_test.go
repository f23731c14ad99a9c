package house

import (
	"encoding/json"
	"io"
	"os/exec"
	"path"
	"slices"
	"strings"
	"testing"
)

const module = "dogovor"

// layers says for each package, by its path below the module, which other packages of the project it may import. The first pattern
// that fits counts; "…" at the end of one stands for anything.
var layers = []struct {
	who  string
	may  []string
	fyne bool // may it know the window's toolkit?
}{
	{who: "", may: []string{"app", "app/command", "app/i18n", "app/machine", "app/look", "data", "assets"}, fyne: true},
	{who: "house"},
	{who: "scripts/…", may: []string{"data…", "reports…", "app/i18n", "assets"}},
	{who: "assets"},

	{who: "data"},
	{who: "data/fold"},
	{who: "data/find", may: []string{"data", "data/fold"}},
	{who: "data/wholefile", may: []string{"data"}},
	{who: "data/photo"},
	{who: "data/phone"},
	{who: "data/calendar", may: []string{"data"}},
	{who: "data/indicator", may: []string{"data"}},
	{who: "data/store", may: []string{"data", "data/calendar", "data/fold", "data/phone", "data/wholefile", "data/indicator"}},
	{who: "data/store/…", may: []string{"data", "data/fold"}},
	{who: "data/sample", may: []string{"data", "data/store", "assets"}},

	{who: "reports", may: []string{"data", "data/calendar", "data/fold", "data/indicator", "data/wholefile", "reports/doc", "app/i18n", "assets"}},
	{who: "reports/doc", may: []string{"data", "data/wholefile", "assets"}},

	{who: "app/i18n", may: []string{"data", "data/find", "assets"}},
	{who: "app/machine", may: []string{"data", "data/wholefile"}},
	{who: "app/printing", may: []string{"data"}},
	{who: "app/command", may: []string{"app/i18n", "app/machine", "data…", "reports", "assets"}},

	{who: "app/look", may: []string{"assets"}, fyne: true},
	{who: "app/widgets", may: []string{"app/look", "app/i18n", "data", "data/fold"}, fyne: true},
	{who: "app/dialogs", may: []string{"app/look", "app/i18n", "app/widgets", "data"}, fyne: true},
	{who: "app/finder", may: []string{"app/i18n", "app/widgets", "data", "data/find", "data/fold"}, fyne: true},
	{who: "app/screens", may: []string{"app/dialogs", "app/i18n", "app/look", "app/machine", "app/widgets", "data", "data/indicator"}, fyne: true},
	// What all record screens share; families of screens stand on it and never on each other.
	{who: "app/screens/record", may: []string{"app/screens", "app/dialogs", "app/i18n", "app/look", "app/widgets", "data", "data/calendar", "data/fold", "data/photo"}, fyne: true},
	{who: "app/screens/screentest", may: []string{"app/screens", "app/screens/record", "app/i18n", "app/look", "app/widgets", "data"}, fyne: true},
	{who: "app/screens/…", may: []string{"app/screens", "app/screens/record", "app/dialogs", "app/i18n", "app/look", "app/machine", "app/printing", "app/widgets", "data", "data/calendar", "data/fold", "data/indicator", "reports"}, fyne: true},
	{who: "app/e2e", fyne: true},
	{who: "app", may: []string{"app…", "data…", "reports", "assets"}, fyne: true},
}

func TestWhoImportsWhom(t *testing.T) {
	for _, p := range packages(t, "./...") {
		own := strings.TrimPrefix(strings.TrimPrefix(p.ImportPath, module), "/")
		i := slices.IndexFunc(layers, func(l struct {
			who  string
			may  []string
			fyne bool
		}) bool {
			return fits(l.who, own)
		})
		if i < 0 {
			t.Errorf("%s: say in house/imports_test.go what this new package may import", p.ImportPath)
			continue
		}
		for _, imp := range p.Imports {
			other, ours := strings.CutPrefix(imp, module+"/")
			if ours && !slices.ContainsFunc(layers[i].may, func(m string) bool { return fits(m, other) }) {
				t.Errorf("%s must not import %s", p.ImportPath, imp)
			}
		}
		if layers[i].fyne {
			continue
		}
		for _, dep := range p.Deps {
			if strings.HasPrefix(dep, "fyne.io/") {
				t.Errorf("%s must not know Fyne, but reaches %s", p.ImportPath, dep)
				break
			}
		}
	}
}

// Some libraries stand behind one door each, so that changing one stays the work of one place.
func TestLibrariesBehindOneDoor(t *testing.T) {
	doors := map[string]string{
		"fyne.io/fyne/v2/app":              "dogovor", // it needs C and a display: no package under test may import it
		"github.com/jung-kurt/gofpdf":      "dogovor/reports/doc",
		"github.com/alecthomas/kong":       "dogovor/app/command",
		"github.com/pressly/goose/v3":      "dogovor/data/store",
		"modernc.org/sqlite":               "dogovor/data/store",
		"github.com/google/uuid":           "dogovor/data",
		"github.com/BurntSushi/toml":       "dogovor/app/i18n",
		"github.com/nyaruka/phonenumbers":  "dogovor/data/phone",
		"gopkg.in/natefinch/lumberjack.v2": "dogovor/app/machine",
	}
	for _, p := range packages(t, "./...") {
		for _, imp := range p.Imports {
			if door, ok := doors[imp]; ok && p.ImportPath != door {
				t.Errorf("%s imports %s, which is for %s alone", p.ImportPath, imp, door)
			}
		}
	}
}

func TestEveryPackageSaysWhatItIsFor(t *testing.T) {
	for _, p := range packages(t, "./...") {
		if p.Doc == "" && len(p.GoFiles) > 0 {
			t.Errorf("%s has no package comment", p.ImportPath)
		}
	}
}

func fits(pattern, own string) bool {
	if prefix, open := strings.CutSuffix(pattern, "…"); open {
		return strings.HasPrefix(own, prefix)
	}
	return own == path.Clean(pattern) || own == pattern
}

type listed struct {
	ImportPath, Doc        string
	GoFiles, Imports, Deps []string
}

// packages asks the go command, with the tags of the build without a display.
func packages(t *testing.T, patterns ...string) []listed {
	t.Helper()
	out := goCommand(t, append([]string{"list", "-e", "-json=ImportPath,Doc,GoFiles,Imports,Deps", "-tags", "ci,no_emoji,migrated_fynedo"}, patterns...)...)
	var all []listed
	for dec := json.NewDecoder(strings.NewReader(out)); ; {
		var p listed
		if err := dec.Decode(&p); err == io.EOF {
			return all
		} else if err != nil {
			t.Fatal(err)
		}
		if !strings.HasPrefix(p.ImportPath, module+"/build/") { // what somebody tries out
			all = append(all, p)
		}
	}
}

func goCommand(t *testing.T, args ...string) string {
	t.Helper()
	return goCommandIn(t, []string{"CGO_ENABLED=0"}, args...)
}

func goCommandIn(t *testing.T, env []string, args ...string) string {
	t.Helper()
	cmd := exec.Command("go", args...)
	cmd.Dir = ".."
	cmd.Env = append(cmd.Environ(), env...)
	out, err := cmd.Output()
	if err != nil {
		if bad, ok := err.(*exec.ExitError); ok {
			t.Fatalf("go %s: %s", strings.Join(args, " "), bad.Stderr)
		}
		t.Fatal(err)
	}
	return string(out)
}
