package research_test

import (
	_ "embed"
	"encoding/json"
	"fmt"
	"maps"
	"math"
	"os"
	"reflect"
	"strings"
	"testing"
)

//go:embed testdata/vectors.json
var vectorsFile []byte

// vector is one worked example of a formula. Tolerance is how far a number may be off.
type vector struct {
	ID        string          `json:"id"`
	Formula   string          `json:"formula"`
	Input     json.RawMessage `json:"input"`
	Output    json.RawMessage `json:"output"`
	Tolerance float64         `json:"tolerance"`
}

// TestFormulaVectors works every example out that came with the method: of all formulas, in whichever package they
// stand; among them STDC-1 [R27], PATH-1 [R37], STDC-2 and STDC-3 [R38]. KLANTREIS_VECTORS may name a file with more.
func TestFormulaVectors(t *testing.T) {
	files := map[string][]byte{"testdata/vectors.json": vectorsFile}
	if name := os.Getenv("KLANTREIS_VECTORS"); name != "" {
		raw, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		files[name] = raw
	}
	adapters := maps.Clone(mapAdapters)
	maps.Copy(adapters, surveyAdapters)
	maps.Copy(adapters, choiceAdapters)
	used := map[string]bool{}
	for name, raw := range files {
		var file struct {
			Vectors []json.RawMessage `json:"vectors"`
		}
		if err := decode(raw, &file); err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		for i, one := range file.Vectors {
			var v vector
			if err := decode(one, &v); err != nil {
				t.Errorf("%s: vector %d: %v", name, i+1, err)
				continue
			}
			used[v.Formula] = true
			t.Run(v.ID, func(t *testing.T) { v.check(t, adapters[v.Formula]) })
		}
	}
	for formula := range adapters {
		if !used[formula] {
			t.Errorf("no vector shows %s", formula)
		}
	}
}

func (v *vector) check(t *testing.T, work adapter) {
	if work == nil {
		t.Fatalf("there is no formula %q", v.Formula)
	}
	got, err := work(v.Input)
	if err != nil {
		t.Fatal(err)
	}
	raw, err := json.Marshal(got) // refuses what is not a number
	if err != nil {
		t.Fatal(err)
	}
	var g, w any
	for from, into := range map[*any]json.RawMessage{&g: raw, &w: v.Output} {
		if err := json.Unmarshal(into, from); err != nil {
			t.Fatal(err)
		}
	}
	for _, difference := range differences("output", g, w, v.Tolerance) {
		t.Error(difference)
	}
}

// differences tells where got is not what is wanted. It may hold more keys than wanted, never fewer.
func differences(at string, got, want any, tolerance float64) []string {
	different := []string{fmt.Sprintf("%s: got %v, want %v", at, got, want)}
	switch w := want.(type) {
	case float64:
		if g, ok := got.(float64); ok && math.Abs(g-w) <= tolerance {
			return nil
		}
	case map[string]any:
		g, ok := got.(map[string]any)
		if !ok {
			return different
		}
		var found []string
		for key, value := range w {
			inner, there := g[key]
			if !there {
				found = append(found, at+": there is no "+key)
				continue
			}
			found = append(found, differences(at+"."+key, inner, value, tolerance)...)
		}
		return found
	case []any:
		g, ok := got.([]any)
		if !ok || len(g) != len(w) {
			return different
		}
		var found []string
		for i := range w {
			found = append(found, differences(fmt.Sprintf("%s[%d]", at, i), g[i], w[i], tolerance)...)
		}
		return found
	default:
		if got == want {
			return nil
		}
	}
	return different
}

// decode reads JSON into a value and refuses an object that lacks one of the keys that a struct names, unless the
// key is marked omitempty.
func decode(raw []byte, into any) error {
	if err := json.Unmarshal(raw, into); err != nil {
		return err
	}
	return missing(raw, reflect.TypeOf(into).Elem())
}

func missing(raw []byte, kind reflect.Type) error {
	switch kind.Kind() {
	case reflect.Slice:
		var items []json.RawMessage
		if kind.Elem().Kind() == reflect.Uint8 || json.Unmarshal(raw, &items) != nil {
			return nil // json.RawMessage is left to whoever reads it
		}
		for _, item := range items {
			if err := missing(item, kind.Elem()); err != nil {
				return err
			}
		}
	case reflect.Struct:
		var keys map[string]json.RawMessage
		if err := json.Unmarshal(raw, &keys); err != nil {
			return nil // it reads itself, as an ordered object does
		}
		for field := range kind.Fields() {
			name, options, tagged := strings.Cut(field.Tag.Get("json"), ",")
			value, there := keys[name]
			switch {
			case name == "":
			case there:
				if err := missing(value, field.Type); err != nil {
					return err
				}
			case !tagged || options != "omitempty":
				return fmt.Errorf("the key %q is missing in %s", name, raw)
			}
		}
	default: // single values have no keys
	}
	return nil
}

func TestDecodeNamesTheMissingKey(t *testing.T) {
	var in []struct {
		A int     `json:"a"`
		B float64 `json:"b,omitempty"`
	}
	if err := decode([]byte(`[{"a": 1}, {"a": 2, "b": 3}]`), &in); err != nil {
		t.Error(err)
	}
	if err := decode([]byte(`[{"a": 1}, {"b": 3}]`), &in); err == nil || !strings.Contains(err.Error(), `"a"`) {
		t.Errorf("got %v", err)
	}
	want := map[string]any{"x": 1.0, "y": nil}
	if found := differences("", map[string]any{"x": 1.0}, want, 0); len(found) != 1 {
		t.Errorf("a missing key of the output is not told apart from null: %v", found)
	}
}
