package journey

import (
	"slices"
	"testing"
)

// codes gives the codes and targets of the warnings about a journey.
func codes(j *Journey) []string {
	found := []string{}
	for _, w := range Compute(j).Warnings {
		found = append(found, w.Code+" "+w.TargetID)
	}
	return found
}

func TestWarnings(t *testing.T) {
	after := []*Stage{{ID: "s", Situation: "stay"}}
	title := Text{NL: "Koop ik?", EN: "Do I buy?"}
	out := &Outcome{Exit: "gone"}
	steering := []*Steering{{}}
	audience := func(n int) *Audience { return &Audience{Size: &n} }
	score := func(scorer string) *Score {
		return &Score{StageID: "s", Dimension: relevance, ScorerID: scorer, Value: ptr(50)}
	}
	f := func(j *Journey, want ...string) {
		t.Helper()
		if got := codes(j); !slices.Equal(got, want) {
			t.Errorf("got %q, want %q", got, want)
		}
	}
	f(&Journey{Stages: after})

	// R02
	f(&Journey{Stages: []*Stage{{Situation: "become"}, {Situation: "become"}}}, "no_stage_after_purchase ")
	f(&Journey{Stages: []*Stage{{Situation: "become"}, {Situation: "be"}}})
	f(&Journey{Stages: []*Stage{{Situation: "become"}, {}}})

	// INV-05 and R42
	decision := func(yes, no *Outcome, steered []*Steering) *Journey {
		return &Journey{Stages: after, Cards: []*Card{{ID: "d", Type: "decision", Title: title, Yes: yes, No: no, Steering: steered}}}
	}
	f(decision(out, out, steering))
	f(decision(nil, out, steering), "decision_unfinished d")
	f(decision(out, nil, steering), "decision_unfinished d")
	f(decision(nil, nil, nil), "decision_unfinished d", "decision_without_steering d")

	// INV-07
	nested := func(set string, see, think, do *Audience) *Journey {
		return &Journey{StageSet: set, Stages: []*Stage{
			{ID: "1", Key: "see", Audience: see}, {ID: "2", Key: "think", Audience: think}, {ID: "3", Key: "do", Audience: do},
			{ID: "4", Key: "care", Audience: audience(1_000_000), Situation: "stay"},
		}}
	}
	f(nested("stdc", audience(9), audience(9), audience(1)))
	f(nested("stdc", audience(9), audience(10), audience(11)), "audience_grows 2", "audience_grows 3")
	f(nested("stdc", audience(9), nil, audience(10)), "audience_grows 3")
	f(nested("stdc", nil, &Audience{}, audience(10)))
	f(nested("custom", audience(9), audience(10), audience(11)))

	// INV-16
	f(&Journey{Stages: after, Recommendations: []*Recommendation{{ID: "r"}, {ID: "q", FindingIDs: []string{"f"}}}},
		"recommendation_without_finding r")

	// INV-24
	f(&Journey{Stages: after, Scores: []*Score{score("m-1"), score("m-1")}}, "one_perspective ")
	f(&Journey{Stages: after, Scores: []*Score{score("m-1"), score("m-2")}})
}

func TestWarningsAreSentencesInBothLanguages(t *testing.T) {
	n, m := 1_234_567, 7_654_321
	j := &Journey{StageSet: "stdc", Stages: []*Stage{
		{ID: "1", Key: "see", Name: Text{NL: "See – zien", EN: "See"}, Audience: &Audience{Size: &n}, Situation: "stay"},
		{ID: "2", Key: "think", Name: Text{NL: "Think"}, Audience: &Audience{Size: &m}},
	}}
	want := Text{
		NL: "Think telt meer mensen (7.654.321) dan See (1.234.567), maar is er een deel van.",
		EN: "Think has more people (7,654,321) than See (1,234,567), but is a part of it.",
	}
	if got := Compute(j).Warnings[0].Message; got != want {
		t.Errorf("got %+v", got)
	}
}

func TestThousands(t *testing.T) {
	for n, want := range map[int]string{0: "0", 999: "999", 1000: "1.000", 1234567: "1.234.567", 100000: "100.000"} {
		if got := thousands(n, "."); got != want {
			t.Errorf("%d is written as %s, want %s", n, got, want)
		}
	}
}
