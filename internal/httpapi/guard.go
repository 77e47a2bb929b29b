package httpapi

import (
	"context"
	"net"
	"net/http"
	"strings"
	"sync"
	"time"

	"golang.org/x/time/rate"

	"klantreis/internal/auth"
	"klantreis/internal/fault"
)

type sessionKey struct{}

// session lets only known browsers into the API. The description needs none.
func (s *server) session(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if !strings.HasPrefix(r.URL.Path, "/api/") || r.URL.Path == "/api/openapi.json" {
			next.ServeHTTP(w, r)
			return
		}
		session, err := s.recognise(r)
		if err != nil {
			s.writeError(w, r, err)
			return
		}
		next.ServeHTTP(w, r.WithContext(context.WithValue(r.Context(), sessionKey{}, session)))
	})
}

func (s *server) recognise(r *http.Request) (auth.Session, error) {
	value := ""
	if cookie, err := r.Cookie(s.Cookie); err == nil {
		value = cookie.Value
	}
	return s.Gate.Recognise(r.Context(), value, s.Clock())
}

// link turns the token of the printed link into a session.
func (s *server) link(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		token := r.URL.Query().Get("token")
		if r.URL.Path != "/" || token == "" || r.Method != http.MethodGet {
			next.ServeHTTP(w, r)
			return
		}
		secret, err := s.Gate.Enter(r.Context(), token, s.Clock())
		if fault.CodeOf(err) == fault.Unauthenticated {
			s.afterUsedLink(w, r, next)
			return
		}
		if err != nil {
			s.writeError(w, r, err)
			return
		}
		http.SetCookie(w, &http.Cookie{
			Name: s.Cookie, Value: secret, Path: "/", HttpOnly: true, SameSite: http.SameSiteLaxMode,
			Secure: s.encrypted(r), MaxAge: int(auth.SessionLifetime / time.Second),
		})
		http.Redirect(w, r, "/", http.StatusSeeOther)
	})
}

// afterUsedLink lets a browser that has a session go on, and tells another how to get a link.
func (s *server) afterUsedLink(w http.ResponseWriter, r *http.Request, next http.Handler) {
	if _, err := s.recognise(r); err == nil {
		http.Redirect(w, r, "/", http.StatusSeeOther)
		return
	}
	next.ServeHTTP(w, r)
}

// sameOrigin refuses unsafe requests that another site made, and every request under a name that
// is not ours, so that no name can be rebound to a server on this machine.
func (s *server) sameOrigin(next http.Handler) http.Handler {
	protection := http.NewCrossOriginProtection()
	protection.SetDenyHandler(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		s.writeError(w, r, fault.New(fault.Forbidden, "this request comes from another site and was refused"))
	}))
	if s.Origin != nil {
		if err := protection.AddTrustedOrigin(s.Origin.String()); err != nil {
			panic(err) // the caller gives scheme and host only
		}
	}
	checked := protection.Handler(next)
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if !ourName(r) && !s.throughProxy(r) {
			s.writeError(w, r, fault.New(fault.Forbidden, "klantreis does not answer under the name %q", r.Host))
			return
		}
		checked.ServeHTTP(w, r)
	})
}

// throughProxy tells whether a request was made to the proxy's name.
func (s *server) throughProxy(r *http.Request) bool {
	return s.Origin != nil && strings.EqualFold(r.Host, s.Origin.Host)
}

// encrypted tells whether what the browser sends travels encrypted: here, or up to the proxy.
func (s *server) encrypted(r *http.Request) bool {
	return r.TLS != nil || s.throughProxy(r) && s.Origin.Scheme == "https"
}

// ourName accepts any name unless the connection came in on a loopback address: there only
// loopback names are ours, and 0.0.0.0, which no name can be bound to.
func ourName(r *http.Request) bool {
	local, ok := r.Context().Value(http.LocalAddrContextKey).(*net.TCPAddr)
	if !ok || !local.IP.IsLoopback() {
		return true
	}
	host := r.Host
	if name, _, err := net.SplitHostPort(host); err == nil {
		host = name
	}
	ip := net.ParseIP(strings.Trim(host, "[]"))
	return strings.EqualFold(host, "localhost") || ip != nil && (ip.IsLoopback() || ip.IsUnspecified())
}

// Limits on edits, per browser tab: what a person or a polite script never reaches.
const (
	opsPerSecond = 200
	opsBurst     = 4000 // two of the largest transactions: an act and its undo
	limitersMax  = 10_000
)

// limiter counts ops per client.
type limiter struct {
	clock func() time.Time
	mu    sync.Mutex
	of    map[string]*rate.Limiter
}

func newLimiter(clock func() time.Time) *limiter {
	return &limiter{clock: clock, of: map[string]*rate.Limiter{}}
}

func (l *limiter) allow(client string, ops int) error {
	l.mu.Lock()
	defer l.mu.Unlock()
	if len(l.of) >= limitersMax {
		clear(l.of)
	}
	if l.of[client] == nil {
		l.of[client] = rate.NewLimiter(opsPerSecond, opsBurst)
	}
	if !l.of[client].AllowN(l.clock(), ops) {
		return fault.New(fault.RateLimited, "more than %d edits a second; wait a moment and send this one again", opsPerSecond)
	}
	return nil
}
