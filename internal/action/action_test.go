package action

import (
	"math"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"klantreis/internal/journey"
)

func TestICEProperties(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		mark := rapid.Float64Range(1, 10)
		i := journey.Ice{Impact: mark.Draw(t, "impact"), Confidence: mark.Draw(t, "confidence"), Ease: mark.Draw(t, "ease")}
		easier := i
		easier.Ease++
		if p := *ICE(&i); p < 1 || p > 1000+1e-9 || *ICE(&easier) <= p {
			t.Fatalf("%+v: %v, easier %v", i, p, *ICE(&easier))
		}
		mean := *ICEMean(&i)
		if mean < 1 || mean > 10+1e-9 || math.Pow(mean, 3) < *ICE(&i)-1e-6 { // a mean is at least the geometric one
			t.Fatalf("%+v: mean %v, product %v", i, mean, *ICE(&i))
		}
	})
	if ICE(nil) != nil || ICEMean(nil) != nil {
		t.Error("an action without ICE has a score")
	}
}

func TestQuadrantProperties(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		mark := rapid.Float64Range(1, 5)
		i := journey.ImpactEffort{Impact: mark.Draw(t, "impact"), Effort: mark.Draw(t, "effort")}
		high, costly := slices.Contains([]string{"quick_win", "big_bet"}, Quadrant(&i)), slices.Contains([]string{"big_bet", "avoid"}, Quadrant(&i))
		if high != (i.Impact >= 3) || costly != (i.Effort >= 3) {
			t.Fatalf("%+v is %s", i, Quadrant(&i))
		}
	})
	if Quadrant(nil) != "" {
		t.Error("an action without impact and effort has a place")
	}
}

func TestEffectProperties(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		value := rapid.Float64Range(-1000, 1000)
		before, after := value.Draw(t, "before"), value.Draw(t, "after")
		there, back := EffectOf(&before, &after, nil, nil, true), EffectOf(&after, &before, nil, nil, true)
		if there.Change != -back.Change || there.Better && back.Better || there.Reached != nil || (there.Relative == nil) != (before == 0) {
			t.Fatalf("%+v; back %+v", there, back)
		}
		if low := EffectOf(&before, &after, nil, nil, false); before != after && low.Better == there.Better {
			t.Fatalf("%v to %v is better both ways", before, after)
		}
		if there.Relative != nil && *there.Relative*there.Change < 0 {
			t.Fatalf("%v to %v: the share %v has another sign", before, after, *there.Relative)
		}
		if whole := EffectOf(&before, &after, &before, &after, true); before != after && *whole.Reached != 1 {
			t.Fatalf("on the target %v of the way is gone", *whole.Reached)
		}
	})
	one := 1.0
	if EffectOf(nil, &one, nil, nil, true) != nil || EffectOf(&one, nil, nil, nil, true) != nil || EffectOf(&one, &one, &one, &one, true).Reached != nil {
		t.Error("there is an effect of nothing")
	}
}
