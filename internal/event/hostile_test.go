package event

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"runtime"
	"strings"
	"testing"
	"testing/iotest"
	"time"

	"go.uber.org/goleak"

	"klantreis/internal/fault"
)

func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }

// unending repeats a piece of a file for a number of bytes.
func unending(begin, piece string, bytesMax int64) io.Reader {
	return io.MultiReader(strings.NewReader(begin), io.LimitReader(&repeated{piece: []byte(strings.Repeat(piece, 1+64<<10/len(piece)))}, bytesMax))
}

type repeated struct {
	piece []byte
	at    int
}

func (r *repeated) Read(p []byte) (int, error) {
	n := 0
	for n < len(p) {
		m := copy(p[n:], r.piece[r.at:])
		n += m
		r.at = (r.at + m) % len(r.piece)
	}
	return n, nil
}

// bomb packs a begin and very often a piece, so that it is small. Packed parts that follow each other are one
// file, so one mebibyte of the pieces is packed once.
func bomb(t *testing.T, begin, piece string, mebibytes int) io.Reader {
	t.Helper()
	part := packed(t, strings.Repeat(piece, 1+1<<20/len(piece)))
	return strings.NewReader(packed(t, begin) + strings.Repeat(part, mebibytes))
}

// Files that are broken, or made to harm, are refused within five seconds and 512 MB, with one sentence.
func TestHostileFilesAreRefusedSoon(t *testing.T) {
	const (
		gigabyte = 1 << 30
		xesEvent = `<event><string key="concept:name" value="A"/><date key="time:timestamp" value="2024-01-01T00:00:00Z"/></event>`
		csvHead  = "case,activity,time\n1,A,2024-01-01\n"
		segment  = `{"type":"track","userId":"a","event":"A","timestamp":"2024-01-01T00:00:00Z"`
	)
	random := make([]byte, 1<<20)
	source := rand.NewChaCha8([32]byte{1})
	_, _ = source.Read(random)
	f := func(what, want string, log io.Reader, o Options) {
		t.Helper()
		t.Run(what, func(t *testing.T) {
			start := cpuTime(t)
			err := refused(t, log, o, want)
			if took := cpuTime(t) - start; took > 5*time.Second*slowness {
				t.Errorf("took %s: %v", took, err)
			}
			var m runtime.MemStats
			runtime.ReadMemStats(&m)
			if m.HeapSys > 512<<20 {
				t.Errorf("took %d MB", m.HeapSys>>20)
			}
		})
	}
	orders := Options{ObjectType: "Order", Properties: true}
	every := Options{Properties: true}
	f("a line of a gigabyte", "longer than 16 MiB", unending(csvHead, "x", gigabyte), Options{})
	f("a line of a gigabyte from the start", "longer than 256 KiB", unending("", "x", gigabyte), Options{})
	f("a row of separators", "more than 4096 values", unending(csvHead, ",", gigabyte), Options{})
	f("an open quote", "longer than 16 MiB", unending(csvHead+`1,"`, "A,2024-01-01\n", gigabyte), Options{})
	f("a value of a gigabyte", "longer than 16 MiB", unending(`<log><trace><string key="concept:name" value="`, "x", gigabyte), Options{})
	f("a tag of attributes", "more than 256 attributes", unending(`<log><trace `, "a='' ", gigabyte), Options{})
	f("elements in each other", "more than 100 deep", unending(`<log><trace><event>`, "<list>", gigabyte), every)
	f("text without end", "the file ends before </event>", unending(`<log><trace><event>`, "text ", gigabyte/16), Options{})
	f("a comment without end", "is missing", unending(`<log><!-- `, "- ", gigabyte/16), Options{})
	f("billion laughs", "document type", strings.NewReader(`<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;&a;">]><log>&b;</log>`), Options{})
	f("an external entity", "document type", strings.NewReader(`<!DOCTYPE log [<!ENTITY x SYSTEM "file:///etc/passwd">]><log>&x;</log>`), Options{})
	f("an entity of nobody", "no character that is known", strings.NewReader(`<log><trace><string key="concept:name" value="&x;"/>`), Options{})
	f("classifiers without end", "more than 1000 classifiers", unending("<log>", `<classifier name="a" keys="b"/>`, gigabyte), Options{})
	f("a trace without a name", "too many events before", unending("<log><trace>", xesEvent, gigabyte), Options{})
	f("properties without end", "more than 10000 properties", unending("<log><trace><event>", `<string key="a" value="b"/>`, gigabyte), every)
	f("random bytes", "no text", bytes.NewReader(random), Options{})
	f("random text", "", bytes.NewReader(bytes.Map(func(r rune) rune { return 'a' + r%26 }, random[:1000])), Options{})
	f("zeros", "no text", unending("", "\x00", gigabyte), Options{})
	f("packed zeros", "no text", bomb(t, "", "\x00", 4), Options{})
	f("packed XES", "more than 200 times", bomb(t, `<log><trace><string key="concept:name" value="1"/>`, strings.Replace(xesEvent, "A", strings.Repeat("A", 1000), 1), 100), Options{})
	f("packed CSV", "more than 200 times", bomb(t, csvHead, "1,"+strings.Repeat("A", 1000)+",2024-01-01\n", 100), Options{})
	f("packed twice", "packed by gzip more than once", strings.NewReader(packed(t, packed(t, csvHead))), Options{})
	f("packed and cut off", "cut off or damaged", io.LimitReader(bomb(t, csvHead, "1,A,2024-01-01\n", 1), 800), Options{})
	f("packed rubbish", "cut off or damaged", strings.NewReader("\x1f\x8b rubbish"), Options{})
	f("packed nothing", "the file is empty", strings.NewReader(packed(t, "")), Options{})
	f("a ZIP file", "unpack it", strings.NewReader("PK\x03\x04..."), Options{})
	f("an array of arrays", "more than 100 deep", unending(segment+`,"properties":`, "[", gigabyte), every)
	f("an object of objects", "more than 100 deep", unending(segment+`,"properties":`, `{"a":`, gigabyte), every)
	f("a text of a gigabyte", "longer than 16 MiB", unending(segment+`,"x":"`, "x", gigabyte), Options{})
	f("a number of a gigabyte", "longer than 16 MiB", unending(segment+`,"x":1`, "1", gigabyte), Options{})
	f("a message of properties", "more than 10000 properties", unending(segment+`,"properties":[0`, ",1", gigabyte), every)
	f("relations without end", "more than 100000 objects", unending(`{"objectTypes":[{"name":"Order"}],"objects":[{"id":"o","type":"Order"}],"events":[{"relationships":[{}`, `,{"objectId":"o"}`, gigabyte), orders)
	f("types without end", "not closed", unending(`{"objectTypes":[{}`, `,{"name":"`+strings.Repeat("x", 5000)+`"}`, 20<<20), orders)
	f("nothing", "the file is empty", strings.NewReader(""), Options{})
}

// What a log needs in memory is bounded also where it is valid.
func TestObjectLogsAreBounded(t *testing.T) {
	l := NewObjectLog(Options{ObjectType: "Order"}, &counting{})
	l.room = 10 << 20
	for i := 0; ; i++ {
		id := fmt.Appendf(nil, "order %d", i)
		if err := l.Object(id, []byte("Order")); err != nil {
			if fault.CodeOf(err) != fault.TooLarge || i < 100_000 || i > 200_000 {
				t.Errorf("object %d: %v", i, err)
			}
			return
		}
	}
}

// A stream in crumbs is read like any other.
func TestStreamsInCrumbs(t *testing.T) {
	logs := map[string]Options{
		"case,activity,time\r\n1,\"A \"\"b\"\"\",2024-01-01\r\n": {}, ocelJSONLog: {ObjectType: "Order"}, ocelXMLLog: {ObjectType: "Order"},
		xesHead + `<trace><string key="concept:name" value="&lt;1"/><event><string key="concept:name" value="A"/><date key="time:timestamp" value="2024-01-01T00:00:00Z"/></event></trace></log>`: {},
		`{"type":"track","userId":"\u00e9","event":"A\n","timestamp":"2024-01-01T00:00:00Z"}`:                                                                                                     {},
	}
	for log, o := range logs {
		whole, _ := decoded(t, log, o)
		for name, from := range map[string]io.Reader{
			"byte by byte": iotest.OneByteReader(strings.NewReader(log)), "end with the data": iotest.DataErrReader(strings.NewReader(log)),
			"packed": strings.NewReader(packed(t, log)),
		} {
			var k kept
			if _, err := Decode(context.Background(), from, o, &k); err != nil || lines(k.events) != lines(whole.events) {
				t.Errorf("%s: %v\n%s", name, err, head(log))
			}
		}
	}
}

// Errors that are not the log's come back as they are.
func TestErrorsOfOthersComeBack(t *testing.T) {
	broken := errors.New("the disk is gone")
	for name, log := range map[string]string{
		"csv": "case,activity,time\n1,A,2024-01-01\n", "xes": "<log>", "segment": `{"type":"alias","previousId":"a","userId":"b"}`,
	} {
		_, err := Decode(context.Background(), io.MultiReader(strings.NewReader(log), iotest.ErrReader(broken)), Options{}, &counting{})
		if !errors.Is(err, broken) {
			t.Errorf("%s: %v, want what the reader said", name, err)
		}
		ctx, cancel := context.WithCancel(context.Background())
		cancel()
		if _, err := Decode(ctx, strings.NewReader(log), Options{}, &counting{}); !errors.Is(err, context.Canceled) {
			t.Errorf("%s: %v after the end of the context", name, err)
		}
		if name == "xes" {
			continue
		}
		if _, err := Decode(context.Background(), strings.NewReader(log), Options{}, failing{broken}); err != broken {
			t.Errorf("%s: %v, want what the sink said", name, err)
		}
	}
	if _, err := Decode(context.Background(), iotest.TimeoutReader(strings.NewReader("")), Options{}, &counting{}); err == nil {
		t.Error("an empty stream was read")
	}
	if _, err := Decode(context.Background(), strings.NewReader("SQLite format 3\x00"), Options{}, &counting{}); fault.CodeOf(err) != fault.Invalid {
		t.Error(err)
	}
	silent := readerFunc(func([]byte) (int, error) { return 0, nil })
	if _, err := Decode(context.Background(), silent, Options{}, &counting{}); !errors.Is(err, io.ErrNoProgress) {
		t.Error(err)
	}
}

type readerFunc func([]byte) (int, error)

func (f readerFunc) Read(p []byte) (int, error) { return f(p) }

type failing struct{ err error }

func (f failing) Add([]Event) error         { return f.err }
func (f failing) Join(string, string) error { return f.err }
