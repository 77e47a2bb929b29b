package sequence

import (
	"cmp"
	"context"
	"math/bits"
	"slices"
)

// VariantQuery asks which sequences of activities there are.
type VariantQuery struct {
	Collapse bool // an activity directly repeated counts once
	Top      int  // at most so many are given, the most frequent; 0 is all
}

// Variants are the sequences that occur.
type Variants struct {
	Cases    int // customers in all
	Distinct int // different sequences in all
	Top      []Variant
	Other    int // customers whose sequence is not in Top
}

// Variant is one sequence of activities, whole.
type Variant struct {
	Activities []string
	Cases      int
	Share      float64 // Cases ÷ all customers, 0 to 1
}

// Variants gives the most frequent sequences; equally frequent ones by their names, element by element.
func (ix *Index) Variants(ctx context.Context, q VariantQuery) (Variants, error) {
	parts, err := perPart(ctx, ix, func(from, to int) *groups { return ix.group(from, to, q.Collapse) })
	if err != nil {
		return Variants{}, err
	}
	all := merged(parts, !q.Collapse)
	v := Variants{Cases: ix.Customers(), Distinct: len(all.entries), Other: ix.Customers()}
	for _, g := range all.top(q.Top, ix.activities) {
		v.Other -= int(g.n)
		v.Top = append(v.Top, Variant{
			Activities: ix.activities.namesOf(all.key(&g)), Cases: int(g.n), Share: float64(g.n) / float64(v.Cases),
		})
	}
	return v, nil
}

func (d *dictionary) namesOf(codes []uint16) []string {
	names := make([]string, len(codes))
	for i, code := range codes {
		names[i] = d.names[code]
	}
	return names
}

func (ix *Index) group(from, to int, collapse bool) *groups {
	if !collapse {
		g := newGroups(ix.activity)
		for c := from; c < to; c++ {
			begin, end := ix.events(c)
			g.add(ix.activity[begin:end], begin).n++
		}
		return g
	}
	g := newGroups(nil)
	var scratch []uint16
	for c := from; c < to; c++ {
		begin, end := ix.events(c)
		scratch = append(scratch[:0], ix.activity[begin:end]...)
		g.add(slices.Compact(scratch), copied).n++
	}
	return g
}

// groups counts sequences: a hash table with open addressing. A sequence is compared whole when its hash is
// equal, so the counts are exact whatever the hash does. There are no pointers in it: with millions of
// sequences the garbage collector would follow them all.
type groups struct {
	keys    []uint16 // a column that keys are part of, or copies of them
	slots   []uint32 // place in entries plus 1; 0 is free
	entries []groupOf
}

// groupOf counts the customers with one sequence.
type groupOf struct {
	hash   uint64
	begin  uint32 // of its key in keys
	length uint32
	n      uint32 // customers
	more   uint32 // of another kind, see touch.go
}

// copied as the place of a key says that it is in no column, and is copied when it is new.
const copied = -1

func newGroups(column []uint16) *groups { return &groups{keys: column, slots: make([]uint32, 1<<8)} }

func (g *groups) key(e *groupOf) []uint16 { return g.keys[e.begin:][:e.length] }

// add gives the entry of a sequence, until the next call. The key begins at a place in the column, or is [copied].
func (g *groups) add(key []uint16, begin int) *groupOf {
	return g.entry(key, hashOf(key), begin)
}

func (g *groups) entry(key []uint16, hash uint64, begin int) *groupOf {
	at := g.find(key, hash)
	if place := g.slots[at]; place > 0 {
		return &g.entries[place-1]
	}
	if begin == copied {
		begin = len(g.keys)
		g.keys = append(g.keys, key...)
	}
	g.entries = append(g.entries, groupOf{hash: hash, begin: uint32(begin), length: uint32(len(key))})
	g.slots[at] = uint32(len(g.entries))
	if 2*len(g.entries) > len(g.slots) {
		g.grow()
	}
	return &g.entries[len(g.entries)-1]
}

func (g *groups) find(key []uint16, hash uint64) uint64 {
	mask := uint64(len(g.slots) - 1)
	for at := hash & mask; ; at = (at + 1) & mask {
		place := g.slots[at]
		if place == 0 {
			return at
		}
		if e := &g.entries[place-1]; e.hash == hash && slices.Equal(g.key(e), key) {
			return at
		}
	}
}

func (g *groups) grow() {
	g.slots = make([]uint32, 4*len(g.slots))
	mask := uint64(len(g.slots) - 1)
	for i := range g.entries {
		at := g.entries[i].hash & mask
		for g.slots[at] > 0 {
			at = (at + 1) & mask
		}
		g.slots[at] = uint32(i + 1)
	}
}

// merged puts the groups of all ranges in those of the first. In a column each key keeps its place.
func merged(parts []*groups, column bool) *groups {
	all := parts[0]
	for _, p := range parts[1:] {
		for i := range p.entries {
			e := &p.entries[i]
			begin := copied
			if column {
				begin = int(e.begin)
			}
			sum := all.entry(p.key(e), e.hash, begin)
			sum.n += e.n
			sum.more += e.more
		}
	}
	return all
}

// top gives the k largest groups, all when k is 0; equal ones by their names.
func (g *groups) top(k int, d *dictionary) []groupOf {
	ranks := d.ranks()
	byNames := func(a, b groupOf) int {
		if order := cmp.Compare(b.n, a.n); order != 0 {
			return order
		}
		return slices.CompareFunc(g.key(&a), g.key(&b), func(x, y uint16) int { return cmp.Compare(ranks[x], ranks[y]) })
	}
	chosen := g.entries
	if k > 0 && k < len(chosen) { // only those that can be among them are sorted
		counts := make([]uint64, len(chosen))
		for i := range chosen {
			counts[i] = uint64(chosen[i].n)
		}
		least := nth(counts, len(counts)-k)
		chosen = nil
		var equal []groupOf
		for _, e := range g.entries {
			switch {
			case uint64(e.n) > least:
				chosen = append(chosen, e)
			case uint64(e.n) == least:
				equal = keepTop(append(equal, e), k, byNames)
			}
		}
		chosen = append(chosen, equal...)
	}
	slices.SortFunc(chosen, byNames)
	if k > 0 && k < len(chosen) {
		chosen = chosen[:k]
	}
	return chosen
}

// keepTop drops what cannot be among the first k whenever there is twice as much and some.
func keepTop(of []groupOf, k int, order func(a, b groupOf) int) []groupOf {
	if len(of) < 2*k+64 {
		return of
	}
	slices.SortFunc(of, order)
	return of[:k]
}

// hashOf mixes four codes at a time by a multiplication of 64 × 64 bits folded to 64, as wyhash does.
func hashOf(key []uint16) uint64 {
	const a, b = 0xa0761d6478bd642f, 0xe7037ed1a0b428db // wyhash's primes
	h := uint64(len(key)) * a
	for ; len(key) >= 4; key = key[4:] {
		h = fold(h^(uint64(key[0])|uint64(key[1])<<16|uint64(key[2])<<32|uint64(key[3])<<48), b)
	}
	rest := uint64(0)
	for _, code := range key {
		rest = rest<<16 | uint64(code)
	}
	return fold(h^rest, a^b)
}

func fold(x, y uint64) uint64 {
	high, low := bits.Mul64(x^0x8ebc6af09c88c6e3, y)
	return high ^ low
}
