package httpapi

import (
	"context"
	"slices"
	"time"

	"klantreis/internal/collab"
	"klantreis/internal/journey"
	"klantreis/internal/workspace"
)

// JourneySummary is a journey as its card on the start page shows it.
type JourneySummary struct {
	ID              string            `json:"id"`
	Title           workspace.Text    `json:"title"`
	Kind            string            `json:"kind"`
	Status          string            `json:"status"`
	StageSet        string            `json:"stageSet"`
	PersonaID       string            `json:"personaId,omitempty"`
	CustomerGroupID string            `json:"customerGroupId,omitempty"`
	OwnerID         string            `json:"ownerId,omitempty"`
	ReviewAt        string            `json:"reviewAt,omitempty" doc:"The day on which it is looked at again"`
	ReviewRhythm    string            `json:"reviewRhythm,omitempty"`
	UpdatedAt       time.Time         `json:"updatedAt"`
	Stages          []*StageSummary   `json:"stages"`
	Emotions        []*EmotionPoint   `json:"emotions" doc:"Of the contact moments, in order"`
	MostGain        []string          `json:"mostGain"`
	Known           int               `json:"known"`
	Guess           int               `json:"guess"`
	OpenActions     int               `json:"openActions"`
	NextActions     []*journey.Action `json:"nextActions" doc:"Open ones, what is being done and what is due first at the front"`
	Assumptions     []*Assumption     `json:"assumptions" doc:"Cards that are guesses"`
	OpensInto       []string          `json:"opensInto" doc:"Journeys that show a stage or a card of this one in detail"`
}

// StageSummary is a stage on the card of its journey.
type StageSummary struct {
	ID        string         `json:"id"`
	Name      workspace.Text `json:"name"`
	Order     int            `json:"order"`
	Known     int            `json:"known"`
	Guess     int            `json:"guess"`
	Relevance *float64       `json:"relevance,omitempty"`
	Presence  *float64       `json:"presence,omitempty"`
	Gain      *float64       `json:"gain,omitempty"`
}

// EmotionPoint is a contact moment's place on the curve.
type EmotionPoint struct {
	StageID string `json:"stageId"`
	Valence *int   `json:"valence,omitempty"`
	Word    string `json:"word,omitempty"`
}

// Assumption is a card that nobody has evidence for.
type Assumption struct {
	CardID string         `json:"cardId"`
	Title  workspace.Text `json:"title"`
}

// summaries gives the journeys of a workspace in short, oldest first.
func (s *server) summaries(ctx context.Context, workspaceID string) ([]*JourneySummary, error) {
	views, err := s.Hub.Journeys(ctx, workspaceID)
	if err != nil {
		return nil, err
	}
	list := make([]*JourneySummary, len(views))
	for i, v := range views {
		list[i] = summary(v)
	}
	return list, nil
}

func summary(v *collab.View) *JourneySummary {
	j, c := v.Journey, v.Computed
	return &JourneySummary{
		ID: j.ID, Title: j.Title, Kind: j.Kind, Status: j.Status, StageSet: j.StageSet,
		PersonaID: j.PersonaID, CustomerGroupID: j.CustomerGroupID, UpdatedAt: v.SavedAt,
		OwnerID: j.OwnerID, ReviewAt: j.ReviewAt, ReviewRhythm: j.ReviewRhythm,
		Stages: stageSummaries(j, c), Emotions: emotionPoints(j, c), MostGain: c.MostGain,
		Known: c.Known, Guess: c.Guess, OpenActions: len(openActions(j)),
		NextActions: openActions(j), Assumptions: assumptions(j), OpensInto: opensInto(j),
	}
}

// opensInto lists the nested journeys, each once.
func opensInto(j *journey.Journey) []string {
	ids := []string{}
	add := func(id string) {
		if id != "" && !slices.Contains(ids, id) {
			ids = append(ids, id)
		}
	}
	for _, st := range j.Stages {
		add(st.JourneyID)
	}
	for _, c := range j.Cards {
		add(c.JourneyID)
	}
	return ids
}

func stageSummaries(j *journey.Journey, c *journey.Computed) []*StageSummary {
	stages := make([]*StageSummary, len(j.Stages))
	for i, st := range j.Stages {
		sum := &StageSummary{ID: st.ID, Name: st.Name, Order: st.Order}
		if k := c.StageKnown[st.ID]; k != nil {
			sum.Known, sum.Guess = k.Known, k.Guess
		}
		if rp := c.RelevancePresence[st.ID]; rp != nil {
			sum.Relevance, sum.Presence, sum.Gain = rp.Relevance, rp.Presence, rp.Gain
		}
		stages[i] = sum
	}
	return stages
}

func emotionPoints(j *journey.Journey, c *journey.Computed) []*EmotionPoint {
	cards := make(map[string]*journey.Card, len(j.Cards))
	for _, card := range j.Cards {
		cards[card.ID] = card
	}
	points := []*EmotionPoint{}
	for _, id := range c.TouchpointOrder {
		p := &EmotionPoint{StageID: cards[id].StageID}
		if e := cards[id].Emotion; e != nil {
			p.Valence, p.Word = e.Valence, e.Word
		}
		points = append(points, p)
	}
	return points
}

// openActions gives what is still to do: begun first, then what is due first, then without a day.
func openActions(j *journey.Journey) []*journey.Action {
	open := slices.DeleteFunc(slices.Clone(j.Actions), func(a *journey.Action) bool { return a.Status != "open" && a.Status != "doing" })
	slices.SortStableFunc(open, func(a, b *journey.Action) int {
		switch {
		case a.Status != b.Status:
			return orderOf(a.Status == "doing")
		case (a.Due == "") != (b.Due == ""):
			return orderOf(a.Due != "")
		case a.Due < b.Due:
			return -1
		case a.Due > b.Due:
			return 1
		}
		return 0
	})
	return open
}

func orderOf(first bool) int {
	if first {
		return -1
	}
	return 1
}

func assumptions(j *journey.Journey) []*Assumption {
	list := []*Assumption{}
	for _, c := range j.Cards {
		if c.EvidenceStatus == "guess" {
			list = append(list, &Assumption{c.ID, c.Title})
		}
	}
	return list
}
