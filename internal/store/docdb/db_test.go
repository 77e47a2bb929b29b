package docdb

import (
	"bytes"
	"context"
	"fmt"
	"log/slog"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"klantreis/internal/collab"
	"klantreis/internal/fault"
	"klantreis/internal/store/storetest"
)

func opened(t testing.TB, dir string, options Options) *DB {
	t.Helper()
	db, err := Open(context.Background(), dir, options)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { closed(t, db) })
	return db
}

func closed(t testing.TB, db *DB) {
	t.Helper()
	if err := db.Close(); err != nil {
		t.Error(err)
	}
}

// filled makes a folder with a workspace "w" and a journey "j" in it.
func filled(t testing.TB) string {
	t.Helper()
	dir := t.TempDir()
	db, err := Open(context.Background(), dir, Options{})
	if err != nil {
		t.Fatal(err)
	}
	fill(t, db, storetest.Journey(t, "j", 20).State(), "j")
	closed(t, db)
	return dir
}

// fill makes a workspace "w" with journeys in it.
func fill(t testing.TB, db *DB, state []byte, ids ...string) {
	t.Helper()
	info := collab.Info{ID: "w", Kind: collab.WorkspaceKind, WorkspaceID: "w", CreatedAt: storetest.Start, UpdatedAt: storetest.Start}
	batch := collab.Batch{Create: []collab.Created{{Info: info, State: []byte("[]")}}}
	for _, id := range ids {
		info.ID, info.Kind = id, collab.JourneyKind
		batch.Create = append(batch.Create, collab.Created{Info: info, State: state})
	}
	if err := db.Write(context.Background(), batch); err != nil {
		t.Fatal(err)
	}
}

func entry(seq int64) collab.Entry {
	return collab.Entry{Seq: seq, Client: "c", N: seq, At: storetest.Start}
}

func add(db *DB, e collab.Entry) error {
	return db.Write(context.Background(), collab.Batch{Append: []collab.Appended{{DocumentID: "j", Entries: []collab.Entry{e}}}})
}

func files(t *testing.T, dir string) []string {
	t.Helper()
	found, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, f := range found {
		names = append(names, f.Name())
	}
	return names
}

// wantFault checks that an error is a fault that says each of the parts in one sentence.
func wantFault(t *testing.T, err error, code fault.Code, parts ...string) {
	t.Helper()
	if err == nil || fault.CodeOf(err) != code {
		t.Fatalf("got %v, want a fault with code %s", err, code)
	}
	for _, part := range parts {
		if !strings.Contains(err.Error(), part) {
			t.Errorf("%q does not say %q", err, part)
		}
	}
	if strings.Contains(err.Error(), "\n") {
		t.Errorf("%q is more than one line", err)
	}
}

func TestOpenImpossible(t *testing.T) {
	ctx, dir := context.Background(), t.TempDir()
	file := filepath.Join(dir, "file")
	taken := filepath.Join(dir, "taken")
	foreign := filepath.Join(dir, "foreign")
	for _, err := range []error{
		os.WriteFile(file, nil, 0o600),
		os.MkdirAll(filepath.Join(taken, dataFile), 0o700),
		os.MkdirAll(foreign, 0o700),
		os.WriteFile(filepath.Join(foreign, dataFile), bytes.Repeat([]byte("not a database "), 1000), 0o600),
	} {
		if err != nil {
			t.Fatal(err)
		}
	}
	for _, c := range []struct {
		dir      string
		readOnly bool
		code     fault.Code
		why      string
	}{
		{file, false, fault.Unavailable, "not a directory"},
		{filepath.Join(file, "below"), false, fault.Unavailable, "not a directory"},
		{filepath.Join(file, "below"), true, fault.Unavailable, "not a directory"},
		{taken, false, fault.Unavailable, "is a directory"},
		{"/proc/klantreis", false, fault.Unavailable, "no such file"}, // nobody may write there
		{foreign, false, fault.Conflict, "not a database"},
		{foreign, true, fault.Conflict, "not a database"},
	} {
		_, err := Open(ctx, c.dir, Options{ReadOnly: c.readOnly})
		wantFault(t, err, c.code, c.dir, c.why)
	}
}

func TestFolderNamesAreTakenAsTheyAre(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "new", "één folder?mode=memory&x=#%41")
	db := opened(t, dir, Options{})
	fill(t, db, nil, "j")
	if info, err := os.Stat(filepath.Join(dir, dataFile)); err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("the data file is %v, %v; it should be there, for its owner alone", info, err)
	}
}

func TestOneWriter(t *testing.T) {
	dir := t.TempDir()
	db := opened(t, dir, Options{})
	_, err := Open(context.Background(), dir, Options{})
	wantFault(t, err, fault.Conflict, dir, "in use by another klantreis")
	closed(t, db)
	opened(t, dir, Options{})
}

func TestReadOnly(t *testing.T) {
	ctx := context.Background()
	t.Run("nothing there", func(t *testing.T) {
		dir := t.TempDir()
		for _, where := range []string{dir, filepath.Join(dir, "missing")} {
			_, err := Open(ctx, where, Options{ReadOnly: true})
			wantFault(t, err, fault.NotFound, where)
		}
		if names := files(t, dir); len(names) != 0 {
			t.Errorf("reading made %v", names)
		}
	})
	t.Run("an empty file", func(t *testing.T) {
		dir := t.TempDir()
		if err := os.WriteFile(filepath.Join(dir, dataFile), nil, 0o600); err != nil {
			t.Fatal(err)
		}
		_, err := Open(ctx, dir, Options{ReadOnly: true})
		wantFault(t, err, fault.NotFound, dir)
	})
	t.Run("a folder at rest is left as it was", func(t *testing.T) {
		dir := filled(t)
		before := files(t, dir)
		db, err := Open(ctx, dir, Options{ReadOnly: true})
		if err != nil {
			t.Fatal(err)
		}
		if _, err := db.Load(ctx, "j"); err != nil {
			t.Error(err)
		}
		wantFault(t, add(db, entry(1)), fault.Unavailable, dir, "reading only")
		closed(t, db)
		if after := files(t, dir); !slices.Equal(before, after) {
			t.Errorf("before %v, after %v", before, after)
		}
	})
	t.Run("beside a writer", func(t *testing.T) {
		dir := filled(t)
		writer := opened(t, dir, Options{})
		reader := opened(t, dir, Options{ReadOnly: true})
		for seq := range int64(3) {
			if err := add(writer, entry(seq+1)); err != nil {
				t.Fatal(err)
			}
			stored, err := reader.Load(ctx, "j")
			if err != nil || len(stored.Tail) != int(seq)+1 {
				t.Fatalf("after %d entries the reader sees %+v, %v", seq+1, stored, err)
			}
		}
	})
}

func TestVersions(t *testing.T) {
	ctx := context.Background()
	first := migration(t, "00001_documents.sql")
	earlier, later := sqlite, sqlite
	earlier.migrations = fstest.MapFS{"00001_documents.sql": first}
	next := fstest.MapFS{
		"00001_documents.sql": first, "00002_bin.sql": migration(t, "00002_bin.sql"), "00003_files.sql": migration(t, "00003_files.sql"),
		"00004_more.sql": {Data: []byte("-- +goose Up\nALTER TABLE documents ADD COLUMN more TEXT;")},
	}
	later.migrations = next
	dir := t.TempDir()
	db, err := open(ctx, dir, Options{}, earlier)
	if err != nil {
		t.Fatal(err)
	}
	oldFill(t, db, storetest.Journey(t, "j", 20).State())
	closed(t, db)

	_, err = Open(ctx, dir, Options{ReadOnly: true})
	wantFault(t, err, fault.Conflict, dir, "earlier version")

	next["00005_broken.sql"] = &fstest.MapFile{Data: []byte("-- +goose Up\nALTER TABLE nothing ADD COLUMN more TEXT;")}
	_, err = open(ctx, dir, Options{}, later)
	wantFault(t, err, fault.Unavailable, dir, "from version 1 to 5: ", "syntax error")
	delete(next, "00005_broken.sql")

	var log bytes.Buffer
	db, err = open(ctx, dir, Options{Logger: slog.New(slog.NewTextHandler(&log, nil))}, later)
	if err != nil {
		t.Fatal(err)
	}
	if err := add(db, entry(1)); err != nil {
		t.Error(err)
	}
	closed(t, db)

	for _, readOnly := range []bool{false, true} {
		_, err = Open(ctx, dir, Options{ReadOnly: readOnly})
		wantFault(t, err, fault.Conflict, dir, "newer klantreis", "version 4")
	}
	checkCopy(t, filepath.Join(dir, "klantreis-version-1.db"))
}

func migration(t *testing.T, name string) *fstest.MapFile {
	t.Helper()
	raw, err := migrations.ReadFile("migrations/sqlite/" + name)
	if err != nil {
		t.Fatal(err)
	}
	return &fstest.MapFile{Data: raw}
}

// oldFill makes a workspace "w" with a journey "j" in data of version 1, as that version did.
func oldFill(t *testing.T, db *DB, state []byte) {
	t.Helper()
	at := storetest.Start.UnixNano()
	for _, d := range []struct {
		id, kind string
		state    []byte
	}{{"w", "workspace", []byte("[]")}, {"j", "journey", state}} {
		err := db.write(context.Background(), func(tx *writeTx) error {
			if _, err := tx.exec(insertDocument, d.id, d.kind, "w", at, at); err != nil {
				return err
			}
			_, err := tx.exec(insertSnapshot, d.id, 0, string(d.state))
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	}
}

// checkCopy checks that a copy opens with the version it is of, and has what was there then.
func checkCopy(t *testing.T, copied string) {
	t.Helper()
	dir := t.TempDir()
	content, err := os.ReadFile(copied)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, dataFile), content, 0o600); err != nil {
		t.Fatal(err)
	}
	db := opened(t, dir, Options{})
	stored, err := db.Load(context.Background(), "j")
	if err != nil || len(stored.Tail) != 0 {
		t.Fatalf("the copy has %+v, %v", stored, err)
	}
	storetest.Replay(t, stored)
}

func TestDurabilitySettings(t *testing.T) {
	db := opened(t, t.TempDir(), Options{})
	for pragma, want := range map[string]string{"synchronous": "2", "journal_mode": "wal", "foreign_keys": "1"} {
		var got string
		if err := db.committer.conn.QueryRowContext(context.Background(), "PRAGMA "+pragma).Scan(&got); err != nil || got != want {
			t.Errorf("%s is %q, %v, want %q", pragma, got, err, want)
		}
	}
}

// TestDiskFull lets the database run out of pages, as it does when the disk is full: nothing is
// acknowledged then, reading goes on, and with room again writing does too.
func TestDiskFull(t *testing.T) {
	ctx := context.Background()
	db := opened(t, t.TempDir(), Options{})
	fill(t, db, storetest.Journey(t, "j", 20).State(), "j")
	limit := func(pages int) {
		t.Helper()
		if _, err := db.committer.conn.ExecContext(ctx, fmt.Sprintf("PRAGMA max_page_count = %d", pages)); err != nil {
			t.Fatal(err)
		}
	}
	acknowledged := int64(0)
	more := func() error {
		e := entry(acknowledged + 1)
		e.Actor = strings.Repeat("m", 1000)
		err := add(db, e)
		if err == nil {
			acknowledged++
		}
		return err
	}
	limit(40)
	var err error
	for err == nil {
		err = more()
	}
	if acknowledged == 0 || fault.CodeOf(err) != fault.Unavailable {
		t.Fatalf("after %d entries: %v", acknowledged, err)
	}
	if stored, err := db.Load(ctx, "j"); err != nil || stored.Info.Seq != acknowledged || len(stored.Tail) != int(acknowledged) {
		t.Fatalf("%d were acknowledged, stored is %+v, %v", acknowledged, stored.Info, err)
	}
	limit(1000)
	if err := more(); err != nil {
		t.Errorf("with room again: %v", err)
	}
}

// TestParametersAppearInOrder holds what lets one query serve SQLite and PostgreSQL.
func TestParametersAppearInOrder(t *testing.T) {
	sources, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	literal, parameter := regexp.MustCompile("`[^`]*\\$\\d[^`]*`"), regexp.MustCompile(`\$\d+`)
	queries := 0
	for _, name := range sources {
		source, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		for _, query := range literal.FindAllString(string(source), -1) {
			queries++
			seen := 0
			for _, p := range parameter.FindAllString(query, -1) {
				if p == fmt.Sprintf("$%d", seen+1) {
					seen++
				} else if p > fmt.Sprintf("$%d", seen) {
					t.Errorf("%s: %s comes too early in %s", name, p, query)
				}
			}
		}
	}
	if queries < 10 {
		t.Errorf("only %d queries were found", queries)
	}
}
