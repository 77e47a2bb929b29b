package event

import (
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"
)

func TestTimeFormatReads(t *testing.T) {
	amsterdam, err := time.LoadLocation("Europe/Amsterdam")
	if err != nil {
		t.Fatal(err)
	}
	f := func(pattern, text, want string, zone *time.Location) {
		t.Helper()
		format, err := ParseTimeFormat(pattern)
		if err != nil {
			t.Fatal(err)
		}
		got, ok := format.Parse([]byte(text), zone)
		if !ok && want != "" || ok && got.String() != want {
			t.Errorf("%q as %s is %s (%v), want %s", text, pattern, got, ok, want)
		}
	}
	f("dd-MM-yyyy HH:mm", "31-12-2024 23:59", "2024-12-31T23:59:00Z", nil)
	f("dd-MM-yyyy HH:mm", "1-12-2024 23:59", "", nil)
	f("dd-MM-yyyy HH:mm", "31-11-2024 23:59", "", nil)
	f("d-M-yyyy H:mm", " 1-7-2024 0:05 ", "2024-06-30T22:05:00Z", amsterdam)
	f("d-M-yyyy H:mm", "1-1-2024 0:05", "2023-12-31T23:05:00Z", amsterdam)
	f("d.M.yy H:mm", "9.5.69 1:02", "2069-05-09T01:02:00Z", nil)
	f("d.M.yy H:mm", "9.5.70 1:02", "1970-05-09T01:02:00Z", nil)
	f("d MMM yyyy 'om' H:mm", "3 maart 2024 om 9:15", "2024-03-03T09:15:00Z", nil)
	f("d MMM yyyy", "3 okt. 2024", "2024-10-03T00:00:00Z", nil)
	f("d MMM yyyy", "3 foo 2024", "", nil)
	f("M/d/yyyy h:mm:ss a", "2/29/2024 12:00:01 AM", "2024-02-29T00:00:01Z", nil)
	f("M/d/yyyy h:mm:ssa", "2/29/2024 12:00:01pm", "2024-02-29T12:00:01Z", nil)
	f("M/d/yyyy h:mm:ss a", "2/29/2023 12:00:01pm", "", nil)
	f("yyyy-M-d[ H:m[:s[.S]]][X]", "2024-02-03T24:00:00Z", "2024-02-04T00:00:00Z", nil)
	f("yyyy-M-d[ H:m[:s[.S]]][X]", "2016-12-31T23:59:60Z", "2017-01-01T00:00:00Z", nil)
	f("yyyy-M-d[ H:m[:s[.S]]][X]", "0001-01-01 00:00:00.000001-0130", "0001-01-01T01:30:00.000001Z", nil)
	f("yyyy-M-d[ H:m[:s[.S]]][X]", "9999-12-31 23:59:59,99999999 UTC", "9999-12-31T23:59:59.999999Z", nil)
	f("unix", "1,5", "1970-01-01T00:00:01.5Z", nil)
	f("unix", "2.000003", "1970-01-01T00:00:02.000003Z", nil)
	f("unix", "-0.25", "1969-12-31T23:59:59.75Z", nil)
	f("unix", "99999999999999", "", nil)
	f("unixms", "1700000000123", "2023-11-14T22:13:20.123Z", nil)
	f("unixus", "1700000000123456", "2023-11-14T22:13:20.123456Z", nil)
	f("unixns", "-1", "1969-12-31T23:59:59.999999Z", nil)
	f("excel", "45292,520833333", "2024-01-01T12:30:00Z", nil)
}

func TestTimeFormatRefuses(t *testing.T) {
	for _, pattern := range []string{"", "HH:mm", "yyy-MM-dd", "yyyy-MM-dd [HH", "yyyy-MM-ddd", "yyyy-MM-dd 'x", "yyyy-MM"} {
		if _, err := ParseTimeFormat(pattern); err == nil {
			t.Errorf("%q was taken", pattern)
		}
	}
}

func TestGuessTimeFormat(t *testing.T) {
	f := func(want, other string, samples ...string) {
		t.Helper()
		got, or := GuessTimeFormat(samples)
		text := func(f *TimeFormat) string {
			if f == nil {
				return ""
			}
			return f.String()
		}
		if text(got) != want || text(or) != other {
			t.Errorf("%q is %q or %q, want %q or %q", samples, text(got), text(or), want, other)
		}
	}
	const clock = "[ H:m[:s[.S]]][a][X]"
	f("yyyy-M-d"+clock, "", "2024-03-04T05:06:07.123+02:00", "2024-03-04 05:06")
	f("d-M-yyyy"+clock, "", "13-4-2024", "3-4-2024")
	f("M/d/yyyy"+clock, "", "4/13/2024 1:00 PM", "4/3/2024 1:00 AM")
	f("d/M/yyyy"+clock, "M/d/yyyy"+clock, "4/3/2024")
	f("d/M/yyyy"+clock, "", "4/4/2024")
	f("d.M.yy"+clock, "", "31.12.24 10:00")
	f("d MMM yyyy"+clock, "", "3 maart 2024", "4 Oct 2024 12:00")
	f("MMM d yyyy"+clock, "", "Jan 2, 2024 3:04 PM")
	f("E MMM d H:mm:ss yyyy", "", "Mon Jan 12 15:04:05 2026")
	f("E d MMM yyyy"+clock, "", "Mon, 12 Jan 2026 15:04:05 GMT")
	f("d/MMM/yyyy:H:mm:ss[X]", "", "10/Oct/2000:13:55:36 -0700")
	f("yyyyMMdd[ HHmmss[.S]][X]", "", "20240304T050607Z")
	f("yyyyMMddHHmmss[.S][X]", "", "20240304050607")
	f("unix", "", "1700000000", "1700000000.5")
	f("unixms", "", "1700000000123")
	f("unixus", "", "1700000000123456")
	f("unixns", "", "1700000000123456789")
	f("unix", "", "2.186", "2554.846")
	f("excel", "", "45292.5", "45293")
	f("", "", "Open", "Closed", "2024-01-01")
	f("d-M-yyyy"+clock, "", "31-12-2024", "30-12-2024", "nonsense")
	f("", "")
}

// What any of the candidate forms writes is read as the same moment.
func TestTimesThatAreWrittenAreReadAgain(t *testing.T) {
	layouts := map[string]string{
		"yyyy-MM-dd HH:mm:ss.SX": "2006-01-02T15:04:05.000000Z07:00",
		"d/M/yyyy H:mm:ss.S X":   "2/1/2006 15:04:05.000000 -07:00",
		"M.d.yyyy h:mm:ss.S aX":  "1.2.2006 3:04:05.000000 PM-0700",
		"E, d MMM yyyy H:mm:s.S": "Mon, 2 January 2006 15:04:05.000000",
		"yyyyMMddHHmmss.S":       "20060102150405.000000",
	}
	patterns := make([]string, 0, len(layouts))
	for p := range layouts {
		patterns = append(patterns, p)
	}
	slices.Sort(patterns)
	rapid.Check(t, func(t *rapid.T) {
		pattern := rapid.SampledFrom(patterns).Draw(t, "pattern")
		want := Instant(rapid.Int64Range(int64(firstInstant)+86400e6, int64(lastInstant)-86400e6).Draw(t, "micros"))
		text := want.Time().Format(layouts[pattern])
		got, ok := mustTimeFormat(pattern).Parse([]byte(text), time.UTC)
		if !ok || got != want {
			t.Fatalf("%q as %s is %s (%v), want %s", text, pattern, got, ok, want)
		}
		iso := want.Time().In(time.FixedZone("", rapid.IntRange(-12*60, 14*60).Draw(t, "zone")*60)).Format("2006-01-02T15:04:05.999999Z07:00")
		if got, ok := parseISO([]byte(iso), nil); !ok || got != want {
			t.Fatalf("%q is %s (%v), want %s", iso, got, ok, want)
		}
	})
}

func FuzzTimeFormat(f *testing.F) {
	for _, text := range []string{"2024-03-04T05:06:07.123+02:00", "31-12-2024 23:59", "Jan 2, 2024 3:04 PM", "1700000000", "45292,5", "-0.25"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		for _, format := range append(slices.Clone(timeCandidates), mustTimeFormat("unix"), mustTimeFormat("excel"), mustTimeFormat("unixns")) {
			at, ok := format.Parse([]byte(text), time.UTC)
			if ok && (at < firstInstant-Second*86400 || at > lastInstant+Second*86400) {
				t.Fatalf("%q as %s is %s", text, format, at)
			}
		}
		long := *isoFormat
		long.iso = false
		a, aOK := shortISO([]byte(text), time.UTC)
		if b, bOK := long.Parse([]byte(text), time.UTC); aOK && (!bOK || a != b) {
			t.Fatalf("%q is %s in short, %s (%v) in full", text, a, b, bOK)
		}
		_, _ = ParseTimeFormat(text)
	})
}
