package httpapi

import (
	"bytes"
	"context"

	"klantreis/internal/render"
)

type drawingInput struct {
	ID   string `path:"id"`
	Lang string `query:"lang" enum:"nl,en" doc:"The workspace's first language when missing"`
}

type drawingOutput struct {
	ContentType string `header:"Content-Type"`
	Disposition string `header:"Content-Disposition"`
	Policy      string `header:"Content-Security-Policy"`
	Body        []byte
}

// drawingPolicy lets a drawing that is opened by itself use the style, fonts and pictures that it carries.
const drawingPolicy = "default-src 'none'; style-src 'unsafe-inline'; font-src data:; img-src data:"

func (s *server) getDrawing(ctx context.Context, in *drawingInput) (*drawingOutput, error) {
	v, err := s.Hub.Journey(ctx, in.ID)
	if err != nil {
		return nil, err
	}
	lang := in.Lang
	if lang == "" {
		lang = string(v.Workspace.Locales[0])
	}
	file, err := s.Hub.JourneyFile(ctx, in.ID)
	if err != nil {
		return nil, err
	}
	drawing, err := render.Map(v.Journey, v.Workspace, v.Computed, render.Options{Lang: lang, Pictures: file.Pictures})
	if err != nil {
		return nil, err
	}
	var svg bytes.Buffer
	if err := drawing.SVG(&svg); err != nil {
		return nil, err
	}
	return &drawingOutput{"image/svg+xml", `attachment; filename="klantreis.svg"`, drawingPolicy, svg.Bytes()}, nil
}
