package render

// A face shows a valence of −2 to +2. Its outline, mouth and eyes differ, not only its colour:
// circle = good, rounded square = neutral, octagon = bad. Drawn around 0, 0 with radius 10, as on
// the page (web/src/lib/icons/face.ts).
type faceLook struct {
	outline, mouth, eyes Path
	fill, on             Paint
	filledMouth          bool
}

// faceLooks are by valence + 2.
var faceLooks = [5]faceLook{
	{octagon, readPath("M-4.3 5.8c1.6-4 7-4 8.6 0M-6-4.6l3.6 1.7M6-4.6 2.4-2.9"), readPath("M-3.3-.9h.01M3.3-.9h.01"), rgb(0xb2450f), rgb(0xffffff), false},
	{octagon, readPath("M-4 5c1.8-2.6 6.2-2.6 8 0"), openEyes, rgb(0xf6bf94), rgb(0x6b2d06), false},
	{readPath("M-4.2-9.2h8.4a5 5 0 0 1 5 5v8.4a5 5 0 0 1-5 5h-8.4a5 5 0 0 1-5-5v-8.4a5 5 0 0 1 5-5Z"), readPath("M-4 3.6h8"), openEyes, rgb(0xdfe3e8), rgb(0x3d4553), false},
	{circle(0, 0, 10), readPath("M-4.3 2.5c2 3 6.6 3 8.6 0"), openEyes, rgb(0xa5d8d2), rgb(0x0a4f4b), false},
	{circle(0, 0, 10), readPath("M-5 1.6h10a5 5 0 0 1-10 0Z"), openEyes, rgb(0x0b6f6a), rgb(0xffffff), true},
}

var (
	octagon  = readPath("M-4.2-9.9h8.4l5.7 5.7v8.4l-5.7 5.7h-8.4l-5.7-5.7v-8.4Z")
	openEyes = readPath("M-3.3-2.4h.01M3.3-2.4h.01")
)

// face draws a face around x, y.
func (m *mapper) face(valence int, x, y, r float64) {
	f := &faceLooks[min(2, max(-2, valence))+2]
	s := r / 10
	m.add(&Shape{Path: f.outline.placed(s, x, y), Fill: f.fill, Stroke: Stroke{Color: f.fill, Width: s, Round: true}})
	if f.filledMouth {
		m.add(&Shape{Path: f.mouth.placed(s, x, y), Fill: f.on})
	} else {
		m.add(&Shape{Path: f.mouth.placed(s, x, y), Stroke: Stroke{Color: f.on, Width: 1.7 * s, Round: true}})
	}
	m.add(&Shape{Path: f.eyes.placed(s, x, y), Stroke: Stroke{Color: f.on, Width: 2.5 * s, Round: true}})
}
