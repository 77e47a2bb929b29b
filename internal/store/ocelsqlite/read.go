// Package ocelsqlite reads the SQLite form of OCEL 2.0. Start at [Read], which is the Database of
// event.Options.
//
// The file is somebody else's and may be hostile: it is opened read-only, and nothing in it is run – views,
// virtual tables and computed columns are refused. Tables are read from end to end, so that the time it takes
// grows with their size alone; what has to be looked up is gathered in a temporary database on disk.
package ocelsqlite

import (
	"bytes"
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/mattn/go-sqlite3"

	"klantreis/internal/event"
	"klantreis/internal/fault"
)

// Limits of a database that is read.
const (
	fileBytesMax  = 16 << 30
	valueBytesMax = 16 << 20
	columnsMax    = 200 // of the table of one event type
	cacheKiB      = 64 << 10
)

// Read reads an OCEL 2.0 log in a SQLite database and hands its events to a sink, in the order of its table
// of events. What is wrong with the database is a fault.Invalid; an error of the sink comes back as it is.
func Read(ctx context.Context, log io.Reader, o event.Options, sink event.Sink) (*event.Report, error) {
	file, err := spool(ctx, log)
	if err != nil {
		return nil, err
	}
	defer func() { _ = os.Remove(file) }() // it was ours alone
	db, err := sql.Open("sqlite3", "file:"+file+"?mode=ro&immutable=1")
	if err != nil {
		return nil, err
	}
	defer db.Close()
	conn, err := db.Conn(ctx)
	if err != nil {
		return nil, explained(ctx, err)
	}
	defer conn.Close()
	handed := &watched{Sink: sink}
	r := &reader{ctx: ctx, conn: conn, o: &o, log: event.NewObjectLog(o, handed)}
	if err := r.read(); err != nil {
		if handed.err != nil {
			return nil, handed.err
		}
		return nil, explained(ctx, err)
	}
	report, err := r.log.Close()
	if handed.err != nil {
		err = handed.err
	}
	return report, err
}

// watched remembers an error of the sink, which is no fault of the database.
type watched struct {
	event.Sink
	err error
}

func (w *watched) Add(batch []event.Event) error {
	w.err = w.Sink.Add(batch)
	return w.err
}

// spool copies the database to a file, since SQLite reads here and there.
func spool(ctx context.Context, log io.Reader) (string, error) {
	file, err := os.CreateTemp("", "klantreis-ocel-*.sqlite")
	if err != nil {
		return "", fault.Wrap(err, fault.Unavailable, "a temporary copy of the database cannot be made")
	}
	n, err := io.Copy(file, io.LimitReader(untilDone{ctx, log}, fileBytesMax+1))
	if closed := file.Close(); err == nil {
		err = closed
	}
	if err == nil && n > fileBytesMax {
		err = fault.New(fault.TooLarge, "the database is larger than %d GiB", fileBytesMax>>30)
	}
	if err != nil {
		_ = os.Remove(file.Name())
		return "", err
	}
	return file.Name(), nil
}

// untilDone ends reading when ctx ends.
type untilDone struct {
	ctx  context.Context
	from io.Reader
}

func (u untilDone) Read(p []byte) (int, error) {
	if err := u.ctx.Err(); err != nil {
		return 0, err
	}
	return u.from.Read(p)
}

// explained turns what SQLite says into a sentence.
func explained(ctx context.Context, err error) error {
	var known sqlite3.Error
	var f *fault.Error
	switch {
	case ctx.Err() != nil:
		return ctx.Err()
	case errors.As(err, &f):
		return err
	case errors.As(err, &known) && known.Code == sqlite3.ErrFull:
		return fault.Wrap(err, fault.Unavailable, "there is no room for temporary files")
	}
	return fault.Wrap(err, fault.Invalid, "the SQLite database is damaged or no OCEL 2.0 log: %s", err)
}

type reader struct {
	ctx  context.Context
	conn *sql.Conn
	o    *event.Options
	log  *event.ObjectLog
}

func (r *reader) read() error {
	err := r.conn.Raw(func(driver any) error {
		driver.(*sqlite3.SQLiteConn).SetLimit(sqlite3.SQLITE_LIMIT_LENGTH, valueBytesMax)
		return nil
	})
	if err != nil {
		return err
	}
	for _, statement := range []string{
		"PRAGMA trusted_schema = OFF",
		"PRAGMA cell_size_check = ON",
		"PRAGMA temp_store = FILE",
		fmt.Sprintf("PRAGMA cache_size = -%d", cacheKiB),
		"CREATE TEMP TABLE moment (id TEXT PRIMARY KEY, time TEXT, props TEXT) WITHOUT ROWID",
		"CREATE TEMP TABLE names (event TEXT, object TEXT, PRIMARY KEY (event, object)) WITHOUT ROWID",
	} {
		if err := r.exec(statement); err != nil {
			return err
		}
	}
	for table, columns := range map[string][]string{
		"object_map_type": {"ocel_type"}, "event_map_type": {"ocel_type", "ocel_type_map"}, "object": {"ocel_id", "ocel_type"},
		"event": {"ocel_id", "ocel_type"}, "event_object": {"ocel_event_id", "ocel_object_id"},
	} {
		if _, err := r.columns(table, columns...); err != nil {
			return err
		}
	}
	for _, step := range []func() error{r.types, r.objects, r.moments, r.relations, r.events} {
		if err := step(); err != nil {
			return err
		}
	}
	return nil
}

func (r *reader) exec(statement string, args ...any) error {
	_, err := r.conn.ExecContext(r.ctx, statement, args...)
	return err
}

// columns lists the columns of a table that has to have some, and sees that it is an ordinary one: reading
// anything else could mean running what is in the database.
func (r *reader) columns(table string, needed ...string) ([]string, error) {
	var text string
	err := r.conn.QueryRowContext(r.ctx, "SELECT coalesce(sql, '') FROM main.sqlite_schema WHERE type = 'table' AND name = ?", table).Scan(&text)
	if errors.Is(err, sql.ErrNoRows) {
		return nil, fault.New(fault.Invalid, "the database is no OCEL 2.0 log: it has no table %q", table)
	}
	if err == nil && strings.Contains(strings.ToLower(text[:min(len(text), 40)]), "virtual") {
		err = fault.New(fault.Invalid, "the table %q is a virtual one, which is not read", table)
	}
	var all []string
	if err == nil {
		err = r.each(func(row []sql.RawBytes) error {
			if len(row[1]) != 1 || row[1][0] != '0' {
				return fault.New(fault.Invalid, "the table %q has a computed column %q, which is not read", table, row[0])
			}
			all = append(all, string(row[0]))
			return nil
		}, 2, "SELECT name, hidden FROM pragma_table_xinfo(?, 'main')", table)
	}
	for _, column := range needed {
		if err == nil && !contains(all, column) {
			err = fault.New(fault.Invalid, "the database is no OCEL 2.0 log: its table %q has no column %q", table, column)
		}
	}
	return all, err
}

func contains(columns []string, column string) bool {
	for _, c := range columns {
		if strings.EqualFold(c, column) {
			return true
		}
	}
	return false
}

// each calls take with every row of n values. What it is given holds for the call.
func (r *reader) each(take func(row []sql.RawBytes) error, n int, query string, args ...any) error {
	rows, err := r.conn.QueryContext(r.ctx, query, args...)
	if err != nil {
		return err
	}
	defer rows.Close()
	row := make([]sql.RawBytes, n)
	into := make([]any, n)
	for i := range row {
		into[i] = &row[i]
	}
	for rows.Next() {
		if err := rows.Scan(into...); err != nil {
			return err
		}
		if err := take(row); err != nil {
			return err
		}
	}
	return rows.Err()
}

func (r *reader) types() error {
	return r.each(func(row []sql.RawBytes) error {
		r.log.Type(row[0])
		return nil
	}, 1, "SELECT CAST(ocel_type AS TEXT) FROM main.object_map_type")
}

func (r *reader) objects() error {
	return r.each(func(row []sql.RawBytes) error {
		return r.log.Object(row[0], row[1])
	}, 2, "SELECT CAST(ocel_id AS TEXT), CAST(ocel_type AS TEXT) FROM main.object WHERE ocel_id IS NOT NULL")
}

// The characters between the keys and values of properties: ASCII's unit and record separators.
const (
	unitSeparator   = "\x1f"
	recordSeparator = "\x1e"
)

// moments gathers when each event was from the tables of the event types.
func (r *reader) moments() error {
	var tables []string
	err := r.each(func(row []sql.RawBytes) error {
		tables = append(tables, "event_"+string(row[0]))
		return nil
	}, 1, "SELECT CAST(ocel_type_map AS TEXT) FROM main.event_map_type WHERE ocel_type_map IS NOT NULL")
	if err != nil {
		return err
	}
	for _, table := range tables {
		columns, err := r.columns(table, "ocel_id", "ocel_time")
		if err != nil {
			return err
		}
		if len(columns) > columnsMax {
			return fault.New(fault.Invalid, "the table %q has more than %d columns", table, columnsMax)
		}
		err = r.exec("INSERT OR IGNORE INTO temp.moment SELECT CAST(ocel_id AS TEXT), CAST(ocel_time AS TEXT), " +
			r.packed(columns) + " FROM main." + quoted(table) + " WHERE ocel_id IS NOT NULL")
		if err != nil {
			return err
		}
	}
	return nil
}

// packed is an expression of the columns that are properties, as one text.
func (r *reader) packed(columns []string) string {
	parts := []string{"''"}
	for _, column := range columns {
		if !r.o.Properties || strings.EqualFold(column, "ocel_id") || strings.EqualFold(column, "ocel_time") {
			continue
		}
		key := strings.ReplaceAll(column, "'", "''")
		parts = append(parts, fmt.Sprintf("coalesce('%s%s' || substr(CAST(%s AS TEXT), 1, %d) || '%s', '')",
			key, unitSeparator, quoted(column), event.ValueBytesMax+1, recordSeparator))
	}
	return strings.Join(parts, " || ")
}

// quoted is a name in SQL.
func quoted(name string) string {
	return `"` + strings.ReplaceAll(name, `"`, `""`) + `"`
}

// relations gathers which objects an event names, each once.
func (r *reader) relations() error {
	return r.exec(`INSERT OR IGNORE INTO temp.names SELECT CAST(ocel_event_id AS TEXT), CAST(ocel_object_id AS TEXT)
		FROM main.event_object WHERE ocel_event_id IS NOT NULL AND ocel_object_id IS NOT NULL`)
}

// events hands on the events with what was gathered.
func (r *reader) events() error {
	var id, kind []byte
	open := false
	end := func() error {
		if !open {
			return nil
		}
		return r.log.Event(id, kind)
	}
	err := r.each(func(row []sql.RawBytes) error {
		if open && bytes.Equal(row[0], id) {
			return r.log.Relation(row[4])
		}
		if err := end(); err != nil {
			return err
		}
		open, id, kind = true, append(id[:0], row[0]...), append(kind[:0], row[1]...)
		if err := r.log.Time(row[2]); err != nil {
			return err
		}
		if err := r.properties(row[3]); err != nil {
			return err
		}
		return r.log.Relation(row[4])
	}, 5, `SELECT e.ocel_id, CAST(e.ocel_type AS TEXT), m.time, m.props, n.object FROM main.event e
		CROSS JOIN temp.names n ON n.event = CAST(e.ocel_id AS TEXT) LEFT JOIN temp.moment m ON m.id = n.event ORDER BY e.rowid`)
	if err != nil {
		return err
	}
	return end()
}

func (r *reader) properties(packed []byte) error {
	for len(packed) > 0 {
		one, rest, _ := bytes.Cut(packed, []byte(recordSeparator))
		key, value, _ := bytes.Cut(one, []byte(unitSeparator))
		if err := r.log.Property(key, value); err != nil {
			return err
		}
		packed = rest
	}
	return nil
}
