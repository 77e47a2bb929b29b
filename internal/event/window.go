package event

import (
	"bytes"
	"context"
	"errors"
	"io"
	"unicode/utf8"

	"klantreis/internal/fault"
)

// window is the part of a stream that a scanner sees: buf[at:] is yet to be read. It grows only as far as
// one record is long, and knows on which line and column every byte of it stands.
type window struct {
	ctx     context.Context
	from    io.Reader
	buf     []byte
	at      int
	end     error // io.EOF, or why reading ended; buf is the last part of the stream then
	newline byte  // what ends a line, for positions
	lines   int   // newlines before buf
	begins  int   // where in buf its first line begins; not positive
}

func newWindow(ctx context.Context, from io.Reader) *window {
	return &window{ctx: ctx, from: from, newline: '\n', buf: make([]byte, 0, sampleBytes)}
}

// emptyReadsMax is how often in a row a reader may bring nothing.
const emptyReadsMax = 100

// fill brings in more of the stream and drops what is before w.at, which becomes 0. It reports false when
// there is no more; whoever needs more asks w.failed why.
func (w *window) fill() bool {
	if w.end != nil {
		return false
	}
	if w.end = w.ctx.Err(); w.end != nil {
		return false
	}
	w.drop()
	if len(w.buf) == cap(w.buf) {
		if len(w.buf) >= recordBytesMax {
			w.end = w.fault(0, "what begins here is longer than %d MiB; is a quote or a line end missing?", recordBytesMax>>20)
			return false
		}
		w.buf = append(make([]byte, 0, 2*cap(w.buf)), w.buf...)
	}
	// All there is room for: who looks at a record again after each fill would do so without end if a stream
	// came in crumbs.
	before := len(w.buf)
	for empty := 0; len(w.buf) < cap(w.buf) && w.end == nil; {
		n, err := w.from.Read(w.buf[len(w.buf):cap(w.buf)])
		w.buf = w.buf[:len(w.buf)+n]
		w.end = err
		if empty++; n > 0 {
			empty = 0
		}
		if empty == emptyReadsMax && err == nil {
			w.end = io.ErrNoProgress
		}
	}
	return len(w.buf) > before
}

// drop forgets what was read.
func (w *window) drop() {
	if w.at == 0 {
		return
	}
	gone := w.buf[:w.at]
	w.lines += bytes.Count(gone, []byte{w.newline})
	if last := bytes.LastIndexByte(gone, w.newline); last >= 0 {
		w.begins = last + 1
	}
	w.begins -= w.at
	w.buf = w.buf[:copy(w.buf, w.buf[w.at:])]
	w.at = 0
}

// complete tells that buf is the last part of a whole stream.
func (w *window) complete() bool { return errors.Is(w.end, io.EOF) }

// failed tells why the stream ended before its end; nil when it was its end.
func (w *window) failed() error {
	if w.end == nil || w.complete() {
		return nil
	}
	return w.end
}

// position gives the line and column of buf[at], both from 1; columns are characters where the line still
// is in the window, and bytes in one that began before it.
func (w *window) position(at int) (line, column int) {
	before := w.buf[:at]
	line = w.lines + bytes.Count(before, []byte{w.newline}) + 1
	if last := bytes.LastIndexByte(before, w.newline); last >= 0 {
		return line, utf8.RuneCount(before[last+1:]) + 1
	}
	return line, max(utf8.RuneCount(before)-w.begins, 0) + 1 // a byte order mark is no character of the line
}

// fault is a sentence about what stands at buf[at].
func (w *window) fault(at int, format string, args ...any) error {
	e := fault.New(fault.Invalid, format, args...)
	e.Line, e.Column = w.position(at)
	return e
}

// faultAtEnd is a sentence about a stream that ended too early: the reason when there is a deeper one.
func (w *window) faultAtEnd(format string, args ...any) error {
	if err := w.failed(); err != nil {
		return err
	}
	return w.fault(len(w.buf), format, args...)
}
