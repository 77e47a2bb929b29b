package memsource

import (
	"context"
	"fmt"
	"math/big"
	"slices"
	"sort"

	"klantreis/internal/event"
	"klantreis/internal/sequence"
)

// Transitions looks at every two neighbouring events.
func (l *Log) Transitions(_ context.Context, q sequence.TransitionQuery) ([]sequence.Transition, error) {
	type pair struct{ from, to string }
	times := map[pair][]float64{}
	sums := map[pair]*big.Int{}
	cases := map[pair]int{}
	for _, j := range l.journeys() {
		seen := map[pair]bool{}
		for i := 1; i < len(j.events); i++ {
			a, b := j.events[i-1], j.events[i]
			p := pair{a.Name, b.Name}
			if sums[p] == nil {
				sums[p] = new(big.Int)
			}
			sums[p].Add(sums[p], new(big.Int).SetUint64(uint64(b.Time)-uint64(a.Time)))
			times[p] = append(times[p], between(a.Time, b.Time))
			if !seen[p] {
				seen[p] = true
				cases[p]++
			}
		}
	}
	var list []sequence.Transition
	for p, t := range times {
		mean, _ := new(big.Rat).SetFrac(sums[p], big.NewInt(int64(len(t))*int64(event.Second))).Float64()
		found := sequence.Transition{From: p.from, To: p.to, Count: len(t), Cases: cases[p], MeanSeconds: mean}
		if q.Medians {
			found.MedianSeconds = median(t)
		}
		list = append(list, found)
	}
	sort.Slice(list, func(a, b int) bool {
		x, y := list[a], list[b]
		if x.Count != y.Count {
			return x.Count > y.Count
		}
		if x.From != y.From {
			return x.From < y.From
		}
		return x.To < y.To
	})
	return list, nil
}

// Variants counts sequences under the text of their names.
func (l *Log) Variants(_ context.Context, q sequence.VariantQuery) (sequence.Variants, error) {
	found := map[string]*sequence.Variant{}
	v := sequence.Variants{}
	for _, j := range l.journeys() {
		v.Cases++
		names := j.names()
		if q.Collapse {
			names = slices.Compact(names)
		}
		key := fmt.Sprintf("%q", names)
		if found[key] == nil {
			found[key] = &sequence.Variant{Activities: names}
		}
		found[key].Cases++
	}
	v.Distinct = len(found)
	for _, variant := range found {
		variant.Share = float64(variant.Cases) / float64(v.Cases)
		v.Top = append(v.Top, *variant)
	}
	sort.Slice(v.Top, func(a, b int) bool {
		if v.Top[a].Cases != v.Top[b].Cases {
			return v.Top[a].Cases > v.Top[b].Cases
		}
		return slices.Compare(v.Top[a].Activities, v.Top[b].Activities) < 0
	})
	if q.Top > 0 && q.Top < len(v.Top) {
		v.Top = v.Top[:q.Top]
	}
	v.Other = v.Cases
	for _, variant := range v.Top {
		v.Other -= variant.Cases
	}
	return v, nil
}
