package storetest

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"
	"time"

	"klantreis/internal/collab"
	"klantreis/internal/edit"
	"klantreis/internal/journey"
)

// Start is a moment with everything that a stored time must keep: nanoseconds, and UTC.
var Start = time.Date(2026, 11, 24, 9, 30, 0, 123456789, time.UTC)

const stages, lanes = 5, 4

// Journey makes a small real journey: five stages, four lanes, and cards spread over them.
func Journey(t testing.TB, id string, cards int) *journey.Document {
	j := &journey.Journey{ID: id, Title: journey.Text{NL: "Een racefiets kopen"}, Kind: "current", Status: "draft", StageSet: "custom"}
	for i := range stages {
		j.Stages = append(j.Stages, &journey.Stage{ID: fmt.Sprintf("st-%d", i), Order: i + 1, Name: journey.Text{NL: fmt.Sprintf("Fase %d", i)}})
	}
	for i := range lanes {
		j.Lanes = append(j.Lanes, &journey.Lane{ID: fmt.Sprintf("la-%d", i), Type: "touchpoint", Order: i + 1})
	}
	for i := range cards {
		j.Cards = append(j.Cards, &journey.Card{
			ID: CardID(i), StageID: fmt.Sprintf("st-%d", i%stages), LaneID: fmt.Sprintf("la-%d", i/stages%lanes),
			Order: i/(stages*lanes) + 1, Type: "touchpoint", EvidenceStatus: "guess", EvidenceIDs: []string{},
			Title: journey.Text{NL: fmt.Sprintf("Contactmoment %d", i), EN: fmt.Sprintf("Touchpoint %d", i)},
		})
	}
	doc, err := journey.FromJourney(j, nil)
	if err != nil {
		t.Fatal(err)
	}
	return doc
}

// CardID is the id of a card of Journey.
func CardID(i int) string { return fmt.Sprintf("c-%d", i) }

// Apply applies ops to a document and gives the entry that the log keeps of them.
func Apply(doc *edit.Doc, seq int64, client string, n int64, ops ...edit.Op) collab.Entry {
	out := doc.Apply(&edit.Transaction{Client: client, N: n, Ops: ops}, nil)
	return collab.Entry{
		Seq: seq, Client: client, N: n, Actor: "m-1", At: Start.Add(time.Duration(seq) * time.Second),
		Ops: out.Canonical, Results: out.Results,
	}
}

// SetTitle is the op that gives a card a title.
func SetTitle(card int, title string) edit.Op {
	return edit.Op{Verb: edit.Set, ID: CardID(card), Key: "title.nl", Value: quoted(title)}
}

// randomOps are one to three ops of all verbs on a journey with this many cards; some of them are
// impossible, as those of people are.
func randomOps(random *rand.Rand, cards, step int) []edit.Op {
	all := []edit.Op{
		SetTitle(random.IntN(cards), fmt.Sprintf("Titel %d", step)),
		{Verb: edit.Move, ID: CardID(random.IntN(cards)), Pos: &edit.Pos{StageID: fmt.Sprintf("st-%d", random.IntN(stages)), Order: 1 + random.IntN(3)}},
		{Verb: edit.Delete, ID: CardID(random.IntN(cards))},
		{Verb: edit.Restore, ID: CardID(random.IntN(cards))},
		{
			Verb: edit.Insert, ID: fmt.Sprintf("new-%d", step), Type: "card", Pos: &edit.Pos{StageID: "st-1", LaneID: "la-1", Order: 1},
			Props: map[string]json.RawMessage{"type": quoted("touchpoint"), "title": json.RawMessage(`{"nl":"Nieuw"}`)},
		},
	}
	random.Shuffle(len(all), func(i, j int) { all[i], all[j] = all[j], all[i] })
	return slices.Clone(all[:1+random.IntN(3)])
}

func quoted(s string) json.RawMessage {
	raw, err := json.Marshal(s)
	if err != nil { // a string can always be written
		panic(err)
	}
	return raw
}

// Replay opens a stored journey and replays its tail.
func Replay(t testing.TB, stored *collab.Stored) *journey.Document {
	doc, err := journey.Open(stored.Snapshot.State)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range stored.Tail {
		if err := doc.Replay(e.Ops); err != nil {
			t.Fatalf("seq %d: %v", e.Seq, err)
		}
	}
	return doc
}
