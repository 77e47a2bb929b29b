package render

// Drawing is a finished picture. Lengths are CSS pixels, y grows downward.
type Drawing struct {
	Width, Height float64
	Lang          string // of the words that are ours: "nl" or "en"
	Title         string
	Desc          string // what the picture says, in a sentence or two
	Nodes         []Node // back to front
	Missing       []rune // characters no font has, in order; each is drawn as a box

	fonts *fontSet
}

// Node is a [Rect], a [Shape], a [Text], a [Picture] or a [Group].
type Node interface{ node() }

// Box is a rectangle without a look.
type Box struct{ X, Y, W, H float64 }

// Paint is a colour with its opacity; the zero value paints nothing.
type Paint struct{ R, G, B, A uint8 }

// Stroke is how a line is drawn; a width of 0 draws none.
type Stroke struct {
	Color Paint
	Width float64
	Dash  []float64
	Round bool // ends and corners
}

// Rect is a rectangle with corners of radius R.
type Rect struct {
	Box
	R      float64
	Fill   Paint
	Fade   float64 // share of the height at which the fill has faded to nothing; 0 does not fade
	Stroke Stroke
}

// Shape is a filled or stroked path.
type Shape struct {
	Path   Path
	Fill   Paint
	Stroke Stroke
}

// Anchor says which end of a line stands at its X.
type Anchor int

// Where a line of text is anchored.
const (
	Start Anchor = iota
	Middle
	End
)

// Text is one text in one style, set in lines that were measured. The lines together give the
// text; a space on which a line was broken is kept at its end.
type Text struct {
	Lines   []Line
	Face    Face
	Size    float64
	Color   Paint
	Spacing float64 // added after each letter
	Anchor  Anchor
	Halo    Paint // drawn around the letters, HaloW wide, to keep them readable on lines
	HaloW   float64
	Lang    string // when it is not the drawing's
}

// Line is one line of a text, with its baseline at Y.
type Line struct {
	X, Y  float64
	Width float64
	Runs  []Run
}

// Run is a piece of a line in one font.
type Run struct {
	Face Face
	Text string
}

// Group is something on the map: its ID and its title in full, and what it is drawn with.
type Group struct {
	ID    string
	Title string
	Box   Box // what is drawn stays inside; zero when that is not promised
	Nodes []Node
}

func (*Rect) node()  {}
func (*Shape) node() {}
func (*Text) node()  {}
func (*Group) node() {}

// Overlaps tells whether two boxes share more than an edge.
func (b Box) Overlaps(o Box) bool {
	return b.X < o.X+o.W && o.X < b.X+b.W && b.Y < o.Y+o.H && o.Y < b.Y+b.H
}

// Holds tells whether o lies inside b, give or take slack.
func (b Box) Holds(o Box, slack float64) bool {
	return o.X >= b.X-slack && o.Y >= b.Y-slack && o.X+o.W <= b.X+b.W+slack && o.Y+o.H <= b.Y+b.H+slack
}

// inset gives the box made smaller by d on every side.
func (b Box) inset(d float64) Box { return Box{b.X + d, b.Y + d, b.W - 2*d, b.H - 2*d} }

// alpha gives the colour with its opacity multiplied by a share.
func (c Paint) alpha(share float64) Paint {
	c.A = uint8(float64(c.A)*share + 0.5)
	return c
}
