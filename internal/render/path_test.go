package render

import (
	"math"
	"testing"
)

func TestReadPath(t *testing.T) {
	f := func(d, want string) {
		t.Helper()
		var s svgWriter
		s.path(readPath(d))
		if got := s.out.String(); got != want {
			t.Errorf("readPath(%q) = %s, want %s", d, got, want)
		}
	}
	f("M1 2 3 4", "M1 2L3 4")
	f("m1 2 3 4h1v-1z", "M1 2L4 6L5 6L5 5Z")
	f("M0 0l.5.5-1-1", "M0 0L0.5 0.5L-0.5 -0.5")
	f("M3 3c0 1 1 2 2 2s2-1 2-2", "M3 3C3 4 4 5 5 5C6 5 7 4 7 3")
	f("M0 0q3 0 3 3", "M0 0C2 0 3 1 3 3")
	f("M9 9h1Zm1 1h1", "M9 9L10 9ZM10 10L11 10")
}

// Every point of an arc is on its circle, and the arc takes the side that its flags ask for.
func TestArcsAreCircles(t *testing.T) {
	f := func(d string, centre Point, radius float64, through Point) {
		t.Helper()
		near := math.Inf(1)
		at := Point{}
		for _, s := range readPath(d) {
			if s.Verb == CurveTo {
				for i := range 33 {
					c := piece{at, s.H1, s.H2, s.To}
					left, _ := c.split(float64(i) / 32)
					p := left[3]
					if off := math.Abs(math.Hypot(p.X-centre.X, p.Y-centre.Y) - radius); off > radius/2000 {
						t.Fatalf("%s: %v is %g off the circle", d, p, off)
					}
					near = min(near, math.Hypot(p.X-through.X, p.Y-through.Y))
				}
			}
			at = s.To
		}
		if near > radius/10 {
			t.Errorf("%s passes %v at a distance of %g", d, through, near)
		}
	}
	f("M0 0A10 10 0 0 1 20 0", Point{10, 0}, 10, Point{10, -10})
	f("M0 0A10 10 0 0 0 20 0", Point{10, 0}, 10, Point{10, 10})
	f("M10 0a10 10 0 0 1 10 10", Point{10, 10}, 10, Point{10 + 7.07, 10 - 7.07})
	f("M10 0a10 10 0 1 0 10 10", Point{10, 10}, 10, Point{10 - 7.07, 10 + 7.07})
	f("M10 0a10 10 0 1 1 10 10", Point{20, 0}, 10, Point{20 + 7.07, -7.07})
}

func TestHatchStaysInside(t *testing.T) {
	box := Box{10, 20, 53, 31}
	lines := hatch(box, 6)
	if len(lines) < 2*8 {
		t.Fatalf("only %d lines", len(lines)/2)
	}
	for _, s := range lines {
		if !box.Holds(Box{s.To.X, s.To.Y, 0, 0}, 1e-9) {
			t.Errorf("%v lies outside", s.To)
		}
	}
}
