package journey

import (
	"klantreis/internal/edit"
)

// Document is one journey that can be edited. It is not safe for use by several goroutines at
// once; the journeys it gives out are, and must not be changed.
type Document struct{ *edit.Doc }

// FromJourney makes a document of a journey, such as one read from a file. Errors are faults with
// the path of the offending part. References answer for the workspace.
func FromJourney(j *Journey, refs edit.References) (*Document, error) {
	d, err := edit.FromView(Schema, j, refs)
	if err != nil {
		return nil, err
	}
	if n := len(d.All("stage")); n < 1 || n > StagesMax {
		return nil, invalid("stages", "a journey has 1 to %d stages; this one has %d", StagesMax, n)
	}
	return &Document{d}, nil
}

// Open reads a document that State wrote.
func Open(state []byte) (*Document, error) {
	d, err := edit.Open(Schema, state)
	if err != nil {
		return nil, err
	}
	return &Document{d}, nil
}

// Journey gives what a person sees: visible things in order, statuses filled in.
func (d *Document) Journey(refs edit.References) *Journey { return d.View(refs).(*Journey) }

// WithNewIDs gives a copy of the journey in which it and everything in it has a new id.
func (j *Journey) WithNewIDs(newID func() string) *Journey {
	return edit.Renamed(j, newID).(*Journey)
}

// Restated gives a copy of the journey whose cards are known or guesses as the evidence of a
// workspace has it, which may differ from that of the workspace in which the journey was written.
func (j *Journey) Restated(refs edit.References) *Journey {
	fresh := *j
	fresh.Cards = make([]*Card, len(j.Cards))
	for i, c := range j.Cards {
		restated := *c
		restated.EvidenceStatus = cardStatus(c, refs)
		fresh.Cards[i] = &restated
	}
	return &fresh
}
