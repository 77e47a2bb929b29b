package app

import (
	"bytes"

	"klantreis/internal/journey"
	"klantreis/internal/render"
	"klantreis/internal/workspace"
)

// drawSVG draws the map of a file that was checked.
func drawSVG(f *journey.File, lang string) ([]byte, error) {
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
	err = drawing.SVG(&out)
	return out.Bytes(), err
}
