package render

import "strings"

// seg is a piece of a sentence in its own style.
type seg struct {
	text  string
	style style
}

// richBlock is a sentence of several styles set in lines.
type richBlock struct {
	words []richWord
	lead  float64
	rows  int
}

type richWord struct {
	seg
	x   float64
	row int
}

func (b richBlock) height() float64 { return float64(b.rows) * b.lead }

// rich sets a sentence of several styles in lines of at most width. The first segment decides the
// height of a line. Neighbouring words of one style become one text.
func (m *mapper) rich(segs []seg, width float64) richBlock {
	b := richBlock{rows: 1}
	x, gap := 0.0, 0.0
	for _, s := range segs {
		if s.text == "" {
			continue
		}
		if b.lead == 0 {
			b.lead = s.style.lead
		}
		for _, l := range m.words(s, width) {
			word := strings.TrimSuffix(l, " ")
			if word == "" { // a segment may begin with its space
				gap = m.fonts.width(s.style, " ")
				continue
			}
			w := m.fonts.width(s.style, word)
			if x > 0 && x+gap+w > width {
				b.rows++
				x, gap = 0, 0
			}
			last := len(b.words) - 1
			if last >= 0 && b.words[last].row == b.rows-1 && b.words[last].style == s.style && x > 0 {
				if gap > 0 && !strings.HasSuffix(b.words[last].text, " ") {
					b.words[last].text += " "
				}
				b.words[last].text += l
			} else {
				b.words = append(b.words, richWord{seg{l, s.style}, x + gap, b.rows - 1})
			}
			x += gap + w
			gap = 0
			if l != word {
				gap = m.fonts.width(s.style, " ")
			}
		}
	}
	return b
}

// words cuts a segment where a line may be broken, and words that are too long for a line as well.
func (m *mapper) words(s seg, width float64) []string {
	var list []string
	for _, p := range pieces(s.text) {
		if m.fonts.width(s.style, p) <= width {
			list = append(list, p)
			continue
		}
		for _, l := range m.fonts.wrap(s.style, p, width) {
			list = append(list, l.text)
		}
	}
	return list
}

func (m *mapper) putRich(b richBlock, x, y float64) {
	for _, w := range b.words {
		m.text(strings.TrimRight(w.text, " "), w.style, x+w.x, y+float64(w.row)*b.lead+m.fonts.baseline(w.style, b.lead), Start)
	}
}
