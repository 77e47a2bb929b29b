package journey

import (
	"testing"

	"pgregory.net/rapid"
)

func TestWilsonVectors(t *testing.T) {
	for _, id := range []string{"WILSON-34-40", "WILSON-0-10", "WILSON-10-10", "WILSON-216-540", "WILSON-5-12", "WILSON-8-10", "WILSON-1-3"} {
		var in struct {
			K, N int
			Z    float64
		}
		var out struct{ P, Lower, Upper float64 }
		vector(t, id, &in, &out)
		if in.Z != z95 {
			t.Errorf("%s: z is %v, want %v", id, z95, in.Z)
		}
		sameNumbers(t, id, wilson95(in.K, in.N), DecisionShare{out.P, [2]float64{out.Lower, out.Upper}})
	}
}

func TestWilsonHoldsTheShare(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(1, 1_000_000).Draw(t, "n")
		k := rapid.IntRange(0, n).Draw(t, "k")
		d := wilson95(k, n)
		if d.Wilson95[0] < 0 || d.Wilson95[0] > d.P || d.P > d.Wilson95[1] || d.Wilson95[1] > 1 {
			t.Fatalf("%d of %d: %+v", k, n, d)
		}
	})
}

func TestDecisionsThatWereNotMeasuredHaveNoShare(t *testing.T) {
	got := decisionShares([]*Card{
		{ID: "a", Type: "decision"}, {ID: "b", Type: "decision", Measured: &Measured{K: 1, N: 4}}, {ID: "c", Type: "note"},
	})
	if len(got) != 1 || got["b"].P != 0.25 {
		t.Errorf("got %v", got)
	}
}
