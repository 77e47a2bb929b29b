package journey

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// warnings lists what is not wrong but worth a look, in the order a person would mend it: the whole
// journey first, then stages, decision moments and recommendations, each in the order of the map.
func warnings(j *Journey, perspectives int, sizes []*AudienceSize) []Warning {
	found := []Warning{}
	found = append(found, onePerspective(perspectives)...)
	found = append(found, halfAJourney(j)...)
	found = append(found, growingAudiences(j.Stages, sizes)...)
	for _, s := range j.Stages {
		if s.NextStepGoal.IsZero() { // R28
			found = append(found, warn("no_next_step_goal", s.ID, Text{NL: shortName(s.Name.In("nl")), EN: shortName(s.Name.In("en"))},
				"Bij “%s” staat nog niet wat er moet gebeuren om verder te gaan.", "“%s” does not say yet what has to happen to move on."))
		}
	}
	for _, c := range j.Cards {
		if c.Type == "decision" {
			found = append(found, unfinishedDecision(c)...)
		}
	}
	for _, r := range j.Recommendations {
		if len(r.FindingIDs) == 0 {
			found = append(found, warn("recommendation_without_finding", r.ID, r.Statement,
				"Aanbeveling “%s” steunt op geen enkele bevinding.", "Recommendation “%s” rests on no finding."))
		}
	}
	return found
}

// onePerspective is INV-24. Without any score there is no perspective to label.
func onePerspective(perspectives int) []Warning {
	if perspectives != 1 {
		return nil
	}
	return []Warning{{Code: "one_perspective", Message: Text{
		NL: "Eén perspectief: alle scores komen van dezelfde persoon.",
		EN: "One perspective: all scores come from the same person.",
	}}}
}

// halfAJourney is the hint of R02: a map that stops at the purchase, or begins after it. A stage whose
// situation nobody filled in may well lie on the other side, so it keeps the hint away; so does, for the
// part before the purchase, a scope that leaves becoming a customer out.
func halfAJourney(j *Journey) []Warning {
	before := j.Scope != nil && len(j.Scope.Situations) > 0 && !slices.Contains(j.Scope.Situations, "become")
	after := false
	for _, s := range j.Stages {
		before = before || s.Situation == "become" || s.Situation == ""
		after = after || s.Situation != "become"
	}
	switch {
	case !after:
		return []Warning{{Code: "no_stage_after_purchase", Message: Text{NL: "Nog geen fase na de aankoop.", EN: "No stage after the purchase yet."}}}
	case !before:
		return []Warning{{Code: "no_stage_before_purchase", Message: Text{NL: "Nog geen fase voor de aankoop.", EN: "No stage before the purchase yet."}}}
	}
	return nil
}

// growingAudiences is INV-07: who is in an audience is also in the one it is a part of. Source: Kaushik's
// See-Think-Do-Care. That Care is no more than ever bought cannot be checked: the model does not keep
// how many ever bought.
func growingAudiences(stages []*Stage, sizes []*AudienceSize) []Warning {
	var found []Warning
	for _, a := range sizes {
		if a.Bigger {
			found = append(found, growingAudience(stageByID(stages, a.ParentStageID), stageByID(stages, a.StageID)))
		}
	}
	return found
}

func growingAudience(wider, narrower *Stage) Warning {
	say := func(format, lang, separator string) string {
		return fmt.Sprintf(format,
			shortName(narrower.Name.In(lang)), thousands(*narrower.Audience.Size, separator),
			shortName(wider.Name.In(lang)), thousands(*wider.Audience.Size, separator))
	}
	return Warning{Code: "audience_grows", TargetID: narrower.ID, Message: Text{
		NL: say("%s telt meer mensen (%s) dan %s (%s), maar is er een deel van.", "nl", "."),
		EN: say("%s has more people (%s) than %s (%s), but is a part of it.", "en", ","),
	}}
}

func stageByKey(stages []*Stage, key string) *Stage {
	for _, s := range stages {
		if s.Key == key {
			return s
		}
	}
	return nil
}

// unfinishedDecision is INV-05 and R42: answers that lead nowhere yet, and no means to steer.
func unfinishedDecision(c *Card) []Warning {
	var found []Warning
	switch {
	case c.Yes == nil && c.No == nil:
		found = append(found, warn("decision_unfinished", c.ID, c.Title,
			"“%s” is nog niet af: ja en nee leiden nergens heen.", "“%s” is not finished: yes and no lead nowhere."))
	case c.Yes == nil:
		found = append(found, warn("decision_unfinished", c.ID, c.Title,
			"“%s” is nog niet af: ja leidt nergens heen.", "“%s” is not finished: yes leads nowhere."))
	case c.No == nil:
		found = append(found, warn("decision_unfinished", c.ID, c.Title,
			"“%s” is nog niet af: nee leidt nergens heen.", "“%s” is not finished: no leads nowhere."))
	}
	if len(c.Steering) == 0 {
		found = append(found, warn("decision_without_steering", c.ID, c.Title,
			"Bij “%s” staat nog niet hoe je de keuze stuurt.", "“%s” does not say yet how you steer the choice."))
	}
	return found
}

func warn(code, id string, about Text, nl, en string) Warning {
	return Warning{Code: code, TargetID: id, Message: Text{
		NL: fmt.Sprintf(nl, about.In("nl")), EN: fmt.Sprintf(en, about.In("en")),
	}}
}

// thousands writes a whole number of 0 or more in groups of three digits.
func thousands(n int, separator string) string {
	digits := strconv.Itoa(n)
	var groups []string
	for len(digits) > 3 {
		groups = append([]string{digits[len(digits)-3:]}, groups...)
		digits = digits[:len(digits)-3]
	}
	return strings.Join(append([]string{digits}, groups...), separator)
}
