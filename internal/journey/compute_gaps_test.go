package journey

import (
	"math"
	"testing"

	"pgregory.net/rapid"
)

func TestGapsNeedBothRatings(t *testing.T) {
	if GapsOf(nil) != nil || GapsOf(&Rating{Expected: ptr(7.0), Desired: ptr(8.0)}) != nil {
		t.Error("there is a gap with nothing on the other side")
	}
	g := GapsOf(&Rating{Expected: ptr(7.0), Delivered: ptr(5.0)})
	if g.PromiseGap != nil || g.DeliveryGap != nil || *g.ExperienceGap != -2 {
		t.Errorf("got %+v", g)
	}
}

func TestINV11ExperienceGapIsTheSum(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		rating := rapid.Float64Range(1, 10)
		g := GapsOf(&Rating{
			Expected: ptr(rating.Draw(t, "expected")), Promised: ptr(rating.Draw(t, "promised")), Delivered: ptr(rating.Draw(t, "delivered")),
		})
		if math.Abs(*g.ExperienceGap-(*g.PromiseGap+*g.DeliveryGap)) > 1e-12 {
			t.Fatalf("%v ≠ %v + %v", *g.ExperienceGap, *g.PromiseGap, *g.DeliveryGap)
		}
	})
}

func TestLargestDeliveryGap(t *testing.T) {
	moment := func(id string, promised, delivered float64) *Card {
		return &Card{ID: id, Rating: &Rating{Promised: &promised, Delivered: &delivered}}
	}
	f := func(want string, met ...*Card) {
		t.Helper()
		if _, got := allGaps(met); got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
	f("")
	f("", moment("a", 5, 8), moment("b", 6, 6), &Card{ID: "c"})
	f("b", moment("a", 5, 4), moment("b", 6, 3), moment("c", 9, 6))
}
