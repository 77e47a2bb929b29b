// Package collab keeps the documents that are open: one room each, whose single goroutine is the
// only writer. A room orders transactions, applies them, makes them durable through a [Store] and
// only then acknowledges them. Start at [Hub].
//
// It promises: what was acknowledged is durable; seqs have no gaps; a transaction that is sent
// twice is applied once; what a reader gets was durable when it was read.
package collab

import (
	"context"
	"slices"
	"sync"
	"time"

	"klantreis/internal/edit"
	"klantreis/internal/fault"
	"klantreis/internal/journey"
	"klantreis/internal/workspace"
)

// Hub opens rooms when they are needed and closes them all at the end. It is safe for use by
// several goroutines.
type Hub struct {
	store Store
	clock func() time.Time

	mu        sync.Mutex
	rooms     map[string]*Room
	deletions int // so far; a room that was read before one may be of what is in the bin now
	closed    bool
}

// NewHub makes a hub over a store. The clock stamps transactions.
func NewHub(store Store, clock func() time.Time) *Hub {
	return &Hub{store: store, clock: clock, rooms: map[string]*Room{}}
}

// Documents lists what there is, workspaces first; nothing that is in the bin or whose workspace is.
func (h *Hub) Documents(ctx context.Context) ([]Info, error) {
	all, err := h.store.Documents(ctx)
	if err != nil {
		return nil, err
	}
	gone := map[string]bool{}
	return slices.DeleteFunc(all, func(i Info) bool {
		gone[i.ID] = i.InBin() || gone[i.WorkspaceID]
		return gone[i.ID]
	}), nil
}

// Journeys gives the journeys of a workspace as they are now, oldest first. One that is deleted
// meanwhile is left out.
func (h *Hub) Journeys(ctx context.Context, workspaceID string) ([]*View, error) {
	return h.views(ctx, func(i Info) bool { return i.Kind == JourneyKind && i.WorkspaceID == workspaceID })
}

// Workspaces gives all workspaces as they are now, oldest first. One that is deleted meanwhile is
// left out.
func (h *Hub) Workspaces(ctx context.Context) ([]*View, error) {
	return h.views(ctx, func(i Info) bool { return i.Kind == WorkspaceKind })
}

func (h *Hub) views(ctx context.Context, wanted func(Info) bool) ([]*View, error) {
	all, err := h.Documents(ctx)
	if err != nil {
		return nil, err
	}
	var views []*View
	for _, i := range all {
		if !wanted(i) {
			continue
		}
		v, err := h.view(ctx, i.ID, i.Kind)
		switch {
		case err == nil:
			views = append(views, v)
		case fault.CodeOf(err) != fault.NotFound:
			return nil, err
		}
	}
	return views, nil
}

func (h *Hub) view(ctx context.Context, id string, kind Kind) (*View, error) {
	r, err := h.room(ctx, id, kind)
	if err != nil {
		return nil, err
	}
	return r.view(ctx)
}

// Journey gives a journey as it is now. Errors: not_found.
func (h *Hub) Journey(ctx context.Context, id string) (*View, error) {
	return h.view(ctx, id, JourneyKind)
}

// Workspace gives a workspace as it is now. Errors: not_found.
func (h *Hub) Workspace(ctx context.Context, id string) (*View, error) {
	return h.view(ctx, id, WorkspaceKind)
}

// Transact carries out a transaction on a document of the given kind and answers when it is
// durable. Errors: not_found; gap, with the last n of the client; unavailable.
func (h *Hub) Transact(ctx context.Context, kind Kind, id, actor string, tx *edit.Transaction) (*Answer, error) {
	r, err := h.room(ctx, id, kind)
	if err != nil {
		return nil, err
	}
	return r.transact(ctx, actor, tx)
}

// Contents is a workspace with its journeys, and the pictures that these point to.
type Contents struct {
	Workspace *workspace.Workspace
	Journeys  []*journey.Journey
	Files     []File
}

// Create stores new workspaces with their journeys, all of them or nothing. Errors: invalid, with
// the path; conflict when an id is taken.
func (h *Hub) Create(ctx context.Context, all ...Contents) error {
	var batch Batch
	for _, c := range all {
		files := workspace.FileIDs{}
		for _, f := range c.Files {
			files[f.ID] = true
		}
		w, err := workspace.FromWorkspaceWith(c.Workspace, files)
		if err != nil {
			return err
		}
		id, refs := c.Workspace.ID, w.Workspace().References().WithFiles(files)
		batch.Files = append(batch.Files, h.stamped(id, c.Files)...)
		batch.Create = append(batch.Create, h.created(Info{ID: id, Kind: WorkspaceKind, WorkspaceID: id}, w.State()))
		for _, j := range c.Journeys {
			created, err := h.createdJourney(id, j, refs)
			if err != nil {
				return err
			}
			batch.Create = append(batch.Create, created)
		}
	}
	return h.store.Write(ctx, batch)
}

// CreateJourney stores a new journey in a workspace. Errors: not_found for the workspace; invalid,
// with the path; conflict when the id is taken.
func (h *Hub) CreateJourney(ctx context.Context, workspaceID string, j *journey.Journey) error {
	w, err := h.Workspace(ctx, workspaceID)
	if err != nil {
		return err
	}
	created, err := h.createdJourney(workspaceID, j, w.References)
	if err != nil {
		return err
	}
	return h.store.Write(ctx, Batch{Create: []Created{created}})
}

func (h *Hub) createdJourney(workspaceID string, j *journey.Journey, refs *workspace.References) (Created, error) {
	d, err := journey.FromJourney(j, refs)
	if err != nil {
		return Created{}, err
	}
	return h.created(Info{ID: j.ID, Kind: JourneyKind, WorkspaceID: workspaceID}, d.State()), nil
}

func (h *Hub) created(info Info, state []byte) Created {
	info.CreatedAt = h.clock()
	info.UpdatedAt = info.CreatedAt
	return Created{Info: info, State: state}
}

// JourneyDiff gives the ops that make a stored journey equal to another one with the same id.
// Errors: not_found; invalid when edits cannot make the two equal.
func (h *Hub) JourneyDiff(ctx context.Context, target *journey.Journey) ([]edit.Op, error) {
	r, err := h.room(ctx, target.ID, JourneyKind)
	if err != nil {
		return nil, err
	}
	stored, err := h.store.Load(ctx, target.ID)
	if err != nil {
		return nil, err
	}
	aside := &Room{home: r.home} // a second copy of the document: the room's own is its goroutine's alone
	if err := aside.load(stored); err != nil {
		return nil, err
	}
	return edit.Diff(aside.doc, target)
}

// Close ends every room after what it is doing and waits for all of them.
func (h *Hub) Close() {
	h.mu.Lock()
	h.closed = true
	rooms := h.rooms
	h.rooms = nil
	h.mu.Unlock()
	for _, r := range rooms {
		r.close(stopping())
	}
}

// room gives the open room of a document, and opens it when needed. A journey's workspace is
// opened first, since it answers what the journey refers to.
func (h *Hub) room(ctx context.Context, id string, kind Kind) (*Room, error) {
	for {
		r, deletions, err := h.opened(id)
		if r == nil && err == nil {
			r, err = h.open(ctx, id, deletions)
		}
		if r != nil || err != nil {
			return r.ofKind(kind, err)
		}
	}
}

func (h *Hub) opened(id string) (*Room, int, error) {
	h.mu.Lock()
	defer h.mu.Unlock()
	if h.closed {
		return nil, 0, stopping()
	}
	return h.rooms[id], h.deletions, nil
}

// open reads a document and opens its room; nil when something was deleted meanwhile.
func (h *Hub) open(ctx context.Context, id string, deletions int) (*Room, error) {
	stored, err := h.store.Load(ctx, id)
	if err != nil {
		return nil, err
	}
	if stored.Info.InBin() {
		return nil, inBin(stored.Info.Kind, id)
	}
	var home *Room
	if stored.Info.Kind == JourneyKind {
		if home, err = h.room(ctx, stored.Info.WorkspaceID, WorkspaceKind); err != nil {
			return nil, err
		}
	}
	r, err := openRoom(ctx, stored, home, h)
	if err != nil {
		return nil, err
	}
	return h.enter(r, deletions)
}

// enter makes a room the room of its document, unless another was faster. Nil when something was
// deleted since the room was read.
func (h *Hub) enter(r *Room, deletions int) (*Room, error) {
	h.mu.Lock()
	defer h.mu.Unlock()
	if h.closed {
		return nil, stopping()
	}
	if h.deletions != deletions {
		return nil, nil
	}
	if faster := h.rooms[r.info.ID]; faster != nil {
		return faster, nil
	}
	h.rooms[r.info.ID] = r
	go r.run()
	return r, nil
}

func stopping() error {
	return fault.New(fault.Unavailable, "klantreis is stopping; try again in a moment")
}

func (r *Room) ofKind(kind Kind, err error) (*Room, error) {
	if err != nil {
		return nil, err
	}
	if r.info.Kind != kind {
		return nil, fault.New(fault.NotFound, "there is no %s with id %q", kind, r.info.ID)
	}
	return r, nil
}
