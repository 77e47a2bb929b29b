package journey

import "klantreis/internal/workspace"

// Layers of a service blueprint from top to bottom. Between the customer and the front stage runs the line of
// interaction, between front and back stage the line of visibility, and below the back stage the line of
// internal interaction. Source: Shostack, Designing Services That Deliver, Harvard Business Review 62(1), 1984;
// Bitner, Ostrom & Morgan 2008, California Management Review 50(3).
const (
	LayerCustomer   = "customer"
	LayerFrontstage = "frontstage"
	LayerBackstage  = "backstage"
)

// BlueprintLayer gives the layer of a type of card; empty for what is no part of a blueprint. Physical evidence
// and support are no cards of their own: an image is evidence, a process holds its support.
func BlueprintLayer(t CardType) string {
	switch t {
	case "doing", "touchpoint", "decision":
		return LayerCustomer
	case "frontstage":
		return LayerFrontstage
	case "backstage":
		return LayerBackstage
	}
	return ""
}

// Codes of what a blueprint may lack or should mark.
const (
	// FrontstageAlone is a front-stage card without any action of the customer above it.
	FrontstageAlone = "frontstage_alone"
	// MomentUnsupported is a contact moment with nobody and nothing behind it.
	MomentUnsupported = "moment_unsupported"
	// HandOver is a link between two back-stage cards whose processes have different owners.
	HandOver = "hand_over"
)

// BlueprintNote is something to look at in a blueprint: a card, or for a hand-over a link.
type BlueprintNote struct {
	Code, TargetID string
}

// BlueprintNotes looks at a journey as a service blueprint, in the order of its cards and then of its links. Two
// cards are above each other when one supports the other or when they stand in the same stage; a process behind a
// contact moment supports it. Waiting and fail points are flags of the moment and need no note. The journey is a
// view. Without cards there is nothing to note. Method: own, on the layers of [BlueprintLayer].
func BlueprintNotes(j *Journey, processes []*workspace.Process) []BlueprintNote {
	b := newBlueprint(j, processes)
	var notes []BlueprintNote
	for _, c := range j.Cards {
		switch {
		case c.Type == "frontstage" && !b.meets(c, LayerCustomer):
			notes = append(notes, BlueprintNote{FrontstageAlone, c.ID})
		case c.Type == "touchpoint" && len(c.ProcessIDs) == 0 && !b.meets(c, LayerFrontstage) && !b.meets(c, LayerBackstage):
			notes = append(notes, BlueprintNote{MomentUnsupported, c.ID})
		}
	}
	for _, l := range j.Links {
		if b.handsOver(l) {
			notes = append(notes, BlueprintNote{HandOver, l.ID})
		}
	}
	return notes
}

type blueprint struct {
	cards   map[string]*Card
	inStage map[string]map[string]bool // by stage: the layers that have a card
	linked  map[string]map[string]bool // by card: the layers it supports or is supported by
	owner   map[string]string          // by process
}

func newBlueprint(j *Journey, processes []*workspace.Process) *blueprint {
	b := &blueprint{
		cards: map[string]*Card{}, inStage: map[string]map[string]bool{}, linked: map[string]map[string]bool{}, owner: map[string]string{},
	}
	for _, p := range processes {
		b.owner[p.ID] = p.OwnerID
	}
	for _, c := range j.Cards {
		b.cards[c.ID] = c
		note(b.inStage, c.StageID, BlueprintLayer(c.Type))
	}
	for _, l := range j.Links {
		from, to := b.cards[l.FromCardID], b.cards[l.ToCardID]
		if l.Kind == "supports" && from != nil && to != nil {
			note(b.linked, from.ID, BlueprintLayer(to.Type))
			note(b.linked, to.ID, BlueprintLayer(from.Type))
		}
	}
	return b
}

func note(layers map[string]map[string]bool, of, layer string) {
	if layers[of] == nil {
		layers[of] = map[string]bool{}
	}
	layers[of][layer] = true
}

func (b *blueprint) meets(c *Card, layer string) bool {
	return b.inStage[c.StageID][layer] || b.linked[c.ID][layer]
}

// handsOver tells that work goes from one owner to another. Where an owner is not known, nothing is said.
func (b *blueprint) handsOver(l *Link) bool {
	from, to := b.ownerOf(l.FromCardID), b.ownerOf(l.ToCardID)
	return from != "" && to != "" && from != to
}

// ownerOf gives the owner of a back-stage card's first process that has one.
func (b *blueprint) ownerOf(card string) string {
	c := b.cards[card]
	if c == nil || c.Type != "backstage" {
		return ""
	}
	for _, id := range c.ProcessIDs {
		if b.owner[id] != "" {
			return b.owner[id]
		}
	}
	return ""
}
