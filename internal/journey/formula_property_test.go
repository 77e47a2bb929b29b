package journey

import (
	"math"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

// near tells whether two numbers that may both be missing are the same but for rounding by the machine.
func near(a, b *float64) bool {
	if a == nil || b == nil {
		return a == b
	}
	return math.Abs(*a-*b) <= 1e-9*max(1, math.Abs(*a))
}

// within tells whether a number is missing or lies between the two.
func within(x *float64, low, high float64) bool {
	return x == nil || *x >= low-1e-9 && *x <= high+1e-9
}

func TestWilsonHoldsTheShareAndMirrors(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(1, 1_000_000).Draw(t, "n")
		k := rapid.IntRange(0, n).Draw(t, "k")
		z := rapid.Float64Range(0.1, 4).Draw(t, "z")
		held, mirror, surer := Wilson(k, n, z), Wilson(n-k, n, z), Wilson(k, n, z+0.1)
		p := float64(k) / float64(n)
		if held.Low < 0 || held.Low > p || p > held.High || held.High > 1 {
			t.Fatalf("%d of %d: %+v", k, n, held)
		}
		if math.Abs(held.Low-(1-mirror.High)) > 1e-9 {
			t.Fatalf("%d of %d: %+v, but the others %+v", k, n, held, mirror)
		}
		if surer.Low > held.Low || surer.High < held.High {
			t.Fatalf("%d of %d: surer is narrower: %+v, %+v", k, n, held, surer)
		}
	})
	if Wilson(0, 0, Z95) != nil || Wilson(3, 2, Z95) != nil || Wilson(-1, 2, Z95) != nil {
		t.Error("there is an interval of a share that is none")
	}
}

func TestInfluenceProperties(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		score := rapid.Float64Range(0, 100)
		r, p := score.Draw(t, "relevance"), score.Draw(t, "presence")
		if i := influence(r, p); !within(&i, 0, min(r, p)) || i != influence(p, r) {
			t.Fatalf("influence of %v and %v is %v", r, p, i)
		}
		mirrored := map[string]string{presence: relevance, relevance: presence, bothDimensions: bothDimensions}
		if lever(p, r) != mirrored[lever(r, p)] {
			t.Fatalf("levers of %v and %v: %s, the other way %s", r, p, lever(r, p), lever(p, r))
		}
	})
	// Means of three scorers that lie ten apart do so whatever the machine rounds.
	if got := lever(190.0/3, 160.0/3); got != presence {
		t.Errorf("63⅓ and 53⅓ lie ten apart; the lever is %s", got)
	}
}

func TestOpportunityScoreProperties(t *testing.T) {
	order := []string{"limited", "worth_considering", "high", "extreme"}
	rapid.Check(t, func(t *rapid.T) {
		tenth := rapid.Float64Range(0, 10)
		i, s, more := tenth.Draw(t, "importance"), tenth.Draw(t, "satisfaction"), tenth.Draw(t, "more")
		score := OpportunityScore(i, s)
		if score < i || score > 2*i || Overserved(i, s) && score != i {
			t.Fatalf("importance %v and satisfaction %v: %v", i, s, score)
		}
		if other := OpportunityScore(i, max(s, more)); other > score {
			t.Fatalf("more satisfaction, more opportunity: %v, %v", score, other)
		}
		higher := OpportunityScore(max(i, more), s)
		if higher < score || slices.Index(order, OpportunityBand(higher)) < slices.Index(order, OpportunityBand(score)) {
			t.Fatalf("more important, less opportunity: %v, %v", score, higher)
		}
	})
	if got := OpportunityBand(8.1 + (8.1 - 4.2)); got != "high" { // 12 but for rounding
		t.Errorf("12 is %s", got)
	}
}

func TestRiceProperties(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r := Rice{
			Reach: rapid.Float64Range(0, 1e6).Draw(t, "reach"), Impact: rapid.Float64Range(0, 3).Draw(t, "impact"),
			Confidence: rapid.Float64Range(0, 1).Draw(t, "confidence"), Effort: rapid.Float64Range(0.1, 100).Draw(t, "effort"),
		}
		twice := r
		twice.Effort *= 2
		if r.Score() < 0 || !near(new(r.Score()), new(2*twice.Score())) {
			t.Fatalf("%+v: %v, with twice the effort %v", r, r.Score(), twice.Score())
		}
	})
}

var ratings = rapid.SliceOfN(rapid.SliceOfN(rapid.IntRange(1, 5), 0, 4), 1, 12)

func TestAlphaProperties(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var units, moved, turned [][]float64
		for _, values := range ratings.Draw(t, "units") {
			var unit, shifted []float64
			for _, v := range values {
				unit, shifted = append(unit, float64(v)), append(shifted, 3*float64(v)+7)
			}
			units, moved = append(units, unit), append(moved, shifted)
		}
		for _, unit := range slices.Backward(units) {
			unit = slices.Clone(unit)
			slices.Reverse(unit)
			turned = append(turned, unit)
		}
		for _, level := range []Level{LevelNominal, LevelOrdinal, LevelInterval, LevelRatio} {
			alpha := Alpha(units, level)
			if alpha != nil && *alpha > 1+1e-9 {
				t.Fatalf("%s: %v", level, *alpha)
			}
			if !near(alpha, Alpha(turned, level)) {
				t.Fatalf("%s depends on the order of units or scorers", level)
			}
			if level != LevelRatio && !near(alpha, Alpha(moved, level)) {
				t.Fatalf("%s depends on where the scale begins", level)
			}
		}
	})
}

func TestAlphaIsOneWhenUnitsDifferAndScorersDoNot(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var units [][]float64
		for _, v := range rapid.SliceOfNDistinct(rapid.IntRange(1, 100), 2, 10, rapid.ID).Draw(t, "values") {
			units = append(units, slices.Repeat([]float64{float64(v)}, rapid.IntRange(2, 4).Draw(t, "scorers")))
		}
		for _, level := range []Level{LevelNominal, LevelOrdinal, LevelInterval, LevelRatio} {
			if alpha := Alpha(units, level); !near(alpha, new(1.0)) {
				t.Fatalf("%s: %v", level, alpha)
			}
		}
	})
}

func TestAlphaReading(t *testing.T) {
	for alpha, want := range map[float64]string{1: "good", 0.8: "good", 0.79: "tentative", 0.667: "tentative", 0.66: "talk", -1: "talk"} {
		if got := AlphaReading(alpha); got != want {
			t.Errorf("%v reads as %s, want %s", alpha, got, want)
		}
	}
}

func TestPeakEndProperties(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		felt := rapid.SliceOfN(rapid.IntRange(-2, 2), 1, 20).Draw(t, "felt")
		e := PeakEnd(felt)
		if e.Worst > e.Peak || e.Peak > e.Best || !within(&e.PeakEnd, float64(e.Worst), float64(e.Best)) || !within(&e.Mean, float64(e.Worst), float64(e.Best)) {
			t.Fatalf("%v: %+v", felt, e)
		}
		for _, v := range felt {
			if abs(v) > abs(e.Peak) {
				t.Fatalf("%v: %d lies further from 0 than the peak %d", felt, v, e.Peak)
			}
		}
	})
}

func abs(v int) int { return max(v, -v) }

func TestEmotionScaleProperties(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		points := rapid.IntRange(2, 11).Draw(t, "points")
		answer := rapid.Float64Range(1, float64(points)).Draw(t, "answer")
		x, mirror := NormaliseEmotion(answer, points), NormaliseEmotion(float64(points)+1-answer, points)
		if !within(x, -1, 1) || !near(x, new(-*mirror)) {
			t.Fatalf("%v of %d points: %v, mirrored %v", answer, points, *x, *mirror)
		}
		if NormaliseEmotion(0.9, points) != nil || NormaliseEmotion(float64(points)+0.1, points) != nil {
			t.Fatal("an answer off the scale counts")
		}
		felt := rapid.SliceOfN(rapid.IntRange(-2, 2), 0, 20).Draw(t, "felt")
		b := BalanceEmotions(felt)
		if b.Positive+b.Negative+b.Neutral != len(felt) || !within(b.Net(), -100, 100) || (b.Net() == nil) != (len(felt) == 0) {
			t.Fatalf("%v: %+v", felt, b)
		}
		var chosen, opposite []WheelEmotion
		for _, v := range felt {
			strength := float64(1 + abs(v))
			chosen = append(chosen, WheelEmotion{Pleasant: v > 0, Intensity: strength})
			opposite = append(opposite, WheelEmotion{Pleasant: v <= 0, Intensity: strength})
		}
		net := WheelNet(chosen)
		if !within(net, -1, 1) || net != nil && !near(net, new(-*WheelNet(opposite))) {
			t.Fatalf("%+v: %v", chosen, net)
		}
	})
	if NormaliseValence(-2) != -1 || NormaliseValence(2) != 1 {
		t.Error("the ends of the valence are not the ends of the scale")
	}
}
