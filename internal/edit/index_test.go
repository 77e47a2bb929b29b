package edit

import (
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// drawIndex draws a key as this package makes them: any digits, never ending in zero.
func drawIndex(t *rapid.T, label string) string {
	return rapid.StringMatching(`[0-9A-Za-z]{0,8}[1-9A-Za-z]`).Draw(t, label)
}

func TestBetweenLiesBetween(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		low, high := drawIndex(t, "low"), drawIndex(t, "high")
		if low > high {
			low, high = high, low
		}
		if low == high || rapid.Bool().Draw(t, "from the start") {
			low = ""
		}
		if low != "" && rapid.Bool().Draw(t, "to the end") {
			high = ""
		}
		tail := rapid.StringMatching(`[0-9A-Za-z]{0,3}`).Draw(t, "tail")
		key := between(low, high) + tail
		if key <= low || high != "" && key >= high {
			t.Fatalf("between %q and %q comes %q", low, high, key)
		}
	})
}

func TestSpreadIsInOrder(t *testing.T) {
	for _, n := range []int{0, 1, 2, 30, 31, 61, 62, 1000, 20_000} {
		keys := spread(n)
		if len(keys) != n || !slices.IsSorted(keys) || len(slices.Compact(slices.Clone(keys))) != n {
			t.Errorf("%d keys are not %d different ones in order", len(keys), n)
		}
		for _, k := range keys {
			if !validIndex(k) {
				t.Errorf("of %d keys one is %q", n, k)
			}
		}
	}
}

func TestJitterIsDeterministicAndNeverEndsInZero(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		client, n, op := rapid.String().Draw(t, "client"), rapid.Int64().Draw(t, "n"), rapid.IntRange(0, 499).Draw(t, "op")
		key := jitter(client, n, op)
		if key != jitter(client, n, op) || len(key) != jitterDigits || strings.Contains(key, "0") || !validIndex(key) {
			t.Fatalf("jitter %q", key)
		}
	})
	if jitter("a", 1, 0) == jitter("b", 1, 0) || jitter("a", 1, 0) == jitter("a", 2, 0) || jitter("a", 1, 0) == jitter("a", 1, 1) {
		t.Error("two tabs, transactions or ops get the same jitter")
	}
}

func TestValidIndex(t *testing.T) {
	for key, want := range map[string]bool{
		"": false, "V": true, "V0": false, "0": false, "0V": true, "é": false, "a b": false, "zZ9": true,
		strings.Repeat("z", indexBytesMax): true, strings.Repeat("z", indexBytesMax+1): false,
	} {
		if validIndex(key) != want {
			t.Errorf("%q: %v", key, !want)
		}
	}
}
