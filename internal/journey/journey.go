// Package journey is the map: stages, lanes, cards, links, transitions, scores, opportunities,
// actions and findings of one customer journey. Start at [Journey] for the shape, at
// [Document] for editing, at [Compute] for what is worked out from it, and at [DecodeFile] for
// the journey file.
//
// It promises that no sequence of edits breaks an invariant of the data model: an edit that
// would is a recorded no-op with a reason. The JSON field names are those of the data model;
// `ref` names the kind that an id points to ("!" when the thing cannot exist without it) and
// `edit:"fixed"` what no edit may set.
package journey

import (
	"klantreis/internal/fault"
	"klantreis/internal/workspace"
)

// Journey is one customer journey. As the root of a document its lists are empty: each element
// is a node of its own.
type Journey struct {
	ID                   string                 `json:"id" edit:"fixed"`
	Title                Text                   `json:"title"`
	Kind                 string                 `json:"kind" enum:"current,ideal"`
	CounterpartID        string                 `json:"counterpartId,omitempty" edit:"fixed"`
	CustomerGroupID      string                 `json:"customerGroupId,omitempty" ref:"customerGroup"`
	PersonaID            string                 `json:"personaId,omitempty" ref:"persona"`
	ProductID            string                 `json:"productId,omitempty" ref:"product"`
	Reason               string                 `json:"reason,omitempty" enum:"new_product,new_service,improve,retain,grow,other"`
	StartsAt             string                 `json:"startsAt,omitempty" enum:"before_need,need_arises,first_contact,other"`
	EndsAt               string                 `json:"endsAt,omitempty" enum:"purchase,use,service,ongoing,other"`
	Status               string                 `json:"status" enum:"draft,in_progress,done,archived"`
	OwnerID              string                 `json:"ownerId,omitempty" ref:"member" doc:"Who looks after the journey"`
	ReviewAt             string                 `json:"reviewAt,omitempty" doc:"The day on which the journey is looked at again"`
	ReviewRhythm         string                 `json:"reviewRhythm,omitempty" enum:"none,monthly,quarterly,yearly" doc:"How long after a review the next one is"`
	Language             workspace.Locale       `json:"language,omitempty" enum:"nl,en" doc:"The language it is made in; missing means the workspace's first"`
	PrincipleIDs         []string               `json:"principleIds,omitempty" ref:"guidingPrinciple" doc:"The principles that hold here; none named means all"`
	Plan                 []*PlanStep            `json:"plan,omitempty" doc:"How the work on the journey is planned"`
	TimeSpent            *float64               `json:"timeSpent,omitempty" doc:"Hours of work so far"`
	StageSet             string                 `json:"stageSet" enum:"stdc,acpl,five,bbs,impulse,complex,custom" doc:"Where the stages came from; the plan of another set sets it"`
	Scope                *Scope                 `json:"scope,omitempty"`
	Stages               []*Stage               `json:"stages" edit:"fixed" node:"stage"`
	Lanes                []*Lane                `json:"lanes" edit:"fixed" node:"lane"`
	Cards                []*Card                `json:"cards" edit:"fixed" node:"card"`
	Links                []*Link                `json:"links" edit:"fixed" node:"link"`
	Transitions          []*Transition          `json:"transitions" edit:"fixed" node:"transition"`
	Scores               []*Score               `json:"scores" edit:"fixed" node:"score"`
	Opportunities        []*Opportunity         `json:"opportunities" edit:"fixed" node:"opportunity"`
	Actions              []*Action              `json:"actions" edit:"fixed" node:"action"`
	Findings             []*Finding             `json:"findings" edit:"fixed" node:"finding"`
	Recommendations      []*Recommendation      `json:"recommendations" edit:"fixed" node:"recommendation"`
	PrincipleAssessments []*PrincipleAssessment `json:"principleAssessments" edit:"fixed" node:"assessment"`
	Returns              []*Return              `json:"returns" edit:"fixed" node:"return"`
	Metrics              []*Metric              `json:"metrics" edit:"fixed" node:"metric"`
	ChecklistAnswers     []*ChecklistAnswer     `json:"checklistAnswers" edit:"fixed" node:"checklist"`
	Comments             []*Comment             `json:"comments" edit:"fixed" node:"comment"`
	Views                []*View                `json:"views,omitempty" edit:"fixed" node:"view"`
}

// Validate checks the journey's own properties, not its lists.
func (j *Journey) Validate() error {
	return firstError(
		workspace.ValidID("id", j.ID),
		j.Title.Title("title"),
		oneOf("kind", j.Kind, "current", "ideal"),
		workspace.Line("counterpartId", j.CounterpartID),
		oneOfOrNone("reason", j.Reason, "new_product", "new_service", "improve", "retain", "grow", "other"),
		oneOfOrNone("startsAt", j.StartsAt, "before_need", "need_arises", "first_contact", "other"),
		oneOfOrNone("endsAt", j.EndsAt, "purchase", "use", "service", "ongoing", "other"),
		oneOf("status", j.Status, "draft", "in_progress", "done", "archived"),
		workspace.Date("reviewAt", j.ReviewAt),
		oneOfOrNone("reviewRhythm", j.ReviewRhythm, "none", "monthly", "quarterly", "yearly"),
		oneOf("stageSet", j.StageSet, "stdc", "acpl", "five", "bbs", "impulse", "complex", "custom"),
		workspace.OneOfOrNone("language", j.Language, "nl", "en"),
		workspace.Distinct("principleIds", j.PrincipleIDs),
		workspace.Each("plan", j.Plan, (*PlanStep).validate),
		between("timeSpent", j.TimeSpent, 0, hoursMax),
		workspace.Nested("scope", j.Scope, (*Scope).validate),
	)
}

// Scope says for whom and from which angle the journey holds.
type Scope struct {
	Reach               Text         `json:"reach,omitzero"`
	Angle               Text         `json:"angle,omitzero"`
	Situations          []string     `json:"situations,omitempty" enum:"become,be,stay"`
	ExperienceLevels    []string     `json:"experienceLevels,omitempty" enum:"prospect,first_time,new,existing,lapsed"`
	ProductIDs          []string     `json:"productIds,omitempty" ref:"product"`
	InScope             []*ScopeItem `json:"inScope,omitempty"`
	OutOfScope          []*ScopeItem `json:"outOfScope,omitempty"`
	CustomerDefinition  Text         `json:"customerDefinition,omitzero"`
	CustomerFromStageID string       `json:"customerFromStageId,omitempty" ref:"stage"`
	MarketingUse        Text         `json:"marketingUse,omitzero"`
	CommunicationUse    Text         `json:"communicationUse,omitzero"`
	TooBroad            *TooBroad    `json:"tooBroad,omitempty"`
}

// ScopeItem is something that is in or out of scope.
type ScopeItem struct {
	Text Text   `json:"text"`
	Type string `json:"type" enum:"group,product,channel,stage,region,period,other"`
	// JourneyID is not checked: the other journey may be gone, and the line still holds.
	JourneyID string `json:"journeyId,omitempty" doc:"The journey of its own that covers what is out of scope"`
}

// TooBroad is the team's answer to the check that the scope is too broad.
type TooBroad struct {
	Accepted bool `json:"accepted"`
	Note     Text `json:"note,omitzero"`
}

func (s *Scope) validate() error {
	return firstError(
		s.Reach.Long("reach"),
		s.Angle.Long("angle"),
		workspace.EachOneOf("situations", s.Situations, situations...),
		workspace.EachOneOf("experienceLevels", s.ExperienceLevels, workspace.ExperienceLevels...),
		workspace.Distinct("productIds", s.ProductIDs),
		workspace.Each("inScope", s.InScope, (*ScopeItem).validate),
		workspace.Each("outOfScope", s.OutOfScope, (*ScopeItem).validate),
		s.CustomerDefinition.Long("customerDefinition"),
		s.MarketingUse.Long("marketingUse"),
		s.CommunicationUse.Long("communicationUse"),
		workspace.Nested("tooBroad", s.TooBroad, func(t *TooBroad) error { return t.Note.Long("note") }),
	)
}

func (i *ScopeItem) validate() error {
	return firstError(
		i.Text.Title("text"),
		oneOf("type", i.Type, "group", "product", "channel", "stage", "region", "period", "other"),
		workspace.Line("journeyId", i.JourneyID),
	)
}

var situations = []string{"become", "be", "stay"}

func firstError(errs ...error) error { return workspace.FirstError(errs...) }

func oneOf(field, word string, set ...string) error { return workspace.OneOf(field, word, set...) }

func oneOfOrNone(field, word string, set ...string) error {
	return workspace.OneOfOrNone(field, word, set...)
}

func between(field string, n *float64, low, high float64) error {
	return workspace.Between(field, n, low, high)
}

func invalid(field, format string, args ...any) error {
	e := fault.New(fault.Invalid, format, args...)
	e.Field = field
	return e
}
