package collab

import (
	"context"
	"fmt"
	"testing"
	"time"

	"klantreis/internal/edit"
	"klantreis/internal/workspace"
)

// logOnly is a store that notes what is written and knows of no client.
type logOnly struct {
	Store
	entries []Entry
}

func (s *logOnly) Write(_ context.Context, b Batch) error {
	for _, a := range b.Append {
		s.entries = append(s.entries, a.Entries...)
	}
	return nil
}

func (s *logOnly) FileIDs(context.Context, string) ([]string, error) { return nil, nil }

func (s *logOnly) LastOf(context.Context, string, string) (int64, error) { return 0, nil }

// A room that has met many clients forgets their numbers, but not while a batch is under way: the
// store cannot answer for it yet.
func TestForgettingClientsForgetsNothingOfABatch(t *testing.T) {
	w, err := workspace.FromWorkspace(&workspace.Workspace{
		ID: "ws", Name: "Winkel", Organisation: workspace.Organisation{Name: "Winkel"}, Locales: []workspace.Locale{"nl"}, Currency: "EUR",
	})
	if err != nil {
		t.Fatal(err)
	}
	store := &logOnly{}
	stored := &Stored{Info: Info{ID: "ws", Kind: WorkspaceKind, WorkspaceID: "ws"}, Snapshot: Snapshot{State: w.State()}}
	r, err := openRoom(t.Context(), stored, nil, NewHub(store, time.Now))
	if err != nil {
		t.Fatal(err)
	}
	for i := range clientsMax - 1 {
		r.last[fmt.Sprint("earlier-", i)] = 1
	}
	var batch []request
	for _, client := range []string{"tab", "other", "tab"} {
		tx := &edit.Transaction{Client: client, N: 1, Ops: []edit.Op{{Verb: edit.Set, ID: "ws", Key: "name", Value: []byte(`"Zaak"`)}}}
		batch = append(batch, request{ctx: t.Context(), tx: tx, answer: make(chan reply, 1)})
	}
	r.serve(batch)
	for i, want := range []int64{1, 2, 1} {
		if got := <-batch[i].answer; got.err != nil || got.answer.Seq != want {
			t.Errorf("answer %d is %+v, %v; want seq %d", i, got.answer, got.err, want)
		}
	}
	if len(store.entries) != 2 {
		t.Errorf("%d entries were stored, want 2: one for each transaction", len(store.entries))
	}
}
