package collab_test

import (
	"fmt"
	"sync"
	"testing"

	"klantreis/internal/collab"
)

// BenchmarkDurableEdits measures edits by 64 writers of one journey who each wait for their answer,
// through ordering, applying, the log on disk, and working out the figures anew. The promise is
// 2,000 a second.
func BenchmarkDurableEdits(b *testing.B) {
	hub, _ := open(b)
	const writers = 64
	var wait sync.WaitGroup
	b.ResetTimer()
	for w := range writers {
		wait.Go(func() {
			client := fmt.Sprint("tab-", w)
			for n := int64(1); n <= int64(b.N/writers)+1; n++ {
				if _, err := hub.Transact(b.Context(), collab.JourneyKind, "jo-femke", "me", retitle(client, n, "t-10", fmt.Sprint(w, n))); err != nil {
					b.Error(err)
					return
				}
			}
		})
	}
	wait.Wait()
	b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "edits/s")
}
