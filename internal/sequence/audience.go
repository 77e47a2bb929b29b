package sequence

import (
	"context"

	"klantreis/internal/event"
	"klantreis/internal/fault"
)

// AudienceQuery asks who is in which stage. The names of the events are stages already, see [Index.Map];
// events with another name are in none.
type AudienceQuery struct{ Stages []string }

// stagesMax is more stages than people can look at.
const stagesMax = 100

// Validate refuses what has no answer.
func (q AudienceQuery) Validate() error {
	seen := map[string]bool{}
	for _, stage := range q.Stages {
		if stage == "" || seen[stage] {
			return fault.New(fault.Invalid, "every stage has a name of its own; %q has not", stage)
		}
		seen[stage] = true
	}
	if len(q.Stages) == 0 || len(q.Stages) > stagesMax {
		return fault.New(fault.Invalid, "there are 1 to %d stages", stagesMax)
	}
	return nil
}

// Audiences are the customers by stage, each stage within the one before.
type Audiences struct {
	Cases   int // customers in all
	Outside int // customers with no event in any stage
	Stages  []Audience
}

// Audience is one stage.
type Audience struct {
	Stage   string
	Reached int // customers with an event in this stage or a later one
	Visited int // customers with an event in this stage
	Entered int // customers whose first event in any stage is in this one
	Now     int // customers whose last event in any stage is in this one
	// Timed customers reached this stage in the stage itself and a later one after it, in the median so many
	// seconds later.
	Timed               int
	MedianSecondsToNext float64
	Back                int // steps from here directly to an earlier stage; events in no stage do not count
	Jumps               int // steps from here past the next stage
}

// Audiences gives the stages in their order.
func (ix *Index) Audiences(ctx context.Context, q AudienceQuery) (Audiences, error) {
	if err := q.Validate(); err != nil {
		return Audiences{}, err
	}
	parts, err := perPart(ctx, ix, func(from, to int) *stages { return ix.stages(q, from, to) })
	if err != nil {
		return Audiences{}, err
	}
	all := Audiences{Cases: ix.Customers(), Stages: make([]Audience, len(q.Stages))}
	for k := range all.Stages {
		a := &all.Stages[k]
		a.Stage = q.Stages[k]
		var times []uint64
		for _, p := range parts {
			a.add(&p.of[k])
			times = append(times, p.times[k]...)
		}
		if a.Timed = len(times); a.Timed > 0 {
			a.MedianSecondsToNext = median(times)
		}
	}
	all.Outside = all.Cases - all.Stages[0].Reached
	return all, nil
}

func (a *Audience) add(b *Audience) {
	a.Reached += b.Reached
	a.Visited += b.Visited
	a.Entered += b.Entered
	a.Now += b.Now
	a.Back += b.Back
	a.Jumps += b.Jumps
}

// stages is what one range counts.
type stages struct {
	of    []Audience
	times [][]uint64 // to the next, per stage
	seen  []int      // the customer before who visited the stage, plus 1
}

func (ix *Index) stages(q AudienceQuery, from, to int) *stages {
	n := len(q.Stages)
	s := &stages{of: make([]Audience, n), times: make([][]uint64, n), seen: make([]int, n)}
	stageOf := make([]int, ix.activities.len()) // code → stage, −1 for none
	for code, name := range ix.activities.names {
		stageOf[code] = -1
		for k, stage := range q.Stages {
			if stage == name {
				stageOf[code] = k
			}
		}
	}
	for c := from; c < to; c++ {
		begin, end := ix.events(c)
		s.follow(c, ix.activity[begin:end], ix.time[begin:end], stageOf)
	}
	return s
}

// follow takes one customer through the stages. Its level is the highest stage so far.
func (s *stages) follow(customer int, activity []uint16, time []event.Instant, stageOf []int) {
	level, at := -1, -1
	var since event.Instant // of the level
	for e, code := range activity {
		k := stageOf[code]
		if k < 0 {
			continue
		}
		if s.seen[k] != customer+1 {
			s.seen[k] = customer + 1
			s.of[k].Visited++
		}
		switch {
		case at < 0:
			s.of[k].Entered++
		case k < at:
			s.of[at].Back++
		case k > at+1:
			s.of[at].Jumps++
		}
		if k > level {
			if level >= 0 {
				s.times[level] = append(s.times[level], apart(since, time[e]))
			}
			for reached := level + 1; reached <= k; reached++ {
				s.of[reached].Reached++
			}
			level, since = k, time[e]
		}
		at = k
	}
	if at >= 0 {
		s.of[at].Now++
	}
}
