package journey

import (
	"encoding/json"
	"math"
	"testing"

	"klantreis/internal/workspace"
)

// see–think–do–care with these sizes; −1 is none.
func sizedJourney(set string, sizes ...int) *Journey {
	j := &Journey{StageSet: set}
	for i, size := range sizes {
		s := &Stage{ID: []string{"s", "t", "d", "c"}[i], Key: []string{"see", "think", "do", "care"}[i]}
		if size >= 0 {
			s.Audience = &Audience{Size: &size}
		}
		j.Stages = append(j.Stages, s)
	}
	return j
}

func TestAudiences(t *testing.T) {
	is := func(got *float64, want float64) bool {
		if want < 0 {
			return got == nil
		}
		return got != nil && math.Abs(*got-want) < 1e-12
	}
	f := func(j *Journey, stage, parent string, share, reach float64, bigger bool) {
		t.Helper()
		for _, a := range Compute(j).Audiences {
			if a.StageID == stage {
				if a.ParentStageID != parent || !is(a.Share, share) || !is(a.Reach, reach) || a.Bigger != bigger {
					raw, _ := json.Marshal(a)
					t.Errorf("%s is %s", stage, raw)
				}
				return
			}
		}
		t.Errorf("%s has no size", stage)
	}
	t.Run("[R27] STDC-1: sizes, shares of the stage before, and the whole way", func(t *testing.T) {
		j := sizedJourney("stdc", 24_000, 3_600, 540, 216)
		f(j, "s", "", -1, 1, false)
		f(j, "t", "s", 0.15, 0.15, false)
		f(j, "d", "t", 0.15, 0.0225, false)
		f(j, "c", "d", 0.4, 0.009, false)
	})
	t.Run("[R27] INV-07: from See to Do no audience grows; Care may", func(t *testing.T) {
		j := sizedJourney("stdc", 100, 200, 50, 80)
		f(j, "t", "s", -1, -1, true)
		f(j, "d", "t", 0.25, 0.5, false)
		f(j, "c", "d", -1, 0.8, false)
	})
	f(sizedJourney("stdc", 100, -1, 50), "d", "s", 0.5, 0.5, false)
	f(sizedJourney("stdc", 0, 0), "t", "s", -1, -1, false)
	f(sizedJourney("custom", 5, 10), "t", "s", -1, -1, false)

	t.Run("[R08] a sub group that is larger than its parent", func(t *testing.T) {
		j := sizedJourney("custom", 5, 9, 10)
		j.Stages[2].Audience.ParentStageID = "s"
		f(j, "d", "s", -1, -1, true)
		if w := Compute(j).Warnings; w[0].Code != "audience_grows" || w[0].TargetID != "d" {
			t.Errorf("the warnings are %+v", w)
		}
	})
	circle := sizedJourney("custom", 5, 5)
	circle.Stages[0].Audience.ParentStageID, circle.Stages[1].Audience.ParentStageID = "t", "s"
	f(circle, "s", "t", 1, -1, false)
}

func TestIntents(t *testing.T) {
	f := func(j *Journey, want ...string) {
		t.Helper()
		got := Compute(j).Intents
		for i, s := range j.Stages {
			if got[s.ID] != want[i] {
				t.Errorf("%s of %s is %q, want %q", s.ID, j.StageSet, got[s.ID], want[i])
			}
		}
	}
	for set, want := range map[string][]string{
		"stdc": {"see", "think", "do", "care"}, "acpl": {"see", "think", "do", "care"}, "five": {"think", "do", "care", "care", "care"},
		"bbs": {"think", "care", "care"}, "impulse": {"see", "do", "care"}, "complex": {"see", "think", "think", "do", "do", "care", "care"},
	} {
		n := 0
		j, err := FromTemplate(set, Text{NL: "x"}, func() string { n++; return string(rune('a' + n)) })
		if err != nil {
			t.Fatal(err)
		}
		f(j, want...)
	}
	f(&Journey{StageSet: "custom", Stages: []*Stage{
		{ID: "1", Situation: "become"}, {ID: "2", Situation: "become"}, {ID: "3", Situation: "become"}, {ID: "4", Situation: "stay"},
	}}, "see", "think", "do", "care")
	f(&Journey{StageSet: "custom", Stages: []*Stage{{ID: "1"}, {ID: "2"}, {ID: "3"}, {ID: "4"}}}, "think", "do", "care", "care")
}

func TestTransitionShares(t *testing.T) {
	step := func(to string, count int) *Transition {
		kind := "forward"
		if to == "" {
			kind = exit
		}
		return &Transition{FromStageID: "s", ToStageID: to, Kind: kind, Count: &count}
	}
	j := &Journey{Stages: []*Stage{{ID: "s"}, {ID: "t"}}, Transitions: []*Transition{
		step("t", 20), step("", 9), {FromStageID: "t", ToStageID: "s", Kind: "back", Share: ptr(0.2)},
	}}
	few := Compute(j)
	got := few.Transitions
	if got[0].N != 29 || *got[0].Share != 20.0/29 || got[0].ShownShare != nil || got[1].ShownShare != nil || *got[2].ShownShare != 0.2 || few.Paths != nil {
		t.Errorf("from 29 paths came %+v, %+v", got[0], few.Paths)
	}
	*j.Transitions[1].Count = 10
	enough := Compute(j)
	if got := enough.Transitions[0]; got.ID != "transition:s:t:forward" || *got.ShownShare != 20.0/30 || enough.Paths == nil {
		t.Errorf("from 30 paths came %+v", got)
	}
	if got := ComputeWith(j, &workspace.Thresholds{FewAnswers: ptr(31)}).Transitions[0]; got.ShownShare != nil {
		t.Error("the threshold of the workspace does not hold")
	}
}

func TestCountedPathsArePATH1(t *testing.T) {
	t.Run("[R37] PATH-1: what counted steps tell, from enough of them", func(t *testing.T) {
		j := &Journey{Stages: []*Stage{{ID: "S"}, {ID: "T"}, {ID: "D"}, {ID: "C"}}}
		for _, s := range []struct {
			from, to, kind string
			n              int
		}{
			{"S", "T", "forward", 5}, {"S", "", "exit", 1}, {"S", "D", "skip", 1}, {"T", "S", "back", 1}, {"T", "D", "forward", 4},
			{"T", "T", "repeat", 1}, {"T", "", "exit", 1}, {"D", "C", "forward", 3}, {"D", "", "exit", 1}, {"D", "T", "back", 1},
		} {
			j.Transitions = append(j.Transitions, &Transition{FromStageID: s.from, ToStageID: s.to, Kind: s.kind, Count: &s.n})
		}
		if Compute(j).Paths != nil {
			t.Error("seven paths are few")
		}
		p := ComputeWith(j, &workspace.Thresholds{FewAnswers: ptr(7)}).Paths
		if p == nil || p.N != 7 || p.Backward != 2 || math.Abs(p.ReachEnd["S"]-0.5) > 1e-9 || math.Abs(p.ReachEnd["T"]-0.5576923076923077) > 1e-9 ||
			math.Abs(p.ReachEnd["D"]-0.7115384615384616) > 1e-9 {
			t.Errorf("got %+v", p)
		}
	})
}

func TestSuggestions(t *testing.T) {
	source := &Card{ID: "c", StageID: "s", Type: "source", Title: Text{NL: "Forum"}, OurPresence: "none"}
	friend := &Card{ID: "f", StageID: "s", Type: "influencer", Title: Text{NL: "Fietsvriendin"}, OurPresence: "none"}
	f := func(j *Journey, want ...string) {
		t.Helper()
		got := Compute(j).Suggestions
		if len(got) != len(want) {
			t.Errorf("got %d suggestions, want %q", len(got), want)
			return
		}
		for i, s := range got {
			if s.Code+" "+s.TargetID != want[i] || s.StageID != "s" || s.Message.NL == "" || s.Message.EN == "" || s.Message.Title("message") != nil {
				t.Errorf("got %+v, want %s", s, want[i])
			}
		}
	}
	t.Run("[R35] where we are absent is suggested, until an action or opportunity rests on it", func(t *testing.T) {
		f(&Journey{Cards: []*Card{source, friend, {ID: "w", Type: "source", OurPresence: "weak"}, {ID: "u", Type: "source"}}}, "absent_source c", "absent_source f")
		f(&Journey{Cards: []*Card{source, friend}, Actions: []*Action{{BasedOn: []string{"c"}, Status: "done"}, {BasedOn: []string{"f"}, Status: "dropped"}}}, "absent_source f")
		f(&Journey{Cards: []*Card{source}, Opportunities: []*Opportunity{{BasedOn: []string{"c"}}}})
		if got := Compute(&Journey{Cards: []*Card{friend}}).Suggestions[0].OpportunityTitle; got != (Text{NL: "Praat met: Fietsvriendin", EN: "Talk with: Fietsvriendin"}) {
			t.Errorf("the opportunity is %+v", got)
		}
	})
	t.Run("[R23] an answer in theory becomes a suggested finding, until the stage has one", func(t *testing.T) {
		stage := func(answer string) []*Stage {
			return []*Stage{{ID: "s", Name: Text{NL: "See – zien"}, ViewpointCheck: &ViewpointCheck{Answer: answer}}}
		}
		f(&Journey{Stages: stage("theory")}, "theory_answer s")
		f(&Journey{Stages: stage("practice")})
		f(&Journey{Stages: stage("theory"), Findings: []*Finding{{StageID: "s", CardID: "c"}, {StageID: "other"}}}, "theory_answer s")
		f(&Journey{Stages: stage("theory"), Findings: []*Finding{{StageID: "s"}}})
	})
}

func TestProgress(t *testing.T) {
	f := func(j *Journey, filled, expected int) {
		t.Helper()
		if got := Compute(j).Progress; got.Filled != filled || got.Expected != expected || math.Abs(got.Share-float64(filled)/float64(expected)) > 1e-12 {
			t.Errorf("got %+v, want %d of %d", got, filled, expected)
		}
	}
	full := func() *Journey {
		text := Text{EN: "x"}
		return &Journey{
			CustomerGroupID: "g",
			Scope:           &Scope{Reach: text, Situations: []string{"be"}, OutOfScope: []*ScopeItem{{}}, CustomerDefinition: text},
			Stages:          []*Stage{{ID: "s", GuidingQuestion: text, Answer: text, Where: text, When: text, Mindset: text, OurRole: text, ImproveRole: text}},
			Cards:           []*Card{{StageID: "s", Type: "touchpoint"}, {StageID: "s", Type: "need"}, {StageID: "s", Type: "barrier"}, {StageID: "s", Type: "barrier"}},
			Scores:          []*Score{{StageID: "s", Dimension: relevance, ScorerID: "m", Value: ptr(0)}, {StageID: "s", Dimension: presence, ScorerID: "m", Value: ptr(0)}},
			Opportunities:   []*Opportunity{{StageID: "s"}}, Actions: []*Action{{StageID: "s"}},
		}
	}
	t.Run("[R19] completeness is what is filled of what is expected", func(t *testing.T) {
		f(&Journey{}, 0, 5)
		f(full(), 18, 18)
		j := full()
		j.Cards, j.CustomerGroupID = nil, ""
		f(j, 14, 18)
	})
	t.Run("[R31] every stage of a template asks a guiding question, and its answer counts", func(t *testing.T) {
		for _, set := range AllTemplates().StageSets {
			for _, s := range set.Stages {
				if set.ID != "empty" && (s.GuidingQuestion.NL == "" || s.GuidingQuestion.EN == "") {
					t.Errorf("%s of %s asks nothing", s.Key, set.ID)
				}
			}
		}
		j := full()
		j.Stages[0].Answer = Text{}
		f(j, 17, 18)
		j.Stages[0].GuidingQuestion = Text{}
		f(j, 17, 17)
	})
}

func TestExperienceLevels(t *testing.T) {
	feels := func(valence int) *Emotion { return &Emotion{Valence: &valence} }
	got := Compute(&Journey{Cards: []*Card{
		{Type: "touchpoint", ExperienceLevel: "new", Emotion: feels(2)}, {Type: "touchpoint", ExperienceLevel: "new", Emotion: feels(-1)},
		{Type: "need", ExperienceLevel: "new", EvidenceStatus: known}, {Type: "need", ExperienceLevel: "prospect"}, {Type: "touchpoint", Emotion: feels(1)},
	}}).ExperienceLevels
	if len(got) != 2 || got[0].Level != "prospect" || got[0].Emotion != nil || got[1].Cards != 3 || got[1].Moments != 2 || got[1].Known != 1 || *got[1].Emotion != 0.5 {
		t.Errorf("got %+v", got)
	}
}

func TestTactics(t *testing.T) {
	t.Run("[R32] every stage of See-Think-Do-Care has six suggestions and more, in both languages", func(t *testing.T) {
		all := AllTemplates().Tactics
		seen := map[string]bool{}
		for stage, list := range map[string][]*Tactic{"see": all.See, "think": all.Think, "do": all.Do, "care": all.Care} {
			if len(list) < 6 {
				t.Errorf("%s has %d", stage, len(list))
			}
			for _, tactic := range list {
				if seen[tactic.ID] || tactic.ID == "" || tactic.ChannelKey == "" || tactic.Text.NL == "" || tactic.Text.EN == "" || tactic.Text.Title("") != nil {
					t.Errorf("%+v is not whole", tactic)
				}
				seen[tactic.ID] = true
			}
		}
	})
}
