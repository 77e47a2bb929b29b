package render

import "klantreis/internal/journey"

// laneLook is the tint and icon of a kind of lane, with its own name and one quiet line about it.
type laneLook struct {
	tint       tint
	icon       Path
	name, hint word
}

var laneLooks = map[journey.LaneType]laneLook{
	"doing":       {doingTint, toolIcons["doing"], word{NL: "Wat doe ik", EN: "What I do"}, word{NL: "handelingen van de klant", EN: "the customer’s acts"}},
	"touchpoint":  {touchTint, toolIcons["touch"], word{NL: "Contactmomenten", EN: "Contact moments"}, word{NL: "wat de klant van ons tegenkomt", EN: "what the customer meets of us"}},
	"decision":    {deciTint, toolIcons["decision"], word{NL: "Beslismomenten", EN: "Decision moments"}, word{NL: "aandeel dat ja zei", EN: "share that said yes"}},
	"source":      {sourceTint, toolIcons["source"], word{NL: "Informatiebronnen", EN: "Information sources"}, word{NL: "wie en wat meepraat", EN: "who and what they listen to"}},
	"expectation": {expectTint, toolIcons["expect"], word{NL: "Verwachting", EN: "Expectation"}, word{NL: "en wat ervan komt", EN: "and what comes of it"}},
	"emotion":     {emotionTint, toolIcons["emotion"], word{NL: "Emotie", EN: "Emotion"}, word{NL: "van −2 tot +2", EN: "from −2 to +2"}},
	"need":        {needTint, toolIcons["need"], word{NL: "Behoeften", EN: "Needs"}, word{NL: "functioneel en emotioneel", EN: "functional and emotional"}},
	"barrier":     {barrierTint, toolIcons["barrier"], word{NL: "Drempels", EN: "Barriers"}, word{NL: "wat de klant tegenhoudt", EN: "what holds the customer back"}},
	"frontstage":  {frontTint, toolIcons["front"], word{NL: "Voor de schermen", EN: "Front stage"}, word{NL: "wat wij zichtbaar doen", EN: "what we visibly do"}},
	"backstage":   {backTint, toolIcons["back"], word{NL: "Achter de schermen", EN: "Back stage"}, word{NL: "wat de klant niet ziet", EN: "what the customer does not see"}},
	"opportunity": {oppoTint, toolIcons["oppo"], word{NL: "Kansen", EN: "Opportunities"}, word{NL: "met kansscore", EN: "with opportunity score"}},
	"action":      {actionTint, toolIcons["action"], word{NL: "Acties per kanaal", EN: "Actions per channel"}, word{NL: "op volgorde van effect", EN: "by effect"}},
	"idea":        {oppoTint, toolIcons["star"], word{NL: "Ideeën", EN: "Ideas"}, word{NL: "om te bewaren", EN: "to keep"}},
	"metric":      {metricTint, toolIcons["metric"], word{NL: "Meetwaarden", EN: "Measures"}, word{NL: "nu en streefwaarde", EN: "now and target"}},
	"note":        {backTint, toolIcons["report"], word{NL: "Notities", EN: "Notes"}, word{NL: "vrije tekst", EN: "free text"}},
	"image":       {metricTint, channelIcons["print"], word{NL: "Beeld", EN: "Image"}, word{NL: "met beschrijving", EN: "with description"}},
}

var (
	gainLook    = laneLook{gainTint, toolIcons["gain"], word{NL: "Relevantie en aanwezigheid", EN: "Relevance and presence"}, word{}}
	supportLook = laneLook{backTint, toolIcons["support"], word{NL: "Ondersteuning", EN: "Support"}, word{NL: "systemen en middelen", EN: "systems and means"}}
)

func lookOf(t journey.LaneType) laneLook {
	if look, ok := laneLooks[t]; ok {
		return look
	}
	return laneLooks["note"]
}

// head is the part of a row in the rail.
type head struct {
	look   laneLook
	name   phrase
	hint   string
	narrow float64 // room kept free at the right, for a scale
	below  float64 // room kept free under it, for a legend
	mark   string  // id of the lane
}

// headOf is the head of a lane of the document: its own name, else that of its type.
func (m *mapper) headOf(l *journey.Lane) head {
	h := m.headLook(lookOf(l.Type))
	h.mark = l.ID
	if own := m.phrase(l.Name); own.text != "" {
		h.name = own
	}
	return h
}

func (m *mapper) headLook(look laneLook) head {
	return head{look: look, name: plain(m.say(look.name)), hint: m.say(look.hint)}
}

var (
	nameStyle = style{face: SemiBold, size: 13, lead: 18, color: ink}
	hintStyle = style{face: Regular, size: 11, lead: 14.85, color: ink3}
)

const (
	headTop  = 12 // above the name
	headLeft = 41 // of the name, behind mark and icon
	rowMin   = 44 // height of an empty row
)

// row draws one row: rail, lines between the stages, and what content draws from y down. content
// gives the height it needs; under, if given, draws behind it once the height is known.
func (m *mapper) row(h head, content func(y float64) float64, under func(y, height float64)) {
	y := m.y
	name := m.set(h.name, nameStyle, railWidth-headLeft-12-h.narrow, 0)
	hint := m.set(plain(h.hint), hintStyle, railWidth-headLeft-12-h.narrow, 0)
	height := max(rowMin, headTop+name.height()+2+hint.height()+10+h.below)
	inner := m.collect(func() { height = max(height, content(y)) })
	m.frame(y, height)
	if under != nil {
		under(y, height)
	}
	m.group(h.mark, h.name.text, Box{m.left, y, railWidth, height}, func() {
		m.add(&Rect{Box: Box{m.left, y + headTop, 3, 18}, R: 1.5, Fill: h.look.tint.ink})
		m.icon(h.look.icon, m.left+14, y+headTop, 18, h.look.tint.ink, lineWidth)
		m.put(name, m.left+headLeft, y+headTop)
		m.put(hint, m.left+headLeft, y+headTop+name.height()+2)
	})
	m.add(inner...)
	m.y = y + height
}

// frame draws the rail's ground and the lines of a row.
func (m *mapper) frame(y, height float64) {
	m.add(&Rect{Box: Box{m.left, y, railWidth, height}, Fill: surface2})
	for _, col := range m.columns {
		m.vertical(col.x+col.w, y, height, lineColor)
	}
	m.horizontal(m.left, m.right, y+height, lineFaint)
	m.vertical(m.body, y, height, lineStrong)
}

// vertical draws a line of one pixel that ends at x.
func (m *mapper) vertical(x, y, height float64, c Paint) {
	m.add(&Rect{Box: Box{x - 1, y, 1, height}, Fill: c})
}

// horizontal draws a line of one pixel that ends at y.
func (m *mapper) horizontal(x0, x1, y float64, c Paint) {
	m.add(&Rect{Box: Box{x0, y - 1, x1 - x0, 1}, Fill: c})
}

// blueprintLine draws one of the three lines with its name. Visibility is the strong one.
func (m *mapper) blueprintLine(kind bandKind) {
	const height = 22
	st := style{face: SemiBold, size: 10.5, lead: height, color: ink2, spacing: .63}
	stroke := Stroke{Color: edge, Width: 1.5, Dash: []float64{4.5, 3}}
	switch kind {
	case bandVisibility:
		st.color = ink
		stroke = Stroke{Color: ink2, Width: 2.5}
	case bandInternal:
		stroke.Dash = []float64{1.5, 2.5}
	}
	y := m.y + height/2
	name := upper(m.say(lineWords[kind]))
	from := m.left + 14 + m.fonts.width(st, name) + 10
	m.add(&Shape{Path: line(from, y, m.right, y), Stroke: stroke})
	m.textIn(name, st, m.left+14, m.y, height, Start)
	m.y += height
}
