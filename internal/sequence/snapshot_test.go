package sequence_test

import (
	"bytes"
	"errors"
	"testing"
	"testing/iotest"

	"klantreis/internal/event"
	"klantreis/internal/fault"
	"klantreis/internal/sequence"
)

func snapshot(t interface{ Fatal(...any) }, ix *sequence.Index, stamp string) []byte {
	var b bytes.Buffer
	if err := ix.WriteSnapshot(&b, stamp); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// TestSnapshotInDoubt changes or cuts off any byte.
func TestSnapshotInDoubt(t *testing.T) {
	b := sequence.NewBuilder(1)
	for i, name := range []string{"zien", "denken", "doen", "zien"} {
		if err := b.Add([]event.Event{{Customer: "anna", Name: name, Channel: "web", Time: event.Instant(i)}}); err != nil {
			t.Fatal(err)
		}
	}
	if err := b.Join("x", "anna"); err != nil {
		t.Fatal(err)
	}
	good := snapshot(t, must(b.Build())(t), "stamp 7")
	refused := func(data []byte, what string, at int) {
		t.Helper()
		if _, err := sequence.ReadSnapshot(bytes.NewReader(data), "stamp 7", 1); fault.CodeOf(err) != fault.Conflict {
			t.Errorf("%s %d: %v", what, at, err)
		}
	}
	for at := range good {
		for bit := range 8 {
			bad := bytes.Clone(good)
			bad[at] ^= 1 << bit
			refused(bad, "a bit of byte", at)
		}
		refused(good[:at], "cut off at", at)
	}
	if _, err := sequence.ReadSnapshot(bytes.NewReader(good), "stamp 8", 1); fault.CodeOf(err) != fault.Conflict {
		t.Errorf("another stamp: %v", err)
	}
	broken := errors.New("disk")
	if _, err := sequence.ReadSnapshot(iotest.ErrReader(broken), "", 1); !errors.Is(err, broken) {
		t.Errorf("a broken disk: %v", err)
	}
}
