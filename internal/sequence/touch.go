package sequence

import (
	"cmp"
	"context"
	"math"
	"slices"

	"klantreis/internal/event"
	"klantreis/internal/fault"
)

// TouchQuery asks by which touches customers came to a conversion: to their first event of that name.
type TouchQuery struct {
	Conversion string
	Activities bool // touches are activities; channels otherwise, and an event without one is no touch
	// HalfLife is the time in microseconds in which the weight of a touch halves for [Touches.Decay], which is
	// left out when it is 0.
	HalfLife event.Instant
}

// Validate refuses what has no answer.
func (q TouchQuery) Validate() error {
	if q.Conversion == "" {
		return fault.New(fault.Invalid, "which event is the conversion?")
	}
	if q.HalfLife < 0 {
		return fault.New(fault.Invalid, "the time in which a touch loses half its weight cannot be negative")
	}
	return nil
}

// Touches are the ways to a conversion.
type Touches struct {
	Paths []Path   // most conversions first, then most nulls, then by touches
	Decay []Credit // by name
}

// Path is a sequence of touches, repeated ones included, before the conversion; the whole journey of customers
// that did not convert. Those who had no touch have an empty one.
type Path struct {
	Touches     []string
	Conversions float64
	Nulls       float64 // those that did not convert
	Value       float64 // of the conversions, where it is known
}

// Credit is the part of the conversions that a touch gets.
type Credit struct {
	Name        string
	Conversions float64
}

// Touches gives all paths.
func (ix *Index) Touches(ctx context.Context, q TouchQuery) (Touches, error) {
	if err := q.Validate(); err != nil {
		return Touches{}, err
	}
	names, column := ix.channels, ix.channel
	if q.Activities {
		names, column = ix.activities, ix.activity
	}
	type result struct {
		paths *groups
		decay []float64
	}
	parts, err := perPart(ctx, ix, func(from, to int) result {
		paths, decay := ix.paths(q, names, column, from, to)
		return result{paths, decay}
	})
	if err != nil {
		return Touches{}, err
	}
	var paths []*groups
	decay := make([]float64, names.len())
	for _, p := range parts {
		paths = append(paths, p.paths)
		for code, credit := range p.decay {
			decay[code] += credit
		}
	}
	var t Touches
	all := merged(paths, false)
	for i := range all.entries {
		g := &all.entries[i]
		t.Paths = append(t.Paths, Path{Touches: names.namesOf(all.key(g)), Conversions: float64(g.n), Nulls: float64(g.more)})
	}
	slices.SortFunc(t.Paths, func(a, b Path) int {
		return cmp.Or(cmp.Compare(b.Conversions, a.Conversions), cmp.Compare(b.Nulls, a.Nulls), slices.Compare(a.Touches, b.Touches))
	})
	for code, credit := range decay {
		if credit > 0 {
			t.Decay = append(t.Decay, Credit{Name: names.names[code], Conversions: credit})
		}
	}
	slices.SortFunc(t.Decay, func(a, b Credit) int { return cmp.Compare(a.Name, b.Name) })
	return t, nil
}

// paths groups the touches of a range and shares its conversions by time.
func (ix *Index) paths(q TouchQuery, names *dictionary, column []uint16, from, to int) (*groups, []float64) {
	g, decay := newGroups(nil), make([]float64, names.len())
	conversion, silent := ix.activities.of(q.Conversion), none
	if !q.Activities {
		silent = names.of("")
	}
	var touches []uint16
	var times []event.Instant
	for c := from; c < to; c++ {
		begin, until := ix.events(c)
		at := ix.next(conversion, begin, until)
		touches, times = touches[:0], times[:0]
		for e := begin; e < at; e++ {
			if column[e] != silent {
				touches = append(touches, column[e])
				times = append(times, ix.time[e])
			}
		}
		if at == until {
			g.add(touches, copied).more++
			continue
		}
		g.add(touches, copied).n++
		if q.HalfLife > 0 && len(touches) > 0 {
			share(decay, touches, times, float64(q.HalfLife))
		}
	}
	return g, decay
}

// share divides one conversion over its touches by their age. Ages are taken from the last touch, which gives
// the same shares and keeps the weights above 0 when all are old.
func share(decay []float64, touches []uint16, times []event.Instant, halfLife float64) {
	newest := times[len(times)-1]
	weight := func(i int) float64 { return math.Exp2(-float64(apart(times[i], newest)) / halfLife) }
	sum := 0.0
	for i := range times {
		sum += weight(i)
	}
	for i, code := range touches {
		decay[code] += weight(i) / sum
	}
}
