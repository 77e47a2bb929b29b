package render

import (
	"math/rand/v2"
	"strings"
)

// oddText gives a valid title of 1 to 200 characters: words, one endless word, accents, emoji,
// scripts that the fonts lack, mark-up, spaces where none belong.
func oddText(r *rand.Rand) string {
	alphabets := []string{
		"abcdefghijklmnopqrstuvwxyz  ", "abcdefghijklmnopqrstuvwxyz", "éèëïöüçñåøÉ ß", "e\u0301o\u0308 n\u0303", "🚲👍🏽🎉👨\u200d👩 ", "שלוםעברית ",
		"漢字かな", "<>&\"' ]]>", "AVWATo.,;:!?-/–—()“”’…→", "0123456789 %€", "ABCDEFGHIJKLMN ", "\u202ex\u200b\u00a0 \u2003",
	}
	var b strings.Builder
	limit := 1 + r.IntN(200)
	if r.IntN(3) > 0 {
		limit = 1 + r.IntN(50)
	}
	letters := []rune(alphabets[r.IntN(len(alphabets))])
	for n := range limit {
		if r.IntN(12) == 0 {
			letters = []rune(alphabets[r.IntN(len(alphabets))])
		}
		c := letters[r.IntN(len(letters))]
		if n == 0 {
			c = 'T' // a title is not blank
		}
		b.WriteRune(c)
	}
	return b.String()
}
