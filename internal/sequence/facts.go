package sequence

import (
	"cmp"
	"context"
	"slices"

	"klantreis/internal/event"
)

// Facts is what a log holds.
type Facts struct {
	Cases      int           // customers
	Events     int           // of all customers
	First      event.Instant // of the earliest event; 0 in an empty log
	Last       event.Instant // of the latest event
	Activities []Count       // those that occur, most events first, then by name
	Channels   []Count       // as Activities; "" where the log does not say
	Largest    Count         // the customer with most events, of equals the one with the first name; Cases is 1
	FarBefore  int           // events that lie far before the others, see [Index.Facts]
	FarAfter   int           // events that lie far after the others
}

// Count is how often something occurs.
type Count struct {
	Name   string
	Events int // occurrences
	Cases  int // customers with at least one
}

// Facts counts what the index holds. Of all events less than 1 % may lie far before or after the others:
// more than a year (365 days) is then between them and the next event.
func (ix *Index) Facts(ctx context.Context) (Facts, error) {
	f := Facts{Cases: ix.Customers(), Events: ix.Events()}
	parts, err := perPart(ctx, ix, ix.tally)
	if err != nil || f.Events == 0 {
		return f, err
	}
	all := parts[0]
	for _, p := range parts[1:] {
		all.add(p)
		ix.largest(&all, p.largest, p.largestEvents)
	}
	f.First, f.Last = all.first, all.last
	f.Activities = ix.activities.counts(all.activities)
	f.Channels = ix.channels.counts(all.channels)
	begin, end := ix.events(all.largest)
	f.Largest = Count{Name: ix.Customer(all.largest), Events: end - begin, Cases: 1}
	f.FarBefore, f.FarAfter, err = ix.farApart(ctx, f.First, f.Last)
	return f, err
}

// tally is what one pass over a range counts.
type tally struct {
	customers            int
	first, last          event.Instant
	activities, channels []occurrences
	largest              int // number of the customer
	largestEvents        int
}

// occurrences counts one code.
type occurrences struct {
	events, cases int
	seen          uint32 // the customer before whose number plus 1 it is
}

func (o *occurrences) count(customer int) {
	o.events++
	if stamp := uint32(customer) + 1; o.seen != stamp {
		o.seen = stamp
		o.cases++
	}
}

func (ix *Index) tally(from, to int) tally {
	t := tally{
		customers:  to - from,
		activities: make([]occurrences, ix.activities.len()),
		channels:   make([]occurrences, ix.channels.len()),
	}
	for c := from; c < to; c++ {
		begin, end := ix.events(c)
		for e := begin; e < end; e++ {
			t.activities[ix.activity[e]].count(c)
			t.channels[ix.channel[e]].count(c)
		}
		if c == from {
			t.first, t.last = ix.time[begin], ix.time[end-1]
		}
		t.first, t.last = min(t.first, ix.time[begin]), max(t.last, ix.time[end-1])
		ix.largest(&t, c, end-begin)
	}
	return t
}

// largest keeps the customer with the most events.
func (ix *Index) largest(t *tally, customer, events int) {
	if events > t.largestEvents || events == t.largestEvents && ix.Customer(customer) < ix.Customer(t.largest) {
		t.largest, t.largestEvents = customer, events
	}
}

// add takes in the tally of a later range, but for the largest customer.
func (t *tally) add(p tally) {
	if p.customers == 0 {
		return
	}
	if t.customers == 0 {
		*t = p
		return
	}
	t.customers += p.customers
	t.first, t.last = min(t.first, p.first), max(t.last, p.last)
	for i, o := range p.activities {
		t.activities[i].events += o.events
		t.activities[i].cases += o.cases
	}
	for i, o := range p.channels {
		t.channels[i].events += o.events
		t.channels[i].cases += o.cases
	}
}

// counts names what occurs.
func (d *dictionary) counts(of []occurrences) []Count {
	var counts []Count
	for code, o := range of {
		if o.events > 0 {
			counts = append(counts, Count{Name: d.names[code], Events: o.events, Cases: o.cases})
		}
	}
	slices.SortFunc(counts, func(a, b Count) int {
		return cmp.Or(cmp.Compare(b.Events, a.Events), cmp.Compare(a.Name, b.Name))
	})
	return counts
}

// Year is how far events lie from the others to be called far.
const Year = 365 * 24 * 3600 * event.Second

// bucketBits makes buckets of 2^44 µs, about half a year. So two events that are more than a year apart lie
// in different ones, and of each bucket only its ends matter.
const bucketBits = 44

// bucket is what lies in half a year.
type bucket struct {
	events      int
	first, last event.Instant
}

// farApart counts the events far before and after the others.
func (ix *Index) farApart(ctx context.Context, first, last event.Instant) (before, after int, err error) {
	if apart(first, last) <= uint64(Year) {
		return 0, 0, nil
	}
	parts, err := perPart(ctx, ix, func(from, to int) []bucket {
		buckets := make([]bucket, apart(first, last)>>bucketBits+1)
		if from == to {
			return buckets
		}
		for _, t := range ix.time[ix.offsets[from]:ix.offsets[to]] {
			buckets[apart(first, t)>>bucketBits].add(bucket{1, t, t})
		}
		return buckets
	})
	if err != nil {
		return 0, 0, err
	}
	all := parts[0]
	for _, p := range parts[1:] {
		for i, b := range p {
			all[i].add(b)
		}
	}
	all = slices.DeleteFunc(all, func(b bucket) bool { return b.events == 0 })
	few := (ix.Events() - 1) / 100
	for i, n := 1, 0; i < len(all); i++ {
		if n += all[i-1].events; n > few {
			break
		}
		if apart(all[i-1].last, all[i].first) > uint64(Year) {
			before = n
		}
	}
	for i, n := len(all)-1, 0; i > 0; i-- {
		if n += all[i].events; n > few-before {
			break
		}
		if apart(all[i-1].last, all[i].first) > uint64(Year) {
			after = n
		}
	}
	return before, after, nil
}

func (b *bucket) add(more bucket) {
	switch {
	case more.events == 0:
	case b.events == 0:
		*b = more
	default:
		b.events += more.events
		b.first, b.last = min(b.first, more.first), max(b.last, more.last)
	}
}

// apart is the time between two moments in microseconds; the first is not after the second.
func apart(from, to event.Instant) uint64 { return uint64(to) - uint64(from) }

// seconds gives microseconds as the results state them.
func seconds(micros uint64) float64 { return float64(micros) / float64(event.Second) }
