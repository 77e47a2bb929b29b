package httpapi

import (
	"context"
	"time"

	"klantreis/internal/collab"
	"klantreis/internal/edit"
	"klantreis/internal/journey"
	"klantreis/internal/persona"
	"klantreis/internal/strictjson"
	"klantreis/internal/workspace"
)

type byID struct {
	ID string `path:"id"`
}

type templatesOutput struct{ Body *journey.Templates }

func (s *server) getTemplates(context.Context, *struct{}) (*templatesOutput, error) {
	return &templatesOutput{journey.AllTemplates()}, nil
}

type journeyOutput struct{ Body JourneyBody }

// JourneyBody is a journey as it is now.
type JourneyBody struct {
	Seq         int64             `json:"seq"`
	WorkspaceID string            `json:"workspaceId"`
	SavedAt     time.Time         `json:"savedAt"`
	Journey     *journey.Journey  `json:"journey"`
	Computed    *journey.Computed `json:"computed"`

	ScopeCheck *persona.ScopeCheck `json:"scopeCheck" doc:"Whether the scope is too broad, and why"`
}

func (s *server) getJourney(ctx context.Context, in *byID) (*journeyOutput, error) {
	v, err := s.Hub.Journey(ctx, in.ID)
	if err != nil {
		return nil, err
	}
	return &journeyOutput{JourneyBody{
		Seq: v.Seq, WorkspaceID: v.Info.WorkspaceID, SavedAt: v.SavedAt, Journey: v.Journey, Computed: v.Computed,
		ScopeCheck: persona.ScopeOf(v.Journey, v.Workspace),
	}}, nil
}

type workspaceOutput struct{ Body WorkspaceBody }

// WorkspaceBody is a workspace as it is now, with its journeys in short.
type WorkspaceBody struct {
	Seq       int64                `json:"seq"`
	SavedAt   time.Time            `json:"savedAt"`
	Workspace *workspace.Workspace `json:"workspace"`
	Journeys  []*JourneySummary    `json:"journeys"`
}

func (s *server) getWorkspace(ctx context.Context, in *byID) (*workspaceOutput, error) {
	v, err := s.Hub.Workspace(ctx, in.ID)
	if err != nil {
		return nil, err
	}
	body, err := s.workspaceBody(ctx, v)
	if err != nil {
		return nil, err
	}
	return &workspaceOutput{*body}, nil
}

func (s *server) workspaceBody(ctx context.Context, v *collab.View) (*WorkspaceBody, error) {
	summaries, err := s.summaries(ctx, v.Workspace.ID)
	if err != nil {
		return nil, err
	}
	return &WorkspaceBody{v.Seq, v.SavedAt, v.Workspace, summaries}, nil
}

type editInput struct {
	ID      string `path:"id"`
	RawBody []byte `contentType:"application/json"`
}

type answerOutput struct{ Body AnswerBody }

// AnswerBody tells what became of a transaction. It is sent only when the transaction is durable.
type AnswerBody struct {
	Seq      int64             `json:"seq"`
	Results  []edit.Result     `json:"results" doc:"One for each op"`
	SavedAt  time.Time         `json:"savedAt"`
	Computed *journey.Computed `json:"computed,omitempty" doc:"Of a journey"`

	ScopeCheck *persona.ScopeCheck `json:"scopeCheck,omitempty" doc:"Of a journey"`
}

func (s *server) editJourney(ctx context.Context, in *editInput) (*answerOutput, error) {
	return s.edit(ctx, collab.JourneyKind, in)
}

func (s *server) editWorkspace(ctx context.Context, in *editInput) (*answerOutput, error) {
	return s.edit(ctx, collab.WorkspaceKind, in)
}

// everybody is the actor of this version, in which all share one link.
const everybody = "owner"

func (s *server) edit(ctx context.Context, kind collab.Kind, in *editInput) (*answerOutput, error) {
	var tx edit.Transaction
	if err := strictjson.Decode(in.RawBody, &tx); err != nil {
		return nil, err
	}
	if err := tx.Validate(); err != nil {
		return nil, strictjson.Locate(in.RawBody, err)
	}
	if err := s.limits.allow(in.ID+"\x00"+tx.Client, len(tx.Ops)); err != nil {
		return nil, err
	}
	a, err := s.Hub.Transact(ctx, kind, in.ID, everybody, &tx)
	if err != nil {
		return nil, err
	}
	out := &answerOutput{AnswerBody{Seq: a.Seq, Results: a.Results, SavedAt: a.View.SavedAt, Computed: a.View.Computed}}
	if a.View.Journey != nil {
		out.Body.ScopeCheck = persona.ScopeOf(a.View.Journey, a.View.Workspace)
	}
	return out, nil
}

type createInput struct {
	ID   string `path:"id"`
	Body struct {
		StageSet string         `json:"stageSet" enum:"stdc,acpl,five,bbs,impulse,complex,empty"`
		Title    workspace.Text `json:"title"`
	}
}

type createdOutput struct {
	Body struct {
		ID string `json:"id"`
	}
}

func (s *server) createJourney(ctx context.Context, in *createInput) (*createdOutput, error) {
	if err := in.Body.Title.Title("title"); err != nil {
		return nil, err
	}
	j, err := journey.FromTemplate(in.Body.StageSet, in.Body.Title, s.NewID)
	if err != nil {
		return nil, err
	}
	return s.created(ctx, in.ID, j)
}
