package sequence_test

import (
	"context"
	"slices"
	"strings"
	"testing"

	"klantreis/internal/event"
	"klantreis/internal/sequence"
)

// TestFunnelCases are the ones that other tools answer differently from each other.
func TestFunnelCases(t *testing.T) {
	f := func(journey, steps string, mode sequence.FunnelMode, window event.Instant, want ...int) {
		t.Helper()
		got, err := indexOf(t, "a: "+journey).Funnel(context.Background(), sequence.FunnelQuery{
			Steps: strings.Split(steps, ""), Mode: mode, Window: window * event.Second,
		})
		if err != nil {
			t.Fatal(err)
		}
		var cases []int
		for _, step := range got {
			cases = append(cases, step.Cases)
		}
		if !slices.Equal(cases, want) {
			t.Errorf("%s through %s (%s, %d): %v, want %v", journey, steps, mode, window, cases, want)
		}
	}
	f("A0 B0 C0", "ABC", "", 0, 1, 1, 1) // at the same moment, in the order of coming
	f("C0 B0 A0", "ABC", "", 0, 1, 0, 0)
	f("A0 B1", "AAB", "", 0, 1, 0, 0) // asked twice, happened once
	f("A0 A1 B2", "AAB", "", 0, 1, 1, 1)
	f("A0 X1 B2", "AB", sequence.Strict, 0, 1, 0)
	f("A0 A1 B2", "AB", sequence.Strict, 0, 1, 1)
	f("A0 B1 A2 B3 C4", "ABABC", sequence.Strict, 0, 1, 1, 1, 1, 1)
	f("A0 B1 A2 B3 A4 B5 C6", "ABABC", sequence.Strict, 0, 1, 1, 1, 1, 1)
	f("A0 A9 B10", "AB", "", 5, 1, 1) // the second A is in time
	f("A0 B4 A5 B6 C9", "ABC", "", 5, 1, 1, 1)
	f("A0 B4 C9", "ABC", "", 5, 1, 1, 0)
	f("C0 A1 B2", "ABC", sequence.Unordered, 0, 1, 1, 1)
	f("A0 A1 A2", "ABA", sequence.Unordered, 0, 1, 1, 0)
	f("A0 B9 C10 A11", "ABC", sequence.Unordered, 5, 1, 1, 1)
	f("A0 B9", "ABC", sequence.Unordered, 5, 1, 0, 0)
}

func TestFunnelTimes(t *testing.T) {
	got, err := indexOf(t, "a: A0 B10 B99 C11", "b: A0 A5 B25", "c: X0").Funnel(context.Background(),
		sequence.FunnelQuery{Steps: []string{"A", "B", "C"}})
	if err != nil {
		t.Fatal(err)
	}
	want := []sequence.FunnelStep{{"A", 2, 2. / 3, 0}, {"B", 2, 2. / 3, 17.5}, {"C", 1, 1. / 3, 1}}
	if !slices.Equal(got, want) {
		t.Errorf("%+v, want %+v", got, want)
	}
}
