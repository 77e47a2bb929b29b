package memsource

import (
	"context"
	"slices"
	"sort"

	"klantreis/internal/analytics"
	"klantreis/internal/event"
	"klantreis/internal/sequence"
)

var (
	_ analytics.Source = (*Log)(nil)
	_ event.Sink       = (*Log)(nil)
)

// Log is all events as they came. It is an [event.Sink] too; the zero value is empty.
type Log struct {
	events []event.Event
	same   event.Identities
}

// Add takes events.
func (l *Log) Add(batch []event.Event) error {
	l.events = append(l.events, batch...)
	return nil
}

// Join notes that two ids are one customer.
func (l *Log) Join(from, to string) error {
	l.same.Join(from, to)
	return nil
}

// Where gives the log of the events that a filter lets pass.
func (l *Log) Where(f sequence.Filter) *Log {
	return l.Map(func(e event.Event) string {
		if f.Period != nil && (e.Time < f.Period.From || e.Time >= f.Period.To) ||
			f.Channels != nil && !slices.Contains(f.Channels, e.Channel) ||
			f.Customers != nil && !slices.Contains(f.Customers, e.Customer) {
			return ""
		}
		return e.Name
	})
}

// Map gives the log with other names; events whose name becomes empty are left out.
func (l *Log) Map(rename func(event.Event) string) *Log {
	out := &Log{}
	for _, e := range l.events {
		e.Customer = l.same.Of(e.Customer)
		if e.Name = rename(e); e.Name != "" {
			out.events = append(out.events, e)
		}
	}
	return out
}

// journey is one customer's events in order.
type journey struct {
	customer string
	events   []event.Event
}

// journeys gives all customers in the order in which they first appeared.
func (l *Log) journeys() []journey {
	var all []journey
	place := map[string]int{}
	for _, e := range l.events {
		id := l.same.Of(e.Customer)
		if _, known := place[id]; !known {
			place[id] = len(all)
			all = append(all, journey{customer: id})
		}
		j := &all[place[id]]
		j.events = append(j.events, e)
	}
	for _, j := range all {
		sort.SliceStable(j.events, func(a, b int) bool { return j.events[a].Time < j.events[b].Time })
	}
	return all
}

func (j journey) names() []string {
	var names []string
	for _, e := range j.events {
		names = append(names, e.Name)
	}
	return names
}

// between gives the seconds from one moment to another.
func between(from, to event.Instant) float64 {
	return float64(uint64(to)-uint64(from)) / float64(event.Second)
}

// median of no values is 0.
func median(values []float64) float64 {
	if len(values) == 0 {
		return 0
	}
	slices.Sort(values)
	return (values[(len(values)-1)/2] + values[len(values)/2]) / 2
}

// Facts counts.
func (l *Log) Facts(context.Context) (sequence.Facts, error) {
	f := sequence.Facts{Events: len(l.events)}
	activities, channels := map[string]*sequence.Count{}, map[string]*sequence.Count{}
	var times []event.Instant
	for _, j := range l.journeys() {
		f.Cases++
		if n := len(j.events); n > f.Largest.Events || n == f.Largest.Events && j.customer < f.Largest.Name {
			f.Largest = sequence.Count{Name: j.customer, Events: len(j.events), Cases: 1}
		}
		names, via := map[string]bool{}, map[string]bool{}
		for _, e := range j.events {
			times = append(times, e.Time)
			count(activities, e.Name, names)
			count(channels, e.Channel, via)
		}
	}
	if len(times) == 0 {
		return f, nil
	}
	slices.Sort(times)
	f.First, f.Last = times[0], times[len(times)-1]
	f.Activities, f.Channels = sorted(activities), sorted(channels)
	far := func(i int) bool { return uint64(times[i])-uint64(times[i-1]) > uint64(sequence.Year) }
	for i := 1; i < len(times) && i*100 < len(times); i++ {
		if far(i) {
			f.FarBefore = i
		}
	}
	for i := 1; i < len(times) && (i+f.FarBefore)*100 < len(times); i++ {
		if far(len(times) - i) {
			f.FarAfter = i
		}
	}
	return f, nil
}

func count(counts map[string]*sequence.Count, name string, seen map[string]bool) {
	if counts[name] == nil {
		counts[name] = &sequence.Count{Name: name}
	}
	counts[name].Events++
	if !seen[name] {
		seen[name] = true
		counts[name].Cases++
	}
}

func sorted(counts map[string]*sequence.Count) []sequence.Count {
	var list []sequence.Count
	for _, c := range counts {
		list = append(list, *c)
	}
	sort.Slice(list, func(a, b int) bool {
		if list[a].Events != list[b].Events {
			return list[a].Events > list[b].Events
		}
		return list[a].Name < list[b].Name
	})
	return list
}
