package store

import (
	"context"
	"database/sql"
	"errors"
	"os"
	"strings"
	"syscall"

	"modernc.org/sqlite"
	lib "modernc.org/sqlite/lib"

	"dogovor/data"
)

// fault turns what SQLite or the system says into a data.Error with the file's path. What is one already, a cancelled context and nil stay
// as they are.
func fault(err error, path string) error {
	var known *data.Error
	var invalid data.Problems
	var se *sqlite.Error
	switch {
	case err == nil, errors.As(err, &known), errors.As(err, &invalid), errors.Is(err, context.Canceled), errors.Is(err, context.DeadlineExceeded):
		return err
	case errors.Is(err, sql.ErrNoRows):
		return data.NewError("record.missing", err, "Path", path)
	case errors.As(err, &se) && strings.Contains(se.Error(), "unsupported file format"): // a header that makes no sense; SQLite has no code for it
		return data.NewError("db.corrupt", err, "Path", path)
	case errors.As(err, &se):
		return data.NewError(codeOf(se.Code()), err, "Path", path)
	case errors.Is(err, syscall.ENOSPC):
		return data.NewError("db.disk_full", err, "Path", path)
	case errors.Is(err, os.ErrPermission), errors.Is(err, syscall.EROFS):
		return data.NewError("db.readonly", err, "Path", path)
	}
	return data.NewError("db.failed", err, "Path", path)
}

// codeOf names SQLite's result code.
func codeOf(code int) string {
	if code == lib.SQLITE_IOERR_WRITE || code == lib.SQLITE_IOERR_SHMSIZE {
		return "db.disk_full" // a write that the system refused: quota and full disks both come so
	}
	switch code & 0xff {
	case lib.SQLITE_FULL:
		return "db.disk_full"
	case lib.SQLITE_CORRUPT, lib.SQLITE_NOTADB: // what never was a database is refused before SQLite sees it
		return "db.corrupt"
	case lib.SQLITE_READONLY, lib.SQLITE_PERM:
		return "db.readonly"
	case lib.SQLITE_BUSY, lib.SQLITE_LOCKED:
		return "db.busy"
	case lib.SQLITE_CANTOPEN:
		return "db.cannot_open"
	case lib.SQLITE_IOERR:
		return "db.io"
	}
	return "db.failed"
}
