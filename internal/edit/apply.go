package edit

import (
	"encoding/json"
	"errors"
	"maps"
	"reflect"
	"slices"

	"klantreis/internal/fault"
)

// Outcome is what a transaction did.
type Outcome struct {
	Results   []Result // one for each op
	Canonical []Op     // what was really done, with places made exact: this is what the log keeps
	Inverse   []Op     // a transaction of these that is an undo takes it back
}

// call is how an op came.
type call struct {
	refs   References // what lies outside the document; nil for ops from the log, which were possible once
	jitter string
	undo   bool // takes something back: what is hidden may be pointed to again, and stays hidden
}

func (c call) live() bool { return c.refs != nil }

// change is what one op did: forward as it goes into the log, back as it takes it back.
type change struct{ forward, back []Op }

// Apply carries out a transaction, each op on its own: an impossible op changes nothing and its
// result says why. Refs answers for what lies outside the document.
func (d *Doc) Apply(tx *Transaction, refs References) *Outcome {
	out := &Outcome{Results: make([]Result, len(tx.Ops)), Canonical: make([]Op, 0, len(tx.Ops)), Inverse: make([]Op, 0, len(tx.Ops))}
	for i := range tx.Ops {
		done, err := d.apply(tx.Ops[i], call{refs, jitter(tx.Client, tx.N, i), tx.UndoOf != 0})
		if err != nil {
			out.Results[i] = refused(err)
			continue
		}
		out.Results[i].Applied = true
		out.Canonical = append(out.Canonical, done.forward...)
		slices.Reverse(done.back)
		out.Inverse = append(out.Inverse, done.back...)
	}
	slices.Reverse(out.Inverse)
	return out
}

// Replay carries out canonical ops from the log. They were possible once, so any refusal is a
// sign that log and document do not belong together.
func (d *Doc) Replay(ops []Op) error {
	for i := range ops {
		if _, err := d.apply(ops[i], call{undo: true}); err != nil {
			return fault.Wrap(err, fault.Internal, "op %s of %s in the log cannot be replayed", ops[i].Verb, ops[i].ID)
		}
	}
	return nil
}

func refused(err error) Result {
	var r *Refusal
	if errors.As(err, &r) {
		return Result{Code: r.Code, Reason: r.Reason, Field: r.Field}
	}
	var f *fault.Error
	if errors.As(err, &f) {
		return Result{Code: "invalid_value", Reason: f.Message, Field: f.Field}
	}
	return Result{Code: "invalid_value", Reason: err.Error()}
}

func (d *Doc) apply(op Op, c call) (change, error) {
	if op.Verb == Insert {
		return d.insert(op, c)
	}
	n := d.nodes[op.ID]
	if n == nil && op.Verb == Set {
		return d.setNew(op, c)
	}
	if n == nil {
		return change{}, unknownID(op.ID)
	}
	switch op.Verb {
	case Set:
		return d.set(n, op, c)
	case Move:
		return d.move(n, op, c)
	case Delete:
		return d.delete(n)
	case Restore:
		return d.restore(n, c)
	}
	return change{}, Refuse("unknown_op", "%q is not an op", string(op.Verb))
}

func unknownID(id string) *Refusal {
	return Refuse("unknown_id", "there is nothing with id %q here", id)
}

func (d *Doc) set(n *Node, op Op, c call) (change, error) {
	a := accessorOf(reflect.TypeOf(n.Entity).Elem(), op.Key)
	if err := settable(n.Kind, a, op.Key, false); err != nil {
		return change{}, err
	}
	if a.mode == "derived" {
		return change{}, derive(n.Kind, n.Entity, op, c.refs)
	}
	old, wasDeleted := n.Entity, n.Deleted
	fresh := copyOf(old)
	if err := put(fresh, a, op.Key, op.Value, d, c); err != nil {
		return change{}, err
	}
	revive := wasDeleted && n.Kind.Parse != nil && !c.undo // what is made by setting is made again by setting
	n.Entity, n.Deleted = fresh, wasDeleted && !revive
	if err := d.check(n, c); err != nil {
		n.Entity, n.Deleted = old, wasDeleted
		return change{}, err
	}
	done := change{forward: []Op{op}, back: []Op{{Verb: Set, ID: n.ID, Key: op.Key, Value: a.get(old)}}}
	if revive {
		done.forward = []Op{{Verb: Restore, ID: n.ID}, op}
		done.back = append([]Op{{Verb: Delete, ID: n.ID}}, done.back...)
	}
	return done, nil
}

// settable says whether a key may be set, and when it may not, why.
func settable(k *Kind, a *accessor, key string, inserting bool) error {
	switch {
	case a == nil:
		r := Refuse("unknown_key", "a %s has no property %q", k.Name, key)
		r.Field = key
		return r
	case a.mode == "fixed" || a.mode == "once" && !inserting:
		r := Refuse("fixed_key", "%q of a %s cannot be set", key, k.Name)
		r.Field = key
		return r
	}
	return nil
}

// derive answers a set of a derived property: nothing to do when it is so already.
func derive(k *Kind, e Entity, op Op, refs References) error {
	rule, ok := k.Derived[op.Key]
	if !ok || refs == nil {
		return nil
	}
	var wanted string
	if err := json.Unmarshal(op.Value, &wanted); err != nil || wanted != rule.Value(e, refs) {
		return rule.Refuse(wanted)
	}
	return nil
}

// put decodes a value into a property of a fresh copy and checks what it refers to.
func put(fresh Entity, a *accessor, key string, raw json.RawMessage, d *Doc, c call) error {
	value, err := a.decode(raw, c.live())
	if err != nil {
		r := Refuse("invalid_value", "this is not a value for %q", key)
		r.Field = key
		return r
	}
	if c.live() {
		if err := d.checkRefs(value, a.ref, key, c); err != nil {
			return err
		}
	}
	a.set(fresh, value)
	complete(fresh)
	return nil
}

func (d *Doc) checkRefs(v reflect.Value, ref *reference, path string, c call) error {
	return eachRefOf(v, path, ref, func(path string, ref *reference, at reflect.Value) error {
		id := at.String()
		if d.has(ref, id, c.refs) || c.undo && d.had(ref, id) {
			return nil
		}
		r := Refuse("missing_reference", "there is no %s with id %q", ref.kinds[0], id)
		if r.Field = path; id == "" {
			r.Reason = "this cannot be without a " + ref.kinds[0]
		}
		return r
	})
}

func (d *Doc) check(n *Node, c call) error {
	if err := n.Entity.Validate(); err != nil {
		return err
	}
	if !c.live() || n.Deleted {
		return nil
	}
	if err := d.checkDepth(n); err != nil {
		return err
	}
	if d.schema.Check == nil {
		return nil
	}
	return d.schema.Check(d, n, c.refs)
}

// checkDepth refuses what would never show although everything it hangs on does.
func (d *Doc) checkDepth(n *Node) error {
	v := reflect.ValueOf(n.Entity).Elem()
	for _, i := range n.Kind.needs {
		if id := v.Field(i).String(); id != "" && d.Visible(id) != nil && !d.idShows(id, 0) {
			return Refuse("too_deep", "this hangs on something that hangs on too many others")
		}
	}
	return nil
}

// setNew makes the thing that a composed id names, and sets its first property.
func (d *Doc) setNew(op Op, c call) (change, error) {
	k, entity := d.schema.composed(op.ID)
	if k == nil {
		return change{}, unknownID(op.ID)
	}
	a := accessorOf(reflect.TypeOf(entity).Elem(), op.Key)
	if err := settable(k, a, op.Key, false); err != nil {
		return change{}, err
	}
	if err := put(entity, a, op.Key, op.Value, d, c); err != nil {
		return change{}, err
	}
	return d.add(&Node{ID: op.ID, Kind: k, Entity: entity}, nil, c)
}

func (d *Doc) insert(op Op, c call) (change, error) {
	k := d.schema.kind(op.Type)
	if k == nil {
		return change{}, Refuse("unknown_type", "%q is not a kind of thing that can be made here", op.Type)
	}
	entity := k.New()
	if k.Compose == nil {
		setString(reflect.ValueOf(entity).Elem(), "id", op.ID)
	} else if named, parsed := d.schema.composed(op.ID); named == k {
		entity = parsed
	}
	for _, key := range slices.Sorted(maps.Keys(op.Props)) {
		if err := d.insertProp(k, entity, op.ID, key, op.Props[key], c); err != nil {
			return change{}, err
		}
	}
	if k.Finish != nil {
		k.Finish(entity)
	}
	complete(entity)
	if k.Compose != nil && !k.idFits(op.ID, entity) {
		return change{}, Refuse("wrong_id", "%q is not the id of this %s", op.ID, k.Name)
	}
	return d.add(&Node{ID: op.ID, Kind: k, Entity: entity}, op.Pos, c)
}

func (d *Doc) insertProp(k *Kind, entity Entity, id, key string, raw json.RawMessage, c call) error {
	a := accessorOf(reflect.TypeOf(entity).Elem(), key)
	if key == "id" && k.Compose == nil && string(raw) == `"`+id+`"` {
		return nil
	}
	if err := settable(k, a, key, true); err != nil {
		return err
	}
	if a.mode == "derived" {
		return nil // it follows by itself
	}
	return put(entity, a, key, raw, d, c)
}

// add puts a new node into the document.
func (d *Doc) add(n *Node, pos *Pos, c call) (change, error) {
	if d.nodes[n.ID] != nil {
		return change{}, Refuse("id_taken", "there is something with id %q already", n.ID)
	}
	if len(d.nodes) >= nodesMax {
		return change{}, Refuse("too_many", "a document holds at most %d things", nodesMax)
	}
	if err := d.checkAllRefs(n, c); err != nil {
		return change{}, err
	}
	if err := d.place(n, pos, c); err != nil {
		return change{}, err
	}
	d.put(n)
	if err := d.check(n, c); err != nil {
		d.lift(n)
		delete(d.nodes, n.ID)
		return change{}, err
	}
	rekeyed := d.rekeyWhenLong(n)
	made := Op{Verb: Insert, ID: n.ID, Type: n.Kind.Name, Pos: n.pos(), Props: propsOf(n)}
	return change{append([]Op{made}, rekeyed...), []Op{{Verb: Delete, ID: n.ID}}}, nil
}

// checkAllRefs checks the required references that an id or a default brought along.
func (d *Doc) checkAllRefs(n *Node, c call) error {
	if !c.live() {
		return nil
	}
	v := reflect.ValueOf(n.Entity).Elem()
	for _, f := range planOf(v.Type()).refs {
		if f.ref == nil || !f.ref.required || n.Kind.InCell && (f.name == "stageId" || f.name == "laneId") {
			continue
		}
		if err := d.checkRefs(v.Field(f.field), f.ref, f.name, c); err != nil {
			return err
		}
	}
	return nil
}

// place works out where a node goes, and writes it into the node.
func (d *Doc) place(n *Node, pos *Pos, c call) error {
	if pos == nil {
		pos = &Pos{}
	}
	if n.Kind.InCell {
		stage, lane := orElse(pos.StageID, n.StageID), orElse(pos.LaneID, n.LaneID)
		if c.live() && !(c.undo && d.hadCell(stage, lane)) {
			if err := d.checkCell(stage, lane); err != nil {
				return err
			}
		}
		n.StageID, n.LaneID = stage, lane
	}
	if n.Index = pos.Index; n.Index == "" || c.live() && !d.indexHolds(n, pos) {
		n.Index = d.indexFor(n.group(), pos.Order) + c.jitter
	}
	return nil
}

// indexHolds tells whether an index that came with an edit, as inverse ops bring it, still means
// the rank that came with it. The log is always right and is not asked.
func (d *Doc) indexHolds(n *Node, pos *Pos) bool {
	return validIndex(pos.Index) && d.rankAt(n.group(), n, pos.Index) == pos.Order
}

func (d *Doc) checkCell(stage, lane string) error {
	for _, place := range [...]struct{ kind, id string }{{"stage", stage}, {"lane", lane}} {
		if n := d.Visible(place.id); n == nil || n.Kind.Name != place.kind {
			r := Refuse("place_gone", "there is no %s with id %q to put this in", place.kind, place.id)
			r.Field = place.kind + "Id"
			return r
		}
	}
	return nil
}

// hadCell tells whether a cell is there, hidden or not.
func (d *Doc) hadCell(stage, lane string) bool {
	s, l := d.nodes[stage], d.nodes[lane]
	return s != nil && l != nil && s.Kind.Name == "stage" && l.Kind.Name == "lane"
}

// rekeyWhenLong gives a node's whole group new short keys, in the same order, when its own has
// grown too long. The ops are those that the others need.
func (d *Doc) rekeyWhenLong(long *Node) []Op {
	if len(long.Index) <= indexBytesMax {
		return nil
	}
	group := d.groups[long.group()]
	keys := spread(len(group))
	var ops []Op
	for i, n := range group {
		if n.Index = keys[i]; n != long {
			ops = append(ops, Op{Verb: Move, ID: n.ID, Pos: n.pos()})
		}
	}
	return ops
}

func (n *Node) pos() *Pos { return &Pos{StageID: n.StageID, LaneID: n.LaneID, Index: n.Index} }

func (d *Doc) move(n *Node, op Op, c call) (change, error) {
	if n == d.root {
		return change{}, Refuse("fixed_key", "the document itself cannot be moved")
	}
	before := *n
	d.lift(n)
	home := before.pos()
	if c.live() { // nobody takes a replay back
		home.Order = d.rankAt(n.group(), n, n.Index)
	}
	if err := d.place(n, op.Pos, c); err != nil {
		d.put(n)
		return change{}, err
	}
	n.Entity = copyOf(n.Entity)
	d.put(n)
	if err := d.check(n, c); err != nil {
		d.lift(n)
		n.Entity, n.StageID, n.LaneID, n.Index = before.Entity, before.StageID, before.LaneID, before.Index
		d.put(n)
		return change{}, err
	}
	rekeyed := d.rekeyWhenLong(n)
	done := change{forward: append([]Op{{Verb: Move, ID: n.ID, Pos: n.pos()}}, rekeyed...)}
	done.back = []Op{{Verb: Move, ID: n.ID, Pos: home}}
	return done, nil
}

func (d *Doc) delete(n *Node) (change, error) {
	switch {
	case n == d.root:
		return change{}, Refuse("fixed_key", "the document itself cannot be deleted by an edit")
	case n.Deleted:
		return change{}, Refuse("already_deleted", "this is deleted already")
	}
	if d.schema.CheckDelete != nil {
		if err := d.schema.CheckDelete(d, n); err != nil {
			return change{}, err
		}
	}
	n.Deleted = true
	return change{[]Op{{Verb: Delete, ID: n.ID}}, []Op{{Verb: Restore, ID: n.ID}}}, nil
}

func (d *Doc) restore(n *Node, c call) (change, error) {
	if !n.Deleted {
		return change{}, Refuse("not_deleted", "this is not deleted")
	}
	n.Deleted = false
	if err := d.check(n, c); err != nil {
		n.Deleted = true
		return change{}, err
	}
	return change{[]Op{{Verb: Restore, ID: n.ID}}, []Op{{Verb: Delete, ID: n.ID}}}, nil
}

func orElse(s, otherwise string) string {
	if s != "" {
		return s
	}
	return otherwise
}
