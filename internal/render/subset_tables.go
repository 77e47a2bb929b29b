package render

import (
	"encoding/binary"
	"maps"
	"slices"

	"golang.org/x/image/font/sfnt"
)

// span is a range of characters whose glyphs follow each other.
type span struct {
	first, last rune
	glyph       uint16
}

func spans(characters map[rune]sfnt.GlyphIndex, renumber map[sfnt.GlyphIndex]uint16) []span {
	var list []span
	for _, r := range slices.Sorted(maps.Keys(characters)) {
		g := renumber[characters[r]]
		if n := len(list); n > 0 && list[n-1].last+1 == r && list[n-1].glyph+uint16(r-list[n-1].first) == g {
			list[n-1].last = r
			continue
		}
		list = append(list, span{r, r, g})
	}
	return list
}

// lastBMP is the last character that the short form of the map can hold; 0xFFFF itself closes it.
const lastBMP = 0xFFFE

// characterMap writes a cmap with a short map for what fits in it, and a long one for everything.
func characterMap(characters map[rune]sfnt.GlyphIndex, renumber map[sfnt.GlyphIndex]uint16) []byte {
	all := spans(characters, renumber)
	var low []span
	for _, s := range all {
		if s.last <= lastBMP {
			low = append(low, s)
		}
	}
	short, long := shortMap(low), longMap(all)
	be := binary.BigEndian
	var b []byte
	b = be.AppendUint16(b, 0) // version
	b = be.AppendUint16(b, 2) // two maps, both of platform Windows
	const header = 4 + 2*8
	for _, m := range []struct{ encoding, offset int }{{1, header}, {10, header + len(short)}} {
		b = be.AppendUint16(b, 3)
		b = be.AppendUint16(b, uint16(m.encoding))
		b = be.AppendUint32(b, uint32(m.offset))
	}
	return append(append(b, short...), long...)
}

// shortMap is cmap format 4.
func shortMap(list []span) []byte {
	list = append(list, span{0xFFFF, 0xFFFF, 0})
	be := binary.BigEndian
	n := len(list)
	searchRange, selector := 1, 0
	for searchRange*2 <= n {
		searchRange, selector = searchRange*2, selector+1
	}
	var b []byte
	for _, v := range []int{4, 16 + 8*n, 0, 2 * n, 2 * searchRange, selector, 2 * (n - searchRange)} {
		b = be.AppendUint16(b, uint16(v))
	}
	for _, s := range list {
		b = be.AppendUint16(b, uint16(s.last))
	}
	b = be.AppendUint16(b, 0)
	for _, s := range list {
		b = be.AppendUint16(b, uint16(s.first))
	}
	for _, s := range list {
		b = be.AppendUint16(b, s.glyph-uint16(s.first)) // modulo 65536, as the format wants; the closing one gives glyph 0
	}
	return append(b, make([]byte, 2*n)...)
}

// longMap is cmap format 12.
func longMap(list []span) []byte {
	be := binary.BigEndian
	var b []byte
	b = be.AppendUint16(b, 12)
	b = be.AppendUint16(b, 0)
	for _, v := range []int{16 + 12*len(list), 0, len(list)} {
		b = be.AppendUint32(b, uint32(v))
	}
	for _, s := range list {
		b = be.AppendUint32(b, uint32(s.first))
		b = be.AppendUint32(b, uint32(s.last))
		b = be.AppendUint32(b, uint32(s.glyph))
	}
	return b
}

// writeTables puts the tables in one file, with their checksums.
func writeTables(tables map[string][]byte) []byte {
	be := binary.BigEndian
	names := slices.Sorted(maps.Keys(tables))
	n := len(names)
	searchRange, selector := 1, 0
	for searchRange*2 <= n {
		searchRange, selector = searchRange*2, selector+1
	}
	file := be.AppendUint32(nil, 0x00010000)
	for _, v := range []int{n, 16 * searchRange, selector, 16 * (n - searchRange)} {
		file = be.AppendUint16(file, uint16(v))
	}
	be.PutUint32(tables["head"][8:], 0) // checksumAdjustment counts as 0 in the sums
	offset, head := len(file)+16*n, 0
	var body []byte
	for _, name := range names {
		t := tables[name]
		if name == "head" {
			head = offset
		}
		file = append(file, name...)
		file = be.AppendUint32(file, checksum(t))
		file = be.AppendUint32(file, uint32(offset))
		file = be.AppendUint32(file, uint32(len(t)))
		body = append(body, t...)
		for len(body)%4 != 0 {
			body = append(body, 0)
		}
		offset = 12 + 16*n + len(body)
	}
	file = append(file, body...)
	be.PutUint32(file[head+8:], 0xB1B0AFBA-checksum(file))
	return file
}

// checksum adds up the table as 32-bit numbers, as if it ended in zeros.
func checksum(b []byte) uint32 {
	var sum uint32
	for len(b) >= 4 {
		sum += binary.BigEndian.Uint32(b)
		b = b[4:]
	}
	var rest [4]byte
	copy(rest[:], b)
	return sum + binary.BigEndian.Uint32(rest[:])
}
