package render

import (
	"cmp"
	"math"
	"slices"

	"klantreis/internal/journey"
)

// Arcs are the paths that do not follow the line: back, skip and repeat above the stages, and
// exits as short stubs. The rules are those of web/src/lib/features/map/layout/arcs.ts.
const (
	arcStep      = 15 // between two levels
	arcLevelsMin = 3
	arcBelow     = 15 // from the lowest level down to the stages
	arcPortGap   = 56 // between two arcs that leave one stage
	arcCorner    = 9
	arcLabelMax  = 260
)

var arcStyle = style{face: Regular, size: 11, lead: 15, color: ink3, halo: 5}

type arc struct {
	t        *journey.Transition
	label    string
	from, to int // index of the stage; to is -1 for an exit
	x1, x2   float64
	level    int
}

func (a *arc) exit() bool    { return a.to < 0 }
func (a *arc) span() float64 { return math.Abs(a.x2 - a.x1) }

// arcs draws the row above the stages.
func (m *mapper) arcs() {
	arcs := m.findArcs()
	m.placePorts(arcs)
	for _, a := range arcs {
		a.label = m.shorten(a.label, arcStyle, m.arcLabelRoom(a))
	}
	levels := max(arcLevelsMin, m.placeLevels(arcs))
	height := float64(levels*arcStep + 9)
	y := m.y
	m.add(&Rect{Box: Box{m.left, y, railWidth, height}, Fill: surface2})
	m.vertical(m.body, y, height, lineStrong)
	x := m.left + 12
	x += m.chip(m.say(wordKnown), x, y+height-31, touchBg, Stroke{Color: touchEd, Width: 1}, chipStyle) + 6
	m.chip(m.say(wordGuess), x, y+height-31, Paint{}, Stroke{Color: edge, Width: 1, Dash: []float64{3, 2}}, chipStyle.in(ink3))
	for _, a := range arcs {
		m.group("", m.arcTitle(a), Box{}, func() { m.drawArc(a, y, height) })
	}
	m.y = y + height
}

func (m *mapper) findArcs() []*arc {
	index := map[string]int{}
	for i, col := range m.columns {
		index[col.stage.ID] = i
	}
	var arcs []*arc
	for _, t := range m.j.Transitions {
		from, ok := index[t.FromStageID]
		if !ok || t.Kind == "forward" {
			continue
		}
		a := &arc{t: t, from: from, to: -1, label: m.arcLabel(t)}
		if t.Kind != "exit" {
			if a.to, ok = index[t.ToStageID]; !ok {
				continue
			}
		}
		arcs = append(arcs, a)
	}
	return arcs
}

// arcLabel is the note of a transition, else where it leads or what kind it is, with its share.
func (m *mapper) arcLabel(t *journey.Transition) string {
	label := m.phrase(t.Note).text
	if label == "" && t.Exit != "" {
		label = m.sayKey(exitWords, t.Exit)
	}
	if label == "" {
		label = m.sayKey(arcWords, t.Kind)
	}
	if t.Share != nil {
		label += " · " + m.percent(*t.Share, 0)
	}
	return label
}

func (m *mapper) arcTitle(a *arc) string {
	title := shortName(m.phrase(m.columns[a.from].stage.Name).text) + " → "
	if !a.exit() {
		title += shortName(m.phrase(m.columns[a.to].stage.Name).text) + ": "
	}
	return title + m.arcLabel(a.t)
}

// reach is the signed length in stages, seen from a stage; exits go right, last.
func (a *arc) reach(stage int) float64 {
	switch {
	case a.exit():
		return .5
	case a.from == stage:
		return float64(a.to - a.from)
	}
	return float64(a.from - a.to)
}

// placePorts gives every end of an arc its own place above its stage, such that arcs to one side
// are nested.
func (m *mapper) placePorts(arcs []*arc) {
	for _, col := range m.columns {
		var here []*arc
		for _, a := range arcs {
			if a.from == col.index || a.to == col.index {
				here = append(here, a)
			}
		}
		sign := func(v float64) float64 { return math.Copysign(1, v) }
		slices.SortStableFunc(here, func(a, b *arc) int {
			ra, rb := a.reach(col.index), b.reach(col.index)
			return cmp.Or(cmp.Compare(sign(ra), sign(rb)), cmp.Compare(rb, ra))
		})
		n := float64(len(here))
		gap := min(arcPortGap, (col.w-40)/max(1, n))
		for i, a := range here {
			x := math.Round(col.x + col.w/2 + (float64(i)-(n-1)/2)*gap)
			if a.from == col.index {
				a.x1 = x
			}
			if a.to == col.index {
				a.x2 = x
			}
		}
	}
}

// placeLevels gives each arc the lowest level that is free, short ones first, and tells how many
// levels that takes.
func (m *mapper) placeLevels(arcs []*arc) int {
	bySpan := slices.Clone(arcs)
	slices.SortStableFunc(bySpan, func(a, b *arc) int {
		span := func(c *arc) float64 {
			if c.exit() {
				return 0
			}
			return c.span()
		}
		return cmp.Compare(span(a), span(b))
	})
	var taken [][][2]float64
	for _, a := range bySpan {
		lo, hi := m.arcExtent(a)
		a.level = slices.IndexFunc(taken, func(level [][2]float64) bool {
			return !slices.ContainsFunc(level, func(t [2]float64) bool { return lo <= t[1] && t[0] <= hi })
		})
		if a.level < 0 {
			a.level = len(taken)
			taken = append(taken, nil)
		}
		taken[a.level] = append(taken[a.level], [2]float64{lo, hi})
	}
	return len(taken)
}

// arcLabelRoom is the most a label can take: on its arc, or beside it on the paper.
func (m *mapper) arcLabelRoom(a *arc) float64 {
	if a.exit() {
		return min(arcLabelMax, max(a.x1-12-m.body, m.right-a.x1-24)-1)
	}
	left, right := min(a.x1, a.x2)-12-m.body, m.right-max(a.x1, a.x2)-12
	return min(arcLabelMax, max(left, right, a.span()-2*arcCorner-16)-1)
}

func (m *mapper) arcLabelWidth(a *arc) float64 { return m.fonts.width(arcStyle, a.label) }

// onArc tells whether the label fits on the arc; otherwise it stands beside it.
func (m *mapper) onArc(a *arc) bool { return a.span() > m.arcLabelWidth(a)+2*arcCorner+16 }

// leftOfArc tells whether a label that stands beside its arc stands left of it.
func (m *mapper) leftOfArc(a *arc) bool { return min(a.x1, a.x2)-m.arcLabelWidth(a)-12 > m.body }

func (m *mapper) arcExtent(a *arc) (lo, hi float64) {
	w := m.arcLabelWidth(a)
	if a.exit() {
		if m.flipped(a) {
			return a.x1 - 12 - w, a.x1 + 22
		}
		return a.x1 - 4, a.x1 + 28 + w
	}
	lo, hi = min(a.x1, a.x2)-4, max(a.x1, a.x2)+4
	switch {
	case m.onArc(a):
	case m.leftOfArc(a):
		lo -= w + 8
	default:
		hi += w + 8
	}
	return lo, hi
}

// flipped tells whether the label of an exit stands left of it, for want of paper.
func (m *mapper) flipped(a *arc) bool { return a.x1+24+m.arcLabelWidth(a) > m.right }

func (m *mapper) drawArc(a *arc, top, height float64) {
	bottom := top + height
	y := bottom - arcBelow - float64(a.level)*arcStep
	stroke := Stroke{Color: edge, Width: 1.25}
	if a.t.Status != "known" {
		stroke.Dash = []float64{4, 3}
	}
	if a.exit() {
		m.drawExit(a, y, bottom, stroke)
		return
	}
	d := float64(arcCorner)
	if a.x2 < a.x1 {
		d = -d
	}
	k := 1 - kappa
	var p Path
	p.moveTo(a.x1, bottom)
	p.lineTo(a.x1, y+arcCorner)
	p.curveTo(Point{a.x1, y + arcCorner*k}, Point{a.x1 + d*k, y}, Point{a.x1 + d, y})
	p.lineTo(a.x2-d, y)
	p.curveTo(Point{a.x2 - d*k, y}, Point{a.x2, y + arcCorner*k}, Point{a.x2, y + arcCorner})
	p.lineTo(a.x2, bottom-7)
	head := line(a.x2-4, bottom-8, a.x2+4, bottom-8, a.x2, bottom-2)
	head.close()
	m.add(&Shape{Path: p, Stroke: stroke}, &Shape{Path: head, Fill: edge})
	switch {
	case m.onArc(a):
		m.text(a.label, arcStyle, (a.x1+a.x2)/2, y+4, Middle)
	case m.leftOfArc(a):
		m.text(a.label, arcStyle, min(a.x1, a.x2)-8, y+4, End)
	default:
		m.text(a.label, arcStyle, max(a.x1, a.x2)+8, y+4, Start)
	}
}

func (m *mapper) drawExit(a *arc, y, bottom float64, stroke Stroke) {
	const corner = 5
	end := a.x1 + 16
	var p Path
	p.moveTo(a.x1, bottom)
	p.lineTo(a.x1, y+corner)
	p.curveTo(Point{a.x1, y + corner*(1-kappa)}, Point{a.x1 + corner*(1-kappa), y}, Point{a.x1 + corner, y})
	p.lineTo(end-4, y)
	head := line(end-4, y-4, end-4, y+4, end+2, y)
	head.close()
	m.add(&Shape{Path: p, Stroke: stroke}, &Shape{Path: head, Fill: edge})
	if m.flipped(a) {
		m.text(a.label, arcStyle, a.x1-8, y+4, End)
		return
	}
	m.text(a.label, arcStyle, end+8, y+4, Start)
}
