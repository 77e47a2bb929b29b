package httpapi

import (
	"context"
	"slices"

	"klantreis/internal/collab"
	"klantreis/internal/journey"
	"klantreis/internal/workspace"
)

type copyInput struct {
	ID   string `path:"id"`
	Body struct {
		Title         workspace.Text `json:"title"`
		StructureOnly bool           `json:"structureOnly,omitempty" doc:"Only stages, lanes and the questions in them"`
	}
}

// copyJourney makes a journey of its own from one, in the same workspace.
func (s *server) copyJourney(ctx context.Context, in *copyInput) (*createdOutput, error) {
	if err := in.Body.Title.Title("title"); err != nil {
		return nil, err
	}
	v, err := s.Hub.Journey(ctx, in.ID)
	if err != nil {
		return nil, err
	}
	made := v.Journey.Copied
	if in.Body.StructureOnly {
		made = v.Journey.Structure
	}
	return s.created(ctx, v.Info.WorkspaceID, made(in.Body.Title, s.NewID))
}

func (s *server) created(ctx context.Context, workspaceID string, j *journey.Journey) (*createdOutput, error) {
	if err := s.Hub.CreateJourney(ctx, workspaceID, j); err != nil {
		return nil, err
	}
	out := &createdOutput{}
	out.Body.ID = j.ID
	return out, nil
}

// exampleMaker is the actor in the history of what an example brought into a workspace.
const exampleMaker = "example"

// openExample gives the example journey: the one of the demo, or one that still bears its title in
// this workspace, or else a copy that is made here, with what it needs of its workspace.
func (s *server) openExample(ctx context.Context, in *byID) (*createdOutput, error) {
	example, err := s.Example()
	if err != nil {
		return nil, err
	}
	there, err := s.findExample(ctx, in.ID, example.Journey)
	if there != "" || err != nil {
		out := &createdOutput{}
		out.Body.ID = there
		return out, err
	}
	if err := s.Hub.AddFiles(ctx, in.ID, collab.FilesOf(example)); err != nil {
		return nil, err
	}
	v, _, err := s.Hub.AddMissing(ctx, in.ID, exampleMaker, s.NewID(), example.Workspace)
	if err != nil {
		return nil, err
	}
	return s.created(ctx, in.ID, example.Journey.WithNewIDs(s.NewID).Restated(v.References))
}

// findExample gives the id of the example where it is there already, "" when it is not.
func (s *server) findExample(ctx context.Context, workspaceID string, example *journey.Journey) (string, error) {
	if _, err := s.Hub.Workspace(ctx, workspaceID); err != nil {
		return "", err
	}
	documents, err := s.Hub.Documents(ctx)
	if err != nil {
		return "", err
	}
	for _, d := range documents {
		if d.ID == example.ID {
			return d.ID, nil
		}
	}
	views, err := s.Hub.Journeys(ctx, workspaceID)
	if err != nil {
		return "", err
	}
	for _, v := range slices.Backward(views) {
		if v.Journey.Title == example.Title {
			return v.Journey.ID, nil
		}
	}
	return "", nil
}

type newWorkspaceInput struct {
	Body struct {
		Name     string             `json:"name"`
		Locales  []workspace.Locale `json:"locales" enum:"nl,en" minItems:"1" doc:"The first is the workspace's own language"`
		Currency string             `json:"currency" doc:"ISO 4217, such as EUR"`
		Member   string             `json:"member,omitempty" doc:"The name of its first member"`
	}
}

func (s *server) createWorkspace(ctx context.Context, in *newWorkspaceInput) (*createdOutput, error) {
	b := in.Body
	if b.Member == "" {
		b.Member = workspace.Me(b.Locales)
	}
	w := workspace.Fresh(b.Name, b.Member, b.Locales, b.Currency, s.NewID)
	if err := s.Hub.Create(ctx, collab.Contents{Workspace: w}); err != nil {
		return nil, err
	}
	out := &createdOutput{}
	out.Body.ID = w.ID
	return out, nil
}
