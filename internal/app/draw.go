package app

import (
	"bytes"

	"klantreis/internal/journey"
	"klantreis/internal/render"
	"klantreis/internal/workspace"
)

// Drawing is a picture as it goes into a file.
type Drawing struct {
	Data    []byte
	Missing string // characters that no font here has; each is drawn as a box
}

// drawSVG draws the map of a file that was checked.
func drawSVG(f *journey.File, lang string) (*Drawing, error) {
	wd, err := workspace.FromWorkspace(f.Workspace)
	if err != nil {
		return nil, err
	}
	w := wd.Workspace()
	jd, err := journey.FromJourney(f.Journey, w.References())
	if err != nil {
		return nil, err
	}
	j := jd.Journey(w.References())
	drawing, err := render.Map(j, w, journey.Compute(j), render.Options{Lang: lang})
	if err != nil {
		return nil, err
	}
	var out bytes.Buffer
	if err := drawing.SVG(&out); err != nil {
		return nil, err
	}
	return &Drawing{out.Bytes(), string(drawing.Missing)}, nil
}
