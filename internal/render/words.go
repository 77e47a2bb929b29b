package render

import (
	"strings"
	"sync"

	"klantreis/internal/journey"
)

// word is what the drawing itself says, Dutch and English. {} is filled in by [mapper.say].
type word = journey.Text

var (
	wordKnown          = word{NL: "weten", EN: "known"}
	wordGuess          = word{NL: "raden", EN: "guess"}
	wordShareKnown     = word{NL: "{} weten", EN: "{} known"}
	wordKnownOf        = word{NL: "{} van {} weten", EN: "{} of {} known"}
	wordToTest         = word{NL: "{} aannames testen", EN: "{} assumptions to test"}
	wordToTestOne      = word{NL: "1 aanname testen", EN: "1 assumption to test"}
	wordStages         = word{NL: "{} fasen", EN: "{} stages"}
	wordStageOne       = word{NL: "1 fase", EN: "1 stage"}
	wordCards          = word{NL: "{} kaartjes", EN: "{} cards"}
	wordCardOne        = word{NL: "1 kaartje", EN: "1 card"}
	wordJourneyMap     = word{NL: "klantreis", EN: "customer journey"}
	wordTruth          = word{NL: "Beslissend", EN: "Make or break"}
	wordLow            = word{NL: "Dieptepunt", EN: "Low point"}
	wordNo             = word{NL: "nee", EN: "no"}
	wordYes            = word{NL: "ja", EN: "yes"}
	wordOf             = word{NL: "{} van {}", EN: "{} of {}"}
	wordToStage        = word{NL: "naar {}", EN: "to {}"}
	wordWanted         = word{NL: "gewenst: {}", EN: "desired: {}"}
	wordNotMeasured    = word{NL: "nog niet gemeten", EN: "not measured yet"}
	wordExpected       = word{NL: "verwacht", EN: "expected"}
	wordPromised       = word{NL: "beloofd", EN: "promised"}
	wordDelivered      = word{NL: "waargemaakt", EN: "delivered"}
	wordActual         = word{NL: "werkelijk", EN: "actual"}
	wordDesired        = word{NL: "gewenst", EN: "desired"}
	wordShort          = word{NL: "tekort", EN: "shortfall"}
	wordPeak           = word{NL: "piek", EN: "peak"}
	wordEnd            = word{NL: "einde", EN: "end"}
	wordRelevance      = word{NL: "Relevantie", EN: "Relevance"}
	wordPresence       = word{NL: "Aanwezigheid", EN: "Presence"}
	wordMost           = word{NL: "Meeste winst", EN: "Most to gain"}
	wordGain           = word{NL: "winst {}", EN: "gain {}"}
	wordGuessOnly      = word{NL: "op basis van raden", EN: "based on guesses"}
	wordOneScore       = word{NL: "Nog niet compleet: geef beide scores", EN: "Incomplete: give both scores"}
	wordNoScore        = word{NL: "Nog geen scores", EN: "No scores yet"}
	wordNoProcess      = word{NL: "Nog geen processen beschreven", EN: "No processes described yet"}
	wordNoMetric       = word{NL: "Nog geen meetwaarden", EN: "No measures yet"}
	wordTarget         = word{NL: "doel {}", EN: "target {}"}
	wordDays           = word{NL: "{} dagen", EN: "{} days"}
	wordParked         = word{NL: "geparkeerd", EN: "parked"}
	wordNoImage        = word{NL: "Nog geen beschrijving", EN: "No description yet"}
	wordMissingPicture = word{NL: "De afbeelding ontbreekt", EN: "The picture is missing"}
	wordScorers        = word{NL: "{} beoordelaars, 0–100", EN: "{} scorers, 0–100"}
	wordScorerOne      = word{NL: "één beoordelaar, 0–100", EN: "one scorer, 0–100"}
	wordScorerNone     = word{NL: "nog geen scores, 0–100", EN: "no scores yet, 0–100"}
	wordAnd            = word{NL: " en ", EN: " and "}
)

var kindWords = map[string]word{"current": {NL: "Huidig", EN: "Current"}, "ideal": {NL: "Ideaal", EN: "Ideal"}}

var diagnosisWords = map[string]word{
	"hold":            {NL: "Vasthouden", EN: "Hold on"},
	"be_there":        {NL: "Laat je zien", EN: "Be there"},
	"become_relevant": {NL: "Word relevanter", EN: "Become more relevant"},
	"choose":          {NL: "Kies", EN: "Choose"},
}

// sayWords tell what is the matter in the stage with most to gain; {} are relevance and presence.
var sayWords = map[string]word{
	"hold":            {NL: "Overal sta je goed; hier nog het meest te winnen ({}/{}).", EN: "You do well everywhere; most is still to gain here ({}/{})."},
	"be_there":        {NL: "Je bent relevant ({}) maar weinig aanwezig ({}).", EN: "You are relevant ({}) but hardly present ({})."},
	"become_relevant": {NL: "Je bent weinig relevant ({}) maar wel aanwezig ({}).", EN: "You are not very relevant ({}) but you are present ({})."},
	"choose":          {NL: "Relevantie ({}) en aanwezigheid ({}) zijn laag.", EN: "Relevance ({}) and presence ({}) are both low."},
}

var lineWords = map[bandKind]word{
	bandInteraction: {NL: "lijn van interactie", EN: "line of interaction"},
	bandVisibility:  {NL: "zichtbaarheidslijn", EN: "line of visibility"},
	bandInternal:    {NL: "lijn van interne interactie", EN: "line of internal interaction"},
}

var directionWords = map[string]word{
	"raises": {NL: "verhoogt", EN: "raises"}, "lowers": {NL: "verlaagt", EN: "lowers"},
	"sets": {NL: "bepaalt", EN: "sets"}, "": {NL: "werkt door", EN: "affects"},
}

// arcWords are for transitions that carry no note.
var arcWords = map[string]word{
	"back": {NL: "terug", EN: "back"}, "skip": {NL: "slaat over", EN: "skips"},
	"repeat": {NL: "opnieuw", EN: "again"}, "exit": {NL: "stopt", EN: "leaves"},
}

var exitWords = map[string]word{
	"forgets_us":         {NL: "vergeet ons", EN: "forgets us"},
	"competitor":         {NL: "naar concurrent", EN: "to competitor"},
	"custom_builder":     {NL: "naar maatbouwer", EN: "to custom builder"},
	"does_it_elsewhere":  {NL: "doet het elders", EN: "does it elsewhere"},
	"does_it_himself":    {NL: "doet het zelf", EN: "does it themselves"},
	"does_it_themselves": {NL: "doet het zelf", EN: "does it themselves"},
	"stays_silent":       {NL: "vertelt het niet", EN: "stays silent"},
	"bank":               {NL: "naar de bank", EN: "to the bank"},
	"other_adviser":      {NL: "andere adviseur", EN: "other adviser"},
	"risk":               {NL: "groot risico", EN: "a big risk"},
}

// emotionWords name what is felt, as the template does; a word of the team's own is shown as it is.
var emotionWords = sync.OnceValue(func() map[string]word {
	words := map[string]word{}
	for _, w := range journey.AllTemplates().EmotionWords {
		words[w.Key] = w.Name
	}
	return words
})

// say gives words in the language of the drawing, with every {} replaced in turn.
func (m *mapper) say(w word, fill ...string) string {
	s := w.In(m.lang)
	for _, f := range fill {
		s = strings.Replace(s, "{}", f, 1)
	}
	return s
}

// sayKey gives the words of a key, or the key itself when it is somebody's own word.
func (m *mapper) sayKey(words map[string]word, key string) string {
	if w, ok := words[key]; ok {
		return w.In(m.lang)
	}
	return clean(key)
}

// sayCount says how many, with words of its own for one.
func (m *mapper) sayCount(n int, one, many word) string {
	if n == 1 {
		return m.say(one)
	}
	return m.say(many, m.number(float64(n), 0))
}
