package analytics

import (
	"cmp"
	"fmt"
	"slices"

	"gonum.org/v1/gonum/mat"

	"klantreis/internal/event"
	"klantreis/internal/fault"
	"klantreis/internal/sequence"
)

// Attribution shares conversions over the channels that led to them, by several models side by side: they differ,
// and none is the truth.
type Attribution struct {
	Channels    []Channel // most linear credit first, then by name
	Conversions float64   // in all
	Nulls       float64   // paths that did not convert
	Value       float64   // of the conversions
	Direct      float64   // conversions without any touch, which no channel gets
	Warnings    []event.Warning
}

// Channel is what one channel gets.
type Channel struct {
	Channel       string
	Conversions   Credits
	Value         Credits
	RemovalEffect float64 // share of the conversions that is lost without it in the Markov model, 0 to 1
}

// Credits is what a channel gets by each model; each column adds up to the conversions with a touch.
type Credits struct {
	First    float64 // all to the first touch
	Last     float64 // all to the last
	Linear   float64 // equally to every touch, repeated ones too
	Position float64 // 40 % to the first, 40 % to the last, the rest equally between; halves when there are two
	Markov   float64 // in proportion to the removal effects (Anderl and others 2016, first order)
	// Shapley is the channel's fair share where a set of channels is worth the conversions of the paths that need
	// no other. Each path then shares equally among its different channels, which is exact for any number.
	Shapley float64
}

// The weights of the position model; it is also called U-shaped.
const (
	positionEnd    = 0.4
	positionMiddle = 0.2
)

// channelsMax keeps the matrix of the Markov model below 32 MiB and its inversion below some seconds.
const channelsMax = 2000

// Attribute computes all models over paths. With nulls, the Markov chain has a state for not converting.
// Weights must not be negative.
func Attribute(paths []sequence.Path, nulls bool) (Attribution, error) {
	var a Attribution
	place := map[string]int{}
	for i, p := range paths {
		if !(p.Conversions >= 0 && p.Nulls >= 0) {
			return a, fault.New(fault.Invalid, "path %d has a negative number of conversions or nulls", i+1)
		}
		a.Conversions += p.Conversions
		a.Nulls += p.Nulls
		a.Value += p.Value
		if len(p.Touches) == 0 {
			a.Direct += p.Conversions
		}
		for _, name := range p.Touches {
			if _, known := place[name]; !known {
				place[name] = len(a.Channels)
				a.Channels = append(a.Channels, Channel{Channel: name})
			}
		}
	}
	if len(a.Channels) > channelsMax {
		return a, fault.New(fault.TooLarge, "there are %d channels; attribution takes at most %d", len(a.Channels), channelsMax)
	}
	at := func(name string) *Channel { return &a.Channels[place[name]] }
	for _, p := range paths {
		share(p.Touches, p.Conversions, at, func(c *Channel) *Credits { return &c.Conversions })
		share(p.Touches, p.Value, at, func(c *Channel) *Credits { return &c.Value })
	}
	if err := a.markov(paths, nulls, place); err != nil {
		return a, err
	}
	slices.SortFunc(a.Channels, func(x, y Channel) int {
		return cmp.Or(cmp.Compare(y.Conversions.Linear, x.Conversions.Linear), cmp.Compare(x.Channel, y.Channel))
	})
	if a.Conversions == 0 {
		a.Warnings = append(a.Warnings, event.Warning{Code: "no_conversions", Message: "no path converts, so there is nothing to share"})
	}
	if a.Direct > 0 {
		a.Warnings = append(a.Warnings, event.Warning{Code: "without_touch", Message: fmt.Sprintf(
			"%g of the %g conversions had no touch before; no channel gets them", a.Direct, a.Conversions)})
	}
	return a, nil
}

// share gives the weight of one path to its touches by the models that need no other path.
func share(touches []string, weight float64, at func(string) *Channel, of func(*Channel) *Credits) {
	n := len(touches)
	if n == 0 || weight == 0 {
		return
	}
	credits := func(name string) *Credits { return of(at(name)) }
	first, last := credits(touches[0]), credits(touches[n-1])
	first.First += weight
	last.Last += weight
	for i, name := range touches {
		c := credits(name)
		c.Linear += weight / float64(n)
		switch {
		case n <= 2:
			c.Position += weight / float64(n)
		case i == 0 || i == n-1:
			c.Position += weight * positionEnd
		default:
			c.Position += weight * positionMiddle / float64(n-2)
		}
	}
	different := slices.Clone(touches)
	slices.Sort(different)
	different = slices.Compact(different)
	for _, name := range different {
		credits(name).Shapley += weight / float64(len(different))
	}
}

// markov fits a chain with the channels, a start and two ends, and asks of each channel which share of the
// conversions is lost when everybody who comes there ends without. With N = (I − Q)⁻¹ over the start and the channels,
// and B the probability to convert from each, that is N[s,i] ÷ N[i,i] · B[i] ÷ B[s]: the probability to come to the
// channel at all, and to convert from there. One inversion serves all channels. Steps from a channel to itself
// change none of the two and are left out.
func (a *Attribution) markov(paths []sequence.Path, nulls bool, place map[string]int) error {
	n := len(a.Channels) + 1 // state 0 is the start
	from := mat.NewDense(n, n, nil)
	converts, leaves := make([]float64, n), make([]float64, n)
	for _, p := range paths {
		weight := p.Conversions
		if nulls {
			weight += p.Nulls
		}
		if len(p.Touches) == 0 || weight == 0 {
			continue
		}
		state := 0
		for _, name := range p.Touches {
			if next := place[name] + 1; next != state {
				from.Set(state, next, from.At(state, next)+weight)
				leaves[state] += weight
				state = next
			}
		}
		converts[state] += p.Conversions
		leaves[state] += weight
	}
	if a.Conversions == a.Direct {
		return nil
	}
	steps := mat.NewDense(n, n, nil) // I − Q
	for i := range n {
		for j := range n {
			q := 0.0
			if leaves[i] > 0 {
				q = from.At(i, j) / leaves[i]
			}
			if i == j {
				q = q - 1
			}
			steps.Set(i, j, -q)
		}
		if leaves[i] > 0 {
			converts[i] /= leaves[i]
		}
	}
	var visits mat.Dense
	if err := visits.Inverse(steps); err != nil {
		return fault.Wrap(err, fault.Invalid, "the paths are so long that the Markov model cannot be computed")
	}
	var reaches mat.VecDense
	reaches.MulVec(&visits, mat.NewVecDense(n, converts))
	sum, value := 0.0, 0.0
	for _, p := range paths {
		if len(p.Touches) > 0 {
			value += p.Value
		}
	}
	for i := range a.Channels {
		s := i + 1
		a.Channels[i].RemovalEffect = visits.At(0, s) / visits.At(s, s) * reaches.AtVec(s) / reaches.AtVec(0)
		sum += a.Channels[i].RemovalEffect
	}
	for i := range a.Channels {
		c := &a.Channels[i]
		c.Conversions.Markov = (a.Conversions - a.Direct) * c.RemovalEffect / sum
		c.Value.Markov = value * c.RemovalEffect / sum
	}
	return nil
}
