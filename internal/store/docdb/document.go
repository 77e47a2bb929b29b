package docdb

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"time"

	"klantreis/internal/collab"
	"klantreis/internal/fault"
)

const (
	infoColumns  = `SELECT id, kind, workspace_id, seq, created_at, updated_at, deleted_at, deleted_by FROM documents`
	entryColumns = `SELECT seq, client, n, undo_of, actor, at, ops, results FROM ops`

	selectInfos    = infoColumns + ` ORDER BY kind DESC, position` // w before j
	selectInfo     = infoColumns + ` WHERE id = $1`
	selectSnapshot = `SELECT seq, state FROM snapshots WHERE document_id = $1 ORDER BY seq DESC LIMIT 1`
	selectTail     = entryColumns + ` WHERE document_id = $1 AND seq > $2 ORDER BY seq`
	selectEntry    = entryColumns + ` WHERE document_id = $1 AND client = $2 AND n = $3`
	selectLast     = `SELECT (SELECT coalesce(max(n), 0) FROM ops WHERE document_id = id AND client = $1) FROM documents WHERE id = $2`
)

// Documents lists all documents, also those in the bin, workspaces first, in the order they were created.
func (db *DB) Documents(ctx context.Context) ([]collab.Info, error) {
	rows, err := db.reader.QueryContext(ctx, selectInfos)
	return collect(rows, err, scanInfo)
}

// Load gives what it takes to open a document. Errors: not_found.
func (db *DB) Load(ctx context.Context, id string) (*collab.Stored, error) {
	tx, err := db.reader.BeginTx(ctx, nil) // all of it as of one moment
	if err != nil {
		return nil, unreadable(err)
	}
	defer tx.Rollback()
	stored := &collab.Stored{}
	if stored.Info, err = scanInfo(tx.QueryRowContext(ctx, selectInfo, id)); err != nil {
		return nil, missing(err, id)
	}
	err = tx.QueryRowContext(ctx, selectSnapshot, id).Scan(&stored.Snapshot.Seq, &stored.Snapshot.State)
	if err != nil {
		return nil, unreadable(err)
	}
	rows, err := tx.QueryContext(ctx, selectTail, id, stored.Snapshot.Seq)
	stored.Tail, err = collect(rows, err, scanEntry)
	return stored, err
}

// LastOf gives the highest n that a client has in a document's log, 0 for none. Errors: not_found.
func (db *DB) LastOf(ctx context.Context, id, client string) (last int64, err error) {
	if err := db.reader.QueryRowContext(ctx, selectLast, client, id).Scan(&last); err != nil {
		return 0, missing(err, id)
	}
	return last, nil
}

// EntryOf gives a client's n-th entry. Errors: not_found.
func (db *DB) EntryOf(ctx context.Context, id, client string, n int64) (*collab.Entry, error) {
	entry, err := scanEntry(db.reader.QueryRowContext(ctx, selectEntry, id, client, n))
	if errors.Is(err, sql.ErrNoRows) {
		return nil, fault.New(fault.NotFound, "client %q has no transaction %d in the log of %q", client, n, id)
	} else if err != nil {
		return nil, unreadable(err)
	}
	return &entry, nil
}

type row interface{ Scan(into ...any) error }

// collect reads all rows.
func collect[T any](rows *sql.Rows, err error, scan func(row) (T, error)) ([]T, error) {
	if err != nil {
		return nil, unreadable(err)
	}
	defer rows.Close()
	var all []T
	for rows.Next() {
		one, err := scan(rows)
		if err != nil {
			return nil, unreadable(err)
		}
		all = append(all, one)
	}
	if err := rows.Err(); err != nil {
		return nil, unreadable(err)
	}
	return all, nil
}

func scanInfo(r row) (collab.Info, error) {
	var i collab.Info
	var created, updated, deleted int64
	err := r.Scan(&i.ID, &i.Kind, &i.WorkspaceID, &i.Seq, &created, &updated, &deleted, &i.DeletedBy)
	i.CreatedAt, i.UpdatedAt = timeOf(created), timeOf(updated)
	if deleted != 0 {
		i.DeletedAt = timeOf(deleted)
	}
	return i, err
}

func scanEntry(r row) (collab.Entry, error) {
	var e collab.Entry
	var at int64
	var ops, results []byte
	if err := r.Scan(&e.Seq, &e.Client, &e.N, &e.UndoOf, &e.Actor, &at, &ops, &results); err != nil {
		return e, err
	}
	e.At = timeOf(at)
	return e, errors.Join(json.Unmarshal(ops, &e.Ops), json.Unmarshal(results, &e.Results))
}

func timeOf(nanoseconds int64) time.Time { return time.Unix(0, nanoseconds).UTC() }

func missing(err error, id string) error {
	if errors.Is(err, sql.ErrNoRows) {
		return notThere(id)
	}
	return unreadable(err)
}

func notThere(id string) error {
	return fault.New(fault.NotFound, "there is no document with id %q", id)
}

func unreadable(err error) error {
	return fault.Wrap(err, fault.Unavailable, "the stored documents cannot be read now")
}
