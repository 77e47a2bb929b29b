package event

// Limits of what is read. They are generous for logs that people have and small against memory.
const (
	// CustomerBytesMax is the longest id of a customer; a longer one is refused, since cutting it could
	// make one customer of two.
	CustomerBytesMax = 1024
	// NameBytesMax is the longest name of an activity or channel; a longer one is cut, with a warning.
	NameBytesMax = 1024
	// ValueBytesMax is the longest value of a property; a longer one is cut, with a warning.
	ValueBytesMax = 4096
	// NamesMax is how many different activities a log may have: the index codes them in 16 bits, and one
	// code stands for "no activity".
	NamesMax = 65_535

	propertiesMax   = 10_000    // of one event, as many as Segment takes
	recordBytesMax  = 16 << 20  // one row, tag or value; the window over the stream grows to this
	columnsMax      = 4096      // of a CSV
	attributesMax   = 256       // of one XML tag
	definitionsMax  = 1000      // of each kind in the head of a log: classifiers, globals, types of objects
	depthMax        = 100       // of XML elements and JSON values
	eventsMax       = 2 << 30   // of one log
	batchEvents     = 1024      // handed to a sink at once; 120 KiB, which fits a core's own cache
	batchProperties = 64 << 10  // after which a batch goes although it has fewer events
	heldBytesMax    = 16 << 20  // of a batch's properties, and of a trace whose name comes late
	sampleBytes     = 256 << 10 // looked at to find out what a log is
	expansionMax    = 200       // decompressed bytes per compressed byte; deflate can reach 1032, the logs we know stay below 50
	expansionFloor  = 32 << 20  // below this much output the ratio does not matter
	objectBytesMax  = 192 << 20 // of what an OCEL log needs in memory: the ids of its customers, and events that come before them
)
