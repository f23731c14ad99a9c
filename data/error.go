package data

import (
	"errors"
	"fmt"
	"strings"
)

// Error is what may reach a person: a code that the interface says in the reader's language (message "error.<code>"), with what
// that sentence needs to know. Err keeps the cause for the log; it never reaches the screen.
type Error struct {
	Code    string         // stable, lower case, dotted: "db.newer"
	Params  map[string]any // values the sentence names: Path, Version, …
	Message string         // plain English, for the log and the tests
	Err     error          // the cause, may be nil
}

func (e *Error) Error() string {
	s := e.Code
	if e.Message != "" {
		s += ": " + e.Message
	}
	if e.Err != nil {
		s += ": " + e.Err.Error()
	}
	return s
}

// Unwrap gives the cause.
func (e *Error) Unwrap() error { return e.Err }

// NewError makes an Error; params are key, value pairs.
func NewError(code string, cause error, params ...any) *Error {
	e := &Error{Code: code, Err: cause}
	for i := 0; i+1 < len(params); i += 2 {
		if e.Params == nil {
			e.Params = map[string]any{}
		}
		e.Params[fmt.Sprint(params[i])] = params[i+1]
	}
	return e
}

// ErrorCode is the code of the outermost Error in err, "internal" for any other error, "" for nil.
func ErrorCode(err error) string {
	var e *Error
	var inv Problems
	switch {
	case err == nil:
		return ""
	case errors.As(err, &e):
		return e.Code
	case errors.As(err, &inv):
		return "invalid"
	}
	return "internal"
}

// Problem is one thing wrong with one field of a record.
type Problem struct {
	Field  string         // column, for a row of a part "attendance.2.capacity"
	Code   string         // message "invalid.<code>"
	Params map[string]any // values that sentence names: Max, …
}

// Problems is what Validate found; empty means that the record may be saved. It is an error, so that a store can return it.
type Problems []Problem

func (p Problems) Error() string {
	parts := make([]string, len(p))
	for i, x := range p {
		parts[i] = x.Field + ": " + x.Code
	}
	return "invalid: " + strings.Join(parts, ", ")
}

// Err is p as an error, nil when there is nothing wrong.
func (p Problems) Err() error {
	if len(p) == 0 {
		return nil
	}
	return p
}

func (p *Problems) add(field, code string, params ...any) {
	e := NewError(code, nil, params...)
	*p = append(*p, Problem{Field: field, Code: code, Params: e.Params})
}

// under puts the problems of a part below its name and row.
func (p *Problems) under(part string, row int, sub Problems) {
	for _, x := range sub {
		x.Field = fmt.Sprintf("%s.%d.%s", part, row, x.Field)
		*p = append(*p, x)
	}
}
