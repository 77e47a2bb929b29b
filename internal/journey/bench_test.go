package journey_test

import (
	"encoding/json"
	"fmt"
	"testing"

	"klantreis/internal/edit"
	"klantreis/internal/journey"
)

// bigRefs answers for a workspace that has everything.
type bigRefs struct{}

func (bigRefs) Has(string, string) bool { return true }
func (bigRefs) Known(ids []string) bool { return len(ids) > 0 }

// bigJourney makes a map with so many cards, spread over 10 stages and 8 lanes, and a sensible
// number of everything else.
func bigJourney(t testing.TB, cards int) *journey.Document {
	t.Helper()
	j := &journey.Journey{ID: "jo-big", Title: journey.Text{EN: "Big"}, Kind: "current", Status: "draft", StageSet: "custom"}
	types := []journey.CardType{"doing", "touchpoint", "decision", "source", "expectation", "emotion", "need", "barrier"}
	one := func(n float64) *float64 { return &n }
	for i := range 10 {
		j.Stages = append(j.Stages, &journey.Stage{ID: fmt.Sprintf("st-%d", i), Order: i + 1, Name: journey.Text{NL: "Fase", EN: "Stage"}, Situation: "become"})
	}
	for i, lane := range types {
		j.Lanes = append(j.Lanes, &journey.Lane{ID: fmt.Sprintf("ln-%d", i), Order: i + 1, Type: journey.LaneType(lane)})
	}
	for i := range cards {
		c := &journey.Card{
			ID: fmt.Sprintf("c-%04d", i), StageID: fmt.Sprintf("st-%d", i%10), LaneID: fmt.Sprintf("ln-%d", i/10%8), Order: i/80 + 1,
			Type: types[i/10%8], EvidenceStatus: "known", EvidenceIDs: []string{"ev-1", "ev-2"},
			Title: journey.Text{NL: "Waar vind ik een proefrit die bij mij past?", EN: "Where do I find a test ride that suits me?"},
			Body:  journey.Text{NL: "Zoekt op de telefoon, ’s avonds, en vergelijkt drie winkels.", EN: "Searches on the phone, at night, and compares three shops."},
		}
		if c.Type == "touchpoint" {
			valence := i%5 - 2
			c.ChannelID, c.Emotion = "ch-store", &journey.Emotion{Valence: &valence}
			c.Rating = &journey.Rating{Expected: one(7), Promised: one(8), Delivered: one(6)}
		}
		j.Cards = append(j.Cards, c)
	}
	for i := range cards / 10 {
		j.Links = append(j.Links, &journey.Link{ID: fmt.Sprintf("l-%d", i), Kind: "leads_to", FromCardID: j.Cards[i].ID, ToCardID: j.Cards[cards-1-i].ID})
	}
	for i := range 60 {
		value := i
		j.Scores = append(j.Scores, &journey.Score{StageID: fmt.Sprintf("st-%d", i%10), Dimension: []string{"relevance", "presence"}[i/10%2],
			ScorerID: fmt.Sprintf("m-%d", i/20), Value: &value, EvidenceStatus: "guess"})
	}
	d, err := journey.FromJourney(j, bigRefs{})
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// edits gives the ops of an ordinary working day: texts, places, scores, new cards that go again.
func edits(round int) []edit.Op {
	card := fmt.Sprintf("c-%04d", round*7%500)
	fresh := fmt.Sprintf("new-%d", round)
	raw := func(v any) json.RawMessage { b, _ := json.Marshal(v); return b }
	return []edit.Op{
		{Verb: edit.Set, ID: card, Key: "title.nl", Value: raw(fmt.Sprintf("Titel nummer %d", round))},
		{Verb: edit.Set, ID: card, Key: "body.en", Value: raw("A longer text that says what happens here, and why it matters.")},
		{Verb: edit.Move, ID: card, Pos: &edit.Pos{StageID: fmt.Sprintf("st-%d", round%10), LaneID: fmt.Sprintf("ln-%d", round*7%500/10%8), Order: round%6 + 1}},
		{Verb: edit.Set, ID: "score:st-1:relevance:m-0", Key: "value", Value: raw(round % 101)},
		{Verb: edit.Set, ID: "st-3", Key: "customerQuestion.nl", Value: raw("Koop ik hier?")},
		{Verb: edit.Insert, ID: fresh, Type: "card", Pos: &edit.Pos{StageID: fmt.Sprintf("st-%d", round%10), LaneID: "ln-0", Order: 2},
			Props: map[string]json.RawMessage{"type": raw("doing"), "title": raw(journey.Text{NL: "Nieuw"})}},
		{Verb: edit.Delete, ID: fresh},
		{Verb: edit.Set, ID: card, Key: "evidenceIds", Value: raw([]string{"ev-1"})},
	}
}

// BenchmarkApply measures ops on a 500-card map; it is to do 200,000 a second.
func BenchmarkApply(b *testing.B) {
	const rounds = 2000 // then a fresh map: deleted cards stay, and no map lives for a million edits
	state := bigJourney(b, 500).State()
	day := make([][]edit.Op, rounds)
	for i := range day {
		day[i] = edits(i)
	}
	b.ResetTimer()
	done := 0
	for b.Loop() {
		b.StopTimer()
		d, err := journey.Open(state)
		if err != nil {
			b.Fatal(err)
		}
		b.StartTimer()
		for i, ops := range day {
			out := d.Apply(&edit.Transaction{Client: "tab", N: int64(i + 1), Ops: ops}, bigRefs{})
			for _, r := range out.Results {
				if !r.Applied {
					b.Fatal(r.Reason)
				}
			}
			done += len(ops)
		}
	}
	b.ReportMetric(float64(done)/b.Elapsed().Seconds(), "ops/s")
}

// BenchmarkApplyOne measures single kinds of op.
func BenchmarkApplyOne(b *testing.B) {
	for i, name := range []string{"title", "body", "move", "score", "stage", "insert", "delete", "evidence"} {
		if name == "insert" || name == "delete" {
			continue // once per id: measured above
		}
		b.Run(name, func(b *testing.B) {
			d := bigJourney(b, 500)
			ops := [2][]edit.Op{edits(1)[i : i+1], edits(2)[i : i+1]}
			n := int64(0)
			for b.Loop() {
				n++
				d.Apply(&edit.Transaction{Client: "tab", N: n, Ops: ops[n%2]}, bigRefs{})
			}
		})
	}
}

// BenchmarkOpen measures what a person waits for when a 2,000-card map is opened: 100 ms at most.
func BenchmarkOpen(b *testing.B) {
	state := bigJourney(b, 2000).State()
	for b.Loop() {
		d, err := journey.Open(state)
		if err != nil {
			b.Fatal(err)
		}
		view := d.Journey(bigRefs{})
		if _, err := json.Marshal(view); err != nil {
			b.Fatal(err)
		}
		if _, err := json.Marshal(journey.Compute(view)); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkCompute measures the numbers of a 500-card map: well below a millisecond.
func BenchmarkCompute(b *testing.B) {
	view := bigJourney(b, 500).Journey(bigRefs{})
	for b.Loop() {
		journey.Compute(view)
	}
}

// BenchmarkView measures what one edit costs beyond itself.
func BenchmarkView(b *testing.B) {
	d := bigJourney(b, 500)
	for b.Loop() {
		d.Journey(bigRefs{})
	}
}
