package sequence_test

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"klantreis/internal/analytics/sourcetest"
	"klantreis/internal/event"
	"klantreis/internal/fault"
	"klantreis/internal/sequence"
)

// indexOf builds an index of journeys written as "customer: NAMEseconds …"; names are one letter.
func indexOf(t *testing.T, journeys ...string) *sequence.Index {
	t.Helper()
	b := sequence.NewBuilder(2)
	for _, j := range journeys {
		customer, events, _ := strings.Cut(j, ": ")
		for _, e := range strings.Fields(events) {
			var seconds int64
			if _, err := fmt.Sscan(e[1:], &seconds); err != nil {
				t.Fatal(err)
			}
			if err := b.Add([]event.Event{{Customer: customer, Name: e[:1], Time: event.Instant(seconds) * event.Second}}); err != nil {
				t.Fatal(err)
			}
		}
	}
	return must(b.Build())(t)
}

// TestGrownEqualsBuilt compares the columns themselves: an index that grew in steps is the one built at once.
func TestGrownEqualsBuilt(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		log := sourcetest.Draw(t)
		b := sequence.NewBuilder(1)
		if err := sourcetest.Feed(b, log.Steps); err != nil {
			t.Fatal(err)
		}
		at, grown := snapshot(t, must(b.Build())(t), ""), snapshot(t, grow(t, log), "")
		if !slices.Equal(at, grown) {
			t.Fatal("the columns differ")
		}
	})
}

func TestCustomersStandInOrderOfAppearance(t *testing.T) {
	b := sequence.NewBuilder(3)
	for _, customer := range []string{"web-1", "anna", "bram", "web-2", "anna"} {
		if err := b.Add([]event.Event{{Customer: customer, Name: "x"}}); err != nil {
			t.Fatal(err)
		}
	}
	ix := must(b.Build())(t)
	later := ix.Extend()
	for _, id := range []string{"web-2", "web-1"} { // they turn out to be bram and anna
		if err := later.Join(id, map[string]string{"web-1": "anna", "web-2": "bram"}[id]); err != nil {
			t.Fatal(err)
		}
	}
	grown := must(later.Build())(t)
	if ix.Customers() != 4 || grown.Customers() != 2 || grown.Customer(0) != "anna" || grown.Customer(1) != "bram" || grown.Events() != 5 {
		t.Errorf("%d customers, then %d: %s, …", ix.Customers(), grown.Customers(), grown.Customer(0))
	}
}

func TestNamesHaveALimit(t *testing.T) {
	b := sequence.NewBuilder(1)
	for i := range event.NamesMax {
		if err := b.Add([]event.Event{{Customer: "c", Name: fmt.Sprint(i), Time: event.Instant(i)}}); err != nil {
			t.Fatal(err)
		}
	}
	if err := b.Add([]event.Event{{Customer: "c", Name: "one more"}}); fault.CodeOf(err) != fault.Invalid {
		t.Errorf("one more name: %v", err)
	}
	ix := must(b.Build())(t)
	transitions := must(ix.Transitions(context.Background(), sequence.TransitionQuery{Medians: true}))(t)
	if len(transitions) != event.NamesMax-1 || transitions[0].MedianSeconds != 1e-6 {
		t.Errorf("%d transitions of %d names", len(transitions), event.NamesMax)
	}
}

func TestQuestionsAreRefused(t *testing.T) {
	ctx := context.Background()
	ix := indexOf(t, "a: A0 B1")
	f := func(_ any, err error) {
		t.Helper()
		if fault.CodeOf(err) != fault.Invalid {
			t.Errorf("%v", err)
		}
	}
	f(ix.Funnel(ctx, sequence.FunnelQuery{}))
	f(ix.Funnel(ctx, sequence.FunnelQuery{Steps: make([]string, sequence.FunnelStepsMax+1)}))
	f(ix.Funnel(ctx, sequence.FunnelQuery{Steps: []string{"A"}, Mode: "loose"}))
	f(ix.Funnel(ctx, sequence.FunnelQuery{Steps: []string{"A"}, Window: -1}))
	f(ix.Audiences(ctx, sequence.AudienceQuery{}))
	f(ix.Audiences(ctx, sequence.AudienceQuery{Stages: []string{"A", "A"}}))
	f(ix.Decisions(ctx, sequence.DecisionQuery{Moment: "A"}))
	f(ix.Decisions(ctx, sequence.DecisionQuery{Moment: "A", Yes: []string{"B"}, No: []string{"B"}}))
	f(ix.Touches(ctx, sequence.TouchQuery{}))
	f(indexOf(t, "a: A0 B4000000000").Cohorts(ctx, sequence.CohortQuery{}))
	ended, end := context.WithCancel(ctx)
	end()
	if _, err := ix.Facts(ended); !errors.Is(err, context.Canceled) {
		t.Errorf("a question nobody waits for: %v", err)
	}
}

func TestMap(t *testing.T) {
	ctx := context.Background()
	ix := indexOf(t, "a: A0 B1 C2", "b: C0")
	mapped := must(ix.Map(ctx, func(activity, _ string) string {
		return map[string]string{"A": "see", "B": "see"}[activity]
	}))(t)
	v := must(mapped.Variants(ctx, sequence.VariantQuery{}))(t)
	if v.Cases != 1 || !slices.Equal(v.Top[0].Activities, []string{"see", "see"}) {
		t.Errorf("%+v", v)
	}
	if again := must(ix.Variants(ctx, sequence.VariantQuery{}))(t); again.Cases != 2 {
		t.Errorf("the index that was mapped changed: %+v", again)
	}
}
