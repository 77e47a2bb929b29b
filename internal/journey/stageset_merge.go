package journey

import (
	"slices"
	"strings"
	"unicode/utf8"
)

const (
	labelRunesMax   = 60 // the name of a stage before a text that came from it
	ownNameRunesMax = 80 // own names that still read well in the head of a stage
)

// merged gives the stage that several become: what the template says where nobody wrote anything of
// their own, and all that was written. The id and the order are the caller's.
func (c *stageChange) merged(g *stageGroup) *Stage {
	if g.keeper == nil {
		return g.template.stage("", 0)
	}
	s := *g.keeper
	if len(g.parts) == 1 && c.from.StageSet == c.set.ID && s.Key == g.template.Key {
		s.Audience = copyAudience(s.Audience)
		return &s // it is this very stage already
	}
	t := g.template
	s.Key, s.Situation, s.Leg = t.Key, t.Situation, t.Leg
	var rest []labelled // what has no room where it belongs
	s.Name, rest = c.mergedName(g)
	own := func(field func(*Stage) Text, usual func(*StageTemplate) Text) []labelled {
		return c.texts(g, field, usual)
	}
	asked := own(func(s *Stage) Text { return s.CustomerQuestion }, func(t *StageTemplate) Text { return t.CustomerQuestion })
	question := beside(asked, " ")
	if question.Short("") != nil {
		question, rest = Text{}, append(rest, asked...)
	}
	s.CustomerQuestion = orText(question, t.CustomerQuestion)
	guiding := own(func(s *Stage) Text { return s.GuidingQuestion }, func(t *StageTemplate) Text { return t.GuidingQuestion })
	goals := own(func(s *Stage) Text { return s.NextStepGoal }, func(t *StageTemplate) Text { return t.NextStepGoal })
	s.GuidingQuestion, s.NextStepGoal = fallback(guiding, t.GuidingQuestion), fallback(goals, t.NextStepGoal)
	for _, field := range ownTexts {
		*field(&s) = below(c.texts(g, func(s *Stage) Text { return *field(s) }, nil))
	}
	s.Mindset = lines(s.Mindset, below(rest))
	s.Audience = c.mergedAudience(g)
	c.mergeRest(&s, g)
	return &s
}

// ownTexts are the texts of a stage that no template has anything to say about.
var ownTexts = []func(*Stage) *Text{
	func(s *Stage) *Text { return &s.Where }, func(s *Stage) *Text { return &s.When }, func(s *Stage) *Text { return &s.Mindset },
	func(s *Stage) *Text { return &s.OurRole }, func(s *Stage) *Text { return &s.ImproveRole }, func(s *Stage) *Text { return &s.Answer },
	func(s *Stage) *Text { return &s.CustomerGoal }, func(s *Stage) *Text { return &s.OurGoal },
}

// labelled is a text with the name of the stage it came from.
type labelled struct{ label, text Text }

// texts gives what the team wrote in one field of the stages, without what the template had put there.
func (c *stageChange) texts(g *stageGroup, field func(*Stage) Text, usual func(*StageTemplate) Text) []labelled {
	var found []labelled
	for _, s := range g.parts {
		text := field(s)
		if t := c.rungs[c.place(s.ID)].template; t != nil && usual != nil {
			text = without(text, usual(t))
		}
		same := slices.ContainsFunc(found, func(l labelled) bool { return l.text == text })
		if !text.IsZero() && !same {
			found = append(found, labelled{s.Name, text})
		}
	}
	return found
}

// without gives a text without what is as the template had it.
func without(text, usual Text) Text {
	if text.NL == usual.NL {
		text.NL = ""
	}
	if text.EN == usual.EN {
		text.EN = ""
	}
	return text
}

// below puts texts below one another, each with the name of its stage; a single one stands alone.
func below(texts []labelled) Text {
	if len(texts) == 1 {
		return texts[0].text
	}
	var joined Text
	for _, l := range texts {
		said := func(lang string) string {
			return cut(shortName(l.label.In(lang)), labelRunesMax) + ": " + l.text.In(lang)
		}
		joined = lines(joined, Text{NL: said("nl"), EN: said("en")})
	}
	return onlySpoken(joined, texts)
}

// beside puts texts on one line.
func beside(texts []labelled, separator string) Text {
	var nl, en []string
	for _, l := range texts {
		if !l.text.IsZero() {
			nl, en = append(nl, l.text.In("nl")), append(en, l.text.In("en"))
		}
	}
	return onlySpoken(Text{NL: strings.Join(nl, separator), EN: strings.Join(en, separator)}, texts)
}

// onlySpoken leaves out a language in which none of the texts is written.
func onlySpoken(joined Text, texts []labelled) Text {
	if !slices.ContainsFunc(texts, func(l labelled) bool { return l.text.NL != "" }) {
		joined.NL = ""
	}
	if !slices.ContainsFunc(texts, func(l labelled) bool { return l.text.EN != "" }) {
		joined.EN = ""
	}
	return joined
}

// lines puts one text below another, language by language; a missing language speaks in the other one.
func lines(a, b Text) Text {
	if a.IsZero() || b.IsZero() {
		return orText(a, b)
	}
	var joined Text
	if a.NL != "" || b.NL != "" {
		joined.NL = a.In("nl") + "\n" + b.In("nl")
	}
	if a.EN != "" || b.EN != "" {
		joined.EN = a.In("en") + "\n" + b.In("en")
	}
	return joined
}

func orText(t, otherwise Text) Text {
	if t.IsZero() {
		return otherwise
	}
	return t
}

func fallback(own []labelled, usual Text) Text { return orText(below(own), usual) }

// mergedName gives the stage the name that the set has for it, with the team's own names behind it;
// names that would make it too long are given back.
func (c *stageChange) mergedName(g *stageGroup) (Text, []labelled) {
	name := g.template.Name
	var own []labelled
	for _, s := range g.parts {
		text := s.Name
		if t := c.rungs[c.place(s.ID)].template; t != nil {
			text = Text{NL: ownName(s.Name.NL, t.Name.NL), EN: ownName(s.Name.EN, t.Name.EN)}
		}
		if !text.IsZero() {
			own = append(own, labelled{Text{NL: "Fase", EN: "Stage"}, text})
		}
	}
	together := beside(own, ", ")
	if utf8.RuneCountInString(together.NL) > ownNameRunesMax || utf8.RuneCountInString(together.EN) > ownNameRunesMax {
		return name, own
	}
	if together.NL != "" {
		name.NL = shortName(name.NL) + " – " + together.NL
	}
	if together.EN != "" {
		name.EN = shortName(name.EN) + " – " + together.EN
	}
	return name, nil
}

// ownName gives what the team made of the name of a template: nothing, what stands behind it, or
// another name altogether.
func ownName(name, usual string) string {
	if name == usual {
		return ""
	}
	behind, found := strings.CutPrefix(name, shortName(usual)+" – ")
	if found && usual != "" {
		return behind
	}
	return name
}

// mergedAudience gives the largest audience, since audiences hold one another; names, sizes and
// descriptions of the others stand in its description.
func (c *stageChange) mergedAudience(g *stageGroup) *Audience {
	var largest *Audience
	for _, s := range g.parts {
		a := s.Audience
		if a == nil {
			continue
		}
		if largest == nil || a.Size != nil && (largest.Size == nil || *a.Size > *largest.Size) {
			largest = a
		}
	}
	if largest == nil {
		if g.template.Audience.IsZero() {
			return nil
		}
		return &Audience{Status: guess, Description: g.template.Audience}
	}
	merged := *largest
	merged.EvidenceIDs, merged.Description = nil, Text{}
	var others Text
	for _, s := range g.parts {
		if s.Audience == nil {
			continue
		}
		merged.EvidenceIDs = union(merged.EvidenceIDs, s.Audience.EvidenceIDs)
		text := s.Audience.Description
		if t := c.rungs[c.place(s.ID)].template; t != nil {
			text = without(text, t.Audience)
		}
		if s.Audience == largest {
			merged.Description = text
		} else {
			others = lines(others, s.Audience.described(s.Name, text))
		}
	}
	merged.Description = orText(lines(merged.Description, others), g.template.Audience)
	return &merged
}

// described puts the stage, the name and the size of an audience before what is said of it; nothing
// when there is nothing to say.
func (a *Audience) described(stage, text Text) Text {
	if !a.Name.IsZero() {
		text = beside([]labelled{{text: a.Name}, {text: text}}, " ")
	}
	if a.Size != nil {
		size := Text{NL: thousands(*a.Size, "."), EN: thousands(*a.Size, ",")}
		text = beside([]labelled{{text: size}, {text: text}}, " ")
	}
	if text.IsZero() {
		return text
	}
	name := func(lang string) string { return cut(shortName(stage.In(lang)), labelRunesMax) + ": " }
	return onlySpoken(Text{NL: name("nl") + text.In("nl"), EN: name("en") + text.In("en")}, []labelled{{text: text}})
}

func copyAudience(a *Audience) *Audience {
	if a == nil {
		return nil
	}
	fresh := *a
	return &fresh
}

// viewpoints are the answers of the viewpoint check, the least comfortable first.
var viewpoints = []string{"theory", "unknown", "practice"}

// mergeRest merges what is no text: the highest weight, the least comfortable answer to whether the
// customer comes first, all ways out, the first colour, picture and nested journey.
func (c *stageChange) mergeRest(s *Stage, g *stageGroup) {
	var proofs []labelled
	s.Weight, s.ViewpointCheck, s.Exits = g.parts[0].Weight, nil, nil
	for _, p := range g.parts {
		switch {
		case p.Weight == nil:
			s.Weight = nil
		case s.Weight != nil && *p.Weight > *s.Weight:
			s.Weight = p.Weight
		}
		s.Exits = append(s.Exits, p.Exits...)
		if v := p.ViewpointCheck; v != nil {
			if s.ViewpointCheck == nil || slices.Index(viewpoints, v.Answer) < slices.Index(viewpoints, s.ViewpointCheck.Answer) {
				s.ViewpointCheck = &ViewpointCheck{Answer: v.Answer}
			}
			if !v.Proof.IsZero() {
				proofs = append(proofs, labelled{p.Name, v.Proof})
			}
		}
		if s.Colour == "" {
			s.Colour = p.Colour
		}
		if s.Picture == nil {
			s.Picture = p.Picture
		}
		if s.JourneyID == "" {
			s.JourneyID = p.JourneyID
		}
	}
	if s.ViewpointCheck != nil {
		s.ViewpointCheck.Proof = below(proofs)
	}
}

// keepMementos keeps what a stage has room for only once: a picture or a nested journey of a stage
// that becomes part of another goes onto a card of its own.
func (c *stageChange) keepMementos() {
	for i, g := range c.groups {
		stage := c.to.Stages[i]
		for _, p := range g.parts {
			card := &Card{StageID: g.id, Title: p.Name, Type: "note", EvidenceStatus: guess}
			if p.Picture != nil && *p.Picture != *stage.Picture {
				card.FileID, card.Alt, card.Type = p.Picture.FileID, p.Picture.Alt, "image"
			}
			if p.JourneyID != stage.JourneyID {
				card.JourneyID = p.JourneyID
			}
			if card.FileID != "" || card.JourneyID != "" {
				c.addCard(card)
			}
		}
	}
}

// addCard puts a new card at the end of its stage, in a lane of its type or the first that holds
// cards; where there is none, in a new one.
func (c *stageChange) addCard(card *Card) {
	var lane *Lane
	for _, l := range c.to.Lanes {
		if !l.Derived && (lane == nil || string(lane.Type) != string(card.Type) && string(l.Type) == string(card.Type)) {
			lane = l
		}
	}
	if lane == nil {
		lane = &Lane{ID: c.newID(), Type: "note", Order: len(c.to.Lanes) + 1}
		c.to.Lanes = append(c.to.Lanes, lane)
	}
	card.ID, card.LaneID, card.Order = c.newID(), lane.ID, 1
	for _, other := range c.to.Cards {
		if other.StageID == card.StageID && other.LaneID == card.LaneID {
			card.Order++
		}
	}
	c.to.Cards = append(c.to.Cards, card)
}

// union adds the ids that are not there yet.
func union(ids, more []string) []string {
	for _, id := range more {
		if !slices.Contains(ids, id) {
			ids = append(ids, id)
		}
	}
	return ids
}

// cut shortens a text that would not fit, and shows that it did.
func cut(s string, runesMax int) string {
	if utf8.RuneCountInString(s) <= runesMax {
		return s
	}
	return string([]rune(s)[:runesMax-1]) + "…"
}
