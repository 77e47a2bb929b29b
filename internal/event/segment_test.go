package event

import (
	"fmt"
	"strings"
	"testing"
)

func TestSegment(t *testing.T) {
	log := `{"type":"page","anonymousId":"browser","name":"Home","timestamp":"2024-03-31T10:00:00.000Z","messageId":"m1","context":{"channel":"browser","page":{"path":"/","title":"Fietsen \u2013 "},"campaign":{"medium":"mail"},"ip":"10.0.0.1"},"integrations":{"All":true}}
{"type":"track","anonymousId":"browser","event":"Fit \"guide\" opened","timestamp":"2024-03-31T10:01:00Z","properties":{"size":{"cm":56.5},"tags":["race",{"a":null}],"sale":false}}
{"type":"identify","anonymousId":"browser","userId":"ann","traits":{"email":"ann@example.org"},"timestamp":"2024-03-31T10:02:00Z"}
{"type":"alias","previousId":"ann","userId":"ann@shop"}
{"type":"group","userId":"ann","groupId":"club"}

{"batch":[{"type":"screen","userId":"ann","originalTimestamp":"2024-03-31T12:00:00Z","sentAt":"2024-03-31T12:00:10Z","receivedAt":"2024-03-31T11:00:13Z"},{"type":"track","userId":"ann","event":"Order","receivedAt":"2024-03-31T11:01:00Z","channel":"server"}],"sentAt":"2024-03-31T11:01:00Z"}
[{"type":"page","userId":"bob","category":"Shop","sentAt":"2024-04-01T00:00:00Z"}]
{"type":"track","userId":"bob","event":"x"}
{"type":"track","event":"x","timestamp":"2024-04-01T00:00:00Z"}
{"type":"track","userId":"bob","timestamp":"2024-04-01T00:00:00Z"}
`
	want := `browser Home 2024-03-31T10:00:00Z @browser page.path=/ page.title=Fietsen –  campaign.medium=mail
browser Fit "guide" opened 2024-03-31T10:01:00Z size.cm=56.5 tags.0=race sale=false
ann screen 2024-03-31T11:00:03Z
ann Order 2024-03-31T11:01:00Z @server
bob Shop 2024-04-01T00:00:00Z
`
	k, report := decoded(t, log, Options{Properties: true})
	if got := lines(k.events); got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
	if got := fmt.Sprint(k.joins); got != "[[browser ann] [ann ann@shop]]" || k.events[0].ID != "m1" {
		t.Errorf("joined %s; the first is %+v", got, k.events[0])
	}
	if codes(report) != "events_without_time events_without_customer events_without_name" || report.Dropped != 3 {
		t.Errorf("%d dropped, warnings %v", report.Dropped, report.Warnings)
	}
}

func TestSegmentIsRefused(t *testing.T) {
	f := func(log, want string, line int) {
		t.Helper()
		if got := refused(t, strings.NewReader(log), Options{}, want); got.Line != line {
			t.Errorf("line %d, want %d: %v", got.Line, line, got)
		}
	}
	const good = `{"type":"track","userId":"bob","event":"x","timestamp":"2024-04-01T00:00:00Z"}` + "\n"
	f(good+`{"type":"track","userId":"bob","event":"x","timestamp":"today"}`, `"today" is no time of Segment`, 2)
	f(good+`{"type":"delete","userId":"bob"}`, `a message of the type "delete" is not known`, 2)
	f(good+`{"userId":"bob"}`, `a message of the type "" is not known`, 2)
	f(good+`{"type":"track","userId":"bob","event":"x`+"\n"+good, "a quote missing?", 2)
	f(good+`{"type":"track"`, "the file ends where", 2)
	f(good+"type", "this is no JSON: here should be an object", 2)
	f(`{"type":"group"}`, "the log has no events", 0)
	f(strings.Repeat(`{"batch":[`, 200), "more than 100 deep", 1)
}
