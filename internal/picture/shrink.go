package picture

import (
	"image"
	"image/draw"
	"math"
)

const stripRows = 16 // of the source that are looked at together

// shrunk copies a picture, such that its longest side is at most so many pixels. Each new pixel is
// the mean of what it covers. It is one pass with little memory: a general scaler wants 400 MB
// beside a picture of 50 million pixels, and takes ten times as long.
func shrunk(img image.Image, side int) *image.RGBA {
	size := img.Bounds().Size()
	longest := max(size.X, size.Y)
	if longest <= side {
		same := image.NewRGBA(image.Rectangle{Max: size})
		draw.Draw(same, same.Rect, img, img.Bounds().Min, draw.Src)
		return same
	}
	scaled := func(n int) int { return max(1, (n*side+longest/2)/longest) }
	small := image.NewRGBA(image.Rect(0, 0, scaled(size.X), scaled(size.Y)))
	columns, rows := coverOf(size.X, small.Rect.Dx()), coverOf(size.Y, small.Rect.Dy())
	strip := image.NewRGBA(image.Rect(0, 0, size.X, stripRows))
	across := make([]float32, 4*small.Rect.Dx())
	this, next := make([]float32, len(across)), make([]float32, len(across))
	done := 0
	for y := range size.Y {
		if y%stripRows == 0 {
			draw.Draw(strip, strip.Rect, img, img.Bounds().Min.Add(image.Pt(0, y)), draw.Src)
		}
		if rows[y].at > done {
			done = put(small, done, this)
			this, next = next, this
			clear(next)
		}
		sum(across, strip.Pix[strip.PixOffset(0, y%stripRows):][:4*size.X], columns)
		for i, v := range across {
			this[i] += v * rows[y].share
			next[i] += v * rows[y].rest
		}
	}
	put(small, done, this)
	return small
}

// cover says in which new pixel an old one lies, what share of the new one it fills, and what share
// of the one after that.
type cover struct {
	at          int
	share, rest float32
}

// coverOf gives the covers of n old pixels in fewer or as many new ones.
func coverOf(n, fewer int) []cover {
	covers := make([]cover, n)
	for i := range covers {
		at := i * fewer / n
		begin, end := float64(i*fewer)/float64(n), float64((i+1)*fewer)/float64(n)
		over := max(0, end-float64(at+1))
		covers[i] = cover{at, float32(end - begin - over), float32(over)}
	}
	return covers
}

// sum adds up a row of pixels by what they cover.
func sum(across []float32, pixels []uint8, columns []cover) {
	clear(across)
	for x, c := range columns {
		p := pixels[4*x : 4*x+4]
		to := across[4*c.at:]
		for i, v := range p {
			to[i] += float32(v) * c.share
		}
		if c.rest > 0 && len(to) >= 8 {
			for i, v := range p {
				to[4+i] += float32(v) * c.rest
			}
		}
	}
}

// put writes a finished row and gives the next one.
func put(img *image.RGBA, y int, row []float32) int {
	out := img.Pix[img.PixOffset(0, y):]
	for i, v := range row {
		out[i] = uint8(math.Round(float64(min(v, 0xff))))
	}
	return y + 1
}
