package journey_test

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"klantreis/internal/demo"
	"klantreis/internal/journey"
	"klantreis/internal/workspace"
)

// femke gives a demo journey with a bit of everything, and its workspace's references.
func femke(t *testing.T) (*journey.Journey, *workspace.References) {
	t.Helper()
	examples, err := demo.Workspaces()
	if err != nil {
		t.Fatal(err)
	}
	j := *examples[0].Journeys[0]
	j.CounterpartID, j.Status, j.OwnerID, j.ReviewAt, j.ReviewRhythm = "jo-other", "archived", "m-sanne", "2026-09-01", "yearly"
	j.Comments = append(j.Comments, &journey.Comment{ID: "co-1", TargetID: "t-10", At: "2026-08-01T10:00:00Z", Text: journey.Text{NL: "Klopt dit?"}})
	return &j, examples[0].Workspace.References()
}

func counted() func() string {
	n := 0
	return func() string { n++; return fmt.Sprint("new-", n) }
}

func written(t *testing.T, j *journey.Journey) string {
	t.Helper()
	raw, err := json.Marshal(j)
	if err != nil {
		t.Fatal(err)
	}
	return string(raw)
}

func TestACopyHasEverythingButWhatBelongsToTheOriginal(t *testing.T) {
	original, refs := femke(t)
	before := written(t, original)
	c := original.Copied(journey.Text{NL: "Kopie"}, counted())
	if written(t, original) != before {
		t.Error("copying changed the original")
	}
	if _, err := journey.FromJourney(c, refs); err != nil {
		t.Fatal(err)
	}
	if c.Title.NL != "Kopie" || c.CounterpartID != "" || c.ReviewAt != "" || len(c.Comments) != 0 || c.Status != "in_progress" {
		t.Errorf("the copy has title %v, counterpart %q, review %q, %d comments, status %s", c.Title, c.CounterpartID, c.ReviewAt, len(c.Comments), c.Status)
	}
	if c.OwnerID != "m-sanne" || c.ReviewRhythm != "yearly" || len(c.Cards) != len(original.Cards) || len(c.Scores) != len(original.Scores) || len(c.Actions) != len(original.Actions) {
		t.Errorf("the copy lacks something: %d cards, %d scores, %d actions, owner %q", len(c.Cards), len(c.Scores), len(c.Actions), c.OwnerID)
	}
	for _, id := range []string{`"jo-femke"`, `"t-10"`, `"st-see"`} {
		if strings.Contains(written(t, c), id) {
			t.Errorf("the copy still has the id %s", id)
		}
	}
}

func TestAStructureHasQuestionsAndNoAnswers(t *testing.T) {
	original, refs := femke(t)
	s := original.Structure(journey.Text{NL: "Nog eens"}, counted())
	d, err := journey.FromJourney(s, refs)
	if err != nil {
		t.Fatal(err)
	}
	s = d.Journey(refs)
	if len(s.Cards)+len(s.Scores)+len(s.Actions)+len(s.Opportunities)+len(s.Metrics)+len(s.Findings)+len(s.Comments) > 0 || s.PersonaID != "" || s.Scope != nil {
		t.Errorf("the structure is not empty: %s", written(t, s))
	}
	if len(s.Stages) != len(original.Stages) || len(s.Lanes) != len(original.Lanes) {
		t.Fatalf("%d stages and %d lanes", len(s.Stages), len(s.Lanes))
	}
	for i, stage := range s.Stages {
		from := original.Stages[i]
		if stage.Name != from.Name || stage.CustomerQuestion != from.CustomerQuestion || stage.GuidingQuestion != from.GuidingQuestion || !stage.Answer.IsZero() || stage.Audience != nil {
			t.Errorf("stage %d is %+v", i, stage)
		}
	}
}
