package sequence

import (
	"hash/maphash"
	"runtime"
	"sync"

	"klantreis/internal/event"
	"klantreis/internal/fault"
)

// eventsMax is what a place in a column, and the arrival, can count.
const eventsMax = 1<<32 - 1

// Builder makes an [Index] of events. It is an [event.Sink]: give it to a decoder, then call Build. Events at
// the same moment stand in the order in which they were added.
type Builder struct {
	base       *Index // what is extended; empty in a new one
	activities *dictionary
	channels   *dictionary
	seed       maphash.Seed
	shards     []*shard
	waiting    [][]coming // per shard, what it has not taken yet
	taken      [][]coming // what the shards are taking now, and memory for what waits next
	taking     sync.WaitGroup
	pending    int
	arrivals   uint32
	joins      []join
	workers    int
}

// coming is an event on its way to its shard.
type coming struct {
	customer          string
	time              event.Instant
	arrival           uint32
	activity, channel uint16
}

// pendingMax is how many events wait until the shards are woken: enough that waking costs nothing, few
// enough to stay in a processor's cache.
const pendingMax = 1 << 14

// NewBuilder makes a builder of an index. Questions asked of it and the building use as many processors as
// there are when workers is 0.
func NewBuilder(workers int) *Builder {
	return (&Index{workers: workers}).Extend()
}

// Extend makes a builder of an index with the events of this one and those that are added to it, as if all
// had been added to one builder. This index stays as it is.
func (ix *Index) Extend() *Builder {
	shards := ix.workers
	if shards == 0 {
		shards = runtime.GOMAXPROCS(0)
	}
	b := &Builder{
		base: ix, workers: ix.workers, arrivals: ix.arrivals, joins: ix.joins[:len(ix.joins):len(ix.joins)],
		activities: ix.activities.clone(), channels: ix.channels.clone(), seed: maphash.MakeSeed(),
		waiting: make([][]coming, shards), taken: make([][]coming, shards),
	}
	for range shards {
		b.shards = append(b.shards, newShard())
	}
	return b
}

// Add takes events. It refuses more names or channels than there are codes, and more events than can be counted.
func (b *Builder) Add(batch []event.Event) error {
	if uint64(b.arrivals)+uint64(len(batch)) > eventsMax {
		return fault.New(fault.TooLarge, "there are more than %d events; cut the log in parts", int64(eventsMax))
	}
	for i := range batch {
		e := &batch[i]
		activity, err := b.activities.add(e.Name, "activities")
		if err != nil {
			return err
		}
		channel, err := b.channels.add(e.Channel, "channels")
		if err != nil {
			return err
		}
		s := 0
		if len(b.shards) > 1 {
			s = int(maphash.String(b.seed, e.Customer) % uint64(len(b.shards)))
		}
		b.waiting[s] = append(b.waiting[s], coming{
			customer: e.Customer, time: e.Time, arrival: b.arrivals, activity: activity, channel: channel,
		})
		b.arrivals++
	}
	if b.pending += len(batch); b.pending >= pendingMax {
		b.hand()
	}
	return nil
}

// Join notes that from is another id of the customer to, for events before and after alike, as
// [event.Identities] understands it.
func (b *Builder) Join(from, to string) error {
	b.joins = append(b.joins, join{from, to})
	return nil
}

// hand wakes the shards for what waits; the next events can be added while they take it.
func (b *Builder) hand() {
	b.taking.Wait()
	b.waiting, b.taken = b.taken, b.waiting
	b.pending = 0
	for s := range b.shards {
		b.waiting[s] = b.waiting[s][:0]
		b.taking.Go(func() { b.shards[s].take(b.taken[s]) })
	}
}

// Build makes the index. The builder is used up.
func (b *Builder) Build() (*Index, error) {
	b.hand()
	b.taking.Wait()
	return b.assemble()
}
