//go:build window

package e2e

import (
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// Without a display the program says so in one line, with what to do, instead of a stack of the toolkit's.
func TestWithoutADisplay(t *testing.T) {
	home := t.TempDir()
	for _, display := range []string{"", ":7654", "nonsense"} {
		cmd := exec.Command(binary(t))
		cmd.Env = append(os.Environ(), "DISPLAY="+display, "HOME="+home, "XDG_CONFIG_HOME="+filepath.Join(home, "config"),
			"XDG_DATA_HOME="+filepath.Join(home, "data"), "XDG_STATE_HOME="+filepath.Join(home, "state"))
		said, err := cmd.CombinedOutput()
		var exit *exec.ExitError
		if !errors.As(err, &exit) || exit.ExitCode() != 1 || strings.Count(string(said), "\n") != 1 || !strings.Contains(string(said), "dogovor --help") {
			t.Errorf("DISPLAY=%q: %v, said %q", display, err, said)
		}
	}
}
