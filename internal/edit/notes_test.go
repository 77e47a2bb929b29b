package edit

import (
	"encoding/json"
	"fmt"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

// A document of the tests: a book with chapters and notes in no order but their own.
type book struct {
	ID    string  `json:"id" edit:"fixed"`
	Title string  `json:"title"`
	Notes []*note `json:"notes" edit:"fixed" node:"note"`
	Tags  []*tag  `json:"tags" edit:"fixed" node:"tag"`
}

type note struct {
	ID    string `json:"id" edit:"fixed"`
	Order int    `json:"order" edit:"fixed"`
	Text  string `json:"text"`
	After string `json:"after,omitempty" ref:"!note"`
	By    string `json:"by" ref:"person" fallback:"nobody"`
}

type tag struct {
	ID string `json:"id" edit:"fixed"`
	On string `json:"on" edit:"once" ref:"!*"`
}

func (*book) Validate() error { return nil }
func (*tag) Validate() error  { return nil }
func (n *note) Validate() error {
	if n.Text == "wrong" {
		return wrong("text", "this is wrong")
	}
	return nil
}

func bookSchema() *Schema {
	return &Schema{
		Root: &Kind{Name: "book", New: func() Entity { return &book{} }},
		Kinds: []*Kind{
			{Name: "note", New: func() Entity { return &note{} }},
			{Name: "tag", New: func() Entity { return &tag{} }},
		},
		Check: func(_ *Doc, n *Node, _ References) error {
			if p, ok := n.Entity.(*note); ok && p.Text == "refused" {
				return Refuse("refused", "not this one")
			}
			return nil
		},
	}
}

func text(s string) map[string]json.RawMessage {
	return map[string]json.RawMessage{"text": marshal(s)}
}

func newBook() *Doc { return NewDoc(bookSchema(), &book{ID: "b"}) }

func do(d *Doc, n int64, ops ...Op) *Outcome {
	return d.Apply(&Transaction{Client: "tab", N: n, Ops: ops}, everything{})
}

func order(d *Doc) []string {
	var ids []string
	for _, n := range d.View(everything{}).(*book).Notes {
		ids = append(ids, n.ID)
	}
	return ids
}

// TestRanksAreAsAsked: a plain list of ids that is edited beside the document tells the order.
func TestRanksAreAsAsked(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d, model := newBook(), []string{}
		for n := range rapid.IntRange(1, 60).Draw(t, "ops") {
			rank := rapid.IntRange(0, len(model)+2).Draw(t, "rank")
			id := fmt.Sprintf("n%d", n)
			op := Op{Verb: Insert, ID: id, Type: "note", Pos: &Pos{Order: rank}}
			if len(model) > 0 && rapid.Bool().Draw(t, "move") {
				id = rapid.SampledFrom(model).Draw(t, "id")
				op = Op{Verb: Move, ID: id, Pos: &Pos{Order: rank}}
				model = slices.DeleteFunc(slices.Clone(model), func(other string) bool { return other == id })
			}
			at := rank - 1
			if rank == 0 || at > len(model) {
				at = len(model)
			}
			model = slices.Insert(model, at, id)
			if r := do(d, int64(n), op).Results[0]; !r.Applied {
				t.Fatal(r.Reason)
			}
			if got := order(d); !slices.Equal(got, model) {
				t.Fatalf("got %v, want %v", got, model)
			}
		}
	})
}

// TestAdversarialInsertion: hundreds of insertions at one place make keys grow; they are replaced
// in time, the order stays, and the log tells all of it.
func TestAdversarialInsertion(t *testing.T) {
	f := func(name string, rank func(n int) int, place func(ids []string, id string) []string) {
		t.Run(name, func(t *testing.T) {
			d, replica, model := newBook(), newBook(), []string{}
			rekeyed := 0
			for n := range 900 {
				id := fmt.Sprintf("n%d", n)
				out := do(d, int64(n+1), Op{Verb: Insert, ID: id, Type: "note", Pos: &Pos{Order: rank(n)}})
				if len(out.Canonical) > 1 {
					rekeyed++
				}
				if err := replica.Replay(out.Canonical); err != nil {
					t.Fatal(err)
				}
				model = place(model, id)
			}
			if got := order(d); !slices.Equal(got, model) {
				t.Error("the order is not as asked")
			}
			if string(replica.State()) != string(d.State()) {
				t.Error("replay gives another document")
			}
			for _, n := range d.groups[groupKey{kind: d.schema.kind("note")}] {
				if len(n.Index) > indexBytesMax {
					t.Fatalf("a key of %d characters was left", len(n.Index))
				}
			}
			t.Logf("%d times new keys", rekeyed)
			if rekeyed == 0 && name != "last" {
				t.Error("the keys were never replaced; this test tests nothing")
			}
		})
	}
	f("first", func(int) int { return 1 }, func(ids []string, id string) []string { return slices.Insert(ids, 0, id) })
	f("last", func(int) int { return 0 }, func(ids []string, id string) []string { return append(ids, id) })
	f("second", func(int) int { return 2 }, func(ids []string, id string) []string { return slices.Insert(ids, min(1, len(ids)), id) })
	f("last but one", func(n int) int { return max(n, 1) }, func(ids []string, id string) []string { return slices.Insert(ids, max(len(ids)-1, 0), id) })
}

// A refused op must not leave new keys behind that the log does not tell of.
func TestRefusalLeavesNoTrace(t *testing.T) {
	d := newBook()
	for n := range 450 { // beyond the first replacement of keys
		before := d.State()
		out := do(d, int64(n+1), Op{Verb: Insert, ID: fmt.Sprintf("r%d", n), Type: "note", Pos: &Pos{Order: 2}, Props: text("refused")})
		if out.Results[0].Applied || len(out.Canonical) > 0 || string(d.State()) != string(before) {
			t.Fatalf("a refused insert changed something: %+v", out)
		}
		do(d, int64(n+1), Op{Verb: Insert, ID: fmt.Sprintf("n%d", n), Type: "note", Pos: &Pos{Order: 2}})
	}
}

func TestNothingShowsInACircle(t *testing.T) {
	circle := &book{ID: "b", Tags: []*tag{{ID: "t1", On: "t2"}, {ID: "t2", On: "t1"}}}
	if _, err := FromView(bookSchema(), circle, everything{}); err == nil {
		t.Error("two tags that hang on each other are accepted")
	}
	if _, err := FromView(bookSchema(), &book{ID: "b", Tags: []*tag{{ID: "t", On: "t"}}}, everything{}); err == nil {
		t.Error("a tag that hangs on itself is accepted")
	}
}

func TestWhatHangsTooDeepIsRefused(t *testing.T) {
	d, on := newBook(), "b"
	refused := 0
	view := &book{ID: "b"}
	for n := range needsMax + 3 {
		id := fmt.Sprintf("t%d", n)
		if r := do(d, int64(n+1), Op{Verb: Insert, ID: id, Type: "tag", Props: map[string]json.RawMessage{"on": marshal(on)}}).Results[0]; !r.Applied {
			refused++
		}
		view.Tags = append(view.Tags, &tag{ID: id, On: on})
		on = id
	}
	if got := len(d.View(everything{}).(*book).Tags); got != needsMax || refused != 3 {
		t.Errorf("%d show, %d were refused", got, refused)
	}
	if _, err := FromView(bookSchema(), view, everything{}); err == nil {
		t.Error("a file may hang things deeper")
	}
	view.Tags = view.Tags[:needsMax]
	if _, err := FromView(bookSchema(), view, everything{}); err != nil {
		t.Error(err)
	}
}

func TestRequiredIdsAreFilled(t *testing.T) {
	d := newBook()
	f := func(want bool, op Op) {
		t.Helper()
		if r := do(d, 1, op).Results[0]; r.Applied != want {
			t.Errorf("%s: %+v", marshal(op), r)
		}
	}
	f(true, Op{Verb: Insert, ID: "n1", Type: "note"})
	f(false, Op{Verb: Insert, ID: "t1", Type: "tag"})
	f(false, Op{Verb: Insert, ID: "t1", Type: "tag", Props: map[string]json.RawMessage{"on": marshal("")}})
	f(true, Op{Verb: Insert, ID: "t1", Type: "tag", Props: map[string]json.RawMessage{"on": marshal("n1")}})
	f(true, Op{Verb: Insert, ID: "n2", Type: "note", Props: map[string]json.RawMessage{"after": marshal("n1")}})
	f(true, Op{Verb: Set, ID: "n2", Key: "after", Value: marshal("")})
	if _, err := FromView(bookSchema(), &book{ID: "b", Tags: []*tag{{ID: "t"}}}, everything{}); err == nil {
		t.Error("a tag on nothing is accepted from a file")
	}
}

// nobodyElse is a world with one person.
type nobodyElse struct{ everything }

func (nobodyElse) Has(_, id string) bool { return id == "nobody" }

func TestFallbackStandsForWhatIsMissing(t *testing.T) {
	d := newBook()
	do(d, 1, Op{Verb: Insert, ID: "n1", Type: "note"}, Op{Verb: Insert, ID: "n2", Type: "note", Props: map[string]json.RawMessage{"by": marshal("anna")}})
	by := func(refs References) string {
		notes := d.View(refs).(*book).Notes
		return notes[0].By + " " + notes[1].By
	}
	if got := by(everything{}); got != "nobody anna" {
		t.Errorf("got %q", got)
	}
	if got := by(nobodyElse{}); got != "nobody nobody" {
		t.Errorf("without anna: %q", got)
	}
	do(d, 2, Op{Verb: Set, ID: "n2", Key: "by", Value: json.RawMessage("null")})
	if got := by(everything{}); got != "nobody nobody" {
		t.Errorf("after emptying: %q", got)
	}
	view := &book{ID: "b", Notes: []*note{{ID: "n1", Order: 1}}}
	if d, err := FromView(bookSchema(), view, nobodyElse{}); err != nil || d.View(nobodyElse{}).(*book).Notes[0].By != "nobody" {
		t.Errorf("from a file: %v", err)
	}
}
