package render

import (
	"io"
	"testing"

	"klantreis/internal/journey"
)

// The demo's 73 cards, laid out and written down. The budget is 50 ms.
func BenchmarkDrawDemo(b *testing.B) {
	j, w := demoJourney(b, "jo-femke")
	c := journey.Compute(j)
	for b.Loop() {
		d, err := Map(j, w, c, Options{Lang: "nl"})
		if err != nil {
			b.Fatal(err)
		}
		if err := d.SVG(io.Discard); err != nil {
			b.Fatal(err)
		}
	}
}
