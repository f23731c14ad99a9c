package store

import (
	"os"
	"os/exec"
	"regexp"
	"strings"
	"testing"
)

// TestDriverPair: the driver works with exactly the C library that it was translated with.
func TestDriverPair(t *testing.T) {
	list := func(format, module string) string {
		out, err := exec.Command("go", "list", "-m", "-f", format, module).Output()
		if err != nil {
			t.Skipf("go list: %v", err)
		}
		return strings.TrimSpace(string(out))
	}
	mod, err := os.ReadFile(list("{{.GoMod}}", "modernc.org/sqlite"))
	if err != nil {
		t.Skip(err)
	}
	want := regexp.MustCompile(`modernc.org/libc (\S+)`).FindStringSubmatch(string(mod))
	if want == nil || list("{{.Version}}", "modernc.org/libc") != want[1] {
		t.Errorf("modernc.org/libc is %s, the driver wants %v", list("{{.Version}}", "modernc.org/libc"), want)
	}
}
