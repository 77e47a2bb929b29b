package edit

import (
	"reflect"
	"slices"
	"strconv"
	"strings"
	"sync"
)

// Entity is what a node holds: a pointer to a struct that knows its own limits.
type Entity interface {
	// Validate checks the entity's own properties; errors are faults that name the field.
	Validate() error
}

// Kind is one kind of node.
type Kind struct {
	Name   string
	New    func() Entity
	InCell bool // placed by stage and lane, as cards are; everything else is ordered among its like

	// Compose gives the id of an entity that has none of its own; nil when it has one.
	Compose func(Entity) string
	// Numbered says that several share what Compose gives; ":1", ":2" … follows it.
	Numbered bool
	// Parse gives the entity that a composed id names, with only what the id says.
	Parse func(id string) (Entity, bool)
	// Finish fills in what follows from the other properties of a new entity; may be nil.
	Finish func(Entity)
	// Derived gives the value of properties that follow from others; a set that says otherwise is refused.
	Derived map[string]Derivation

	needs []int // fields with the id of something in the document that it cannot be shown without
}

// Derivation is how a derived property follows, and what to tell who sets it otherwise.
type Derivation struct {
	Value  func(Entity, References) string
	Refuse func(wanted string) *Refusal
}

// References answers what lies outside the document.
type References interface {
	// Has tells whether a thing of this kind exists.
	Has(kind, id string) bool
	// Known tells whether this evidence makes what rests on it known.
	Known(evidenceIDs []string) bool
}

// Schema is what a document consists of.
type Schema struct {
	Root  *Kind
	Kinds []*Kind
	// Check looks at a node that was just made, changed, moved or restored, in its document.
	// A refusal takes the change back.
	Check func(d *Doc, n *Node, refs References) error
	// CheckDelete says whether a node may go.
	CheckDelete func(d *Doc, n *Node) error

	once   sync.Once
	byName map[string]*Kind
}

func (s *Schema) kind(name string) *Kind {
	s.once.Do(s.prepare)
	return s.byName[name]
}

func (s *Schema) prepare() {
	s.byName = make(map[string]*Kind, len(s.Kinds))
	for _, k := range s.Kinds {
		s.byName[k.Name] = k
	}
	for _, k := range s.Kinds {
		for _, f := range planOf(reflect.TypeOf(k.New()).Elem()).refs {
			place := k.InCell && (f.name == "stageId" || f.name == "laneId") // the node itself says so
			if f.ref != nil && f.ref.required && !place && s.inside(f.ref) {
				k.needs = append(k.needs, f.field)
			}
		}
	}
}

// inside tells whether a reference points into the document.
func (s *Schema) inside(ref *reference) bool {
	return ref.kinds[0] == "*" || s.byName[ref.kinds[0]] != nil
}

// fits tells whether a reference may point to a node of this kind. Nothing points to what only a
// number tells apart: a file that is written and read counts anew.
func (ref *reference) fits(k *Kind) bool {
	return !k.Numbered && (ref.kinds[0] == "*" || slices.Contains(ref.kinds, k.Name))
}

// composed gives the kind and first content of a composed id such as "score:st-see:relevance:m-1".
func (s *Schema) composed(id string) (*Kind, Entity) {
	name, _, found := strings.Cut(id, ":")
	k := s.kind(name)
	if !found || k == nil || k.Parse == nil {
		return nil, nil
	}
	entity, ok := k.Parse(id)
	if !ok {
		return nil, nil
	}
	complete(entity)
	return k, entity
}

// idFits tells whether a composed id is the entity's.
func (k *Kind) idFits(id string, e Entity) bool {
	if own := k.Compose(e); !k.Numbered {
		return id == own
	} else if number, ok := strings.CutPrefix(id, own+":"); ok {
		n, err := strconv.Atoi(number)
		return err == nil && n > 0
	}
	return false
}

// idOf gives the id of an entity that was read from a file.
func (k *Kind) idOf(e Entity, taken func(string) bool) string {
	if k.Compose == nil {
		return idOf(e)
	}
	own := k.Compose(e)
	if !k.Numbered {
		return own
	}
	for n := 1; ; n++ {
		if id := own + ":" + strconv.Itoa(n); !taken(id) {
			return id
		}
	}
}

// copyOf gives a copy whose own fields can be set without touching the original.
func copyOf(e Entity) Entity {
	fresh := reflect.New(reflect.TypeOf(e).Elem())
	fresh.Elem().Set(reflect.ValueOf(e).Elem())
	return fresh.Interface().(Entity)
}

// complete makes lists that are always written non-nil, so that they read as [] and not as null,
// and puts the fallback where an id has one.
func complete(e Entity) {
	v := reflect.ValueOf(e).Elem()
	p := planOf(v.Type())
	for _, i := range p.lists {
		if v.Field(i).IsNil() {
			v.Field(i).Set(reflect.MakeSlice(v.Field(i).Type(), 0, 0))
		}
	}
	for _, f := range p.refs {
		if f.ref != nil && f.ref.fallback != "" && v.Field(f.field).Len() == 0 {
			v.Field(f.field).SetString(f.ref.fallback)
		}
	}
}
