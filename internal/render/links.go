package render

import (
	"cmp"
	"math"
	"slices"
	"strconv"

	"klantreis/internal/journey"
)

// Links under the contact moments: how one experience changes the next expectation.
const (
	linkStep  = 19 // between two levels
	linkFirst = 15 // of the first level under the cards
	pillH     = 16
)

var pillStyle = style{face: Regular, size: 10.5, lead: pillH}

// placedLink is one influence with the level it runs at. to is the x where it ends; a link with an
// end that is not under the cards says in words where it goes.
type placedLink struct {
	link     *journey.Link
	from, to float64
	level    int
	label    string
	color    Paint
	decision bool // ends at a decision in the row below
	stub     bool // has one end only
}

type linkPlan struct {
	list   []*placedLink
	levels int
}

func (p *linkPlan) height() float64 {
	if p.levels == 0 {
		return 0
	}
	return float64(p.levels)*linkStep + 2
}

// decisionPlace is where the diamond of a decision in the row under the moments is.
type decisionPlace struct{ x, y float64 }

// planLinks gives every influence that begins or ends at a contact moment of the lane a level on
// which it meets no other.
func (m *mapper) planLinks(l *journey.Lane) *linkPlan {
	plan := &linkPlan{}
	reach := m.decisionsBelow(l)
	for _, link := range m.j.Links {
		if link.Kind == "influences" {
			if p := m.placeLink(l, link, reach); p != nil {
				plan.list = append(plan.list, p)
			}
		}
	}
	order := slices.Clone(plan.list)
	slices.SortStableFunc(order, func(a, b *placedLink) int {
		return cmp.Compare(math.Abs(a.to-a.from), math.Abs(b.to-b.from))
	})
	var taken [][][2]float64
	for _, p := range order {
		lo, hi := m.linkExtent(p)
		p.level = slices.IndexFunc(taken, func(level [][2]float64) bool {
			return !slices.ContainsFunc(level, func(t [2]float64) bool { return lo < t[1] && t[0] < hi })
		})
		if p.level < 0 {
			p.level = len(taken)
			taken = append(taken, nil)
		}
		taken[p.level] = append(taken[p.level], [2]float64{lo, hi})
	}
	plan.levels = len(taken)
	return plan
}

// decisionsBelow gives the middle of the diamonds that a line from above can reach: those in the
// first line of their cell, in the row right under the lane.
func (m *mapper) decisionsBelow(l *journey.Lane) map[string]float64 {
	at := slices.IndexFunc(m.bands, func(b band) bool { return b.lane == l })
	reach := map[string]float64{}
	if at+1 >= len(m.bands) || m.bands[at+1].kind != bandLane || m.bands[at+1].lane.Type != "decision" {
		return reach
	}
	for _, col := range m.columns {
		var items []item
		cards := m.cells[cellKey{col.stage.ID, m.bands[at+1].lane.ID}]
		for _, c := range cards {
			items = append(items, m.item(c, "decision"))
		}
		if len(items) == 0 {
			continue
		}
		width := col.w - 2*cellPad - 1
		n := fitting(items, width)
		w := (width - cardGap*float64(n-1)) / float64(n)
		for i, c := range cards[:n] {
			if c.Type == "decision" {
				reach[c.ID] = col.x + cellPad + float64(i)*(w+cardGap) + diamondSize/2
			}
		}
	}
	return reach
}

func (m *mapper) placeLink(l *journey.Lane, link *journey.Link, reach map[string]float64) *placedLink {
	const off = 22 // links leave a card right of its middle and arrive left of it
	p := &placedLink{link: link, label: m.sayKey(directionWords, link.Direction), color: ink3}
	switch link.Direction {
	case "raises":
		p.color = good
	case "lowers":
		p.color = bad
	}
	if link.Strength != nil {
		p.label += " " + strconv.Itoa(*link.Strength)
	}
	from, to := m.momentOf[link.FromCardID], m.momentOf[link.ToCardID]
	here := func(mo *moment) bool { return mo != nil && mo.card.LaneID == l.ID }
	decisionAt, decides := reach[link.ToCardID]
	switch {
	case here(from) && here(to):
		p.from, p.to = from.mid()+off, to.mid()-off
		if to.x < from.x {
			p.from, p.to = from.mid()-off, to.mid()+off
		}
	case here(from) && decides:
		p.from, p.to, p.decision = from.mid()+off, decisionAt, true
		if decisionAt < p.from {
			p.from = from.mid() - off
		}
	case here(from) && m.cards[link.ToCardID] != nil:
		p.stub, p.from = true, from.mid()+off
		p.label = m.shorten(p.label+" → "+m.phrase(m.cards[link.ToCardID].Title).text, pillStyle, m.stubMax())
	case here(to) && m.cards[link.FromCardID] != nil:
		p.stub, p.from = true, to.mid()-off
		p.label = m.shorten(m.phrase(m.cards[link.FromCardID].Title).text+" → "+p.label, pillStyle, m.stubMax())
	default:
		return nil
	}
	if p.stub {
		p.to = p.from
	}
	return p
}

// stubMax is how long the label of a link with one end can be.
func (m *mapper) stubMax() float64 { return min(200, m.right-m.body-40) }

func (m *mapper) pillWidth(p *placedLink) float64 { return m.fonts.width(pillStyle, p.label) + 14 }

// pillMid is the middle of the label: between the ends, or as near as the paper allows.
func (m *mapper) pillMid(p *placedLink) float64 {
	half := m.pillWidth(p) / 2
	return min(m.right-half-4, max(m.body+half+4, (p.from+p.to)/2))
}

func (m *mapper) linkExtent(p *placedLink) (lo, hi float64) {
	mid, half := m.pillMid(p), m.pillWidth(p)/2
	return min(p.from, p.to, mid-half) - 7, max(p.from, p.to, mid+half) + 7
}

// freePillMid moves a label along its link to where no link of a lower level passes through it.
func (m *mapper) freePillMid(p *placedLink) float64 {
	const step, clear = 6, 4
	start, half := m.pillMid(p), m.pillWidth(p)/2
	room := math.Abs(p.to-p.from)/2 - half - step
	free := func(mid float64) bool {
		return !slices.ContainsFunc(m.linkPlan.list, func(o *placedLink) bool {
			crosses := func(x float64) bool { return math.Abs(x-mid) < half+clear }
			return o.level > p.level && (crosses(o.from) || crosses(o.to))
		})
	}
	for off := 0.0; off <= room; off += step {
		for _, mid := range []float64{start - off, start + off} {
			if free(mid) {
				return mid
			}
		}
	}
	return start
}

// links draws the influences, over the cards they join.
func (m *mapper) links() {
	if m.linkPlan == nil {
		return
	}
	for _, p := range m.linkPlan.list {
		title := m.phrase(p.link.Note).text
		m.group(p.link.ID, title, Box{}, func() { m.drawLink(p) })
	}
}

func (m *mapper) drawLink(p *placedLink) {
	const bend = 9
	top := m.linksAt
	y := top + linkFirst + float64(p.level)*linkStep
	stroke := Stroke{Color: p.color, Width: 1.5, Round: true}
	if p.stub {
		m.add(&Shape{Path: line(p.from, top+2, p.from, y), Stroke: stroke})
	} else {
		d := bend
		if p.to < p.from {
			d = -bend
		}
		r := min(bend, math.Abs(p.to-p.from)/2, y-top-4)
		dx := math.Copysign(r, float64(d))
		var path Path
		path.moveTo(p.from, top+2)
		path.lineTo(p.from, y-r)
		path.curveTo(Point{p.from, y - r/2}, Point{p.from + dx/2, y}, Point{p.from + dx, y})
		path.lineTo(p.to-dx, y)
		end, tip := top+7, top+1
		if p.decision {
			place := m.decisions[p.link.ToCardID]
			end, tip = place.y-7, place.y-1
			path.curveTo(Point{p.to - dx/2, y}, Point{p.to, y + r/2}, Point{p.to, y + r})
		} else {
			path.curveTo(Point{p.to - dx/2, y}, Point{p.to, y - r/2}, Point{p.to, y - r})
		}
		path.lineTo(p.to, end)
		m.add(&Shape{Path: path, Stroke: stroke})
		head := line(p.to-4, end, p.to+4, end, p.to, tip)
		head.close()
		m.add(&Shape{Path: head, Fill: p.color})
	}
	w, mid := m.pillWidth(p), m.freePillMid(p)
	m.add(&Rect{Box: Box{mid - w/2, y - pillH/2, w, pillH}, R: pillH / 2, Fill: surface, Stroke: Stroke{Color: p.color, Width: 1}})
	m.textIn(p.label, pillStyle.in(p.color), mid, y-pillH/2, pillH, Middle)
}
