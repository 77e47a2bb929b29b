package journey

// principleScoreMax is the top of the scale of 1 to 5 ("no, hardly ever" to "yes, and customers mention it themselves").
const principleScoreMax = 5

// PrincipleSummary sums one assessment of the ten principles up.
type PrincipleSummary struct {
	N       int      // how many principles apply
	Mean    *float64 // 1 to 5; nil when none applies
	Percent *float64 // 0 to 100; nil when none applies
	Weakest []int    // the principles with the lowest score, counted from 1
}

// SummarisePrinciples gives the mean of the principles that were answered, 1 to 5 each; nil stands for one
// that does not apply. Source of the principles: Watkinson, The Ten Principles Behind Great Customer
// Experiences, 2013; the scale is own.
func SummarisePrinciples(scores []*int) PrincipleSummary {
	var s PrincipleSummary
	var of tally
	for _, v := range scores {
		if v != nil {
			of.add(*v)
		}
	}
	for i, v := range scores {
		if v != nil && *v == of.low {
			s.Weakest = append(s.Weakest, i+1)
		}
	}
	s.N, s.Mean = of.n, of.mean()
	if s.Mean != nil {
		s.Percent = new(100 * (*s.Mean - 1) / (principleScoreMax - 1))
	}
	return s
}
