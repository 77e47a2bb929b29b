package render

import (
	"fmt"
	"math"
	"strconv"
)

// readPath reads the path notation of SVG, in which our icons, faces and portraits are written
// down. It panics on a mistake: the paths are part of the program and a test reads them all.
func readPath(d string) Path {
	r := pathReader{rest: d}
	for {
		r.skip()
		if r.rest == "" {
			return r.path
		}
		if c := r.rest[0]; c >= 'A' {
			r.verb, r.rest = c, r.rest[1:]
		}
		r.step()
	}
}

type pathReader struct {
	rest        string
	verb        byte
	path        Path
	at, start   Point
	handle      Point // of the curve before, for S and s
	afterSmooth bool
}

func (r *pathReader) skip() {
	for r.rest != "" && (r.rest[0] == ' ' || r.rest[0] == ',' || r.rest[0] == '\n') {
		r.rest = r.rest[1:]
	}
}

// number reads one number; ".5.5" are two, as are "1-1".
func (r *pathReader) number() float64 {
	r.skip()
	end, dot := 0, false
	for end < len(r.rest) {
		c := r.rest[end]
		if c == '.' && !dot {
			dot = true
		} else if (c != '-' || end > 0) && (c < '0' || c > '9') {
			break
		}
		end++
	}
	n, err := strconv.ParseFloat(r.rest[:end], 64)
	if err != nil {
		panic(fmt.Sprintf("path at %q: %v", r.rest, err))
	}
	r.rest = r.rest[end:]
	return n
}

// flag reads one digit of an arc, which may stand against the next number.
func (r *pathReader) flag() bool {
	r.skip()
	on := r.rest[0] == '1'
	r.rest = r.rest[1:]
	return on
}

func (r *pathReader) point(relative bool) Point {
	x, y := r.number(), r.number()
	if relative {
		return Point{r.at.X + x, r.at.Y + y}
	}
	return Point{x, y}
}

func (r *pathReader) step() {
	rel := r.verb >= 'a'
	smooth := false
	switch r.verb {
	case 'M', 'm':
		r.at = r.point(rel)
		r.start = r.at
		r.path.moveTo(r.at.X, r.at.Y)
		r.verb -= 'M' - 'L' // what follows a move without a letter is a line
	case 'L', 'l':
		r.lineTo(r.point(rel))
	case 'H', 'h':
		x := r.number()
		if rel {
			x += r.at.X
		}
		r.lineTo(Point{x, r.at.Y})
	case 'V', 'v':
		y := r.number()
		if rel {
			y += r.at.Y
		}
		r.lineTo(Point{r.at.X, y})
	case 'C', 'c':
		h1, h2, to := r.point(rel), r.point(rel), r.point(rel)
		r.curveTo(h1, h2, to)
		smooth = true
	case 'S', 's':
		h1 := r.at
		if r.afterSmooth {
			h1 = Point{2*r.at.X - r.handle.X, 2*r.at.Y - r.handle.Y}
		}
		h2, to := r.point(rel), r.point(rel)
		r.curveTo(h1, h2, to)
		smooth = true
	case 'Q', 'q':
		q, to := r.point(rel), r.point(rel)
		r.curveTo(toward(r.at, q, 2.0/3), toward(to, q, 2.0/3), to)
	case 'A', 'a':
		rx, ry, turn := r.number(), r.number(), r.number()
		large, sweep := r.flag(), r.flag()
		if rx != ry || turn != 0 {
			panic("path: only arcs of circles are read")
		}
		r.arcTo(rx, large, sweep, r.point(rel))
	case 'Z', 'z':
		r.path.close()
		r.at = r.start
	default:
		panic(fmt.Sprintf("path: unknown letter %q", r.verb))
	}
	r.afterSmooth = smooth
}

func (r *pathReader) lineTo(to Point) {
	r.path.lineTo(to.X, to.Y)
	r.at = to
}

func (r *pathReader) curveTo(h1, h2, to Point) {
	r.path.curveTo(h1, h2, to)
	r.handle, r.at = h2, to
}

// arcTo draws part of a circle, following the implementation notes of SVG 1.1, F.6.5.
func (r *pathReader) arcTo(radius float64, large, sweep bool, to Point) {
	dx, dy := (to.X-r.at.X)/2, (to.Y-r.at.Y)/2
	half := math.Hypot(dx, dy)
	if half == 0 {
		return
	}
	radius = max(radius, half)
	off := math.Sqrt(max(0, radius*radius-half*half)) / half
	if large != sweep {
		off = -off
	}
	c := Point{(r.at.X+to.X)/2 + off*dy, (r.at.Y+to.Y)/2 - off*dx}
	a0 := math.Atan2(r.at.Y-c.Y, r.at.X-c.X)
	a1 := math.Atan2(to.Y-c.Y, to.X-c.X)
	if sweep && a1 < a0 {
		a1 += 2 * math.Pi
	} else if !sweep && a1 > a0 {
		a1 -= 2 * math.Pi
	}
	pieces := math.Ceil(math.Abs(a1-a0)/(math.Pi/2) - 1e-9)
	turn := (a1 - a0) / pieces
	h := 4.0 / 3 * math.Tan(turn/4) * radius
	for i := 1.0; i <= pieces; i++ {
		sin0, cos0 := math.Sincos(a0 + (i-1)*turn)
		sin1, cos1 := math.Sincos(a0 + i*turn)
		end := Point{c.X + radius*cos1, c.Y + radius*sin1}
		if i == pieces {
			end = to
		}
		r.curveTo(Point{c.X + radius*cos0 - h*sin0, c.Y + radius*sin0 + h*cos0}, Point{end.X + h*sin1, end.Y - h*cos1}, end)
	}
}

// toward gives the point a share of the way from p to q.
func toward(p, q Point, share float64) Point {
	return Point{p.X + (q.X-p.X)*share, p.Y + (q.Y-p.Y)*share}
}
