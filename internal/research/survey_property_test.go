package research

import (
	"math"
	"testing"

	"gonum.org/v1/gonum/stat/distuv"
	"pgregory.net/rapid"

	"klantreis/internal/journey"
)

// slack is what rounding by the machine may add.
const slack = 1e-9

func within(x *float64, low, high float64) bool {
	return x == nil || *x >= low-slack && *x <= high+slack
}

func near(a, b *float64) bool {
	if a == nil || b == nil {
		return a == b
	}
	return math.Abs(*a-*b) <= slack*max(1, math.Abs(*a))
}

// drawnRecommendation has at least so many answers.
func drawnRecommendation(t *rapid.T, name string) Recommendation {
	count := rapid.IntRange(0, 500)
	return Recommendation{count.Draw(t, name+" promoters"), count.Draw(t, name+" passives"), count.Draw(t, name+" detractors")}
}

// The constant that journey uses and the quantile of gonum are the same number.
func TestZ95IsTheNormalQuantile(t *testing.T) {
	if z := distuv.UnitNormal.Quantile(upperTail); math.Abs(z-journey.Z95) > 1e-14 {
		t.Errorf("the quantile is %v, the constant %v", z, journey.Z95)
	}
}

// Published tables of Student's t.
func TestStudentTQuantile(t *testing.T) {
	for freedom, want := range map[int]float64{1: 12.7062, 4: 2.776445, 9: 2.262157, 30: 2.042272, 99: 1.984217} {
		if got := t95(freedom); math.Abs(got-want) > 1e-4 {
			t.Errorf("with %d degrees of freedom %v, want %v", freedom, got, want)
		}
	}
}

func TestTwoSidedProperties(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		z, more := rapid.Float64Range(0, 6).Draw(t, "z"), rapid.Float64Range(0, 2).Draw(t, "more")
		p := twoSided(z)
		if !within(&p, 0, 1) || p != twoSided(-z) || twoSided(z+more) > p {
			t.Fatalf("z %v: p %v, other side %v, further out %v", z, p, twoSided(-z), twoSided(z+more))
		}
	})
	if p := twoSided(journey.Z95); math.Abs(p-significantBelow) > 1e-12 {
		t.Errorf("p at the point of 95 %% is %v", p)
	}
}

func TestShareProperties(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(1, 5000).Draw(t, "n")
		k := rapid.IntRange(0, n).Draw(t, "k")
		s := ShareOf(k, n)
		if s.Range.Low > s.Share || s.Share > s.Range.High || s.Range.Low < 0 || s.Range.High > 1 {
			t.Fatalf("%+v", s)
		}
		if ten := ShareOf(10*k, 10*n); ten.Range.High-ten.Range.Low > s.Range.High-s.Range.Low {
			t.Fatalf("ten times as many answers say less: %+v, %+v", s, ten)
		}
		if top := TopTwo(k, n); !within(top, 0, 10) {
			t.Fatalf("%d of %d is %v", k, n, *top)
		}
	})
	if ShareOf(0, 0) != nil || ShareOf(2, 1) != nil || TopTwo(0, 0) != nil || TopTwo(2, 1) != nil || TopTwo(-1, 1) != nil {
		t.Error("a share of nothing is something")
	}
}

func TestRecommendationProperties(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r := drawnRecommendation(t, "now")
		mirror := Recommendation{r.Detractors, r.Passives, r.Promoters}
		if r.N() == 0 {
			return
		}
		if !within(r.Score(), -100, 100) || !within(r.Variance(), 0, 1) || !near(r.Score(), new(-*mirror.Score())) || !near(r.StandardError(), mirror.StandardError()) {
			t.Fatalf("%+v: %v ± %v, mirrored %v ± %v", r, *r.Score(), *r.StandardError(), *mirror.Score(), *mirror.StandardError())
		}
		held, turned := r.Interval(), mirror.Interval()
		if held.Low < -100 || held.High > 100 || held.Low >= held.High || math.Abs(held.Low+turned.High) > slack {
			t.Fatalf("%+v: %+v, mirrored %+v", r, held, turned)
		}
		if math.Abs(*r.AdjustedScore()) > math.Abs(*r.Score())+slack {
			t.Fatalf("%+v: adding both sides takes %v further from 0, to %v", r, *r.Score(), *r.AdjustedScore())
		}
		if wald, student := r.Wald(), r.StudentT(); student != nil && (student.Low > wald.Low || student.High < wald.High) {
			t.Fatalf("%+v: Student's t is narrower than Wald", r)
		}
		happier := r
		happier.Promoters++
		if *happier.Score() < *r.Score()-slack {
			t.Fatalf("%+v: one more promoter lowers the score", r)
		}
		score, variance := RecommendationOfShares(float64(r.Promoters)/float64(r.N()), float64(r.Detractors)/float64(r.N()))
		if !near(&score, r.Score()) || !near(&variance, r.Variance()) {
			t.Fatalf("%+v: shares give %v and %v", r, score, variance)
		}
	})
}

func TestRecommendationChangeProperties(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		before, after := drawnRecommendation(t, "before"), drawnRecommendation(t, "after")
		change, back := after.Since(before), before.Since(after)
		if (change == nil) != (back == nil) {
			t.Fatalf("%+v, %+v: only one way has a change", before, after)
		}
		if change == nil {
			return
		}
		if !near(&change.Z, new(-back.Z)) || !near(&change.P, &back.P) || !within(&change.P, 0, 1) || change.Significant != (math.Abs(change.Z) > journey.Z95) {
			t.Fatalf("%+v; back %+v", change, back)
		}
	})
	same := Recommendation{Promoters: 10}
	if (Recommendation{}).Since(same) != nil || same.Since(same) != nil {
		t.Error("there is a change where nothing tells chance apart")
	}
}

func TestRecommendationWithoutAnswers(t *testing.T) {
	var r Recommendation
	if r.Score() != nil || r.Variance() != nil || r.StandardError() != nil || r.Wald() != nil || r.StudentT() != nil || r.Interval() != nil || r.AdjustedScore() != nil {
		t.Error("no answers give a score; empty is not zero")
	}
	if (Recommendation{Promoters: 1}).StudentT() != nil {
		t.Error("one answer has a spread")
	}
	rapid.Check(t, func(t *rapid.T) {
		answers := rapid.SliceOf(rapid.IntRange(-3, 13)).Draw(t, "answers")
		valid := 0
		for _, a := range answers {
			if a >= 0 && a <= 10 {
				valid++
			}
		}
		if n := CountRecommendations(answers).N(); n != valid {
			t.Fatalf("%d of %v count", n, answers)
		}
	})
}

func TestSatisfactionProperties(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var s Satisfaction
		for i := range s {
			s[i] = rapid.IntRange(0, 100).Draw(t, "count")
		}
		if !within(s.Mean(), 1, 5) || (s.Mean() == nil) != (s.N() == 0) || (s.Satisfied() == nil) != (s.N() == 0) {
			t.Fatalf("%v: %v", s, s.Mean())
		}
		happier := s
		happier[4]++
		if s.N() > 0 && (*happier.Mean() < *s.Mean() || happier.Satisfied().Share < s.Satisfied().Share) {
			t.Fatalf("%v: one more satisfied customer lowers it", s)
		}
	})
}

func TestEffortProperties(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		answers := rapid.SliceOf(rapid.Map(rapid.IntRange(1, 7), func(a int) float64 { return float64(a) })).Draw(t, "answers")
		e := SummariseEffort(answers)
		if !within(e.Mean, 1, 7) || (e.Mean == nil) != (len(answers) == 0) || (e.Deviation == nil) != (len(answers) < 2) || (e.Agree == nil) != (len(answers) == 0) {
			t.Fatalf("%v: %+v", answers, e)
		}
		if e.Range != nil && (*e.Deviation < 0 || e.Range.Low > *e.Mean || e.Range.High < *e.Mean) {
			t.Fatalf("%v: %+v", answers, e.Range)
		}
	})
}

func drawnKano(t *rapid.T) [][2]KanoAnswer {
	answer := rapid.Map(rapid.IntRange(0, 4), func(i int) KanoAnswer { return KanoAnswer(i) })
	return rapid.SliceOf(rapid.Custom(func(t *rapid.T) [2]KanoAnswer {
		return [2]KanoAnswer{answer.Draw(t, "there"), answer.Draw(t, "absent")}
	})).Draw(t, "pairs")
}

func TestKanoProperties(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		pairs := drawnKano(t)
		k := CountKano(pairs)
		if k.N() != len(pairs) || !within(k.Better(), 0, 1) || !within(k.Worse(), -1, 0) || (k.Better() == nil) != (k.counted() == 0) {
			t.Fatalf("%+v: %v, %v", k, k.Better(), k.Worse())
		}
		if (k.Category() == 0) != (k.N() == 0) || k.N() == 0 && (k.Critical() != nil || k.Clear()) {
			t.Fatalf("%+v is %c", k, k.Category())
		}
		there, absent := KanoMeans(pairs)
		if !within(there, -2, 4) || !within(absent, -2, 4) || (there == nil) != (len(pairs) == 0) {
			t.Fatalf("%v: %v, %v", pairs, there, absent)
		}
		var turned [][2]KanoAnswer // a feature turned into its opposite
		for _, p := range pairs {
			turned = append(turned, [2]KanoAnswer{p[1], p[0]})
		}
		if o := CountKano(turned); o.Indifferent != k.Indifferent || o.Questionable != k.Questionable || o.Reverse != k.Attractive+k.OneDimensional+k.MustBe {
			t.Fatalf("%+v turned around is %+v", k, o)
		}
	})
	if _, known := ParseKano("adore"); known {
		t.Error("adore is an answer")
	}
}

func TestKanoTies(t *testing.T) {
	f := func(k KanoCounts, want KanoCategory) {
		t.Helper()
		if got := k.Category(); got != want {
			t.Errorf("%+v is %c, want %c", k, got, want)
		}
	}
	f(KanoCounts{Attractive: 3, OneDimensional: 3, MustBe: 3}, MustBe)
	f(KanoCounts{Attractive: 3, OneDimensional: 3}, OneDimensional)
	f(KanoCounts{Attractive: 3, Indifferent: 3}, Indifferent) // they do not outnumber
	f(KanoCounts{Reverse: 2, Questionable: 2}, Reverse)
	if !(KanoCounts{Attractive: 40, OneDimensional: 2}).Clear() {
		t.Error("40 against 2 is not clear")
	}
}
