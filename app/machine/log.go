package machine

import (
	"fmt"
	"io"
	"log/slog"
	"os"
	"path/filepath"
	"runtime/debug"
	"strings"

	"gopkg.in/natefinch/lumberjack.v2"

	"dogovor/data"
)

// StartLog sends slog to a rotating file in dir (three files of 2 MB) and a crash of the program to crash.txt beside it, and returns
// what closes both. Neither ever holds personal data: log calls carry codes, ids and counts, and errors are written by LogError.
func StartLog(dir string) (stop func(), err error) {
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return nil, data.NewError("log.unwritable", err, "Path", dir)
	}
	file := &lumberjack.Logger{Filename: filepath.Join(dir, "dogovor.log"), MaxSize: 2, MaxBackups: 2}
	slog.SetDefault(slog.New(slog.NewTextHandler(file, nil)))
	crash, err := os.OpenFile(filepath.Join(dir, "crash.txt"), os.O_CREATE|os.O_APPEND|os.O_WRONLY, 0o600)
	if err != nil {
		return nil, data.NewError("log.unwritable", err, "Path", dir)
	}
	// The runtime writes stack traces there: addresses and types, no values.
	if err := debug.SetCrashOutput(crash, debug.CrashOptions{}); err != nil {
		return nil, err
	}
	return func() {
		slog.SetDefault(slog.New(slog.NewTextHandler(io.Discard, nil)))
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
	var names []string
	for err != nil {
		names = append(names, strings.TrimPrefix(typeName(err), "*"))
		u, ok := err.(interface{ Unwrap() error })
		if !ok {
			break
		}
		err = u.Unwrap()
	}
	return strings.Join(names, " < ")
}

func typeName(v any) string { return fmt.Sprintf("%T", v) }
