package research

import "math"

// UsabilityChance is how likely one person meets a given problem, on average of eleven projects. Source: Nielsen &
// Landauer 1993, Proceedings of INTERCHI.
const UsabilityChance = 0.31

// ProblemsFound is 1 − (1 − chance)ⁿ: the share of problems that n people meet, 0 to 1, when each meets one with
// the same chance of 0 to 1. nil when n is negative or chance is none. Source: as [UsabilityChance].
func ProblemsFound(chance float64, n int) *float64 {
	if n < 0 || !(chance >= 0 && chance <= 1) {
		return nil
	}
	return new(1 - math.Pow(1-chance, float64(n)))
}

// PeopleToFind is how many people meet a share of the problems (0 to below 1) or more; nil when nobody ever does.
// Source: as [UsabilityChance].
func PeopleToFind(share, chance float64) *int {
	if !(share >= 0 && share < 1 && chance > 0 && chance <= 1) {
		return nil
	}
	if share == 0 {
		return new(0)
	}
	if chance == 1 {
		return new(1)
	}
	return new(max(1, int(math.Ceil(math.Log(1-share)/math.Log(1-chance)-sampleSlack))))
}

// usabilityItems is how many statements the system usability scale has.
const usabilityItems = 10

// UsabilityScale is the score of one person on the ten statements of the system usability scale, each answered 1
// (strongly disagree) to 5 (strongly agree): 2.5 × (Σ(odd − 1) + Σ(5 − even)), 0 to 100. It is no percentage. nil
// when an answer is missing or off the scale. Source: Brooke, SUS: a quick and dirty usability scale, 1996.
func UsabilityScale(answers []int) *float64 {
	if len(answers) != usabilityItems {
		return nil
	}
	points := 0
	for i, a := range answers {
		switch {
		case a < 1 || a > 5:
			return nil
		case i%2 == 0: // the first, third, …
			points += a - 1
		default:
			points += 5 - a
		}
	}
	return new(2.5 * float64(points))
}
