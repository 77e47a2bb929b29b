package picture

import (
	"bytes"
	"context"
	"encoding/binary"
	"hash/crc32"
	"image"
	"image/color"
	"image/draw"
	"image/gif"
	"image/jpeg"
	"image/png"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"klantreis/internal/fault"
)

var (
	red   = color.RGBA{0xd0, 0x20, 0x20, 0xff}
	green = color.RGBA{0x20, 0xa0, 0x20, 0xff}
	blue  = color.RGBA{0x20, 0x20, 0xd0, 0xff}
	white = color.RGBA{0xf0, 0xf0, 0xf0, 0xff}
)

// quarters is a picture of w by h with a colour in each quarter: red, green, blue, white.
func quarters(w, h int) *image.RGBA {
	img := image.NewRGBA(image.Rect(0, 0, w, h))
	for y := range h {
		for x := range w {
			c := [2][2]color.RGBA{{red, green}, {blue, white}}[2*y/h][2*x/w]
			img.SetRGBA(x, y, c)
		}
	}
	return img
}

func asPNG(t testing.TB, img image.Image) []byte {
	t.Helper()
	var out bytes.Buffer
	if err := png.Encode(&out, img); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func asJPEG(t testing.TB, img image.Image) []byte {
	t.Helper()
	var out bytes.Buffer
	if err := jpeg.Encode(&out, img, &jpeg.Options{Quality: 95}); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func asGIF(t testing.TB, frames ...*image.Paletted) []byte {
	t.Helper()
	var out bytes.Buffer
	if err := gif.EncodeAll(&out, &gif.GIF{Image: frames, Delay: make([]int, len(frames))}); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func oneColour(w, h int, c color.Color) *image.Paletted {
	return image.NewPaletted(image.Rect(0, 0, w, h), color.Palette{c})
}

// bitWriter writes bits from the lowest on, as WebP has them.
type bitWriter struct {
	out  []byte
	used uint
}

func (b *bitWriter) write(value uint32, bits int) {
	for i := range bits {
		if b.used%8 == 0 {
			b.out = append(b.out, 0)
		}
		b.out[len(b.out)-1] |= byte(value>>i&1) << (b.used % 8)
		b.used++
	}
}

// asWebP is a lossless WebP of one colour: each of its five codes has a single symbol, so that the
// pixels take no bits.
func asWebP(w, h int, c color.RGBA, chunks ...[]byte) []byte {
	b := &bitWriter{}
	b.write(0x2f, 8)
	b.write(uint32(w-1), 14)
	b.write(uint32(h-1), 14)
	b.write(1, 1) // alpha is used
	b.write(0, 3) // version
	b.write(0, 3) // no transform, no cache of colours, no groups of codes
	for _, symbol := range []uint8{c.G, c.R, c.B, c.A, 0} {
		b.write(1, 1) // a simple code
		b.write(0, 1) // of one symbol
		b.write(1, 1) // of eight bits
		b.write(uint32(symbol), 8)
	}
	body := []byte("WEBP")
	for _, chunk := range append(chunks, webpChunk("VP8L", b.out)) {
		body = append(body, chunk...)
	}
	return append(binary.LittleEndian.AppendUint32([]byte("RIFF"), uint32(len(body))), body...)
}

func webpChunk(name string, content []byte) []byte {
	chunk := append(binary.LittleEndian.AppendUint32([]byte(name), uint32(len(content))), content...)
	if len(content)%2 == 1 {
		chunk = append(chunk, 0)
	}
	return chunk
}

// exif is TIFF bytes that say how the camera was held, and where.
func exif(order binary.AppendByteOrder, mark string, way uint16) []byte {
	raw := order.AppendUint32([]byte(mark), 8)
	raw = order.AppendUint16(raw, 2)
	raw = append(order.AppendUint32(order.AppendUint16(order.AppendUint16(raw, 0x010f), 2), 3), "ACM\x00"...)
	raw = order.AppendUint32(order.AppendUint16(order.AppendUint16(raw, orientationTag), 3), 1)
	raw = order.AppendUint16(order.AppendUint16(raw, way), 0)
	return append(order.AppendUint32(raw, 0), "GPS 52.37N 4.89E"...)
}

func withSegment(raw []byte, mark byte, content []byte) []byte {
	segment := append(binary.BigEndian.AppendUint16([]byte{0xff, mark}, uint16(len(content)+2)), content...)
	return append(append(bytes.Clone(raw[:2]), segment...), raw[2:]...)
}

// withChunk puts a chunk into a PNG right after its head.
func withChunk(raw []byte, name string, content []byte) []byte {
	const head = 8 + 12 + 13
	chunk := append(binary.BigEndian.AppendUint32(nil, uint32(len(content))), name...)
	chunk = append(chunk, content...)
	chunk = binary.BigEndian.AppendUint32(chunk, crc32.ChecksumIEEE(chunk[4:]))
	return append(append(bytes.Clone(raw[:head]), chunk...), raw[head:]...)
}

// saying makes a PNG say that it is w by h.
func saying(raw []byte, w, h uint32) []byte {
	lie := bytes.Clone(raw)
	binary.BigEndian.PutUint32(lie[16:], w)
	binary.BigEndian.PutUint32(lie[20:], h)
	binary.BigEndian.PutUint32(lie[29:], crc32.ChecksumIEEE(lie[12:29]))
	return lie
}

func mustRead(t *testing.T, raw []byte) (*Picture, image.Image) {
	t.Helper()
	p, err := Read(t.Context(), raw)
	if err != nil {
		t.Fatal(err)
	}
	img, kind, err := image.Decode(bytes.NewReader(p.Data))
	if err != nil || "image/"+kind != p.Type || img.Bounds().Dx() != p.Width || img.Bounds().Dy() != p.Height {
		t.Fatalf("%s of %d by %d is %s of %v, %v", p.Type, p.Width, p.Height, kind, img.Bounds(), err)
	}
	return p, img
}

// near tells whether two colours look alike after a JPEG.
func near(a, b color.Color) bool {
	ar, ag, ab, aa := a.RGBA()
	br, bg, bb, ba := b.RGBA()
	const slack = 0x1800
	for _, d := range []int{int(ar) - int(br), int(ag) - int(bg), int(ab) - int(bb), int(aa) - int(ba)} {
		if d > slack || d < -slack {
			return false
		}
	}
	return true
}

func TestEveryKindIsWrittenAnew(t *testing.T) {
	see := quarters(64, 32)
	glass := image.NewNRGBA(image.Rect(0, 0, 20, 10))
	glass.SetNRGBA(3, 3, color.NRGBA{0xff, 0, 0, 0x80})
	for name, c := range map[string]struct {
		raw  []byte
		kind string
		w, h int
		at   color.Color // in the left upper corner
	}{
		"png":                     {asPNG(t, see), JPEG, 64, 32, red},
		"png with transparency":   {asPNG(t, glass), PNG, 20, 10, color.RGBA{}},
		"jpeg":                    {asJPEG(t, see), JPEG, 64, 32, red},
		"gif, its first frame":    {asGIF(t, oneColour(8, 8, blue), oneColour(8, 8, green)), JPEG, 8, 8, blue},
		"webp":                    {asWebP(40, 30, green), JPEG, 40, 30, green},
		"webp that shows through": {asWebP(4, 3, color.RGBA{0x20, 0xa0, 0x20, 0x80}), PNG, 4, 3, color.NRGBA{0x20, 0xa0, 0x20, 0x80}},
		"wide":                    {asPNG(t, quarters(4000, 100)), JPEG, 2000, 50, red},
		"high":                    {asJPEG(t, quarters(30, 3000)), JPEG, 20, 2000, red},
	} {
		t.Run(name, func(t *testing.T) {
			p, img := mustRead(t, c.raw)
			if p.Type != c.kind || p.Width != c.w || p.Height != c.h || !near(img.At(0, 0), c.at) {
				t.Errorf("%s of %d by %d with %v in the corner; want %s of %d by %d with %v",
					p.Type, p.Width, p.Height, img.At(0, 0), c.kind, c.w, c.h, c.at)
			}
			again, err := Read(t.Context(), c.raw)
			if err != nil || !bytes.Equal(again.Data, p.Data) || again.ID() != p.ID() {
				t.Error("the same bytes gave another picture")
			}
		})
	}
}

// TestUpright has for each orientation what stands in the corners of a picture that is stored as
// red green / blue white.
func TestUpright(t *testing.T) {
	corners := [9][4]color.RGBA{
		1: {red, green, blue, white}, 2: {green, red, white, blue}, 3: {white, blue, green, red}, 4: {blue, white, red, green},
		5: {red, blue, green, white}, 6: {blue, red, white, green}, 7: {white, green, blue, red}, 8: {green, white, red, blue},
	}
	stored := asJPEG(t, quarters(64, 32))
	for way := uint16(1); way <= 8; way++ {
		little, big := exif(binary.LittleEndian, "II*\x00", way), exif(binary.BigEndian, "MM\x00*", way)
		for name, raw := range map[string][]byte{
			"jpeg":      withSegment(stored, markExif, append([]byte("Exif\x00\x00"), little...)),
			"big-ended": withSegment(stored, markExif, append([]byte("Exif\x00\x00"), big...)),
			"png":       withChunk(asPNG(t, quarters(64, 32)), "eXIf", big),
		} {
			p, img := mustRead(t, raw)
			if upright := p.Width == 64; upright != (way <= 4) {
				t.Errorf("%s, orientation %d: %d by %d", name, way, p.Width, p.Height)
			}
			got := [4]color.Color{img.At(4, 4), img.At(p.Width-5, 4), img.At(4, p.Height-5), img.At(p.Width-5, p.Height-5)}
			for i, want := range corners[way] {
				if !near(got[i], want) {
					t.Errorf("%s, orientation %d: corner %d is %v, want %v", name, way, i, got[i], want)
				}
			}
		}
	}
	if p, _ := mustRead(t, asWebP(40, 30, green, webpChunk("EXIF", exif(binary.LittleEndian, "II*\x00", 6)))); p.Width != 30 {
		t.Errorf("a webp on its side is %d wide, want 30", p.Width)
	}
}

func TestNothingButThePictureIsKept(t *testing.T) {
	secret := []byte("GPS 52.37N 4.89E")
	tiff := exif(binary.LittleEndian, "II*\x00", 1)
	for name, raw := range map[string][]byte{
		"exif":      withSegment(asJPEG(t, quarters(16, 16)), markExif, append([]byte("Exif\x00\x00"), tiff...)),
		"a comment": withSegment(asJPEG(t, quarters(16, 16)), 0xfe, secret),
		"text":      withChunk(asPNG(t, quarters(16, 16)), "tEXt", append([]byte("Comment\x00"), secret...)),
		"the end":   append(asPNG(t, quarters(16, 16)), secret...),
		"webp":      asWebP(16, 16, green, webpChunk("EXIF", tiff), webpChunk("XMP ", secret)),
	} {
		for way, asItIs := range map[string]bool{"sent": false, "in a file": true} {
			p, err := read(t.Context(), raw, asItIs)
			if err != nil {
				t.Fatal(name, err)
			}
			if bytes.Contains(p.Data, secret) || bytes.Contains(p.Data, []byte("Exif")) {
				t.Errorf("%s, %s: the place where it was taken is still in it", name, way)
			}
		}
	}
}

func TestKeptIsKeptAsItIs(t *testing.T) {
	for name, raw := range map[string][]byte{
		"png": asPNG(t, quarters(30, 20)), "jpeg": asJPEG(t, quarters(30, 20)), "png with a scale": withChunk(asPNG(t, quarters(3, 2)), "pHYs", make([]byte, 9)),
	} {
		if p, err := Kept(raw); err != nil || !bytes.Equal(p.Data, raw) || p.Width == 0 {
			t.Errorf("%s: %v; want the same bytes", name, err)
		}
	}
	for name, raw := range map[string][]byte{"too wide": asPNG(t, quarters(2400, 12)), "gif": asGIF(t, oneColour(5, 5, red)), "webp": asWebP(5, 5, red)} {
		p, err := Kept(raw)
		if err != nil {
			t.Fatal(name, err)
		}
		if again, err := Kept(p.Data); err != nil || !bytes.Equal(again.Data, p.Data) {
			t.Errorf("%s: written anew it is not kept as it is: %v", name, err)
		}
	}
}

func TestWhoLeftIsNotWaitedFor(t *testing.T) {
	raw := asPNG(t, quarters(8, 8))
	ctx, leave := context.WithCancel(t.Context())
	one <- struct{}{} // another picture is being read
	said := make(chan error)
	go func() {
		_, err := Read(ctx, raw)
		said <- err
	}()
	leave()
	if err := <-said; fault.CodeOf(err) != fault.Unavailable {
		t.Errorf("waiting ended with %v, want unavailable", err)
	}
	<-one
	if _, err := Read(ctx, raw); fault.CodeOf(err) != fault.Unavailable {
		t.Errorf("who had left already gets %v, want unavailable", err)
	}
	mustRead(t, raw)
}

func TestWhatIsRefused(t *testing.T) {
	photo, drawing := asJPEG(t, quarters(64, 64)), asPNG(t, quarters(8, 8))
	canvas := make([]byte, 10) // says 1 by 1
	manyScans := bytes.Clone(photo[:len(photo)-2])
	for range scansMax + 1 {
		manyScans = append(manyScans, 0xff, markScan, 0, 3, 0)
	}
	f := func(name string, raw []byte, code fault.Code, says string) {
		t.Helper()
		for _, asItIs := range []bool{false, true} {
			if _, err := read(t.Context(), raw, asItIs); fault.CodeOf(err) != code || !strings.Contains(err.Error(), says) {
				t.Errorf("%s: %v; want %s with %q", name, err, code, says)
			}
		}
	}
	f("nothing", nil, fault.Invalid, "choose a PNG, JPEG, GIF or WebP")
	f("a text", []byte("hello"), fault.Invalid, "choose a PNG, JPEG, GIF or WebP")
	f("a page", []byte("<!doctype html><script>alert(1)</script>"), fault.Invalid, "choose a PNG")
	f("a drawing", []byte(`<?xml version="1.0"?><SVG xmlns="http://www.w3.org/2000/svg"/>`), fault.Invalid, "save it as PNG")
	f("of a telephone", []byte("\x00\x00\x00\x18ftypheic"), fault.Invalid, "save it as JPEG")
	f("cut off", photo[:len(photo)/2], fault.Invalid, "damaged")
	f("cut off", drawing[:len(drawing)-20], fault.Invalid, "damaged")
	f("only a head", []byte("\x89PNG\r\n\x1a\n"), fault.Invalid, "damaged")
	f("only a head", []byte("GIF89a"), fault.Invalid, "damaged")
	f("many bytes", append(bytes.Clone(photo), make([]byte, BytesMax)...), fault.TooLarge, "10 MB")
	f("many pixels", saying(drawing, 50_000, 50_000), fault.TooLarge, "50000 by 50000")
	f("more pixels than a number holds", saying(drawing, 0x7fffffff, 0x7fffffff), fault.Invalid, "damaged")
	f("many pixels in a gif", append([]byte("GIF89a\xff\xff\xff\xff"), asGIF(t, oneColour(4, 4, red))[10:]...), fault.TooLarge, "smaller")
	f("a small canvas, a large frame", asWebP(16000, 16000, red, webpChunk("VP8X", canvas)), fault.Invalid, "damaged")
	f("many passes", manyScans, fault.Invalid, "save it again")
}

func FuzzRead(f *testing.F) {
	f.Add(asPNG(f, quarters(4, 4)))
	f.Add(withSegment(asJPEG(f, quarters(16, 16)), markExif, append([]byte("Exif\x00\x00"), exif(binary.LittleEndian, "II*\x00", 6)...)))
	f.Add(asGIF(f, oneColour(2, 2, red)))
	f.Add(asWebP(3, 3, green, webpChunk("EXIF", exif(binary.BigEndian, "MM\x00*", 8))))
	f.Fuzz(func(t *testing.T, raw []byte) {
		p, err := Kept(raw)
		if err != nil {
			if code := fault.CodeOf(err); code != fault.Invalid && code != fault.TooLarge {
				t.Fatalf("refused with %s: %v", code, err)
			}
			return
		}
		if again, err := Kept(p.Data); err != nil || !bytes.Equal(again.Data, p.Data) {
			t.Fatalf("what is kept does not stay as it is: %v", err)
		}
	})
}

// Shrinking keeps the mean of a picture, whatever the sizes, and each pixel is the mean of its place.
func TestShrunkPixelsAreMeans(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		w, h, side := rapid.IntRange(1, 70).Draw(t, "w"), rapid.IntRange(1, 70).Draw(t, "h"), rapid.IntRange(1, 70).Draw(t, "side")
		flat := image.NewUniform(color.RGBA{90, 120, 30, 200})
		img := image.NewRGBA(image.Rect(5, 7, 5+w, 7+h))
		draw.Draw(img, img.Rect, flat, image.Point{}, draw.Src)
		small := shrunk(img, side)
		if got := max(small.Rect.Dx(), small.Rect.Dy()); got != min(side, max(w, h)) {
			t.Fatalf("the longest side is %d", got)
		}
		for y := range small.Rect.Dy() {
			for x := range small.Rect.Dx() {
				if small.RGBAAt(x, y) != flat.C {
					t.Fatalf("one colour became %v at %d, %d", small.RGBAAt(x, y), x, y)
				}
			}
		}
	})
	halves := image.NewGray(image.Rect(0, 0, 6, 1))
	copy(halves.Pix, []uint8{0, 100, 200, 40, 60, 80})
	if got := shrunk(halves, 4); got.Pix[0] != 33 || got.Pix[4] != 167 || got.Pix[8] != 47 || got.Pix[12] != 73 {
		t.Errorf("six pixels became %v; want 33, 167, 47, 73 in each channel", got.Pix)
	}
}

func BenchmarkRead(b *testing.B) {
	raw := asJPEG(b, quarters(8000, 6000)) // of a good camera
	b.ReportAllocs()
	for b.Loop() {
		if _, err := Read(b.Context(), raw); err != nil {
			b.Fatal(err)
		}
	}
}
