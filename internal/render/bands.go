package render

import (
	"cmp"
	"slices"

	"klantreis/internal/journey"
)

// bandKind is what one row of the map shows.
type bandKind int

const (
	bandLane        bandKind = iota // a lane of the document
	bandGain                        // relevance and presence
	bandSupport                     // what stands behind the processes
	bandMetrics                     // measures
	bandInteraction                 // the three lines of a service blueprint
	bandVisibility
	bandInternal
)

type band struct {
	kind bandKind
	lane *journey.Lane // of a bandLane
}

// side says whose side of the counter a lane is on.
type side int

const (
	otherSide side = iota
	customerSide
	frontSide
	backSide
)

var sides = map[journey.LaneType]side{
	"doing": customerSide, "touchpoint": customerSide, "decision": customerSide, "source": customerSide,
	"expectation": customerSide, "emotion": customerSide, "need": customerSide, "barrier": customerSide,
	"frontstage": frontSide, "backstage": backSide,
}

// orderBands gives the rows from top to bottom: the visible lanes in their own order, three bands
// that are always drawn, and the lines between customer, front stage, back stage and support. The
// browser's map follows the same rules (web/src/lib/features/map/layout/bands.ts).
func orderBands(lanes []*journey.Lane) []band {
	shown := slices.DeleteFunc(slices.Clone(lanes), func(l *journey.Lane) bool { return l.Hidden })
	slices.SortStableFunc(shown, func(a, b *journey.Lane) int { return cmp.Compare(a.Order, b.Order) })
	_, lastCustomer := ends(shown, customerSide)
	firstFront, lastFront := ends(shown, frontSide)
	firstBack, lastBack := ends(shown, backSide)
	lastAction := -1
	for i, l := range shown {
		if l.Type == "action" {
			lastAction = i
		}
	}
	ownMetrics := slices.ContainsFunc(shown, func(l *journey.Lane) bool { return l.Type == "metric" })
	// Support stands under the last lane behind the scenes, else under what is done on stage, else
	// under the customer's lanes.
	organisation := lastBack
	if firstBack < 0 {
		organisation = lastFront
	}
	interactionAt := firstFront
	if firstFront < 0 {
		interactionAt = firstBack
	}

	var bands []band
	put := func(kind bandKind) { bands = append(bands, band{kind: kind}) }
	if lastCustomer < 0 {
		put(bandGain)
		if organisation < 0 {
			put(bandSupport)
		}
	}
	for i, l := range shown {
		if i == interactionAt {
			put(bandInteraction)
		}
		if i == firstBack {
			put(bandVisibility)
		}
		bands = append(bands, band{bandLane, l})
		if i == lastCustomer {
			put(bandGain)
			if organisation < 0 {
				put(bandSupport)
			}
		}
		if i == organisation {
			if firstBack < 0 {
				put(bandVisibility)
			} else {
				put(bandInternal)
			}
			put(bandSupport)
		}
		if i == lastAction && !ownMetrics {
			put(bandMetrics)
		}
	}
	if lastAction < 0 && !ownMetrics {
		put(bandMetrics)
	}
	return bands
}

// ends gives the places of the first and last lane of a side, or −1.
func ends(lanes []*journey.Lane, of side) (first, last int) {
	first, last = -1, -1
	for i, l := range lanes {
		if sides[l.Type] != of {
			continue
		}
		if last = i; first < 0 {
			first = i
		}
	}
	return first, last
}
