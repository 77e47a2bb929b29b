package journey

// countKnown counts the cards that are known and guessed, per stage and together. Method: own
// (R58); what makes a card known is [cardStatus]. Every stage has a count, also one without cards.
func countKnown(j *Journey) (all KnownCount, byStage map[string]*KnownCount) {
	byStage = make(map[string]*KnownCount, len(j.Stages))
	for _, s := range j.Stages {
		byStage[s.ID] = &KnownCount{}
	}
	for _, c := range j.Cards {
		all.add(c)
		if in := byStage[c.StageID]; in != nil {
			in.add(c)
		}
	}
	return all, byStage
}

func (k *KnownCount) add(c *Card) {
	if c.EvidenceStatus == known {
		k.Known++
	} else {
		k.Guess++
	}
}

// share gives known ÷ (known + guess), 0 to 1; nil without cards.
func (k KnownCount) share() *float64 {
	if k.Known+k.Guess == 0 {
		return nil
	}
	s := float64(k.Known) / float64(k.Known+k.Guess)
	return &s
}
