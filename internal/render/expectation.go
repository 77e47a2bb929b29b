package render

import "klantreis/internal/journey"

const (
	triRow    = 20 // one of the three rows
	triTop    = 7
	triBottom = 8
	triHeight = triTop + 3*triRow + triBottom
)

var triStyle = style{face: Regular, size: 12, lead: triRow, color: ink2}

// expectations draws a lane of expectations; under the first one stand the three rows: what was
// expected, promised and delivered at each contact moment.
func (m *mapper) expectations(l *journey.Lane) {
	h := m.headOf(l)
	rows := !m.drawnTri && len(m.moments) > 0
	if rows {
		m.drawnTri = true
		h.below = triHeight
	}
	height := 0.0
	m.row(h, func(y float64) float64 {
		height = m.cardCells(l, y, nil)
		if !rows {
			return height
		}
		name := m.set(h.name, nameStyle, railWidth-headLeft-12, 0)
		height = max(height, headTop+name.height()+2+hintStyle.lead+10, rowMin)
		m.threeRows(y + height)
		return height + triHeight
	}, nil)
}

func (m *mapper) threeRows(y float64) {
	m.horizontal(m.body, m.right, y+1, lineFaint)
	for i, w := range []word{wordExpected, wordPromised, wordDelivered} {
		m.textIn(m.say(w), hintStyle.in(ink2), m.body-12, y+triTop+float64(i)*triRow, triRow, End)
	}
	for _, mo := range m.moments {
		if mo.card.Rating != nil {
			m.threeValues(mo, y+triTop)
		}
	}
}

// threeValues draws the rows of one contact moment, with the sign and size of what was not, or
// more than, delivered. A shortfall of 3 or more is rust.
func (m *mapper) threeValues(mo *moment, y float64) {
	const far = 3
	r := mo.card.Rating
	var gap *float64
	if g := m.c.Gaps[mo.card.ID]; g != nil {
		gap = g.DeliveryGap
	}
	missed := gap != nil && *gap <= -far
	m.triBar(mo, y, r.Expected, triStyle, &Rect{Fill: lineStrong})
	m.triBar(mo, y+triRow, r.Promised, triStyle, &Rect{Stroke: Stroke{Color: expectInk, Width: 1.5}})
	bar := &Rect{Fill: expectInk}
	if missed {
		bar.Fill = bad
	}
	m.triBar(mo, y+2*triRow, r.Delivered, triStyle.as(SemiBold).in(ink), bar)
	if gap == nil {
		return
	}
	st := hintStyle
	switch {
	case missed:
		st = st.as(SemiBold).in(bad)
	case *gap > 0:
		st = st.as(Medium).in(good)
	}
	m.textIn(m.signed(*gap), st, mo.x+mo.w-9, y+2*triRow, triRow, End)
}

// triBar draws one value of 1 to 10 with its bar.
func (m *mapper) triBar(mo *moment, y float64, value *float64, st style, bar *Rect) {
	const height = 6
	x := mo.x + 9
	track := Box{x + 20, y + (triRow-height)/2, mo.w - 18 - 20 - 30, height}
	m.add(&Rect{Box: track, R: height / 2, Fill: surface3})
	if value == nil {
		m.textIn("–", st.as(Regular).in(ink3), x, y, triRow, Start)
		return
	}
	text := m.decimal(*value)
	m.textIn(text, st, x, y, triRow, Start)
	if w := m.fonts.width(st, text); w > 16 { // a value such as 7,25 pushes its bar
		track.W -= w - 16
		track.X += w - 16
	}
	bar.Box = track
	bar.Box.W = track.W * *value / 10
	bar.R = height / 2
	if bar.Stroke.Width > 0 {
		bar.Box = bar.Box.inset(bar.Stroke.Width / 2)
		bar.R -= bar.Stroke.Width / 2
	}
	m.add(bar)
}
