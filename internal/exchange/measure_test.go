package exchange

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"klantreis/internal/fault"
	"klantreis/internal/journey"
	"klantreis/internal/workspace"
)

func measured(t *testing.T, sheet, mapping, locale string) *Figures {
	t.Helper()
	table, err := ReadTable([]byte(sheet))
	if err != nil {
		t.Fatal(err)
	}
	var m TableMapping
	if err := json.Unmarshal([]byte(mapping), &m); err != nil {
		t.Fatal(err)
	}
	got, err := table.Measures(&m, locale)
	if err != nil {
		t.Fatal(err)
	}
	return got
}

func said(points []*Figure) string {
	var all []string
	for _, p := range points {
		n := "-"
		if p.N != nil {
			n = fmt.Sprint(*p.N)
		}
		all = append(all, fmt.Sprintf("%d %s %s %.4g %s", p.Line, p.Date, p.Metric, p.Value, n))
	}
	return strings.Join(all, "; ")
}

func TestMeasures(t *testing.T) {
	f := func(sheet, mapping, locale, want string) {
		t.Helper()
		got := measured(t, sheet, mapping, locale)
		if len(got.Faults) > 0 || said(got.Points) != want {
			t.Errorf("%q gives %s, faults %d; want %s", sheet, said(got.Points), len(got.Faults), want)
		}
	}
	f("datum;meetwaarde;waarde;n\n1-2-2026;NPS;1.234,5;40\n1-3-2026;CSAT;80%;\n", `{"date":0,"metric":1,"measures":[{"value":2,"n":3}]}`, "nl",
		"2 2026-02-01 NPS 1234 40; 3 2026-03-01 CSAT 0.8 -")
	f("date,visits\n2026-02-01,\"1,234\"\n2026-03-01,-\n", `{"date":0,"measures":[{"metric":"visits","value":1}]}`, "en", "2 2026-02-01 visits 1234 -")
	// Test ride requests per visitor: 162 of 900.
	f("datum;aanvragen;bezoekers\n2026-03-01;162;900\n", `{"date":0,"measures":[{"metric":"x-3","numerator":1,"denominator":2},{"metric":"v","value":2}]}`, "nl",
		"2 2026-03-01 x-3 0.18 900; 2 2026-03-01 v 900 -")
	// Figures per page become figures per day.
	f("dag;pagina;klikken;vertoningen\n2026-03-01;/a;3;100\n2026-03-01;/b;5;300\n2026-03-02;/a;1;10\n",
		`{"date":0,"sum":true,"measures":[{"metric":"ctr","numerator":2,"denominator":3},{"metric":"clicks","value":2}]}`, "nl",
		"2 2026-03-01 ctr 0.02 400; 2 2026-03-01 clicks 8 -; 4 2026-03-02 ctr 0.1 10; 4 2026-03-02 clicks 1 -")
	// Month before day, where the column can be read so only.
	f("date,v\n1/2/2026,1\n3/25/2026,2\n", `{"date":0,"measures":[{"metric":"v","value":1}]}`, "en", "2 2026-01-02 v 1 -; 3 2026-03-25 v 2 -")
	// The header is where a person says it is.
	f("2025-12-01;v\n2026-01-01;1\n", `{"date":0,"header":true,"measures":[{"metric":"v","value":1}]}`, "nl", "2 2026-01-01 v 1 -")
}

func TestFaultyRowsAreListedAndTheRestIsGiven(t *testing.T) {
	got := measured(t, "datum;waarde;n\n2026-01-01;5;4\nmorgen;5;4\n2026-01-03;vijf;4\n2026-01-04;5;-4\n;5;4\n;;\n2026-01-07;6;2\n2026-01-08;5/0;0\n",
		`{"date":0,"measures":[{"metric":"v","value":1,"n":2}]}`, "nl")
	if want := "2 2026-01-01 v 5 4; 8 2026-01-07 v 6 2"; said(got.Points) != want {
		t.Errorf("got %s, want %s", said(got.Points), want)
	}
	want := []string{
		"3/1 “morgen” in kolom “datum” is geen datum. | “morgen” in column “datum” is not a date.",
		"4/2 “vijf” in kolom “waarde” is geen getal zoals je dat in het Nederlands schrijft. | “vijf” in column “waarde” is not a number as written in Dutch.",
		"5/3 “-4” in kolom “n” is geen aantal. | “-4” in column “n” is not a count.",
		"6/1 Deze regel heeft geen datum in kolom “datum”. | This row has no date in column “datum”.",
		"9/2 “5/0” in kolom “waarde” is geen getal zoals je dat in het Nederlands schrijft. | “5/0” in column “waarde” is not a number as written in Dutch.",
	}
	for i, f := range got.Faults {
		if line := fmt.Sprintf("%d/%d %s | %s", f.Line, *f.Column, f.Message.NL, f.Message.EN); i >= len(want) || line != want[i] {
			t.Errorf("fault %d is %s", i, line)
		}
	}
	if len(got.Faults) != len(want) || got.Failed != 5 || got.Rows != 7 {
		t.Errorf("%d faults in %d of %d rows", len(got.Faults), got.Failed, got.Rows)
	}
}

func TestABlankNameLeavesTheNameToTheColumn(t *testing.T) {
	got := measured(t, "d;m;v\n1-2-2026;NPS;3\n", `{"date":0,"metric":1,"measures":[{"metric":" ","value":2}]}`, "nl")
	if said(got.Points) != "2 2026-02-01 NPS 3 -" {
		t.Errorf("got %s", said(got.Points))
	}
}

func TestFaultsBound(t *testing.T) {
	got := measured(t, "d;v\n"+strings.Repeat("x;1\n", faultsMax+5), `{"date":0,"measures":[{"metric":"v","value":1}]}`, "nl")
	if len(got.Faults) != faultsMax || got.Failed != faultsMax+5 {
		t.Errorf("%d listed of %d", len(got.Faults), got.Failed)
	}
}

func TestMappingIsChecked(t *testing.T) {
	table, err := ReadTable([]byte("a;b\n1;2\n"))
	if err != nil {
		t.Fatal(err)
	}
	for _, mapping := range []string{
		`{}`, `{"date":0}`, `{"date":0,"measures":[null]}`, `{"date":0,"measures":[{"value":1}]}`, `{"date":0,"measures":[{"metric":"x"}]}`,
		`{"date":0,"measures":[{"metric":"x","numerator":1}]}`, `{"date":0,"measures":[{"metric":"x","value":1,"numerator":1,"denominator":1}]}`,
		`{"date":0,"measures":[{"metric":"a\nb","value":1}]}`, `{"date":-1,"measures":[{"metric":"x","value":1}]}`,
		`{"date":0,"metric":200,"measures":[{"value":1}]}`, `{"date":0,"measures":[{"metric":"x","value":-2}]}`,
		`{"date":0,"measures":[{"metric":"x","numerator":1,"denominator":200}]}`, `{"date":0,"measures":[{"metric":"x","value":1,"n":-1}]}`,
	} {
		var m TableMapping
		if err := json.Unmarshal([]byte(mapping), &m); err != nil {
			t.Fatal(err)
		}
		if _, err := table.Measures(&m, "nl"); fault.CodeOf(err) != fault.Invalid {
			t.Errorf("%s: %v", mapping, err)
		}
	}
}

func TestWriteActions(t *testing.T) {
	j := &journey.Journey{
		Stages: []*journey.Stage{{ID: "s", Name: journey.Text{NL: "Zien", EN: "See"}}, {ID: "t", Name: journey.Text{NL: "Doen"}}},
		Actions: []*journey.Action{
			{StageID: "t", Title: journey.Text{NL: "=HYPERLINK(1)"}, Aim: "loyalty", Status: "done"},
			{StageID: "s", ChannelID: "c", OwnerID: "m", Title: journey.Text{NL: "Bel \"Noor\"; één café", EN: "Call"}, Aim: "relevance", Status: "open",
				Due: "2026-04-01", Rice: &journey.Rice{Effort: 1.5}},
		},
	}
	w := &workspace.Workspace{
		Channels: []*workspace.Channel{{ID: "c", Name: journey.Text{NL: "Telefoon", EN: "Phone"}}}, Members: []*workspace.Member{{ID: "m", Name: "Sam"}},
	}
	want := "\ufefffase;kanaal;actie;doel;eigenaar;einddatum;status;inspanning\r\n" +
		"Zien;Telefoon;\"Bel \"\"Noor\"\"; één café\";relevantie;Sam;2026-04-01;open;1,5\r\nDoen;;'=HYPERLINK(1);loyaliteit;;;klaar;\r\n"
	if got := string(WriteActions(j, w, "nl")); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	want = "\ufeffstage;channel;action;aim;owner;due;status;effort\r\nSee;Phone;Call;relevance;Sam;2026-04-01;open;1.5\r\nDoen;;'=HYPERLINK(1);loyalty;;;done;\r\n"
	if got := string(WriteActions(j, w, "en")); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

// Whatever stands in a cell, the reader of another program gets it back, and never as a formula.
func TestRowsComeBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		cells := rapid.SliceOfN(rapid.StringMatching(`[=+@;" a-c\n\t-]{0,6}`), 2, 5).Draw(t, "cells")
		var out bytes.Buffer
		writeRow(&out, cells)
		r := csv.NewReader(bytes.NewReader(out.Bytes()))
		r.Comma = ';'
		got, err := r.Read()
		if err != nil {
			if strings.TrimSpace(strings.Join(cells, "")) == "" {
				return // an empty line is no row
			}
			t.Fatalf("%q: %v", out.String(), err)
		}
		for i, c := range got {
			if c != Escaped(cells[i]) || c != "" && strings.ContainsRune("=+-@", rune(c[0])) {
				t.Fatalf("%q came back as %q", cells[i], c)
			}
		}
	})
}
