package docdb

import (
	"context"
	"database/sql"
	"encoding/hex"
	"errors"

	"klantreis/internal/auth"
	"klantreis/internal/fault"
)

const (
	insertSession  = `INSERT INTO sessions (hash, created_at, expires_at) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING`
	deleteSessions = `DELETE FROM sessions WHERE expires_at <= $1`
	selectSession  = `SELECT created_at, expires_at FROM sessions WHERE hash = $1`
)

// SaveSession keeps a session, and forgets those that had expired when it was made.
// Errors: conflict (its hash is there already), unavailable.
func (db *DB) SaveSession(ctx context.Context, s auth.Session) error {
	return db.write(ctx, func(tx *writeTx) error {
		created := s.CreatedAt.UnixNano()
		if _, err := tx.exec(deleteSessions, created); err != nil {
			return err
		}
		added, err := tx.exec(insertSession, hex.EncodeToString(s.Hash[:]), created, s.ExpiresAt.UnixNano())
		if err == nil && added == 0 {
			return fault.New(fault.Conflict, "this session is there already")
		}
		return err
	})
}

// Session gives the session with this hash. Errors: not_found.
func (db *DB) Session(ctx context.Context, hash auth.Hash) (auth.Session, error) {
	var created, expires int64
	err := db.reader.QueryRowContext(ctx, selectSession, hex.EncodeToString(hash[:])).Scan(&created, &expires)
	if errors.Is(err, sql.ErrNoRows) {
		return auth.Session{}, fault.New(fault.NotFound, "there is no such session")
	} else if err != nil {
		return auth.Session{}, unreadable(err)
	}
	return auth.Session{Hash: hash, CreatedAt: timeOf(created), ExpiresAt: timeOf(expires)}, nil
}
