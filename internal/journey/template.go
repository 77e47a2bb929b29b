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
	Tactics      *Tactics       `json:"tactics"`
}

// Tactics are suggestions of what to do and show, by the stage of See-Think-Do-Care. Which of them
// suit a stage of another set, [Computed.Intents] tells.
type Tactics struct {
	See   []*Tactic `json:"see" nullable:"false"`
	Think []*Tactic `json:"think" nullable:"false"`
	Do    []*Tactic `json:"do" nullable:"false"`
	Care  []*Tactic `json:"care" nullable:"false"`
}

// Tactic is one suggestion, which can become an action.
type Tactic struct {
	ID         string `json:"id"`
	ChannelKey string `json:"channelKey" doc:"The kind of channel it suits, such as website or phone; a channel of the example has it after ch- in its id"`
	Text       Text   `json:"text"`
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
	// Measures are by which the stage is judged; other stages are judged by others.
	Measures []*MeasureTemplate `json:"measures,omitempty"`
}

// MeasureTemplate is a measure to begin with, without a value yet.
type MeasureTemplate struct {
	Name   Text   `json:"name"`
	Unit   string `json:"unit"`
	Better string `json:"better" enum:"higher,lower"`
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

// templateFile is what templates.json holds: the templates, and which stages of the sets correspond.
type templateFile struct {
	Templates
	StageMapping []*stageStep `json:"stageMapping"`
}

var readTemplates = sync.OnceValue(func() *templateFile {
	var t templateFile
	if err := json.Unmarshal(templatesJSON, &t); err != nil {
		panic(err) // part of the program
	}
	return &t
})

// AllTemplates gives the templates. They must not be changed.
func AllTemplates() *Templates { return &readTemplates().Templates }

// usualLanes are the lanes a new journey starts with.
var usualLanes = LaneTypes[:12]

// FromTemplate gives a new journey with the stages of a set and the usual lanes. NewID makes ids.
// An unknown set is a fault of code invalid.
func FromTemplate(setID string, title Text, newID func() string) (*Journey, error) {
	set := stageSet(setID)
	if set == nil {
		return nil, noStageSet(setID)
	}
	return set.journey(title, newID), nil
}

// stageSet gives the set with this id; nil when there is none.
func stageSet(id string) *StageSet {
	for _, set := range AllTemplates().StageSets {
		if set.ID == id {
			return set
		}
	}
	return nil
}

func noStageSet(id string) error { return invalid("stageSet", "there is no stage set %q", id) }

// byKey gives the stage of the set with this key; nil when there is none.
func (s *StageSet) byKey(key string) *StageTemplate {
	for _, t := range s.Stages {
		if t.Key == key {
			return t
		}
	}
	return nil
}

func (s *StageSet) journey(title Text, newID func() string) *Journey {
	j := &Journey{ID: newID(), Title: title, Kind: "current", StartsAt: "need_arises", EndsAt: "ongoing", Status: "draft", StageSet: s.ID}
	if s.ID == "empty" {
		j.StageSet = "custom"
	}
	for i, t := range s.Stages {
		stage := t.stage(newID(), i+1)
		j.Stages = append(j.Stages, stage)
		for _, m := range t.Measures {
			j.Metrics = append(j.Metrics, &Metric{ID: newID(), StageID: stage.ID, Name: m.Name, Unit: m.Unit, Better: m.Better})
		}
	}
	for i, t := range usualLanes {
		j.Lanes = append(j.Lanes, &Lane{ID: newID(), Type: t, Order: i + 1, Derived: t.Derived()})
	}
	return j
}

// stage gives a new stage that is as the template has it.
func (t *StageTemplate) stage(id string, order int) *Stage {
	stage := &Stage{
		ID: id, Key: t.Key, Order: order, Name: t.Name, Situation: t.Situation, Leg: t.Leg,
		CustomerQuestion: t.CustomerQuestion, GuidingQuestion: t.GuidingQuestion, NextStepGoal: t.NextStepGoal,
	}
	if !t.Audience.IsZero() {
		stage.Audience = &Audience{Status: guess, Description: t.Audience}
	}
	return stage
}
