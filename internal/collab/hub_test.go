package collab_test

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"go.uber.org/goleak"

	"klantreis/internal/collab"
	"klantreis/internal/demo"
	"klantreis/internal/edit"
	"klantreis/internal/fault"
	"klantreis/internal/store/docdb"
)

func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }

// failing is a store whose writes can be made to fail, as on a full disk.
type failing struct {
	collab.Store
	fails atomic.Bool
}

func (f *failing) Write(ctx context.Context, b collab.Batch) error {
	if f.fails.Load() {
		return fault.New(fault.Unavailable, "the disk is full")
	}
	return f.Store.Write(ctx, b)
}

func at() time.Time { return time.Date(2026, 8, 1, 9, 0, 0, 0, time.UTC) }

// open gives a hub over a real store that holds the first demo workspace.
func open(t testing.TB) (*collab.Hub, *failing) {
	t.Helper()
	db, err := docdb.Open(t.Context(), t.TempDir(), docdb.Options{})
	if err != nil {
		t.Fatal(err)
	}
	store := &failing{Store: db}
	hub := collab.NewHub(store, at)
	t.Cleanup(func() {
		hub.Close()
		if err := db.Close(); err != nil {
			t.Error(err)
		}
	})
	examples, err := demo.Workspaces()
	if err != nil {
		t.Fatal(err)
	}
	if err := hub.Create(t.Context(), contentsOf(examples[0])); err != nil {
		t.Fatal(err)
	}
	return hub, store
}

func retitle(client string, n int64, id, text string) *edit.Transaction {
	value, err := json.Marshal(text)
	if err != nil {
		panic(err)
	}
	return &edit.Transaction{Client: client, N: n, Ops: []edit.Op{{Verb: edit.Set, ID: id, Key: "title.nl", Value: value}}}
}

func titleOf(t *testing.T, hub *collab.Hub, id string) string {
	t.Helper()
	v, err := hub.Journey(t.Context(), "jo-femke")
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range v.Journey.Cards {
		if c.ID == id {
			return c.Title.NL
		}
	}
	t.Fatalf("card %s is gone", id)
	return ""
}

func TestAFailedCommitChangesNothingAndIsNotAcknowledged(t *testing.T) {
	hub, store := open(t)
	before := titleOf(t, hub, "t-10")
	store.fails.Store(true)
	_, err := hub.Transact(t.Context(), collab.JourneyKind, "jo-femke", "me", retitle("tab", 1, "t-10", "verloren"))
	if fault.CodeOf(err) != fault.Unavailable {
		t.Fatalf("error %v, want unavailable", err)
	}
	if got := titleOf(t, hub, "t-10"); got != before {
		t.Errorf("title is %q although the edit was not stored", got)
	}
	store.fails.Store(false)
	a, err := hub.Transact(t.Context(), collab.JourneyKind, "jo-femke", "me", retitle("tab", 1, "t-10", "bewaard"))
	if err != nil {
		t.Fatalf("after the disk has room again: %v", err)
	}
	if a.Seq != 1 || titleOf(t, hub, "t-10") != "bewaard" {
		t.Errorf("seq %d and title %q, want 1 and the new title", a.Seq, titleOf(t, hub, "t-10"))
	}
}

func TestCreateStoresAllOrNothing(t *testing.T) {
	hub, _ := open(t)
	before, err := hub.Documents(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	examples, err := demo.Workspaces()
	if err != nil {
		t.Fatal(err)
	}
	mortgage := contentsOf(examples[1])
	taken := collab.Contents{Workspace: mortgage.Workspace, Journeys: slices.Clone(mortgage.Journeys)}
	last := *taken.Journeys[0]
	last.ID = "jo-femke"
	taken.Journeys = append(taken.Journeys, &last)
	if err := hub.Create(t.Context(), taken); fault.CodeOf(err) != fault.Conflict {
		t.Errorf("error %v, want conflict: the last id is taken", err)
	}
	after, err := hub.Documents(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if len(after) != len(before) {
		t.Errorf("%d documents after it, want %d: what came before the refused one was kept", len(after), len(before))
	}
	if err := hub.Create(t.Context(), mortgage); err != nil {
		t.Errorf("without the taken id: %v", err)
	}
}

func TestManyWritersGetSeqsWithoutGaps(t *testing.T) {
	hub, _ := open(t)
	const writers, each = 16, 40
	var mu sync.Mutex
	var seqs []int64
	var wait sync.WaitGroup
	for w := range writers {
		wait.Go(func() {
			for n := int64(1); n <= each; n++ {
				a, err := hub.Transact(t.Context(), collab.JourneyKind, "jo-femke", "me", retitle(fmt.Sprint("tab-", w), n, "t-10", fmt.Sprint(w, n)))
				if err != nil {
					t.Error(err)
					return
				}
				mu.Lock()
				seqs = append(seqs, a.Seq)
				mu.Unlock()
			}
		})
	}
	wait.Wait()
	slices.Sort(seqs)
	for i, seq := range seqs {
		if seq != int64(i+1) {
			t.Fatalf("seqs %v: want 1 to %d, each once", seqs, writers*each)
		}
	}
}

func TestTheSameTransactionFromTwoSendersIsOne(t *testing.T) {
	hub, _ := open(t)
	var wait sync.WaitGroup
	answers := make([]*collab.Answer, 32)
	for i := range answers {
		wait.Go(func() {
			a, err := hub.Transact(t.Context(), collab.JourneyKind, "jo-femke", "me", retitle("tab", 1, "t-10", "eens"))
			if err != nil {
				t.Error(err)
				return
			}
			answers[i] = a
		})
	}
	wait.Wait()
	for _, a := range answers {
		if a == nil || a.Seq != 1 || !a.Results[0].Applied {
			t.Errorf("answer %+v; want seq 1 for everybody", a)
		}
	}
}

func TestAJourneySeesItsWorkspaceChange(t *testing.T) {
	hub, _ := open(t)
	v, err := hub.Journey(t.Context(), "jo-femke")
	if err != nil {
		t.Fatal(err)
	}
	known := v.Computed.Known
	var ops []edit.Op
	for _, e := range v.Workspace.Evidence {
		ops = append(ops, edit.Op{Verb: edit.Delete, ID: e.ID})
	}
	if _, err := hub.Transact(t.Context(), collab.WorkspaceKind, "ws-bike", "me", &edit.Transaction{Client: "tab", N: 1, Ops: ops}); err != nil {
		t.Fatal(err)
	}
	v, err = hub.Journey(t.Context(), "jo-femke")
	if err != nil {
		t.Fatal(err)
	}
	if known == 0 || v.Computed.Known != 0 {
		t.Errorf("%d cards were known; without evidence %d are, want 0", known, v.Computed.Known)
	}
}

func TestAfterCloseNothingIsTaken(t *testing.T) {
	hub, _ := open(t)
	titleOf(t, hub, "t-10")
	hub.Close()
	_, err := hub.Transact(t.Context(), collab.JourneyKind, "jo-femke", "me", retitle("tab", 1, "t-10", "te laat"))
	if fault.CodeOf(err) != fault.Unavailable {
		t.Errorf("error %v, want unavailable", err)
	}
}

func contentsOf(e demo.Example) collab.Contents {
	return collab.Contents{Workspace: e.Workspace, Journeys: e.Journeys}
}
