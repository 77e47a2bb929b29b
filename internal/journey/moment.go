package journey

import "slices"

// Moments of truth, by when they come: reading up before (zero), at the shelf (first), in use (second), telling
// others (third).
const (
	MomentZero   = "zmot"
	MomentFirst  = "fmot"
	MomentSecond = "smot"
	MomentThird  = "tmot"
)

// MomentOfTruth gives the usual name of a contact moment that is one, from its stage in See-Think-Do-Care and its
// flags; recommends tells that customers tell others there. Empty for moments that are not flagged, and where the
// model has no name. Sources: Carlzon, Moments of Truth, 1987; first and second: Procter & Gamble 2005; zero:
// Lecinski, Winning the Zero Moment of Truth, 2011; which stage has which is own.
func MomentOfTruth(stageKey string, flags []string, recommends bool) string {
	if !slices.Contains(flags, "moment_of_truth") {
		return ""
	}
	switch {
	case recommends:
		return MomentThird
	case slices.Contains(flags, "first_use"):
		return MomentSecond
	case stageKey == "think":
		return MomentZero
	case stageKey == "do":
		return MomentFirst
	}
	return ""
}

// JobStory is what somebody wants to get done: "When …, I want to …, so I can …". Source: Klement, Replacing The
// User Story With The Job Story, 2013, on Christensen's jobs to be done.
type JobStory struct {
	Situation, Motivation, Outcome Text
}

// Complete tells whether all three parts are there, in whichever language.
func (s JobStory) Complete() bool {
	return !s.Situation.IsZero() && !s.Motivation.IsZero() && !s.Outcome.IsZero()
}

// Sentence writes the story in a language, nl or en; empty when it is not complete.
func (s JobStory) Sentence(lang string) string {
	if !s.Complete() {
		return ""
	}
	when, want, so := s.Situation.In(lang), s.Motivation.In(lang), s.Outcome.In(lang)
	if lang == "en" {
		return "When " + when + ", I want to " + want + ", so I can " + so + "."
	}
	return "Als " + when + ", wil ik " + want + ", zodat ik " + so + "."
}

// DesiredOutcome is what a customer measures success by: a direction, a measure, its object, and in what context,
// as in "minimise the time it takes to get a test ride". Source: Ulwick, What Customers Want, 2005.
type DesiredOutcome struct {
	Direction, Measure, Object, Context Text
}

// Complete tells whether the outcome can be rated: all but the context are needed.
func (o DesiredOutcome) Complete() bool {
	return !o.Direction.IsZero() && !o.Measure.IsZero() && !o.Object.IsZero()
}
