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

// The title and the line under it.
const (
	headerTop    = 24
	headerLine   = 30 // height of a line under the title
	headerGap    = 14 // between its parts
	portraitSize = 26
)

// header draws the title, what kind of journey it is, whose, and how much of it is known.
func (m *mapper) header() {
	title := m.set(m.phrase(m.j.Title), titleStyle, m.right-m.left, 0)
	m.put(title, m.left, headerTop)
	y := headerTop + title.height() + 8
	x := m.left
	parts := []headerPart{m.kindPart(), m.personPart(), m.knownPart()}
	for _, p := range parts {
		if p.width == 0 {
			continue
		}
		if x > m.left && x+p.width > m.right {
			x, y = m.left, y+headerLine
		}
		p.draw(x, y)
		x += p.width + headerGap
	}
	if owner := clean(m.w.Name); owner != "" {
		owner = m.shorten(owner, captionStyle, m.right-m.left)
		if x+m.fonts.width(captionStyle, owner)+headerGap > m.right {
			y += headerLine
		}
		m.textIn(owner, captionStyle, m.right, y, captionStyle.lead, End)
	}
	m.y = y + headerLine + 4
}

// headerPart is something on the line under the title; a width of 0 is nothing.
type headerPart struct {
	width float64
	draw  func(x, y float64)
}

func (m *mapper) kindPart() headerPart {
	kind := m.sayKey(kindWords, m.j.Kind)
	return headerPart{m.fonts.width(chipStyle, kind) + 16, func(x, y float64) {
		m.chip(kind, x, y+2, surface3, Stroke{}, chipStyle)
	}}
}

func (m *mapper) personPart() headerPart {
	p := m.persona()
	if p == nil {
		return headerPart{}
	}
	const nameMax, gap = 280, 7
	picture := portraitWidth(p, portraitSize)
	name := m.shorten(clean(p.Name), personStyle, nameMax)
	return headerPart{picture + gap + m.fonts.width(personStyle, name), func(x, y float64) {
		m.portrait(p, x, y, portraitSize, surface)
		m.textIn(name, personStyle, x+picture+gap, y, personStyle.lead, Start)
	}}
}

// knownPart is the share of cards that is known, and how many are still to be tested.
func (m *mapper) knownPart() headerPart {
	if m.c.ShareKnown == nil {
		return headerPart{}
	}
	const meter, gap = 56, 9
	strong := captionStyle.as(SemiBold).in(ink)
	known := m.say(wordShareKnown, m.percent(*m.c.ShareKnown, 0))
	knownWidth := m.fonts.width(strong, known)
	rest := ""
	if m.c.Guess > 0 {
		rest = nbsp + "· " + m.sayCount(m.c.Guess, wordToTestOne, wordToTest)
	}
	return headerPart{headerGap + meter + gap + knownWidth + m.fonts.width(captionStyle, rest), func(x, y float64) {
		m.vertical(x+1, y+3, 20, lineColor)
		x += headerGap
		m.meter(x, y+10, meter, 6, *m.c.ShareKnown)
		m.textIn(known, strong, x+meter+gap, y, captionStyle.lead, Start)
		m.textIn(rest, captionStyle, x+meter+gap+knownWidth, y, captionStyle.lead, Start)
	}}
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
func (m *mapper) chip(s string, x, y float64, fill Paint, stroke Stroke, st style) float64 {
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
