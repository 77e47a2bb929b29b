package research

import "time"

// The scale of strength: how much a piece of evidence proves. Method: own, after Gilad, Idea Prioritization With
// ICE and The Confidence Meter, 2018, and GRADE-CERQual (Lewin et al. 2018, Implementation Science 13, suppl. 1).
const (
	StrengthGuess    = 0 // no source
	StrengthStory    = 1 // an opinion or one story
	StrengthSome     = 2 // some research
	StrengthSolid    = 3 // solid research
	StrengthMeasured = 4 // measured behaviour
)

// From how many people on a method counts as research. Method: own.
const (
	interviewsForResearch = 5
	usabilityForResearch  = 5
	surveyForSolid        = 30
)

// oldAfterMonths is from when on evidence has become old.
const oldAfterMonths = 24

// Source is where a piece of evidence comes from.
type Source struct {
	Method     string // as a study's: interview, survey, panel, usability, poll, desk, expert, records, web_analytics, experiment
	N          int    // how many people or cases stand behind it; 0 when not known
	Found      time.Time
	OtherGroup bool // it is not about the group of the scope
	Agreeing   bool // a second method came to the same
}

// Strength proposes the strength of evidence, 1 to 4: a start by its method and number, one less when it is older
// than 24 months on the given day, one less when it is about another group, one more when a second method agrees. A
// survey below 30 counts as some research, few interviews as stories. Without a method it is a guess, 0. A zero
// Found is taken as recent. Method: own, see [StrengthGuess].
func (s Source) Strength(today time.Time) int {
	strength := s.start()
	if strength == StrengthGuess {
		return StrengthGuess
	}
	if IsOld(s.Found, today) {
		strength--
	}
	if s.OtherGroup {
		strength--
	}
	if s.Agreeing {
		strength++
	}
	return min(max(strength, StrengthStory), StrengthMeasured)
}

func (s Source) start() int {
	switch s.Method {
	case "":
		return StrengthGuess
	case "records", "web_analytics", "experiment":
		return StrengthMeasured
	case "survey":
		if s.N >= surveyForSolid {
			return StrengthSolid
		}
		return StrengthSome
	case "interview":
		if s.N >= interviewsForResearch {
			return StrengthSome
		}
	case "usability":
		if s.N >= usabilityForResearch {
			return StrengthSome
		}
	case "panel", "poll":
		return StrengthSome
	}
	return StrengthStory
}

// IsOld tells whether evidence of a day is more than 24 months old; without a day it is not. Method: own.
func IsOld(found, today time.Time) bool {
	return !found.IsZero() && found.AddDate(0, oldAfterMonths, 0).Before(today)
}

// Confidence is the confidence of 1 to 10 that a strength of 0 to 4 allows in [journey.Ice]: 1, 3, 5, 7, 9. Strengths
// off the scale are taken as its nearest end. Method: own, after Gilad, see [StrengthGuess].
func Confidence(strength int) float64 {
	return float64(1 + 2*min(max(strength, StrengthGuess), StrengthMeasured))
}
