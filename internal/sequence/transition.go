package sequence

import (
	"cmp"
	"context"
	"math/bits"
	"slices"
	"sync"
	"sync/atomic"
)

// TransitionQuery asks which event followed which.
type TransitionQuery struct {
	Medians bool // also the median times, which cost a second pass and 8 bytes per event
}

// Transition is one activity directly followed by another, by the same customer. From and To may be equal.
type Transition struct {
	From, To      string
	Count         int // occurrences
	Cases         int // customers with at least one
	MeanSeconds   float64
	MedianSeconds float64 // 0 when not asked for
}

// Transitions gives all transitions, most occurrences first, then by name.
func (ix *Index) Transitions(ctx context.Context, q TransitionQuery) ([]Transition, error) {
	parts, err := perPart(ctx, ix, ix.countPairs)
	if err != nil {
		return nil, err
	}
	all := newPairs(ix.activities.len())
	for _, p := range parts {
		all.add(p)
	}
	var medians []float64
	if q.Medians {
		if medians, err = ix.medianGaps(ctx, all, parts); err != nil {
			return nil, err
		}
	}
	var transitions []Transition
	for slot := range all.cells {
		cell := &all.cells[slot]
		if cell.count == 0 {
			continue
		}
		from, to := all.names(slot)
		t := Transition{
			From: ix.activities.names[from], To: ix.activities.names[to], Count: int(cell.count), Cases: int(cell.cases),
			MeanSeconds: cell.mean(),
		}
		if q.Medians {
			t.MedianSeconds = medians[slot]
		}
		transitions = append(transitions, t)
	}
	slices.SortFunc(transitions, func(a, b Transition) int {
		return cmp.Or(cmp.Compare(b.Count, a.Count), cmp.Compare(a.From, b.From), cmp.Compare(a.To, b.To))
	})
	return transitions, nil
}

// pairCell counts one transition. The sum of times has 96 bits: a sum of 64 overflows after 58 times ten
// thousand years, or ten million customers of three weeks.
type pairCell struct {
	sum   uint64
	carry uint32
	seen  uint32 // the customer before whose number plus 1 it is
	count uint32
	cases uint32
}

func (p *pairCell) mean() float64 {
	return (float64(p.carry)*(1<<64) + float64(p.sum)) / float64(p.count) / 1e6
}

// pairsDenseMax is the most cells of a table with one for every pair: 24 MiB per processor.
const pairsDenseMax = 1 << 20

// pairs holds a cell for every pair of codes that occurs; one for every pair there is while they are few.
type pairs struct {
	stride int // cells per first code of the dense table; 0 when it is sparse
	cells  []pairCell
	keys   []uint32 // of the sparse table: pair; a cell with count 0 is free
	used   int
}

func newPairs(codes int) *pairs {
	if codes*codes <= pairsDenseMax {
		return &pairs{stride: codes, cells: make([]pairCell, codes*codes)}
	}
	return &pairs{cells: make([]pairCell, 1<<10), keys: make([]uint32, 1<<10)}
}

// slot gives the place of a pair; its cell is free when it did not occur.
func (p *pairs) slot(from, to uint16) int {
	if p.stride > 0 {
		return int(from)*p.stride + int(to)
	}
	return p.find(uint32(from)<<16 | uint32(to))
}

func (p *pairs) find(key uint32) int {
	mask := len(p.cells) - 1
	at := int(uint64(key)*0x9e3779b97f4a7c15>>32) & mask // Knuth's multiplicative hashing
	for p.cells[at].count > 0 && p.keys[at] != key {
		at = (at + 1) & mask
	}
	return at
}

// take makes a free slot the one of a pair, and gives its place then: the table may have grown.
func (p *pairs) take(slot int, from, to uint16) int {
	if p.stride > 0 {
		return slot
	}
	if p.used++; p.used*2 > len(p.cells) {
		old := *p
		p.cells, p.keys = make([]pairCell, 2*len(old.cells)), make([]uint32, 2*len(old.cells))
		for i, cell := range old.cells {
			if cell.count > 0 {
				at := p.find(old.keys[i])
				p.cells[at], p.keys[at] = cell, old.keys[i]
			}
		}
		slot = p.slot(from, to)
	}
	p.keys[slot] = uint32(from)<<16 | uint32(to)
	return slot
}

func (p *pairs) names(slot int) (from, to uint16) {
	if p.stride > 0 {
		return uint16(slot / p.stride), uint16(slot % p.stride)
	}
	return uint16(p.keys[slot] >> 16), uint16(p.keys[slot])
}

// add takes in what was counted over other customers.
func (p *pairs) add(more *pairs) {
	for slot := range more.cells {
		cell := &more.cells[slot]
		if cell.count == 0 {
			continue
		}
		from, to := more.names(slot)
		at := p.slot(from, to)
		if p.cells[at].count == 0 {
			at = p.take(at, from, to)
		}
		own := &p.cells[at]
		var carry uint64
		own.sum, carry = bits.Add64(own.sum, cell.sum, 0)
		own.carry += cell.carry + uint32(carry)
		own.count += cell.count
		own.cases += cell.cases
	}
}

// countPairs is the pass over a range.
func (ix *Index) countPairs(from, to int) *pairs {
	p := newPairs(ix.activities.len())
	for c := from; c < to; c++ {
		begin, end := ix.events(c)
		activity := ix.activity[begin:end]
		time := ix.time[begin:end:end][:len(activity)]
		last, since, stamp := activity[0], time[0], uint32(c)+1
		for e := 1; e < len(activity); e++ {
			next, now := activity[e], time[e]
			slot := p.slot(last, next)
			if p.cells[slot].count == 0 {
				slot = p.take(slot, last, next)
			}
			cell := &p.cells[slot]
			var carry uint64
			cell.sum, carry = bits.Add64(cell.sum, apart(since, now), 0)
			cell.carry += uint32(carry)
			cell.count++
			if cell.seen != stamp {
				cell.seen = stamp
				cell.cases++
			}
			last, since = next, now
		}
	}
	return p
}

// medianGaps gives the median of every slot. All times of one transition are written next to each other,
// each range into its own part of that place, and then selected from.
func (ix *Index) medianGaps(ctx context.Context, all *pairs, parts []*pairs) ([]float64, error) {
	ends := make([]uint32, len(all.cells)) // where the times of each slot end
	next := make([][]uint32, len(parts))
	for i, p := range parts {
		next[i] = make([]uint32, len(p.cells))
	}
	total := uint32(0)
	for slot := range all.cells {
		if all.cells[slot].count > 0 {
			from, to := all.names(slot)
			for i, p := range parts {
				at := p.slot(from, to)
				next[i][at] = total
				total += p.cells[at].count
			}
		}
		ends[slot] = total
	}
	gaps := make([]uint64, total)
	err := ix.each(ctx, func(part, from, to int) { ix.writeGaps(gaps, parts[part], next[part], from, to) })
	if err != nil {
		return nil, err
	}
	medians := make([]float64, len(all.cells))
	var slots atomic.Int64
	var selecting sync.WaitGroup
	for range ix.split() {
		selecting.Go(func() {
			for slot := int(slots.Add(1)) - 1; slot < len(ends); slot = int(slots.Add(1)) - 1 {
				if n := all.cells[slot].count; n > 0 {
					medians[slot] = median(gaps[ends[slot]-n : ends[slot]])
				}
			}
		})
	}
	selecting.Wait()
	return medians, ctx.Err()
}

func (ix *Index) writeGaps(gaps []uint64, p *pairs, next []uint32, from, to int) {
	for c := from; c < to; c++ {
		begin, end := ix.events(c)
		for e := begin + 1; e < end; e++ {
			slot := p.slot(ix.activity[e-1], ix.activity[e])
			gaps[next[slot]] = apart(ix.time[e-1], ix.time[e])
			next[slot]++
		}
	}
}
