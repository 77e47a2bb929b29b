package app

import (
	"cmp"
	"context"
	"fmt"
	"io"
	"slices"
	"strings"

	"klantreis/internal/analytics"
	"klantreis/internal/event"
	"klantreis/internal/fault"
	"klantreis/internal/sequence"
)

// PathTable says which columns of a table of paths hold what. Columns are named by their header, or by their
// number from 1.
type PathTable struct {
	Table       event.Options // how the CSV is written, as far as it is told
	Path        string        // the touchpoints, one after the other
	Conversions string        // how often the path converted
	Nulls       string        // how often it did not; empty when the table does not say
	Value       string        // of the conversions together; empty when the table does not say
	Between     string        // what stands between two touchpoints
}

// Shares are conversions shared over the channels that led to them. Its JSON is read by other programs and fixed.
type Shares struct {
	Channels    []ChannelShare `json:"channels"` // most linear credit first, then by name
	Conversions float64        `json:"conversions"`
	Nulls       float64        `json:"nulls"`

	Value    float64         `json:"-"`
	Guesses  []event.Guess   `json:"-"`
	Warnings []event.Warning `json:"-"`
}

// ChannelShare is what one channel gets by each model.
type ChannelShare struct {
	Channel       string  `json:"channel"`
	First         float64 `json:"first"`
	Last          float64 `json:"last"`
	Linear        float64 `json:"linear"`
	Position      float64 `json:"position"`
	Markov        float64 `json:"markov"`
	RemovalEffect float64 `json:"removalEffect"` // as it is, 0 to 1
	Shapley       float64 `json:"shapley"`
	*ValueShare           // nil when the table does not say the value
}

// ValueShare is what one channel gets of the value.
type ValueShare struct {
	First    float64 `json:"firstValue"`
	Last     float64 `json:"lastValue"`
	Linear   float64 `json:"linearValue"`
	Position float64 `json:"positionValue"`
	Markov   float64 `json:"markovValue"`
	Shapley  float64 `json:"shapleyValue"`
}

// Validate refuses what says nothing.
func (p PathTable) Validate() error {
	if p.Between == "" {
		return fault.New(fault.Invalid, "what stands between two touchpoints cannot be nothing")
	}
	return nil
}

// Attribute reads a table of paths and shares out its conversions. What is wrong with it is a [fault.Invalid]
// or [fault.TooLarge], with line and column.
func Attribute(ctx context.Context, table io.Reader, p PathTable) (*Shares, error) {
	if err := p.Validate(); err != nil {
		return nil, err
	}
	t, err := event.OpenTable(ctx, table, p.Table)
	if err != nil {
		return nil, err
	}
	defer t.Close()
	r := &pathReader{table: t, between: p.Between, names: map[string]string{}, places: map[string]int{}, room: pathBytesMax}
	if err := r.choose(p); err != nil {
		return nil, err
	}
	for {
		more, err := t.Next()
		if err != nil {
			return nil, err
		}
		if !more {
			break
		}
		if err := r.row(); err != nil {
			return nil, err
		}
	}
	if len(r.paths) == 0 {
		return nil, fault.New(fault.Invalid, "the table has no paths")
	}
	a, err := analytics.Attribute(r.paths, r.nulls >= 0)
	if err != nil {
		return nil, err
	}
	s := shares(a, r.value >= 0)
	s.Guesses, s.Warnings = t.Guesses(), append(r.warnings(), a.Warnings...)
	return s, nil
}

func shares(a analytics.Attribution, valued bool) *Shares {
	s := &Shares{Channels: []ChannelShare{}, Conversions: a.Conversions, Nulls: a.Nulls, Value: a.Value}
	for _, c := range a.Channels {
		n, v := c.Conversions, c.Value
		for _, x := range []*float64{&n.Markov, &v.Markov, &c.RemovalEffect} {
			*x += 0 // makes 0 of the -0 that a matrix inversion may leave
		}
		share := ChannelShare{
			Channel: c.Channel, First: n.First, Last: n.Last, Linear: n.Linear, Position: n.Position,
			Markov: n.Markov, RemovalEffect: c.RemovalEffect, Shapley: n.Shapley,
		}
		if valued {
			share.ValueShare = &ValueShare{First: v.First, Last: v.Last, Linear: v.Linear, Position: v.Position, Markov: v.Markov, Shapley: v.Shapley}
		}
		s.Channels = append(s.Channels, share)
	}
	return s
}

// pathBytesMax is the most memory that different paths take.
const pathBytesMax = 192 << 20

// pathTouchesMax is the longest path.
const pathTouchesMax = 100_000

// pathReader makes paths of rows.
type pathReader struct {
	table                           *event.Table
	path, conversions, nulls, value int // columns; -1 is none
	between                         string
	paths                           []sequence.Path
	places                          map[string]int    // in paths, by how the path is written
	names                           map[string]string // of touchpoints, so that equal ones share their bytes
	room                            int               // bytes left
	noNumber, noTouch               int               // the first line with an empty number, with a touchpoint without a name; 0 is none
}

// choose finds the columns.
func (r *pathReader) choose(p PathTable) error {
	for _, c := range []struct {
		column *int
		name   string
	}{{&r.path, p.Path}, {&r.conversions, p.Conversions}, {&r.nulls, p.Nulls}, {&r.value, p.Value}} {
		*c.column = -1
		if c.name == "" {
			continue
		}
		var err error
		if *c.column, err = r.table.Column(c.name); err != nil {
			return err
		}
	}
	return nil
}

// row adds the numbers of the row at hand to its path.
func (r *pathReader) row() error {
	p, err := r.find()
	if err != nil {
		return err
	}
	for _, c := range []struct {
		column int
		sum    *float64
	}{{r.conversions, &p.Conversions}, {r.nulls, &p.Nulls}, {r.value, &p.Value}} {
		n, err := r.number(c.column)
		if err != nil {
			return err
		}
		*c.sum += n
	}
	return nil
}

// find gives the path of the row at hand. A table may have a row for each customer; equal paths are one.
func (r *pathReader) find() (*sequence.Path, error) {
	text, err := r.table.Text(r.path)
	if err != nil {
		return nil, err
	}
	at, known := r.places[string(text)]
	if !known {
		touches, err := r.touches(string(text))
		if err != nil {
			return nil, err
		}
		if r.room -= len(text) + 16*len(touches) + 200; r.room < 0 { // the headers of strings, the path, its place in the map
			return nil, fault.New(fault.TooLarge, "the different paths need more than %d MiB; are these paths?", pathBytesMax>>20)
		}
		at = len(r.paths)
		r.places[string(text)] = at
		r.paths = append(r.paths, sequence.Path{Touches: touches})
	}
	return &r.paths[at], nil
}

// touches splits the path of the row at hand.
func (r *pathReader) touches(path string) ([]string, error) {
	if path == "" {
		return nil, nil
	}
	var touches []string
	for part := range strings.SplitSeq(path, r.between) {
		part = strings.TrimSpace(part)
		if part == "" {
			r.noTouch = cmp.Or(r.noTouch, r.table.Line())
			continue
		}
		name, known := r.names[part]
		if !known {
			if len(r.names) == event.NamesMax {
				return nil, r.table.Fault(r.path, "there are more than %d different touchpoints; is this the right column?", event.NamesMax)
			}
			name = strings.Clone(part)
			r.names[name] = name
		}
		if len(touches) == pathTouchesMax {
			return nil, r.table.Fault(r.path, "this path has more than %d touchpoints; is this the right column?", pathTouchesMax)
		}
		touches = append(touches, name)
	}
	return slices.Clip(touches), nil
}

// number reads a cell; one that is empty is 0.
func (r *pathReader) number(column int) (float64, error) {
	if column < 0 {
		return 0, nil
	}
	v, ok := r.table.Float(column)
	switch {
	case !ok:
		text, err := r.table.Text(column)
		if err != nil {
			return 0, err
		}
		if s := strings.TrimSpace(string(text)); s != "" {
			return 0, r.table.Fault(column, "%.40q is no number", s)
		}
		r.noNumber = cmp.Or(r.noNumber, r.table.Line())
	case v < 0 && column != r.value:
		return 0, r.table.Fault(column, "%g is negative, which a number of customers cannot be", v)
	}
	return v, nil
}

func (r *pathReader) warnings() []event.Warning {
	var all []event.Warning
	if r.noNumber > 0 {
		all = append(all, event.Warning{Code: "empty_numbers", Message: fmt.Sprintf("empty numbers were read as 0; the first is on line %d", r.noNumber)})
	}
	if r.noTouch > 0 {
		all = append(all, event.Warning{Code: "empty_touchpoints", Message: fmt.Sprintf("touchpoints without a name were left out; the first is on line %d", r.noTouch)})
	}
	return all
}
