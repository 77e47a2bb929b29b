package research

import (
	"math"
	"slices"
)

// KanoAnswer is how somebody feels when a feature is there, or is not: 0 like, 1 expect, 2 neutral, 3 tolerate, 4
// dislike.
type KanoAnswer int

// KanoAnswers are the keys of the answers.
var KanoAnswers = []string{"like", "expect", "neutral", "tolerate", "dislike"}

// ParseKano reads the key of an answer; false for any other word.
func ParseKano(key string) (KanoAnswer, bool) {
	i := slices.Index(KanoAnswers, key)
	return KanoAnswer(i), i >= 0
}

// KanoCategory is what a feature is to somebody.
type KanoCategory byte

// The categories: attractive, one-dimensional, must-be, indifferent, reverse, and questionable (the two answers
// contradict each other).
const (
	Attractive     KanoCategory = 'A'
	OneDimensional KanoCategory = 'O'
	MustBe         KanoCategory = 'M'
	Indifferent    KanoCategory = 'I'
	Reverse        KanoCategory = 'R'
	Questionable   KanoCategory = 'Q'
)

// kanoTable has a row for each answer about the feature being there, a column for its absence. Source: Berger et
// al. 1993, CQM Journal 2(4), after Kano, Seraku, Takahashi & Tsuji 1984.
var kanoTable = [...]string{"QAAAO", "RIIIM", "RIIIM", "RIIIM", "RRRRQ"}

// Kano places one pair of answers. Both must be answers, as [ParseKano] gives them. Source: see kanoTable.
func Kano(there, absent KanoAnswer) KanoCategory { return KanoCategory(kanoTable[there][absent]) }

// Values of the answers on a line, for a feature that is there and for one that is not. Source: DuMouchel, in
// Berger et al. 1993.
var (
	kanoThere  = [...]float64{4, 2, 0, -1, -2}
	kanoAbsent = [...]float64{-2, -1, 0, 2, 4}
)

// KanoMeans gives the mean value of the answers for the feature being there and absent, −2 to 4 each: high on the
// first is attractive, high on the second a must. nil without pairs. Source: see kanoThere.
func KanoMeans(pairs [][2]KanoAnswer) (there, absent *float64) {
	var present, missing []float64
	for _, p := range pairs {
		present, missing = append(present, kanoThere[p[0]]), append(missing, kanoAbsent[p[1]])
	}
	there, _ = meanAndDeviation(present)
	absent, _ = meanAndDeviation(missing)
	return there, absent
}

// KanoCounts is how many people placed a feature in each category. With fewer than some 200 of them the category
// is not reliable: show Better and Worse with n.
type KanoCounts struct {
	Attractive, OneDimensional, MustBe, Indifferent, Reverse, Questionable int
}

// CountKano counts pairs of answers by their category.
func CountKano(pairs [][2]KanoAnswer) KanoCounts {
	var k KanoCounts
	for _, p := range pairs {
		*map[KanoCategory]*int{
			Attractive: &k.Attractive, OneDimensional: &k.OneDimensional, MustBe: &k.MustBe,
			Indifferent: &k.Indifferent, Reverse: &k.Reverse, Questionable: &k.Questionable,
		}[Kano(p[0], p[1])]++
	}
	return k
}

// N is how many people answered.
func (k KanoCounts) N() int { return k.counted() + k.Reverse + k.Questionable }

// counted leaves out the reverse and questionable ones.
func (k KanoCounts) counted() int {
	return k.Attractive + k.OneDimensional + k.MustBe + k.Indifferent
}

// Better is (A + O) ÷ (A + O + M + I), 0 to 1: how far having the feature pleases. nil when all are reverse or
// questionable, or nobody answered. Source: Berger et al. 1993.
func (k KanoCounts) Better() *float64 { return k.share(k.Attractive + k.OneDimensional) }

// Worse is −(O + M) ÷ (A + O + M + I), −1 to 0: how far its absence displeases. nil where [KanoCounts.Better] is.
// Source: Berger et al. 1993.
func (k KanoCounts) Worse() *float64 {
	worse := k.share(k.OneDimensional + k.MustBe)
	if worse != nil && *worse != 0 { // there is no −0
		*worse = -*worse
	}
	return worse
}

func (k KanoCounts) share(of int) *float64 {
	if k.counted() == 0 {
		return nil
	}
	return new(float64(of) / float64(k.counted()))
}

// Category is the most frequent of M, O and A when together they outnumber I, R and Q, else the most frequent of
// those; of equal ones the first in this order. 0 without answers. Source: Berger et al. 1993 (M before O before A
// before I); the order of I, R and Q is own.
func (k KanoCounts) Category() KanoCategory {
	wants := []kanoCount{{MustBe, k.MustBe}, {OneDimensional, k.OneDimensional}, {Attractive, k.Attractive}}
	others := []kanoCount{{Indifferent, k.Indifferent}, {Reverse, k.Reverse}, {Questionable, k.Questionable}}
	switch {
	case k.N() == 0:
		return 0
	case 2*(k.MustBe+k.OneDimensional+k.Attractive) > k.N():
		return mostFrequent(wants)
	}
	return mostFrequent(others)
}

type kanoCount struct {
	category KanoCategory
	count    int
}

func mostFrequent(counts []kanoCount) KanoCategory {
	best := counts[0]
	for _, c := range counts[1:] {
		if c.count > best.count {
			best = c
		}
	}
	return best.category
}

// kanoFactor is the 95 % point of the normal distribution as the source rounds it.
const kanoFactor = 1.65

// Critical is the difference that the two largest counts a and b must have for the category to be clear: 1.65·√((a
// + b)·(2n − a − b) ÷ 2n). nil without answers. Source: Fong 1996, CQM Journal 5(3).
func (k KanoCounts) Critical() *float64 {
	if k.N() == 0 {
		return nil
	}
	a, b := k.largestTwo()
	both, twice := float64(a+b), 2*float64(k.N())
	return new(kanoFactor * math.Sqrt(both*(twice-both)/twice))
}

// Clear tells whether the two largest counts differ by [KanoCounts.Critical] or more.
func (k KanoCounts) Clear() bool {
	critical := k.Critical()
	a, b := k.largestTwo()
	return critical != nil && float64(a-b) >= *critical
}

func (k KanoCounts) largestTwo() (a, b int) {
	counts := []int{k.Attractive, k.OneDimensional, k.MustBe, k.Indifferent, k.Reverse, k.Questionable}
	slices.Sort(counts)
	return counts[5], counts[4]
}
