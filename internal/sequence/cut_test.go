package sequence_test

import (
	"context"
	"encoding/csv"
	"math"
	"os"
	"path/filepath"
	"reflect"
	"sort"
	"strconv"
	"testing"

	"pgregory.net/rapid"

	"klantreis/internal/analytics/memsource"
	"klantreis/internal/analytics/sourcetest"
	"klantreis/internal/event"
	"klantreis/internal/sequence"
)

func TestCutEqualsOracle(t *testing.T) {
	ctx := context.Background()
	rapid.Check(t, func(t *rapid.T) {
		log := sourcetest.Draw(t)
		q := sequence.CutQuery{
			Gap:     event.Instant(rapid.IntRange(0, 120).Draw(t, "gap")) * event.Second,
			After:   rapid.SliceOfN(rapid.SampledFrom([]string{"zien", "doen", "nowhere"}), 0, 2).Draw(t, "after"),
			Learned: rapid.IntRange(0, 5).Draw(t, "learned"),
		}
		var plain memsource.Log
		if err := sourcetest.Feed(&plain, log.Steps); err != nil {
			t.Fatal(err)
		}
		want := must(must(plain.Cut(ctx, q))(t).Variants(ctx, sequence.VariantQuery{}))(t)
		cut := must(grow(t, log).Cut(ctx, q))(t)
		got := must(cut.Variants(ctx, sequence.VariantQuery{}))(t)
		if got.Cases != want.Cases || len(want.Top) > 0 && !reflect.DeepEqual(got.Top, want.Top) {
			t.Fatalf("got %+v\nwant %+v", got, want)
		}
		seen := map[string]bool{}
		for c := range cut.Customers() {
			seen[cut.Customer(c)] = true
		}
		if len(seen) != want.Cases {
			t.Fatalf("%d journeys have %d names", want.Cases, len(seen))
		}
	})
}

// TestKnownCuts scores every gap of public logs with true borders by its own length (TAP) and by the mean of its
// pair (LCPAP), and holds the area under the curve against the published one. As published, each row is followed by
// the next of the file, across customers too, and the last by an end: the rows are one sequence.
func TestKnownCuts(t *testing.T) {
	f := func(delay string, tap, lcpap float64) {
		t.Helper()
		names, gaps, borders := realStreams(t, "cjp_synthetic/synthetic_1_delay"+delay+".csv")
		b := sequence.NewBuilder(1)
		var now float64
		names, gaps = append(names, "end"), append(gaps, 0)
		for i, name := range names {
			if err := b.Add([]event.Event{{Customer: "all", Name: name, Time: event.Instant(math.Round(now * 1e6))}}); err != nil {
				t.Fatal(err)
			}
			now += gaps[i]
		}
		mean := map[[2]string]float64{}
		for _, pair := range must(must(b.Build())(t).Transitions(context.Background(), sequence.TransitionQuery{}))(t) {
			mean[[2]string{pair.From, pair.To}] = pair.MeanSeconds
		}
		learned := make([]float64, len(names)-1)
		for i := range learned {
			learned[i] = mean[[2]string{names[i], names[i+1]}]
		}
		if got := areaUnderCurve(gaps[:len(borders)], borders); math.Abs(got-tap) > 5e-5 {
			t.Errorf("TAP, delay %s: %.4f, want %.4f", delay, got, tap)
		}
		if got := areaUnderCurve(learned, borders); math.Abs(got-lcpap) > 5e-5 {
			t.Errorf("LCPAP, delay %s: %.4f, want %.4f", delay, got, lcpap)
		}
	}
	f("0.25", .6079, .8517)
	f("1.0", .8114, .9414)
}

// realStreams gives the rows of a public file by stream and time, with the gap to the next event and whether a
// journey ends there.
func realStreams(t *testing.T, name string) (names []string, gaps []float64, borders []bool) {
	t.Helper()
	folder := os.Getenv("KLANTREIS_REAL_DATA")
	if folder == "" {
		t.Skip("KLANTREIS_REAL_DATA is not set: no public data to read")
	}
	file := must(os.Open(filepath.Join(folder, name)))(t)
	defer file.Close()
	rows := must(csv.NewReader(file).ReadAll())(t)
	at := map[string]int{}
	for i, column := range rows[0] {
		at[column] = i
	}
	rows = rows[1:]
	number := func(row []string, column string) float64 {
		f, err := strconv.ParseFloat(row[at[column]], 64)
		if err != nil {
			return math.NaN()
		}
		return f
	}
	sort.SliceStable(rows, func(a, b int) bool {
		if x, y := rows[a][at["journey_id"]], rows[b][at["journey_id"]]; x != y {
			return x < y
		}
		return number(rows[a], "timestamp") < number(rows[b], "timestamp")
	})
	var kept [][]string
	for _, row := range rows {
		if !math.IsNaN(number(row, "time_diff")) {
			kept = append(kept, row)
		}
	}
	for i, row := range kept {
		names = append(names, row[at["event"]])
		gaps = append(gaps, number(row, "time_diff"))
		borders = append(borders, i+1 == len(kept) || row[at["case"]] != kept[i+1][at["case"]])
	}
	return names, gaps, borders
}

// areaUnderCurve is the probability that a border has a higher score than another place, ties counting half.
func areaUnderCurve(scores []float64, border []bool) float64 {
	order := make([]int, len(scores))
	for i := range order {
		order[i] = i
	}
	sort.Slice(order, func(a, b int) bool { return scores[order[a]] < scores[order[b]] })
	ranks, borders := 0.0, 0.0
	for i := 0; i < len(order); {
		j := i
		for j < len(order) && scores[order[j]] == scores[order[i]] {
			j++
		}
		for _, place := range order[i:j] {
			if border[place] {
				ranks += float64(i+j+1) / 2
				borders++
			}
		}
		i = j
	}
	return (ranks - borders*(borders+1)/2) / (borders * (float64(len(scores)) - borders))
}
