package event

import (
	"strconv"
	"strings"

	"klantreis/internal/fault"
)

// The attributes of XES's standard extensions that make an event. Extensions are known by the usual prefix of
// their keys, which is how every tool writes them; their declarations are not followed.
const (
	keyName       = "concept:name"
	keyTime       = "time:timestamp"
	keyTransition = "lifecycle:transition"
)

// decodeXES reads XES 1.0 and 2.0: a trace is a customer, by its concept:name. Traces of the same name are
// one customer; a trace without a name gets its number.
func decodeXES(w *window, o *Options, sink Sink) (*Report, error) {
	x, err := newXMLScanner(w)
	if err != nil {
		return nil, err
	}
	d := &xesDecoder{x: x, e: newEmitter(XES, o, sink), o: o, caseKey: orElse(o.Case, keyName), timeKey: orElse(o.Time, keyTime), channelKey: orElse(o.Channel, "channel")}
	d.e.where = func() int { line, _ := w.position(x.place); return line }
	err = x.root("log")
	if err == nil {
		err = x.children(d.inLog)
	}
	if err == nil {
		err = x.finish()
	}
	if err != nil {
		return nil, placed(err, w, min(x.place, len(w.buf)))
	}
	d.tell()
	return d.e.finish()
}

func orElse(said, usual string) string {
	if said != "" {
		return said
	}
	return usual
}

type xesDecoder struct {
	x *xmlScanner
	e *emitter
	o *Options

	caseKey, timeKey, channelKey string
	classifiers                  map[string][]string // keys by name
	parts                        []xesPart           // of an event's name; found when the first trace begins
	defaults                     map[string]string   // of events, by key
	definitions                  int                 // classifiers met

	traces, unnamed int64
	inTrace         bool
	customer        string     // of the trace; empty until it is known
	channel         string     // of the trace
	caseProps       []Property // of the trace
	waiting         []Event    // of a trace without a name so far
	held            int        // bytes of them

	when    Instant // of the event
	timed   bool
	own     string // the event's own customer
	at      string // the event's channel
	label   []byte
	keyPath []byte // of a nested attribute
}

// xesPart is an attribute that is part of an event's name.
type xesPart struct {
	key   string
	value []byte
	found bool
}

func (d *xesDecoder) inLog() error {
	switch string(d.x.name) {
	case "trace":
		return d.trace()
	case "event":
		return d.event()
	case "global":
		if string(d.x.attr("scope")) != "trace" {
			return d.globals()
		}
	case "classifier":
		return d.classifier()
	}
	return d.x.skip()
}

// classifier notes which attributes make a name; keys with blanks stand between single quotes.
func (d *xesDecoder) classifier() error {
	name, err := d.x.plain(d.x.attr("name"))
	if err != nil {
		return err
	}
	keys, err := d.x.plain(d.x.attr("keys"))
	if err != nil {
		return err
	}
	var list []string
	for i, part := range strings.Split(string(keys), "'") {
		if i%2 == 1 {
			list = append(list, part)
		} else {
			list = append(list, strings.Fields(part)...)
		}
	}
	if d.classifiers == nil {
		d.classifiers = map[string][]string{}
	}
	if d.definitions++; d.definitions > definitionsMax || len(name)+len(keys) > recordBytesMax/definitionsMax {
		return d.x.w.fault(d.x.place, "the log has more than %d classifiers, or this one is endless", definitionsMax)
	}
	d.classifiers[string(name)] = list
	return d.x.skip()
}

// globals notes what holds for events that lack an attribute. A time is no such thing: what happened at an
// unknown moment did not happen in 1970, as the usual default has it.
func (d *xesDecoder) globals() error {
	d.defaults = map[string]string{}
	return d.x.children(func() error {
		key, value, err := d.keyValue()
		if err != nil {
			return err
		}
		if len(d.defaults) < definitionsMax && len(key)+len(value) <= NameBytesMax {
			d.defaults[string(key)] = string(value)
		}
		return d.x.skip()
	})
}

// chooseParts decides what an event's name is made of: the attribute or the classifier that was asked for.
func (d *xesDecoder) chooseParts() {
	if d.parts != nil {
		return
	}
	keys := []string{orElse(d.o.Activity, keyName)}
	if of, is := d.classifiers[d.o.Activity]; is && len(of) > 0 {
		keys = of
	}
	if d.o.Lifecycle {
		keys = append(keys[:len(keys):len(keys)], keyTransition)
	}
	for _, key := range keys {
		d.parts = append(d.parts, xesPart{key: key})
	}
}

func (d *xesDecoder) trace() error {
	d.chooseParts()
	d.traces++
	before := d.e.report.Events + d.e.report.Dropped
	d.inTrace, d.customer, d.channel, d.caseProps = true, "", "", d.caseProps[:0]
	err := d.x.children(func() error {
		if string(d.x.name) == "event" {
			return d.event()
		}
		return d.caseAttribute()
	})
	if err == nil && len(d.waiting) > 0 {
		d.unnamed++
		d.customer = strconv.FormatInt(d.traces, 10)
		err = d.release()
	}
	d.inTrace, d.customer, d.channel = false, "", ""
	if err != nil {
		return err
	}
	if d.e.report.Events+d.e.report.Dropped == before {
		d.e.report.Empty++
	}
	return nil
}

// caseAttribute reads an attribute of a trace.
func (d *xesDecoder) caseAttribute() error {
	key, value, err := d.keyValue()
	if err != nil {
		return err
	}
	switch string(key) {
	case d.caseKey:
		if len(value) == 0 {
			break
		}
		if d.customer, err = d.e.customer(value); err == nil {
			err = d.release()
		}
	case d.channelKey:
		d.channel, err = d.e.text(d.e.cut(value, NameBytesMax))
	}
	if err != nil {
		return placed(err, d.x.w, d.x.place)
	}
	if !d.o.Properties || string(key) == d.caseKey {
		return d.x.skip()
	}
	err = d.nested("case:", func(key string, value []byte) error {
		if len(d.caseProps) >= propertiesMax {
			return fault.New(fault.Invalid, "a trace has more than %d properties", propertiesMax)
		}
		s, err := d.e.text(d.e.cut(value, ValueBytesMax))
		d.caseProps = append(d.caseProps, Property{key, s})
		return err
	})
	return err
}

// keyValue gives the key and the value of the attribute at hand. What groups others, such as a list, may
// have neither.
func (d *xesDecoder) keyValue() (key, value []byte, err error) {
	if len(d.x.attrs) == 2 && string(d.x.attrs[0].name) == "key" { // as it is nearly always written
		key, value = d.x.attrs[0].value, d.x.attrs[1].value
	} else {
		key, value = d.x.attr("key"), d.x.attr("value")
	}
	if key, err = d.x.plain(key); err == nil {
		value, err = d.x.plain(value)
	}
	return key, value, err
}

// nested reads the attribute at hand and those within it; keys of the latter are joined by dots.
func (d *xesDecoder) nested(prefix string, note func(key string, value []byte) error) error {
	d.keyPath = append(d.keyPath[:0], prefix...)
	var read func() error
	read = func() error {
		from := len(d.keyPath)
		key, value, err := d.keyValue()
		if err != nil {
			return err
		}
		if len(key) > 0 {
			if from > len(prefix) {
				d.keyPath = append(d.keyPath, '.')
			}
			d.keyPath = append(d.keyPath, d.e.cut(key, NameBytesMax)...)
		}
		if len(value) > 0 && len(key) > 0 {
			name, err := d.e.text(d.e.cut(d.keyPath, NameBytesMax))
			if err == nil {
				err = note(name, value)
			}
			if err != nil {
				return placed(err, d.x.w, d.x.place)
			}
		}
		err = d.x.children(read)
		d.keyPath = d.keyPath[:from]
		return err
	}
	return read()
}

// event reads an event to its end and hands it on.
func (d *xesDecoder) event() error {
	d.chooseParts()
	d.timed, d.own, d.at = false, "", d.channel
	for i := range d.parts {
		d.parts[i].found = false
	}
	for {
		kind, err := d.x.next()
		if err != nil {
			return err
		}
		if kind == tagEnd {
			return d.emit()
		}
		if err := d.attribute(); err != nil {
			return err
		}
	}
}

func (d *xesDecoder) attribute() error {
	key, value, err := d.keyValue()
	if err != nil {
		return err
	}
	other := false
	switch string(key) {
	case d.timeKey:
		if d.timed = !isNoTime(value); !d.timed {
			break
		}
		var ok bool
		if d.when, ok = parseISO(trimBlanks(value), d.o.Zone); !ok {
			return d.x.w.fault(d.x.place, "%s is no date of XES, such as 2024-05-31T23:59:00.000+02:00", firstWords(value))
		}
	case d.channelKey:
		d.at, err = d.e.text(d.e.cut(value, NameBytesMax))
	default:
		other = true
	}
	for i := range d.parts {
		if p := &d.parts[i]; p.key == string(key) {
			p.value, p.found, other = append(p.value[:0], value...), true, false
		}
	}
	if d.o.Case != "" && string(key) == d.caseKey && len(value) > 0 {
		d.own, err = d.e.customer(value)
	}
	if err != nil {
		return placed(err, d.x.w, d.x.place)
	}
	if other && d.o.Properties {
		return d.nested("", d.e.property)
	}
	return d.x.skip()
}

// emit hands the event on, or drops it.
func (d *xesDecoder) emit() error {
	name := d.name()
	customer := d.customer
	if d.own != "" {
		customer = d.own
	}
	switch {
	case !d.timed:
		d.e.drop(withoutTime)
		return nil
	case len(name) == 0:
		d.e.drop(withoutName)
		return nil
	case customer == "" && !d.inTrace:
		d.e.drop(withoutCustomer)
		return nil
	}
	ev := Event{Customer: customer, Channel: d.at, Time: d.when}
	var err error
	if ev.Name, err = d.e.name(name); err != nil {
		return placed(err, d.x.w, d.x.place)
	}
	if d.inTrace {
		d.e.props = append(d.e.props, d.caseProps...)
	}
	if customer != "" {
		return d.e.add(ev)
	}
	ev.Properties = append([]Property(nil), d.e.props[d.e.own:]...)
	d.held += 120
	for _, p := range ev.Properties {
		d.held += 32 + len(p.Key) + len(p.Value)
	}
	if d.held > heldBytesMax {
		return d.x.w.fault(d.x.place, "this trace has too many events before its %s; put that first", d.caseKey)
	}
	d.e.forget()
	d.waiting = append(d.waiting, ev)
	return nil
}

// name joins what is to be the event's name.
func (d *xesDecoder) name() []byte {
	if len(d.parts) == 1 && d.parts[0].found {
		return d.parts[0].value
	}
	d.label = d.label[:0]
	for i := range d.parts {
		p := &d.parts[i]
		if !p.found {
			p.value = append(p.value[:0], d.defaults[p.key]...)
		}
		if len(p.value) == 0 {
			continue
		}
		if len(d.label) > 0 {
			d.label = append(d.label, '+')
		}
		d.label = append(d.label, p.value...)
	}
	return d.label
}

// release hands on the events that waited for their customer.
func (d *xesDecoder) release() error {
	for _, ev := range d.waiting {
		ev.Customer = d.customer
		d.e.props = append(d.e.props, ev.Properties...)
		ev.Properties = nil
		if err := d.e.add(ev); err != nil {
			return err
		}
	}
	d.waiting, d.held = d.waiting[:0], 0
	return nil
}

// tell completes the report.
func (d *xesDecoder) tell() {
	if d.e.report.Empty > 0 {
		d.e.warn("empty_traces", "%d of %d traces have no events", d.e.report.Empty, d.traces)
	}
	if d.unnamed > 0 {
		d.e.warn("unnamed_traces", "%d traces have no %s; each is a customer by its number", d.unnamed, d.caseKey)
	}
	if d.o.Case == "" {
		d.e.guess(customerRole.what, "%s of the trace", d.caseKey)
	}
	if d.o.Activity == "" {
		keys := make([]string, len(d.parts))
		for i := range d.parts {
			keys[i] = d.parts[i].key
		}
		d.e.guess(activityRole.what, "%s of the event", strings.Join(keys, "+"))
	}
	if d.o.Time == "" {
		d.e.guess(timeRole.what, "%s of the event", d.timeKey)
	}
}
