package edit

import (
	"errors"
	"fmt"
	"reflect"
	"slices"

	"klantreis/internal/fault"
)

// View gives what a person sees: the root with its lists filled with the visible nodes in order,
// ranks counted, derived properties filled in, and ids of hidden things left out. The result is
// never changed by later edits and must not be changed by the caller.
func (d *Doc) View(refs References) Entity {
	root, _ := withoutDangling(reflect.ValueOf(d.root.Entity), func(ref *reference, id string) bool { return d.has(ref, id, refs) })
	view := copyOf(root.Interface().(Entity))
	v := reflect.ValueOf(view).Elem()
	shown := d.viewed(refs)
	for _, list := range planOf(v.Type()).nodes {
		field := v.Field(list.field)
		entities := shown[list.kind]
		filled := reflect.MakeSlice(field.Type(), len(entities), len(entities))
		for i, e := range entities {
			filled.Index(i).Set(reflect.ValueOf(e))
		}
		field.Set(filled)
	}
	return view
}

// viewed gives the visible entities by kind, in the order of the map: cards by stage, lane and rank.
func (d *Doc) viewed(refs References) map[string][]Entity {
	shown := map[string][]Entity{}
	var cells []groupKey
	for key := range d.groups {
		if key.kind.InCell {
			cells = append(cells, key)
		} else {
			shown[key.kind.Name] = d.viewGroup(key, refs)
		}
	}
	rank := d.ranks()
	slices.SortFunc(cells, func(a, b groupKey) int {
		if by := rank[a.stage] - rank[b.stage]; by != 0 {
			return by
		}
		return rank[a.laneRow] - rank[b.laneRow]
	})
	for _, key := range cells {
		shown[key.kind.Name] = append(shown[key.kind.Name], d.viewGroup(key, refs)...)
	}
	return shown
}

func (d *Doc) ranks() map[string]int {
	rank := map[string]int{}
	for key, group := range d.groups {
		if key.kind.Name == "stage" || key.kind.Name == "lane" {
			for i, n := range group {
				rank[n.ID] = i
			}
		}
	}
	return rank
}

func (d *Doc) viewGroup(key groupKey, refs References) []Entity {
	keep := func(ref *reference, id string) bool { return d.has(ref, id, refs) }
	shown := make([]Entity, 0, len(d.groups[key]))
	for _, n := range d.groups[key] {
		if !d.Shows(n) {
			continue
		}
		kept, ok := withoutDangling(reflect.ValueOf(n.Entity), keep)
		if !ok {
			continue
		}
		e := copyOf(kept.Interface().(Entity))
		v := reflect.ValueOf(e).Elem()
		if i, ordered := planOf(v.Type()).fields["order"]; ordered {
			v.Field(i).SetInt(int64(len(shown) + 1))
		}
		if refs != nil {
			for name, rule := range key.kind.Derived {
				setString(v, name, rule.Value(e, refs))
			}
		}
		shown = append(shown, e)
	}
	return shown
}

// FromView makes a document of a root with filled lists, such as one read from a file, and checks
// everything on the way. Errors name the path of the offending part, such as "cards[3].title.nl".
func FromView(schema *Schema, view Entity, refs References) (*Doc, error) {
	d, _, err := readView(schema, view, refs)
	return d, err
}

// readView is [FromView]; it also tells where each node stands in the file.
func readView(schema *Schema, view Entity, refs References) (*Doc, []placed, error) {
	v := reflect.ValueOf(view).Elem()
	bare := copyOf(view)
	prune(reflect.ValueOf(bare).Elem())
	lists := planOf(v.Type()).nodes
	for _, list := range lists {
		reflect.ValueOf(bare).Elem().Field(list.field).SetZero()
	}
	if err := bare.Validate(); err != nil {
		return nil, nil, err
	}
	d := NewDoc(schema, bare)
	var read []placed
	for _, list := range lists {
		nodes, err := d.readList(v, list)
		if err != nil {
			return nil, nil, err
		}
		read = append(read, nodes...)
	}
	for _, p := range read { // ranks and ids are known now: check what points to what
		if err := d.checkRead(p.node, refs); err != nil {
			return nil, nil, fault.At(err, p.path)
		}
	}
	if err := d.checkRead(d.root, refs); err != nil {
		return nil, nil, err
	}
	for _, p := range slices.Backward(read) { // the parts before the whole: a step before its stage
		if schema.Check == nil {
			break
		}
		if err := schema.Check(d, p.node, refs); err != nil {
			return nil, nil, fault.At(asFault(err), p.path)
		}
	}
	return d, read, nil
}

// placed is a node with its path in the file it was read from.
type placed struct {
	node *Node
	path string
}

// readList puts the elements of a list into the document, by rank where they carry one.
func (d *Doc) readList(v reflect.Value, list nodeList) ([]placed, error) {
	k := d.schema.kind(list.kind)
	name := jsonName(v.Type().Field(list.field))
	field := v.Field(list.field)
	read := make([]placed, field.Len())
	taken := make(map[string]bool, field.Len())
	for i := range read {
		path := fmt.Sprintf("%s[%d]", name, i)
		n, err := d.readNode(k, field.Index(i), taken)
		if err == nil && (taken[n.ID] || d.nodes[n.ID] != nil) {
			err = wrong("id", "%q stands here twice", n.ID)
		}
		if err != nil {
			return nil, fault.At(err, path)
		}
		taken[n.ID] = true
		read[i] = placed{n, path}
	}
	if len(d.nodes)+len(read) > nodesMax {
		return nil, fault.New(fault.TooLarge, "a document holds at most %d things", nodesMax)
	}
	return read, d.seat(read)
}

// seat gives the nodes of one list their places and puts them into the document.
func (d *Doc) seat(read []placed) error {
	for _, p := range read {
		if !p.node.Kind.InCell {
			break
		}
		if err := d.checkCell(p.node.StageID, p.node.LaneID); err != nil {
			return fault.At(asFault(err), p.path)
		}
	}
	ranked := slices.Clone(read)
	slices.SortStableFunc(ranked, func(a, b placed) int { return rankOf(a.node) - rankOf(b.node) })
	keys := spread(len(ranked))
	seen := map[groupKey]int{}
	for i, p := range ranked {
		rank := rankOf(p.node)
		if seen[p.node.group()]++; rank != 0 && rank != seen[p.node.group()] {
			return fault.At(wrong("order", "the order among its siblings must run 1, 2, 3 … without holes; here it should be %d",
				seen[p.node.group()]), p.path)
		}
		p.node.Index = keys[i]
		d.put(p.node)
	}
	return nil
}

// rankOf gives the order that a file states; 0 when such things carry none.
func rankOf(n *Node) int {
	v := reflect.ValueOf(n.Entity).Elem()
	i, ordered := planOf(v.Type()).fields["order"]
	if !ordered {
		return 0
	}
	if rank := int(v.Field(i).Int()); rank != 0 {
		return rank
	}
	return -1 // a missing order is never right
}

func (d *Doc) readNode(k *Kind, element reflect.Value, taken map[string]bool) (*Node, error) {
	if element.IsNil() {
		return nil, wrong("", "null has no place here")
	}
	e := copyOf(element.Interface().(Entity))
	prune(reflect.ValueOf(e).Elem())
	if err := e.Validate(); err != nil {
		return nil, err
	}
	n := &Node{ID: k.idOf(e, func(id string) bool { return taken[id] }), Kind: k, Entity: e}
	if k.InCell {
		ev := reflect.ValueOf(e).Elem()
		n.StageID, n.LaneID = stringField(ev, "stageId"), stringField(ev, "laneId")
	}
	complete(e)
	return n, nil
}

func (d *Doc) checkRead(n *Node, refs References) error {
	keep := func(path string, ref *reference, at reflect.Value) error {
		id := at.String()
		if d.has(ref, id, refs) {
			return nil
		}
		return wrong(path, "there is no %s with id %q", ref.kinds[0], id)
	}
	if err := eachRef(reflect.ValueOf(n.Entity), "", keep); err != nil {
		return err
	}
	if err := d.checkDepth(n); err != nil {
		return asFault(err)
	}
	v := reflect.ValueOf(n.Entity).Elem()
	for name, rule := range n.Kind.Derived {
		if given := stringField(v, name); refs != nil && given != rule.Value(n.Entity, refs) {
			return wrong(name, "%s", rule.Refuse(given).Reason)
		}
	}
	return nil
}

func asFault(err error) error {
	var r *Refusal
	if errors.As(err, &r) {
		return wrong(r.Field, "%s", r.Reason)
	}
	return err
}
