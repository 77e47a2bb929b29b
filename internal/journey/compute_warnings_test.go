package journey

import (
	"slices"
	"strconv"
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
	goal := Text{NL: "Verder"}
	whole := []*Stage{{ID: "r", Situation: "become", NextStepGoal: goal}, {ID: "s", Situation: "stay", NextStepGoal: goal}}
	of := func(situations ...string) *Journey {
		j := &Journey{}
		for i, s := range situations {
			j.Stages = append(j.Stages, &Stage{ID: strconv.Itoa(i), Situation: s, NextStepGoal: goal})
		}
		return j
	}
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
	f(&Journey{Stages: whole})

	t.Run("[R02] a map that stops at the purchase, or begins after it", func(t *testing.T) {
		f(of("become", "become"), "no_stage_after_purchase ")
		f(of("become", "be"))
		f(of("become", ""))
		f(of("be", "stay"), "no_stage_before_purchase ")
		f(of("be", ""))
		staying := of("stay")
		staying.Scope = &Scope{Situations: []string{"stay"}}
		f(staying)
		if got := Compute(of("become")).Warnings[0].Message; got != (Text{NL: "Nog geen fase na de aankoop.", EN: "No stage after the purchase yet."}) {
			t.Errorf("the hint says %+v", got)
		}
	})
	t.Run("[R28] a stage without a goal for the next step is listed", func(t *testing.T) {
		j := of("become", "be", "stay")
		j.Stages[1].NextStepGoal = Text{}
		f(j, "no_next_step_goal 1")
	})

	// INV-05 and R42
	decision := func(yes, no *Outcome, steered []*Steering) *Journey {
		return &Journey{Stages: whole, Cards: []*Card{{ID: "d", Type: "decision", Title: title, Yes: yes, No: no, Steering: steered}}}
	}
	f(decision(out, out, steering))
	f(decision(nil, out, steering), "decision_unfinished d")
	f(decision(out, nil, steering), "decision_unfinished d")
	f(decision(nil, nil, nil), "decision_unfinished d", "decision_without_steering d")

	// INV-07
	nested := func(set string, see, think, do *Audience) *Journey {
		return &Journey{StageSet: set, Stages: []*Stage{
			{ID: "1", Key: "see", Audience: see, NextStepGoal: goal}, {ID: "2", Key: "think", Audience: think, NextStepGoal: goal},
			{ID: "3", Key: "do", Audience: do, NextStepGoal: goal}, {ID: "4", Key: "care", Audience: audience(1_000_000), Situation: "stay", NextStepGoal: goal},
		}}
	}
	f(nested("stdc", audience(9), audience(9), audience(1)))
	f(nested("stdc", audience(9), audience(10), audience(11)), "audience_grows 2", "audience_grows 3")
	f(nested("stdc", audience(9), nil, audience(10)), "audience_grows 3")
	f(nested("stdc", nil, &Audience{}, audience(10)))
	f(nested("custom", audience(9), audience(10), audience(11)))
	sub := nested("custom", audience(9), audience(8), audience(10)) // R08: a sub group that was said to be one
	sub.Stages[2].Audience.ParentStageID = "1"
	f(sub, "audience_grows 3")

	// INV-16
	f(&Journey{Stages: whole, Recommendations: []*Recommendation{{ID: "r"}, {ID: "q", FindingIDs: []string{"f"}}}},
		"recommendation_without_finding r")

	// INV-24
	f(&Journey{Stages: whole, Scores: []*Score{score("m-1"), score("m-1")}}, "one_perspective ")
	f(&Journey{Stages: whole, Scores: []*Score{score("m-1"), score("m-2")}})
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
