package persona_test

import (
	_ "embed"
	"encoding/json"
	"reflect"
	"slices"
	"testing"

	"klantreis/internal/demo"
	"klantreis/internal/journey"
	"klantreis/internal/persona"
	"klantreis/internal/workspace"
)

//go:embed testdata/vectors.json
var vectorsFile []byte

// TestScopeVector is SCOPE-1 of the shared vectors [R15].
func TestScopeVector(t *testing.T) {
	var file struct {
		Vectors []struct {
			ID     string
			Input  []persona.ScopeInput
			Output []persona.ScopeCheck
		}
	}
	if err := json.Unmarshal(vectorsFile, &file); err != nil {
		t.Fatal(err)
	}
	seen := 0
	for _, v := range file.Vectors {
		if v.ID != "SCOPE-1" {
			continue
		}
		for i, in := range v.Input {
			seen++
			if got := persona.CheckScope(in); !reflect.DeepEqual(got, v.Output[i]) {
				t.Errorf("case %d: got %v, want %v", i, got, v.Output[i])
			}
		}
	}
	if seen == 0 {
		t.Fatal("the vector is not there")
	}
}

// TestScopeFlags raises each flag alone; two of them make the scope probably too broad [R14] [R16].
func TestScopeFlags(t *testing.T) {
	narrow := func() persona.ScopeInput {
		return persona.ScopeInput{
			Situations: []string{"become"}, CustomerGroups: []string{"g"}, Products: []string{"p"},
			OutOfScope: []string{"x"}, GroupCriteria: []string{"a", "b"}, ExperienceLevels: []string{"new"},
		}
	}
	f := func(want persona.ScopeFlag, broaden func(*persona.ScopeInput)) {
		t.Helper()
		in := narrow()
		broaden(&in)
		got := persona.CheckScope(in)
		if !slices.Equal(got.Flags, []persona.ScopeFlag{want}) || got.Verdict != "check" {
			t.Errorf("%s: got %v, %s", want, got.Flags, got.Verdict)
		}
	}
	f(persona.MoreThanOneSituation, func(in *persona.ScopeInput) { in.Situations = []string{"become", "be"} })
	f(persona.MoreThanOneGroup, func(in *persona.ScopeInput) { in.CustomerGroups = []string{"g", "h"} })
	f(persona.MoreThanOneProduct, func(in *persona.ScopeInput) { in.Products = []string{"p", "q"} })
	f(persona.NothingOutOfScope, func(in *persona.ScopeInput) { in.OutOfScope = nil })
	f(persona.FewerThanTwoCriteria, func(in *persona.ScopeInput) { in.GroupCriteria = []string{"everyone"} })
	f(persona.MixedExperience, func(in *persona.ScopeInput) { in.ExperienceLevels = []string{"new", "existing"} })

	both := narrow()
	both.OutOfScope, both.GroupCriteria = nil, nil
	if got := persona.CheckScope(both).Verdict; got != "probably_too_broad" {
		t.Errorf("two flags: got %s", got)
	}
}

// TestScopeOfDemo checks the demo's journeys as their author did.
func TestScopeOfDemo(t *testing.T) {
	examples, err := demo.Workspaces()
	if err != nil {
		t.Fatal(err)
	}
	want := map[string]string{"jo-femke": "check", "jo-ruud": "clear", "jo-mortgage": "check"}
	for _, e := range examples {
		for _, j := range e.Journeys {
			if got := persona.ScopeOf(j, e.Workspace); got.Verdict != want[j.ID] {
				t.Errorf("%s: got %s %v, want %s", j.ID, got.Verdict, got.Flags, want[j.ID])
			}
		}
	}
}

// TestApart tells what is proposed as a journey of its own; something always stays behind.
func TestApart(t *testing.T) {
	w := &workspace.Workspace{
		CustomerGroups: []*workspace.CustomerGroup{{ID: "g"}, {ID: "h"}},
		Personas: []*workspace.Persona{
			{ID: "femke", CustomerGroupID: "g", ExperienceLevel: "first_time"},
			{ID: "ruud", CustomerGroupID: "h", ExperienceLevel: "existing"},
		},
	}
	f := func(what string, scope *journey.Scope, want *persona.Apart) {
		t.Helper()
		j := &journey.Journey{CustomerGroupID: "g", PersonaID: "femke", Scope: scope}
		if got := persona.ScopeOf(j, w).Apart; !reflect.DeepEqual(got, want) {
			t.Errorf("%s: got %+v, want %+v", what, got, want)
		}
	}
	f("nothing filled in", nil, nil)
	f("staying goes with who stays",
		&journey.Scope{Situations: []string{"stay", "become", "be"}, ExperienceLevels: []string{"first_time", "existing"}},
		&persona.Apart{Situation: "stay", ExperienceLevels: []string{"existing"}, CustomerGroupID: "h", PersonaID: "ruud"})
	f("the only level stays",
		&journey.Scope{Situations: []string{"become", "stay"}, ExperienceLevels: []string{"existing"}},
		&persona.Apart{Situation: "stay", CustomerGroupID: "h", PersonaID: "ruud"})
	f("levels alone",
		&journey.Scope{ExperienceLevels: []string{"existing", "new"}},
		&persona.Apart{ExperienceLevels: []string{"existing"}, CustomerGroupID: "h", PersonaID: "ruud"})
	f("products alone",
		&journey.Scope{ProductIDs: []string{"p", "q", "r"}},
		&persona.Apart{ProductIDs: []string{"q", "r"}})

	j := &journey.Journey{CustomerGroupID: "g", PersonaID: "ruud"}
	want := &persona.Apart{CustomerGroupID: "h", PersonaID: "ruud"}
	if got := persona.ScopeOf(j, w).Apart; !reflect.DeepEqual(got, want) {
		t.Errorf("a persona of another group: got %+v, want %+v", got, want)
	}
}
