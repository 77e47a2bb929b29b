package sequence

import (
	"context"
	"slices"
	"time"

	"klantreis/internal/event"
	"klantreis/internal/fault"
)

// CohortQuery asks how many customers come back.
type CohortQuery struct {
	Activity string         // the event that counts; any when empty
	Zone     *time.Location // of the months; UTC when nil
}

// cohortMonthsMax is a hundred years; a log that lasts longer has wrong dates.
const cohortMonthsMax = 1200

// Cohorts are customers by the calendar month of their first such event.
type Cohorts struct {
	Months []Cohort // those in which customers began, in order
	// Returns are the times from one such event of a customer to the next.
	Returns              int
	MedianSecondsBetween float64 // 0 when nobody returned
}

// Cohort is the customers that began in one month.
type Cohort struct {
	Month  string // such as 2026-03
	Active []int  // customers with such an event so many months later, to the last month of the log; first all
}

// Cohorts gives the cohorts. A log of more than a hundred years is refused: filter by period.
func (ix *Index) Cohorts(ctx context.Context, q CohortQuery) (Cohorts, error) {
	if ix.Events() == 0 {
		return Cohorts{}, nil
	}
	months, err := ix.months(ctx, q.Zone)
	if err != nil {
		return Cohorts{}, err
	}
	parts, err := perPart(ctx, ix, func(from, to int) cohortCount { return ix.cohorts(q, months, from, to) })
	if err != nil {
		return Cohorts{}, err
	}
	all := parts[0]
	for _, p := range parts[1:] {
		all.gaps = append(all.gaps, p.gaps...)
		for i, n := range p.active {
			all.active[i] += n
		}
	}
	c := Cohorts{Returns: len(all.gaps)}
	if len(all.gaps) > 0 {
		c.MedianSecondsBetween = median(all.gaps)
	}
	for m := range months {
		active := all.active[m*len(months)+m : (m+1)*len(months)]
		if active[0] > 0 {
			c.Months = append(c.Months, Cohort{Month: months[m].name, Active: slices.Clone(active)})
		}
	}
	return c, nil
}

// month is one of a log.
type month struct {
	name string
	end  event.Instant
}

// months gives the months from the first event to the last.
func (ix *Index) months(ctx context.Context, zone *time.Location) ([]month, error) {
	if zone == nil {
		zone = time.UTC
	}
	f, err := perPart(ctx, ix, func(from, to int) event.Instant {
		first := ix.time[0]
		for c := from; c < to; c++ {
			first = min(first, ix.time[ix.offsets[c]])
		}
		return first
	})
	if err != nil {
		return nil, err
	}
	last := ix.end()
	at := slices.Min(f).Time().In(zone)
	year, number := at.Year(), at.Month()
	var months []month
	for len(months) == 0 || months[len(months)-1].end <= last {
		if len(months) == cohortMonthsMax {
			return nil, fault.New(fault.Invalid, "the events are more than %d years apart; choose a period", cohortMonthsMax/12)
		}
		name := time.Date(year, number, 15, 0, 0, 0, 0, time.UTC).Format("2006-01")
		number++
		end := time.Date(year, number, 1, 0, 0, 0, 0, zone)
		if end.Day() != 1 { // where the clock is put forward at midnight, the month begins when it is
			_, end = end.ZoneBounds()
		}
		months = append(months, month{name, event.InstantOf(end)})
	}
	return months, nil
}

// cohortCount is what a range counts: active[first month × months + month] customers.
type cohortCount struct {
	active []int
	gaps   []uint64
}

func (ix *Index) cohorts(q CohortQuery, months []month, from, to int) cohortCount {
	count := cohortCount{active: make([]int, len(months)*len(months))}
	code := ix.activities.of(q.Activity)
	for c := from; c < to; c++ {
		begin, end := ix.events(c)
		first, now, before := -1, 0, -1 // months, and the event before
		for e := begin; e < end; e++ {
			if q.Activity != "" && ix.activity[e] != code {
				continue
			}
			last := now
			for months[now].end <= ix.time[e] {
				now++
			}
			if first < 0 {
				first = now
			}
			if before < 0 || now > last {
				count.active[first*len(months)+now]++
			}
			if before >= 0 {
				count.gaps = append(count.gaps, apart(ix.time[before], ix.time[e]))
			}
			before = e
		}
	}
	return count
}
