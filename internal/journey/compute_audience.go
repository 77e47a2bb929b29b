package journey

import "slices"

// AudienceSize is the audience of one stage beside the one it is a part of.
type AudienceSize struct {
	StageID       string   `json:"stageId"`
	Size          int      `json:"size"`
	Status        string   `json:"status" enum:"known,guess"`
	ParentStageID string   `json:"parentStageId,omitempty" doc:"The stage whose audience it is a part of: the one that was chosen, else the one before that has a size"`
	Share         *float64 `json:"share,omitempty" doc:"Size ÷ that of the parent, 0 to 1"`
	Reach         *float64 `json:"reach,omitempty" doc:"Size ÷ that of the outermost audience, 0 to 1"`
	Bigger        bool     `json:"bigger" doc:"Larger than the audience it is said to be a part of"`
}

// nested are the stages of See-Think-Do-Care of which each holds the next. Those in Care have bought
// at any time, so they may be more than those in Do.
var nested = []string{"see", "think", "do"}

// audiences gives the sizes of the stages that have one, in the order of the stages, with the share of
// the audience before: size ÷ size of the parent, and of the outermost one. Source: Kaushik's
// See-Think-Do-Care, in which audiences hold one another. A share above 1 is none, and left out.
func audiences(j *Journey) []*AudienceSize {
	sized := []*AudienceSize{}
	byStage := map[string]*AudienceSize{}
	for _, s := range j.Stages {
		if s.Audience == nil || s.Audience.Size == nil {
			continue
		}
		a := &AudienceSize{StageID: s.ID, Size: *s.Audience.Size, Status: s.Audience.Status}
		if a.Status == "" {
			a.Status = guess
		}
		sized, byStage[s.ID] = append(sized, a), a
	}
	for i, a := range sized {
		s := stageByID(j.Stages, a.StageID)
		chosen := s.Audience.ParentStageID != ""
		if chosen {
			a.ParentStageID = s.Audience.ParentStageID
		} else {
			a.ParentStageID = usualParent(j, sized[:i], s)
		}
		if parent := byStage[a.ParentStageID]; parent != nil {
			a.Share = part(a.Size, parent.Size)
			a.Bigger = a.Size > parent.Size && (chosen || j.StageSet == stdc && slices.Contains(nested, s.Key))
		}
	}
	for _, a := range sized {
		a.Reach = reach(a, byStage)
	}
	return sized
}

// usualParent gives the stage before that has a size; among See, Think and Do the nearest before of
// these, whatever stands between.
func usualParent(j *Journey, before []*AudienceSize, of *Stage) string {
	if at := slices.Index(nested, of.Key); j.StageSet == stdc && at >= 0 {
		for _, key := range slices.Backward(nested[:at]) {
			if s := stageByKey(j.Stages, key); s != nil && s.Audience != nil && s.Audience.Size != nil {
				return s.ID
			}
		}
		return ""
	}
	if len(before) == 0 {
		return ""
	}
	return before[len(before)-1].StageID
}

// reach follows the parents to the outermost audience; nil when they run in a circle.
func reach(a *AudienceSize, byStage map[string]*AudienceSize) *float64 {
	outermost := a
	for range len(byStage) {
		parent := byStage[outermost.ParentStageID]
		if parent == nil {
			return part(a.Size, outermost.Size)
		}
		outermost = parent
	}
	return nil
}

// part gives the share that a part is of a whole, 0 to 1; nil when it is none.
func part(size, whole int) *float64 {
	if whole <= 0 || size > whole {
		return nil
	}
	return new(float64(size) / float64(whole))
}
