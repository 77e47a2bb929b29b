package app_test

import (
	"bytes"
	"context"
	"io"
	"log/slog"
	"net/http"
	"strings"
	"testing"

	"klantreis/internal/app"
	"klantreis/internal/fault"
)

func TestBehindAProxyItsNameIsOursAndTheCookieIsSecure(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	a, err := app.Open(ctx, app.Config{
		Data: t.TempDir(), Addr: "127.0.0.1:0", Demo: true, Origin: "https://klantreis.example", Log: slog.New(slog.DiscardHandler),
	})
	if err != nil {
		cancel()
		t.Fatal(err)
	}
	done := make(chan error, 1)
	go func() { done <- a.Run(ctx) }()
	defer func() { cancel(); <-done; a.Close() }()

	ask := func(host string) (int, []*http.Cookie) {
		r, err := http.NewRequest(http.MethodGet, a.Link(), nil)
		if err != nil {
			t.Fatal(err)
		}
		r.Host = host
		answer, err := http.DefaultTransport.RoundTrip(r)
		if err != nil {
			t.Fatal(err)
		}
		answer.Body.Close()
		return answer.StatusCode, answer.Cookies()
	}
	if status, _ := ask("evil.example"); status != http.StatusForbidden {
		t.Errorf("another name answered %d, want 403", status)
	}
	if status, cookies := ask("klantreis.example"); status != http.StatusSeeOther || len(cookies) != 1 || !cookies[0].Secure {
		t.Errorf("through the proxy: %d with cookies %v; want 303 and one secure cookie", status, cookies)
	}
}

func TestAnOriginThatIsNoneIsRefused(t *testing.T) {
	for _, origin := range []string{"klantreis.example", "ftp://klantreis.example", "https://klantreis.example/map", "https://"} {
		a, err := app.Open(t.Context(), app.Config{Data: t.TempDir(), Addr: "127.0.0.1:0", Origin: origin, Log: slog.New(slog.DiscardHandler)})
		if err == nil {
			a.Close()
		}
		if fault.CodeOf(err) != fault.Invalid {
			t.Errorf("origin %q: %v, want invalid", origin, err)
		}
	}
}

func TestOnlyThePagesOwnFilesNeedNoSession(t *testing.T) {
	b, _ := start(t, t.TempDir())
	stranger := &browser{t: t, client: &http.Client{}, base: b.base}
	for path, want := range map[string]int{"/": 401, "/j/jo-femke": 401, "/j/jo.femke": 401, "/nothing.js": 401, "/_app/nothing.js": 404, "/livez": 204} {
		if got, _ := stranger.do(http.MethodGet, path, ""); got != want {
			t.Errorf("%s answered a stranger %d, want %d", path, got, want)
		}
	}
	if got, _ := b.do(http.MethodGet, "/j/jo.femke", ""); got != 200 {
		t.Errorf("a page with a dot in its path answered %d, want 200", got)
	}
}

func TestTheLinkWorksOnce(t *testing.T) {
	link := serve(t, "127.0.0.1:0")
	enter(t, link)
	r, err := http.Get(link) // somebody else, later
	if err != nil {
		t.Fatal(err)
	}
	defer r.Body.Close()
	page, err := io.ReadAll(r.Body)
	if err != nil {
		t.Fatal(err)
	}
	if r.StatusCode != http.StatusUnauthorized || !bytes.Contains(page, []byte("open the link")) {
		t.Errorf("the used link answered %d: %s; want 401 and how to get a link", r.StatusCode, page)
	}
}

func TestThePageForbidsForeignScripts(t *testing.T) {
	b, _ := start(t, t.TempDir())
	r, err := b.client.Get(b.base + "/")
	if err != nil {
		t.Fatal(err)
	}
	defer r.Body.Close()
	policy := r.Header.Get("Content-Security-Policy")
	scripts, _, _ := strings.Cut(policy[strings.Index(policy, "script-src"):], ";")
	if strings.Contains(scripts, "unsafe") || !strings.Contains(scripts, "'self'") || !strings.Contains(policy, "default-src 'none'") {
		t.Errorf("policy %q", policy)
	}
	for _, name := range []string{"X-Content-Type-Options", "Referrer-Policy"} {
		if r.Header.Get(name) == "" {
			t.Errorf("%s is missing", name)
		}
	}
}

func TestTheDescriptionNeedsNoSession(t *testing.T) {
	b, _ := start(t, t.TempDir())
	stranger := &browser{t: t, client: &http.Client{}, base: b.base}
	var description struct {
		OpenAPI string
		Paths   map[string]any
	}
	stranger.get("/api/openapi.json", &description)
	if description.OpenAPI != "3.1.0" || description.Paths["/api/v1/journeys/{id}/transactions"] == nil {
		t.Errorf("description %q with paths %v", description.OpenAPI, description.Paths)
	}
}
