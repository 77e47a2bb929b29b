package memsource

import (
	"context"
	"slices"

	"klantreis/internal/event"
	"klantreis/internal/sequence"
)

// Spans looks for both ends in every journey.
func (l *Log) Spans(_ context.Context, q sequence.SpanQuery) (sequence.Spans, error) {
	var s sequence.Spans
	for _, j := range l.journeys() {
		start := 0
		if q.From != "" {
			start = slices.Index(j.names(), q.From)
		}
		if start < 0 {
			s.Without++
			continue
		}
		since := j.events[start].Time
		ends := j.events[start:]
		if q.From != "" && q.To != "" {
			ends = ends[1:]
		}
		if q.To == "" {
			s.Closed = append(s.Closed, between(since, ends[len(ends)-1].Time))
			continue
		}
		if end := slices.IndexFunc(ends, func(e event.Event) bool { return e.Name == q.To }); end >= 0 {
			s.Closed = append(s.Closed, between(since, ends[end].Time))
		} else {
			s.Open = append(s.Open, between(since, l.end()))
		}
	}
	slices.Sort(s.Closed)
	slices.Sort(s.Open)
	return s, nil
}

// end is the moment of the last event of all.
func (l *Log) end() event.Instant {
	last := l.events[0].Time
	for _, e := range l.events {
		last = max(last, e.Time)
	}
	return last
}
