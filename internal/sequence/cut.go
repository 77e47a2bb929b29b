package sequence

import (
	"cmp"
	"context"
	"slices"
	"strconv"

	"klantreis/internal/event"
	"klantreis/internal/fault"
)

// CutQuery says where the events of a customer are cut into journeys; each rule that is given cuts.
type CutQuery struct {
	Gap   event.Instant // between two events more than so many microseconds apart; 0 is not
	After []string      // after each event of these names
	// Learned cuts about so many times, where the two events on average are farthest apart in the whole log:
	// the pairs of names with the longest mean time, as many whole pairs as it takes. Method: LCPAP of Bernard,
	// Senderovich and Andritsos, Cut to the trace, CAiSE 2021.
	Learned int
}

// Validate refuses what has no answer.
func (q CutQuery) Validate() error {
	if q.Gap < 0 || q.Learned < 0 {
		return fault.New(fault.Invalid, "neither a gap nor a number of cuts can be negative")
	}
	return nil
}

// Piece names a journey of a customer; they count from 1.
func Piece(customer string, n int) string { return customer + "#" + strconv.Itoa(n) }

// Cut gives the index in which each journey is a customer, named by [Piece]. The columns of events are shared. It
// is not to be extended: extend the whole index and cut again.
func (ix *Index) Cut(ctx context.Context, q CutQuery) (*Index, error) {
	if err := q.Validate(); err != nil {
		return nil, err
	}
	learned, err := ix.learn(ctx, q.Learned)
	if err != nil {
		return nil, err
	}
	closing := make([]bool, ix.activities.len())
	for _, name := range q.After {
		if code := ix.activities.of(name); code != none {
			closing[code] = true
		}
	}
	out := *ix
	out.offsets = []uint32{0}
	w := &who{}
	for c := range ix.Customers() {
		begin, end := ix.events(c)
		n := 0
		for e := begin + 1; e <= end; e++ {
			if e == end || closing[ix.activity[e-1]] || learned[[2]uint16{ix.activity[e-1], ix.activity[e]}] ||
				q.Gap > 0 && apart(ix.time[e-1], ix.time[e]) > uint64(q.Gap) {
				n++
				w.ids = append(w.ids, Piece(ix.Customer(c), n))
				out.offsets = append(out.offsets, uint32(e))
			}
		}
	}
	return &out, w.name(&out)
}

// learn gives the pairs of names between which is cut.
func (ix *Index) learn(ctx context.Context, cuts int) (map[[2]uint16]bool, error) {
	if cuts == 0 {
		return nil, nil
	}
	transitions, err := ix.Transitions(ctx, TransitionQuery{})
	if err != nil {
		return nil, err
	}
	slices.SortStableFunc(transitions, func(a, b Transition) int { return cmp.Compare(b.MeanSeconds, a.MeanSeconds) })
	pairs := map[[2]uint16]bool{}
	for _, t := range transitions {
		if cuts <= 0 {
			break
		}
		pairs[[2]uint16{ix.activities.of(t.From), ix.activities.of(t.To)}] = true
		cuts -= t.Count
	}
	return pairs, nil
}
