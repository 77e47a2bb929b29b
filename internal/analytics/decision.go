package analytics

import (
	"cmp"
	"context"
	"fmt"
	"math"
	"slices"

	"klantreis/internal/event"
	"klantreis/internal/journey"
	"klantreis/internal/sequence"
)

// Decision is what customers decided at a moment, and what those who said yes have in common.
type Decision struct {
	sequence.Decisions
	Share       float64           // yes of yes and no, 0 to 1
	Interval    *journey.Interval // of Share, 95 %; nil when nobody decided
	Differences []Difference      // the clearest first
	Warnings    []event.Warning
}

// Difference compares customers who have something in common with those who have not.
type Difference struct {
	Kind     string  // "channel" of the moment, or "before": an activity that came before it
	Name     string  // of the channel or activity
	Cases    int     // customers with it that decided
	Share    float64 // of these, yes, 0 to 1
	Others   float64 // of the customers without it, yes, 0 to 1
	Test     string  // "chi-square", or "Fisher" when a count of fewer than 5 is expected
	P        float64 // probability of such a difference by chance, as the test says
	Adjusted float64 // P after Holm (1979), for having tried all of them
}

// Decide asks what customers decided, and tests what differs between yes and no: Pearson's chi-square of the
// table with two rows and columns, one degree of freedom and no correction; Fisher's exact test, two-sided, when
// a count below 5 is expected (Cochran 1954).
func Decide(ctx context.Context, src Source, q sequence.DecisionQuery) (Decision, error) {
	counted, err := src.Decisions(ctx, q)
	if err != nil {
		return Decision{}, err
	}
	d := Decision{Decisions: counted}
	decided := d.Yes + d.No
	if decided > 0 {
		d.Share = float64(d.Yes) / float64(decided)
		d.Interval = journey.Wilson(d.Yes, decided, journey.Z95)
	}
	for kind, splits := range map[string][]sequence.Split{"channel": d.Channels, "before": d.Before} {
		for _, s := range splits {
			if with := s.Yes + s.No; with < decided { // what all have in common explains nothing
				d.Differences = append(d.Differences, difference(kind, s, d.Yes, d.No))
			}
		}
	}
	holm(d.Differences)
	d.Warnings = few(decided)
	if float64(d.Open) > openMany*float64(d.Cases) {
		d.Warnings = append(d.Warnings, event.Warning{Code: "many_open", Message: fmt.Sprintf(
			"%d of the %d customers have not decided; shares are over the others", d.Open, d.Cases)})
	}
	return d, nil
}

// difference tests one table: customers with something, and all, by yes and no.
func difference(kind string, with sequence.Split, yes, no int) Difference {
	a, b := with.Yes, with.No
	c, d := yes-a, no-b
	diff := Difference{
		Kind: kind, Name: with.Name, Cases: a + b, Test: "chi-square",
		Share: float64(a) / float64(a+b), Others: float64(c) / float64(c+d),
	}
	n := float64(a + b + c + d)
	least := float64(min(a+b, c+d)) * float64(min(yes, no)) / n
	switch {
	case yes == 0 || no == 0:
		diff.P = 1
	case least < 5:
		diff.Test, diff.P = "Fisher", fisher(a, b, c, d)
	default:
		off := float64(a)*float64(d) - float64(b)*float64(c)
		square := n * off * off / (float64(a+b) * float64(c+d) * float64(yes) * float64(no))
		diff.P = math.Erfc(math.Sqrt(square / 2))
	}
	return diff
}

// fisher is the probability of all tables with the same margins that are no more likely than this one.
func fisher(a, b, c, d int) float64 {
	row, column, n := a+b, a+c, a+b+c+d
	chance := func(a int) float64 {
		return math.Exp(choose(column, a) + choose(n-column, row-a) - choose(n, row))
	}
	// Equally likely tables may differ in their last digits; R allows for the same.
	const almost = 1 + 1e-7
	limit, p := chance(a)*almost, 0.0
	for k := max(0, row+column-n); k <= min(row, column); k++ {
		if q := chance(k); q <= limit {
			p += q
		}
	}
	return min(p, 1)
}

// choose is the logarithm of the binomial coefficient.
func choose(n, k int) float64 {
	of := func(n int) float64 {
		v, _ := math.Lgamma(float64(n) + 1)
		return v
	}
	return of(n) - of(k) - of(n-k)
}

// holm sorts by P and adjusts for the number of tests.
func holm(of []Difference) {
	slices.SortFunc(of, func(a, b Difference) int {
		return cmp.Or(cmp.Compare(a.P, b.P), cmp.Compare(b.Kind, a.Kind), cmp.Compare(a.Name, b.Name))
	})
	highest := 0.0
	for i := range of {
		highest = max(highest, min(1, of[i].P*float64(len(of)-i)))
		of[i].Adjusted = highest
	}
}
