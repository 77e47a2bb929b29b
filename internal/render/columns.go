package render

import (
	"cmp"
	"slices"

	"klantreis/internal/journey"
)

// Widths of the map, as in web/src/lib/features/map/layout/columns.ts.
const (
	railWidth     = 212 // the names of the lanes, at the left
	momentWidth   = 128 // one contact moment
	stageWidthMin = 200 // room for cards side by side where there are few moments
)

// moment is a contact moment with its own column: everything about it stands between x and x+w.
type moment struct {
	card        *journey.Card
	x, w        float64
	boxBottom   float64 // of its card, once that is drawn; links begin there
	lastOfStage bool
}

func (mo *moment) mid() float64 { return mo.x + mo.w/2 }

// column is a stage with what is in it.
type column struct {
	stage   *journey.Stage
	index   int
	x, w    float64
	moments []*moment
}

// placeColumns gives each stage its column: as wide as its moments, which share a wider one. x0 is
// where the first begins.
func placeColumns(j *journey.Journey, x0 float64) []*column {
	rank := map[string]int{}
	for _, l := range j.Lanes {
		if !l.Hidden {
			rank[l.ID] = l.Order
		}
	}
	byStage := map[string][]*journey.Card{}
	for _, c := range j.Cards {
		if _, shown := rank[c.LaneID]; shown && c.Type == "touchpoint" {
			byStage[c.StageID] = append(byStage[c.StageID], c)
		}
	}
	stages := slices.Clone(j.Stages)
	slices.SortStableFunc(stages, func(a, b *journey.Stage) int { return cmp.Compare(a.Order, b.Order) })
	var columns []*column
	for i, s := range stages {
		cards := byStage[s.ID]
		slices.SortStableFunc(cards, func(a, b *journey.Card) int {
			return cmp.Or(cmp.Compare(rank[a.LaneID], rank[b.LaneID]), cmp.Compare(a.Order, b.Order))
		})
		n := float64(len(cards))
		col := &column{stage: s, index: i, x: x0, w: max(stageWidthMin, n*momentWidth)}
		for k, c := range cards {
			w := col.w / n
			col.moments = append(col.moments, &moment{card: c, x: x0 + float64(k)*w, w: w, lastOfStage: k == len(cards)-1})
		}
		columns = append(columns, col)
		x0 += col.w
	}
	return columns
}

// cellKey finds the cards of one cell.
type cellKey struct{ stage, lane string }

// cardsByCell puts the cards in their cells, in order.
func cardsByCell(cards []*journey.Card) map[cellKey][]*journey.Card {
	cells := map[cellKey][]*journey.Card{}
	for _, c := range cards {
		key := cellKey{c.StageID, c.LaneID}
		cells[key] = append(cells[key], c)
	}
	for _, cell := range cells {
		slices.SortStableFunc(cell, func(a, b *journey.Card) int { return cmp.Compare(a.Order, b.Order) })
	}
	return cells
}
