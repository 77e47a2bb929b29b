package auth

import (
	"context"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"klantreis/internal/fault"
)

// memory keeps sessions, unless its disk is full.
type memory struct {
	mu       sync.Mutex
	sessions map[Hash]Session
	full     bool
}

func (m *memory) SaveSession(_ context.Context, s Session) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.full {
		return fault.New(fault.Unavailable, "the disk is full")
	}
	m.sessions[s.Hash] = s
	return nil
}

func (m *memory) Session(_ context.Context, hash Hash) (Session, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	s, ok := m.sessions[hash]
	if !ok {
		return s, fault.New(fault.NotFound, "there is no such session")
	}
	return s, nil
}

var now = time.Date(2026, 8, 1, 9, 0, 0, 0, time.UTC)

func gate() (*Gate, string, *memory) {
	store := &memory{sessions: map[Hash]Session{}}
	g, token := NewGate(store)
	return g, token, store
}

func TestTheLinkLetsOneIn(t *testing.T) {
	g, token, _ := gate()
	for _, wrong := range []string{"", "x", token + "x", token[1:]} {
		if _, err := g.Enter(t.Context(), wrong, now); fault.CodeOf(err) != fault.Unauthenticated {
			t.Errorf("%q: %v", wrong, err)
		}
	}
	var entered atomic.Int32
	var wait sync.WaitGroup
	for range 16 {
		wait.Go(func() {
			if _, err := g.Enter(t.Context(), token, now); err == nil {
				entered.Add(1)
			}
		})
	}
	wait.Wait()
	if entered.Load() != 1 {
		t.Errorf("%d got in with one link", entered.Load())
	}
}

func TestALinkIsNotUsedUpByAFullDisk(t *testing.T) {
	g, token, store := gate()
	store.full = true
	if _, err := g.Enter(t.Context(), token, now); fault.CodeOf(err) != fault.Unavailable {
		t.Errorf("on a full disk: %v", err)
	}
	store.full = false
	if _, err := g.Enter(t.Context(), token, now); err != nil {
		t.Errorf("with room again: %v", err)
	}
}

func TestASessionEnds(t *testing.T) {
	g, token, store := gate()
	cookie, err := g.Enter(t.Context(), token, now)
	if err != nil {
		t.Fatal(err)
	}
	if _, kept := store.sessions[hashOf(cookie)]; !kept || len(store.sessions) != 1 {
		t.Errorf("the store keeps %v; want the hash of the cookie", store.sessions)
	}
	f := func(cookie string, at time.Time, want fault.Code) {
		t.Helper()
		_, err := g.Recognise(t.Context(), cookie, at)
		if want == "" && err != nil || want != "" && fault.CodeOf(err) != want {
			t.Errorf("at %s: %v, want %q", at, err, want)
		}
	}
	f(cookie, now, "")
	f(cookie, now.Add(SessionLifetime-time.Second), "")
	f(cookie, now.Add(SessionLifetime), fault.Unauthenticated)
	f(cookie+"x", now, fault.Unauthenticated)
	f("", now, fault.Unauthenticated)
}
