package docdb

import (
	"context"
	"encoding/json"

	"klantreis/internal/collab"
	"klantreis/internal/fault"
)

const (
	insertDocument = `INSERT INTO documents (id, kind, workspace_id, seq, created_at, updated_at) VALUES ($1, $2, $3, 0, $4, $5) ON CONFLICT DO NOTHING`
	insertSnapshot = `INSERT INTO snapshots (document_id, seq, state) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING`
	insertEntry    = `INSERT INTO ops (document_id, seq, client, n, undo_of, actor, at, ops, results) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT DO NOTHING`
	updateSeq      = `UPDATE documents SET seq = $1, updated_at = $2 WHERE id = $3 AND seq = $4 AND deleted_at = 0`
	selectSeq      = `SELECT seq FROM documents WHERE id = $1 AND deleted_at = 0`
)

// Write makes a batch durable, or nothing of it. Batches that wait at the same time share one
// commit; one that is refused does not hold up the others. Errors: not_found (an unknown document
// or workspace, or one in the bin), conflict (a document, seq or transaction is there already, a seq is left out, or another
// picture has the id), unavailable.
func (db *DB) Write(ctx context.Context, batch collab.Batch) error {
	logs := make([]appended, len(batch.Append))
	for i, a := range batch.Append {
		var err error
		if logs[i], err = encode(a); err != nil {
			return err
		}
	}
	return db.write(ctx, func(tx *writeTx) error {
		for _, c := range batch.Create {
			if err := tx.create(c); err != nil {
				return err
			}
		}
		for _, f := range batch.Files {
			if err := tx.shelve(f); err != nil {
				return err
			}
		}
		for _, l := range logs {
			if err := tx.append(l); err != nil {
				return err
			}
		}
		return nil
	})
}

// appended is entries on their way into a log, encoded where they were made and not by the
// committer, that all others wait for.
type appended struct {
	collab.Appended
	payloads []payload
}

type payload struct{ ops, results string }

func encode(a collab.Appended) (appended, error) {
	payloads := make([]payload, len(a.Entries))
	for i, e := range a.Entries {
		if e.Seq != a.Entries[0].Seq+int64(i) {
			return appended{}, outOfOrder(a.DocumentID, e.Seq)
		}
		ops, err := json.Marshal(e.Ops)
		if err != nil {
			return appended{}, fault.Wrap(err, fault.Internal, "an entry cannot be written as JSON")
		}
		results, err := json.Marshal(e.Results)
		if err != nil {
			return appended{}, fault.Wrap(err, fault.Internal, "an entry cannot be written as JSON")
		}
		payloads[i] = payload{string(ops), string(results)}
	}
	return appended{a, payloads}, nil
}

func (t *writeTx) create(c collab.Created) error {
	if c.Info.Kind == collab.JourneyKind {
		var kind collab.Kind
		if found, err := t.find(&kind, selectShownKind, c.Info.WorkspaceID); err != nil {
			return err
		} else if !found || kind != collab.WorkspaceKind {
			return fault.New(fault.NotFound, "there is no workspace with id %q", c.Info.WorkspaceID)
		}
	}
	i := c.Info
	added, err := t.exec(insertDocument, i.ID, i.Kind, i.WorkspaceID, i.CreatedAt.UnixNano(), i.UpdatedAt.UnixNano())
	if err != nil {
		return err
	}
	if added == 0 {
		return fault.New(fault.Conflict, "there is a document with id %q already", i.ID)
	}
	_, err = t.exec(insertSnapshot, i.ID, 0, string(c.State))
	return err
}

func (t *writeTx) append(a appended) error {
	seq, err := t.follow(a.Appended)
	if err != nil {
		return err
	}
	for i, e := range a.Entries {
		p := a.payloads[i]
		added, err := t.exec(insertEntry, a.DocumentID, e.Seq, e.Client, e.N, e.UndoOf, e.Actor, e.At.UnixNano(), p.ops, p.results)
		if err != nil {
			return err
		}
		if added == 0 {
			return fault.New(fault.Conflict, "transaction %d of client %q is in the log of %q already", e.N, e.Client, a.DocumentID)
		}
	}
	if a.Snapshot == nil {
		return nil
	}
	if a.Snapshot.Seq > seq {
		return outOfOrder(a.DocumentID, a.Snapshot.Seq)
	}
	_, err = t.exec(insertSnapshot, a.DocumentID, a.Snapshot.Seq, string(a.Snapshot.State))
	return err
}

// follow moves the document's seq, which is possible only when the entries follow on, and gives it.
func (t *writeTx) follow(a collab.Appended) (int64, error) {
	if len(a.Entries) > 0 {
		first, last := a.Entries[0], a.Entries[len(a.Entries)-1]
		moved, err := t.exec(updateSeq, last.Seq, last.At.UnixNano(), a.DocumentID, first.Seq-1)
		if err != nil || moved == 1 {
			return last.Seq, err
		}
	}
	var seq int64
	found, err := t.find(&seq, selectSeq, a.DocumentID)
	switch {
	case err != nil:
		return 0, err
	case !found:
		return 0, notThere(a.DocumentID)
	case len(a.Entries) > 0:
		return 0, outOfOrder(a.DocumentID, a.Entries[0].Seq)
	}
	return seq, nil
}

func outOfOrder(id string, seq int64) error {
	return fault.New(fault.Conflict, "seq %d does not follow on in the log of %q", seq, id)
}
