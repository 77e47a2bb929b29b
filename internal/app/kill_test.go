package app_test

import (
	"bufio"
	"context"
	"encoding/json"
	"fmt"
	"log/slog"
	"os"
	"os/exec"
	"strings"
	"sync"
	"sync/atomic"
	"testing"

	"klantreis/internal/app"
	"klantreis/internal/edit"
)

// childFolder names the environment variable that makes this test binary a server.
const childFolder = "KLANTREIS_TEST_SERVE"

func TestMain(m *testing.M) {
	if folder := os.Getenv(childFolder); folder != "" {
		serveUntilKilled(folder)
	}
	os.Exit(m.Run())
}

func serveUntilKilled(folder string) {
	ctx := context.Background()
	a, err := app.Open(ctx, app.Config{Data: folder, Addr: "127.0.0.1:0", Demo: true, Log: slog.New(slog.DiscardHandler)})
	if err != nil {
		fmt.Println(err)
		os.Exit(1)
	}
	fmt.Println(a.Link())
	fmt.Println(a.Run(ctx)) // never returns: the parent kills the process
	os.Exit(1)
}

// acked is what one writer was promised.
type acked struct {
	client string
	cardID string
	n      int64
	seq    int64
}

// TestAcknowledgedEditsSurviveKill kills a server in the middle of writing, several times on the
// same folder, and compares what was acknowledged with what is there after the next start.
func TestAcknowledgedEditsSurviveKill(t *testing.T) {
	folder := t.TempDir()
	cards := []string{"t-01", "t-02", "t-03", "t-04", "t-05", "t-06", "t-07", "t-08"}
	for round, killAfter := range []int64{1, 40, 111, 400} {
		promised := writeAndKill(t, folder, round, cards, killAfter)
		compare(t, folder, promised)
	}
}

// writeAndKill starts a server, lets one writer per card write as fast as it can, and kills the
// server the moment that enough edits were acknowledged.
func writeAndKill(t *testing.T, folder string, round int, cards []string, killAfter int64) []*acked {
	t.Helper()
	child := exec.Command(os.Args[0])
	child.Env = append(os.Environ(), childFolder+"="+folder)
	out, err := child.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := child.Start(); err != nil {
		t.Fatal(err)
	}
	link, err := bufio.NewReader(out).ReadString('\n')
	if err != nil || !strings.HasPrefix(link, "http://") {
		t.Fatalf("the server said %q, %v", link, err)
	}
	b := enter(t, strings.TrimSpace(link))
	var count atomic.Int64
	var kill sync.Once
	var writers sync.WaitGroup
	promised := make([]*acked, len(cards))
	for i, id := range cards {
		promised[i] = &acked{client: fmt.Sprintf("round-%d-writer-%d", round, i), cardID: id}
		writers.Go(func() {
			for write(b, promised[i]) {
				if count.Add(1) >= killAfter {
					kill.Do(func() { _ = child.Process.Kill() })
				}
			}
		})
	}
	writers.Wait()
	if err := child.Wait(); err == nil {
		t.Error("the server ended by itself; it should have been killed")
	}
	return promised
}

// write sends the writer's next edit and remembers what was acknowledged; false when the server is gone.
func write(b *browser, w *acked) bool {
	n := w.n + 1
	body := fmt.Sprintf(`{"client":%q,"n":%d,"base":0,"ops":[{"op":"set","id":%q,"key":"title.nl","value":%q}]}`, w.client, n, w.cardID, title(w.client, n))
	r, err := b.client.Post(b.base+femke+"/transactions", "application/json", strings.NewReader(body))
	if err != nil {
		return false
	}
	defer r.Body.Close()
	var a answer
	if err := json.NewDecoder(r.Body).Decode(&a); err != nil || r.StatusCode != 200 || !a.Results[0].Applied {
		return false
	}
	w.n, w.seq = n, a.Seq
	return true
}

func title(client string, n int64) string { return fmt.Sprintf("%s edit %d", client, n) }

// compare starts the folder again and holds every promise against it.
func compare(t *testing.T, folder string, promised []*acked) {
	t.Helper()
	b, stop := start(t, folder)
	defer stop()
	now := b.journey("jo-femke")
	for _, w := range promised {
		if w.n == 0 {
			continue
		}
		// An edit that was on its way may have become durable without an answer: one more at most.
		got := card(t, now.Journey, w.cardID).Title.NL
		if got != title(w.client, w.n) && got != title(w.client, w.n+1) {
			t.Errorf("card %s reads %q; %q was acknowledged", w.cardID, got, title(w.client, w.n))
		}
		again := b.transact(femke, edit.Transaction{Client: w.client, N: w.n, Ops: []edit.Op{set(w.cardID, "title.nl", `"never applied"`)}})
		if again.Seq != w.seq {
			t.Errorf("edit %d of %s has seq %d now; it was acknowledged with %d", w.n, w.client, again.Seq, w.seq)
		}
	}
	if after := b.journey("jo-femke").Seq; after != now.Seq {
		t.Errorf("asking again about acknowledged edits moved seq from %d to %d", now.Seq, after)
	}
}
