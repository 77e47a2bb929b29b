package journey

import "klantreis/internal/edit"

// check holds the invariants that look beyond one entity. It runs after every change of a node;
// a refusal takes the change back. Hidden things count where they could break an invariant when
// they show again.
func check(d *edit.Doc, n *edit.Node, _ edit.References) error {
	switch e := n.Entity.(type) {
	case *Stage:
		return firstError(checkStageCount(d), checkShares(d))
	case *Card:
		return checkLane(d, n)
	case *Link:
		return checkLink(d, n, e)
	case *Transition:
		return checkShares(d)
	case *Opportunity:
		return checkPrimary(d, n, e)
	}
	return nil
}

// checkStageCount holds the upper half of INV-02.
func checkStageCount(d *edit.Doc) error {
	if stages(d) > StagesMax {
		return edit.Refuse("too_many_stages", "a journey has at most %d stages", StagesMax)
	}
	return nil
}

// checkDelete holds the lower half of INV-02.
func checkDelete(d *edit.Doc, n *edit.Node) error {
	if _, isStage := n.Entity.(*Stage); isStage && stages(d) == 1 {
		return edit.Refuse("last_stage", "a journey has at least one stage; this is the last")
	}
	return nil
}

func stages(d *edit.Doc) int {
	count := 0
	for range d.Each("stage") {
		count++
	}
	return count
}

// checkLane holds INV-04: derived lanes show entities of the journey and hold no cards.
func checkLane(d *edit.Doc, n *edit.Node) error {
	lane := d.Visible(n.LaneID)
	if lane != nil && lane.Entity.(*Lane).Derived {
		return edit.Refuse("derived_lane", "a lane of type %q fills itself and holds no cards", lane.Entity.(*Lane).Type)
	}
	return nil
}

// checkLink holds INV-13; that a card is not linked to itself is checked by the link.
func checkLink(d *edit.Doc, n *edit.Node, l *Link) error {
	for other := range d.Each("link") {
		o := other.Entity.(*Link)
		if other != n && o.FromCardID == l.FromCardID && o.ToCardID == l.ToCardID && o.Kind == l.Kind {
			return edit.Refuse("duplicate_link", "these two cards are linked in this way already")
		}
	}
	if l.Kind != "influences" {
		return nil
	}
	for _, id := range []string{l.FromCardID, l.ToCardID} {
		card := d.Find(id)
		if card == nil || card.Kind.Name != "card" {
			continue
		}
		if t := card.Entity.(*Card).Type; t != "touchpoint" && t != "decision" {
			return edit.Refuse("influence_ends", "only contact moments and decision moments influence each other; this is a card of type %q", t)
		}
	}
	return nil
}

// shareTolerance absorbs the rounding of shares such as 0.1 + 0.2 + 0.7.
const shareTolerance = 1e-9

// checkShares holds INV-14: of those in a stage, no more than all can go somewhere. A stage that
// comes back brings the steps that lead to it back, so every sum is looked at.
func checkShares(d *edit.Doc) error {
	var sums map[string]float64
	for n := range d.Each("transition") {
		t := n.Entity.(*Transition)
		if t.Share == nil || !d.Shows(n) {
			continue
		}
		if sums == nil {
			sums = map[string]float64{}
		}
		sums[t.FromStageID] += *t.Share
		if sum := sums[t.FromStageID]; sum > 1+shareTolerance {
			return edit.Refuse("share_sum", "the shares that leave a stage add up to at most 1; this would make %.2f", sum)
		}
	}
	return nil
}

// checkPrimary holds INV-26.
func checkPrimary(d *edit.Doc, n *edit.Node, o *Opportunity) error {
	if !o.Primary {
		return nil
	}
	for other := range d.Each("opportunity") {
		if p := other.Entity.(*Opportunity); other != n && p.Primary && p.StageID == o.StageID {
			return edit.Refuse("second_primary", "this stage has its main opportunity already")
		}
	}
	return nil
}
