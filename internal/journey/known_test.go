package journey

import "testing"

func TestCountKnown(t *testing.T) {
	c := Compute(&Journey{
		Stages: []*Stage{{ID: "a"}, {ID: "b"}},
		Cards:  []*Card{{StageID: "a", EvidenceStatus: known}, {StageID: "a", EvidenceStatus: guess}, {StageID: "a", EvidenceStatus: known}},
	})
	if c.Known != 2 || c.Guess != 1 || *c.StageKnown["a"] != (KnownCount{2, 1}) || *c.StageKnown["b"] != (KnownCount{}) {
		t.Errorf("counted %d, %d, %+v, %+v", c.Known, c.Guess, c.StageKnown["a"], c.StageKnown["b"])
	}
	if Compute(&Journey{}).ShareKnown != nil {
		t.Error("a journey without cards has a share known; empty is not zero")
	}
}
