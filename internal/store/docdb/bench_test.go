package docdb

import (
	"context"
	"fmt"
	"slices"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"klantreis/internal/collab"
	"klantreis/internal/store/storetest"
)

const (
	benchWriters   = 64
	benchCards     = 500
	benchSnapshots = 500 // as collaboration is designed
)

// BenchmarkEdits measures durable edits: 64 writers, each of which waits for its
// acknowledgement before it goes on. To hold: at least 2,000 a second.
func BenchmarkEdits(b *testing.B) {
	for _, documents := range []int{1, 8, benchWriters} {
		b.Run(fmt.Sprintf("documents=%d", documents), func(b *testing.B) {
			db := opened(b, b.TempDir(), Options{})
			var ids []string
			for d := range documents {
				ids = append(ids, fmt.Sprint("j-", d))
			}
			fill(b, db, storetest.Journey(b, "j", benchCards).State(), ids...)
			var rooms []*room
			for _, id := range ids {
				rooms = append(rooms, openRoom(b, db, id, benchSnapshots))
			}
			measureEdits(b, rooms)
			for _, r := range rooms {
				close(r.in)
			}
		})
	}
}

func measureEdits(b *testing.B, rooms []*room) {
	var all sync.WaitGroup
	var started atomic.Int64
	waits := make([][]time.Duration, benchWriters)
	b.ResetTimer()
	for w := range benchWriters {
		all.Go(func() {
			client := fmt.Sprint("w", w)
			for n := int64(1); started.Add(1) <= int64(b.N); n++ {
				before := time.Now()
				if err := rooms[w%len(rooms)].do(client, n, storetest.SetTitle(w, fmt.Sprintf("Titel %d", n))); err != nil {
					b.Error(err)
					return
				}
				waits[w] = append(waits[w], time.Since(before))
			}
		})
	}
	all.Wait()
	b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "edits/s")
	together := slices.Concat(waits...)
	slices.Sort(together)
	b.ReportMetric(float64(together[len(together)/2].Microseconds())/1000, "p50-ms")
	b.ReportMetric(float64(together[len(together)*99/100].Microseconds())/1000, "p99-ms")
}

// BenchmarkLoad measures what it takes to open a document: reading it, and with its replay. The
// tail is the longest that can be between two snapshots.
func BenchmarkLoad(b *testing.B) {
	const tail = 499
	for _, cards := range []int{benchCards, 2000} {
		db := opened(b, b.TempDir(), Options{})
		doc := storetest.Journey(b, "j", cards)
		fill(b, db, doc.State(), "j")
		a := collab.Appended{DocumentID: "j"}
		for seq := int64(1); seq <= tail; seq++ {
			a.Entries = append(a.Entries, storetest.Apply(doc.Doc, seq, "c", seq, storetest.SetTitle(int(seq)%cards, "Titel")))
		}
		if err := db.Write(context.Background(), collab.Batch{Append: []collab.Appended{a}}); err != nil {
			b.Fatal(err)
		}
		read := func(b *testing.B) *collab.Stored {
			stored, err := db.Load(context.Background(), "j")
			if err != nil {
				b.Fatal(err)
			}
			return stored
		}
		b.Run(fmt.Sprintf("read/cards=%d", cards), func(b *testing.B) {
			for b.Loop() {
				read(b)
			}
		})
		b.Run(fmt.Sprintf("open/cards=%d", cards), func(b *testing.B) {
			for b.Loop() {
				storetest.Replay(b, read(b))
			}
		})
	}
}
