package journey

import (
	"cmp"
	"math"
	"slices"
)

// Limits of the picture of gain. Method: own, for relevance and presence of a brand per stage.
const (
	highFrom       = 50.0 // from here relevance or presence counts as high
	leverMargin    = 10.0 // below this distance pushing either one pays about the same
	closeGain      = 5.0  // two stages this close are named together
	dimensionMax   = 100.0
	tieDigits      = 1e9 // gains that differ less than a billionth are equal
	relevance      = "relevance"
	presence       = "presence"
	bothDimensions = "both"
)

// tally is what the scorers gave one dimension of a stage.
type tally struct {
	n, sum, low, high int
}

func (t *tally) add(value int) {
	if t.n == 0 || value < t.low {
		t.low = value
	}
	if t.n == 0 || value > t.high {
		t.high = value
	}
	t.n++
	t.sum += value
}

// mean gives nil when nobody scored: empty is not zero.
func (t *tally) mean() *float64 {
	if t.n == 0 {
		return nil
	}
	m := float64(t.sum) / float64(t.n)
	return &m
}

// stageScores is everything scored in one stage.
type stageScores struct {
	relevance, presence tally
	known               bool // at least one score is known
}

// influences gives every stage its relevance and presence (0–100, means of the scorers) and what
// follows from them. Method: own. Stages that lack one of the two have no influence and no gain.
func influences(j *Journey) map[string]*StageInfluence {
	scored := make(map[string]*stageScores, len(j.Stages))
	for _, s := range j.Stages {
		scored[s.ID] = &stageScores{}
	}
	for _, s := range j.Scores {
		of := scored[s.StageID]
		if of == nil || s.Value == nil {
			continue
		}
		if s.Dimension == relevance {
			of.relevance.add(*s.Value)
		} else {
			of.presence.add(*s.Value)
		}
		of.known = of.known || s.EvidenceStatus == known
	}
	all := make(map[string]*StageInfluence, len(j.Stages))
	for _, s := range j.Stages {
		weight := 1.0
		if s.Weight != nil {
			weight = *s.Weight
		}
		all[s.ID] = influenceOf(scored[s.ID], weight)
	}
	return all
}

func influenceOf(s *stageScores, weight float64) *StageInfluence {
	i := &StageInfluence{
		Relevance:       s.relevance.mean(),
		Presence:        s.presence.mean(),
		RelevanceSpread: s.relevance.high - s.relevance.low,
		PresenceSpread:  s.presence.high - s.presence.low,
		N:               max(s.relevance.n, s.presence.n),
		GuessOnly:       s.relevance.n+s.presence.n > 0 && !s.known,
	}
	if i.Relevance == nil || i.Presence == nil {
		return i
	}
	influence := influence(*i.Relevance, *i.Presence)
	gain := weight * (dimensionMax - influence)
	i.Complete, i.Influence, i.Gain = true, &influence, &gain
	i.Lever = lever(*i.Relevance, *i.Presence)
	i.Diagnosis = diagnosis(*i.Relevance, *i.Presence)
	return i
}

// influence is relevance × presence ÷ 100, all 0–100. Method: own.
func influence(r, p float64) float64 { return r * p / dimensionMax }

// lever tells what to push: the lower of the two, because influence grows by R/100 with presence
// and by P/100 with relevance; within ten points it makes no difference. Method: own.
func lever(r, p float64) string {
	switch {
	case settled(r-p) >= settled(leverMargin):
		return presence
	case settled(p-r) >= settled(leverMargin):
		return relevance
	}
	return bothDimensions
}

// diagnosis places a stage in the four corners of relevance and presence; 50 counts as high. Method: own.
func diagnosis(r, p float64) string {
	switch {
	case r >= highFrom && p >= highFrom:
		return "hold"
	case r >= highFrom:
		return "be_there"
	case p >= highFrom:
		return "become_relevant"
	}
	return "choose"
}

// gainRank gives the complete stages, most gain first. Ties: the lower of relevance and presence
// first, then the order of the stages. Method: own.
func gainRank(stages []*Stage, of map[string]*StageInfluence) []string {
	rank := make([]string, 0, len(stages))
	for _, s := range stages {
		if of[s.ID].Complete {
			rank = append(rank, s.ID)
		}
	}
	slices.SortStableFunc(rank, func(a, b string) int {
		x, y := of[a], of[b]
		return cmp.Or(
			cmp.Compare(settled(*y.Gain), settled(*x.Gain)),
			cmp.Compare(min(*x.Relevance, *x.Presence), min(*y.Relevance, *y.Presence)),
		)
	})
	return rank
}

// settled drops digits that only rounding errors of the machine make, so that ties are ties.
func settled(x float64) float64 { return math.Round(x * tieDigits) }

// mostGain gives the first of the rank, and the second when it is within 5 points. Where nothing
// is to be gained (all weights 0, or 100 everywhere) it is empty.
func mostGain(rank []string, of map[string]*StageInfluence) []string {
	most := []string{}
	for _, id := range rank[:min(2, len(rank))] {
		gain := *of[id].Gain
		if gain > 0 && settled(*of[rank[0]].Gain-gain) <= settled(closeGain) {
			most = append(most, id)
		}
	}
	return most
}
