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

// Share gives known ÷ (known + guess), 0 to 1; nil without cards.
func (k KnownCount) Share() *float64 {
	if k.Known+k.Guess == 0 {
		return nil
	}
	s := float64(k.Known) / float64(k.Known+k.Guess)
	return &s
}

// Completeness is the share of fields that are filled: (known + guess) ÷ (known + guess + empty), 0 to 1; nil
// when there is nothing to fill. Method: own.
func (k KnownCount) Completeness(empty int) *float64 {
	filled := float64(k.Known + k.Guess)
	return Ratio(new(filled), new(filled+float64(empty)))
}

// strengthMax is measured behaviour, the top of the scale of evidence.
const strengthMax = 4

// Certainty is 100 × the mean strength of evidence ÷ 4 over everything that is filled, a guess counting 0: 0
// (all guessed) to 100 (all measured); nil when nothing is filled. Strengths run from 0 to 4. Method: own, after
// Gilad, Idea Prioritization With ICE and The Confidence Meter, 2018.
func Certainty(strengths []int) *float64 {
	sum := 0
	for _, s := range strengths {
		sum += s
	}
	return Ratio(new(100*float64(sum)), new(strengthMax*float64(len(strengths))))
}
