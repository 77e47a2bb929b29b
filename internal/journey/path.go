package journey

import (
	"maps"
	"slices"

	"gonum.org/v1/gonum/mat"
)

// PathsMin is from how many observed paths on shares are worth showing; below it, show counts. Method: own.
const PathsMin = 30

// Steps counts how often one stage, or whatever a path is made of, followed another: first from, then to.
type Steps map[string]map[string]int

// CountSteps counts the steps of observed paths. A way out is a stage of its own that nothing follows;
// repeating a stage is a step as well. Without paths there are no steps. Method: counting.
func CountSteps(paths [][]string) Steps {
	steps := Steps{}
	for _, path := range paths {
		for i, to := range path[min(1, len(path)):] {
			from := path[i]
			if steps[from] == nil {
				steps[from] = map[string]int{}
			}
			steps[from][to]++
		}
	}
	return steps
}

// Shares gives every step its share of those that leave the same stage, 0 to 1; the shares of one stage
// add up to 1. A stage that nothing leaves is left out.
func (s Steps) Shares() map[string]map[string]float64 {
	shares := make(map[string]map[string]float64, len(s))
	for from, next := range s {
		total := 0
		for _, count := range next {
			total += count
		}
		shares[from] = make(map[string]float64, len(next))
		for to, count := range next {
			shares[from][to] = float64(count) / float64(total)
		}
	}
	return shares
}

// ChanceToReach gives, for every stage but the target that something leaves, the chance to come to the target
// sooner or later, 0 to 1, if where somebody goes depends on the present stage only. That is a first-order
// Markov chain: h = Ph with h(target) = 1. Where no way leads to the target it is 0. When every path begins in
// the same stage and ends in the target or a way out, the chance from that stage is the share of paths that
// reached it. Source: Kemeny & Snell, Finite Markov Chains, 1960.
func (s Steps) ChanceToReach(target string) map[string]float64 {
	chance := make(map[string]float64, len(s))
	shares := s.Shares()
	leading := s.leadingTo(target)
	row := make(map[string]int, len(leading))
	for i, stage := range leading {
		row[stage] = i
	}
	for from := range s {
		if from != target {
			chance[from] = 0
		}
	}
	if len(leading) == 0 {
		return chance
	}
	// (I − Q)·h = r, with Q the steps among these stages and r those straight to the target. From each of them
	// a way leads out of Q, so there is exactly one solution.
	left, right := mat.NewDense(len(leading), len(leading), nil), mat.NewVecDense(len(leading), nil)
	for i, from := range leading {
		left.Set(i, i, 1)
		for to, share := range shares[from] {
			if j, inside := row[to]; inside {
				left.Set(i, j, left.At(i, j)-share)
			}
		}
		right.SetVec(i, shares[from][target])
	}
	var h mat.VecDense
	// Stages that are left once in a very long while give a warning about precision, not a failure.
	_ = h.SolveVec(left, right)
	for i, from := range leading {
		chance[from] = min(max(h.AtVec(i), 0), 1)
	}
	return chance
}

// leadingTo gives the stages from which some way leads to the target, in the order of their names.
func (s Steps) leadingTo(target string) []string {
	leads := map[string]bool{target: true}
	for grown := true; grown; {
		grown = false
		for from, next := range s {
			for to := range next {
				if leads[to] && !leads[from] {
					leads[from], grown = true, true
				}
			}
		}
	}
	delete(leads, target)
	return slices.Sorted(maps.Keys(leads))
}

// ShareReaching is the share of paths that come to the target, 0 to 1; nil without paths.
func ShareReaching(paths [][]string, target string) *float64 {
	reached := 0
	for _, path := range paths {
		if slices.Contains(path, target) {
			reached++
		}
	}
	return Ratio(new(float64(reached)), new(float64(len(paths))))
}

// BackwardSteps counts the steps that lead to an earlier stage of the order. Steps from or to something that is
// not in the order, such as a way out, have no direction. Method: counting.
func (s Steps) BackwardSteps(order []string) int {
	backward := 0
	for from, next := range s {
		for to, count := range next {
			if earlier := slices.Index(order, to); earlier >= 0 && earlier < slices.Index(order, from) {
				backward += count
			}
		}
	}
	return backward
}
