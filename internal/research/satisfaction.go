package research

import (
	"math"

	"klantreis/internal/journey"
)

// satisfactionPoints is the scale of "How satisfied are you?": 1 (very dissatisfied) to 5 (very satisfied).
const satisfactionPoints = 5

// Satisfaction counts the answers 1, 2, … 5, in this order.
type Satisfaction [satisfactionPoints]int

// N is how many answered.
func (s Satisfaction) N() int {
	n := 0
	for _, count := range s {
		n += count
	}
	return n
}

// Satisfied is the share that answered 4 or 5, with its interval; nil without answers. Source: the usual
// customer satisfaction score; interval: see [journey.Wilson].
func (s Satisfaction) Satisfied() *Share { return ShareOf(s[3]+s[4], s.N()) }

// Mean is the mean answer, 1 to 5; nil without answers.
func (s Satisfaction) Mean() *float64 {
	sum := 0
	for i, count := range s {
		sum += (i + 1) * count
	}
	return journey.Ratio(new(float64(sum)), new(float64(s.N())))
}

// effortAgreeFrom is the lowest of the three answers that agree, on a scale of 1 to 7.
const effortAgreeFrom = 5

// Effort sums up the answers to "… made it easy for me to handle my issue", 1 (strongly disagree) to 7
// (strongly agree).
type Effort struct {
	N         int
	Mean      *float64          // 1 to 7
	Deviation *float64          // of the sample; nil with fewer than two answers
	Range     *journey.Interval // of the mean, by Student's t; nil with fewer than two answers
	Agree     *Share            // who answered 5, 6 or 7
}

// SummariseEffort gives the customer effort score; without answers there is only an N of 0. Never mix it with
// the older version of 1 to 5, on which low is good. Source: Dixon, Toman & DeLisi, The Effortless Experience,
// 2013; the first version: Dixon, Freeman & Toman, Harvard Business Review 88(7/8), 2010.
func SummariseEffort(answers []float64) Effort {
	e := Effort{N: len(answers)}
	e.Mean, e.Deviation = meanAndDeviation(answers)
	if e.Deviation != nil {
		e.Range = around(*e.Mean, t95(e.N-1)**e.Deviation/math.Sqrt(float64(e.N)))
	}
	agree := 0
	for _, a := range answers {
		if a >= effortAgreeFrom {
			agree++
		}
	}
	e.Agree = ShareOf(agree, e.N)
	return e
}

// topTwoScale is the top of the scale on which importance and satisfaction come out.
const topTwoScale = 10

// TopTwo is 10 × the share that answered 4 or 5 on a scale of 1 to 5, within one segment: what
// [journey.OpportunityScore] takes as importance and satisfaction, 0 to 10. nil when n < 1 or top is not between
// 0 and n. Source: Ulwick, What Customers Want, 2005.
func TopTwo(top, n int) *float64 {
	if top < 0 || top > n {
		return nil
	}
	return journey.Ratio(new(topTwoScale*float64(top)), new(float64(n)))
}
