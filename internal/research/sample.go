package research

import (
	"cmp"
	"math"
	"slices"

	"klantreis/internal/journey"
)

// InfiniteSample is n₀ = z²·p·(1 − p) ÷ e²: how many answers give a margin of e (above 0, at most 1) at a share
// of p (0 to 1; 0.5 is the safe guess), before rounding up, from a population without end. nil when e or p is out
// of range. Source: Cochran, Sampling Techniques, 1977.
func InfiniteSample(e, p float64) *float64 {
	if !(e > 0 && e <= 1 && p >= 0 && p <= 1) {
		return nil
	}
	return new(journey.Z95 * journey.Z95 * p * (1 - p) / (e * e))
}

// SampleSize is how many answers are needed, rounded up: from a population n₀ ÷ (1 + (n₀ − 1) ÷ population), and
// never more than all of it; with population 0 it is not known and taken as endless. nil where [InfiniteSample]
// is, and for a negative population. Source: Cochran, Sampling Techniques, 1977.
func SampleSize(e, p float64, population int) *int {
	n0 := InfiniteSample(e, p)
	if n0 == nil || population < 0 {
		return nil
	}
	n := *n0
	if population > 0 {
		n /= 1 + max(n-1, 0)/float64(population) // below one answer there is nothing to correct
	}
	size := int(math.Ceil(n - sampleSlack))
	if population > 0 {
		size = min(size, population)
	}
	return &size
}

// sampleSlack is what rounding errors of the machine may add to a whole number.
const sampleSlack = 1e-9

// Margin is z·√(p·(1 − p) ÷ n), 0 to 1: what a share of p from n answers may be off by, without regard to the
// population. nil when n < 1 or p is no share. Source: Cochran, Sampling Techniques, 1977.
func Margin(n int, p float64) *float64 {
	if n < 1 || p < 0 || p > 1 {
		return nil
	}
	return new(journey.Z95 * math.Sqrt(p*(1-p)/float64(n)))
}

// MarginWithin is [Margin] × √((N − n) ÷ (N − 1)) for a known population N: asking everybody leaves no margin.
// nil where Margin is, and when more answered than there are.
func MarginWithin(n, population int, p float64) *float64 {
	margin := Margin(n, p)
	if margin == nil || n > population {
		return nil
	}
	if n == population {
		return new(0.0)
	}
	return new(*margin * math.Sqrt(float64(population-n)/float64(population-1)))
}

// Quotas divides a total over shares (0 or more; what they add up to is the whole) so that the numbers add up to
// the total and lie less than one from their exact value. The largest remainders are rounded up, the first listed
// of equal ones first. nil when the total is negative, a share is, or all are 0. Source: Hamilton's method of
// largest remainders.
func Quotas(total int, shares []float64) []int {
	sum := 0.0
	for _, s := range shares {
		if s < 0 {
			return nil
		}
		sum += s
	}
	if total < 0 || sum == 0 {
		return nil
	}
	quotas, order := make([]int, len(shares)), make([]int, len(shares))
	remainders, left := make([]float64, len(shares)), total
	for i, s := range shares {
		exact := float64(total) * s / sum
		quotas[i] = int(math.Floor(exact + sampleSlack))
		remainders[i] = math.Round((exact - float64(quotas[i])) / sampleSlack) // equal but for rounding is equal
		order[i], left = i, left-quotas[i]
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(remainders[b], remainders[a]) })
	for _, i := range order[:max(left, 0)] {
		quotas[i]++
	}
	return quotas
}
