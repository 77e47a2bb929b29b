package event

import (
	"bytes"

	"klantreis/internal/fault"
)

// decodeSegment reads the messages of Segment's tracking API, one JSON object after the other: a line each,
// as exports have them, or in an array. An envelope with a batch is as many messages.
//
// A track, page or screen is an event, of the userId or else of the anonymousId. An identify with both joins
// the one to the other, an alias the previousId to the userId; these and group are no events by themselves.
func decodeSegment(w *window, o *Options, sink Sink) (*Report, error) {
	d := &segmentDecoder{s: jsonScanner{w: w}, e: newEmitter(Segment, o, sink), o: o}
	d.e.where = func() int { line, _ := w.position(w.at); return line }
	for {
		c, err := d.s.peek()
		if err == nil && c == 0 {
			break
		}
		if err == nil && c == '[' {
			err = d.s.array(d.next)
		} else if err == nil {
			err = d.next()
		}
		if err != nil {
			return nil, placed(err, w, w.at)
		}
	}
	return d.e.finish()
}

type segmentDecoder struct {
	s jsonScanner
	e *emitter
	o *Options
	m message
}

// message is what is read of one; the bytes are used again for the next.
type message struct {
	kind, event, name, category   []byte
	user, anonymous, previous, id []byte
	channel                       []byte
	at, original, sent, received  []byte
	envelope                      bool
}

func (m *message) reset() {
	*m = message{
		kind: m.kind[:0], event: m.event[:0], name: m.name[:0], category: m.category[:0],
		user: m.user[:0], anonymous: m.anonymous[:0], previous: m.previous[:0], id: m.id[:0], channel: m.channel[:0],
		at: m.at[:0], original: m.original[:0], sent: m.sent[:0], received: m.received[:0],
	}
}

// field is where the value of a key goes; nil when it is of no use.
func (m *message) field(key []byte) *[]byte {
	switch string(key) {
	case "type":
		return &m.kind
	case "event":
		return &m.event
	case "name":
		return &m.name
	case "category":
		return &m.category
	case "userId":
		return &m.user
	case "anonymousId":
		return &m.anonymous
	case "previousId":
		return &m.previous
	case "messageId":
		return &m.id
	case "channel":
		return &m.channel
	case "timestamp":
		return &m.at
	case "originalTimestamp":
		return &m.original
	case "sentAt":
		return &m.sent
	case "receivedAt":
		return &m.received
	}
	return nil
}

func (d *segmentDecoder) next() error {
	d.m.reset()
	d.e.forget()
	err := d.s.object(d.member)
	if err != nil || d.m.envelope {
		return err
	}
	return d.message()
}

func (d *segmentDecoder) member(key []byte) error {
	switch string(key) {
	case "properties":
		if d.o.Properties {
			return d.s.flat("", d.note)
		}
	case "context":
		return d.s.object(d.context)
	case "batch":
		d.m.envelope = true
		outer := d.m
		d.m = message{}
		err := d.s.array(d.next)
		d.m = outer
		return err
	default:
		if into := d.m.field(key); into != nil {
			value, err := d.s.scalar()
			*into = append((*into)[:0], value[:min(len(value), ValueBytesMax)]...)
			return err
		}
	}
	return d.s.skip()
}

// context holds what the page and the campaign were, which say where and why something happened.
func (d *segmentDecoder) context(key []byte) error {
	switch {
	case string(key) == "channel" && len(d.m.channel) == 0:
		value, err := d.s.scalar()
		d.m.channel = append(d.m.channel, value[:min(len(value), ValueBytesMax)]...)
		return err
	case !d.o.Properties:
	case string(key) == "page":
		return d.s.flat("page", d.note)
	case string(key) == "campaign":
		return d.s.flat("campaign", d.note)
	}
	return d.s.skip()
}

func (d *segmentDecoder) note(key, value []byte) error {
	k, err := d.e.text(d.e.cut(key, NameBytesMax))
	if err != nil {
		return err
	}
	return d.e.property(k, value)
}

// message does what the message that was read says.
func (d *segmentDecoder) message() error {
	m := &d.m
	switch string(m.kind) {
	case "track":
		return d.event(m.event)
	case "page", "screen":
		name := m.name
		if len(name) == 0 {
			name = m.category
		}
		if len(name) == 0 {
			name = m.kind // a page without a name is a page
		}
		return d.event(name)
	case "identify":
		return d.join(m.anonymous, m.user)
	case "alias":
		if len(m.previous) == 0 {
			return d.join(m.anonymous, m.user)
		}
		return d.join(m.previous, m.user)
	case "group":
		return nil
	}
	return fault.New(fault.Invalid, "a message of the type %s is not known; there are track, page, screen, identify, group and alias", firstWords(m.kind))
}

func (d *segmentDecoder) join(from, to []byte) error {
	if len(from) == 0 || len(to) == 0 || bytes.Equal(from, to) {
		return nil
	}
	a, err := d.e.customer(from)
	if err != nil {
		return err
	}
	b, err := d.e.customer(to)
	if err != nil {
		return err
	}
	if err := d.e.sink.Join(a, b); err != nil {
		return sinkError{err}
	}
	return nil
}

func (d *segmentDecoder) event(name []byte) error {
	m := &d.m
	who := m.user
	if len(who) == 0 {
		who = m.anonymous
	}
	at, timed, err := m.time(d.o)
	switch {
	case err != nil:
		return err
	case !timed:
		d.e.drop(withoutTime)
		return nil
	case len(who) == 0:
		d.e.drop(withoutCustomer)
		return nil
	case len(name) == 0:
		d.e.drop(withoutName)
		return nil
	}
	ev := Event{Time: at, ID: string(m.id[:min(len(m.id), NameBytesMax)])}
	if ev.Customer, err = d.e.customer(who); err != nil {
		return err
	}
	if ev.Name, err = d.e.name(name); err != nil {
		return err
	}
	if ev.Channel, err = d.e.text(d.e.cut(m.channel, NameBytesMax)); err != nil {
		return err
	}
	return d.e.add(ev)
}

// time is when a message happened. An export has the corrected timestamp. Where it is missing, the clock of
// the device is corrected by how far it was off when it sent; failing that, by when the message arrived.
func (m *message) time(o *Options) (at Instant, timed bool, err error) {
	read := func(text []byte) (Instant, bool) {
		if isNoTime(text) || err != nil {
			return 0, false
		}
		when, ok := parseISO(trimBlanks(text), o.Zone)
		if !ok {
			err = fault.New(fault.Invalid, "%s is no time of Segment, such as 2024-05-31T23:59:00.000Z", firstWords(text))
		}
		return when, ok
	}
	if at, timed = read(m.at); timed || err != nil {
		return at, timed, err
	}
	original, has := read(m.original)
	sent, wasSent := read(m.sent)
	received, arrived := read(m.received)
	switch {
	case has && wasSent && arrived:
		return received - (sent - original), true, err
	case has:
		return original, true, err
	case arrived:
		return received, true, err
	}
	return sent, wasSent, err
}
