package event

import (
	"context"
	"errors"
	"io"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"

	"klantreis/internal/fault"
)

// kept is a sink that keeps what it is given, as a consumer has to: the batch is used again.
type kept struct {
	events []Event
	joins  [][2]string
}

func (k *kept) Add(batch []Event) error {
	for _, ev := range batch {
		ev.Properties = slices.Clone(ev.Properties)
		k.events = append(k.events, ev)
	}
	return nil
}

func (k *kept) Join(from, to string) error {
	k.joins = append(k.joins, [2]string{from, to})
	return nil
}

// counting is a sink that only counts.
type counting struct{ events, joins int }

func (c *counting) Add(batch []Event) error   { c.events += len(batch); return nil }
func (c *counting) Join(string, string) error { c.joins++; return nil }

func decoded(t *testing.T, log string, o Options) (*kept, *Report) {
	t.Helper()
	var k kept
	report, err := Decode(context.Background(), strings.NewReader(log), o, &k)
	if err != nil {
		t.Fatalf("%v\n%s", err, head(log))
	}
	if int64(len(k.events)) != report.Events {
		t.Fatalf("%d events came, the report says %d", len(k.events), report.Events)
	}
	for i := 1; i < len(k.events); i++ {
		if k.events[i].Arrival <= k.events[i-1].Arrival {
			t.Fatalf("event %d arrived before the one before it", i)
		}
	}
	return &k, report
}

// refused checks that a log is refused with a sentence that has want in it, and gives the fault.
func refused(t *testing.T, log io.Reader, o Options, want string) *fault.Error {
	t.Helper()
	_, err := Decode(context.Background(), log, o, &counting{})
	var f *fault.Error
	if !errors.As(err, &f) || f.Code != fault.Invalid && f.Code != fault.TooLarge || !strings.Contains(err.Error(), want) {
		t.Fatalf("got %v; want a fault with %q", err, want)
	}
	if strings.Contains(err.Error(), "\n") || len(err.Error()) > 2000 {
		t.Fatalf("no sentence: %q", err)
	}
	return f
}

func head(s string) string {
	return s[:min(len(s), 300)]
}

// lines writes events for comparison: customer, name, time, channel, properties.
func lines(events []Event) string {
	var b strings.Builder
	for _, ev := range events {
		b.WriteString(ev.Customer + " " + ev.Name + " " + ev.Time.String())
		if ev.Channel != "" {
			b.WriteString(" @" + ev.Channel)
		}
		for _, p := range ev.Properties {
			b.WriteString(" " + p.Key + "=" + p.Value)
		}
		b.WriteByte('\n')
	}
	return b.String()
}

// cpuTime is what the process has used so far: on a machine that does other things as well, the clock would say
// more about those.
func cpuTime(t testing.TB) time.Duration {
	t.Helper()
	var used syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &used); err != nil {
		t.Fatal(err)
	}
	return time.Duration(used.Utime.Nano() + used.Stime.Nano())
}

func codes(r *Report) string {
	var all []string
	for _, w := range r.Warnings {
		all = append(all, w.Code)
	}
	return strings.Join(all, " ")
}
