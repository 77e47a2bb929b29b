package journey

import (
	"slices"
	"testing"
)

// scoredStage is one stage of a relevance and presence vector.
type scoredStage struct {
	Relevance, Presence []int
	Weight              *float64
}

// scoredJourney makes a journey whose stages were scored so, all as guesses.
func scoredJourney(order []string, stages map[string]scoredStage) *Journey {
	j := &Journey{}
	scorers := []string{"m-1", "m-2", "m-3"}
	for i, id := range order {
		j.Stages = append(j.Stages, &Stage{ID: id, Order: i + 1, Name: Text{NL: "F" + id, EN: "S" + id}, Weight: stages[id].Weight})
		for dimension, values := range map[string][]int{relevance: stages[id].Relevance, presence: stages[id].Presence} {
			for k, v := range values {
				j.Scores = append(j.Scores, &Score{StageID: id, Dimension: dimension, ScorerID: scorers[k], Value: ptr(v), EvidenceStatus: guess})
			}
		}
	}
	return j
}

func TestGainNeedsBothDimensions(t *testing.T) {
	c := Compute(scoredJourney([]string{"a", "b", "c"}, map[string]scoredStage{
		"a": {Relevance: []int{40}}, "b": {}, "c": {Relevance: []int{0}, Presence: []int{0}},
	}))
	a, b := c.RelevancePresence["a"], c.RelevancePresence["b"]
	if a.Complete || a.Influence != nil || a.Gain != nil || a.Lever != "" || a.Presence != nil || *a.Relevance != 40 || a.N != 1 {
		t.Errorf("a stage without presence came out as %+v", a)
	}
	if b.Complete || b.Relevance != nil || b.N != 0 || b.GuessOnly {
		t.Errorf("a stage without scores came out as %+v", b)
	}
	if !slices.Equal(c.GainRank, []string{"c"}) {
		t.Errorf("rank %v holds incomplete stages", c.GainRank)
	}
}

func TestGainTies(t *testing.T) {
	c := Compute(scoredJourney([]string{"a", "b", "c", "d"}, map[string]scoredStage{
		"a": {Relevance: []int{30}, Presence: []int{20}}, // influence 6
		"b": {Relevance: []int{60}, Presence: []int{10}}, // influence 6, the lower minimum
		"c": {Relevance: []int{20}, Presence: []int{30}}, // as a, later stage
		"d": {Relevance: []int{3, 3, 4}, Presence: []int{10, 10, 10}},
	}))
	if want := []string{"d", "b", "a", "c"}; !slices.Equal(c.GainRank, want) {
		t.Errorf("rank %v, want %v", c.GainRank, want)
	}
}

// A third of 100 has no end in binary; equal gains stay equal all the same.
func TestGainTiesSurviveRounding(t *testing.T) {
	c := Compute(scoredJourney([]string{"a", "b"}, map[string]scoredStage{
		"a": {Relevance: []int{0, 0, 100}, Presence: []int{30}},     // 33.3… × 30
		"b": {Relevance: []int{10}, Presence: []int{100, 100, 100}}, // 10 × 100
	}))
	if *c.RelevancePresence["a"].Gain == *c.RelevancePresence["b"].Gain {
		t.Log("equal to the last bit here; the rank must not depend on it")
	}
	if want := []string{"b", "a"}; !slices.Equal(c.GainRank, want) {
		t.Errorf("rank %v, want %v: the lower minimum goes first", c.GainRank, want)
	}
}

func TestINV28WeightZeroGainsNothing(t *testing.T) {
	c := Compute(scoredJourney([]string{"a", "b", "c"}, map[string]scoredStage{
		"a": {Relevance: []int{10}, Presence: []int{10}, Weight: ptr(0.0)},
		"b": {Relevance: []int{80}, Presence: []int{50}, Weight: ptr(0.5)},
		"c": {Relevance: []int{80}, Presence: []int{90}},
	}))
	if g := *c.RelevancePresence["a"].Gain; g != 0 {
		t.Errorf("a stage of weight 0 gains %v", g)
	}
	if g := *c.RelevancePresence["b"].Gain; g != 30 {
		t.Errorf("half of 60 came out as %v", g)
	}
	if want := []string{"b", "c", "a"}; !slices.Equal(c.GainRank, want) {
		t.Errorf("rank %v, want %v: weight 0 stays visible at the end", c.GainRank, want)
	}
}

func TestMostGainNamesTwoWithinFivePoints(t *testing.T) {
	f := func(gains []float64, want ...string) {
		t.Helper()
		of := map[string]*StageInfluence{}
		ids := []string{"a", "b", "c"}[:len(gains)]
		for i, g := range gains {
			of[ids[i]] = &StageInfluence{Gain: ptr(g)}
		}
		if got := mostGain(ids, of); !slices.Equal(got, want) {
			t.Errorf("of gains %v got %v, want %v", gains, got, want)
		}
	}
	f(nil)
	f([]float64{0})
	f([]float64{80}, "a")
	f([]float64{80, 75, 75}, "a", "b")
	f([]float64{80, 74.999}, "a")
	f([]float64{0.3, 0}, "a")
	f([]float64{10.1 + 0.2, 5.3}, "a", "b") // 10.299999999999999 − 5.3 is not quite 5 in binary
}

func TestGuessOnlyStages(t *testing.T) {
	j := scoredJourney([]string{"a"}, map[string]scoredStage{"a": {Relevance: []int{60, 70}, Presence: []int{20, 30}}})
	if !Compute(j).RelevancePresence["a"].GuessOnly {
		t.Error("four guesses are not taken as guesses only")
	}
	j.Scores[3].EvidenceStatus = known
	if Compute(j).RelevancePresence["a"].GuessOnly {
		t.Error("one known score of four is taken as guesses only")
	}
}
