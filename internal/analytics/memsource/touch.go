package memsource

import (
	"context"
	"fmt"
	"math"
	"slices"
	"sort"

	"klantreis/internal/event"
	"klantreis/internal/sequence"
)

// Touches lists the touches of every customer before the conversion.
func (l *Log) Touches(_ context.Context, q sequence.TouchQuery) (sequence.Touches, error) {
	if err := q.Validate(); err != nil {
		return sequence.Touches{}, err
	}
	paths := map[string]*sequence.Path{}
	decay := map[string]float64{}
	for _, j := range l.journeys() {
		at := slices.Index(j.names(), q.Conversion)
		events := j.events
		if at >= 0 {
			events = j.events[:at]
		}
		var touches []string
		var times []event.Instant
		for _, e := range events {
			name := e.Channel
			if q.Activities {
				name = e.Name
			}
			if name != "" {
				touches = append(touches, name)
				times = append(times, e.Time)
			}
		}
		key := fmt.Sprintf("%q", touches)
		if paths[key] == nil {
			paths[key] = &sequence.Path{Touches: touches}
		}
		if at < 0 {
			paths[key].Nulls++
			continue
		}
		paths[key].Conversions++
		if q.HalfLife == 0 || len(touches) == 0 {
			continue
		}
		newest, sum := times[len(times)-1], 0.0
		weight := func(i int) float64 {
			return math.Pow(0.5, between(times[i], newest)*float64(event.Second)/float64(q.HalfLife))
		}
		for i := range touches {
			sum += weight(i)
		}
		for i, name := range touches {
			decay[name] += weight(i) / sum
		}
	}
	var t sequence.Touches
	for _, p := range paths {
		t.Paths = append(t.Paths, *p)
	}
	sort.Slice(t.Paths, func(a, b int) bool {
		x, y := t.Paths[a], t.Paths[b]
		if x.Conversions != y.Conversions {
			return x.Conversions > y.Conversions
		}
		if x.Nulls != y.Nulls {
			return x.Nulls > y.Nulls
		}
		return slices.Compare(x.Touches, y.Touches) < 0
	})
	for name, conversions := range decay {
		if conversions > 0 {
			t.Decay = append(t.Decay, sequence.Credit{Name: name, Conversions: conversions})
		}
	}
	sort.Slice(t.Decay, func(a, b int) bool { return t.Decay[a].Name < t.Decay[b].Name })
	return t, nil
}
