package journey_test

import (
	"strings"
	"testing"

	"klantreis/internal/edit"
)

func TestFramePropertiesAreKept(t *testing.T) {
	d := openSmall(t)
	ops := []edit.Op{
		set("jo", "language", `"nl"`), set("jo", "timeSpent", `7.5`), set("jo", "principleIds", `["gp-1"]`),
		set("jo", "plan", `[{"step": {"nl": "Panel"}, "due": "2026-02-01", "ownerId": "m-1", "status": "doing"}]`),
		set("s1", "colour", `"teal"`), set("s1", "customerGoal.nl", `"Snel weten"`), set("s1", "journeyId", `"elsewhere"`),
		set("s2", "audience", `{"name": {"nl": "Twijfelaars"}, "parentStageId": "s1", "status": "guess"}`),
		set("c1", "fileId", `"f-1"`), set("c1", "alt.nl", `"Een etalage"`), set("c1", "experienceLevel", `"new"`), set("c1", "guidesToStageId", `"s2"`),
		set("a1", "basedOn", `["b1"]`),
		set("w1", "audience", `"team"`),
	}
	for i, r := range d.Apply(&edit.Transaction{Client: "tab", N: 1, Ops: ops}, small{}).Results {
		if !r.Applied {
			t.Errorf("%s of %s was refused: %s", ops[i].Key, ops[i].ID, r.Reason)
		}
	}
	j := d.Journey(small{})
	if j.Plan[0].Status != "doing" || j.Stages[1].Audience.ParentStageID != "s1" || j.Cards[0].FileID != "f-1" || j.Views[0].Audience != "team" {
		t.Errorf("not everything was kept: %+v", j)
	}
}

func TestFramePropertiesAreChecked(t *testing.T) {
	tests := map[string]struct {
		op   edit.Op
		want string
	}{
		"colour":             {set("s1", "colour", `"pink"`), "pink"},
		"interest":           {set("c1", "interest", `101`), "101"},
		"someone else's":     {set("d1", "guidesToStageId", `"s2"`), "guidesToStageId"},
		"a stage that isn't": {set("c1", "guidesToStageId", `"s9"`), "s9"},
		"plan":               {set("jo", "plan", `[{"step": {"nl": "Panel"}, "status": "later"}]`), "later"},
		"view":               {set("w1", "audience", `"press"`), "press"},
		"comparison":         {set("c1", "better.nl", `"Alles"`), "better"},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			r := openSmall(t).Apply(&edit.Transaction{Client: "tab", N: 1, Ops: []edit.Op{test.op}}, small{}).Results[0]
			if r.Applied || !strings.Contains(r.Reason, test.want) {
				t.Errorf("want a refusal that names %q, got %+v", test.want, r)
			}
		})
	}
}
