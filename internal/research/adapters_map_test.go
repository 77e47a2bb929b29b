package research_test

import (
	"encoding/json"
	"fmt"
	"strings"

	"klantreis/internal/journey"
)

// scored is one stage as its scorers saw it.
type scored struct {
	Relevance []int    `json:"relevance"`
	Presence  []int    `json:"presence"`
	Weight    *float64 `json:"weight,omitempty"`
}

// computed scores the stages of a journey and works them out as the program does.
func computed(stages ordered[scored]) (map[string]any, []string) {
	j := &journey.Journey{}
	for i, id := range stages.keys {
		s := stages.values[id]
		j.Stages = append(j.Stages, &journey.Stage{ID: id, Order: i + 1, Weight: s.Weight})
		for dimension, values := range map[string][]int{"relevance": s.Relevance, "presence": s.Presence} {
			for k, v := range values {
				j.Scores = append(j.Scores, &journey.Score{StageID: id, Dimension: dimension, ScorerID: fmt.Sprint("m-", k), Value: &v})
			}
		}
	}
	c := journey.Compute(j)
	out := object{}
	for id, s := range c.RelevancePresence {
		out[id] = object{
			"relevance": s.Relevance, "presence": s.Presence, "relevanceSpread": s.RelevanceSpread, "presenceSpread": s.PresenceSpread,
			"n": s.N, "influence": s.Influence, "gain": s.Gain, "lever": word(s.Lever), "diagnosis": word(s.Diagnosis),
		}
	}
	return out, c.GainRank
}

type raters struct {
	Raters [][]*float64 `json:"raters"`
}

// units turns the table of raters, with its holes, into what was rated.
func (r raters) units() [][]float64 {
	var units [][]float64
	for _, rater := range r.Raters {
		for u, v := range rater {
			for len(units) <= u {
				units = append(units, nil)
			}
			if v != nil {
				units[u] = append(units[u], *v)
			}
		}
	}
	return units
}

// mapAdapters are the formulas over the map.
var mapAdapters = map[string]adapter{
	"wilson": on(func(in struct {
		K int     `json:"k"`
		N int     `json:"n"`
		Z float64 `json:"z"`
	}) any {
		held := journey.Wilson(in.K, in.N, in.Z)
		if held == nil {
			return object{"p": nil, "lower": nil, "upper": nil}
		}
		return object{"p": float64(in.K) / float64(in.N), "lower": held.Low, "upper": held.High}
	}),
	"audience_rates": on(func(in struct {
		See   *float64 `json:"see"`
		Think *float64 `json:"think"`
		Do    *float64 `json:"do"`
		Care  *float64 `json:"care"`
	}) any {
		r := journey.AudienceSizes{See: in.See, Think: in.Think, Do: in.Do, Care: in.Care}.Rates()
		return object{"see_think": r.SeeThink, "think_do": r.ThinkDo, "do_care": r.DoCare, "overall": r.Overall}
	}),
	"see_metrics": on(seeMetrics),
	"web_metrics": on(webMetrics),
	"relevance_presence": on(func(in ordered[scored]) any {
		stages, rank := computed(in)
		return object{"stages": stages, "rank": rank}
	}),
	"relevance_presence_stages": on(func(in ordered[scored]) any {
		stages, _ := computed(in)
		return stages
	}),
	"expect_promise_deliver": on(func(in struct {
		Expected  *float64 `json:"expected"`
		Promised  *float64 `json:"promised"`
		Delivered *float64 `json:"delivered"`
	}) any {
		g := journey.GapsOf(&journey.Rating{Expected: in.Expected, Promised: in.Promised, Delivered: in.Delivered})
		if g == nil {
			g = &journey.Gaps{}
		}
		return object{"promiseGap": g.PromiseGap, "deliveryGap": g.DeliveryGap, "experienceGap": g.ExperienceGap}
	}),
	"desired_realised": on(desiredRealised),
	"expectation_update": on(func(in struct {
		First       float64   `json:"E1"`
		Experiences []float64 `json:"X"`
		Alpha       *float64  `json:"alpha,omitempty"`
	}) any {
		weight := journey.ExpectationWeight
		if in.Alpha != nil {
			weight = *in.Alpha
		}
		line := journey.FollowExpectation(in.First, in.Experiences, weight)
		return object{"E": line.Expected, "D": line.Difference}
	}),
	"opportunity_score": each(func(in struct {
		Importance   float64 `json:"importance"`
		Satisfaction float64 `json:"satisfaction"`
	}) any {
		score := journey.OpportunityScore(in.Importance, in.Satisfaction)
		return object{
			"score": score, "band": journey.OpportunityBand(score), "overserved": journey.Overserved(in.Importance, in.Satisfaction),
		}
	}),
	"peak_end":          on(func(in []int) any { return journey.PeakEnd(in) }),
	"emotion_normalise": on(emotionNormalise),
	"net_emotion": on(func(in []int) any {
		b := journey.BalanceEmotions(in)
		return object{"positive": b.Positive, "negative": b.Negative, "neutral": b.Neutral, "net": b.Net()}
	}),
	"principle_scores": on(func(in []*int) any {
		s := journey.SummarisePrinciples(in)
		return object{"n": s.N, "mean": s.Mean, "percent": s.Percent, "weakest": s.Weakest}
	}),
	"rice": on(func(in struct {
		Reach      float64 `json:"reach"`
		Impact     float64 `json:"impact"`
		Confidence float64 `json:"confidence"`
		Effort     float64 `json:"effort"`
	}) any {
		rice := journey.Rice{Reach: in.Reach, Impact: in.Impact, Confidence: in.Confidence, Effort: in.Effort}
		return object{"rice": rice.Score()}
	}),
	"lifetime_value": on(func(in struct {
		Margin      float64 `json:"margin"`
		Retention   float64 `json:"retention"`
		Discount    float64 `json:"discount"`
		Acquisition float64 `json:"acquisition"`
	}) any {
		v := journey.LifetimeValue{Margin: in.Margin, Retention: in.Retention, Discount: in.Discount, Acquisition: in.Acquisition}
		return object{
			"multiple": v.Multiple(), "clv": v.Value(), "clvNet": v.Net(), "clvInclFirstMargin": v.WithFirstMargin(), "clv5years": v.Within(5),
		}
	}),
	"retention": on(func(in struct {
		Start float64 `json:"S"`
		New   float64 `json:"N"`
		End   float64 `json:"E"`
	}) any {
		c := journey.CustomerCount{Start: in.Start, New: in.New, End: in.End}
		return object{"retention": c.Retention(), "churn": c.Churn(), "expectedLifetimeYears": c.ExpectedLifetime()}
	}),
	"krippendorff_levels": on(func(in raters) any {
		units, alpha := in.units(), object{}
		for _, level := range []journey.Level{journey.LevelNominal, journey.LevelOrdinal, journey.LevelInterval, journey.LevelRatio} {
			alpha[string(level)] = journey.Alpha(units, level)
		}
		return object{"alpha": alpha, "pairableValues": journey.PairableValues(units)}
	}),
	"krippendorff_interval": on(func(in raters) any {
		return object{"alpha": journey.Alpha(in.units(), journey.LevelInterval)}
	}),
	"evidence": on(func(in struct {
		Cards struct {
			Known int `json:"known"`
			Guess int `json:"guess"`
			Empty int `json:"empty"`
		} `json:"cards"`
		Strengths []int `json:"strengths"`
	}) any {
		k := journey.KnownCount{Known: in.Cards.Known, Guess: in.Cards.Guess}
		return object{"shareKnown": k.Share(), "completeness": k.Completeness(in.Cards.Empty), "certainty": journey.Certainty(in.Strengths)}
	}),
	"process_scan": each(func(in []*int) any {
		s := journey.SummariseScan(in)
		return object{"mean": s.Mean, "colour": word(s.Colour)}
	}),
	"path_shares":   on(pathShares),
	"round_display": each(func(x float64) any { return journey.Rounded(x) }),
}

func desiredRealised(in []struct {
	Weight   float64  `json:"w"`
	Desired  *float64 `json:"des"`
	Realised *float64 `json:"rea"`
}) any {
	var gaps []journey.WeighedGap
	each := []any{}
	for _, r := range in {
		g := journey.GapsOf(&journey.Rating{Desired: r.Desired, Realised: r.Realised})
		if g == nil {
			each = append(each, nil)
			continue
		}
		each = append(each, g.DesiredGap)
		gaps = append(gaps, journey.WeighedGap{Gap: *g.DesiredGap, Importance: r.Weight})
	}
	return object{"gaps": each, "meanGap": journey.MeanGap(gaps), "weightedGap": journey.WeightedGap(gaps)}
}

// emotionNormalise takes any of the scales: samN has N points, valence5 the five valences.
func emotionNormalise(in map[string]json.RawMessage) any {
	out := object{}
	for key, raw := range in {
		var answer float64
		var wheel [][3]any
		var points int
		switch {
		case json.Unmarshal(raw, &wheel) == nil:
			var chosen []journey.WheelEmotion
			for _, w := range wheel {
				chosen = append(chosen, journey.WheelEmotion{Name: w[0].(string), Intensity: w[1].(float64), Pleasant: w[2].(float64) > 0})
			}
			out[key+"Net"] = journey.WheelNet(chosen)
		case json.Unmarshal(raw, &answer) != nil:
		case key == "valence5":
			out[key] = journey.NormaliseValence(answer)
		default:
			if _, err := fmt.Sscanf(key, "sam%d", &points); err == nil {
				out[key] = journey.NormaliseEmotion(answer, points)
			}
		}
	}
	return out
}

// pathShares reads paths of See, Think, Do, Care and the exit, by their first letters.
func pathShares(in []string) any {
	var paths [][]string
	for _, path := range in {
		paths = append(paths, strings.Fields(path))
	}
	steps := journey.CountSteps(paths)
	return object{
		"transitions": steps, "probabilities": steps.Shares(), "reachC_from": steps.ChanceToReach("C"),
		"observedShareC": journey.ShareReaching(paths, "C"), "backward": steps.BackwardSteps([]string{"S", "T", "D", "C"}),
	}
}
