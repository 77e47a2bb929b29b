package journey

import (
	"cmp"
	"slices"

	"klantreis/internal/edit"
)

// StageSetPlan is how a journey gets the stages of another set: the edits, and what a person should
// know of them beforehand. Nothing is changed until the edits are sent, as one transaction.
type StageSetPlan struct {
	Ops          []edit.Op       `json:"ops" nullable:"false" doc:"To be sent as one transaction"`
	Stages       []*PlannedStage `json:"stages" nullable:"false" doc:"The stages there will be, in order"`
	Moved        []*MovedCard    `json:"moved" nullable:"false" doc:"Cards that change stage, and those whose stage has no counterpart"`
	MergedScores []*MergedScore  `json:"mergedScores" nullable:"false" doc:"Scores to be checked, since their stages become one"`
}

// PlannedStage is one stage as it will be.
type PlannedStage struct {
	StageID      string   `json:"stageId"`
	Name         Text     `json:"name"`
	FromStageIDs []string `json:"fromStageIds" nullable:"false" doc:"The stages that become this one, in order; empty when it is new"`
}

// MovedCard is a card that comes to stand elsewhere.
type MovedCard struct {
	CardID      string `json:"cardId"`
	FromStageID string `json:"fromStageId"`
	ToStageID   string `json:"toStageId"`
	ToStage     Text   `json:"toStage" doc:"The name of the stage it comes to stand in"`
	Unmapped    bool   `json:"unmapped" doc:"Its stage has no counterpart in the new set, so it goes to the nearest one"`
}

// MergedScore is a score that becomes the mean of several.
type MergedScore struct {
	StageID   string        `json:"stageId"`
	Dimension string        `json:"dimension" enum:"relevance,presence"`
	ScorerID  string        `json:"scorerId"`
	Value     int           `json:"value"`
	From      []ScoredStage `json:"from" nullable:"false"`
}

// ScoredStage is what one stage was given.
type ScoredStage struct {
	StageID string `json:"stageId"`
	Value   int    `json:"value"`
}

const ownSet = "custom"

// PlanStageSet plans how a journey, as a person sees it, gets the stages of another set (INV-19).
// Nothing is lost: cards, opportunities, actions, measures, findings, steps, comments and texts go
// to the stage that corresponds, and of stages that become one the cards keep their order. Scores
// of such stages become the mean per scorer and say that they want checking; audiences become the
// largest, since they hold one another; of their main opportunities one remains the main one. The
// stage that corresponds most keeps its id. With the set "custom" or "empty" the stages stay as
// they are and become the team's own.
//
// The journey is not changed. NewID makes ids. Errors: invalid for an unknown set, and where texts
// of stages that become one are together longer than fits, with the path.
func PlanStageSet(j *Journey, setID string, newID func() string) (*StageSetPlan, error) {
	c := &stageChange{from: j, newID: newID, plan: &StageSetPlan{Moved: []*MovedCard{}, MergedScores: []*MergedScore{}}}
	if setID == ownSet || setID == "empty" {
		c.keepStages()
	} else if c.set = stageSet(setID); c.set == nil {
		return nil, noStageSet(setID)
	} else {
		c.assign()
		c.follow()
	}
	d, err := FromJourney(j, nil)
	if err != nil {
		return nil, err
	}
	ops, err := edit.Diff(d.Doc, c.to)
	if err != nil {
		return nil, err
	}
	c.plan.Ops = setComposed(ops)
	return c.plan, nil
}

// stageChange is a journey on its way to another set of stages.
type stageChange struct {
	from   *Journey
	set    *StageSet
	newID  func() string
	plan   *StageSetPlan
	rungs  []rung         // where the stages of from stand
	groups []*stageGroup  // one for each stage of the set
	into   map[*Stage]int // stage of from → its group
	to     *Journey
}

// stageGroup is the stages that become one stage of the set.
type stageGroup struct {
	template *StageTemplate
	parts    []*Stage // in order
	keeper   *Stage   // the one whose id stays; nil when there are none
	id       string
}

// keepStages plans nothing but another origin of the stages.
func (c *stageChange) keepStages() {
	c.to = edit.Repointed(c.from, nil).(*Journey)
	c.to.StageSet = ownSet
	for _, s := range c.from.Stages {
		c.plan.Stages = append(c.plan.Stages, &PlannedStage{s.ID, s.Name, []string{s.ID}})
	}
}

// assign finds for each stage of the journey the stage of the set that it becomes.
func (c *stageChange) assign() {
	c.rungs, c.into = rungs(c.from), map[*Stage]int{}
	at := map[string]int{}
	for i, t := range c.set.Stages {
		at[t.Key] = i
		c.groups = append(c.groups, &stageGroup{template: t})
	}
	for i, s := range c.from.Stages {
		c.into[s] = at[readTemplates().StageMapping[c.rungs[i].step].Stages[c.set.ID]]
		g := c.groups[c.into[s]]
		g.parts = append(g.parts, s)
	}
	cards := map[string]int{}
	for _, card := range c.from.Cards {
		cards[card.StageID]++
	}
	for _, g := range c.groups {
		g.keeper = c.keeper(g, cards)
		if g.keeper != nil {
			g.id = g.keeper.ID
		} else {
			g.id = c.newID()
		}
	}
}

// keeper picks the stage whose id stays: one that stands on the same step, else one that comes from
// a template, else the one with most cards, else the first.
func (c *stageChange) keeper(g *stageGroup, cards map[string]int) *Stage {
	if len(g.parts) == 0 {
		return nil
	}
	home, _ := homeStep(c.set.ID, g.template.Key)
	worth := func(s *Stage) int {
		r := c.rungs[slices.Index(c.from.Stages, s)]
		switch {
		case r.template != nil && r.step == home:
			return 2
		case r.template != nil:
			return 1
		}
		return 0
	}
	best := g.parts[0]
	for _, s := range g.parts[1:] {
		if cmp.Or(cmp.Compare(worth(s), worth(best)), cmp.Compare(cards[s.ID], cards[best.ID])) > 0 {
			best = s
		}
	}
	return best
}

// setComposed writes the making of what has no id of its own as settings of its properties: so the
// making also finds what was there before and was deleted since. Every property is set, because
// what comes back has the old ones.
func setComposed(ops []edit.Op) []edit.Op {
	written := make([]edit.Op, 0, len(ops))
	for _, op := range ops {
		keys := composedKeys[op.Type]
		if op.Verb != edit.Insert || keys == nil {
			written = append(written, op)
			continue
		}
		for _, key := range keys {
			value := op.Props[key]
			if value == nil {
				value = []byte("null")
			}
			written = append(written, edit.Op{Verb: edit.Set, ID: op.ID, Key: key, Value: value})
		}
	}
	return written
}

// composedKeys are what can be set of steps and scores; first what they cannot be without, or what
// an invariant watches.
var composedKeys = map[string][]string{
	"transition": {"share", "count", "status", "note", "exit"},
	"score":      {"value", "evidenceStatus", "evidenceIds", "reason", "at"},
}
