package httpapi

import (
	"context"

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
	views, err := s.Hub.Journeys(ctx, in.ID)
	if err != nil {
		return nil, err
	}
	journeys := make([]*journey.Journey, len(views))
	for i, v := range views {
		journeys[i] = v.Journey
	}
	lang := in.Lang
	if lang == "" {
		lang = string(home.Workspace.Locales[0])
	}
	return &searchOutput{search.Find(in.Q, lang, home.Workspace, journeys)}, nil
}
