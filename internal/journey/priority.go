package journey

import (
	"cmp"
	"slices"
)

// opportunityScore is importance + max(importance − satisfaction, 0), both 0–10, so 0–20: what
// matters much and satisfies little comes first. Source: Ulwick, Turn Customer Input into
// Innovation, Harvard Business Review 2002; What Customers Want, 2005.
func opportunityScore(importance, satisfaction float64) float64 {
	return importance + max(importance-satisfaction, 0)
}

// opportunityScores leaves out opportunities that lack importance or satisfaction.
func opportunityScores(opportunities []*Opportunity) map[string]float64 {
	scores := make(map[string]float64, len(opportunities))
	for _, o := range opportunities {
		if o.Importance != nil && o.Satisfaction != nil {
			scores[o.ID] = opportunityScore(*o.Importance, *o.Satisfaction)
		}
	}
	return scores
}

// score is reach × impact × confidence ÷ effort, 0 or more; effort is above 0 (INV-15). Source:
// McBride, RICE: simple prioritization for product managers, Intercom 2016.
func (r *Rice) score() float64 { return r.Reach * r.Impact * r.Confidence / r.Effort }

// riceScores gives the score of every action that has the four numbers, and those actions from
// the highest score down; equal ones stay in the order of the journey.
func riceScores(actions []*Action) (scores map[string]float64, rank []string) {
	scores = make(map[string]float64, len(actions))
	rank = make([]string, 0, len(actions))
	for _, a := range actions {
		if a.Rice != nil {
			scores[a.ID] = a.Rice.score()
			rank = append(rank, a.ID)
		}
	}
	slices.SortStableFunc(rank, func(a, b string) int { return cmp.Compare(settled(scores[b]), settled(scores[a])) })
	return scores, rank
}
