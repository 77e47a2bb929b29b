package event

import (
	"context"
	"io"
	"time"
)

// Format is a kind of event log.
type Format string

// The formats. SQLite is OCEL's relational form, which store/ocelsqlite reads.
const (
	Auto    Format = "auto"
	CSV     Format = "csv"
	XES     Format = "xes"
	OCEL    Format = "ocel"
	Segment Format = "segment"
)

// Options say how a log is to be read; the zero value means "find out". Columns are named by their header,
// or by their number from 1; in XES they are attribute keys, and Activity may name a classifier.
type Options struct {
	Format     Format
	Source     string         // becomes Event.Source
	Case       string         // the column or attribute that is the customer
	Activity   string         // the column or attribute that is the activity
	Time       string         // the column or attribute that is the time
	Channel    string         // the column or attribute that is the channel
	Lifecycle  bool           // names become NAME+TRANSITION
	Transition string         // CSV: the column with the transition; found by its name when empty
	ObjectType string         // OCEL: the type of object that is the customer
	Properties bool           // fill Event.Properties; costs time
	Zone       *time.Location // of times without one; UTC when nil
	TimeFormat string         // such as "dd-MM-yyyy HH:mm", see [ParseTimeFormat]
	Separator  rune           // CSV: of columns
	Quote      rune           // CSV: around values; NoQuote when quotes are ordinary text
	Encoding   string         // CSV: such as "utf-8" or "windows-1252"
	NoHeader   bool           // CSV: the first row is data

	// Database reads OCEL's SQLite form; without it that form is refused.
	Database func(ctx context.Context, log io.Reader, o Options, sink Sink) (*Report, error)
}

// NoQuote as [Options.Quote] makes quotes ordinary text.
const NoQuote = rune(-1)

// Report is what a decoder found out and what it left out.
type Report struct {
	Format   Format
	Guesses  []Guess // what was found out rather than told, in the order to show it
	Events   int64   // handed to the sink
	Dropped  int64   // events without a time, a customer or a name
	Empty    int64   // traces without events
	Warnings []Warning
}

// Guess is one thing that was found out about a log, for people: {"separator", `";"`}.
type Guess struct{ What, Value string }

// Warning is something a reader of the results should know. Code is stable, Message is a sentence.
type Warning struct {
	Code    string `json:"code"`
	Message string `json:"message"`
}
