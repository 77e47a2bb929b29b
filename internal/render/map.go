package render

import (
	"klantreis/internal/journey"
	"klantreis/internal/workspace"
)

// Options say how to draw.
type Options struct {
	Lang     string             // "nl" or "en"; anything else is Dutch
	Pictures []*journey.Picture // those that cards show; one that is not among them is drawn as missing
}

// Map lays out a whole journey: title, paths, stages, and every visible lane with the bands that
// follow from it. c is what [journey.Compute] gave for j; ids that w does not have are drawn
// without their names. The only error is
// [fault.Unavailable], when the program was built without its fonts.
func Map(j *journey.Journey, w *workspace.Workspace, c *journey.Computed, opts Options) (*Drawing, error) {
	fonts, err := newFontSet()
	if err != nil {
		return nil, err
	}
	m := newMapper(j, w, c, opts, fonts)
	d := &Drawing{Lang: m.lang, fonts: fonts, Title: m.phrase(j.Title).text, Desc: m.description()}
	d.Nodes = m.collect(func() {
		m.header()
		m.arcs()
		m.stages()
		for _, b := range m.bands {
			m.band(b)
		}
		m.links()
	})
	d.Width, d.Height = m.right+margin, m.y+margin
	paper := &Rect{Box: Box{W: d.Width, H: d.Height}, Fill: surface}
	d.Nodes = append([]Node{paper}, d.Nodes...)
	d.Missing = fonts.missing()
	return d, nil
}

// margin is the white around the picture.
const margin = 28

// mapper lays out one map, from top to bottom.
type mapper struct {
	j     *journey.Journey
	w     *workspace.Workspace
	c     *journey.Computed
	lang  string
	fonts *fontSet

	columns []*column
	bands   []band
	cells   map[cellKey][]*journey.Card
	moments []*moment // of all stages, in order

	pictures  map[string]*journey.Picture
	channels  map[string]*workspace.Channel
	members   map[string]int // place in the workspace
	cards     map[string]*journey.Card
	momentOf  map[string]*moment
	decisions map[string]decisionPlace

	left, body, right float64 // where the rail, the stages and the paper's margin begin
	narrow            bool    // some stage is too narrow for labels inside its figures
	linksAt           float64 // top of the room for links under the contact moments; 0 without
	linkPlan          *linkPlan
	drawnCurve        bool // the curve and the three rows are drawn once, in the first lane of their type
	drawnTri          bool

	y    float64 // top of what comes next
	sink *[]Node
}

func newMapper(j *journey.Journey, w *workspace.Workspace, c *journey.Computed, opts Options, fonts *fontSet) *mapper {
	m := &mapper{
		j: j, w: w, c: c, lang: "nl", fonts: fonts, left: margin, body: margin + railWidth,
		pictures: map[string]*journey.Picture{}, channels: map[string]*workspace.Channel{}, members: map[string]int{}, cards: map[string]*journey.Card{},
		momentOf: map[string]*moment{}, decisions: map[string]decisionPlace{},
	}
	if opts.Lang == "en" {
		m.lang = "en"
	}
	for _, p := range opts.Pictures {
		m.pictures[p.ID] = p
	}
	for _, ch := range w.Channels {
		m.channels[ch.ID] = ch
	}
	for i, member := range w.Members {
		m.members[member.ID] = i
	}
	for _, card := range j.Cards {
		m.cards[card.ID] = card
	}
	m.cells = cardsByCell(j.Cards)
	m.bands = orderBands(j.Lanes)
	m.columns = placeColumns(j, m.body)
	m.right = m.body
	for _, col := range m.columns {
		m.right += col.w
		m.narrow = m.narrow || col.w < labelledWidthMin
		for _, mo := range col.moments {
			m.moments = append(m.moments, mo)
			m.momentOf[mo.card.ID] = mo
		}
	}
	return m
}

// labelledWidthMin is the narrowest stage in which figures carry their own labels; below it the
// labels move to the rail.
const labelledWidthMin = 280

// add puts nodes in front of what was drawn so far.
func (m *mapper) add(nodes ...Node) { *m.sink = append(*m.sink, nodes...) }

// collect gives what draw draws instead of drawing it.
func (m *mapper) collect(draw func()) []Node {
	var nodes []Node
	before := m.sink
	m.sink = &nodes
	draw()
	m.sink = before
	return nodes
}

// group draws something with an id and a full title, inside its box.
func (m *mapper) group(id, title string, box Box, draw func()) {
	m.add(&Group{ID: id, Title: title, Box: box, Nodes: m.collect(draw)})
}

// phrase gives a text of the document in the drawing's language, or in the other one.
func (m *mapper) phrase(t journey.Text) phrase { return phraseOf(t, m.lang) }

// band draws one row.
func (m *mapper) band(b band) {
	switch b.kind {
	case bandGain:
		m.gain()
	case bandSupport:
		m.support()
	case bandMetrics:
		m.metrics(nil)
	case bandLane:
		m.lane(b.lane)
	default:
		m.blueprintLine(b.kind)
	}
}

func (m *mapper) lane(l *journey.Lane) {
	switch l.Type {
	case "touchpoint":
		m.contactMoments(l)
	case "expectation":
		m.expectations(l)
	case "emotion":
		m.emotion(l)
	case "opportunity":
		m.opportunities(l)
	case "action":
		m.actions(l)
	case "metric":
		m.metrics(l)
	default:
		m.row(m.headOf(l), func(y float64) float64 { return m.cardCells(l, y, nil) }, nil)
	}
}
