package journey_test

import (
	_ "embed"
	"encoding/json"
	"reflect"
	"testing"

	"klantreis/internal/demo"
	"klantreis/internal/journey"
	"klantreis/internal/workspace"
)

//go:embed testdata/computed.json
var oracleFile []byte

// demoView is one demo journey as a person sees it.
type demoView struct {
	journey *journey.Journey
	refs    *workspace.References
}

// demoViews opens the demo as the program does: through documents.
func demoViews(t testing.TB) []demoView {
	t.Helper()
	examples, err := demo.Workspaces()
	if err != nil {
		t.Fatal(err)
	}
	var views []demoView
	for _, e := range examples {
		w, err := workspace.FromWorkspace(e.Workspace)
		if err != nil {
			t.Fatal(err)
		}
		refs := w.Workspace().References()
		for _, j := range e.Journeys {
			d, err := journey.FromJourney(j, refs)
			if err != nil {
				t.Fatal(err)
			}
			views = append(views, demoView{d.Journey(refs), refs})
		}
	}
	return views
}

// Another program worked out the demo; both must come to the same numbers.
func TestComputeAgreesWithTheOracle(t *testing.T) {
	var oracle map[string]any
	if err := json.Unmarshal(oracleFile, &oracle); err != nil {
		t.Fatal(err)
	}
	views := demoViews(t)
	if len(views) != len(oracle) {
		t.Fatalf("%d journeys in the demo, %d in the oracle", len(views), len(oracle))
	}
	for _, v := range views {
		journey.SameNumbers(t, v.journey.ID, journey.Compute(v.journey), oracle[v.journey.ID])
	}
}

func TestComputeOfTheDemoHasNothingToWarnAbout(t *testing.T) {
	for _, v := range demoViews(t) {
		if w := journey.Compute(v.journey).Warnings; len(w) > 0 {
			t.Errorf("%s: %+v", v.journey.ID, w)
		}
	}
}

func TestComputeNeitherChangesNorDependsOnAnythingElse(t *testing.T) {
	for _, v := range demoViews(t) {
		before, _ := json.Marshal(v.journey)
		first, second := journey.Compute(v.journey), journey.Compute(v.journey)
		after, _ := json.Marshal(v.journey)
		if string(before) != string(after) {
			t.Errorf("%s was changed", v.journey.ID)
		}
		if !reflect.DeepEqual(first, second) {
			t.Errorf("%s came out differently the second time", v.journey.ID)
		}
	}
}

// A list that the JSON promises is never null, also when there is nothing to say.
func TestComputeOfAnEmptyJourneyWritesEmptyLists(t *testing.T) {
	raw, err := json.Marshal(journey.Compute(&journey.Journey{}))
	if err != nil {
		t.Fatal(err)
	}
	var got map[string]any
	if err := json.Unmarshal(raw, &got); err != nil {
		t.Fatal(err)
	}
	for key, value := range got {
		if value == nil {
			t.Errorf("%s is null", key)
		}
	}
}
