package journey

import "testing"

func TestDecisionsThatWereNotMeasuredHaveNoShare(t *testing.T) {
	got := decisionShares([]*Card{
		{ID: "a", Type: "decision"}, {ID: "b", Type: "decision", Measured: &Measured{K: 1, N: 4}}, {ID: "c", Type: "note"},
	})
	if len(got) != 1 || got["b"].P != 0.25 {
		t.Errorf("got %v", got)
	}
}
