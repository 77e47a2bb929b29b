// Package sequence is the index of what customers did, one after the other: the engine that answers
// questions about journeys at the speed of memory.
//
// Start at [Builder], which takes events and makes an [Index]; an index never changes, so any number of
// questions can be asked of it at once. [Index.Extend] makes the next one with events that came since, late
// ones included, [Index.Where] a smaller one, [Index.Map] one with other names. Each question has a file:
// its query, its result, and the pass that answers it. The answers are small; what they mean for people is
// worked out in package analytics, of whose Source an index is one kind.
//
// # Layout
//
// Customers stand in the order in which they first appeared, the events of a customer in the order (time,
// arrival). Each property of all events is one column:
//
//	column    type    bytes per event
//	activity  uint16  2   code of the name
//	channel   uint16  2   code of the channel
//	time      int64   8   microseconds since 1970
//	arrival   uint32  4   place in the order of coming, from 0
//
// which makes 16, and per customer 8 more and its id: where its events begin and where its id does. With ten
// events per customer and ids of 12 letters that is 18 bytes per event; see [Index.Bytes]. A question reads
// the columns it needs and no other: transitions read 10 bytes per event, variants 2.
//
// The arrival is read by no question. It is kept because two customers can turn out to be one after the index
// was made, and events at the same moment then still have to stand in the order in which they came.
//
// # Cost
//
// Passes over customers are cut in as many ranges as there are processors, each with about as many events;
// their inner loops allocate nothing. Building is parallel by customer: events are spread over shards by a
// hash of their customer while the next are being read. Extending copies the columns, which is memory
// speed, not the speed of reading a log.
package sequence
