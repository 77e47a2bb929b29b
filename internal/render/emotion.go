package render

import (
	"klantreis/internal/journey"
)

// The emotion lane: where a valence stands in it, as in web/src/lib/features/map/layout/curve.ts.
const (
	curveHeight = 186
	curveTop    = 30
	curveReach  = curveHeight - 64
)

func valenceY(v float64) float64 { return curveTop + (2-v)/4*curveReach }

// desiredValence puts a desired experience of 1 to 10 on the scale of valence.
func desiredValence(r float64) float64 { return (r - 5.5) / 4.5 * 2 }

var wordStyle = style{face: Regular, size: 11, lead: 14, color: ink2, halo: 4}

// emotion draws a lane of emotions: in the first one the curve through the contact moments, and
// in each its cards as quotes.
func (m *mapper) emotion(l *journey.Lane) {
	h := m.headOf(l)
	curve := !m.drawnCurve
	if curve {
		m.drawnCurve = true
		h.narrow, h.below = 44, 74
	}
	m.row(h, func(y float64) float64 {
		top := y
		if curve {
			m.curveLegend(y, h)
			m.curve(y)
			top += curveHeight
		}
		if bottom := m.quotes(l, top, curve); bottom > top {
			return bottom + 8 - y
		}
		return top - y
	}, nil)
}

// curve draws the actual and the desired line with the distance between them shaded.
func (m *mapper) curve(y float64) {
	for _, mo := range m.moments {
		band := Box{mo.x + momentGap, y, mo.w - 2*momentGap, curveHeight}
		if isTruth(mo.card) {
			m.add(&Rect{Box: band, Fill: touchBg.alpha(.55)})
		} else if mo.card.ID == m.lowest() {
			m.add(&Rect{Box: band, Fill: badSoft.alpha(.8)})
		}
	}
	zero := y + valenceY(0)
	m.add(&Shape{Path: line(m.body, zero, m.right, zero), Stroke: Stroke{Color: lineStrong, Width: 1, Dash: []float64{2, 4}}})
	var actual, desired []Point
	for _, mo := range m.moments {
		if v, ok := valenceOf(mo.card); ok {
			actual = append(actual, Point{mo.mid(), y + valenceY(float64(v))})
		}
		if r := mo.card.Rating; r != nil && r.Desired != nil {
			desired = append(desired, Point{mo.mid(), y + valenceY(desiredValence(*r.Desired))})
		}
	}
	a, d := monotone(actual), monotone(desired)
	short, above := gapAreas(a, d)
	m.fill(short, emoShort)
	m.fill(above, emoAbove)
	if len(d) > 0 {
		m.add(&Shape{Path: pathOf(d), Stroke: Stroke{Color: emoWant, Width: 1.6, Dash: []float64{5, 4}}})
	}
	if len(a) > 0 {
		m.add(&Shape{Path: pathOf(a), Stroke: Stroke{Color: emoLine, Width: 2.4, Round: true}})
	}
	m.faces(y)
}

func (m *mapper) fill(p Path, c Paint) {
	if len(p) > 0 {
		m.add(&Shape{Path: p, Fill: c})
	}
}

// faces draws the face and the word of each contact moment; peak and end are named.
func (m *mapper) faces(y float64) {
	peak, end := m.peakAndEnd()
	for _, mo := range m.moments {
		v, ok := valenceOf(mo.card)
		if !ok {
			continue
		}
		r := 11.0
		if v == 2 || v == -2 {
			r = 13.5
		}
		x, fy := mo.mid(), y+valenceY(float64(v))
		m.add(&Shape{Path: circle(x, fy, r+2.5), Fill: surface})
		m.face(v, x, fy, r)
		st := wordStyle
		text := m.sayKey(emotionWords(), mo.card.Emotion.Word)
		for _, mark := range []struct {
			here bool
			word word
		}{{mo == peak, wordPeak}, {mo == end, wordEnd}} {
			if !mark.here {
				continue
			}
			st = st.as(SemiBold).in(ink)
			if text != "" {
				text += " · "
			}
			text += m.say(mark.word)
		}
		text = m.shorten(text, st, mo.w-4)
		wy := fy + r + 15
		if v >= 1 {
			wy = fy - r - 6
		}
		m.text(text, st, x, wy, Middle)
	}
}

// peakAndEnd are the moment furthest from 0, the bad one of equals, and the last one
// (Kahneman and others, 1993).
func (m *mapper) peakAndEnd() (peak, end *moment) {
	best := 0
	for _, mo := range m.moments {
		v, ok := valenceOf(mo.card)
		if !ok {
			continue
		}
		end = mo
		if far := max(v, -v); far > max(best, -best) || far == max(best, -best) && v < best {
			peak, best = mo, v
		}
	}
	return peak, end
}

func (m *mapper) curveLegend(y float64, h head) {
	for v := -2; v <= 2; v++ {
		fy := y + valenceY(float64(v))
		m.face(v, m.body-20, fy, 7)
		text := m.signed(float64(v))
		if v == 0 {
			text = "0"
		}
		m.text(text, hintStyle, m.body-35, fy+4, End)
	}
	x, ly := m.left+headLeft, y+76
	name := m.set(h.name, nameStyle, railWidth-headLeft-12-h.narrow, 0)
	ly = max(ly, y+headTop+name.height()+2+hintStyle.lead+20)
	m.add(&Shape{Path: line(x+1, ly, x+21, ly), Stroke: Stroke{Color: emoLine, Width: 2.4}})
	m.add(&Shape{Path: line(x+1, ly+20, x+21, ly+20), Stroke: Stroke{Color: emoWant, Width: 1.6, Dash: []float64{5, 4}}})
	m.add(&Rect{Box: Box{x, ly + 35, 22, 10}, R: 2, Fill: emoShort, Stroke: Stroke{Color: emoShort, Width: 1}})
	for i, w := range []word{wordActual, wordDesired, wordShort} {
		m.textIn(m.say(w), hintStyle.in(ink2), x+30, ly-10+float64(i)*20, 20, Start)
	}
}

// quotes draws the cards of the lane as what customers say, and gives the y below them.
func (m *mapper) quotes(l *journey.Lane, y float64, underCurve bool) float64 {
	top := y
	if !underCurve {
		top += 10
	}
	bottom := y
	for _, col := range m.columns {
		var items []item
		for _, c := range m.cells[cellKey{col.stage.ID, l.ID}] {
			if c.Type == "emotion" {
				items = append(items, m.pictured(c, item{150, func(w float64) (float64, func(Box)) { return m.quote(c, w) }}))
			} else {
				items = append(items, m.item(c, l.Type))
			}
		}
		if len(items) > 0 {
			bottom = max(bottom, flow(items, col.x+8, top, col.w-16-1))
		}
	}
	return bottom
}

// quote is an emotion card: its face and what is said, in quotation marks, hollow when guessed.
func (m *mapper) quote(c *journey.Card, w float64) (float64, func(Box)) {
	const padX, padY, faceSize = 5, 4, 13
	title := m.phrase(c.Title)
	quoted := title
	quoted.text = "“" + title.text + "”"
	indent := 0.0
	valence, felt := valenceOf(c)
	if felt {
		indent = faceSize + 6
	}
	text := m.set(quoted, cardStyle.in(ink2), w-2*padX-indent, m.badgeWidth(c)+6)
	return text.height() + 2*padY, func(box Box) {
		m.group(c.ID, title.text, box, func() {
			if !known(c) {
				m.add(&Rect{Box: box.inset(.625), R: cardRadius - .6, Stroke: dashed(lineStrong, 1.25)})
			}
			if felt {
				m.face(valence, box.X+padX+faceSize/2, box.Y+padY+cardStyle.lead/2, faceSize/2)
			}
			m.put(text, box.X+padX+indent, box.Y+padY)
			m.badge(c, ink3, box.X+box.W-padX+1, box.Y+box.H-padY)
		})
	}
}
