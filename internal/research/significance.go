package research

import (
	"math"

	"gonum.org/v1/gonum/stat/distuv"

	"klantreis/internal/journey"
)

// FewAnswers is the number of answers below which a figure is called "few answers", or shown as an
// interval only. Method: own.
const FewAnswers = 30

// significantBelow is the level below which a difference counts as clear: 5 %, by convention.
const significantBelow = 0.05

// upperTail cuts off the 2.5 % above an interval of 95 %.
const upperTail = 0.975

// twoSided is the probability of a value as far from 0 as z, either way, if only chance is at work.
func twoSided(z float64) float64 { return 2 * distuv.UnitNormal.Survival(math.Abs(z)) }

// t95 is the 97.5 % point of Student's t distribution; it needs freedom ≥ 1.
func t95(freedom int) float64 {
	return distuv.StudentsT{Mu: 0, Sigma: 1, Nu: float64(freedom)}.Quantile(upperTail)
}

// around is the interval centre ± half.
func around(centre, half float64) *journey.Interval {
	return &journey.Interval{Low: centre - half, High: centre + half}
}

// Share is k of n with its 95 % interval, 0 to 1; show it as "k of n" too.
type Share struct {
	K, N  int
	Share float64
	Range journey.Interval // Wilson
}

// ShareOf gives k ÷ n with its interval: how many interviews have a code, how many answers are
// satisfied. nil when n < 1 or k is not between 0 and n. Source: see [journey.Wilson].
func ShareOf(k, n int) *Share {
	held := journey.Wilson(k, n, journey.Z95)
	if held == nil {
		return nil
	}
	return &Share{K: k, N: n, Share: float64(k) / float64(n), Range: *held}
}

// meanAndDeviation gives the mean and the sample's standard deviation (by n − 1): no mean without
// answers, no deviation with fewer than two.
func meanAndDeviation(answers []float64) (mean, deviation *float64) {
	n := float64(len(answers))
	if n == 0 {
		return nil, nil
	}
	sum := 0.0
	for _, a := range answers {
		sum += a
	}
	m := sum / n
	if n == 1 {
		return &m, nil
	}
	squares := 0.0
	for _, a := range answers {
		squares += (a - m) * (a - m)
	}
	return &m, new(math.Sqrt(squares / (n - 1)))
}
