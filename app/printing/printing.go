// Package printing sends a PDF to a printer of this system, with the system's own tools and nothing else. It makes no document, keeps no
// file and knows no window; what goes wrong it says as an error that a person can read.
package printing

import (
	"bytes"
	"cmp"
	"context"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"time"

	"dogovor/data"
)

// How long the system may take. A printer that is asked over a network answers late, but a person does not wait for ever.
const (
	listTime = 15 * time.Second
	sendTime = 2 * time.Minute
	endTime  = time.Second // for what a tool that was ended leaves running
)

// Printer is one the system knows.
type Printer struct {
	Name    string
	Default bool // the one the system prints to when nobody says which
}

// Printers are all the system knows, the default one first. None is the error "print.none".
func Printers(ctx context.Context) ([]Printer, error) {
	ctx, cancel := context.WithTimeout(ctx, listTime)
	defer cancel()
	all, err := list(ctx)
	if err == nil && len(all) == 0 {
		err = data.NewError("print.none", nil)
	}
	if err != nil {
		return nil, err
	}
	for i, p := range all {
		if p.Default {
			copy(all[1:i+1], all[:i])
			all[0] = p
		}
	}
	return all, nil
}

// Print hands a file to the system for a printer. When it returns the system has the work; whether paper comes out is the printer's.
func Print(ctx context.Context, file, printer string, copies int) error {
	file, err := filepath.Abs(file) // no name of a file is then taken for an option
	if err != nil {
		return data.NewError("print.failed", err, "Said", err.Error())
	}
	ctx, cancel := context.WithTimeout(ctx, sendTime)
	defer cancel()
	return send(ctx, file, printer, max(copies, 1))
}

// run gives what a tool said. A system without the tool is one without a printer.
func run(ctx context.Context, more []string, tool string, args ...string) (string, error) {
	path, err := exec.LookPath(tool)
	if err != nil {
		return "", data.NewError("print.none", err)
	}
	cmd := exec.CommandContext(ctx, path, args...)
	var out, wrong bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &wrong
	cmd.Env = append(os.Environ(), more...)
	cmd.WaitDelay = endTime
	quiet(cmd)
	err = cmd.Run()
	switch {
	case errors.Is(ctx.Err(), context.Canceled):
		return "", ctx.Err() // by the person, who need not be told
	case ctx.Err() != nil:
		return "", data.NewError("print.slow", ctx.Err())
	case err != nil:
		said := strings.Join(strings.Fields(cmp.Or(strings.TrimSpace(wrong.String()), strings.TrimSpace(out.String()), err.Error())), " ")
		return "", data.NewError("print.failed", err, "Said", said)
	}
	return out.String(), nil
}
