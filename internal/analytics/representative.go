package analytics

import (
	"cmp"
	"context"
	"fmt"
	"maps"
	"math"
	"slices"

	"klantreis/internal/event"
	"klantreis/internal/fault"
	"klantreis/internal/sequence"
)

// Representatives are the few journeys that stand for all.
type Representatives struct {
	Journeys []Representative // most customers first
	Cases    int              // customers they stand for
	// Distance is how far the log is from its representatives, 0 to 1: the earth mover's distance between the two,
	// each representative with the same weight, where it costs the edit distance divided by the length of the
	// longer sequence to turn one into another.
	Distance float64
	Warnings []event.Warning
}

// Representative is one journey that occurs.
type Representative struct {
	Activities []string
	Times      int // how often it was chosen: a frequent one stands for more
	Cases      int // customers to whom it is the nearest, of equally near ones the first
	Share      float64
}

const (
	representativesMax = 200
	// variantsMax keeps the distances of all pairs below 100 MiB; more variants than this are left out, the rarest.
	variantsMax = 5000
	// exchangeMax is the most pairs of a representative and a variant for which representatives are exchanged: the
	// work grows with its square, and more representatives gain little by it.
	exchangeMax = 10_000
)

// Represent chooses journeys by iterative c-min sampling with expected occurrence (Bernard and Andritsos, Selecting
// representative sample traces from large event logs): what is frequent enough to be expected in a sample is in
// it; then, again and again, the one whose c nearest that nobody stands for yet are nearest, c being the customers
// per representative. Unlike there, one that is stood for already can be chosen too, and what was chosen is
// improved afterwards: each is moved into the middle of those it stands for, and of few each is tried elsewhere.
// Nothing is left to chance, so the same log has the same representatives.
func Represent(ctx context.Context, src Source, count int) (Representatives, error) {
	if count < 1 || count > representativesMax {
		return Representatives{}, fault.New(fault.Invalid, "there are 1 to %d representatives", representativesMax)
	}
	v, err := src.Variants(ctx, sequence.VariantQuery{Top: variantsMax})
	if err != nil || v.Cases == 0 {
		return Representatives{}, err
	}
	s := newSampling(v.Top)
	if err := s.measure(ctx); err != nil {
		return Representatives{}, err
	}
	count = min(count, s.cases)
	chosen, err := s.sample(ctx, count)
	if err != nil {
		return Representatives{}, err
	}
	chosen, distance, err := s.improve(ctx, chosen)
	if err == nil && count*len(s.variants) <= exchangeMax {
		chosen, distance, err = s.exchange(ctx, chosen, distance)
	}
	if err != nil {
		return Representatives{}, err
	}
	r := s.describe(chosen)
	r.Distance = distance
	if v.Other > 0 {
		r.Warnings = append(r.Warnings, event.Warning{Code: "rare_left_out", Message: fmt.Sprintf(
			"%d customers with the rarest of %d variants were left out", v.Other, v.Distinct)})
	}
	return r, nil
}

// sampling chooses among variants.
type sampling struct {
	variants []sequence.Variant
	codes    [][]uint16
	cases    int
	apart    [][]float32 // of each two variants
	near     [][]uint16  // per variant all, the nearest first
	names    int
}

func newSampling(variants []sequence.Variant) *sampling {
	s := &sampling{variants: variants, codes: make([][]uint16, len(variants))}
	known := map[string]uint16{}
	for i, v := range variants {
		s.cases += v.Cases
		for _, name := range v.Activities {
			code, ok := known[name]
			if !ok {
				code = uint16(len(known))
				known[name] = code
			}
			s.codes[i] = append(s.codes[i], code)
		}
	}
	s.names = len(known)
	return s
}

// measure fills in the distances.
func (s *sampling) measure(ctx context.Context) error {
	n := len(s.variants)
	s.apart, s.near = make([][]float32, n), make([][]uint16, n)
	for i := range n {
		s.apart[i], s.near[i] = make([]float32, n), make([]uint16, n)
	}
	e := &editor{at: make([]uint64, s.names)}
	for i := range n {
		if err := ctx.Err(); err != nil {
			return err
		}
		for j := range i {
			longer := max(len(s.codes[i]), len(s.codes[j]))
			s.apart[i][j] = float32(e.distance(s.codes[i], s.codes[j])) / float32(longer)
			s.apart[j][i] = s.apart[i][j]
		}
	}
	for i, near := range s.near {
		for j := range near {
			near[j] = uint16(j)
		}
		slices.SortStableFunc(near, func(a, b uint16) int { return cmp.Compare(s.apart[i][a], s.apart[i][b]) })
	}
	return nil
}

// sample gives the variants that are chosen, one as often as it is.
func (s *sampling) sample(ctx context.Context, count int) ([]int, error) {
	var chosen []int
	left, each := make([]int, len(s.variants)), s.cases/count
	for i, v := range s.variants {
		expected := v.Cases * count / s.cases
		left[i] = v.Cases - expected*each
		chosen = append(chosen, slices.Repeat([]int{i}, expected)...)
	}
	for len(chosen) < count {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		best, least := -1, 0.0
		for i := range s.variants {
			if cost := s.cost(i, left, each, least, best >= 0); best < 0 || cost < least {
				best, least = i, cost
			}
		}
		chosen = append(chosen, best)
		s.assign(best, left, each)
	}
	return chosen, nil
}

// cost is how far the nearest that are left are together; it stops counting beyond a limit.
func (s *sampling) cost(i int, left []int, count int, limit float64, limited bool) float64 {
	sum := 0.0
	for _, j := range s.near[i] {
		if left[j] == 0 {
			continue
		}
		n := min(count, left[j])
		sum += float64(n) * float64(s.apart[i][j])
		if count -= n; count == 0 || limited && sum >= limit {
			break
		}
	}
	return sum
}

// assign takes the nearest that are left away.
func (s *sampling) assign(i int, left []int, count int) {
	for _, j := range s.near[i] {
		n := min(count, left[j])
		left[j] -= n
		count -= n
	}
}

// improve moves each of the chosen variants into the middle of those it stands for, for as long as that brings
// the log nearer, and gives the distance. The sampling is good at the start and never looks back.
func (s *sampling) improve(ctx context.Context, chosen []int) ([]int, float64, error) {
	distance, serves := s.distance(chosen)
	for {
		if err := ctx.Err(); err != nil {
			return nil, 0, err
		}
		moved := make([]int, len(chosen))
		for k, customers := range serves {
			moved[k] = s.middle(customers)
		}
		nearer, to := s.distance(moved)
		if nearer >= distance-1e-9 { // less is rounding
			return chosen, distance, nil
		}
		chosen, distance, serves = moved, nearer, to
	}
}

// exchange replaces chosen variants by the one that is served worst, each in turn, for as long as one of these
// brings the log nearer.
func (s *sampling) exchange(ctx context.Context, chosen []int, distance float64) ([]int, float64, error) {
	for {
		_, serves := s.distance(chosen)
		cost := make([]float64, len(s.variants))
		for k, customers := range serves {
			for i, units := range customers {
				cost[i] += float64(units) * float64(s.apart[chosen[k]][i])
			}
		}
		worst := slices.Index(cost, slices.Max(cost))
		best, nearest := chosen, distance
		for k := range chosen {
			tried := slices.Clone(chosen)
			tried[k] = worst
			tried, nearer, err := s.improve(ctx, tried)
			if err != nil {
				return nil, 0, err
			}
			if nearer < nearest-1e-9 {
				best, nearest = tried, nearer
			}
		}
		if nearest == distance {
			return chosen, distance, nil
		}
		chosen, distance = best, nearest
	}
}

// distance is the earth mover's distance between chosen variants and all, and which variants each of them stands
// for in it, counted in as many parts of a customer as there are chosen.
func (s *sampling) distance(chosen []int) (float64, []map[int]int) {
	supply, demand := make([]int, len(chosen)), make([]int, len(s.variants))
	for k := range chosen {
		supply[k] = s.cases
	}
	for i, v := range s.variants {
		demand[i] = v.Cases * len(chosen)
	}
	total, brings := transport(supply, demand, func(k, i int) float64 { return float64(s.apart[chosen[k]][i]) })
	return total / float64(s.cases) / float64(len(chosen)), brings
}

// middle is the variant that is nearest to some customers together, the first of equals.
func (s *sampling) middle(customers map[int]int) int {
	order := slices.Sorted(maps.Keys(customers)) // sums in one order are equal when repeated
	best, least := 0, math.Inf(1)
	for i, apart := range s.apart {
		sum := 0.0
		for _, j := range order {
			sum += float64(customers[j]) * float64(apart[j])
		}
		if sum < least {
			best, least = i, sum
		}
	}
	return best
}

// describe says for whom the chosen stand.
func (s *sampling) describe(chosen []int) Representatives {
	r := Representatives{Cases: s.cases}
	slices.Sort(chosen)
	for k, i := range chosen {
		if k == 0 || i != chosen[k-1] {
			r.Journeys = append(r.Journeys, Representative{Activities: s.variants[i].Activities})
		}
		r.Journeys[len(r.Journeys)-1].Times++
	}
	chosen = slices.Compact(chosen)
	for i, v := range s.variants {
		nearest := 0
		for k, c := range chosen {
			if s.apart[i][c] < s.apart[i][chosen[nearest]] {
				nearest = k
			}
		}
		r.Journeys[nearest].Cases += v.Cases
	}
	for k := range r.Journeys {
		r.Journeys[k].Share = float64(r.Journeys[k].Cases) / float64(s.cases)
	}
	slices.SortStableFunc(r.Journeys, func(a, b Representative) int { return cmp.Compare(b.Cases, a.Cases) })
	return r
}
