package edit

import (
	"encoding/json"
	"reflect"
	"slices"
	"strconv"
	"strings"
)

// reference is what a `ref` tag says: the kinds an id may point to ("*" is any), and whether
// its holder can exist without it.
type reference struct {
	kinds    []string
	required bool
	filled   bool   // may not be empty: a step out of the journey leads to no stage, but a score is of one
	fallback string // stands where the id is missing or points to what is gone
}

// refField is a field of a struct that holds ids, or a part that holds such fields.
type refField struct {
	field int
	name  string
	ref   *reference // nil: look inside
}

func refFields(t reflect.Type) []refField {
	var found []refField
	for i := range t.NumField() {
		f := t.Field(i)
		name := jsonName(f)
		if ref := parseRef(f); ref != nil {
			found = append(found, refField{i, name, ref})
		} else if part := structIn(f.Type); part != nil && f.Tag.Get("node") == "" && len(refFields(part)) > 0 {
			found = append(found, refField{i, name, nil})
		}
	}
	return found
}

// parseRef reads the tags of a field; nil when it holds no ids.
func parseRef(f reflect.StructField) *reference {
	tag := f.Tag.Get("ref")
	if tag == "" {
		return nil
	}
	kinds, required := strings.CutPrefix(tag, "!")
	return &reference{
		kinds:    strings.Split(kinds, "|"),
		required: required,
		filled:   required && !strings.Contains(f.Tag.Get("json"), ",omit"),
		fallback: f.Tag.Get("fallback"),
	}
}

func structIn(t reflect.Type) reflect.Type {
	for t.Kind() == reflect.Pointer || t.Kind() == reflect.Slice {
		t = t.Elem()
	}
	if t.Kind() == reflect.Struct {
		return t
	}
	return nil
}

// visitor is called with every id that a value holds, and with an empty one where there must be
// an id; its error ends the visit.
type visitor func(path string, ref *reference, id reflect.Value) error

// eachRef visits every id that a value holds.
func eachRef(v reflect.Value, path string, do visitor) error {
	switch v.Kind() {
	case reflect.Pointer:
		if v.IsNil() {
			return nil
		}
		return eachRef(v.Elem(), path, do)
	case reflect.Slice:
		for i := range v.Len() {
			if err := eachRef(v.Index(i), path+"["+strconv.Itoa(i)+"]", do); err != nil {
				return err
			}
		}
		return nil
	case reflect.Struct:
		for _, f := range planOf(v.Type()).refs {
			at := f.name
			if path != "" {
				at = path + "." + f.name
			}
			if err := eachRefOf(v.Field(f.field), at, f.ref, do); err != nil {
				return err
			}
		}
	}
	return nil
}

func eachRefOf(v reflect.Value, path string, ref *reference, do visitor) error {
	if ref == nil {
		return eachRef(v, path, do)
	}
	if v.Kind() == reflect.String {
		if v.Len() == 0 && !ref.filled {
			return nil
		}
		return do(path, ref, v)
	}
	for i := range v.Len() {
		if err := do(path+"["+strconv.Itoa(i)+"]", ref, v.Index(i)); err != nil {
			return err
		}
	}
	return nil
}

// dangles tells whether a value holds an id that keep refuses. It is [eachRef] without paths.
func dangles(v reflect.Value, ref *reference, keep func(*reference, string) bool) bool {
	switch v.Kind() {
	case reflect.String:
		return ref != nil && (v.Len() > 0 || ref.filled) && !keep(ref, v.String())
	case reflect.Pointer:
		return !v.IsNil() && dangles(v.Elem(), ref, keep)
	case reflect.Slice:
		for i := range v.Len() {
			if dangles(v.Index(i), ref, keep) {
				return true
			}
		}
	case reflect.Struct:
		for _, f := range planOf(v.Type()).refs {
			if dangles(v.Field(f.field), f.ref, keep) {
				return true
			}
		}
	}
	return false
}

// withoutDangling gives the value without the ids that keep refuses; ok is false when a required
// one is among them. What is changed is copied first.
func withoutDangling(v reflect.Value, keep func(*reference, string) bool) (kept reflect.Value, ok bool) {
	if !dangles(v, nil, keep) {
		return v, true
	}
	switch v.Kind() {
	case reflect.Pointer:
		inside, ok := withoutDangling(v.Elem(), keep)
		if !ok {
			return v, false
		}
		fresh := reflect.New(v.Type().Elem())
		fresh.Elem().Set(inside)
		if fresh.Elem().Kind() == reflect.Struct && isEmpty(fresh.Elem()) {
			return reflect.Zero(v.Type()), true
		}
		return fresh, true
	case reflect.Slice:
		fresh := reflect.MakeSlice(v.Type(), 0, v.Len())
		for i := range v.Len() {
			if element, ok := withoutDangling(v.Index(i), keep); ok {
				fresh = reflect.Append(fresh, element)
			}
		}
		return fresh, true
	}
	return structWithoutDangling(v, keep)
}

func structWithoutDangling(v reflect.Value, keep func(*reference, string) bool) (reflect.Value, bool) {
	fresh := reflect.New(v.Type()).Elem()
	fresh.Set(v)
	for _, f := range planOf(v.Type()).refs {
		field := fresh.Field(f.field)
		switch {
		case f.ref == nil:
			inside, ok := withoutDangling(field, keep)
			if !ok {
				return v, false
			}
			field.Set(inside)
		case field.Kind() == reflect.Slice:
			ids := slices.Clone(field.Interface().([]string))
			field.Set(reflect.ValueOf(slices.DeleteFunc(ids, func(id string) bool { return !keep(f.ref, id) })))
		case field.Len() > 0 && !keep(f.ref, field.String()):
			if f.ref.required {
				return v, false
			}
			field.SetString(f.ref.fallback)
		}
	}
	return fresh, true
}

// EachReference calls do for every id that a value holds: an entity, or a root with its lists.
func EachReference(value any, do func(id string)) {
	visitAll(reflect.ValueOf(value), func(_ string, _ *reference, id reflect.Value) error {
		do(id.String())
		return nil
	})
}

// visitAll visits the ids of an entity and, when it is a root, of its nodes. Do must not fail.
func visitAll(v reflect.Value, do visitor) {
	_ = eachRef(v, "", do)
	for _, list := range planOf(v.Type().Elem()).nodes {
		_ = eachRef(v.Elem().Field(list.field), "", do)
	}
}

// Renamed gives a copy of a root with filled lists in which it and every node that has an id of
// its own has a new one, and everything points to the new ones.
func Renamed(view Entity, newID func() string) Entity {
	v := copied(view)
	renamed := map[string]string{}
	rename := func(holder reflect.Value) {
		if i, ok := planOf(holder.Type()).fields["id"]; ok {
			id := newID()
			renamed[holder.Field(i).String()] = id
			holder.Field(i).SetString(id)
		}
	}
	rename(v.Elem())
	for _, list := range planOf(v.Elem().Type()).nodes {
		for i := range v.Elem().Field(list.field).Len() {
			rename(v.Elem().Field(list.field).Index(i).Elem())
		}
	}
	repoint(v, renamed)
	return v.Interface().(Entity)
}

// Repointed gives a copy of a root with filled lists in which whatever pointed to a key of the map
// points to its value. Ids themselves stay.
func Repointed(view Entity, to map[string]string) Entity {
	v := copied(view)
	repoint(v, to)
	return v.Interface().(Entity)
}

func repoint(v reflect.Value, to map[string]string) {
	visitAll(v, func(_ string, _ *reference, id reflect.Value) error {
		if other := to[id.String()]; other != "" {
			id.SetString(other)
		}
		return nil
	})
}

// copied gives a copy of a root with filled lists that shares nothing with it.
func copied(view Entity) reflect.Value {
	v := reflect.New(reflect.TypeOf(view).Elem())
	if err := json.Unmarshal(marshal(view), v.Interface()); err != nil { // it was written a moment ago
		panic(err)
	}
	return v
}
