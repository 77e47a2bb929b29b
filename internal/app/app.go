// Package app puts the program together: it is the only package that knows all others. Start at
// [Open] for the server and at files.go for what works on a data folder and leaves.
package app

import (
	"context"
	"errors"
	"log/slog"
	"net"
	"net/http"
	"net/url"
	"os"
	"strconv"
	"strings"
	"syscall"
	"time"

	"github.com/google/uuid"

	"klantreis/internal/auth"
	"klantreis/internal/collab"
	"klantreis/internal/demo"
	"klantreis/internal/fault"
	"klantreis/internal/httpapi"
	"klantreis/internal/journey"
	"klantreis/internal/store/docdb"
	"klantreis/internal/workspace"
	"klantreis/web"
)

// Config says what to serve and where.
type Config struct {
	Data    string // the data folder
	Addr    string // host:port to listen on; port 0 takes a free one
	Origin  string // what people open when a proxy with TLS stands before, such as https://klantreis.example
	Demo    bool   // fill a folder without workspaces with the demo
	Version string
	Log     *slog.Logger
}

// App is a server that is listening. Run serves until its context ends; Close lets everything go.
type App struct {
	config   Config
	db       *docdb.DB
	hub      *collab.Hub
	listener net.Listener
	server   *http.Server
	link     string
}

const (
	headerTimeout   = 10 * time.Second
	requestTimeout  = 60 * time.Second
	idleTimeout     = 2 * time.Minute
	shutdownTimeout = 20 * time.Second // the promise is 25 s; closing the store takes the rest
)

// Open opens the data folder, fills it when it is empty, and listens. Errors are sentences for
// people: the folder cannot be used, is newer than the program, or is held by another; the address
// is none, or taken.
func Open(ctx context.Context, config Config) (*App, error) {
	listener, err := listen(ctx, config.Addr)
	if err != nil {
		return nil, err
	}
	a := &App{config: config, listener: listener}
	if err := a.open(ctx); err != nil {
		_ = a.Close() // what failed to open says more
		return nil, err
	}
	return a, nil
}

func (a *App) open(ctx context.Context) error {
	var err error
	if a.db, err = docdb.Open(ctx, a.config.Data, docdb.Options{Logger: a.config.Log}); err != nil {
		return err
	}
	a.hub = collab.NewHub(a.db, time.Now)
	if err := fill(ctx, a.hub, a.config.Demo); err != nil {
		return err
	}
	gate, token := auth.NewGate(a.db)
	addr := a.listener.Addr().(*net.TCPAddr) // what listen asks for
	port := strconv.Itoa(addr.Port)
	origin, err := originOf(a.config.Origin)
	if err != nil {
		return err
	}
	handler := httpapi.New(httpapi.Config{
		Hub: a.hub, Gate: gate, Page: web.Files(), Cookie: "klantreis-" + port, Origin: origin,
		Version: a.config.Version, Clock: time.Now, NewID: NewID, Example: example, Log: a.config.Log,
	})
	a.link = "http://" + reachable(addr) + "/?" + url.Values{"token": {token}}.Encode()
	a.server = &http.Server{
		Handler: handler, ReadHeaderTimeout: headerTimeout, ReadTimeout: requestTimeout, WriteTimeout: requestTimeout,
		IdleTimeout: idleTimeout, ErrorLog: slog.NewLogLogger(a.config.Log.Handler(), slog.LevelWarn),
	}
	if !addr.IP.IsLoopback() {
		a.config.Log.Warn("klantreis is reachable from other machines over plain HTTP; put a proxy with TLS before it", "addr", addr.String())
	}
	return nil
}

// reachable gives host and port that a browser on this machine can open: "every address" is none.
func reachable(addr *net.TCPAddr) string {
	if addr.IP.IsUnspecified() {
		return net.JoinHostPort("localhost", strconv.Itoa(addr.Port))
	}
	return addr.String()
}

// Link is the address that lets the first browser in. It works once.
func (a *App) Link() string { return a.link }

// Run serves until the context ends, then lets running requests finish.
func (a *App) Run(ctx context.Context) error {
	failed := make(chan error, 1)
	go func() { failed <- a.server.Serve(a.listener) }()
	select {
	case err := <-failed:
		return err
	case <-ctx.Done():
	}
	stopping, cancel := context.WithTimeout(context.WithoutCancel(ctx), shutdownTimeout)
	defer cancel()
	if err := a.server.Shutdown(stopping); err != nil {
		_ = a.server.Close() // what did not finish in time is cut off
	}
	if err := <-failed; !errors.Is(err, http.ErrServerClosed) {
		return err
	}
	return nil
}

// Close lets go of the address, the documents and the folder.
func (a *App) Close() error {
	_ = a.listener.Close() // closed by the server already when it ran
	if a.hub != nil {
		a.hub.Close()
	}
	if a.db == nil {
		return nil
	}
	return a.db.Close()
}

func listen(ctx context.Context, addr string) (net.Listener, error) {
	if _, _, err := net.SplitHostPort(addr); err != nil {
		return nil, fault.Wrap(err, fault.Invalid, "%q is not an address; give one such as 127.0.0.1:8080 with --addr", addr)
	}
	l, err := (&net.ListenConfig{}).Listen(ctx, "tcp", addr)
	switch {
	case err == nil:
		return l, nil
	case errors.Is(err, syscall.EADDRINUSE):
		return nil, fault.Wrap(err, fault.Unavailable, "another program listens on %s; choose another address with --addr", addr)
	}
	return nil, fault.Wrap(err, fault.Unavailable, "klantreis cannot listen on %q; give an address such as 127.0.0.1:8080 with --addr", addr)
}

// NewID makes a fresh id; later ones sort after earlier ones.
func NewID() string { return uuid.Must(uuid.NewV7()).String() }

// fill gives a folder without workspaces its first: the demo, or an empty one.
func fill(ctx context.Context, hub *collab.Hub, withDemo bool) error {
	documents, err := hub.Documents(ctx)
	if err != nil || len(documents) > 0 {
		return err
	}
	if !withDemo {
		return hub.Create(ctx, collab.Contents{Workspace: emptyWorkspace()})
	}
	examples, err := demo.Workspaces()
	if err != nil {
		return err
	}
	contents := make([]collab.Contents, len(examples))
	for i, e := range examples {
		contents[i] = collab.Contents{Workspace: e.Workspace, Journeys: e.Journeys}
	}
	return hub.Create(ctx, contents...) // at once: a folder with half of it would never be filled up
}

// originOf reads what people open when a proxy stands before; nil when none does.
func originOf(s string) (*url.URL, error) {
	if s == "" {
		return nil, nil
	}
	u, err := url.Parse(s)
	if err != nil || u.Scheme != "https" && u.Scheme != "http" || u.Host == "" || u.Path != "" || u.RawQuery != "" || u.Fragment != "" || u.User != nil {
		return nil, fault.Wrap(err, fault.Invalid, "%q is not an address such as https://klantreis.example", s)
	}
	return u, nil
}

// example is the first journey of the demo as a file.
func example() (*journey.File, error) {
	examples, err := demo.Workspaces()
	if err != nil {
		return nil, err
	}
	return journey.NewFile(examples[0].Journeys[0], examples[0].Workspace), nil
}

// emptyWorkspace is what a new folder begins with, in the language of the machine.
func emptyWorkspace() *workspace.Workspace {
	name, locales := "My organisation", []workspace.Locale{"en", "nl"}
	if strings.HasPrefix(os.Getenv("LANG"), "nl") {
		name, locales = "Mijn organisatie", []workspace.Locale{"nl", "en"}
	}
	return workspace.Fresh(name, workspace.Me(locales), locales, "EUR", NewID)
}
