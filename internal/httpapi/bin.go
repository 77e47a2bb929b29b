package httpapi

import (
	"context"
	"time"

	"klantreis/internal/collab"
	"klantreis/internal/fault"
	"klantreis/internal/workspace"
)

type nothing struct{}

type deleteInput struct {
	ID string `path:"id"`
	By string `query:"by" doc:"The member of the workspace who does it, for the list of the bin"`
}

func (s *server) deleteJourney(ctx context.Context, in *deleteInput) (*nothing, error) {
	v, err := s.Hub.Journey(ctx, in.ID)
	if err != nil {
		return nil, err
	}
	return s.delete(ctx, v, in)
}

func (s *server) deleteWorkspace(ctx context.Context, in *deleteInput) (*nothing, error) {
	v, err := s.Hub.Workspace(ctx, in.ID)
	if err != nil {
		return nil, err
	}
	return s.delete(ctx, v, in)
}

func (s *server) delete(ctx context.Context, v *collab.View, in *deleteInput) (*nothing, error) {
	if in.By != "" && !v.References.Has("member", in.By) {
		f := fault.New(fault.Invalid, "there is no member with id %q", in.By)
		f.Field = "by"
		return nil, f
	}
	return &nothing{}, s.Hub.Delete(ctx, v.Info.Kind, in.ID, in.By)
}

type binOutput struct{ Body BinBody }

// BinBody is what is in a bin, the newest first.
type BinBody struct {
	Entries []*BinEntry `json:"entries"`
}

// BinEntry is a document in a bin.
type BinEntry struct {
	ID          string         `json:"id"`
	WorkspaceID string         `json:"workspaceId"`
	Title       workspace.Text `json:"title"`
	DeletedAt   time.Time      `json:"deletedAt"`
	DeletedBy   string         `json:"deletedBy,omitempty" doc:"A member of the workspace, when it was said"`
}

func (s *server) getBin(ctx context.Context, _ *struct{}) (*binOutput, error) { return s.bin(ctx, "") }

func (s *server) getWorkspaceBin(ctx context.Context, in *byID) (*binOutput, error) {
	return s.bin(ctx, in.ID)
}

func (s *server) bin(ctx context.Context, workspaceID string) (*binOutput, error) {
	list, err := s.Hub.InBin(ctx, workspaceID)
	if err != nil {
		return nil, err
	}
	out := &binOutput{BinBody{Entries: make([]*BinEntry, len(list))}}
	for i, d := range list {
		out.Body.Entries[i] = &BinEntry{d.Info.ID, d.Info.WorkspaceID, d.Title, d.Info.DeletedAt, d.Info.DeletedBy}
	}
	return out, nil
}

func (s *server) restore(ctx context.Context, in *byID) (*nothing, error) {
	return &nothing{}, s.Hub.Restore(ctx, in.ID)
}

func (s *server) purge(ctx context.Context, in *byID) (*nothing, error) {
	return &nothing{}, s.Hub.Purge(ctx, in.ID)
}
