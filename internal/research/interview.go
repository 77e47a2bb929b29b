package research

import "klantreis/internal/journey"

// Saturation is when interviews stop to bring new themes: what is looked back upon, and where that came to.
type Saturation struct {
	BaseThemes int
	Runs       []Run
	// Reached is the first run that brings too little to go on; nil when there is none yet.
	Reached *Run
	// Interview is the last one before that run; 0 when there is no such run. Say "8 + 2".
	Interview int
}

// Run is a few interviews in a row, counted from 1, and what they brought.
type Run struct {
	From, To  int
	NewThemes int
	Ratio     float64 // new themes ÷ themes of the base, 0 or more
}

// What the method recommends.
const (
	SaturationBase      = 4
	SaturationRun       = 2
	SaturationThreshold = 0.05
)

// Saturate looks, after a base of so many interviews, at every run of so many, and takes the first whose new
// themes are at most the threshold (0 to 1) of those in the base. newThemes holds for each interview how many
// themes had not been heard before. Runs move on by one interview, so two of them overlap but for their ends. nil
// when a size is below 1, or the base is not complete or without themes. Source: Guest, Namey & Chen 2020, PLoS
// ONE 15(5).
func Saturate(newThemes []int, base, run int, threshold float64) *Saturation {
	if base < 1 || run < 1 || len(newThemes) < base {
		return nil
	}
	s := &Saturation{BaseThemes: sum(newThemes[:base])}
	if s.BaseThemes < 1 {
		return nil
	}
	for from := base; from+run <= len(newThemes); from++ {
		found := sum(newThemes[from : from+run])
		r := Run{From: from + 1, To: from + run, NewThemes: found, Ratio: float64(found) / float64(s.BaseThemes)}
		s.Runs = append(s.Runs, r)
		if s.Reached == nil && r.Ratio <= threshold {
			s.Reached, s.Interview = &r, from
		}
	}
	return s
}

func sum(counts []int) int {
	total := 0
	for _, c := range counts {
		total += c
	}
	return total
}

// CoderAgreement is Krippendorff's alpha of coders who marked the same quotes, −1 to 1: each quote holds the
// number of the code that each coder gave it. nil with fewer than two coders of one quote, and when all gave the
// same code. Source: see [journey.Alpha]; codes are names, so the level is nominal.
func CoderAgreement(quotes [][]int) *float64 {
	units := make([][]float64, len(quotes))
	for i, codes := range quotes {
		for _, code := range codes {
			units[i] = append(units[i], float64(code))
		}
	}
	return journey.Alpha(units, journey.LevelNominal)
}
