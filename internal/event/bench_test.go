package event

import (
	"bytes"
	"context"
	"encoding/csv"
	"encoding/xml"
	"errors"
	"io"
	"strings"
	"testing"

	"github.com/klauspost/compress/gzip"
)

// madeUp writes a generated log of a form, packed or not.
func madeUp(b testing.TB, form string, events int64, pack bool) []byte {
	b.Helper()
	var log bytes.Buffer
	var to io.WriteCloser = noClose{&log}
	if pack {
		to = gzip.NewWriter(&log)
	}
	w, err := NewWriter(form, to)
	if err != nil {
		b.Fatal(err)
	}
	err = Generate(context.Background(), Recipe{Events: events, Seed: 1, ByCustomer: form == "xes"}, w)
	if err := errors.Join(err, w.Close(), to.Close()); err != nil {
		b.Fatal(err)
	}
	return log.Bytes()
}

type noClose struct{ io.Writer }

func (noClose) Close() error { return nil }

func benchmarkDecode(b *testing.B, log []byte, o Options) {
	b.ReportAllocs()
	b.SetBytes(int64(len(log)))
	total, start := 0, cpuTime(b)
	for b.Loop() {
		var c counting
		if _, err := Decode(context.Background(), bytes.NewReader(log), o, &c); err != nil {
			b.Fatal(err)
		}
		total += c.events
	}
	b.ReportMetric(float64(total)/b.Elapsed().Seconds(), "events/s")
	// On a machine that does other things as well, this says more. Unpacking and decoding share two cores.
	b.ReportMetric(float64(total)/(cpuTime(b)-start).Seconds(), "events/cpu-s")
}

func BenchmarkCSV(b *testing.B)     { benchmarkDecode(b, madeUp(b, "csv", 500_000, false), Options{}) }
func BenchmarkCSVGzip(b *testing.B) { benchmarkDecode(b, madeUp(b, "csv", 500_000, true), Options{}) }
func BenchmarkXESGzip(b *testing.B) { benchmarkDecode(b, madeUp(b, "xes", 200_000, true), Options{}) }

func BenchmarkCSVWithProperties(b *testing.B) {
	benchmarkDecode(b, madeUp(b, "csv", 500_000, false), Options{Properties: true, Channel: "channel"})
}

// BenchmarkEncodingCSV reads the same rows with the standard library, and does nothing with them.
func BenchmarkEncodingCSV(b *testing.B) {
	log := madeUp(b, "csv", 500_000, false)
	b.SetBytes(int64(len(log)))
	rows := 0
	for b.Loop() {
		r := csv.NewReader(bytes.NewReader(log))
		r.ReuseRecord = true
		for {
			if _, err := r.Read(); err != nil {
				break
			}
			rows++
		}
	}
	b.ReportMetric(float64(rows)/b.Elapsed().Seconds(), "events/s")
}

// BenchmarkEncodingXML reads the tags of the same log with the standard library, and does nothing with them.
func BenchmarkEncodingXML(b *testing.B) {
	log := madeUp(b, "xes", 200_000, false)
	b.SetBytes(int64(len(log)))
	events := 0
	for b.Loop() {
		r := xml.NewDecoder(bytes.NewReader(log))
		for {
			token, err := r.RawToken()
			if err != nil {
				break
			}
			if start, is := token.(xml.StartElement); is && start.Name.Local == "event" {
				events++
			}
		}
	}
	b.ReportMetric(float64(events)/b.Elapsed().Seconds(), "events/s")
}

func BenchmarkXES(b *testing.B) { benchmarkDecode(b, madeUp(b, "xes", 200_000, false), Options{}) }

func BenchmarkOCELXML(b *testing.B) {
	benchmarkObjects(b, ocelXMLLog, "<event id=\"e1\"", "<event id=\"e2\"")
}
func BenchmarkOCELJSON(b *testing.B) {
	benchmarkObjects(b, ocelJSONLog, "{\"id\": \"e1\"", "{\"relationships\"")
}

// benchmarkObjects repeats one event of a log.
func benchmarkObjects(b *testing.B, log, from, to string) {
	event := log[strings.Index(log, from):strings.Index(log, to)]
	log = strings.Replace(log, event, strings.Repeat(event, 50_000), 1)
	benchmarkDecode(b, []byte(log), Options{ObjectType: "Order"})
}

func BenchmarkSegment(b *testing.B) {
	line := []byte(`{"type":"track","anonymousId":"507f191e810c19729de860ea","userId":"97980cfea0067","event":"Bikes compared","timestamp":"2024-03-31T10:01:00.123Z","messageId":"ajs-next-1a2b3c","context":{"page":{"path":"/bikes","referrer":"https://example.org/","title":"Bikes"},"campaign":{"medium":"mail"},"ip":"10.0.0.1","userAgent":"Mozilla/5.0"},"properties":{"size":56,"colour":"red"},"integrations":{"All":true}}` + "\n")
	benchmarkDecode(b, bytes.Repeat(line, 50_000), Options{})
}

func BenchmarkGenerate(b *testing.B) {
	for b.Loop() {
		if err := Generate(context.Background(), Recipe{Events: 500_000, Seed: 1}, &counting{}); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(500_000*float64(b.N)/b.Elapsed().Seconds(), "events/s")
}
