package httpapi

import (
	"bytes"
	"flag"
	"os"
	"testing"
)

var update = flag.Bool("update", false, "write docs/openapi.json anew")

const described = "../../docs/openapi.json"

// TestOpenAPIIsCurrent holds the committed description against the Go types; the TypeScript client
// is generated from it.
func TestOpenAPIIsCurrent(t *testing.T) {
	now, err := Describe("dev")
	if err != nil {
		t.Fatal(err)
	}
	if *update {
		if err := os.WriteFile(described, now, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	committed, err := os.ReadFile(described)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(now, committed) {
		t.Errorf("%s is stale; run: make gen", described)
	}
}
