package machine

import (
	"fmt"
	"io"
	"log"
	"log/slog"
	"os"
	"path/filepath"
	"runtime/debug"
	"strings"

	"gopkg.in/natefinch/lumberjack.v2"

	"dogovor/data"
)

// StartLog sends slog to a rotating file in dir (three files of 2 MB) and a crash of the program to crash.txt beside it, and returns
// what closes both. Neither ever holds personal data: log calls carry codes, ids and counts, errors are written by LogError, and of what
// the toolkit says only the place is kept. Where nothing can be written, nothing is.
func StartLog(dir string) (stop func(), err error) {
	log.SetFlags(0)
	log.SetOutput(io.Discard)
	slog.SetDefault(slog.New(slog.DiscardHandler))
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return nil, data.NewError("log.unwritable", err, "Path", dir)
	}
	file := &lumberjack.Logger{Filename: filepath.Join(dir, "dogovor.log"), MaxSize: 2, MaxBackups: 2}
	crash, err := os.OpenFile(filepath.Join(dir, "crash.txt"), os.O_CREATE|os.O_APPEND|os.O_WRONLY, 0o600)
	if err != nil {
		return nil, data.NewError("log.unwritable", err, "Path", dir)
	}
	slog.SetDefault(slog.New(slog.NewTextHandler(file, nil)))
	log.SetOutput(toolkit{})
	// The runtime writes stack traces there: addresses and types, no values.
	if err := debug.SetCrashOutput(crash, debug.CrashOptions{}); err != nil {
		return nil, err
	}
	return func() {
		log.SetOutput(io.Discard)
		slog.SetDefault(slog.New(slog.DiscardHandler))
		_ = debug.SetCrashOutput(nil, debug.CrashOptions{})
		crash.Close()
		file.Close()
	}, nil
}

// LogError writes what went wrong without what it went wrong with: codes and Go types only, since messages of a driver or of the
// system may quote a row or a path with a person's name.
func LogError(doing string, err error) {
	if err == nil {
		return
	}
	slog.Error(doing, "code", data.ErrorCode(err), "cause", kinds(err))
}

// kinds names the types of err and of what it wraps.
func kinds(err error) string {
	name := strings.TrimPrefix(typeName(err), "*")
	var under []string
	switch u := err.(type) {
	case interface{ Unwrap() error }:
		if err := u.Unwrap(); err != nil {
			under = append(under, kinds(err))
		}
	case interface{ Unwrap() []error }:
		for _, err := range u.Unwrap() {
			under = append(under, kinds(err))
		}
	}
	if len(under) == 0 {
		return name
	}
	return name + " < " + strings.Join(under, " + ")
}

// toolkit takes the lines that the window's toolkit writes about its troubles. What it says may quote a folder with a person's name; where
// in its source it was said is enough to find out.
type toolkit struct{}

func (toolkit) Write(line []byte) (int, error) {
	if at, ok := strings.CutPrefix(strings.TrimSpace(string(line)), "At: "); ok {
		parts := strings.Split(filepath.ToSlash(at), "/")
		slog.Warn("toolkit", "at", strings.Join(parts[max(0, len(parts)-2):], "/"))
	}
	return len(line), nil
}

func typeName(v any) string { return fmt.Sprintf("%T", v) }
