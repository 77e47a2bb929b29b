package event

import (
	"context"
	"fmt"
	"strings"
	"testing"
	"time"

	"golang.org/x/text/encoding/unicode"
	"pgregory.net/rapid"
)

func TestCSVHoweverItIsWritten(t *testing.T) {
	const want = "1 Bestelling 2024-03-31T10:00:00Z\n1 Vraag; \"spoed\" 2024-03-31T11:30:00Z\n2 Café 2024-04-01T09:00:00Z\n"
	f := func(what, log string, o Options) {
		t.Helper()
		k, _ := decoded(t, log, o)
		if got := lines(k.events); got != want {
			t.Errorf("%s:\n%swant\n%s", what, got, want)
		}
	}
	f("comma", "case,activity,time\n1,Bestelling,2024-03-31 10:00\n1,\"Vraag; \"\"spoed\"\"\",2024-03-31 11:30\n2,Café,2024-04-01 09:00\n", Options{})
	f("no line end at the end", "case,activity,time\n1,Bestelling,2024-03-31 10:00\n1,\"Vraag; \"\"spoed\"\"\",2024-03-31 11:30\n2,Café,2024-04-01 09:00", Options{})
	f("semicolon, CRLF", "Klantnummer;Activiteit;Tijdstip\r\n1;Bestelling;31-3-2024 10:00\r\n1;\"Vraag; \"\"spoed\"\"\";31-3-2024 11:30\r\n2;Café;1-4-2024 9:00\r\n", Options{})
	f("tab, CR", "user_id\tevent\ttimestamp\r1\tBestelling\t2024-03-31T10:00Z\r1\tVraag; \"spoed\"\t2024-03-31T11:30Z\r2\tCafé\t2024-04-01T09:00Z\r", Options{})
	f("quoted CR", "\"case\";\"activity\";\"time\"\r\"1\";\"Bestelling\";\"2024-03-31 10:00\"\r\"1\";\"Vraag; \"\"spoed\"\"\";\"2024-03-31 11:30\"\r\"2\";\"Café\";\"2024-04-01 09:00\"", Options{})
	f("every value quoted, CRLF", "\"case\",\"activity\",\"time\"\r\n\"1\",\"Bestelling\",\"2024-03-31 10:00\"\r\n\"1\",\"Vraag; \"\"spoed\"\"\",\"2024-03-31 11:30\"\r\n\"2\",\"Café\",\"2024-04-01 09:00\"\r\n", Options{})
	f("single quotes", "case|activity|time\n'1'|'Bestelling'|'2024-03-31 10:00'\n'1'|'Vraag; \"spoed\"'|'2024-03-31 11:30'\n'2'|'Café'|'2024-04-01 09:00'\n", Options{Quote: '\''})
	f("Excel", "\ufeffsep=;\r\ncase;activity;time\r\n1;Bestelling;45382,4166666667\r\n1;\"Vraag; \"\"spoed\"\"\";45382,4791666667\r\n2;Café;45383,375\r\n", Options{})
	f("Windows-1252", "case;activity;time\n1;Bestelling;2024-03-31 10:00\n1;\"Vraag; \"\"spoed\"\"\";2024-03-31 11:30\n2;Caf\xe9;2024-04-01 09:00\n", Options{})
	utf16, err := unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewEncoder().String("case\tactivity\ttime\r\n1\tBestelling\t2024-03-31 10:00\r\n1\tVraag; \"spoed\"\t2024-03-31 11:30\r\n2\tCafé\t2024-04-01 09:00\r\n")
	if err != nil {
		t.Fatal(err)
	}
	f("UTF-16", utf16, Options{})
	f("said encoding", "case;activity;time\n1;Bestelling;2024-03-31 10:00\n1;\"Vraag; \"\"spoed\"\"\";2024-03-31 11:30\n2;Caf\x8e;2024-04-01 09:00\n", Options{Encoding: "macintosh"})
	f("no header", "1,Bestelling,2024-03-31 10:00\n1,\"Vraag; \"\"spoed\"\"\",2024-03-31 11:30\n2,Café,2024-04-01 09:00\n", Options{Case: "1", Activity: "2"})
	f("seconds, blank lines", "case,activity,ts\n\n1,Bestelling,1711879200\n1,\"Vraag; \"\"spoed\"\"\",1711884600\n\n2,Café,1711962000\n\n", Options{})
	f("said columns", "x,y,z\n2024-03-31 10:00,1,Bestelling\n2024-03-31 11:30,1,\"Vraag; \"\"spoed\"\"\"\n2024-04-01 09:00,2,Café\n", Options{Case: "Y", Activity: "3", Time: "x"})
	amsterdam, err := time.LoadLocation("Europe/Amsterdam")
	if err != nil {
		t.Fatal(err)
	}
	f("a zone", "case,activity,time\n1,Bestelling,2024-03-31 12:00\n1,\"Vraag; \"\"spoed\"\"\",2024-03-31 13:30\n2,Café,2024-04-01 11:00\n", Options{Zone: amsterdam})
	f("said time", "case,activity,time\n1,Bestelling,31|03|24 10u00\n1,\"Vraag; \"\"spoed\"\"\",31|03|24 11u30\n2,Café,01|04|24 09u00\n", Options{TimeFormat: "dd|MM|yy HH'u'mm", Separator: ','})
}

func TestCSVShowsItsGuesses(t *testing.T) {
	_, report := decoded(t, "klant;kanaal;gebeurtenis;datum;bedrag\r\n1;web;Bezoek;3-4-2024 10:00;1.234,50\r\n", Options{Properties: true})
	want := []Guess{
		{"line ends", "CRLF"}, {"separator", "';'"}, {"decimal comma", `in "bedrag"`}, {"encoding", "ASCII"}, {"the time", `column "datum"`},
		{"times are written", `d-M-yyyy[ H:m[:s[.S]]][a][X]: "3-4-2024 10:00" is 2024-04-03T10:00:00Z`},
		{"the customer", `column "klant"`}, {"the activity", `column "gebeurtenis"`}, {"the channel", `column "kanaal"`},
	}
	if fmt.Sprint(report.Guesses) != fmt.Sprint(want) {
		t.Errorf("guesses\n%v\nwant\n%v", report.Guesses, want)
	}
	if codes(report) != "ambiguous_dates" {
		t.Errorf("warnings %v", report.Warnings)
	}
}

func TestCSVGivesTheRest(t *testing.T) {
	k, report := decoded(t, "case;activity;lifecycle:transition;time;channel;bedrag\n"+
		"1;A;start;2024-01-01;shop;12,5\n1;A;;;shop;1\n;A;start;2024-01-01;;1\n1;NULL;start;2024-01-01;;1\n1;B;;2024-01-02;;1.000,25\n",
		Options{Lifecycle: true, Properties: true, Source: "till"})
	want := "1 A+start 2024-01-01T00:00:00Z @shop lifecycle:transition=start bedrag=12.5\n1 B 2024-01-02T00:00:00Z bedrag=1000.25\n"
	if got := lines(k.events); got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
	if codes(report) != "events_without_time events_without_customer events_without_name" || report.Dropped != 3 {
		t.Errorf("%d dropped, warnings %v", report.Dropped, report.Warnings)
	}
	if first := report.Warnings[0].Message; first != "1 event without a time left out; the first is on line 3" {
		t.Error(first)
	}
	if k.events[1].Arrival != 5 || k.events[1].Source != "till" {
		t.Errorf("%+v", k.events[1])
	}
}

func TestCSVIsRefused(t *testing.T) {
	f := func(log, want string, line, column int) {
		t.Helper()
		got := refused(t, strings.NewReader(log), Options{}, want)
		if got.Line != line || got.Column != column {
			t.Errorf("line %d, column %d; want %d, %d: %v", got.Line, got.Column, line, column, got)
		}
	}
	f("case,activity,time\n1,A,2024-01-01\n1,B,2024-13-01\n", `"2024-13-01" is no time written as yyyy-M-d`, 3, 5)
	f("case,activity,time\r1,A,2024-01-01\r1,B,soon\r", `"soon" is no time`, 3, 5)
	f("case,activity,time\n1,A,2024-01-01\n1,\"B,2024-02-01\n1,C,2024-02-02\n", "never closed", 3, 3)
	f("case,activity,time\n1,A,2024-01-01\n1,\"B\" x,2024-02-01\n", "the text goes on", 3, 3)
	f("case,activity,time\n1,A,2024-01-01\n1,B\n", "this row has 2 values, the first has 3", 3, 1)
	f("case,activity,time\n1,A,2024-01-01\n1,B,2024-01-01,x\n", "this row has 4 values, the first has 3", 3, 1)
	f("case,activity,time\n1,é,2024-01-01\n1,\xff,2024-01-01\n", "is not UTF-8, while text before it is", 3, 3)
	f("case,activity,time\n", "the log has no events", 0, 0)
	f("case,activity,time\n1,A,\n", "none of the 1 events has a customer, a name and a time", 0, 0)
	f("a,b,c\nx,y,z\n", "which column is the time? Say it with --time; there are: \"a\", \"b\", \"c\"", 1, 1)
	f("", "the file is empty", 0, 0)
	f(" \r\n\n", "the file is empty", 0, 0)
	f("case,activity,time\n"+strings.Repeat("x", CustomerBytesMax+1)+",A,2024-01-01\n", "has more than 1024 characters", 2, 1)
	_ = refused(t, strings.NewReader("a,b,time\nx,y,2024-01-01"), Options{Case: "k"}, `there is no column "k"; there are: "a", "b", "time"`)
	_ = refused(t, strings.NewReader("case,activity,time\nx,y,2024-01-01"), Options{Lifecycle: true}, `no column is called the lifecycle transition; there are: "case"`)
	_ = refused(t, strings.NewReader("a,b,time\nx,y,2024-01-01"), Options{Encoding: "klingon"}, "no encoding")
	_ = refused(t, strings.NewReader("a,b,time\nx,y,2024-01-01"), Options{Format: XES}, "this is no xes; it looks like csv")
	_ = refused(t, strings.NewReader("a,b,time\nx,y,2024-01-01"), Options{Format: "xml"}, "no format that is known")
	_ = refused(t, strings.NewReader("a,b,time\nx,y,2024-01-01"), Options{Separator: '€'}, "cannot be the separator")
}

func TestNamesHaveLimits(t *testing.T) {
	long := strings.Repeat("x", NameBytesMax-1) + "é"
	k, report := decoded(t, "case,activity,time\n1,"+long+",2024-01-01\n", Options{})
	if got := k.events[0].Name; got != strings.Repeat("x", NameBytesMax-1) || codes(report) != "truncated_value" {
		t.Errorf("%d bytes, warnings %v", len(got), report.Warnings)
	}
	var log strings.Builder
	log.WriteString("case,activity,time\n")
	for i := range NamesMax {
		fmt.Fprintf(&log, "1,%d,2024-01-01\n", i)
	}
	decoded(t, log.String(), Options{})
	_ = refused(t, strings.NewReader(log.String()+"1,x,2024-01-01\n"), Options{}, "more than 65535 different activities")
}

func TestTable(t *testing.T) {
	table, err := OpenTable(context.Background(), strings.NewReader("path;conversions;value\na > b;3;1,25\n\"b;c\";x;0,5\n"), Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer table.Close()
	var got strings.Builder
	for {
		more, err := table.Next()
		if err != nil {
			t.Fatal(err)
		}
		if !more {
			break
		}
		text, err := table.Text(0)
		if err != nil {
			t.Fatal(err)
		}
		n, ok := table.Float(1)
		value, _ := table.Float(2)
		fmt.Fprintf(&got, "%d %s %g %v %g\n", table.Line(), text, n, ok, value)
	}
	if want := "2 a > b 3 true 1.25\n3 b;c 0 false 0.5\n"; got.String() != want {
		t.Errorf("got\n%swant\n%s", got.String(), want)
	}
}

// Whatever stands in a table, in whichever dialect it is written: it is read as it was.
func TestTablesAreReadAsWritten(t *testing.T) {
	value := rapid.StringOfN(rapid.RuneFrom([]rune("ab ;,\t|\"\n\ré€")), 0, 12, -1)
	rapid.Check(t, func(t *rapid.T) {
		separator := rapid.SampledFrom([]string{",", ";", "\t", "|"}).Draw(t, "separator")
		end := rapid.SampledFrom([]string{"\n", "\r\n", "\r"}).Draw(t, "end")
		rows := rapid.SliceOfN(rapid.SliceOfN(value, 3, 3), 0, 8).Draw(t, "rows")
		var log strings.Builder
		log.WriteString("x" + separator + "y" + separator + "z" + end)
		for range 40 { // so that the line ends outnumber those within values
			log.WriteString("a" + separator + "b" + separator + "c" + end)
		}
		for _, row := range rows {
			for i, v := range row {
				if i > 0 {
					log.WriteString(separator)
				}
				log.WriteString(`"` + strings.ReplaceAll(v, `"`, `""`) + `"`)
			}
			log.WriteString(end)
		}
		table, err := OpenTable(context.Background(), strings.NewReader(log.String()), Options{Separator: rune(separator[0])})
		if err != nil {
			t.Fatal(err)
		}
		defer table.Close()
		for n := -40; ; n++ {
			more, err := table.Next()
			if err != nil {
				t.Fatal(err)
			}
			if !more {
				if n != len(rows) {
					t.Fatalf("%d rows, want %d", n, len(rows))
				}
				return
			}
			for i := range 3 {
				got, err := table.Text(i)
				if err != nil {
					t.Fatal(err)
				}
				if n >= 0 && string(got) != rows[n][i] {
					t.Fatalf("row %d, value %d is %q, want %q", n, i, got, rows[n][i])
				}
			}
		}
	})
}
