package docdb

import (
	"bufio"
	"bytes"
	"context"
	"fmt"
	"os"
	"os/exec"
	"strings"
	"testing"

	"go.uber.org/goleak"

	"klantreis/internal/collab"
	"klantreis/internal/edit"
	"klantreis/internal/store/storetest"
)

const (
	killDir        = "KLANTREIS_KILL_DIR" // the folder that the child writes to
	killRun        = "KLANTREIS_KILL_RUN" // makes the names of its clients unique
	killDocuments  = 2
	writersPerRoom = 8
	killCards      = 40
	killSnapshots  = 100 // often, so that a kill meets them
)

// TestMain makes this program the child of TestKill when it is told to.
func TestMain(m *testing.M) {
	if dir := os.Getenv(killDir); dir != "" {
		writeUntilKilled(dir, os.Getenv(killRun))
	}
	goleak.VerifyTestMain(m)
}

// receipt is one acknowledged transaction.
type receipt struct {
	document, client string
	n                int64
}

func (r receipt) text() string { return fmt.Sprintf("%s %s %d", r.document, r.client, r.n) }

// writeUntilKilled writes with many clients as fast as it can, pictures too, and prints each
// transaction and picture when, and only when, it was acknowledged.
func writeUntilKilled(dir, run string) {
	var t testing.T // only a failure to open would use it
	db, err := Open(context.Background(), dir, Options{})
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	for d := range killDocuments {
		r := openRoom(&t, db, fmt.Sprint("j-", d), killSnapshots)
		for w := range writersPerRoom {
			go func() {
				client := fmt.Sprintf("run%s-writer%d", run, w)
				for n := int64(1); ; n++ {
					this := receipt{r.id, client, n}
					if err := r.do(client, n, killOps(this, w)...); err != nil {
						fmt.Fprintln(os.Stderr, err)
						os.Exit(1)
					}
					fmt.Println(this.text()) // one write to the pipe: whole or not at all
				}
			}()
		}
	}
	for n := int64(1); ; n++ {
		this := receipt{killShelf, "run" + run, n}
		if err := db.Write(context.Background(), collab.Batch{Files: []collab.File{killFile(this)}}); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		fmt.Println(this.text())
	}
}

const killShelf = "w" // the workspace that the child's pictures belong to

// killFile is a picture, large enough to be on several pages of the database.
func killFile(r receipt) collab.File {
	return collab.File{
		WorkspaceID: r.document, ID: fmt.Sprint(r.client, "-", r.n), Type: "image/png", StoredAt: storetest.Start,
		Data: bytes.Repeat([]byte(r.text()), 2000),
	}
}

// killOps are what a transaction does, so that it can be told afterwards whether all of it is there.
func killOps(r receipt, writer int) []edit.Op {
	card := (writer + int(r.n)*writersPerRoom) % killCards
	return []edit.Op{
		storetest.SetTitle(card, r.text()),
		{Verb: edit.Move, ID: storetest.CardID(card), Pos: &edit.Pos{StageID: "st-1", LaneID: "la-1", Order: 1}},
	}
}

// TestKill kills a writing process with SIGKILL after so many acknowledgements, again and again
// on the same folder, and compares what was acknowledged with what is there.
func TestKill(t *testing.T) {
	dir := t.TempDir()
	db := opened(t, dir, Options{})
	var ids []string
	for d := range killDocuments {
		ids = append(ids, fmt.Sprint("j-", d))
	}
	fill(t, db, storetest.Journey(t, "j", killCards).State(), ids...)
	closed(t, db)
	acknowledged := map[receipt]bool{}
	for run, after := range []int{1, 2, 60, 333, 1000, 2500} {
		for _, r := range killAfter(t, dir, run, after) {
			acknowledged[r] = true
		}
		compare(t, dir, ids, acknowledged)
	}
}

// killAfter starts a child, kills it when it has acknowledged so many transactions, and gives all
// that it acknowledged until it was dead.
func killAfter(t *testing.T, dir string, run, after int) []receipt {
	t.Helper()
	var complaint bytes.Buffer
	child := exec.Command(os.Args[0])
	child.Env = append(os.Environ(), killDir+"="+dir, fmt.Sprintf("%s=%d", killRun, run))
	child.Stderr = &complaint
	out, err := child.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := child.Start(); err != nil {
		t.Fatal(err)
	}
	var receipts []receipt
	for lines := bufio.NewScanner(out); lines.Scan(); {
		var r receipt
		if _, err := fmt.Sscan(lines.Text(), &r.document, &r.client, &r.n); err != nil {
			t.Errorf("the child said %q: %v", lines.Text(), err)
		}
		if receipts = append(receipts, r); len(receipts) == after {
			if err := child.Process.Kill(); err != nil {
				t.Fatal(err)
			}
		}
	}
	if err := child.Wait(); err == nil || len(receipts) < after {
		t.Fatalf("the child ended by itself after %d acknowledgements: %s", len(receipts), &complaint)
	}
	return receipts
}

// compare opens what a killed process left and checks it against what was acknowledged.
func compare(t *testing.T, dir string, ids []string, acknowledged map[receipt]bool) {
	t.Helper()
	db := opened(t, dir, Options{})
	durable := map[receipt]bool{}
	for _, id := range ids {
		stored, err := db.Load(context.Background(), id)
		if err != nil {
			t.Fatal(err)
		}
		log := wholeLog(t, db, id)
		if int64(len(log.Tail)) != stored.Info.Seq {
			t.Errorf("%s is at seq %d and has %d entries", id, stored.Info.Seq, len(log.Tail))
		}
		last := map[string]int64{}
		for i, e := range log.Tail {
			r := receipt{id, e.Client, e.N}
			durable[r] = true
			if e.Seq != int64(i)+1 || e.N != last[e.Client]+1 {
				t.Fatalf("entry %d of %s has seq %d; its client's n is %d after %d", i+1, id, e.Seq, e.N, last[e.Client])
			}
			last[e.Client] = e.N
			if len(e.Results) != 2 || len(e.Ops) < 2 || string(e.Ops[0].Value) != `"`+r.text()+`"` {
				t.Fatalf("entry %d of %s is not complete: %+v", i+1, id, e)
			}
		}
		if !bytes.Equal(storetest.Replay(t, log).State(), storetest.Replay(t, stored).State()) {
			t.Errorf("%s from its snapshot at seq %d is not what its whole log gives", id, stored.Snapshot.Seq)
		}
	}
	for r := range acknowledged {
		if r.document == killShelf {
			f, err := db.File(context.Background(), killShelf, killFile(r).ID)
			durable[r] = err == nil && bytes.Equal(f.Data, killFile(r).Data)
		}
		if !durable[r] {
			t.Errorf("%s was acknowledged and is lost", r.text())
		}
	}
	var sound string
	if err := db.reader.QueryRowContext(context.Background(), "PRAGMA integrity_check").Scan(&sound); err != nil || sound != "ok" {
		t.Errorf("integrity: %s, %v", strings.TrimSpace(sound), err)
	}
	t.Logf("%d acknowledged, %d durable", len(acknowledged), len(durable))
	closed(t, db)
}

// wholeLog gives a document's first snapshot and its log from the beginning.
func wholeLog(t testing.TB, db *DB, id string) *collab.Stored {
	t.Helper()
	ctx := context.Background()
	log := &collab.Stored{}
	const first = `SELECT state FROM snapshots WHERE document_id = $1 AND seq = 0`
	if err := db.reader.QueryRowContext(ctx, first, id).Scan(&log.Snapshot.State); err != nil {
		t.Fatal(err)
	}
	rows, err := db.reader.QueryContext(ctx, selectTail, id, 0)
	if log.Tail, err = collect(rows, err, scanEntry); err != nil {
		t.Fatal(err)
	}
	return log
}
