package storetest

import (
	"bytes"
	"context"
	"fmt"
	"math/rand/v2"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"klantreis/internal/auth"
	"klantreis/internal/collab"
	"klantreis/internal/fault"
)

// testReplay edits one journey at random, and stores it three times: without snapshots, with some,
// and with one at each seq. At each seq all three open to the same bytes.
func testReplay(t *testing.T, open func(*testing.T) Store) {
	s := opened(t, open)
	const cards, steps, seed = 20, 60, 2
	every := map[string]int64{"j-0": 1 << 30, "j-7": 7, "j-1": 1}
	batch := collab.Batch{Create: []collab.Created{created("w-1", collab.WorkspaceKind, "w-1", []byte(`[]`))}}
	doc := Journey(t, "j", cards)
	for id := range every {
		batch.Create = append(batch.Create, created(id, collab.JourneyKind, "w-1", doc.State()))
	}
	write(t, s, batch)
	random := rand.New(rand.NewPCG(seed, seed))
	for seq := int64(1); seq <= steps; seq++ {
		e := Apply(doc.Doc, seq, "tab", seq, randomOps(random, cards, int(seq))...)
		var batch collab.Batch
		for id, n := range every {
			a := collab.Appended{DocumentID: id, Entries: []collab.Entry{e}}
			if seq%n == 0 {
				a.Snapshot = &collab.Snapshot{Seq: seq, State: doc.State()}
			}
			batch.Append = append(batch.Append, a)
		}
		write(t, s, batch)
		for id, n := range every {
			stored := load(t, s, id)
			if stored.Snapshot.Seq != seq/n*n || stored.Info.Seq != seq {
				t.Fatalf("%s is at seq %d with a snapshot of %d, want %d and %d", id, stored.Info.Seq, stored.Snapshot.Seq, seq, seq/n*n)
			}
			if !bytes.Equal(Replay(t, stored).State(), doc.State()) {
				t.Fatalf("seed %d: %s at seq %d is not what was edited", seed, id, seq)
			}
		}
	}
}

// testWritersOfOne lets several writers follow on in one log; who comes late looks again.
func testWritersOfOne(t *testing.T, open func(*testing.T) Store) {
	s := opened(t, open)
	write(t, s, workspaceBatch(t, "w-1", "j-1"))
	const writers, each = 6, 10
	var all sync.WaitGroup
	for w := range writers {
		all.Go(func() {
			for n := int64(1); n <= each; {
				stored, err := s.Load(context.Background(), "j-1")
				if err != nil {
					t.Error(err)
					return
				}
				err = s.Write(context.Background(), appended("j-1", entry(stored.Info.Seq+1, fmt.Sprint("w", w), n)))
				switch {
				case err == nil:
					n++
				case fault.CodeOf(err) != fault.Conflict:
					t.Error(err)
					return
				}
			}
		})
	}
	all.Wait()
	checkLog(t, load(t, s, "j-1"), writers*each)
}

// testNeighbours writes good and impossible batches at once.
func testNeighbours(t *testing.T, open func(*testing.T) Store) {
	s := opened(t, open)
	write(t, s, workspaceBatch(t, "w-1", "j-0"))
	const documents, each = 16, 10
	for d := 1; d < documents; d++ {
		write(t, s, collab.Batch{Create: []collab.Created{created(fmt.Sprint("j-", d), collab.JourneyKind, "w-1", []byte(`[]`))}})
	}
	var all sync.WaitGroup
	for d := range documents {
		id := fmt.Sprint("j-", d)
		all.Go(func() {
			for n := int64(1); n <= each; n++ {
				if err := s.Write(context.Background(), appended(id, entry(n, "good", n))); err != nil {
					t.Errorf("%s, seq %d: %v", id, n, err)
					return
				}
			}
		})
		all.Go(func() {
			for range each {
				wantCode(t, fault.Conflict, s.Write(context.Background(), appended(id, entry(999, "bad", 1))))
			}
		})
	}
	all.Wait()
	for d := range documents {
		checkLog(t, load(t, s, fmt.Sprint("j-", d)), each)
	}
}

// testClose closes the store while writers are at work. What was acknowledged is there afterwards,
// what was refused is not.
func testClose(t *testing.T, open func(*testing.T) Store) {
	s := open(t)
	write(t, s, workspaceBatch(t, "w-1", "j-0"))
	const writers, enough = 8, 40
	for d := 1; d < writers; d++ {
		write(t, s, collab.Batch{Create: []collab.Created{created(fmt.Sprint("j-", d), collab.JourneyKind, "w-1", []byte(`[]`))}})
	}
	var all sync.WaitGroup
	var total atomic.Int64
	under := make(chan struct{})
	acknowledged := make([]int, writers)
	for d := range writers {
		all.Go(func() {
			for {
				n := int64(acknowledged[d] + 1)
				if err := s.Write(context.Background(), appended(fmt.Sprint("j-", d), entry(n, "a", n))); err != nil {
					wantCode(t, fault.Unavailable, err)
					return
				}
				acknowledged[d]++
				if total.Add(1) == enough {
					close(under)
				}
			}
		})
	}
	<-under
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	all.Wait()
	s = opened(t, open)
	for d := range writers {
		checkLog(t, load(t, s, fmt.Sprint("j-", d)), acknowledged[d])
	}
}

func testCalledOff(t *testing.T, open func(*testing.T) Store) {
	s := opened(t, open)
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	wantCode(t, fault.Unavailable, s.Write(ctx, workspaceBatch(t, "w-1", "j-1")))
	if infos, err := s.Documents(context.Background()); err != nil || len(infos) != 0 {
		t.Errorf("something was kept: %v, %v", infos, err)
	}
}

func session(number byte, created time.Time) auth.Session {
	return auth.Session{Hash: auth.Hash{number, 0xff}, CreatedAt: created, ExpiresAt: created.Add(time.Hour)}
}

func testSessions(t *testing.T, open func(*testing.T) Store) {
	s, ctx := opened(t, open), context.Background()
	want := session(1, Start)
	_, err := s.Session(ctx, want.Hash)
	wantCode(t, fault.NotFound, err)
	if err := s.SaveSession(ctx, want); err != nil {
		t.Fatal(err)
	}
	if got, err := s.Session(ctx, want.Hash); err != nil || got != want {
		t.Errorf("got %+v, %v, want %+v", got, err, want)
	}
	wantCode(t, fault.Conflict, s.SaveSession(ctx, want))
}

func testExpired(t *testing.T, open func(*testing.T) Store) {
	s, ctx := opened(t, open), context.Background()
	old, young, now := session(1, Start), session(2, Start.Add(time.Minute)), session(3, Start.Add(time.Hour))
	for _, one := range []auth.Session{old, young, now} {
		if err := s.SaveSession(ctx, one); err != nil {
			t.Fatal(err)
		}
	}
	_, err := s.Session(ctx, old.Hash)
	wantCode(t, fault.NotFound, err)
	if _, err := s.Session(ctx, young.Hash); err != nil {
		t.Error(err)
	}
}

func testReopen(t *testing.T, open func(*testing.T) Store) {
	s, ctx := open(t), context.Background()
	write(t, s, workspaceBatch(t, "w-1", "j-1"))
	write(t, s, appended("j-1", entry(1, "a", 1), entry(2, "a", 2)))
	if err := s.SaveSession(ctx, session(1, Start)); err != nil {
		t.Fatal(err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	s = opened(t, open)
	checkLog(t, load(t, s, "j-1"), 2)
	if _, err := s.Session(ctx, session(1, Start).Hash); err != nil {
		t.Error(err)
	}
	write(t, s, appended("j-1", entry(3, "a", 3)))
	checkLog(t, load(t, s, "j-1"), 3)
}
