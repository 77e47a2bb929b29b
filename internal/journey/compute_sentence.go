package journey

import (
	"math"
	"strconv"
	"strings"
)

// sentencePattern is the sentence for one diagnosis; {s}, {r}, {p} stand for stage, relevance and
// presence, {g} for the note that only guesses stand behind the scores.
type sentencePattern struct{ nl, en string }

var gainSentences = map[string]sentencePattern{
	"be_there": {
		"De meeste winst ligt bij {s}: je bent relevant ({r}) maar weinig aanwezig ({p}){g}. Laat je zien.",
		"Most to gain in {s}: you are relevant ({r}) but hardly present ({p}){g}. Be there.",
	},
	"become_relevant": {
		"De meeste winst ligt bij {s}: je bent aanwezig ({p}) maar weinig relevant ({r}){g}. Word relevanter.",
		"Most to gain in {s}: you are present ({p}) but not very relevant ({r}){g}. Become more relevant.",
	},
	"choose": {
		"De meeste winst ligt bij {s}: relevantie ({r}) en aanwezigheid ({p}) zijn laag{g}. Kies: opbouwen of loslaten.",
		"Most to gain in {s}: relevance ({r}) and presence ({p}) are both low{g}. Choose: build up or let go.",
	},
	"hold": {
		"Overal sta je goed; de meeste winst ligt nog bij {s} ({r}/{p}){g}. Vasthouden.",
		"You do well everywhere; most is still to gain in {s} ({r}/{p}){g}. Hold on.",
	},
}

// The second stage has a diagnosis of its own, so it is named with its own figures.
var secondSentence = sentencePattern{
	" Bijna evenveel bij {s} ({r}/{p}){g}.",
	" Almost as much in {s} ({r}/{p}){g}.",
}

// gainSentence says in words where most is to be gained; empty when no stage is complete.
func gainSentence(most []string, stages []*Stage, of map[string]*StageInfluence) Text {
	var said Text
	for i, id := range most {
		pattern := secondSentence
		if i == 0 {
			pattern = gainSentences[of[id].Diagnosis]
		}
		stage := stageByID(stages, id)
		said.NL += pattern.fill(pattern.nl, stage.Name.In("nl"), of[id], ", op basis van raden")
		said.EN += pattern.fill(pattern.en, stage.Name.In("en"), of[id], ", based on guesses")
	}
	return said
}

func (sentencePattern) fill(pattern, stage string, i *StageInfluence, guesses string) string {
	if !i.GuessOnly {
		guesses = ""
	}
	return strings.NewReplacer("{s}", shortName(stage), "{r}", whole(*i.Relevance), "{p}", whole(*i.Presence), "{g}", guesses).Replace(pattern)
}

// shortName gives what stands before the dash or bracket of "See – zien", as the browser does.
func shortName(name string) string {
	short, _, _ := strings.Cut(name, " – ")
	short, _, _ = strings.Cut(short, " (")
	return short
}

// whole writes a number without decimals.
func whole(x float64) string { return strconv.FormatFloat(Rounded(x), 'f', 0, 64) }

// Rounded gives the whole number nearest to x, halves away from zero: what people see; everything
// is worked out in full precision. There is no −0. Method: own.
func Rounded(x float64) float64 {
	rounded := math.Round(x)
	if rounded == 0 { // no minus before a zero
		rounded = 0
	}
	return rounded
}

func stageByID(stages []*Stage, id string) *Stage {
	for _, s := range stages {
		if s.ID == id {
			return s
		}
	}
	return nil
}
