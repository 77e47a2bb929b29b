package journey

import "klantreis/internal/workspace"

// LevelSummary is how customers with one level of experience are treated (R16).
type LevelSummary struct {
	Level   string   `json:"level" enum:"prospect,first_time,new,existing,lapsed"`
	Cards   int      `json:"cards" doc:"Cards about them"`
	Moments int      `json:"moments" doc:"Contact moments about them"`
	Known   int      `json:"known" doc:"Cards about them that are known"`
	Emotion *float64 `json:"emotion,omitempty" doc:"Mean emotion of their contact moments, −2 to 2"`
}

// levels sums up the cards of each level of experience, for those levels that any card is about.
// Cards about everybody count for none. Method: counting.
func levels(cards []*Card) []*LevelSummary {
	byLevel := map[string]*LevelSummary{}
	felt := map[string]*tally{}
	for _, c := range cards {
		if c.ExperienceLevel == "" {
			continue
		}
		l := byLevel[c.ExperienceLevel]
		if l == nil {
			l = &LevelSummary{Level: c.ExperienceLevel}
			byLevel[c.ExperienceLevel], felt[c.ExperienceLevel] = l, &tally{}
		}
		l.Cards++
		if c.EvidenceStatus == known {
			l.Known++
		}
		if c.Type != "touchpoint" {
			continue
		}
		l.Moments++
		if c.Emotion != nil && c.Emotion.Valence != nil {
			felt[l.Level].add(*c.Emotion.Valence)
		}
	}
	summed := []*LevelSummary{}
	for _, level := range workspace.ExperienceLevels {
		if l := byLevel[level]; l != nil {
			l.Emotion = felt[level].mean()
			summed = append(summed, l)
		}
	}
	return summed
}
