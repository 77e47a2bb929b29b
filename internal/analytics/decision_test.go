package analytics

import (
	"context"
	"fmt"
	"math"
	"strings"
	"testing"

	"klantreis/internal/event"
	"klantreis/internal/sequence"
)

// indexOf builds an index of journeys written as "customer: NAMEseconds …"; names are one letter, the channel
// is the customer's first.
func indexOf(t *testing.T, journeys ...string) *sequence.Index {
	t.Helper()
	b := sequence.NewBuilder(1)
	for _, j := range journeys {
		customer, events, _ := strings.Cut(j, ": ")
		for _, e := range strings.Fields(events) {
			var seconds int64
			if _, err := fmt.Sscan(e[1:], &seconds); err != nil {
				t.Fatal(err)
			}
			err := b.Add([]event.Event{{Customer: customer, Name: e[:1], Channel: customer[:1], Time: event.Instant(seconds) * event.Second}})
			if err != nil {
				t.Fatal(err)
			}
		}
	}
	ix, err := b.Build()
	if err != nil {
		t.Fatal(err)
	}
	return ix
}

func TestDifference(t *testing.T) {
	f := func(a, b, c, d int, test string, p float64) {
		t.Helper()
		got := difference("before", sequence.Split{Name: "x", Yes: a, No: b}, a+c, b+d)
		if got.Test != test || math.Abs(got.P-p) > 1e-4 {
			t.Errorf("%d %d | %d %d: %s %.5f, want %s %.5f", a, b, c, d, got.Test, got.P, test, p)
		}
	}
	f(3, 1, 1, 3, "Fisher", 0.48571) // the lady tasting tea, Fisher 1935
	f(10, 2, 3, 15, "chi-square", math.Erfc(math.Sqrt(30*144*144/(12*18*13*17.)/2)))
	f(2, 10, 15, 3, "chi-square", math.Erfc(math.Sqrt(30*144*144/(12*18*13*17.)/2)))
	f(0, 5, 5, 0, "Fisher", 0.00794) // 2 of the 252 tables
	f(4, 0, 9, 0, "chi-square", 1)   // everybody said yes
}

func TestHolm(t *testing.T) {
	of := []Difference{{P: 0.03, Name: "c"}, {P: 0.01, Name: "a"}, {P: 0.04, Name: "d"}, {P: 0.005, Name: "b"}}
	holm(of)
	for i, want := range []float64{0.02, 0.03, 0.06, 0.06} {
		if !near(of[i].Adjusted, want) {
			t.Errorf("%d: %+v, want %g", i, of[i], want)
		}
	}
}

func TestDecide(t *testing.T) {
	ix := indexOf(t, "a1: X0 M1 Y3", "a2: M0 Z1 Y5", "b1: M0 N1 Y2", "b2: M0", "c: Y0")
	d, err := Decide(context.Background(), ix, sequence.DecisionQuery{Moment: "M", Yes: []string{"Y"}, No: []string{"N"}})
	if err != nil {
		t.Fatal(err)
	}
	if d.Cases != 4 || d.Yes != 2 || d.No != 1 || d.Open != 1 || d.Last != 1 || d.MedianSecondsToYes != 3.5 || !near(d.Share, 2./3) {
		t.Errorf("%+v", d)
	}
	if d.Interval == nil || d.Interval.Low > d.Share || d.Interval.High < d.Share {
		t.Errorf("%+v", d.Interval)
	}
	if len(d.Differences) != 3 || d.Differences[0].Kind != "channel" || d.Differences[0].Cases != 2 || d.Differences[0].Share != 1 || d.Differences[0].Others != 0 {
		t.Errorf("%+v", d.Differences)
	}
	if len(d.Warnings) != 2 {
		t.Errorf("%+v", d.Warnings)
	}
}

func TestReach(t *testing.T) {
	ix := indexOf(t, "a: S0 T10 D20 S30", "b: S0 T20", "c: D5", "d: X1")
	a, err := Reach(context.Background(), ix, sequence.AudienceQuery{Stages: []string{"S", "T", "D"}})
	if err != nil {
		t.Fatal(err)
	}
	see, think, do := a.Stages[0], a.Stages[1], a.Stages[2]
	if a.Outside != 1 || see.Reached != 3 || see.Visited != 2 || see.Now != 1 || see.Share != 0.75 || see.MedianSecondsToNext != 15 {
		t.Errorf("%+v", see)
	}
	if think.Reached != 3 || think.Visited != 2 || think.Conversion != 1 || think.Now != 1 || think.MedianSecondsToNext != 10 {
		t.Errorf("%+v", think)
	}
	if do.Reached != 2 || do.Entered != 1 || do.Back != 1 || !near(do.Conversion, 2./3) || do.Interval == nil {
		t.Errorf("%+v", do)
	}
	if len(a.Warnings) != 1 || a.Warnings[0].Code != "few_cases" {
		t.Errorf("%v", a.Warnings)
	}
}
