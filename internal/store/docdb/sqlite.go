package docdb

import (
	"context"
	"database/sql"
	"errors"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"runtime"

	sqlite3 "github.com/mattn/go-sqlite3"

	"klantreis/internal/fault"
)

const (
	dataFile = "klantreis.db"
	lockFile = "klantreis.lock"

	busyMS     = "5000" // only a starting or closing process makes another wait, for milliseconds
	readersMin = 4      // so that a long export does not keep the others waiting
)

// folder is the data folder, and the lock on it while somebody may write there.
type folder struct {
	dir  string
	held *sql.DB
}

func (f *folder) path(name string) string { return filepath.Join(f.dir, name) }

// find tells whether there is something to read.
func (f *folder) find() error {
	if _, err := os.Stat(f.path(dataFile)); errors.Is(err, fs.ErrNotExist) {
		return f.empty()
	} else if err != nil {
		return f.unusable(err)
	}
	return nil
}

func (f *folder) empty() error {
	return fault.New(fault.NotFound, "there are no klantreis documents in %s", f.dir)
}

// make makes the folder and empty files when they are missing, for this user alone: SQLite gives
// the files that it puts beside them the same rights.
func (f *folder) make() error {
	if err := os.MkdirAll(f.dir, 0o700); err != nil {
		return f.unusable(err)
	}
	for _, name := range []string{dataFile, lockFile} {
		file, err := os.OpenFile(f.path(name), os.O_RDWR|os.O_CREATE, 0o600)
		if err != nil {
			return f.unusable(err)
		}
		file.Close()
	}
	syncFolder(filepath.Dir(f.dir))
	return nil
}

// syncFolder makes new names in a folder durable. SQLite does it for its own files; some systems
// cannot sync a folder, and need not.
func syncFolder(dir string) {
	if d, err := os.Open(dir); err == nil {
		_ = d.Sync()
		d.Close()
	}
}

// unusable is one sentence that says which folder and why.
func (f *folder) unusable(err error) error {
	return fault.Wrap(err, fault.Unavailable, "the data folder %s cannot be used: %s", f.dir, innermost(err))
}

// innermost gives the system's own words.
func innermost(err error) error {
	for inner := err; inner != nil; inner = errors.Unwrap(inner) {
		err = inner
	}
	return err
}

// lock holds the folder until the process ends, however it ends. The lock is SQLite's on an empty
// database, because that works alike on every system.
func (f *folder) lock(ctx context.Context) (err error) {
	if f.held, err = connect(f.path(lockFile), "_busy_timeout", "0"); err != nil {
		return f.unusable(err)
	}
	f.held.SetMaxOpenConns(1)
	if _, err := f.held.ExecContext(ctx, "BEGIN EXCLUSIVE"); isCode(err, sqlite3.ErrBusy) {
		return fault.Wrap(err, fault.Conflict, "the data folder %s is in use by another klantreis; stop that one first", f.dir)
	} else if err != nil {
		return f.unusable(err)
	}
	return nil
}

func (f *folder) openWriter() (*sql.DB, error) {
	db, err := connect(f.path(dataFile), "_journal_mode", "WAL", "_synchronous", "FULL",
		"_foreign_keys", "on", "_busy_timeout", busyMS, "_txlock", "immediate")
	if err != nil {
		return nil, f.unusable(err)
	}
	db.SetMaxOpenConns(1)
	return db, nil
}

// openReader opens for writing what it only reads: SQLite then removes its own two files beside
// the database again when nobody else uses them.
func (f *folder) openReader() (*sql.DB, error) {
	db, err := connect(f.path(dataFile), "_query_only", "on", "_busy_timeout", busyMS)
	if err != nil {
		return nil, f.unusable(err)
	}
	readers := max(readersMin, runtime.NumCPU())
	db.SetMaxOpenConns(readers)
	db.SetMaxIdleConns(readers)
	return db, nil
}

// connect makes a pool for a database file. No connection is opened yet.
func connect(path string, settings ...string) (*sql.DB, error) {
	absolute, err := filepath.Abs(path)
	if err != nil {
		return nil, err
	}
	query := url.Values{"mode": {"rw"}} // and do not make it
	for i := 0; i < len(settings); i += 2 {
		query.Set(settings[i], settings[i+1])
	}
	uri := url.URL{Scheme: "file", OmitHost: true, Path: filepath.ToSlash(absolute), RawQuery: query.Encode()}
	return sql.Open("sqlite3", uri.String())
}

func isCode(err error, code sqlite3.ErrNo) bool {
	var e sqlite3.Error
	return errors.As(err, &e) && e.Code == code
}

// backup copies the database as it is now into a new file beside it and gives its path. A copy of
// that name is replaced, once the new one is whole.
func (f *folder) backup(ctx context.Context, db *sql.DB, name string) (string, error) {
	path, part := f.path(name), f.path(name+".part")
	if err := os.Remove(part); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return "", err
	}
	if _, err := db.ExecContext(ctx, "VACUUM INTO $1", part); err != nil {
		return "", err
	}
	if err := syncFile(part); err != nil {
		return "", err
	}
	if err := os.Rename(part, path); err != nil {
		return "", err
	}
	syncFolder(f.dir)
	return path, nil
}

func syncFile(path string) error {
	file, err := os.OpenFile(path, os.O_RDWR, 0)
	if err != nil {
		return err
	}
	defer file.Close()
	if err := file.Chmod(0o600); err != nil {
		return err
	}
	return file.Sync()
}
