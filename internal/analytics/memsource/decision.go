package memsource

import (
	"context"
	"slices"
	"sort"

	"klantreis/internal/event"
	"klantreis/internal/sequence"
)

// Decisions follows every customer from the first such moment.
func (l *Log) Decisions(_ context.Context, q sequence.DecisionQuery) (sequence.Decisions, error) {
	if err := q.Validate(); err != nil {
		return sequence.Decisions{}, err
	}
	var d sequence.Decisions
	var times []float64
	next := map[string]*sequence.Count{}
	channels, before := map[string]*sequence.Split{}, map[string]*sequence.Split{}
	for _, j := range l.journeys() {
		names := j.names()
		at := slices.Index(names, q.Moment)
		if at < 0 {
			continue
		}
		d.Cases++
		moment, rest := j.events[at], j.events[at+1:]
		if len(rest) > 0 {
			count(next, rest[0].Name, map[string]bool{})
		} else {
			d.Last++
		}
		decisive := slices.IndexFunc(rest, func(e event.Event) bool {
			inTime := q.Within == 0 || uint64(e.Time)-uint64(moment.Time) <= uint64(q.Within)
			return inTime && (slices.Contains(q.Yes, e.Name) || slices.Contains(q.No, e.Name))
		})
		said := ""
		switch {
		case decisive >= 0 && slices.Contains(q.Yes, rest[decisive].Name):
			said = "yes"
			d.Yes++
			times = append(times, between(moment.Time, rest[decisive].Time))
		case decisive >= 0:
			said = "no"
		case len(q.No) == 0 && q.Within == 0:
			said = "no"
		case len(q.No) == 0 && uint64(l.end())-uint64(moment.Time) >= uint64(q.Within):
			said = "no"
		}
		d.No += oneIf(said == "no")
		if said == "" {
			d.Open++
			continue
		}
		split(channels, moment.Channel, said == "yes")
		earlier := slices.Clone(names[:at])
		slices.Sort(earlier)
		for _, name := range slices.Compact(earlier) {
			split(before, name, said == "yes")
		}
	}
	d.MedianSecondsToYes = median(times)
	d.Next, d.Channels, d.Before = sorted(next), splits(channels), splits(before)
	return d, nil
}

func split(of map[string]*sequence.Split, name string, yes bool) {
	if of[name] == nil {
		of[name] = &sequence.Split{Name: name}
	}
	of[name].Yes += oneIf(yes)
	of[name].No += oneIf(!yes)
}

func splits(of map[string]*sequence.Split) []sequence.Split {
	var list []sequence.Split
	for _, s := range of {
		list = append(list, *s)
	}
	sort.Slice(list, func(a, b int) bool {
		x, y := list[a], list[b]
		if x.Yes+x.No != y.Yes+y.No {
			return x.Yes+x.No > y.Yes+y.No
		}
		return x.Name < y.Name
	})
	return list
}
