package event

import (
	"bufio"
	"io"
	"strings"

	"klantreis/internal/fault"
)

// Writer is a sink that writes a log down. Close completes it, and does not close what is written to. Who
// two customers are one is not written: the forms have no place for it.
type Writer interface {
	Sink
	Close() error
}

// NewWriter writes a log as csv, xes or parquet. XES wants customer after customer.
func NewWriter(form string, to io.Writer) (Writer, error) {
	out := bufio.NewWriterSize(to, 256<<10)
	switch form {
	case "csv":
		return &csvWriter{out: out}, nil
	case "xes":
		return &xesWriter{out: out}, nil
	case "parquet":
		return newParquetWriter(out), nil
	}
	return nil, fault.New(fault.Invalid, "%q is no form in which logs are written; there are csv, xes and parquet", form)
}

// joined is the part of a writer that has nothing to do.
type joined struct{}

// Join does nothing.
func (joined) Join(string, string) error { return nil }

// csvWriter writes a row for each event.
type csvWriter struct {
	joined
	out    *bufio.Writer
	row    []byte
	headed bool
}

func (w *csvWriter) head() {
	if !w.headed {
		w.headed = true
		w.row = append(w.row[:0], "customer,time,activity,channel\n"...)
		_, _ = w.out.Write(w.row) // a bufio.Writer keeps its error until it is flushed
	}
}

// Add writes events.
func (w *csvWriter) Add(batch []Event) error {
	w.head()
	var err error
	for i := range batch {
		ev := &batch[i]
		w.row = appendCell(w.row[:0], ev.Customer)
		w.row = append(w.row, ',')
		w.row = appendInstant(w.row, ev.Time)
		w.row = append(w.row, ',')
		w.row = appendCell(w.row, ev.Name)
		w.row = append(w.row, ',')
		w.row = appendCell(w.row, ev.Channel)
		w.row = append(w.row, '\n')
		_, err = w.out.Write(w.row)
	}
	return err
}

// Close completes the file.
func (w *csvWriter) Close() error {
	w.head()
	return w.out.Flush()
}

// appendCell quotes a value where it has to be.
func appendCell(row []byte, value string) []byte {
	if !strings.ContainsAny(value, ",\"\r\n") {
		return append(row, value...)
	}
	row = append(row, '"')
	row = append(row, strings.ReplaceAll(value, `"`, `""`)...)
	return append(row, '"')
}

// appendInstant writes a moment with its milliseconds, and its microseconds where it has them.
func appendInstant(row []byte, at Instant) []byte {
	layout := "2006-01-02T15:04:05.000Z"
	if at%1000 != 0 {
		layout = "2006-01-02T15:04:05.000000Z"
	}
	return at.Time().AppendFormat(row, layout)
}

// xesWriter writes a trace for each run of events of the same customer.
type xesWriter struct {
	joined
	out      *bufio.Writer
	row      []byte
	headed   bool
	customer string
}

const xesBegin = `<?xml version="1.0" encoding="UTF-8"?>
<log xes.version="1.0" xes.features="" xmlns="http://www.xes-standard.org/">
	<extension name="Concept" prefix="concept" uri="http://www.xes-standard.org/concept.xesext"/>
	<extension name="Time" prefix="time" uri="http://www.xes-standard.org/time.xesext"/>
	<classifier name="Activity" keys="concept:name"/>
`

// Add writes events.
func (w *xesWriter) Add(batch []Event) error {
	var err error
	for i := range batch {
		ev := &batch[i]
		w.row = w.row[:0]
		if w.customer != ev.Customer {
			w.end()
			w.customer = ev.Customer
			w.row = append(w.row, "\t<trace>\n\t\t<string key=\"concept:name\" value=\""...)
			w.row = appendXML(w.row, ev.Customer)
			w.row = append(w.row, "\"/>\n"...)
		}
		w.row = append(w.row, "\t\t<event>\n\t\t\t<string key=\"concept:name\" value=\""...)
		w.row = appendXML(w.row, ev.Name)
		w.row = append(w.row, "\"/>\n\t\t\t<date key=\"time:timestamp\" value=\""...)
		w.row = appendInstant(w.row, ev.Time)
		w.row = append(w.row, "\"/>\n"...)
		if ev.Channel != "" {
			w.row = append(w.row, "\t\t\t<string key=\"channel\" value=\""...)
			w.row = appendXML(w.row, ev.Channel)
			w.row = append(w.row, "\"/>\n"...)
		}
		w.row = append(w.row, "\t\t</event>\n"...)
		_, err = w.out.Write(w.row)
	}
	return err
}

// end completes what is open: the begin of the file or a trace.
func (w *xesWriter) end() {
	if w.customer != "" {
		w.row = append(w.row, "\t</trace>\n"...)
	}
	if !w.headed {
		w.headed = true
		w.row = append(w.row, xesBegin...)
	}
}

// Close completes the file.
func (w *xesWriter) Close() error {
	w.row = w.row[:0]
	w.end()
	w.row = append(w.row, "</log>\n"...)
	_, _ = w.out.Write(w.row) // a bufio.Writer keeps its error until it is flushed
	return w.out.Flush()
}

var xmlEscapes = strings.NewReplacer("&", "&amp;", "<", "&lt;", `"`, "&quot;", "\n", "&#10;", "\r", "&#13;", "\t", "&#9;")

func appendXML(row []byte, value string) []byte {
	if !strings.ContainsAny(value, "&<\"\n\r\t") {
		return append(row, value...)
	}
	return append(row, xmlEscapes.Replace(value)...)
}
