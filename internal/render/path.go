package render

import "math"

// Path is a list of steps. Curves are cubic; arcs of circles are approximated by cubics.
type Path []Step

// Verb says what a step does.
type Verb byte

// What a step can do.
const (
	MoveTo  Verb = 'M'
	LineTo  Verb = 'L'
	CurveTo Verb = 'C'
	Close   Verb = 'Z'
)

// Point is a place in the drawing.
type Point struct{ X, Y float64 }

// Step is one step of a path. A curve has its two handles before its end; other steps have their
// end last as well.
type Step struct {
	Verb   Verb
	H1, H2 Point
	To     Point
}

func (p *Path) moveTo(x, y float64) { *p = append(*p, Step{Verb: MoveTo, To: Point{x, y}}) }
func (p *Path) lineTo(x, y float64) { *p = append(*p, Step{Verb: LineTo, To: Point{x, y}}) }
func (p *Path) close()              { *p = append(*p, Step{Verb: Close}) }
func (p *Path) curveTo(h1, h2, to Point) {
	*p = append(*p, Step{Verb: CurveTo, H1: h1, H2: h2, To: to})
}

// line is a path of straight pieces through x, y pairs.
func line(xy ...float64) Path {
	var p Path
	p.moveTo(xy[0], xy[1])
	for i := 2; i+1 < len(xy); i += 2 {
		p.lineTo(xy[i], xy[i+1])
	}
	return p
}

// kappa is the length of the handles, for a radius of 1, with which four cubics come closest to a circle.
const kappa = 0.5522847498

func circle(x, y, r float64) Path {
	k := r * kappa
	var p Path
	p.moveTo(x+r, y)
	p.curveTo(Point{x + r, y + k}, Point{x + k, y + r}, Point{x, y + r})
	p.curveTo(Point{x - k, y + r}, Point{x - r, y + k}, Point{x - r, y})
	p.curveTo(Point{x - r, y - k}, Point{x - k, y - r}, Point{x, y - r})
	p.curveTo(Point{x + k, y - r}, Point{x + r, y - k}, Point{x + r, y})
	p.close()
	return p
}

// roundRect is the outline of a rectangle with corners of radius r.
func roundRect(b Box, r float64) Path {
	r = min(r, b.W/2, b.H/2)
	k := r * (1 - kappa)
	x1, y1 := b.X+b.W, b.Y+b.H
	var p Path
	p.moveTo(b.X+r, b.Y)
	p.lineTo(x1-r, b.Y)
	p.curveTo(Point{x1 - k, b.Y}, Point{x1, b.Y + k}, Point{x1, b.Y + r})
	p.lineTo(x1, y1-r)
	p.curveTo(Point{x1, y1 - k}, Point{x1 - k, y1}, Point{x1 - r, y1})
	p.lineTo(b.X+r, y1)
	p.curveTo(Point{b.X + k, y1}, Point{b.X, y1 - k}, Point{b.X, y1 - r})
	p.lineTo(b.X, b.Y+r)
	p.curveTo(Point{b.X, b.Y + k}, Point{b.X + k, b.Y}, Point{b.X + r, b.Y})
	p.close()
	return p
}

// placed gives the path scaled and moved.
func (p Path) placed(scale, dx, dy float64) Path {
	at := func(q Point) Point { return Point{q.X*scale + dx, q.Y*scale + dy} }
	out := make(Path, len(p))
	for i, s := range p {
		out[i] = Step{s.Verb, at(s.H1), at(s.H2), at(s.To)}
	}
	return out
}

// hatch is a path of falling lines over a box, gap apart.
func hatch(b Box, gap float64) Path {
	var p Path
	step := gap * math.Sqrt2
	// Line k is x + y = k·step; the grid starts at the origin, so that neighbours line up.
	for k := math.Ceil((b.X + b.Y) / step); k*step < b.X+b.W+b.Y+b.H; k++ {
		sum := k * step
		x0 := max(b.X, sum-b.Y-b.H)
		x1 := min(b.X+b.W, sum-b.Y)
		if x1-x0 > 0.01 {
			p.moveTo(x0, sum-x0)
			p.lineTo(x1, sum-x1)
		}
	}
	return p
}
