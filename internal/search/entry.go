package search

import (
	"slices"
	"strings"

	"klantreis/internal/journey"
	"klantreis/internal/workspace"
)

// entry is a thing that can be found.
type entry struct {
	Hit
	texts []workspace.Text
	tags  []string
	kind  string // terms for things of its kind
}

// folded gives everything that is said of a thing but its title.
func (e *entry) folded() string {
	var out strings.Builder
	for _, t := range e.texts {
		out.WriteString(fold(t.NL))
		out.WriteString(fold(t.EN))
	}
	for _, t := range e.tags {
		out.WriteString(fold(t))
	}
	return out.String()
}

// cardKeys are the keys of the glossary for what cards are, where the type is no key itself.
var cardKeys = map[journey.CardType]string{
	"touchpoint": "contact_moment", "decision": "decision_moment", "source": "information_source",
	"frontstage": "front_stage", "backstage": "back_stage",
}

// lister gives every thing of a workspace to a function.
type lister struct {
	do    func(*entry)
	kinds map[string]string // key → kind words
	home  Hit               // what the things of a journey share
}

// each lists the things of the journeys, journey by journey, then those of the workspace.
func each(w *workspace.Workspace, journeys []*journey.Journey, do func(*entry)) {
	l := &lister{do: do, kinds: map[string]string{}}
	for _, j := range journeys {
		l.journey(j)
	}
	l.home = Hit{}
	l.workspace(w)
}

func (l *lister) add(kind, key, id string, title workspace.Text, texts ...workspace.Text) {
	l.addEntry(&entry{Hit: Hit{Kind: kind, TargetID: id, Title: title}, texts: texts}, key)
}

func (l *lister) addEntry(e *entry, key string) {
	words, known := l.kinds[key]
	if !known {
		words = synonyms().kindWords(strings.Fields(key)...)
		l.kinds[key] = words
	}
	e.kind = words
	e.JourneyID, e.JourneyTitle = l.home.JourneyID, l.home.JourneyTitle
	l.do(e)
}

func (l *lister) at(stageID, kind, key, id string, title workspace.Text, texts ...workspace.Text) {
	l.addEntry(&entry{Hit: Hit{Kind: kind, TargetID: id, StageID: stageID, Title: title}, texts: texts}, key)
}

func (l *lister) journey(j *journey.Journey) {
	l.home = Hit{JourneyID: j.ID, JourneyTitle: j.Title}
	l.add("journey", "journey "+j.StageSet+" "+j.Kind+"_journey", j.ID, j.Title, scopeTexts(j.Scope)...)
	for _, s := range j.Stages {
		l.at(s.ID, "stage", "stage", s.ID, s.Name, stageTexts(s)...)
	}
	for _, c := range j.Cards {
		key := cardKeys[c.Type]
		if key == "" {
			key = string(c.Type)
		}
		if c.Type == "touchpoint" && slices.Contains(c.Flags, "moment_of_truth") {
			key += " moment_of_truth"
		}
		result := Hit{Kind: "card", TargetID: c.ID, CardType: c.Type, StageID: c.StageID, Title: c.Title}
		l.addEntry(&entry{Hit: result, texts: cardTexts(c), tags: c.Tags}, key)
	}
	for _, o := range j.Opportunities {
		l.at(o.StageID, "opportunity", "opportunity", o.ID, o.Title)
	}
	for _, a := range j.Actions {
		l.at(a.StageID, "action", "action", a.ID, a.Title)
	}
	for _, f := range j.Findings {
		l.at(f.StageID, "finding", "finding", f.ID, f.Statement)
	}
	for _, r := range j.Recommendations {
		l.add("recommendation", "recommendation", r.ID, r.Statement)
	}
}

func scopeTexts(s *journey.Scope) []workspace.Text {
	if s == nil {
		return nil
	}
	texts := []workspace.Text{s.Reach, s.Angle, s.CustomerDefinition, s.MarketingUse, s.CommunicationUse}
	for _, item := range slices.Concat(s.InScope, s.OutOfScope) {
		texts = append(texts, item.Text)
	}
	return texts
}

func stageTexts(s *journey.Stage) []workspace.Text {
	texts := []workspace.Text{
		s.CustomerQuestion, s.GuidingQuestion, s.Answer, s.CustomerGoal, s.OurGoal, s.NextStepGoal,
		s.Where, s.When, s.Mindset, s.OurRole, s.ImproveRole,
	}
	if s.Audience != nil {
		texts = append(texts, s.Audience.Name, s.Audience.Description)
	}
	if s.Picture != nil {
		texts = append(texts, s.Picture.Alt)
	}
	for _, e := range s.Exits {
		texts = append(texts, e.Reason)
	}
	return texts
}

func cardTexts(c *journey.Card) []workspace.Text {
	texts := append([]workspace.Text{c.Body, c.Underlying, c.Better, c.Worse, c.Alt}, c.Drivers...)
	for _, s := range c.Steering {
		texts = append(texts, s.Text)
	}
	for _, compared := range c.Comparison {
		texts = append(texts, compared.Attribute)
	}
	return texts
}

func (l *lister) workspace(w *workspace.Workspace) {
	for _, p := range w.Personas {
		l.add("persona", "persona", p.ID, workspace.Text{NL: p.Name, EN: p.Name}, personaTexts(p)...)
	}
	for _, g := range w.CustomerGroups {
		texts := append([]workspace.Text{g.Description}, g.Criteria...)
		for _, v := range g.ValueExchanges {
			texts = append(texts, v.Offer, v.Ask)
		}
		l.add("customerGroup", "customer_group", g.ID, g.Name, texts...)
	}
	for _, e := range w.Evidence {
		l.add("evidence", "evidence", e.ID, e.Statement, e.Quote)
	}
	for _, g := range w.GuidingPrinciples {
		l.add("guidingPrinciple", "guiding_principle", g.ID, g.Statement, g.Explanation)
	}
	for _, p := range w.ProofPoints {
		l.add("proofPoint", "proof_point", p.ID, p.Claim, p.Proof)
	}
}

func personaTexts(p *workspace.Persona) []workspace.Text {
	texts := []workspace.Text{p.Quote, p.Situation}
	for _, s := range p.Statements {
		texts = append(texts, s.Text)
	}
	return texts
}
