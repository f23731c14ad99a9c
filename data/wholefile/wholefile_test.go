package wholefile

import (
	"errors"
	"io"
	"os"
	"path/filepath"
	"testing"

	"dogovor/data"
)

func TestWriteReplacesWhole(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a.txt")
	for _, text := range []string{"first", "second"} {
		if err := Write(path, func(w io.Writer) error { _, err := io.WriteString(w, text); return err }); err != nil {
			t.Fatal(err)
		}
		if b, _ := os.ReadFile(path); string(b) != text {
			t.Fatalf("read %q, want %q", b, text)
		}
	}
}

func TestFailureLeavesTheOldFile(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "a.txt")
	if err := os.WriteFile(path, []byte("old"), 0o600); err != nil {
		t.Fatal(err)
	}
	cause := errors.New("no more words")
	err := Write(path, func(w io.Writer) error { _, _ = io.WriteString(w, "half"); return cause })
	if !errors.Is(err, cause) {
		t.Fatalf("got %v", err)
	}
	if b, _ := os.ReadFile(path); string(b) != "old" {
		t.Fatalf("the old file is %q", b)
	}
	if left, _ := os.ReadDir(dir); len(left) != 1 {
		t.Fatalf("left behind: %v", left)
	}
}

func TestUnwritableFolder(t *testing.T) {
	path := filepath.Join(t.TempDir(), "missing", "a.txt")
	err := Write(path, func(io.Writer) error { return nil })
	if data.ErrorCode(err) != "output.unwritable" {
		t.Fatalf("got %v", err)
	}
}

func TestWhatMayNotBeWrittenStays(t *testing.T) {
	if os.Geteuid() == 0 {
		t.Skip("root may write anything")
	}
	path := filepath.Join(t.TempDir(), "a.txt")
	if err := os.WriteFile(path, []byte("old"), 0o400); err != nil {
		t.Fatal(err)
	}
	err := Write(path, func(w io.Writer) error { _, err := io.WriteString(w, "new"); return err })
	if b, _ := os.ReadFile(path); data.ErrorCode(err) != "output.unwritable" || string(b) != "old" {
		t.Fatalf("%v; the file holds %q", err, b)
	}
}

func TestWhatALinkPointsToIsReplaced(t *testing.T) {
	dir := t.TempDir()
	file, link := filepath.Join(dir, "a.txt"), filepath.Join(dir, "link.txt")
	if err := os.WriteFile(file, []byte("old"), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(file, link); err != nil {
		t.Skip("no links here")
	}
	if err := Write(link, func(w io.Writer) error { _, err := io.WriteString(w, "new"); return err }); err != nil {
		t.Fatal(err)
	}
	if b, _ := os.ReadFile(file); string(b) != "new" {
		t.Fatalf("the file holds %q", b)
	}
	if i, err := os.Lstat(link); err != nil || i.Mode()&os.ModeSymlink == 0 {
		t.Fatalf("the link became %v, %v", i, err)
	}
}

func TestDevicesAndFolders(t *testing.T) {
	say := func(w io.Writer) error { _, err := io.WriteString(w, "text"); return err }
	before, err := os.Stat(os.DevNull)
	if err != nil {
		t.Skip("no such device")
	}
	if err := Write(os.DevNull, say); err != nil {
		t.Fatal(err)
	}
	if after, err := os.Stat(os.DevNull); err != nil || after.Mode() != before.Mode() {
		t.Fatalf("%s became %v, %v", os.DevNull, after.Mode(), err)
	}
	if _, err := os.Stat("/dev/full"); err == nil {
		if err := Write("/dev/full", say); data.ErrorCode(err) != "output.unwritable" {
			t.Fatalf("a full disk: %v", err)
		}
	}
	if err := Write(t.TempDir(), say); data.ErrorCode(err) != "output.unwritable" {
		t.Fatalf("a folder: %v", err)
	}
}
