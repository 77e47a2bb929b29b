package collab

import (
	"context"
	"sync"

	"klantreis/internal/journey"
)

// shelf tells which pictures a workspace keeps, without their data. It is a workspace.Files.
type shelf struct {
	mu  sync.RWMutex
	ids map[string]bool
}

// Has tells whether the workspace keeps a picture.
func (s *shelf) Has(id string) bool {
	s.mu.RLock()
	defer s.mu.RUnlock()
	return s.ids[id]
}

func (s *shelf) add(files []File) {
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, f := range files {
		s.ids[f.ID] = true
	}
}

// fill reads anew what there is. What is stored meanwhile is added after it.
func (s *shelf) fill(ctx context.Context, store Store, workspaceID string) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	ids, err := store.FileIDs(ctx, workspaceID)
	if err != nil {
		return err
	}
	s.ids = make(map[string]bool, len(ids))
	for _, id := range ids {
		s.ids[id] = true
	}
	return nil
}

// AddFiles keeps pictures with a workspace, so that its documents may point to them. Errors:
// not_found for the workspace; conflict when another picture has an id; unavailable.
func (h *Hub) AddFiles(ctx context.Context, workspaceID string, files []File) error {
	r, err := h.room(ctx, workspaceID, WorkspaceKind)
	if err != nil || len(files) == 0 {
		return err
	}
	if err := h.store.Write(ctx, Batch{Files: h.stamped(workspaceID, files)}); err != nil {
		return err
	}
	r.shelf.add(files)
	return nil
}

// stamped gives pictures of a workspace as they are stored now.
func (h *Hub) stamped(workspaceID string, files []File) []File {
	stamped := make([]File, len(files))
	for i, f := range files {
		f.WorkspaceID, f.StoredAt = workspaceID, h.clock()
		stamped[i] = f
	}
	return stamped
}

// File gives a picture of a workspace. Errors: not_found, also for the workspace.
func (h *Hub) File(ctx context.Context, workspaceID, id string) (*File, error) {
	if _, err := h.room(ctx, workspaceID, WorkspaceKind); err != nil {
		return nil, err
	}
	return h.store.File(ctx, workspaceID, id)
}

// JourneyFile gives a journey as a file, with the pictures that it and its personas show. Errors:
// not_found.
func (h *Hub) JourneyFile(ctx context.Context, id string) (*journey.File, error) {
	v, err := h.Journey(ctx, id)
	if err != nil {
		return nil, err
	}
	f := journey.NewFile(v.Journey, v.Workspace)
	for _, shown := range journey.Shown(f.Journey, f.Workspace) {
		stored, err := h.store.File(ctx, v.Info.WorkspaceID, shown.FileID)
		if err != nil {
			return nil, err
		}
		p := &journey.Picture{ID: stored.ID, Name: stored.Name, Type: stored.Type, Alt: shown.Alt, Data: stored.Data}
		if p.Alt.IsZero() {
			p.Alt = stored.Alt
		}
		f.Pictures = append(f.Pictures, p)
	}
	return f, nil
}

// FilesOf gives the pictures of a journey file as they are stored.
func FilesOf(f *journey.File) []File {
	files := make([]File, len(f.Pictures))
	for i, p := range f.Pictures {
		files[i] = File{ID: p.ID, Name: p.Name, Type: p.Type, Alt: p.Alt, Data: p.Data}
	}
	return files
}
