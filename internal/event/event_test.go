package event

import (
	"testing"
	"time"
)

func TestInstantReachesFromYear1To9999(t *testing.T) {
	f := func(in, want string) {
		t.Helper()
		when, err := time.Parse(time.RFC3339Nano, in)
		if err != nil {
			t.Fatal(err)
		}
		if got := InstantOf(when).String(); got != want {
			t.Errorf("%s is %s, want %s", in, got, want)
		}
	}
	f("0001-01-01T00:00:00Z", "0001-01-01T00:00:00Z")
	f("9999-12-31T23:59:59.999999Z", "9999-12-31T23:59:59.999999Z")
	f("1969-12-31T23:59:59.9999999Z", "1969-12-31T23:59:59.999999Z")
	f("2024-03-01T01:00:00.5+02:00", "2024-02-29T23:00:00.5Z")
}

func TestIdentities(t *testing.T) {
	var s Identities
	join := func(from, to string, want bool) {
		t.Helper()
		if got := s.Join(from, to); got != want {
			t.Errorf("Join(%s, %s) = %v", from, to, got)
		}
	}
	join("browser", "ann", true)
	join("phone", "ann", true)
	join("browser", "bob", false) // a shared browser does not make one of two
	join("browser", "ann", true)  // again is no news
	join("ann", "ann@shop", true) // an alias takes along what was joined before
	join("ann@shop", "phone", true)
	join("tablet", "phone", true)
	for id, want := range map[string]string{"browser": "ann@shop", "tablet": "ann@shop", "bob": "bob", "nobody": "nobody"} {
		if got := s.Of(id); got != want {
			t.Errorf("%s is %s, want %s", id, got, want)
		}
	}
	if s.Refused() != 1 || s.Len() != 4 {
		t.Errorf("%d refused, %d joined", s.Refused(), s.Len())
	}
}
