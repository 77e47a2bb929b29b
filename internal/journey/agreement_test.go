package journey

import (
	"math"
	"testing"
)

func TestAgreementIsNotShown(t *testing.T) {
	f := func(why string, units [][]float64, scorers int) {
		t.Helper()
		if got := agreement(units, scorers); got != nil {
			t.Errorf("%s: %v", why, *got)
		}
	}
	f("no scores", nil, 0)
	f("one scorer", [][]float64{{1}, {2}, {3}}, 1)
	f("two units", [][]float64{{1, 2}, {3, 4}}, 2)
	f("three units of which one has a single value", [][]float64{{1, 2}, {3, 4}, {5}}, 2)
	f("everybody gave the same value", [][]float64{{7, 7}, {7, 7}, {7, 7}}, 2)
}

func TestAgreementIsOneWhenAllAgree(t *testing.T) {
	if got := agreement([][]float64{{10, 10}, {60, 60, 60}, {90, 90}, {30}}, 3); got == nil || math.Abs(*got-1) > 1e-12 {
		t.Errorf("full agreement came out as %v", got)
	}
}

func TestScoreUnits(t *testing.T) {
	j := scoredJourney([]string{"a", "b"}, map[string]scoredStage{
		"a": {Relevance: []int{1, 2}, Presence: []int{3}}, "b": {Relevance: []int{4}},
	})
	units, scorers := scoreUnits(j)
	if len(units) != 3 || scorers != 2 {
		t.Errorf("%d units of %d scorers, want 3 of 2", len(units), scorers)
	}
}
