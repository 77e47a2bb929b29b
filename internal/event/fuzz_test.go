package event

import (
	"bytes"
	"context"
	"errors"
	"testing"
	"unicode/utf8"

	"klantreis/internal/fault"
)

// strict is a sink that checks what every event has to be.
type strict struct {
	t       *testing.T
	arrived int64
	events  int64
}

func (s *strict) Add(batch []Event) error {
	for i := range batch {
		ev := &batch[i]
		s.events++
		switch {
		case ev.Customer == "" || len(ev.Customer) > CustomerBytesMax || ev.Name == "" || len(ev.Name) > NameBytesMax || len(ev.Channel) > NameBytesMax:
			s.t.Fatalf("an event without a customer or name, or with endless ones: %+v", ev)
		case !utf8.ValidString(ev.Customer) || !utf8.ValidString(ev.Name) || !utf8.ValidString(ev.Channel):
			s.t.Fatalf("an event that is not UTF-8: %+v", ev)
		case ev.Arrival <= s.arrived:
			s.t.Fatalf("event %d arrives after %d", ev.Arrival, s.arrived)
		case ev.Time < firstInstant-86400*Second || ev.Time > lastInstant+86400*Second:
			s.t.Fatalf("an event of %s", ev.Time)
		}
		s.arrived = ev.Arrival
		for _, p := range ev.Properties {
			if p.Key == "" && p.Value == "" || len(p.Value) > ValueBytesMax || !utf8.ValidString(p.Key) || !utf8.ValidString(p.Value) {
				s.t.Fatalf("the property %+v", p)
			}
		}
	}
	return nil
}

func (s *strict) Join(from, to string) error {
	if from == "" || to == "" || from == to {
		s.t.Fatalf("%q is joined to %q", from, to)
	}
	return nil
}

// fuzzDecode checks that a log is read or refused, never half understood: errors are faults with a sentence,
// the report counts what came, and a second reading says the same.
func fuzzDecode(t *testing.T, log []byte, o Options) {
	t.Helper()
	once := strict{t: t}
	report, err := Decode(context.Background(), bytes.NewReader(log), o, &once)
	var f *fault.Error
	switch {
	case err == nil && (report.Events != once.events || report.Events == 0):
		t.Fatalf("%d events came, the report says %d", once.events, report.Events)
	case err == nil:
	case !errors.As(err, &f) || f.Code != fault.Invalid && f.Code != fault.TooLarge:
		t.Fatalf("no fault: %v", err)
	case f.Line < 0 || f.Line > 0 && f.Column < 1 || bytes.ContainsAny([]byte(f.Message), "\n\r"):
		t.Fatalf("no place or no sentence: %v", err)
	}
	var again counting
	_, err2 := Decode(context.Background(), bytes.NewReader(log), o, &again)
	if (err == nil) != (err2 == nil) || err != nil && err.Error() != err2.Error() || err == nil && int64(again.events) != once.events {
		t.Fatalf("first %v, then %v", err, err2)
	}
}

func FuzzCSV(f *testing.F) {
	for _, log := range []string{
		"case,activity,time\n1,A,2024-01-01\n", "klant;activiteit;tijd;kanaal\r\n1;\"A \"\"x\"\"\";1-2-2024 10:00;web\r\n", "a\tb\tc\r1\tA\t45292,5\r",
		"sep=|\ncase|activity|time\n'1'|'A'|'1700000000'\n", "\xff\xfec\x00a\x00", "1,A,2024-01-01\n2,Caf\xe9,2024-01-01\n", "case,activity,time\n\"1,A,2024-01-01\n",
	} {
		f.Add([]byte(log), false)
		f.Add([]byte(log), true)
	}
	f.Fuzz(func(t *testing.T, log []byte, more bool) {
		fuzzDecode(t, log, Options{Format: CSV, Properties: more, Lifecycle: more})
	})
}

func FuzzXES(f *testing.F) {
	for _, log := range []string{
		xesHead + `<trace><string key="concept:name" value="1"/><event><string key="concept:name" value="A&amp;"/><date key="time:timestamp" value="2024-01-01T00:00:00Z"/><list key="l"><values><int key="i" value="1"/></values></list></event></trace></log>`,
		`<log><trace><event><string value='x' key='concept:name'></string><date key="time:timestamp" value="2024-01-01"/></event><string key="concept:name" value="late"/></trace><trace/></log>`,
		`<?xml version="1.0" encoding="latin1"?><log><event/></log>`, "<log><!-- x --><![CDATA[ y ]]></log>", `<!DOCTYPE log><log/>`, `<log><trace a="&#x41;"`,
	} {
		f.Add([]byte(log), false)
		f.Add([]byte(log), true)
	}
	f.Fuzz(func(t *testing.T, log []byte, more bool) {
		fuzzDecode(t, log, Options{Format: XES, Properties: more, Lifecycle: more})
	})
}

func FuzzOCEL(f *testing.F) {
	for _, log := range []string{ocelJSONLog, ocelXMLLog, eventsFirst(ocelJSONLog, `"objects"`, `"events"`), eventsFirst(ocelXMLLog, "<objects>", "<events>"), `{"objectTypes":[{"name":"Order"}]}`} {
		f.Add([]byte(log), false)
		f.Add([]byte(log), true)
	}
	f.Fuzz(func(t *testing.T, log []byte, more bool) {
		fuzzDecode(t, log, Options{Format: OCEL, ObjectType: "Order", Properties: more})
	})
}

func FuzzSegment(f *testing.F) {
	for _, log := range []string{
		`{"type":"track","userId":"a","event":"A\u00e9","timestamp":"2024-01-01T00:00:00Z","properties":{"a":[1,{"b":null}],"c":"d"},"context":{"page":{"path":"/"}}}` + "\n" + `{"type":"alias","previousId":"a","userId":"b"}`,
		`{"batch":[{"type":"page","anonymousId":"x","sentAt":"2024-01-01T00:00:00Z"},{"type":"identify","anonymousId":"x","userId":"y"}]}`,
		`[{"type":"screen","userId":"a","originalTimestamp":"2024-01-01T00:00:00Z","sentAt":"2024-01-01T00:00:01Z","receivedAt":"2024-01-01T00:00:02Z"}]`, `{"type":"track`, `{"type":1e400}`,
	} {
		f.Add([]byte(log), false)
		f.Add([]byte(log), true)
	}
	f.Fuzz(func(t *testing.T, log []byte, more bool) {
		fuzzDecode(t, log, Options{Format: Segment, Properties: more})
	})
}

// FuzzDecode leaves it to the decoder what a file is; packed files are among them.
func FuzzDecode(f *testing.F) {
	for _, log := range []string{"case,activity,time\n1,A,2024-01-01\n", `<log/>`, `{"events":[]}`, "SQLite format 3\x00", "PK\x03\x04", ""} {
		f.Add([]byte(log))
		f.Add([]byte(packed(f, log)))
	}
	f.Fuzz(func(t *testing.T, log []byte) { fuzzDecode(t, log, Options{}) })
}
