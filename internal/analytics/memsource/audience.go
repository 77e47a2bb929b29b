package memsource

import (
	"context"
	"slices"

	"klantreis/internal/event"
	"klantreis/internal/sequence"
)

// Audiences looks at every customer once per stage.
func (l *Log) Audiences(_ context.Context, q sequence.AudienceQuery) (sequence.Audiences, error) {
	if err := q.Validate(); err != nil {
		return sequence.Audiences{}, err
	}
	all := l.journeys()
	a := sequence.Audiences{Cases: len(all)}
	staged := make([][]event.Event, len(all)) // events in a stage
	for i, j := range all {
		for _, e := range j.events {
			if slices.Contains(q.Stages, e.Name) {
				staged[i] = append(staged[i], e)
			}
		}
		if len(staged[i]) == 0 {
			a.Outside++
		}
	}
	for k, stage := range q.Stages {
		of := sequence.Audience{Stage: stage}
		var times []float64
		for _, events := range staged {
			if len(events) == 0 {
				continue
			}
			is := func(e event.Event) bool { return e.Name == stage }
			here := slices.IndexFunc(events, func(e event.Event) bool { return slices.Contains(q.Stages[k:], e.Name) })
			later := slices.IndexFunc(events, func(e event.Event) bool { return slices.Contains(q.Stages[k+1:], e.Name) })
			of.Reached += oneIf(here >= 0)
			of.Visited += oneIf(slices.ContainsFunc(events, is))
			of.Entered += oneIf(is(events[0]))
			of.Now += oneIf(is(events[len(events)-1]))
			if here >= 0 && is(events[here]) && later >= 0 {
				times = append(times, between(events[here].Time, events[later].Time))
			}
			for i := 1; i < len(events); i++ {
				to := slices.Index(q.Stages, events[i].Name)
				of.Back += oneIf(is(events[i-1]) && to < k)
				of.Jumps += oneIf(is(events[i-1]) && to > k+1)
			}
		}
		of.Timed, of.MedianSecondsToNext = len(times), median(times)
		a.Stages = append(a.Stages, of)
	}
	return a, nil
}

func oneIf(is bool) int {
	if is {
		return 1
	}
	return 0
}
