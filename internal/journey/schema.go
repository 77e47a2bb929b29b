package journey

import (
	"slices"
	"strconv"
	"strings"

	"klantreis/internal/edit"
	"klantreis/internal/workspace"
)

// Schema is what a journey document consists of.
var Schema = &edit.Schema{
	Root: &edit.Kind{Name: "journey", New: func() edit.Entity { return &Journey{} }},
	Kinds: []*edit.Kind{
		{Name: "stage", New: func() edit.Entity { return &Stage{} }},
		{Name: "lane", New: func() edit.Entity { return &Lane{} }, Finish: finishLane},
		{Name: "card", New: newCard, InCell: true, Derived: map[string]edit.Derivation{
			"evidenceStatus": {Value: cardStatus, Refuse: refuseStatus},
		}},
		{Name: "link", New: func() edit.Entity { return &Link{} }},
		{Name: "transition", New: func() edit.Entity { return &Transition{Status: guess} }, Compose: transitionID, Parse: parseTransition},
		{Name: "score", New: func() edit.Entity { return &Score{EvidenceStatus: guess} }, Compose: scoreID, Parse: parseScore},
		{Name: "opportunity", New: func() edit.Entity { return &Opportunity{Type: "experience", Status: "idea"} }},
		{Name: "action", New: newAction},
		{Name: "finding", New: func() edit.Entity { return &Finding{Severity: 3} }},
		{Name: "recommendation", New: func() edit.Entity { return &Recommendation{Priority: 2} }},
		{Name: "assessment", New: func() edit.Entity { return &PrincipleAssessment{} }, Compose: assessmentID, Parse: parseAssessment},
		{Name: "return", New: func() edit.Entity { return &Return{Status: guess} }, Compose: returnID, Numbered: true, Parse: parseReturn},
		{Name: "metric", New: func() edit.Entity { return &Metric{} }},
		{Name: "checklist", New: func() edit.Entity { return &ChecklistAnswer{} }, Compose: checklistID, Parse: parseChecklist},
		{Name: "comment", New: func() edit.Entity { return &Comment{} }},
		{Name: "view", New: func() edit.Entity { return &View{Audience: "own"} }},
	},
	Check:       check,
	CheckDelete: checkDelete,
}

const (
	known = "known"
	guess = "guess"
)

func newCard() edit.Entity { return &Card{EvidenceStatus: guess} }

func newAction() edit.Entity {
	return &Action{ChannelID: workspace.ProcessChannelID, Aim: "experience", Status: "open"}
}

func finishLane(e edit.Entity) {
	l := e.(*Lane)
	l.Derived = l.Type.Derived()
}

// cardStatus is the rule INV-08: known if and only if evidence stands behind the card.
func cardStatus(e edit.Entity, refs edit.References) string {
	if refs.Known(e.(*Card).EvidenceIDs) {
		return known
	}
	return guess
}

func refuseStatus(wanted string) *edit.Refusal {
	if wanted == known {
		return edit.Refuse("needs_evidence", "a card is known when evidence stands behind it: add evidence of strength 1 or more first")
	}
	return edit.Refuse("has_evidence", "evidence stands behind this card, so it is known: take the evidence away first")
}

// The composed ids of what has none of its own. Ids never contain a colon, so the parts are clear.

func scoreID(e edit.Entity) string {
	s := e.(*Score)
	return composed("score", s.StageID, s.Dimension, s.ScorerID)
}

func parseScore(id string) (edit.Entity, bool) {
	p, ok := parts(id, 4)
	if !ok {
		return nil, false
	}
	return &Score{StageID: p[1], Dimension: p[2], ScorerID: p[3], EvidenceStatus: guess}, true
}

func transitionID(e edit.Entity) string {
	t := e.(*Transition)
	to := t.ToStageID
	if to == "" {
		to = exit
	}
	return composed("transition", t.FromStageID, to, t.Kind)
}

const exit = "exit" // the place outside every stage, and the kind of step that leads there

func parseTransition(id string) (edit.Entity, bool) {
	p, ok := parts(id, 4)
	if !ok {
		return nil, false
	}
	t := &Transition{FromStageID: p[1], ToStageID: p[2], Kind: p[3], Status: guess}
	if t.ToStageID == exit {
		t.ToStageID = ""
	}
	return t, true
}

const wholeJourney = "journey" // stands for the contact moment in assessments of everything

func assessmentID(e edit.Entity) string {
	a := e.(*PrincipleAssessment)
	about := a.TouchpointID
	if about == "" {
		about = wholeJourney
	}
	return composed("assessment", about, a.ScorerID)
}

func parseAssessment(id string) (edit.Entity, bool) {
	p, ok := parts(id, 3)
	if !ok {
		return nil, false
	}
	a := &PrincipleAssessment{TouchpointID: p[1], ScorerID: p[2], Scores: make([]*int, principles)}
	if a.TouchpointID == wholeJourney {
		a.TouchpointID = ""
	}
	return a, true
}

func returnID(e edit.Entity) string {
	r := e.(*Return)
	return composed("return", r.Kind, r.Beneficiary)
}

func parseReturn(id string) (edit.Entity, bool) {
	p, ok := parts(id, 4)
	if !ok {
		return nil, false
	}
	if n, err := strconv.Atoi(p[3]); err != nil || n < 1 {
		return nil, false
	}
	return &Return{Kind: p[1], Beneficiary: p[2], Status: guess}, true
}

func checklistID(e edit.Entity) string {
	return composed("checklist", e.(*ChecklistAnswer).ChecklistID)
}

func parseChecklist(id string) (edit.Entity, bool) {
	p, ok := parts(id, 2)
	if !ok {
		return nil, false
	}
	return &ChecklistAnswer{ChecklistID: p[1]}, true
}

// notReserved refuses an id that stands for something else in composed ids.
func notReserved(id, reserved string) error {
	if id == reserved {
		return invalid("id", "the id %q means something else here; choose another", id)
	}
	return nil
}

func composed(parts ...string) string { return strings.Join(parts, ":") }

func parts(id string, n int) ([]string, bool) {
	p := strings.Split(id, ":")
	return p, len(p) == n && !slices.Contains(p, "")
}
