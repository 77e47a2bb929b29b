package research_test

import (
	"bytes"
	"encoding/json"
	"fmt"
)

// An adapter reads the input of a vector, works the formula out and gives the output with the vector's keys.
type adapter func(input json.RawMessage) (any, error)

type object = map[string]any

// on makes an adapter from a function of the decoded input.
func on[In any](work func(In) any) adapter {
	return func(raw json.RawMessage) (any, error) {
		var in In
		if err := decode(raw, &in); err != nil {
			return nil, err
		}
		return work(in), nil
	}
}

// each makes an adapter for a list of inputs with a list of outputs.
func each[In any](work func(In) any) adapter {
	return on(func(list []In) any {
		out := []any{}
		for _, in := range list {
			out = append(out, work(in))
		}
		return out
	})
}

// ordered is a JSON object whose keys keep their order.
type ordered[V any] struct {
	keys   []string
	values map[string]V
}

// UnmarshalJSON reads the keys one by one.
func (o *ordered[V]) UnmarshalJSON(raw []byte) error {
	read := json.NewDecoder(bytes.NewReader(raw))
	if open, err := read.Token(); err != nil || open != json.Delim('{') {
		return fmt.Errorf("an object is needed, not %s", raw)
	}
	o.values = map[string]V{}
	for read.More() {
		key, err := read.Token()
		if err != nil {
			return err
		}
		var value V
		if err := read.Decode(&value); err != nil {
			return err
		}
		o.keys = append(o.keys, key.(string))
		o.values[key.(string)] = value
	}
	return nil
}

// times gives x·factor, or nothing.
func times(x *float64, factor float64) any {
	if x == nil {
		return nil
	}
	return *x * factor
}

// word gives nothing for an empty word.
func word(s string) any {
	if s == "" {
		return nil
	}
	return s
}
