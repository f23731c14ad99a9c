package house

import (
	"bytes"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// foreign is what belongs to somebody's machine and not to the project.
var foreign = regexp.MustCompile(`(^|[^\w.$}~*)/-])/(work|root)/[\w-]` +
	`|\b(proxy|sum)\.golang\.org|\bregistry\.[a-z]+\.[a-z]+|\b(deb|archive)\.(debian|ubuntu)\.(org|com)` +
	`|\b(10|192\.168)(\.\d{1,3}){2,3}\b|\b[\w-]+\.(local|internal|lan|corp)\b/`)

// Made-up paths of a user stand in tests alone.
var user = regexp.MustCompile(`(^|[^\w.$}~*)/-])/(home|Users|tmp)/[\w-]|\b[A-Z]:\\+(Users|temp)\b`)

func TestTreeHoldsNoMachine(t *testing.T) {
	eachFile(t, func(name string, content []byte) {
		if bytes.IndexByte(content[:min(len(content), 8000)], 0) >= 0 { // a picture or a font
			return
		}
		n := 0
		for line := range strings.Lines(string(content)) {
			n++
			m := foreign.FindString(line)
			if m == "" && !strings.HasSuffix(name, "_test.go") {
				m = user.FindString(line)
			}
			if m != "" {
				t.Errorf("%s:%d names a machine, a path or a host: %q", name, n, m)
			}
		}
	})
}

// A file holds one thing. Above 400 lines it holds two.
func TestFilesAreOfOneThing(t *testing.T) {
	eachFile(t, func(name string, content []byte) {
		if !strings.HasSuffix(name, ".go") || strings.HasSuffix(name, "_test.go") {
			return
		}
		if lines := bytes.Count(content, []byte("\n")); lines > 400 {
			t.Errorf("%s has %d lines: cut it where the thing ends", name, lines)
		}
		for _, word := range []string{"TO" + "DO", "FIX" + "ME", "XX" + "X:"} {
			if bytes.Contains(content, []byte(word)) {
				t.Errorf("%s: do it now or leave it out: %s", name, word)
			}
		}
	})
}

// eachFile visits what is written by people, by its path below the top of the tree.
func eachFile(t *testing.T, visit func(name string, content []byte)) {
	t.Helper()
	err := filepath.WalkDir("..", func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		name := filepath.ToSlash(strings.TrimPrefix(path, ".."+string(filepath.Separator)))
		if d.IsDir() {
			if name == ".git" || name == "build" {
				return filepath.SkipDir
			}
			return nil
		}
		if !d.Type().IsRegular() || name == "go.sum" || name == "dogovor" || name == "dogovor.exe" || name == "house/tree_test.go" {
			return nil
		}
		content, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		visit(name, content)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}
