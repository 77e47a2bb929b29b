package render

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"klantreis/internal/journey"
	"klantreis/internal/workspace"
)

// Whatever the journey, its picture is complete and nothing overlaps.
func TestAnyJourneyIsDrawn(t *testing.T) {
	const journeys = 100
	for seed := range uint64(journeys) {
		t.Run(fmt.Sprint("seed ", seed), func(t *testing.T) {
			g := &generator{rand.New(rand.NewPCG(seed, 1)), &workspace.Workspace{}, &journey.Journey{}}
			g.make(1+g.IntN(6), g.IntN(10), g.IntN(60))
			g.check(t)
		})
	}
}

// The ends of what is allowed.
func TestLargestAndSmallestJourneys(t *testing.T) {
	f := func(name string, stages, lanes, cards int) {
		t.Run(name, func(t *testing.T) {
			g := &generator{rand.New(rand.NewPCG(99, 1)), &workspace.Workspace{}, &journey.Journey{}}
			g.make(stages, lanes, cards)
			g.check(t)
		})
	}
	f("one stage, nothing else", 1, 0, 0)
	f("twenty stages", journey.StagesMax, 12, 200)
	f("five hundred cards", 5, 12, 500)
	f("five hundred cards in one stage", 1, 6, 500)
	f("twenty empty stages", journey.StagesMax, 3, 0)
}

// generator makes journeys of valid but odd content.
type generator struct {
	*rand.Rand
	w *workspace.Workspace
	j *journey.Journey
}

func (g *generator) check(t *testing.T) {
	t.Helper()
	kept := workspace.FileIDs{"wide": true, "high": true, "gone": true, "broken": true}
	if _, err := journey.FromJourney(g.j, g.w.References().WithFiles(kept)); err != nil {
		t.Fatalf("the generator made an invalid journey: %v", err)
	}
	for _, lang := range []string{"nl", "en"} {
		d := draw(t, g.j, g.w, lang, pictureOf(t, "wide", 300, 2), pictureOf(t, "high", 1, 200), &journey.Picture{ID: "broken", Data: []byte("no picture")})
		checkDrawing(t, g.j, d)
		readSVG(t, svgOf(t, d))
		if !slices.IsSorted(d.Missing) {
			t.Errorf("missing characters are out of order: %q", string(d.Missing))
		}
	}
}

func (g *generator) text() workspace.Text {
	text := workspace.Text{NL: oddText(g.Rand), EN: oddText(g.Rand)}
	switch g.IntN(6) {
	case 0:
		text.NL = ""
	case 1:
		text.EN = ""
	}
	return text
}

func (g *generator) some() bool { return g.IntN(2) == 0 }

func pick[T any](g *generator, list ...T) T { return list[g.IntN(len(list))] }

func (g *generator) make(stages, lanes, cards int) {
	w, j := g.w, g.j
	*w = workspace.Workspace{ID: "ws", Name: oddText(g.Rand), Locales: []workspace.Locale{"nl"}, Currency: "EUR"}
	for i := range 3 {
		w.Members = append(w.Members, &workspace.Member{ID: fmt.Sprint("m-", i), Name: oddText(g.Rand), Role: "editor"})
		w.Channels = append(w.Channels, &workspace.Channel{ID: pick(g, "ch-website", "ch-own", "x/ch-phone") + fmt.Sprint(i), Name: g.text(), Kind: "owned", Mode: "online"})
		w.Processes = append(w.Processes, &workspace.Process{ID: fmt.Sprint("pr-", i), Name: g.text(), Support: g.text()})
		w.Evidence = append(w.Evidence, &workspace.Evidence{ID: fmt.Sprint("ev-", i), Strength: 2, Statement: g.text()})
	}
	w.Personas = []*workspace.Persona{{ID: "pe", Name: oddText(g.Rand), Quote: g.text()}}
	*j = journey.Journey{ID: "jo", Title: g.text(), Kind: "current", Status: "draft", StageSet: "custom"}
	if g.some() {
		j.PersonaID = "pe"
	}
	for i := range stages {
		s := &journey.Stage{ID: fmt.Sprint("st-", i), Order: i + 1, Name: g.text()}
		if g.some() {
			s.CustomerQuestion = g.text()
		}
		if size := g.IntN(1e9); g.some() {
			s.Audience = &journey.Audience{Size: &size, Status: pick(g, "known", "guess")}
		}
		j.Stages = append(j.Stages, s)
	}
	for i := range lanes {
		l := &journey.Lane{ID: fmt.Sprint("ln-", i), Type: journey.LaneTypes[(i+g.IntN(3))%len(journey.LaneTypes)], Order: i + 1, Hidden: g.IntN(8) == 0}
		l.Derived = l.Type.Derived()
		if g.IntN(3) == 0 {
			l.Name = g.text()
		}
		j.Lanes = append(j.Lanes, l)
	}
	g.cards(cards)
	g.relations()
	g.results()
}

func (g *generator) cards(n int) {
	open := slices.DeleteFunc(slices.Clone(g.j.Lanes), func(l *journey.Lane) bool { return l.Derived })
	if len(open) == 0 {
		return
	}
	ranks := map[cellKey]int{}
	for i := range n {
		lane, stage := pick(g, open...), pick(g, g.j.Stages...)
		key := cellKey{stage.ID, lane.ID}
		ranks[key]++
		c := &journey.Card{ID: fmt.Sprint("c-", i), StageID: stage.ID, LaneID: lane.ID, Order: ranks[key], Type: pick(g, journey.CardTypes...), Title: g.text()}
		if slices.Contains(journey.CardTypes, journey.CardType(lane.Type)) && g.IntN(10) > 0 {
			c.Type = journey.CardType(lane.Type)
		}
		c.EvidenceIDs, c.EvidenceStatus = []string{}, "guess"
		if g.some() {
			c.EvidenceIDs, c.EvidenceStatus = []string{"ev-0", "ev-1"}[:1+g.IntN(2)], "known"
		}
		g.fill(c)
		g.j.Cards = append(g.j.Cards, c)
	}
}

// fill gives a card some of the properties of its type.
func (g *generator) fill(c *journey.Card) {
	rating := func() *float64 {
		v := float64(4+g.IntN(37)) / 4
		if g.IntN(4) == 0 {
			return nil
		}
		return &v
	}
	switch c.Type {
	case "touchpoint":
		c.ChannelID = pick(g, "", g.w.Channels[0].ID, g.w.Channels[1].ID)
		if g.IntN(3) > 0 {
			c.Rating = &journey.Rating{Desired: rating(), Expected: rating(), Promised: rating(), Delivered: rating()}
		}
		if g.IntN(3) == 0 {
			c.Flags = []string{"moment_of_truth"}
		}
		c.ProcessIDs = []string{"pr-0", "pr-2"}[:g.IntN(3)]
		fallthrough
	case "emotion":
		if v := g.IntN(5) - 2; g.IntN(4) > 0 {
			c.Emotion = &journey.Emotion{Valence: &v, Word: pick(g, "joy", "", oddText(g.Rand))}
		}
	case "decision":
		if n := 1 + g.IntN(1e6); g.some() {
			c.Measured = &journey.Measured{K: g.IntN(n + 1), N: n}
		}
		c.DesiredAnswer = pick(g, "", "yes", "no")
		c.No = &journey.Outcome{Exit: pick(g, "competitor", oddText(g.Rand))}
		c.Yes = &journey.Outcome{StageID: c.StageID}
	case "image":
		if g.some() {
			c.Alt = g.text()
		}
	}
	if g.IntN(6) == 0 {
		c.FileID, c.Alt = pick(g, "wide", "high", "gone", "broken"), g.text()
	}
}

// relations adds links, transitions and scores.
func (g *generator) relations() {
	j := g.j
	linked := slices.DeleteFunc(slices.Clone(j.Cards), func(c *journey.Card) bool { return c.Type != "touchpoint" && c.Type != "decision" })
	pairs := map[[2]string]bool{}
	for i := 0; len(linked) > 1 && i < 2*len(j.Stages); i++ {
		from, to := pick(g, linked...), pick(g, linked...)
		if pair := [2]string{from.ID, to.ID}; from != to && !pairs[pair] {
			pairs[pair] = true
			strength := 1 + g.IntN(3)
			j.Links = append(j.Links, &journey.Link{ID: fmt.Sprint("l-", i), Kind: "influences", FromCardID: from.ID, ToCardID: to.ID,
				Direction: pick(g, "raises", "lowers", "sets", ""), Strength: &strength, Note: g.text()})
		}
	}
	share := .1
	for i, s := range j.Stages {
		if i > 0 && g.some() {
			j.Transitions = append(j.Transitions, &journey.Transition{FromStageID: j.Stages[i-1].ID, ToStageID: s.ID, Kind: "forward", Share: &share, Status: pick(g, "known", "guess")})
		}
		if g.some() {
			j.Transitions = append(j.Transitions, &journey.Transition{FromStageID: s.ID, Kind: "exit", Status: "guess", Exit: oddText(g.Rand)})
		}
		if to := pick(g, j.Stages...); to != s && g.some() {
			j.Transitions = append(j.Transitions, &journey.Transition{FromStageID: s.ID, ToStageID: to.ID, Kind: pick(g, "back", "skip", "repeat"), Status: "known", Note: g.text()})
		}
		for _, dimension := range []string{"relevance", "presence"} {
			for m := range g.IntN(4) {
				v := g.IntN(101)
				j.Scores = append(j.Scores, &journey.Score{StageID: s.ID, Dimension: dimension, ScorerID: fmt.Sprint("m-", m), Value: &v, EvidenceStatus: pick(g, "known", "guess")})
			}
		}
	}
}

// results adds opportunities, actions and measures.
func (g *generator) results() {
	j := g.j
	for i := range g.IntN(3 * len(j.Stages)) {
		stage := pick(g, j.Stages...).ID
		high, low := 10*g.Float64(), 10*g.Float64()
		o := &journey.Opportunity{ID: fmt.Sprint("o-", i), StageID: stage, Type: "process", Title: g.text(), BasedOn: []string{}, Status: pick(g, "idea", "chosen", "parked")}
		if g.some() {
			o.Importance, o.Satisfaction = &high, &low
		}
		j.Opportunities = append(j.Opportunities, o)
		a := &journey.Action{ID: fmt.Sprint("a-", i), StageID: stage, ChannelID: g.w.Channels[0].ID, Title: g.text(), Aim: "process",
			OwnerID: pick(g, "", "m-0", "m-2"), Due: pick(g, "", "2026-08-01", "2027-01-31"), Status: pick(g, "open", "doing", "done", "dropped")}
		if g.some() {
			a.Rice = &journey.Rice{Reach: 10, Impact: 1, Confidence: .5, Effort: 1 + g.Float64()}
		}
		j.Actions = append(j.Actions, a)
		m := &journey.Metric{ID: fmt.Sprint("me-", i), StageID: stage, Name: g.text(), Unit: pick(g, "ratio", "days", "points", "")}
		if g.some() {
			m.Baseline, m.Target = &high, &low
		}
		j.Metrics = append(j.Metrics, m)
	}
}
