package event

import (
	"bytes"
	"compress/gzip"
	"fmt"
	"strings"
	"testing"
)

const xesHead = `<?xml version="1.0" encoding="UTF-8" ?>
<!-- made by > hand -->
<log xes.version="1.0" xmlns="http://www.xes-standard.org/">
	<extension name="Concept" prefix="concept" uri="http://www.xes-standard.org/concept.xesext"/>
	<global scope="trace"><string key="concept:name" value="UNKNOWN"/></global>
	<global scope="event"><string key="concept:name" value="UNKNOWN"/><string key="lifecycle:transition" value="complete"/><date key="time:timestamp" value="1970-01-01T00:00:00Z"/></global>
	<classifier name="Who did what" keys="concept:name 'org:the role'"/>
	<string key="concept:name" value="a log &amp; more"><string key="nested" value="x"/></string>
`

func packed(t testing.TB, log string) string {
	t.Helper()
	var b bytes.Buffer
	w := gzip.NewWriter(&b)
	if _, err := w.Write([]byte(log)); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestXES(t *testing.T) {
	log := xesHead + `
	<trace>
		<string key="concept:name" value="Z &#49;&quot;"/>
		<float key="amount" value="12.5"/>
		<event>
			<string key="concept:name" value="Open &lt;nu&gt;"/>
			<date key="time:timestamp" value="2024-03-31T12:00:00.250+02:00"/>
			<string key="org:the role" value="clerk"><string key="level" value="2"><int key="since" value="2001"/></string></string>
			<list key="items"><values><string key="item" value="bike"/><string key="item" value='a > b'/></values></list>
			<string key="channel" value="desk"/>
		</event>
		<event><date key="time:timestamp" value="2024-03-31T11:00:00Z"/><string key="lifecycle:transition" value="start"/></event>
		<event><string key="concept:name" value="Never"/></event>
		<event/>
	</trace>
	<trace/>
	<trace>
		<event><string value="B" key="concept:name"/><date key="time:timestamp" value="2024-04-01 09:00:00"></date></event>
		<event><string value="C" key="concept:name"/><date key="time:timestamp" value="2024-04-01T08:00:00,5"></date></event>
	</trace>
	<trace>
		<event><string key="concept:name" value="D"/><date key="time:timestamp" value="0001-01-01T00:00:00Z"/></event>
		<string key="concept:name" value="late"/>
	</trace>
	<event><string key="concept:name" value="alone"/><date key="time:timestamp" value="2024-04-01T09:00:00Z"/></event>
</log>
`
	f := func(o Options, want string) {
		t.Helper()
		for _, text := range []string{log, packed(t, log), "\ufeff" + log, strings.ReplaceAll(log, "\n", "\r\n")} {
			k, _ := decoded(t, text, o)
			if got := lines(k.events); got != want {
				t.Errorf("%+v:\n%swant\n%s", o, got, want)
			}
		}
	}
	f(Options{}, `Z 1" Open <nu> 2024-03-31T10:00:00.25Z @desk
Z 1" UNKNOWN 2024-03-31T11:00:00Z
3 B 2024-04-01T09:00:00Z
3 C 2024-04-01T08:00:00.5Z
late D 0001-01-01T00:00:00Z
`)
	f(Options{Lifecycle: true, Properties: true}, `Z 1" Open <nu>+complete 2024-03-31T10:00:00.25Z @desk org:the role=clerk org:the role.level=2 org:the role.level.since=2001 items.item=bike items.item=a > b case:amount=12.5
Z 1" UNKNOWN+start 2024-03-31T11:00:00Z case:amount=12.5
3 B+complete 2024-04-01T09:00:00Z
3 C+complete 2024-04-01T08:00:00.5Z
late D+complete 0001-01-01T00:00:00Z
`)
	f(Options{Activity: "Who did what", Case: "amount"}, `12.5 Open <nu>+clerk 2024-03-31T10:00:00.25Z @desk
12.5 UNKNOWN 2024-03-31T11:00:00Z
3 B 2024-04-01T09:00:00Z
3 C 2024-04-01T08:00:00.5Z
4 D 0001-01-01T00:00:00Z
`)
	_, report := decoded(t, log, Options{})
	if got := codes(report); got != "empty_traces unnamed_traces events_without_time events_without_customer" || report.Empty != 1 || report.Dropped != 3 {
		t.Errorf("%d empty, %d dropped, warnings %v", report.Empty, report.Dropped, report.Warnings)
	}
}

func TestXESInOtherEncodings(t *testing.T) {
	body := `<log><trace><string key="concept:name" value="1"/><event><string key="concept:name" value="Caf` + "\xe9" + `"/><date key="time:timestamp" value="2024-04-01T09:00:00Z"/></event></trace></log>`
	k, _ := decoded(t, `<?xml version="1.0" encoding='ISO-8859-1'?>`+body, Options{})
	if k.events[0].Name != "Café" {
		t.Errorf("%q", k.events[0].Name)
	}
	if got := refused(t, strings.NewReader(body), Options{}, "is not UTF-8"); got.Line != 1 {
		t.Error(got)
	}
}

func TestXESIsRefused(t *testing.T) {
	f := func(body, want string, line, column int) {
		t.Helper()
		got := refused(t, strings.NewReader(body), Options{}, want)
		if got.Line != line || got.Column != column {
			t.Errorf("line %d, column %d; want %d, %d: %v", got.Line, got.Column, line, column, got)
		}
	}
	event := func(attributes string) string {
		return "<log>\n<trace><string key=\"concept:name\" value=\"1\"/>\n<event>" + attributes + "</event></trace></log>"
	}
	f(event(`<string key="concept:name" value="A"/><date key="time:timestamp" value="yesterday"/>`), `"yesterday" is no date of XES`, 3, 46)
	f(event(`<string key="concept:name" value="A/></event>`), "is a quote missing", 3, 8)
	f(event(`<string key="concept:name" value="A/><date key="time:timestamp"/>`), "quote that begins here is not closed", 3, 41)
	f(event(`<string key="concept:name" value=A/>`), "an attribute is written", 3, 35)
	f(event(`<string key="concept:name" value="&eacute;"/>`), `"&eacute;\"/></event></trace></log>"`[:9], 3, 8)
	f(event(`</trace>`), "</trace> closes an element, but <event> is open", 3, 8)
	f("<log>\n<trace>", "the file ends before </trace>", 2, 8)
	f("<log>\n<trace><event", "or the file cut off?", 2, 8)
	f("<log>\n<!-- <trace/></log>", "the --> that belongs to line 2, column 1 is missing", 2, 20)
	f("<log></log>", "the log has no events", 0, 0)
	f("<log></log>\nmore", "text outside of any element", 2, 1)
	f("<log></log>\n<log/>", "goes on after its end", 2, 1)
	f("<html></html>", "does not begin with <log>", 1, 1)
	f("<log>\n"+strings.Repeat("<list>", 100_000), "more than 100 deep", 2, 595)
	f("<?xml version=\"1.0\"?>\n<!DOCTYPE log SYSTEM \"file:///etc/passwd\">\n<log/>", "document type", 2, 1)
	f("<!DOCTYPE lolz [<!ENTITY lol \"lol\"><!ENTITY lol2 \"&lol;&lol;&lol;&lol;\">]><log>&lol2;</log>", "document type", 1, 1)
}

// Wherever the stream is cut into pieces, the same is read, or refused at the same place.
func TestDecodersDoNotSeeTheirWindow(t *testing.T) {
	var traces strings.Builder
	for i := range 3000 {
		fmt.Fprintf(&traces, "\t<trace>\n\t\t<string key=\"concept:name\" value=\"%d\"/>\n\t\t<event><string key=\"concept:name\" value=\"%s\"/><date key=\"time:timestamp\" value=\"2024-03-31T10:00:%02dZ\"/></event>\n\t</trace>\n", i, strings.Repeat("x", i%700), i%60)
	}
	k, _ := decoded(t, xesHead+traces.String()+"</log>", Options{})
	if len(k.events) != 3000-5 || k.events[2994].Customer != "2999" { // five have an empty name
		t.Errorf("%d events, the last is %+v", len(k.events), k.events[len(k.events)-1])
	}
	got := refused(t, strings.NewReader(xesHead+traces.String()+"\t</trace>\n</log>"), Options{}, "</trace> closes")
	if want := strings.Count(xesHead+traces.String(), "\n") + 1; got.Line != want || got.Column != 2 {
		t.Errorf("line %d, column %d; want %d, 2", got.Line, got.Column, want)
	}
}
