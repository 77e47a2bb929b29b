package analytics

import (
	"context"
	"math"
	"strings"
	"testing"

	"klantreis/internal/event"
	"klantreis/internal/sequence"
)

// realLog reads a public log, activities with their transition.
func realLog(t *testing.T, name string) *sequence.Index {
	t.Helper()
	return realLogOf(t, name, true)
}

func realLogOf(t *testing.T, name string, lifecycle bool) *sequence.Index {
	t.Helper()
	b := sequence.NewBuilder(0)
	log := strings.NewReader(string(realFile(t, name)))
	if _, err := event.Decode(context.Background(), log, event.Options{Lifecycle: lifecycle}, b); err != nil {
		t.Fatal(err)
	}
	ix, err := b.Build()
	if err != nil {
		t.Fatal(err)
	}
	return ix
}

// TestKnownVariants is what Bernard and Andritsos published of these logs.
func TestKnownVariants(t *testing.T) {
	f := func(name string, cases, distinct int, shares ...float64) {
		t.Helper()
		ix := realLog(t, name)
		for i, top := range []int{5, 10, 20, 50} {
			v, err := ix.Variants(context.Background(), sequence.VariantQuery{Top: top})
			if err != nil {
				t.Fatal(err)
			}
			share := float64(v.Cases-v.Other) / float64(v.Cases)
			if v.Cases != cases || v.Distinct != distinct || math.Abs(share-shares[i]) > 5e-7 {
				t.Errorf("%s: %d cases, %d variants, the first %d have %.6f; want %.6f", name, v.Cases, v.Distinct, top, share, shares[i])
			}
		}
	}
	f("bpic2012/bpic2012.xes.gz", 13_087, 4_366, .453962, .493238, .526782, .568197)
	f("bpic2013_closed/bpic2013_closed.xes.gz", 1_487, 327, .595831, .673167, .725622, .796234)
}

func TestKnownFunnelAndTimes(t *testing.T) {
	ctx := context.Background()
	ix := realLog(t, "bpic2012/bpic2012.xes.gz")
	q := sequence.FunnelQuery{}
	for _, step := range []string{"SUBMITTED", "PARTLYSUBMITTED", "PREACCEPTED", "ACCEPTED", "FINALIZED", "APPROVED"} {
		q.Steps = append(q.Steps, "A_"+step+"+COMPLETE")
	}
	steps, err := ix.Funnel(ctx, q)
	if err != nil {
		t.Fatal(err)
	}
	for i, want := range []int{13_087, 13_087, 7_367, 5_113, 5_015, 2_246} {
		if steps[i].Cases != want {
			t.Errorf("%s: %d, want %d", steps[i].Step, steps[i].Cases, want)
		}
	}
	d, err := Time(ctx, ix, sequence.SpanQuery{})
	if err != nil {
		t.Fatal(err)
	}
	const day = 86_400
	for _, pair := range [][2]float64{{d.Mean / day, 8.6238}, {d.Median / day, 0.8085}, {d.Max / day, 137.2215}} {
		if math.Abs(pair[0]-pair[1]) > 5e-5 {
			t.Errorf("%.4f days, want %.4f", pair[0], pair[1])
		}
	}
}
