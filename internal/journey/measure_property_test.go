package journey

import (
	"math"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

// figure draws a count that may be missing.
func figure(t *rapid.T, name string) *float64 {
	whole := rapid.Map(rapid.IntRange(0, 1_000_000), func(n int) float64 { return float64(n) })
	return rapid.Ptr(whole, true).Draw(t, name)
}

func TestRatioProperties(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		part, whole := figure(t, "part"), figure(t, "whole")
		r := Ratio(part, whole)
		if (r == nil) != (part == nil || whole == nil || *whole == 0) || r != nil && *r < 0 {
			t.Fatalf("%v", r)
		}
		if r != nil && *part <= *whole && *r > 1 {
			t.Fatalf("a part is %v of the whole", *r)
		}
	})
}

func TestAudienceRatesMultiplyToOverall(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r := AudienceSizes{figure(t, "see"), figure(t, "think"), figure(t, "do"), figure(t, "care")}.Rates()
		if r.SeeThink != nil && r.ThinkDo != nil && r.DoCare != nil && math.Abs(*r.SeeThink**r.ThinkDo**r.DoCare-*r.Overall) > 1e-6*max(1, *r.Overall) {
			t.Fatalf("%v × %v × %v ≠ %v", *r.SeeThink, *r.ThinkDo, *r.DoCare, *r.Overall)
		}
	})
}

func TestMeasuresNeedTheirFigures(t *testing.T) {
	if (SocialFigures{}.Measures()) != (SocialMeasures{}) || (WebFigures{}.Measures()) != (WebMeasures{}) {
		t.Error("measures come from nothing")
	}
	rapid.Check(t, func(t *rapid.T) {
		started := rapid.Float64Range(1, 1e6).Draw(t, "started")
		ordered := rapid.Float64Range(0, started).Draw(t, "ordered")
		m := WebFigures{Visits: &started, CheckoutsStarted: &started, OrdersCompleted: &ordered}.Measures()
		if !within(m.CheckoutAbandonment, 0, 1) || !near(new(*m.CheckoutAbandonment+*m.Conversion), new(1.0)) {
			t.Fatalf("of %v started %v ordered: %v abandoned", started, ordered, *m.CheckoutAbandonment)
		}
		posts := SocialFigures{Posts: &started, Likes: &ordered, Comments: &ordered, Shares: &ordered}.Measures()
		if !within(posts.Applause, 0, 1) || !near(posts.Applause, posts.Conversation) || !near(posts.Applause, posts.Amplification) || posts.ValuePerVisit != nil {
			t.Fatalf("%+v", posts)
		}
	})
}

func TestLifetimeValueProperties(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		v := LifetimeValue{
			Margin: rapid.Float64Range(0, 1000).Draw(t, "margin"), Retention: rapid.Float64Range(0, 1).Draw(t, "retention"),
			Discount: rapid.Float64Range(0.01, 0.5).Draw(t, "discount"), Acquisition: rapid.Float64Range(0, 500).Draw(t, "acquisition"),
		}
		n := rapid.IntRange(0, 40).Draw(t, "periods")
		value := *v.Value()
		if short, long := *v.Within(n), *v.Within(n + 1); short < 0 || short > long || long > value+1e-6 {
			t.Fatalf("%+v: %v in %d periods, %v in one more, %v in all", v, short, n, long, value)
		}
		if far := *v.Within(2500); math.Abs(far-value) > 1e-6*max(1, value) {
			t.Fatalf("%+v: 2500 periods bring %v, all %v", v, far, value)
		}
		if *v.Net() > value || *v.WithFirstMargin() < value {
			t.Fatalf("%+v: net %v, with the first margin %v, value %v", v, *v.Net(), *v.WithFirstMargin(), value)
		}
		v.Discount = v.Retention - 1.01 // interest that makes every year worth more
		if v.Multiple() != nil || v.Value() != nil || v.Net() != nil || v.WithFirstMargin() != nil {
			t.Fatalf("%+v has a value without end", v)
		}
	})
}

func TestRetentionProperties(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		start := rapid.IntRange(1, 10_000).Draw(t, "start")
		stayed := rapid.IntRange(0, start).Draw(t, "stayed")
		fresh := rapid.IntRange(0, 10_000).Draw(t, "new")
		c := CustomerCount{Start: float64(start), New: float64(fresh), End: float64(stayed + fresh)}
		if !within(c.Retention(), 0, 1) || !near(new(*c.Retention()+*c.Churn()), new(1.0)) {
			t.Fatalf("%+v: %v stay, %v leave", c, *c.Retention(), *c.Churn())
		}
		if years := c.ExpectedLifetime(); (years == nil) != (stayed == start) || years != nil && *years < 1 {
			t.Fatalf("%+v: they stay %v", c, years)
		}
	})
	for _, c := range []CustomerCount{{}, {Start: 10, New: 5, End: 4}, {Start: 10, End: 11}, {Start: 10, New: -1, End: 4}} {
		if c.Retention() != nil || c.Churn() != nil || c.ExpectedLifetime() != nil {
			t.Errorf("%+v contradicts itself and has a retention", c)
		}
	}
}

func TestExpectationProperties(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		mark := rapid.Float64Range(1, 10)
		first, lived := mark.Draw(t, "first"), rapid.SliceOf(mark).Draw(t, "experiences")
		line := FollowExpectation(first, lived, rapid.Float64Range(-0.5, 1.5).Draw(t, "weight"))
		if len(line.Expected) != len(lived)+1 || len(line.Difference) != len(lived) {
			t.Fatalf("%d experiences give %+v", len(lived), line)
		}
		for i, e := range line.Expected {
			if !within(&e, 1, 10) {
				t.Fatalf("the expectation leaves the scale: %v", line.Expected)
			}
			if i > 0 && (e-line.Expected[i-1])*line.Difference[i-1] < 0 {
				t.Fatalf("an expectation moves away from the experience: %+v", line)
			}
		}
		if last := FollowExpectation(first, lived, 1); len(lived) > 0 && !near(&last.Expected[len(lived)], &lived[len(lived)-1]) {
			t.Fatalf("with weight 1 the last experience is expected, not %v", last.Expected)
		}
		if same := FollowExpectation(first, lived, 0); slices.Max(same.Expected) != slices.Min(same.Expected) {
			t.Fatalf("with weight 0 something is learnt: %v", same.Expected)
		}
	})
}

func TestMeanGapProperties(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var gaps, alike []WeighedGap
		for _, g := range rapid.SliceOf(rapid.Float64Range(-9, 9)).Draw(t, "gaps") {
			gaps = append(gaps, WeighedGap{g, rapid.Float64Range(0, 10).Draw(t, "importance")})
			alike = append(alike, WeighedGap{g, 4})
		}
		if (MeanGap(gaps) == nil) != (len(gaps) == 0) || !within(MeanGap(gaps), -9, 9) || !within(WeightedGap(gaps), -9, 9) {
			t.Fatalf("%v: %v, %v", gaps, MeanGap(gaps), WeightedGap(gaps))
		}
		if !near(MeanGap(alike), WeightedGap(alike)) {
			t.Fatalf("%v: equal weights weigh", alike)
		}
	})
}

func TestServiceGapsNeedBothSides(t *testing.T) {
	if ServiceGapsOf(nil, nil) != (ServiceGaps{}) {
		t.Error("there are gaps between nothing")
	}
	g := ServiceGapsOf(&Rating{Expected: ptr(8.0), Promised: ptr(9.0), Delivered: ptr(6.0)}, &Rating{Expected: ptr(7.0), Realised: ptr(5.0)})
	if *g.Knowledge != 1 || *g.Promise != -3 || *g.Experience != -2 {
		t.Errorf("got %v, %v, %v", *g.Knowledge, *g.Promise, *g.Experience)
	}
}
