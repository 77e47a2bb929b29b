package journey

import "math"

// Z95 is the 97.5 % point of the normal distribution, for intervals that hold 95 %.
const Z95 = 1.959963984540054

// Interval is where a value lies with the certainty that was asked for.
type Interval struct {
	Low  float64 `json:"low"`
	High float64 `json:"high"`
}

// Wilson gives the interval of the share k ÷ n, 0 to 1, for a point z of the normal distribution
// ([Z95] for 95 %). It behaves near 0 and 1 and for small n, where the textbook interval does not.
// nil when there is no share: n < 1, k < 0 or k > n. Source: Wilson 1927, Journal of the American
// Statistical Association 22(158).
func Wilson(k, n int, z float64) *Interval {
	if n < 1 || k < 0 || k > n {
		return nil
	}
	p, m := float64(k)/float64(n), float64(n)
	scale := 1 + z*z/m
	centre := (p + z*z/(2*m)) / scale
	half := z / scale * math.Sqrt(p*(1-p)/m+z*z/(4*m*m))
	held := &Interval{Low: centre - half, High: centre + half}
	if k == 0 { // exact, whatever the machine rounds
		held.Low = 0
	}
	if k == n {
		held.High = 1
	}
	return held
}
