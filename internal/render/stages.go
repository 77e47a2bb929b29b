package render

import "klantreis/internal/journey"

// Inside the row of stages.
const (
	chevronTop       = 8
	chevronMin       = 72 // height
	chevronPoint     = 13
	besideNameMin    = 110 // width of a name that has the audience beside it
	stagePadTop      = 10
	stageMeterW      = 56 // the meter of what is known
	stageMeterNarrow = 34
)

var (
	stageStyle    = style{face: SemiBold, size: 15, lead: 18, color: ink, spacing: -.15}
	askStyle      = style{face: Regular, size: 13, lead: 18.5, color: ink2}
	audienceStyle = style{face: Regular, size: 12, lead: 18, color: ink3}
	knownStyle    = style{face: Regular, size: 11, lead: 14, color: ink3}
	quoteStyle    = style{face: Regular, size: 11.5, lead: 15.5, color: ink3}
)

// setStage is what stands in a chevron, laid out.
type setStage struct {
	x, width  float64
	name, ask block
	audience  string
	guessed   bool
	under     bool // the audience stands under the name, for want of width
}

func (s setStage) height() float64 {
	h := stagePadTop + s.name.height() + 6 + knownStyle.lead + 10
	if s.ask.rows > 0 {
		h += 2 + s.ask.height()
	}
	if s.under {
		h += audienceStyle.lead
	}
	return h
}

// stages draws the row of chevrons: name, how many people, the customer's question, share known.
func (m *mapper) stages() {
	sets := make([]setStage, len(m.columns))
	height := float64(chevronMin)
	for i, col := range m.columns {
		sets[i] = m.setStage(col)
		height = max(height, sets[i].height())
	}
	y := m.y
	personHeight := 0.0
	person := m.collect(func() { personHeight = m.personCorner(y) })
	rowHeight := max(height+16, personHeight)
	height = rowHeight - 16
	m.add(&Rect{Box: Box{m.left, y, railWidth, rowHeight}, Fill: surface2})
	m.vertical(m.body, y, rowHeight, lineStrong)
	m.add(person...)
	for i, col := range m.columns {
		m.group(col.stage.ID, m.phrase(col.stage.Name).text, Box{col.x, y, col.w, rowHeight}, func() {
			m.chevron(col, y+chevronTop, height)
			m.drawStage(col, sets[i], y+chevronTop)
		})
	}
	m.passing(y+chevronTop, height)
	m.horizontal(m.left, m.right, y+rowHeight, lineStrong)
	m.y = y + rowHeight
}

func (m *mapper) setStage(col *column) setStage {
	s := setStage{x: col.x + 40}
	if col.index == 0 {
		s.x = col.x + 22
	}
	s.width = col.x + col.w - 26 - s.x
	if a := col.stage.Audience; a != nil && a.Size != nil {
		s.audience, s.guessed = m.number(float64(*a.Size), 0), a.Status != "known"
		if s.guessed {
			s.audience += nbsp + "?"
		}
	}
	nameWidth := s.width
	if s.audience != "" {
		nameWidth -= m.fonts.width(audienceStyle, s.audience) + 10
		if s.under = nameWidth < besideNameMin; s.under {
			nameWidth = s.width
		}
	}
	s.name = m.set(m.phrase(col.stage.Name), stageStyle, nameWidth, 0)
	s.ask = m.set(m.phrase(col.stage.CustomerQuestion), askStyle, s.width, 0)
	return s
}

func (m *mapper) drawStage(col *column, s setStage, y float64) {
	y += stagePadTop
	m.put(s.name, s.x, y)
	if s.audience != "" && !s.under {
		m.audience(s, s.x+s.width, y, End)
	}
	y += s.name.height()
	if s.under {
		m.audience(s, s.x, y, Start)
		y += audienceStyle.lead
	}
	if s.ask.rows > 0 {
		m.put(s.ask, s.x, y+2)
		y += 2 + s.ask.height()
	}
	y += 6
	k := m.c.StageKnown[col.stage.ID]
	if k == nil || k.Known+k.Guess == 0 {
		return
	}
	all := k.Known + k.Guess
	meter := float64(stageMeterW)
	if m.narrow {
		meter = stageMeterNarrow
	}
	m.meter(s.x, y+4.5, meter, 5, float64(k.Known)/float64(all))
	text := m.say(wordKnownOf, m.number(float64(k.Known), 0), m.number(float64(all), 0))
	m.textIn(m.shorten(text, knownStyle, s.width-meter-8), knownStyle, s.x+meter+8, y, knownStyle.lead, Start)
}

// audience draws how many people are in a stage; a guess is underlined with dashes.
func (m *mapper) audience(s setStage, x, y float64, anchor Anchor) {
	baseline := y + m.fonts.baseline(stageStyle, stageStyle.lead)
	m.text(s.audience, audienceStyle, x, baseline, anchor)
	if !s.guessed {
		return
	}
	w := m.fonts.width(audienceStyle, s.audience)
	if anchor == End {
		x -= w
	}
	m.add(&Shape{Path: line(x, baseline+4, x+w, baseline+4), Stroke: Stroke{Color: edge, Width: 1, Dash: []float64{3, 2}}})
}

// chevron draws the ground of a stage; it points at the next.
func (m *mapper) chevron(col *column, y, height float64) {
	first, last := col.index == 0, col.index == len(m.columns)-1
	x0, x1 := col.x+3, col.x+col.w
	if first {
		x0 = col.x + 6
	}
	if last {
		x1 -= 16
	}
	const soft = 3 // how far the left corners are rounded
	mid := height / 2
	var p Path
	p.moveTo(x0+soft, y)
	p.lineTo(x1, y)
	p.lineTo(x1+chevronPoint, y+mid)
	p.lineTo(x1, y+height)
	p.lineTo(x0+soft, y+height)
	p.curveTo(Point{x0 + .5, y + height}, Point{x0, y + height - 1.5}, Point{x0 + .8, y + height - soft})
	if !first {
		p.lineTo(x0+chevronPoint, y+mid)
	} else {
		p.lineTo(x0+.8, y+soft)
	}
	p.lineTo(x0+.8, y+soft)
	p.curveTo(Point{x0, y + 1.5}, Point{x0 + .5, y}, Point{x0 + soft, y})
	p.close()
	m.add(&Shape{Path: p, Fill: surface3})
}

// passing draws which share goes on to a stage, at its left edge. Several stand under each other.
func (m *mapper) passing(y, height float64) {
	const pill, step = 20, 22
	for _, col := range m.columns {
		var into []*journey.Transition
		for _, t := range m.j.Transitions {
			if t.Kind == "forward" && t.ToStageID == col.stage.ID && t.Share != nil {
				into = append(into, t)
			}
		}
		top := y + height/2 - float64(len(into))*step/2 + 1
		for i, t := range into {
			st := knownStyle.in(ink2)
			stroke := Stroke{Color: lineStrong, Width: 1}
			if t.Status != "known" {
				st.color = ink3
				stroke = Stroke{Color: edge, Width: 1, Dash: []float64{3, 2}}
			}
			text := m.percent(*t.Share, 0)
			w := m.fonts.width(st, text) + 14
			x := max(m.body+2, col.x+14-w/2)
			box := Box{x, top + float64(i)*step, w, pill}
			m.add(&Rect{Box: box.inset(.5), R: pill / 2, Fill: surface, Stroke: stroke})
			m.textIn(text, st, x+w/2, box.Y, pill, Middle)
		}
	}
}

// personCorner draws the persona in the rail and gives the height that takes.
func (m *mapper) personCorner(y float64) float64 {
	p := m.persona()
	if p == nil {
		return 0
	}
	const top, size = 14, 36
	m.portrait(p, m.left+14, y+top, size, surface2)
	x := m.left + 14 + portraitWidth(p, size) + 10
	width := m.body - 12 - x
	name := m.set(plain(p.Name), style{face: SemiBold, size: 13, lead: 15.6, color: ink}, width, 0)
	m.put(name, x, y+top)
	quote := m.phrase(p.Quote)
	if quote.text == "" {
		return top + max(size, name.height()) + 12
	}
	quote.text = "“" + quote.text + "”"
	b := m.set(quote, quoteStyle, width, 0)
	m.put(b, x, y+top+name.height()+3)
	return top + max(size, name.height()+3+b.height()) + 10
}
