// Package search finds things in a workspace by words. Start at [Find].
//
// A thing is found when every word of the query begins a word of it, in either language, whatever
// the capitals and accents. A word that is a term of this field finds its synonyms in both languages
// too, and things of the kind that it names: "touchpoint" finds every contact moment. Titles come
// before texts, and texts before names of kinds.
package search

import (
	"cmp"
	"slices"

	"klantreis/internal/journey"
	"klantreis/internal/workspace"
)

// ResultsMax is how many results are given; more nobody reads, another word finds better.
const ResultsMax = 50

// Found is the answer to a query.
type Found struct {
	Results []*Hit   `json:"results" doc:"The best first"`
	More    int      `json:"more" doc:"How many more things match than are given"`
	Terms   []string `json:"terms" doc:"Synonyms that were looked for too"`
}

// Hit is one thing that was found.
type Hit struct {
	JourneyID    string           `json:"journeyId,omitempty" doc:"Missing when it belongs to the workspace"`
	JourneyTitle workspace.Text   `json:"journeyTitle,omitzero"`
	TargetID     string           `json:"targetId"`
	Kind         string           `json:"kind" enum:"journey,stage,card,opportunity,action,finding,recommendation,persona,customerGroup,evidence,guidingPrinciple,proofPoint"`
	CardType     journey.CardType `json:"cardType,omitempty"`
	StageID      string           `json:"stageId,omitempty"`
	Title        workspace.Text   `json:"title"`
	Excerpt      workspace.Text   `json:"excerpt,omitzero" doc:"Of its text, around what was found"`
}

// Find looks through a workspace and its journeys. Lang, "nl" or "en", is whose titles come first
// among equals. A query without a word finds nothing.
func Find(text, lang string, w *workspace.Workspace, journeys []*journey.Journey) *Found {
	q := read(text)
	found := &Found{Results: []*Hit{}, Terms: append([]string{}, q.terms...)}
	if len(q.needs) == 0 {
		return found
	}
	var hits []ranked
	each(w, journeys, func(e *entry) {
		if rank, ok := q.rank(e, lang); ok {
			hits = append(hits, ranked{rank, e})
		}
	})
	slices.SortStableFunc(hits, func(a, b ranked) int {
		return cmp.Or(cmp.Compare(b.worst, a.worst), cmp.Compare(b.sum, a.sum), cmp.Compare(b.own, a.own))
	})
	found.More = max(0, len(hits)-ResultsMax)
	firsts := q.firstWords()
	for _, h := range hits[:len(hits)-found.More] {
		h.Excerpt = excerptOf(h.texts, firsts)
		found.Results = append(found.Results, &h.Hit)
	}
	return found
}

type ranked struct {
	rank
	*entry
}

// rank says how good a result is: where the worst of the needs was met, all of them together, and
// whether the title has them in the asker's language.
type rank struct{ worst, sum, own int }

// Where a need can be met.
const (
	inKind = iota
	inText
	inTitle
)

func (q *query) rank(e *entry, lang string) (rank, bool) {
	first, second := fold(e.Title.NL), fold(e.Title.EN)
	if lang == "en" {
		first, second = second, first
	}
	text := ""
	r := rank{worst: inTitle}
	for i := range q.needs {
		n := &q.needs[i]
		place := inTitle
		switch {
		case n.in(first):
			r.own++
		case n.in(second):
		default:
			if text == "" {
				text = e.folded()
			}
			if n.in(text) {
				place = inText
			} else if n.names(e.kind) {
				place = inKind
			} else {
				return r, false
			}
		}
		r.worst, r.sum = min(r.worst, place), r.sum+place
	}
	return r, true
}
