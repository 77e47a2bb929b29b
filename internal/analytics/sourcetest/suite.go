package sourcetest

import (
	"context"
	"testing"
	"time"

	"pgregory.net/rapid"

	"klantreis/internal/analytics"
	"klantreis/internal/analytics/memsource"
	"klantreis/internal/sequence"
)

// Engine makes a source of the events of a log that a filter lets pass.
type Engine func(t *rapid.T, log Log, f sequence.Filter) analytics.Source

// repeated makes five hundred logs where rapid makes one hundred.
func repeated(t *testing.T, prop func(t *rapid.T)) {
	times := 5
	if testing.Short() {
		times = 1
	}
	for range times {
		rapid.Check(t, prop)
	}
}

// question draws what is asked, and gives how to ask it.
type question func(t *rapid.T) func(analytics.Source) (any, error)

// Run holds an engine against the plain one, question by question.
func Run(t *testing.T, engine Engine) {
	check := func(name string, ask question) {
		t.Run(name, func(t *testing.T) { repeated(t, func(t *rapid.T) { compare(t, engine, ask) }) })
	}
	theOrder(check)
	theCustomers(check)
}

func compare(t *rapid.T, engine Engine, ask question) {
	log, which, asked := Draw(t), filter(t), ask(t)
	var plain memsource.Log
	if err := Feed(&plain, log.Steps); err != nil {
		t.Fatal(err)
	}
	want, err := asked(plain.Where(which))
	if err != nil {
		t.Fatal(err)
	}
	got, err := asked(engine(t, log, which))
	if err != nil {
		t.Fatal(err)
	}
	if d := differs(got, want); d != "" {
		t.Fatalf("%s\ngot  %+v\nwant %+v", d, got, want)
	}
}

// theOrder asks what followed what.
func theOrder(check func(name string, ask question)) {
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

// theCustomers asks what became of customers.
func theCustomers(check func(name string, ask question)) {
	ctx := context.Background()
	check("spans", func(t *rapid.T) func(analytics.Source) (any, error) {
		ends := append([]string{"", "nowhere"}, activities[:3]...)
		q := sequence.SpanQuery{From: draw(t, "from", ends), To: draw(t, "to", ends)}
		return func(s analytics.Source) (any, error) { return s.Spans(ctx, q) }
	})
	check("audiences", func(t *rapid.T) func(analytics.Source) (any, error) {
		stages := rapid.Permutation(append([]string{"nowhere"}, activities[:4]...)).Draw(t, "stages")
		q := sequence.AudienceQuery{Stages: stages[:rapid.IntRange(1, 5).Draw(t, "number")]}
		return func(s analytics.Source) (any, error) { return s.Audiences(ctx, q) }
	})
	check("decisions", func(t *rapid.T) func(analytics.Source) (any, error) {
		names := rapid.Permutation(append([]string{"nowhere"}, activities[:4]...)).Draw(t, "names")
		q := sequence.DecisionQuery{Moment: draw(t, "moment", activities[:2]), Within: window(t)}
		q.Yes = names[:rapid.IntRange(1, 2).Draw(t, "yes")]
		q.No = names[2:rapid.IntRange(2, 4).Draw(t, "no")]
		return func(s analytics.Source) (any, error) { return s.Decisions(ctx, q) }
	})
	check("touches", func(t *rapid.T) func(analytics.Source) (any, error) {
		q := sequence.TouchQuery{
			Conversion: draw(t, "conversion", append([]string{"nowhere"}, activities[:2]...)),
			Activities: rapid.Bool().Draw(t, "of activities"), HalfLife: window(t),
		}
		return func(s analytics.Source) (any, error) { return s.Touches(ctx, q) }
	})
	check("cohorts", func(t *rapid.T) func(analytics.Source) (any, error) {
		q := sequence.CohortQuery{Activity: draw(t, "activity", append([]string{"", "nowhere"}, activities[:2]...))}
		if rapid.Bool().Draw(t, "in a zone") {
			q.Zone = rapid.SampledFrom(zones).Draw(t, "zone")
		}
		return func(s analytics.Source) (any, error) {
			facts, err := s.Facts(ctx)
			if err != nil || facts.Last-facts.First > 50*sequence.Year { // too long, which engines refuse
				return nil, err
			}
			return s.Cohorts(ctx, q)
		}
	})
}

// zones have midnights that come twice, or not at all.
var zones = []*time.Location{time.FixedZone("east", 14*3600), zone("Europe/Amsterdam"), zone("America/Asuncion")}

func zone(name string) *time.Location {
	at, err := time.LoadLocation(name)
	if err != nil { // a machine without the table of zones
		return time.FixedZone(name, -4*3600)
	}
	return at
}
