package journey

// Limits of the process quick scan, on its scale of 1 to 5. Method: own.
const (
	scanAmberFrom = 2.5
	scanGreenFrom = 3.5
	scanAlarm     = 1 // one answer this low keeps a process from green
)

// ProcessSummary is the outcome of one quick scan of a process.
type ProcessSummary struct {
	N      int      // how many questions were answered
	Mean   *float64 // 1 to 5; nil without answers
	Colour string   // red (poor), amber (fair) or green (good); empty without answers
}

// SummariseScan gives the mean of the answers to the six questions (clarity, speed, effort, hand-over, first
// time right, recovery), 1 to 5 each, and the colour: red below 2.5, amber below 3.5 and wherever a 1 was
// given, green above. nil stands for a question that was not answered. Method: own.
func SummariseScan(scores []*int) ProcessSummary {
	var of tally
	for _, v := range scores {
		if v != nil {
			of.add(*v)
		}
	}
	s := ProcessSummary{N: of.n, Mean: of.mean()}
	switch {
	case s.Mean == nil:
	case *s.Mean < scanAmberFrom:
		s.Colour = "red"
	case *s.Mean < scanGreenFrom || of.low <= scanAlarm:
		s.Colour = "amber"
	default:
		s.Colour = "green"
	}
	return s
}
