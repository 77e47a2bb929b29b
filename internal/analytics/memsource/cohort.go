package memsource

import (
	"context"
	"slices"
	"sort"
	"time"

	"klantreis/internal/event"
	"klantreis/internal/sequence"
)

// Cohorts looks up the month of every event. Whether a log is too long is for engines that count by month.
func (l *Log) Cohorts(_ context.Context, q sequence.CohortQuery) (sequence.Cohorts, error) {
	zone := q.Zone
	if zone == nil {
		zone = time.UTC
	}
	month := func(t event.Instant) int {
		at := t.Time().In(zone)
		return at.Year()*12 + int(at.Month()) - 1
	}
	var c sequence.Cohorts
	var times []float64
	cohorts := map[int][]int{}
	for _, j := range l.journeys() {
		var active []int
		var before *event.Event
		for i, e := range j.events {
			if q.Activity != "" && e.Name != q.Activity {
				continue
			}
			if before != nil {
				times = append(times, between(before.Time, e.Time))
			}
			before = &j.events[i]
			active = append(active, month(e.Time))
		}
		if active = slices.Compact(active); len(active) == 0 {
			continue
		}
		first := active[0]
		if cohorts[first] == nil {
			cohorts[first] = make([]int, month(l.end())-first+1)
		}
		for _, m := range active {
			cohorts[first][m-first]++
		}
	}
	for first, active := range cohorts {
		name := time.Date(first/12, time.Month(first%12+1), 15, 0, 0, 0, 0, time.UTC).Format("2006-01")
		c.Months = append(c.Months, sequence.Cohort{Month: name, Active: active})
	}
	sort.Slice(c.Months, func(a, b int) bool { return c.Months[a].Month < c.Months[b].Month })
	c.Returns, c.MedianSecondsBetween = len(times), median(times)
	return c, nil
}
