package app_test

import (
	"encoding/json"
	"net/http"
	"slices"
	"strings"
	"testing"

	"klantreis/internal/app"
	"klantreis/internal/edit"
	"klantreis/internal/fault"
	"klantreis/internal/workspace"
)

// want sends a request, checks the status and gives the id in the answer, if there is one.
func (b *browser) want(status int, method, path, body string) string {
	b.t.Helper()
	got, raw := b.do(method, path, body)
	if got != status {
		b.t.Fatalf("%s %s answered %d: %s; want %d", method, path, got, raw, status)
	}
	var made struct{ ID string }
	if len(raw) > 0 {
		if err := json.Unmarshal(raw, &made); err != nil {
			b.t.Fatal(err)
		}
	}
	return made.ID
}

type binAnswer struct {
	Entries []struct {
		ID, DeletedBy string
		Title         struct{ NL string }
	}
}

type overview struct {
	Workspace *workspace.Workspace
	Journeys  []struct {
		ID, OwnerID, ReviewAt, ReviewRhythm string
		Title                               struct{ NL string }
	}
}

func (b *browser) journeysOf(id string) []string {
	b.t.Helper()
	var w overview
	b.get("/api/v1/workspaces/"+id, &w)
	var ids []string
	for _, j := range w.Journeys {
		ids = append(ids, j.ID)
	}
	return ids
}

// Who looks at a list while somebody deletes sees it with or without what goes, never an error.
func TestListsHoldWhileJourneysGo(t *testing.T) {
	b, _ := start(t, t.TempDir())
	gone := make(chan struct{})
	go func() {
		defer close(gone)
		for range 15 {
			status, raw := b.do(http.MethodPost, femke+"/copies", `{"title":{"nl":"Kopie"},"structureOnly":true}`)
			var made struct{ ID string }
			if err := json.Unmarshal(raw, &made); err != nil || status != http.StatusCreated {
				t.Errorf("copy: %d %s", status, raw)
				return
			}
			if status, raw := b.do(http.MethodDelete, "/api/v1/journeys/"+made.ID, ""); status != http.StatusNoContent {
				t.Errorf("delete: %d %s", status, raw)
			}
		}
	}()
	for n := 0; ; n++ {
		path := []string{"/api/v1/workspaces", bike, bike + "/search?q=fase"}[n%3]
		if status, raw := b.do(http.MethodGet, path, ""); status != http.StatusOK {
			t.Errorf("%s answered %d: %s", path, status, raw)
		}
		select {
		case <-gone:
			return
		default:
		}
	}
}

func TestSummariesNameNestedJourneysOnce(t *testing.T) {
	b, _ := start(t, t.TempDir())
	b.transact(femke, edit.Transaction{Client: "tab", N: 1, Ops: []edit.Op{
		set("t-10", "journeyId", `"jo-ruud"`), set("t-09", "journeyId", `"jo-ruud"`), set("st-care", "journeyId", `"jo-elsewhere"`),
	}})
	var w struct {
		Journeys []struct {
			ID        string
			OpensInto []string
		}
	}
	b.get(bike, &w)
	for _, j := range w.Journeys {
		want := []string{}
		if j.ID == "jo-femke" {
			want = []string{"jo-elsewhere", "jo-ruud"}
		}
		if !slices.Equal(j.OpensInto, want) || j.OpensInto == nil {
			t.Errorf("%s opens into %v, want %v: stages first, each journey once", j.ID, j.OpensInto, want)
		}
	}
}

func TestADeletedJourneyAnswersNowhere(t *testing.T) {
	folder := t.TempDir()
	b, stop := start(t, folder)
	b.transact(femke, edit.Transaction{Client: "tab", N: 1, Ops: []edit.Op{set("t-10", "title.nl", `"Gewijzigd"`)}})
	file := exported(t, folder, "jo-femke")
	b.want(http.StatusBadRequest, "DELETE", femke+"?by=nobody", "")
	b.want(http.StatusNoContent, "DELETE", femke+"?by=m-sanne", "")

	b.want(http.StatusNotFound, "GET", femke, "")
	b.want(http.StatusNotFound, "GET", femke+"/drawing.svg", "")
	b.want(http.StatusNotFound, "POST", femke+"/transactions", `{"client":"tab","n":2,"base":0,"ops":[{"op":"delete","id":"t-10"}]}`)
	b.want(http.StatusNotFound, "POST", femke+"/copies", `{"title":{"nl":"Kopie"}}`)
	b.want(http.StatusNotFound, "DELETE", femke, "")
	if got := b.journeysOf("ws-bike"); !slices.Equal(got, []string{"jo-ruud"}) {
		t.Errorf("the workspace lists %v", got)
	}
	_, err := app.Export(t.Context(), folder, "jo-femke")
	if fault.CodeOf(err) != fault.NotFound || !strings.Contains(err.Error(), "bin") {
		t.Errorf("export: %v; want one sentence that says it is in the bin", err)
	}
	var bin binAnswer
	b.get(bike+"/bin", &bin)
	if len(bin.Entries) != 1 || bin.Entries[0].ID != "jo-femke" || bin.Entries[0].DeletedBy != "m-sanne" || !strings.HasPrefix(bin.Entries[0].Title.NL, "Van eerste rit") {
		t.Errorf("the bin has %+v", bin.Entries)
	}
	stop()
	if _, err := imported(t, folder, file, app.Refuse); fault.CodeOf(err) != fault.Conflict || !strings.Contains(err.Error(), "bin") {
		t.Errorf("import of what is in the bin: %v; want a conflict that says so", err)
	}
	if _, err := imported(t, folder, file, app.Copy); err != nil {
		t.Errorf("import beside what is in the bin: %v", err)
	}

	b, _ = start(t, folder)
	b.want(http.StatusNoContent, "POST", "/api/v1/bin/jo-femke/restore", "")
	if got := card(t, b.journey("jo-femke").Journey, "t-10").Title.NL; got != "Gewijzigd" {
		t.Errorf("after it came back the title is %q", got)
	}
	b.want(http.StatusNotFound, "DELETE", "/api/v1/bin/jo-femke", "")
	b.want(http.StatusNoContent, "DELETE", femke, "")
	b.want(http.StatusNoContent, "DELETE", "/api/v1/bin/jo-femke", "")
	b.want(http.StatusNotFound, "POST", "/api/v1/bin/jo-femke/restore", "")
}

func TestAWorkspaceIsMadeDeletedAndRestored(t *testing.T) {
	folder := t.TempDir()
	b, _ := start(t, folder)
	for _, body := range []string{
		`{"name":" ","locales":["nl"],"currency":"EUR"}`, `{"name":"Zaak","locales":[],"currency":"EUR"}`,
		`{"name":"Zaak","locales":["de"],"currency":"EUR"}`, `{"name":"Zaak","locales":["nl","nl"],"currency":"EUR"}`, `{"name":"Zaak","locales":["nl"],"currency":"euro"}`,
	} {
		b.want(http.StatusBadRequest, "POST", "/api/v1/workspaces", body)
	}
	id := b.want(http.StatusCreated, "POST", "/api/v1/workspaces", `{"name":"Bakkerij","locales":["nl","en"],"currency":"EUR"}`)
	var made overview
	b.get("/api/v1/workspaces/"+id, &made)
	w := made.Workspace
	if w.Name != "Bakkerij" || len(w.Members) != 1 || w.Members[0].Name != "Ik" || w.Members[0].Role != "owner" {
		t.Errorf("the new workspace is %+v", w)
	}
	if n := len(w.Channels); n < 5 || w.Channels[n-1].ID != workspace.ProcessChannelID {
		t.Errorf("its channels are %+v; want the usual ones, and last the one for no channel", w.Channels)
	}

	b.want(http.StatusNoContent, "DELETE", bike, "")
	b.want(http.StatusNotFound, "GET", bike, "")
	b.want(http.StatusNotFound, "GET", femke, "")
	_, err := app.Export(t.Context(), folder, "jo-femke")
	if fault.CodeOf(err) != fault.NotFound || !strings.Contains(err.Error(), "bin") {
		t.Errorf("export of a journey of it: %v; want one sentence that says where it is", err)
	}
	b.want(http.StatusNoContent, "DELETE", "/api/v1/workspaces/ws-mortgage", "")
	if status, raw := b.do("DELETE", "/api/v1/workspaces/"+id, ""); status != http.StatusConflict || !strings.Contains(string(raw), "last workspace") {
		t.Errorf("deleting the last one answered %d: %s", status, raw)
	}
	var bin binAnswer
	b.get("/api/v1/bin", &bin)
	if len(bin.Entries) != 2 {
		t.Errorf("in the bin is %+v, want two workspaces", bin.Entries)
	}
	b.want(http.StatusNoContent, "POST", "/api/v1/bin/ws-bike/restore", "")
	if got := b.journey("jo-femke").Seq; got != 0 {
		t.Errorf("seq %d after it came back", got)
	}
}

func TestAJourneyIsCopied(t *testing.T) {
	b, _ := start(t, t.TempDir())
	full := b.want(http.StatusCreated, "POST", femke+"/copies", `{"title":{"nl":"Kopie"}}`)
	bare := b.want(http.StatusCreated, "POST", femke+"/copies", `{"title":{"nl":"Opzet"},"structureOnly":true}`)
	b.want(http.StatusBadRequest, "POST", femke+"/copies", `{"title":{"nl":" "}}`)
	original, c, s := b.journey("jo-femke"), b.journey(full).Journey, b.journey(bare).Journey
	if original.Seq != 0 || len(c.Cards) != len(original.Journey.Cards) || c.Title.NL != "Kopie" || b.journey(full).Computed.Known != original.Computed.Known {
		t.Errorf("the copy has %d cards and title %v; the original is at seq %d", len(c.Cards), c.Title, original.Seq)
	}
	if len(s.Stages) != 4 || len(s.Cards) != 0 || len(s.Scores) != 0 || s.Stages[0].CustomerQuestion != original.Journey.Stages[0].CustomerQuestion {
		t.Errorf("the structure has %d stages, %d cards, %d scores", len(s.Stages), len(s.Cards), len(s.Scores))
	}
	if got := b.journeysOf("ws-bike"); !slices.Equal(got, []string{"jo-femke", "jo-ruud", full, bare}) {
		t.Errorf("the workspace lists %v", got)
	}
}

func TestOwnerAndReviewAreProperties(t *testing.T) {
	b, _ := start(t, t.TempDir())
	a := b.transact(femke, edit.Transaction{Client: "tab", N: 1, Ops: []edit.Op{
		set("jo-femke", "ownerId", `"m-sanne"`), set("jo-femke", "reviewAt", `"2026-09-01"`), set("jo-femke", "reviewRhythm", `"quarterly"`),
		set("jo-femke", "ownerId", `"nobody"`), set("jo-femke", "reviewAt", `"1 september"`), set("jo-femke", "reviewRhythm", `"weekly"`),
	}})
	for i, r := range a.Results {
		if r.Applied != (i < 3) {
			t.Errorf("op %d: %+v", i, r)
		}
	}
	var w overview
	b.get(bike, &w)
	if j := w.Journeys[0]; j.OwnerID != "m-sanne" || j.ReviewAt != "2026-09-01" || j.ReviewRhythm != "quarterly" {
		t.Errorf("in short it is %+v", j)
	}
}

func TestTheExampleIsOpenedOrCopied(t *testing.T) {
	b, _ := start(t, t.TempDir())
	id := b.want(http.StatusCreated, "POST", "/api/v1/workspaces", `{"name":"Bakkerij","locales":["nl"],"currency":"EUR","member":"Fatma"}`)
	example := "/api/v1/workspaces/" + id + "/example"
	if got := b.want(http.StatusOK, "POST", example, ""); got != "jo-femke" {
		t.Errorf("with the demo there it opens %q", got)
	}
	b.want(http.StatusNoContent, "DELETE", bike, "")

	copied := b.want(http.StatusOK, "POST", example, "")
	j := b.journey(copied)
	if copied == "jo-femke" || len(j.Journey.Cards) != 73 || j.Computed.Known != 58 {
		t.Errorf("the copy %s has %d cards, %d of them known; want 73 and 58", copied, len(j.Journey.Cards), j.Computed.Known)
	}
	var w overview
	b.get("/api/v1/workspaces/"+id, &w)
	if len(w.Workspace.Members) < 4 || w.Workspace.Members[0].Name != "Fatma" || len(w.Workspace.Evidence) == 0 || w.Workspace.Name != "Bakkerij" {
		t.Errorf("the workspace has %d members and %d pieces of evidence", len(w.Workspace.Members), len(w.Workspace.Evidence))
	}
	if again := b.want(http.StatusOK, "POST", example, ""); again != copied {
		t.Errorf("the second time it opens %q, want the copy", again)
	}
	b.transact("/api/v1/journeys/"+copied, edit.Transaction{Client: "tab", N: 1, Ops: []edit.Op{set(copied, "title.nl", `"Van ons"`)}})
	if own := b.want(http.StatusOK, "POST", example, ""); own == copied {
		t.Error("a copy that became a journey of their own was taken for the example")
	}
}
