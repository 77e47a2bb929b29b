package render

import "strings"

// portrait is the drawn picture of a persona on a grid of 24, as on the page
// (web/src/lib/icons/portraits.ts).
type portrait struct {
	skin, hair, ground, clothes Paint
	hairShape                   Path
}

var (
	femke = portrait{rgb(0xf3c9a5), rgb(0x7b4a2a), rgb(0xe8eefb), rgb(0x235aa8),
		readPath("M5 15c0-7 3-10 7-10s7 3 7 10c-1 2-2.2 2-2.2 2V11c-3 0-6-1-7-3-.5 2-1.6 3-2.6 3.5V17S6 17 5 15Z")}
	ruud = portrait{rgb(0xe9b892), rgb(0x8d8f94), rgb(0xeef1e3), rgb(0x59680f),
		readPath("M6.5 10c0-4 2.5-5.5 5.5-5.5s5.5 1.5 5.5 5.5l-.8-.5c0-2-1.5-2.5-4.7-2.5s-4.7.5-4.7 2.5Z")}
	noor = portrait{rgb(0xc98f65), rgb(0x2b211c), rgb(0xfbeeea), rgb(0x9f3c32),
		readPath("M5.5 12c0-5 3-7.5 6.5-7.5s6.5 2.5 6.5 7.5c0 1-1 1.5-1.5 1 0-3-1.5-4.5-5-4.5S7 10 7 13c-.5.5-1.5 0-1.5-1Z")}
	sam = portrait{rgb(0xf3c9a5), rgb(0x7b4a2a), rgb(0xeef1e3), rgb(0x235aa8),
		readPath("M6.8 11c-.6-4.3 2-6.6 5.4-6.6 3 0 5.6 2 5 6.6l-1-.2c0-1.6-.7-2.6-1.6-3-1.6.8-4.4.9-5.8.2-.7.6-1 1.6-1 2.8Z")}
)

var (
	portraits       = []*portrait{&femke, &ruud, &noor, &sam}
	portraitsByName = map[string]*portrait{"Femke": &femke, "Ruud": &ruud, "Noor": &noor, "Sam": &sam}
	// clothesInCircle are shoulders that end on the circle of the picture.
	clothesInCircle = readPath("M4.49 21.36C5.61 18.71 8.5 17.5 12 17.5C15.5 17.5 18.39 18.71 19.51 21.36A12 12 0 0 1 4.49 21.36Z")
)

// portraitOf gives the picture of one person; a name that has none always gets the same of the set.
func portraitOf(name string) *portrait {
	if p, ok := portraitsByName[name]; ok {
		return p
	}
	sum := uint32(0)
	for _, r := range name {
		sum = sum*31 + uint32(r)
	}
	return portraits[sum%uint32(len(portraits))]
}

// peopleIn gives the people in a persona's name: "Noor en Sam" is two. More than two do not fit.
func peopleIn(name string) []string {
	var people []string
	for part := range strings.SplitSeq(strings.NewReplacer(" and ", "\n", " en ", "\n", " & ", "\n").Replace(name), "\n") {
		if part = strings.TrimSpace(part); part != "" && len(people) < 2 {
			people = append(people, part)
		}
	}
	return people
}

// Two people stand this share of a picture apart.
const peopleApart = .7

func portraitWidth(name string, size float64) float64 {
	return size * (1 + peopleApart*float64(max(0, len(peopleIn(name))-1)))
}

// portrait draws one or two people from x, y, on ground.
func (m *mapper) portrait(name string, x, y, size float64, ground Paint) {
	for i, person := range peopleIn(name) {
		px := x + float64(i)*size*peopleApart
		if i > 0 {
			m.add(&Shape{Path: circle(px+size/2, y+size/2, size/2+2), Fill: ground})
		}
		m.onePortrait(portraitOf(person), px, y, size)
	}
}

func (m *mapper) onePortrait(p *portrait, x, y, size float64) {
	s := size / 24
	m.add(
		&Shape{Path: circle(x+size/2, y+size/2, size/2), Fill: p.ground},
		&Shape{Path: clothesInCircle.placed(s, x, y), Fill: p.clothes},
		&Shape{Path: roundRect(Box{10, 14, 4, 4.5}, 2).placed(s, x, y), Fill: p.skin},
		&Shape{Path: circle(12, 11.5, 4.8).placed(s, x, y), Fill: p.skin},
		&Shape{Path: p.hairShape.placed(s, x, y), Fill: p.hair},
	)
}
