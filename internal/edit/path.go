package edit

import (
	"bytes"
	"encoding/json"
	"reflect"
	"strings"
	"sync"

	"klantreis/internal/strictjson"
)

// plan is what is known of a struct type, worked out once.
type plan struct {
	fields map[string]int // JSON name → field
	lists  []int          // lists that are always written
	parts  []int          // parts behind pointers
	nodes  []nodeList     // lists whose elements are nodes
	refs   []refField
	props  []prop

	mutex sync.RWMutex
	paths map[string]*accessor
}

// prop is a field that an insert carries.
type prop struct {
	name  string
	field int
	omit  bool // left out when empty
}

type nodeList struct {
	field int
	kind  string
}

var plans sync.Map // reflect.Type → *plan

func planOf(t reflect.Type) *plan {
	if p, ok := plans.Load(t); ok {
		return p.(*plan)
	}
	p := &plan{fields: map[string]int{}, paths: map[string]*accessor{}}
	for i := range t.NumField() {
		f := t.Field(i)
		name := jsonName(f)
		if name == "" {
			continue
		}
		p.fields[name] = i
		if f.Type.Kind() == reflect.Pointer && f.Type.Elem().Kind() == reflect.Struct {
			p.parts = append(p.parts, i)
		}
		if mode := f.Tag.Get("edit"); mode != "fixed" && mode != "derived" {
			p.props = append(p.props, prop{name, i, strings.Contains(f.Tag.Get("json"), ",omit")})
		}
		if kind := f.Tag.Get("node"); kind != "" {
			p.nodes = append(p.nodes, nodeList{i, kind})
		} else if f.Tag.Get("nullable") == "false" {
			p.lists = append(p.lists, i)
		}
	}
	p.refs = refFields(t)
	known, _ := plans.LoadOrStore(t, p)
	return known.(*plan)
}

// accessor is a path into a struct type, worked out once.
type accessor struct {
	steps []int
	leaf  reflect.StructField
	ref   *reference // what the leaf refers to; may be nil
	mode  string     // the edit tag: "", fixed, once, derived
	plain bool       // no struct in it, so no unknown fields either
	omit  bool       // left out when empty, so an empty list is no list
}

// accessorOf finds a path such as "rating.promised"; nil when there is no such property.
func accessorOf(t reflect.Type, path string) *accessor {
	p := planOf(t)
	p.mutex.RLock()
	a := p.paths[path]
	p.mutex.RUnlock()
	if a == nil {
		if a = newAccessor(t, path); a != nil {
			p.mutex.Lock()
			p.paths[path] = a
			p.mutex.Unlock()
		}
	}
	return a
}

func newAccessor(t reflect.Type, path string) *accessor {
	a := &accessor{}
	for at := t; ; {
		name, rest, more := strings.Cut(path, ".")
		i, ok := planOf(at).fields[name]
		if !ok {
			return nil
		}
		a.steps, a.leaf = append(a.steps, i), at.Field(i)
		if mode := a.leaf.Tag.Get("edit"); mode != "" {
			a.mode = mode
		}
		if !more {
			a.ref, a.plain = parseRef(a.leaf), structIn(a.leaf.Type) == nil
			a.omit = strings.Contains(a.leaf.Tag.Get("json"), ",omit")
			return a
		}
		at, path = a.leaf.Type, rest
		if at.Kind() == reflect.Pointer {
			at = at.Elem()
		}
		if at.Kind() != reflect.Struct {
			return nil
		}
	}
}

// get gives the present value, null when a part on the way is missing.
func (a *accessor) get(e Entity) json.RawMessage {
	v := reflect.ValueOf(e).Elem()
	for _, i := range a.steps {
		if v.Kind() == reflect.Pointer {
			if v.IsNil() {
				return json.RawMessage("null")
			}
			v = v.Elem()
		}
		v = v.Field(i)
	}
	if a.omit && v.Kind() == reflect.Slice && v.Len() == 0 {
		return json.RawMessage("null")
	}
	return marshal(v.Interface())
}

// set puts a decoded value at the path. The entity must be a copy of one's own; parts behind
// pointers on the way are copied too, so that whoever still reads the original sees no change.
// A part that becomes empty is taken away.
func (a *accessor) set(e Entity, value reflect.Value) {
	setAlong(reflect.ValueOf(e).Elem(), a.steps, value)
}

func setAlong(v reflect.Value, steps []int, value reflect.Value) {
	field := v.Field(steps[0])
	switch {
	case len(steps) == 1:
		field.Set(value)
	case field.Kind() == reflect.Pointer:
		part := reflect.New(field.Type().Elem())
		if !field.IsNil() {
			part.Elem().Set(field.Elem())
		}
		setAlong(part.Elem(), steps[1:], value)
		field.Set(part)
	default:
		setAlong(field, steps[1:], value)
	}
	if field.Kind() == reflect.Pointer && !field.IsNil() && field.Elem().Kind() == reflect.Struct && isEmpty(field.Elem()) {
		field.SetZero()
	}
}

// isEmpty tells whether a part says nothing: an empty list is as good as none.
func isEmpty(part reflect.Value) bool {
	for i := range part.NumField() {
		if f := part.Field(i); !f.IsZero() && !(f.Kind() == reflect.Slice && f.Len() == 0) {
			return false
		}
	}
	return true
}

// prune takes empty parts out of a struct of one's own; parts that stay are copied.
func prune(v reflect.Value) {
	for _, i := range planOf(v.Type()).parts {
		field := v.Field(i)
		if field.IsNil() {
			continue
		}
		part := reflect.New(field.Type().Elem())
		part.Elem().Set(field.Elem())
		if prune(part.Elem()); isEmpty(part.Elem()) {
			field.SetZero()
		} else {
			field.Set(part)
		}
	}
}

// decode reads a value for the path. A live one is read strictly: unknown and repeated keys, and
// keys in another case, would be read otherwise by another program that replays the log.
func (a *accessor) decode(raw json.RawMessage, live bool) (value reflect.Value, err error) {
	value = reflect.New(a.leaf.Type).Elem()
	if len(raw) == 0 || bytes.Equal(raw, []byte("null")) {
		return value, nil
	}
	if live && !a.plain {
		err = strictjson.Decode(raw, value.Addr().Interface())
	} else {
		err = json.Unmarshal(raw, value.Addr().Interface())
	}
	if err == nil && value.Kind() == reflect.Pointer && !value.IsNil() && value.Elem().Kind() == reflect.Struct {
		prune(value.Elem())
	}
	return value, err
}

func jsonName(f reflect.StructField) string {
	name, _, _ := strings.Cut(f.Tag.Get("json"), ",")
	return name
}
