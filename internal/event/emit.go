package event

import (
	"bytes"
	"errors"
	"fmt"
	"hash/maphash"
	"unicode/utf8"

	"klantreis/internal/fault"
)

// emitter gathers what a decoder reads into batches and keeps the books of the [Report].
type emitter struct {
	o      *Options
	sink   Sink
	batch  []Event
	props  []Property // of the batch
	own    int        // where in props those of the event at hand begin
	held   int        // bytes of values in props
	report *Report
	issues []issue
	names  map[string]struct{}
	known  *interner // of names: what it holds was counted
	texts  *interner
	last   string     // the customer before, who often is this one
	where  func() int // the line of what is read; nil where there are no lines
}

// issue counts what is wrong with events, with the first place.
type issue struct {
	code string
	n    int64
	line int
}

func newEmitter(format Format, o *Options, sink Sink) *emitter {
	return &emitter{
		o: o, sink: sink, report: &Report{Format: format},
		batch: make([]Event, 0, batchEvents), names: map[string]struct{}{},
		known: newInterner(1 << 12), texts: newInterner(1 << 15),
	}
}

// The ways in which an event is left out, or less than whole.
const (
	withoutTime     = "events_without_time"
	withoutCustomer = "events_without_customer"
	withoutName     = "events_without_name"
	truncated       = "truncated_value"
)

var issueTexts = map[string]string{
	withoutTime:     "%s without a time left out",
	withoutCustomer: "%s without a customer left out",
	withoutName:     "%s without a name left out",
	truncated:       "%s longer than the limit cut off",
}

var issueThings = map[string][2]string{
	withoutTime:     {"event", "events"},
	withoutCustomer: {"event", "events"},
	withoutName:     {"event", "events"},
	truncated:       {"value", "values"},
}

// note counts an issue.
func (e *emitter) note(code string) {
	for i := range e.issues {
		if e.issues[i].code == code {
			e.issues[i].n++
			return
		}
	}
	first := issue{code: code, n: 1}
	if e.where != nil {
		first.line = e.where()
	}
	e.issues = append(e.issues, first)
}

// drop counts an event that is left out and forgets its properties.
func (e *emitter) drop(code string) {
	e.note(code)
	e.report.Dropped++
	e.forget()
}

// forget takes back the properties since the last event.
func (e *emitter) forget() { e.props = e.props[:e.own] }

func (e *emitter) warn(code, format string, args ...any) {
	e.report.Warnings = append(e.report.Warnings, Warning{Code: code, Message: fmt.Sprintf(format, args...)})
}

func (e *emitter) guess(what, format string, args ...any) {
	e.report.Guesses = append(e.report.Guesses, Guess{What: what, Value: fmt.Sprintf(format, args...)})
}

// customer checks and interns an id.
func (e *emitter) customer(id []byte) (string, error) {
	if string(id) == e.last {
		return e.last, nil
	}
	if len(id) > CustomerBytesMax {
		return "", fault.New(fault.Invalid, "the customer %s has more than %d characters; is this the right column?", firstWords(id), CustomerBytesMax)
	}
	s, err := e.text(id)
	if err == nil {
		e.last = s
	}
	return s, err
}

// text interns what is UTF-8.
func (e *emitter) text(value []byte) (string, error) {
	s, old := e.texts.find(value)
	if !old && !utf8.Valid(value) {
		return "", notUTF8(value)
	}
	return s, nil
}

func notUTF8(value []byte) error {
	return fault.New(fault.Invalid, "%s is not UTF-8; which encoding does the file have?", firstWords(value))
}

// name checks and interns the name of an activity.
func (e *emitter) name(text []byte) (string, error) {
	text = e.cut(text, NameBytesMax)
	s, old := e.known.find(text)
	if old {
		return s, nil
	}
	if _, old := e.names[s]; !old {
		if !utf8.ValidString(s) {
			return "", notUTF8(text)
		}
		if len(e.names) == NamesMax {
			return "", fault.New(fault.Invalid, "there are more than %d different activities; is this the right column?", NamesMax)
		}
		e.names[s] = struct{}{}
	}
	return s, nil
}

// cut shortens a value between two characters.
func (e *emitter) cut(text []byte, bytesMax int) []byte {
	if len(text) <= bytesMax {
		return text
	}
	e.note(truncated)
	for bytesMax > 0 && !utf8.RuneStart(text[bytesMax]) {
		bytesMax--
	}
	return text[:bytesMax]
}

// property notes an attribute of the event that [emitter.add] will bring; those beyond the limit of one
// event are refused.
func (e *emitter) property(key string, value []byte) error {
	if len(e.props)-e.own >= propertiesMax {
		return fault.New(fault.Invalid, "an event has more than %d properties", propertiesMax)
	}
	s, err := e.text(e.cut(value, ValueBytesMax))
	e.held += len(s)
	e.props = append(e.props, Property{Key: key, Value: s})
	return err
}

// add takes an event with the properties noted since the last.
func (e *emitter) add(ev Event) error {
	if e.report.Events++; e.report.Events > eventsMax {
		return fault.New(fault.TooLarge, "there are more than %d events; cut the log in parts", int64(eventsMax))
	}
	ev.Source = e.o.Source
	ev.Arrival = e.report.Events + e.report.Dropped
	if len(e.props) > e.own {
		ev.Properties = e.props[e.own:len(e.props):len(e.props)]
		e.own = len(e.props)
	}
	e.batch = append(e.batch, ev)
	if len(e.batch) >= batchEvents || len(e.props) >= batchProperties || e.held > heldBytesMax {
		return e.flush()
	}
	return nil
}

func (e *emitter) flush() error {
	if len(e.batch) == 0 {
		return nil
	}
	err := e.sink.Add(e.batch)
	rest := e.props[e.own:] // of an event that is being read
	e.batch = e.batch[:0]
	e.props = append(e.props[:0], rest...)
	e.own, e.held = 0, 0
	if err != nil {
		return sinkError{err}
	}
	return nil
}

// sinkError marks an error that is the sink's, so that no decoder gives it a place in the file.
type sinkError struct{ error }

func (s sinkError) Unwrap() error { return s.error }

// finish hands on what is left and completes the report.
func (e *emitter) finish() (*Report, error) {
	if err := e.flush(); err != nil {
		return nil, err
	}
	if e.report.Events == 0 {
		why := "the log has no events"
		if e.report.Dropped > 0 {
			why = fmt.Sprintf("none of the %d events has a customer, a name and a time", e.report.Dropped)
		}
		return nil, fault.New(fault.Invalid, "%s", why)
	}
	for _, i := range e.issues {
		thing := issueThings[i.code][1]
		if i.n == 1 {
			thing = issueThings[i.code][0]
		}
		message := fmt.Sprintf(issueTexts[i.code], fmt.Sprintf("%d %s", i.n, thing))
		if i.line > 0 {
			message += fmt.Sprintf("; the first is on line %d", i.line)
		}
		e.warn(i.code, "%s", message)
	}
	return e.report, nil
}

// placed gives a fault without a position the one of w.buf[at].
func placed(err error, w *window, at int) error {
	if err == nil {
		return nil // before what follows takes memory
	}
	var f *fault.Error
	var sinks sinkError
	if errors.As(err, &sinks) || !errors.As(err, &f) || f.Line > 0 {
		return err
	}
	moved := *f
	moved.Line, moved.Column = w.position(at)
	return &moved
}

// firstWords shows the begin of a value in a sentence.
func firstWords(text []byte) string {
	const shown = 40
	if len(text) > shown {
		text = append(append([]byte{}, bytes.ToValidUTF8(text[:shown], nil)...), "…"...)
	}
	return fmt.Sprintf("%q", text)
}

// interner gives the same string for the same bytes again, for as long as its place in the table is not
// taken by another. So what repeats costs nothing and what does not is no burden: its memory is fixed.
type interner struct {
	seed  maphash.Seed
	table []string
}

func newInterner(size int) *interner {
	return &interner{seed: maphash.MakeSeed(), table: make([]string, size)}
}

// find gives the string, and whether it was there already.
func (n *interner) find(text []byte) (s string, old bool) {
	if len(text) == 0 {
		return "", true
	}
	slot := &n.table[maphash.Bytes(n.seed, text)&uint64(len(n.table)-1)]
	if *slot == string(text) {
		return *slot, true
	}
	*slot = string(text)
	return *slot, false
}
