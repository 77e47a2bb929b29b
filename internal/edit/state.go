package edit

import (
	"encoding/json"
	"maps"
	"reflect"
	"slices"

	"klantreis/internal/fault"
)

// stored is one node of a snapshot.
type stored struct {
	ID      string          `json:"id"`
	Type    string          `json:"type"`
	StageID string          `json:"stageId,omitempty"`
	LaneID  string          `json:"laneId,omitempty"`
	Index   string          `json:"index,omitempty"`
	Deleted bool            `json:"deleted,omitempty"`
	Props   json.RawMessage `json:"props"`
}

// State writes the whole document, deleted nodes and places included, the same bytes for the
// same document. [Open] reads it.
func (d *Doc) State() []byte {
	nodes := make([]stored, 0, len(d.nodes))
	for _, id := range slices.Sorted(maps.Keys(d.nodes)) {
		n := d.nodes[id]
		nodes = append(nodes, stored{n.ID, n.Kind.Name, n.StageID, n.LaneID, n.Index, n.Deleted, marshal(n.Entity)})
	}
	return marshal(nodes)
}

// Open reads a document that [Doc.State] wrote.
func Open(schema *Schema, state []byte) (*Doc, error) {
	var nodes []stored
	if err := json.Unmarshal(state, &nodes); err != nil {
		return nil, fault.Wrap(err, fault.Internal, "a stored document cannot be read")
	}
	d := &Doc{schema: schema, nodes: make(map[string]*Node, len(nodes)), groups: map[groupKey][]*Node{}}
	for _, s := range nodes {
		if err := d.open(s); err != nil {
			return nil, err
		}
	}
	if d.root == nil {
		return nil, fault.New(fault.Internal, "a stored document has no root")
	}
	return d, nil
}

func (d *Doc) open(s stored) error {
	k := d.schema.kind(s.Type)
	if s.Type == d.schema.Root.Name {
		k = d.schema.Root
	}
	if k == nil {
		return unknownKind(s.Type)
	}
	n := &Node{ID: s.ID, Kind: k, Entity: k.New(), StageID: s.StageID, LaneID: s.LaneID, Index: s.Index, Deleted: s.Deleted}
	if err := json.Unmarshal(s.Props, n.Entity); err != nil {
		return fault.Wrap(err, fault.Internal, "stored node %s cannot be read", s.ID)
	}
	complete(n.Entity)
	if k == d.schema.Root {
		d.root, d.nodes[n.ID] = n, n
		return nil
	}
	d.put(n)
	return nil
}

// propsOf gives the properties of a node as an insert carries them.
func propsOf(n *Node) map[string]json.RawMessage {
	v := reflect.ValueOf(n.Entity).Elem()
	plan := planOf(v.Type())
	props := map[string]json.RawMessage{}
	for _, p := range plan.props {
		if field := v.Field(p.field); !p.omit || !field.IsZero() {
			props[p.name] = marshal(field.Interface())
		}
	}
	return props
}

func marshal(v any) []byte {
	raw, err := json.Marshal(v)
	if err != nil { // entities hold nothing that cannot be written
		panic(err)
	}
	return raw
}

// InsertOf gives the op that makes an entity of a kind as it is.
func InsertOf(kind string, e Entity) Op {
	n := &Node{ID: idOf(e), Kind: &Kind{Name: kind}, Entity: e}
	return Op{Verb: Insert, ID: n.ID, Type: kind, Props: propsOf(n)}
}
