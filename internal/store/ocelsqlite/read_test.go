package ocelsqlite

import (
	"bytes"
	"context"
	"database/sql"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"klantreis/internal/event"
	"klantreis/internal/fault"
)

// kept is a sink that writes down what it is given.
type kept struct {
	text strings.Builder
	n    int
	fail error
}

func (k *kept) Add(batch []event.Event) error {
	for _, ev := range batch {
		k.n++
		k.text.WriteString(ev.Customer + " " + ev.Name + " " + ev.Time.String() + " " + ev.ID)
		for _, p := range ev.Properties {
			k.text.WriteString(" " + p.Key + "=" + p.Value)
		}
		k.text.WriteByte('\n')
	}
	return k.fail
}

func (k *kept) Join(string, string) error { return nil }

const schema = `
CREATE TABLE event_map_type (ocel_type TEXT, ocel_type_map TEXT);
CREATE TABLE object_map_type (ocel_type TEXT, ocel_type_map TEXT);
CREATE TABLE event (ocel_id TEXT PRIMARY KEY, ocel_type TEXT);
CREATE TABLE object (ocel_id TEXT PRIMARY KEY, ocel_type TEXT);
CREATE TABLE event_object (ocel_event_id TEXT, ocel_object_id TEXT, ocel_qualifier TEXT);
CREATE TABLE event_Place (ocel_id TEXT, ocel_time TIMESTAMP, "the ""shop""" TEXT, price REAL);
CREATE TABLE event_Pay (ocel_id TEXT, ocel_time TIMESTAMP);
INSERT INTO object_map_type VALUES ('Order', 'Order'), ('Item', 'Item');
INSERT INTO event_map_type VALUES ('Place it', 'Place'), ('Pay', 'Pay');
INSERT INTO object VALUES ('o1', 'Order'), ('o2', 'Order'), ('i1', 'Item');
INSERT INTO event VALUES ('e2', 'Pay'), ('e1', 'Place it'), ('e3', 'Pay'), ('e4', 'Pay');
INSERT INTO event_Place VALUES ('e1', '2024-03-31 10:00:00', 'Utrecht', 2.5);
INSERT INTO event_Pay VALUES ('e2', '2024-03-31T12:00:00+02:00'), ('e3', NULL), ('e4', '2024-04-01');
INSERT INTO event_object VALUES ('e1', 'o1', 'a'), ('e1', 'o1', 'b'), ('e1', 'o2', 'a'), ('e1', 'i1', 'a'), ('e2', 'o1', ''),
	('e3', 'o1', ''), ('e4', 'i1', ''), ('e9', 'o1', '');
`

// database makes a log of the statements above and some more.
func database(t testing.TB, more string) []byte {
	t.Helper()
	file := filepath.Join(t.TempDir(), "log.sqlite")
	db, err := sql.Open("sqlite3", file)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := db.Exec("PRAGMA synchronous = OFF; PRAGMA journal_mode = OFF;" + schema + more); err != nil {
		t.Fatal(err)
	}
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func decode(log []byte, o event.Options, sink event.Sink) (*event.Report, error) {
	o.Database = Read
	return event.Decode(context.Background(), bytes.NewReader(log), o, sink)
}

func TestRead(t *testing.T) {
	log := database(t, "")
	f := func(kind, want, warnings string) {
		t.Helper()
		var k kept
		report, err := decode(log, event.Options{ObjectType: kind, Properties: true}, &k)
		if err != nil {
			t.Fatal(err)
		}
		if k.text.String() != want || int64(k.n) != report.Events {
			t.Errorf("%s: got\n%swant\n%s", kind, k.text.String(), want)
		}
		var codes []string
		for _, w := range report.Warnings {
			codes = append(codes, w.Code)
		}
		if got := strings.Join(codes, " "); got != warnings {
			t.Errorf("%s: warnings %q", kind, got)
		}
	}
	// Of the same moment, as they stand in the table of events.
	f("Order", `o1 Pay 2024-03-31T10:00:00Z e2
o1 Place it 2024-03-31T10:00:00Z e1 the "shop"=Utrecht price=2.5
o2 Place it 2024-03-31T10:00:00Z e1 the "shop"=Utrecht price=2.5
`, "events_without_time")
	f("Item", `i1 Place it 2024-03-31T10:00:00Z e1 the "shop"=Utrecht price=2.5
i1 Pay 2024-04-01T00:00:00Z e4
`, "")
}

func TestReadRefuses(t *testing.T) {
	f := func(log []byte, kind, want string) {
		t.Helper()
		var k kept
		_, err := decode(log, event.Options{ObjectType: kind}, &k)
		if fault.CodeOf(err) != fault.Invalid || !strings.Contains(err.Error(), want) || strings.Contains(err.Error(), "\n") {
			t.Errorf("got %v; want a sentence with %q", err, want)
		}
	}
	f(database(t, ""), "", `there are: "Item", "Order"`)
	f(database(t, ""), "Shop", `no objects of type "Shop"`)
	f(database(t, "DROP TABLE event_object"), "Order", `it has no table "event_object"`)
	f(database(t, "DROP TABLE event_Pay"), "Order", `it has no table "event_Pay"`)
	f(database(t, "ALTER TABLE event_Pay RENAME ocel_time TO moment"), "Order", `its table "event_Pay" has no column "ocel_time"`)
	f(database(t, "UPDATE event_Pay SET ocel_time = 'soon' WHERE ocel_id = 'e2'"), "Order", `"soon" is no time of OCEL`)
	f(database(t, `DROP TABLE event_object; CREATE VIEW event_object AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n)
		SELECT 'e1' AS ocel_event_id, i AS ocel_object_id FROM n`), "Order", `it has no table "event_object"`)
	f(database(t, "DROP TABLE object; CREATE VIRTUAL TABLE object USING fts3(ocel_id, ocel_type)"), "Order", `"object" is a virtual one`)
	f(database(t, "ALTER TABLE event ADD COLUMN x AS (hex(ocel_id))"), "Order", `a computed column "x"`)
	log := database(t, "")
	f(log[:5000], "Order", "damaged or no OCEL 2.0 log")
	f(append(bytes.Clone(log[:100]), make([]byte, len(log))...), "Order", "damaged or no OCEL 2.0 log")
}

func TestReadLeavesNothingBehind(t *testing.T) {
	folder := t.TempDir()
	t.Setenv("TMPDIR", folder)
	full := errors.New("full")
	if _, err := decode(database(t, ""), event.Options{ObjectType: "Order"}, &kept{fail: full}); err != full {
		t.Errorf("got %v, want the sink's own error", err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := Read(ctx, bytes.NewReader(database(t, "")), event.Options{ObjectType: "Order"}, &kept{}); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v after the end of the context", err)
	}
	left, err := filepath.Glob(filepath.Join(folder, "klantreis-*"))
	if err != nil || len(left) > 0 {
		t.Errorf("left behind: %v, %v", left, err)
	}
}

func TestPublicDatabases(t *testing.T) {
	folder := os.Getenv("KLANTREIS_REAL_DATA")
	if folder == "" {
		t.Skip("KLANTREIS_REAL_DATA is not set: no public logs to read")
	}
	f := func(name, kind string, want int64) {
		t.Helper()
		log, err := os.ReadFile(filepath.Join(folder, name))
		if err != nil {
			t.Fatal(err)
		}
		report, err := decode(log, event.Options{ObjectType: kind}, &kept{})
		if err != nil || report.Events != want || report.Dropped != 0 {
			t.Errorf("%s: %+v, %v; want %d events", kind, report, err, want)
		}
	}
	f("ocel2_logistics/logistics.sqlite", "Container", 5336)
	f("ocel2_logistics/logistics.sqlite", "Customer Order", 200)
	f("ocel2_logistics/logistics.sqlite", "Truck", 3050)
	f("ocel20_example_sqlite/ocel20_example.sqlite", "Invoice", 9)
	f("ocel20_example_sqlite/ocel20_example.sqlite", "Purchase Order", 5)
}

// FuzzRead changes bytes of a database.
func FuzzRead(f *testing.F) {
	log := database(f, "")
	f.Add(uint16(0), []byte{})
	f.Add(uint16(100), []byte{2, 3})
	f.Add(uint16(4096), []byte("\x0d\x00\x00\x00\xff"))
	f.Fuzz(func(t *testing.T, at uint16, change []byte) {
		changed := bytes.Clone(log)
		copy(changed[int(at)%len(changed):], change)
		_, err := Read(context.Background(), bytes.NewReader(changed), event.Options{ObjectType: "Order", Properties: true}, &kept{})
		if code := fault.CodeOf(err); err != nil && code != fault.Invalid && code != fault.TooLarge {
			t.Fatalf("%s: %v", code, err)
		}
	})
}
