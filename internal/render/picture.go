package render

import (
	"bytes"
	"image"
	_ "image/jpeg" // the two types in which pictures are kept
	_ "image/png"

	"klantreis/internal/journey"
)

// Picture is a picture somebody chose; its box has its proportions.
type Picture struct {
	Box
	Type  string
	Data  []byte
	Title string // what it shows
}

func (*Picture) node() {}

const (
	pictureGap       = 8   // between a picture and what stands under it
	pictureHeightMax = 132 // a picture is not what the map is about
	missingIcon      = 18
)

// frame is the room for the picture of a card.
type frame struct {
	picture *journey.Picture // nil when it is missing
	title   string
	words   block // what to read where the picture is missing
	width   float64
	height  float64
}

// frameOf lays out the picture of a card in a width; its height is 0 when the card has none.
func (m *mapper) frameOf(c *journey.Card, width float64) frame {
	if c.FileID == "" {
		return frame{}
	}
	f := frame{title: m.phrase(c.Alt).text, width: width}
	if p := m.pictures[c.FileID]; p != nil {
		if size, _, err := image.DecodeConfig(bytes.NewReader(p.Data)); err == nil && size.Width > 0 && size.Height > 0 {
			if f.title == "" {
				f.title = m.phrase(p.Alt).text
			}
			f.picture = p
			ratio := float64(size.Width) / float64(size.Height)
			f.width = min(width, pictureHeightMax*ratio)
			f.height = f.width / ratio
			return f
		}
	}
	words := m.say(wordMissingPicture)
	if f.title != "" {
		words += ": " + f.title
	}
	f.words = m.set(plain(words), hintStyle, width-22, 0)
	f.height = f.words.height() + missingIcon + 22
	return f
}

// space is the height that a picture takes with the gap under it.
func (f frame) space() float64 {
	if f.height == 0 {
		return 0
	}
	return f.height + pictureGap
}

// putFrame draws a picture, or a box that says that it is missing.
func (m *mapper) putFrame(f frame, x, y float64) {
	if f.height == 0 {
		return
	}
	box := Box{x, y, f.width, f.height}
	if f.picture != nil {
		m.add(&Picture{Box: box, Type: f.picture.Type, Data: f.picture.Data, Title: f.title})
		return
	}
	m.add(&Rect{Box: box.inset(.625), R: 4, Fill: surface3, Stroke: dashed(edge, 1.25)})
	m.icon(channelIcons["print"], x+8, y+8, missingIcon, ink3, lineWidth)
	m.put(f.words, x+11, y+missingIcon+14)
}

// pictured puts the picture of a card over what is laid out for it.
func (m *mapper) pictured(c *journey.Card, it item) item {
	if c.FileID == "" {
		return it
	}
	return item{it.min, func(width float64) (float64, func(Box)) {
		f := m.frameOf(c, width)
		height, draw := it.set(width)
		return f.space() + height, func(box Box) {
			m.putFrame(f, box.X, box.Y)
			draw(Box{box.X, box.Y + f.space(), box.W, box.H - f.space()})
		}
	}}
}
