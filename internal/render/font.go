package render

import (
	"embed"
	"slices"
	"strings"
	"sync"

	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
	"klantreis/internal/fault"
)

// The files come from npm packages; the folder itself is always there.
//
//go:embed fonts
var fontFiles embed.FS

// Face is one of the fonts of a drawing.
type Face int

// The faces. Emoji stands in for characters that Inter lacks.
const (
	Regular Face = iota
	Medium
	SemiBold
	Emoji
	faces
)

// Weight is the weight of the face, as CSS counts it.
func (f Face) Weight() int { return [faces]int{400, 500, 600, 400}[f] }

var faceFiles = [faces]string{"Inter-Regular.ttf", "Inter-Medium.ttf", "Inter-SemiBold.ttf", "NotoEmoji-Regular.ttf"}

// boxRune stands for a character that no font has. Inter draws it as an empty square.
const boxRune = '□'

type font struct {
	data       []byte
	parsed     *sfnt.Font
	unitsPerEm float64
	ascent     float64 // share of the size above the baseline
	descent    float64 // share of the size below it
}

// loadFonts reads the embedded fonts once.
var loadFonts = sync.OnceValues(func() (*[faces]font, error) {
	var fonts [faces]font
	for face, name := range faceFiles {
		data, err := fontFiles.ReadFile("fonts/" + name)
		if err != nil {
			return nil, fault.Wrap(err, fault.Unavailable,
				"this program was built without its fonts, so it cannot draw; run make build and use the program it leaves")
		}
		parsed, err := sfnt.Parse(data)
		if err != nil {
			return nil, fault.Wrap(err, fault.Internal, "the font %s that this program was built with is damaged", name)
		}
		var buffer sfnt.Buffer
		units := fixed.I(int(parsed.UnitsPerEm()))
		m, err := parsed.Metrics(&buffer, units, 0)
		if err != nil {
			return nil, fault.Wrap(err, fault.Internal, "the font %s that this program was built with is damaged", name)
		}
		fonts[face] = font{data, parsed, float64(parsed.UnitsPerEm()), float64(m.Ascent) / float64(units), float64(m.Descent) / float64(units)}
	}
	return &fonts, nil
})

// glyph is how one character is drawn.
type glyph struct {
	face    Face // that has it
	index   sfnt.GlyphIndex
	advance float64 // for a size of 1
	missing bool    // drawn as a box
}

// fontSet measures the text of one drawing and remembers which characters it uses.
type fontSet struct {
	fonts  *[faces]font
	buffer sfnt.Buffer
	known  [faces]map[rune]glyph           // by the face that was asked for
	used   [faces]map[rune]sfnt.GlyphIndex // by the face that has it
	boxes  map[rune]bool                   // characters that no font has
}

func newFontSet() (*fontSet, error) {
	fonts, err := loadFonts()
	if err != nil {
		return nil, err
	}
	s := &fontSet{fonts: fonts, boxes: map[rune]bool{}}
	for f := range faces {
		s.known[f] = map[rune]glyph{}
		s.used[f] = map[rune]sfnt.GlyphIndex{}
	}
	return s, nil
}

// glyph finds a character in the face, else among the emoji, else the box.
func (s *fontSet) glyph(face Face, r rune) glyph {
	if g, ok := s.known[face][r]; ok {
		return g
	}
	g, ok := s.lookUp(face, r)
	if !ok {
		g, ok = s.lookUp(Emoji, r)
	}
	if !ok {
		g, _ = s.lookUp(face, boxRune)
		g.face, g.missing = face, true
	}
	s.known[face][r] = g
	return g
}

func (s *fontSet) lookUp(face Face, r rune) (glyph, bool) {
	f := &s.fonts[face]
	index, err := f.parsed.GlyphIndex(&s.buffer, r)
	if err != nil || index == 0 {
		return glyph{}, false
	}
	advance, err := f.parsed.GlyphAdvance(&s.buffer, index, fixed.I(int(f.unitsPerEm)), 0)
	if err != nil {
		return glyph{}, false
	}
	return glyph{face: face, index: index, advance: float64(advance) / 64 / f.unitsPerEm}, true
}

// width measures one line of text.
func (s *fontSet) width(st style, text string) float64 {
	w := 0.0
	for _, r := range text {
		w += s.glyph(st.face, r).advance*st.size + st.spacing
	}
	return w
}

// runs cuts a line by font and notes what it uses.
func (s *fontSet) runs(face Face, text string) []Run {
	var runs []Run
	start, current := 0, face
	for i, r := range text {
		g := s.glyph(face, r)
		s.used[g.face][r] = g.index
		if g.missing {
			s.boxes[r] = true
		}
		if g.face != current {
			if i > start {
				runs = append(runs, Run{current, text[start:i]})
			}
			start, current = i, g.face
		}
	}
	if start < len(text) {
		runs = append(runs, Run{current, text[start:]})
	}
	return runs
}

// missing lists the characters that were drawn as boxes.
func (s *fontSet) missing() []rune {
	var list []rune
	for r := range s.boxes {
		list = append(list, r)
	}
	slices.Sort(list)
	return list
}

// baseline tells how far below the top of a line of the given height the letters stand.
func (s *fontSet) baseline(st style, height float64) float64 {
	f := &s.fonts[st.face]
	return (height-(f.ascent+f.descent)*st.size)/2 + f.ascent*st.size
}

// fontName is the family a face belongs to in the file.
func fontName(f Face) string {
	if f == Emoji {
		return "Klantreis Emoji"
	}
	return "Klantreis Inter"
}

// fontStack also names fonts to fall back on where embedded fonts are not read.
func fontStack(f Face) string {
	names := []string{fontName(f), "Inter", "Arial", "sans-serif"}
	if f == Emoji {
		names = []string{fontName(f), "Noto Emoji", "sans-serif"}
	}
	return strings.Join(names, ", ")
}
