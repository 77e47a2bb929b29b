package storetest

import (
	"context"
	"reflect"
	"slices"
	"testing"
	"time"

	"klantreis/internal/collab"
	"klantreis/internal/edit"
	"klantreis/internal/fault"
	"klantreis/internal/workspace"
)

func picture(workspaceID, id, data string) collab.File {
	return collab.File{
		WorkspaceID: workspaceID, ID: id, Name: "winkel.png", Type: "image/png", Alt: workspace.Text{NL: "De winkel"}, StoredAt: Start, Data: []byte(data),
	}
}

func shelve(t *testing.T, s Store, files ...collab.File) {
	t.Helper()
	write(t, s, collab.Batch{Files: files})
}

func wantFiles(t *testing.T, s Store, workspaceID string, want ...string) {
	t.Helper()
	if got, err := s.FileIDs(context.Background(), workspaceID); err != nil || !slices.Equal(got, want) {
		t.Errorf("%s keeps %v, %v; want %v", workspaceID, got, err, want)
	}
}

// testFiles stores pictures: each belongs to one workspace, comes back as it was, also from a store
// that is opened again, and never changes.
func testFiles(t *testing.T, open func(*testing.T) Store) {
	s, ctx := open(t), context.Background()
	first := workspaceBatch(t, "w-1", "j-1")
	first.Files = []collab.File{picture("w-1", "pic-a", "\x89PNG\x00a")}
	write(t, s, first)
	write(t, s, workspaceBatch(t, "w-2", "j-2"))
	shelve(t, s, picture("w-1", "pic-b", "b"), picture("w-2", "pic-a", "of another workspace"))
	again := picture("w-1", "pic-a", "\x89PNG\x00a")
	again.StoredAt = Start.Add(time.Hour)
	shelve(t, s, again)
	do(t, s.Close())

	s = opened(t, open)
	wantFiles(t, s, "w-1", "pic-a", "pic-b")
	wantFiles(t, s, "w-2", "pic-a")
	if got, err := s.File(ctx, "w-1", "pic-a"); err != nil || !reflect.DeepEqual(*got, again) {
		t.Errorf("got %+v, %v; want %+v", got, err, again)
	}
	_, err := s.File(ctx, "w-2", "pic-b")
	wantCode(t, fault.NotFound, err)
	wantCode(t, fault.Conflict, s.Write(ctx, collab.Batch{Files: []collab.File{picture("w-1", "pic-c", "c"), picture("w-1", "pic-a", "changed")}}))
	for _, nowhere := range []string{"w-3", "j-1"} {
		wantCode(t, fault.NotFound, s.Write(ctx, collab.Batch{Files: []collab.File{picture(nowhere, "pic-a", "a")}}))
	}
	wantFiles(t, s, "w-1", "pic-a", "pic-b")
}

// testFilesOfPurged deletes a journey for good. Of the pictures it pointed to those stay that
// another document of the workspace points to or once did, and those that were sent again since.
func testFilesOfPurged(t *testing.T, open func(*testing.T) Store) {
	s, ctx := opened(t, open), context.Background()
	write(t, s, workspaceBatch(t, "w-1", "j-1"))
	write(t, s, collab.Batch{Create: []collab.Created{created("j-2", collab.JourneyKind, "w-1", Journey(t, "j-2", 20).State())}})
	points := func(id string, seq int64, file string) {
		e := entry(seq, "a", seq)
		e.Ops = append(e.Ops, edit.Op{Verb: edit.Set, ID: "c", Key: "fileId", Value: []byte(`"` + file + `"`)})
		write(t, s, appended(id, e))
	}
	for _, id := range []string{"pic-mine", "pic-once", "pic-persona", "pic-resent", "pic-unused"} {
		shelve(t, s, picture("w-1", id, id))
	}
	for i, id := range []string{"pic-mine", "pic-once", "pic-persona", "pic-resent"} {
		points("j-1", int64(i+1), id)
	}
	points("j-2", 1, "pic-once")
	points("j-2", 2, "pic-unused")
	points("w-1", 1, "pic-persona")

	do(t, s.Delete(ctx, "j-1", Start.Add(time.Minute), ""))
	wantFiles(t, s, "w-1", "pic-mine", "pic-once", "pic-persona", "pic-resent", "pic-unused")
	resent := picture("w-1", "pic-resent", "pic-resent")
	resent.StoredAt = Start.Add(time.Hour)
	shelve(t, s, resent)
	do(t, s.Purge(ctx, "j-1"))
	wantFiles(t, s, "w-1", "pic-once", "pic-persona", "pic-resent", "pic-unused")

	write(t, s, collab.Batch{Create: []collab.Created{created("w-2", collab.WorkspaceKind, "w-2", []byte(`[]`))}})
	do(t, s.Delete(ctx, "w-1", Start.Add(time.Hour), ""))
	do(t, s.Purge(ctx, "w-1"))
	wantFiles(t, s, "w-1")
}
