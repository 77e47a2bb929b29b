package collab

import (
	"context"
	"slices"

	"klantreis/internal/fault"
	"klantreis/internal/journey"
	"klantreis/internal/workspace"
)

// Deleted is a document in the bin.
type Deleted struct {
	Info  Info
	Title workspace.Text // of a workspace: its name, in every language of its texts
}

// Delete puts a document of the given kind into the bin: it is not found any more until it is
// restored, and a workspace hides its journeys with it. What was acknowledged before is kept.
// Errors: not_found; conflict when it is the last workspace; unavailable.
func (h *Hub) Delete(ctx context.Context, kind Kind, id, actor string) error {
	if _, err := h.room(ctx, id, kind); err != nil {
		return err
	}
	if err := h.store.Delete(ctx, id, h.clock(), actor); err != nil {
		return err
	}
	h.leave(id)
	return nil
}

// leave closes the room of a document that went into the bin, and those of its journeys. Who opened
// one of them meanwhile from what was stored before starts again.
func (h *Hub) leave(id string) {
	h.mu.Lock()
	h.deletions++
	left := map[string]*Room{}
	gone := h.rooms[id]
	for of, r := range h.rooms {
		if r == gone || r.home != nil && r.home == gone {
			left[of] = r
			delete(h.rooms, of)
		}
	}
	h.mu.Unlock()
	for of, r := range left {
		kind := JourneyKind
		if r.home == nil {
			kind = WorkspaceKind
		}
		r.close(inBin(kind, of))
	}
}

// InBin lists what is in the bin, the newest first: the journeys of a workspace, or the workspaces
// when no workspace is named. Errors: not_found for the workspace.
func (h *Hub) InBin(ctx context.Context, workspaceID string) ([]Deleted, error) {
	kind := WorkspaceKind
	if workspaceID != "" {
		kind = JourneyKind
		if _, err := h.room(ctx, workspaceID, WorkspaceKind); err != nil {
			return nil, err
		}
	}
	infos, err := h.store.Documents(ctx)
	if err != nil {
		return nil, err
	}
	var list []Deleted
	for _, i := range infos {
		if !i.InBin() || i.Kind != kind || workspaceID != "" && i.WorkspaceID != workspaceID {
			continue
		}
		title, err := h.titleOf(ctx, i.ID)
		if err != nil {
			return nil, err
		}
		list = append(list, Deleted{i, title})
	}
	slices.SortStableFunc(list, func(a, b Deleted) int { return b.Info.DeletedAt.Compare(a.Info.DeletedAt) })
	return list, nil
}

// titleOf reads a document without opening a room for it.
func (h *Hub) titleOf(ctx context.Context, id string) (workspace.Text, error) {
	stored, err := h.store.Load(ctx, id)
	if err != nil {
		return workspace.Text{}, err
	}
	aside := &Room{}
	if err := aside.load(stored); err != nil {
		return workspace.Text{}, err
	}
	switch e := aside.doc.Root().(type) {
	case *journey.Journey:
		return e.Title, nil
	case *workspace.Workspace:
		return workspace.Text{NL: e.Name, EN: e.Name}, nil
	}
	return workspace.Text{}, fault.New(fault.Internal, "document %s is of no known kind", id)
}

// Restore takes a document out of the bin. Errors: not_found, also for a journey of a workspace that
// is in the bin; unavailable.
func (h *Hub) Restore(ctx context.Context, id string) error {
	if _, err := h.reachable(ctx, id); err != nil {
		return err
	}
	return h.store.Restore(ctx, id)
}

// Purge deletes a document that is in the bin for good, with its history and the pictures that
// nothing else points to; a workspace with all its journeys. Errors: not_found, also for a journey of a workspace that is in the bin; unavailable.
func (h *Hub) Purge(ctx context.Context, id string) error {
	home, err := h.reachable(ctx, id)
	if err != nil {
		return err
	}
	if err := h.store.Purge(ctx, id); err != nil || home == nil {
		return err
	}
	return home.shelf.fill(ctx, h.store, home.info.ID)
}

// reachable tells whether a document is there and its workspace is not in the bin, and gives the
// workspace's room, nil when it is the document itself.
func (h *Hub) reachable(ctx context.Context, id string) (*Room, error) {
	stored, err := h.store.Load(ctx, id)
	if err != nil || stored.Info.Kind == WorkspaceKind {
		return nil, err
	}
	return h.room(ctx, stored.Info.WorkspaceID, WorkspaceKind)
}

// Lies tells whether a document, or its workspace, is in the bin; then its id is taken although
// nobody finds it.
func (h *Hub) Lies(ctx context.Context, id string) (bool, error) {
	stored, err := h.store.Load(ctx, id)
	switch {
	case fault.CodeOf(err) == fault.NotFound:
		return false, nil
	case err != nil:
		return false, err
	case stored.Info.InBin() || stored.Info.Kind == WorkspaceKind:
		return stored.Info.InBin(), nil
	}
	home, err := h.store.Load(ctx, stored.Info.WorkspaceID)
	return err == nil && home.Info.InBin(), err
}

func inBin(kind Kind, id string) error {
	return fault.New(fault.NotFound, "%s %q was deleted; it lies in the bin and can be brought back from there", kind, id)
}
