package journey

import (
	"slices"
	"testing"
)

func TestOpportunityScoreNeedsBoth(t *testing.T) {
	got := opportunityScores([]*Opportunity{
		{ID: "both", Importance: ptr(8.0), Satisfaction: ptr(3.0)}, {ID: "one", Importance: ptr(8.0)}, {ID: "none"},
	})
	if len(got) != 1 || got["both"] != 13 {
		t.Errorf("got %v", got)
	}
}

func TestRiceRank(t *testing.T) {
	rice := func(reach float64) *Rice { return &Rice{Reach: reach, Impact: 1, Confidence: 0.1, Effort: 3} }
	scores, rank := riceScores([]*Action{
		{ID: "a", Rice: rice(10)}, {ID: "none"}, {ID: "b", Rice: rice(30)},
		{ID: "c", Rice: &Rice{Reach: 5, Impact: 2, Confidence: 0.1, Effort: 3}}, // as a
	})
	if want := []string{"b", "a", "c"}; !slices.Equal(rank, want) || len(scores) != 3 {
		t.Errorf("rank %v, want %v; scores %v", rank, want, scores)
	}
}
