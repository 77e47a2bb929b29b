package journey

import (
	_ "embed"
	"encoding/json"
	"sync"
)

//go:embed templates.json
var templatesJSON []byte

// Templates are the ready structures to begin with.
type Templates struct {
	StageSets    []*StageSet    `json:"stageSets" nullable:"false"`
	LaneTypes    []*LaneName    `json:"laneTypes" nullable:"false"`
	EmotionWords []*EmotionWord `json:"emotionWords" nullable:"false"`
}

// StageSet is a way to divide a journey into stages.
type StageSet struct {
	ID     string           `json:"id" enum:"stdc,acpl,five,bbs,impulse,complex,empty"`
	Name   Text             `json:"name"`
	Origin string           `json:"origin,omitempty" doc:"Whose idea it is, where that is known"`
	Stages []*StageTemplate `json:"stages" nullable:"false"`
}

// StageTemplate is one stage of a set with the questions that help to fill it.
type StageTemplate struct {
	Key              string `json:"key"`
	Name             Text   `json:"name"`
	Situation        string `json:"situation"`
	Leg              string `json:"leg"`
	Audience         Text   `json:"audience,omitzero"`
	CustomerQuestion Text   `json:"customerQuestion,omitzero"`
	GuidingQuestion  Text   `json:"guidingQuestion,omitzero"`
	NextStepGoal     Text   `json:"nextStepGoal,omitzero"`
}

// LaneName is the name of a type of lane, and on which side of the interaction it lies.
type LaneName struct {
	Type LaneType `json:"type"`
	Name Text     `json:"name"`
	Side string   `json:"side" enum:"customer,organisation,result,other"`
}

// EmotionWord is a word for an emotion with the valence it usually has, −2 to +2.
type EmotionWord struct {
	Key     string `json:"key"`
	Name    Text   `json:"name"`
	Valence int    `json:"valence"`
}

// AllTemplates gives the templates. They must not be changed.
var AllTemplates = sync.OnceValue(func() *Templates {
	var t Templates
	if err := json.Unmarshal(templatesJSON, &t); err != nil {
		panic(err) // part of the program
	}
	return &t
})

// usualLanes are the lanes a new journey starts with.
var usualLanes = LaneTypes[:12]

// FromTemplate gives a new journey with the stages of a set and the usual lanes. NewID makes ids.
// An unknown set is a fault of code invalid.
func FromTemplate(setID string, title Text, newID func() string) (*Journey, error) {
	for _, set := range AllTemplates().StageSets {
		if set.ID == setID {
			return set.journey(title, newID), nil
		}
	}
	return nil, invalid("stageSet", "there is no stage set %q", setID)
}

func (s *StageSet) journey(title Text, newID func() string) *Journey {
	j := &Journey{ID: newID(), Title: title, Kind: "current", StartsAt: "need_arises", EndsAt: "ongoing", Status: "draft", StageSet: s.ID}
	if s.ID == "empty" {
		j.StageSet = "custom"
	}
	for i, t := range s.Stages {
		stage := &Stage{
			ID: newID(), Key: t.Key, Order: i + 1, Name: t.Name, Situation: t.Situation, Leg: t.Leg,
			CustomerQuestion: t.CustomerQuestion, GuidingQuestion: t.GuidingQuestion, NextStepGoal: t.NextStepGoal,
		}
		if !t.Audience.IsZero() {
			stage.Audience = &Audience{Status: guess, Description: t.Audience}
		}
		j.Stages = append(j.Stages, stage)
	}
	for i, t := range usualLanes {
		j.Lanes = append(j.Lanes, &Lane{ID: newID(), Type: t, Order: i + 1, Derived: t.Derived()})
	}
	return j
}
