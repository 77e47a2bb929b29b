package sequence

import "klantreis/internal/event"

// shard holds the new events of the customers whose hash says so, in the order in which they came.
type shard struct {
	numbers map[string]uint32 // id → number within the shard
	ids     []string
	first   []uint32 // per customer: its first arrival
	counts  []uint32 // per customer: its events
	chunks  []*chunk
	last    uint32 // number of the customer before, which often comes again
}

// chunkEvents makes chunks of 320 KiB: columns that grow by whole pieces are never copied.
const chunkEvents = 1 << 14

// chunk is a piece of the columns of a shard.
type chunk struct {
	n        int
	customer [chunkEvents]uint32
	arrival  [chunkEvents]uint32
	time     [chunkEvents]event.Instant
	activity [chunkEvents]uint16
	channel  [chunkEvents]uint16
}

func newShard() *shard { return &shard{numbers: map[string]uint32{}} }

func (s *shard) take(events []coming) {
	for i := range events {
		e := &events[i]
		number := s.number(e.customer, e.arrival)
		s.counts[number]++
		if len(s.chunks) == 0 || s.chunks[len(s.chunks)-1].n == chunkEvents {
			s.chunks = append(s.chunks, new(chunk))
		}
		c := s.chunks[len(s.chunks)-1]
		c.customer[c.n], c.arrival[c.n], c.time[c.n] = number, e.arrival, e.time
		c.activity[c.n], c.channel[c.n] = e.activity, e.channel
		c.n++
	}
}

// number gives the number of a customer, a new one when it was not seen before.
func (s *shard) number(id string, arrival uint32) uint32 {
	if len(s.ids) > 0 && s.ids[s.last] == id {
		return s.last
	}
	number, known := s.numbers[id]
	if !known {
		number = uint32(len(s.ids))
		s.numbers[id] = number
		s.ids = append(s.ids, id)
		s.first = append(s.first, arrival)
		s.counts = append(s.counts, 0)
	}
	s.last = number
	return number
}
