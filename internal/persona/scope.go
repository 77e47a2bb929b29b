package persona

import (
	"slices"

	"klantreis/internal/journey"
	"klantreis/internal/workspace"
)

// ScopeInput is what the too-broad check looks at.
type ScopeInput struct {
	Situations       []string `json:"situations"`
	CustomerGroups   []string `json:"customerGroups"`
	Products         []string `json:"products"`
	OutOfScope       []string `json:"outOfScope"`
	GroupCriteria    []string `json:"groupCriteria"`
	ExperienceLevels []string `json:"experienceLevels"`
}

// ScopeFlag is one reason why a scope may be too broad.
type ScopeFlag string

// The flags of the check, in the order in which they are named.
const (
	MoreThanOneSituation ScopeFlag = "more_than_one_situation"
	MoreThanOneGroup     ScopeFlag = "more_than_one_group"
	MoreThanOneProduct   ScopeFlag = "more_than_one_product"
	NothingOutOfScope    ScopeFlag = "nothing_out_of_scope"
	FewerThanTwoCriteria ScopeFlag = "fewer_than_two_criteria"
	MixedExperience      ScopeFlag = "mixed_experience"
)

// groupCriteriaMin is how many criteria make a group recognisable; with one it is "everyone who …".
const groupCriteriaMin = 2

// ScopeCheck is the answer of the too-broad check. It advises and never blocks.
type ScopeCheck struct {
	Flags   []ScopeFlag `json:"flags" nullable:"false" enum:"more_than_one_situation,more_than_one_group,more_than_one_product,nothing_out_of_scope,fewer_than_two_criteria,mixed_experience"`
	Verdict string      `json:"verdict" enum:"clear,check,probably_too_broad" doc:"No flag, one flag, two or more"`
	// Apart is missing when the flags cannot be solved by a second journey.
	Apart *Apart `json:"apart,omitempty" doc:"What could become a journey of its own"`
}

// Apart is the part of a scope that is proposed as a journey of its own.
type Apart struct {
	Situation        string   `json:"situation,omitempty" enum:"become,be,stay"`
	ExperienceLevels []string `json:"experienceLevels,omitempty" enum:"prospect,first_time,new,existing,lapsed"`
	ProductIDs       []string `json:"productIds,omitempty"`
	CustomerGroupID  string   `json:"customerGroupId,omitempty"`
	PersonaID        string   `json:"personaId,omitempty" doc:"Somebody it could be about"`
}

// CheckScope tells whether a scope is too broad and why. The flags and the verdict follow the data
// model's own rules after the advice to be as specific as one can; each flag counts as much.
func CheckScope(in ScopeInput) ScopeCheck {
	check := ScopeCheck{Flags: []ScopeFlag{}, Verdict: "clear"}
	flag := func(name ScopeFlag, raised bool) {
		if raised {
			check.Flags = append(check.Flags, name)
		}
	}
	flag(MoreThanOneSituation, len(in.Situations) > 1)
	flag(MoreThanOneGroup, len(in.CustomerGroups) > 1)
	flag(MoreThanOneProduct, len(in.Products) > 1)
	flag(NothingOutOfScope, len(in.OutOfScope) == 0)
	flag(FewerThanTwoCriteria, len(in.GroupCriteria) < groupCriteriaMin)
	flag(MixedExperience, len(in.ExperienceLevels) > 1)
	switch len(check.Flags) {
	case 0:
	case 1:
		check.Verdict = "check"
	default:
		check.Verdict = "probably_too_broad"
	}
	return check
}

// ScopeOf checks the scope of a journey in its workspace, and proposes what to take apart.
func ScopeOf(j *journey.Journey, w *workspace.Workspace) *ScopeCheck {
	in := scopeInput(j, w)
	check := CheckScope(in)
	check.Apart = apart(in, check.Flags, j, w)
	return &check
}

func scopeInput(j *journey.Journey, w *workspace.Workspace) ScopeInput {
	var in ScopeInput
	if s := j.Scope; s != nil {
		in.Situations, in.ExperienceLevels, in.Products = s.Situations, s.ExperienceLevels, s.ProductIDs
		for _, item := range s.OutOfScope {
			in.OutOfScope = append(in.OutOfScope, item.Text.In("nl"))
		}
	}
	if j.CustomerGroupID != "" {
		in.CustomerGroups = []string{j.CustomerGroupID}
	}
	// Somebody of another group on the map brings that group in.
	if p := personaByID(w, j.PersonaID); p != nil && p.CustomerGroupID != "" && !slices.Contains(in.CustomerGroups, p.CustomerGroupID) {
		in.CustomerGroups = append(in.CustomerGroups, p.CustomerGroupID)
	}
	for _, g := range w.CustomerGroups {
		if g.ID == j.CustomerGroupID {
			for _, c := range g.Criteria {
				in.GroupCriteria = append(in.GroupCriteria, c.In("nl"))
			}
		}
	}
	return in
}

// usualLevels are the experience levels that belong to a situation.
var usualLevels = map[string][]string{
	"become": {"prospect", "first_time"},
	"be":     {"first_time", "new"},
	"stay":   {"existing", "lapsed"},
}

// apart proposes the later part of the relation as a journey of its own: who stays asks other things
// than who buys. Something always stays behind.
func apart(in ScopeInput, flags []ScopeFlag, j *journey.Journey, w *workspace.Workspace) *Apart {
	var a Apart
	switch {
	case slices.Contains(flags, MoreThanOneSituation):
		a.Situation = last(in.Situations, []string{"become", "be", "stay"})
		a.ExperienceLevels = leaving(in.ExperienceLevels, usualLevels[a.Situation])
	case slices.Contains(flags, MixedExperience):
		a.ExperienceLevels = []string{last(in.ExperienceLevels, workspace.ExperienceLevels)}
	case slices.Contains(flags, MoreThanOneGroup):
		a.CustomerGroupID, a.PersonaID = in.CustomerGroups[1], j.PersonaID
		return &a
	case slices.Contains(flags, MoreThanOneProduct):
		a.ProductIDs = in.Products[1:]
	default:
		return nil
	}
	if p := somebodyElse(j, w, a); p != nil {
		a.PersonaID, a.CustomerGroupID = p.ID, p.CustomerGroupID
	}
	return &a
}

// last gives the chosen word that comes last in the usual order.
func last(chosen, order []string) string {
	return slices.MaxFunc(chosen, func(a, b string) int { return slices.Index(order, a) - slices.Index(order, b) })
}

// leaving gives the levels that go with a situation, unless none would stay behind.
func leaving(levels, usual []string) []string {
	var gone []string
	for _, l := range levels {
		if slices.Contains(usual, l) {
			gone = append(gone, l)
		}
	}
	if len(gone) == len(levels) {
		return nil
	}
	return gone
}

// somebodyElse finds a persona whom the journey of its own could be about.
func somebodyElse(j *journey.Journey, w *workspace.Workspace, a Apart) *workspace.Persona {
	wanted := a.ExperienceLevels
	if len(wanted) == 0 && a.Situation == "stay" {
		wanted = usualLevels[a.Situation]
	}
	for _, p := range w.Personas {
		if p.ID != j.PersonaID && slices.Contains(wanted, p.ExperienceLevel) {
			return p
		}
	}
	return nil
}

func personaByID(w *workspace.Workspace, id string) *workspace.Persona {
	for _, p := range w.Personas {
		if p.ID == id {
			return p
		}
	}
	return nil
}
