package persona_test

import (
	"fmt"
	"testing"

	"pgregory.net/rapid"

	"klantreis/internal/journey"
	"klantreis/internal/persona"
)

// scoredStages makes a journey with one scorer per stage: relevance and presence.
func scoredStages(prefix string, scores ...[2]int) *journey.Journey {
	j := &journey.Journey{}
	for i, s := range scores {
		id := fmt.Sprint(prefix, i)
		j.Stages = append(j.Stages, &journey.Stage{ID: id, Key: fmt.Sprint("key", i), Order: i + 1})
		for d, dimension := range []string{"relevance", "presence"} {
			j.Scores = append(j.Scores, &journey.Score{StageID: id, Dimension: dimension, ScorerID: "m-1", Value: &s[d]})
		}
	}
	return j
}

func TestCompareStages(t *testing.T) {
	got := persona.CompareStages(scoredStages("was", [2]int{85, 30}), scoredStages("is", [2]int{85, 55}, [2]int{1, 1}))
	if len(got) != 2 || got[0].Second != "is0" || got[1].First != "" || got[1].Second != "is1" {
		t.Fatalf("got %+v", got)
	}
	if *got[0].Gain != -21.25 || *got[0].Presence != 25 || *got[0].Relevance != 0 || got[0].ShareKnown != nil || got[1].Gain != nil {
		t.Errorf("gain moved %v, presence %v, relevance %v", *got[0].Gain, *got[0].Presence, *got[0].Relevance)
	}
}

func TestCompareStagesProperties(t *testing.T) {
	score := rapid.Custom(func(t *rapid.T) [2]int {
		return [2]int{rapid.IntRange(0, 100).Draw(t, "relevance"), rapid.IntRange(0, 100).Draw(t, "presence")}
	})
	rapid.Check(t, func(t *rapid.T) {
		a := scoredStages("a", rapid.SliceOfN(score, 0, 5).Draw(t, "first")...)
		b := scoredStages("b", rapid.SliceOfN(score, 0, 5).Draw(t, "second")...)
		there, back := persona.CompareStages(a, b), persona.CompareStages(b, a)
		if len(there) != max(len(a.Stages), len(b.Stages)) || len(back) != len(there) {
			t.Fatalf("%d and %d stages give %d changes", len(a.Stages), len(b.Stages), len(there))
		}
		for i := range min(len(a.Stages), len(b.Stages)) {
			if *there[i].Gain != -*back[i].Gain || *there[i].Gain < -100 || *there[i].Gain > 100 {
				t.Fatalf("%v there, %v back", *there[i].Gain, *back[i].Gain)
			}
		}
		for _, c := range persona.CompareStages(a, a) {
			if *c.Gain != 0 || c.First != c.Second {
				t.Fatalf("a journey differs from itself: %+v", c)
			}
		}
	})
}
