package render

import (
	"strings"
	"unicode"

	"klantreis/internal/workspace"
)

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
	bun = portrait{rgb(0xe9b892), rgb(0xc08a3e), rgb(0xf3f1ec), rgb(0x24694a),
		readPath("M12 2.2a2.5 2.5 0 0 1 1.6 4.4c2.6.5 4.2 2.5 4 5.4l-.9-.2c-.2-2-1.8-3.3-4.7-3.3s-4.5 1.3-4.7 3.3l-.9.2c-.2-2.9 1.4-4.9 4-5.4A2.5 2.5 0 0 1 12 2.2Z")}
	long = portrait{rgb(0x8a5a3c), rgb(0x1f1a17), rgb(0xfbf4e3), rgb(0x5f48a5),
		readPath("M5.6 19c-1-4-.6-9 1-11.6C7.8 5.2 9.6 4.4 12 4.4s4.2.8 5.4 3c1.6 2.6 2 7.6 1 11.6-1 .4-2 .3-2.6 0 .6-3 .5-6 .1-8.4-2 .2-5-.6-6.9-2.6-.4 1-.9 1.8-1.6 2.4-.2 2.8-.1 5.8.8 8.6-.8.4-1.8.3-2.6 0Z")}
	curls = portrait{rgb(0x6f4a33), rgb(0x2b211c), rgb(0xe6f4f6), rgb(0x9f3c32),
		readPath("M6.4 13a2.2 2.2 0 0 1-.6-3.6 2.3 2.3 0 0 1 1.6-3.3 2.5 2.5 0 0 1 3.2-1.7 2.6 2.6 0 0 1 3.4.2 2.4 2.4 0 0 1 2.9 2 2.3 2.3 0 0 1 1.2 3.1 2.2 2.2 0 0 1-.7 3.3c-.2-2.2-1.2-3.6-2.4-4.2-2 .6-4.6.5-6.2-.2-1.2.8-2.2 2.2-2.4 4.4Z")}
	scarf = portrait{rgb(0xe3b48c), rgb(0x5f48a5), rgb(0xf1edfb), rgb(0x235aa8),
		readPath("M12 4.6c4.4 0 6.6 3 6.6 7 0 3.6-1 6.2-2.2 7.4H7.6C6.4 17.8 5.4 15.2 5.4 11.6c0-4 2.2-7 6.6-7Zm0 3.6c-2.4 0-3.7 1.5-3.7 3.7s1.5 4 3.7 4 3.7-1.8 3.7-4-1.3-3.7-3.7-3.7Z")}
)

var (
	// portraitsByKey are those a person can choose; workspace.Portraits names them.
	portraitsByKey = map[string]*portrait{
		"bob": &femke, "grey": &ruud, "dark": &noor, "short": &sam, "bun": &bun, "long": &long, "curls": &curls, "scarf": &scarf,
	}
	// portraits are those a name can get by itself.
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

// peopleOf gives how many pictures a persona has: one that was chosen, or one for each name.
func peopleOf(p *workspace.Persona) int {
	if p.Portrait != "" {
		return 1
	}
	return max(1, len(peopleIn(p.Name)))
}

func portraitWidth(p *workspace.Persona, size float64) float64 {
	return size * (1 + peopleApart*float64(peopleOf(p)-1))
}

// portrait draws a persona from x, y, on ground.
func (m *mapper) portrait(p *workspace.Persona, x, y, size float64, ground Paint) {
	if p.Portrait == "initials" {
		m.initialPortrait(p.Name, x, y, size)
		return
	}
	if chosen := portraitsByKey[p.Portrait]; chosen != nil {
		m.onePortrait(chosen, x, y, size)
		return
	}
	for i, person := range peopleIn(p.Name) {
		px := x + float64(i)*size*peopleApart
		if i > 0 {
			m.add(&Shape{Path: circle(px+size/2, y+size/2, size/2+2), Fill: ground})
		}
		m.onePortrait(portraitOf(person), px, y, size)
	}
}

// initialPortrait is the first letter of a name on a quiet circle.
func (m *mapper) initialPortrait(name string, x, y, size float64) {
	m.add(&Shape{Path: circle(x+size/2, y+size/2, size/2), Fill: surface3})
	for _, r := range clean(name) {
		st := style{face: SemiBold, size: size * .43, lead: size, color: ink}
		m.textIn(string(unicode.ToUpper(r)), st, x+size/2, y, size, Middle)
		return
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
