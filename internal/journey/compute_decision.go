package journey

import "math"

// z95 is the 97.5 % point of the normal distribution, for intervals that hold 95 %.
const z95 = 1.959963984540054

// wilson95 gives the share k ÷ n and its 95 % interval, 0 to 1; it needs 0 ≤ k ≤ n and n ≥ 1.
// It behaves near 0 and 1 and for small n, where the textbook interval does not. Source: Wilson
// 1927, Journal of the American Statistical Association 22(158).
func wilson95(k, n int) *DecisionShare {
	p, m := float64(k)/float64(n), float64(n)
	scale := 1 + z95*z95/m
	centre := (p + z95*z95/(2*m)) / scale
	half := z95 / scale * math.Sqrt(p*(1-p)/m+z95*z95/(4*m*m))
	d := &DecisionShare{P: p, Wilson95: [2]float64{centre - half, centre + half}}
	if k == 0 { // exact, whatever the machine rounds
		d.Wilson95[0] = 0
	}
	if k == n {
		d.Wilson95[1] = 1
	}
	return d
}

// decisionShares gives the share that said yes for every decision moment that was measured.
func decisionShares(cards []*Card) map[string]*DecisionShare {
	shares := map[string]*DecisionShare{}
	for _, c := range cards {
		if c.Type == "decision" && c.Measured != nil && c.Measured.N > 0 {
			shares[c.ID] = wilson95(c.Measured.K, c.Measured.N)
		}
	}
	return shares
}
