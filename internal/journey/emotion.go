package journey

import (
	"cmp"
	"slices"
)

// touchpoints gives the contact moments in stage and card order; lanes break ties, from top to
// bottom. The journey is a view, so its cards come by stage and lane already.
func touchpoints(j *Journey) []*Card {
	stage := make(map[string]int, len(j.Stages))
	for i, s := range j.Stages {
		stage[s.ID] = i
	}
	var met []*Card
	for _, c := range j.Cards {
		if c.Type == "touchpoint" {
			met = append(met, c)
		}
	}
	slices.SortStableFunc(met, func(a, b *Card) int {
		return cmp.Or(cmp.Compare(stage[a.StageID], stage[b.StageID]), cmp.Compare(a.Order, b.Order))
	})
	return met
}

// valences gives the emotions of those contact moments that have one, −2 to 2.
func valences(met []*Card) []int {
	var felt []int
	for _, c := range met {
		if c.Emotion != nil && c.Emotion.Valence != nil {
			felt = append(felt, *c.Emotion.Valence)
		}
	}
	return felt
}

// PeakEnd sums an experience up in its peak (the emotion furthest from 0; of −2 and 2 the −2) and
// its end, and their mean. Source: Kahneman, Fredrickson, Schreiber & Redelmeier 1993, Psychological
// Science 4(6); Redelmeier & Kahneman 1996, Pain 66(1); the tie rule is own. In and out −2 to 2; nil
// without emotions.
func PeakEnd(felt []int) *EmotionSummary {
	if len(felt) == 0 {
		return nil
	}
	e := &EmotionSummary{Worst: slices.Min(felt), Best: slices.Max(felt), End: felt[len(felt)-1]}
	if e.Peak = e.Best; -e.Worst >= e.Best {
		e.Peak = e.Worst
	}
	sum := 0
	for _, v := range felt {
		sum += v
	}
	e.Mean = float64(sum) / float64(len(felt))
	e.PeakEnd = float64(e.Peak+e.End) / 2
	return e
}
