package research

import (
	"math"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

func TestSampleProperties(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		e, p := rapid.Float64Range(0.01, 0.5).Draw(t, "e"), rapid.Float64Range(0, 1).Draw(t, "p")
		population := rapid.IntRange(1, 1_000_000).Draw(t, "population")
		endless, size := *SampleSize(e, p, 0), *SampleSize(e, p, population)
		if size < 0 || size > population || size > endless {
			t.Fatalf("%d of %d, %d of an endless population", size, population, endless)
		}
		if wider := *SampleSize(2*e, p, 0); wider > endless {
			t.Fatalf("a wider margin needs more answers: %d, %d", wider, endless)
		}
		if mirror := *SampleSize(e, 1-p, 0); mirror > endless+1 || mirror < endless-1 {
			t.Fatalf("a share of %v needs %d, the others %d", p, endless, mirror)
		}
		if endless > 0 && *Margin(endless, p) > e+slack {
			t.Fatalf("%d answers leave %v, not %v", endless, *Margin(endless, p), e)
		}
		if size > 0 && *MarginWithin(size, population, p) > e+slack {
			t.Fatalf("%d of %d leave %v, not %v", size, population, *MarginWithin(size, population, p), e)
		}
	})
	if SampleSize(0, 0.5, 0) != nil || SampleSize(0.1, 2, 0) != nil || SampleSize(0.1, 0.5, -1) != nil || SampleSize(math.NaN(), 0.5, 0) != nil {
		t.Error("a sample without a margin has a size")
	}
}

func TestMarginProperties(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n, more := rapid.IntRange(1, 10_000).Draw(t, "n"), rapid.IntRange(0, 10_000).Draw(t, "more")
		p := rapid.Float64Range(0, 1).Draw(t, "p")
		margin, within := *Margin(n, p), *MarginWithin(n, n+more, p)
		if margin < 0 || within < 0 || within > margin || *Margin(n+more, p) > margin {
			t.Fatalf("%d of %d: %v, %v", n, n+more, margin, within)
		}
		if all := *MarginWithin(n, n, p); all != 0 {
			t.Fatalf("everybody answered, and the margin is %v", all)
		}
	})
	if Margin(0, 0.5) != nil || Margin(1, -1) != nil || MarginWithin(2, 1, 0.5) != nil {
		t.Error("there is a margin of nothing")
	}
}

func TestQuotaProperties(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		total := rapid.IntRange(0, 500).Draw(t, "total")
		parts := rapid.SliceOfN(rapid.IntRange(0, 100), 1, 8).Draw(t, "parts")
		whole := sum(parts)
		var shares []float64
		for _, p := range parts {
			shares = append(shares, float64(p)/100)
		}
		quotas := Quotas(total, shares)
		if (quotas == nil) != (whole == 0) {
			t.Fatalf("%v over %v", total, parts)
		}
		if quotas == nil {
			return
		}
		if sum(quotas) != total {
			t.Fatalf("%v over %v gives %v", total, parts, quotas)
		}
		for i, q := range quotas {
			exact := float64(total) * float64(parts[i]) / float64(whole)
			if math.Abs(float64(q)-exact) >= 1 {
				t.Fatalf("%v over %v gives %v; number %d should be %v", total, parts, quotas, i, exact)
			}
		}
	})
	if got := Quotas(10, []float64{1, 1, 1}); !slices.Equal(got, []int{4, 3, 3}) {
		t.Errorf("of equal remainders the first comes first, not %v", got)
	}
	if Quotas(-1, []float64{1}) != nil || Quotas(3, []float64{1, -1}) != nil || Quotas(3, nil) != nil {
		t.Error("there are quotas of nothing")
	}
}

func TestSaturationProperties(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		themes := rapid.SliceOfN(rapid.IntRange(0, 9), 0, 20).Draw(t, "themes")
		base, run := rapid.IntRange(1, 6).Draw(t, "base"), rapid.IntRange(1, 4).Draw(t, "run")
		threshold := rapid.Float64Range(0, 1).Draw(t, "threshold")
		s := Saturate(themes, base, run, threshold)
		if s == nil {
			if len(themes) >= base && sum(themes[:base]) > 0 {
				t.Fatalf("%v has a base", themes)
			}
			return
		}
		if len(s.Runs) != max(0, len(themes)-base-run+1) || (s.Reached == nil) != (s.Interview == 0) {
			t.Fatalf("%v: %+v", themes, s)
		}
		for _, r := range s.Runs {
			if r.To-r.From != run-1 || r.Ratio < 0 || r.Ratio <= threshold && s.Reached.From > r.From {
				t.Fatalf("%v: %+v, reached in %+v", themes, r, s.Reached)
			}
		}
		if easier := Saturate(themes, base, run, threshold+0.1); s.Reached != nil && easier.Interview > s.Interview {
			t.Fatalf("%v: a higher threshold is reached later", themes)
		}
	})
	if Saturate([]int{1, 1}, 0, 1, 0.05) != nil || Saturate([]int{1, 1}, 1, 0, 0.05) != nil {
		t.Error("there is saturation without a base or a run")
	}
}

func TestCoderAgreement(t *testing.T) {
	if CoderAgreement([][]int{{1}, {2}}) != nil || CoderAgreement([][]int{{3, 3}, {3, 3}}) != nil {
		t.Error("one coder, or one code, agrees")
	}
	rapid.Check(t, func(t *rapid.T) {
		quotes := rapid.SliceOf(rapid.SliceOfN(rapid.IntRange(1, 6), 2, 3)).Draw(t, "quotes")
		var renamed [][]int
		for _, codes := range quotes {
			var other []int
			for _, c := range codes {
				other = append(other, []int{0, 50, 4, 7, 100, -3, 12}[c])
			}
			renamed = append(renamed, other)
		}
		if !near(CoderAgreement(quotes), CoderAgreement(renamed)) {
			t.Fatalf("%v: agreement depends on the names of the codes", quotes)
		}
	})
}

func TestUsabilityProperties(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		chance, n := rapid.Float64Range(0.05, 1).Draw(t, "chance"), rapid.IntRange(0, 40).Draw(t, "n")
		found, more := *ProblemsFound(chance, n), *ProblemsFound(chance, n+1)
		if !within(&found, 0, 1) || more < found {
			t.Fatalf("%d find %v, one more %v", n, found, more)
		}
		share := rapid.Float64Range(0, 0.99).Draw(t, "share")
		people := *PeopleToFind(share, chance)
		if *ProblemsFound(chance, people) < share-slack || people > 0 && *ProblemsFound(chance, people-1) > share+slack {
			t.Fatalf("%v of the problems need %d people", share, people)
		}
	})
	if ProblemsFound(-0.1, 1) != nil || ProblemsFound(0.3, -1) != nil || PeopleToFind(1, 0.3) != nil || PeopleToFind(0.5, 0) != nil {
		t.Error("somebody finds what cannot be found")
	}
}

func TestUsabilityScaleProperties(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		answers := rapid.SliceOfN(rapid.IntRange(1, 5), 10, 10).Draw(t, "answers")
		var turned []int
		for _, a := range answers {
			turned = append(turned, 6-a)
		}
		score, other := UsabilityScale(answers), UsabilityScale(turned)
		if !within(score, 0, 100) || !near(score, new(100-*other)) {
			t.Fatalf("%v: %v, turned %v", answers, *score, *other)
		}
		answers[rapid.IntRange(0, 9).Draw(t, "at")] = 6
		if UsabilityScale(answers) != nil || UsabilityScale(answers[:9]) != nil {
			t.Fatal("a missing answer counts")
		}
	})
}
