package house

import (
	"os"
	"strings"
	"testing"
)

// modernc.org/sqlite is C translated for one version of modernc.org/libc; with another one it may crash or corrupt.
func TestSQLiteAndLibcBelongTogether(t *testing.T) {
	asked := strings.Fields(goCommand(t, "list", "-m", "-f", "{{.Version}} {{.GoMod}}", "modernc.org/sqlite"))
	if asked[0] == "v1.61.0" {
		t.Error("modernc.org/sqlite v1.61.0 is not to be used: take 1.61.1")
	}
	gomod, err := os.ReadFile(asked[1])
	if err != nil {
		t.Fatal(err)
	}
	have := strings.TrimSpace(goCommand(t, "list", "-m", "-f", "{{.Version}}", "modernc.org/libc"))
	_, rest, found := strings.Cut(string(gomod), "modernc.org/libc ")
	want := strings.Fields(rest)
	if !found || len(want) == 0 {
		t.Fatal("modernc.org/sqlite names no modernc.org/libc any more")
	}
	if have != want[0] {
		t.Errorf("modernc.org/sqlite %s was made for modernc.org/libc %s, go.mod has %s", asked[0], want[0], have)
	}
}

// Everything linked into the program is named in NOTICE, and nothing else.
func TestNoticeNamesEveryModule(t *testing.T) {
	notice, err := os.ReadFile("../NOTICE")
	if err != nil {
		t.Fatal(err)
	}
	named := map[string]bool{}
	_, modules, _ := strings.Cut(string(notice), "Go modules")
	for line := range strings.Lines(modules) {
		if f := strings.Fields(line); len(f) > 1 && strings.HasPrefix(line, "  ") {
			named[f[0]] = true
		}
	}
	linked := map[string]bool{}
	for _, system := range []string{"linux", "windows", "darwin"} {
		// With cgo, as the program is built; listing needs no C compiler.
		out := goCommandIn(t, []string{"GOOS=" + system, "GOARCH=amd64", "CGO_ENABLED=1"},
			"list", "-e", "-deps", "-tags", "x11,no_emoji,migrated_fynedo", "-f", "{{with .Module}}{{if not .Main}}{{.Path}}{{end}}{{end}}", ".")
		for m := range strings.FieldsSeq(out) {
			linked[m] = true
		}
	}
	for m := range linked {
		if !named[m] {
			t.Errorf("NOTICE does not name %s", m)
		}
	}
	for m := range named {
		if !linked[m] {
			t.Errorf("NOTICE names %s, which is not linked", m)
		}
	}
}
