package sequence

import (
	"slices"

	"klantreis/internal/event"
	"klantreis/internal/fault"
)

// none is the code of no name.
const none = uint16(0xffff)

// dictionary gives names codes from 0 up, in the order in which they come.
type dictionary struct {
	names []string
	codes map[string]uint16
	last  string // the name before, which often comes again
	code  uint16
}

func newDictionary(names ...string) *dictionary {
	d := &dictionary{names: slices.Clip(names), codes: make(map[string]uint16, len(names)), code: none}
	for code, name := range names {
		d.codes[name] = uint16(code)
	}
	return d
}

// add gives the code of a name, a new one when it needs one. kind names it in the sentence that refuses more
// names than there are codes.
func (d *dictionary) add(name, kind string) (uint16, error) {
	if name == d.last && d.code != none {
		return d.code, nil
	}
	code, known := d.codes[name]
	if !known {
		if len(d.names) == event.NamesMax {
			return none, fault.New(fault.Invalid, "there are more than %d different %s; is this the right column?", event.NamesMax, kind)
		}
		code = uint16(len(d.names))
		d.names = append(d.names, name)
		d.codes[name] = code
	}
	d.last, d.code = name, code
	return code, nil
}

// of gives the code of a name, [none] when it has none.
func (d *dictionary) of(name string) uint16 {
	if code, known := d.codes[name]; known {
		return code
	}
	return none
}

func (d *dictionary) len() int {
	if d == nil {
		return 0
	}
	return len(d.names)
}

// clone is a dictionary that can grow while this one is in use.
func (d *dictionary) clone() *dictionary {
	if d == nil {
		return newDictionary()
	}
	return newDictionary(d.names...)
}

// ranks gives for each code its place in the order of the names, so that codes can be compared as their names.
func (d *dictionary) ranks() []uint16 {
	codes := make([]uint16, d.len())
	for i := range codes {
		codes[i] = uint16(i)
	}
	slices.SortFunc(codes, func(a, b uint16) int {
		if d.names[a] < d.names[b] {
			return -1
		}
		return 1
	})
	ranks := make([]uint16, len(codes))
	for rank, code := range codes {
		ranks[code] = uint16(rank)
	}
	return ranks
}

// texts are many strings in one piece of memory: 4 bytes and itself each, where a Go string takes 16 more.
type texts struct {
	bytes string
	ends  []uint32
}

// textsBytesMax is as far as an end can point.
const textsBytesMax = 1<<32 - 1

func (t texts) len() int { return len(t.ends) }

func (t texts) at(i int) string {
	begin := uint32(0)
	if i > 0 {
		begin = t.ends[i-1]
	}
	return t.bytes[begin:t.ends[i]]
}
