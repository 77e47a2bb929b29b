package journey

import (
	"math"
	"testing"

	"pgregory.net/rapid"
)

func TestGainSentence(t *testing.T) {
	f := func(stages map[string]scoredStage, knownScores bool, nl, en string) {
		t.Helper()
		j := scoredJourney([]string{"a", "b"}, stages)
		j.Stages[0].Name, j.Stages[1].Name = Text{NL: "Zien – kijken", EN: "See"}, Text{NL: "Doen (kopen)"}
		for _, s := range j.Scores {
			if knownScores {
				s.EvidenceStatus = known
			}
		}
		if got, want := Compute(j).GainSentence, (Text{NL: nl, EN: en}); got != want {
			t.Errorf("got  %+v\nwant %+v", got, want)
		}
	}
	good := scoredStage{Relevance: []int{95}, Presence: []int{95}}
	f(map[string]scoredStage{}, true, "", "")
	f(map[string]scoredStage{"a": {Relevance: []int{60}, Presence: []int{25}}, "b": good}, true,
		"De meeste winst ligt bij Zien: je bent relevant (60) maar weinig aanwezig (25). Laat je zien.",
		"Most to gain in See: you are relevant (60) but hardly present (25). Be there.")
	f(map[string]scoredStage{"a": good, "b": {Relevance: []int{20}, Presence: []int{90}}}, true,
		"De meeste winst ligt bij Doen: je bent aanwezig (90) maar weinig relevant (20). Word relevanter.",
		"Most to gain in Doen: you are present (90) but not very relevant (20). Become more relevant.")
	f(map[string]scoredStage{"a": {Relevance: []int{40}, Presence: []int{30}}, "b": good}, true,
		"De meeste winst ligt bij Zien: relevantie (40) en aanwezigheid (30) zijn laag. Kies: opbouwen of loslaten.",
		"Most to gain in See: relevance (40) and presence (30) are both low. Choose: build up or let go.")
	f(map[string]scoredStage{"a": {Relevance: []int{75}, Presence: []int{75, 76}}, "b": good}, true,
		"Overal sta je goed; de meeste winst ligt nog bij Zien (75/76). Vasthouden.",
		"You do well everywhere; most is still to gain in See (75/76). Hold on.")
	f(map[string]scoredStage{"a": {Relevance: []int{60}, Presence: []int{25}}, "b": good}, false,
		"De meeste winst ligt bij Zien: je bent relevant (60) maar weinig aanwezig (25), op basis van raden. Laat je zien.",
		"Most to gain in See: you are relevant (60) but hardly present (25), based on guesses. Be there.")
	f(map[string]scoredStage{"a": {Relevance: []int{75}, Presence: []int{35}}, "b": {Relevance: []int{40}, Presence: []int{70}}}, true,
		"De meeste winst ligt bij Zien: je bent relevant (75) maar weinig aanwezig (35). Laat je zien. Bijna evenveel bij Doen (40/70).",
		"Most to gain in See: you are relevant (75) but hardly present (35). Be there. Almost as much in Doen (40/70).")
}

// A name that looks like a placeholder stays a name.
func TestGainSentenceKeepsOddNames(t *testing.T) {
	j := scoredJourney([]string{"a"}, map[string]scoredStage{"a": {Relevance: []int{60}, Presence: []int{25}}})
	j.Stages[0].Name = Text{EN: "{r}%s"}
	want := "Most to gain in {r}%s: you are relevant (60) but hardly present (25), based on guesses. Be there."
	if got := Compute(j).GainSentence.EN; got != want {
		t.Errorf("got %q", got)
	}
}

func TestRoundedHasNoMinusZero(t *testing.T) {
	for _, x := range []float64{-0.2, 0, 0.4} {
		if got := Rounded(x); got != 0 || math.Signbit(got) || whole(x) != "0" {
			t.Errorf("%v is written as %s", x, whole(x))
		}
	}
}

func TestRoundedProperties(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		half := float64(rapid.IntRange(-2000, 2000).Draw(t, "halves")) / 2
		x := half + rapid.Float64Range(-0.5, 0.5).Draw(t, "more")
		if got := Rounded(x); got != math.Trunc(got) || math.Abs(got-x) > 0.5 || got != -Rounded(-x) {
			t.Fatalf("%v becomes %v, the other side of 0 %v", x, got, Rounded(-x))
		}
		if got := Rounded(half); math.Abs(got) < math.Abs(half) && half != math.Trunc(half) {
			t.Fatalf("%v goes towards 0, to %v", half, got)
		}
	})
}
