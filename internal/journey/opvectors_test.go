package journey_test

import (
	_ "embed"
	"encoding/json"
	"maps"
	"slices"
	"testing"

	"klantreis/internal/edit"
	"klantreis/internal/journey"
)

//go:embed testdata/opvectors.json
var opVectorsFile []byte

// opVectors is the file that the browser's copy of the machinery reads too; see its "about".
type opVectors struct {
	Evidence map[string]int
	Members  []string
	Channels []string
	Journey  object
	Vectors  []struct {
		Name             string
		Transactions     [][]edit.Op
		Results          [][]any
		After, AfterUndo object
	}
}

func (v *opVectors) Has(kind, id string) bool {
	switch kind {
	case "evidence":
		return slices.Contains(slices.Collect(maps.Keys(v.Evidence)), id)
	case "member":
		return slices.Contains(v.Members, id)
	case "channel":
		return slices.Contains(v.Channels, id)
	}
	return false
}

func (v *opVectors) Known(ids []string) bool {
	return slices.ContainsFunc(ids, func(id string) bool { return v.Evidence[id] >= 1 })
}

// at gives the view at the start with what differs put in.
func (v *opVectors) at(t *testing.T, differs object) []byte {
	t.Helper()
	whole := maps.Clone(v.Journey)
	maps.Copy(whole, differs)
	if root, ok := differs["root"].(object); ok {
		delete(whole, "root")
		maps.Copy(whole, root)
	}
	return jsonOf(t, v.open(t, whole).Journey(v))
}

func (v *opVectors) open(t *testing.T, whole object) *journey.Document {
	t.Helper()
	var j journey.Journey
	if err := json.Unmarshal(jsonOf(t, whole), &j); err != nil {
		t.Fatal(err)
	}
	d, err := journey.FromJourney(&j, v)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func TestOpVectors(t *testing.T) {
	var file opVectors
	if err := json.Unmarshal(opVectorsFile, &file); err != nil {
		t.Fatal(err)
	}
	for _, v := range file.Vectors {
		t.Run(v.Name, func(t *testing.T) {
			d := file.open(t, file.Journey)
			var outs []*edit.Outcome
			for n, ops := range v.Transactions {
				out := d.Apply(&edit.Transaction{Client: "tab", N: int64(n + 1), Ops: ops}, &file)
				outs = append(outs, out)
				for i, r := range out.Results {
					var got any = r.Code
					if r.Applied {
						got = true
					}
					if got != v.Results[n][i] {
						t.Errorf("op %d.%d: %v (%s), want %v", n, i, got, r.Reason, v.Results[n][i])
					}
				}
				if len(out.Results) != len(v.Results[n]) {
					t.Errorf("%d results, want %d", len(out.Results), len(v.Results[n]))
				}
			}
			same(t, "after", jsonOf(t, d.Journey(&file)), file.at(t, v.After))
			for _, out := range slices.Backward(outs) {
				d.Apply(&edit.Transaction{Client: "tab", N: 100, Ops: out.Inverse, UndoOf: 1}, &file)
			}
			same(t, "after undo", jsonOf(t, d.Journey(&file)), file.at(t, v.AfterUndo))
		})
	}
}
