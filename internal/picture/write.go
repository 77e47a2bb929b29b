package picture

import (
	"bytes"
	"image"
	"image/jpeg"
	"image/png"

	"golang.org/x/image/draw"

	"klantreis/internal/fault"
)

// write turns a decoded picture upright, shrinks it, and encodes it.
func write(img image.Image, parts *layout) (*Picture, error) {
	for side := SideMax; ; side = side * 3 / 4 {
		small := upright(shrunk(img, side), orientation(parts.exif))
		p, err := encoded(small)
		if err != nil || len(p.Data) <= keptBytesMax {
			return p, err
		}
	}
}

// shrunk copies a picture, such that its longest side is at most so many pixels.
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
	draw.CatmullRom.Scale(small, small.Rect, img, img.Bounds(), draw.Src, nil)
	return small
}

func encoded(img *image.RGBA) (*Picture, error) {
	var out bytes.Buffer
	p := &Picture{Type: PNG, Width: img.Rect.Dx(), Height: img.Rect.Dy()}
	err := error(nil)
	if img.Opaque() {
		p.Type = JPEG
		err = jpeg.Encode(&out, img, &jpeg.Options{Quality: quality})
	} else {
		err = png.Encode(&out, img)
	}
	if err != nil {
		return nil, fault.Wrap(err, fault.Internal, "a picture cannot be written")
	}
	p.Data = out.Bytes()
	return p, nil
}
