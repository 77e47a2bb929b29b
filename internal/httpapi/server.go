// Package httpapi is klantreis over HTTP: the API under /api/v1 with its OpenAPI description,
// the link that begins a session, and the web page. Start at [New] and the table in routes.go.
//
// Every error has one shape, [ErrorBody]; a code of package fault decides the status, in one table.
// Every route but the description, the link and the page's own files asks for a session.
package httpapi

import (
	"io/fs"
	"log/slog"
	"net/http"
	"net/url"
	"time"

	"github.com/danielgtaylor/huma/v2"
	"github.com/klauspost/compress/gzhttp"

	"klantreis/internal/auth"
	"klantreis/internal/collab"
	"klantreis/internal/journey"
)

// Config is what the server is made of.
type Config struct {
	Hub     *collab.Hub
	Gate    *auth.Gate
	Page    fs.FS // the built web page
	Cookie  string
	Origin  *url.URL // scheme and host that people open when a proxy stands before us; nil without one
	Version string
	Clock   func() time.Time
	NewID   func() string
	Example func() (*journey.File, error) // what to begin with who wants to see one
	Log     *slog.Logger
}

// server holds what the handlers share.
type server struct {
	Config
	api    huma.API
	limits *limiter
}

// New makes the handler of the whole program.
func New(c Config) http.Handler {
	s := &server{Config: c, limits: newLimiter(c.Clock)}
	page := newPage(c.Page)
	mux := http.NewServeMux()
	s.api = newAPI(mux, c.Version)
	s.routes()
	mux.HandleFunc("GET /api/openapi.json", s.describe)
	mux.HandleFunc("GET /livez", live)
	mux.HandleFunc("/api/", s.noRoute)
	mux.Handle("/", s.link(s.pageOrHint(page)))
	return s.recovered(s.secured(gzhttp.GzipHandler(s.sameOrigin(s.session(mux)))))
}

func live(w http.ResponseWriter, _ *http.Request) {
	w.WriteHeader(http.StatusNoContent)
}
