package analytics

import "math"

// transport finds the cheapest way to bring goods from sources to sinks, where together they have and need the
// same, and gives what it costs and what each source brings to which sink; cost says what one unit costs from a
// source to a sink. Method: successive
// shortest paths (Busacker and Gowen 1960). There are few sources, so paths are sought among these alone: one
// source hands a sink that it serves to another.
func transport(supply, demand []int, cost func(source, sink int) float64) (float64, []map[int]int) {
	n := len(supply)
	t := &shipping{cost: cost, spare: append([]int{}, supply...), serves: make([]map[int]int, n), handing: make([][]handing, n)}
	for a := range n {
		t.serves[a] = map[int]int{}
		t.handing[a] = make([]handing, n)
		t.recompute(a)
	}
	for sink, needs := range demand {
		for needs > 0 {
			needs -= t.ship(sink, needs)
		}
	}
	total := 0.0
	for a, sinks := range t.serves {
		for sink, units := range sinks {
			total += float64(units) * cost(a, sink)
		}
	}
	return total, t.serves
}

// shipping is what is brought so far, at the least cost.
type shipping struct {
	cost    func(source, sink int) float64
	spare   []int
	serves  []map[int]int // source → sink → units
	handing [][]handing   // source → other source
}

// handing is the sink that one source hands to another at the least extra cost.
type handing struct {
	extra float64
	sink  int
}

// recompute finds for one source what it hands to each other one.
func (t *shipping) recompute(a int) {
	for b := range t.handing[a] {
		t.handing[a][b] = handing{extra: math.Inf(1)}
	}
	for sink := range t.serves[a] {
		t.consider(a, sink)
	}
}

func (t *shipping) consider(a, sink int) {
	own := t.cost(a, sink)
	for b := range t.handing[a] {
		extra := t.cost(b, sink) - own
		if h := &t.handing[a][b]; extra < h.extra || extra == h.extra && sink < h.sink {
			*h = handing{extra, sink}
		}
	}
}

// ship brings as much as one path can, and gives how much that is.
func (t *shipping) ship(sink, needs int) int {
	n := len(t.spare)
	extra, next := make([]float64, n), make([]int, n) // of taking one unit more, and to whom one is handed then
	for a := range n {
		extra[a], next[a] = math.Inf(1), -1
		if t.spare[a] > 0 {
			extra[a] = 0
		}
	}
	// Bellman and Ford. Rounding must not make a circle look like a gain.
	const gain = 1e-12
	for changed := true; changed; {
		changed = false
		for a := range n {
			for b := range n {
				if via := t.handing[a][b].extra + extra[b]; via < extra[a]-gain {
					extra[a], next[a], changed = via, b, true
				}
			}
		}
	}
	first := 0
	for a := range n {
		if t.cost(a, sink)+extra[a] < t.cost(first, sink)+extra[first] {
			first = a
		}
	}
	units, end := needs, first
	for ; next[end] >= 0; end = next[end] {
		units = min(units, t.serves[end][t.handing[end][next[end]].sink])
	}
	units = min(units, t.spare[end])
	t.spare[end] -= units
	for a := first; ; a = next[a] {
		var handed int
		if next[a] >= 0 {
			handed = t.handing[a][next[a]].sink
		}
		t.serves[a][sink] += units
		t.consider(a, sink)
		if next[a] < 0 {
			return units
		}
		if t.serves[a][handed] -= units; t.serves[a][handed] == 0 {
			delete(t.serves[a], handed)
		}
		t.recompute(a)
		sink = handed
	}
}
