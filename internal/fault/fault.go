// Package fault is the one error type of the program: a code that a program can act on and a
// sentence that is safe to show to a person. Everything else that travels as an error is
// internal: it is logged once at the edge and never shown.
//
// Start at [New]. The code decides the HTTP status (in httpapi) and the exit status (in cmd).
package fault

import (
	"errors"
	"fmt"
)

// Code says what kind of thing went wrong. The set is closed.
type Code string

// The codes, from our own defects to what the caller can mend.
const (
	Internal        Code = "internal"        // a defect of ours; details are in the log only
	Invalid         Code = "invalid"         // what was given is wrong; the sentence says what and where
	Unauthenticated Code = "unauthenticated" // no session
	Forbidden       Code = "forbidden"       // a session, but not this act
	NotFound        Code = "not_found"       // not there, or not yours to see
	Conflict        Code = "conflict"        // it is there already, or somebody else holds it
	Gap             Code = "gap"             // a transaction number was skipped
	TooLarge        Code = "too_large"       // above a stated limit
	RateLimited     Code = "rate_limited"    // too many requests; try again later
	Unavailable     Code = "unavailable"     // the store cannot promise durability now
)

// Error is a fault that may be shown. Field is the path of the offending part when there is one,
// such as "cards[3].title.nl". Line and Column count from 1 in the file that was read; 0 is unknown.
type Error struct {
	Code    Code
	Message string
	Field   string
	Line    int
	Column  int
	Last    int64 // gap: the last transaction number that is known
	cause   error
}

// Error gives the sentence, preceded by the position when it is known.
func (e *Error) Error() string {
	where := ""
	if e.Line > 0 {
		where = fmt.Sprintf("line %d, column %d: ", e.Line, e.Column)
	}
	if e.Field != "" {
		where += e.Field + ": "
	}
	return where + e.Message
}

// Unwrap gives the internal cause, for logs only.
func (e *Error) Unwrap() error { return e.cause }

// New makes an error with a sentence for people.
func New(code Code, format string, args ...any) *Error {
	return &Error{Code: code, Message: fmt.Sprintf(format, args...)}
}

// Wrap makes an error with a sentence for people that remembers its internal cause.
func Wrap(cause error, code Code, format string, args ...any) *Error {
	e := New(code, format, args...)
	e.cause = cause
	return e
}

// At puts the path of the offending part before the path that the error already has.
// An error that is not a fault is returned as it is.
func At(err error, path string) error {
	if err == nil {
		return nil
	}
	var e *Error
	if !errors.As(err, &e) {
		return err
	}
	moved := *e
	moved.Field = join(path, e.Field)
	return &moved
}

// CodeOf gives the code of an error; anything that is not a fault is [Internal].
func CodeOf(err error) Code {
	var e *Error
	if errors.As(err, &e) {
		return e.Code
	}
	return Internal
}

func join(head, tail string) string {
	switch {
	case head == "":
		return tail
	case tail == "":
		return head
	case tail[0] == '[':
		return head + tail
	}
	return head + "." + tail
}
