package journey_test

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"klantreis/internal/edit"
	"klantreis/internal/journey"
)

// desk is a document on which single edits are tried out.
type desk struct {
	t *testing.T
	d *journey.Document
	n int64
}

func newDesk(t *testing.T) *desk { return &desk{t: t, d: openSmall(t)} }

// do sends ops as one transaction and checks that the document stays sound.
func (s *desk) do(ops ...edit.Op) *edit.Outcome {
	s.t.Helper()
	s.n++
	out := applied(s.t, s.d, &edit.Transaction{Client: "tab", N: s.n, Ops: ops})
	sound(s.t, s.d)
	return out
}

// accepts and refuses send one op each.
func (s *desk) accepts(op edit.Op) {
	s.t.Helper()
	if r := s.do(op).Results[0]; !r.Applied {
		s.t.Errorf("%s is refused: %+v", jsonOf(s.t, op), r)
	}
}

func (s *desk) refuses(code string, op edit.Op) {
	s.t.Helper()
	before := s.d.State()
	if r := s.do(op).Results[0]; r.Applied || r.Code != code || r.Reason == "" {
		s.t.Errorf("%s came out as %+v, want %s", jsonOf(s.t, op), r, code)
	}
	same(s.t, "the state after a refusal", s.d.State(), before)
}

func (s *desk) view() *journey.Journey { return s.d.Journey(small{}) }

func set(id, key, value string) edit.Op {
	return edit.Op{Verb: edit.Set, ID: id, Key: key, Value: json.RawMessage(value)}
}

func del(id string) edit.Op     { return edit.Op{Verb: edit.Delete, ID: id} }
func restore(id string) edit.Op { return edit.Op{Verb: edit.Restore, ID: id} }

func move(id, stage, lane string, order int) edit.Op {
	return edit.Op{Verb: edit.Move, ID: id, Pos: &edit.Pos{StageID: stage, LaneID: lane, Order: order}}
}

// insert takes props as a JSON object.
func insert(kind, id, props string, pos *edit.Pos) edit.Op {
	op := edit.Op{Verb: edit.Insert, ID: id, Type: kind, Pos: pos}
	if err := json.Unmarshal([]byte(props), &op.Props); err != nil {
		panic(err)
	}
	return op
}

func at(stage, lane string, order int) *edit.Pos {
	return &edit.Pos{StageID: stage, LaneID: lane, Order: order}
}

func ids[T any](list []T, id func(T) string) string {
	all := make([]string, len(list))
	for i := range list {
		all[i] = id(list[i])
	}
	return strings.Join(all, " ")
}

func (s *desk) cards() string {
	return ids(s.view().Cards, func(c *journey.Card) string { return fmt.Sprintf("%s:%s/%s/%d", c.ID, c.StageID, c.LaneID, c.Order) })
}

func (s *desk) card(id string) *journey.Card {
	s.t.Helper()
	for _, c := range s.view().Cards {
		if c.ID == id {
			return c
		}
	}
	s.t.Fatalf("card %s is not there", id)
	return nil
}

func TestINV01ScoresAreWholeNumbersAndOnePerScorer(t *testing.T) {
	s := newDesk(t)
	s.accepts(set("score:s1:relevance:m-1", "value", `0`))
	s.accepts(set("score:s1:presence:m-2", "value", `100`)) // made by setting
	s.refuses("invalid_value", set("score:s1:relevance:m-1", "value", `101`))
	s.refuses("invalid_value", set("score:s1:relevance:m-1", "value", `-1`))
	s.refuses("invalid_value", set("score:s1:relevance:m-1", "value", `50.5`))
	s.refuses("invalid_value", set("score:s1:relevance:m-1", "value", `"50"`))
	s.refuses("invalid_value", set("score:s1:relevance:m-1", "value", `null`))
	s.refuses("invalid_value", set("score:s1:likes:m-1", "value", `50`))
	s.refuses("missing_reference", set("score:s9:relevance:m-1", "value", `50`))
	s.refuses("missing_reference", set("score:s1:relevance:m-9", "value", `50`))
	s.refuses("id_taken", insert("score", "score:s1:relevance:m-1", `{"value": 3}`, nil))
	s.refuses("wrong_id", insert("score", "another", `{"stageId": "s1", "dimension": "relevance", "scorerId": "m-1", "value": 3}`, nil))
	s.refuses("fixed_key", set("score:s1:relevance:m-1", "scorerId", `"m-2"`))
	if n := len(s.view().Scores); n != 2 {
		t.Errorf("%d scores, want 2", n)
	}
}

// [R24] The order of stages is unique, from 1 without holes.
func TestINV02StagesRunFromOneToAtMostTwenty(t *testing.T) {
	s := newDesk(t)
	for i := 4; i <= 20; i++ {
		s.accepts(insert("stage", fmt.Sprintf("s%d", i), `{"name": {"nl": "Fase"}}`, &edit.Pos{Order: 2}))
	}
	s.refuses("too_many_stages", insert("stage", "s21", `{"name": {"nl": "Fase"}}`, nil))
	s.accepts(del("s20"))
	s.accepts(insert("stage", "s21", `{"name": {"nl": "Fase"}}`, nil))
	s.refuses("too_many_stages", restore("s20"))
	for i, stage := range s.view().Stages {
		if stage.Order != i+1 {
			t.Errorf("stage %s has order %d at place %d", stage.ID, stage.Order, i+1)
		}
	}
	for _, stage := range s.view().Stages[1:] {
		s.accepts(del(stage.ID))
	}
	s.refuses("last_stage", del("s1"))
}

func TestINV03CardsHaveAPlaceOfTheirOwn(t *testing.T) {
	s := newDesk(t)
	s.accepts(insert("card", "n", `{"type": "touchpoint", "title": {"nl": "Bij"}}`, at("s1", "l1", 2)))
	if got, want := s.cards(), "c1:s1/l1/1 n:s1/l1/2 c2:s1/l1/3 d1:s1/l2/1 d2:s2/l2/1 b1:s2/l4/1 c3:s3/l1/1"; got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
	s.accepts(move("c1", "", "", 3))
	s.accepts(move("n", "s3", "l4", 9))
	if got, want := s.cards(), "c2:s1/l1/1 c1:s1/l1/2 d1:s1/l2/1 d2:s2/l2/1 b1:s2/l4/1 c3:s3/l1/1 n:s3/l4/1"; got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
	s.refuses("place_gone", move("n", "s9", "l1", 1))
	s.refuses("place_gone", move("n", "s1", "s1", 1))
	s.refuses("place_gone", insert("card", "m", `{"type": "doing", "title": {"nl": "x"}}`, nil))
	s.accepts(del("l4"))
	s.refuses("place_gone", move("c1", "s1", "l4", 1))
	s.refuses("fixed_key", set("c1", "stageId", `"s2"`))
	s.refuses("fixed_key", set("c1", "order", `1`))
}

func TestINV04DerivedLanesHoldNoCards(t *testing.T) {
	s := newDesk(t)
	s.refuses("derived_lane", move("c1", "s1", "l3", 1))
	s.refuses("derived_lane", insert("card", "n", `{"type": "note", "title": {"nl": "x"}}`, at("s1", "l3", 1)))
	s.refuses("fixed_key", set("l1", "type", `"action"`))
	s.refuses("fixed_key", set("l3", "derived", `false`))
	s.accepts(del("d2"))
	s.accepts(move("d2", "s2", "l3", 1)) // what is deleted may lie anywhere …
	s.refuses("derived_lane", restore("d2"))
	s.accepts(move("d2", "s2", "l1", 1)) // … but returns to a lane that holds cards
	s.accepts(restore("d2"))
}

func TestINV05AnswersLeadToOnePlaceEach(t *testing.T) {
	s := newDesk(t)
	s.accepts(set("d1", "yes", `null`))
	s.accepts(set("d1", "yes", `{"cardId": "c3"}`))
	s.refuses("invalid_value", set("d1", "yes", `{"cardId": "c3", "stageId": "s2"}`))
	s.refuses("invalid_value", set("d1", "yes", `{"exit": "competitor"}`)) // no leads there
	s.refuses("missing_reference", set("d1", "yes", `{"stageId": "c3"}`))
	s.refuses("invalid_value", set("c1", "yes", `{"exit": "x"}`)) // not a decision
	s.accepts(set("d1", "yes.cardId", `""`))                      // empty: the answer leads nowhere yet
	if c := s.card("d1"); c.Yes != nil {
		t.Errorf("yes is %+v", c.Yes)
	}
	s.accepts(set("d1", "yes", `{"stageId": "s3"}`))
	s.accepts(del("s3"))
	if c := s.card("d1"); c.Yes != nil {
		t.Errorf("yes leads to %+v, which is hidden", c.Yes)
	}
	s.accepts(restore("s3"))
	if c := s.card("d1"); c.Yes == nil || c.Yes.StageID != "s3" {
		t.Errorf("yes leads to %+v after the stage came back", c.Yes)
	}
}

func TestINV06MeasuredIsPossible(t *testing.T) {
	s := newDesk(t)
	s.accepts(set("d1", "measured", `{"k": 0, "n": 1}`))
	s.accepts(set("d1", "measured.k", `1`))
	s.refuses("invalid_value", set("d1", "measured.k", `2`))
	s.refuses("invalid_value", set("d1", "measured", `{"k": -1, "n": 4}`))
	s.refuses("invalid_value", set("d1", "measured", `{"k": 1, "n": 0}`))
	s.refuses("invalid_value", set("d1", "measured", `{"k": 1.5, "n": 4}`))
}

func TestINV08KnownMeansEvidence(t *testing.T) {
	s := newDesk(t)
	status := func(id string) string { return s.card(id).EvidenceStatus }
	s.refuses("needs_evidence", set("c2", "evidenceStatus", `"known"`))
	s.accepts(set("c2", "evidenceStatus", `"guess"`)) // it is already
	s.accepts(set("c2", "evidenceIds", `["ev-0"]`))
	if status("c2") != "guess" {
		t.Error("evidence of strength 0 makes known")
	}
	s.accepts(set("c2", "evidenceIds", `["ev-0", "ev-2"]`))
	if status("c2") != "known" {
		t.Error("evidence of strength 1 does not make known")
	}
	s.refuses("has_evidence", set("c2", "evidenceStatus", `"guess"`))
	s.refuses("missing_reference", set("c2", "evidenceIds", `["ev-9"]`))
	s.refuses("invalid_value", set("c2", "evidenceIds", `["ev-1", "ev-1"]`))
	s.accepts(set("c2", "evidenceIds", `[]`))
	if status("c2") != "guess" {
		t.Error("the last evidence is gone, but the card is known")
	}
	// a score's status is the scorer's own word
	s.accepts(set("score:s1:relevance:m-1", "evidenceStatus", `"known"`))
}

func TestINV09Valence(t *testing.T) {
	s := newDesk(t)
	s.accepts(set("c2", "emotion.valence", `-2`))
	s.accepts(set("c2", "emotion.word", `"boos"`))
	s.accepts(set("c2", "emotion.valence", `null`))
	s.refuses("invalid_value", set("c2", "emotion.valence", `3`))
	s.refuses("invalid_value", set("c2", "emotion.valence", `1.5`))
	s.accepts(set("c2", "emotion.word", `""`))
	if e := s.card("c2").Emotion; e != nil {
		t.Errorf("an empty emotion is left: %+v", e)
	}
}

func TestINV10Ratings(t *testing.T) {
	s := newDesk(t)
	s.accepts(set("c1", "rating.delivered", `1`))
	s.accepts(set("c1", "rating.desired", `10`))
	s.accepts(set("c1", "rating.expected", `null`))
	s.refuses("invalid_value", set("c1", "rating.promised", `0`))
	s.refuses("invalid_value", set("c1", "rating.promised", `10.5`))
	s.accepts(set("c1", "importance", `0`))
	s.refuses("invalid_value", set("c1", "importance", `11`))
	s.refuses("invalid_value", set("b1", "satisfaction", `5`)) // a barrier has none
	s.accepts(set("o1", "satisfaction", `10`))
	s.refuses("invalid_value", set("o1", "satisfaction", `-1`))
}

func TestINV12PrincipleScores(t *testing.T) {
	s := newDesk(t)
	s.accepts(set("assessment:journey:m-2", "scores", `[1, 5, null, null, null, null, null, null, null, null]`))
	s.refuses("invalid_value", set("assessment:c1:m-1", "scores", `[0, 5, null, null, null, null, null, null, null, null]`))
	s.refuses("invalid_value", set("assessment:c1:m-1", "scores", `[1]`))
	s.refuses("missing_reference", set("assessment:zz:m-1", "note.nl", `"x"`))
}

func TestINV13Links(t *testing.T) {
	s := newDesk(t)
	s.refuses("invalid_value", insert("link", "n", `{"kind": "related", "fromCardId": "c1", "toCardId": "c1"}`, nil))
	s.refuses("duplicate_link", insert("link", "n", `{"kind": "influences", "fromCardId": "c1", "toCardId": "d1"}`, nil))
	s.accepts(insert("link", "n", `{"kind": "related", "fromCardId": "c1", "toCardId": "d1"}`, nil))
	s.refuses("duplicate_link", set("n", "kind", `"influences"`))
	s.refuses("influence_ends", insert("link", "m", `{"kind": "influences", "fromCardId": "b1", "toCardId": "d1"}`, nil))
	s.refuses("missing_reference", insert("link", "m", `{"kind": "related", "fromCardId": "c1", "toCardId": "o1"}`, nil))
	s.refuses("missing_reference", set("n", "toCardId", `null`))
}

// Hidden links are not seen by anybody, yet they must not break INV-13 when their card returns.
func TestINV13HoldsWhenHiddenLinksReturn(t *testing.T) {
	s := newDesk(t)
	s.accepts(insert("link", "n", `{"kind": "causes", "fromCardId": "b1", "toCardId": "c1"}`, nil))
	s.accepts(del("b1"))
	s.refuses("duplicate_link", set("n", "toCardId", `"c2"`)) // k2 is that link
	s.refuses("influence_ends", set("n", "kind", `"influences"`))
	s.accepts(restore("b1"))
}

func TestINV14SharesAddUpToOneAtMost(t *testing.T) {
	s := newDesk(t)
	s.accepts(set("transition:s1:exit:exit", "share", `0.4`))
	s.refuses("share_sum", set("transition:s1:exit:exit", "share", `0.41`))
	s.refuses("share_sum", set("transition:s1:s3:skip", "share", `0.1`))
	s.accepts(set("transition:s2:s3:forward", "share", `1`))
	s.refuses("invalid_value", set("transition:s2:s3:forward", "share", `1.1`))
	// a step to a hidden stage does not count, but it must fit when the stage comes back
	s.accepts(del("s2"))
	s.accepts(set("transition:s1:s3:skip", "share", `0.6`))
	s.refuses("share_sum", restore("s2"))
	s.accepts(set("transition:s1:s3:skip", "share", `0`))
	s.accepts(restore("s2"))
}

func TestINV15ActionsHaveAStageAndAChannel(t *testing.T) {
	s := newDesk(t)
	s.accepts(insert("action", "n", `{"stageId": "s2", "title": {"nl": "Doen"}}`, nil))
	s.refuses("missing_reference", insert("action", "m", `{"title": {"nl": "Doen"}}`, nil))
	s.refuses("missing_reference", set("n", "stageId", `null`))
	s.accepts(set("a1", "channelId", `null`))
	for _, a := range s.view().Actions {
		if a.ChannelID != "ch-process" {
			t.Errorf("without a choice the channel of %s is %q", a.ID, a.ChannelID)
		}
	}
	s.refuses("invalid_value", set("n", "rice", `{"reach": 1, "impact": 1, "confidence": 1, "effort": 0}`))
	s.refuses("invalid_value", set("a1", "rice.effort", `-1`))
}

func TestINV18DeletingAStageHidesAndUndoBringsBack(t *testing.T) {
	s := newDesk(t)
	before := viewOf(t, s.d)
	out := s.do(del("s1"))
	v := s.view()
	if got, want := s.cards(), "d2:s2/l2/1 b1:s2/l4/1 c3:s3/l1/1"; got != want {
		t.Errorf("left: %s", got)
	}
	if n := len(v.Links) + len(v.Transitions) + len(v.Scores) + len(v.Opportunities) + len(v.Actions) + len(v.PrincipleAssessments) + len(v.Metrics) + len(v.Comments); n != 0 {
		t.Errorf("%d things that hang on the stage are still there", n)
	}
	if v.Stages[0].ID != "s2" || v.Stages[0].Order != 1 {
		t.Errorf("the first stage is now %s with order %d", v.Stages[0].ID, v.Stages[0].Order)
	}
	undo(t, s.d, out)
	same(t, "after undo", viewOf(t, s.d), before)

	// or move to the neighbour, in the same transaction
	out = s.do(move("c1", "s2", "l1", 0), move("c2", "s2", "l1", 0), move("d1", "s2", "l2", 1), del("s1"))
	if got, want := s.cards(), "c1:s2/l1/1 c2:s2/l1/2 d1:s2/l2/1 d2:s2/l2/2 b1:s2/l4/1 c3:s3/l1/1"; got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
	undo(t, s.d, out)
	same(t, "after undo", viewOf(t, s.d), before)
}

func TestINV21ComputedIsNeverStored(t *testing.T) {
	s := newDesk(t)
	s.refuses("unknown_key", set("jo", "computed", `{}`))
	if strings.Contains(string(s.d.State()), "computed") {
		t.Error("computed values are in the state")
	}
}

// INV-22 holds after every random edit too, see [sound].
func TestINV22TheDemoComesBackAsItWas(t *testing.T) {
	for _, v := range demoViews(t) {
		raw := jsonOf(t, v.journey)
		var again journey.Journey
		if err := json.Unmarshal(raw, &again); err != nil {
			t.Fatal(err)
		}
		d, err := journey.FromJourney(&again, v.refs)
		if err != nil {
			t.Fatal(err)
		}
		same(t, v.journey.ID, jsonOf(t, d.Journey(v.refs)), raw)
	}
}

func TestINV25Texts(t *testing.T) {
	s := newDesk(t)
	f := func(key, text string, fits bool) {
		t.Helper()
		op := set("c1", key, string(jsonOf(t, text)))
		if !fits {
			s.refuses("invalid_value", op)
			return
		}
		s.accepts(op)
		got := s.card("c1").Title
		if strings.HasPrefix(key, "body") {
			got = s.card("c1").Body
		}
		if got.NL != text {
			t.Errorf("%q came back as %q", text, got.NL)
		}
	}
	f("title.nl", "Één café – 🚴🏽‍♀️ naar de “top” <b>&</b>", true)
	f("title.nl", strings.Repeat("é", 200), true)
	f("title.nl", strings.Repeat("🚲", 201), false)
	f("title.nl", "a\nb", false)
	f("title.nl", "  ", false)
	f("title.nl", "", false)
	f("body.nl", strings.Repeat("🚲", 4000), true)
	f("body.nl", strings.Repeat("x", 4001), false)
	f("body.nl", "een\n\ttwee", true)
	f("body.nl", "nul\x00", false)
	f("body.nl", "", true)
}

func TestINV26OneMainOpportunityPerStage(t *testing.T) {
	s := newDesk(t)
	s.refuses("second_primary", insert("opportunity", "n", `{"stageId": "s1", "title": {"nl": "x"}, "primary": true}`, nil))
	s.accepts(insert("opportunity", "n", `{"stageId": "s2", "title": {"nl": "x"}, "primary": true}`, nil))
	s.refuses("second_primary", set("n", "stageId", `"s1"`))
	s.accepts(del("o1"))
	s.accepts(set("n", "stageId", `"s1"`))
	s.refuses("second_primary", restore("o1"))
	s.accepts(set("n", "primary", `false`))
	s.accepts(restore("o1"))
}

func TestINV28Weight(t *testing.T) {
	s := newDesk(t)
	s.accepts(set("s1", "weight", `0`))
	s.accepts(set("s1", "weight", `1`))
	s.accepts(set("s1", "weight", `null`))
	s.refuses("invalid_value", set("s1", "weight", `1.01`))
	s.refuses("invalid_value", set("s1", "weight", `-0.01`))
}

// Files are held to the same invariants, with the path of what is wrong.
func TestInvariantsHoldForFiles(t *testing.T) {
	f := func(old, new, field string) {
		t.Helper()
		if strings.Count(smallJourney, old) != 1 {
			t.Fatalf("%s stands %d times in the file", old, strings.Count(smallJourney, old))
		}
		var j journey.Journey
		if err := json.Unmarshal([]byte(strings.Replace(smallJourney, old, new, 1)), &j); err != nil {
			t.Fatal(err)
		}
		_, err := journey.FromJourney(&j, small{})
		if got := fieldOf(err); got != field {
			t.Errorf("%s for %s: %v at %q, want %q", new, old, err, got, field)
		}
	}
	f(`"value": 60`, `"value": 101`, "scores[0].value")
	f(`"id": "s2", "order": 2`, `"id": "s2", "order": 3`, "stages[1].order")
	f(`"id": "c2", "stageId": "s1"`, `"id": "c2", "stageId": "s9"`, "cards[1].stageId")
	f(`"id": "c2", "stageId": "s1", "laneId": "l1"`, `"id": "c2", "stageId": "s1", "laneId": "l9"`, "cards[1].laneId")
	f(`"id": "c3", "stageId": "s3", "laneId": "l1"`, `"id": "c3", "stageId": "s3", "laneId": "l3"`, "cards[4]")
	f(`"no": {"exit": "competitor"}`, `"no": {"stageId": "s2"}`, "cards[2].no")
	f(`"measured": {"k": 3, "n": 4}`, `"measured": {"k": 5, "n": 4}`, "cards[2].measured.k")
	f(`"evidenceStatus": "known", "evidenceIds": ["ev-0", "ev-1"]`, `"evidenceStatus": "guess", "evidenceIds": ["ev-0", "ev-1"]`, "cards[0].evidenceStatus")
	f(`"emotion": {"valence": 1}`, `"emotion": {"valence": 4}`, "cards[0].emotion.valence")
	f(`"promised": 8`, `"promised": 0`, "cards[0].rating.promised")
	f(`"fromCardId": "c1", "toCardId": "d1"`, `"fromCardId": "c1", "toCardId": "c1"`, "links[0].toCardId")
	f(`"kind": "causes"`, `"kind": "influences"`, "links[1]")
	f(`"share": 0.3`, `"share": 0.5`, "transitions[1]")
	f(`"effort": 2`, `"effort": 0`, "actions[0].rice.effort")
	f(`"channelId": "ch-shop", "opportunityId": "o1"`, `"channelId": "ch-9", "opportunityId": "o1"`, "actions[0].channelId")
	f(`"weight": 0.5`, `"weight": 2`, "stages[1].weight")
	f(`"steering": [{"text": {"nl": "Bel"}, "type": "reassure", "actionId": "a1"}]`, `"steering": [null]`, "cards[2].steering[0]")
	f(`"title": {"nl": "Etalage"}`, `"title": {"nl": "`+strings.Repeat("x", 201)+`"}`, "cards[0].title.nl")
	f(`"id": "k2"`, `"id": "k1"`, "links[1].id")
	f(`"scorerId": "m-1", "value"`, `"scorerId": "", "value"`, "scores[0].scorerId")
}
