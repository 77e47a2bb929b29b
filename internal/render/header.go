package render

import (
	"slices"
	"strings"

	"klantreis/internal/workspace"
)

var (
	titleStyle   = style{face: SemiBold, size: 20, lead: 26, color: ink, spacing: -.3}
	chipStyle    = style{face: Medium, size: 11, lead: 22, color: ink2}
	personStyle  = style{face: Medium, size: 13, lead: 26, color: ink}
	captionStyle = style{face: Regular, size: 12, lead: 26, color: ink3}
)

const (
	headerTop  = 24
	headerGap  = 14 // between the parts of the second line
	portraitSz = 26
)

// header draws the title, what kind of journey it is, whose, and how much of it is known.
func (m *mapper) header() {
	title := m.set(m.phrase(m.j.Title), titleStyle, m.right-m.left, 0)
	m.put(title, m.left, headerTop)
	y := headerTop + title.height() + 8
	x := m.left
	x += m.chip(m.sayKey(kindWords, m.j.Kind), x, y+2, surface3, Stroke{}, chipStyle) + headerGap
	if p := m.persona(); p != nil {
		x += m.portrait(p.Name, x, y, portraitSz) + 7
		name := m.shorten(clean(p.Name), personStyle, 320)
		m.textIn(name, personStyle, x, y, personStyle.lead, Start)
		x += m.fonts.width(personStyle, name) + headerGap
	}
	if m.c.ShareKnown != nil {
		m.vertical(x+1, y+3, 20, lineColor)
		x += headerGap
		m.meter(x, y+10, 56, 6, *m.c.ShareKnown)
		x += 56 + 9
		known := m.say(wordShareKnown, m.percent(*m.c.ShareKnown, 0))
		m.textIn(known, captionStyle.as(SemiBold).in(ink), x, y, captionStyle.lead, Start)
		x += m.fonts.width(captionStyle.as(SemiBold), known)
		if m.c.Guess > 0 {
			rest := "\u00a0· " + m.sayCount(m.c.Guess, wordToTestOne, wordToTest)
			m.textIn(rest, captionStyle, x, y, captionStyle.lead, Start)
			x += m.fonts.width(captionStyle, rest)
		}
	}
	if owner := m.shorten(clean(m.w.Name), captionStyle, m.right-x-24); len([]rune(owner)) > 1 {
		m.textIn(owner, captionStyle, m.right, y, captionStyle.lead, End)
	}
	m.y = y + 26 + 8
}

// persona is who the journey is of, or nil.
func (m *mapper) persona() *workspace.Persona {
	i := slices.IndexFunc(m.w.Personas, func(p *workspace.Persona) bool { return p.ID == m.j.PersonaID })
	if i < 0 || m.j.PersonaID == "" {
		return nil
	}
	return m.w.Personas[i]
}

// chip draws a small label and gives its width.
func (m *mapper) chip(s string, x, y float64, fill Color, stroke Stroke, st style) float64 {
	w := m.fonts.width(st, s) + 16
	box := Box{x, y, w, st.lead}
	m.add(&Rect{Box: box.inset(stroke.Width / 2), R: st.lead / 2, Fill: fill, Stroke: stroke})
	m.textIn(s, st, x+8, y, st.lead, Start)
	return w
}

// meter shows a share: filled is known, the dashed rest is guessed.
func (m *mapper) meter(x, y, w, height, share float64) {
	const gap = 2
	known := w * share
	if share > 0 {
		m.add(&Rect{Box: Box{x, y, known, height}, R: 2, Fill: ink2})
		known += gap
	}
	if rest := w - known; rest > 2 {
		m.add(&Rect{Box: Box{x + known, y, rest, height}.inset(.5), R: 2, Stroke: Stroke{Color: edge, Width: 1, Dash: []float64{3, 2}}})
	}
}

// description says in words what the picture is about.
func (m *mapper) description() string {
	parts := []string{m.sayKey(kindWords, m.j.Kind) + " " + m.say(wordJourneyMap)}
	if p := m.persona(); p != nil {
		parts[0] += ": " + clean(p.Name)
	}
	counts := m.sayCount(len(m.columns), wordStageOne, wordStages) + ", " + m.sayCount(m.c.Known+m.c.Guess, wordCardOne, wordCards)
	if m.c.ShareKnown != nil {
		counts += ", " + m.say(wordShareKnown, m.percent(*m.c.ShareKnown, 0))
	}
	parts = append(parts, counts)
	if gain := m.phrase(m.c.GainSentence).text; gain != "" {
		parts = append(parts, strings.TrimSuffix(gain, "."))
	}
	return strings.Join(parts, ". ") + "."
}
