package event

import (
	"context"
	"math"
	"strconv"
	"time"

	"klantreis/internal/fault"
)

// Recipe says what [Generate] makes.
type Recipe struct {
	Events     int64  // exactly so many
	Seed       uint64 // the same seed gives the same events, on every machine and in either order
	ByCustomer bool   // customer after customer, rather than in the order of time
}

// GeneratedEventsMax is the largest log that is made.
const GeneratedEventsMax = eventsMax

// The period of a generated log. Customers begin their journeys evenly over it; the last go on after it.
var (
	generatedStart  = InstantOf(time.Date(2024, 1, 1, 0, 0, 0, 0, time.UTC))
	generatedPeriod = 365 * 24 * time.Hour
)

// Generate hands a made-up log to a sink: the journeys of a shop for racing bikes, from an advertisement to
// the yearly service, with detours, repeats, customers who leave, and now and then two events at the same
// moment. Each customer is a chain of its own that follows from the seed and the customer's number alone.
func Generate(ctx context.Context, r Recipe, sink Sink) error {
	if r.Events < 1 || r.Events > GeneratedEventsMax {
		return fault.New(fault.Invalid, "a log has 1 to %d events", int64(GeneratedEventsMax))
	}
	g := &generator{recipe: r, ctx: ctx, sink: sink, batch: make([]Event, 0, batchEvents)}
	if err := g.count(); err != nil {
		return err
	}
	err := g.run()
	if err == nil {
		err = g.flush()
	}
	return err
}

// moment is one kind of event, and what usually follows.
type moment struct {
	name     string
	channels []string
	millis   int64 // median time to it
	next     []follow
	total    uint64 // of the weights in next
}

// follow is a next moment and its weight; below zero the journey ends.
type follow struct {
	to     int
	weight uint64
}

// generator walks the customers' chains.
type generator struct {
	recipe    Recipe
	ctx       context.Context
	sink      Sink
	customers int64 // who begin
	last      int64 // how many events the last of them has
	batch     []Event
	arrival   int64
}

// walker is a customer on the way: the state of the random numbers, and the event that comes next.
type walker struct {
	state  uint64
	number int64
	at     Instant
	id     string
	left   int64 // how many events there may still be
	moment int8
	other  uint8 // which of the channels
}

// endless is no limit to a customer's events.
const endless = math.MaxInt64

// count finds how many customers make up the events: the chains are walked once, without times.
func (g *generator) count() error {
	for left := g.recipe.Events; left > 0; g.customers++ {
		if g.customers%batchEvents == 0 && g.ctx.Err() != nil {
			return g.ctx.Err()
		}
		w := walker{state: mixed(g.recipe.Seed, g.customers), left: endless}
		g.last = min(left, chainMax)
		w.begin()
		n := int64(1)
		for n < g.last && w.step() {
			n++
		}
		g.last = n
		left -= n
	}
	return nil
}

// chainMax ends the journey of a customer who never leaves.
const chainMax = 200

// start is the first event of a customer.
func (g *generator) start(number int64) walker {
	w := walker{state: mixed(g.recipe.Seed, number), number: number, left: chainMax}
	if number == g.customers-1 {
		w.left = g.last
	}
	w.at = g.begins(number)
	w.id = "c" + strconv.FormatInt(100_000+number, 10)
	w.begin()
	return w
}

// begins is when the first event of a customer happens, to the millisecond.
func (g *generator) begins(number int64) Instant {
	spacing := Instant(generatedPeriod.Microseconds()) / Instant(g.customers)
	return generatedStart + Instant(number)*spacing/1000*1000
}

// run hands on every event, in the order that is asked for.
func (g *generator) run() error {
	var active walkers
	for next := int64(0); next < g.customers || len(active) > 0; {
		first := len(active) == 0 || !g.recipe.ByCustomer && g.begins(next) < active[0].at
		if next < g.customers && first {
			active.push(g.start(next))
			next++
		}
		w := &active[0]
		if err := g.emit(w); err != nil {
			return err
		}
		if w.left--; w.left > 0 && w.step() {
			active.sink()
		} else {
			active.pop()
		}
	}
	return nil
}

func (g *generator) emit(w *walker) error {
	m := &moments[w.moment]
	g.arrival++
	g.batch = append(g.batch, Event{
		Customer: w.id, Name: m.name, Channel: m.channels[w.other], Time: w.at, Arrival: g.arrival,
	})
	if len(g.batch) == cap(g.batch) {
		return g.flush()
	}
	return nil
}

func (g *generator) flush() error {
	if err := g.ctx.Err(); err != nil || len(g.batch) == 0 {
		return err
	}
	err := g.sink.Add(g.batch)
	g.batch = g.batch[:0]
	return err
}

// begin chooses the first moment.
func (w *walker) begin() { w.choose(&firstMoment) }

// step goes to the next moment; false when the journey ends.
func (w *walker) step() bool {
	return w.choose(&moments[w.moment])
}

func (w *walker) choose(from *moment) bool {
	pick := w.random() % from.total
	to := 0
	for _, f := range from.next {
		if pick < f.weight {
			to = f.to
			break
		}
		pick -= f.weight
	}
	if to < 0 {
		return false
	}
	m := &moments[to]
	r := w.random()
	w.moment, w.other = int8(to), uint8(r%uint64(len(m.channels)))
	if r>>8&63 != 0 && from != &firstMoment { // one in 64 is at the same moment
		w.at += 1000 * Instant(1+skewed(m.millis, int64(r>>14&0xffff)-0x8000))
	}
	return true
}

// skewed spreads a time as waiting is spread: from an eighth to eight times the median, median·8^(u³) for an
// even u between -1 and 1. Powers of two are joined by straight lines and all numbers are whole, so that
// every machine computes the same; u and the exponent come in units of 2^-15.
func skewed(median, u int64) int64 {
	exponent := (u * u * u >> 30) * 3
	mantissa := median * (1<<15 + exponent&(1<<15-1))
	return mantissa >> max(15-exponent>>15, 0) << max(exponent>>15-15, 0)
}

// random is the next of SplitMix64 (Steele, Lea and Flood, OOPSLA 2014).
func (w *walker) random() uint64 {
	w.state += 0x9e3779b97f4a7c15
	return scrambled(w.state)
}

func scrambled(z uint64) uint64 {
	z = (z ^ z>>30) * 0xbf58476d1ce4e5b9
	z = (z ^ z>>27) * 0x94d049bb133111eb
	return z ^ z>>31
}

// mixed is where the random numbers of a customer begin.
func mixed(seed uint64, number int64) uint64 {
	return scrambled(seed ^ scrambled(uint64(number)+0x9e3779b97f4a7c15))
}

// walkers is a heap of the customers on the way, the one with the next event first; of the same moment, the
// one who came first.
type walkers []walker

func (h walkers) before(i, j int) bool {
	return h[i].at < h[j].at || h[i].at == h[j].at && h[i].number < h[j].number
}

func (h *walkers) push(w walker) {
	*h = append(*h, w)
	for i := len(*h) - 1; i > 0; {
		up := (i - 1) / 2
		if !h.before(i, up) {
			return
		}
		(*h)[i], (*h)[up] = (*h)[up], (*h)[i]
		i = up
	}
}

func (h *walkers) pop() {
	end := len(*h) - 1
	(*h)[0] = (*h)[end]
	(*h)[end] = walker{}
	*h = (*h)[:end]
	h.sink()
}

// sink moves the first to its place.
func (h *walkers) sink() {
	for i := 0; ; {
		least := 2*i + 1
		if least >= len(*h) {
			return
		}
		if other := least + 1; other < len(*h) && h.before(other, least) {
			least = other
		}
		if !h.before(least, i) {
			return
		}
		(*h)[i], (*h)[least] = (*h)[least], (*h)[i]
		i = least
	}
}
