package render

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"klantreis/internal/workspace"
)

// style is how text looks. lead is the height of a line.
type style struct {
	face    Face
	size    float64
	lead    float64
	color   Paint
	spacing float64
	halo    float64 // width of the paper around the letters
}

// in gives the style in another colour, as with another face.
func (st style) in(c Paint) style   { st.color = c; return st }
func (st style) as(face Face) style { st.face = face; return st }

// phrase is a text of the document in the language of the drawing. other is the language it had
// to fall back on, such as "en", or empty.
type phrase struct{ text, other string }

// plain is a text that is in no language or in the right one.
func plain(s string) phrase { return phrase{text: clean(s)} }

// phraseOf picks the language.
func phraseOf(t workspace.Text, lang string) phrase {
	own, rest, other := t.NL, t.EN, "en"
	if lang == "en" {
		own, rest, other = t.EN, t.NL, "nl"
	}
	if strings.TrimSpace(own) != "" {
		return phrase{text: clean(own)}
	}
	if rest = clean(rest); rest == "" {
		return phrase{}
	}
	return phrase{text: rest, other: other}
}

// clean makes text ready to be set on one line: letters composed with their accents, white space
// as single spaces, and without characters that only steer a display, such as joiners of emoji
// and marks of direction: fonts and readers differ in what they make of those.
func clean(s string) string {
	var b strings.Builder
	space := false
	for _, r := range norm.NFC.String(s) {
		switch {
		case r != '\u00a0' && unicode.IsSpace(r):
			space = b.Len() > 0
			continue
		case unicode.IsControl(r), unicode.Is(unicode.Cf, r), unicode.Is(unicode.Variation_Selector, r):
			continue
		}
		if space {
			b.WriteByte(' ')
			space = false
		}
		b.WriteRune(r)
	}
	return b.String()
}

// block is a text set in lines no wider than it was given.
type block struct {
	style style
	lines []setLine
	tag   string // language of a fallback, drawn small behind the last line
	lang  string
	// tagX is where the tag begins on its line, tagLine which line that is, counted from 0.
	tagX    float64
	tagLine int
	// rows is the number of lines it takes with the tag and with room for what stands at the end.
	rows int
}

type setLine struct {
	text   string // with the space it was broken on
	width  float64
	hyphen bool // drawn behind it; the text itself stays whole
}

// tagStyle is the look of the language of a text that is missing in the drawing's language.
var tagStyle = style{face: SemiBold, size: 8, lead: 10, color: ink3, spacing: .3}

const tagGap = 4

// set breaks a phrase into lines of at most width. tail is room kept free at the end of the last
// line, for what stands there at the right; when it does not fit it gets a line of its own.
func (m *mapper) set(p phrase, st style, width, tail float64) block {
	b := block{style: st, lines: m.fonts.wrap(st, p.text, width)}
	last := 0.0
	if n := len(b.lines); n > 0 {
		last = b.lines[n-1].width
	}
	b.rows = len(b.lines)
	b.tagLine = max(0, b.rows-1)
	if p.other != "" {
		b.tag, b.lang = strings.ToUpper(p.other), p.other
		w := m.fonts.width(tagStyle, b.tag)
		if last+tagGap+w > width {
			b.rows++
			b.tagLine, last = b.rows-1, -tagGap
		}
		b.tagX = last + tagGap
		last = b.tagX + w
	}
	if tail > 0 && last+tail > width {
		b.rows++
	}
	return b
}

// height is how much room the block takes.
func (b block) height() float64 { return float64(b.rows) * b.style.lead }

// put draws a block with its top left corner at x, y.
func (m *mapper) put(b block, x, y float64) {
	m.putLines(b, x, y)
	if b.tag != "" {
		lineTop := y + float64(b.tagLine)*b.style.lead
		m.text(b.tag, tagStyle, x+b.tagX, lineTop+m.fonts.baseline(b.style, b.style.lead), Start)
	}
}

func (m *mapper) putLines(b block, x, y float64) {
	if len(b.lines) == 0 {
		return
	}
	t := &Text{Face: b.style.face, Size: b.style.size, Color: b.style.color, Spacing: b.style.spacing, Lang: b.lang}
	for i, l := range b.lines {
		t.Lines = append(t.Lines, Line{
			X: x, Y: y + float64(i)*b.style.lead + m.fonts.baseline(b.style, b.style.lead),
			Width: l.width, Runs: m.fonts.runs(b.style.face, l.text),
		})
	}
	m.add(t)
	for i, l := range b.lines {
		if l.hyphen {
			m.text("-", b.style, t.Lines[i].X+l.width, t.Lines[i].Y, Start)
		}
	}
}

// text draws one line with its baseline at y.
func (m *mapper) text(s string, st style, x, y float64, anchor Anchor) {
	if s == "" {
		return
	}
	t := &Text{Face: st.face, Size: st.size, Color: st.color, Spacing: st.spacing, Anchor: anchor}
	if st.halo > 0 {
		t.Halo, t.HaloW = surface, st.halo
	}
	t.Lines = []Line{{X: x, Y: y, Width: m.fonts.width(st, s), Runs: m.fonts.runs(st.face, s)}}
	m.add(t)
}

// textIn draws one line with its top at y, in the middle of the height given.
func (m *mapper) textIn(s string, st style, x, y, height float64, anchor Anchor) {
	m.text(s, st, x, y+m.fonts.baseline(st, height), anchor)
}

// shorten cuts a text that is wider than width and ends it with an ellipsis.
func (m *mapper) shorten(s string, st style, width float64) string {
	if m.fonts.width(st, s) <= width {
		return s
	}
	letters := []rune(s)
	for len(letters) > 0 && m.fonts.width(st, string(letters)+"…") > width {
		letters = letters[:len(letters)-1]
	}
	return strings.TrimRight(string(letters), " ") + "…"
}
