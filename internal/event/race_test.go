//go:build race

package event

// slowness is how much longer things may take with the race detector.
const slowness = 10
