package memsource

import (
	"context"
	"slices"
	"sort"

	"klantreis/internal/sequence"
)

// Cut gives the log in which each journey is a customer.
func (l *Log) Cut(ctx context.Context, q sequence.CutQuery) (*Log, error) {
	transitions, err := l.Transitions(ctx, sequence.TransitionQuery{})
	if err != nil {
		return nil, err
	}
	sort.SliceStable(transitions, func(a, b int) bool { return transitions[a].MeanSeconds > transitions[b].MeanSeconds })
	far := map[[2]string]bool{}
	for cuts, i := 0, 0; cuts < q.Learned && i < len(transitions); i++ {
		far[[2]string{transitions[i].From, transitions[i].To}] = true
		cuts += transitions[i].Count
	}
	out := &Log{}
	for _, j := range l.journeys() {
		piece := 1
		for i, e := range j.events {
			if i > 0 {
				before := j.events[i-1]
				if slices.Contains(q.After, before.Name) || far[[2]string{before.Name, e.Name}] ||
					q.Gap > 0 && uint64(e.Time)-uint64(before.Time) > uint64(q.Gap) {
					piece++
				}
			}
			e.Customer = sequence.Piece(j.customer, piece)
			out.events = append(out.events, e)
		}
	}
	return out, nil
}
