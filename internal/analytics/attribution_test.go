package analytics

import (
	"encoding/csv"
	"encoding/json"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"gonum.org/v1/gonum/mat"
	"pgregory.net/rapid"

	"klantreis/internal/fault"
	"klantreis/internal/sequence"
)

func path(text string, conversions, nulls float64) sequence.Path {
	var touches []string
	if text != "" {
		touches = strings.Split(text, ">")
	}
	return sequence.Path{Touches: touches, Conversions: conversions, Nulls: nulls, Value: 10 * conversions}
}

func TestAttributeByHand(t *testing.T) {
	f := func(paths []sequence.Path, model func(Channel) float64, want map[string]float64) {
		t.Helper()
		a, err := Attribute(paths, true)
		if err != nil {
			t.Fatal(err)
		}
		if len(a.Channels) != len(want) {
			t.Errorf("%d channels, want %d", len(a.Channels), len(want))
		}
		for _, c := range a.Channels {
			if !near(model(c), want[c.Channel]) {
				t.Errorf("%s gets %g, want %g", c.Channel, model(c), want[c.Channel])
			}
		}
	}
	position := func(c Channel) float64 { return c.Conversions.Position }
	shapley := func(c Channel) float64 { return c.Conversions.Shapley }
	removal := func(c Channel) float64 { return c.RemovalEffect }
	f([]sequence.Path{path("a", 3, 0)}, position, map[string]float64{"a": 3})
	f([]sequence.Path{path("a>b", 3, 0)}, position, map[string]float64{"a": 1.5, "b": 1.5})
	f([]sequence.Path{path("a>b>c>d", 10, 0)}, position, map[string]float64{"a": 4, "b": 1, "c": 1, "d": 4})
	f([]sequence.Path{path("a>b>a", 10, 0)}, position, map[string]float64{"a": 8, "b": 2})
	f([]sequence.Path{path("a", 4, 0), path("a>b", 6, 0)}, shapley, map[string]float64{"a": 7, "b": 3})
	f([]sequence.Path{path("a>b>c>d", 10, 5)}, shapley, map[string]float64{"a": 2.5, "b": 2.5, "c": 2.5, "d": 2.5})
	// From a: 2/3 to b, of which 3/4 convert, 1/3 to c, of which 1/2 convert. Everybody comes to a.
	f([]sequence.Path{path("a>b", 3, 1), path("a>c", 1, 1)}, removal, map[string]float64{"a": 1, "b": 3. / 4, "c": 1. / 4})
	// A channel by which nobody converted, one in a loop, a conversion without a touch, and no conversion at all.
	f([]sequence.Path{path("a", 1, 0), path("b", 0, 1)}, removal, map[string]float64{"a": 1, "b": 0})
	f([]sequence.Path{path("a>a>a", 1, 0), path("", 5, 5)}, removal, map[string]float64{"a": 1})
	f([]sequence.Path{path("a>b", 0, 3)}, removal, map[string]float64{"a": 0, "b": 0})
	f(nil, removal, nil)
}

func TestAttributeRefuses(t *testing.T) {
	f := func(paths []sequence.Path, code fault.Code) {
		t.Helper()
		if _, err := Attribute(paths, true); fault.CodeOf(err) != code {
			t.Errorf("error %v, want %s", err, code)
		}
	}
	f([]sequence.Path{path("a", -1, 0)}, fault.Invalid)
	f([]sequence.Path{path("a", 0, math.NaN())}, fault.Invalid)
	many := sequence.Path{Conversions: 1}
	for i := range channelsMax + 1 {
		many.Touches = append(many.Touches, strconv.Itoa(i))
	}
	f([]sequence.Path{many}, fault.TooLarge)
}

// TestAttributeByDefinition holds the closed forms against what they stand for: the chain solved anew without
// each channel, and the mean gain over all coalitions. All models share out the same whole.
func TestAttributeByDefinition(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		channel := rapid.SampledFrom([]string{"a", "b", "c", "d", "e"})
		paths := rapid.SliceOfN(rapid.Custom(func(t *rapid.T) sequence.Path {
			return path(strings.Join(rapid.SliceOfN(channel, 0, 6).Draw(t, "touches"), ">"),
				float64(rapid.IntRange(0, 5).Draw(t, "conversions")), float64(rapid.IntRange(0, 5).Draw(t, "nulls")))
		}), 0, 8).Draw(t, "paths")
		nulls := rapid.Bool().Draw(t, "with nulls")
		a, err := Attribute(paths, nulls)
		if err != nil {
			t.Fatal(err)
		}
		var first, last, linear, position, markov, shapley float64
		whole := probability(paths, nulls, "")
		for _, c := range a.Channels {
			if whole > 0 {
				if want := 1 - probability(paths, nulls, c.Channel)/whole; !near(c.RemovalEffect, want) {
					t.Fatalf("removing %s: %g, want %g", c.Channel, c.RemovalEffect, want)
				}
			}
			if want := meanGain(paths, c.Channel); !near(c.Conversions.Shapley, want) {
				t.Fatalf("Shapley of %s: %g, want %g", c.Channel, c.Conversions.Shapley, want)
			}
			if v := c.Value.Markov; !near(v, 10*c.Conversions.Markov) {
				t.Fatalf("value of %s: %g", c.Channel, v)
			}
			first, last, linear = first+c.Conversions.First, last+c.Conversions.Last, linear+c.Conversions.Linear
			position, markov, shapley = position+c.Conversions.Position, markov+c.Conversions.Markov, shapley+c.Conversions.Shapley
		}
		for i, sum := range []float64{first, last, linear, position, markov, shapley} {
			if !near(sum, a.Conversions-a.Direct) {
				t.Fatalf("model %d shares out %g of %g", i, sum, a.Conversions-a.Direct)
			}
		}
	})
}

// probability to convert when everybody who comes to a channel ends there, by solving x = Q x + r.
func probability(paths []sequence.Path, nulls bool, without string) float64 {
	states := []string{""}
	counts := map[[2]string]float64{}
	converts, leaves := map[string]float64{}, map[string]float64{}
	for _, p := range paths {
		weight := p.Conversions
		if nulls {
			weight += p.Nulls
		}
		if len(p.Touches) == 0 {
			continue
		}
		state := ""
		for _, next := range p.Touches {
			counts[[2]string{state, next}] += weight
			leaves[state] += weight
			if state = next; !slices.Contains(states, next) {
				states = append(states, next)
			}
		}
		converts[state] += p.Conversions
		leaves[state] += weight
	}
	n := len(states)
	m, r := mat.NewDense(n, n, nil), mat.NewVecDense(n, nil)
	for i, from := range states {
		m.Set(i, i, 1)
		if leaves[from] == 0 || from == without && from != "" {
			continue
		}
		r.SetVec(i, converts[from]/leaves[from])
		for j, to := range states {
			m.Set(i, j, m.At(i, j)-counts[[2]string{from, to}]/leaves[from])
		}
	}
	var x mat.VecDense
	if err := x.SolveVec(m, r); err != nil {
		panic(err)
	}
	return x.AtVec(0)
}

// meanGain is the Shapley value as it is defined, over five channels.
func meanGain(paths []sequence.Path, channel string) float64 {
	all := []string{"a", "b", "c", "d", "e"}
	worth := func(set int) float64 {
		sum := 0.0
		for _, p := range paths {
			inside := len(p.Touches) > 0
			for _, touch := range p.Touches {
				inside = inside && set&(1<<slices.Index(all, touch)) != 0
			}
			if inside {
				sum += p.Conversions
			}
		}
		return sum
	}
	factorial := []float64{1, 1, 2, 6, 24, 120}
	own := 1 << slices.Index(all, channel)
	gain := 0.0
	for set := range 1 << len(all) {
		if set&own != 0 {
			continue
		}
		size := 0
		for bit := set; bit > 0; bit &= bit - 1 {
			size++
		}
		gain += factorial[size] * factorial[4-size] / factorial[5] * (worth(set|own) - worth(set))
	}
	return gain
}

func near(a, b float64) bool { return math.Abs(a-b) <= 1e-9*max(1, math.Abs(a), math.Abs(b)) }

// TestAttributeKnownResults reads the public paths and the results computed for them elsewhere.
func TestAttributeKnownResults(t *testing.T) {
	var known struct {
		Heur map[string]struct {
			First, Last, Linear float64
			FirstV              float64 `json:"first_v"`
			LastV               float64 `json:"last_v"`
			LinearV             float64 `json:"linear_v"`
		}
		NoNull       []any `json:"no_null"`
		Null         []any
		Shapley      map[string]float64
		ShapleyValue map[string]float64 `json:"shapley_value"`
	}
	if err := json.Unmarshal(realFile(t, "channelattribution/expected.json"), &known); err != nil {
		t.Fatal(err)
	}
	paths := realPaths(t)
	for _, nulls := range []bool{false, true} {
		a, err := Attribute(paths, nulls)
		if err != nil {
			t.Fatal(err)
		}
		chain := known.NoNull
		if nulls {
			chain = known.Null
		}
		if len(a.Channels) != 12 || a.Conversions != 19_785 || a.Nulls != 68_602 {
			t.Errorf("%d channels, %g conversions, %g nulls", len(a.Channels), a.Conversions, a.Nulls)
		}
		for _, c := range a.Channels {
			h := known.Heur[c.Channel]
			for what, pair := range map[string][2]float64{
				"first": {c.Conversions.First, h.First}, "last": {c.Conversions.Last, h.Last}, "linear": {c.Conversions.Linear, h.Linear},
				"first value": {c.Value.First, h.FirstV}, "last value": {c.Value.Last, h.LastV}, "linear value": {c.Value.Linear, h.LinearV},
				"removal": {c.RemovalEffect, chain[1].(map[string]any)[c.Channel].(float64)},
				"markov":  {c.Conversions.Markov, chain[2].(map[string]any)[c.Channel].(float64)},
				"shapley": {c.Conversions.Shapley, known.Shapley[c.Channel]}, "shapley value": {c.Value.Shapley, known.ShapleyValue[c.Channel]},
			} {
				if !near(pair[0], pair[1]) {
					t.Errorf("%s of %s, nulls %t: %v, want %v", what, c.Channel, nulls, pair[0], pair[1])
				}
			}
		}
	}
}

func realFile(t *testing.T, name string) []byte {
	t.Helper()
	folder := os.Getenv("KLANTREIS_REAL_DATA")
	if folder == "" {
		t.Skip("KLANTREIS_REAL_DATA is not set: no public data to read")
	}
	b, err := os.ReadFile(filepath.Join(folder, name))
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func realPaths(t *testing.T) []sequence.Path {
	t.Helper()
	r := csv.NewReader(strings.NewReader(string(realFile(t, "channelattribution/Data.csv"))))
	r.Comma = ';'
	rows, err := r.ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	var paths []sequence.Path
	for _, row := range rows[1:] {
		p := sequence.Path{Touches: strings.Split(row[0], " > ")}
		if _, err := fmt.Sscan(strings.Join(row[1:], " "), &p.Conversions, &p.Value, &p.Nulls); err != nil {
			t.Fatal(err)
		}
		paths = append(paths, p)
	}
	return paths
}
