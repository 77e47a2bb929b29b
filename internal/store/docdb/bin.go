package docdb

import (
	"context"
	"time"

	"klantreis/internal/collab"
	"klantreis/internal/fault"
)

const (
	updateDeleted    = `UPDATE documents SET deleted_at = $1, deleted_by = $2 WHERE id = $3 AND deleted_at = 0`
	updateRestored   = `UPDATE documents SET deleted_at = 0, deleted_by = '' WHERE id = $1 AND deleted_at <> 0`
	selectShownKind  = `SELECT kind FROM documents WHERE id = $1 AND deleted_at = 0`
	selectBinnedKind = `SELECT kind FROM documents WHERE id = $1 AND deleted_at <> 0`
	countShown       = `SELECT count(*) FROM documents WHERE kind = $1 AND deleted_at = 0`
)

// purges take a document out for good, and with a workspace its journeys and pictures: what hangs
// on it first.
var purges = []string{
	deleteFilesOf,
	`DELETE FROM files WHERE workspace_id = $1`,
	`DELETE FROM ops WHERE document_id IN (SELECT id FROM documents WHERE id = $1 OR workspace_id = $1)`,
	`DELETE FROM snapshots WHERE document_id IN (SELECT id FROM documents WHERE id = $1 OR workspace_id = $1)`,
	`DELETE FROM documents WHERE workspace_id = $1 AND id <> $1`,
	`DELETE FROM documents WHERE id = $1`,
}

// Delete puts a document into the bin. Errors: not_found (unknown, or in the bin already),
// conflict (it is the last workspace that is not in the bin), unavailable.
func (db *DB) Delete(ctx context.Context, id string, at time.Time, by string) error {
	return db.write(ctx, func(tx *writeTx) error {
		if err := tx.keepsOne(id); err != nil {
			return err
		}
		changed, err := tx.exec(updateDeleted, at.UnixNano(), by, id)
		if err == nil && changed == 0 {
			return notThere(id)
		}
		return err
	})
}

// keepsOne refuses when a document is the only workspace that is left.
func (t *writeTx) keepsOne(id string) error {
	var kind collab.Kind
	found, err := t.find(&kind, selectShownKind, id)
	if err != nil || !found || kind != collab.WorkspaceKind {
		return err
	}
	var shown int
	if _, err := t.find(&shown, countShown, collab.WorkspaceKind); err != nil {
		return err
	}
	if shown == 1 {
		return fault.New(fault.Conflict, "this is the last workspace, and one has to stay; make another one first")
	}
	return nil
}

// Restore takes a document out of the bin, as it was. Errors: not_found (it is not in the bin),
// unavailable.
func (db *DB) Restore(ctx context.Context, id string) error {
	return db.write(ctx, func(tx *writeTx) error {
		changed, err := tx.exec(updateRestored, id)
		if err == nil && changed == 0 {
			return notInBin(id)
		}
		return err
	})
}

// Purge deletes a document that is in the bin for good, with its history; a workspace with all its
// journeys. Errors: not_found (it is not in the bin), unavailable.
func (db *DB) Purge(ctx context.Context, id string) error {
	return db.write(ctx, func(tx *writeTx) error {
		var kind collab.Kind
		if found, err := tx.find(&kind, selectBinnedKind, id); err != nil {
			return err
		} else if !found {
			return notInBin(id)
		}
		for _, purge := range purges {
			if _, err := tx.exec(purge, id); err != nil {
				return err
			}
		}
		return nil
	})
}

func notInBin(id string) error {
	return fault.New(fault.NotFound, "there is no document with id %q in the bin", id)
}
