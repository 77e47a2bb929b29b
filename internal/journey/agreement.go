package journey

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
	return alphaInterval(units)
}

// alphaInterval is Krippendorff's alpha for interval data: 1 − Do ÷ De, where Do is the mean squared
// distance of two values of the same unit and De that of any two values. 1 is full agreement, 0 what
// chance gives, below 0 is systematic disagreement. Each unit holds the values it got, so missing
// ones are simply not there; units with one value drop out. nil when there is nothing to compare or
// all values are the same. Source: Krippendorff, Content Analysis; Hayes & Krippendorff 2007,
// Communication Methods and Measures 1(1).
func alphaInterval(units [][]float64) *float64 {
	n, sum := 0, 0.0
	for _, values := range units {
		if len(values) > 1 {
			n += len(values)
			for _, v := range values {
				sum += v
			}
		}
	}
	if n == 0 {
		return nil
	}
	mean := sum / float64(n)
	var within, around float64
	for _, values := range units {
		if len(values) > 1 {
			within += squaredDistances(values) / float64(len(values)-1)
			for _, v := range values {
				around += (v - mean) * (v - mean)
			}
		}
	}
	// Over ordered pairs Σ(a−b)² = 2n·Σ(a−mean)²; of it n·(n−1) pairs make De.
	expected := 2 * around / float64(n-1)
	if expected == 0 {
		return nil
	}
	alpha := 1 - within/float64(n)/expected
	return &alpha
}

// squaredDistances sums (a−b)² over all ordered pairs of values.
func squaredDistances(values []float64) float64 {
	sum := 0.0
	for i, a := range values {
		for _, b := range values[:i] {
			sum += 2 * (a - b) * (a - b)
		}
	}
	return sum
}
