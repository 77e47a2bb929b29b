// Package edit is the machinery that both documents share: small ops on typed nodes, their
// places, and what they leave behind for the log and for undo.
//
// A document is a root and nodes. A node is one entity (a Go struct whose JSON names are the keys
// of ops), a place, and a deleted mark. Every property is one register; the place is one register.
// [Doc.Apply] is the only way to change a document. It is deterministic: the same document and
// the same transaction give the same result, and the canonical ops it returns, replayed with
// [Doc.Replay], give the same document again. An impossible op changes nothing and says why.
//
// Start at [Doc.Apply]; a [Schema] tells which kinds of node a document has.
package edit

import (
	"encoding/json"
	"fmt"

	"klantreis/internal/fault"
)

// Limits of the wire, so that one tab can never occupy the program.
const (
	opsPerTransactionMax = 2_000  // another set of stages moves every card of a large map in one act
	nodesMax             = 20_000 // deleted ones count: they stay in the log
	clientBytesMax       = 64
)

// Verb is what an op does.
type Verb string

// The five verbs.
const (
	Set     Verb = "set"
	Insert  Verb = "insert"
	Move    Verb = "move"
	Delete  Verb = "delete"
	Restore Verb = "restore"
)

// Op is one small edit of one node.
type Op struct {
	Verb  Verb                       `json:"op" enum:"set,insert,move,delete,restore"`
	ID    string                     `json:"id" doc:"The node; the document's own properties have its id"`
	Type  string                     `json:"type,omitempty" doc:"insert: the kind of node"`
	Pos   *Pos                       `json:"pos,omitempty" doc:"insert, move"`
	Props map[string]json.RawMessage `json:"props,omitempty" doc:"insert: properties by key"`
	Key   string                     `json:"key,omitempty" doc:"set: the path of the field with dots, such as title.nl"`
	Value json.RawMessage            `json:"value,omitempty" doc:"set: the new value; null empties"`
}

// Pos is where a node stands: a card in a cell, anything else among its like.
type Pos struct {
	StageID string `json:"stageId,omitempty" doc:"Cards: the column; missing in a move means the same"`
	LaneID  string `json:"laneId,omitempty" doc:"Cards: the row; missing in a move means the same"`
	Order   int    `json:"order,omitempty" doc:"Rank, 1 = first; missing or too large = last"`
	Index   string `json:"index,omitempty" doc:"The fractional index, in the log only" hidden:"true"`
}

// Transaction is what one tab sends at once. N counts 1, 2, 3 … per client.
type Transaction struct {
	Client string `json:"client" doc:"The id of the tab or script that sends" minLength:"1" maxLength:"64"`
	N      int64  `json:"n" doc:"1, 2, 3 … per client, without gaps" minimum:"1"`
	Base   int64  `json:"base" doc:"The seq the sender saw last; 0 means whatever is current"`
	Ops    []Op   `json:"ops" nullable:"false" minItems:"1" maxItems:"2000"`
	UndoOf int64  `json:"undoOf,omitempty" doc:"The n of the transaction that this one takes back"`
}

// Validate checks the shape of a transaction, not whether its ops are possible.
func (t *Transaction) Validate() error {
	switch {
	case t.Client == "" || len(t.Client) > clientBytesMax:
		return wrong("client", "a client id of 1 to %d characters is needed", clientBytesMax)
	case t.N < 1:
		return wrong("n", "transactions of a client count 1, 2, 3 …")
	case t.Base < 0:
		return wrong("base", "a seq is 0 or more")
	case t.UndoOf < 0:
		return wrong("undoOf", "transactions of a client count 1, 2, 3 …")
	case len(t.Ops) == 0:
		return wrong("ops", "a transaction has at least one op")
	case len(t.Ops) > opsPerTransactionMax:
		return fault.New(fault.TooLarge, "a transaction has at most %d ops, this one has %d", opsPerTransactionMax, len(t.Ops))
	}
	for i := range t.Ops {
		if err := t.Ops[i].validate(); err != nil {
			return fault.At(err, fmt.Sprintf("ops[%d]", i))
		}
	}
	return nil
}

func (o *Op) validate() error {
	if o.ID == "" {
		return wrong("id", "an op names the node it is about")
	}
	switch o.Verb {
	case Set:
		if o.Key == "" {
			return wrong("key", "set names the key of the property")
		}
	case Insert:
		if o.Type == "" {
			return wrong("type", "insert names the kind of node")
		}
	case Move:
		if o.Pos == nil {
			return wrong("pos", "move says where to")
		}
	case Delete, Restore:
	default:
		return wrong("op", "%q is not one of set, insert, move, delete, restore", string(o.Verb))
	}
	return nil
}

// Result tells what became of one op. An op that was not applied says why.
type Result struct {
	Applied bool   `json:"applied"`
	Code    string `json:"code,omitempty" doc:"Why not, for programs"`
	Reason  string `json:"reason,omitempty" doc:"Why not, for people"`
	Field   string `json:"field,omitempty" doc:"The property that stood in the way"`
}

// Refusal is why an op is impossible.
type Refusal struct {
	Code, Reason, Field string
}

func (r *Refusal) Error() string { return r.Reason }

// Refuse makes a refusal with a code for programs and a sentence for people.
func Refuse(code, format string, args ...any) *Refusal {
	return &Refusal{Code: code, Reason: fmt.Sprintf(format, args...)}
}

func wrong(field, format string, args ...any) error {
	e := fault.New(fault.Invalid, format, args...)
	e.Field = field
	return e
}
