package render

import (
	"strings"

	"klantreis/internal/journey"
)

const (
	decisionMin = 168
	diamondSize = 52
	diamondGap  = 9
)

var (
	shareStyle = style{face: SemiBold, size: 11.2, lead: 14, color: ink}
	smallStyle = style{face: Regular, size: 11, lead: 15.4, color: ink3}
	diamond    = readPath("M26.5 3.5q2.5-2.5 5 0l23 23q2.5 2.5 0 5l-23 23q-2.5 2.5-5 0l-23-23q-2.5-2.5 0-5Z")
)

// decision is a diamond that holds the share that said yes, with the question, how many were
// asked, how sure that is, and where the other answer leads.
func (m *mapper) decision(c *journey.Card, w float64) (float64, func(Box)) {
	width := w - diamondSize - diamondGap - 2
	title := m.phrase(c.Title)
	question := m.set(title, momentStyle, width, 0)
	share := m.c.Decisions[c.ID]
	measured := c.Measured != nil && share != nil
	facts := m.say(wordNotMeasured)
	bar := 0.0
	if measured {
		bar = 17
		facts = m.say(wordOf, m.number(float64(c.Measured.K), 0), m.number(float64(c.Measured.N), 0)) +
			" · " + m.number(share.Wilson95[0]*100, 0) + "–" + m.percent(share.Wilson95[1], 0)
	}
	lines := [][]seg{{{facts, smallStyle}}}
	lines = append(lines, m.outcomes(c)...)
	var flows []richBlock
	height := question.height() + bar
	for _, l := range lines {
		f := m.rich(l, width)
		flows = append(flows, f)
		height += f.height()
	}
	return max(diamondSize, height), func(box Box) {
		m.decisions[c.ID] = decisionPlace{box.X + diamondSize/2, box.Y}
		m.group(c.ID, title.text, box, func() {
			m.diamond(share, measured, box)
			x, y := box.X+diamondSize+diamondGap, box.Y
			m.put(question, x, y)
			y += question.height()
			if measured {
				m.yesBar(share.P, x, y+6, min(240, width))
				y += bar
			}
			for _, f := range flows {
				m.putRich(f, x, y)
				y += f.height()
			}
		})
	}
}

func (m *mapper) diamond(share *journey.DecisionShare, measured bool, box Box) {
	const scale = diamondSize / 58.0
	shape := &Shape{Path: diamond.placed(scale, box.X, box.Y), Stroke: Stroke{Color: edge, Width: 1.3, Dash: []float64{3.6, 2.7}}}
	text := "?"
	if measured {
		shape.Fill, shape.Stroke = deciBg, Stroke{Color: deciInk, Width: 1.3}
		text = m.percent(share.P, 0)
	}
	m.add(shape)
	m.textIn(text, shareStyle, box.X+diamondSize/2, box.Y, diamondSize, Middle)
}

// yesBar shows the share that said yes against the rest.
func (m *mapper) yesBar(p, x, y, w float64) {
	const height, gap = 6, 2
	yes := max(2, (w-gap)*p)
	m.add(&Rect{Box: Box{x, y, yes, height}, R: 2, Fill: deciInk})
	if rest := w - gap - yes; rest > 0 {
		m.add(&Rect{Box: Box{x + yes + gap, y, rest, height}, R: 2, Fill: deciEd})
	}
}

// outcomes tells the desired answer when it is no, and where the unwanted answer leads.
func (m *mapper) outcomes(c *journey.Card) [][]seg {
	strong := smallStyle.as(Medium).in(ink2)
	var lines [][]seg
	answer, leads := wordNo, c.No
	if c.DesiredAnswer == "no" {
		answer, leads = wordYes, c.Yes
		lines = append(lines, []seg{{m.say(wordWanted, ""), smallStyle}, {m.say(wordNo), strong}})
	}
	if to := m.outcome(leads); to != "" {
		lines = append(lines, []seg{{m.say(answer) + " ", strong}, {"→ " + to, smallStyle}})
	}
	return lines
}

// outcome names where an answer leads.
func (m *mapper) outcome(o *journey.Outcome) string {
	switch {
	case o == nil:
		return ""
	case o.Exit != "":
		return m.sayKey(exitWords, o.Exit)
	case o.CardID != "":
		if c := m.cards[o.CardID]; c != nil {
			return m.phrase(c.Title).text
		}
	}
	for _, col := range m.columns {
		if col.stage.ID == o.StageID {
			return m.say(wordToStage, shortName(m.phrase(col.stage.Name).text))
		}
	}
	return ""
}

// shortName is the name of a stage where there is little room: "See – zien" is "See".
func shortName(name string) string {
	name, _, _ = strings.Cut(name, " – ")
	name, _, _ = strings.Cut(name, " (")
	return name
}
