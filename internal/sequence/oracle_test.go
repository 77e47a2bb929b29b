package sequence_test

import (
	"bytes"
	"context"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"klantreis/internal/analytics"
	"klantreis/internal/analytics/sourcetest"
	"klantreis/internal/sequence"
)

// TestEqualsOracle asks indexes that were built in one go or extended, by one processor or several, some read back
// from a snapshot in between.
func TestEqualsOracle(t *testing.T) {
	sourcetest.Run(t, func(t *rapid.T, log sourcetest.Log, f sequence.Filter) analytics.Source {
		return must(grow(t, log).Where(context.Background(), f))(t)
	})
}

// grow builds an index in one to three goes.
func grow(t *rapid.T, log sourcetest.Log) *sequence.Index {
	steps := log.Steps
	b := sequence.NewBuilder(rapid.IntRange(1, 4).Draw(t, "processors"))
	cuts := rapid.SliceOfN(rapid.IntRange(0, len(steps)), 0, 2).Draw(t, "cuts")
	slices.Sort(cuts)
	done := 0
	next := func() *sequence.Index {
		ix := must(b.Build())(t)
		if rapid.IntRange(0, 3).Draw(t, "through a snapshot") == 0 {
			ix = must(sequence.ReadSnapshot(bytes.NewReader(snapshot(t, ix, "stamp")), "stamp", 2))(t)
		}
		return ix
	}
	for _, cut := range cuts {
		if err := sourcetest.Feed(b, steps[done:cut]); err != nil {
			t.Fatal(err)
		}
		done = cut
		b = next().Extend()
	}
	if err := sourcetest.Feed(b, steps[done:]); err != nil {
		t.Fatal(err)
	}
	return next()
}

func must[T any](v T, err error) func(t interface{ Fatal(...any) }) T {
	return func(t interface{ Fatal(...any) }) T {
		if err != nil {
			t.Fatal(err)
		}
		return v
	}
}
