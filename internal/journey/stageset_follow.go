package journey

import (
	"math"
	"slices"
	"strconv"
	"strings"
	"time"

	"klantreis/internal/edit"
	"klantreis/internal/workspace"
)

// follow makes the journey as it will be: the new stages, and everything that follows its stage.
func (c *stageChange) follow() {
	ids := map[string]string{}
	for s, g := range c.into {
		ids[s.ID] = c.groups[g].id
	}
	c.to = edit.Repointed(c.from, c.followed(ids)).(*Journey)
	c.to.StageSet = c.set.ID
	c.renameComments(ids)
	c.to.Stages = nil
	for i, g := range c.groups {
		stage := c.merged(g)
		stage.ID, stage.Order = g.id, i+1
		if stage.Audience != nil {
			stage.Audience.ParentStageID = parentOf(stage, ids)
		}
		c.to.Stages = append(c.to.Stages, stage)
		planned := &PlannedStage{g.id, stage.Name, []string{}}
		for _, part := range g.parts {
			planned.FromStageIDs = append(planned.FromStageIDs, part.ID)
		}
		c.plan.Stages = append(c.plan.Stages, planned)
	}
	openCircles(c.to.Stages)
	c.seatCards()
	c.keepMementos()
	c.partOutcomes()
	c.to.Transitions = c.mergedTransitions()
	c.to.Scores = c.mergedScores()
	c.onePrimary()
}

// parentOf gives whose audience this one will be a part of; never its own.
func parentOf(s *Stage, ids map[string]string) string {
	if parent := ids[s.Audience.ParentStageID]; parent != s.ID {
		return parent
	}
	return ""
}

// openCircles makes the first of stages whose audiences would be parts of one another the outermost.
func openCircles(stages []*Stage) {
	for _, s := range stages {
		for at, steps := s, 0; at != nil && at.Audience != nil && steps < len(stages); steps++ {
			if at = stageByID(stages, at.Audience.ParentStageID); at == s {
				s.Audience.ParentStageID = ""
			}
		}
	}
}

// followed gives, for every id that goes, the one that comes in its place: stages, scores and steps.
func (c *stageChange) followed(ids map[string]string) map[string]string {
	all := map[string]string{}
	put := func(was, is string) {
		if was != is {
			all[was] = is
		}
	}
	for was, is := range ids {
		put(was, is)
	}
	for _, s := range c.from.Scores {
		was := *s
		was.StageID = ids[s.StageID]
		put(scoreID(s), scoreID(&was))
	}
	for _, t := range c.from.Transitions {
		put(transitionID(t), transitionID(c.led(t, ids)))
	}
	return all
}

// renameComments gives comments on what goes a new id, since a comment stays where it was made; and
// so on with the answers to them.
func (c *stageChange) renameComments(ids map[string]string) {
	gone := c.followed(ids)
	target := map[string]string{}
	for _, q := range c.from.Comments {
		target[q.ID] = q.TargetID
	}
	fresh := map[string]string{}
	for _, q := range c.from.Comments {
		at := q.TargetID
		for depth := 0; gone[at] == "" && target[at] != "" && depth < len(target); depth++ {
			at = target[at]
		}
		if gone[at] != "" {
			fresh[q.ID] = c.newID()
		}
	}
	for _, q := range c.to.Comments {
		if is := fresh[q.ID]; is != "" {
			q.ID = is
		}
		if is := fresh[q.TargetID]; is != "" {
			q.TargetID = is
		}
	}
}

// seatCards counts the ranks of the cards anew. They are in the order of the stages they came from,
// and keep it.
func (c *stageChange) seatCards() {
	own := map[string]bool{}
	for i, s := range c.from.Stages {
		own[s.ID] = c.rungs[i].template == nil
	}
	seated := map[[2]string]int{}
	for i, card := range c.to.Cards {
		cell := [2]string{card.StageID, card.LaneID}
		seated[cell]++
		card.Order = seated[cell]
		was := c.from.Cards[i].StageID
		if was != card.StageID || own[was] {
			c.plan.Moved = append(c.plan.Moved, &MovedCard{card.ID, was, card.StageID, stageByID(c.to.Stages, card.StageID).Name, own[was]})
		}
	}
}

// partOutcomes mends decisions whose yes and no led to two stages that become one: no leads to the
// first card of its old stage then, or out, with the name of that stage.
func (c *stageChange) partOutcomes() {
	for i, card := range c.to.Cards {
		if card.Yes == nil || card.No == nil || *card.Yes != *card.No {
			continue
		}
		was := c.from.Cards[i].No.StageID
		card.No = &Outcome{Exit: shortName(stageByID(c.from.Stages, was).Name.In("nl"))}
		for _, other := range c.from.Cards {
			if other.StageID == was && other.ID != card.ID {
				card.No = &Outcome{CardID: other.ID}
				break
			}
		}
	}
}

// led gives a step as it leads between the new stages. A step within one is a repetition; one that
// goes on or back says so anew, since stages come between and go; a new round stays one.
func (c *stageChange) led(t *Transition, ids map[string]string) *Transition {
	l := *t
	l.FromStageID, l.ToStageID = ids[t.FromStageID], ids[t.ToStageID]
	place := func(id string) int {
		return slices.IndexFunc(c.groups, func(g *stageGroup) bool { return g.id == id })
	}
	switch by := place(l.ToStageID) - place(l.FromStageID); {
	case l.Kind == exit:
	case by == 0:
		l.Kind = "repeat"
	case l.Kind == "repeat":
	case by < 0:
		l.Kind = "back"
	case by == 1:
		l.Kind = "forward"
	default:
		l.Kind = "skip"
	}
	return &l
}

// mergedTransitions gives the steps between the new stages. Counts of steps that become one add up.
// A share is of those in its old stage; of the stages that become one each counts as much, so the
// shares that leave the new stage add up to 1 at most (INV-14).
func (c *stageChange) mergedTransitions() []*Transition {
	ids := map[string]string{}
	for s, g := range c.into {
		ids[s.ID] = c.groups[g].id
	}
	sharing := map[string]map[string]bool{} // new stage → old stages with shares
	byID := map[string]*Transition{}
	merged := []*Transition{}
	for _, t := range c.from.Transitions {
		l := c.led(t, ids)
		if t.Share != nil {
			if sharing[l.FromStageID] == nil {
				sharing[l.FromStageID] = map[string]bool{}
			}
			sharing[l.FromStageID][t.FromStageID] = true
		}
		same := byID[transitionID(l)]
		if same == nil {
			byID[transitionID(l)] = l
			merged = append(merged, l)
			continue
		}
		same.Share, same.Count = plus(same.Share, l.Share), plus(same.Count, l.Count)
		same.Note = lines(same.Note, l.Note)
		if l.Status != known {
			same.Status = guess
		}
		if l.Exit != "" && l.Exit != same.Exit {
			same.Exit, same.Note = joinExits(same, l)
		}
	}
	for _, l := range merged {
		if n := len(sharing[l.FromStageID]); l.Share != nil && n > 1 {
			l.Share = new(*l.Share / float64(n))
		}
	}
	return merged
}

// joinExits keeps the words of two ways out that become one: together, or in the note when they do
// not fit on a line.
func joinExits(a, b *Transition) (string, Text) {
	joined := strings.TrimPrefix(a.Exit+", "+b.Exit, ", ")
	if workspace.Line("exit", joined) == nil {
		return joined, a.Note
	}
	return a.Exit, lines(a.Note, Text{NL: b.Exit, EN: b.Exit})
}

func plus[N int | float64](a, b *N) *N {
	switch {
	case a == nil:
		return b
	case b == nil:
		return a
	}
	return new(*a + *b)
}

// mergedScores gives the scores of the new stages: of stages that become one, the mean per scorer.
func (c *stageChange) mergedScores() []*Score {
	parts := map[string][]*Score{}
	scores := []*Score{}
	for i, s := range c.to.Scores {
		id := scoreID(s)
		if parts[id] == nil {
			scores = append(scores, s)
		}
		parts[id] = append(parts[id], c.from.Scores[i])
	}
	for _, s := range scores {
		g := c.groups[slices.IndexFunc(c.groups, func(g *stageGroup) bool { return g.id == s.StageID })]
		if len(g.parts) > 1 {
			c.mergeScore(s, parts[scoreID(s)])
		}
	}
	return scores
}

// mergeScore makes a score the mean of several, and says so where the reason stands.
func (c *stageChange) mergeScore(s *Score, parts []*Score) {
	slices.SortStableFunc(parts, func(a, b *Score) int { return c.place(a.StageID) - c.place(b.StageID) })
	m := &MergedScore{StageID: s.StageID, Dimension: s.Dimension, ScorerID: s.ScorerID}
	sum, mark := 0, Text{NL: "Samengevoegd, graag nakijken: ", EN: "Merged, please check: "}
	s.EvidenceStatus, s.EvidenceIDs, s.Reason, s.At = known, nil, Text{}, ""
	for i, p := range parts {
		sum += *p.Value
		m.From = append(m.From, ScoredStage{p.StageID, *p.Value})
		end := ", "
		if i == len(parts)-1 {
			end = "."
		}
		name := stageByID(c.from.Stages, p.StageID).Name
		mark.NL += cut(shortName(name.In("nl")), labelRunesMax) + " " + strconv.Itoa(*p.Value) + end
		mark.EN += cut(shortName(name.In("en")), labelRunesMax) + " " + strconv.Itoa(*p.Value) + end
		s.Reason = lines(s.Reason, p.Reason)
		s.EvidenceIDs = union(s.EvidenceIDs, p.EvidenceIDs)
		s.At = later(s.At, p.At)
		if p.EvidenceStatus != known {
			s.EvidenceStatus = guess
		}
	}
	m.Value = int(math.Round(float64(sum) / float64(len(parts))))
	s.Value, s.Reason = &m.Value, lines(mark, s.Reason)
	c.plan.MergedScores = append(c.plan.MergedScores, m)
}

// place gives the rank of a stage as it was.
func (c *stageChange) place(id string) int {
	return slices.IndexFunc(c.from.Stages, func(s *Stage) bool { return s.ID == id })
}

// later gives the later of two points in time, each possibly missing.
func later(a, b string) string {
	x, errX := time.Parse(time.RFC3339, a)
	y, errY := time.Parse(time.RFC3339, b)
	if errX != nil || errY == nil && y.After(x) {
		return b
	}
	return a
}

// onePrimary leaves each stage one main opportunity (INV-26): that of the stage whose id stays,
// else the first in the order of the old stages.
func (c *stageChange) onePrimary() {
	for _, g := range c.groups {
		var chosen *Opportunity
		rank := func(i int) int {
			was := c.from.Opportunities[i].StageID
			if g.keeper != nil && was == g.keeper.ID {
				return -1
			}
			return c.place(was)
		}
		best := 0
		for i, o := range c.to.Opportunities {
			if o.StageID != g.id || !o.Primary {
				continue
			}
			if o.Primary = false; chosen == nil || rank(i) < best {
				chosen, best = o, rank(i)
			}
		}
		if chosen != nil {
			chosen.Primary = true
		}
	}
}
