package event

import (
	"maps"
	"slices"

	"klantreis/internal/fault"
)

// ObjectLog makes customers' events of an OCEL log, whatever it is written in: each object of one type is a
// customer, and an event that names several of them is one for each.
//
// Call Type and Object for what the log declares, then for each event Time, Relation and Property in any
// order and Event at its end, then Close. Events that come before the objects wait in memory, packed.
type ObjectLog struct {
	e         *emitter
	o         *Options
	types     map[string]struct{} // declared or met
	customers map[string]string
	room      int // bytes that may still be held in memory
	objects   bool
	streaming bool // an event came, after the objects

	at      Instant    // of the event at hand
	timed   bool       // it has a time
	who     []string   // whom it names
	props   []Property // what else is known
	waiting []waiting
}

// waiting is an event whose objects are not known yet.
type waiting struct {
	ev  Event
	who []string
}

// NewObjectLog begins a log whose customers are the objects of o.ObjectType.
func NewObjectLog(o Options, sink Sink) *ObjectLog {
	return &ObjectLog{e: newEmitter(OCEL, &o, sink), o: &o, types: map[string]struct{}{}, customers: map[string]string{}, room: objectBytesMax}
}

// Type notes that there is a type of objects.
func (l *ObjectLog) Type(name []byte) {
	name = name[:min(len(name), NameBytesMax)]
	if _, known := l.types[string(name)]; !known && len(l.types) < definitionsMax {
		l.types[string(name)] = struct{}{}
	}
}

// Object notes an object.
func (l *ObjectLog) Object(id, kind []byte) error {
	if l.streaming {
		return fault.New(fault.Invalid, "there are objects before and after the events; they have to stand together")
	}
	l.objects = true
	if string(kind) != l.o.ObjectType {
		l.Type(kind)
		return nil
	}
	if len(id) == 0 {
		return fault.New(fault.Invalid, "an object has no id")
	}
	l.Type(kind)
	s, err := l.e.customer(id)
	if _, known := l.customers[s]; err != nil || known {
		return err
	}
	l.customers[s] = s
	return l.hold(len(s) + 80) // two string headers and their share of the map
}

// hold counts memory.
func (l *ObjectLog) hold(bytes int) error {
	if l.room -= bytes; l.room < 0 {
		return fault.New(fault.TooLarge, "the log needs more than %d MiB at once; put its objects before its events, or cut it in parts", objectBytesMax>>20)
	}
	return nil
}

// Relation notes that the event at hand names an object.
func (l *ObjectLog) Relation(objectID []byte) error {
	customer, known := l.customers[string(objectID)]
	if !known {
		if l.objects || l.o.ObjectType == "" {
			return nil
		}
		var err error
		if customer, err = l.e.customer(objectID); err != nil {
			return err
		}
	}
	if len(l.who) >= relationsMax {
		return fault.New(fault.Invalid, "an event names more than %d objects", relationsMax)
	}
	l.who = append(l.who, customer)
	return nil
}

// relationsMax is how many objects one event may name.
const relationsMax = 100_000

// Property notes an attribute of the event at hand.
func (l *ObjectLog) Property(key, value []byte) error {
	if !l.o.Properties || len(value) == 0 {
		return nil
	}
	if len(l.props) >= propertiesMax {
		return fault.New(fault.Invalid, "an event has more than %d properties", propertiesMax)
	}
	k, err := l.e.text(l.e.cut(key, NameBytesMax))
	if err != nil {
		return err
	}
	v, err := l.e.text(l.e.cut(value, ValueBytesMax))
	l.props = append(l.props, Property{k, v})
	return err
}

// Time notes when the event at hand was; an empty text is no time.
func (l *ObjectLog) Time(text []byte) error {
	if l.timed = !isNoTime(text); !l.timed {
		return nil
	}
	var ok bool
	if l.at, ok = parseISO(trimBlanks(text), l.o.Zone); !ok {
		return fault.New(fault.Invalid, "%s is no time of OCEL, such as 2024-05-31T23:59:00Z", firstWords(text))
	}
	return nil
}

// Event ends the event at hand. One without a time or a name is dropped.
func (l *ObjectLog) Event(id, name []byte) error {
	timed := l.timed
	defer func() { l.who, l.props, l.timed = l.who[:0], l.props[:0], false }()
	l.streaming = l.streaming || l.objects
	switch {
	case len(l.who) == 0: // nobody's
		return nil
	case !timed:
		l.e.drop(withoutTime)
		return nil
	case len(name) == 0:
		l.e.drop(withoutName)
		return nil
	}
	s, err := l.e.name(name)
	if err != nil {
		return err
	}
	ev := Event{Name: s, ID: string(id[:min(len(id), NameBytesMax)]), Time: l.at}
	if l.streaming {
		return l.add(ev, l.who, l.props)
	}
	ev.Properties = slices.Clone(l.props)
	l.waiting = append(l.waiting, waiting{ev: ev, who: slices.Clone(l.who)})
	bytes := 200 + len(id)
	for _, p := range l.props {
		bytes += 32 + len(p.Key) + len(p.Value)
	}
	for _, s := range l.who {
		bytes += 16 + len(s)
	}
	return l.hold(bytes)
}

// add hands an event on, once for each of its customers.
func (l *ObjectLog) add(ev Event, who []string, props []Property) error {
	slices.Sort(who)
	for _, customer := range slices.Compact(who) {
		ev.Customer, ev.Properties = customer, nil
		l.e.props = append(l.e.props, props...)
		if err := l.e.add(ev); err != nil {
			return err
		}
	}
	return nil
}

// Close hands on what waits and ends the log.
func (l *ObjectLog) Close() (*Report, error) {
	if _, known := l.types[l.o.ObjectType]; !known {
		types := slices.Sorted(maps.Keys(l.types))
		if l.o.ObjectType == "" {
			return nil, fault.New(fault.Invalid, "which objects are the customers? Say it with --object-type; there are: %s", listed(types))
		}
		return nil, fault.New(fault.Invalid, "there are no objects of type %q; there are: %s", l.o.ObjectType, listed(types))
	}
	for _, w := range l.waiting {
		who := slices.DeleteFunc(w.who, func(id string) bool { return l.customers[id] == "" })
		if err := l.add(w.ev, who, w.ev.Properties); err != nil {
			return nil, err
		}
	}
	if l.e.report.Events+l.e.report.Dropped == 0 {
		return nil, fault.New(fault.Invalid, "no event names an object of type %q", l.o.ObjectType)
	}
	return l.e.finish()
}
