package httpapi

import (
	"context"

	"klantreis/internal/journey"
)

type stageSetInput struct {
	ID  string `path:"id"`
	Set string `path:"set" enum:"stdc,acpl,five,bbs,impulse,complex,custom,empty" doc:"custom and empty: the stages stay and become the team's own"`
}

type stageSetOutput struct{ Body *journey.StageSetPlan }

// getStageSet plans another set of stages. It changes nothing; who sends the ops of the plan as one
// transaction does.
func (s *server) getStageSet(ctx context.Context, in *stageSetInput) (*stageSetOutput, error) {
	v, err := s.Hub.Journey(ctx, in.ID)
	if err != nil {
		return nil, err
	}
	plan, err := journey.PlanStageSet(v.Journey, in.Set, s.NewID)
	if err != nil {
		return nil, err
	}
	return &stageSetOutput{plan}, nil
}
