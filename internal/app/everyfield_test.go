package app_test

import (
	"bytes"
	"encoding/json"
	"reflect"
	"slices"
	"testing"

	"klantreis/internal/app"
	"klantreis/internal/demo"
	"klantreis/internal/edit"
	"klantreis/internal/journey"
	"klantreis/internal/workspace"
)

// cardOf gives the first card of a type.
func cardOf(t *testing.T, j *journey.Journey, kind journey.CardType) *journey.Card {
	t.Helper()
	for _, c := range j.Cards {
		if c.Type == kind {
			return c
		}
	}
	t.Fatalf("the example has no card of type %s", kind)
	return nil
}

func text(s string) workspace.Text { return workspace.Text{NL: s + " één 🚲", EN: s} }

// everyField gives a journey file in which every field of the data model is filled somewhere.
func everyField(t *testing.T) *journey.File {
	t.Helper()
	examples, err := demo.Workspaces()
	if err != nil {
		t.Fatal(err)
	}
	f := journey.NewFile(examples[0].Journeys[0], examples[0].Workspace)
	f.Pictures = []*journey.Picture{
		{ID: "pic-map", Name: "kaart.png", Type: "image/png", Alt: text("Kaart"), Data: drawing(t)},
		{ID: "pic-face", Name: "gezicht.png", Type: "image/png", Alt: text("Gezicht"), Data: drawing(t)},
	}
	fillJourney(f.Journey, f.Workspace)
	fillStages(f.Journey)
	fillCards(t, f.Journey, f.Workspace)
	fillResults(f.Journey, f.Workspace)
	fillWorkspace(f.Workspace)
	return f
}

func fillJourney(j *journey.Journey, w *workspace.Workspace) {
	me := w.Members[0].ID
	j.CounterpartID, j.Language, j.OwnerID, j.ReviewAt, j.ReviewRhythm = "jo-ideal", "en", me, "2026-12-01", "quarterly"
	j.PrincipleIDs, j.TimeSpent = []string{w.GuidingPrinciples[0].ID}, new(7.5)
	j.Plan = []*journey.PlanStep{{Step: text("Interviews"), Due: "2026-11-30", OwnerID: me, Status: "doing"}}
	j.Views = []*journey.View{{
		ID: "vw-1", Name: text("Directie"), Audience: "board", HiddenLaneIDs: []string{j.Lanes[0].ID}, FoldedLaneIDs: []string{j.Lanes[1].ID},
		Tags: []string{"prijs"}, Situations: []string{"stay"}, ExperienceLevels: []string{"new"}, HideGuesses: true,
	}}
	j.Scope.OutOfScope[0].JourneyID = "jo-ruud"
	j.Scope.TooBroad = &journey.TooBroad{Accepted: true, Note: text("Bewust")}
	j.Lanes[0].Hidden, j.Lanes[0].Name = true, text("Eigen baan")
	j.Transitions[0].Count, j.Transitions[0].Note = new(12), text("Vaak")
}

func fillStages(j *journey.Journey) {
	first, second := j.Stages[0], j.Stages[1]
	first.Colour, first.Answer, first.CustomerGoal, first.OurGoal = "ochre", text("Zo"), text("Weten"), text("Laten zien")
	first.JourneyID, first.Picture = "jo-ruud", &workspace.Image{FileID: "pic-map", Alt: text("Kaart")}
	first.Exits = []*journey.StageExit{{Reason: text("Te duur"), Share: new(0.25), To: "competitor"}}
	first.ViewpointCheck = &journey.ViewpointCheck{Answer: "theory", Proof: text("Gezien")}
	first.Weight = new(0.5)
	second.Audience.Name, second.Audience.ParentStageID = text("Zoekers"), first.ID
}

func fillCards(t *testing.T, j *journey.Journey, w *workspace.Workspace) {
	t.Helper()
	moment := cardOf(t, j, "touchpoint")
	moment.FileID, moment.Alt, moment.Body, moment.AuthorID, moment.Tags = "pic-map", text("Kaart"), text("Lang\nverhaal"), w.Members[0].ID, []string{"prijs"}
	moment.ExperienceLevel, moment.JourneyID, moment.GuidesToStageID, moment.Interest = "new", "jo-ruud", j.Stages[1].ID, new(70)
	moment.LoyaltyOutcome, moment.Ambition, moment.Surprise = "cross_buy", new(8.0), "unpleasant"
	cardOf(t, j, "need").Underlying = text("Erbij horen")
	cardOf(t, j, "source").UsedByShare = new(0.4)
	rival := cardOf(t, j, "competitor")
	rival.Better, rival.Worse = text("Sneller"), text("Duurder")
	rival.Comparison = []*journey.Compared{{Attribute: text("Prijs"), Us: new(6.0), Them: new(8.0)}}
}

func fillResults(j *journey.Journey, w *workspace.Workspace) {
	action, metric := j.Actions[0], j.Metrics[0]
	action.BasedOn, action.Cost, action.MetricID, action.Ice = []string{j.Cards[0].ID}, new(250.0), metric.ID, &journey.Ice{Impact: 5, Confidence: 6, Ease: 7}
	metric.Series = []*journey.MetricPoint{{Date: "2026-03-01", Value: 40, N: new(10), Source: "peiling", Counts: &journey.NPSCase{Promoters: 6, Passives: 2, Detractors: 2}}}
	j.Findings[0].CardID = j.Cards[0].ID
	j.Opportunities[0].Primary = true
	j.PrincipleAssessments[0].Note = text("Nagedacht")
	s := j.Scores[0]
	s.At, s.Reason, s.EvidenceIDs = "2026-06-01T10:00:00Z", text("Gemeten"), []string{w.Evidence[0].ID}
}

func fillWorkspace(w *workspace.Workspace) {
	w.TimeZone, w.Thresholds = "Europe/Amsterdam", &workspace.Thresholds{StaleMonths: new(18), FewAnswers: new(20)}
	w.Channels[0].Active = new(false)
	w.GuidingPrinciples[0].Explanation = text("Omdat")
	g := w.CustomerGroups[0]
	g.Description, g.InScope, g.SizeSource = text("Wie"), new(true), text("Eigen telling")
	p := w.Personas[0]
	p.ChannelIDs, p.Picture = []string{w.Channels[0].ID}, &workspace.Image{FileID: "pic-face", Alt: text("Gezicht")}
	p.Portrait = "initials"
	w.Evidence[0].URL, w.Evidence[0].FileID = "https://example.org/rapport", "rapport.pdf"
	w.Processes[0].Scan[0].At = "2026-06-01"
	w.Studies[0].Questions = []workspace.Text{text("Waarom?")}
}

// unfilled notes for every field of the structs in a value whether it is filled anywhere.
func unfilled(v reflect.Value, filled map[string]bool) {
	switch v.Kind() {
	case reflect.Pointer:
		if !v.IsNil() {
			unfilled(v.Elem(), filled)
		}
	case reflect.Slice:
		for i := range v.Len() {
			unfilled(v.Index(i), filled)
		}
	case reflect.Struct:
		for i := range v.NumField() {
			name := v.Type().Name() + "." + v.Type().Field(i).Name
			filled[name] = filled[name] || !v.Field(i).IsZero()
			unfilled(v.Field(i), filled)
		}
	}
}

// TestEveryFieldSurvives fills every field there is. A field that is added to the data model and not
// to this test is named by it.
func TestEveryFieldSurvives(t *testing.T) {
	f := everyField(t)
	filled := map[string]bool{}
	unfilled(reflect.ValueOf(f), filled)
	for name, is := range filled {
		if !is {
			t.Errorf("%s is filled nowhere", name)
		}
	}
	raw, err := f.Encode()
	if err != nil {
		t.Fatal(err)
	}
	t.Run("export, import, export gives the same bytes", func(t *testing.T) {
		folder := t.TempDir()
		if _, err := importFile(t, folder, raw, app.Refuse); err != nil {
			t.Fatal(err)
		}
		again, err := app.Export(t.Context(), folder, f.Journey.ID)
		if err != nil || !bytes.Equal(again, raw) {
			t.Errorf("%v: %s", err, firstDifference(again, raw))
		}
	})
	for _, lang := range []string{"nl", "en"} {
		t.Run("it is drawn in "+lang, func(t *testing.T) {
			if _, err := app.Render(raw, "map.svg", lang); err != nil {
				t.Error(err)
			}
		})
	}
	for _, set := range []string{"five", "acpl", "bbs", "impulse", "complex", "custom", "stdc"} {
		t.Run("another set of stages, and back: "+set, func(t *testing.T) { changeAndTakeBack(t, f, set) })
	}
}

func changeAndTakeBack(t *testing.T, f *journey.File, set string) {
	t.Helper()
	w, err := workspace.FromWorkspaceWith(f.Workspace, f.FileIDs())
	if err != nil {
		t.Fatal(err)
	}
	refs := w.Workspace().References().WithFiles(f.FileIDs())
	d, err := journey.FromJourney(f.Journey, refs)
	if err != nil {
		t.Fatal(err)
	}
	before := inJSON(t, d.Journey(refs))
	plan, err := journey.PlanStageSet(d.Journey(refs), set, app.NewID)
	if err != nil {
		t.Fatal(err)
	}
	out := d.Apply(&edit.Transaction{Client: "tab", N: 1, Ops: plan.Ops}, refs)
	if i := slices.IndexFunc(out.Results, func(r edit.Result) bool { return !r.Applied }); i >= 0 {
		t.Fatalf("%s is refused: %+v", inJSON(t, plan.Ops[i]), out.Results[i])
	}
	if _, err := journey.FromJourney(d.Journey(refs), refs); err != nil {
		t.Errorf("what came of it breaks a rule: %v", err)
	}
	journey.Compute(d.Journey(refs))
	d.Apply(&edit.Transaction{Client: "tab", N: 2, Ops: out.Inverse}, refs)
	if after := inJSON(t, d.Journey(refs)); !bytes.Equal(after, before) {
		t.Errorf("taken back it is another journey: %s", firstDifference(after, before))
	}
}

func inJSON(t *testing.T, v any) []byte {
	t.Helper()
	raw, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	return raw
}

// firstDifference shows two texts from where they part.
func firstDifference(got, want []byte) string {
	at := 0
	for at < min(len(got), len(want)) && got[at] == want[at] {
		at++
	}
	piece := func(raw []byte) string { return string(raw[max(0, at-60):min(len(raw), at+60)]) }
	return "got …" + piece(got) + "… want …" + piece(want) + "…"
}
