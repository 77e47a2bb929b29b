// Package demo holds the two invented example workspaces: a racing-bike shop with the journeys of
// a beginner and of an experienced rider, and a mortgage adviser with the journey of first-time
// buyers. Start at [Workspaces]. The texts are in content/, in Dutch and English.
package demo

import (
	"bytes"
	"embed"
	"encoding/json"
	"fmt"

	"klantreis/internal/journey"
	"klantreis/internal/workspace"
)

//go:embed content/*.json
var content embed.FS

// Example is one workspace with its journeys.
type Example struct {
	Workspace *workspace.Workspace
	Journeys  []*journey.Journey
}

// Workspaces gives the example workspaces, the one to open first at the front. The ids are fixed.
func Workspaces() ([]Example, error) {
	var examples []Example
	for _, names := range [][]string{{"ws-bike", "jo-femke", "jo-ruud"}, {"ws-mortgage", "jo-mortgage"}} {
		e := Example{Workspace: &workspace.Workspace{}}
		if err := read(names[0], e.Workspace); err != nil {
			return nil, err
		}
		for _, name := range names[1:] {
			j := &journey.Journey{}
			if err := read(name, j); err != nil {
				return nil, err
			}
			e.Journeys = append(e.Journeys, j)
		}
		examples = append(examples, e)
	}
	return examples, nil
}

func read(name string, into any) error {
	raw, err := content.ReadFile("content/" + name + ".json")
	if err != nil {
		return err
	}
	decoder := json.NewDecoder(bytes.NewReader(raw))
	decoder.DisallowUnknownFields()
	if err := decoder.Decode(into); err != nil {
		return fmt.Errorf("demo content %s: %w", name, err)
	}
	return nil
}
