package journey

import "klantreis/internal/workspace"

// Compute works out everything that follows from a journey. The journey is a view (see
// [Document.Journey]): hidden things are gone, orders are counted, statuses are filled in. It is a
// pure function: the same journey gives the same answer, and the journey is not changed. What
// cannot be worked out for want of data is left out, never 0.
func Compute(j *Journey) *Computed { return ComputeWith(j, nil) }

// ComputeWith is [Compute] where a workspace draws lines of its own; nil means the usual ones.
func ComputeWith(j *Journey, lines *workspace.Thresholds) *Computed {
	stages := influences(j)
	met := touchpoints(j)
	units, scorers := scoreUnits(j)
	counted, stageKnown := countKnown(j)
	c := &Computed{
		RelevancePresence: stages,
		GainRank:          gainRank(j.Stages, stages),
		AlphaInterval:     agreement(units, scorers),
		Perspectives:      scorers,
		Emotion:           PeakEnd(valences(met)),
		TouchpointOrder:   make([]string, len(met)),
		Known:             counted.Known,
		Guess:             counted.Guess,
		ShareKnown:        counted.Share(),
		StageKnown:        stageKnown,
		OpportunityScores: opportunityScores(j.Opportunities),
		Decisions:         decisionShares(j.Cards),
		Audiences:         audiences(j),
		Intents:           intents(j),
		Transitions:       transitionShares(j, fewAnswers(lines)),
		Paths:             countedPaths(j, fewAnswers(lines)),
		ExperienceLevels:  levels(j.Cards),
		Progress:          progress(j, stages),
		Suggestions:       suggestions(j),
	}
	c.Warnings = warnings(j, scorers, c.Audiences)
	c.MostGain = mostGain(c.GainRank, stages)
	c.GainSentence = gainSentence(c.MostGain, j.Stages, stages)
	for i, t := range met {
		c.TouchpointOrder[i] = t.ID
	}
	c.Gaps, c.LargestDeliveryGap = allGaps(met)
	c.RiceScores, c.RiceRank = riceScores(j.Actions)
	return c
}

// Computed is what is worked out from a journey. It is never stored (INV-21).
type Computed struct {
	RelevancePresence  map[string]*StageInfluence `json:"relevancePresence" doc:"By stage"`
	GainRank           []string                   `json:"gainRank" nullable:"false" doc:"Complete stages, most gain first"`
	MostGain           []string                   `json:"mostGain" nullable:"false" doc:"The stage with most gain; two when within 5 points"`
	GainSentence       Text                       `json:"gainSentence"`
	AlphaInterval      *float64                   `json:"alphaInterval,omitempty" doc:"Krippendorff's alpha over all scores, −1 to 1"`
	Perspectives       int                        `json:"perspectives" doc:"How many members scored"`
	Emotion            *EmotionSummary            `json:"emotion,omitempty"`
	TouchpointOrder    []string                   `json:"touchpointOrder" nullable:"false"`
	Gaps               map[string]*Gaps           `json:"gaps" doc:"By contact moment"`
	LargestDeliveryGap string                     `json:"largestDeliveryGap,omitempty"`
	Known              int                        `json:"known" doc:"Cards that are known"`
	Guess              int                        `json:"guess" doc:"Cards that are guessed"`
	ShareKnown         *float64                   `json:"shareKnown,omitempty" doc:"0 to 1; missing without cards"`
	StageKnown         map[string]*KnownCount     `json:"stageKnown" doc:"By stage"`
	OpportunityScores  map[string]float64         `json:"opportunityScores" doc:"0 to 20"`
	RiceScores         map[string]float64         `json:"riceScores"`
	RiceRank           []string                   `json:"riceRank" nullable:"false"`
	Decisions          map[string]*DecisionShare  `json:"decisions" doc:"By decision moment"`
	Audiences          []*AudienceSize            `json:"audiences" nullable:"false" doc:"Of the stages that have a size, in order"`
	Intents            map[string]string          `json:"intents" doc:"By stage: the stage of See-Think-Do-Care it corresponds to, which is see, think, do or care"`
	Transitions        []*TransitionShare         `json:"transitions" nullable:"false"`
	Paths              *Paths                     `json:"paths,omitempty"`
	ExperienceLevels   []*LevelSummary            `json:"experienceLevels" nullable:"false"`
	Progress           Progress                   `json:"progress"`
	Suggestions        []*Suggestion              `json:"suggestions" nullable:"false"`
	Warnings           []Warning                  `json:"warnings" nullable:"false"`
}

// StageInfluence is relevance and presence in a stage and what follows from them.
type StageInfluence struct {
	Relevance       *float64 `json:"relevance,omitempty" doc:"0 to 100, mean of the scorers"`
	Presence        *float64 `json:"presence,omitempty" doc:"0 to 100, mean of the scorers"`
	RelevanceSpread int      `json:"relevanceSpread" doc:"Highest minus lowest"`
	PresenceSpread  int      `json:"presenceSpread" doc:"Highest minus lowest"`
	N               int      `json:"n" doc:"How many scored the dimension that most scored"`
	Influence       *float64 `json:"influence,omitempty" doc:"0 to 100"`
	Gain            *float64 `json:"gain,omitempty" doc:"0 to 100"`
	Lever           string   `json:"lever,omitempty" enum:"presence,relevance,both"`
	Diagnosis       string   `json:"diagnosis,omitempty" enum:"hold,be_there,become_relevant,choose"`
	Complete        bool     `json:"complete" doc:"Both relevance and presence are scored"`
	GuessOnly       bool     `json:"guessOnly" doc:"Only guesses stand behind the scores"`
}

// EmotionSummary is the emotion curve in four numbers, −2 to 2 each, and its peak–end score.
type EmotionSummary struct {
	Peak    int     `json:"peak"`
	End     int     `json:"end"`
	PeakEnd float64 `json:"peakEnd"`
	Mean    float64 `json:"mean"`
	Worst   int     `json:"worst"`
	Best    int     `json:"best"`
}

// Gaps are differences between ratings; negative is a shortfall, and a missing rating leaves its gap out.
type Gaps struct {
	PromiseGap    *float64 `json:"promiseGap,omitempty"`
	DeliveryGap   *float64 `json:"deliveryGap,omitempty"`
	ExperienceGap *float64 `json:"experienceGap,omitempty"`
	DesiredGap    *float64 `json:"desiredGap,omitempty"`
}

// KnownCount counts cards.
type KnownCount struct {
	Known int `json:"known"`
	Guess int `json:"guess"`
}

// DecisionShare is the share that said yes with its 95 % Wilson interval.
type DecisionShare struct {
	P        float64    `json:"p"`
	Wilson95 [2]float64 `json:"wilson95"`
}

// Warning is something that is not wrong but worth a look.
type Warning struct {
	Code     string `json:"code"`
	Message  Text   `json:"message"`
	TargetID string `json:"targetId,omitempty"`
}
