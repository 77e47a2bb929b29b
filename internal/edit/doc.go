package edit

import (
	"cmp"
	"iter"
	"reflect"
	"slices"

	"klantreis/internal/fault"
)

// Node is one entity in its place. Its entity is never changed, only replaced by a changed copy,
// so what was read from a document stays as it was.
type Node struct {
	ID      string
	Kind    *Kind
	Entity  Entity
	StageID string // of a card
	LaneID  string // of a card
	Index   string
	Deleted bool
}

type groupKey struct {
	kind           *Kind
	stage, laneRow string
}

func (n *Node) group() groupKey { return groupKey{n.Kind, n.StageID, n.LaneID} }

// Doc is one document. It is not safe for use by several goroutines at once; what it gives out is.
type Doc struct {
	schema *Schema
	root   *Node
	nodes  map[string]*Node
	groups map[groupKey][]*Node // in order, deleted ones too
}

// NewDoc makes a document that has only its root.
func NewDoc(schema *Schema, root Entity) *Doc {
	r := &Node{ID: idOf(root), Kind: schema.Root, Entity: root}
	complete(root)
	schema.once.Do(schema.prepare)
	return &Doc{schema: schema, root: r, nodes: map[string]*Node{r.ID: r}, groups: map[groupKey][]*Node{}}
}

// ID is the document's own id.
func (d *Doc) ID() string { return d.root.ID }

// Root gives the document's own properties; the lists in it are empty.
func (d *Doc) Root() Entity { return d.root.Entity }

// Visible gives the node with this id if it is there and not hidden; nil otherwise.
func (d *Doc) Visible(id string) *Node {
	if n := d.nodes[id]; n != nil && d.Shows(n) {
		return n
	}
	return nil
}

// All gives the visible nodes of a kind, in order; cards by cell in no order of cells.
func (d *Doc) All(kind string) []*Node {
	var all []*Node
	for n := range d.Each(kind) {
		if d.Shows(n) {
			all = append(all, n)
		}
	}
	return all
}

// Each runs over the nodes of a kind that are not deleted themselves, hidden or not, in order;
// cards by cell in no order of cells.
func (d *Doc) Each(kind string) iter.Seq[*Node] {
	k := d.schema.kind(kind)
	return func(yield func(*Node) bool) {
		if !k.InCell {
			eachKept(d.groups[groupKey{kind: k}], yield)
			return
		}
		for key, group := range d.groups {
			if key.kind == k && !eachKept(group, yield) {
				return
			}
		}
	}
}

func eachKept(group []*Node, yield func(*Node) bool) bool {
	for _, n := range group {
		if !n.Deleted && !yield(n) {
			return false
		}
	}
	return true
}

// Find gives the node with this id, also when it is hidden or deleted; nil when there is none.
func (d *Doc) Find(id string) *Node { return d.nodes[id] }

// needsMax is how many things may hang on one another, such as a comment on a comment. What hangs
// deeper, or in a circle, does not show.
const needsMax = 8

// Shows tells whether a node is visible: not deleted itself, and nothing that it cannot exist
// without is hidden. What lies outside the document is not asked here.
func (d *Doc) Shows(n *Node) bool { return d.showsAt(n, 0) }

func (d *Doc) showsAt(n *Node, depth int) bool {
	if n.Deleted || depth > needsMax {
		return false
	}
	if n.Kind.InCell && !(d.idShows(n.StageID, depth) && d.idShows(n.LaneID, depth)) {
		return false
	}
	if len(n.Kind.needs) == 0 {
		return true
	}
	v := reflect.ValueOf(n.Entity).Elem()
	for _, i := range n.Kind.needs {
		if id := v.Field(i).String(); id != "" && !d.idShows(id, depth) {
			return false
		}
	}
	return true
}

func (d *Doc) idShows(id string, depth int) bool {
	n := d.nodes[id]
	return n != nil && d.showsAt(n, depth+1)
}

// has tells whether what a reference points to is there and visible.
func (d *Doc) has(ref *reference, id string, refs References) bool {
	switch {
	case id == "":
		return false
	case d.schema.inside(ref):
		n := d.Visible(id)
		return n != nil && ref.fits(n.Kind)
	}
	return refs == nil || slices.ContainsFunc(ref.kinds, func(kind string) bool { return refs.Has(kind, id) })
}

// had tells whether what a reference points to is in the document, hidden or not.
func (d *Doc) had(ref *reference, id string) bool {
	n := d.nodes[id]
	return n != nil && d.schema.inside(ref) && ref.fits(n.Kind)
}

func byPlace(a, b *Node) int {
	return cmp.Or(cmp.Compare(a.Index, b.Index), cmp.Compare(a.ID, b.ID))
}

// put adds a node to the document at the place it names.
func (d *Doc) put(n *Node) {
	d.nodes[n.ID] = n
	if n.Kind.InCell {
		place := reflect.ValueOf(n.Entity).Elem()
		setString(place, "stageId", n.StageID)
		setString(place, "laneId", n.LaneID)
	}
	group := d.groups[n.group()]
	at, _ := slices.BinarySearchFunc(group, n, byPlace)
	d.groups[n.group()] = slices.Insert(group, at, n)
}

// lift takes a node out of its group, so that its place can change.
func (d *Doc) lift(n *Node) {
	group := d.groups[n.group()]
	if at, found := slices.BinarySearchFunc(group, n, byPlace); found {
		d.groups[n.group()] = slices.Delete(group, at, at+1)
	}
}

// indexFor gives a key that puts a node at a rank of a group that it is not in, 1 = first; 0 or
// too large is last. It goes right before the visible node that has the rank now, after everything
// hidden there.
func (d *Doc) indexFor(key groupKey, order int) string {
	group := d.groups[key]
	rank := 0
	for i, n := range group {
		if order <= 0 {
			break
		}
		if !d.Shows(n) {
			continue
		}
		if rank++; rank == order {
			return between(indexBelow(group[:i], n.Index), n.Index)
		}
	}
	return between(lastIndex(group), "")
}

// indexBelow gives the last key below another: two tabs may have made equal ones.
func indexBelow(group []*Node, high string) string {
	for i := len(group) - 1; i >= 0; i-- {
		if group[i].Index < high {
			return group[i].Index
		}
	}
	return ""
}

// rankAt gives the rank that a node would have with this key, in a group that it is not in.
func (d *Doc) rankAt(key groupKey, n *Node, index string) int {
	place := &Node{ID: n.ID, Index: index}
	rank := 1
	for _, other := range d.groups[key] {
		if byPlace(other, place) < 0 && d.Shows(other) {
			rank++
		}
	}
	return rank
}

func lastIndex(group []*Node) string {
	if len(group) == 0 {
		return ""
	}
	return group[len(group)-1].Index
}

func idOf(e Entity) string { return stringField(reflect.ValueOf(e).Elem(), "id") }

func stringField(v reflect.Value, name string) string {
	return v.Field(planOf(v.Type()).fields[name]).String()
}

func setString(v reflect.Value, name, value string) {
	v.Field(planOf(v.Type()).fields[name]).SetString(value)
}

// Count tells how many nodes the document has, deleted ones included.
func (d *Doc) Count() int { return len(d.nodes) }

// unknownKind is what a foreign kind in a stored state or file means.
func unknownKind(name string) error {
	return fault.New(fault.Internal, "the document has a node of unknown kind %q", name)
}
