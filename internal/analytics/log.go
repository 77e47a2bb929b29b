package analytics

import (
	"context"
	"fmt"

	"klantreis/internal/event"
	"klantreis/internal/sequence"
)

// Log is what a log holds, with what a reader of any analysis of it should know.
type Log struct {
	sequence.Facts
	Warnings []event.Warning
}

// A customer is probably a placeholder – "unknown", a till, a shared device – when it has more than this share
// of the events and more than this many times the mean; small logs have too few events to say so.
const (
	placeholderShare     = 0.02
	placeholderTimesMean = 20
	placeholderEventsMin = 1000
)

// Describe gives the facts of a log and its warnings: placeholder_customer and dates_far_apart.
func Describe(ctx context.Context, src Source) (Log, error) {
	facts, err := src.Facts(ctx)
	if err != nil {
		return Log{}, err
	}
	l := Log{Facts: facts}
	mean := float64(l.Events) / float64(max(l.Cases, 1))
	most := float64(l.Largest.Events)
	if l.Events >= placeholderEventsMin && most > placeholderShare*float64(l.Events) && most > placeholderTimesMean*mean {
		l.Warnings = append(l.Warnings, event.Warning{Code: "placeholder_customer", Message: fmt.Sprintf(
			"customer %q has %d of the %d events, where %.1f is the mean; is it a placeholder for many people?",
			l.Largest.Name, l.Largest.Events, l.Events, mean)})
	}
	if far := l.FarBefore + l.FarAfter; far > 0 {
		l.Warnings = append(l.Warnings, event.Warning{Code: "dates_far_apart", Message: fmt.Sprintf(
			"%d of the %d events lie more than a year before or after all others, between %s and %s; are their dates right?",
			far, l.Events, l.First, l.Last)})
	}
	return l, nil
}
