package picture

import (
	"bytes"
	"encoding/binary"
	"errors"
	"image"
	"io"
	"slices"
)

var errLayout = errors.New("the parts of the file do not fit together")

// config and decode fit the decoders into the table of formats.
func config(f func(io.Reader) (image.Config, error)) func(*bytes.Reader) (image.Config, error) {
	return func(r *bytes.Reader) (image.Config, error) { return f(r) }
}

func decode(f func(io.Reader) (image.Image, error)) func(*bytes.Reader) (image.Image, error) {
	return func(r *bytes.Reader) (image.Image, error) { return f(r) }
}

// plainChunks are the parts of a PNG that make the picture; gAMA and its like say how its colours
// are meant and nothing else.
var plainChunks = []string{"IHDR", "PLTE", "tRNS", "IDAT", "IEND", "gAMA", "cHRM", "sRGB", "sBIT", "bKGD", "pHYs"}

// pngLayout walks over the chunks: length, name, content, checksum.
func pngLayout(data []byte) (*layout, error) {
	found := &layout{plain: true}
	for rest := data[8:]; ; {
		if len(rest) < 12 {
			return nil, errLayout
		}
		size, name := int64(binary.BigEndian.Uint32(rest)), string(rest[4:8])
		if size > int64(len(rest)-12) {
			return nil, errLayout
		}
		content := rest[8 : 8+size]
		rest = rest[12+size:]
		found.plain = found.plain && slices.Contains(plainChunks, name)
		switch name {
		case "eXIf":
			found.exif = content
		case "IEND":
			found.plain = found.plain && len(rest) == 0
			return found, nil
		}
	}
}

// Markers of JPEG, the second byte of each.
const (
	markStandalone = 0x01
	markFrame      = 0xc0
	markProgress   = 0xc2
	markHuffman    = 0xc4
	markRestart    = 0xd0 // and seven more
	markStart      = 0xd8
	markEnd        = 0xd9
	markScan       = 0xda
	markQuantum    = 0xdb
	markInterval   = 0xdd
	markJFIF       = 0xe0
	markExif       = 0xe1
	markAdobe      = 0xee // says how the colours are coded
)

const jfifBytes = 14 // without a small picture inside

// jpegLayout walks over the segments. What follows a scan's head is its coded picture, in which ff
// is followed by 00 or by the mark of a restart.
func jpegLayout(data []byte) (*layout, error) {
	found := &layout{plain: true}
	for rest := data[2:]; ; {
		if at := bytes.IndexByte(rest, 0xff); at != 0 { // decoders skip what lies between segments, too
			found.plain = false
			rest = rest[max(at, 0):]
		}
		if len(rest) < 2 || rest[0] != 0xff {
			return found, nil // it ends too soon; the decoder says so
		}
		mark := rest[1]
		switch {
		case mark == 0xff: // a filler
			rest = rest[1:]
			continue
		case mark == markEnd:
			found.plain = found.plain && len(rest) == 2
			return found, nil
		case mark == markStandalone || mark >= markRestart && mark <= markStart:
			rest = rest[2:]
			continue
		}
		if len(rest) < 4 {
			return nil, errLayout
		}
		size := int(binary.BigEndian.Uint16(rest[2:]))
		if size < 2 || size > len(rest)-2 {
			return nil, errLayout
		}
		found.segment(mark, rest[4:2+size])
		rest = rest[2+size:]
		if mark == markScan {
			rest = afterScan(rest)
		}
	}
}

func (l *layout) segment(mark byte, content []byte) {
	switch mark {
	case markScan:
		l.scans++
	case markFrame, markFrame + 1, markProgress, markHuffman, markQuantum, markInterval, markAdobe:
	case markJFIF:
		l.plain = l.plain && len(content) == jfifBytes
	case markExif:
		l.plain = false
		if tiff, ok := bytes.CutPrefix(content, []byte("Exif\x00\x00")); ok && l.exif == nil {
			l.exif = tiff
		}
	default:
		l.plain = false
	}
}

// afterScan gives what follows the coded picture of a scan.
func afterScan(data []byte) []byte {
	for i := 0; i+1 < len(data); i++ {
		if next := data[i+1]; data[i] == 0xff && next != 0 && (next < markRestart || next >= markStart) {
			return data[i:]
		}
	}
	return nil
}

func isWebP(data []byte) bool {
	return len(data) >= 12 && string(data[:4]) == "RIFF" && string(data[8:12]) == "WEBP"
}

// webpLayout walks over the chunks. The frame must be as large as the file said at its beginning,
// because that is what was measured.
func webpLayout(data []byte) (*layout, error) {
	found := &layout{}
	var canvas, frame image.Point
	for rest := data[12:]; len(rest) >= 8; {
		size, name := int64(binary.LittleEndian.Uint32(rest[4:])), string(rest[:4])
		if size > int64(len(rest)-8) {
			return nil, errLayout
		}
		content := rest[8 : 8+size]
		rest = rest[min(int64(len(rest)), 8+size+size&1):]
		switch {
		case name == "VP8X" && size >= 10:
			canvas = image.Pt(1+int(content[4])|int(content[5])<<8|int(content[6])<<16, 1+int(content[7])|int(content[8])<<8|int(content[9])<<16)
		case name == "VP8 " && size >= 10:
			frame = image.Pt(int(binary.LittleEndian.Uint16(content[6:]))&0x3fff, int(binary.LittleEndian.Uint16(content[8:]))&0x3fff)
		case name == "VP8L" && size >= 5:
			bits := binary.LittleEndian.Uint32(content[1:])
			frame = image.Pt(1+int(bits&0x3fff), 1+int(bits>>14&0x3fff))
		case name == "EXIF":
			found.exif = bytes.TrimPrefix(content, []byte("Exif\x00\x00"))
		}
		if canvas != (image.Point{}) && frame != (image.Point{}) && canvas != frame {
			return nil, errLayout
		}
	}
	return found, nil
}
