package journey

import (
	"cmp"
	"slices"
)

// OpportunityScore is importance + max(importance − satisfaction, 0), both 0–10, so 0–20: what
// matters much and satisfies little comes first. Source: Ulwick, Turn Customer Input into
// Innovation, Harvard Business Review 2002; What Customers Want, 2005.
func OpportunityScore(importance, satisfaction float64) float64 {
	return importance + max(importance-satisfaction, 0)
}

// Lower ends of the bands of an opportunity score. Source: Ulwick, What Customers Want, 2005.
const (
	bandExtremeAbove = 15.0
	bandHighFrom     = 12.0
	bandWorthFrom    = 10.0
)

// OpportunityBand says what an opportunity score of 0 to 20 is worth: above 15 "extreme", from 12 "high",
// from 10 "worth_considering", below "limited". Source: as [OpportunityScore].
func OpportunityBand(score float64) string {
	switch s := settled(score); {
	case s > settled(bandExtremeAbove):
		return "extreme"
	case s >= settled(bandHighFrom):
		return "high"
	case s >= settled(bandWorthFrom):
		return "worth_considering"
	}
	return "limited"
}

// Overserved tells that customers are more satisfied with something than it matters to them. Source: as
// [OpportunityScore].
func Overserved(importance, satisfaction float64) bool { return satisfaction > importance }

// opportunityScores leaves out opportunities that lack importance or satisfaction.
func opportunityScores(opportunities []*Opportunity) map[string]float64 {
	scores := make(map[string]float64, len(opportunities))
	for _, o := range opportunities {
		if o.Importance != nil && o.Satisfaction != nil {
			scores[o.ID] = OpportunityScore(*o.Importance, *o.Satisfaction)
		}
	}
	return scores
}

// Score is reach × impact × confidence ÷ effort, 0 or more; effort is above 0 (INV-15). Source:
// McBride, RICE: simple prioritization for product managers, Intercom 2016.
func (r *Rice) Score() float64 { return r.Reach * r.Impact * r.Confidence / r.Effort }

// riceScores gives the score of every action that has the four numbers, and those actions from
// the highest score down; equal ones stay in the order of the journey.
func riceScores(actions []*Action) (scores map[string]float64, rank []string) {
	scores = make(map[string]float64, len(actions))
	rank = make([]string, 0, len(actions))
	for _, a := range actions {
		if a.Rice != nil {
			scores[a.ID] = a.Rice.Score()
			rank = append(rank, a.ID)
		}
	}
	slices.SortStableFunc(rank, func(a, b string) int { return cmp.Compare(settled(scores[b]), settled(scores[a])) })
	return scores, rank
}
