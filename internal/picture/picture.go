// Package picture makes a picture that somebody sends fit to be kept and shown: it is decoded,
// turned upright, shrunk and written anew, so that what is kept is a picture and nothing else – no
// place where it was taken, no name of a camera, nothing hidden behind its end. Start at [Read].
//
// It promises bounds: what comes in is measured before it is decoded, and one picture is decoded at
// a time. The same bytes in give the same bytes out.
package picture

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"image"
	"image/gif"
	"image/jpeg"
	"image/png"
	"runtime"

	"golang.org/x/image/webp"

	"klantreis/internal/fault"
)

const (
	// BytesMax bounds what is sent: a photograph of a telephone, in full quality.
	BytesMax = 10 << 20
	// SideMax is the longest side of what is kept, in pixels: sharp across a whole page on paper.
	SideMax = 2000

	pixelsMax    = 50_000_000 // decoded these take 200 MB, or 400 MB at 16 bits a channel
	pixelsLarge  = 10_000_000 // from here on the next picture waits until the memory of this one is free
	sidePixels   = 1 << 16    // no format here but PNG can say more
	scansMax     = 64         // of a progressive JPEG; encoders write about ten, each costs a pass over everything
	quality      = 85         // of a JPEG: no difference that people see on a map
	keptBytesMax = 3 << 20    // of what is kept; only a PNG with transparency comes near
)

// The types in which pictures are kept.
const (
	PNG  = "image/png"
	JPEG = "image/jpeg"
)

// Picture is a picture in the form in which it is kept.
type Picture struct {
	Type          string // PNG when something shows through, JPEG otherwise
	Width, Height int    // in pixels, upright
	Data          []byte
}

// ID names a picture by its content, so that the same one sent twice is kept once.
func (p *Picture) ID() string {
	sum := sha256.Sum256(p.Data)
	return "pic-" + hex.EncodeToString(sum[:16])
}

// format is a kind of file that a picture can be sent as.
type format struct {
	magic  func(data []byte) bool
	layout func(data []byte) (*layout, error) // nil: there is nothing to know before decoding
	config func(*bytes.Reader) (image.Config, error)
	decode func(*bytes.Reader) (image.Image, error)
	keeps  string // the type, when such files are kept as they are
}

// layout is what the parts of a file say that the decoders do not.
type layout struct {
	exif  []byte // TIFF bytes, nil when there are none
	plain bool   // nothing but the picture is in the file
	scans int
}

var formats = []*format{
	{starts("\x89PNG\r\n\x1a\n"), pngLayout, config(png.DecodeConfig), decode(png.Decode), PNG},
	{starts("\xff\xd8\xff"), jpegLayout, config(jpeg.DecodeConfig), decode(jpeg.Decode), JPEG},
	{starts("GIF8"), nil, config(gif.DecodeConfig), decode(gif.Decode), ""}, // the first frame
	{isWebP, webpLayout, config(webp.DecodeConfig), decode(webp.Decode), ""},
}

// one lets a single picture be worked on at a time, because each may take hundreds of megabytes.
var one = make(chan struct{}, 1)

// Read makes a picture fit to be kept. What it is, its bytes say, never its name. Errors: too_large
// (bytes or pixels), invalid (not a picture of a known kind, or damaged), each of which says what to
// do; unavailable when nobody waits for it any more.
func Read(ctx context.Context, data []byte) (*Picture, error) { return read(ctx, data, false) }

// Kept reads a picture that comes from a journey file. One that is in the form in which pictures
// are kept stays as it is, byte for byte; any other is treated as [Read] does. Errors: too_large and
// invalid, as Read.
func Kept(data []byte) (*Picture, error) { return read(context.Background(), data, true) }

func read(ctx context.Context, data []byte, asItIs bool) (*Picture, error) {
	in, err := examine(data)
	if err != nil {
		return nil, err
	}
	if err := ctx.Err(); err != nil {
		return nil, left(err)
	}
	select {
	case one <- struct{}{}:
	case <-ctx.Done():
		return nil, left(ctx.Err())
	}
	defer func() {
		if in.pixels > pixelsLarge {
			runtime.GC() // the collector would let the memory grow to twice as much first
		}
		<-one
	}()
	return in.read(data, asItIs)
}

// left is what comes of a picture whose sender went away while others were worked on.
func left(err error) error {
	return fault.Wrap(err, fault.Unavailable, "this picture was not read; send it again")
}

func (in *examined) read(data []byte, asItIs bool) (*Picture, error) {
	img, err := in.decode(bytes.NewReader(data))
	if err != nil {
		return nil, damaged(err)
	}
	size := img.Bounds().Size()
	if asItIs && in.keeps != "" && in.layout.plain && max(size.X, size.Y) <= SideMax && len(data) <= keptBytesMax {
		return &Picture{Type: in.keeps, Width: size.X, Height: size.Y, Data: data}, nil
	}
	return write(img, in.layout)
}

// examined is a picture that was measured and may be decoded.
type examined struct {
	*format
	layout *layout // never nil
	pixels int
}

func examine(data []byte) (*examined, error) {
	if len(data) > BytesMax {
		return nil, fault.New(fault.TooLarge, "a picture has at most %d MB; make this one smaller and try again", BytesMax>>20)
	}
	in, err := sniff(data)
	if err != nil {
		return nil, err
	}
	config, err := in.config(bytes.NewReader(data))
	if err != nil {
		return nil, damaged(err)
	}
	w, h := config.Width, config.Height
	if w < 1 || h < 1 {
		return nil, damaged(nil)
	}
	if w > sidePixels || h > sidePixels || w*h > pixelsMax {
		return nil, fault.New(fault.TooLarge, "a picture has at most %d million pixels, this one says it has %d by %d; make it smaller and try again",
			pixelsMax/1_000_000, w, h)
	}
	parts := &layout{}
	if in.layout != nil {
		if parts, err = in.layout(data); err != nil {
			return nil, damaged(err)
		}
	}
	if parts.scans > scansMax {
		return nil, fault.New(fault.Invalid, "this JPEG is put together in an unusual way; open it, save it again as JPEG or PNG and try that")
	}
	return &examined{in, parts, w * h}, nil
}

func sniff(data []byte) (*format, error) {
	for _, f := range formats {
		if f.magic(data) {
			return f, nil
		}
	}
	head := bytes.ToLower(data[:min(len(data), 1024)])
	switch {
	case len(data) == 0:
		return nil, fault.New(fault.Invalid, "no picture was sent; choose a PNG, JPEG, GIF or WebP")
	case bytes.Contains(head, []byte("<svg")):
		return nil, fault.New(fault.Invalid, "an SVG can hold more than a picture, so it is not taken; save it as PNG and try again")
	case bytes.Contains(head[:min(len(head), 16)], []byte("ftyp")):
		return nil, fault.New(fault.Invalid, "this is a HEIC or AVIF picture, or a film; save it as JPEG and try again")
	}
	return nil, fault.New(fault.Invalid, "this is not a picture that can be shown; choose a PNG, JPEG, GIF or WebP")
}

func damaged(err error) error {
	return fault.Wrap(err, fault.Invalid, "this picture is damaged or of an uncommon kind; open it, save it again as JPEG or PNG and try that")
}

func starts(magic string) func([]byte) bool {
	return func(data []byte) bool { return bytes.HasPrefix(data, []byte(magic)) }
}
