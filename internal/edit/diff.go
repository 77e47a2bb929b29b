package edit

import (
	"bytes"
	"encoding/json"
	"reflect"
	"slices"

	"klantreis/internal/fault"
)

// Diff gives the ops that turn what a person sees of a document into the target: a root with
// filled lists, such as one read from a file. Nothing when they are equal. Stages and lanes come
// first and deletions last, as far as the invariants allow. The document is not changed.
//
// The ops are tried out on a copy, with the checks of [Doc.Apply]; what is outside the document is
// taken to be there. Errors are faults of code invalid with the path of the part of the target
// that no edit can bring about, such as the type of a card that has another one now.
func Diff(d *Doc, target Entity) ([]Op, error) {
	want, read, err := readView(d.schema, target, nil)
	if err != nil {
		return nil, err
	}
	p := &path{doc: d.clone(), want: want}
	if err := p.match(read); err != nil {
		return nil, err
	}
	for {
		before := len(p.ops)
		p.stuck = nil
		p.round()
		switch {
		case len(p.ops) > before:
		case p.stuck == nil:
			return p.ops, nil
		case !p.detour():
			return nil, fault.At(wrong("", "no edit can bring this about: %s", p.why.Error()), p.paths[p.stuck[0].ID])
		}
	}
}

// path is the way from one document to another.
type path struct {
	doc, want *Doc              // doc has every op so far applied
	order     []*Node           // what is wanted, as the target lists it
	paths     map[string]string // id → where in the target
	ops       []Op
	stuck     []Op // what was refused in this round
	why       error
	detours   int
}

// everything answers that whatever a document refers to outside itself is there.
type everything struct{}

func (everything) Has(string, string) bool { return true }
func (everything) Known([]string) bool     { return false }

// try applies an op when it is possible now, and notes it either way.
func (p *path) try(op Op) bool {
	if _, err := p.doc.apply(op, call{refs: everything{}, jitter: jitter("", int64(len(p.ops)), 0)}); err != nil {
		if p.stuck == nil {
			p.why = err
		}
		p.stuck = append(p.stuck, op)
		return false
	}
	p.ops = append(p.ops, op)
	return true
}

// match finds out which node of the document each wanted one is, and whether it can become it.
func (p *path) match(read []placed) error {
	if p.doc.ID() != p.want.ID() {
		return wrong("id", "this is %q, and the other is %q", p.want.ID(), p.doc.ID())
	}
	if err := canBecome(p.doc.root, p.want.root); err != nil {
		return err
	}
	p.paths = make(map[string]string, len(read))
	p.renumber(read)
	for _, r := range read {
		p.order = append(p.order, r.node)
		p.paths[r.node.ID] = r.path
		if n := p.doc.nodes[r.node.ID]; n == nil {
			continue
		} else if err := canBecome(n, r.node); err != nil {
			return fault.At(err, r.path)
		}
	}
	return nil
}

// canBecome refuses a change of what is set only once.
func canBecome(n, wanted *Node) error {
	if n.Kind != wanted.Kind {
		return wrong("id", "%q is a %s already", n.ID, n.Kind.Name)
	}
	has, wants := reflect.ValueOf(n.Entity).Elem(), reflect.ValueOf(wanted.Entity).Elem()
	for i := range has.NumField() {
		f := has.Type().Field(i)
		mode, name := f.Tag.Get("edit"), jsonName(f)
		placed := name == "order" || n.Kind.InCell && (name == "stageId" || name == "laneId")
		if mode != "once" && mode != "fixed" || placed || f.Tag.Get("node") != "" {
			continue
		}
		if !same(has.Field(i), wants.Field(i)) {
			return wrong(name, "the %s of a %s cannot change", name, n.Kind.Name)
		}
	}
	return nil
}

// renumber gives wanted things that only a number tells apart the ids of those in the document, in order.
func (p *path) renumber(read []placed) {
	free := map[string][]string{}
	for _, k := range p.doc.schema.Kinds {
		if k.Numbered {
			for _, n := range p.doc.All(k.Name) {
				own := k.Compose(n.Entity)
				free[own] = append(free[own], n.ID)
			}
		}
	}
	for _, r := range read {
		k := r.node.Kind
		if !k.Numbered {
			continue
		}
		own := k.Compose(r.node.Entity)
		delete(p.want.nodes, r.node.ID)
		if ids := free[own]; len(ids) > 0 {
			r.node.ID, free[own] = ids[0], ids[1:]
		} else {
			r.node.ID = k.idOf(r.node.Entity, func(id string) bool {
				return p.doc.nodes[id] != nil || p.want.nodes[id] != nil && p.want.nodes[id] != r.node
			})
		}
		p.want.nodes[r.node.ID] = r.node
	}
}

// round does whatever is possible now. What was refused may be possible in the next one.
func (p *path) round() {
	for _, n := range p.order {
		p.bring(n)
	}
	p.arrange()
	p.change(p.want.root)
	for _, n := range p.order {
		p.change(n)
	}
	for _, k := range p.doc.schema.Kinds {
		for _, n := range p.doc.All(k.Name) {
			if p.want.nodes[n.ID] == nil && p.doc.Shows(n) {
				p.try(Op{Verb: Delete, ID: n.ID})
			}
		}
	}
}

// bring makes or restores a wanted node. References to what is not there yet are set later.
func (p *path) bring(wanted *Node) {
	if n := p.doc.nodes[wanted.ID]; n != nil {
		if n.Deleted {
			p.try(Op{Verb: Restore, ID: n.ID})
		}
		return
	}
	op := Op{Verb: Insert, ID: wanted.ID, Type: wanted.Kind.Name, Props: propsOf(wanted)}
	v := reflect.ValueOf(wanted.Entity).Elem()
	for _, f := range planOf(v.Type()).refs {
		required := f.ref != nil && f.ref.required
		if !required && dangles(v.Field(f.field), f.ref, p.there) {
			delete(op.Props, f.name)
		}
	}
	op.Pos = &Pos{StageID: wanted.StageID, LaneID: wanted.LaneID, Order: p.rankAfter(wanted)}
	p.try(op)
}

func (p *path) there(ref *reference, id string) bool { return p.doc.has(ref, id, nil) }

// rankAfter gives the rank behind the nearest wanted sibling that is there already.
func (p *path) rankAfter(wanted *Node) int {
	siblings := p.want.groups[wanted.group()]
	for i := slices.Index(siblings, wanted) - 1; i >= 0; i-- {
		before := p.doc.nodes[siblings[i].ID]
		if before == nil || before.group() != wanted.group() || !p.doc.Shows(before) {
			continue
		}
		rank := 0
		for _, n := range p.doc.groups[wanted.group()] {
			if n.ID != wanted.ID && p.doc.Shows(n) {
				rank++
			}
			if n == before {
				return rank + 1
			}
		}
	}
	return 1
}

// arrange moves as few nodes as it takes to bring every group into the wanted order.
func (p *path) arrange() {
	for _, wanted := range p.order {
		siblings := p.want.groups[wanted.group()]
		if siblings[0] != wanted {
			continue // each group once, when its first comes by
		}
		stay := p.inOrder(siblings)
		for _, w := range siblings {
			n := p.doc.nodes[w.ID]
			if n == nil || stay[w.ID] || n.group() == w.group() && !p.doc.Shows(n) {
				continue
			}
			p.try(Op{Verb: Move, ID: w.ID, Pos: &Pos{StageID: w.StageID, LaneID: w.LaneID, Order: p.rankAfter(w)}})
		}
	}
}

// inOrder picks the most siblings that stand in the wanted order already.
func (p *path) inOrder(siblings []*Node) map[string]bool {
	place := map[string]int{}
	for i, n := range p.doc.groups[siblings[0].group()] {
		if p.doc.Shows(n) {
			place[n.ID] = i + 1
		}
	}
	var ends, from []int // ends[k]: the sibling that ends the best run of k+1; from: what came before
	for i, w := range siblings {
		from = append(from, -1)
		at := place[w.ID]
		if at == 0 {
			continue
		}
		k, _ := slices.BinarySearchFunc(ends, at, func(end, at int) int { return place[siblings[end].ID] - at })
		if k > 0 {
			from[i] = ends[k-1]
		}
		if k == len(ends) {
			ends = append(ends, i)
		} else {
			ends[k] = i
		}
	}
	stay := map[string]bool{}
	if len(ends) > 0 {
		for i := ends[len(ends)-1]; i >= 0; i = from[i] {
			stay[siblings[i].ID] = true
		}
	}
	return stay
}

// change sets every property that differs from what is wanted.
func (p *path) change(wanted *Node) {
	n := p.doc.nodes[wanted.ID]
	if n == nil {
		return
	}
	has := reflect.ValueOf(n.Entity).Elem()
	if p.doc.Shows(n) { // then ids of hidden things do not count, since they are not seen
		if seen, ok := withoutDangling(reflect.ValueOf(n.Entity), p.there); ok {
			has = seen.Elem()
		}
	}
	wants := reflect.ValueOf(wanted.Entity).Elem()
	for _, prop := range planOf(has.Type()).props {
		if mode := has.Type().Field(prop.field).Tag.Get("edit"); mode == "once" || same(has.Field(prop.field), wants.Field(prop.field)) {
			continue
		}
		value := json.RawMessage("null")
		if field := wants.Field(prop.field); !prop.omit || !field.IsZero() {
			value = marshal(field.Interface())
		}
		p.try(Op{Verb: Set, ID: n.ID, Key: prop.name, Value: value})
	}
}

func same(a, b reflect.Value) bool {
	return reflect.DeepEqual(a.Interface(), b.Interface()) || bytes.Equal(marshal(a.Interface()), marshal(b.Interface()))
}

// detoursMax bounds the ways around; each is needed only where two values hold each other up.
const detoursMax = 1000

// detour gives a property that could not be set another value for the time being: nothing, or the
// id of some other thing. So a link is turned round when a card cannot be linked to itself.
func (p *path) detour() bool {
	if p.detours++; p.detours > detoursMax {
		return false
	}
	for _, op := range p.stuck {
		if op.Verb != Set {
			continue
		}
		if p.aside(op, json.RawMessage("null")) {
			return true
		}
		a := accessorOf(reflect.TypeOf(p.doc.nodes[op.ID].Entity).Elem(), op.Key)
		if a.ref == nil || a.leaf.Type.Kind() != reflect.String || !p.doc.schema.inside(a.ref) {
			continue
		}
		for _, kind := range a.ref.kinds {
			for _, n := range p.doc.All(kind) {
				if p.aside(op, marshal(n.ID)) {
					return true
				}
			}
		}
	}
	return false
}

// aside tries another value than the wanted one, when it makes a difference.
func (p *path) aside(op Op, value json.RawMessage) bool {
	n := p.doc.nodes[op.ID]
	now := accessorOf(reflect.TypeOf(n.Entity).Elem(), op.Key).get(n.Entity)
	if bytes.Equal(now, value) || bytes.Equal(now, []byte(`""`)) {
		return false
	}
	op.Value = value
	return p.try(op)
}

// clone gives a copy that can be edited on its own; entities are never changed, so they are shared.
func (d *Doc) clone() *Doc {
	c := &Doc{schema: d.schema, nodes: make(map[string]*Node, len(d.nodes)), groups: make(map[groupKey][]*Node, len(d.groups))}
	for id, n := range d.nodes {
		fresh := *n
		c.nodes[id] = &fresh
	}
	c.root = c.nodes[d.root.ID]
	for key, group := range d.groups {
		for _, n := range group {
			c.groups[key] = append(c.groups[key], c.nodes[n.ID])
		}
	}
	return c
}
