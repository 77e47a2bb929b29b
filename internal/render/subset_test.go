package render

import (
	"bytes"
	"testing"

	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
)

func testFonts(t testing.TB) *fontSet {
	t.Helper()
	fonts, err := newFontSet()
	if err != nil {
		t.Fatal(err)
	}
	return fonts
}

// A part of a font draws the same characters with the same outlines and advances as the whole.
func TestSubsetDrawsTheSame(t *testing.T) {
	f := func(face Face, text string) {
		t.Helper()
		fonts := testFonts(t)
		fonts.runs(face, text)
		whole := fonts.fonts[face]
		data, err := subset(whole.data, fonts.used[face])
		if err != nil {
			t.Fatal(err)
		}
		if len(data) > len(whole.data)/5 {
			t.Errorf("%d bytes for %q is not a small part of %d", len(data), text, len(whole.data))
		}
		part, err := sfnt.Parse(data)
		if err != nil {
			t.Fatalf("the part for %q: %v", text, err)
		}
		for r, index := range fonts.used[face] {
			got, want := drawn(t, part, nil, r), drawn(t, whole.parsed, &index, r)
			if got != want {
				t.Errorf("%q is drawn differently", r)
			}
		}
	}
	f(Regular, "Van eerste rit tot eigen racefiets – 12,9 %")
	f(SemiBold, "Één façade, Ångström, Dvořák, ½ → “ja”")
	f(Medium, "Κλίμα Жизнь")
	f(Emoji, "🚲👍🏽🎉")
	f(Regular, "漢字") // drawn as boxes, still as these characters
}

type glyphLook struct {
	advance  fixed.Int26_6
	segments string
}

func drawn(t *testing.T, f *sfnt.Font, index *sfnt.GlyphIndex, r rune) glyphLook {
	t.Helper()
	var b sfnt.Buffer
	units := fixed.I(int(f.UnitsPerEm()))
	if index == nil {
		found, err := f.GlyphIndex(&b, r)
		if err != nil || found == 0 {
			t.Fatalf("%q is not in the part (%v)", r, err)
		}
		index = &found
	}
	advance, err := f.GlyphAdvance(&b, *index, units, 0)
	if err != nil {
		t.Fatal(err)
	}
	segments, err := f.LoadGlyph(&b, *index, units, nil)
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	for _, s := range segments {
		out.WriteByte(byte(s.Op))
		for _, a := range s.Args {
			out.WriteString(a.X.String() + a.Y.String())
		}
	}
	return glyphLook{advance, out.String()}
}

func TestSubsetRefusesWhatIsNoFont(t *testing.T) {
	for _, data := range [][]byte{nil, []byte("OTTO"), make([]byte, 40)} {
		if _, err := subset(data, nil); err == nil {
			t.Errorf("%q was taken for a font", data)
		}
	}
}

func TestGlyphFallsBack(t *testing.T) {
	fonts := testFonts(t)
	f := func(r rune, face Face, missing bool) {
		t.Helper()
		if g := fonts.glyph(Medium, r); g.face != face || g.missing != missing || g.advance <= 0 {
			t.Errorf("%q: face %d, missing %v, advance %g", r, g.face, g.missing, g.advance)
		}
	}
	f('a', Medium, false)
	f('é', Medium, false)
	f('🚲', Emoji, false)
	f('漢', Medium, true)
	f('ש', Medium, true)
}
