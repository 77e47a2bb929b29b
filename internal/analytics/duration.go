package analytics

import (
	"context"
	"fmt"

	"klantreis/internal/event"
	"klantreis/internal/sequence"
)

// Durations is how long customers took, in seconds. The figures without "open" are over those that ended; they
// are too short where many have not, and the survival curve tells by how much.
type Durations struct {
	Cases    int // customers that began
	Open     int // of these, those that have not ended
	Without  int // customers that have not begun
	Mean     float64
	Median   float64
	P90      float64
	Max      float64
	Survival []Survival // a point where the share falls, at most 200 of them
	// MedianWithOpen is the time after which half of all that began had ended; nil when fewer than half have.
	MedianWithOpen *float64
	Warnings       []event.Warning
}

// Survival is the share of those that began who had not ended after so many seconds, as Kaplan and Meier (1958)
// estimate it: who is still open counts for as long as we saw him.
type Survival struct {
	Seconds float64
	Share   float64 // 0 to 1
	AtRisk  int     // customers we saw for at least so long
}

// survivalPointsMax is as fine as a curve on a screen can be.
const survivalPointsMax = 200

// openMany is the share of open journeys from which figures over the ended ones mislead. Own choice.
const openMany = 0.2

// Time gives how long customers took from one moment to another, or whole journeys.
func Time(ctx context.Context, src Source, q sequence.SpanQuery) (Durations, error) {
	s, err := src.Spans(ctx, q)
	if err != nil {
		return Durations{}, err
	}
	d := Durations{Cases: len(s.Closed) + len(s.Open), Open: len(s.Open), Without: s.Without}
	if n := len(s.Closed); n > 0 {
		sum := 0.0
		for _, seconds := range s.Closed {
			sum += seconds
		}
		d.Mean = sum / float64(n)
		d.Median = sequence.Quantile(s.Closed, 0.5)
		d.P90 = sequence.Quantile(s.Closed, 0.9)
		d.Max = s.Closed[n-1]
	}
	curve := kaplanMeier(s.Closed, s.Open)
	for _, p := range curve {
		if p.Share <= 0.5 {
			d.MedianWithOpen = &p.Seconds
			break
		}
	}
	d.Survival = thin(curve, survivalPointsMax)
	if float64(d.Open) > openMany*float64(d.Cases) {
		d.Warnings = append(d.Warnings, event.Warning{Code: "many_open", Message: fmt.Sprintf(
			"%d of the %d customers that began have not ended; mean and quantiles are over the others and too short", d.Open, d.Cases)})
	}
	return d, nil
}

// kaplanMeier gives the curve of sorted times. Who ended at the moment at which another was last seen ended first.
func kaplanMeier(closed, open []float64) []Survival {
	var curve []Survival
	share, seen := 1.0, 0 // seen: open times before
	for i := 0; i < len(closed); {
		at, ended := closed[i], i
		for i < len(closed) && closed[i] == at {
			i++
		}
		for seen < len(open) && open[seen] < at {
			seen++
		}
		risk := len(closed) - ended + len(open) - seen
		share *= 1 - float64(i-ended)/float64(risk)
		curve = append(curve, Survival{Seconds: at, Share: share, AtRisk: risk})
	}
	return curve
}

// thin keeps at most n points at equal distances, the first and the last among them.
func thin(curve []Survival, n int) []Survival {
	if len(curve) <= n {
		return curve
	}
	kept := make([]Survival, n)
	for i := range kept {
		kept[i] = curve[i*(len(curve)-1)/(n-1)]
	}
	return kept
}
