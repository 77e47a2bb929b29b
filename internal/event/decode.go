package event

import (
	"bytes"
	"context"
	"errors"
	"io"
	"time"

	"golang.org/x/text/encoding/htmlindex"
	"golang.org/x/text/transform"

	"klantreis/internal/fault"
)

// Format is a kind of event log.
type Format string

// The formats. SQLite is OCEL's relational form, which store/ocelsqlite reads.
const (
	Auto    Format = "auto"
	CSV     Format = "csv"
	XES     Format = "xes"
	OCEL    Format = "ocel"
	Segment Format = "segment"
)

// Options say how a log is to be read; the zero value means "find out". Columns are named by their header,
// or by their number from 1; in XES they are attribute keys, and Activity may name a classifier.
type Options struct {
	Format     Format
	Source     string         // becomes Event.Source
	Case       string         // the column or attribute that is the customer
	Activity   string         // the column or attribute that is the activity
	Time       string         // the column or attribute that is the time
	Channel    string         // the column or attribute that is the channel
	Lifecycle  bool           // names become NAME+TRANSITION
	Transition string         // CSV: the column with the transition; found by its name when empty
	ObjectType string         // OCEL: the type of object that is the customer
	Properties bool           // fill Event.Properties; costs time
	Zone       *time.Location // of times without one; UTC when nil
	TimeFormat string         // such as "dd-MM-yyyy HH:mm", see [ParseTimeFormat]
	Separator  rune           // CSV: of columns
	Quote      rune           // CSV: around values; NoQuote when quotes are ordinary text
	Encoding   string         // CSV: such as "utf-8" or "windows-1252"
	NoHeader   bool           // CSV: the first row is data

	// Database reads OCEL's SQLite form; without it that form is refused.
	Database func(ctx context.Context, log io.Reader, o Options, sink Sink) (*Report, error)
}

// NoQuote as [Options.Quote] makes quotes ordinary text.
const NoQuote = rune(-1)

// Report is what a decoder found out and what it left out.
type Report struct {
	Format   Format
	Guesses  []Guess // what was found out rather than told, in the order to show it
	Events   int64   // handed to the sink
	Dropped  int64   // events without a time, a customer or a name
	Empty    int64   // traces without events
	Warnings []Warning
}

// Guess is one thing that was found out about a log, for people: {"separator", `";"`}.
type Guess struct{ What, Value string }

// Warning is something a reader of the results should know. Code is stable, Message is a sentence.
type Warning struct {
	Code    string `json:"code"`
	Message string `json:"message"`
}

// Decode reads the event log in a stream, packed by gzip or not, and hands its events to a sink. What is
// wrong with the log is a [fault.Invalid] or [fault.TooLarge] with the place in it; the sink may have been
// given events by then. An error of the sink or of ctx comes back as it is.
func Decode(ctx context.Context, log io.Reader, o Options, sink Sink) (*Report, error) {
	if o.Zone == nil {
		o.Zone = time.UTC
	}
	w, stop, err := openText(ctx, log, o.Encoding)
	if err != nil {
		return nil, err
	}
	defer stop()
	kind, err := recognise(w, o.Format)
	if err != nil {
		return nil, err
	}
	var report *Report
	switch kind {
	case kindXES:
		report, err = decodeXES(w, &o, sink)
	case kindOCELXML:
		report, err = decodeOCELXML(w, &o, sink)
	case kindOCELJSON:
		report, err = decodeOCELJSON(w, &o, sink)
	case kindSegment:
		report, err = decodeSegment(w, &o, sink)
	case kindSQLite:
		if o.Database == nil {
			return nil, fault.New(fault.Invalid, "this is an SQLite database, which cannot be read here")
		}
		report, err = o.Database(ctx, io.MultiReader(bytes.NewReader(w.buf[w.at:]), w.rest()), o, sink)
	default:
		report, err = decodeCSV(w, &o, sink)
	}
	var sinks sinkError
	if errors.As(err, &sinks) {
		err = sinks.error
	}
	return report, err
}

// openText opens a stream up to its first characters: unpacked, and turned into UTF-8 where its begin or the
// encoding, when there is one, says that it is something else. The second result ends the reading.
func openText(ctx context.Context, from io.Reader, encoding string) (*window, func(), error) {
	unpacked, stop, err := unpack(from)
	if err != nil {
		return nil, nil, err
	}
	w := newWindow(ctx, unpacked)
	w.fillSample()
	switch {
	case encoding == "" && bytes.HasPrefix(w.buf, []byte("\xff\xfe")):
		encoding = "utf-16le"
	case encoding == "" && bytes.HasPrefix(w.buf, []byte("\xfe\xff")):
		encoding = "utf-16be"
	}
	if err = w.recode(encoding); err == nil {
		err = w.failed()
	}
	if err == nil && len(w.buf) == 0 {
		err = fault.New(fault.Invalid, "the file is empty")
	}
	if err != nil {
		stop()
		return nil, nil, err
	}
	if bytes.HasPrefix(w.buf, []byte("\xef\xbb\xbf")) {
		w.at, w.begins = 3, 1 // no character of the text, see [window.position]
	}
	return w, stop, nil
}

// fillSample reads as much as is looked at to find out what a stream is.
func (w *window) fillSample() {
	for len(w.buf) < sampleBytes && w.fill() {
		continue
	}
}

// rest is the stream behind the window.
func (w *window) rest() io.Reader {
	if w.end != nil {
		return bytes.NewReader(nil)
	}
	return w.from
}

// recode begins the stream anew, read as an encoding that is not UTF-8.
func (w *window) recode(encoding string) error {
	if encoding == "" {
		return nil
	}
	known, err := htmlindex.Get(encoding)
	if err != nil {
		return fault.Wrap(err, fault.Invalid, "%q is no encoding that is known here; examples are utf-8 and windows-1252", encoding)
	}
	if name, _ := htmlindex.Name(known); name == "utf-8" {
		return nil
	}
	whole := io.MultiReader(bytes.NewReader(w.buf[w.at:]), w.rest())
	*w = *newWindow(w.ctx, transform.NewReader(whole, known.NewDecoder()))
	w.fillSample()
	return nil
}

// kind is a format in one of its forms.
type kind int

const (
	kindCSV kind = iota
	kindXES
	kindOCELXML
	kindOCELJSON
	kindSQLite
	kindSegment
)

// recognise finds out what is in the window. A format that was said decides between forms that look alike,
// and is refused where it cannot be.
func recognise(w *window, said Format) (kind, error) {
	start := bytes.TrimLeft(w.buf[w.at:], " \t\r\n")
	found, format := kindCSV, CSV
	switch {
	case len(start) == 0 && w.end != nil:
		return 0, fault.New(fault.Invalid, "the file is empty")
	case bytes.HasPrefix(start, []byte("SQLite format 3\x00")):
		found, format = kindSQLite, OCEL
	case len(start) > 0 && start[0] == '<' && said != CSV:
		found, format = kindXES, XES
		if bytes.Contains(start, []byte("<object-types")) || bytes.Contains(start, []byte("<event-types")) ||
			bytes.Contains(start, []byte("<objects")) || said == OCEL {
			found, format = kindOCELXML, OCEL
		}
	case len(start) > 0 && (start[0] == '{' || start[0] == '[') && said != CSV:
		found, format = kindSegment, Segment
		if bytes.Contains(start, []byte(`"objectTypes"`)) || bytes.Contains(start, []byte(`"eventTypes"`)) || said == OCEL {
			found, format = kindOCELJSON, OCEL
		}
	default:
		if err := looksLikeText(w); err != nil {
			return 0, err
		}
	}
	switch said {
	case "", Auto, format:
		return found, nil
	case CSV, XES, OCEL, Segment:
		return 0, w.fault(w.at, "this is no %s; it looks like %s", said, format)
	}
	return 0, fault.New(fault.Invalid, "%q is no format that is known here; there are csv, xes, ocel and segment", said)
}

// looksLikeText refuses what nobody reads, with a hint where it is a known kind of file.
func looksLikeText(w *window) error {
	begin := w.buf[w.at:]
	for magic, what := range map[string]string{
		"PK\x03\x04": "a ZIP file; unpack it, or save a sheet as CSV", "PAR1": "a Parquet file; save it as CSV",
		"BZh": "packed by bzip2; unpack it, or use gzip", "\xfd7zXZ": "packed by xz; unpack it, or use gzip",
		"\x28\xb5\x2f\xfd": "packed by zstd; unpack it, or use gzip", "\x1f\x8b": "packed by gzip more than once; unpack it",
		"%PDF": "a PDF", "\xd0\xcf\x11\xe0": "an old Office file; save the sheet as CSV",
	} {
		if bytes.HasPrefix(begin, []byte(magic)) {
			return fault.New(fault.Invalid, "this is %s", what)
		}
	}
	for i, c := range begin {
		if c < ' ' && c != '\t' && c != '\n' && c != '\r' && c != '\f' {
			return w.fault(w.at+i, "this is no text, and no event log that is known here: CSV, XES, OCEL 2.0 or Segment")
		}
	}
	return nil
}
