package edit

import (
	"hash/fnv"
	"strings"
)

// A fractional index is a base-62 fraction written without "0.": between any two there is a third,
// so that a node can be placed without touching its neighbours. Three characters that follow from
// the transaction keep two tabs that insert at the same place apart (they stand in for randomness,
// so that Apply stays deterministic).
const (
	digits        = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
	base          = len(digits)
	jitterDigits  = 3
	indexBytesMax = 64 // past this the siblings get new, short keys
)

// between gives a key strictly between two keys; "" stands for the open end on either side.
// It is never a prefix of high, so any digits may follow it.
func between(low, high string) string {
	var key strings.Builder
	bounded := high != ""
	for i := 0; ; i++ {
		l, h := digitAt(low, i), base
		if bounded {
			h = digitAt(high, i)
		}
		switch {
		case h-l >= 2 && high == "" && i < len(low):
			key.WriteByte(digits[l+1]) // appending: a small step keeps long lists short
			return key.String()
		case h-l >= 2:
			key.WriteByte(digits[(l+h)/2])
			return key.String()
		case h-l == 1:
			bounded = false // anything after this digit stays below high
		}
		key.WriteByte(digits[l])
	}
}

func digitAt(key string, i int) int {
	if i >= len(key) {
		return 0
	}
	return strings.IndexByte(digits, key[i])
}

// validIndex tells whether a key is one that this file could have made.
func validIndex(key string) bool {
	if key == "" || len(key) > indexBytesMax || key[len(key)-1] == digits[0] {
		return false
	}
	for i := range len(key) {
		if strings.IndexByte(digits, key[i]) < 0 {
			return false
		}
	}
	return true
}

// jitter gives three digits that follow from the place of an op in the history.
func jitter(client string, n int64, op int) string {
	hash := fnv.New32a()
	hash.Write([]byte(client))
	hash.Write([]byte{byte(n), byte(n >> 8), byte(n >> 16), byte(n >> 24), byte(op), byte(op >> 8)})
	sum := int(hash.Sum32() >> 1)
	var key [jitterDigits]byte
	for i := range key {
		key[i] = digits[1+sum%(base-1)] // no zero: a key never ends in one
		sum /= base - 1
	}
	return string(key[:])
}

// spread gives n short keys in order, evenly apart.
func spread(n int) []string {
	width, room := 1, base
	for room < 2*(n+1) {
		width++
		room *= base
	}
	keys := make([]string, n)
	for i := range keys {
		keys[i] = strings.TrimRight(written((i+1)*(room/(n+1)), width), "0")
	}
	return keys
}

func written(value, width int) string {
	key := make([]byte, width)
	for i := width - 1; i >= 0; i-- {
		key[i] = digits[value%base]
		value /= base
	}
	return string(key)
}
