//go:build window

package e2e

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"
)

// patience is how long a condition may take on a slow, busy machine before the test gives up.
const patience = 60 * time.Second

// desk is a private X display with a window manager and the program on it.
type desk struct {
	t    *testing.T
	home string
	env  []string
	win  string // X window id
	ctx  context.Context
}

// newDesk starts Xvfb and openbox; the program's home is an empty folder.
func newDesk(t *testing.T) *desk {
	t.Helper()
	for _, tool := range []string{"Xvfb", "openbox", "xdotool", "xclip", "import"} {
		if _, err := exec.LookPath(tool); err != nil {
			t.Fatalf("%s is missing: make test installs it", tool)
		}
	}
	ctx, cancel := context.WithCancel(context.Background())
	t.Cleanup(cancel)
	home, err := os.MkdirTemp("", "dogovor-e2e-")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { // a viewer that the program started may still write there while it ends
		for end := time.Now().Add(patience); os.RemoveAll(home) != nil && time.Now().Before(end); time.Sleep(20 * time.Millisecond) {
		}
	})
	d := &desk{t: t, home: home, ctx: ctx}
	display := d.startXvfb()
	for _, dir := range []string{"Documents", ".config", ".local/share", ".local/state"} {
		if err := os.MkdirAll(filepath.Join(d.home, dir), 0o700); err != nil {
			t.Fatal(err)
		}
	}
	d.env = append(os.Environ(), "DISPLAY=:"+display, "HOME="+d.home, "LIBGL_ALWAYS_SOFTWARE=1", "FYNE_SCALE=1",
		"XDG_CONFIG_HOME="+filepath.Join(d.home, ".config"), "XDG_DATA_HOME="+filepath.Join(d.home, ".local/share"),
		"XDG_STATE_HOME="+filepath.Join(d.home, ".local/state"), "XDG_DOCUMENTS_DIR="+filepath.Join(d.home, "Documents"))
	d.start("openbox")
	return d
}

func (d *desk) startXvfb() string {
	r, w, err := os.Pipe()
	if err != nil {
		d.t.Fatal(err)
	}
	cmd := exec.CommandContext(d.ctx, "Xvfb", "-displayfd", "3", "-screen", "0", "1366x768x24", "-nolisten", "tcp")
	cmd.ExtraFiles = []*os.File{w}
	if err := cmd.Start(); err != nil {
		d.t.Fatal(err)
	}
	w.Close()
	d.t.Cleanup(func() { _ = cmd.Process.Kill(); _ = cmd.Wait() })
	line, err := bufio.NewReader(r).ReadString('\n')
	if err != nil {
		d.t.Fatalf("Xvfb gave no display: %v", err)
	}
	return strings.TrimSpace(line)
}

// start runs a program on the desk until the test ends.
func (d *desk) start(name string, args ...string) *exec.Cmd {
	d.t.Helper()
	cmd := exec.CommandContext(d.ctx, name, args...)
	cmd.Env = d.env
	log, err := os.Create(filepath.Join(d.home, filepath.Base(name)+".out"))
	if err != nil {
		d.t.Fatal(err)
	}
	cmd.Stdout, cmd.Stderr = log, log
	if err := cmd.Start(); err != nil {
		d.t.Fatal(err)
	}
	d.t.Cleanup(func() { _ = cmd.Process.Kill(); _ = cmd.Wait(); log.Close() })
	return cmd
}

// run runs a tool to its end and gives what it printed.
func (d *desk) run(name string, args ...string) (string, error) {
	cmd := exec.CommandContext(d.ctx, name, args...)
	cmd.Env = d.env
	out, err := cmd.CombinedOutput()
	return strings.TrimSpace(string(out)), err
}

func (d *desk) must(name string, args ...string) string {
	d.t.Helper()
	out, err := d.run(name, args...)
	if err != nil {
		d.fail("%s %s: %v\n%s", name, strings.Join(args, " "), err, out)
	}
	return out
}

// until waits for a condition; what is said when it never comes.
func (d *desk) until(what string, holds func() bool) {
	d.t.Helper()
	for end := time.Now().Add(patience); time.Now().Before(end); time.Sleep(20 * time.Millisecond) {
		if holds() {
			return
		}
	}
	d.fail("never came: %s (the window's title is %q)", what, d.title())
}

// fail keeps a picture of the screen and what the program said, then ends the test.
func (d *desk) fail(format string, args ...any) {
	d.t.Helper()
	dir := os.Getenv("DOGOVOR_E2E_KEEP")
	if dir == "" {
		dir = os.TempDir()
	}
	picture := filepath.Join(dir, "dogovor-e2e-failure.png")
	_, _ = d.run("import", "-window", "root", picture)
	logs, _ := filepath.Glob(filepath.Join(d.home, "*.out"))
	var said strings.Builder
	for _, l := range logs {
		if f, err := os.Open(l); err == nil {
			b, _ := io.ReadAll(io.LimitReader(f, 4000))
			fmt.Fprintf(&said, "--- %s\n%s\n", filepath.Base(l), b)
			f.Close()
		}
	}
	d.t.Fatalf(format+"\npicture: %s\n%s", append(args, picture, said.String())...)
}

// open starts the program and waits for its window to be painted.
func (d *desk) open(bin string, args ...string) *exec.Cmd {
	d.t.Helper()
	cmd := d.start(bin, args...)
	d.until("a window", func() bool {
		out, err := d.run("xdotool", "search", "--onlyvisible", "--name", "Dogovor")
		d.win, _, _ = strings.Cut(out, "\n")
		return err == nil && d.win != ""
	})
	d.until("an active window", func() bool { // the window manager may be starting still
		_, err := d.run("xdotool", "windowactivate", "--sync", d.win)
		return err == nil
	})
	d.until("a painted window", func() bool {
		out, err := d.run("import", "-window", d.win, "-format", "%k", "info:")
		colours, _ := strconv.Atoi(out)
		return err == nil && colours > 20
	})
	return cmd
}

func (d *desk) title() string {
	out, _ := d.run("xdotool", "getwindowname", d.win)
	return out
}

// titled waits until the window's title, which names the screen, holds text.
func (d *desk) titled(text string) {
	d.t.Helper()
	d.until("title "+text, func() bool { return strings.Contains(d.title(), text) })
}

// keys presses keys one after another, in xdotool's names.
func (d *desk) keys(names ...string) {
	d.t.Helper()
	d.must("xdotool", append([]string{"key", "--clearmodifiers", "--delay", "40"}, names...)...)
}

// paste puts text into the field that has the focus. The clipboard's owner ends when the text was fetched, so nothing is overtaken.
func (d *desk) paste(text string) {
	d.t.Helper()
	cmd := exec.CommandContext(d.ctx, "xclip", "-selection", "clipboard", "-i", "-loops", "1", "-quiet")
	cmd.Env = d.env
	cmd.Stdin = strings.NewReader(text)
	if err := cmd.Start(); err != nil {
		d.t.Fatal(err)
	}
	d.until("the clipboard to hold the text", func() bool {
		out, err := d.run("xdotool", "getwindowname", d.win)
		return err == nil && out != ""
	})
	d.keys("ctrl+v")
	done := make(chan error, 1)
	go func() { done <- cmd.Wait() }()
	select {
	case <-done:
	case <-time.After(patience):
		_ = cmd.Process.Kill()
		d.fail("the program did not fetch %q from the clipboard", text)
	}
}

// picture keeps a screenshot where DOGOVOR_E2E_KEEP says, for people to look at.
func (d *desk) picture(name string) {
	if dir := os.Getenv("DOGOVOR_E2E_KEEP"); dir != "" {
		d.must("import", "-window", "root", filepath.Join(dir, name+".png"))
	}
}
