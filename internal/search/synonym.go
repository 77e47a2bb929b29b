package search

import (
	_ "embed"
	"slices"
	"strings"
	"sync"
	"unicode/utf8"
)

//go:embed synonyms.txt
var synonymText string

// thesaurus knows which phrases mean the same.
type thesaurus struct {
	groups  map[string][]phrase // key → phrases
	keys    map[string][]string // folded phrase → keys
	wordMax int                 // in a phrase
}

// phrase is one or more words, as they are shown and as they are looked for.
type phrase struct{ shown, folded string }

var synonyms = sync.OnceValue(func() *thesaurus {
	t := &thesaurus{groups: map[string][]phrase{}, keys: map[string][]string{}}
	for line := range strings.Lines(synonymText) {
		key, list, found := strings.Cut(strings.TrimSpace(line), ": ")
		if !found || strings.HasPrefix(line, "#") {
			continue
		}
		for shown := range strings.SplitSeq(list, " | ") {
			words := wordsOf(shown)
			p := phrase{shown, strings.Join(words, " ")}
			t.groups[key] = append(t.groups[key], p)
			t.keys[p.folded] = append(t.keys[p.folded], key)
			t.wordMax = max(t.wordMax, len(words))
		}
	}
	return t
})

// beginningMin is how many letters of a word tell which term somebody is typing.
const beginningMin = 5

// find gives the groups of a phrase, also of its plural; when it is unfinished also of the phrases
// that it begins.
func (t *thesaurus) find(words []string, unfinished bool) []string {
	last := len(words) - 1
	head := strings.Join(words[:last], " ")
	if head != "" {
		head += " "
	}
	var keys []string
	for _, single := range singulars(words[last]) {
		keys = append(keys, t.keys[head+single]...)
	}
	if len(keys) == 0 && unfinished && utf8.RuneCountInString(words[last]) >= beginningMin {
		for folded, of := range t.keys {
			if strings.HasPrefix(folded, head+words[last]) {
				keys = append(keys, of...)
			}
		}
	}
	slices.Sort(keys)
	return slices.Compact(keys)
}

// singulars gives a word and what it may be the plural of, in Dutch or English.
func singulars(word string) []string {
	forms := []string{word}
	for _, ending := range [...]struct{ plural, single string }{{"s", ""}, {"en", ""}, {"n", ""}, {"es", ""}, {"ies", "y"}} {
		if stem, ok := strings.CutSuffix(word, ending.plural); ok && len(stem) > 2 {
			forms = append(forms, stem+ending.single)
		}
	}
	return forms
}

// kindWords are the terms for a kind of thing, each on a line of its own.
func (t *thesaurus) kindWords(keys ...string) string {
	var out strings.Builder
	out.WriteByte('\n')
	for _, key := range keys {
		for _, p := range t.groups[key] {
			out.WriteString(p.folded + "\n")
		}
	}
	return out.String()
}
