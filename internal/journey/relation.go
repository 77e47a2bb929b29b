package journey

import "klantreis/internal/workspace"

// Link joins two cards: one influences, leads to, supports, causes, addresses or relates to the other.
type Link struct {
	ID         string `json:"id" edit:"fixed"`
	Kind       string `json:"kind" enum:"influences,leads_to,supports,causes,addresses,related"`
	FromCardID string `json:"fromCardId" ref:"!card"`
	ToCardID   string `json:"toCardId" ref:"!card"`
	Direction  string `json:"direction,omitempty" enum:"raises,lowers,sets"`
	Strength   *int   `json:"strength,omitempty" doc:"1 to 3"`
	Note       Text   `json:"note,omitzero"`
}

// Validate checks the link's properties.
func (l *Link) Validate() error {
	if l.FromCardID == l.ToCardID {
		return invalid("toCardId", "a card cannot be linked to itself")
	}
	return firstError(
		workspace.ValidID("id", l.ID),
		oneOf("kind", l.Kind, "influences", "leads_to", "supports", "causes", "addresses", "related"),
		oneOfOrNone("direction", l.Direction, "raises", "lowers", "sets"),
		workspace.Between("strength", l.Strength, 1, 3),
		l.Note.Long("note"),
	)
}

// Transition is a step from one stage to another, or out of the journey.
type Transition struct {
	FromStageID string   `json:"fromStageId" edit:"once" ref:"!stage"`
	ToStageID   string   `json:"toStageId,omitempty" edit:"once" ref:"!stage" doc:"Missing when the step leads out"`
	Kind        string   `json:"kind" edit:"once" enum:"forward,back,skip,repeat,exit"`
	Share       *float64 `json:"share,omitempty" doc:"0 to 1 of those in the stage"`
	Count       *int     `json:"count,omitempty"`
	Status      string   `json:"status" enum:"known,guess"`
	Note        Text     `json:"note,omitzero"`
	Exit        string   `json:"exit,omitempty"`
}

// Validate checks the transition's properties.
func (t *Transition) Validate() error {
	if (t.Kind == "exit") != (t.ToStageID == "") {
		return invalid("toStageId", "a step of kind exit leads to no stage, and every other kind leads to one")
	}
	return firstError(
		oneOf("kind", t.Kind, "forward", "back", "skip", "repeat", "exit"),
		between("share", t.Share, 0, 1),
		workspace.Between("count", t.Count, 0, audienceMax),
		oneOf("status", t.Status, "known", "guess"),
		t.Note.Long("note"),
		workspace.Line("exit", t.Exit),
	)
}

// Score is what one scorer thinks of the relevance or the presence in a stage: a whole number from 0 to 100.
type Score struct {
	StageID        string   `json:"stageId" edit:"once" ref:"!stage"`
	Dimension      string   `json:"dimension" edit:"once" enum:"relevance,presence"`
	ScorerID       string   `json:"scorerId" edit:"once" ref:"!member"`
	Value          *int     `json:"value"`
	EvidenceStatus string   `json:"evidenceStatus" enum:"known,guess" doc:"The scorer's own word"`
	EvidenceIDs    []string `json:"evidenceIds,omitempty" ref:"evidence"`
	Reason         Text     `json:"reason,omitzero"`
	At             string   `json:"at,omitempty"`
}

// Validate checks the score's properties.
func (s *Score) Validate() error {
	if s.Value == nil {
		return invalid("value", "a score is a whole number from 0 to 100")
	}
	return firstError(
		oneOf("dimension", s.Dimension, "relevance", "presence"),
		workspace.Between("value", s.Value, 0, 100),
		oneOf("evidenceStatus", s.EvidenceStatus, "known", "guess"),
		workspace.Distinct("evidenceIds", s.EvidenceIDs),
		s.Reason.Long("reason"),
		workspace.Instant("at", s.At),
	)
}

// PrincipleAssessment is one scorer's answers to the ten principles, for a contact moment or the whole journey.
type PrincipleAssessment struct {
	TouchpointID string `json:"touchpointId,omitempty" edit:"once" ref:"!card" doc:"Missing for the whole journey"`
	ScorerID     string `json:"scorerId" edit:"once" ref:"!member"`
	Scores       []*int `json:"scores" nullable:"false"`
	Note         Text   `json:"note,omitzero"`
}

const principles = 10

// Validate checks the assessment's properties.
func (a *PrincipleAssessment) Validate() error {
	return firstError(workspace.Scale("scores", a.Scores, principles), a.Note.Long("note"))
}

// Comment is something said about an element of the journey.
type Comment struct {
	ID       string `json:"id" edit:"fixed"`
	TargetID string `json:"targetId" edit:"once" ref:"!*"`
	AuthorID string `json:"authorId,omitempty" edit:"once" ref:"member"`
	At       string `json:"at" edit:"once"`
	Text     Text   `json:"text"`
	Resolved bool   `json:"resolved"`
}

// Validate checks the comment's properties.
func (c *Comment) Validate() error {
	if c.At == "" {
		return invalid("at", "a comment needs its point in time")
	}
	if c.Text.IsZero() {
		return invalid("text", "a text is needed in Dutch or English")
	}
	return firstError(workspace.ValidID("id", c.ID), c.Text.Long("text"), workspace.Instant("at", c.At))
}
