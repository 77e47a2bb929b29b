package research_test

import (
	"fmt"

	"klantreis/internal/journey"
	"klantreis/internal/research"
)

// kanoCounts are how many answers fell into each category.
type kanoCounts struct {
	A int `json:"A"`
	O int `json:"O"`
	M int `json:"M"`
	I int `json:"I"`
	R int `json:"R"`
	Q int `json:"Q"`
}

func (c kanoCounts) summary() any {
	k := research.KanoCounts{Attractive: c.A, OneDimensional: c.O, MustBe: c.M, Indifferent: c.I, Reverse: c.R, Questionable: c.Q}
	category := word("")
	if k.N() > 0 {
		category = string(rune(k.Category()))
	}
	return object{
		"better": k.Better(), "worse": k.Worse(), "category": category, "fongCritical": k.Critical(), "fongSignificant": k.Clear(),
	}
}

// pair gives an interval as a list of two, times a factor.
func pair(held *journey.Interval) any {
	if held == nil {
		return nil
	}
	return []float64{held.Low, held.High}
}

// surveyAdapters are the formulas over answers and counts of people.
var surveyAdapters = map[string]adapter{
	"servqual": on(func(in struct {
		Expected  []float64 `json:"E"`
		Perceived []float64 `json:"P"`
		Weights   []float64 `json:"weights"`
	}) any {
		var dimensions []research.ServiceQuality
		var gaps []float64
		for i, e := range in.Expected {
			q := research.ServiceQuality{Expected: e, Perceived: in.Perceived[i], Weight: in.Weights[i]}
			dimensions, gaps = append(dimensions, q), append(gaps, q.Gap())
		}
		return object{"gaps": gaps, "unweighted": research.ServiceGap(gaps), "weighted": research.WeightedServiceGap(dimensions)}
	}),
	"servqual_mean": on(func(in struct {
		Gaps []float64 `json:"gaps"`
	}) any {
		mean := research.ServiceGap(in.Gaps)
		return object{"sum": times(mean, float64(len(in.Gaps))), "unweighted": mean}
	}),
	"importance_performance": on(importancePerformance),
	"derived_importance": on(func(in struct {
		Attribute []float64 `json:"attribute"`
		Overall   []float64 `json:"overall"`
	}) any {
		return object{"r": research.DerivedImportance(in.Attribute, in.Overall)}
	}),
	"opportunity_from_counts": on(func(in struct {
		N            int `json:"n"`
		Importance   int `json:"imp45"`
		Satisfaction int `json:"sat45"`
	}) any {
		i, s := research.TopTwo(in.Importance, in.N), research.TopTwo(in.Satisfaction, in.N)
		out := object{"importance": i, "satisfaction": s, "score": nil}
		if i != nil && s != nil {
			out["score"] = journey.OpportunityScore(*i, *s)
		}
		return out
	}),
	"kano_table": on(func(in struct {
		Order []string `json:"order"`
	}) any {
		table := object{}
		for _, row := range in.Order {
			cells := object{}
			for _, column := range in.Order {
				there, _ := research.ParseKano(row)
				absent, _ := research.ParseKano(column)
				cells[column] = string(rune(research.Kano(there, absent)))
			}
			table[row] = cells
		}
		return table
	}),
	"kano_counts":   on(func(in kanoCounts) any { return in.summary() }),
	"kano_category": on(func(in kanoCounts) any { return in.summary() }),
	"kano_pairs": on(func(in []struct {
		There  string `json:"functional"`
		Absent string `json:"dysfunctional"`
	}) any {
		var pairs [][2]research.KanoAnswer
		var categories []string
		for _, p := range in {
			there, _ := research.ParseKano(p.There)
			absent, _ := research.ParseKano(p.Absent)
			pairs = append(pairs, [2]research.KanoAnswer{there, absent})
			categories = append(categories, string(rune(research.Kano(there, absent))))
		}
		there, absent := research.KanoMeans(pairs)
		return object{"categories": categories, "meanFunctional": there, "meanDysfunctional": absent}
	}),
	"nps": on(func(in struct {
		Promoters  int `json:"promoters"`
		Passives   int `json:"passives"`
		Detractors int `json:"detractors"`
	}) any {
		r := research.Recommendation{Promoters: in.Promoters, Passives: in.Passives, Detractors: in.Detractors}
		return object{
			"n": r.N(), "nps": r.Score(), "variance": r.Variance(), "se": r.StandardError(), "wald": pair(r.Wald()), "trinomialT": pair(r.StudentT()),
			"adjustedWald": pair(r.Interval()), "adjustedCentre": r.AdjustedScore(),
		}
	}),
	"nps_population": on(func(in struct {
		P [3]float64 `json:"p"`
	}) any {
		score, variance := research.RecommendationOfShares(in.P[0], in.P[2])
		return object{"nps": score, "variance": variance}
	}),
	"nps_from_scores": on(func(in []int) any {
		r := research.CountRecommendations(in)
		return object{"promoters": r.Promoters, "passives": r.Passives, "detractors": r.Detractors, "nps": r.Score()}
	}),
	"nps_difference": on(npsDifference),
	"csat": on(func(in struct {
		Counts map[string]int `json:"counts"`
	}) any {
		var s research.Satisfaction
		for i := range s {
			s[i] = in.Counts[fmt.Sprint(i+1)]
		}
		out := object{"n": s.N(), "csat": nil, "lower": nil, "upper": nil, "mean": s.Mean()}
		if share := s.Satisfied(); share != nil {
			out["csat"], out["lower"], out["upper"] = 100*share.Share, 100*share.Range.Low, 100*share.Range.High
		}
		return out
	}),
	"ces": on(func(in []float64) any {
		e := research.SummariseEffort(in)
		out := object{"mean": e.Mean, "sd": e.Deviation, "lower": nil, "upper": nil, "pctAgree": nil, "pctLower": nil, "pctUpper": nil}
		if e.Range != nil {
			out["lower"], out["upper"] = e.Range.Low, e.Range.High
		}
		if e.Agree != nil {
			out["pctAgree"], out["pctLower"], out["pctUpper"] = 100*e.Agree.Share, 100*e.Agree.Range.Low, 100*e.Agree.Range.High
		}
		return out
	}),
	"sample_size": on(func(in struct {
		E           float64 `json:"e"`
		P           float64 `json:"p"`
		Populations []*int  `json:"N"`
	}) any {
		out := object{
			"n0": research.InfiniteSample(in.E, in.P), "infinite": research.SampleSize(in.E, in.P, 0), "e10infinite": research.SampleSize(0.1, in.P, 0),
		}
		for _, n := range in.Populations {
			if n != nil {
				out[fmt.Sprint("N", *n)] = research.SampleSize(in.E, in.P, *n)
			}
		}
		return out
	}),
	"sample_margin": on(func(in struct {
		N          int     `json:"n"`
		Population *int    `json:"N"`
		P          float64 `json:"p"`
	}) any {
		out := object{"moe": research.Margin(in.N, in.P), "moeWithFpc": research.Margin(in.N, in.P)}
		if in.Population != nil {
			out["moeWithFpc"] = research.MarginWithin(in.N, *in.Population, in.P)
		}
		return out
	}),
	"quota": on(func(in struct {
		Total  int       `json:"total"`
		Shares []float64 `json:"shares"`
	}) any {
		return object{"quota": research.Quotas(in.Total, in.Shares)}
	}),
	"saturation": on(saturation),
	"code_prevalence": on(func(in struct {
		K int `json:"k"`
		N int `json:"n"`
	}) any {
		share := research.ShareOf(in.K, in.N)
		if share == nil {
			return object{"share": nil, "lower": nil, "upper": nil}
		}
		return object{"share": share.Share, "lower": share.Range.Low, "upper": share.Range.High}
	}),
	"problems_found": on(func(in struct {
		L float64 `json:"L"`
		N int     `json:"n"`
	}) any {
		return object{"found": research.ProblemsFound(in.L, in.N), "nFor95": research.PeopleToFind(0.95, in.L)}
	}),
	"sus": on(func(in []int) any { return object{"sus": research.UsabilityScale(in)} }),
}

func saturation(in struct {
	NewThemes []int   `json:"newThemesPerInterview"`
	Base      int     `json:"baseSize"`
	Run       int     `json:"runLength"`
	Threshold float64 `json:"threshold"`
}) any {
	s := research.Saturate(in.NewThemes, in.Base, in.Run, in.Threshold)
	if s == nil {
		return object{"baseThemes": nil, "runs": nil, "firstRunAtOrBelow": nil, "saturatedAtInterview": nil, "reported": nil}
	}
	label := func(r research.Run) string { return fmt.Sprintf("%d-%d", r.From, r.To) }
	runs := []any{}
	for _, r := range s.Runs {
		runs = append(runs, object{"run": label(r), "newThemes": r.NewThemes, "ratio": r.Ratio})
	}
	out := object{"baseThemes": s.BaseThemes, "runs": runs, "firstRunAtOrBelow": nil, "saturatedAtInterview": nil, "reported": nil}
	if s.Reached != nil {
		out["firstRunAtOrBelow"], out["saturatedAtInterview"] = label(*s.Reached), s.Interview
		out["reported"] = fmt.Sprintf("saturation reached at interview %d (+%d)", s.Interview, in.Run)
	}
	return out
}
