package docdb

import (
	"context"
	"database/sql"
	"embed"
	"fmt"
	"io/fs"
	"log/slog"

	sqlite3 "github.com/mattn/go-sqlite3"
	"github.com/pressly/goose/v3"

	"klantreis/internal/fault"
)

//go:embed migrations
var migrations embed.FS

// dialect is what differs between the databases beside their files.
type dialect struct {
	goose      goose.Dialect
	migrations fs.FS  // numbered files, each one transaction; only ever added to
	hasVersion string // a query: 1 when a migration was ever applied here
}

var sqlite = dialect{
	goose:      goose.DialectSQLite3,
	migrations: sub(migrations, "migrations/sqlite"),
	hasVersion: "SELECT count(*) FROM sqlite_master WHERE name = '" + goose.DefaultTablename + "'",
}

// sub is fs.Sub of a folder that is known to be embedded.
func sub(f fs.FS, dir string) fs.FS {
	inner, err := fs.Sub(f, dir)
	if err != nil {
		panic(err)
	}
	return inner
}

// migrate brings the database to the version this program knows. Data that are there already are
// copied first, because there is no way back.
func (d dialect) migrate(ctx context.Context, db *sql.DB, f *folder, log *slog.Logger) error {
	provider, newest, err := d.provider(db)
	if err != nil {
		return err
	}
	version, err := d.version(ctx, db, f)
	if err != nil || version == newest {
		return err
	}
	if version > newest {
		return f.tooNew(version, newest)
	}
	if version > 0 {
		copied, err := f.backup(ctx, db, fmt.Sprintf("klantreis-version-%d.db", version))
		if err != nil {
			return fault.Wrap(err, fault.Unavailable, "the data in %s are of an earlier version and could not be copied before changing them (%s), so they were left as they are", f.dir, innermost(err))
		}
		log.InfoContext(ctx, "copied the data before bringing them up to date", "file", copied)
	}
	if _, err := provider.Up(ctx); err != nil {
		return fault.Wrap(err, fault.Unavailable, "the data in %s could not be brought from version %d to %d: %s", f.dir, version, newest, innermost(err))
	}
	log.InfoContext(ctx, "data are up to date", "from", version, "to", newest)
	return nil
}

// checkVersion tells whether this program can read the data as they are.
func (d dialect) checkVersion(ctx context.Context, db *sql.DB, f *folder) error {
	_, newest, err := d.provider(db)
	if err != nil {
		return err
	}
	version, err := d.version(ctx, db, f)
	switch {
	case err != nil:
		return err
	case version == 0:
		return f.empty()
	case version < newest:
		return fault.New(fault.Conflict, "the data in %s are of an earlier version; start klantreis on them once to bring them up to date", f.dir)
	case version > newest:
		return f.tooNew(version, newest)
	}
	return nil
}

func (f *folder) tooNew(version, newest int64) error {
	return fault.New(fault.Conflict, "the data in %s are of a newer klantreis (version %d, this one knows %d); use that or a later one", f.dir, version, newest)
}

func (d dialect) provider(db *sql.DB) (*goose.Provider, int64, error) {
	provider, err := goose.NewProvider(d.goose, db, d.migrations, goose.WithDisableGlobalRegistry(true))
	if err != nil {
		return nil, 0, fault.Wrap(err, fault.Internal, "the program's migrations cannot be read")
	}
	sources := provider.ListSources()
	return provider, sources[len(sources)-1].Version, nil
}

// version is that of the data; 0 when there are none yet. It changes nothing.
func (d dialect) version(ctx context.Context, db *sql.DB, f *folder) (int64, error) {
	var there, version int64
	err := db.QueryRowContext(ctx, d.hasVersion).Scan(&there)
	if err == nil && there == 1 {
		err = db.QueryRowContext(ctx, "SELECT coalesce(max(version_id), 0) FROM "+goose.DefaultTablename).Scan(&version)
	}
	if isCode(err, sqlite3.ErrNotADB) {
		return 0, fault.Wrap(err, fault.Conflict, "%s is there, but it is not a database of klantreis", f.path(dataFile))
	}
	if err != nil {
		return 0, f.unusable(err)
	}
	return version, nil
}
