package sequence

import (
	"slices"
	"testing"

	"pgregory.net/rapid"
)

func TestQuantile(t *testing.T) {
	f := func(sorted []float64, p, want float64) {
		t.Helper()
		if got := Quantile(sorted, p); got != want {
			t.Errorf("%g of %v is %g, want %g", p, sorted, got, want)
		}
	}
	f([]float64{7}, 0.9, 7)
	f([]float64{1, 2}, 0.5, 1.5)
	f([]float64{1, 2, 3, 4, 5}, 0, 1)
	f([]float64{1, 2, 3, 4, 5}, 1, 5)
	f([]float64{0, 10, 20, 30}, 0.9, 27)
}

func TestNth(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		values := rapid.SliceOfN(rapid.Uint64Range(0, 9), 1, 40).Draw(t, "values")
		n := rapid.IntRange(0, len(values)-1).Draw(t, "n")
		sorted := slices.Clone(values)
		slices.Sort(sorted)
		if got := nth(values, n); got != sorted[n] {
			t.Fatalf("%d, want %d", got, sorted[n])
		}
		if n > 0 && slices.Max(values[:n]) > values[n] || slices.Min(values[n:]) < values[n] {
			t.Fatalf("%v is not parted at %d", values, n)
		}
	})
}
