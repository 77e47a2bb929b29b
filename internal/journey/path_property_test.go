package journey

import (
	"testing"

	"pgregory.net/rapid"

	"klantreis/internal/workspace"
)

// drawnPaths begin at S, walk over S, T, D and end in the target C or the exit X.
func drawnPaths(t *rapid.T) [][]string {
	var paths [][]string
	for range rapid.IntRange(1, 20).Draw(t, "paths") {
		path := append([]string{"S"}, rapid.SliceOfN(rapid.SampledFrom([]string{"S", "T", "D"}), 0, 6).Draw(t, "between")...)
		paths = append(paths, append(path, rapid.SampledFrom([]string{"C", "X"}).Draw(t, "end")))
	}
	return paths
}

func TestPathProperties(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		paths := drawnPaths(t)
		steps := CountSteps(paths)
		for from, next := range steps.Shares() {
			sum := 0.0
			for _, share := range next {
				sum += share
			}
			if !near(&sum, new(1.0)) {
				t.Fatalf("the shares from %s add up to %v", from, sum)
			}
		}
		chance := steps.ChanceToReach("C")
		for stage, c := range chance {
			if !within(&c, 0, 1) {
				t.Fatalf("the chance from %s is %v", stage, c)
			}
		}
		if reached := ShareReaching(paths, "C"); !near(new(chance["S"]), reached) {
			t.Fatalf("%v reached the target, the chance is %v", *reached, chance["S"])
		}
		lost := steps.ChanceToReach("X")
		if !near(new(chance["S"]+lost["S"]), new(1.0)) {
			t.Fatalf("%v come to the target and %v leave", chance["S"], lost["S"])
		}
	})
}

func TestBackwardStepsTurnForward(t *testing.T) {
	order := []string{"S", "T", "D", "C"}
	rapid.Check(t, func(t *rapid.T) {
		path := rapid.SliceOf(rapid.SampledFrom(order)).Draw(t, "path")
		steps, repeats := CountSteps([][]string{path}), 0
		for stage, next := range steps {
			repeats += next[stage]
		}
		turned := []string{"C", "D", "T", "S"}
		if got := steps.BackwardSteps(order) + steps.BackwardSteps(turned) + repeats; got != max(len(path)-1, 0) {
			t.Fatalf("%v: %d of %d steps have a direction or repeat", path, got, len(path)-1)
		}
	})
}

func TestPathsThatNeverLeave(t *testing.T) {
	steps := CountSteps([][]string{{"S", "T", "S", "T"}, {"D", "C"}, {}, {"S"}})
	chance := steps.ChanceToReach("C")
	if len(chance) != 3 || chance["S"] != 0 || chance["T"] != 0 || chance["D"] != 1 {
		t.Errorf("got %v", chance)
	}
	if got := CountSteps(nil).ChanceToReach("C"); len(got) != 0 {
		t.Errorf("without paths there are chances: %v", got)
	}
	if ShareReaching(nil, "C") != nil {
		t.Error("without paths a share reaches the target")
	}
}

func TestSummaryProperties(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		scores := rapid.SliceOfN(rapid.Ptr(rapid.IntRange(1, 5), true), 0, 10).Draw(t, "scores")
		p, s := SummarisePrinciples(scores), SummariseScan(scores)
		if p.N > len(scores) || (p.Mean == nil) != (p.N == 0) || !within(p.Mean, 1, 5) || !within(p.Percent, 0, 100) || (len(p.Weakest) == 0) != (p.N == 0) {
			t.Fatalf("%+v", p)
		}
		for _, weak := range p.Weakest {
			for _, v := range scores {
				if v != nil && *v < *scores[weak-1] {
					t.Fatalf("principle %d is not the weakest", weak)
				}
			}
		}
		if !near(s.Mean, p.Mean) || (s.Colour == "") != (s.N == 0) {
			t.Fatalf("%+v", s)
		}
		if s.Colour == "green" && *s.Mean < scanGreenFrom {
			t.Fatalf("%+v", s)
		}
	})
}

func TestKnowingProperties(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		k := KnownCount{rapid.IntRange(0, 99).Draw(t, "known"), rapid.IntRange(0, 99).Draw(t, "guess")}
		empty := rapid.IntRange(0, 99).Draw(t, "empty")
		if !within(k.Share(), 0, 1) || !within(k.Completeness(empty), 0, 1) {
			t.Fatalf("%+v: %v known, %v complete", k, k.Share(), k.Completeness(empty))
		}
		strengths := rapid.SliceOf(rapid.IntRange(0, 4)).Draw(t, "strengths")
		if c := Certainty(strengths); !within(c, 0, 100) || (c == nil) != (len(strengths) == 0) {
			t.Fatalf("%v: %v", strengths, c)
		}
	})
}

func TestBlueprintNotes(t *testing.T) {
	front, back := &Card{ID: "f", StageID: "a", Type: "frontstage"}, &Card{ID: "b", StageID: "b", Type: "backstage", ProcessIDs: []string{"none", "p"}}
	moment, other := &Card{ID: "t", StageID: "c", Type: "touchpoint"}, &Card{ID: "o", StageID: "d", Type: "backstage", ProcessIDs: []string{"q"}}
	processes := []*workspace.Process{{ID: "none"}, {ID: "p", OwnerID: "m-1"}, {ID: "q", OwnerID: "m-2"}}
	j := &Journey{Cards: []*Card{front, back, moment, other}, Links: []*Link{{ID: "l", Kind: "leads_to", FromCardID: "b", ToCardID: "o"}}}
	f := func(why string, want ...BlueprintNote) {
		t.Helper()
		got := BlueprintNotes(j, processes)
		if len(got) != len(want) {
			t.Errorf("%s: got %v, want %v", why, got, want)
			return
		}
		for i := range want {
			if got[i] != want[i] {
				t.Errorf("%s: got %v, want %v", why, got, want)
			}
		}
	}
	alone, bare, over := BlueprintNote{FrontstageAlone, "f"}, BlueprintNote{MomentUnsupported, "t"}, BlueprintNote{HandOver, "l"}
	f("each in its own stage", alone, bare, over)
	j.Links = append(j.Links, &Link{ID: "s", Kind: "supports", FromCardID: "f", ToCardID: "t"})
	f("the front stage supports the moment", over)
	j.Links = j.Links[:1]
	moment.StageID = "a"
	f("both stand in one stage", over)
	moment.StageID, moment.ProcessIDs = "c", []string{"p"}
	f("a process supports the moment", alone, over)
	processes[2].OwnerID = "m-1"
	f("the owner stays", alone)
	processes[2].OwnerID = ""
	f("the owner is not known", alone)
}

func TestMomentsOfTruth(t *testing.T) {
	f := func(want, stage string, recommends bool, flags ...string) {
		t.Helper()
		if got := MomentOfTruth(stage, flags, recommends); got != want {
			t.Errorf("%s %v: got %q, want %q", stage, flags, got, want)
		}
	}
	f("", "do", true)
	f(MomentZero, "think", false, "moment_of_truth")
	f(MomentFirst, "do", false, "moment_of_truth")
	f(MomentSecond, "care", false, "moment_of_truth", "first_use")
	f(MomentThird, "care", true, "moment_of_truth")
	f("", "see", false, "moment_of_truth")
}

func TestJobStory(t *testing.T) {
	s := JobStory{Situation: Text{NL: "ik een fiets zoek", EN: "I look for a bike"}, Motivation: Text{NL: "er een proberen", EN: "try one"}}
	if s.Complete() || s.Sentence("nl") != "" {
		t.Error("a story without an outcome is complete")
	}
	s.Outcome = Text{NL: "zeker ben", EN: "be sure"}
	if got := s.Sentence("nl"); got != "Als ik een fiets zoek, wil ik er een proberen, zodat ik zeker ben." {
		t.Error(got)
	}
	if got := s.Sentence("en"); got != "When I look for a bike, I want to try one, so I can be sure." {
		t.Error(got)
	}
	o := DesiredOutcome{Direction: Text{EN: "minimise"}, Measure: Text{EN: "the time"}}
	if o.Complete() {
		t.Error("an outcome without its object is complete")
	}
	o.Object = Text{EN: "to get a test ride"}
	if !o.Complete() {
		t.Error("the context is needed")
	}
}
