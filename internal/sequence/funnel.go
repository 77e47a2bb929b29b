package sequence

import (
	"context"
	"fmt"

	"klantreis/internal/event"
	"klantreis/internal/fault"
)

// FunnelMode says how the steps of a funnel follow each other.
type FunnelMode string

// The modes.
const (
	Ordered   FunnelMode = "ordered"   // each later in the order than the one before; others may lie between
	Strict    FunnelMode = "strict"    // each directly after the one before
	Unordered FunnelMode = "unordered" // in any order: step k is "did k of n"
)

// FunnelQuery asks how far customers came. A step that is asked twice must happen twice.
type FunnelQuery struct {
	Steps  []string
	Mode   FunnelMode    // Ordered when empty
	Window event.Instant // the steps lie within so many microseconds; 0 is any time
}

// FunnelStepsMax is the most steps of a funnel.
const FunnelStepsMax = 100

// FunnelStep is how many reached a step.
type FunnelStep struct {
	Step  string // its activity; "k of n" when unordered
	Cases int
	Share float64 // Cases ÷ all customers, 0 to 1
	// MedianSecondsFromPrevious is over the customers that reached it, from their first match of the step
	// before to their first match of this one; 0 for the first step and when nobody reached it.
	MedianSecondsFromPrevious float64
}

// Validate refuses a funnel that cannot be answered.
func (q FunnelQuery) Validate() error {
	switch q.Mode {
	case "", Ordered, Strict, Unordered:
	default:
		return fault.New(fault.Invalid, "%q is no kind of funnel; there are ordered, strict and unordered", q.Mode)
	}
	if len(q.Steps) == 0 || len(q.Steps) > FunnelStepsMax {
		return fault.New(fault.Invalid, "a funnel has 1 to %d steps", FunnelStepsMax)
	}
	if q.Window < 0 {
		return fault.New(fault.Invalid, "the time window of a funnel cannot be negative")
	}
	return nil
}

// Label is the name of a step in the answer; steps count from 0.
func (q FunnelQuery) Label(step int) string {
	if q.Mode == Unordered {
		return fmt.Sprintf("%d of %d", step+1, len(q.Steps))
	}
	return q.Steps[step]
}

// Funnel gives the steps in their order. The first match of a step is the first event with which it is
// reached: with which some event of each step up to it lies in the mode's order and within the window.
func (ix *Index) Funnel(ctx context.Context, q FunnelQuery) ([]FunnelStep, error) {
	if err := q.Validate(); err != nil {
		return nil, err
	}
	parts, err := perPart(ctx, ix, func(from, to int) [][]uint64 { return ix.funnel(q, from, to) })
	if err != nil {
		return nil, err
	}
	steps := make([]FunnelStep, len(q.Steps))
	for k := range steps {
		var times []uint64
		for _, p := range parts {
			times = append(times, p[k]...)
		}
		steps[k] = FunnelStep{Step: q.Label(k), Cases: len(times)}
		if len(times) > 0 {
			steps[k].Share = float64(len(times)) / float64(ix.Customers())
			steps[k].MedianSecondsFromPrevious = median(times)
		}
	}
	return steps, nil
}

// funnel gives per step the times from the one before, of the customers in the range that reached it.
func (ix *Index) funnel(q FunnelQuery, from, to int) [][]uint64 {
	m := ix.newMatcher(q)
	times := make([][]uint64, len(q.Steps))
	for c := from; c < to; c++ {
		begin, end := ix.events(c)
		m.reset()
		switch q.Mode {
		case Strict:
			m.strict(ix.activity[begin:end], ix.time[begin:end])
		case Unordered:
			m.unordered(ix.activity[begin:end], ix.time[begin:end])
		default:
			if q.Window == 0 {
				m.greedy(ix.activity[begin:end], ix.time[begin:end])
				break
			}
			m.ordered(ix.activity[begin:end], ix.time[begin:end])
		}
		for k := range m.depth {
			times[k] = append(times[k], apart(m.first[max(k, 1)-1], m.first[k]))
		}
	}
	return times
}

// matcher follows one customer through the funnel, in one pass whatever the number of steps.
type matcher struct {
	steps  []uint16
	window uint64
	at     [][]int // code → the steps with it, last first; nil when none
	fall   []int   // strict: where a run of so many steps goes on when it breaks
	need   []int   // unordered: code → how often it is asked

	depth int             // steps reached
	first []event.Instant // first match of each step reached
	start []event.Instant // ordered: the latest first match of a chain that has reached the step
	have  []int           // unordered: code → how often within the window
}

func (ix *Index) newMatcher(q FunnelQuery) *matcher {
	n, codes := len(q.Steps), ix.activities.len()
	m := &matcher{
		window: uint64(q.Window), at: make([][]int, codes), need: make([]int, codes), have: make([]int, codes),
		first: make([]event.Instant, n), start: make([]event.Instant, n), fall: make([]int, n+1),
	}
	if m.window == 0 {
		m.window = 1<<64 - 1
	}
	for k, step := range q.Steps {
		code := ix.activities.of(step)
		m.steps = append(m.steps, code)
		if code != none {
			m.at[code] = append([]int{k}, m.at[code]...)
			m.need[code]++
		}
	}
	// Knuth, Morris and Pratt 1977. A step that no event has is equal to no step.
	for k, run := 1, 0; k < n; k++ {
		for run > 0 && m.steps[k] != m.steps[run] {
			run = m.fall[run]
		}
		if m.steps[k] == m.steps[run] {
			run++
		}
		m.fall[k+1] = run
	}
	return m
}

func (m *matcher) reset() { m.depth = 0 }

// reach notes that so many steps are reached now.
func (m *matcher) reach(steps int, now event.Instant) {
	for ; m.depth < steps; m.depth++ {
		m.first[m.depth] = now
	}
}

// greedy waits for one step after the other, which is all there is to do when there is no window.
func (m *matcher) greedy(activity []uint16, time []event.Instant) {
	next := m.steps[0]
	for e, code := range activity {
		if code != next {
			continue
		}
		m.reach(m.depth+1, time[e])
		if m.depth == len(m.steps) {
			return
		}
		next = m.steps[m.depth]
	}
}

// ordered keeps for each step the latest start of a chain that has reached it: of two chains the one that
// started later can do all that the other can.
func (m *matcher) ordered(activity []uint16, time []event.Instant) {
	for e, code := range activity {
		for _, k := range m.at[code] {
			switch {
			case k == 0:
				m.start[0] = time[e]
			case k <= m.depth && apart(m.start[k-1], time[e]) <= m.window:
				m.start[k] = m.start[k-1]
			default:
				continue
			}
			m.reach(k+1, time[e])
		}
		if m.depth == len(m.steps) {
			return
		}
	}
}

// strict keeps the longest run of steps that ends at the event and lies within the window.
func (m *matcher) strict(activity []uint16, time []event.Instant) {
	run := 0
	for e, code := range activity {
		for run > 0 && (run == len(m.steps) || m.steps[run] != code) {
			run = m.fall[run]
		}
		if m.steps[run] == code {
			run++
		}
		for run > 0 && apart(time[e-run+1], time[e]) > m.window {
			run = m.fall[run]
		}
		m.reach(run, time[e])
	}
}

// unordered counts what is within the window that ends at the event.
func (m *matcher) unordered(activity []uint16, time []event.Instant) {
	done, oldest := 0, 0
	for e, code := range activity {
		if m.have[code]++; m.have[code] <= m.need[code] {
			done++
		}
		for apart(time[oldest], time[e]) > m.window {
			gone := activity[oldest]
			if m.have[gone]--; m.have[gone] < m.need[gone] {
				done--
			}
			oldest++
		}
		m.reach(done, time[e])
	}
	for _, code := range activity[oldest:] {
		m.have[code] = 0
	}
}
