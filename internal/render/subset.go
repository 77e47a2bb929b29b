package render

import (
	"encoding/binary"
	"errors"
	"maps"
	"slices"

	"golang.org/x/image/font/sfnt"
)

// subset writes a TrueType font that holds only the given characters, each drawn with the given
// glyph. It has neither kerning nor substitutions, so that a reader sets text exactly as wide as
// it was measured. See the OpenType specification 1.9 for the tables.
func subset(ttf []byte, characters map[rune]sfnt.GlyphIndex) ([]byte, error) {
	f, err := readTables(ttf)
	if err != nil {
		return nil, err
	}
	keep := f.closure(slices.Sorted(maps.Values(characters)))
	renumber := make(map[sfnt.GlyphIndex]uint16, len(keep))
	for i, old := range keep {
		renumber[old] = uint16(i)
	}
	glyf, loca := f.glyphs(keep, renumber)
	tables := map[string][]byte{
		"cmap": characterMap(characters, renumber),
		"glyf": glyf,
		"loca": loca,
		"hmtx": f.advances(keep),
		"head": slices.Clone(f.tables["head"]),
		"hhea": slices.Clone(f.tables["hhea"]),
		"maxp": slices.Clone(f.tables["maxp"]),
		"OS/2": f.tables["OS/2"],
		"name": f.tables["name"],
		"post": make([]byte, 32),
	}
	if prep := f.tables["prep"]; prep != nil {
		tables["prep"] = prep
	}
	binary.BigEndian.PutUint16(tables["head"][50:], 1) // loca has long offsets
	binary.BigEndian.PutUint16(tables["hhea"][34:], uint16(len(keep)))
	binary.BigEndian.PutUint16(tables["maxp"][4:], uint16(len(keep)))
	binary.BigEndian.PutUint32(tables["post"], 0x00030000) // no glyph names
	return writeTables(tables), nil
}

// trueType gives access to the tables of a font.
type trueType struct {
	tables   map[string][]byte
	longLoca bool
	metrics  int // entries of hmtx that have an advance of their own
}

var errFont = errors.New("not a TrueType font with outlines")

func readTables(ttf []byte) (*trueType, error) {
	if len(ttf) < 12 {
		return nil, errFont
	}
	f := &trueType{tables: map[string][]byte{}}
	for i := range int(binary.BigEndian.Uint16(ttf[4:])) {
		entry := ttf[12+16*i:]
		start, size := binary.BigEndian.Uint32(entry[8:]), binary.BigEndian.Uint32(entry[12:])
		f.tables[string(entry[:4])] = ttf[start : start+size]
	}
	for _, need := range []string{"glyf", "loca", "hmtx", "head", "hhea", "maxp", "OS/2", "name"} {
		if f.tables[need] == nil {
			return nil, errFont
		}
	}
	f.longLoca = binary.BigEndian.Uint16(f.tables["head"][50:]) == 1
	f.metrics = int(binary.BigEndian.Uint16(f.tables["hhea"][34:]))
	return f, nil
}

func (f *trueType) outline(g sfnt.GlyphIndex) []byte {
	loca, glyf := f.tables["loca"], f.tables["glyf"]
	if f.longLoca {
		return glyf[binary.BigEndian.Uint32(loca[4*g:]):binary.BigEndian.Uint32(loca[4*g+4:])]
	}
	return glyf[2*int(binary.BigEndian.Uint16(loca[2*g:])) : 2*int(binary.BigEndian.Uint16(loca[2*g+2:]))]
}

// Flags of a component of a composite glyph.
const (
	argsAreWords   = 1 << 0
	hasScale       = 1 << 3
	moreComponents = 1 << 5
	hasXYScale     = 1 << 6
	hasMatrix      = 1 << 7
)

// components gives where in an outline the numbers of other glyphs stand.
func components(outline []byte) []int {
	if len(outline) == 0 || int16(binary.BigEndian.Uint16(outline)) >= 0 {
		return nil
	}
	var places []int
	for at := 10; ; {
		flags := binary.BigEndian.Uint16(outline[at:])
		places = append(places, at+2)
		at += 6
		if flags&argsAreWords != 0 {
			at += 2
		}
		switch {
		case flags&hasScale != 0:
			at += 2
		case flags&hasXYScale != 0:
			at += 4
		case flags&hasMatrix != 0:
			at += 8
		}
		if flags&moreComponents == 0 {
			return places
		}
	}
}

// closure adds the empty glyph and the parts of composite ones; sorted, each once.
func (f *trueType) closure(glyphs []sfnt.GlyphIndex) []sfnt.GlyphIndex {
	keep := map[sfnt.GlyphIndex]bool{0: true}
	todo := glyphs
	for len(todo) > 0 {
		g := todo[len(todo)-1]
		todo = todo[:len(todo)-1]
		if keep[g] {
			continue
		}
		keep[g] = true
		outline := f.outline(g)
		for _, place := range components(outline) {
			todo = append(todo, sfnt.GlyphIndex(binary.BigEndian.Uint16(outline[place:])))
		}
	}
	return slices.Sorted(maps.Keys(keep))
}

func (f *trueType) glyphs(keep []sfnt.GlyphIndex, renumber map[sfnt.GlyphIndex]uint16) (glyf, loca []byte) {
	for _, g := range keep {
		loca = binary.BigEndian.AppendUint32(loca, uint32(len(glyf)))
		start := len(glyf)
		glyf = append(glyf, f.outline(g)...)
		for _, place := range components(glyf[start:]) {
			old := sfnt.GlyphIndex(binary.BigEndian.Uint16(glyf[start+place:]))
			binary.BigEndian.PutUint16(glyf[start+place:], renumber[old])
		}
		for len(glyf)%4 != 0 {
			glyf = append(glyf, 0)
		}
	}
	return glyf, binary.BigEndian.AppendUint32(loca, uint32(len(glyf)))
}

// advances gives every glyph its advance and left side bearing.
func (f *trueType) advances(keep []sfnt.GlyphIndex) []byte {
	hmtx := f.tables["hmtx"]
	var out []byte
	for _, g := range keep {
		if int(g) < f.metrics {
			out = append(out, hmtx[4*g:4*g+4]...)
			continue
		}
		bearing := 4*f.metrics + 2*(int(g)-f.metrics)
		out = append(out, hmtx[4*f.metrics-4:4*f.metrics-2]...)
		out = append(out, hmtx[bearing:bearing+2]...)
	}
	return out
}
