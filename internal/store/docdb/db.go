// Package docdb keeps documents, their op logs and the sessions in a relational database: SQLite
// now, one file in the data folder.
//
// Start at [Open]; [DB] is a collab.Store and an auth.SessionStore. It promises that what a write
// acknowledged is on the disk (write-ahead log, synchronous=FULL), whole, and follows on in its
// document's log. Writes that wait at the same time share one commit, see commit.go.
//
// PostgreSQL joins without a second copy of the queries: they are plain SQL that both read, and
// number their parameters $1, $2 … in the order in which these first appear, which SQLite takes as
// names and counts alike. Conflicts show in the number of changed rows, never in a driver's error.
// What does differ is in the type dialect, in migrations/, and in sqlite.go (files, lock, backup).
//
// Ops and states are stored as the JSON they are. Compressing was measured: an op is too small and
// grows; a snapshot of 2,000 cards (530 kB) shrinks to a tenth, which takes about as long as
// storing it (10 ms). A log that anybody can read with the sqlite3 command is worth more.
package docdb

import (
	"context"
	"database/sql"
	"log/slog"

	"klantreis/internal/fault"
)

// Options say how to open a data folder.
type Options struct {
	// ReadOnly opens beside a running server, makes nothing, and needs documents to be there.
	ReadOnly bool
	// Logger hears of migrations and of commits that fail; nil is silence.
	Logger *slog.Logger
}

// DB is an open data folder. It may be used by several goroutines at once.
type DB struct {
	folder    *folder
	reader    *sql.DB
	writer    *sql.DB    // one connection; nil when opened for reading only
	committer *committer // nil when opened for reading only
}

// Open opens the documents in a folder. Unless they are opened for reading only, it makes what is
// missing, holds the folder against other processes, and brings older data up to date after a
// backup. Errors: conflict (data of a newer program, or another process holds the folder),
// unavailable (the folder cannot be used), not_found (reading only, and nothing is there).
func Open(ctx context.Context, dir string, options Options) (*DB, error) {
	return open(ctx, dir, options, sqlite)
}

func open(ctx context.Context, dir string, options Options, d dialect) (*DB, error) {
	if options.Logger == nil {
		options.Logger = slog.New(slog.DiscardHandler)
	}
	db := &DB{folder: &folder{dir: dir}}
	prepare := db.prepareToWrite
	if options.ReadOnly {
		prepare = db.prepareToRead
	}
	if err := prepare(ctx, d, options.Logger); err != nil {
		_ = db.closeAll() // the first error says more
		return nil, err
	}
	return db, nil
}

func (db *DB) prepareToRead(ctx context.Context, d dialect, _ *slog.Logger) (err error) {
	if err := db.folder.find(); err != nil {
		return err
	}
	if db.reader, err = db.folder.openReader(); err != nil {
		return err
	}
	return d.checkVersion(ctx, db.reader, db.folder)
}

func (db *DB) prepareToWrite(ctx context.Context, d dialect, log *slog.Logger) (err error) {
	if err := db.folder.make(); err != nil {
		return err
	}
	if err := db.folder.lock(ctx); err != nil {
		return err
	}
	if db.writer, err = db.folder.openWriter(); err != nil {
		return err
	}
	if err := d.migrate(ctx, db.writer, db.folder, log); err != nil {
		return err
	}
	if db.reader, err = db.folder.openReader(); err != nil {
		return err
	}
	if db.committer, err = startCommitter(ctx, db.writer, log); err != nil {
		return db.folder.unusable(err)
	}
	return nil
}

// Close waits until every accepted write is on the disk, and gives the folder free.
func (db *DB) Close() error {
	if db.committer != nil {
		db.committer.close()
	}
	return db.closeAll()
}

func (db *DB) closeAll() error {
	var first error
	for _, pool := range []*sql.DB{db.reader, db.writer, db.folder.held} {
		if pool == nil {
			continue
		}
		if err := pool.Close(); err != nil && first == nil {
			first = err
		}
	}
	return first
}

func (db *DB) write(ctx context.Context, do func(*writeTx) error) error {
	if db.committer == nil {
		return fault.New(fault.Unavailable, "the documents in %s were opened for reading only", db.folder.dir)
	}
	return db.committer.commit(ctx, do)
}
