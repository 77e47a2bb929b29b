package journey

// Suggestion is what the program proposes from the map. It is nothing of the journey until somebody
// accepts it (INV-27).
type Suggestion struct {
	Code     string `json:"code" enum:"absent_source,theory_answer"`
	TargetID string `json:"targetId" doc:"The card or stage it is about"`
	StageID  string `json:"stageId"`
	Message  Text   `json:"message" doc:"Why; of a theory_answer, the finding that is proposed"`

	OpportunityTitle Text `json:"opportunityTitle,omitzero" doc:"absent_source: the opportunity, or the action, that is proposed"`
}

// saidRunesMax leaves room in a title for a sentence around a name.
const saidRunesMax = 100

// suggestions proposes an opportunity for every source or influencer where we are absent (R35) and
// that no opportunity or action answers yet, and a finding for every stage in which the customer comes
// first in theory only (R23) and that has no finding of its own yet.
func suggestions(j *Journey) []*Suggestion {
	found := []*Suggestion{}
	answered := answeredCards(j)
	for _, c := range j.Cards {
		if (c.Type == "source" || c.Type == "influencer") && c.OurPresence == "none" && !answered[c.ID] {
			found = append(found, absentSource(c))
		}
	}
	told := map[string]bool{}
	for _, f := range j.Findings {
		told[f.StageID] = told[f.StageID] || f.CardID == ""
	}
	for _, s := range j.Stages {
		if s.ViewpointCheck != nil && s.ViewpointCheck.Answer == "theory" && !told[s.ID] {
			found = append(found, theoryAnswer(s))
		}
	}
	return found
}

// answeredCards gives the cards that opportunities and actions rest on; what was dropped answers nothing.
func answeredCards(j *Journey) map[string]bool {
	answered := map[string]bool{}
	for _, o := range j.Opportunities {
		for _, id := range o.BasedOn {
			answered[id] = true
		}
	}
	for _, a := range j.Actions {
		for _, id := range a.BasedOn {
			answered[id] = answered[id] || a.Status != "dropped"
		}
	}
	return answered
}

func absentSource(c *Card) *Suggestion {
	about := Text{NL: cut(c.Title.In("nl"), saidRunesMax), EN: cut(c.Title.In("en"), saidRunesMax)}
	s := &Suggestion{Code: "absent_source", TargetID: c.ID, StageID: c.StageID, Message: Text{
		NL: "Klanten kijken hier, maar jij bent er niet: “" + about.NL + "”.",
		EN: "Customers look here, but you are not there: “" + about.EN + "”.",
	}}
	s.OpportunityTitle = Text{NL: "Zorg dat je te vinden bent bij: " + about.NL, EN: "Be there: " + about.EN}
	if c.Type == "influencer" {
		s.Message = Text{
			NL: "Klanten luisteren hiernaar, maar hebben het daar niet over jou: “" + about.NL + "”.",
			EN: "Customers listen here, but you are not spoken of: “" + about.EN + "”.",
		}
		s.OpportunityTitle = Text{NL: "Praat met: " + about.NL, EN: "Talk with: " + about.EN}
	}
	return s
}

func theoryAnswer(s *Stage) *Suggestion {
	name := Text{NL: cut(shortName(s.Name.In("nl")), saidRunesMax), EN: cut(shortName(s.Name.In("en")), saidRunesMax)}
	return &Suggestion{Code: "theory_answer", TargetID: s.ID, StageID: s.ID, Message: Text{
		NL: "In “" + name.NL + "” staat de klant alleen in theorie voorop.",
		EN: "In “" + name.EN + "” the customer comes first in theory only.",
	}}
}
