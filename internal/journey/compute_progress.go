package journey

// Progress tells how much of a journey is filled in (R19).
type Progress struct {
	Filled   int     `json:"filled"`
	Expected int     `json:"expected"`
	Share    float64 `json:"share" doc:"Filled ÷ expected, 0 to 1"`
}

// progress counts the fields that a journey is expected to have, and those that are filled. Method: own.
// Expected of the journey: the customer group, and of its scope the reach, a situation, what is out of
// scope, and when somebody is a customer. Expected of every stage: the answer to its guiding question
// where it has one (R31); where, when, with which mindset, our role and how to improve it (R34); a
// contact moment, a need, a barrier; relevance and presence; an opportunity and an action. What a
// template wrote counts for nothing, since nobody thought about it yet; what nobody needs, such as a
// persona, is not expected.
func progress(j *Journey, scored map[string]*StageInfluence) Progress {
	var p Progress
	p.expect(j.CustomerGroupID != "")
	scope := j.Scope
	if scope == nil {
		scope = &Scope{}
	}
	p.expect(!scope.Reach.IsZero(), len(scope.Situations) > 0, len(scope.OutOfScope) > 0, !scope.CustomerDefinition.IsZero())
	has := map[[2]string]bool{}
	for _, c := range j.Cards {
		has[[2]string{c.StageID, string(c.Type)}] = true
	}
	for _, o := range j.Opportunities {
		has[[2]string{o.StageID, "opportunity"}] = true
	}
	for _, a := range j.Actions {
		has[[2]string{a.StageID, "action"}] = true
	}
	for _, s := range j.Stages {
		if !s.GuidingQuestion.IsZero() {
			p.expect(!s.Answer.IsZero())
		}
		p.expect(!s.Where.IsZero(), !s.When.IsZero(), !s.Mindset.IsZero(), !s.OurRole.IsZero(), !s.ImproveRole.IsZero())
		for _, kind := range [...]string{"touchpoint", "need", "barrier", "opportunity", "action"} {
			p.expect(has[[2]string{s.ID, kind}])
		}
		p.expect(scored[s.ID].Relevance != nil, scored[s.ID].Presence != nil)
	}
	p.Share = float64(p.Filled) / float64(p.Expected)
	return p
}

func (p *Progress) expect(filled ...bool) {
	p.Expected += len(filled)
	for _, f := range filled {
		if f {
			p.Filled++
		}
	}
}
