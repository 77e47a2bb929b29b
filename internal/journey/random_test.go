package journey_test

import (
	"encoding/json"
	"fmt"
	"reflect"
	"slices"
	"strings"

	"pgregory.net/rapid"

	"klantreis/internal/edit"
	"klantreis/internal/journey"
)

// small is a workspace that journeys of the property tests refer to.
type small struct{}

var outsideThings = map[string]string{
	"m-1": "member", "m-2": "member", "m-3": "member", "ch-shop": "channel", "ch-process": "channel", "p-bike": "product",
	"cg-1": "customerGroup", "pe-1": "persona", "gp-1": "guidingPrinciple", "pr-1": "process",
	"ev-0": "evidence", "ev-1": "evidence", "ev-2": "evidence", "f-1": "file",
}

var knownEvidence = map[string]bool{"ev-1": true, "ev-2": true} // ev-0 has strength 0

func (small) Has(kind, id string) bool { return outsideThings[id] == kind }
func (small) Known(ids []string) bool {
	return slices.ContainsFunc(ids, func(id string) bool { return knownEvidence[id] })
}

// smallJourney is where random editing begins: a bit of everything.
const smallJourney = `{
 "id": "jo", "title": {"nl": "Reis"}, "kind": "current", "status": "draft", "stageSet": "custom",
 "scope": {"customerFromStageId": "s2", "reach": {"nl": "Alles"}},
 "stages": [{"id": "s1", "order": 1, "name": {"nl": "Een"}, "situation": "become"}, {"id": "s2", "order": 2, "name": {"en": "Two"}, "weight": 0.5},
  {"id": "s3", "order": 3, "name": {"nl": "Drie"}, "audience": {"size": 5, "evidenceIds": ["ev-1"]}}],
 "lanes": [{"id": "l1", "type": "touchpoint", "order": 1, "derived": false, "hidden": false}, {"id": "l2", "type": "decision", "order": 2, "derived": false, "hidden": false},
  {"id": "l3", "type": "action", "order": 3, "derived": true, "hidden": false}, {"id": "l4", "type": "need", "order": 4, "derived": false, "hidden": true}],
 "cards": [
  {"id": "c1", "stageId": "s1", "laneId": "l1", "order": 1, "type": "touchpoint", "title": {"nl": "Etalage"}, "evidenceStatus": "known", "evidenceIds": ["ev-0", "ev-1"],
   "channelId": "ch-shop", "emotion": {"valence": 1}, "rating": {"expected": 7, "promised": 8}},
  {"id": "c2", "stageId": "s1", "laneId": "l1", "order": 2, "type": "touchpoint", "title": {"en": "Site"}, "evidenceStatus": "guess", "evidenceIds": []},
  {"id": "d1", "stageId": "s1", "laneId": "l2", "order": 1, "type": "decision", "title": {"nl": "Kom ik?"}, "evidenceStatus": "guess", "evidenceIds": ["ev-0"],
   "yes": {"stageId": "s2"}, "no": {"exit": "competitor"}, "barrierIds": ["b1"], "steering": [{"text": {"nl": "Bel"}, "type": "reassure", "actionId": "a1"}], "measured": {"k": 3, "n": 4}},
  {"id": "d2", "stageId": "s2", "laneId": "l2", "order": 1, "type": "decision", "title": {"nl": "Koop ik?"}, "evidenceStatus": "guess", "evidenceIds": [], "yes": {"cardId": "c3"}},
  {"id": "c3", "stageId": "s3", "laneId": "l1", "order": 1, "type": "touchpoint", "title": {"nl": "Beurt"}, "evidenceStatus": "guess", "evidenceIds": [], "processIds": ["pr-1"]},
  {"id": "b1", "stageId": "s2", "laneId": "l4", "order": 1, "type": "barrier", "title": {"nl": "Te duur"}, "evidenceStatus": "guess", "evidenceIds": [], "severity": 3}],
 "links": [{"id": "k1", "kind": "influences", "fromCardId": "c1", "toCardId": "d1", "direction": "raises"}, {"id": "k2", "kind": "causes", "fromCardId": "b1", "toCardId": "c2"}],
 "transitions": [{"fromStageId": "s1", "toStageId": "s2", "kind": "forward", "share": 0.6, "status": "guess"}, {"fromStageId": "s1", "kind": "exit", "share": 0.3, "status": "guess", "exit": "weg"}],
 "scores": [{"stageId": "s1", "dimension": "relevance", "scorerId": "m-1", "value": 60, "evidenceStatus": "guess"}],
 "opportunities": [{"id": "o1", "stageId": "s1", "type": "process", "title": {"nl": "Sneller"}, "basedOn": ["b1", "c2"], "status": "idea", "primary": true}],
 "actions": [{"id": "a1", "stageId": "s1", "channelId": "ch-shop", "opportunityId": "o1", "title": {"nl": "Doen"}, "aim": "process", "status": "open",
  "rice": {"reach": 5, "impact": 1, "confidence": 0.5, "effort": 2}, "principleChecks": [{"principleId": "gp-1", "verdict": "fits"}], "metricId": "x1"}],
 "findings": [{"id": "f1", "stageId": "s2", "cardId": "c3", "statement": {"nl": "Traag"}, "severity": 4, "evidenceIds": ["ev-2"]}],
 "recommendations": [{"id": "r1", "statement": {"nl": "Versnel"}, "findingIds": ["f1"], "actionIds": ["a1"], "priority": 1}],
 "principleAssessments": [{"touchpointId": "c1", "scorerId": "m-1", "scores": [1, 2, 3, 4, 5, null, 1, 2, 3, 4]}],
 "returns": [{"kind": "material", "beneficiary": "customer", "text": {"nl": "Korting"}, "status": "guess"}],
 "metrics": [{"id": "x1", "stageId": "s1", "name": {"nl": "Bezoek"}, "series": [{"date": "2026-01-01", "value": 3}]}],
 "checklistAnswers": [{"checklistId": "scope", "answers": ["yes", null]}],
 "comments": [{"id": "q1", "targetId": "c1", "at": "2026-06-11T10:15:00Z", "text": {"nl": "Klopt dit?"}, "resolved": false}, {"id": "q2", "targetId": "q1", "at": "2026-06-11T10:16:00Z", "text": {"nl": "Ja"}, "resolved": true}],
 "plan": [{"step": {"nl": "Interviews"}, "due": "2026-02-01", "ownerId": "m-1", "status": "open"}],
 "views": [{"id": "w1", "name": {"nl": "Directie"}, "audience": "board", "hiddenLaneIds": ["l1"], "tags": ["prijs"], "hideGuesses": true}]}`

type fataler interface {
	Helper()
	Fatal(...any)
	Fatalf(string, ...any)
}

func openSmall(t fataler) *journey.Document {
	t.Helper()
	var j journey.Journey
	if err := json.Unmarshal([]byte(smallJourney), &j); err != nil {
		t.Fatal(err)
	}
	d, err := journey.FromJourney(&j, small{})
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// kindNames are the kinds that an insert can make, and one that it cannot.
var kindNames = []string{"stage", "lane", "card", "link", "transition", "score", "opportunity", "action", "finding", "recommendation",
	"assessment", "return", "metric", "checklist", "comment", "view", "unheard"}

// keysOf lists every key an entity has, nested ones with dots.
func keysOf(t reflect.Type, prefix string) []string {
	var keys []string
	for i := range t.NumField() {
		f := t.Field(i)
		name, _, _ := strings.Cut(f.Tag.Get("json"), ",")
		keys = append(keys, prefix+name)
		inner := f.Type
		if inner.Kind() == reflect.Pointer {
			inner = inner.Elem()
		}
		if inner.Kind() == reflect.Struct {
			keys = append(keys, keysOf(inner, prefix+name+".")...)
		}
	}
	return keys
}

var keysByType = map[reflect.Type][]string{}

func keysFor(e edit.Entity) []string {
	t := reflect.TypeOf(e).Elem()
	if keysByType[t] == nil {
		keysByType[t] = keysOf(t, "")
	}
	return keysByType[t]
}

// gambler draws ops, sensible ones mostly.
type gambler struct {
	t     *rapid.T
	d     *journey.Document
	ids   []string            // all there are, deleted ones too
	byOf  map[string][]string // kind → ids
	fresh *int
}

func newGambler(t *rapid.T, d *journey.Document, fresh *int) *gambler {
	var stored []struct{ ID, Type string }
	if err := json.Unmarshal(d.State(), &stored); err != nil {
		t.Fatal(err)
	}
	g := &gambler{t: t, d: d, byOf: map[string][]string{}, fresh: fresh}
	for _, n := range stored {
		g.ids = append(g.ids, n.ID)
		g.byOf[n.Type] = append(g.byOf[n.Type], n.ID)
	}
	for id, kind := range outsideThings {
		g.byOf[kind] = append(g.byOf[kind], id)
		slices.Sort(g.byOf[kind])
	}
	return g
}

func (g *gambler) chance(percent int) bool {
	return rapid.IntRange(0, 99).Draw(g.t, "chance") < percent
}

func (g *gambler) int(low, high int) int { return rapid.IntRange(low, high).Draw(g.t, "n") }

func pick[T any](g *gambler, from ...T) T { return from[g.int(0, len(from)-1)] }

// id gives an id of a kind, now and then one of anything or of nothing.
func (g *gambler) id(kind string) string {
	switch {
	case len(g.byOf[kind]) == 0 || g.chance(4):
		return pick(g, append([]string{"", "nothing", "score:s1:presence:m-9", "__proto__"}, g.ids...)...)
	default:
		return pick(g, g.byOf[kind]...)
	}
}

func (g *gambler) transaction(n int64) *edit.Transaction {
	tx := &edit.Transaction{Client: "tab", N: n}
	for range g.int(1, 4) {
		tx.Ops = append(tx.Ops, g.op())
	}
	return tx
}

func (g *gambler) op() edit.Op {
	switch roll := g.int(0, 99); {
	case roll < 40:
		return g.set()
	case roll < 60:
		return g.insert()
	case roll < 75:
		return edit.Op{Verb: edit.Move, ID: g.id(pick(g, "card", "card", "card", "stage", "lane", "link", "return")), Pos: g.pos()}
	case roll < 88:
		return edit.Op{Verb: edit.Delete, ID: g.id(pick(g, kindNames...))}
	case roll < 99:
		return edit.Op{Verb: edit.Restore, ID: pick(g, g.ids...)}
	}
	return edit.Op{Verb: edit.Verb(pick(g, "", "explode")), ID: pick(g, g.ids...)}
}

func (g *gambler) pos() *edit.Pos {
	if g.chance(5) {
		return nil
	}
	p := &edit.Pos{Order: g.int(-1, 6)}
	if g.chance(70) {
		p.StageID = g.id("stage")
	}
	if g.chance(70) {
		p.LaneID = g.id("lane")
	}
	if g.chance(3) {
		p.Index = pick(g, "V", "0", "é", strings.Repeat("z", 80), "a0")
	}
	return p
}

// composedID gives the id of something that has none of its own.
func (g *gambler) composedID() string {
	member := g.id("member")
	switch g.int(0, 4) {
	case 0:
		return fmt.Sprintf("score:%s:%s:%s", g.id("stage"), pick(g, "relevance", "presence"), member)
	case 1:
		return fmt.Sprintf("transition:%s:%s:%s", g.id("stage"), pick(g, "exit", g.id("stage")), pick(g, "forward", "back", "exit"))
	case 2:
		return fmt.Sprintf("assessment:%s:%s", pick(g, "journey", g.id("card")), member)
	case 3:
		return fmt.Sprintf("return:%s:%s:%d", pick(g, "material", "immaterial"), pick(g, "customer", "organisation"), g.int(0, 3))
	}
	return "checklist:" + pick(g, "scope", "start", "a b")
}

func (g *gambler) set() edit.Op {
	op := edit.Op{Verb: edit.Set, ID: pick(g, g.ids...)}
	if g.chance(25) {
		op.ID = g.composedID()
	}
	keys := []string{"value", "share", "scores", "text", "answers", "status"}
	if n := g.d.Find(op.ID); n != nil {
		keys = keysFor(n.Entity)
	}
	op.Key = pick(g, append(keys, "nonsense", "title.nl.x", "order", "id")...)
	op.Value = g.value(op.Key)
	return op
}

// insertKeys are the keys an insert fills by chance, on top of what its kind cannot do without.
var insertKeys = map[string][]string{
	"stage": {"weight", "audience", "situation"}, "lane": {"hidden"}, "link": {"direction", "strength"}, "transition": {"share"}, "score": {},
	"card":        {"body", "evidenceIds", "emotion", "rating", "yes", "no", "measured", "barrierIds", "severity", "stageId"},
	"opportunity": {"basedOn", "primary", "importance"}, "action": {"rice", "channelId", "opportunityId", "principleChecks"}, "finding": {"cardId"},
	"recommendation": {"findingIds", "actionIds"}, "assessment": {}, "return": {"amount"}, "metric": {"series"}, "checklist": {}, "comment": {"authorId"},
}

var neededKeys = map[string][]string{
	"stage": {"name"}, "lane": {"type"}, "card": {"type", "title"}, "link": {"kind", "fromCardId", "toCardId"}, "transition": {}, "score": {"value"},
	"opportunity": {"stageId", "title"}, "action": {"stageId", "title"}, "finding": {"statement"}, "recommendation": {"statement"},
	"assessment": {"scores"}, "return": {"text"}, "metric": {"stageId", "name"}, "checklist": {"answers"}, "comment": {"targetId", "at", "text"},
}

func (g *gambler) insert() edit.Op {
	kind := pick(g, kindNames...)
	op := edit.Op{Verb: edit.Insert, Type: kind, Pos: g.pos(), Props: map[string]json.RawMessage{}}
	*g.fresh++
	op.ID = fmt.Sprintf("n%d", *g.fresh)
	if slices.Contains([]string{"transition", "score", "assessment", "return", "checklist"}, kind) {
		op.ID = g.composedID()
	}
	if g.chance(3) {
		op.ID = pick(g, append(g.ids, "", "a b", "colon:x")...)
	}
	for _, key := range neededKeys[kind] {
		if !g.chance(2) {
			op.Props[key] = g.value(key)
		}
	}
	for _, key := range insertKeys[kind] {
		if g.chance(30) {
			op.Props[key] = g.value(key)
		}
	}
	return op
}

var junk = []string{`null`, `""`, `0`, `-1`, `1e300`, `true`, `[]`, `[null]`, `{}`, `[{}]`, `{"nl": 1}`, `"\u0000"`, `[[1]]`, `{"x": 1}`, `"x"`, `2.5`}

// value draws a value that fits a key most of the time.
func (g *gambler) value(key string) json.RawMessage {
	if g.chance(7) {
		return json.RawMessage(pick(g, junk...))
	}
	raw, err := json.Marshal(g.fitting(key))
	if err != nil {
		g.t.Fatal(err)
	}
	return raw
}

func (g *gambler) text() object {
	long := strings.Repeat("é", pick(g, 200, 201, 4000, 4001))
	return pick(g, object{"nl": "Tekst"}, object{"en": "Text", "nl": "🚲 fiets"}, object{"nl": long}, object{"nl": ""}, object{"en": "a\nb"})
}

func (g *gambler) some(kind string) []string {
	var ids []string
	for range g.int(0, 3) {
		ids = append(ids, g.id(kind))
	}
	return ids
}

// fitting draws what a key usually holds.
func (g *gambler) fitting(key string) any {
	last := key[strings.LastIndexByte(key, '.')+1:]
	if kind := pointsTo[last]; kind != "" {
		if strings.HasSuffix(last, "s") || last == "basedOn" {
			return g.some(kind)
		}
		return g.id(kind)
	}
	if draw, ok := draws[last]; ok {
		return draw(g)
	}
	switch {
	case last == "nl" || last == "en":
		return pick(g, "", "Tekst", "met\nregel", strings.Repeat("x", 201))
	case last == "targetId":
		return pick(g, g.ids...)
	case last == "steering":
		return []object{{"text": g.text(), "type": "offer", "actionId": g.id("action")}}
	case last == "principleChecks":
		return []object{{"principleId": g.id("guidingPrinciple"), "verdict": "fits"}}
	}
	return g.text()
}

// draws gives, for keys that are neither ids nor texts, one value in or just outside of their range.
var draws = map[string]func(*gambler) any{
	"order": number(0, 9), "value": number(-1, 101), "share": fraction, "weight": fraction, "usedByShare": fraction, "confidence": fraction,
	"valence": number(-3, 3), "severity": number(0, 6), "strength": number(0, 4), "priority": number(0, 4), "size": number(-1, 9), "count": number(-1, 9),
	"importance": number(-1, 11), "satisfaction": number(-1, 11), "ambition": number(0, 11), "expected": number(0, 11), "promised": number(0, 11),
	"k": number(0, 5), "n": number(0, 5), "amount": number(-5, 5), "cost": number(-1, 5),
	"hidden": oneOf[any](true, false), "derived": oneOf[any](true, false), "primary": oneOf[any](true, true, false), "resolved": oneOf[any](true, false),
	"type":           oneOf[any]("touchpoint", "decision", "barrier", "note", "action", "need", "process", "unheard"),
	"kind":           oneOf[any]("influences", "causes", "related", "current", "forward"),
	"status":         oneOf[any]("guess", "known", "idea", "open", "draft"),
	"evidenceStatus": oneOf[any]("guess", "known"),
	"situation":      oneOf[any]("become", "be", "stay", ""),
	"direction":      oneOf[any]("raises", "lowers", "sideways"),
	"dimension":      oneOf[any]("relevance", "presence"),
	"at":             oneOf[any]("2026-06-11T10:15:00Z", "yesterday"),
	"exit":           oneOf[any]("competitor", ""),
	"answers":        oneOf[any]([]any{"yes", nil}, []any{"maybe"}, []any{}),
	"scores":         oneOf[any]([]any{1, 2, 3, 4, 5, nil, 1, 2, 3, 4}, []any{9, nil, nil, nil, nil, nil, nil, nil, nil, nil}, []any{1}),
	"emotion":        oneOf[any](object{"valence": 2}, object{"word": "blij"}, object{"valence": 3}, nil),
	"rating":         oneOf[any](object{"expected": 7}, object{"promised": 11}, object{}, nil),
	"measured":       oneOf[any](object{"k": 1, "n": 3}, object{"k": 4, "n": 3}, nil),
	"rice":           oneOf[any](object{"reach": 9, "impact": 2, "confidence": 0.5, "effort": 1}, object{"reach": 9, "impact": 2, "confidence": 0.5, "effort": 0}),
	"audience":       oneOf[any](object{"size": 4}, object{"evidenceIds": []string{"ev-1"}}, object{"evidenceIds": []string{"ev-9"}}),
	"series":         oneOf[any]([]object{{"date": "2026-01-01", "value": 2}}, []any{nil}),
	"yes":            outcome, "no": outcome,
}

func number(low, high int) func(*gambler) any {
	return func(g *gambler) any { return g.int(low, high) }
}

func fraction(g *gambler) any { return float64(g.int(-1, 11)) / 10 }

func oneOf[T any](values ...T) func(*gambler) T {
	return func(g *gambler) T { return pick(g, values...) }
}

func outcome(g *gambler) any {
	return pick[any](g, object{"stageId": g.id("stage")}, object{"cardId": g.id("card")}, object{"exit": "competitor"}, object{"stageId": "s1", "exit": "x"}, nil)
}
