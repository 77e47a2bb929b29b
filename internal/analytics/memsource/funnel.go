package memsource

import (
	"context"

	"klantreis/internal/event"
	"klantreis/internal/sequence"
)

// Funnel tries, for every step and every event, all ways in which the event can be the one that reaches it.
func (l *Log) Funnel(_ context.Context, q sequence.FunnelQuery) ([]sequence.FunnelStep, error) {
	if err := q.Validate(); err != nil {
		return nil, err
	}
	all := l.journeys()
	times := make([][]float64, len(q.Steps))
	for _, j := range all {
		var before event.Instant
		for k := range q.Steps {
			at := firstMatch(j.events, q, k+1)
			if at < 0 {
				break
			}
			now := j.events[at].Time
			if k == 0 {
				before = now
			}
			times[k] = append(times[k], between(before, now))
			before = now
		}
	}
	steps := make([]sequence.FunnelStep, len(q.Steps))
	for k := range steps {
		steps[k] = sequence.FunnelStep{
			Step: q.Label(k), Cases: len(times[k]), MedianSecondsFromPrevious: median(times[k]),
		}
		if len(times[k]) > 0 {
			steps[k].Share = float64(len(times[k])) / float64(len(all))
		}
	}
	return steps, nil
}

// firstMatch gives the place of the first event with which n steps are reached, or −1.
func firstMatch(events []event.Event, q sequence.FunnelQuery, n int) int {
	for last := range events {
		switch q.Mode {
		case sequence.Strict:
			if strictEndsAt(events[:last+1], q, n) {
				return last
			}
		case sequence.Unordered:
			if doneAt(events[:last+1], q) >= n {
				return last
			}
		default:
			if chainEndsAt(events, q, n, last, events[last].Time) {
				return last
			}
		}
	}
	return -1
}

// chainEndsAt says whether the event at a place can be step n of a chain that ends in time.
func chainEndsAt(events []event.Event, q sequence.FunnelQuery, n, at int, end event.Instant) bool {
	if events[at].Name != q.Steps[n-1] || !within(q, events[at].Time, end) {
		return false
	}
	if n == 1 {
		return true
	}
	for before := range at {
		if chainEndsAt(events, q, n-1, before, end) {
			return true
		}
	}
	return false
}

func strictEndsAt(events []event.Event, q sequence.FunnelQuery, n int) bool {
	if len(events) < n {
		return false
	}
	run := events[len(events)-n:]
	for i, e := range run {
		if e.Name != q.Steps[i] || !within(q, e.Time, run[n-1].Time) {
			return false
		}
	}
	return true
}

// doneAt counts the steps that can be ticked off with the events in the window that ends with the last.
func doneAt(events []event.Event, q sequence.FunnelQuery) int {
	open := append([]string{}, q.Steps...)
	done := 0
	for _, e := range events {
		if !within(q, e.Time, events[len(events)-1].Time) {
			continue
		}
		for i, step := range open {
			if step == e.Name {
				open = append(open[:i], open[i+1:]...)
				done++
				break
			}
		}
	}
	return done
}

func within(q sequence.FunnelQuery, from, to event.Instant) bool {
	return q.Window == 0 || uint64(to)-uint64(from) <= uint64(q.Window)
}
