package render

import (
	"strconv"
	"strings"

	"klantreis/internal/journey"
)

// item is something in a cell that is laid out beside others. set lays it out in a width and gives
// its height and how to draw it in a box of that width and at least that height.
type item struct {
	min float64 // width below which a line takes fewer items
	set func(width float64) (height float64, draw func(Box))
}

const (
	cellPad = 10 // around the cards of a cell
	cardGap = 8  // between cards
	cardMin = 112
)

// flow lays items out in lines inside x … x+width; the items of a line share it, and are equally
// high. It gives the y below the last line.
func flow(items []item, x, y, width float64) float64 {
	for len(items) > 0 {
		n := fitting(items, width)
		w := (width - cardGap*float64(n-1)) / float64(n)
		height := 0.0
		draws := make([]func(Box), n)
		for i := range n {
			var h float64
			h, draws[i] = items[i].set(w)
			height = max(height, h)
		}
		for i, draw := range draws {
			draw(Box{x + float64(i)*(w+cardGap), y, w, height})
		}
		items = items[n:]
		y += height
		if len(items) > 0 {
			y += cardGap
		}
	}
	return y
}

// fitting tells how many items fit side by side; always one.
func fitting(items []item, width float64) int {
	used := items[0].min
	for n := 1; n < len(items); n++ {
		if used += cardGap + items[n].min; used > width+1e-6 {
			return n
		}
	}
	return len(items)
}

// cardCells draws the cards of a lane, and gives the height. Cards for which skip says so are left
// to the caller.
func (m *mapper) cardCells(l *journey.Lane, y float64, skip func(*journey.Card) bool) float64 {
	height := 0.0
	for _, col := range m.columns {
		var items []item
		for _, c := range m.cells[cellKey{col.stage.ID, l.ID}] {
			if skip == nil || !skip(c) {
				items = append(items, m.item(c, l.Type))
			}
		}
		if len(items) > 0 {
			height = max(height, flow(items, col.x+cellPad, y+cellPad, col.w-2*cellPad-1)+cellPad-y)
		}
	}
	return height
}

// item is a card as its type looks.
func (m *mapper) item(c *journey.Card, lane journey.LaneType) item {
	switch c.Type {
	case "decision":
		return m.pictured(c, item{decisionMin, func(w float64) (float64, func(Box)) { return m.decision(c, w) }})
	case "image":
		return item{cardMin, func(w float64) (float64, func(Box)) { return m.image(c, w) }}
	}
	least := float64(cardMin)
	if lane == "source" {
		least = 150 // these lanes hold longer names
	}
	return item{least, func(w float64) (float64, func(Box)) { return m.card(c, lookOf(lane).tint, w) }}
}

var cardStyle = style{face: Regular, size: 12.5, lead: 12.5 * 1.34, color: ink}

// Inside a card.
const (
	cardPadX   = 11 // edge and padding
	cardPadY   = 9
	cardRadius = 7
)

// known tells whether research stands behind a card.
func known(c *journey.Card) bool { return c.EvidenceStatus == "known" }

// card is a plain note: filled with the number of pieces of evidence, or hollow with a "?".
func (m *mapper) card(c *journey.Card, t tint, w float64) (float64, func(Box)) {
	st := cardStyle
	if !known(c) {
		st.color = ink2
	}
	title := m.phrase(c.Title)
	text := m.set(title, st, w-2*cardPadX, m.badgeWidth(c)+6)
	f := m.frameOf(c, w-2*cardPadY)
	return f.space() + text.height() + 2*cardPadY, func(box Box) {
		m.group(c.ID, title.text, box, func() {
			m.cardGround(box, t, known(c))
			m.putFrame(f, box.X+cardPadY, box.Y+cardPadY)
			m.put(text, box.X+cardPadX, box.Y+cardPadY+f.space())
			m.badge(c, t.ink, box.X+box.W-cardPadX+3, box.Y+box.H-cardPadY)
		})
	}
}

// cardGround draws the sheet of a card: filled is known, hollow is guessed.
func (m *mapper) cardGround(box Box, t tint, known bool) {
	if known {
		m.add(&Rect{Box: box.inset(.5), R: cardRadius - .5, Fill: t.bg, Stroke: Stroke{Color: t.ed, Width: 1}})
		return
	}
	m.add(&Rect{Box: box.inset(.625), R: cardRadius - .6, Stroke: dashed(edge, 1.25)})
}

// dashed is the line around what is guessed.
func dashed(c Paint, width float64) Stroke {
	return Stroke{Color: c, Width: width, Dash: []float64{3.75, 2.5}}
}

var badgeStyle = style{face: Regular, size: 10.5, lead: 15, color: ink3}

const (
	badgeIcon = 12
	badgeGap  = 2
)

func (m *mapper) badgeWidth(c *journey.Card) float64 {
	if !known(c) {
		return m.fonts.width(badgeStyle.as(SemiBold), "?") - 1
	}
	return badgeIcon + badgeGap + m.fonts.width(badgeStyle, strconv.Itoa(len(c.EvidenceIDs))) - 3
}

// badge draws the number of pieces of evidence, or "?", with its right bottom corner at x, y.
func (m *mapper) badge(c *journey.Card, color Paint, x, y float64) {
	top := y - badgeStyle.lead
	if !known(c) {
		m.textIn("?", badgeStyle.as(SemiBold), x-2, top, badgeStyle.lead, End)
		return
	}
	n := strconv.Itoa(len(c.EvidenceIDs))
	m.textIn(n, badgeStyle.in(color), x, top, badgeStyle.lead, End)
	m.icon(toolIcons["ev"], x-m.fonts.width(badgeStyle, n)-badgeGap-badgeIcon, top+1.5, badgeIcon, color, lineWidth)
}

// image is a picture card: its picture, or as long as there is none a frame with what it is to show.
func (m *mapper) image(c *journey.Card, w float64) (float64, func(Box)) {
	const frameTop, iconSize = 8, 18
	if c.FileID != "" {
		return m.card(c, tint{surface, lineColor, ink3}, w)
	}
	title, alt := m.phrase(c.Title), m.phrase(c.Alt)
	if alt.text == "" {
		alt = plain(m.say(wordNoImage))
	}
	words := m.set(alt, hintStyle, w-2*cardPadX-16, 0)
	text := m.set(title, cardStyle.as(Medium), w-2*cardPadX, m.badgeWidth(c)+6)
	frame := max(72, words.height()+iconSize+22)
	return frameTop + frame + 8 + text.height() + cardPadY, func(box Box) {
		m.group(c.ID, title.text, box, func() {
			m.cardGround(box, tint{surface, lineColor, ink3}, known(c))
			inner := Box{box.X + frameTop, box.Y + frameTop, box.W - 2*frameTop, box.H - 2*frameTop - text.height() - cardPadY + 1}
			m.add(&Rect{Box: inner, R: 4, Fill: surface3})
			m.icon(channelIcons["print"], inner.X+8, inner.Y+8, iconSize, ink3, lineWidth)
			m.put(words, inner.X+11, inner.Y+iconSize+14)
			m.put(text, box.X+cardPadX, box.Y+box.H-cardPadY-text.height())
			m.badge(c, ink3, box.X+box.W-cardPadX+3, box.Y+box.H-cardPadY)
		})
	}
}

func upper(s string) string { return strings.ToUpper(s) }
