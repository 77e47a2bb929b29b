package sequence

import (
	"cmp"
	"context"
	"slices"
	"strings"
	"sync"

	"klantreis/internal/event"
	"klantreis/internal/fault"
)

// assemble puts the base and the shards together: it finds out who is who, gives every customer a place, and
// copies the events there. Only the first part is done by one processor; it costs per customer, not per event.
func (b *Builder) assemble() (*Index, error) {
	ix := &Index{
		activities: b.activities, channels: b.channels, joins: b.joins, arrivals: b.arrivals, workers: b.workers,
	}
	w := b.who()
	if err := w.name(ix); err != nil {
		return nil, err
	}
	events := b.base.Events()
	for _, s := range b.shards {
		for _, n := range s.counts {
			events += int(n)
		}
	}
	ix.columns(events)
	b.place(ix, w)

	var copying sync.WaitGroup
	for p, s := range b.shards {
		copying.Go(func() { s.scatter(ix, w.shards[p]) })
	}
	err := b.base.each(context.Background(), func(_, from, to int) {
		for c := from; c < to; c++ {
			begin, end := b.base.events(c)
			ix.copyRun(int(w.base[c]), b.base, begin, end)
		}
	})
	copying.Wait()
	if err == nil {
		err = ix.each(context.Background(), ix.order)
	}
	return ix, err
}

// who says which customer of the new index those of the base and of the shards are.
type who struct {
	base   []uint32
	shards [][]uint32
	ids    []string
}

// who numbers customers in the order in which they first appeared; of ids that are one customer the first
// one counts.
func (b *Builder) who() *who {
	var same event.Identities
	for _, j := range b.joins {
		same.Join(j.from, j.to)
	}
	w := &who{base: make([]uint32, b.base.Customers()), shards: make([][]uint32, len(b.shards))}
	numbers := map[string]uint32{}
	number := func(id string) uint32 {
		if len(b.joins) > 0 {
			id = same.Of(id)
		}
		n, known := numbers[id]
		if !known {
			n = uint32(len(w.ids))
			w.ids = append(w.ids, id)
			numbers[id] = n
		}
		return n
	}
	if len(b.joins) == 0 && len(w.base) == 0 { // nobody can be met twice
		number = func(id string) uint32 {
			w.ids = append(w.ids, id)
			return uint32(len(w.ids) - 1)
		}
	}
	for c := range w.base {
		w.base[c] = number(b.base.Customer(c))
	}
	next := make([]int, len(b.shards))
	for p, s := range b.shards {
		w.shards[p] = make([]uint32, len(s.ids))
	}
	for {
		earliest := -1
		for p, s := range b.shards {
			if next[p] < len(s.ids) && (earliest < 0 || s.first[next[p]] < b.shards[earliest].first[next[earliest]]) {
				earliest = p
			}
		}
		if earliest < 0 {
			return w
		}
		w.shards[earliest][next[earliest]] = number(b.shards[earliest].ids[next[earliest]])
		next[earliest]++
	}
}

// name writes down the ids.
func (w *who) name(ix *Index) error {
	total := 0
	for _, id := range w.ids {
		total += len(id)
	}
	if total > textsBytesMax {
		return fault.New(fault.TooLarge, "the ids of the customers together are longer than 4 GiB; use shorter ones")
	}
	var bytes strings.Builder
	bytes.Grow(total)
	ix.customers.ends = make([]uint32, len(w.ids))
	for i, id := range w.ids {
		bytes.WriteString(id)
		ix.customers.ends[i] = uint32(bytes.Len())
	}
	ix.customers.bytes = bytes.String()
	return nil
}

// place fixes where each customer's events lie, and turns the numbers in w into where those that come from
// there begin, so that the base and every shard can copy theirs without meeting another.
func (b *Builder) place(ix *Index, w *who) {
	ix.offsets = make([]uint32, len(w.ids)+1)
	for c, number := range w.base {
		begin, end := b.base.events(c)
		ix.offsets[number+1] += uint32(end - begin)
	}
	for p, s := range b.shards {
		for local, number := range w.shards[p] {
			ix.offsets[number+1] += s.counts[local]
		}
	}
	for i := 1; i < len(ix.offsets); i++ {
		ix.offsets[i] += ix.offsets[i-1]
	}
	free := slices.Clone(ix.offsets)
	for c, number := range w.base {
		begin, end := b.base.events(c)
		w.base[c] = free[number]
		free[number] += uint32(end - begin)
	}
	for p, s := range b.shards {
		for local, number := range w.shards[p] {
			w.shards[p][local] = free[number]
			free[number] += s.counts[local]
		}
	}
}

// scatter copies the events of a shard to where their customers have their next free place, and lets go of
// each chunk when it is copied.
func (s *shard) scatter(ix *Index, free []uint32) {
	for i, c := range s.chunks {
		for e, customer := range c.customer[:c.n] {
			at := free[customer]
			free[customer]++
			ix.activity[at], ix.channel[at] = c.activity[e], c.channel[e]
			ix.time[at], ix.arrival[at] = c.time[e], c.arrival[e]
		}
		s.chunks[i] = nil
	}
}

// copyRun copies events from another index.
func (ix *Index) copyRun(at int, from *Index, begin, end int) {
	copy(ix.activity[at:], from.activity[begin:end])
	copy(ix.channel[at:], from.channel[begin:end])
	copy(ix.time[at:], from.time[begin:end])
	copy(ix.arrival[at:], from.arrival[begin:end])
}

// row is one event while events are put in order.
type row struct {
	time              event.Instant
	arrival           uint32
	activity, channel uint16
}

// order sorts the events of customers by (time, arrival). Most logs are in order, so it looks first.
func (ix *Index) order(_, from, to int) {
	var rows []row
	for c := from; c < to; c++ {
		begin, end := ix.events(c)
		if ix.ordered(begin, end) {
			continue
		}
		rows = rows[:0]
		for e := begin; e < end; e++ {
			rows = append(rows, row{ix.time[e], ix.arrival[e], ix.activity[e], ix.channel[e]})
		}
		slices.SortFunc(rows, func(a, b row) int {
			return cmp.Or(cmp.Compare(a.time, b.time), cmp.Compare(a.arrival, b.arrival))
		})
		for i, r := range rows {
			ix.time[begin+i], ix.arrival[begin+i], ix.activity[begin+i], ix.channel[begin+i] = r.time, r.arrival, r.activity, r.channel
		}
	}
}

func (ix *Index) ordered(begin, end int) bool {
	for e := begin + 1; e < end; e++ {
		if ix.time[e] < ix.time[e-1] || ix.time[e] == ix.time[e-1] && ix.arrival[e] < ix.arrival[e-1] {
			return false
		}
	}
	return true
}
