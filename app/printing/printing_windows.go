package printing

import (
	"context"
	"os/exec"
	"strconv"
	"strings"
	"syscall"
)

// What PowerShell runs. Names come to it in the environment and never stand in the text, so that no sign in them is taken for a command.
const (
	listing = `$ErrorActionPreference = 'Stop'
[Console]::OutputEncoding = [Text.Encoding]::UTF8
Get-CimInstance Win32_Printer | ForEach-Object { [string][int]$_.Default + ' ' + $_.Name }`
	// The program that shows PDFs prints: it counts no copies, so it is asked once for each.
	printing = `$ErrorActionPreference = 'Stop'
[Console]::OutputEncoding = [Text.Encoding]::UTF8
for ($i = 0; $i -lt [int]$env:DOGOVOR_COPIES; $i++) {
  Start-Process -FilePath $env:DOGOVOR_FILE -Verb PrintTo -ArgumentList ('"' + $env:DOGOVOR_PRINTER + '"') -WindowStyle Hidden
}`
	noWindow = 0x08000000 // CREATE_NO_WINDOW
)

// list asks Windows for its printers.
func list(ctx context.Context) ([]Printer, error) {
	out, err := shell(ctx, nil, listing)
	return listed(out), err
}

// listed reads a line for each printer: 1 for the default one or 0, and its name.
func listed(out string) (all []Printer) {
	for line := range strings.Lines(strings.TrimPrefix(out, "\ufeff")) {
		if usual, name, ok := strings.Cut(strings.TrimSpace(line), " "); ok {
			all = append(all, Printer{Name: name, Default: usual == "1"})
		}
	}
	return all
}

// send has the program for PDFs print the file. It reads the file after this returns.
func send(ctx context.Context, file, printer string, copies int) error {
	_, err := shell(ctx, []string{"DOGOVOR_FILE=" + file, "DOGOVOR_PRINTER=" + printer, "DOGOVOR_COPIES=" + strconv.Itoa(copies)}, printing)
	return err
}

func shell(ctx context.Context, env []string, script string) (string, error) {
	return run(ctx, env, "powershell", "-NoProfile", "-NonInteractive", "-Command", script)
}

// quiet keeps the black window of a console away.
func quiet(cmd *exec.Cmd) {
	cmd.SysProcAttr = &syscall.SysProcAttr{HideWindow: true, CreationFlags: noWindow}
}
