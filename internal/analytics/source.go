package analytics

import (
	"context"

	"klantreis/internal/sequence"
)

// Source is an engine that holds the sequences of customers. What a question means is written with its query
// and its result in package sequence. Which events count – a period, some channels, a set of customers – is
// chosen before, when the engine makes the source.
//
// Every implementation passes the suite in analytics/sourcetest. Queries that make no sense are [fault.Invalid].
type Source interface {
	Facts(ctx context.Context) (sequence.Facts, error)
	Transitions(ctx context.Context, q sequence.TransitionQuery) ([]sequence.Transition, error)
	Variants(ctx context.Context, q sequence.VariantQuery) (sequence.Variants, error)
	Funnel(ctx context.Context, q sequence.FunnelQuery) ([]sequence.FunnelStep, error)
	Spans(ctx context.Context, q sequence.SpanQuery) (sequence.Spans, error)
	Audiences(ctx context.Context, q sequence.AudienceQuery) (sequence.Audiences, error)
	Decisions(ctx context.Context, q sequence.DecisionQuery) (sequence.Decisions, error)
	Touches(ctx context.Context, q sequence.TouchQuery) (sequence.Touches, error)
	Cohorts(ctx context.Context, q sequence.CohortQuery) (sequence.Cohorts, error)
}

var _ Source = (*sequence.Index)(nil)
