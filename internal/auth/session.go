// Package auth decides who may do what. In this version everybody who opened the link that the
// program prints is the owner of everything; accounts and roles join here.
//
// Start at [Gate]. Secrets are kept as hashes only, and compared in constant time.
package auth

import (
	"context"
	"crypto/rand"
	"crypto/sha256"
	"crypto/subtle"
	"encoding/base64"
	"sync"
	"time"

	"klantreis/internal/fault"
)

// SessionLifetime is how long a browser stays known.
const SessionLifetime = 30 * 24 * time.Hour

const secretBytes = 32 // 256 bits

// Hash is the SHA-256 of a secret. The secrets are random, so a plain hash cannot be guessed back.
type Hash [sha256.Size]byte

// Session is one browser that opened the link.
type Session struct {
	Hash      Hash
	CreatedAt time.Time
	ExpiresAt time.Time
}

// SessionStore keeps sessions over a restart. Session answers fault not_found for an unknown hash.
type SessionStore interface {
	SaveSession(ctx context.Context, s Session) error
	Session(ctx context.Context, hash Hash) (Session, error)
}

// Gate gives out sessions for the link of this start, and recognises them later.
type Gate struct {
	store SessionStore
	mu    sync.Mutex
	link  Hash
	open  bool // the link was not used yet
}

// NewGate makes a gate and the token for its link. The token works once.
func NewGate(store SessionStore) (*Gate, string) {
	token := secret()
	return &Gate{store: store, link: hashOf(token), open: true}, token
}

// Enter takes the token of the link and gives the secret of a new session. A link that could not
// give one still works later.
func (g *Gate) Enter(ctx context.Context, token string, now time.Time) (string, error) {
	if !g.take(token) {
		return "", fault.New(fault.Unauthenticated, "this link was used already or is not from this start; start klantreis again for a new one")
	}
	cookie := secret()
	if err := g.store.SaveSession(ctx, Session{hashOf(cookie), now, now.Add(SessionLifetime)}); err != nil {
		g.giveBack()
		return "", err
	}
	return cookie, nil
}

func (g *Gate) take(token string) bool {
	given := hashOf(token)
	g.mu.Lock()
	defer g.mu.Unlock()
	fits := g.open && subtle.ConstantTimeCompare(given[:], g.link[:]) == 1
	if fits {
		g.open = false
	}
	return fits
}

func (g *Gate) giveBack() {
	g.mu.Lock()
	defer g.mu.Unlock()
	g.open = true
}

// Recognise tells whose session a cookie is.
func (g *Gate) Recognise(ctx context.Context, cookie string, now time.Time) (Session, error) {
	s, err := g.store.Session(ctx, hashOf(cookie))
	if fault.CodeOf(err) == fault.NotFound || err == nil && !now.Before(s.ExpiresAt) {
		return Session{}, fault.New(fault.Unauthenticated, "there is no session; open the link that klantreis printed when it started")
	}
	return s, err
}

func secret() string {
	var raw [secretBytes]byte
	rand.Read(raw[:]) // never fails
	return base64.RawURLEncoding.EncodeToString(raw[:])
}

func hashOf(secret string) Hash { return sha256.Sum256([]byte(secret)) }
