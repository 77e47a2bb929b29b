package storetest

import (
	"context"
	"testing"
	"time"

	"klantreis/internal/collab"
	"klantreis/internal/fault"
)

// testBin deletes and restores a journey. In the bin it can be read, with who and when, and not be
// written; afterwards it is as it was.
func testBin(t *testing.T, open func(*testing.T) Store) {
	s, ctx := opened(t, open), context.Background()
	write(t, s, workspaceBatch(t, "w-1", "j-1"))
	write(t, s, appended("j-1", entry(1, "a", 1)))
	before := load(t, s, "j-1").Info
	at := Start.Add(time.Minute)
	do(t, s.Delete(ctx, "j-1", at, "m-1"))

	info := load(t, s, "j-1").Info
	if !info.InBin() || !info.DeletedAt.Equal(at) || info.DeletedBy != "m-1" {
		t.Errorf("in the bin it is %+v; want at %v by m-1", info, at)
	}
	if infos, err := s.Documents(ctx); err != nil || len(infos) != 2 || infos[1] != info {
		t.Errorf("the list is %+v, %v; want what is in the bin too", infos, err)
	}
	wantCode(t, fault.NotFound, s.Delete(ctx, "j-1", at, "m-1"))
	wantCode(t, fault.NotFound, s.Write(ctx, appended("j-1", entry(2, "a", 2))))

	do(t, s.Restore(ctx, "j-1"))
	if after := load(t, s, "j-1").Info; after != before {
		t.Errorf("restored it is %+v, want %+v", after, before)
	}
	wantCode(t, fault.NotFound, s.Restore(ctx, "j-1"))
	write(t, s, appended("j-1", entry(2, "a", 2)))
	for _, err := range []error{s.Delete(ctx, "nothing", at, ""), s.Restore(ctx, "nothing"), s.Purge(ctx, "nothing")} {
		wantCode(t, fault.NotFound, err)
	}
}

// testLastWorkspace deletes workspaces until one is left, also with several who try at once.
func testLastWorkspace(t *testing.T, open func(*testing.T) Store) {
	s, ctx := opened(t, open), context.Background()
	ids := []string{"w-1", "w-2", "w-3"}
	for _, id := range ids {
		write(t, s, collab.Batch{Create: []collab.Created{created(id, collab.WorkspaceKind, id, []byte(`[]`))}})
	}
	answers := make(chan error, len(ids))
	for _, id := range ids {
		go func() { answers <- s.Delete(ctx, id, Start, "") }()
	}
	refused := 0
	for range ids {
		if err := <-answers; err != nil {
			wantCode(t, fault.Conflict, err)
			refused++
		}
	}
	if refused != 1 {
		t.Errorf("%d of 3 workspaces stayed, want 1", refused)
	}
	gone := ids[0]
	if !load(t, s, gone).Info.InBin() {
		gone = ids[1]
	}
	batch := collab.Batch{Create: []collab.Created{created("j-1", collab.JourneyKind, gone, []byte(`[]`))}}
	wantCode(t, fault.NotFound, s.Write(ctx, batch))
}

// testPurge deletes for good, which is possible from the bin alone, and frees the id.
func testPurge(t *testing.T, open func(*testing.T) Store) {
	s, ctx := opened(t, open), context.Background()
	write(t, s, workspaceBatch(t, "w-1", "j-1"))
	write(t, s, workspaceBatch(t, "w-2", "j-2"))
	write(t, s, appended("j-1", entry(1, "a", 1)))
	wantCode(t, fault.NotFound, s.Purge(ctx, "j-1"))
	do(t, s.Delete(ctx, "j-1", Start, ""))
	do(t, s.Purge(ctx, "j-1"))
	_, err := s.Load(ctx, "j-1")
	wantCode(t, fault.NotFound, err)
	wantCode(t, fault.NotFound, s.Restore(ctx, "j-1"))
	write(t, s, collab.Batch{Create: []collab.Created{created("j-1", collab.JourneyKind, "w-1", []byte(`[]`))}})
	checkLog(t, load(t, s, "j-1"), 0)

	do(t, s.Delete(ctx, "w-1", Start, ""))
	do(t, s.Purge(ctx, "w-1"))
	infos, err := s.Documents(ctx)
	if err != nil || len(infos) != 2 || infos[0].ID != "w-2" || infos[1].ID != "j-2" {
		t.Errorf("after a workspace was deleted for good there are %+v, %v; want w-2 and j-2", infos, err)
	}
}

func do(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}
