package render

import (
	"slices"
	"strings"

	"klantreis/internal/journey"
)

const (
	gainPadX   = 14
	gainPadY   = 12
	gainBar    = 12 // height of a bar
	gainStep   = 34 // from the relevance bar to the presence bar
	gainLabel  = 92 // width of the names before the bars
	gainNumber = 34 // width of the numbers behind them
)

var (
	gainStyle = style{face: Regular, size: 12, lead: 14, color: ink2}
	sayStyle  = style{face: Regular, size: 12.5, lead: 17.5, color: ink3}
)

// gain draws the band of relevance and presence: per stage two bars, the distance between them,
// what each scorer thought, and the conclusion.
func (m *mapper) gain() {
	h := m.headLook(gainLook)
	h.hint = m.sayCount(m.c.Perspectives, wordScorerOne, wordScorers)
	if m.c.Perspectives == 0 {
		h.hint = m.say(wordScorerNone)
	}
	if m.narrow {
		h.below = 46
	}
	m.row(h, func(y float64) float64 {
		if m.narrow {
			m.gainLegend(y, h)
		}
		height := 0.0
		for _, col := range m.columns {
			cell := Box{X: col.x, Y: y, W: col.w}
			nodes := m.collect(func() { cell.H = m.gainCell(col, y) })
			m.add(&Group{Box: cell, Nodes: nodes})
			height = max(height, cell.H)
		}
		return height
	}, func(y, height float64) {
		for _, col := range m.columns {
			if slices.Contains(m.c.MostGain, col.stage.ID) {
				m.add(&Rect{Box: Box{col.x, y, col.w - 1, height - 1}, Fill: relSoft, Fade: .85})
			}
		}
	})
}

func (m *mapper) gainLegend(y float64, h head) {
	name := m.set(h.name, nameStyle, railWidth-headLeft-12, 0)
	x, ly := m.left+headLeft, y+headTop+name.height()+2+hintStyle.lead+8
	m.add(&Shape{Path: circle(x+5, ly+10, 4.5), Fill: rel}, &Rect{Box: Box{x + 1, ly + 28, 8.5, 8.5}, R: 1, Fill: pre})
	m.textIn(m.say(wordRelevance), gainStyle, x+18, ly, 20, Start)
	m.textIn(m.say(wordPresence), gainStyle, x+18, ly+22, 20, Start)
}

// gainCell draws one stage and gives the height it needs.
func (m *mapper) gainCell(col *column, y float64) float64 {
	inf := m.c.RelevancePresence[col.stage.ID]
	x, width := col.x+gainPadX, col.w-2*gainPadX-1
	y += gainPadY
	if inf == nil || inf.Relevance == nil && inf.Presence == nil {
		m.textIn(m.say(wordNoScore), sayStyle, x, y, sayStyle.lead, Start)
		return 2*gainPadY + sayStyle.lead
	}
	bars := scale{x, width - gainNumber}
	if !m.narrow {
		bars = scale{x + gainLabel, width - gainLabel - gainNumber}
		m.textIn(m.say(wordRelevance), gainStyle, x, y+2, gainBar, Start)
		m.textIn(m.say(wordPresence), gainStyle, x, y+2+gainStep, gainBar, Start)
	}
	m.gainBar(bars, y+2, inf.Relevance, rel, false, m.scores(col.stage.ID, "relevance"), x+width)
	m.gainBar(bars, y+2+gainStep, inf.Presence, pre, true, m.scores(col.stage.ID, "presence"), x+width)
	if inf.Relevance != nil && inf.Presence != nil {
		m.gainGap(bars, y+2, *inf.Relevance, *inf.Presence)
	}
	y += gainStep + gainBar + 16 + 8
	return gainPadY + gainStep + gainBar + 16 + 8 + m.conclusion(col, inf, x, y, width) + gainPadY
}

// scale puts 0 to 100 on a stretch of x.
type scale struct{ x, w float64 }

func (s scale) at(v float64) float64 { return s.x + s.w*v/100 }

func (m *mapper) scores(stage, dimension string) []int {
	var values []int
	for _, s := range m.j.Scores {
		if s.StageID == stage && s.Dimension == dimension && s.Value != nil {
			values = append(values, *s.Value)
		}
	}
	slices.Sort(values)
	return slices.Compact(values)
}

// gainBar draws one bar with its number, and under it a mark for what each scorer thought: discs
// for relevance, squares for presence.
func (m *mapper) gainBar(s scale, y float64, mean *float64, c Paint, square bool, scores []int, right float64) {
	m.add(&Rect{Box: Box{s.x, y, s.w, gainBar}, R: 3, Fill: surface3})
	if mean == nil {
		m.textIn("–", gainStyle, right, y, gainBar, End)
		return
	}
	m.add(&Rect{Box: Box{s.x, y, s.at(*mean) - s.x, gainBar}, R: 3, Fill: c})
	m.textIn(m.tenth(*mean), gainStyle.as(SemiBold).in(ink), right, y, gainBar, End)
	if len(scores) == 0 {
		return
	}
	my := y + 18
	lo, hi := s.at(float64(scores[0])), s.at(float64(scores[len(scores)-1]))
	m.add(&Shape{Path: line(lo, my, hi, my), Stroke: Stroke{Color: c, Width: 1.5}})
	for _, v := range scores {
		x := s.at(float64(v))
		if square {
			m.add(&Rect{Box: Box{x - 2.5, my - 2.5, 5, 5}, Fill: c})
		} else {
			m.add(&Shape{Path: circle(x, my, 2.8), Fill: c})
		}
	}
}

// gainGap hatches the distance between the bars: what can be won.
func (m *mapper) gainGap(s scale, y, relevance, presence float64) {
	const leastShown = 2
	lo, hi := min(relevance, presence), max(relevance, presence)
	if hi-lo <= leastShown {
		return
	}
	gap := Box{s.at(lo), y, s.at(hi) - s.at(lo), gainStep + gainBar}
	m.add(&Rect{Box: gap, Fill: gapFill}, &Shape{Path: hatch(gap, 6), Stroke: Stroke{Color: gapLine, Width: 1.2}})
}

// conclusion says what the scores mean, in full for the stages with most to gain. It gives its height.
func (m *mapper) conclusion(col *column, inf *journey.StageInfluence, x, y, width float64) float64 {
	if !inf.Complete || inf.Relevance == nil || inf.Presence == nil {
		return m.sentence([]seg{{m.say(wordOneScore), sayStyle}}, x, y, width)
	}
	strong := sayStyle.as(SemiBold).in(ink)
	diagnosis := strings.ReplaceAll(m.sayKey(diagnosisWords, inf.Diagnosis), " ", nbsp)
	most := slices.Contains(m.c.MostGain, col.stage.ID)
	var said []seg
	if most {
		why := m.say(sayWords[inf.Diagnosis], m.tenth(*inf.Relevance), m.tenth(*inf.Presence))
		said = []seg{{why + " ", sayStyle.in(ink)}, {diagnosis + ".", strong}}
	} else {
		said = []seg{{diagnosis + " ", strong}}
		if inf.Gain != nil {
			said = append(said, seg{m.say(wordGain, m.number(*inf.Gain, 0)), sayStyle})
		}
	}
	if inf.GuessOnly {
		said = append(said, seg{" · " + m.say(wordGuessOnly), sayStyle})
	}
	if !most {
		return m.sentence(said, x, y, width)
	}
	if indent := m.mostTag(x, y); indent < width/2 {
		return m.sentence(said, x+indent, y, width-indent)
	}
	// In a narrow stage the tag has a line of its own.
	return sayStyle.lead + 2 + m.sentence(said, x, y+sayStyle.lead+2, width)
}

func (m *mapper) sentence(segs []seg, x, y, width float64) float64 {
	b := m.rich(segs, width)
	m.putRich(b, x, y)
	return b.height()
}

// mostTag draws the label of the stage with most to gain and gives the room it takes.
func (m *mapper) mostTag(x, y float64) float64 {
	st := style{face: SemiBold, size: 11, lead: 18, color: surface}
	w := m.fonts.width(st, m.say(wordMost)) + 16
	m.add(&Rect{Box: Box{x, y, w, st.lead}, R: st.lead / 2, Fill: rel})
	m.textIn(m.say(wordMost), st, x+8, y, st.lead, Start)
	return w + 8
}
