package render

import (
	"strings"

	"klantreis/internal/journey"
)

const (
	momentTop       = 14 // room above the cards, for tags on their edge
	momentBottom    = 14 // room under the cards; links add to it
	momentHeightMin = 104
	momentGap       = 5 // beside a card, and between its parts
	momentPadX      = 10
)

var (
	momentStyle  = cardStyle.as(Medium)
	channelStyle = style{face: Regular, size: 11, lead: 15, color: ink3}
	markStyle    = style{face: Medium, size: 10.5, lead: 17, color: ink}
)

// contactMoments draws a lane of contact moments: each in its own column, links under them.
func (m *mapper) contactMoments(l *journey.Lane) {
	m.row(m.headOf(l), func(y float64) float64 {
		var own []*moment
		height := 0.0
		for _, mo := range m.moments {
			if mo.card.LaneID == l.ID {
				own = append(own, mo)
				height = max(height, m.momentCard(mo).height)
			}
		}
		bottom := 0.0
		if len(own) > 0 {
			height = max(height, momentHeightMin)
			for _, mo := range own {
				m.drawMoment(mo, Box{mo.x + momentGap, y + momentTop, mo.w - 2*momentGap - 1, height})
			}
			bottom = momentTop + height + momentBottom
			if m.linkPlan == nil {
				m.linkPlan = m.planLinks(l)
				m.linksAt = y + momentTop + height
				bottom += m.linkPlan.height()
			}
		}
		moment := func(c *journey.Card) bool { return c.Type == "touchpoint" }
		if rest := m.cardCells(l, y+bottom, moment); rest > 0 {
			return bottom + rest
		}
		return bottom
	}, nil)
}

// setMoment is the card of a contact moment, laid out.
type setMoment struct {
	channel, text block
	frame         frame
	padTop        float64
	truth, low    bool
	height        float64
}

func (m *mapper) momentCard(mo *moment) setMoment {
	c := mo.card
	s := setMoment{truth: isTruth(c), low: c.ID == m.lowest(), padTop: 9}
	if s.truth || s.low {
		s.padTop = 13
	}
	inner := mo.w - 2*momentGap - 1 - 2*momentPadX
	s.channel = m.set(m.channelName(c.ChannelID), channelStyle, inner-15-5, 0)
	s.text = m.set(m.phrase(c.Title), momentStyle, inner, 0)
	s.frame = m.frameOf(c, inner)
	s.height = s.frame.space() + s.padTop + max(15, s.channel.height()) + momentGap + s.text.height() + momentGap + badgeStyle.lead - 2 + 8
	return s
}

// channelName is the first part of a channel's name: "E-mail en nieuwsbrief" is "E-mail".
func (m *mapper) channelName(id string) phrase {
	ch := m.channels[id]
	if ch == nil {
		return phrase{}
	}
	p := m.phrase(ch.Name)
	p.text, _, _ = strings.Cut(p.text, m.say(wordAnd))
	return p
}

func isTruth(c *journey.Card) bool {
	for _, f := range c.Flags {
		if f == "moment_of_truth" {
			return true
		}
	}
	return false
}

// drawMoment draws one contact moment. A moment of truth is inverted, the lowest point has a rust
// edge; both are named on the top edge. Hollow stays guessed.
func (m *mapper) drawMoment(mo *moment, box Box) {
	c, s := mo.card, m.momentCard(mo)
	mo.boxBottom = box.Y + box.H
	quiet, textColor := touchTint.ink, ink
	edgeColor, edgeWidth := touchTint.ed, 1.0
	switch {
	case !known(c):
		quiet, textColor = ink3, ink2
		edgeColor, edgeWidth = edge, 1.25
		if s.truth {
			textColor, edgeColor, edgeWidth = ink, truthBg, 1.5
		}
	case s.truth:
		quiet, textColor, edgeColor = truthInk.alpha(.78), truthInk, truthBg
	}
	m.group(c.ID, m.phrase(c.Title).text, box, func() {
		m.momentGround(c, s, box, edgeColor, edgeWidth)
		x, y := box.X+momentPadX, box.Y+s.padTop
		m.putFrame(s.frame, x, y)
		y += s.frame.space()
		m.icon(channelIcon(c.ChannelID), x, y, 15, quiet, lineWidth)
		s.channel.style.color = quiet
		m.put(s.channel, x+20, y)
		s.text.style.color = textColor
		m.put(s.text, x, y+max(15, s.channel.height())+momentGap)
		m.badge(c, quiet, box.X+box.W-momentPadX+3, box.Y+box.H-6)
		edge := box.inset(momentGap)
		if s.truth {
			w := m.edgeTag(m.say(wordTruth), toolIcons["star"], edge.X, box.Y, truthBg, ink) + momentGap
			edge.X, edge.W = edge.X+w, edge.W-w
		}
		if s.low && (!s.truth || edge.W > m.edgeTagWidth(m.say(wordLow))) {
			m.edgeTag(m.say(wordLow), toolIcons["down2"], edge.X, box.Y, bad, bad)
		}
	})
}

func (m *mapper) momentGround(c *journey.Card, s setMoment, box Box, edgeColor Paint, edgeWidth float64) {
	ground := &Rect{Box: box.inset(edgeWidth / 2), R: cardRadius - edgeWidth/2, Stroke: Stroke{Color: edgeColor, Width: edgeWidth}}
	switch {
	case !known(c):
		ground.Stroke = dashed(edgeColor, edgeWidth)
	case s.truth:
		ground.Fill = truthBg
	default:
		ground.Fill = touchTint.bg
	}
	if s.low {
		ground.Stroke.Color, ground.Stroke.Width = bad, 2
		ground.Box = box.inset(1)
	}
	m.add(ground)
}

const edgeTagIcon = 4 + 11 + 3 // room for the icon of a tag

func (m *mapper) edgeTagWidth(name string) float64 {
	return edgeTagIcon + m.fonts.width(markStyle, name) + 6
}

// edgeTag draws a small label on the top edge of a card and gives its width.
func (m *mapper) edgeTag(name string, icon Path, x, y float64, edgeColor, color Paint) float64 {
	const height = 17
	box := Box{x, y - 9, m.edgeTagWidth(name), height}
	m.group("", "", box, func() {
		m.add(&Rect{Box: box.inset(.5), R: height / 2, Fill: surface, Stroke: Stroke{Color: edgeColor, Width: 1}})
		m.icon(icon, box.X+4, box.Y+3, 11, color, 2)
		m.textIn(name, markStyle.in(color), box.X+edgeTagIcon, box.Y, height, Start)
	})
	return box.W
}

// lowest is the contact moment that feels worst, or empty when none feels bad; the first of equals.
func (m *mapper) lowest() string {
	worst, id := 0, ""
	for _, mo := range m.moments {
		if v, ok := valenceOf(mo.card); ok && v < worst {
			worst, id = v, mo.card.ID
		}
	}
	return id
}

func valenceOf(c *journey.Card) (int, bool) {
	if c.Emotion == nil || c.Emotion.Valence == nil {
		return 0, false
	}
	return *c.Emotion.Valence, true
}
