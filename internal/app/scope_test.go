package app_test

import (
	"testing"

	"klantreis/internal/edit"
	"klantreis/internal/persona"
)

type scopeAnswer struct{ ScopeCheck *persona.ScopeCheck }

// TestScopeCheckComesWithTheJourney follows the verdict through an edit of the scope.
func TestScopeCheckComesWithTheJourney(t *testing.T) {
	b, _ := start(t, t.TempDir())
	verdict := func() string {
		t.Helper()
		var a scopeAnswer
		b.get(femke, &a)
		if a.ScopeCheck == nil {
			t.Fatal("the journey came without its scope check")
		}
		return a.ScopeCheck.Verdict
	}
	if got := verdict(); got != "check" {
		t.Errorf("the demo's scope is %q, want check", got)
	}
	a := b.transact(femke, edit.Transaction{Client: "tab", N: 1, Ops: []edit.Op{
		set("jo-femke", "scope.outOfScope", `[]`),
		set("jo-femke", "scope.inScope", `[{"text":{"nl":"Lease"},"type":"group","journeyId":"jo-ruud"}]`),
	}})
	if !a.Results[0].Applied || !a.Results[1].Applied {
		t.Fatalf("the edit was refused: %+v", a.Results)
	}
	if a.ScopeCheck == nil || a.ScopeCheck.Verdict != "probably_too_broad" {
		t.Errorf("after the edit the answer says %+v", a.ScopeCheck)
	}
	if got := verdict(); got != "probably_too_broad" {
		t.Errorf("after the edit the scope is %q, want probably_too_broad", got)
	}
}
