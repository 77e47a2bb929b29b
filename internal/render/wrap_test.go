package render

import (
	"math/rand/v2"
	"strings"
	"testing"

	"klantreis/internal/workspace"
)

func TestWrap(t *testing.T) {
	fonts := testFonts(t)
	st := cardStyle
	f := func(text, fits string, want ...string) {
		t.Helper()
		var got []string
		for _, l := range fonts.wrap(st, text, fonts.width(st, fits)+.01) {
			got = append(got, l.text)
		}
		if strings.Join(got, "|") != strings.Join(want, "|") {
			t.Errorf("wrap(%q) = %q, want %q", text, got, want)
		}
	}
	f("", "x")
	f("een twee drie", "een twee", "een twee ", "drie")
	f("onderhoud-en-reparatie", "onderhoud-en-", "onderhoud-en-", "reparatie")
	f("ja/nee", "ja/ne", "ja/", "nee")
	f("2026-08-15", "2026-08", "2026-08", "-15") // no break at the hyphen of a number, so inside it
	f("onderhoudsbeurt", "onderhoudsbe", "onderhouds", "beurt")
	f("mannen schrijven", "mannen schrij", "mannen ", "schrijven")
	f("xxxxxxxxxxxx", "xxxxx", "xxxxx", "xxxxx", "xx")
}

func TestSyllables(t *testing.T) {
	f := func(word string, want string) {
		t.Helper()
		letters := []rune(word)
		var got strings.Builder
		for i := range letters {
			if syllableAt(letters, i) {
				got.WriteByte('-')
			}
			got.WriteRune(letters[i])
		}
		if got.String() != want {
			t.Errorf("%s, want %s", got.String(), want)
		}
	}
	f("onderhoudsbeurt", "onder-houds-beurt")
	f("geschiedenis", "geschie-de-nis")
	f("maat", "maat")
	f("aardigheid", "aar-dig-heid")
	f("2026jaargang", "2026jaar-gang")
}

// Whatever the text, its lines fit and together are the text.
func TestWrapKeepsTextAndWidth(t *testing.T) {
	fonts := testFonts(t)
	random := rand.New(rand.NewPCG(7, 7))
	for range 2000 {
		text := clean(oddText(random))
		width := 30 + 200*random.Float64()
		var joined strings.Builder
		for _, l := range fonts.wrap(cardStyle, text, width) {
			joined.WriteString(l.text)
			w := fonts.width(cardStyle, strings.TrimSuffix(l.text, " "))
			if diff := w - l.width; diff > 1e-9 || diff < -1e-9 {
				t.Fatalf("%q is %g wide, not %g", l.text, w, l.width)
			}
			hyphen := 0.0
			if l.hyphen {
				hyphen = fonts.width(cardStyle, "-")
			}
			if w+hyphen > width+1e-9 && len([]rune(l.text)) > 1 {
				t.Fatalf("%q is wider than %g", l.text, width)
			}
		}
		if joined.String() != text {
			t.Fatalf("%q became %q", text, joined.String())
		}
	}
}

func TestClean(t *testing.T) {
	f := func(text, want string) {
		t.Helper()
		if got := clean(text); got != want {
			t.Errorf("clean(%q) = %q, want %q", text, got, want)
		}
	}
	f("  a \n\t b  ", "a b")
	f("e\u0301e\u0301n", "één")
	f("ab\u200bcd\u00ad\u202eef", "abcdef")
	f("👨\u200d👩\ufe0f", "👨👩")
	f("5\u00a0%", "5\u00a0%")
	f("\u0000x", "x")
}

func TestPhraseFallsBack(t *testing.T) {
	f := func(nl, en, lang, want, other string) {
		t.Helper()
		if got := phraseOf(workspace.Text{NL: nl, EN: en}, lang); got != (phrase{want, other}) {
			t.Errorf("%q/%q in %s = %v", nl, en, lang, got)
		}
	}
	f("ja", "yes", "nl", "ja", "")
	f("ja", "yes", "en", "yes", "")
	f("", "yes", "nl", "yes", "en")
	f("ja", " ", "en", "ja", "nl")
	f("", "", "nl", "", "")
}
