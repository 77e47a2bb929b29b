package event

import (
	"context"
	"path/filepath"
	"strings"
	"testing"
)

const ocelJSONLog = `{
  "objectTypes": [{"name": "Order", "attributes": []}, {"name": "Item", "attributes": [{"name": "price", "type": "float"}]}],
  "eventTypes": [],
  "objects": [{"id": "o1", "type": "Order", "attributes": [{"name": "x", "time": "1970-01-01T00:00:00Z", "value": "1"}]}, {"type": "Order", "id": "o\u00e9"}, {"id": "i1", "type": "Item"}],
  "events": [
    {"id": "e1", "type": "Place", "time": "2024-03-31T12:00:00+02:00", "relationships": [{"objectId": "o1", "qualifier": "a"}, {"objectId": "o1", "qualifier": "b"}, {"objectId": "oé", "qualifier": "a"}, {"objectId": "ghost", "qualifier": "a"}]},
    {"relationships": [{"objectId": "i1"}], "time": "2024-03-31T11:00:00Z", "type": "Pick", "id": "e2", "attributes": [{"value": 3.5, "name": "weight"}, {"name": "note", "value": null}]},
    {"id": "e3", "type": "Pay", "time": "", "relationships": [{"objectId": "o1"}]},
    {"id": "e4", "type": "Look", "time": "2024-04-01T00:00:00Z", "attributes": []},
    {"id": "e5", "type": "Pay", "time": "2024-04-01 10:00:00", "relationships": [{"objectId": "o1"}, {"objectId": "i1"}]}
  ]
}`

const ocelXMLLog = `<?xml version='1.0' encoding='UTF-8'?>
<log>
  <object-types><object-type name="Order"><attributes/></object-type><object-type name="Item"><attributes><attribute name="price" type="float"/></attributes></object-type></object-types>
  <event-types/>
  <objects><object id="o1" type="Order"><attributes><attribute name="x" time="1970-01-01T00:00:00Z">1</attribute></attributes></object><object type="Order" id="o&#xe9;"/><object id="i1" type="Item"/></objects>
  <events>
    <event id="e1" type="Place" time="2024-03-31T12:00:00+02:00"><objects><relationship object-id="o1" qualifier="a"/><relationship object-id="o1" qualifier="b"/><relationship object-id="oé" qualifier="a"/><relationship object-id="ghost" qualifier="a"/></objects></event>
    <event id="e2" type="Pick" time="2024-03-31T11:00:00Z"><attributes><attribute name="weight"><![CDATA[3.5]]></attribute><attribute name="note"/></attributes><objects><relationship object-id="i1"/></objects></event>
    <event id="e3" type="Pay" time=""><objects><relationship object-id="o1"/></objects></event>
    <event id="e4" type="Look" time="2024-04-01T00:00:00Z"><attributes/></event>
    <event id="e5" type="Pay" time="2024-04-01 10:00:00"><objects><object object-id="o1"/><object object-id="i1"/></objects></event>
  </events>
</log>`

// eventsFirst moves the objects behind the events.
func eventsFirst(log, objects, end string) string {
	from := strings.Index(log, objects)
	to := from + strings.Index(log[from:], end)
	moved := log[from:to]
	log = log[:from] + log[to:]
	if log[0] == '{' {
		return strings.TrimRight(log, "\n}") + ", " + strings.TrimRight(moved, ", \n") + "}"
	}
	return strings.Replace(log, "</log>", moved+"</log>", 1)
}

func TestOCEL(t *testing.T) {
	logs := map[string]string{
		"JSON": ocelJSONLog, "XML": ocelXMLLog,
		"JSON, events first": eventsFirst(ocelJSONLog, `"objects"`, `"events"`),
		"XML, events first":  eventsFirst(ocelXMLLog, "<objects>", "<events>"),
	}
	f := func(kind, want string) {
		t.Helper()
		for name, log := range logs {
			k, report := decoded(t, log, Options{ObjectType: kind, Properties: true})
			if got := lines(k.events); got != want || k.events[0].ID == "" {
				t.Errorf("%s, %s:\n%swant\n%s", name, kind, got, want)
			}
			if kind == "Order" && codes(report) != "events_without_time" {
				t.Errorf("%s: %v", name, report.Warnings)
			}
		}
	}
	f("Order", "o1 Place 2024-03-31T10:00:00Z\noé Place 2024-03-31T10:00:00Z\no1 Pay 2024-04-01T10:00:00Z\n")
	f("Item", "i1 Pick 2024-03-31T11:00:00Z weight=3.5\ni1 Pay 2024-04-01T10:00:00Z\n")
	for name, log := range logs {
		for kind, want := range map[string]string{
			"":     `Say it with --object-type; there are: "Item", "Order"`,
			"Shop": `there are no objects of type "Shop"; there are: "Item", "Order"`,
		} {
			if got := refused(t, strings.NewReader(log), Options{ObjectType: kind}, want); got.Line > 0 {
				t.Errorf("%s: %v", name, got)
			}
		}
	}
}

func TestOCELIsRefused(t *testing.T) {
	f := func(log, want string, line, column int) {
		t.Helper()
		got := refused(t, strings.NewReader(log), Options{ObjectType: "Order"}, want)
		if got.Line != line || got.Column != column {
			t.Errorf("line %d, column %d; want %d, %d: %v", got.Line, got.Column, line, column, got)
		}
	}
	f(strings.Replace(ocelJSONLog, "2024-03-31T12", "2024-03-32T12", 1), `"2024-03-32T12:00:00+02:00" is no time of OCEL`, 6, 44)
	f(strings.Replace(ocelXMLLog, "2024-03-31T12", "2024-03-32T12", 1), `"2024-03-32T12:00:00+02:00" is no time of OCEL`, 7, 5)
	f(strings.Replace(ocelJSONLog, `"e2"`, `"e2`, 1), "a comma or the end of an object", 7, 105)
	f(strings.Replace(ocelJSONLog, `"note"`, `"no\te"`, 1)[:len(ocelJSONLog)-9], "not closed; is the file cut off?", 10, 118)
	f(ocelJSONLog+"]", "goes on after its end", 12, 2)
	f(`{"objectTypes": [{"name": "Order"}], "x": `+strings.Repeat("[", 100_000), "more than 100 deep", 1, 142)
	f(`{"objectTypes": [{"name": "Order"}], "events": [], "objects": [{"id": 1, "type": "Order"}]}`, "no event names an object", 0, 0)
	f("{\"objectTypes\": [{\"name\": \"Or\n", "cannot hold a line end", 1, 30)
	f(`{"objectTypes": [{"name": "O\u00zz"}]}`, "something unknown behind it", 1, 28)
	f(`{"objectTypes": [nope]}`, "an object", 1, 18)
	f(`{"objectTypes": nope}`, "an array", 1, 17)
	f(`{"objectTypes": [], "x": 1.2.3}`, "a number", 1, 26)
}

func TestPublicOCEL(t *testing.T) {
	for _, name := range []string{"ocel20_example_json/ocel20_example.jsonocel", "ocel20_example_xml/ocel20_example.xmlocel"} {
		for kind, want := range map[string]int{"Purchase Order": 5, "Invoice": 9, "Purchase Requisition": 3, "Payment": 3} {
			var k kept
			if _, err := Decode(context.Background(), realLog(t, name), Options{ObjectType: kind}, &k); err != nil {
				t.Fatalf("%s: %v", filepath.Base(name), err)
			}
			if len(k.events) != want {
				t.Errorf("%s: %d events of %s, want %d:\n%s", filepath.Base(name), len(k.events), kind, want, lines(k.events))
			}
		}
	}
}
