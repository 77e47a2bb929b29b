package persona

import "klantreis/internal/journey"

// StageChange is one stage of two journeys, or of one at two dates: second less first. What either lacks is nil.
type StageChange struct {
	First, Second                        string // ids; one is empty when the other has no counterpart
	Relevance, Presence, Influence, Gain *float64
	ShareKnown                           *float64
}

// CompareStages holds the computed values of two journeys against each other, stage by stage: in the order of the
// first, then what only the second has. Stages are the same when they have the same id, else the same key of the
// same template. Relevance, presence, influence and gain move by −100 to 100, the share known by −1 to 1. Method: own.
func CompareStages(first, second *journey.Journey) []StageChange {
	was, is := journey.Compute(first), journey.Compute(second)
	var changes []StageChange
	met := map[string]bool{}
	for _, s := range first.Stages {
		c := StageChange{First: s.ID}
		if twin := counterpart(s, second.Stages, met); twin != nil {
			c.Second, met[twin.ID] = twin.ID, true
			a, b := was.RelevancePresence[s.ID], is.RelevancePresence[twin.ID]
			c.Relevance, c.Presence = moved(a.Relevance, b.Relevance), moved(a.Presence, b.Presence)
			c.Influence, c.Gain = moved(a.Influence, b.Influence), moved(a.Gain, b.Gain)
			c.ShareKnown = moved(was.StageKnown[s.ID].Share(), is.StageKnown[twin.ID].Share())
		}
		changes = append(changes, c)
	}
	for _, s := range second.Stages {
		if !met[s.ID] {
			changes = append(changes, StageChange{Second: s.ID})
		}
	}
	return changes
}

func counterpart(s *journey.Stage, among []*journey.Stage, taken map[string]bool) *journey.Stage {
	for _, other := range among {
		if other.ID == s.ID {
			return other
		}
	}
	for _, other := range among {
		if s.Key != "" && other.Key == s.Key && !taken[other.ID] {
			return other
		}
	}
	return nil
}

func moved(from, to *float64) *float64 {
	if from == nil || to == nil {
		return nil
	}
	return new(*to - *from)
}
