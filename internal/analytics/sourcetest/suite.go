package sourcetest

import (
	"context"
	"testing"

	"pgregory.net/rapid"

	"klantreis/internal/analytics"
	"klantreis/internal/analytics/memsource"
	"klantreis/internal/sequence"
)

// Engine makes a source of the events of a log that a filter lets pass.
type Engine func(t *rapid.T, log Log, f sequence.Filter) analytics.Source

// repeated makes a thousand logs where rapid makes a hundred.
func repeated(t *testing.T, prop func(t *rapid.T)) {
	times := 10
	if testing.Short() {
		times = 1
	}
	for range times {
		rapid.Check(t, prop)
	}
}

// Run holds an engine against the plain one, question by question.
func Run(t *testing.T, engine Engine) {
	check := func(name string, ask func(t *rapid.T) func(analytics.Source) (any, error)) {
		t.Helper()
		t.Run(name, func(t *testing.T) {
			repeated(t, func(t *rapid.T) {
				log, which, question := Draw(t), filter(t), ask(t)
				var plain memsource.Log
				if err := Feed(&plain, log.Steps); err != nil {
					t.Fatal(err)
				}
				want, err := question(plain.Where(which))
				if err != nil {
					t.Fatal(err)
				}
				got, err := question(engine(t, log, which))
				if err != nil {
					t.Fatal(err)
				}
				if d := differs(got, want); d != "" {
					t.Fatalf("%s\ngot  %+v\nwant %+v", d, got, want)
				}
			})
		})
	}
	ctx := context.Background()
	check("facts", func(*rapid.T) func(analytics.Source) (any, error) {
		return func(s analytics.Source) (any, error) { return s.Facts(ctx) }
	})
	check("transitions", func(t *rapid.T) func(analytics.Source) (any, error) {
		q := sequence.TransitionQuery{Medians: rapid.Bool().Draw(t, "medians")}
		return func(s analytics.Source) (any, error) { return s.Transitions(ctx, q) }
	})
	check("variants", func(t *rapid.T) func(analytics.Source) (any, error) {
		q := sequence.VariantQuery{Collapse: rapid.Bool().Draw(t, "collapse"), Top: rapid.IntRange(0, 5).Draw(t, "top")}
		return func(s analytics.Source) (any, error) { return s.Variants(ctx, q) }
	})
	check("funnel", func(t *rapid.T) func(analytics.Source) (any, error) {
		q := sequence.FunnelQuery{
			Steps:  names(t, "steps", 1, 6),
			Mode:   rapid.SampledFrom([]sequence.FunnelMode{"", sequence.Ordered, sequence.Strict, sequence.Unordered}).Draw(t, "mode"),
			Window: window(t),
		}
		return func(s analytics.Source) (any, error) { return s.Funnel(ctx, q) }
	})
}
