// Package exchange reads and writes what other programs use. Start at [Number] for the figures in a sheet.
//
// It promises to say what it could not read instead of guessing.
package exchange
