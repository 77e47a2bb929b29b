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
	files := f.FileIDs()
	wd, err := workspace.FromWorkspaceWith(f.Workspace, files)
	if err != nil {
		return nil, err
	}
	w := wd.Workspace()
	refs := w.References().WithFiles(files)
	jd, err := journey.FromJourney(f.Journey, refs)
	if err != nil {
		return nil, err
	}
	j := jd.Journey(refs)
	drawing, err := render.Map(j, w, journey.Compute(j), render.Options{Lang: lang, Pictures: f.Pictures})
	if err != nil {
		return nil, err
	}
	var out bytes.Buffer
	if err := drawing.SVG(&out); err != nil {
		return nil, err
	}
	return &Drawing{out.Bytes(), string(drawing.Missing)}, nil
}
