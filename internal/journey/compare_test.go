package journey

import (
	"encoding/json"
	"math"
	"reflect"
	"testing"
)

func decode(t *testing.T, raw []byte, into any) {
	t.Helper()
	if err := json.Unmarshal(raw, into); err != nil {
		t.Fatal(err)
	}
}

// sameNumbers compares two values as JSON, numbers to a millionth; what want lacks is not looked at.
func sameNumbers(t *testing.T, what string, got, want any) {
	t.Helper()
	var g, w any
	for from, into := range map[any]*any{&got: &g, &want: &w} {
		raw, err := json.Marshal(from)
		if err != nil {
			t.Fatal(err)
		}
		decode(t, raw, into)
	}
	compare(t, what, g, w)
}

func compare(t *testing.T, what string, got, want any) {
	t.Helper()
	switch w := want.(type) {
	case float64:
		if g, ok := got.(float64); !ok || math.Abs(g-w) > 1e-6 {
			t.Errorf("%s: got %v, want %v", what, got, want)
		}
	case map[string]any:
		g, ok := got.(map[string]any)
		if !ok {
			t.Errorf("%s: got %v, want an object", what, got)
			return
		}
		for key, value := range w {
			compare(t, what+"."+key, g[key], value)
		}
	case []any:
		g, ok := got.([]any)
		if !ok || len(g) != len(w) {
			t.Errorf("%s: got %v, want %v", what, got, want)
			return
		}
		for i := range w {
			compare(t, what, g[i], w[i])
		}
	default:
		if !reflect.DeepEqual(got, want) {
			t.Errorf("%s: got %v, want %v", what, got, want)
		}
	}
}

func ptr[T any](v T) *T { return &v }
