package search

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// plainer gives letters that have no plain letter inside them the one they are searched by.
var plainer = strings.NewReplacer("ß", "ss", "æ", "ae", "œ", "oe", "ø", "o", "đ", "d", "ð", "d", "þ", "th", "ł", "l", "ı", "i")

// fold gives the words of a text in small plain letters, a space before, between and after them, so
// that " beg" finds the words that begin so. A text without words is one space.
func fold(text string) string {
	var out strings.Builder
	out.Grow(len(text) + 2)
	out.WriteByte(' ')
	between := true
	put := func(r rune) {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			out.WriteRune(r)
			between = false
		} else if !between {
			out.WriteByte(' ')
			between = true
		}
	}
	for i := 0; i < len(text); i++ {
		if b := text[i]; b >= utf8.RuneSelf {
			start := i
			for i < len(text) && text[i] >= utf8.RuneSelf {
				i++
			}
			for _, r := range plain(text[start:i]) {
				put(r)
			}
			i--
		} else if b >= 'A' && b <= 'Z' {
			put(rune(b) + 'a' - 'A')
		} else {
			put(rune(b))
		}
	}
	if !between {
		out.WriteByte(' ')
	}
	return out.String()
}

// plain gives letters small and without their marks.
func plain(letters string) string {
	return plainer.Replace(strings.ToLower(strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Mn, r) {
			return -1
		}
		return r
	}, norm.NFKD.String(letters))))
}

// wordsOf gives the words of a text, folded.
func wordsOf(text string) []string { return strings.Fields(fold(text)) }
