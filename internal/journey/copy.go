package journey

import "klantreis/internal/workspace"

// Copied gives a journey of its own with everything in this one, under another title. Comments stay
// behind, since they are a talk about this one; so do its counterpart, which belongs to one journey
// only, and the day of its review. NewID makes ids.
func (j *Journey) Copied(title workspace.Text, newID func() string) *Journey {
	c := *j
	c.Title, c.CounterpartID, c.ReviewAt = title, "", ""
	c.Comments = []*Comment{}
	if c.Status == archived {
		c.Status = "in_progress"
	}
	return c.WithNewIDs(newID)
}

// Structure gives a journey with the stages and lanes of this one and the questions in them, and
// with nothing that was answered.
func (j *Journey) Structure(title workspace.Text, newID func() string) *Journey {
	s := &Journey{ID: newID(), Title: title, Kind: j.Kind, StartsAt: j.StartsAt, EndsAt: j.EndsAt, Status: "draft", StageSet: j.StageSet}
	for _, stage := range j.Stages {
		s.Stages = append(s.Stages, &Stage{
			ID: newID(), Key: stage.Key, Order: stage.Order, Name: stage.Name, Situation: stage.Situation, Leg: stage.Leg, Weight: stage.Weight,
			CustomerQuestion: stage.CustomerQuestion, GuidingQuestion: stage.GuidingQuestion, NextStepGoal: stage.NextStepGoal,
		})
	}
	for _, lane := range j.Lanes {
		s.Lanes = append(s.Lanes, &Lane{ID: newID(), Type: lane.Type, Name: lane.Name, Order: lane.Order, Derived: lane.Derived, Hidden: lane.Hidden})
	}
	return s
}

const archived = "archived"
