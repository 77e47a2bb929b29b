package sequence_test

import (
	"context"
	"fmt"
	"math/rand/v2"
	"sync"
	"testing"

	"klantreis/internal/event"
	"klantreis/internal/sequence"
)

// The log of the benchmarks: a million customers with ten events on average, 26 activities of which some are
// much more frequent than others, in the order of time, so that customers come mixed.
const (
	benchEvents    = 10_000_000
	benchCustomers = 1_000_000
)

// feed tells a sink the log.
func feed(sink event.Sink, events int) error {
	chance := rand.New(rand.NewPCG(1, 2))
	var ids, names [benchCustomers]string
	for i := range ids {
		ids[i] = fmt.Sprintf("customer-%07d", i)
		names[i] = string(rune('A' + int(26*chance.Float64()*chance.Float64())))
	}
	channels := []string{"web", "shop", "mail", "call"}
	batch := make([]event.Event, 0, 1024)
	now := event.Instant(1_700_000_000) * event.Second
	for e := range events {
		now += event.Instant(chance.IntN(10_000_000))
		batch = append(batch, event.Event{
			Customer: ids[chance.IntN(benchCustomers)], Name: names[chance.IntN(len(names))],
			Channel: channels[chance.IntN(4)], Time: now, Arrival: int64(e) + 1,
		})
		if len(batch) == cap(batch) || e == events-1 {
			if err := sink.Add(batch); err != nil {
				return err
			}
			batch = batch[:0]
		}
	}
	return nil
}

var benchIndex = sync.OnceValues(func() (*sequence.Index, error) {
	b := sequence.NewBuilder(0)
	if err := feed(b, benchEvents); err != nil {
		return nil, err
	}
	return b.Build()
})

// discard is the sink that does nothing, to know what feeding costs.
type discard struct{}

func (discard) Add([]event.Event) error   { return nil }
func (discard) Join(string, string) error { return nil }

func BenchmarkBuild(b *testing.B) {
	b.Run("feed", func(b *testing.B) {
		for b.Loop() {
			if err := feed(discard{}, benchEvents/10); err != nil {
				b.Fatal(err)
			}
		}
		rate(b, benchEvents/10)
	})
	b.Run("build", func(b *testing.B) {
		for b.Loop() {
			builder := sequence.NewBuilder(0)
			if err := feed(builder, benchEvents/10); err != nil {
				b.Fatal(err)
			}
			must(builder.Build())(b)
		}
		rate(b, benchEvents/10)
	})
	b.Run("extend", func(b *testing.B) {
		ix := must(benchIndex())(b)
		for b.Loop() {
			builder := ix.Extend()
			if err := feed(builder, 10_000); err != nil {
				b.Fatal(err)
			}
			must(builder.Build())(b)
		}
	})
}

// rate states what a benchmark means.
func rate(b *testing.B, events int) {
	b.ReportMetric(float64(events)*float64(b.N)/b.Elapsed().Seconds()/1e6, "Mevents/s")
}

func BenchmarkQuestion(b *testing.B) {
	ix := must(benchIndex())(b)
	ctx := context.Background()
	ask := func(name string, question func() error) {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if err := question(); err != nil {
					b.Fatal(err)
				}
			}
			b.ReportMetric(float64(ix.Bytes())/float64(ix.Events()), "bytes/event")
			rate(b, ix.Events())
		})
	}
	ask("facts", func() error { _, err := ix.Facts(ctx); return err })
	ask("transitions", func() error { _, err := ix.Transitions(ctx, sequence.TransitionQuery{}); return err })
	ask("transitionTimes", func() error {
		_, err := ix.Transitions(ctx, sequence.TransitionQuery{Medians: true})
		return err
	})
	ask("variants", func() error { _, err := ix.Variants(ctx, sequence.VariantQuery{Top: 20}); return err })
	for _, mode := range []sequence.FunnelMode{sequence.Ordered, sequence.Strict, sequence.Unordered} {
		ask("funnel "+string(mode), func() error {
			_, err := ix.Funnel(ctx, sequence.FunnelQuery{Steps: []string{"A", "B", "C", "D", "E"}, Mode: mode})
			return err
		})
	}
	ask("filter by channel", func() error {
		_, err := ix.Where(ctx, sequence.Filter{Channels: []string{"web"}})
		return err
	})
}
