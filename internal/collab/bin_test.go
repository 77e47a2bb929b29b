package collab_test

import (
	"fmt"
	"strings"
	"sync"
	"testing"

	"klantreis/internal/collab"
	"klantreis/internal/demo"
	"klantreis/internal/fault"
)

func wantNotFound(t *testing.T, what string, err error) {
	t.Helper()
	if fault.CodeOf(err) != fault.NotFound {
		t.Errorf("%s: error %v, want not_found", what, err)
	}
}

// withMortgage gives a hub with both demo workspaces.
func withMortgage(t *testing.T) *collab.Hub {
	t.Helper()
	hub, _ := open(t)
	examples, err := demo.Workspaces()
	if err != nil {
		t.Fatal(err)
	}
	if err := hub.Create(t.Context(), contentsOf(examples[1])); err != nil {
		t.Fatal(err)
	}
	return hub
}

func TestADeletedJourneyIsNowhereUntilItIsRestored(t *testing.T) {
	hub, _ := open(t)
	ctx := t.Context()
	if _, err := hub.Transact(ctx, collab.JourneyKind, "jo-femke", "me", retitle("tab", 1, "t-10", "bewaard")); err != nil {
		t.Fatal(err)
	}
	if err := hub.Delete(ctx, collab.JourneyKind, "jo-femke", "m-sanne"); err != nil {
		t.Fatal(err)
	}
	_, err := hub.Journey(ctx, "jo-femke")
	wantNotFound(t, "reading", err)
	if !strings.Contains(err.Error(), "bin") {
		t.Errorf("%q does not say where it is", err)
	}
	_, err = hub.Transact(ctx, collab.JourneyKind, "jo-femke", "me", retitle("tab", 2, "t-10", "te laat"))
	wantNotFound(t, "editing", err)
	wantNotFound(t, "deleting again", hub.Delete(ctx, collab.JourneyKind, "jo-femke", "m-sanne"))
	if documents, err := hub.Documents(ctx); err != nil || len(documents) != 2 {
		t.Errorf("%d documents, %v; want the workspace and the other journey", len(documents), err)
	}
	list, err := hub.InBin(ctx, "ws-bike")
	if err != nil || len(list) != 1 || list[0].Info.DeletedBy != "m-sanne" || !list[0].Info.DeletedAt.Equal(at()) || !strings.HasPrefix(list[0].Title.NL, "Van eerste rit") {
		t.Errorf("in the bin is %+v, %v", list, err)
	}

	if err := hub.Restore(ctx, "jo-femke"); err != nil {
		t.Fatal(err)
	}
	if got := titleOf(t, hub, "t-10"); got != "bewaard" {
		t.Errorf("the title is %q after it came back", got)
	}
	if _, err = hub.Transact(ctx, collab.JourneyKind, "jo-femke", "me", retitle("tab", 2, "t-10", "weer")); err != nil {
		t.Errorf("editing what came back: %v", err)
	}
	wantNotFound(t, "deleting for good what is not in the bin", hub.Purge(ctx, "jo-femke"))
}

func TestAWorkspaceTakesItsJourneysAlong(t *testing.T) {
	hub := withMortgage(t)
	ctx := t.Context()
	titleOf(t, hub, "t-10")
	for _, id := range []string{"jo-ruud"} {
		if err := hub.Delete(ctx, collab.JourneyKind, id, ""); err != nil {
			t.Fatal(err)
		}
	}
	if err := hub.Delete(ctx, collab.WorkspaceKind, "ws-bike", ""); err != nil {
		t.Fatal(err)
	}
	_, err := hub.Journey(ctx, "jo-femke")
	wantNotFound(t, "a journey of it", err)
	wantNotFound(t, "restoring a journey of it", hub.Restore(ctx, "jo-ruud"))
	wantNotFound(t, "deleting a journey of it for good", hub.Purge(ctx, "jo-ruud"))
	_, err = hub.InBin(ctx, "ws-bike")
	wantNotFound(t, "its bin", err)
	for _, id := range []string{"ws-bike", "jo-femke", "jo-ruud"} {
		if lies, err := hub.Lies(ctx, id); err != nil || !lies {
			t.Errorf("%s lies in the bin: %v, %v", id, lies, err)
		}
	}
	if err := hub.Delete(ctx, collab.WorkspaceKind, "ws-mortgage", ""); fault.CodeOf(err) != fault.Conflict {
		t.Errorf("deleting the last workspace: %v, want conflict", err)
	}
	list, err := hub.InBin(ctx, "")
	if err != nil || len(list) != 1 || list[0].Info.ID != "ws-bike" {
		t.Errorf("the workspaces in the bin are %+v, %v", list, err)
	}
	if err := hub.Restore(ctx, "ws-bike"); err != nil {
		t.Fatal(err)
	}
	titleOf(t, hub, "t-10")
	_, err = hub.Journey(ctx, "jo-ruud")
	wantNotFound(t, "what was deleted by itself", err)
}

func TestWhatIsDeletedForGoodIsGone(t *testing.T) {
	hub := withMortgage(t)
	ctx := t.Context()
	if err := hub.Delete(ctx, collab.WorkspaceKind, "ws-bike", ""); err != nil {
		t.Fatal(err)
	}
	if err := hub.Purge(ctx, "ws-bike"); err != nil {
		t.Fatal(err)
	}
	wantNotFound(t, "restoring", hub.Restore(ctx, "ws-bike"))
	if lies, err := hub.Lies(ctx, "jo-femke"); err != nil || lies {
		t.Errorf("its journey lies in the bin: %v, %v", lies, err)
	}
}

// Writers are at work while the journey is deleted and brought back, again and again: each edit is
// acknowledged and in the log, or refused.
func TestDeletingUnderWriters(t *testing.T) {
	hub, _ := open(t)
	const writers, rounds = 4, 20
	acknowledged := make([]int64, writers)
	done := make(chan struct{})
	var wait sync.WaitGroup
	for w := range writers {
		wait.Go(func() {
			client := fmt.Sprint("tab-", w)
			for n := int64(1); ; {
				_, err := hub.Transact(t.Context(), collab.JourneyKind, "jo-femke", "me", retitle(client, n, "t-10", fmt.Sprint(w, n)))
				switch {
				case err == nil:
					acknowledged[w] = n
					n++
				case fault.CodeOf(err) != fault.NotFound:
					t.Error(err)
					return
				}
				select {
				case <-done:
					return
				default:
				}
			}
		})
	}
	for range rounds {
		if err := hub.Delete(t.Context(), collab.JourneyKind, "jo-femke", ""); err != nil {
			t.Error(err)
		}
		if _, err := hub.Journey(t.Context(), "jo-femke"); fault.CodeOf(err) != fault.NotFound {
			t.Errorf("after it was deleted: %v, want not_found", err)
		}
		if err := hub.Restore(t.Context(), "jo-femke"); err != nil {
			t.Error(err)
		}
	}
	close(done)
	wait.Wait()
	v, err := hub.Journey(t.Context(), "jo-femke")
	if err != nil {
		t.Fatal(err)
	}
	var sum int64
	for _, n := range acknowledged {
		sum += n
	}
	if v.Seq != sum {
		t.Errorf("seq %d after %d edits that were acknowledged", v.Seq, sum)
	}
}
