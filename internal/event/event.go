package event

import "time"

// Event is one thing one customer did at one moment.
//
// The order of a customer's events is (Time, Arrival): events at the same moment keep the order in which
// they came. Every analysis reads this order and no other.
//
// Strings are immutable and may be kept; decoders intern what repeats, so that equal names, channels and,
// as a rule, customers share their bytes. Properties belongs to the batch, see [Sink].
type Event struct {
	// Customer names who did it, within the workspace: a user id, a case, an OCEL object. Never empty,
	// at most [CustomerBytesMax] bytes. Two ids can be one person, see [Sink.Join].
	Customer string
	// Name is the activity. Never empty, at most [NameBytesMax] bytes; with lifecycle, NAME+TRANSITION.
	Name string
	// Channel is where it happened, as the log calls it; empty when the log does not say.
	Channel string
	// Source is the name of the log or tracker that it came from; empty for a file that was given none.
	Source string
	// ID is the source's own id of the event (Segment's messageId, OCEL's event id); empty when it has none.
	ID string
	// Time is when it happened.
	Time Instant
	// Arrival is its place within the source, from 1 up, higher for what came later. Of two events at the
	// same moment the one with the lower Arrival comes first.
	Arrival int64
	// Properties are what else is known, in the order of the log; nil unless [Options] asks for them.
	Properties []Property
}

// Property is one attribute of an event. Attributes of a case are those of each of its events, their
// key preceded by "case:"; nested ones are joined by dots.
type Property struct{ Key, Value string }

// Sink takes what a decoder reads. Its methods are called from one goroutine, one after the other; an
// error ends the decoding and is returned as it is.
type Sink interface {
	// Add takes the next events, in ascending Arrival. The slice and the Properties in it are used again
	// after the call; strings may be kept.
	Add(batch []Event) error
	// Join says that from is another id of the customer to, for events before and after alike. The first
	// Join of an id counts, see [Identities].
	Join(from, to string) error
}

// Instant is a moment: microseconds since 1970-01-01T00:00:00Z, negative before. Microseconds reach from
// year 1 to year 9999 and far beyond, where nanoseconds end in 1677 and 2262; finer digits are cut off
// towards the past, so that order is kept.
type Instant int64

// Second is the length of a second in the unit of [Instant].
const Second = Instant(1_000_000)

// InstantOf gives the moment of t, cut to microseconds.
func InstantOf(t time.Time) Instant {
	return Instant(t.UnixMicro())
}

// Time gives the moment in UTC.
func (i Instant) Time() time.Time {
	return time.UnixMicro(int64(i)).UTC()
}

// String gives the moment as RFC 3339 in UTC with as many digits as it has.
func (i Instant) String() string {
	return i.Time().Format(time.RFC3339Nano)
}
