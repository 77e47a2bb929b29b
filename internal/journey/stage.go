package journey

import "klantreis/internal/workspace"

// StagesMax is how many stages a journey has at most (INV-02).
const StagesMax = 20

// Stage is one part of the journey, with its own audience and question.
type Stage struct {
	ID               string           `json:"id" edit:"fixed"`
	Key              string           `json:"key,omitempty" doc:"The stage of the template it came from"`
	Order            int              `json:"order" edit:"fixed"`
	Name             Text             `json:"name"`
	Situation        string           `json:"situation,omitempty" enum:"become,be,stay"`
	Leg              string           `json:"leg,omitempty" enum:"to,through"`
	Weight           *float64         `json:"weight,omitempty" doc:"0 to 1; missing means 1"`
	Colour           string           `json:"colour,omitempty" enum:"teal,violet,ochre,rust,green,slate" doc:"A small mark in the head of the stage; never the only sign of anything"`
	Audience         *Audience        `json:"audience,omitempty"`
	Where            Text             `json:"where,omitzero"`
	When             Text             `json:"when,omitzero"`
	Mindset          Text             `json:"mindset,omitzero"`
	OurRole          Text             `json:"ourRole,omitzero"`
	ImproveRole      Text             `json:"improveRole,omitzero"`
	CustomerQuestion Text             `json:"customerQuestion,omitzero" doc:"The question the customer has in this stage"`
	GuidingQuestion  Text             `json:"guidingQuestion,omitzero" doc:"The question we ask ourselves"`
	Answer           Text             `json:"answer,omitzero"`
	CustomerGoal     Text             `json:"customerGoal,omitzero" doc:"What the customer wants to reach in this stage"`
	OurGoal          Text             `json:"ourGoal,omitzero" doc:"What we want to reach in this stage"`
	NextStepGoal     Text             `json:"nextStepGoal,omitzero"`
	ViewpointCheck   *ViewpointCheck  `json:"viewpointCheck,omitempty"`
	Exits            []*StageExit     `json:"exits,omitempty"`
	Picture          *workspace.Image `json:"picture,omitempty"`
	// JourneyID is not checked: the other journey may be gone, and the stage still holds.
	JourneyID string `json:"journeyId,omitempty" doc:"The journey that shows this stage in detail"`
}

// Audience is who is in a stage.
type Audience struct {
	Name        Text     `json:"name,omitzero"`
	Size        *int     `json:"size,omitempty"`
	Status      string   `json:"status,omitempty" enum:"known,guess"`
	Description Text     `json:"description,omitzero"`
	EvidenceIDs []string `json:"evidenceIds,omitempty" ref:"evidence"`
	// ParentStageID is whose audience this one is a part of; missing means the stage before.
	ParentStageID string `json:"parentStageId,omitempty" ref:"stage"`
}

// ViewpointCheck tells whether the stage looks from the customer's side in practice.
type ViewpointCheck struct {
	Answer string `json:"answer" enum:"practice,theory,unknown"`
	Proof  Text   `json:"proof,omitzero"`
}

// StageExit is a way out of the journey.
type StageExit struct {
	Reason Text     `json:"reason"`
	Share  *float64 `json:"share,omitempty"`
	To     string   `json:"to,omitempty"`
}

const audienceMax = 10_000_000_000

// Validate checks the stage's properties.
func (s *Stage) Validate() error {
	return firstError(
		workspace.ValidID("id", s.ID),
		notReserved(s.ID, exit),
		workspace.Line("key", s.Key),
		s.Name.Title("name"),
		oneOfOrNone("situation", s.Situation, situations...),
		oneOfOrNone("leg", s.Leg, "to", "through"),
		between("weight", s.Weight, 0, 1),
		oneOfOrNone("colour", s.Colour, "teal", "violet", "ochre", "rust", "green", "slate"),
		workspace.Nested("audience", s.Audience, (*Audience).validate),
		s.Where.Long("where"), s.When.Long("when"), s.Mindset.Long("mindset"),
		s.OurRole.Long("ourRole"), s.ImproveRole.Long("improveRole"),
		s.CustomerQuestion.Short("customerQuestion"),
		s.GuidingQuestion.Long("guidingQuestion"), s.Answer.Long("answer"),
		s.CustomerGoal.Long("customerGoal"), s.OurGoal.Long("ourGoal"), s.NextStepGoal.Long("nextStepGoal"),
		workspace.Nested("picture", s.Picture, (*workspace.Image).Validate),
		workspace.Line("journeyId", s.JourneyID),
		workspace.Nested("viewpointCheck", s.ViewpointCheck, func(v *ViewpointCheck) error {
			return firstError(oneOf("answer", v.Answer, "practice", "theory", "unknown"), v.Proof.Long("proof"))
		}),
		workspace.Each("exits", s.Exits, (*StageExit).validate),
	)
}

func (a *Audience) validate() error {
	return firstError(
		a.Name.Short("name"),
		workspace.Between("size", a.Size, 0, audienceMax),
		oneOfOrNone("status", a.Status, "known", "guess"),
		a.Description.Long("description"),
		workspace.Distinct("evidenceIds", a.EvidenceIDs),
	)
}

func (e *StageExit) validate() error {
	return firstError(e.Reason.Title("reason"), between("share", e.Share, 0, 1), workspace.Line("to", e.To))
}

// LaneType is what a lane holds; it also decides the lane's look.
type LaneType string

// LaneTypes are the sixteen types in their usual order on the map.
var LaneTypes = []LaneType{
	"doing", "touchpoint", "decision", "source", "expectation", "emotion", "need", "barrier",
	"frontstage", "backstage", "opportunity", "action", "idea", "metric", "note", "image",
}

// Derived tells whether lanes of this type show entities of the journey and hold no cards.
func (t LaneType) Derived() bool { return t == "opportunity" || t == "action" || t == "metric" }

// Lane is one row of the map.
type Lane struct {
	ID      string   `json:"id" edit:"fixed"`
	Type    LaneType `json:"type" edit:"once"`
	Name    Text     `json:"name,omitzero" doc:"Missing means the type's own name"`
	Order   int      `json:"order" edit:"fixed"`
	Derived bool     `json:"derived" edit:"fixed" doc:"Follows from the type"`
	Hidden  bool     `json:"hidden"`
}

// Validate checks the lane's properties.
func (l *Lane) Validate() error {
	if l.Derived != l.Type.Derived() {
		return invalid("derived", "lanes of type %q have derived %v", l.Type, l.Type.Derived())
	}
	return firstError(
		workspace.ValidID("id", l.ID),
		workspace.OneOf("type", l.Type, LaneTypes...),
		l.Name.Short("name"),
	)
}
