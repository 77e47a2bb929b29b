package httpapi

import (
	"bytes"
	"crypto/sha256"
	"encoding/base64"
	"io/fs"
	"net/http"
	"path"
	"regexp"
	"strings"
	"time"

	"klantreis/internal/fault"
)

// page serves the built single-page app: its files as they are, and the start page for every
// other path, since the app routes itself.
type page struct {
	files fs.FS
	start []byte
	csp   string
}

// missingPage stands in when the program was built without the web page.
const missingPage = "<!doctype html><title>klantreis</title><p>This program was built without its web page. Build it with: make build"

var inlineScript = regexp.MustCompile(`(?s)<script(?:\s[^>]*)?>(.*?)</script>`)

func newPage(files fs.FS) *page {
	start, err := fs.ReadFile(files, "index.html")
	if err != nil {
		start = []byte(missingPage)
	}
	hashes := ""
	for _, script := range inlineScript.FindAllSubmatch(start, -1) {
		if len(bytes.TrimSpace(script[1])) > 0 {
			sum := sha256.Sum256(script[1])
			hashes += " 'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'"
		}
	}
	return &page{files, start, contentPolicy(hashes)}
}

// contentPolicy allows what the page needs and nothing else: its own files, and the one script
// that SvelteKit writes into the start page, by its hash. Style attributes place things on the map.
func contentPolicy(scriptHashes string) string {
	return "default-src 'none'; script-src 'self'" + scriptHashes + "; style-src 'self'; style-src-attr 'unsafe-inline'; " +
		"img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; manifest-src 'self'; " +
		"base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
}

// file serves one of the page's own files; false when there is none with this name.
func (p *page) file(w http.ResponseWriter, r *http.Request) bool {
	name := strings.TrimPrefix(path.Clean(r.URL.Path), "/")
	info, err := fs.Stat(p.files, name)
	if err != nil || info.IsDir() || name == "index.html" {
		return false
	}
	if strings.HasPrefix(name, "_app/immutable/") {
		w.Header().Set("Cache-Control", "public, max-age=31536000, immutable")
	}
	http.ServeFileFS(w, r, p.files, name)
	return true
}

// ServeHTTP serves the start page, whatever the path: the app routes itself.
func (p *page) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Content-Security-Policy", p.csp)
	w.Header().Set("Cache-Control", "no-store")
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	http.ServeContent(w, r, "", time.Time{}, bytes.NewReader(p.start))
}

// pageOrHint serves the page to who has a session, and a sentence to who has none. The page's own
// files are for everybody.
func (s *server) pageOrHint(p *page) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.Method != http.MethodGet && r.Method != http.MethodHead {
			s.noRoute(w, r)
			return
		}
		if p.file(w, r) {
			return
		}
		if strings.HasPrefix(r.URL.Path, "/_app/") {
			http.NotFound(w, r)
			return
		}
		_, err := s.recognise(r)
		switch fault.CodeOf(err) {
		case fault.Unauthenticated:
			hint(w, r)
		default:
			if err != nil {
				s.writeError(w, r, err)
				return
			}
			p.ServeHTTP(w, r)
		}
	})
}

// secured sets what every answer carries.
func (s *server) secured(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		h := w.Header()
		h.Set("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'")
		h.Set("X-Content-Type-Options", "nosniff")
		h.Set("Referrer-Policy", "no-referrer")
		h.Set("Cross-Origin-Opener-Policy", "same-origin")
		h.Set("Cross-Origin-Resource-Policy", "same-origin")
		h.Set("Permissions-Policy", "camera=(), microphone=(), geolocation=()")
		if strings.HasPrefix(r.URL.Path, "/api/") {
			h.Set("Cache-Control", "no-store")
		}
		next.ServeHTTP(w, r)
	})
}
