package journey_test

import (
	"bytes"
	"encoding/json"
	"testing"

	"pgregory.net/rapid"

	"klantreis/internal/edit"
	"klantreis/internal/journey"
)

func jsonOf(t fataler, v any) []byte {
	t.Helper()
	raw, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	return raw
}

func viewOf(t fataler, d *journey.Document) []byte { return jsonOf(t, d.Journey(small{})) }

func reopen(t fataler, state []byte) *journey.Document {
	t.Helper()
	d, err := journey.Open(state)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func same(t fataler, what string, got, want []byte) {
	t.Helper()
	if !bytes.Equal(got, want) {
		t.Fatalf("%s:\n got %s\nwant %s", what, got, want)
	}
}

// applied sends a transaction and checks that nothing but what it promises came of it.
func applied(t fataler, d *journey.Document, tx *edit.Transaction) *edit.Outcome {
	t.Helper()
	before := d.State()
	out := d.Apply(tx, small{})
	for i, r := range out.Results {
		if r.Applied == (r.Reason != "") || r.Applied == (r.Code != "") {
			t.Fatalf("op %d came out as %+v", i, r)
		}
	}
	state := d.State()

	twin := reopen(t, before)
	if again := twin.Apply(tx, small{}); !bytes.Equal(jsonOf(t, again), jsonOf(t, out)) {
		t.Fatalf("the same transaction on the same document came out as\n%s\nand\n%s", jsonOf(t, out), jsonOf(t, again))
	}
	same(t, "the state of the twin", twin.State(), state)

	replica := reopen(t, before)
	var logged []edit.Op // what the log keeps is JSON
	if err := json.Unmarshal(jsonOf(t, out.Canonical), &logged); err != nil {
		t.Fatal(err)
	}
	if err := replica.Replay(logged); err != nil {
		t.Fatalf("%v: %s", err, jsonOf(t, logged))
	}
	same(t, "the state after replay of "+string(jsonOf(t, logged)), replica.State(), state)
	return out
}

// sound checks everything that holds for a document at any time.
func sound(t fataler, d *journey.Document) []byte {
	t.Helper()
	view := viewOf(t, d)
	if wrong := checkView(view, knownEvidence, outsideThings); len(wrong) > 0 {
		t.Fatalf("%q in %s", wrong, view)
	}
	same(t, "the state read and written", reopen(t, d.State()).State(), d.State())
	same(t, "the view of the state read", viewOf(t, reopen(t, d.State())), view)

	var j journey.Journey
	if err := json.Unmarshal(view, &j); err != nil {
		t.Fatal(err)
	}
	file, err := journey.FromJourney(&j, small{}) // this validates every entity
	if err != nil {
		t.Fatalf("%v in %s", err, view)
	}
	same(t, "the view of the view as a file", viewOf(t, file), view)
	journey.Compute(&j)
	return view
}

// TestNoSequenceOfEditsBreaksAnything: random transactions, sensible and nonsensical. After each
// the invariants hold, the log can be replayed, and it can be taken back.
func TestNoSequenceOfEditsBreaksAnything(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d, fresh := openSmall(t), 0
		view := sound(t, d)
		for n := range rapid.IntRange(1, 12).Draw(t, "transactions") {
			tx := newGambler(t, d, &fresh).transaction(int64(n + 1))
			out := applied(t, d, tx)
			next := sound(t, d)

			undone := reopen(t, d.State())
			back := undo(t, undone, out)
			same(t, "the view after undo of "+string(jsonOf(t, tx.Ops)), viewOf(t, undone), view)
			undo(t, undone, back)
			same(t, "the view after redo of "+string(jsonOf(t, tx.Ops)), viewOf(t, undone), next)
			view = next
		}
	})
}

// undo takes an outcome back. Nobody else wrote, so every op of it must be possible.
func undo(t fataler, d *journey.Document, out *edit.Outcome) *edit.Outcome {
	t.Helper()
	if len(out.Inverse) == 0 {
		return &edit.Outcome{}
	}
	back := d.Apply(&edit.Transaction{Client: "tab", N: 1000, UndoOf: 1, Ops: out.Inverse}, small{})
	for i, r := range back.Results {
		if !r.Applied {
			t.Fatalf("%s cannot be taken back: %+v", jsonOf(t, out.Inverse[i]), r)
		}
	}
	return back
}

// TestUndoAllThenRedoAll is I10: undo^k then redo^k leads through the same views. The log tells
// all of it.
func TestUndoAllThenRedoAll(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d, replica, fresh := openSmall(t), openSmall(t), 0
		replay := func(out *edit.Outcome) {
			if err := replica.Replay(out.Canonical); err != nil {
				t.Fatal(err)
			}
			same(t, "the state after replay of "+string(jsonOf(t, out.Canonical)), replica.State(), d.State())
		}
		views := [][]byte{viewOf(t, d)}
		var outs []*edit.Outcome
		for n := range rapid.IntRange(1, 15).Draw(t, "transactions") {
			outs = append(outs, d.Apply(newGambler(t, d, &fresh).transaction(int64(n+1)), small{}))
			replay(outs[n])
			views = append(views, viewOf(t, d))
		}
		for i := len(outs) - 1; i >= 0; i-- {
			outs[i] = undo(t, d, outs[i])
			replay(outs[i])
			same(t, "the view after undo", viewOf(t, d), views[i])
		}
		for i, back := range outs {
			replay(undo(t, d, back))
			same(t, "the view after redo", viewOf(t, d), views[i+1])
		}
	})
}

// TestDiffLeadsThere: from any document to any other of the same journey.
func TestDiffLeadsThere(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		fresh := 0
		wander := func() *journey.Document {
			d := openSmall(t)
			for n := range rapid.IntRange(0, 15).Draw(t, "transactions") {
				d.Apply(newGambler(t, d, &fresh).transaction(int64(n+1)), small{})
			}
			return d
		}
		a, b := wander(), wander()
		state, target := a.State(), b.Journey(small{})
		ops, err := edit.Diff(a.Doc, target)
		if err != nil {
			t.Fatal(err)
		}
		same(t, "the document that was compared", a.State(), state)
		if len(ops) > 0 {
			for i, r := range applied(t, a, &edit.Transaction{Client: "import", N: 1, Ops: ops}).Results {
				if !r.Applied {
					t.Fatalf("%s: %+v", jsonOf(t, ops[i]), r)
				}
			}
		}
		same(t, "the view after "+string(jsonOf(t, ops)), viewOf(t, a), jsonOf(t, target))
		if again, err := edit.Diff(a.Doc, target); err != nil || len(again) > 0 {
			t.Fatalf("equal now, but the difference is %s, %v", jsonOf(t, again), err)
		}
	})
}

// FuzzApply: whatever comes over the wire, applying it never panics and never breaks an invariant.
func FuzzApply(f *testing.F) {
	for _, seed := range []string{
		`{"client":"a","n":1,"ops":[{"op":"set","id":"c1","key":"title.nl","value":"x"},{"op":"delete","id":"s1"},{"op":"restore","id":"s1"}]}`,
		`{"client":"a","n":1,"ops":[{"op":"insert","id":"z","type":"card","pos":{"stageId":"s1","laneId":"l1","order":1},"props":{"type":"doing","title.nl":"x"}}]}`,
		`{"client":"a","n":1,"ops":[{"op":"move","id":"c1","pos":{"stageId":"s2","index":"0"}},{"op":"set","id":"score:s1:presence:m-2","key":"value","value":3}]}`,
		`{"client":"a","n":1,"ops":[{"op":"set","id":"d1","key":"steering","value":[null]},{"op":"set","id":"jo","key":"scope.inScope","value":[null]}]}`,
		`{"client":"a","n":1,"ops":[{"op":"insert","id":"q9","type":"comment","props":{"targetId":"q9","at":"2026-06-11T10:15:00Z","text":{"nl":"x"}}}],"undoOf":2}`,
	} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		var tx edit.Transaction
		if json.Unmarshal(data, &tx) != nil {
			return
		}
		d := openSmall(t)
		if tx.Validate() == nil {
			applied(t, d, &tx)
		} else {
			d.Apply(&tx, small{})
		}
		sound(t, d)
	})
}
