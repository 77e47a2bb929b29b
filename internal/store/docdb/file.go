package docdb

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"

	"klantreis/internal/collab"
	"klantreis/internal/fault"
)

const (
	insertFile = `INSERT INTO files (workspace_id, id, name, type, alt, stored_at, data) VALUES ($1, $2, $3, $4, $5, $6, $7)
		ON CONFLICT (workspace_id, id) DO UPDATE SET stored_at = excluded.stored_at WHERE files.data = excluded.data`
	selectFile    = `SELECT name, type, alt, stored_at, data FROM files WHERE workspace_id = $1 AND id = $2`
	selectFileIDs = `SELECT id FROM files WHERE workspace_id = $1 ORDER BY id`

	// A journey that is deleted for good takes along the pictures that it ever pointed to, unless
	// another document of the workspace ever did: what a first snapshot and a log do not name, no
	// state and no undo has. Pictures that were sent again after it went into the bin stay.
	deleteFilesOf = `DELETE FROM files WHERE stored_at < (SELECT deleted_at FROM documents WHERE id = $1)
		AND workspace_id = (SELECT workspace_id FROM documents WHERE id = $1)
		AND (` + namedBy + `= $1)` + `OR` + namedInLog + `= $1))
		AND NOT (` + namedBy + `<> $1)` + `OR` + namedInLog + `<> $1))`
	namedBy = ` EXISTS (SELECT 1 FROM snapshots s JOIN documents d ON d.id = s.document_id
		WHERE d.workspace_id = files.workspace_id AND s.seq = 0 AND s.state LIKE '%"' || files.id || '"%' AND d.id `
	namedInLog = ` EXISTS (SELECT 1 FROM ops o JOIN documents d ON d.id = o.document_id
		WHERE d.workspace_id = files.workspace_id AND o.ops LIKE '%"' || files.id || '"%' AND d.id `
)

// shelve stores a picture, or says when one that is there already was sent again.
func (t *writeTx) shelve(f collab.File) error {
	var kind collab.Kind
	if found, err := t.find(&kind, selectShownKind, f.WorkspaceID); err != nil {
		return err
	} else if !found || kind != collab.WorkspaceKind {
		return fault.New(fault.NotFound, "there is no workspace with id %q", f.WorkspaceID)
	}
	alt, err := json.Marshal(f.Alt)
	if err != nil {
		return fault.Wrap(err, fault.Internal, "a picture's text cannot be written as JSON")
	}
	stored, err := t.exec(insertFile, f.WorkspaceID, f.ID, f.Name, f.Type, string(alt), f.StoredAt.UnixNano(), f.Data)
	if err == nil && stored == 0 {
		return fault.New(fault.Conflict, "the workspace has another picture with id %q already", f.ID)
	}
	return err
}

// File gives a picture of a workspace. Errors: not_found.
func (db *DB) File(ctx context.Context, workspaceID, id string) (*collab.File, error) {
	f := &collab.File{WorkspaceID: workspaceID, ID: id}
	var alt []byte
	var stored int64
	err := db.reader.QueryRowContext(ctx, selectFile, workspaceID, id).Scan(&f.Name, &f.Type, &alt, &stored, &f.Data)
	if errors.Is(err, sql.ErrNoRows) {
		return nil, fault.New(fault.NotFound, "there is no picture with id %q", id)
	}
	if err == nil {
		err = json.Unmarshal(alt, &f.Alt)
	}
	if err != nil {
		return nil, unreadable(err)
	}
	f.StoredAt = timeOf(stored)
	return f, nil
}

// FileIDs lists the pictures of a workspace.
func (db *DB) FileIDs(ctx context.Context, workspaceID string) ([]string, error) {
	rows, err := db.reader.QueryContext(ctx, selectFileIDs, workspaceID)
	return collect(rows, err, func(r row) (id string, err error) { return id, r.Scan(&id) })
}
