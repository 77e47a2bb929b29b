package journey

// ExpectationWeight is how far one experience moves the next expectation when nobody chose another
// weight, 0 to 1. Method: own.
const ExpectationWeight = 0.3

// ExpectationLine follows what a customer expects from one moment to the next, and what each experience
// differed from it. All on one scale of 1 to 10.
type ExpectationLine struct {
	Expected   []float64 // one more than there are experiences: the last is what comes next
	Difference []float64 // experience − expectation
}

// FollowExpectation moves an expectation with every experience: E(t+1) = E(t) + weight·(X(t) − E(t)), with
// a weight of 0 (nothing is learnt) to 1 (only the last counts). It illustrates that experiences work on;
// it measures nothing. Without experiences only the first expectation is there; a weight outside 0…1 is
// taken as the nearest of the two. Simple form: own, after Boulding, Kalra, Staelin & Zeithaml 1993,
// Journal of Marketing Research 30(1), and Oliver 1980, Journal of Marketing Research 17(4).
func FollowExpectation(first float64, experiences []float64, weight float64) ExpectationLine {
	weight = min(max(weight, 0), 1)
	line := ExpectationLine{Expected: []float64{first}}
	for i, x := range experiences {
		d := x - line.Expected[i]
		line.Difference = append(line.Difference, d)
		line.Expected = append(line.Expected, line.Expected[i]+weight*d)
	}
	return line
}

// WeighedGap is a gap between two ratings and how important the moment is, 0 or more.
type WeighedGap struct {
	Gap, Importance float64
}

// MeanGap is the plain mean of gaps, −9 to 9; nil without gaps. Method: own.
func MeanGap(gaps []WeighedGap) *float64 {
	sum := 0.0
	for _, g := range gaps {
		sum += g.Gap
	}
	return Ratio(new(sum), new(float64(len(gaps))))
}

// WeightedGap is Σ importance·gap ÷ Σ importance, −9 to 9; nil when nothing is important. Method: own.
func WeightedGap(gaps []WeighedGap) *float64 {
	sum, weights := 0.0, 0.0
	for _, g := range gaps {
		sum += g.Importance * g.Gap
		weights += g.Importance
	}
	return Ratio(new(sum), new(weights))
}

// ServiceGaps are those gaps of the gap model that ratings can show, −9 to 9 each; one that lacks a rating
// is nil.
type ServiceGaps struct {
	Knowledge  *float64 // gap 1: what the team thinks is expected, less what customers say they expect
	Promise    *float64 // gap 4: delivered less promised
	Experience *float64 // gap 5: what customers say was realised, less what they expected
}

// ServiceGapsOf reads the gaps off the ratings of a contact moment by the team and by customers; either may
// be nil. Source: Parasuraman, Zeithaml & Berry 1985, Journal of Marketing 49(4); the reading is own.
func ServiceGapsOf(team, customers *Rating) ServiceGaps {
	if team == nil {
		team = &Rating{}
	}
	if customers == nil {
		customers = &Rating{}
	}
	return ServiceGaps{
		Knowledge:  difference(team.Expected, customers.Expected),
		Promise:    difference(team.Delivered, team.Promised),
		Experience: difference(customers.Realised, customers.Expected),
	}
}
