package app

import (
	"context"
	"fmt"
	"io"
	"slices"

	"klantreis/internal/analytics"
	"klantreis/internal/event"
	"klantreis/internal/fault"
	"klantreis/internal/sequence"
	"klantreis/internal/store/ocelsqlite"
)

// Questions are how an event log is read and what is asked of it.
type Questions struct {
	Log        event.Options
	Funnel     []string // steps; none is no funnel
	FunnelMode string   // ordered, strict or unordered; ordered when empty
	Window     event.Instant
	Top        int                // the most variants given; 0 is all
	Progress   func(events int64) // when not nil, called now and then with how many were read
}

// Analysis is what customers did by one event log. Its JSON is read by other programs and fixed.
type Analysis struct {
	Log         LogSize         `json:"log"`
	Transitions []Transition    `json:"transitions"` // most occurrences first, then by name
	Variants    []Variant       `json:"variants"`    // most cases first, then by name
	Funnel      []FunnelStep    `json:"funnel"`
	Durations   Durations       `json:"durations"` // of whole journeys: last event minus first
	Warnings    []event.Warning `json:"warnings"`

	Format  event.Format     `json:"-"`
	Guesses []event.Guess    `json:"-"` // what was found out about the log rather than told
	Counts  []sequence.Count `json:"-"` // of activities, most events first
}

// LogSize is how much a log holds. First and Last are RFC 3339 in UTC.
type LogSize struct {
	Cases      int    `json:"cases"`
	Events     int    `json:"events"`
	Activities int    `json:"activities"`
	Variants   int    `json:"variants"`
	First      string `json:"first"`
	Last       string `json:"last"`
}

// Transition is one activity directly followed by another.
type Transition struct {
	From          string  `json:"from"`
	To            string  `json:"to"`
	Count         int     `json:"count"`
	Cases         int     `json:"cases"`
	MeanSeconds   float64 `json:"meanSeconds"`
	MedianSeconds float64 `json:"medianSeconds"`
}

// Variant is one sequence of activities, whole. Share is of all cases, 0 to 1.
type Variant struct {
	Activities []string `json:"activities"`
	Cases      int      `json:"cases"`
	Share      float64  `json:"share"`
}

// FunnelStep is how many reached a step. Share is of all cases, 0 to 1.
type FunnelStep struct {
	Step                      string  `json:"step"`
	Cases                     int     `json:"cases"`
	Share                     float64 `json:"share"`
	MedianSecondsFromPrevious float64 `json:"medianSecondsFromPrevious"`
}

// Durations are how long cases took.
type Durations struct {
	MeanSeconds   float64 `json:"meanSeconds"`
	MedianSeconds float64 `json:"medianSeconds"`
	P90Seconds    float64 `json:"p90Seconds"`
	MaxSeconds    float64 `json:"maxSeconds"`
}

// Validate refuses questions that have no answer.
func (q Questions) Validate() error {
	if q.Top < 0 {
		return fault.New(fault.Invalid, "how many variants to give cannot be negative")
	}
	if len(q.Funnel) > 0 {
		return q.funnel().Validate()
	}
	return nil
}

func (q Questions) funnel() sequence.FunnelQuery {
	return sequence.FunnelQuery{Steps: q.Funnel, Mode: sequence.FunnelMode(q.FunnelMode), Window: q.Window}
}

// Analyze reads an event log and answers the questions, which are validated first. What is wrong with the log is
// a [fault.Invalid] or [fault.TooLarge], with the place in it.
func Analyze(ctx context.Context, log io.Reader, q Questions) (*Analysis, error) {
	if err := q.Validate(); err != nil {
		return nil, err
	}
	q.Log.Database = ocelsqlite.Read
	index := sequence.NewBuilder(0)
	report, err := event.Decode(ctx, log, q.Log, &counted{Sink: index, tell: q.Progress})
	if err != nil {
		return nil, err
	}
	src, err := index.Build()
	if err != nil {
		return nil, err
	}
	a := &Analysis{Format: report.Format, Guesses: report.Guesses, Warnings: append([]event.Warning{}, report.Warnings...)}
	if err := a.describe(ctx, src, q.Top); err != nil {
		return nil, err
	}
	if err := a.follow(ctx, src, q.funnel()); err != nil {
		return nil, err
	}
	return a, nil
}

// describe fills in what is asked of every log.
func (a *Analysis) describe(ctx context.Context, src analytics.Source, top int) error {
	facts, err := analytics.Describe(ctx, src)
	if err != nil {
		return err
	}
	a.Warnings = append(a.Warnings, facts.Warnings...)
	a.Counts = facts.Activities
	variants, err := src.Variants(ctx, sequence.VariantQuery{Top: top})
	if err != nil {
		return err
	}
	a.Log = LogSize{
		Cases: facts.Cases, Events: facts.Events, Activities: len(facts.Activities), Variants: variants.Distinct,
		First: facts.First.String(), Last: facts.Last.String(),
	}
	a.Variants = make([]Variant, len(variants.Top))
	for i, v := range variants.Top {
		a.Variants[i] = Variant(v)
	}
	transitions, err := src.Transitions(ctx, sequence.TransitionQuery{Medians: true})
	if err != nil {
		return err
	}
	a.Transitions = make([]Transition, len(transitions))
	for i, t := range transitions {
		a.Transitions[i] = Transition(t)
	}
	spans, err := analytics.Time(ctx, src, sequence.SpanQuery{})
	if err != nil {
		return err
	}
	a.Warnings = append(a.Warnings, spans.Warnings...)
	a.Durations = Durations{MeanSeconds: spans.Mean, MedianSeconds: spans.Median, P90Seconds: spans.P90, MaxSeconds: spans.Max}
	return nil
}

// follow fills in the funnel, and warns of steps that nobody can reach since nothing is called so.
func (a *Analysis) follow(ctx context.Context, src analytics.Source, q sequence.FunnelQuery) error {
	a.Funnel = []FunnelStep{}
	if len(q.Steps) == 0 {
		return nil
	}
	steps, err := src.Funnel(ctx, q)
	if err != nil {
		return err
	}
	for _, s := range steps {
		a.Funnel = append(a.Funnel, FunnelStep(s))
	}
	for i, step := range q.Steps {
		known := slices.ContainsFunc(a.Counts, func(c sequence.Count) bool { return c.Name == step })
		if !known && !slices.Contains(q.Steps[:i], step) {
			a.Warnings = append(a.Warnings, event.Warning{Code: "unknown_step",
				Message: fmt.Sprintf("no event of this log is called %q, so nobody reaches that step", step)})
		}
	}
	return nil
}

// counted tells how many events passed.
type counted struct {
	event.Sink
	tell   func(events int64)
	events int64
}

func (c *counted) Add(batch []event.Event) error {
	c.events += int64(len(batch))
	if c.tell != nil {
		c.tell(c.events)
	}
	return c.Sink.Add(batch)
}
