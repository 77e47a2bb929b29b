package sourcetest

import (
	"fmt"
	"slices"
	"time"

	"pgregory.net/rapid"

	"klantreis/internal/event"
	"klantreis/internal/sequence"
)

// Step is one thing that a sink is told: an event, or that From is another id of To.
type Step struct {
	Event    event.Event
	From, To string
}

// Log is a generated log, in the order in which it is told.
type Log struct{ Steps []Step }

// Feed tells a sink a part of the log, one event per batch or many.
func Feed(sink event.Sink, steps []Step) error {
	var batch []event.Event
	for _, s := range steps {
		if s.From == "" {
			batch = append(batch, s.Event)
			continue
		}
		if err := sink.Add(batch); err != nil {
			return err
		}
		batch = batch[:0]
		if err := sink.Join(s.From, s.To); err != nil {
			return err
		}
	}
	return sink.Add(batch)
}

// Names that events have; few, so that they repeat.
var (
	activities = []string{"zien", "denken", "doen", "houden van", "Überblick", "買う", "شراء", "a", "A", "a ", "🚲", "A,B", "e\u0301", "\u00e9"}
	channels   = []string{"", "web", "winkel", "e-mail"}
	customers  = []string{"anna", "Bram", "顧客", "c4", "c5", "anoniem-1", "anoniem-2", "anoniem-3"}
)

// Draw generates a log.
func Draw(t *rapid.T) Log {
	many := rapid.IntRange(0, 49).Draw(t, "many activities") == 49
	names := rapid.SampledFrom([]int{1, 2, 3, 3, 4, len(activities)}).Draw(t, "activities")
	people := rapid.SampledFrom([]int{1, 2, 3, 4, len(customers)}).Draw(t, "customers")
	moment := moments(t)
	one := rapid.Custom(func(t *rapid.T) Step {
		if rapid.IntRange(0, 19).Draw(t, "join") == 0 {
			return Step{From: draw(t, "from", customers[:people]), To: draw(t, "to", customers[:people])}
		}
		name := draw(t, "name", activities[:names])
		if many {
			name = fmt.Sprint(name, rapid.IntRange(0, 2000).Draw(t, "of many"))
		}
		return Step{Event: event.Event{
			Customer: draw(t, "customer", customers[:people]), Name: name,
			Channel: draw(t, "channel", channels), Time: moment.Draw(t, "time"),
		}}
	})
	length := rapid.IntRange(0, 40).Draw(t, "length")
	log := Log{Steps: rapid.SliceOfN(one, length, length).Draw(t, "log")}
	if many { // more than a dense table of pairs has room for
		for i := range 1100 {
			log.Steps = append(log.Steps, Step{Event: event.Event{Customer: "many", Name: fmt.Sprint("m", i%1050), Time: event.Instant(i / 2)}})
		}
	}
	for i := range log.Steps {
		log.Steps[i].Event.Arrival = int64(i + 1)
	}
	return log
}

// moments generates times of one kind: a handful, so that many are equal, some hours, or all there are.
func moments(t *rapid.T) *rapid.Generator[event.Instant] {
	first := event.InstantOf(time.Date(1, 1, 1, 0, 0, 0, 0, time.UTC))
	last := event.InstantOf(time.Date(9999, 12, 31, 23, 59, 59, 999_999_000, time.UTC))
	handful := rapid.Map(rapid.IntRange(0, 5), func(i int) event.Instant { return event.Instant(i) * 60 * event.Second })
	hours := rapid.Map(rapid.Int64Range(0, 7200*1_000_000), func(i int64) event.Instant { return event.Instant(i) })
	anywhere := rapid.Map(rapid.Int64Range(int64(first), int64(last)), func(i int64) event.Instant { return event.Instant(i) })
	months := rapid.Map(rapid.Int64Range(0, 3*365*24), func(hour int64) event.Instant { return event.Instant(hour) * 3600 * event.Second })
	ends := rapid.SampledFrom([]event.Instant{first, first, last, last, 0})
	return []*rapid.Generator[event.Instant]{
		handful, hours, months, rapid.OneOf(anywhere, ends, handful), ends,
	}[rapid.IntRange(0, 4).Draw(t, "kind of times")]
}

func draw(t *rapid.T, label string, from []string) string {
	return rapid.SampledFrom(from).Draw(t, label)
}

// names generates names to ask for: of the log, and one that is in none.
func names(t *rapid.T, label string, atLeast, atMost int) []string {
	asked := rapid.SampledFrom(append([]string{"nowhere"}, slices.Repeat(activities[:3], 4)...))
	n := rapid.IntRange(atLeast, atMost).Draw(t, label+": number")
	return rapid.SliceOfN(asked, n, n).Draw(t, label)
}

func window(t *rapid.T) event.Instant {
	return rapid.SampledFrom([]event.Instant{0, 0, 1, 60 * event.Second, 180 * event.Second, 3600 * event.Second, sequence.Year}).Draw(t, "window")
}

// filter generates which events count; mostly all.
func filter(t *rapid.T) sequence.Filter {
	var f sequence.Filter
	if rapid.IntRange(0, 3).Draw(t, "by period") == 0 {
		from := rapid.Int64Range(-100, 200*1_000_000).Draw(t, "from")
		f.Period = &sequence.Period{
			From: event.Instant(from), To: event.Instant(from + rapid.Int64Range(0, 3600*1_000_000).Draw(t, "long")),
		}
	}
	if rapid.IntRange(0, 3).Draw(t, "by channel") == 0 {
		f.Channels = rapid.SliceOf(rapid.SampledFrom(append([]string{"nowhere"}, channels...))).Draw(t, "channels")
		if f.Channels == nil {
			f.Channels = []string{}
		}
	}
	if rapid.IntRange(0, 3).Draw(t, "by customer") == 0 {
		f.Customers = rapid.SliceOf(rapid.SampledFrom(customers)).Draw(t, "customers")
		if f.Customers == nil {
			f.Customers = []string{}
		}
	}
	return f
}
