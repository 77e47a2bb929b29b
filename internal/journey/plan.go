package journey

import "klantreis/internal/workspace"

// PlanStep is one step of the work on a journey, such as interviews or a presentation.
type PlanStep struct {
	Step    Text   `json:"step"`
	Due     string `json:"due,omitempty" doc:"A day"`
	OwnerID string `json:"ownerId,omitempty" ref:"member"`
	Status  string `json:"status" enum:"open,doing,done"`
}

const hoursMax = 1e6

func (p *PlanStep) validate() error {
	return firstError(p.Step.Title("step"), workspace.Date("due", p.Due), oneOf("status", p.Status, "open", "doing", "done"))
}

// View is a way to look at the map that was kept for an audience: what is hidden, folded and left out.
type View struct {
	ID               string   `json:"id" edit:"fixed"`
	Name             Text     `json:"name"`
	Audience         string   `json:"audience" enum:"board,team,customer,own"`
	HiddenLaneIDs    []string `json:"hiddenLaneIds,omitempty" ref:"lane"`
	FoldedLaneIDs    []string `json:"foldedLaneIds,omitempty" ref:"lane"`
	Tags             []string `json:"tags,omitempty" doc:"Only cards with one of these"`
	Situations       []string `json:"situations,omitempty" enum:"become,be,stay"`
	ExperienceLevels []string `json:"experienceLevels,omitempty" enum:"prospect,first_time,new,existing,lapsed"`
	HideGuesses      bool     `json:"hideGuesses"`
}

// Validate checks the view's properties.
func (v *View) Validate() error {
	return firstError(
		workspace.ValidID("id", v.ID),
		v.Name.Title("name"),
		oneOf("audience", v.Audience, "board", "team", "customer", "own"),
		workspace.Distinct("hiddenLaneIds", v.HiddenLaneIDs),
		workspace.Distinct("foldedLaneIds", v.FoldedLaneIDs),
		validTags(v.Tags),
		workspace.EachOneOf("situations", v.Situations, situations...),
		workspace.EachOneOf("experienceLevels", v.ExperienceLevels, workspace.ExperienceLevels...),
	)
}
