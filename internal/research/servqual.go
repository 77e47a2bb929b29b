package research

import "klantreis/internal/journey"

// ServiceDimensions are the five sides of service quality. Source: Parasuraman, Zeithaml & Berry 1988, Journal of
// Retailing 64(1); the statements asked are own.
var ServiceDimensions = []string{"tangibles", "reliability", "responsiveness", "assurance", "empathy"}

// ServiceQuality is what customers expect of a good organisation and perceive of this one, in one dimension: the
// means of its statements, 1 to 7 each. Weight is how much of 100 points customers give it.
type ServiceQuality struct {
	Expected, Perceived, Weight float64
}

// Gap is perceived − expected, −6 to 6; below 0 falls short. Source: as [ServiceDimensions].
func (q ServiceQuality) Gap() float64 { return q.Perceived - q.Expected }

// ServiceGap is the plain mean of gaps, −6 to 6; nil without any. Source: as [ServiceDimensions].
func ServiceGap(gaps []float64) *float64 {
	total := 0.0
	for _, g := range gaps {
		total += g
	}
	return journey.Ratio(&total, new(float64(len(gaps))))
}

// WeightedServiceGap is Σ weight·gap ÷ Σ weight, −6 to 6; the weights add up to 100, and if some are missing the
// others count for them. nil when no weight is above 0. Source: as [ServiceDimensions].
func WeightedServiceGap(dimensions []ServiceQuality) *float64 {
	var total, weights float64
	for _, q := range dimensions {
		total += q.Weight * q.Gap()
		weights += q.Weight
	}
	if weights <= 0 {
		return nil
	}
	return new(total / weights)
}
