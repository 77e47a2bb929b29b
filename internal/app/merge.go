package app

import (
	"context"
	"slices"

	"klantreis/internal/collab"
	"klantreis/internal/edit"
	"klantreis/internal/fault"
)

// importerName is the actor in the history of what an import did.
const importerName = "import"

// mergeWorkspace adds what the workspace here lacks, its pictures first, notes what differs and stays
// as it is, and gives the workspace as it is then.
func (i *importer) mergeWorkspace(ctx context.Context, done *Imported) (*collab.View, error) {
	if err := i.hub.AddFiles(ctx, i.file.Workspace.ID, collab.FilesOf(i.file)); err != nil {
		return nil, err
	}
	now, differs, err := i.hub.AddMissing(ctx, i.file.Workspace.ID, importerName, NewID(), i.file.Workspace)
	done.Differs = differs
	return now, err
}

// replace makes the journey here equal to the file's by one edit. What no edit can bring about is
// refused before anything is written.
func (i *importer) replace(ctx context.Context, done *Imported) error {
	ops, err := i.hub.JourneyDiff(ctx, i.file.Journey)
	if err != nil {
		return err
	}
	if _, err := i.mergeWorkspace(ctx, done); err != nil || len(ops) == 0 {
		return err
	}
	done.Edits = len(ops)
	id := i.file.Journey.ID
	answer, err := i.hub.Transact(ctx, collab.JourneyKind, id, importerName, &edit.Transaction{Client: NewID(), N: 1, Ops: ops})
	if err != nil {
		return err
	}
	if at := slices.IndexFunc(answer.Results, func(r edit.Result) bool { return !r.Applied }); at >= 0 {
		return fault.New(fault.Conflict, "the edit of %s was impossible: %s", ops[at].ID, answer.Results[at].Reason)
	}
	return nil
}
