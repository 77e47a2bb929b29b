// Package exchange reads and writes what other programs use. Start at [ReadTable] for a sheet of rows and columns,
// at [Table.Measures] for the figures in it, at [Number] and [Date] for what stands in one cell, and at
// [WriteActions] for a list that goes out.
//
// It promises to say what it could not read, with line and column, instead of guessing; to give what it could; and
// that nothing it writes is taken for a formula by the program that opens it.
package exchange
