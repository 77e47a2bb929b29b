package persona_test

import (
	"math"
	"testing"

	"pgregory.net/rapid"

	"klantreis/internal/demo"
	"klantreis/internal/journey"
	"klantreis/internal/persona"
)

func TestBalanceProperties(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		amount := rapid.Float64Range(0, 1000)
		l := persona.Load{Become: amount.Draw(t, "become"), Be: amount.Draw(t, "be"), Stay: amount.Draw(t, "stay")}
		b := l.Balance()
		if (b.Warning == persona.NoActionForStay) != (l.Stay == 0) {
			t.Fatalf("%+v: %q", l, b.Warning)
		}
		if b.Stay == nil {
			if l != (persona.Load{}) {
				t.Fatalf("%+v has no shares", l)
			}
			return
		}
		if math.Abs(*b.Become+*b.Be+*b.Stay-1) > 1e-9 || *b.Stay < 0 || *b.Stay > 1 {
			t.Fatalf("%+v: %v, %v, %v", l, *b.Become, *b.Be, *b.Stay)
		}
	})
}

// The numbers are those that the author of the demo counted.
func TestOpenLoadsOfDemo(t *testing.T) {
	want := map[string]persona.Load{"jo-femke": {Become: 10, Be: 5}, "jo-ruud": {Stay: 4}, "jo-mortgage": {Become: 6, Stay: 1}}
	examples, err := demo.Workspaces()
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range examples {
		var all persona.Load
		for _, j := range e.Journeys {
			got := persona.OpenLoads([]*journey.Journey{j}).Actions
			if got != want[j.ID] {
				t.Errorf("%s: got %+v, want %+v", j.ID, got, want[j.ID])
			}
			all.Become, all.Be, all.Stay = all.Become+got.Become, all.Be+got.Be, all.Stay+got.Stay
		}
		if got := persona.OpenLoads(e.Journeys).Actions; got != all {
			t.Errorf("together %+v, one by one %+v", got, all)
		}
	}
}

func TestOpenLoadsAddUpWhatIsFilledIn(t *testing.T) {
	j := &journey.Journey{
		Stages: []*journey.Stage{{ID: "a", Situation: "be"}, {ID: "b"}},
		Actions: []*journey.Action{
			{StageID: "a", Status: "open", Rice: &journey.Rice{Effort: 3}, Cost: new(200.0)},
			{StageID: "a", Status: "doing"},
			{StageID: "a", Status: "done", Cost: new(1000.0)},
			{StageID: "b", Status: "open", Cost: new(500.0)},
		},
	}
	got := persona.OpenLoads([]*journey.Journey{j})
	if want := (persona.Loads{Actions: persona.Load{Be: 2}, Effort: persona.Load{Be: 3}, Cost: persona.Load{Be: 200}}); got != want {
		t.Errorf("got %+v, want %+v", got, want)
	}
}
