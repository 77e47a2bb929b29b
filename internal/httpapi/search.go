package httpapi

import (
	"context"

	"klantreis/internal/collab"
	"klantreis/internal/journey"
	"klantreis/internal/search"
)

type searchInput struct {
	ID   string `path:"id"`
	Q    string `query:"q" doc:"Words, each the beginning of one that must be there; what follows 200 characters is left out"`
	Lang string `query:"lang" enum:"nl,en" doc:"Whose titles come first among equals; the workspace's first language when missing"`
}

type searchOutput struct{ Body *search.Found }

// search looks through the workspace and its journeys, not through what is in its bin.
func (s *server) search(ctx context.Context, in *searchInput) (*searchOutput, error) {
	home, err := s.Hub.Workspace(ctx, in.ID)
	if err != nil {
		return nil, err
	}
	documents, err := s.Hub.Documents(ctx)
	if err != nil {
		return nil, err
	}
	var journeys []*journey.Journey
	for _, d := range documents {
		if d.Kind != collab.JourneyKind || d.WorkspaceID != in.ID {
			continue
		}
		v, err := s.Hub.Journey(ctx, d.ID)
		if err != nil {
			return nil, err
		}
		journeys = append(journeys, v.Journey)
	}
	lang := in.Lang
	if lang == "" {
		lang = string(home.Workspace.Locales[0])
	}
	return &searchOutput{search.Find(in.Q, lang, home.Workspace, journeys)}, nil
}
