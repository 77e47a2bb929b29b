// Package event is what customers did: the [Event], who a customer is, and the decoders that read events
// from the files of others – CSV, XES, OCEL and Segment's JSON lines.
//
// Start at [Decode]: it finds out what a stream is and hands its events in batches to a [Sink]. The same
// package makes logs of its own, see [Generate].
//
// What is promised: a decoder reads a stream once, holds a window of it and no more, and treats it as
// hostile. Size, depth and expansion have limits (limits.go); what is wrong is refused with one sentence
// that has a line and a column. Nothing is repaired in silence: what a decoder leaves out or assumes it
// says in its [Report].
package event
