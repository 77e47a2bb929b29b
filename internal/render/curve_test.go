package render

import (
	"math"
	"testing"
)

var wild = []Point{{0, 10}, {30, 90}, {40, 90}, {100, 12}, {110, 80}, {260, 81}}

func TestMonotoneNeverOvershoots(t *testing.T) {
	for i, c := range monotone(wild) {
		if c[0] != wild[i] || c[3] != wild[i+1] {
			t.Errorf("piece %d misses its points", i)
		}
		lo, hi := min(c[0].Y, c[3].Y), max(c[0].Y, c[3].Y)
		for k := range 21 {
			if y := c.y(float64(k) / 20); y < lo-1e-9 || y > hi+1e-9 {
				t.Errorf("piece %d reaches %g, outside %g…%g", i, y, lo, hi)
			}
		}
	}
	if got := monotone(wild[:1]); got != nil {
		t.Errorf("one point gives %v", got)
	}
}

// What is shaded as a shortfall lies below the desired line, the rest above it, and both together
// are the whole distance.
func TestGapAreas(t *testing.T) {
	desired := []Point{{0, 40}, {35, 20}, {90, 60}, {180, 60}, {230, 70}}
	a, d := monotone(wild), monotone(desired)
	short, above := gapAreas(a, d)
	if len(short) == 0 || len(above) == 0 {
		t.Fatal("the curves cross, so both areas are there")
	}
	at := func(pieces []piece, x float64) float64 {
		for _, c := range pieces {
			if x >= c[0].X && x <= c[3].X {
				return c.y((x - c[0].X) / (c[3].X - c[0].X))
			}
		}
		t.Fatalf("no curve at %g", x)
		return 0
	}
	whole := 0.0
	for x := .5; x < 230; x++ {
		whole += math.Abs(at(a, x) - at(d, x))
	}
	check := func(name string, p Path, sign float64) float64 {
		area := 0.0
		for _, corner := range p {
			if corner.Verb == Close || corner.To.X < 0 || corner.To.X > 230 {
				continue
			}
			x := min(229.999, max(.001, corner.To.X))
			if mid := (at(a, x) + at(d, x)) / 2; sign*(corner.To.Y-at(d, x)) < -1e-3 {
				t.Errorf("%s: %v is on the wrong side (middle %g)", name, corner.To, mid)
			}
		}
		var from Point
		for _, s := range p {
			switch s.Verb {
			case CurveTo:
				for i := range 64 {
					t0, t1 := float64(i)/64, float64(i+1)/64
					c := piece{from, s.H1, s.H2, s.To}
					l0, _ := c.split(t0)
					l1, _ := c.split(t1)
					area += (l0[3].X - l1[3].X) * (l0[3].Y + l1[3].Y) / 2
				}
			case LineTo:
				area += (from.X - s.To.X) * (from.Y + s.To.Y) / 2
			}
			from = s.To
		}
		return math.Abs(area)
	}
	sum := check("short", short, 1) + check("above", above, -1)
	if math.Abs(sum-whole) > whole/100 {
		t.Errorf("the areas add up to %g, the distance to %g", sum, whole)
	}
}

func TestGapNeedsBothCurves(t *testing.T) {
	if short, above := gapAreas(monotone(wild), nil); len(short)+len(above) > 0 {
		t.Error("there is nothing to shade without a desired line")
	}
	if short, above := gapAreas(monotone(wild[:3]), monotone(wild[3:])); len(short)+len(above) > 0 {
		t.Error("curves that do not meet have no distance")
	}
}
