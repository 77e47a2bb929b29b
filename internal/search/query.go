package search

import (
	"slices"
	"strings"
)

const (
	queryRunesMax = 200 // more than that nobody types
	queryWordsMax = 12
)

// query is what somebody looks for: every need must be met.
type query struct {
	needs []need
	terms []string // what was looked for beside the words themselves, as it is shown
}

// need is met by the words that were typed, all of them, or by a phrase that means the same.
type need struct {
	typed  []string // beginnings of words, a space before each
	others []other
}

// other is a phrase that means the same as what was typed.
type other struct {
	begins string // a space before; what follows may go on
	whole  string // when the last word is too short to be the beginning of others: a space after, too
	kind   string // as a line of kind words
}

// shortMax is how many letters a word has that is no sign of longer ones: "do" is not "doel".
const shortMax = 3

// read takes a query apart: the longest phrases that have synonyms first.
func read(text string) query {
	if runes := []rune(text); len(runes) > queryRunesMax {
		text = string(runes[:queryRunesMax])
	}
	words := wordsOf(text)
	words = words[:min(len(words), queryWordsMax)]
	unfinished := strings.TrimSpace(text) == text // who goes on after a space has finished the word
	var q query
	t := synonyms()
	for len(words) > 0 {
		n, keys := 1, []string(nil)
		for size := min(t.wordMax, len(words)); size > 0 && keys == nil; size-- {
			if keys = t.find(words[:size], unfinished && size == len(words)); keys != nil {
				n = size
			}
		}
		q.add(words[:n], keys, t)
		words = words[n:]
	}
	return q
}

func (q *query) add(words, keys []string, t *thesaurus) {
	var n need
	for _, w := range words {
		n.typed = append(n.typed, " "+w)
	}
	said := strings.Join(words, " ")
	n.others = append(n.others, other{kind: "\n" + said + "\n"})
	for _, key := range keys {
		for _, p := range t.groups[key] {
			n.others = append(n.others, otherOf(p.folded))
			if p.folded != said && !slices.Contains(q.terms, p.shown) {
				q.terms = append(q.terms, p.shown)
			}
		}
	}
	q.needs = append(q.needs, n)
}

func otherOf(folded string) other {
	last := folded[strings.LastIndexByte(folded, ' ')+1:]
	o := other{kind: "\n" + folded + "\n"}
	if len(last) <= shortMax {
		o.whole = " " + folded + " "
	} else {
		o.begins = " " + folded
	}
	return o
}

// in tells whether a folded text meets the need.
func (n *need) in(text string) bool {
	for i, typed := range n.typed {
		if !strings.Contains(text, typed) {
			break
		}
		if i == len(n.typed)-1 {
			return true
		}
	}
	return slices.ContainsFunc(n.others, func(o other) bool {
		return o.begins != "" && strings.Contains(text, o.begins) || o.whole != "" && strings.Contains(text, o.whole)
	})
}

// names tells whether the need is the name of a kind of thing.
func (n *need) names(kindWords string) bool {
	return slices.ContainsFunc(n.others, func(o other) bool { return strings.Contains(kindWords, o.kind) })
}

// firstWords are the beginnings by which a place that meets a need is found again in a text.
func (q *query) firstWords() []string {
	var firsts []string
	for _, n := range q.needs {
		for _, typed := range n.typed {
			firsts = append(firsts, typed[1:])
		}
		for _, o := range n.others {
			if words := strings.Fields(o.begins); len(words) > 0 {
				firsts = append(firsts, words[0])
			}
		}
	}
	return firsts
}
