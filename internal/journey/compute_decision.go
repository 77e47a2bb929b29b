package journey

// decisionShares gives the share that said yes for every decision moment that was measured.
func decisionShares(cards []*Card) map[string]*DecisionShare {
	shares := map[string]*DecisionShare{}
	for _, c := range cards {
		if c.Type == "decision" && c.Measured != nil && c.Measured.N > 0 {
			shares[c.ID] = decisionShare(c.Measured)
		}
	}
	return shares
}

// decisionShare needs 0 ≤ k ≤ n and n ≥ 1 (INV-06).
func decisionShare(m *Measured) *DecisionShare {
	held := Wilson(m.K, m.N, Z95)
	return &DecisionShare{P: float64(m.K) / float64(m.N), Wilson95: [2]float64{held.Low, held.High}}
}
