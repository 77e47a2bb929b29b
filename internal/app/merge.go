package app

import (
	"context"
	"slices"

	"klantreis/internal/collab"
	"klantreis/internal/edit"
	"klantreis/internal/fault"
	"klantreis/internal/workspace"
)

// importerName is the actor in the history of what an import did.
const importerName = "import"

// mergeWorkspace adds what the workspace here lacks, notes what differs and stays as it is, and
// gives the workspace as it is then.
func (i *importer) mergeWorkspace(ctx context.Context, here *workspace.Workspace, done *Imported) (*collab.View, error) {
	want := i.file.Workspace
	if additions, _ := here.Missing(want); len(additions) > 0 {
		// What was deleted here once comes back as it was; everything else is new.
		ops := make([]edit.Op, 0, 2*len(additions))
		for _, a := range additions {
			ops = append(ops, edit.Op{Verb: edit.Restore, ID: a.ID})
		}
		if err := i.transact(ctx, collab.WorkspaceKind, want.ID, append(ops, additions...)); err != nil {
			return nil, err
		}
	}
	now, err := i.hub.Workspace(ctx, want.ID)
	if err != nil {
		return nil, err
	}
	left, differs := now.Workspace.Missing(want)
	if len(left) > 0 {
		return nil, fault.New(fault.Conflict, "%s %s of the file cannot be added to the workspace here", left[0].Type, left[0].ID)
	}
	done.Differs = differs
	return now, nil
}

// replace makes the journey here equal to the file's by one edit. What no edit can bring about is
// refused before anything is written.
func (i *importer) replace(ctx context.Context, here *workspace.Workspace, done *Imported) error {
	ops, err := i.hub.JourneyDiff(ctx, i.file.Journey)
	if err != nil {
		return err
	}
	if _, err := i.mergeWorkspace(ctx, here, done); err != nil || len(ops) == 0 {
		return err
	}
	done.Edits = len(ops)
	return i.transact(ctx, collab.JourneyKind, i.file.Journey.ID, ops)
}

func (i *importer) transact(ctx context.Context, kind collab.Kind, id string, ops []edit.Op) error {
	answer, err := i.hub.Transact(ctx, kind, id, importerName, &edit.Transaction{Client: NewID(), N: 1, Ops: ops})
	if err != nil || kind == collab.WorkspaceKind {
		return err
	}
	if at := slices.IndexFunc(answer.Results, func(r edit.Result) bool { return !r.Applied }); at >= 0 {
		return fault.New(fault.Conflict, "the edit of %s was impossible: %s", ops[at].ID, answer.Results[at].Reason)
	}
	return nil
}
