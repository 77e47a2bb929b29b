package research

import (
	"math"

	"klantreis/internal/journey"
)

// Recommendation counts the answers to "How likely is it that you would recommend …?", 0 to 10: promoters
// answered 9 or 10, passives 7 or 8, detractors 6 or less. Source: Reichheld, The One Number You Need to
// Grow, Harvard Business Review 81(12), 2003. NPS is a registered mark; the about page names its holders.
type Recommendation struct {
	Promoters, Passives, Detractors int
}

const (
	promoterFrom = 9
	passiveFrom  = 7
	answerMax    = 10
)

// CountRecommendations counts answers; those off the scale of 0 to 10 are left out.
func CountRecommendations(answers []int) Recommendation {
	var r Recommendation
	for _, a := range answers {
		switch {
		case a < 0 || a > answerMax:
		case a >= promoterFrom:
			r.Promoters++
		case a >= passiveFrom:
			r.Passives++
		default:
			r.Detractors++
		}
	}
	return r
}

// N is how many answered.
func (r Recommendation) N() int { return r.Promoters + r.Passives + r.Detractors }

// Score is the percentage of promoters less that of detractors, −100 to 100; nil without answers.
func (r Recommendation) Score() *float64 {
	if r.N() < 1 {
		return nil
	}
	score, _ := recommendationOf(float64(r.Promoters), float64(r.Detractors), float64(r.N()))
	return &score
}

// Variance is that of one answer taken as 1, 0 or −1, 0 to 1; nil without answers.
func (r Recommendation) Variance() *float64 {
	if r.N() < 1 {
		return nil
	}
	_, variance := recommendationOf(float64(r.Promoters), float64(r.Detractors), float64(r.N()))
	return &variance
}

// recommendationOf gives the score in points and the variance from counts that need not be whole.
func recommendationOf(promoters, detractors, n float64) (score, variance float64) {
	p, d := promoters/n, detractors/n
	return 100 * (p - d), p + d - (p-d)*(p-d)
}

// RecommendationOfShares gives score and variance for shares of a population, 0 to 1, whose sum with the
// passives is 1.
func RecommendationOfShares(promoters, detractors float64) (score, variance float64) {
	return recommendationOf(promoters, detractors, 1)
}

// StandardError is √(variance ÷ n) in points, 0 to 100; nil without answers.
func (r Recommendation) StandardError() *float64 {
	v := r.Variance()
	if v == nil {
		return nil
	}
	return new(100 * math.Sqrt(*v/float64(r.N())))
}

// Wald is score ± z·standard error: the interval of most textbooks. It has no width when all answer alike
// and may leave the scale, so it is for comparison with other programs; show [Recommendation.Interval].
func (r Recommendation) Wald() *journey.Interval {
	se := r.StandardError()
	if se == nil {
		return nil
	}
	return around(*r.Score(), journey.Z95**se)
}

// StudentT is score ± t·standard error by n − 1: as [Recommendation.Wald], a little wider for small n. nil
// with fewer than two answers.
func (r Recommendation) StudentT() *journey.Interval {
	n := r.N()
	if n < 2 {
		return nil
	}
	return around(*r.Score(), t95(n-1)**r.StandardError()*math.Sqrt(float64(n)/float64(n-1)))
}

// Answers that the adjusted interval adds: three, of which a quarter praises and a quarter blames.
const (
	addedAnswers = 3.0
	addedEach    = addedAnswers / 4
)

// AdjustedScore is the score with ¾ promoter, ¾ detractor and 1½ passive added: the middle of
// [Recommendation.Interval] before it is cut off; nil without answers.
func (r Recommendation) AdjustedScore() *float64 {
	if r.N() < 1 {
		return nil
	}
	score, _ := r.adjusted()
	return &score
}

func (r Recommendation) adjusted() (score, variance float64) {
	return recommendationOf(float64(r.Promoters)+addedEach, float64(r.Detractors)+addedEach, float64(r.N())+addedAnswers)
}

// Interval is the adjusted Wald interval of 95 %, within −100 to 100: it has the promised certainty for few
// answers too, and a width when all answer alike. nil without answers. Source: Rocks, Interval Estimation for
// the "Net Promoter Score", The American Statistician 70(4), 2016, with the constants of MeasuringU 2021.
func (r Recommendation) Interval() *journey.Interval {
	if r.N() < 1 {
		return nil
	}
	score, variance := r.adjusted()
	held := around(score, 100*journey.Z95*math.Sqrt(variance/(float64(r.N())+addedAnswers)))
	return &journey.Interval{Low: max(held.Low, -100), High: min(held.High, 100)}
}

// Change is how a score moved between two rounds with different people.
type Change struct {
	Points      float64 // after less before
	Z, P        float64 // the difference in standard errors, and the probability of one as large by chance alone
	Significant bool    // P < 0.05; otherwise say "no clear difference"
}

// Since gives the change from an earlier round; nil when either has no answers, or both are without any
// spread, since then nothing tells chance apart. z = difference ÷ √(SE₁² + SE₂²). Source: as
// [Recommendation.Interval].
func (r Recommendation) Since(before Recommendation) *Change {
	was, is := before.StandardError(), r.StandardError()
	if was == nil || is == nil || *was == 0 && *is == 0 {
		return nil
	}
	c := &Change{Points: *r.Score() - *before.Score()}
	c.Z = c.Points / math.Hypot(*was, *is)
	c.P = twoSided(c.Z)
	c.Significant = c.P < significantBelow
	return c
}
