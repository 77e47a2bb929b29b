package app_test

import (
	"encoding/json"
	"net/http"
	"net/url"
	"strings"
	"testing"

	"klantreis/internal/edit"
	"klantreis/internal/exchange"
	"klantreis/internal/journey"
)

// read decodes an answer that must be 200.
func read[T any](t *testing.T, status int, raw []byte) T {
	t.Helper()
	var v T
	if err := json.Unmarshal(raw, &v); err != nil || status != http.StatusOK {
		t.Fatalf("%d %.300s: %v", status, raw, err)
	}
	return v
}

// Another set of stages is planned, carried out in one transaction, and taken back in one.
func TestAnotherSetOfStagesIsOneAct(t *testing.T) {
	b, _ := start(t, t.TempDir())
	type body struct {
		Journey *journey.Journey `json:"journey"`
	}
	now := func() *journey.Journey {
		status, raw := b.do(http.MethodGet, femke, "")
		return read[body](t, status, raw).Journey
	}
	send := func(n, undoOf int64, ops []edit.Op) {
		t.Helper()
		tx, err := json.Marshal(edit.Transaction{Client: "tab", N: n, Ops: ops, UndoOf: undoOf})
		if err != nil {
			t.Fatal(err)
		}
		status, raw := b.do(http.MethodPost, femke+"/transactions", string(tx))
		answer := read[struct {
			Results []edit.Result `json:"results"`
		}](t, status, raw)
		for i, r := range answer.Results {
			if !r.Applied {
				t.Fatalf("op %d was refused: %+v", i, r)
			}
		}
	}
	before := now()
	status, raw := b.do(http.MethodGet, femke+"/stage-sets/five", "")
	plan := read[journey.StageSetPlan](t, status, raw)
	send(1, 0, plan.Ops)
	after := now()
	if after.StageSet != "five" || len(after.Stages) != 5 || len(after.Cards) != len(before.Cards) || len(after.Actions) != len(before.Actions) {
		t.Errorf("there are %d stages, %d cards", len(after.Stages), len(after.Cards))
	}
	status, raw = b.do(http.MethodGet, femke+"/stage-sets/stdc", "")
	send(2, 0, read[journey.StageSetPlan](t, status, raw).Ops)
	if again := now(); again.StageSet != "stdc" || len(again.Stages) != 4 || len(again.Cards) != len(before.Cards) {
		t.Errorf("there are %d stages, %d cards", len(again.Stages), len(again.Cards))
	}
}

func TestTablesAreReadAndNothingIsKept(t *testing.T) {
	b, _ := start(t, t.TempDir())
	const sheet = "\ufeffDatum;Aanvragen;Bezoeken\n1-3-2026;162;900\n2-3-2026;x;800\n"
	status, raw := b.do(http.MethodPost, "/api/v1/tables", sheet)
	table := read[struct {
		Separator, Encoding string
		Header              bool
		Rows                int
		Columns             []exchange.TableColumn
	}](t, status, raw)
	if table.Separator != ";" || !table.Header || table.Rows != 2 || table.Columns[2].Guess != exchange.GuessVisits || table.Columns[0].Samples[0] != "1-3-2026" {
		t.Errorf("got %s", raw)
	}
	measures := func(columns string) (int, []byte) {
		return b.do(http.MethodPost, "/api/v1/tables/measures?"+url.Values{"locale": {"nl"}, "columns": {columns}}.Encode(), sheet)
	}
	status, raw = measures(`{"date":0,"measures":[{"metric":"proefritten","numerator":1,"denominator":2}]}`)
	got := read[exchange.Figures](t, status, raw)
	if len(got.Points) != 1 || got.Points[0].Value != 0.18 || *got.Points[0].N != 900 || len(got.Faults) != 1 || got.Faults[0].Line != 3 {
		t.Errorf("got %s", raw)
	}
	for _, wrong := range []string{`{`, `{"when":0}`, `{"date":0,"measures":[]}`} {
		if status, raw := measures(wrong); status != http.StatusBadRequest || !strings.Contains(string(raw), `"field":"columns`) {
			t.Errorf("%s: %d %s", wrong, status, raw)
		}
	}
	if status, raw := b.do(http.MethodPost, "/api/v1/tables", ""); status != http.StatusBadRequest {
		t.Errorf("nothing: %d %s", status, raw)
	}
	if status, raw := b.do(http.MethodPost, "/api/v1/tables", strings.Repeat("x", exchange.TableBytesMax+1)); status != http.StatusRequestEntityTooLarge {
		t.Errorf("too large: %d %s", status, raw)
	}
}

func TestActionsAsATable(t *testing.T) {
	b, _ := start(t, t.TempDir())
	r, err := b.client.Get(b.base + femke + "/actions.csv?lang=en")
	if err != nil {
		t.Fatal(err)
	}
	r.Body.Close()
	if got := r.Header.Get("Content-Type") + " " + r.Header.Get("Content-Disposition"); got != `text/csv; charset=utf-8 attachment; filename="actions.csv"` {
		t.Errorf("got %s", got)
	}
	_, raw := b.do(http.MethodGet, femke+"/actions.csv", "")
	table, err := exchange.ReadTable(raw)
	if err != nil {
		t.Fatal(err)
	}
	if table.Separator != ";" || len(table.Rows) != 16 || strings.Join(table.Names, ";") != "fase;kanaal;actie;doel;eigenaar;einddatum;status;inspanning" {
		t.Errorf("got %+v", table.Names)
	}
}
