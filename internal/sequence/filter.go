package sequence

import (
	"context"

	"klantreis/internal/event"
	"klantreis/internal/fault"
)

// Filter says which events count; nil lets all pass. Customers without an event left are no customers.
type Filter struct {
	Period    *Period
	Channels  []string // "" are the events of which the log does not say
	Customers []string // ids after joining
}

// Period is the time from a moment up to, and without, another.
type Period struct{ From, To event.Instant }

// Where gives the index of the events that pass. All questions can be asked of it; for more events, extend
// the whole index and filter again.
func (ix *Index) Where(ctx context.Context, f Filter) (*Index, error) {
	var channels []bool // by code
	if f.Channels != nil {
		channels = make([]bool, ix.channels.len())
		for _, name := range f.Channels {
			if code := ix.channels.of(name); code != none {
				channels[code] = true
			}
		}
	}
	var customers map[string]bool
	if f.Customers != nil {
		customers = make(map[string]bool, len(f.Customers))
		for _, id := range f.Customers {
			customers[id] = true
		}
	}
	return ix.narrow(ctx, func(c int) (from, to int) {
		if customers != nil && !customers[ix.Customer(c)] {
			return 0, 0
		}
		return ix.events(c)
	}, func(e int) bool {
		return (f.Period == nil || ix.time[e] >= f.Period.From && ix.time[e] < f.Period.To) &&
			(channels == nil || channels[ix.channel[e]])
	})
}

// Map gives the index with other names: rename is called once for every activity and channel that occur
// together. Events whose name becomes empty are left out. Only the column of names is new when none is, so
// that touchpoints and stages can be mapped at any time.
func (ix *Index) Map(ctx context.Context, rename func(activity, channel string) string) (*Index, error) {
	wide := ix.channels.len()
	if ix.activities.len()*wide > renamesMax {
		return nil, fault.New(fault.TooLarge, "%d activities in %d channels are too many to be given other names",
			ix.activities.len(), wide)
	}
	parts, err := perPart(ctx, ix, func(from, to int) []bool {
		occurs := make([]bool, ix.activities.len()*wide)
		if from < to {
			for e := ix.offsets[from]; e < ix.offsets[to]; e++ {
				occurs[int(ix.activity[e])*wide+int(ix.channel[e])] = true
			}
		}
		return occurs
	})
	if err != nil {
		return nil, err
	}
	names, drops := newDictionary(), false
	table := make([]uint16, ix.activities.len()*wide)
	for pair := range table {
		table[pair] = none
		for _, p := range parts {
			if !p[pair] {
				continue
			}
			name := rename(ix.activities.names[pair/wide], ix.channels.names[pair%wide])
			if name == "" {
				drops = true
			} else if table[pair], err = names.add(name, "names"); err != nil {
				return nil, err
			}
			break
		}
	}
	code := func(from *Index, e int) uint16 { return table[int(from.activity[e])*wide+int(from.channel[e])] }
	source := ix
	if drops {
		source, err = ix.narrow(ctx, ix.events, func(e int) bool { return code(ix, e) != none })
		if err != nil {
			return nil, err
		}
	}
	out := *source
	out.activities = names
	out.activity = make([]uint16, len(source.activity))
	err = out.each(ctx, func(_, from, to int) {
		if from < to {
			for e := int(out.offsets[from]); e < int(out.offsets[to]); e++ {
				out.activity[e] = code(source, e)
			}
		}
	})
	return &out, err
}

// renamesMax is the most pairs of activity and channel that [Index.Map] has a table for, of 64 MiB.
const renamesMax = 1 << 25

// narrow copies the events that pass. Those of a customer that do not even have to be looked at are outside
// the range that events gives.
func (ix *Index) narrow(ctx context.Context, events func(customer int) (from, to int), pass func(event int) bool) (*Index, error) {
	kept := make([]uint32, ix.Customers())
	err := ix.each(ctx, func(_, from, to int) {
		for c := from; c < to; c++ {
			n := uint32(0)
			for e, end := events(c); e < end; e++ {
				if pass(e) {
					n++
				}
			}
			kept[c] = n
		}
	})
	if err != nil {
		return nil, err
	}
	out := &Index{
		activities: ix.activities, channels: ix.channels, joins: ix.joins, arrivals: ix.arrivals, workers: ix.workers,
	}
	w := &who{}
	out.offsets = []uint32{0}
	starts := make([]uint32, len(kept))
	total := uint32(0)
	for c, n := range kept {
		starts[c] = total
		if total += n; n > 0 {
			w.ids = append(w.ids, ix.Customer(c))
			out.offsets = append(out.offsets, total)
		}
	}
	if err := w.name(out); err != nil {
		return nil, err
	}
	out.columns(int(total))
	return out, ix.each(ctx, func(_, from, to int) {
		for c := from; c < to; c++ {
			at := int(starts[c])
			for e, end := events(c); e < end; e++ {
				if pass(e) {
					out.activity[at], out.channel[at], out.time[at], out.arrival[at] = ix.activity[e], ix.channel[e], ix.time[e], ix.arrival[e]
					at++
				}
			}
		}
	})
}
