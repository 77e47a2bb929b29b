package httpapi

import (
	"context"
	"encoding/json"
	"errors"
	"net/http"
	"runtime/debug"
	"strings"

	"github.com/danielgtaylor/huma/v2"

	"klantreis/internal/fault"
)

// ErrorBody is the one shape of every error.
type ErrorBody struct {
	Fault ErrorDetail `json:"error"`
	code  int
}

// ErrorDetail says what is wrong, for programs and for people.
type ErrorDetail struct {
	Code    fault.Code `json:"code" enum:"invalid,unauthenticated,forbidden,not_found,conflict,gap,too_large,rate_limited,unavailable,internal"`
	Message string     `json:"message" doc:"A sentence for people"`
	Field   string     `json:"field,omitempty" doc:"The path of the offending part"`
	Line    int        `json:"line,omitempty" doc:"In what was sent, from 1"`
	Column  int        `json:"column,omitempty" doc:"In what was sent, from 1"`
	Last    *int64     `json:"last,omitempty" doc:"With code gap: the last transaction number that is known"`
}

func (e *ErrorBody) Error() string { return e.Fault.Message }

// GetStatus is how huma learns the status.
func (e *ErrorBody) GetStatus() int { return e.code }

// statuses is the one table from code to status.
var statuses = map[fault.Code]int{
	fault.Invalid:         http.StatusBadRequest,
	fault.Unauthenticated: http.StatusUnauthorized,
	fault.Forbidden:       http.StatusForbidden,
	fault.NotFound:        http.StatusNotFound,
	fault.Conflict:        http.StatusConflict,
	fault.Gap:             http.StatusConflict,
	fault.TooLarge:        http.StatusRequestEntityTooLarge,
	fault.RateLimited:     http.StatusTooManyRequests,
	fault.Unavailable:     http.StatusServiceUnavailable,
	fault.Internal:        http.StatusInternalServerError,
}

// huma makes its own errors through this package variable: it is the only way to give them our shape.
func init() {
	huma.NewError = func(status int, message string, errs ...error) huma.StatusError {
		code := fault.Invalid
		for c, s := range statuses {
			if s == status && c != fault.Gap {
				code = c
			}
		}
		if code == fault.TooLarge {
			message = "this request is larger than its limit"
		}
		body := &ErrorBody{Fault: ErrorDetail{Code: code, Message: message}, code: statuses[code]}
		var detail *huma.ErrorDetail
		if len(errs) > 0 && errors.As(errs[0], &detail) {
			body.Fault.Message = detail.Message
			body.Fault.Field = strings.TrimPrefix(strings.TrimPrefix(detail.Location, "body"), ".")
		}
		return body
	}
	huma.DefaultArrayNullable = false
}

// failure gives an error the one shape; what is not safe to show is logged and told as internal.
func (s *server) failure(ctx context.Context, err error) *ErrorBody {
	var f *fault.Error
	if !errors.As(err, &f) || f.Code == fault.Internal {
		if !errors.Is(err, context.Canceled) {
			s.Log.ErrorContext(ctx, "request failed", "error", err.Error(), "cause", errors.Unwrap(err))
		}
		f = fault.New(fault.Internal, "something went wrong here; the log of klantreis tells more")
	}
	body := &ErrorBody{Fault: ErrorDetail{Code: f.Code, Message: f.Message, Field: f.Field, Line: f.Line, Column: f.Column}, code: statuses[f.Code]}
	if f.Code == fault.Gap {
		body.Fault.Last = &f.Last
	}
	return body
}

// writeError answers outside huma.
func (s *server) writeError(w http.ResponseWriter, r *http.Request, err error) {
	body := s.failure(r.Context(), err)
	raw, err := json.Marshal(body)
	if err != nil { // a struct of texts and numbers
		panic(err)
	}
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(body.code)
	_, _ = w.Write(raw) // a reader who left cannot be told
}

func (s *server) noRoute(w http.ResponseWriter, r *http.Request) {
	s.writeError(w, r, fault.New(fault.NotFound, "there is nothing at %s %s", r.Method, r.URL.Path))
}

// recovered keeps one broken request from ending the program.
func (s *server) recovered(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		defer func() {
			if p := recover(); p != nil && p != http.ErrAbortHandler { //nolint:errorlint // net/http panics with this very value
				s.Log.ErrorContext(r.Context(), "request panicked", "panic", p, "stack", string(debug.Stack()))
				s.writeError(w, r, fault.New(fault.Internal, "a request panicked"))
			}
		}()
		next.ServeHTTP(w, r)
	})
}
