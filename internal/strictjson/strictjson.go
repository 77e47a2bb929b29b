// Package strictjson reads JSON that people and other programs wrote, and says exactly what is
// wrong with it: every error has a line, a column and the path of the field. Unlike encoding/json
// it refuses unknown and repeated keys, keys in another case, text after the end, bytes that are
// not UTF-8, and escapes of half a character.
//
// Start at [Decode]. [Locate] gives a position to an error that was found later, by its path.
package strictjson

import (
	"encoding/json"
	"errors"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"klantreis/internal/fault"
)

const depthMax = 64 // deeper than any document of ours, shallow enough for any stack

// Decode reads one JSON value into a Go value. The values at the ignored paths, such as
// "journey.computed", may hold anything and are left out. Errors are faults of code invalid.
func Decode(data []byte, into any, ignored ...string) error {
	if at := firstInvalid(data); at >= 0 {
		return problem(data, at, "", "this is not valid UTF-8 text")
	}
	if at := firstHalf(data); at >= 0 {
		return problem(data, at, "", "this escape is one half of a character")
	}
	root, err := parse(data)
	if err != nil {
		return err
	}
	c := &checker{data: data, ignored: ignored}
	if err := c.check(root, reflect.TypeOf(into).Elem(), ""); err != nil {
		return err
	}
	if json.Unmarshal(c.kept(), into) != nil { // only types with a reader of their own can still object
		return problem(data, root.start, "", "this value does not fit here")
	}
	return nil
}

// Locate gives an error with a path the line and column of what the path names in the data, or of
// its nearest parent when it is missing. Other errors are returned as they are.
func Locate(data []byte, err error) error {
	var f *fault.Error
	if !errors.As(err, &f) || f.Line > 0 {
		return err
	}
	root, parseErr := parse(data)
	if parseErr != nil {
		return err
	}
	located := *f
	located.Line, located.Column = lineAndColumn(data, root.find(f.Field))
	return &located
}

// value is one JSON value with where it stands.
type value struct {
	start, end int
	kind       byte // { [ " 0 t n
	members    []member
	elements   []*value
}

type member struct {
	key   string
	start int
	value *value
}

func (v *value) find(path string) int {
	for path != "" {
		var next *value
		if rest, ok := strings.CutPrefix(path, "["); ok {
			number, after, _ := strings.Cut(rest, "]")
			if i, err := strconv.Atoi(number); err == nil && i >= 0 && i < len(v.elements) {
				next = v.elements[i]
			}
			path = strings.TrimPrefix(after, ".")
		} else {
			end := strings.IndexAny(path, ".[")
			if end < 0 {
				end = len(path)
			}
			next = v.member(path[:end])
			path = strings.TrimPrefix(path[end:], ".")
		}
		if next == nil {
			break
		}
		v = next
	}
	return v.start
}

func (v *value) member(key string) *value {
	for _, m := range v.members {
		if m.key == key {
			return m.value
		}
	}
	return nil
}

// checker holds the values against the Go types they are read into.
type checker struct {
	data    []byte
	ignored []string
	cuts    []*value // ignored values
}

var (
	rawType       = reflect.TypeFor[json.RawMessage]()
	unmarshalType = reflect.TypeFor[json.Unmarshaler]()
)

func (c *checker) check(v *value, t reflect.Type, path string) error {
	for t.Kind() == reflect.Pointer {
		t = t.Elem()
	}
	if v.kind == 'n' || t == rawType || t.Kind() == reflect.Interface || reflect.PointerTo(t).Implements(unmarshalType) {
		return nil
	}
	switch t.Kind() {
	case reflect.Struct:
		return c.checkStruct(v, t, path)
	case reflect.Map:
		return c.checkMap(v, t, path)
	case reflect.Slice, reflect.Array:
		return c.checkList(v, t, path)
	case reflect.String:
		return c.want(v, '"', "a text", path)
	case reflect.Bool:
		return c.want(v, 't', "true or false", path)
	case reflect.Float32, reflect.Float64:
		return c.readable(v, t, '0', "a number that is not too large", path)
	}
	return c.readable(v, t, '0', "a whole number that is not too large", path)
}

// readable checks a value for which the kind alone does not say whether it fits the type.
func (c *checker) readable(v *value, t reflect.Type, kind byte, what, path string) error {
	if v.kind != kind || json.Unmarshal(c.data[v.start:v.end], reflect.New(t).Interface()) != nil {
		return problem(c.data, v.start, path, what+" is needed here")
	}
	return nil
}

func (c *checker) want(v *value, kind byte, what, path string) error {
	if v.kind != kind {
		return problem(c.data, v.start, path, what+" is needed here")
	}
	return nil
}

func (c *checker) checkStruct(v *value, t reflect.Type, path string) error {
	if err := c.want(v, '{', "an object", path); err != nil {
		return err
	}
	return c.members(v, path, func(m member, at string) error {
		if slices.Contains(c.ignored, at) {
			c.cuts = append(c.cuts, m.value)
			return nil
		}
		field, ok := fieldNamed(t, m.key)
		if !ok {
			return problem(c.data, m.start, at, "there is no field with this name")
		}
		return c.check(m.value, field.Type, at)
	})
}

func (c *checker) checkMap(v *value, t reflect.Type, path string) error {
	if err := c.want(v, '{', "an object", path); err != nil {
		return err
	}
	return c.members(v, path, func(m member, at string) error { return c.check(m.value, t.Elem(), at) })
}

func (c *checker) members(v *value, path string, check func(member, string) error) error {
	seen := make(map[string]bool, len(v.members))
	for _, m := range v.members {
		at := m.key
		if path != "" {
			at = path + "." + m.key
		}
		if seen[m.key] {
			return problem(c.data, m.start, at, "this field stands here twice")
		}
		seen[m.key] = true
		if err := check(m, at); err != nil {
			return err
		}
	}
	return nil
}

func (c *checker) checkList(v *value, t reflect.Type, path string) error {
	if t.Elem().Kind() == reflect.Uint8 {
		return c.readable(v, t, '"', "a text in base64", path)
	}
	if err := c.want(v, '[', "a list", path); err != nil {
		return err
	}
	for i, e := range v.elements {
		if err := c.check(e, t.Elem(), path+"["+strconv.Itoa(i)+"]"); err != nil {
			return err
		}
	}
	return nil
}

// kept gives the data with the ignored values overwritten by null, so that offsets stay.
func (c *checker) kept() []byte {
	kept := slices.Clone(c.data)
	for _, v := range c.cuts {
		for i := v.start; i < v.end; i++ {
			kept[i] = ' '
		}
		if v.end-v.start >= len("null") {
			copy(kept[v.start:], "null")
		} else {
			kept[v.start] = '0' // too short for null: a digit is as good, nobody reads it
		}
	}
	return kept
}

func fieldNamed(t reflect.Type, key string) (reflect.StructField, bool) {
	for i := range t.NumField() {
		if name, _, _ := strings.Cut(t.Field(i).Tag.Get("json"), ","); name == key && name != "-" && name != "" {
			return t.Field(i), true
		}
	}
	return reflect.StructField{}, false
}

func firstInvalid(data []byte) int {
	if utf8.Valid(data) {
		return -1
	}
	for i := 0; i < len(data); {
		r, size := utf8.DecodeRune(data[i:])
		if r == utf8.RuneError && size == 1 {
			return i
		}
		i += size
	}
	return -1
}

// firstHalf finds the first escape such as \ud83d that stands without its other half, which
// encoding/json would read as another character; -1 when there is none.
func firstHalf(data []byte) int {
	for i := 0; i < len(data); i++ {
		if data[i] != '\\' {
			continue
		}
		first, ok := escaped(data[i:])
		if !ok {
			i++ // any other escape, or none: parsing tells
			continue
		}
		i += escapeBytes - 1
		if !utf16.IsSurrogate(first) {
			continue
		}
		second, _ := escaped(data[i+1:])
		if utf16.DecodeRune(first, second) == utf8.RuneError {
			return i + 1 - escapeBytes
		}
		i += escapeBytes
	}
	return -1
}

const escapeBytes = len(`\u0000`)

func escaped(data []byte) (rune, bool) {
	if len(data) < escapeBytes || data[0] != '\\' || data[1] != 'u' {
		return 0, false
	}
	unit, err := strconv.ParseUint(string(data[2:escapeBytes]), 16, 16)
	return rune(unit), err == nil
}

func problem(data []byte, offset int, path, sentence string) error {
	e := fault.New(fault.Invalid, "%s", sentence)
	e.Field = path
	e.Line, e.Column = lineAndColumn(data, offset)
	return e
}

// lineAndColumn counts from 1, columns in characters.
func lineAndColumn(data []byte, offset int) (line, column int) {
	before := string(data[:min(offset, len(data))])
	line = 1 + strings.Count(before, "\n")
	return line, 1 + utf8.RuneCountInString(before[strings.LastIndexByte(before, '\n')+1:])
}
