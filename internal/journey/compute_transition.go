package journey

import "klantreis/internal/workspace"

// TransitionShare is a step between stages, as a share of those that left its stage.
type TransitionShare struct {
	ID         string   `json:"id"`
	Count      *int     `json:"count,omitempty"`
	N          int      `json:"n" doc:"How many were counted leaving the stage"`
	Share      *float64 `json:"share,omitempty" doc:"0 to 1: count ÷ n, else what was filled in"`
	ShownShare *float64 `json:"shownShare,omitempty" doc:"The share where it may be shown: filled in, or counted from enough"`
}

// Paths is what the counted steps tell together. Missing when too few were counted.
type Paths struct {
	N        int                `json:"n" doc:"How many were counted leaving the first stage that anybody left"`
	Backward int                `json:"backward" doc:"Steps to an earlier stage"`
	ReachEnd map[string]float64 `json:"reachEnd" doc:"By stage: the chance to come to the last stage sooner or later, 0 to 1"`
}

// fewAnswers is from how many answers or paths on a share is worth showing.
func fewAnswers(t *workspace.Thresholds) int {
	if t == nil || t.FewAnswers == nil {
		return PathsMin
	}
	return *t.FewAnswers
}

// transitionShares gives every step its share. Method: counting; what is counted from fewer than the
// workspace's threshold is not shown as a share.
func transitionShares(j *Journey, enough int) []*TransitionShare {
	left := leaving(j.Transitions)
	shares := make([]*TransitionShare, len(j.Transitions))
	for i, t := range j.Transitions {
		s := &TransitionShare{ID: transitionID(t), Count: t.Count, N: left[t.FromStageID], Share: t.Share, ShownShare: t.Share}
		if t.Count != nil && s.N > 0 {
			s.Share, s.ShownShare = new(float64(*t.Count)/float64(s.N)), nil
			if s.N >= enough {
				s.ShownShare = s.Share
			}
		}
		shares[i] = s
	}
	return shares
}

// leaving counts those who were counted leaving each stage.
func leaving(transitions []*Transition) map[string]int {
	left := map[string]int{}
	for _, t := range transitions {
		if t.Count != nil {
			left[t.FromStageID] += *t.Count
		}
	}
	return left
}

// countedPaths tells where counted steps lead. Only steps are kept, not whole paths, so the chances
// hold as far as the next step depends on the present stage alone (see [Steps.ChanceToReach]). Nil when
// fewer than enough left the first stage that anybody left.
func countedPaths(j *Journey, enough int) *Paths {
	left := leaving(j.Transitions)
	first := 0
	order := make([]string, len(j.Stages))
	for i, s := range j.Stages {
		order[i] = s.ID
		if first == 0 {
			first = left[s.ID]
		}
	}
	if first < max(enough, 1) {
		return nil
	}
	steps := Steps{}
	for _, t := range j.Transitions {
		if t.Count == nil || *t.Count == 0 {
			continue
		}
		to := t.ToStageID
		if to == "" {
			to = exit
		}
		if steps[t.FromStageID] == nil {
			steps[t.FromStageID] = map[string]int{}
		}
		steps[t.FromStageID][to] += *t.Count
	}
	return &Paths{N: first, Backward: steps.BackwardSteps(order), ReachEnd: steps.ChanceToReach(order[len(order)-1])}
}
