package app_test

import (
	"net/http"
	"slices"
	"strings"
	"testing"

	"klantreis/internal/edit"
	"klantreis/internal/search"
)

func (b *browser) search(query string) *search.Found {
	b.t.Helper()
	var f search.Found
	b.get(bike+"/search?"+query, &f)
	return &f
}

func TestSearchLooksThroughAllJourneysAsTheyAreNow(t *testing.T) {
	b, _ := start(t, t.TempDir())
	b.transact(femke, edit.Transaction{Client: "tab", N: 1, Ops: []edit.Op{set("t-10", "title.nl", `"Één heel bijzonder woord"`)}})
	is := func(id string) func(*search.Hit) bool {
		return func(r *search.Hit) bool { return r.TargetID == id }
	}
	if got := b.search("q=EEN+bijzonder+woord"); len(got.Results) != 1 || !is("t-10")(got.Results[0]) || got.Results[0].JourneyID != "jo-femke" || got.More != 0 {
		t.Errorf("found %+v, want the card that was just given the word", got)
	}
	got := b.search("q=klantreizen&lang=nl")
	for _, id := range []string{"jo-femke", "jo-ruud"} {
		if !slices.ContainsFunc(got.Results, is(id)) {
			t.Errorf("%s is not found by \"klantreizen\"", id)
		}
	}
	if !slices.Contains(got.Terms, "customer journey") {
		t.Errorf("the terms are %v, want the English one among them", got.Terms)
	}
	if got := b.search("q="); len(got.Results) != 0 || len(got.Terms) != 0 {
		t.Errorf("nothing finds %+v", got)
	}

	b.want(http.StatusNoContent, http.MethodDelete, femke, "")
	if got := b.search("q=bijzonder+woord"); len(got.Results) != 0 {
		t.Errorf("what is in the bin is found: %+v", got.Results)
	}
	b.want(http.StatusNotFound, http.MethodGet, "/api/v1/workspaces/ws-nowhere/search?q=a", "")
	b.want(http.StatusBadRequest, http.MethodGet, bike+"/search?q=a&lang=fr", "")
	b.search("q=" + strings.Repeat("%C3%A9+", 5000))
}
