package analytics

// wordBits is how many places of a pattern one machine word holds.
const wordBits = 64

// editor measures edit distances between sequences of codes below a limit.
type editor struct {
	at  []uint64 // code → its places in the pattern
	row []int    // of the plain way
}

// distance is the Levenshtein distance: the fewest insertions, deletions and replacements. Method: bit-parallel,
// Myers 1999 in the form of Hyyrö 2001, a column of the table in a word; for two sequences longer than 64 the
// plain table.
func (e *editor) distance(a, b []uint16) int {
	if len(a) > len(b) {
		a, b = b, a
	}
	switch {
	case len(a) == 0:
		return len(b)
	case len(a) > wordBits:
		return e.plain(a, b)
	}
	for i, code := range a {
		e.at[code] |= 1 << i
	}
	up, down, score, last := ^uint64(0), uint64(0), len(a), uint64(1)<<(len(a)-1)
	for _, code := range b {
		equal := e.at[code]
		vertical := equal | down
		horizontal := ((equal & up) + up) ^ up | equal
		grows := down | ^(horizontal | up)
		falls := up & horizontal
		if grows&last != 0 {
			score++
		}
		if falls&last != 0 {
			score--
		}
		grows = grows<<1 | 1
		up = falls<<1 | ^(vertical | grows)
		down = grows & vertical
	}
	for _, code := range a {
		e.at[code] = 0
	}
	return score
}

func (e *editor) plain(a, b []uint16) int {
	e.row = e.row[:0]
	for i := range len(a) + 1 {
		e.row = append(e.row, i)
	}
	for j, y := range b {
		corner := e.row[0]
		e.row[0] = j + 1
		for i, x := range a {
			replaced := corner
			if x != y {
				replaced++
			}
			corner = e.row[i+1]
			e.row[i+1] = min(replaced, e.row[i]+1, corner+1)
		}
	}
	return e.row[len(a)]
}
