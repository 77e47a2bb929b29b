package event

import (
	"context"
	"os"
	"path/filepath"
	"testing"
)

// realLog opens a public log. They are not part of this repository: their licences differ.
func realLog(t testing.TB, name string) *os.File {
	t.Helper()
	folder := os.Getenv("KLANTREIS_REAL_DATA")
	if folder == "" {
		t.Skip("KLANTREIS_REAL_DATA is not set: no public logs to read")
	}
	f, err := os.Open(filepath.Join(folder, name))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { f.Close() })
	return f
}

// tally counts what the known results are about.
type tally struct {
	counting
	customers, names map[string]int
}

func (y *tally) Add(batch []Event) error {
	for i := range batch {
		y.customers[batch[i].Customer]++
		y.names[batch[i].Name]++
	}
	return y.counting.Add(batch)
}

func TestPublicLogsHaveTheirKnownSizes(t *testing.T) {
	f := func(name string, o Options, cases, events, names int) {
		t.Helper()
		t.Run(name, func(t *testing.T) {
			y := tally{customers: map[string]int{}, names: map[string]int{}}
			report, err := Decode(context.Background(), realLog(t, name), o, &y)
			if err != nil {
				t.Fatal(err)
			}
			if len(y.customers) != cases || y.events != events || len(y.names) != names {
				t.Errorf("%d cases, %d events, %d activities; want %d, %d, %d", len(y.customers), y.events, len(y.names), cases, events, names)
			}
			if report.Dropped > 0 {
				t.Errorf("%d dropped: %v", report.Dropped, report.Warnings)
			}
		})
	}
	lifecycle := Options{Lifecycle: true}
	f("running_example/running-example.xes.gz", Options{}, 6, 42, 8)
	f("receipt/receipt.xes.gz", Options{}, 1434, 8577, 27)
	f("sepsis/sepsis.xes.gz", Options{}, 1050, 15214, 16)
	f("bpic2013_closed/bpic2013_closed.xes.gz", Options{}, 1487, 6660, 4)
	f("bpic2013_closed/bpic2013_closed.xes.gz", lifecycle, 1487, 6660, 7)
	f("bpic2012/bpic2012.xes.gz", Options{}, 13087, 262200, 24)
	f("bpic2012/bpic2012.xes.gz", lifecycle, 13087, 262200, 36)
	f("bpic2014_filtered/BPIC14_f.xes.gz", Options{}, 41353, 369485, 9)
	f("cjp_synthetic/synthetic_1_delay0.25.csv", Options{Case: "journey_id"}, 10, 6029, 6)
	f("cjp_synthetic/synthetic_1_delay1.0.csv", Options{Case: "journey_id"}, 10, 6029, 6)
}

func BenchmarkPublicXES(b *testing.B) {
	for _, name := range []string{"bpic2012/bpic2012.xes.gz", "bpic2014_filtered/BPIC14_f.xes.gz"} {
		b.Run(filepath.Base(name), func(b *testing.B) {
			f := realLog(b, name)
			total := 0
			for b.Loop() {
				if _, err := f.Seek(0, 0); err != nil {
					b.Fatal(err)
				}
				var c counting
				if _, err := Decode(context.Background(), f, Options{}, &c); err != nil {
					b.Fatal(err)
				}
				total += c.events
			}
			b.ReportMetric(float64(total)/b.Elapsed().Seconds(), "events/s")
		})
	}
}
