package edit

import (
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"testing"

	"klantreis/internal/fault"
)

func TestTransactionsAreCheckedForTheirShape(t *testing.T) {
	f := func(body, field string, code fault.Code) {
		t.Helper()
		var tx Transaction
		if err := json.Unmarshal([]byte(body), &tx); err != nil {
			t.Fatal(err)
		}
		err := tx.Validate()
		if code == "" {
			if err != nil {
				t.Errorf("%s: %v", body, err)
			}
			return
		}
		var e *fault.Error
		if !errors.As(err, &e) || e.Code != code || e.Field != field {
			t.Errorf("%s: got %v, want %s at %q", body, err, code, field)
		}
	}
	f(`{"client": "a", "n": 1, "ops": [{"op": "delete", "id": "x"}]}`, "", "")
	f(`{"n": 1, "ops": [{"op": "delete", "id": "x"}]}`, "client", fault.Invalid)
	f(`{"client": "`+strings.Repeat("a", clientBytesMax+1)+`", "n": 1, "ops": [{"op": "delete", "id": "x"}]}`, "client", fault.Invalid)
	f(`{"client": "a", "ops": [{"op": "delete", "id": "x"}]}`, "n", fault.Invalid)
	f(`{"client": "a", "n": 1, "base": -1, "ops": [{"op": "delete", "id": "x"}]}`, "base", fault.Invalid)
	f(`{"client": "a", "n": 1, "undoOf": -1, "ops": [{"op": "delete", "id": "x"}]}`, "undoOf", fault.Invalid)
	f(`{"client": "a", "n": 1}`, "ops", fault.Invalid)
	f(`{"client": "a", "n": 1, "ops": []}`, "ops", fault.Invalid)
	f(`{"client": "a", "n": 1, "ops": [{"op": "delete", "id": "x"}, {"op": "delete"}]}`, "ops[1].id", fault.Invalid)
	f(`{"client": "a", "n": 1, "ops": [{"op": "explode", "id": "x"}]}`, "ops[0].op", fault.Invalid)
	f(`{"client": "a", "n": 1, "ops": [{"op": "set", "id": "x"}]}`, "ops[0].key", fault.Invalid)
	f(`{"client": "a", "n": 1, "ops": [{"op": "insert", "id": "x"}]}`, "ops[0].type", fault.Invalid)
	f(`{"client": "a", "n": 1, "ops": [{"op": "move", "id": "x"}]}`, "ops[0].pos", fault.Invalid)
	f(`{"client": "a", "n": 1, "ops": [`+strings.Repeat(`{"op": "delete", "id": "x"}, `, opsPerTransactionMax)+`{"op": "delete", "id": "x"}]}`, "", fault.TooLarge)
}

func TestInverseOpsCarryAnExactPlace(t *testing.T) {
	d := newBook()
	do(d, 1, Op{Verb: Insert, ID: "a", Type: "note"}, Op{Verb: Insert, ID: "h", Type: "note"}, Op{Verb: Insert, ID: "x", Type: "note"}, Op{Verb: Insert, ID: "z", Type: "note"})
	hide := do(d, 2, Op{Verb: Delete, ID: "h"})
	away := do(d, 3, Op{Verb: Move, ID: "x", Pos: &Pos{}})
	d.Apply(&Transaction{Client: "tab", N: 4, Ops: away.Inverse, UndoOf: 3}, everything{})
	d.Apply(&Transaction{Client: "tab", N: 5, Ops: hide.Inverse, UndoOf: 2}, everything{})
	if got := strings.Join(order(d), " "); got != "a h x z" {
		t.Errorf("x came back on the other side of what was hidden: %s", got)
	}
}

// An index that no longer means the rank that came with it is not believed.
func TestStaleIndexesFallBackToTheRank(t *testing.T) {
	d := newBook()
	do(d, 1, Op{Verb: Insert, ID: "a", Type: "note"}, Op{Verb: Insert, ID: "z", Type: "note"}, Op{Verb: Insert, ID: "c", Type: "note"})
	for i, index := range []string{"0", "é", "zzz", "V", strings.Repeat("1", 100)} {
		do(d, int64(i+2), Op{Verb: Move, ID: "c", Pos: &Pos{Order: 2, Index: index}})
		if got := strings.Join(order(d), " "); got != "a c z" {
			t.Errorf("with index %q: %s", index, got)
		}
	}
}

func TestReplayOfAForeignLogIsAnInternalFault(t *testing.T) {
	err := newBook().Replay([]Op{{Verb: Delete, ID: "nothing"}})
	if fault.CodeOf(err) != fault.Internal {
		t.Errorf("got %v", err)
	}
}

func TestOpenRefusesWhatStateNeverWrote(t *testing.T) {
	for _, state := range []string{``, `{}`, `[]`, `[{"id": "x", "type": "teapot", "props": {}}]`, `[{"id": "x", "type": "note", "props": []}]`} {
		if _, err := Open(bookSchema(), []byte(state)); fault.CodeOf(err) != fault.Internal {
			t.Errorf("%s: got %v", state, err)
		}
	}
}

func TestNodesAreLimited(t *testing.T) {
	d := newBook()
	for i := range nodesMax {
		d.nodes[fmt.Sprint("x", i)] = d.root // fills the count, nothing else
	}
	if r := do(d, 1, Op{Verb: Insert, ID: "n", Type: "note"}).Results[0]; r.Code != "too_many" {
		t.Errorf("came out as %+v", r)
	}
}
