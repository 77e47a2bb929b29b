package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"klantreis/internal/app"
)

// Tables that are no paths end with a sentence before they fill the memory.
func TestAttributionOfTooMuch(t *testing.T) {
	f := func(want, table string) {
		t.Helper()
		name := filepath.Join(t.TempDir(), "paths.csv")
		if err := os.WriteFile(name, []byte(table), 0o600); err != nil {
			t.Fatal(err)
		}
		var out, errs bytes.Buffer
		status := run(t.Context(), []string{"attribute", name, "--path", "path", "--conversions", "n", "--json"}, &out, &errs)
		if status != exitUsage || out.Len() > 0 || !strings.Contains(errs.String(), want) {
			t.Errorf("status %d, %s%s; want %s", status, out.String(), errs.String(), want)
		}
	}
	f("line 3, column 1: this path has more than 100000 touchpoints", "path;n\na;1\n"+strings.Repeat("a>", 100_000)+"b;1\n")
	var table strings.Builder
	table.WriteString("path;n\n")
	for i := range 65_536 {
		fmt.Fprintf(&table, "t%d;1\n", i)
	}
	f("line 65537, column 1: there are more than 65535 different touchpoints", table.String())
}

// TestKnownAttributionOfPublicPaths holds the command against the results that others computed.
func TestKnownAttributionOfPublicPaths(t *testing.T) {
	var known struct {
		Heur         map[string]map[string]float64
		NoNull       []any `json:"no_null"`
		Null         []any
		Shapley      map[string]float64
		ShapleyValue map[string]float64 `json:"shapley_value"`
	}
	expected, err := os.ReadFile(publicData(t, "channelattribution/expected.json"))
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(expected, &known); err != nil {
		t.Fatal(err)
	}
	args := []string{"attribute", publicData(t, "channelattribution/Data.csv"), "--path", "path", "--conversions", "total_conversions",
		"--value", "total_conversion_value", "--json"}
	for _, chain := range [][]any{known.NoNull, known.Null} {
		var s app.Shares
		asked(t, &s, args...)
		args = append(args, "--nulls", "total_null", "--sep", ";") // for the second time
		if len(s.Channels) != 12 || s.Conversions != 19_785 {
			t.Errorf("%d channels, %g conversions", len(s.Channels), s.Conversions)
		}
		of := func(model int, channel string) float64 { return chain[model].(map[string]any)[channel].(float64) }
		for _, c := range s.Channels {
			h := known.Heur[c.Channel]
			for what, pair := range map[string][2]float64{
				"first": {c.First, h["first"]}, "last": {c.Last, h["last"]}, "linear": {c.Linear, h["linear"]},
				"firstValue": {c.ValueShare.First, h["first_v"]}, "lastValue": {c.ValueShare.Last, h["last_v"]},
				"linearValue": {c.ValueShare.Linear, h["linear_v"]}, "removalEffect": {c.RemovalEffect, of(1, c.Channel)},
				"markov": {c.Markov, of(2, c.Channel)}, "shapley": {c.Shapley, known.Shapley[c.Channel]},
				"shapleyValue": {c.ValueShare.Shapley, known.ShapleyValue[c.Channel]},
			} {
				if math.Abs(pair[0]-pair[1]) > 1e-9*max(1, math.Abs(pair[1])) {
					t.Errorf("%s of %s: %v, want %v", what, c.Channel, pair[0], pair[1])
				}
			}
		}
	}
}
