package picture

import (
	"encoding/binary"
	"image"
)

const orientationTag = 0x0112 // of TIFF and Exif

// orientation reads how the camera was held from Exif: 1 is upright, and so is what cannot be read.
func orientation(tiff []byte) int {
	if len(tiff) < 8 {
		return 1
	}
	var order binary.ByteOrder
	switch string(tiff[:4]) {
	case "II*\x00":
		order = binary.LittleEndian
	case "MM\x00*":
		order = binary.BigEndian
	default:
		return 1
	}
	at := int64(order.Uint32(tiff[4:]))
	if at > int64(len(tiff)-2) {
		return 1
	}
	entries := tiff[at+2:]
	for range order.Uint16(tiff[at:]) {
		if len(entries) < 12 {
			return 1
		}
		if order.Uint16(entries) == orientationTag {
			if way := int(order.Uint16(entries[8:])); way >= 1 && way <= 8 {
				return way
			}
			return 1
		}
		entries = entries[12:]
	}
	return 1
}

// upright turns and mirrors a picture as its orientation says: 2 mirrored, 3 upside down, 4 both,
// 5 to 8 lying on a side, mirrored or not.
func upright(src *image.RGBA, way int) *image.RGBA {
	if way == 1 {
		return src
	}
	w, h := src.Rect.Dx(), src.Rect.Dy()
	size := image.Rect(0, 0, w, h)
	if way >= 5 {
		size = image.Rect(0, 0, h, w)
	}
	dst := image.NewRGBA(size)
	for y := range size.Dy() {
		for x := range size.Dx() {
			from := source(way, x, y, w, h)
			copy(dst.Pix[dst.PixOffset(x, y):][:4], src.Pix[src.PixOffset(from.X, from.Y):][:4])
		}
	}
	return dst
}

// source tells where the pixel at x, y of the upright picture lies in one of w by h.
func source(way, x, y, w, h int) image.Point {
	if way >= 5 {
		x, y = y, x
	}
	switch way {
	case 2, 7, 3, 8:
		x = w - 1 - x
	}
	switch way {
	case 3, 4, 6, 7:
		y = h - 1 - y
	}
	return image.Pt(x, y)
}
