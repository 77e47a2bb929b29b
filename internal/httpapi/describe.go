package httpapi

import (
	"context"
	"encoding/json"
	"net/http"

	"github.com/danielgtaylor/huma/v2"
	"github.com/danielgtaylor/huma/v2/adapters/humago"

	"klantreis/internal/fault"
)

// newAPI makes the huma API without its own pages: the description is served by us, and nothing
// is loaded from elsewhere.
func newAPI(mux *http.ServeMux, version string) huma.API {
	config := huma.DefaultConfig("klantreis", version)
	config.OpenAPIPath, config.DocsPath, config.SchemasPath = "", "", ""
	config.CreateHooks = nil // no $schema links in answers
	config.Info.Description = "Customer journeys: the map, its edits, and what is worked out from it."
	config.Info.License = &huma.License{Name: "Apache-2.0", Identifier: "Apache-2.0"}
	config.Components.SecuritySchemes = map[string]*huma.SecurityScheme{
		"session": {Type: "apiKey", In: "cookie", Name: "klantreis-PORT", Description: "Set by the link that klantreis prints when it starts"},
	}
	return humago.New(mux, config)
}

// Describe gives the OpenAPI 3.1 description of the API, the same bytes every time.
func Describe(version string) ([]byte, error) {
	s := &server{}
	s.api = newAPI(http.NewServeMux(), version)
	s.routes()
	return s.description()
}

func (s *server) description() ([]byte, error) {
	raw, err := json.MarshalIndent(s.api.OpenAPI(), "", "  ")
	return append(raw, '\n'), err
}

func (s *server) describe(w http.ResponseWriter, r *http.Request) {
	raw, err := s.description()
	if err != nil {
		s.writeError(w, r, err)
		return
	}
	w.Header().Set("Content-Type", "application/json")
	_, _ = w.Write(raw) // a reader who left cannot be told
}

// handle registers one route. Whatever error the handler returns becomes the one error shape.
func handle[I, O any](s *server, op huma.Operation, h func(context.Context, *I) (*O, error)) {
	op.Errors = append(op.Errors, http.StatusBadRequest, http.StatusUnauthorized, http.StatusForbidden, http.StatusNotFound, http.StatusServiceUnavailable)
	op.Security = []map[string][]string{{"session": {}}}
	huma.Register(s.api, op, func(ctx context.Context, in *I) (*O, error) {
		out, err := h(ctx, in)
		if err != nil {
			return nil, withRetry(s.failure(ctx, err))
		}
		return out, nil
	})
}

// retryAfter is when a bucket that ran empty has room again, in seconds.
const retryAfter = "1"

// withRetry tells a sender who was too fast when to try again.
func withRetry(body *ErrorBody) error {
	if body.Fault.Code != fault.RateLimited {
		return body
	}
	return huma.ErrorWithHeaders(body, http.Header{"Retry-After": {retryAfter}})
}
