package exchange

import (
	"encoding/binary"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"
	"unicode/utf16"

	"golang.org/x/text/encoding/charmap"
	"pgregory.net/rapid"

	"klantreis/internal/fault"
)

func inUTF16(text string, order binary.ByteOrder, mark bool) []byte {
	if mark {
		text = "\ufeff" + text
	}
	var out []byte
	for _, unit := range utf16.Encode([]rune(text)) {
		out = append(out, 0, 0)
		order.PutUint16(out[len(out)-2:], unit)
	}
	return out
}

func TestTableFindsEncodingAndSeparator(t *testing.T) {
	const sheet = "datum;één café\n2026-01-02;1,5\n2026-01-03;2,5\n"
	windows, err := charmap.Windows1252.NewEncoder().String(strings.Replace(sheet, "café", "café €", 1))
	if err != nil {
		t.Fatal(err)
	}
	f := func(name string, data []byte, encoding, separator, title string) {
		t.Helper()
		got, err := ReadTable(data)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			return
		}
		if got.Encoding != encoding || got.Separator != separator || !got.Header || got.Names[1] != title || len(got.Rows) != 2 {
			t.Errorf("%s: got %+v", name, got)
		}
	}
	f("plain", []byte(sheet), UTF8, ";", "één café")
	f("with a mark", []byte("\ufeff"+sheet), UTF8, ";", "één café")
	f("Windows", []byte(windows), Win1252, ";", "één café €")
	f("UTF-16 little", inUTF16(sheet, binary.LittleEndian, true), UTF16LE, ";", "één café")
	f("UTF-16 big", inUTF16(sheet, binary.BigEndian, true), UTF16BE, ";", "één café")
	f("UTF-16 without a mark", inUTF16(strings.Replace(sheet, "één", "een", 1), binary.LittleEndian, false), UTF16LE, ";", "een café")
	f("tabs", []byte(strings.ReplaceAll(sheet, ";", "\t")), UTF8, "\t", "één café")
	f("commas", []byte("date,visits\n2026-01-02,5\n2026-01-03,7\n"), UTF8, ",", "visits")
	f("no header but decimals", []byte("datum;waarde\n2026-01-02;1,5\n2026-01-03;2,5\n"), UTF8, ";", "waarde")
	f("old line ends", []byte("datum;n\r2026-01-02;1\r2026-01-03;2\r"), UTF8, ";", "n")
	f("announced", []byte("sep=,\ndatum,a;b\n2026-01-02,1;2\n2026-01-03,2;3\n"), UTF8, ",", "a;b")
}

func TestTableKnowsLines(t *testing.T) {
	got, err := ReadTable([]byte("sep=;\r\nnaam;n\r\n\r\n\"twee\r\nregels; \"\"hier\"\"\";1\r\n;;\r\nlaatste;2\r\n"))
	if err != nil {
		t.Fatal(err)
	}
	if len(got.Rows) != 2 || got.Rows[0].Line != 4 || got.Rows[1].Line != 7 || got.Rows[0].Cell(0) != "twee\nregels; \"hier\"" {
		t.Errorf("got %+v", got)
	}
	if c := got.Rows[1]; c.Cell(9) != "" || c.Cell(-1) != "" {
		t.Error("there is something outside the row")
	}
}

func TestTableWithoutHeader(t *testing.T) {
	for _, sheet := range []string{"2026-01-02;5\n2026-01-03;6\n", "a;5\nb;6\n"} {
		if got, err := ReadTable([]byte(sheet)); err != nil || got.Header || len(got.Rows) != 2 {
			t.Errorf("%q: %+v, %v", sheet, got, err)
		}
	}
}

func TestTableHasLimits(t *testing.T) {
	f := func(name, data string, code fault.Code, line int) {
		t.Helper()
		_, err := ReadTable([]byte(data))
		var got *fault.Error
		if !errors.As(err, &got) || got.Code != code || got.Line != line {
			t.Errorf("%s: got %v", name, err)
		}
	}
	f("nothing", "", fault.Invalid, 0)
	f("only separators", ";;\n;;\n", fault.Invalid, 0)
	f("too wide", "a\n"+strings.Repeat(";", tableColumnMax), fault.TooLarge, 2)
	f("too long", strings.Repeat("1\n", tableRowsMax+1), fault.TooLarge, 0)
	f("too large", strings.Repeat("1", TableBytesMax+1), fault.TooLarge, 0)
	f("a workbook", "PK\x03\x04\x14\x00\x06\x00\x08;\x00\n\"", fault.Invalid, 0)
	f("open quote", "a;b\n1;\"open\n"+strings.Repeat("2;3\n", cellRunesMax), fault.Invalid, 2)
}

func TestColumnsAreGuessed(t *testing.T) {
	f := func(sheet string, want ...string) {
		t.Helper()
		table, err := ReadTable([]byte(sheet))
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, c := range table.Describe() {
			got = append(got, c.Guess)
		}
		if !slices.Equal(got, want) {
			t.Errorf("%q: got %v, want %v", sheet, got, want)
		}
	}
	f("Datum;Meetwaarde;Waarde;n\n1-2-2026;x;3;4\n", "date", "metric", "value", "n")
	f("date,metric,value,n\n2026-02-01,x,3,4\n", "date", "metric", "value", "n")
	f("Day;Landing page;Impressions;Clicks;CTR\n2026-02-01;/a;3;4;5%\n", "date", "page", "impressions", "clicks", "number")
	f("Maand;Zoekterm;Vertoningen;Totaal klikken;Bezoeken;Paginaweergaven;Aankopen\nmrt 2026;fiets;1;2;3;4;5\n",
		"date", "query", "impressions", "clicks", "visits", "pageviews", "conversions")
	f("Page views;Page\n1;/x\n", "pageviews", "page")
	f("2026-W01;12,5\n2026-W02;13\n", "date", "value")
	f("wanneer;wat;hoeveel\n2026-01-01;NPS;30\n2026-02-01;NPS;32\n", "date", "metric", "value")
	f("a;b\nx;y\n", "text", "text")
	f("Datum;Datum\n2026-01-01;2026-01-02\n", "date", "text")
	f("n;v\n3;4\nTotaal;4\n", "n", "value")
}

func TestDates(t *testing.T) {
	f := func(text, want string) {
		t.Helper()
		got, err := Date(text, false)
		if err != nil || got != want {
			t.Errorf("%q is %q (%v), want %q", text, got, err, want)
		}
	}
	f("2026-03-12", "2026-03-12")
	f("2026-3-2", "2026-03-02")
	f("2026-03-12T10:15:00+02:00", "2026-03-12")
	f("2026/03/12 10:15", "2026-03-12")
	f("20260312", "2026-03-12")
	f("12-3-2026", "2026-03-12")
	f("12/03/26", "2026-03-12")
	f("12.3.2026", "2026-03-12")
	f("12-03-2026 10:15", "2026-03-12")
	f("2026-03", "2026-03-01")
	f("3/2026", "2026-03-01")
	f("12 maart 2026", "2026-03-12")
	f("12 mrt. 2026", "2026-03-12")
	f("12-mei-26", "2026-05-12")
	f("Maart 2026", "2026-03-01")
	f("June 2026", "2026-06-01")
	f("juli 2026", "2026-07-01")
	f("March 12, 2026", "2026-03-12")
	f("3rd Oct 2026", "2026-10-03")
	f("sept 2026", "2026-09-01")
	f("2026-W11", "2026-03-09")
	f("2026w1", "2025-12-29")
	f("2026 week 53", "2026-12-28")
	f("week 11, 2026", "2026-03-09")
	f("wk 11 2026", "2026-03-09")
	f(" ", "")
	for _, text := range []string{"31-4-2026", "2026-13-01", "2026-00-10", "0026-01-01", "12 foo 2026", "ma 2026", "marsh 2026", "2025-W53", "2026-W00", "2026", "1,5", "12", "gisteren", "1 maart 2 2026", "99999999"} {
		if got, err := Date(text, false); err == nil {
			t.Errorf("%q is %q", text, got)
		}
	}
}

// Every day comes back from every way to write it.
func TestDatesAreTheDayThatWasWritten(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		y, m, d := rapid.IntRange(2001, 2099).Draw(t, "y"), rapid.IntRange(1, 12).Draw(t, "m"), rapid.IntRange(1, 28).Draw(t, "d")
		want := fmt.Sprintf("%04d-%02d-%02d", y, m, d)
		nl := strings.Fields("januari februari maart april mei juni juli augustus september oktober november december")[m-1]
		en := strings.Fields("Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec")[m-1]
		for _, text := range []string{
			want, fmt.Sprintf("%d-%d-%d", d, m, y), fmt.Sprintf("%02d/%02d/%02d", d, m, y%100), fmt.Sprintf("%04d%02d%02d", y, m, d),
			fmt.Sprintf("%d %s %d", d, nl, y), fmt.Sprintf("%s %d, %d", en, d, y),
		} {
			if got, err := Date(text, false); err != nil || got != want {
				t.Fatalf("%q is %q (%v), want %s", text, got, err, want)
			}
		}
		if got, err := Date(fmt.Sprintf("%d/%d/%d", m, d, y), true); err != nil || got != want {
			t.Fatalf("month first is %q (%v), want %s", got, err, want)
		}
	})
}

func FuzzReadTable(f *testing.F) {
	for _, sheet := range []string{
		"datum;waarde;n\n2026-01-02;1,5;3\n", "\ufeffa,b\n\"x\ny\",2\n", "sep=\t\na\tb\n", "\xff\xfea\x00;\x00b\x00", "caf\xe9;1\n", "\"", ";\r;\r", "2026-W01;12%\n",
	} {
		f.Add([]byte(sheet), "nl")
		f.Add([]byte(sheet), "en")
	}
	zero, one := 0, 1
	f.Fuzz(func(t *testing.T, data []byte, locale string) {
		table, err := ReadTable(data)
		if err != nil {
			if fault.CodeOf(err) == fault.Internal {
				t.Fatal(err)
			}
			return
		}
		columns := table.Describe()
		if len(columns) == 0 || len(columns) > tableColumnMax {
			t.Fatalf("%d columns", len(columns))
		}
		for _, header := range []*bool{nil, new(true), new(false)} {
			m := &TableMapping{Date: &zero, Header: header, Sum: header != nil && *header, Measures: []*TableMeasure{
				{Metric: "a", Value: &one}, {Metric: "b", Numerator: &one, Denominator: &zero, N: &one},
			}}
			got, err := table.Measures(m, locale)
			if err != nil {
				if fault.CodeOf(err) == fault.Internal {
					t.Fatal(err)
				}
				continue
			}
			if got.Failed > got.Rows || len(got.Points) > 2*got.Rows {
				t.Fatalf("of %d rows %d failed and gave %d points", got.Rows, got.Failed, len(got.Points))
			}
		}
	})
}

func FuzzDate(f *testing.F) {
	for _, text := range []string{"2026-03-12", "12-3-26", "maart 2026", "2026-W11", "12 mrt 2026", "March 3rd, 2026"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		day, err := Date(text, false)
		if err != nil || day == "" {
			return
		}
		if again, err := Date(day, false); err != nil || again != day {
			t.Fatalf("%q is %q, which is %q (%v)", text, day, again, err)
		}
	})
}
