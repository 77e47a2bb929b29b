package render

import "math"

// piece is one cubic: start, two handles, end. Its x runs evenly from start to end.
type piece [4]Point

// monotone is the curve through points whose x strictly rises. It is the monotone cubic of Fritsch
// and Carlson (1980) in the weighted harmonic form: it never leaves the band between two
// neighbouring values, so that the line claims nothing that was not said.
func monotone(points []Point) []piece {
	n := len(points)
	if n < 2 {
		return nil
	}
	dx, slope := make([]float64, n-1), make([]float64, n-1)
	for i := range n - 1 {
		dx[i] = points[i+1].X - points[i].X
		slope[i] = (points[i+1].Y - points[i].Y) / dx[i]
	}
	tangent := make([]float64, n)
	tangent[0], tangent[n-1] = slope[0], slope[n-2]
	for i := 1; i < n-1; i++ {
		if slope[i-1]*slope[i] > 0 {
			a, b := dx[i-1], dx[i]
			tangent[i] = 3 * (a + b) / ((2*b+a)/slope[i-1] + (b+2*a)/slope[i])
		}
	}
	pieces := make([]piece, n-1)
	for i := range pieces {
		p, q, third := points[i], points[i+1], dx[i]/3
		pieces[i] = piece{p, {p.X + third, p.Y + tangent[i]*third}, {q.X - third, q.Y - tangent[i+1]*third}, q}
	}
	return pieces
}

// pathOf is the line along the pieces.
func pathOf(pieces []piece) Path {
	var p Path
	for i, c := range pieces {
		if i == 0 {
			p.moveTo(c[0].X, c[0].Y)
		}
		p.curveTo(c[1], c[2], c[3])
	}
	return p
}

// cut gives the part of a piece from t0 to t1, each 0 to 1 (de Casteljau).
func (c piece) cut(t0, t1 float64) piece {
	_, right := c.split(t0)
	if t0 >= 1 {
		return right
	}
	left, _ := right.split((t1 - t0) / (1 - t0))
	return left
}

func (c piece) split(t float64) (left, right piece) {
	a, b, d := toward(c[0], c[1], t), toward(c[1], c[2], t), toward(c[2], c[3], t)
	e, f := toward(a, b, t), toward(b, d, t)
	mid := toward(e, f, t)
	return piece{c[0], a, e, mid}, piece{mid, f, d, c[3]}
}

// between gives the part of a curve from x0 to x1, which must lie in one piece.
func between(pieces []piece, x0, x1 float64) (piece, bool) {
	for _, c := range pieces {
		if c[0].X <= x0+1e-6 && c[3].X >= x1-1e-6 {
			w := c[3].X - c[0].X
			return c.cut(max(0, (x0-c[0].X)/w), min(1, (x1-c[0].X)/w)), true
		}
	}
	return piece{}, false
}

// gapAreas gives the areas between two curves where both run: short where the actual one is lower
// on paper than the desired one, above where it is higher.
func gapAreas(actual, desired []piece) (short, above Path) {
	for _, seg := range sharedSegments(actual, desired) {
		a, okA := between(actual, seg[0], seg[1])
		d, okD := between(desired, seg[0], seg[1])
		if !okA || !okD {
			continue
		}
		start := 0.0
		for _, end := range append(crossings(a, d), 1) {
			pa, pd := a.cut(start, end), d.cut(start, end)
			mid := (start + end) / 2
			if into := &short; a.y(mid)-d.y(mid) > 0 {
				into.area(pa, pd)
			} else if a.y(mid) < d.y(mid) {
				above.area(pa, pd)
			}
			start = end
		}
	}
	return short, above
}

// area adds the shape between two pieces.
func (p *Path) area(a, b piece) {
	p.moveTo(b[0].X, b[0].Y)
	p.curveTo(b[1], b[2], b[3])
	p.lineTo(a[3].X, a[3].Y)
	p.curveTo(a[2], a[1], a[0])
	p.close()
}

// sharedSegments cuts the stretch in which both curves run at the knots of both.
func sharedSegments(a, b []piece) [][2]float64 {
	if len(a) == 0 || len(b) == 0 {
		return nil
	}
	from, to := max(a[0][0].X, b[0][0].X), min(a[len(a)-1][3].X, b[len(b)-1][3].X)
	var segments [][2]float64
	for i, k := 0, 0; i < len(a) && k < len(b); {
		x0, x1 := max(a[i][0].X, b[k][0].X, from), min(a[i][3].X, b[k][3].X, to)
		if x1-x0 > 1e-6 {
			segments = append(segments, [2]float64{x0, x1})
		}
		if a[i][3].X <= b[k][3].X {
			i++
		} else {
			k++
		}
	}
	return segments
}

// y is the height of a piece at t.
func (c piece) y(t float64) float64 {
	s := 1 - t
	return s*s*s*c[0].Y + 3*s*s*t*c[1].Y + 3*s*t*t*c[2].Y + t*t*t*c[3].Y
}

// crossings gives where two pieces over the same x cross, strictly between their ends. Their
// difference is a cubic; it is looked for between samples and narrowed down by halving.
func crossings(a, b piece) []float64 {
	const samples, halvings = 24, 40
	diff := func(t float64) float64 { return a.y(t) - b.y(t) }
	var found []float64
	for i := range samples {
		lo, hi := float64(i)/samples, float64(i+1)/samples
		if diff(lo) == 0 && i > 0 {
			found = append(found, lo)
			continue
		}
		if diff(lo)*diff(hi) >= 0 {
			continue
		}
		for range halvings {
			mid := (lo + hi) / 2
			if math.Signbit(diff(mid)) == math.Signbit(diff(lo)) {
				lo = mid
			} else {
				hi = mid
			}
		}
		found = append(found, (lo+hi)/2)
	}
	return found
}
