package action

import "klantreis/internal/journey"

// ICE is impact × confidence × ease, 1 to 10 each, so 1 to 1000; nil when an action has none of it. Confidence
// should follow from the evidence. Source: Ellis & Brown, Hacking Growth, 2017.
func ICE(i *journey.Ice) *float64 {
	if i == nil {
		return nil
	}
	return new(i.Impact * i.Confidence * i.Ease)
}

// ICEMean is the mean of the three, 1 to 10, which some teams use instead; nil where [ICE] is.
func ICEMean(i *journey.Ice) *float64 {
	if i == nil {
		return nil
	}
	return new((i.Impact + i.Confidence + i.Ease) / 3)
}

// highFrom is from where impact or effort counts as high, on a scale of 1 to 5. Method: own.
const highFrom = 3

// Quadrant places an action by impact and effort, 1 to 5 each: "quick_win" (much for little), "big_bet" (much for
// much), "fill_in" (little for little), "avoid" (little for much); empty when it has none of it. Source: the usual
// impact–effort matrix; the limit is own.
func Quadrant(i *journey.ImpactEffort) string {
	if i == nil {
		return ""
	}
	high, costly := i.Impact >= highFrom, i.Effort >= highFrom
	switch {
	case high && !costly:
		return "quick_win"
	case high:
		return "big_bet"
	case !costly:
		return "fill_in"
	}
	return "avoid"
}
