package research

import (
	"math"
	"slices"

	"gonum.org/v1/gonum/stat"
)

// Attribute is something customers rate: how important it is and how well it is done, on one scale.
type Attribute struct {
	Name                    string
	Importance, Performance float64
}

// Gap is performance − importance: below 0 it is done less well than it matters. Method: own.
func (a Attribute) Gap() float64 { return a.Performance - a.Importance }

// Crosshair parts high from low; what lies on it is high. The picture depends on it, so it is always printed.
type Crosshair struct {
	Importance, Performance float64
}

// MeanCrosshair lies at the means of the attributes, the usual choice. nil without attributes.
func MeanCrosshair(attributes []Attribute) *Crosshair {
	return crosshairAt(attributes, func(values []float64) float64 { return stat.Mean(values, nil) })
}

// MedianCrosshair lies at the medians, which single extreme attributes do not move. nil without attributes.
func MedianCrosshair(attributes []Attribute) *Crosshair {
	return crosshairAt(attributes, func(values []float64) float64 {
		slices.Sort(values)
		half := len(values) / 2
		return (values[half] + values[len(values)-1-half]) / 2
	})
}

func crosshairAt(attributes []Attribute, centre func([]float64) float64) *Crosshair {
	if len(attributes) == 0 {
		return nil
	}
	var importance, performance []float64
	for _, a := range attributes {
		importance, performance = append(importance, a.Importance), append(performance, a.Performance)
	}
	return &Crosshair{Importance: centre(importance), Performance: centre(performance)}
}

// ScaleCrosshair lies in the middle of the scale: 5.5 for 1 to 10.
func ScaleCrosshair(lowest, highest float64) Crosshair {
	middle := (lowest + highest) / 2
	return Crosshair{Importance: middle, Performance: middle}
}

// crosshairSlack is what rounding errors of the machine may take from a value that lies on the crosshair.
const crosshairSlack = 1e-9

// Quadrant says what to do with an attribute: "concentrate" here (important, done badly), "keep_up" (important,
// done well), "low_priority" or "possible_overkill" (unimportant, done badly or well). Source: Martilla & James
// 1977, Journal of Marketing 41(1).
func (c Crosshair) Quadrant(a Attribute) string {
	important, well := a.Importance >= c.Importance-crosshairSlack, a.Performance >= c.Performance-crosshairSlack
	switch {
	case important && !well:
		return "concentrate"
	case important:
		return "keep_up"
	case well:
		return "possible_overkill"
	}
	return "low_priority"
}

// DerivedImportance is Pearson's correlation of the satisfaction with one attribute and with the whole, −1 to 1,
// one pair per customer: how much goes together, whatever people say is important. Show it from [FewAnswers] on.
// nil with fewer than two pairs, lists of different length, or when either never varies. Source: Martilla & James
// as [Crosshair.Quadrant]; Pearson 1895.
func DerivedImportance(attribute, overall []float64) *float64 {
	if len(attribute) < 2 || len(attribute) != len(overall) || constant(attribute) || constant(overall) {
		return nil
	}
	r := stat.Correlation(attribute, overall, nil)
	if math.IsNaN(r) {
		return nil
	}
	return new(min(max(r, -1), 1))
}

func constant(values []float64) bool { return slices.Min(values) == slices.Max(values) }
