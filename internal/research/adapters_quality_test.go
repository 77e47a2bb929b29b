package research_test

import "klantreis/internal/research"

func importancePerformance(in []struct {
	Name        string  `json:"name"`
	Importance  float64 `json:"importance"`
	Performance float64 `json:"performance"`
}) any {
	var attributes []research.Attribute
	for _, a := range in {
		attributes = append(attributes, research.Attribute{Name: a.Name, Importance: a.Importance, Performance: a.Performance})
	}
	means, middle := research.MeanCrosshair(attributes), research.ScaleCrosshair(1, 10)
	quadrants, fromMiddle, gaps := object{}, object{}, object{}
	for _, a := range attributes {
		quadrants[a.Name], fromMiddle[a.Name], gaps[a.Name] = means.Quadrant(a), middle.Quadrant(a), a.Gap()
	}
	out := object{
		"crosshairImportance": nil, "crosshairPerformance": nil, "quadrants": quadrants, "quadrantsScaleMidpoint5_5": fromMiddle, "gap": gaps,
	}
	if means != nil {
		out["crosshairImportance"], out["crosshairPerformance"] = means.Importance, means.Performance
	}
	return out
}

func npsDifference(in struct {
	Before [3]int `json:"before"`
	After  [3]int `json:"after"`
}) any {
	of := func(c [3]int) research.Recommendation {
		return research.Recommendation{Promoters: c[0], Passives: c[1], Detractors: c[2]}
	}
	before, after := of(in.Before), of(in.After)
	out := object{
		"nps1": before.Score(), "nps2": after.Score(), "se1": before.StandardError(), "se2": after.StandardError(),
		"z": nil, "pTwoSided": nil, "significant": nil,
	}
	if c := after.Since(before); c != nil {
		out["z"], out["pTwoSided"], out["significant"] = c.Z, c.P, c.Significant
	}
	return out
}
