package journey

import "slices"

const (
	alphaUnitsMin   = 3 // fewer say nothing about agreement
	alphaScorersMin = 2
)

// scoreUnits gives, for each stage and dimension, the values of its scorers, and how many
// different members scored at all.
func scoreUnits(j *Journey) (units [][]float64, scorers int) {
	type unit struct{ stage, dimension string }
	at := map[unit]int{}
	who := map[string]bool{}
	for _, s := range j.Scores {
		if s.Value == nil {
			continue
		}
		u := unit{s.StageID, s.Dimension}
		i, seen := at[u]
		if !seen {
			i = len(units)
			at[u] = i
			units = append(units, nil)
		}
		units[i] = append(units[i], float64(*s.Value))
		who[s.ScorerID] = true
	}
	return units, len(who)
}

// agreement gives Krippendorff's alpha over all scores; nil with fewer than two scorers or fewer
// than three units that two of them scored.
func agreement(units [][]float64, scorers int) *float64 {
	if scorers < alphaScorersMin {
		return nil
	}
	paired := 0
	for _, values := range units {
		if len(values) > 1 {
			paired++
		}
	}
	if paired < alphaUnitsMin {
		return nil
	}
	return Alpha(units, LevelInterval)
}

// Level is the scale on which values were measured; it decides how far apart two of them are.
type Level string

// The four levels of measurement: names of kinds, ranks, distances from an arbitrary zero (scores
// of 0 to 100), and amounts of 0 or more.
const (
	LevelNominal  Level = "nominal"
	LevelOrdinal  Level = "ordinal"
	LevelInterval Level = "interval"
	LevelRatio    Level = "ratio"
)

// Alpha is Krippendorff's alpha: 1 − Do ÷ De, where Do is the mean squared distance of two values of
// the same unit and De that of any two values. 1 is full agreement, 0 what chance gives, below 0 is
// systematic disagreement. Each unit holds the values it got, so missing ones are simply not there;
// units with one value drop out. nil when there is nothing to compare or all values are the same.
// Source: Krippendorff, Content Analysis; Hayes & Krippendorff 2007, Communication Methods and
// Measures 1(1).
func Alpha(units [][]float64, level Level) *float64 {
	c := coincidences(units)
	var within float64
	for _, values := range units {
		for i, a := range values { // with one value there is no pair, and nothing is divided
			for _, b := range values[:i] {
				within += c.distance(a, b, level) / float64(len(values)-1)
			}
		}
	}
	var among float64
	for i, a := range c.values {
		for j, b := range c.values[:i] {
			among += float64(c.count[i]) * float64(c.count[j]) * c.distance(a, b, level)
		}
	}
	if among == 0 {
		return nil
	}
	alpha := 1 - float64(c.n-1)*within/among
	return &alpha
}

// PairableValues counts the values that stand beside another one of their unit: what [Alpha] rests on.
func PairableValues(units [][]float64) int { return coincidences(units).n }

// coincidence holds the distinct pairable values in rising order and how often each occurs; below
// holds how many values are smaller.
type coincidence struct {
	n            int
	values       []float64
	count, below []int
}

func coincidences(units [][]float64) *coincidence {
	var all []float64
	for _, values := range units {
		if len(values) > 1 {
			all = append(all, values...)
		}
	}
	slices.Sort(all)
	c := &coincidence{n: len(all)}
	for i, v := range all {
		if i == 0 || v != all[i-1] {
			c.values, c.count, c.below = append(c.values, v), append(c.count, 0), append(c.below, i)
		}
		c.count[len(c.count)-1]++
	}
	return c
}

// distance is the squared distance of two of the values, by their level.
func (c *coincidence) distance(a, b float64, level Level) float64 {
	if a == b {
		return 0
	}
	d := a - b
	switch level {
	case LevelNominal:
		return 1
	case LevelOrdinal:
		d = c.middleRank(a) - c.middleRank(b)
	case LevelRatio:
		d /= a + b
	case LevelInterval: // as it is
	}
	return d * d
}

// middleRank is the mean rank of all values equal to v: between two of them lie half of each and
// all values in between.
func (c *coincidence) middleRank(v float64) float64 {
	i, _ := slices.BinarySearch(c.values, v)
	return float64(c.below[i]) + float64(c.count[i])/2
}

// What an alpha allows. Source of the limits: Krippendorff, Content Analysis.
const (
	alphaGood      = 0.8
	alphaTentative = 0.667
)

// AlphaReading says what an alpha allows: "good" to conclude from the mean (0.80 and more),
// "tentative" (0.667 and more), or "talk" before averaging.
func AlphaReading(alpha float64) string {
	switch {
	case alpha >= alphaGood:
		return "good"
	case alpha >= alphaTentative:
		return "tentative"
	}
	return "talk"
}
