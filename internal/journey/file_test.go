package journey_test

import (
	"bytes"
	"strings"
	"testing"

	"klantreis/internal/demo"
	"klantreis/internal/fault"
	"klantreis/internal/journey"
)

// file gives the demo's first journey as a file.
func file(t *testing.T) []byte {
	t.Helper()
	examples, err := demo.Workspaces()
	if err != nil {
		t.Fatal(err)
	}
	raw, err := journey.NewFile(examples[0].Journeys[0], examples[0].Workspace).Encode()
	if err != nil {
		t.Fatal(err)
	}
	return raw
}

func TestAFileReadsTheSameWithAMarkBeforeItOrComputedValuesInIt(t *testing.T) {
	plain := file(t)
	computed := bytes.Replace(plain, []byte(`"version": 1,`), []byte(`"version": 1, "computed": {"any": ["thing"]},`), 1)
	inside := bytes.Replace(plain, []byte(`"journey": {`), []byte(`"journey": {"computed": 7,`), 1)
	for name, raw := range map[string][]byte{"mark": append([]byte("\ufeff"), plain...), "computed": computed, "journey.computed": inside} {
		f, err := journey.DecodeFile(raw)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		again, err := f.Encode()
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(again, plain) {
			t.Errorf("%s: reads as something else", name)
		}
	}
}

func TestIdsThatStandForSomethingElseAreRefused(t *testing.T) {
	plain := string(file(t))
	for name, raw := range map[string]string{
		"a stage called exit":   strings.ReplaceAll(plain, `"st-see"`, `"exit"`),
		"a card called journey": strings.ReplaceAll(plain, `"t-10"`, `"journey"`),
	} {
		if _, err := journey.DecodeFile([]byte(raw)); fault.CodeOf(err) != fault.Invalid || !strings.Contains(err.Error(), "means something else") {
			t.Errorf("%s: %v", name, err)
		}
	}
}
