package sequence

import (
	"cmp"
	"context"
	"slices"

	"klantreis/internal/event"
	"klantreis/internal/fault"
)

// DecisionQuery asks what customers decided at a moment: at their first event of that name.
type DecisionQuery struct {
	Moment string
	Yes    []string      // the first later event with one of these names, or of No, decides
	No     []string      // when empty, not deciding for yes is no
	Within event.Instant // only events within so many microseconds after the moment decide; 0 is any time
}

// Validate refuses what has no answer.
func (q DecisionQuery) Validate() error {
	switch {
	case q.Moment == "" || len(q.Yes) == 0:
		return fault.New(fault.Invalid, "a decision needs its moment and at least one event that means yes")
	case q.Within < 0:
		return fault.New(fault.Invalid, "the time to decide cannot be negative")
	}
	for _, yes := range q.Yes {
		if slices.Contains(q.No, yes) {
			return fault.New(fault.Invalid, "%q cannot mean yes and no", yes)
		}
	}
	return nil
}

// Decisions is what customers decided.
type Decisions struct {
	Cases int // customers with the moment: Yes + No + Open
	Yes   int
	No    int
	// Open have not decided: where No has names, none of either came in time; where it has none, the log ends
	// before their time does.
	Open               int
	MedianSecondsToYes float64 // 0 when nobody did
	Next               []Count // the events directly after the moment; Events and Cases are equal
	Last               int     // customers whose last event it is
	Channels           []Split // of the moment
	Before             []Split // activities that came before the moment
}

// Split is how customers with something in common decided, those that are open left out.
type Split struct {
	Name    string
	Yes, No int
}

// Decisions follows every customer from the first such moment. Lists have the most frequent first, then by name.
func (ix *Index) Decisions(ctx context.Context, q DecisionQuery) (Decisions, error) {
	if err := q.Validate(); err != nil {
		return Decisions{}, err
	}
	end := ix.end()
	parts, err := perPart(ctx, ix, func(from, to int) *decisions { return ix.decisions(q, end, from, to) })
	if err != nil {
		return Decisions{}, err
	}
	all := parts[0]
	for _, p := range parts[1:] {
		all.add(p)
	}
	d := Decisions{
		Cases: all.outcomes[yes] + all.outcomes[no] + all.outcomes[open],
		Yes:   all.outcomes[yes], No: all.outcomes[no], Open: all.outcomes[open], Last: all.last,
		Next: ix.activities.counts(all.next), Channels: ix.channels.splits(all.channels), Before: ix.activities.splits(all.before),
	}
	if d.Yes > 0 {
		d.MedianSecondsToYes = median(all.times)
	}
	return d, nil
}

// outcome is what a customer decided.
type outcome int

const (
	open outcome = iota
	yes
	no
)

// decisions is what one range counts; channels and before count each code per outcome.
type decisions struct {
	outcomes         [3]int
	times            []uint64
	next             []occurrences
	last             int
	channels, before [][3]int
	seen             []uint32 // code → the customer before that had it before the moment, plus 1
}

func (ix *Index) decisions(q DecisionQuery, end event.Instant, from, to int) *decisions {
	codes := ix.activities.len()
	d := &decisions{
		next: make([]occurrences, codes), before: make([][3]int, codes), seen: make([]uint32, codes),
		channels: make([][3]int, ix.channels.len()),
	}
	meaning := make([]outcome, codes)
	for code, name := range ix.activities.names {
		switch {
		case slices.Contains(q.Yes, name):
			meaning[code] = yes
		case slices.Contains(q.No, name):
			meaning[code] = no
		}
	}
	moment := ix.activities.of(q.Moment)
	for c := from; c < to; c++ {
		begin, until := ix.events(c)
		at := ix.next(moment, begin, until)
		if at == until {
			continue
		}
		o, when := ix.decide(q, meaning, end, at, until)
		d.outcomes[o]++
		if o == yes {
			d.times = append(d.times, apart(ix.time[at], ix.time[when]))
		}
		if at+1 < until {
			d.next[ix.activity[at+1]].count(c)
		} else {
			d.last++
		}
		d.channels[ix.channel[at]][o]++
		for _, code := range ix.activity[begin:at] {
			if stamp := uint32(c) + 1; d.seen[code] != stamp {
				d.seen[code] = stamp
				d.before[code][o]++
			}
		}
	}
	return d
}

// decide gives the outcome for a customer with the moment at a place, and where it fell.
func (ix *Index) decide(q DecisionQuery, meaning []outcome, end event.Instant, at, until int) (outcome, int) {
	since := ix.time[at]
	for e := at + 1; e < until && (q.Within == 0 || apart(since, ix.time[e]) <= uint64(q.Within)); e++ {
		if o := meaning[ix.activity[e]]; o != open {
			return o, e
		}
	}
	if len(q.No) > 0 || q.Within > 0 && apart(since, end) < uint64(q.Within) {
		return open, at
	}
	return no, at
}

func (d *decisions) add(more *decisions) {
	for o := range d.outcomes {
		d.outcomes[o] += more.outcomes[o]
	}
	d.times = append(d.times, more.times...)
	d.last += more.last
	for code := range d.next {
		d.next[code].events += more.next[code].events
		d.next[code].cases += more.next[code].cases
		for o := range more.before[code] {
			d.before[code][o] += more.before[code][o]
		}
	}
	for code := range d.channels {
		for o := range more.channels[code] {
			d.channels[code][o] += more.channels[code][o]
		}
	}
}

// splits names what occurs among those that decided.
func (d *dictionary) splits(of [][3]int) []Split {
	var list []Split
	for code, n := range of {
		if n[yes]+n[no] > 0 {
			list = append(list, Split{Name: d.names[code], Yes: n[yes], No: n[no]})
		}
	}
	slices.SortFunc(list, func(a, b Split) int {
		return cmp.Or(cmp.Compare(b.Yes+b.No, a.Yes+a.No), cmp.Compare(a.Name, b.Name))
	})
	return list
}
