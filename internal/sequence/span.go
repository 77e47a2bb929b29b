package sequence

import (
	"context"
	"slices"

	"klantreis/internal/event"
)

// SpanQuery asks how long customers took from one moment to another.
type SpanQuery struct {
	From string // begins with the first event of this name; with the customer's first event when empty
	// To ends with the first event of this name: later in the order than the one of From when both are named,
	// the same or later otherwise. With the customer's last event when empty.
	To string
}

// Spans are the times that customers took, sorted, in seconds.
type Spans struct {
	Closed  []float64 // of customers that have both ends
	Open    []float64 // of customers that have not ended yet: until the last event of the log
	Without int       // customers that have not begun
}

// Spans gives the times of all customers.
func (ix *Index) Spans(ctx context.Context, q SpanQuery) (Spans, error) {
	end := ix.end()
	parts, err := perPart(ctx, ix, func(from, to int) Spans { return ix.spans(q, end, from, to) })
	if err != nil {
		return Spans{}, err
	}
	all := parts[0]
	for _, p := range parts[1:] {
		all.Closed = append(all.Closed, p.Closed...)
		all.Open = append(all.Open, p.Open...)
		all.Without += p.Without
	}
	slices.Sort(all.Closed)
	slices.Sort(all.Open)
	return all, nil
}

// end is the moment of the last event of all, 0 when there is none.
func (ix *Index) end() event.Instant {
	var last event.Instant
	for c := range ix.Customers() {
		if t := ix.time[ix.offsets[c+1]-1]; c == 0 || t > last {
			last = t
		}
	}
	return last
}

func (ix *Index) spans(q SpanQuery, end event.Instant, from, to int) Spans {
	var s Spans
	first, last := ix.activities.of(q.From), ix.activities.of(q.To)
	for c := from; c < to; c++ {
		at, until := ix.events(c)
		if q.From != "" {
			if at = ix.next(first, at, until); at == until {
				s.Without++
				continue
			}
		}
		closes := until - 1
		if q.To != "" {
			begin := at
			if q.From != "" {
				begin++
			}
			closes = ix.next(last, begin, until)
		}
		if closes < until {
			s.Closed = append(s.Closed, seconds(apart(ix.time[at], ix.time[closes])))
		} else {
			s.Open = append(s.Open, seconds(apart(ix.time[at], end)))
		}
	}
	return s
}

// next gives the place of the first event with a code from a place on, until when there is none.
func (ix *Index) next(code uint16, from, until int) int {
	if at := slices.Index(ix.activity[from:until], code); at >= 0 {
		return from + at
	}
	return until
}
