package workspace_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"klantreis/internal/demo"
	"klantreis/internal/edit"
	"klantreis/internal/fault"
	"klantreis/internal/workspace"
)

const smallWorkspace = `{
 "id": "ws", "name": "Winkel", "organisation": {"name": "Winkel", "hasWebsite": true}, "locales": ["nl", "en"], "currency": "EUR",
 "members": [{"id": "m-1", "name": "Sanne", "role": "owner"}],
 "products": [{"id": "p-1", "name": {"nl": "Fiets"}}],
 "channels": [{"id": "ch-1", "name": {"nl": "Site"}, "kind": "owned", "mode": "online"}],
 "customerGroups": [{"id": "cg-1", "name": {"nl": "Beginners"}, "valueExchanges": [{"offer": {"nl": "Rit"}, "ask": {"nl": "Geld"}, "askType": "money"}]}],
 "personas": [{"id": "pe-1", "customerGroupId": "cg-1", "name": "Femke", "statements": [
  {"kind": "goal", "text": {"nl": "Fietsen"}, "evidenceStatus": "known", "evidenceIds": ["ev-1"]},
  {"kind": "worry", "text": {"nl": "Vallen"}, "evidenceStatus": "guess", "evidenceIds": ["ev-0"]}]}],
 "guidingPrinciples": [{"id": "gp-1", "order": 1, "statement": {"nl": "Eerlijk"}}, {"id": "gp-2", "order": 2, "statement": {"nl": "Snel"}}],
 "proofPoints": [{"id": "pp-1", "claim": {"nl": "Beste"}, "evidenceIds": ["ev-1"]}],
 "studies": [{"id": "st-1", "method": "interviews", "title": {"nl": "Gesprekken"}, "status": "done", "period": ["2026-01-01", "2026-02-01"], "results": {"a": [1]}}],
 "evidence": [{"id": "ev-0", "strength": 0, "statement": {"nl": "Gok"}}, {"id": "ev-1", "studyId": "st-1", "strength": 2, "statement": {"nl": "Gehoord"}}],
 "processes": [{"id": "pr-1", "name": {"nl": "Levering"}, "ownerId": "m-1", "scan": [{"scorerId": "m-1", "scores": [1, 2, 3, 4, 5, null]}]}]
}`

func parse(t *testing.T, text string) *workspace.Workspace {
	t.Helper()
	w := &workspace.Workspace{}
	if err := json.Unmarshal([]byte(text), w); err != nil {
		t.Fatal(err)
	}
	return w
}

func open(t *testing.T) *workspace.Document {
	t.Helper()
	d, err := workspace.FromWorkspace(parse(t, smallWorkspace))
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func jsonOf(v any) []byte {
	raw, err := json.Marshal(v)
	if err != nil {
		panic(err)
	}
	return raw
}

func do(d *workspace.Document, n int64, ops ...edit.Op) *edit.Outcome {
	return d.Apply(&edit.Transaction{Client: "tab", N: n, Ops: ops}, workspace.Own)
}

func set(id, key, value string) edit.Op {
	return edit.Op{Verb: edit.Set, ID: id, Key: key, Value: json.RawMessage(value)}
}

func TestTheDemoComesBackAsItWas(t *testing.T) {
	examples, err := demo.Workspaces()
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range examples {
		d, err := workspace.FromWorkspace(e.Workspace)
		if err != nil {
			t.Fatal(err)
		}
		if got, want := jsonOf(d.Workspace()), jsonOf(e.Workspace); !bytes.Equal(got, want) {
			t.Errorf("got  %s\nwant %s", got, want)
		}
	}
}

func TestTheChannelForNoChannelIsAlwaysThere(t *testing.T) {
	d := open(t)
	last := d.Workspace().Channels[1]
	if last.ID != workspace.ProcessChannelID {
		t.Errorf("the last channel is %s", last.ID)
	}
	if r := do(d, 1, edit.Op{Verb: edit.Delete, ID: workspace.ProcessChannelID}).Results[0]; r.Applied || r.Code != "fixed_channel" {
		t.Errorf("deleting it came out as %+v", r)
	}
	again, err := workspace.FromWorkspace(d.Workspace())
	if err != nil || len(again.Workspace().Channels) != 2 {
		t.Errorf("it was added a second time: %v", err)
	}
}

func TestReferences(t *testing.T) {
	refs := open(t).Workspace().References()
	f := func(kind, id string, want bool) {
		t.Helper()
		if refs.Has(kind, id) != want {
			t.Errorf("%s %q: %v", kind, id, !want)
		}
	}
	f("member", "m-1", true)
	f("member", "p-1", false)
	f("channel", "ch-process", true)
	f("persona", "pe-1", true)
	f("guidingPrinciple", "gp-2", true)
	f("process", "pr-1", true)
	f("evidence", "ev-0", true)
	f("evidence", "", false)
	f("", "nothing", false)
	if refs.Known([]string{"ev-0"}) || refs.Known(nil) || refs.Known([]string{"m-1"}) || !refs.Known([]string{"ev-0", "ev-1"}) {
		t.Error("known does not follow the strength of the evidence")
	}
}

// INV-08 for personas: what stands behind a statement may go, and the persona can still be edited.
func TestINV08StatementsFollowTheirEvidence(t *testing.T) {
	d := open(t)
	status := func() string {
		var all []string
		for _, s := range d.Workspace().Personas[0].Statements {
			all = append(all, s.EvidenceStatus)
		}
		return strings.Join(all, " ")
	}
	if got := status(); got != "known guess" {
		t.Errorf("at first %s", got)
	}
	do(d, 1, set("ev-0", "strength", `1`), set("ev-1", "strength", `0`))
	if got := status(); got != "guess known" {
		t.Errorf("after the strengths changed %s", got)
	}
	do(d, 2, edit.Op{Verb: edit.Delete, ID: "ev-0"})
	if got := status(); got != "guess guess" {
		t.Errorf("after the evidence went %s", got)
	}
	if r := do(d, 3, set("pe-1", "name", `"Femke de Vries"`)).Results[0]; !r.Applied {
		t.Errorf("a persona whose evidence is gone cannot be renamed: %+v", r)
	}
	if _, err := workspace.FromWorkspace(d.Workspace()); err != nil {
		t.Error(err)
	}
}

// A persona has one of the drawn portraits, its initials, or none of its own.
func TestPortraitsAreOfTheSet(t *testing.T) {
	d := open(t)
	for n, portrait := range append([]string{""}, workspace.Portraits...) {
		if r := do(d, int64(n+1), set("pe-1", "portrait", `"`+portrait+`"`)).Results[0]; !r.Applied {
			t.Errorf("%q came out as %+v", portrait, r)
		}
		if got := d.Workspace().Personas[0].Portrait; got != portrait {
			t.Errorf("%q was set, %q is there", portrait, got)
		}
	}
	if r := do(d, 99, set("pe-1", "portrait", `"photo"`)).Results[0]; r.Applied || r.Code != "invalid_value" || r.Field != "portrait" {
		t.Errorf("a portrait that is not drawn came out as %+v", r)
	}
}

func TestFilesSayWhatIsWrongAndWhere(t *testing.T) {
	f := func(old, fresh, field string) {
		t.Helper()
		if strings.Count(smallWorkspace, old) != 1 {
			t.Fatalf("%s stands %d times in the file", old, strings.Count(smallWorkspace, old))
		}
		_, err := workspace.FromWorkspace(parse(t, strings.Replace(smallWorkspace, old, fresh, 1)))
		var e *fault.Error
		if !errors.As(err, &e) || e.Code != fault.Invalid || e.Field != field {
			t.Errorf("%s: got %v, want it at %s", fresh, err, field)
		}
	}
	f(`"id": "ws"`, `"id": ""`, "id")
	f(`"id": "ws"`, `"id": "a b"`, "id")
	f(`"name": "Winkel", "organisation"`, `"name": " ", "organisation"`, "name")
	f(`"locales": ["nl", "en"]`, `"locales": []`, "locales")
	f(`"locales": ["nl", "en"]`, `"locales": ["nl", "nl"]`, "locales")
	f(`"currency": "EUR"`, `"currency": "euro"`, "currency")
	f(`"hasWebsite": true`, `"hasWebsite": true, "phase": "old"`, "organisation.phase")
	f(`"role": "owner"`, `"role": "boss"`, "members[0].role")
	f(`"kind": "owned"`, `"kind": "stolen"`, "channels[0].kind")
	f(`"askType": "money"`, `"askType": "soul"`, "customerGroups[0].valueExchanges[0].askType")
	f(`[{"offer": {"nl": "Rit"}, "ask": {"nl": "Geld"}, "askType": "money"}]`, `[null]`, "customerGroups[0].valueExchanges[0]")
	f(`"customerGroupId": "cg-1"`, `"customerGroupId": "cg-9"`, "personas[0].customerGroupId")
	f(`"customerGroupId": "cg-1"`, `"portrait": "photo"`, "personas[0].portrait")
	f(`"evidenceStatus": "guess", "evidenceIds": ["ev-0"]`, `"evidenceStatus": "known", "evidenceIds": ["ev-0"]`, "personas[0].statements[1].evidenceStatus")
	f(`"id": "gp-2", "order": 2`, `"id": "gp-2", "order": 1`, "guidingPrinciples[1].order")
	f(`"claim": {"nl": "Beste"}`, `"claim": {}`, "proofPoints[0].claim")
	f(`["2026-01-01", "2026-02-01"]`, `["2026-03-01", "2026-02-01"]`, "studies[0].period")
	f(`"results": {"a": [1]}`, `"results": [1]`, "studies[0].results")
	f(`"strength": 2`, `"strength": 5`, "evidence[1].strength")
	f(`"strength": 2`, `"strength": 2, "url": "javascript:alert(1)"`, "evidence[1].url")
	f(`"id": "ev-1", "studyId"`, `"id": "ev-0", "studyId"`, "evidence[1].id")
	f(`"scores": [1, 2, 3, 4, 5, null]`, `"scores": [1, 2, 3, 4, 6, null]`, "processes[0].scan[0].scores[4]")
	f(`"scorerId": "m-1", "scores"`, `"scorerId": "m-9", "scores"`, "processes[0].scan[0].scorerId")
	f(`"scorerId": "m-1", "scores"`, `"scorerId": "", "scores"`, "processes[0].scan[0].scorerId")
}

// values are what random edits put anywhere; most fit somewhere.
var values = []string{
	`null`, `""`, `"x"`, `"m-1"`, `"ev-1"`, `"cg-1"`, `"st-1"`, `0`, `1`, `2.5`, `-1`, `true`, `[]`, `[null]`, `{}`, `["ev-0"]`, `["ev-1", "ev-9"]`,
	`{"nl": "Tekst"}`, `{"en": "Text"}`, `["nl"]`, `"owned"`, `"online"`, `"curls"`, `"known"`, `"goal"`, `"2026-01-01"`, `{"a": 1}`, `[{}]`,
	`[{"kind": "goal", "text": {"nl": "Doel"}, "evidenceStatus": "known", "evidenceIds": ["ev-0"]}]`,
	`[{"scorerId": "m-1", "scores": [1, 2, 3, 4, 5, null]}]`, `{"basis": "consent", "anonymised": false}`,
}

var keys = []string{
	"name", "name.nl", "role", "kind", "mode", "active", "size", "sizeStatus", "criteria", "valueExchanges", "customerGroupId", "statements", "quote.en", "statement",
	"explanation.nl", "claim", "evidenceIds", "method", "title", "status", "period", "consent", "results", "studyId", "strength", "date", "n", "url", "ownerId", "scan",
	"portrait", "leadTimeDays", "locales", "currency", "organisation.name", "organisation.phase", "organisation.sector", "members", "id", "order", "nonsense",
}

var kinds = []string{"member", "product", "channel", "customerGroup", "persona", "guidingPrinciple", "proofPoint", "study", "evidence", "process", "stage"}

func randomOp(t *rapid.T, ids *[]string) edit.Op {
	id := rapid.SampledFrom(*ids).Draw(t, "id")
	key := rapid.SampledFrom(keys)
	value := rapid.SampledFrom(values)
	switch rapid.IntRange(0, 9).Draw(t, "verb") {
	case 0, 1, 2, 3:
		return set(id, key.Draw(t, "key"), value.Draw(t, "value"))
	case 4, 5, 6:
		op := edit.Op{Verb: edit.Insert, ID: fmt.Sprintf("n%d", len(*ids)), Type: rapid.SampledFrom(kinds).Draw(t, "kind"),
			Pos: &edit.Pos{Order: rapid.IntRange(0, 3).Draw(t, "order")}, Props: map[string]json.RawMessage{}}
		*ids = append(*ids, op.ID)
		for _, k := range []string{"name", "statement", "claim", "method", "title"} {
			if rapid.Bool().Draw(t, "fill") {
				op.Props[k] = json.RawMessage(value.Draw(t, "value"))
			}
		}
		return op
	case 7:
		return edit.Op{Verb: edit.Move, ID: id, Pos: &edit.Pos{Order: rapid.IntRange(0, 3).Draw(t, "order")}}
	case 8:
		return edit.Op{Verb: edit.Restore, ID: id}
	}
	return edit.Op{Verb: edit.Delete, ID: id}
}

// TestNoSequenceOfEditsBreaksAWorkspace: after any edits the workspace can be written and read,
// the log can be replayed, and the edits can be taken back.
func TestNoSequenceOfEditsBreaksAWorkspace(t *testing.T) {
	start := open(t).State()
	rapid.Check(t, func(t *rapid.T) {
		d, err := workspace.Open(start)
		if err != nil {
			t.Fatal(err)
		}
		replica, _ := workspace.Open(start)
		ids := []string{"ws", "m-1", "p-1", "ch-1", "ch-process", "cg-1", "pe-1", "gp-1", "gp-2", "pp-1", "st-1", "ev-0", "ev-1", "pr-1", "nothing"}
		views := [][]byte{jsonOf(d.Workspace())}
		var outs []*edit.Outcome
		for n := range rapid.IntRange(1, 20).Draw(t, "transactions") {
			out := do(d, int64(n+1), randomOp(t, &ids), randomOp(t, &ids))
			outs = append(outs, out)
			if err := replica.Replay(out.Canonical); err != nil {
				t.Fatal(err)
			}
			if !bytes.Equal(replica.State(), d.State()) {
				t.Fatalf("replay differs:\n%s\n%s", replica.State(), d.State())
			}
			view := jsonOf(d.Workspace())
			views = append(views, view)
			file, err := workspace.FromWorkspace(d.Workspace())
			if err != nil {
				t.Fatalf("%v in %s", err, view)
			}
			if again := jsonOf(file.Workspace()); !bytes.Equal(again, view) {
				t.Fatalf("written and read:\n%s\n%s", again, view)
			}
		}
		for i := len(outs) - 1; i >= 0; i-- {
			if len(outs[i].Inverse) > 0 {
				d.Apply(&edit.Transaction{Client: "tab", N: 99, UndoOf: 1, Ops: outs[i].Inverse}, workspace.Own)
			}
			if got := jsonOf(d.Workspace()); !bytes.Equal(got, views[i]) {
				t.Fatalf("after undo:\n%s\n%s", got, views[i])
			}
		}
	})
}

// What one program reads otherwise than another would make their documents differ.
func TestValuesAreReadStrictly(t *testing.T) {
	d := open(t)
	before := d.State()
	for n, value := range []string{`{"NL": "Racefiets"}`, `{"nl": "a", "nl": "b"}`, `{"nl": "a", "de": "b"}`, `{"nl": "a"} {}`} {
		if r := do(d, int64(n+1), set("p-1", "name", value)).Results[0]; r.Applied || r.Code != "invalid_value" {
			t.Errorf("%s came out as %+v", value, r)
		}
	}
	if !bytes.Equal(d.State(), before) {
		t.Error("a refused value changed the document")
	}
}
