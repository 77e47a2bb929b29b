// Package analytics answers questions about what customers did: how many came how far, which way they went,
// how long it took, and what brought them there.
//
// Start at [Source], which is what an engine of events can do: the index in package sequence, and
// analytics/memsource, the plain one that every other is held against. An engine returns counts and times;
// what is computed from them – intervals, tests, models, warnings – is computed here, once for all engines.
// One question is one file.
package analytics
