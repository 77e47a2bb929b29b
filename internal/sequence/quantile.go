package sequence

import "math"

// Quantile gives the value below which a share p, 0 to 1, of the sorted values lies, by linear interpolation
// between the two nearest: the place is (n−1)·p. This is method 7 of Hyndman and Fan (1996), the default of R
// and NumPy. It needs at least one value.
func Quantile(sorted []float64, p float64) float64 {
	place := float64(len(sorted)-1) * p
	below := int(math.Floor(place))
	if below+1 >= len(sorted) {
		return sorted[len(sorted)-1]
	}
	return between(sorted[below], sorted[below+1], place-float64(below))
}

func between(low, high, share float64) float64 { return low + (high-low)*share }

// median gives the median in seconds of at least one number of microseconds, which it brings out of order.
func median(micros []uint64) float64 {
	middle := len(micros) / 2
	high := nth(micros, middle)
	if len(micros)%2 == 1 {
		return seconds(high)
	}
	low := micros[0]
	for _, m := range micros[1:middle] {
		low = max(low, m)
	}
	return between(seconds(low), seconds(high), 0.5)
}

// nth gives the value that would be at place n if the values were sorted; smaller ones stand before it
// afterwards, larger ones behind. Hoare's algorithm 65 (1961) with the median of three as pivot.
func nth(values []uint64, n int) uint64 {
	low, high := 0, len(values)-1
	for low < high {
		pivot := middleOf(values[low], values[low+(high-low)/2], values[high])
		i, j := low, high
		for i <= j {
			for values[i] < pivot {
				i++
			}
			for values[j] > pivot {
				j--
			}
			if i <= j {
				values[i], values[j] = values[j], values[i]
				i++
				j--
			}
		}
		switch {
		case n <= j:
			high = j
		case n >= i:
			low = i
		default:
			return values[n]
		}
	}
	return values[n]
}

func middleOf(a, b, c uint64) uint64 { return max(min(a, b), min(max(a, b), c)) }
