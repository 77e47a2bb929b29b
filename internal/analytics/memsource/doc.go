// Package memsource is the plain [analytics.Source]: events in a list per customer, and every question
// answered as its definition reads, with no care for time or memory. It is what other engines are held
// against, so a reader must see that it is right; it tries all possibilities where an engine is clever.
//
// Start at [Log].
package memsource
