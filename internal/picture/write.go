package picture

import (
	"bytes"
	"image"
	"image/jpeg"
	"image/png"

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

func encoded(img *image.RGBA) (*Picture, error) {
	var out bytes.Buffer
	p := &Picture{Type: PNG, Width: img.Rect.Dx(), Height: img.Rect.Dy()}
	var err error
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
