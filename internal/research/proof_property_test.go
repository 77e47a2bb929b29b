package research

import (
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"
)

func drawnAttributes(t *rapid.T) []Attribute {
	mark := rapid.Float64Range(1, 10)
	return rapid.SliceOfN(rapid.Custom(func(t *rapid.T) Attribute {
		return Attribute{Importance: mark.Draw(t, "importance"), Performance: mark.Draw(t, "performance")}
	}), 1, 12).Draw(t, "attributes")
}

func TestImportanceProperties(t *testing.T) {
	order := []string{"low_priority", "concentrate", "possible_overkill", "keep_up"} // 1: important, 2: done well
	rapid.Check(t, func(t *rapid.T) {
		attributes := drawnAttributes(t)
		for name, c := range map[string]*Crosshair{"mean": MeanCrosshair(attributes), "median": MedianCrosshair(attributes)} {
			if !within(&c.Importance, 1, 10) || !within(&c.Performance, 1, 10) {
				t.Fatalf("the %s lies at %+v", name, c)
			}
			some := attributes[0]
			better := some
			better.Performance += 9
			if slices.Index(order, c.Quadrant(better)) < slices.Index(order, c.Quadrant(some)) || !slices.Contains([]string{"keep_up", "possible_overkill"}, c.Quadrant(better)) {
				t.Fatalf("%+v is %s, done better %s", some, c.Quadrant(some), c.Quadrant(better))
			}
		}
	})
	// A mean of equal values may miss them by a rounding error; on the crosshair is high.
	same := slices.Repeat([]Attribute{{Importance: 8.1, Performance: 4.3}}, 7)
	if got := MeanCrosshair(same).Quadrant(same[0]); got != "keep_up" {
		t.Errorf("on the crosshair is %s", got)
	}
	if MeanCrosshair(nil) != nil || MedianCrosshair(nil) != nil {
		t.Error("nothing has a middle")
	}
}

func TestDerivedImportanceProperties(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(0, 20).Draw(t, "n")
		marks := rapid.SliceOfN(rapid.Map(rapid.IntRange(1, 10), func(m int) float64 { return float64(m) }), n, n)
		a, b := marks.Draw(t, "attribute"), marks.Draw(t, "overall")
		r := DerivedImportance(a, b)
		if !within(r, -1, 1) || !near(r, DerivedImportance(b, a)) {
			t.Fatalf("%v, %v: %v", a, b, r)
		}
		var turned []float64
		for _, m := range a {
			turned = append(turned, 11-m)
		}
		if other := DerivedImportance(turned, b); r != nil && !near(r, new(-*other)) {
			t.Fatalf("%v, %v: %v, turned %v", a, b, *r, *other)
		}
		if self := DerivedImportance(a, a); self != nil && !near(self, new(1.0)) {
			t.Fatalf("%v with itself: %v", a, *self)
		}
	})
	if DerivedImportance([]float64{1, 2}, []float64{1}) != nil || DerivedImportance([]float64{3, 3}, []float64{1, 2}) != nil {
		t.Error("there is a correlation with nothing")
	}
}

func TestServiceQualityProperties(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		mark := rapid.Float64Range(1, 7)
		var gaps []float64
		var dimensions []ServiceQuality
		for range rapid.IntRange(0, 5).Draw(t, "dimensions") {
			q := ServiceQuality{mark.Draw(t, "expected"), mark.Draw(t, "perceived"), 20}
			gaps, dimensions = append(gaps, q.Gap()), append(dimensions, q)
		}
		if !within(ServiceGap(gaps), -6, 6) || !near(ServiceGap(gaps), WeightedServiceGap(dimensions)) || (ServiceGap(gaps) == nil) != (len(gaps) == 0) {
			t.Fatalf("%v: %v, with equal weights %v", gaps, ServiceGap(gaps), WeightedServiceGap(dimensions))
		}
	})
	if WeightedServiceGap([]ServiceQuality{{5, 4, 0}}) != nil {
		t.Error("without weights there is a weighted gap")
	}
}

func TestEvidenceStrength(t *testing.T) {
	today := time.Date(2026, 11, 24, 0, 0, 0, 0, time.UTC)
	f := func(want int, s Source) {
		t.Helper()
		if got := s.Strength(today); got != want {
			t.Errorf("%+v is %d, want %d", s, got, want)
		}
	}
	f(StrengthGuess, Source{Agreeing: true})
	f(StrengthStory, Source{Method: "expert"})
	f(StrengthStory, Source{Method: "interview", N: 3})
	f(StrengthSome, Source{Method: "interview", N: 5})
	f(StrengthSome, Source{Method: "usability", N: 5})
	f(StrengthSome, Source{Method: "poll"})
	f(StrengthSome, Source{Method: "survey", N: 29})
	f(StrengthSolid, Source{Method: "survey", N: 30})
	f(StrengthMeasured, Source{Method: "web_analytics"})
	f(StrengthMeasured, Source{Method: "records", Agreeing: true})
	f(StrengthSolid, Source{Method: "records", Found: today.AddDate(-2, 0, -1)})
	f(StrengthMeasured, Source{Method: "records", Found: today.AddDate(-2, 0, 0)})
	f(StrengthStory, Source{Method: "desk", Found: today.AddDate(-9, 0, 0), OtherGroup: true})
	rapid.Check(t, func(t *rapid.T) {
		s := Source{
			Method: rapid.SampledFrom([]string{"survey", "interview", "panel", "usability", "poll", "desk", "expert", "records", "tea leaves"}).Draw(t, "method"),
			N:      rapid.IntRange(0, 100).Draw(t, "n"), OtherGroup: rapid.Bool().Draw(t, "other group"),
			Found: today.AddDate(0, -rapid.IntRange(0, 60).Draw(t, "months"), 0),
		}
		agreed, older, more := s, s, s
		agreed.Agreeing = true
		older.Found = s.Found.AddDate(0, -1, 0)
		more.N++
		strength := s.Strength(today)
		if strength < StrengthStory || strength > StrengthMeasured || agreed.Strength(today) < strength || older.Strength(today) > strength || more.Strength(today) < strength {
			t.Fatalf("%+v is %d", s, strength)
		}
		if Confidence(strength+1) < Confidence(strength) || Confidence(strength) < 1 || Confidence(strength) > 10 {
			t.Fatalf("strength %d allows %v", strength, Confidence(strength))
		}
	})
}
