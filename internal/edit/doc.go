package edit

import (
	"cmp"
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
	fillLists(reflect.ValueOf(root).Elem())
	return &Doc{schema: schema, root: r, nodes: map[string]*Node{r.ID: r}, groups: map[groupKey][]*Node{}}
}

// ID is the document's own id.
func (d *Doc) ID() string { return d.root.ID }

// Root gives the document's own properties; the lists in it are empty.
func (d *Doc) Root() Entity { return d.root.Entity }

// Visible gives the node with this id if it is there and not hidden; nil otherwise.
func (d *Doc) Visible(id string) *Node {
	if n := d.nodes[id]; n != nil && d.shows(n) {
		return n
	}
	return nil
}

// All gives the visible nodes of a kind, in order; cards by cell in no order of cells.
func (d *Doc) All(kind string) []*Node {
	var all []*Node
	for key, group := range d.groups {
		if key.kind.Name == kind {
			all = append(all, d.showing(group)...)
		}
	}
	return all
}

func (d *Doc) showing(group []*Node) []*Node {
	shown := make([]*Node, 0, len(group))
	for _, n := range group {
		if d.shows(n) {
			shown = append(shown, n)
		}
	}
	return shown
}

// shows tells whether a node is visible: not deleted itself, and nothing that it cannot exist
// without is hidden. What lies outside the document is not asked here.
func (d *Doc) shows(n *Node) bool {
	if n.Deleted {
		return false
	}
	if n.Kind.InCell && (d.Visible(n.StageID) == nil || d.Visible(n.LaneID) == nil) {
		return false
	}
	for _, f := range planOf(reflect.TypeOf(n.Entity).Elem()).refs {
		if f.ref == nil || !f.ref.required || !d.inside(f.ref) {
			continue
		}
		if id := reflect.ValueOf(n.Entity).Elem().Field(f.field).String(); id != "" && d.Visible(id) == nil {
			return false
		}
	}
	return true
}

// inside tells whether a reference points into this document.
func (d *Doc) inside(ref *reference) bool {
	return ref.kinds[0] == "*" || d.schema.kind(ref.kinds[0]) != nil
}

// has tells whether what a reference points to is there and visible.
func (d *Doc) has(ref *reference, id string, refs References) bool {
	if !d.inside(ref) {
		return refs == nil || slices.ContainsFunc(ref.kinds, func(kind string) bool { return refs.Has(kind, id) })
	}
	n := d.Visible(id)
	return n != nil && (ref.kinds[0] == "*" || slices.Contains(ref.kinds, n.Kind.Name))
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

// indexFor gives a key that puts a node at a rank of a group, 1 = first; 0 or too large is last.
// The node itself does not count.
func (d *Doc) indexFor(key groupKey, order int, self *Node) string {
	group := d.groups[key]
	if order <= 0 && (len(group) == 0 || group[len(group)-1] != self) {
		return between(lastIndex(group), "")
	}
	low, high, rank := "", "", 0
	for _, n := range group {
		if n == self || !d.shows(n) {
			continue
		}
		if rank++; rank == order {
			high = n.Index
			break
		}
		low = n.Index
	}
	if high == "" {
		return between(lastIndex(group), "")
	}
	if low >= high { // equal keys of two tabs: go below both
		low = ""
	}
	return between(low, high)
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

// notFound is what a foreign kind in a stored state or file means.
func unknownKind(name string) error {
	return fault.New(fault.Internal, "the document has a node of unknown kind %q", name)
}
