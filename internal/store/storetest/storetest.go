// Package storetest holds what every document store must keep to: one suite for collab.Store and
// auth.SessionStore, run by the tests of each implementation. Start at [Run]; [Journey] and
// [Apply] make real content for other tests of stores.
package storetest

import (
	"context"
	"fmt"
	"reflect"
	"sync"
	"testing"

	"klantreis/internal/auth"
	"klantreis/internal/collab"
	"klantreis/internal/edit"
	"klantreis/internal/fault"
)

// Store is what is tested.
type Store interface {
	collab.Store
	auth.SessionStore
	Close() error
}

// Run runs the suite. A place is one empty store; what it gives opens that store, again and again.
func Run(t *testing.T, place func(t *testing.T) (open func(t *testing.T) Store)) {
	for name, test := range map[string]func(*testing.T, func(*testing.T) Store){
		"documents are listed in order":        testDocuments,
		"what is not there is not found":       testNotFound,
		"what is there already is a conflict":  testConflict,
		"a batch is stored whole or not":       testWhole,
		"an entry comes back as it was":        testEntry,
		"lookups by client":                    testClients,
		"replay from any snapshot":             testReplay,
		"writers of one document":              testWritersOfOne,
		"a refused batch holds up no other":    testNeighbours,
		"close waits for what was accepted":    testClose,
		"a write that was called off in time":  testCalledOff,
		"the bin":                              testBin,
		"the last workspace stays":             testLastWorkspace,
		"pictures":                             testFiles,
		"pictures go with what shows them":     testFilesOfPurged,
		"deleted for good":                     testPurge,
		"sessions":                             testSessions,
		"sessions that expired are forgotten":  testExpired,
		"documents and sessions stay for good": testReopen,
	} {
		t.Run(name, func(t *testing.T) { test(t, place(t)) })
	}
}

// opened opens the store and closes it after the test.
func opened(t *testing.T, open func(*testing.T) Store) Store {
	t.Helper()
	s := open(t)
	t.Cleanup(func() {
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	})
	return s
}

// workspaceBatch creates a workspace with one small journey.
func workspaceBatch(t *testing.T, workspace, journey string) collab.Batch {
	return collab.Batch{Create: []collab.Created{
		created(workspace, collab.WorkspaceKind, workspace, []byte(`[]`)),
		created(journey, collab.JourneyKind, workspace, Journey(t, journey, 20).State()),
	}}
}

func created(id string, kind collab.Kind, workspace string, state []byte) collab.Created {
	return collab.Created{Info: collab.Info{ID: id, Kind: kind, WorkspaceID: workspace, CreatedAt: Start, UpdatedAt: Start}, State: state}
}

// entry is an entry with one op, for tests that do not look into it.
func entry(seq int64, client string, n int64) collab.Entry {
	return collab.Entry{
		Seq: seq, Client: client, N: n, Actor: "m-1", At: Start,
		Ops: []edit.Op{SetTitle(int(n)%20, fmt.Sprintf("%s %d", client, n))}, Results: []edit.Result{{Applied: true}},
	}
}

func appended(id string, entries ...collab.Entry) collab.Batch {
	return collab.Batch{Append: []collab.Appended{{DocumentID: id, Entries: entries}}}
}

func write(t *testing.T, s Store, batch collab.Batch) {
	t.Helper()
	if err := s.Write(context.Background(), batch); err != nil {
		t.Fatal(err)
	}
}

func wantCode(t *testing.T, want fault.Code, err error) {
	t.Helper()
	if err == nil || fault.CodeOf(err) != want {
		t.Errorf("got %v, want a fault with code %s", err, want)
	}
}

func load(t *testing.T, s Store, id string) *collab.Stored {
	t.Helper()
	stored, err := s.Load(context.Background(), id)
	if err != nil {
		t.Fatal(err)
	}
	return stored
}

// checkLog checks that a log without later snapshots has all seqs from 1 on and agrees with its document.
func checkLog(t *testing.T, stored *collab.Stored, entries int) {
	t.Helper()
	if len(stored.Tail) != entries || stored.Info.Seq != int64(entries) {
		t.Errorf("%d entries and seq %d, want %d", len(stored.Tail), stored.Info.Seq, entries)
	}
	for i, e := range stored.Tail {
		if e.Seq != int64(i)+1 {
			t.Fatalf("entry %d has seq %d", i, e.Seq)
		}
	}
}

func testDocuments(t *testing.T, open func(*testing.T) Store) {
	s := opened(t, open)
	if infos, err := s.Documents(context.Background()); err != nil || len(infos) != 0 {
		t.Fatalf("a new store has %v, %v", infos, err)
	}
	write(t, s, workspaceBatch(t, "w-2", "j-9"))
	write(t, s, workspaceBatch(t, "w-1", "j-1"))
	write(t, s, appended("j-1", entry(1, "a", 1)))
	infos, err := s.Documents(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	var ids []string
	for _, i := range infos {
		ids = append(ids, i.ID)
	}
	if want := []string{"w-2", "w-1", "j-9", "j-1"}; !reflect.DeepEqual(ids, want) {
		t.Errorf("got %v, want %v", ids, want)
	}
	want := collab.Info{ID: "j-1", Kind: collab.JourneyKind, WorkspaceID: "w-1", Seq: 1, CreatedAt: Start, UpdatedAt: Start}
	if infos[3] != want {
		t.Errorf("got %+v, want %+v", infos[3], want)
	}
}

func testNotFound(t *testing.T, open func(*testing.T) Store) {
	s, ctx := opened(t, open), context.Background()
	write(t, s, workspaceBatch(t, "w-1", "j-1"))
	_, err := s.Load(ctx, "j-2")
	wantCode(t, fault.NotFound, err)
	_, err = s.LastOf(ctx, "j-2", "a")
	wantCode(t, fault.NotFound, err)
	_, err = s.EntryOf(ctx, "j-1", "a", 1)
	wantCode(t, fault.NotFound, err)
	wantCode(t, fault.NotFound, s.Write(ctx, appended("j-2", entry(1, "a", 1))))
	for _, workspace := range []string{"w-2", "j-1", "j-2"} {
		batch := collab.Batch{Create: []collab.Created{created("j-2", collab.JourneyKind, workspace, []byte(`[]`))}}
		wantCode(t, fault.NotFound, s.Write(ctx, batch))
	}
}

func testConflict(t *testing.T, open func(*testing.T) Store) {
	s, ctx := opened(t, open), context.Background()
	write(t, s, workspaceBatch(t, "w-1", "j-1"))
	write(t, s, appended("j-1", entry(1, "a", 1), entry(2, "b", 1)))
	ahead := appended("j-1", entry(3, "a", 2))
	ahead.Append[0].Snapshot = &collab.Snapshot{Seq: 4, State: []byte(`[]`)}
	for name, batch := range map[string]collab.Batch{
		"a document with this id":     workspaceBatch(t, "w-2", "j-1"),
		"a seq that is there":         appended("j-1", entry(2, "a", 2)),
		"a seq too far":               appended("j-1", entry(4, "a", 2)),
		"seqs that do not follow on":  appended("j-1", entry(3, "a", 2), entry(5, "a", 3)),
		"a transaction that is there": appended("j-1", entry(3, "b", 1)),
		"a snapshot of the future":    ahead,
	} {
		t.Run(name, func(t *testing.T) { wantCode(t, fault.Conflict, s.Write(ctx, batch)) })
	}
	checkLog(t, load(t, s, "j-1"), 2)
	_, err := s.Load(ctx, "w-2")
	wantCode(t, fault.NotFound, err)
}

func testWhole(t *testing.T, open func(*testing.T) Store) {
	s := opened(t, open)
	write(t, s, workspaceBatch(t, "w-1", "j-1"))
	batch := workspaceBatch(t, "w-2", "j-2")
	batch.Append = append(appended("j-2", entry(1, "a", 1)).Append, appended("j-1", entry(2, "a", 1)).Append...)
	wantCode(t, fault.Conflict, s.Write(context.Background(), batch))
	if infos, err := s.Documents(context.Background()); err != nil || len(infos) != 2 {
		t.Errorf("of a refused batch something was kept: %v, %v", infos, err)
	}
	batch.Append[1].Entries[0].Seq = 1
	write(t, s, batch)
	checkLog(t, load(t, s, "j-1"), 1)
	checkLog(t, load(t, s, "j-2"), 1)
}

func testEntry(t *testing.T, open func(*testing.T) Store) {
	s := opened(t, open)
	write(t, s, workspaceBatch(t, "w-1", "j-1"))
	doc := Journey(t, "j-1", 20)
	want := Apply(doc.Doc, 1, "tab", 1, SetTitle(3, "Ünïcode – “ok”\x00 </script>"), edit.Op{Verb: edit.Delete, ID: "nothing"})
	want.UndoOf = 7
	write(t, s, appended("j-1", want))
	stored := load(t, s, "j-1")
	if !reflect.DeepEqual(stored.Tail, []collab.Entry{want}) {
		t.Errorf("got %+v, want %+v", stored.Tail, want)
	}
	got, err := s.EntryOf(context.Background(), "j-1", "tab", 1)
	if err != nil || !reflect.DeepEqual(*got, want) {
		t.Errorf("got %+v, %v, want %+v", got, err, want)
	}
	if stored.Info.UpdatedAt != want.At || stored.Info.CreatedAt != Start {
		t.Errorf("created %v, updated %v; want %v, %v", stored.Info.CreatedAt, stored.Info.UpdatedAt, Start, want.At)
	}
}

func testClients(t *testing.T, open func(*testing.T) Store) {
	s, ctx := opened(t, open), context.Background()
	write(t, s, workspaceBatch(t, "w-1", "j-1"))
	write(t, s, appended("j-1", entry(1, "a", 1), entry(2, "b", 1), entry(3, "a", 2)))
	last := func(id, client string, want int64) {
		t.Helper()
		if got, err := s.LastOf(ctx, id, client); err != nil || got != want {
			t.Errorf("last of %s in %s is %d, %v; want %d", client, id, got, err, want)
		}
	}
	last("j-1", "a", 2)
	last("j-1", "b", 1)
	last("j-1", "c", 0)
	last("w-1", "a", 0)
	if got, err := s.EntryOf(ctx, "j-1", "a", 2); err != nil || got.Seq != 3 {
		t.Errorf("got %+v, %v", got, err)
	}
	var all sync.WaitGroup
	for range 8 { // one answer for all who ask at once
		all.Go(func() { last("j-1", "a", 2) })
	}
	all.Wait()
}
