package analytics

import (
	"context"
	"fmt"

	"klantreis/internal/event"
	"klantreis/internal/journey"
	"klantreis/internal/sequence"
)

// Audiences is who reached which stage: every audience lies within the one before.
type Audiences struct {
	Cases    int // customers in all
	Outside  int // customers with no event in any stage
	Stages   []Audience
	Warnings []event.Warning
}

// Audience is one stage with what follows from its counts.
type Audience struct {
	sequence.Audience
	Share      float64           // of all customers, 0 to 1
	Conversion float64           // of those who reached the stage before, 0 to 1; of all for the first
	Interval   *journey.Interval // of Conversion, 95 %; nil when nobody reached the stage before
}

// fewCases is the number below which shares are called uncertain, as for answers elsewhere.
const fewCases = 30

// Reach gives the audiences of stages in their order.
func Reach(ctx context.Context, src Source, q sequence.AudienceQuery) (Audiences, error) {
	counted, err := src.Audiences(ctx, q)
	if err != nil {
		return Audiences{}, err
	}
	a := Audiences{Cases: counted.Cases, Outside: counted.Outside}
	before := a.Cases
	for _, of := range counted.Stages {
		stage := Audience{Audience: of, Interval: journey.Wilson(of.Reached, before, journey.Z95)}
		if before > 0 {
			stage.Share = float64(of.Reached) / float64(a.Cases)
			stage.Conversion = float64(of.Reached) / float64(before)
		}
		a.Stages = append(a.Stages, stage)
		before = of.Reached
	}
	a.Warnings = append(a.Warnings, few(a.Cases)...)
	if a.Outside*2 > a.Cases {
		a.Warnings = append(a.Warnings, event.Warning{Code: "many_outside", Message: fmt.Sprintf(
			"%d of the %d customers have no event in any stage; are the rules that assign stages complete?", a.Outside, a.Cases)})
	}
	return a, nil
}

// few warns of shares over few customers.
func few(cases int) []event.Warning {
	if cases >= fewCases {
		return nil
	}
	return []event.Warning{{Code: "few_cases", Message: fmt.Sprintf(
		"there are %d customers; shares over fewer than %d say little", cases, fewCases)}}
}
