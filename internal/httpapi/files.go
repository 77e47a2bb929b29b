package httpapi

import (
	"context"
	"net/http"
	"net/url"
	"path"
	"strings"
	"time"
	"unicode"

	"github.com/danielgtaylor/huma/v2"

	"klantreis/internal/collab"
	"klantreis/internal/picture"
)

// sendingPicture describes a route that takes the bytes of a picture.
func sendingPicture(path, id, summary string) huma.Operation {
	o := creating(path, id, summary)
	o.MaxBodyBytes = picture.BytesMax + 1 // what reaches this limit is refused
	o.BodyReadTimeout = uploadTimeout
	o.SkipValidateBody = true
	return o
}

// uploadTimeout is how long the bytes of a picture may take to come in over a slow line.
const uploadTimeout = 50 * time.Second

// givingPicture describes a route that answers with the bytes of a picture.
func givingPicture(path, id, summary string) huma.Operation {
	o := op(http.MethodGet, path, id, summary)
	content := &huma.MediaType{Schema: &huma.Schema{Type: "string", Format: "binary"}}
	o.Responses = map[string]*huma.Response{"200": {
		Description: "The picture", Content: map[string]*huma.MediaType{picture.JPEG: content, picture.PNG: content},
	}}
	return o
}

type fileInput struct {
	ID      string `path:"id"`
	Name    string `query:"name" doc:"What the file is called where it comes from"`
	RawBody []byte `contentType:"image/*" doc:"A PNG, JPEG, GIF or WebP of at most 10 MB"`
}

type fileOutput struct{ Body FileBody }

// FileBody tells how a picture is kept: upright, at most 2,000 pixels wide and high, and without
// anything that the camera wrote beside it.
type FileBody struct {
	ID     string `json:"id" doc:"What a card, stage or persona points to it by; the same picture has the same id"`
	Type   string `json:"type" enum:"image/png,image/jpeg"`
	Width  int    `json:"width"`
	Height int    `json:"height"`
	Bytes  int    `json:"bytes"`
}

// sendFile keeps a picture. The type that the sender claims counts for nothing.
func (s *server) sendFile(ctx context.Context, in *fileInput) (*fileOutput, error) {
	if _, err := s.Hub.Workspace(ctx, in.ID); err != nil {
		return nil, err
	}
	p, err := picture.Read(ctx, in.RawBody)
	if err != nil {
		return nil, err
	}
	f := collab.File{ID: p.ID(), Name: fileName(in.Name), Type: p.Type, Data: p.Data}
	if err := s.Hub.AddFiles(ctx, in.ID, []collab.File{f}); err != nil {
		return nil, err
	}
	return &fileOutput{FileBody{f.ID, p.Type, p.Width, p.Height, len(p.Data)}}, nil
}

const fileNameRunesMax = 200 // as a journey file takes

// fileName gives the last part of a name, as one line of text that a journey file can hold.
func fileName(name string) string {
	name = path.Base("/" + strings.ReplaceAll(strings.ToValidUTF8(name, ""), `\`, "/"))
	plain := []rune(strings.Map(func(r rune) rune {
		if r == '/' || unicode.IsControl(r) {
			return -1
		}
		return r
	}, name))
	return string(plain[:min(len(plain), fileNameRunesMax)])
}

type fileIDInput struct {
	ID     string `path:"id"`
	FileID string `path:"fileId"`
}

type fileBytes struct {
	ContentType string `header:"Content-Type"`
	Disposition string `header:"Content-Disposition"`
	Cache       string `header:"Cache-Control"`
	Policy      string `header:"Content-Security-Policy"`
	Body        []byte
}

const (
	// filePolicy lets a picture that is opened by itself do nothing but be seen.
	filePolicy = "default-src 'none'; sandbox; frame-ancestors 'none'"
	// fileCache holds because what an id names never changes; only the asker's browser may keep it.
	fileCache = "private, max-age=31536000, immutable"
)

func (s *server) getFile(ctx context.Context, in *fileIDInput) (*fileBytes, error) {
	f, err := s.Hub.File(ctx, in.ID, in.FileID)
	if err != nil {
		return nil, err
	}
	return &fileBytes{f.Type, "inline; filename*=UTF-8''" + url.PathEscape(f.Name), fileCache, filePolicy, f.Data}, nil
}
