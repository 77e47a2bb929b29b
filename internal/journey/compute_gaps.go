package journey

// GapsOf gives what lies between the ratings of one contact moment (1 to 10 each, so −9 to 9).
// experienceGap = promiseGap + deliveryGap (INV-11). Method: own, after the gap model of
// Parasuraman, Zeithaml & Berry 1985, Journal of Marketing 49(4). A gap needs both its ratings;
// nil when there is none.
func GapsOf(r *Rating) *Gaps {
	if r == nil {
		return nil
	}
	g := Gaps{
		PromiseGap:    difference(r.Promised, r.Expected),
		DeliveryGap:   difference(r.Delivered, r.Promised),
		ExperienceGap: difference(r.Delivered, r.Expected),
		DesiredGap:    difference(r.Realised, r.Desired),
	}
	if g == (Gaps{}) {
		return nil
	}
	return &g
}

func difference(a, b *float64) *float64 {
	if a == nil || b == nil {
		return nil
	}
	d := *a - *b
	return &d
}

// allGaps gives the gaps by contact moment, and the moment whose delivery falls shortest of its
// promise: the first in the order of the journey when several do; none when none falls short.
func allGaps(met []*Card) (gaps map[string]*Gaps, worst string) {
	gaps = make(map[string]*Gaps, len(met))
	shortest := 0.0
	for _, c := range met {
		g := GapsOf(c.Rating)
		if g == nil {
			continue
		}
		gaps[c.ID] = g
		if g.DeliveryGap != nil && *g.DeliveryGap < shortest {
			shortest, worst = *g.DeliveryGap, c.ID
		}
	}
	return gaps, worst
}
