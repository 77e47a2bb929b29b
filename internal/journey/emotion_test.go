package journey

import (
	"slices"
	"testing"
)

func TestPeakEndEdges(t *testing.T) {
	if PeakEnd(nil) != nil {
		t.Error("no emotions have a peak")
	}
	if e := PeakEnd([]int{2, -2, 1}); e.Peak != -2 {
		t.Errorf("of +2 and −2 the peak is %d", e.Peak)
	}
	if e := PeakEnd([]int{1}); *e != (EmotionSummary{Peak: 1, End: 1, PeakEnd: 1, Mean: 1, Worst: 1, Best: 1}) {
		t.Errorf("one emotion came out as %+v", e)
	}
}

func TestTouchpointsInStageAndCardOrder(t *testing.T) {
	moment := func(id, stage, lane string, order int, valence *int) *Card {
		return &Card{ID: id, Type: "touchpoint", StageID: stage, LaneID: lane, Order: order, Emotion: &Emotion{Valence: valence}}
	}
	j := &Journey{
		Stages: []*Stage{{ID: "s1"}, {ID: "s2"}},
		Cards: []*Card{ // as a view gives them: stage by stage, lane by lane
			moment("a", "s1", "l1", 1, ptr(1)), moment("c", "s1", "l1", 2, nil),
			{ID: "note", Type: "emotion", StageID: "s1", LaneID: "l1", Order: 3, Emotion: &Emotion{Valence: ptr(-2)}},
			moment("b", "s1", "l2", 1, ptr(2)), moment("d", "s2", "l1", 1, ptr(-1)),
		},
	}
	c := Compute(j)
	if want := []string{"a", "b", "c", "d"}; !slices.Equal(c.TouchpointOrder, want) {
		t.Errorf("order %v, want %v", c.TouchpointOrder, want)
	}
	if c.Emotion.Worst != -1 || c.Emotion.End != -1 || c.Emotion.Peak != 2 {
		t.Errorf("the notes of the emotion lane, or a moment without a face, count: %+v", c.Emotion)
	}
}
