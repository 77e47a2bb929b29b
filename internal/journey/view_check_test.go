package journey_test

import (
	"encoding/json"
	"fmt"
	"math"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// This is the data model's list of invariants, written down a second time. It looks at the JSON of
// a view alone and knows nothing of the types and checks of the program.

type object = map[string]any

// checker collects what is wrong with a view.
type checker struct {
	known   map[string]bool   // evidence that makes known
	outside map[string]string // id → kind, of the workspace
	inside  map[string]string // id → kind, of the journey
	cards   map[string]object
	wrong   []string
}

// pointsTo tells for each key that holds ids what kind they are of.
var pointsTo = map[string]string{
	"stageId": "stage", "laneId": "lane", "cardId": "card", "fromCardId": "card", "toCardId": "card", "fromStageId": "stage",
	"toStageId": "stage", "customerFromStageId": "stage", "touchpointId": "card", "scorerId": "member", "authorId": "member",
	"ownerId": "member", "channelId": "channel", "opportunityId": "opportunity", "metricId": "metric", "actionId": "action",
	"principleId": "guidingPrinciple", "personaId": "persona", "productId": "product", "customerGroupId": "customerGroup",
	"evidenceIds": "evidence", "processIds": "process", "barrierIds": "card", "basedOn": "card", "findingIds": "finding",
	"actionIds": "action", "productIds": "product",
}

// listKinds tells what the lists of a journey hold.
var listKinds = map[string]string{
	"stages": "stage", "lanes": "lane", "cards": "card", "links": "link", "opportunities": "opportunity", "actions": "action",
	"findings": "finding", "recommendations": "recommendation", "metrics": "metric", "comments": "comment",
}

// composedIDs tells how what has no id of its own is named.
var composedIDs = map[string]func(object) string{
	"scores": func(e object) string {
		return fmt.Sprintf("score:%v:%v:%v", e["stageId"], e["dimension"], e["scorerId"])
	},
	"transitions": func(e object) string {
		return fmt.Sprintf("transition:%v:%v:%v", e["fromStageId"], orWord(e["toStageId"], "exit"), e["kind"])
	},
	"principleAssessments": func(e object) string {
		return fmt.Sprintf("assessment:%v:%v", orWord(e["touchpointId"], "journey"), e["scorerId"])
	},
	"checklistAnswers": func(e object) string { return fmt.Sprintf("checklist:%v", e["checklistId"]) },
}

func orWord(id any, word string) any {
	if id == nil {
		return word
	}
	return id
}

func checkView(view []byte, known map[string]bool, outside map[string]string) []string {
	var j object
	if err := json.Unmarshal(view, &j); err != nil {
		return []string{err.Error()}
	}
	c := &checker{known: known, outside: outside, inside: map[string]string{}, cards: map[string]object{}}
	if _, ok := j["computed"]; ok {
		c.say("INV-21: computed values are stored")
	}
	c.inside[j["id"].(string)] = "journey"
	for list, kind := range listKinds {
		for _, e := range objects(j[list]) {
			id := e["id"].(string)
			if c.inside[id] != "" {
				c.say("id %s stands twice", id)
			}
			c.inside[id] = kind
			if kind == "card" {
				c.cards[id] = e
			}
		}
	}
	for list, id := range composedIDs {
		for _, e := range objects(j[list]) {
			c.inside[id(e)] = list
		}
	}
	c.places(j)
	for _, card := range objects(j["cards"]) {
		c.card(card)
	}
	c.links(j)
	c.scores(j)
	c.rest(j)
	c.walk("", j)
	return c.wrong
}

func (c *checker) say(format string, args ...any) {
	c.wrong = append(c.wrong, fmt.Sprintf(format, args...))
}

func objects(list any) []object {
	elements, _ := list.([]any)
	all := make([]object, len(elements))
	for i := range elements {
		all[i], _ = elements[i].(object)
	}
	return all
}

// places: INV-02, INV-03, INV-04, and that everything is listed in its order.
func (c *checker) places(j object) {
	rank := map[string]float64{}
	derived := map[string]bool{}
	for _, list := range []string{"stages", "lanes"} {
		for i, e := range objects(j[list]) {
			if e["order"] != float64(i+1) {
				c.say("INV-02: the order of %v in %s is %v, not %d", e["id"], list, e["order"], i+1)
			}
			rank[e["id"].(string)] = float64(i + 1)
			if list == "lanes" {
				derived[e["id"].(string)] = e["derived"].(bool)
				if fills := slices.Contains([]string{"opportunity", "action", "metric"}, e["type"].(string)); fills != e["derived"] {
					c.say("a lane of type %v says derived %v", e["type"], e["derived"])
				}
			}
		}
	}
	if n := len(objects(j["stages"])); n < 1 || n > 20 {
		c.say("INV-02: %d stages", n)
	}
	next, before := map[string]float64{}, []float64{0, 0, 0}
	for _, card := range objects(j["cards"]) {
		stage, lane := card["stageId"].(string), card["laneId"].(string)
		if rank[stage] == 0 || rank[lane] == 0 || c.inside[stage] != "stage" || c.inside[lane] != "lane" {
			c.say("INV-03: card %v lies in %q, %q", card["id"], stage, lane)
		}
		if derived[lane] {
			c.say("INV-04: card %v lies in a lane that fills itself", card["id"])
		}
		next[stage+" "+lane]++
		if card["order"] != next[stage+" "+lane] {
			c.say("INV-03: the order of card %v is %v, not %v", card["id"], card["order"], next[stage+" "+lane])
		}
		now := []float64{rank[stage], rank[lane], card["order"].(float64)}
		if slices.Compare(before, now) >= 0 {
			c.say("card %v is listed out of order", card["id"])
		}
		before = now
	}
}

// card: INV-05, INV-06, INV-08, INV-09, INV-10.
func (c *checker) card(card object) {
	backed := slices.ContainsFunc(texts(card["evidenceIds"]), func(id string) bool { return c.known[id] })
	if status := map[bool]string{true: "known", false: "guess"}[backed]; card["evidenceStatus"] != status {
		c.say("INV-08: card %v is %v", card["id"], card["evidenceStatus"])
	}
	yes, no := card["yes"], card["no"]
	for _, outcome := range []any{yes, no} {
		if o, filled := outcome.(object); filled && len(o) != 1 {
			c.say("INV-05: an answer of %v leads to %v", card["id"], o)
		}
	}
	if yes != nil && fmt.Sprint(yes) == fmt.Sprint(no) {
		c.say("INV-05: both answers of %v lead to %v", card["id"], yes)
	}
	if m, ok := card["measured"].(object); ok && !(0 <= m["k"].(float64) && m["k"].(float64) <= m["n"].(float64) && m["n"].(float64) >= 1) {
		c.say("INV-06: %v measured %v", card["id"], m)
	}
	if e, ok := card["emotion"].(object); ok && e["valence"] != nil {
		if v := e["valence"].(float64); v != math.Trunc(v) || v < -2 || v > 2 {
			c.say("INV-09: valence %v", v)
		}
	}
	if r, ok := card["rating"].(object); ok {
		for key, v := range r {
			if v.(float64) < 1 || v.(float64) > 10 {
				c.say("INV-10: %s is %v", key, v)
			}
		}
	}
}

func texts(list any) []string {
	elements, _ := list.([]any)
	all := make([]string, len(elements))
	for i := range elements {
		all[i] = elements[i].(string)
	}
	return all
}

// links: INV-13.
func (c *checker) links(j object) {
	seen := map[string]bool{}
	for _, l := range objects(j["links"]) {
		from, to := l["fromCardId"].(string), l["toCardId"].(string)
		if from == to {
			c.say("INV-13: %v links %s to itself", l["id"], from)
		}
		if key := fmt.Sprint(from, " ", to, " ", l["kind"]); seen[key] {
			c.say("INV-13: two links %s", key)
		} else {
			seen[key] = true
		}
		for _, end := range []string{from, to} {
			if t := c.cards[end]["type"]; l["kind"] == "influences" && t != "touchpoint" && t != "decision" {
				c.say("INV-13: a %v influences or is influenced", t)
			}
		}
	}
}

// scores: INV-01, INV-14, INV-12.
func (c *checker) scores(j object) {
	seen := map[string]bool{}
	for _, s := range objects(j["scores"]) {
		key := fmt.Sprint(s["stageId"], s["dimension"], s["scorerId"])
		v, whole := s["value"].(float64)
		if seen[key] || !whole || v != math.Trunc(v) || v < 0 || v > 100 || s["dimension"] != "relevance" && s["dimension"] != "presence" {
			c.say("INV-01: score %v", s)
		}
		seen[key] = true
	}
	sum := map[any]float64{}
	for _, t := range objects(j["transitions"]) {
		share, _ := t["share"].(float64)
		sum[t["fromStageId"]] += share
		if (t["kind"] == "exit") != (t["toStageId"] == nil) {
			c.say("transition %v", t)
		}
	}
	for stage, s := range sum {
		if s > 1+1e-9 {
			c.say("INV-14: %v leave %v", s, stage)
		}
	}
	for _, a := range objects(j["principleAssessments"]) {
		for _, v := range a["scores"].([]any) {
			if n, given := v.(float64); given && (n < 1 || n > 5 || n != math.Trunc(n)) {
				c.say("INV-12: %v", v)
			}
		}
	}
}

// rest: INV-15, INV-26, INV-28.
func (c *checker) rest(j object) {
	primary := map[any]bool{}
	for _, o := range objects(j["opportunities"]) {
		if o["primary"] == true {
			if primary[o["stageId"]] {
				c.say("INV-26: two main opportunities in %v", o["stageId"])
			}
			primary[o["stageId"]] = true
		}
	}
	for _, a := range objects(j["actions"]) {
		if a["channelId"] == "" || a["stageId"] == "" {
			c.say("INV-15: action %v has no stage or channel", a["id"])
		}
		if r, ok := a["rice"].(object); ok && r["effort"].(float64) <= 0 {
			c.say("INV-15: effort %v", r["effort"])
		}
	}
	for _, s := range objects(j["stages"]) {
		if w, ok := s["weight"].(float64); ok && (w < 0 || w > 1) {
			c.say("INV-28: weight %v", w)
		}
	}
}

// titles are the keys whose texts are one line of at most 200 characters (INV-25).
var titles = []string{"title", "name", "statement"}

// walk looks at every text and every reference, wherever it stands.
func (c *checker) walk(key string, value any) {
	switch v := value.(type) {
	case object:
		for k, inner := range v {
			if k == "nl" || k == "en" {
				c.text(key, inner)
			} else {
				c.walk(k, inner)
			}
		}
	case []any:
		for _, inner := range v {
			c.walk(key, inner)
		}
	case string:
		if kind := pointsTo[key]; kind != "" && c.inside[v] != kind && c.outside[v] != kind {
			c.say("%s points to %q, which is no %s", key, v, kind)
		}
		if key == "targetId" && c.inside[v] == "" {
			c.say("a comment on %q, which is not there", v)
		}
		c.text(key, v)
	case float64:
		if (key == "importance" || key == "satisfaction") && (v < 0 || v > 10) {
			c.say("INV-10: %s is %v", key, v)
		}
	}
}

func (c *checker) text(key string, value any) {
	s := value.(string)
	limit := 4000
	if slices.Contains(titles, key) {
		limit = 200
	}
	if utf8.RuneCountInString(s) > limit || strings.ContainsFunc(s, func(r rune) bool { return unicode.IsControl(r) && r != '\n' && r != '\t' }) {
		c.say("INV-25: %s has a text of %d characters", key, utf8.RuneCountInString(s))
	}
}
