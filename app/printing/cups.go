//go:build !windows

package printing

import (
	"context"
	"errors"
	"os/exec"
	"slices"
	"strconv"
	"strings"

	"dogovor/data"
)

// plain has the tools of CUPS answer in English, which is what is understood here, and still write every letter of a name.
var plain = []string{"LC_ALL=C.UTF-8", "LANGUAGE="}

// absent is what CUPS says where nothing is set up: it runs not at all, or has no printer.
var absent = []string{"no destinations", "scheduler is not running", "not connected", "connection refused", "bad file descriptor", "no such file or directory"}

// list asks CUPS for its printers.
func list(ctx context.Context) ([]Printer, error) {
	names, err := run(ctx, plain, "lpstat", "-e")
	if err != nil {
		return nil, noneOr(err)
	}
	var usual string
	// "system default destination: NAME", or a sentence without a colon when there is none. A failure here takes no printer away.
	if said, err := run(ctx, plain, "lpstat", "-d"); err == nil {
		_, usual, _ = strings.Cut(strings.TrimSpace(said), ": ")
		usual, _, _ = strings.Cut(usual, "/") // a variant of the printer
	} else if ctx.Err() != nil {
		return nil, err
	}
	var all []Printer
	for line := range strings.Lines(names) {
		if name := strings.TrimSpace(line); name != "" {
			all = append(all, Printer{Name: name, Default: name == usual})
		}
	}
	return all, nil
}

// send gives the file to CUPS, which keeps its own copy.
func send(ctx context.Context, file, printer string, copies int) error {
	_, err := run(ctx, plain, "lp", "-d", printer, "-n", strconv.Itoa(copies), "--", file)
	return err
}

// noneOr tells a system without printers from one that does not work.
func noneOr(err error) error {
	var e *data.Error
	if errors.As(err, &e) && e.Code == "print.failed" {
		said := strings.ToLower(e.Params["Said"].(string))
		if slices.ContainsFunc(absent, func(s string) bool { return strings.Contains(said, s) }) {
			return data.NewError("print.none", err)
		}
	}
	return err
}

// quiet has nothing to do here: no tool opens a window.
func quiet(*exec.Cmd) {}
