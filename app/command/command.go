// Package command is the headless half of the program: every job of the command line, over the same packages as the window.
// It knows nothing of Fyne. What a job produces goes to standard output, what it says to standard error.
package command

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"strings"
	"time"

	"github.com/alecthomas/kong"

	"dogovor/app/i18n"
	"dogovor/app/machine"
	"dogovor/data"
)

// Exit statuses.
const (
	Done   = 0
	Failed = 1
	Usage  = 2
)

// Env is what a job works with; tests put their own in.
type Env struct {
	Version string
	Stdout  io.Writer
	Stderr  io.Writer
	Now     func() time.Time
	Dirs    machine.Dirs
	Window  func(ctx context.Context, db string) error // opens the window on a database, "" for the last one

	settings *machine.Settings
	words    *i18n.Printer
	ctx      context.Context
}

type commands struct {
	Open       openJob       `cmd:"" default:"withargs" help:"Open the window (what happens without a command)."`
	Sample     sampleJob     `cmd:"" help:"Make a database with a sample year to explore."`
	Report     reportJob     `cmd:"" help:"Write a report as PDF, XLSX or CSV."`
	Figures    figuresJob    `cmd:"" help:"Print every figure of a period with the records behind it."`
	Search     searchJob     `cmd:"" help:"Find records of all kinds: names in any script, numbers, words."`
	Duplicates duplicatesJob `cmd:"" help:"List stakeholders that may be one, with score and reasons."`
	Calendar   calendarJob   `cmd:"" help:"Print the public holidays of Serbia, or a deadline in working days, day by day."`
	Export     exportJob     `cmd:"" help:"Write all records into one JSON file, lossless."`
	Import     importJob     `cmd:"" help:"Take in records from such a file."`
	Check      checkJob      `cmd:"" help:"Look whether a database is whole; say what is wrong and what to do."`
	Version    versionJob    `cmd:"" help:"Print the version."`
}

const about = `The record of a mining company's dealings with its neighbours: who came, what was asked, what was answered, what was promised. Works without network.

Dates are written 2026-10-31; a period has both days in it. Languages: en, sr-Latn, sr-Cyrl, zh-Hans. Exit status: 0 done, 1 failed, 2 wrong usage.`

// Run does the job that args name and returns the exit status.
func Run(args []string, env Env) int {
	var stop context.CancelFunc
	env.ctx, stop = signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	var cli commands
	exited := -1
	parser, err := kong.New(&cli, kong.Name("dogovor"), kong.Description(about), kong.Writers(env.Stdout, env.Stderr),
		kong.Exit(func(code int) { exited = code }), kong.ConfigureHelp(kong.HelpOptions{Compact: true}), kong.Bind(&env))
	if err != nil {
		fmt.Fprintln(env.Stderr, err)
		return Failed
	}
	parsed, err := parser.Parse(args)
	if exited >= 0 { // --help has printed
		return exited
	}
	if err != nil {
		fmt.Fprintf(env.Stderr, "dogovor: %v\nTry: dogovor --help\n", err)
		return Usage
	}
	// Settings that cannot be read keep nobody from reading; what writes needs them, see database.write.
	env.settings, _ = machine.Load(env.Dirs.Config)
	env.words = i18n.For(env.language())
	if err = parsed.Run(&env); err == nil {
		return Done
	}
	env.fail(err)
	var wrong usageError
	if errors.As(err, &wrong) {
		return Usage
	}
	return Failed
}

// language is the one of this laptop; of a laptop not set up yet, English.
func (e *Env) language() i18n.Lang {
	if l, err := i18n.Parse(e.settings.Language); err == nil {
		return l
	}
	return i18n.English
}

// usageError is a wrong use of the command line that its parser cannot see.
type usageError struct{ text string }

func (u usageError) Error() string { return u.text }

func (e *Env) fail(err error) {
	var wrong usageError
	var problems data.Problems
	switch {
	case errors.As(err, &wrong):
		fmt.Fprintf(e.Stderr, "dogovor: %s\n", wrong.text)
		return
	case errors.As(err, &problems):
		var lines []string
		for _, p := range problems {
			lines = append(lines, p.Field+": "+e.words.T("invalid."+p.Code, pairs(p.Params)...))
		}
		fmt.Fprintf(e.Stderr, "dogovor: %s\n", strings.Join(lines, "; "))
	default:
		fmt.Fprintf(e.Stderr, "dogovor: %s\n", e.words.Error(err))
		if data.ErrorCode(err) == "internal" {
			fmt.Fprintf(e.Stderr, "  (%v)\n", err)
		}
	}
	machine.LogError("job", err)
}

func pairs(m map[string]any) (out []any) {
	for k, v := range m {
		out = append(out, k, v)
	}
	return out
}

func (e *Env) say(id string, args ...any) { fmt.Fprintln(e.Stderr, e.words.T(id, args...)) }
