package main

import (
	"bytes"
	"encoding/json"
	"io"
	"math"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"klantreis/internal/app"
)

func TestFunnelSteps(t *testing.T) {
	f := func(text string, want ...string) {
		t.Helper()
		got, err := steps(text)
		if err != nil || !slices.Equal(got, want) {
			t.Errorf("%s: %q, %v; want %q", text, got, err, want)
		}
	}
	f("")
	f("A", "A")
	f("A,B,A", "A", "B", "A")
	f(" zien , denken over ", "zien", "denken over")
	f(`"a, b",c`, "a, b", "c")
	f(`c, "a, b"`, "c", "a, b")
	f(`"a, b" , c`, "a, b", "c")
	f(`"say ""hello"", then go"`, `say "hello", then go`)
	f(`" kept "`, " kept ")
	f(`19" wheel,B`, `19" wheel`, "B")
	f("買う,🚲", "買う", "🚲")

	refused := func(text string) {
		t.Helper()
		if got, err := steps(text); err == nil {
			t.Errorf("%s: %q; want an error", text, got)
		}
	}
	refused(",")
	refused("A,")
	refused("A,,B")
	refused(`""`)
	refused(`"A`)
	refused(`"A""`)
	refused(`"A"B,C`)
}

func TestFunnelWindow(t *testing.T) {
	f := func(text string, seconds float64) {
		t.Helper()
		got, err := span(text)
		if err != nil || float64(got) != seconds*1e6 {
			t.Errorf("%s: %d µs, %v; want %g s", text, got, err, seconds)
		}
	}
	f("", 0)
	f("30d", 30*86_400)
	f("2w", 14*86_400)
	f("12h", 12*3600)
	f("90m", 5400)
	f("0.5s", 0.5)
	for _, text := range []string{"30", "d", "0d", "-1d", "1y", "NaNd", "Infd", "1e300d", "1 dag", "é"} {
		if got, err := span(text); err == nil {
			t.Errorf("%s: %d; want an error", text, got)
		}
	}
}

// asked runs a command and reads the object that it prints.
func asked(t *testing.T, into any, args ...string) {
	t.Helper()
	var out, errs bytes.Buffer
	if status := run(t.Context(), args, &out, &errs); status != exitDone {
		t.Fatalf("status %d: %s", status, errs.String())
	}
	if err := json.Unmarshal(out.Bytes(), into); err != nil {
		t.Fatal(err)
	}
}

// Whatever is in a log, its numbers add up.
func TestAnalysisAddsUp(t *testing.T) {
	for _, seed := range []string{"1", "2", "3"} {
		log := filepath.Join(t.TempDir(), "made.csv")
		if status := run(t.Context(), []string{"generate", "--events", "3000", "--seed", seed, "-o", log}, io.Discard, io.Discard); status != exitDone {
			t.Fatalf("status %d", status)
		}
		var a app.Analysis
		asked(t, &a, "analyze", log, "--json", "--top", "0")
		transitions, cases, events, share := 0, 0, 0, 0.0
		for _, x := range a.Transitions {
			transitions += x.Count
		}
		for _, v := range a.Variants {
			cases += v.Cases
			events += v.Cases * len(v.Activities)
			share += v.Share
		}
		if a.Log.Events != 3000 || events != 3000 || transitions != 3000-a.Log.Cases {
			t.Errorf("seed %s: %d events, %d in variants, %d transitions, %d cases", seed, a.Log.Events, events, transitions, a.Log.Cases)
		}
		if cases != a.Log.Cases || len(a.Variants) != a.Log.Variants || math.Abs(share-1) > 1e-9 {
			t.Errorf("seed %s: %d of %d cases in %d of %d variants, together %g", seed, cases, a.Log.Cases, len(a.Variants), a.Log.Variants, share)
		}
		if d := a.Durations; !(0 <= d.MedianSeconds && d.MedianSeconds <= d.P90Seconds && d.P90Seconds <= d.MaxSeconds && d.MeanSeconds <= d.MaxSeconds) {
			t.Errorf("seed %s: durations %+v", seed, d)
		}
	}
}

// publicData is a folder with public logs. They are not part of this repository: their licences differ.
func publicData(t *testing.T, name string) string {
	t.Helper()
	folder := os.Getenv("KLANTREIS_REAL_DATA")
	if folder == "" {
		t.Skip("KLANTREIS_REAL_DATA is not set: no public logs to analyse")
	}
	return filepath.Join(folder, name)
}

func TestKnownSizesOfPublicLogs(t *testing.T) {
	f := func(name string, cases, events, activities, variants int, flags ...string) {
		t.Helper()
		var a app.Analysis
		asked(t, &a, append([]string{"analyze", publicData(t, name), "--json"}, flags...)...)
		got, want := [4]int{a.Log.Cases, a.Log.Events, a.Log.Activities, a.Log.Variants}, [4]int{cases, events, activities, variants}
		if got != want {
			t.Errorf("%s: cases, events, activities, variants %v, want %v", name, got, want)
		}
	}
	f("running_example/running-example.xes.gz", 6, 42, 8, 6)
	f("receipt/receipt.xes.gz", 1434, 8577, 27, 116)
	f("sepsis/sepsis.xes.gz", 1050, 15214, 16, 846)
	f("bpic2013_closed/bpic2013_closed.xes.gz", 1487, 6660, 4, 183)
	f("bpic2013_closed/bpic2013_closed.xes.gz", 1487, 6660, 7, 327, "--lifecycle")
	f("bpic2012/bpic2012.xes.gz", 13087, 262_200, 24, 4366)
	f("bpic2014_filtered/BPIC14_f.xes.gz", 41353, 369_485, 9, 14948)
}

// TestKnownResultsOfPublicLog is what was published of the log of a Dutch bank (BPI Challenge 2012).
func TestKnownResultsOfPublicLog(t *testing.T) {
	var a app.Analysis
	asked(t, &a, "analyze", publicData(t, "bpic2012/bpic2012.xes.gz"), "--json", "--lifecycle", "--top", "50", "--funnel",
		"A_SUBMITTED+COMPLETE,A_PARTLYSUBMITTED+COMPLETE,A_PREACCEPTED+COMPLETE,A_ACCEPTED+COMPLETE,A_FINALIZED+COMPLETE,A_APPROVED+COMPLETE")
	for i, want := range []int{13_087, 13_087, 7367, 5113, 5015, 2246} {
		if got := a.Funnel[i].Cases; got != want {
			t.Errorf("%s: %d customers, want %d", a.Funnel[i].Step, got, want)
		}
	}
	for top, want := range map[int]float64{5: .453962, 10: .493238, 20: .526782, 50: .568197} {
		share := 0.0
		for _, v := range a.Variants[:top] {
			share += v.Share
		}
		if math.Abs(share-want) > 5e-7 {
			t.Errorf("the first %d variants have %.6f, want %.6f", top, share, want)
		}
	}
	const day = 86_400
	for _, pair := range [][2]float64{{a.Durations.MeanSeconds, 8.6238}, {a.Durations.MedianSeconds, .8085}, {a.Durations.MaxSeconds, 137.2215}} {
		if math.Abs(pair[0]/day-pair[1]) > 5e-5 {
			t.Errorf("%.4f days, want %.4f", pair[0]/day, pair[1])
		}
	}
}

// One OCEL log in its three encodings tells the same; only its XML and SQLite have the times an hour later.
func TestPublicObjectLogInThreeForms(t *testing.T) {
	var first app.Analysis
	for i, form := range []string{"json/ocel20_example.jsonocel", "xml/ocel20_example.xmlocel", "sqlite/ocel20_example.sqlite"} {
		log := publicData(t, "ocel20_example_"+form)
		var errs bytes.Buffer
		if status := run(t.Context(), []string{"analyze", log}, &bytes.Buffer{}, &errs); status != exitUsage || !strings.Contains(errs.String(), `"Purchase Order"`) {
			t.Errorf("%s without a type: status %d, %s", form, status, errs.String())
		}
		var a app.Analysis
		asked(t, &a, "analyze", log, "--json", "--object-type", "Purchase Order")
		if a.Log.Cases != 2 || a.Log.Events != 5 || a.Log.Variants != 2 {
			t.Errorf("%s: %+v", form, a.Log)
		}
		if a.Log.First, a.Log.Last = "", ""; i == 0 {
			first = a
		} else if !reflect.DeepEqual(a, first) {
			t.Errorf("%s: %+v\nwant %+v", form, a, first)
		}
	}
}
