package render

import (
	"slices"
	"strings"
	"unicode"
)

// wrap breaks text into lines: at spaces, behind hyphens and slashes within words, and inside a
// word only when it is wider than a whole line. The lines together are the text again.
func (s *fontSet) wrap(st style, text string, width float64) []setLine {
	if text == "" {
		return nil
	}
	var lines []setLine
	line, lineWidth, gap := "", 0.0, 0.0 // gap is the width of the space at the end of line
	flush := func() {
		if line != "" {
			lines = append(lines, setLine{text: line, width: lineWidth})
		}
		line, lineWidth, gap = "", 0, 0
	}
	for _, piece := range pieces(text) {
		word := strings.TrimSuffix(piece, " ")
		w := s.width(st, word)
		if line != "" && lineWidth+gap+w > width {
			flush()
		}
		for w > width {
			head, hyphen := s.fitting(st, word, width)
			if head == len(word) {
				break
			}
			lines = append(lines, setLine{word[:head], s.width(st, word[:head]), hyphen})
			word, piece = word[head:], piece[head:]
			w = s.width(st, word)
		}
		lineWidth += gap + w
		line += piece
		gap = 0
		if piece != word {
			gap = s.width(st, " ")
		}
	}
	flush()
	return lines
}

// pieces cuts text behind every place where a line may be broken.
func pieces(text string) []string {
	var list []string
	start := 0
	letters := []rune(text)
	at := 0
	for i, r := range letters {
		at += len(string(r))
		inner := i > 0 && i+1 < len(letters) && unicode.IsLetter(letters[i-1]) && unicode.IsLetter(letters[i+1])
		if r == ' ' || inner && (r == '-' || r == '/' || r == '–') {
			list = append(list, text[start:at])
			start = at
		}
	}
	if start < len(text) {
		list = append(list, text[start:])
	}
	return list
}

// fitting tells how many bytes of a word fit in the width, and whether a hyphen belongs behind
// them: where a syllable ends, if there is such a place, else at least one character, and never
// between a letter and the accent that stands on it.
func (s *fontSet) fitting(st style, word string, width float64) (bytes int, hyphen bool) {
	letters := []rune(word)
	room := width - s.width(st, "-")
	fits, syllable, at, w := 0, 0, 0, 0.0
	for i, r := range letters {
		if i > 0 && !unicode.Is(unicode.M, r) {
			fits = at
			if w <= room && syllableAt(letters, i) {
				syllable = at
			}
		}
		if w += s.width(st, string(r)); w > width && fits > 0 {
			if syllable > 0 {
				return syllable, true
			}
			return fits, false
		}
		at += len(string(r))
	}
	return len(word), false
}

const (
	vowels = "aeiouyàáâäèéêëìíîïòóôöùúûü"
	// What is one sound is not cut before its h or k.
	soundsBeforeH, soundsBeforeK = "cspt", "c"
)

// syllableAt tells whether a syllable probably begins at letter i of a word: a consonant before a
// vowel, with a vowel before it and three letters on either side. That is nearly always right for
// Dutch and English, and needs no dictionary.
func syllableAt(word []rune, i int) bool {
	const side = 3
	if i < side || len(word)-i < side {
		return false
	}
	for _, r := range word[i-side : i+side] {
		if !unicode.IsLetter(r) {
			return false
		}
	}
	is := func(r rune, set string) bool { return strings.ContainsRune(set, unicode.ToLower(r)) }
	before, here, after := word[i-1], word[i], word[i+1]
	switch {
	case is(here, vowels), !is(after, vowels):
		return false
	case is(here, "h") && is(before, soundsBeforeH), is(here, "k") && is(before, soundsBeforeK):
		return false
	}
	return slices.ContainsFunc(word[:i], func(r rune) bool { return is(r, vowels) })
}
