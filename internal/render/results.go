package render

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"klantreis/internal/journey"
)

// support draws what stands behind the processes that the cards of a stage go through.
func (m *mapper) support() {
	shown := map[string]bool{}
	for _, b := range m.bands {
		if b.kind == bandLane {
			shown[b.lane.ID] = true
		}
	}
	used := map[string]map[string]bool{} // by stage, the processes
	for _, c := range m.j.Cards {
		for _, id := range c.ProcessIDs {
			if shown[c.LaneID] {
				if used[c.StageID] == nil {
					used[c.StageID] = map[string]bool{}
				}
				used[c.StageID][id] = true
			}
		}
	}
	m.row(m.headLook(supportLook), func(y float64) float64 {
		height := 0.0
		for _, col := range m.columns {
			var items []item
			for _, p := range m.w.Processes {
				if used[col.stage.ID][p.ID] && m.phrase(p.Support).text != "" {
					items = append(items, m.note(p.ID, m.phrase(p.Support)))
				}
			}
			if len(items) > 0 {
				height = max(height, flow(items, col.x+cellPad, y+cellPad, col.w-2*cellPad-1)+cellPad-y)
			}
		}
		if height == 0 {
			m.textIn(m.say(wordNoProcess), hintStyle, m.body+12, y, rowMin, Start)
		}
		return height
	}, nil)
	m.horizontal(m.left, m.right, m.y, lineStrong)
}

// note is a plain known card without a count.
func (m *mapper) note(id string, title phrase) item {
	return item{cardMin, func(w float64) (float64, func(Box)) {
		text := m.set(title, cardStyle, w-2*cardPadX, 0)
		return text.height() + 2*cardPadY, func(box Box) {
			m.group(id, title.text, box, func() {
				m.cardGround(box, backTint, true)
				m.put(text, box.X+cardPadX, box.Y+cardPadY)
			})
		}
	}}
}

var scoreStyle = style{face: SemiBold, size: 12, lead: 20}

// opportunities draws the lane of opportunities, each with its score. The best one is inverted.
func (m *mapper) opportunities(l *journey.Lane) {
	best, bestScore := "", math.Inf(-1)
	for _, o := range m.j.Opportunities {
		if s, ok := m.c.OpportunityScores[o.ID]; ok && s > bestScore {
			best, bestScore = o.ID, s
		}
	}
	m.row(m.headOf(l), func(y float64) float64 {
		height := 0.0
		for _, col := range m.columns {
			var items []item
			for _, o := range m.j.Opportunities {
				if o.StageID == col.stage.ID {
					items = append(items, item{150, func(w float64) (float64, func(Box)) { return m.opportunity(o, o.ID == best, w) }})
				}
			}
			if len(items) > 0 {
				height = max(height, flow(items, col.x+cellPad, y+cellPad, col.w-2*cellPad-1)+cellPad-y)
			}
		}
		return height
	}, nil)
}

func (m *mapper) opportunity(o *journey.Opportunity, best bool, w float64) (float64, func(Box)) {
	const chipGap = 8
	chip, chipWidth := "", 0.0
	if s, ok := m.c.OpportunityScores[o.ID]; ok {
		chip = m.number(s, 1)
		chipWidth = max(34, m.fonts.width(scoreStyle, chip)+10)
	}
	width := w - 2*cardPadX
	if chip != "" {
		width -= chipWidth + chipGap
	}
	title := m.phrase(o.Title)
	text := m.set(title, cardStyle, width, 0)
	height := max(text.height(), scoreStyle.lead) + 2*cardPadY
	if o.Status == "parked" {
		height += hintStyle.lead
	}
	return height, func(box Box) {
		m.group(o.ID, title.text, box, func() {
			m.opportunityGround(o, best, box, &text)
			m.put(text, box.X+cardPadX, box.Y+cardPadY)
			if chip != "" {
				m.scoreChip(chip, box.X+box.W-cardPadX, box.Y+cardPadY, chipWidth, best && o.Status != "idea")
			}
			if o.Status == "parked" {
				m.textIn(m.say(wordParked), hintStyle, box.X+cardPadX, box.Y+cardPadY+text.height(), hintStyle.lead, Start)
			}
		})
	}
}

func (m *mapper) opportunityGround(o *journey.Opportunity, best bool, box Box, text *block) {
	switch {
	case o.Status == "idea" && best:
		m.add(&Rect{Box: box.inset(.75), R: cardRadius - .75, Stroke: dashed(oppoInk, 1.5)})
	case o.Status == "idea":
		text.style.color = ink2
		m.cardGround(box, oppoTint, false)
	case o.Status == "parked":
		text.style.color = ink3
		m.add(&Rect{Box: box.inset(.5), R: cardRadius - .5, Fill: surface2, Stroke: Stroke{Color: lineColor, Width: 1}})
	case best:
		text.style.color = surface
		m.add(&Rect{Box: box, R: cardRadius, Fill: oppoInk})
	default:
		m.cardGround(box, oppoTint, true)
	}
}

// scoreChip draws a score with its right edge at x.
func (m *mapper) scoreChip(score string, x, y, w float64, onDark bool) {
	fill := oppoInk.alpha(.16)
	if onDark {
		fill = surface
	}
	m.add(&Rect{Box: Box{x - w, y - 1, w, scoreStyle.lead}, R: 5, Fill: fill})
	m.textIn(score, scoreStyle.in(oppoInk), x-w/2, y-1, scoreStyle.lead, Middle)
}

// metrics draws the band of measures, or a lane of that type.
func (m *mapper) metrics(l *journey.Lane) {
	h := m.headLook(lookOf("metric"))
	if l != nil {
		h = m.headOf(l)
	}
	m.row(h, func(y float64) float64 {
		height := 0.0
		for _, col := range m.columns {
			var items []item
			for _, metric := range m.j.Metrics {
				if metric.StageID == col.stage.ID {
					items = append(items, item{110, func(w float64) (float64, func(Box)) { return m.metric(metric, w) }})
				}
			}
			if len(items) > 0 {
				height = max(height, flow(items, col.x+cellPad, y+cellPad, col.w-2*cellPad-1)+cellPad-y)
			}
		}
		if height == 0 {
			m.textIn(m.say(wordNoMetric), hintStyle, m.body+12, y, rowMin, Start)
		}
		return height
	}, nil)
}

var valueStyle = style{face: SemiBold, size: 15, lead: 22, color: ink}

// metric is the name of a measure, where it stands and where it should go.
func (m *mapper) metric(metric *journey.Metric, w float64) (float64, func(Box)) {
	title := m.phrase(metric.Name)
	name := m.set(title, style{face: Regular, size: 12, lead: 15.6, color: ink2}, w-2, 0)
	now := metric.Baseline
	if now == nil && len(metric.Series) > 0 {
		last := slices.MaxFunc(metric.Series, func(a, b *journey.MetricPoint) int { return cmp.Compare(a.Date, b.Date) })
		now = &last.Value
	}
	var segs []seg
	if now != nil {
		segs = append(segs, seg{m.value(*now, metric.Unit) + " ", valueStyle})
	}
	if metric.Target != nil {
		target := strings.ReplaceAll(m.say(wordTarget, m.value(*metric.Target, metric.Unit)), " ", nbsp)
		segs = append(segs, seg{target, smallStyle})
	}
	values := m.rich(segs, w-2)
	if len(segs) == 0 {
		values.rows = 0
	}
	return name.height() + values.height(), func(box Box) {
		m.group(metric.ID, title.text, box, func() {
			m.put(name, box.X, box.Y)
			m.putRich(values, box.X, box.Y+name.height())
		})
	}
}
