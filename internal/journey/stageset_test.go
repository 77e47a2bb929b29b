package journey_test

import (
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"klantreis/internal/edit"
	"klantreis/internal/fault"
	"klantreis/internal/journey"
)

// counter makes ids that are easy to read.
func counter() func() string {
	n := 0
	return func() string { n++; return fmt.Sprintf("new%d", n) }
}

// changed carries out the plan of another set, and gives the document and what taking it back takes.
func changed(t fataler, d *journey.Document, set string, newID func() string) (*journey.StageSetPlan, *edit.Outcome) {
	t.Helper()
	plan, err := journey.PlanStageSet(d.Journey(small{}), set, newID)
	if err != nil {
		t.Fatal(err)
	}
	if len(plan.Ops) == 0 {
		return plan, &edit.Outcome{}
	}
	tx := &edit.Transaction{Client: "tab", N: 900, Ops: plan.Ops}
	if err := tx.Validate(); err != nil {
		t.Fatal(err)
	}
	out := applied(t, d, tx)
	for i, r := range out.Results {
		if !r.Applied {
			t.Fatalf("%s was refused: %+v", jsonOf(t, plan.Ops[i]), r)
		}
	}
	return plan, out
}

// fiveStages is a journey of five stages with something of everything that hangs on a stage.
const fiveStages = `{
 "id": "jo", "title": {"nl": "Reis"}, "kind": "current", "status": "draft", "stageSet": "five",
 "scope": {"customerFromStageId": "use"},
 "stages": [
  {"id": "ori", "key": "orientation", "order": 1, "name": {"nl": "Oriëntatie", "en": "Orientation"}, "situation": "become", "leg": "to", "audience": {"size": 900, "status": "guess"}},
  {"id": "tra", "key": "transaction", "order": 2, "name": {"nl": "Transactie", "en": "Transaction"}, "situation": "become", "leg": "through", "answer": {"nl": "Met een proefrit"}},
  {"id": "use", "key": "use", "order": 3, "name": {"nl": "Uitpakken", "en": "Use"}, "situation": "be", "leg": "through", "audience": {"size": 40, "status": "known", "parentStageId": "tra", "evidenceIds": ["ev-1"]},
   "where": {"nl": "Thuis"}, "exits": [{"reason": {"nl": "Stuk"}, "share": 0.1}], "viewpointCheck": {"answer": "practice", "proof": {"nl": "Gids"}}, "weight": 0.5},
  {"id": "ser", "key": "service", "order": 4, "name": {"nl": "Service", "en": "Service"}, "situation": "be", "leg": "through", "audience": {"size": 60, "status": "guess"}, "where": {"nl": "Werkplaats"},
   "viewpointCheck": {"answer": "theory"}, "weight": 0.8, "exits": [{"reason": {"nl": "Te lang"}}]},
  {"id": "loy", "key": "loyalty", "order": 5, "name": {"nl": "Loyaliteit", "en": "Loyalty"}, "situation": "stay", "leg": "through", "weight": 0.2}],
 "lanes": [{"id": "l1", "type": "touchpoint", "order": 1, "derived": false, "hidden": false}, {"id": "l2", "type": "decision", "order": 2, "derived": false, "hidden": false}],
 "cards": [
  {"id": "o1", "stageId": "ori", "laneId": "l1", "order": 1, "type": "touchpoint", "title": {"nl": "Folder"}, "evidenceStatus": "guess", "evidenceIds": [], "guidesToStageId": "ser"},
  {"id": "d1", "stageId": "tra", "laneId": "l2", "order": 1, "type": "decision", "title": {"nl": "Koop ik?"}, "evidenceStatus": "guess", "evidenceIds": [], "yes": {"stageId": "use"}, "no": {"stageId": "loy"}},
  {"id": "u1", "stageId": "use", "laneId": "l1", "order": 1, "type": "touchpoint", "title": {"nl": "Welkom"}, "evidenceStatus": "guess", "evidenceIds": []},
  {"id": "u2", "stageId": "use", "laneId": "l1", "order": 2, "type": "touchpoint", "title": {"nl": "Bellen"}, "evidenceStatus": "guess", "evidenceIds": []},
  {"id": "v1", "stageId": "ser", "laneId": "l1", "order": 1, "type": "touchpoint", "title": {"nl": "Beurt"}, "evidenceStatus": "guess", "evidenceIds": []},
  {"id": "y1", "stageId": "loy", "laneId": "l1", "order": 1, "type": "touchpoint", "title": {"nl": "Rit"}, "evidenceStatus": "guess", "evidenceIds": []}],
 "links": [{"id": "k1", "kind": "influences", "fromCardId": "u1", "toCardId": "v1"}],
 "transitions": [
  {"fromStageId": "ori", "toStageId": "tra", "kind": "forward", "count": 7, "status": "known"},
  {"fromStageId": "use", "toStageId": "ser", "kind": "forward", "share": 0.9, "count": 9, "status": "known"},
  {"fromStageId": "ser", "toStageId": "loy", "kind": "forward", "share": 0.6, "count": 3, "status": "guess"},
  {"fromStageId": "ser", "toStageId": "tra", "kind": "back", "share": 0.2, "status": "guess"},
  {"fromStageId": "use", "kind": "exit", "share": 0.1, "exit": "stuk", "status": "guess"},
  {"fromStageId": "ser", "kind": "exit", "share": 0.2, "exit": "duur", "status": "guess"}],
 "scores": [
  {"stageId": "use", "dimension": "relevance", "scorerId": "m-1", "value": 40, "evidenceStatus": "known", "reason": {"nl": "Gids is goed"}, "at": "2026-01-01T00:00:00Z"},
  {"stageId": "ser", "dimension": "relevance", "scorerId": "m-1", "value": 61, "evidenceStatus": "guess", "at": "2026-02-01T00:00:00Z"},
  {"stageId": "loy", "dimension": "relevance", "scorerId": "m-2", "value": 80, "evidenceStatus": "guess"},
  {"stageId": "ori", "dimension": "presence", "scorerId": "m-1", "value": 25, "evidenceStatus": "guess"}],
 "opportunities": [
  {"id": "op1", "stageId": "use", "type": "process", "title": {"nl": "Gids"}, "basedOn": ["u1"], "status": "idea", "primary": true},
  {"id": "op2", "stageId": "loy", "type": "loyalty", "title": {"nl": "Club"}, "basedOn": [], "status": "idea", "primary": true}],
 "actions": [{"id": "a1", "stageId": "ser", "channelId": "ch-shop", "title": {"nl": "Sneller"}, "aim": "process", "status": "open", "metricId": "x1"}],
 "findings": [{"id": "f1", "stageId": "ser", "statement": {"nl": "Traag"}, "severity": 4, "evidenceIds": []}],
 "recommendations": [], "principleAssessments": [], "returns": [],
 "metrics": [{"id": "x1", "stageId": "ser", "name": {"nl": "Wachttijd"}}],
 "checklistAnswers": [],
 "comments": [{"id": "q1", "targetId": "ser", "at": "2026-06-11T10:15:00Z", "text": {"nl": "Echt?"}, "resolved": false},
  {"id": "q2", "targetId": "q1", "at": "2026-06-11T10:16:00Z", "text": {"nl": "Ja"}, "resolved": false},
  {"id": "q3", "targetId": "ori", "at": "2026-06-11T10:16:00Z", "text": {"nl": "Hm"}, "resolved": false},
  {"id": "q4", "targetId": "score:use:relevance:m-1", "at": "2026-06-11T10:16:00Z", "text": {"nl": "Hoog"}, "resolved": false}]}`

func openJourney(t fataler, text string) *journey.Document {
	t.Helper()
	var j journey.Journey
	if err := json.Unmarshal([]byte(text), &j); err != nil {
		t.Fatal(err)
	}
	d, err := journey.FromJourney(&j, small{})
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// lined writes what a test wants to see of a journey, one thing a line.
func lined(j *journey.Journey) []string {
	var all []string
	say := func(format string, args ...any) { all = append(all, fmt.Sprintf(format, args...)) }
	for _, s := range j.Stages {
		say("stage %s %s %s/%s", s.ID, s.Key, s.Name.NL, s.Name.EN)
	}
	for _, c := range j.Cards {
		say("card %s in %s %d", c.ID, c.StageID, c.Order)
	}
	for _, t := range j.Transitions {
		share, count := -1.0, -1
		if t.Share != nil {
			share = *t.Share
		}
		if t.Count != nil {
			count = *t.Count
		}
		say("step %s>%s %s %.2f %d %s %s", t.FromStageID, t.ToStageID, t.Kind, share, count, t.Status, t.Exit)
	}
	for _, s := range j.Scores {
		say("score %s %s %s %d %s %s %q", s.StageID, s.Dimension, s.ScorerID, *s.Value, s.EvidenceStatus, s.At, s.Reason.In("nl"))
	}
	for _, o := range j.Opportunities {
		say("opportunity %s %s %v", o.ID, o.StageID, o.Primary)
	}
	return all
}

func wantLines(t *testing.T, got, want []string) {
	t.Helper()
	if !slices.Equal(got, want) {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

func TestINV19FiveBecomesSeeThinkDoCare(t *testing.T) {
	d := openJourney(t, fiveStages)
	plan, _ := changed(t, d, "stdc", counter())
	j := d.Journey(small{})
	wantLines(t, lined(j), []string{
		"stage new1 see See – zien/See", "stage ori think Think – overwegen/Think", "stage tra do Do – kopen/Do",
		"stage loy care Care – Uitpakken/Care",
		"card o1 in ori 1", "card d1 in tra 1", "card u1 in loy 1", "card u2 in loy 2", "card v1 in loy 3", "card y1 in loy 4",
		"step ori>tra forward -1.00 7 known ", "step loy>loy repeat 0.75 12 guess ", "step loy>tra back 0.10 -1 guess ",
		"step loy> exit 0.15 -1 guess stuk, duur",
		`score loy relevance m-2 80 guess  "Samengevoegd, graag nakijken: Loyaliteit 80."`,
		`score ori presence m-1 25 guess  ""`,
		"score loy relevance m-1 51 guess 2026-02-01T00:00:00Z \"Samengevoegd, graag nakijken: Uitpakken 40, Service 61.\\nGids is goed\"",
		"opportunity op1 loy false", "opportunity op2 loy true",
	})
	care := j.Stages[3]
	if care.Situation != "stay" || *care.Weight != 0.8 || len(care.Exits) != 2 || care.ViewpointCheck.Answer != "theory" {
		t.Errorf("care is %s", jsonOf(t, care))
	}
	if want := "Uitpakken: Thuis\nService: Werkplaats"; care.Where.NL != want {
		t.Errorf("where is %q", care.Where.NL)
	}
	if a := care.Audience; *a.Size != 60 || a.Status != "guess" || a.ParentStageID != "" || a.Description.NL != "Uitpakken: 40" || !slices.Equal(a.EvidenceIDs, []string{"ev-1"}) {
		t.Errorf("the audience is %s", jsonOf(t, a))
	}
	if j.Stages[2].Answer.NL != "Met een proefrit" || j.Stages[1].CustomerQuestion.EN != "What suits me, and whom can I trust?" {
		t.Errorf("texts are %s", jsonOf(t, j.Stages))
	}
	if j.StageSet != "stdc" || j.Scope.CustomerFromStageID != "loy" || j.Cards[0].GuidesToStageID != "loy" ||
		j.Actions[0].StageID != "loy" || j.Metrics[0].StageID != "loy" || j.Findings[0].StageID != "loy" {
		t.Errorf("not everything came along: %s", jsonOf(t, j))
	}
	if d := j.Cards[1]; d.Yes.StageID != "loy" || d.No.CardID != "y1" {
		t.Errorf("the decision leads to %s", jsonOf(t, d))
	}
	about := map[string]string{}
	for _, q := range j.Comments {
		about[q.Text.NL] = q.TargetID
	}
	if len(j.Comments) != 4 || about["Echt?"] != "loy" || about["Hoog"] != "score:loy:relevance:m-1" || about["Hm"] != "ori" {
		t.Errorf("comments are about %v", about)
	}
	if len(plan.MergedScores) != 2 || len(plan.Moved) != 3 || plan.Moved[0].Unmapped || !slices.Equal(plan.Stages[3].FromStageIDs, []string{"use", "ser", "loy"}) {
		t.Errorf("the plan says %s", jsonOf(t, plan))
	}
}

func TestINV19SeeThinkDoCareBecomesFive(t *testing.T) {
	d := openJourney(t, `{
	 "id": "jo", "title": {"nl": "Reis"}, "kind": "current", "status": "draft", "stageSet": "stdc",
	 "stages": [{"id": "s", "key": "see", "order": 1, "name": {"nl": "See – zien", "en": "See"}, "situation": "become", "audience": {"size": 900}},
	  {"id": "t", "key": "think", "order": 2, "name": {"nl": "Think – overwegen", "en": "Think"}, "situation": "become", "audience": {"size": 300, "name": {"nl": "Zoekers"}}},
	  {"id": "own", "order": 3, "name": {"nl": "Proefrit"}, "situation": "become"},
	  {"id": "d", "key": "do", "order": 4, "name": {"nl": "Do – kopen", "en": "Do"}, "situation": "become"},
	  {"id": "c", "key": "care", "order": 5, "name": {"nl": "Care – klant blijven", "en": "Care"}, "situation": "stay"}],
	 "lanes": [{"id": "l", "type": "touchpoint", "order": 1, "derived": false, "hidden": false}],
	 "cards": [
	  {"id": "c1", "stageId": "s", "laneId": "l", "order": 1, "type": "touchpoint", "title": {"nl": "A"}, "evidenceStatus": "guess", "evidenceIds": []},
	  {"id": "c2", "stageId": "t", "laneId": "l", "order": 1, "type": "touchpoint", "title": {"nl": "B"}, "evidenceStatus": "guess", "evidenceIds": []},
	  {"id": "c3", "stageId": "own", "laneId": "l", "order": 1, "type": "touchpoint", "title": {"nl": "C"}, "evidenceStatus": "guess", "evidenceIds": []},
	  {"id": "c4", "stageId": "c", "laneId": "l", "order": 1, "type": "touchpoint", "title": {"nl": "D"}, "evidenceStatus": "guess", "evidenceIds": []}],
	 "scores": [{"stageId": "s", "dimension": "presence", "scorerId": "m-1", "value": 20, "evidenceStatus": "known"},
	  {"stageId": "t", "dimension": "presence", "scorerId": "m-1", "value": 41, "evidenceStatus": "known"}],
	 "transitions": [{"fromStageId": "s", "toStageId": "d", "kind": "skip", "status": "guess"}, {"fromStageId": "c", "toStageId": "s", "kind": "repeat", "status": "guess"},
	  {"fromStageId": "d", "toStageId": "c", "kind": "forward", "status": "guess"}]}`)
	plan, _ := changed(t, d, "five", counter())
	wantLines(t, lined(d.Journey(small{})), []string{
		"stage t orientation Oriëntatie – Proefrit/Orientation", "stage d transaction Transactie/Transaction", "stage new1 use Afname/Use",
		"stage new2 service Service/Service", "stage c loyalty Loyaliteit/Loyalty",
		"card c1 in t 1", "card c2 in t 2", "card c3 in t 3", "card c4 in c 1",
		"step t>d forward -1.00 -1 guess ", "step c>t repeat -1.00 -1 guess ", "step d>c skip -1.00 -1 guess ",
		`score t presence m-1 31 known  "Samengevoegd, graag nakijken: See 20, Think 41."`,
	})
	a := d.Journey(small{}).Stages[0].Audience
	if *a.Size != 900 || a.Description.NL != "Think: 300 Zoekers" || a.Description.EN != "Think: 300 Zoekers" {
		t.Errorf("the audience is %s", jsonOf(t, a))
	}
	var unmapped []string
	for _, m := range plan.Moved {
		if m.Unmapped {
			unmapped = append(unmapped, m.CardID)
		}
	}
	if !slices.Equal(unmapped, []string{"c3"}) {
		t.Errorf("unmapped are %v", unmapped)
	}
}

// Stages that become one can bring audiences into a circle that was none before.
func TestMergedAudiencesAreNoCircle(t *testing.T) {
	d := openJourney(t, `{
	 "id": "jo", "title": {"nl": "Reis"}, "kind": "current", "status": "draft", "stageSet": "five",
	 "stages": [{"id": "o", "key": "orientation", "order": 1, "name": {"nl": "O"}, "audience": {"size": 9}},
	  {"id": "u", "key": "use", "order": 2, "name": {"nl": "U"}, "audience": {"size": 5, "parentStageId": "t"}},
	  {"id": "t", "key": "transaction", "order": 3, "name": {"nl": "T"}, "audience": {"size": 7, "parentStageId": "l"}},
	  {"id": "l", "key": "loyalty", "order": 4, "name": {"nl": "L"}, "audience": {"size": 3}}]}`)
	changed(t, d, "stdc", counter())
	j := d.Journey(small{})
	parents := map[string]string{}
	for _, s := range j.Stages {
		if s.Audience != nil {
			parents[s.Key] = s.Audience.ParentStageID
		}
	}
	if parents["do"] != "" || parents["care"] != "t" {
		t.Errorf("parents are %v, want do the outermost and care a part of it", parents)
	}
	for _, a := range journey.Compute(j).Audiences {
		if a.Reach == nil && !a.Bigger {
			t.Errorf("%s reaches nothing", jsonOf(t, a))
		}
	}
}

func TestOwnStagesStayAsTheyAre(t *testing.T) {
	for _, set := range []string{"custom", "empty"} {
		d := openJourney(t, fiveStages)
		plan, _ := changed(t, d, set, counter())
		if len(plan.Ops) != 1 || d.Journey(small{}).StageSet != "custom" || len(plan.Stages) != 5 {
			t.Errorf("%s: %s", set, jsonOf(t, plan))
		}
	}
}

func TestPlanOfAnUnknownSetIsInvalid(t *testing.T) {
	if _, err := journey.PlanStageSet(openSmall(t).Journey(small{}), "sixteen", counter()); fault.CodeOf(err) != fault.Invalid {
		t.Errorf("got %v", err)
	}
}

// The domain's table of what corresponds holds in the finer one.
func TestStageMappingIsTheDomains(t *testing.T) {
	f := func(set, key, other string, keys ...string) {
		t.Helper()
		got := map[string]bool{}
		for _, s := range journey.StageSteps() {
			if s.Stages[set] == key {
				got[s.Stages[other]] = true
			}
		}
		want := map[string]bool{}
		for _, k := range keys {
			want[k] = true
		}
		if !maps.Equal(got, want) {
			t.Errorf("%s of %s is %v in %s, want %v", key, set, got, other, want)
		}
	}
	for i, stage := range []string{"see", "think", "do", "care"} {
		f("stdc", stage, "acpl", []string{"awareness", "consideration", "purchase", "loyalty"}[i])
		f("stdc", stage, "five", [][]string{{"orientation"}, {"orientation"}, {"transaction"}, {"use", "service", "loyalty"}}[i]...)
		f("stdc", stage, "bbs", [][]string{{"become"}, {"become"}, {"become"}, {"be", "stay"}}[i]...)
	}
	f("five", "use", "bbs", "be")
	f("five", "loyalty", "bbs", "stay")
	for _, set := range journey.AllTemplates().StageSets {
		for _, stage := range set.Stages {
			homes := 0
			for _, s := range journey.StageSteps() {
				if s.Stages[set.ID] == stage.Key && slices.Contains(s.Home, set.ID) {
					homes++
				}
			}
			if set.ID != "empty" && homes != 1 {
				t.Errorf("%s of %s has %d homes", stage.Key, set.ID, homes)
			}
		}
	}
}

// tally counts what may not get lost when stages become one.
func tally(t fataler, j *journey.Journey) map[string]int {
	t.Helper()
	n := map[string]int{
		"cards": len(j.Cards), "links": len(j.Links), "opportunities": len(j.Opportunities), "actions": len(j.Actions), "findings": len(j.Findings),
		"metrics": len(j.Metrics), "comments": len(j.Comments), "recommendations": len(j.Recommendations), "returns": len(j.Returns),
		"assessments": len(j.PrincipleAssessments), "lanes": len(j.Lanes), "views": len(j.Views),
	}
	for _, s := range j.Stages {
		n["exits"] += len(s.Exits)
		if s.Picture != nil {
			n["pictures"]++
		}
	}
	for _, c := range j.Cards {
		if c.FileID != "" {
			n["pictures"]++
		}
		for _, o := range []*journey.Outcome{c.Yes, c.No} {
			if o != nil {
				n["outcomes"]++
			}
		}
		if c.GuidesToStageID != "" {
			n["guides"]++
		}
	}
	for _, tr := range j.Transitions {
		if tr.Count != nil {
			n["counted"] += *tr.Count
		}
	}
	for _, o := range j.Opportunities {
		n["basedOn"] += len(o.BasedOn)
	}
	if j.Scope != nil && j.Scope.CustomerFromStageID != "" {
		n["customerFrom"]++
	}
	return n
}

// somewhere gives a journey of any set, with whatever random edits made of it.
func somewhere(t *rapid.T) *journey.Document {
	d, fresh := openSmall(t), 0
	if rapid.Bool().Draw(t, "five") {
		d = openJourney(t, fiveStages)
	}
	for n := range rapid.IntRange(0, 12).Draw(t, "transactions") {
		d.Apply(newGambler(t, d, &fresh).transaction(int64(n+1)), small{})
	}
	return d
}

// TestINV19NothingIsLost: any journey, any two sets one after the other.
func TestINV19NothingIsLost(t *testing.T) {
	sets := []string{"stdc", "acpl", "five", "bbs", "impulse", "complex", "custom", "empty"}
	rapid.Check(t, func(t *rapid.T) {
		d, newID := somewhere(t), counter()
		for range 2 {
			set := rapid.SampledFrom(sets).Draw(t, "set")
			before, was := d.Journey(small{}), sound(t, d)
			if _, err := journey.PlanStageSet(before, set, newID); err != nil {
				if !strings.Contains(err.Error(), "characters") {
					t.Fatal(err)
				}
				return // texts that are together too long
			}
			same(t, "the journey that was planned for", jsonOf(t, before), was)
			plan, out := changed(t, d, set, newID)
			after := d.Journey(small{})
			sound(t, d)
			got, want := tally(t, after), tally(t, before)
			got["comments"] -= returned(plan, before, after)
			if !maps.Equal(got, want) {
				t.Fatalf("%s: got %v, want %v", set, got, want)
			}
			kept(t, plan, before, after)
			undone := reopen(t, d.State())
			undo(t, undone, out)
			same(t, "the view after undo", viewOf(t, undone), was)
		}
	})
}

// returned counts the comments that were out of sight, since what they are about was deleted, and
// are back because a merged score or step has its id again.
func returned(plan *journey.StageSetPlan, before, after *journey.Journey) int {
	there := map[string]bool{}
	for _, q := range before.Comments {
		there[q.ID] = true
	}
	for _, op := range plan.Ops {
		there[op.ID] = there[op.ID] || op.Verb == edit.Insert
	}
	n := 0
	for _, q := range after.Comments {
		if !there[q.ID] {
			n++
		}
	}
	return n
}

// kept checks what the plan says against what came of it.
func kept(t *rapid.T, plan *journey.StageSetPlan, before, after *journey.Journey) {
	t.Helper()
	into := map[string]string{}
	for i, p := range plan.Stages {
		if after.Stages[i].ID != p.StageID || after.Stages[i].Name != p.Name {
			t.Fatalf("stage %d is %s, planned was %s", i, jsonOf(t, after.Stages[i]), jsonOf(t, p))
		}
		for _, from := range p.FromStageIDs {
			into[from] = p.StageID
		}
	}
	if len(into) != len(before.Stages) {
		t.Fatalf("%d stages came from %d", len(into), len(before.Stages))
	}
	where := map[string]string{}
	for _, c := range after.Cards {
		where[c.ID] = c.StageID
	}
	for _, c := range before.Cards {
		if where[c.ID] != into[c.StageID] {
			t.Fatalf("card %s stands in %q, its stage became %q", c.ID, where[c.ID], into[c.StageID])
		}
	}
	primaries := map[string]bool{}
	for _, o := range before.Opportunities {
		primaries[into[o.StageID]] = primaries[into[o.StageID]] || o.Primary
	}
	for _, o := range after.Opportunities {
		if o.Primary {
			delete(primaries, o.StageID)
		}
	}
	for stage, had := range primaries {
		if had {
			t.Fatalf("%s lost its main opportunity", stage)
		}
	}
}

func TestALargeMapChangesItsSetInOneTransaction(t *testing.T) {
	d := bigJourney(t, 1000)
	j := d.Journey(bigRefs{})
	plan, err := journey.PlanStageSet(j, "stdc", counter())
	if err != nil {
		t.Fatal(err)
	}
	tx := &edit.Transaction{Client: "tab", N: 1, Ops: plan.Ops}
	if err := tx.Validate(); err != nil {
		t.Fatal(err)
	}
	out := d.Apply(tx, bigRefs{})
	for _, r := range out.Results {
		if !r.Applied {
			t.Fatal(r.Reason)
		}
	}
	if got := d.Journey(bigRefs{}); len(got.Cards) != 1000 || len(got.Stages) != 4 {
		t.Errorf("%d cards in %d stages", len(got.Cards), len(got.Stages))
	}
	if back := (&edit.Transaction{Client: "tab", N: 2, Ops: out.Inverse}); back.Validate() != nil {
		t.Errorf("taking it back takes %d ops", len(back.Ops))
	}
}
