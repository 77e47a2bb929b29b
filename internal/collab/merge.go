package collab

import (
	"context"

	"klantreis/internal/edit"
	"klantreis/internal/fault"
	"klantreis/internal/workspace"
)

// AddMissing adds to a workspace what it lacks of another one, by id, as one edit of a client that
// was never seen before. It gives the workspace as it is then, and the ids of what both have but not
// alike: that stays as it is. Errors: not_found; conflict when something cannot be added.
func (h *Hub) AddMissing(ctx context.Context, id, actor, client string, of *workspace.Workspace) (*View, []string, error) {
	here, err := h.Workspace(ctx, id)
	if err != nil {
		return nil, nil, err
	}
	want := *of
	want.ID = id // what is compared are their things
	if additions, _ := here.Workspace.Missing(&want); len(additions) > 0 {
		// What was deleted here once comes back as it was; everything else is new.
		ops := make([]edit.Op, 0, 2*len(additions))
		for _, a := range additions {
			ops = append(ops, edit.Op{Verb: edit.Restore, ID: a.ID})
		}
		tx := &edit.Transaction{Client: client, N: 1, Ops: append(ops, additions...)}
		if _, err := h.Transact(ctx, WorkspaceKind, id, actor, tx); err != nil {
			return nil, nil, err
		}
	}
	now, err := h.Workspace(ctx, id)
	if err != nil {
		return nil, nil, err
	}
	left, differs := now.Workspace.Missing(&want)
	if len(left) > 0 {
		return nil, nil, fault.New(fault.Conflict, "%s %s cannot be added to the workspace here", left[0].Type, left[0].ID)
	}
	return now, differs, nil
}
