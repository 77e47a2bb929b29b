package event

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"klantreis/internal/fault"
)

func generated(t testing.TB, r Recipe) []Event {
	t.Helper()
	var k kept
	if err := Generate(context.Background(), r, &k); err != nil {
		t.Fatal(err)
	}
	return k.events
}

func TestGenerateMakesTheSameLogInEitherOrder(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		r := Recipe{Events: rapid.Int64Range(1, 5000).Draw(rt, "events"), Seed: rapid.Uint64().Draw(rt, "seed")}
		byTime := generated(t, r)
		r.ByCustomer = true
		byCustomer := generated(t, r)
		if int64(len(byTime)) != r.Events || int64(len(byCustomer)) != r.Events {
			rt.Fatalf("%d and %d events, want %d", len(byTime), len(byCustomer), r.Events)
		}
		if !slices.IsSortedFunc(byTime, func(a, b Event) int { return int(a.Time - b.Time) }) {
			rt.Fatal("not in the order of time")
		}
		slices.SortStableFunc(byTime, func(a, b Event) int {
			return len(a.Customer)*1e6 - len(b.Customer)*1e6 + strings.Compare(a.Customer, b.Customer)
		})
		for i := range byTime {
			byTime[i].Arrival, byCustomer[i].Arrival = 0, 0
			if lines(byTime[i:i+1]) != lines(byCustomer[i:i+1]) {
				rt.Fatalf("event %d is %v by time and %v by customer", i, byTime[i], byCustomer[i])
			}
		}
	})
}

// A seed means the same log for ever: figures that were measured on one can be measured again.
func TestGenerateStaysTheSame(t *testing.T) {
	var b bytes.Buffer
	w, err := NewWriter("csv", &b)
	if err != nil {
		t.Fatal(err)
	}
	if err := Generate(context.Background(), Recipe{Events: 100_000, Seed: 7}, w); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	sum := sha256.Sum256(b.Bytes())
	if got := hex.EncodeToString(sum[:8]); got != "095d16d2c8fabc15" {
		t.Errorf("the log has the sum %s:\n%s", got, head(b.String()))
	}
}

// A generated log looks like what people do: detours, repeats, events at the same moment, customers who come
// once and customers who come often.
func TestGenerateLooksLikeALog(t *testing.T) {
	events := generated(t, Recipe{Events: 100_000, Seed: 1, ByCustomer: true})
	variants, lengths, names, ties := map[string]int{}, map[int]int{}, map[string]int{}, 0
	for from := 0; from < len(events); {
		to := from + 1
		var path strings.Builder
		path.WriteString(events[from].Name)
		for ; to < len(events) && events[to].Customer == events[from].Customer; to++ {
			path.WriteString(">" + events[to].Name)
			if events[to].Time == events[to-1].Time {
				ties++
			}
		}
		variants[path.String()]++
		lengths[min(to-from, 10)]++
		from = to
	}
	for _, ev := range events {
		names[ev.Name]++
	}
	if len(names) != len(shop) || len(variants) < 5000 || ties < 500 || lengths[1] < 1000 || lengths[10] < 1000 {
		t.Errorf("%d activities, %d variants, %d ties, %d alone, %d long", len(names), len(variants), ties, lengths[1], lengths[10])
	}
	for _, row := range shop {
		if names[row.name] < 50 {
			t.Errorf("%s happens %d times", row.name, names[row.name])
		}
		weight := uint64(0)
		for to, w := range row.next {
			weight += w
			if !slices.ContainsFunc(shop, func(other shopMoment) bool { return other.name == to }) {
				t.Errorf("%s is followed by %q, which is not there", row.name, to)
			}
		}
		if weight > 100 {
			t.Errorf("%s: %d of 100 follow", row.name, weight)
		}
	}
}

func TestGenerateHasLimits(t *testing.T) {
	for _, n := range []int64{0, -1, GeneratedEventsMax + 1} {
		if err := Generate(context.Background(), Recipe{Events: n}, &counting{}); fault.CodeOf(err) != fault.Invalid {
			t.Errorf("%d events: %v", n, err)
		}
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if err := Generate(ctx, Recipe{Events: 10}, &counting{}); !errors.Is(err, context.Canceled) {
		t.Errorf("after the end of the context: %v", err)
	}
}

// What is written is read again as it was, whatever is in it.
func TestLogsThatAreWrittenAreReadAgain(t *testing.T) {
	text := rapid.StringOfN(rapid.RuneFrom([]rune("ab ,;<>&\"'\n\té€")), 1, 10, -1)
	rapid.Check(t, func(t *rapid.T) {
		var want []Event
		for i := range rapid.IntRange(1, 20).Draw(t, "events") {
			want = append(want, Event{
				Customer: "k" + text.Draw(t, "customer"), Name: "n" + text.Draw(t, "name"), Channel: rapid.SampledFrom([]string{"", "web", "a,\"b\""}).Draw(t, "channel"),
				Time: Instant(rapid.Int64Range(int64(firstInstant), int64(lastInstant)).Draw(t, "time")), Arrival: int64(i + 1),
			})
		}
		slices.SortStableFunc(want, func(a, b Event) int { return strings.Compare(a.Customer, b.Customer) })
		for _, form := range []string{"csv", "xes"} {
			var b bytes.Buffer
			w, err := NewWriter(form, &b)
			if err != nil {
				t.Fatal(err)
			}
			if err := errors.Join(w.Add(want), w.Close()); err != nil {
				t.Fatal(err)
			}
			var k kept
			if _, err := Decode(context.Background(), &b, Options{Separator: ',', Quote: '"'}, &k); err != nil {
				t.Fatal(err)
			}
			if got := lines(k.events); got != lines(want) {
				t.Fatalf("%s:\n%swant\n%s", form, got, lines(want))
			}
		}
	})
}

func TestNewWriterKnowsItsForms(t *testing.T) {
	if _, err := NewWriter("xlsx", &bytes.Buffer{}); fault.CodeOf(err) != fault.Invalid {
		t.Error(err)
	}
}
