package sequence

import (
	"context"
	"runtime"
	"sort"
	"sync"

	"klantreis/internal/event"
)

// Index holds the sequences of all customers. It never changes. The zero value has no customers.
type Index struct {
	offsets  []uint32 // where the events of each customer begin; one more at the end
	activity []uint16
	channel  []uint16
	time     []event.Instant
	arrival  []uint32

	activities *dictionary
	channels   *dictionary
	customers  texts
	joins      []join // as they came, for [Index.Extend]
	arrivals   uint32 // of all events that ever came
	workers    int    // 0: as many as processors
}

// join is one call of [Builder.Join].
type join struct{ from, to string }

// Events is the number of events.
func (ix *Index) Events() int { return len(ix.activity) }

// Customers is the number of customers; each has at least one event.
func (ix *Index) Customers() int { return ix.customers.len() }

// Customer gives the id of a customer, counted from 0 in the order in which they first appeared.
func (ix *Index) Customer(number int) string { return ix.customers.at(number) }

// Bytes is the memory of the index without its two dictionaries and the list of joins.
func (ix *Index) Bytes() int64 {
	return int64(len(ix.offsets)+len(ix.arrival)+len(ix.customers.ends))*4 +
		int64(len(ix.activity)+len(ix.channel))*2 + int64(len(ix.time))*8 + int64(len(ix.customers.bytes))
}

// columns makes room for so many events.
func (ix *Index) columns(events int) {
	ix.activity = make([]uint16, events)
	ix.channel = make([]uint16, events)
	ix.time = make([]event.Instant, events)
	ix.arrival = make([]uint32, events)
}

// events gives where the events of a customer begin and end.
func (ix *Index) events(customer int) (begin, end int) {
	return int(ix.offsets[customer]), int(ix.offsets[customer+1])
}

// smallEvents is what one processor looks through before a second one is awake.
const smallEvents = 1 << 14

// split is the number of ranges in which a pass is cut.
func (ix *Index) split() int {
	switch {
	case ix.workers > 0:
		return ix.workers
	case ix.Events() < smallEvents:
		return 1
	}
	return runtime.GOMAXPROCS(0)
}

// each calls work for every range of customers at the same time, and waits. The ranges have about as many
// events each; parts are counted from 0 in the order of their customers.
func (ix *Index) each(ctx context.Context, work func(part, from, to int)) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	parts := ix.split()
	var running sync.WaitGroup
	from := 0
	for part := range parts {
		to := ix.Customers()
		if part < parts-1 {
			until := uint32(uint64(ix.Events()) * uint64(part+1) / uint64(parts))
			to = max(from, sort.Search(to, func(c int) bool { return ix.offsets[c] >= until }))
		}
		if begin := from; part < parts-1 {
			running.Go(func() { work(part, begin, to) })
		} else {
			work(part, begin, to)
		}
		from = to
	}
	running.Wait()
	return ctx.Err()
}

// perPart calls work for every range as [Index.each] does and gives what each returned, in the order of
// their customers.
func perPart[T any](ctx context.Context, ix *Index, work func(from, to int) T) ([]T, error) {
	results := make([]T, ix.split())
	err := ix.each(ctx, func(part, from, to int) { results[part] = work(from, to) })
	return results, err
}
