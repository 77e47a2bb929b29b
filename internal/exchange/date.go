package exchange

import (
	"regexp"
	"strconv"
	"strings"
	"time"

	"klantreis/internal/fault"
)

// Years outside these are typing errors, or numbers that are no year.
const (
	yearMin    = 1900
	yearMax    = 2200
	century    = 2000 // of years that are written with two digits
	daysOfWeek = 7
)

var (
	dateISO     = regexp.MustCompile(`^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[t ].*)?$`)
	dateCompact = regexp.MustCompile(`^(\d{4})(\d{2})(\d{2})$`)
	dateDay     = regexp.MustCompile(`^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4}|\d{2})(?:[t ].*)?$`)
	dateMonth   = regexp.MustCompile(`^(\d{4})[-/](\d{1,2})$`)
	dateMonth2  = regexp.MustCompile(`^(\d{1,2})[-/](\d{4})$`)
	dateWeek    = regexp.MustCompile(`^(\d{4})[- ]?(?:w|wk|week)[- ]?(\d{1,2})$`)
	dateWeek2   = regexp.MustCompile(`^(?:w|wk|week)[- ]?(\d{1,2})[-, ]+(\d{4})$`)
	dateWords   = regexp.MustCompile(`^(?:(\d{1,2})(?:st|nd|rd|th)?[- .]+)?([a-zé]+)\.?[- ,]+(?:(\d{1,2})(?:st|nd|rd|th)?,? +)?(\d{4}|\d{2})$`)
)

// months by the first letters of their Dutch and English names; the longer ones decide between maart and mei, june and july.
var months = map[string]time.Month{
	"jan": 1, "feb": 2, "maa": 3, "mrt": 3, "mar": 3, "apr": 4, "mei": 5, "may": 5, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "okt": 10, "oct": 10,
	"nov": 11, "dec": 12,
}

// monthNames are what a written month may be short for.
var monthNames = strings.Fields(`januari februari maart mrt april mei juni juli augustus september sept oktober november december
	january february march april may june july august october`)

// Date reads a day as it is written in a sheet: 2026-03-12, 12-3-2026, 12/3/2026, 20260312, 12 maart 2026, March 12, 2026;
// a month (2026-03, maart 2026) is its first day and a week (2026-W11, week 11 2026) its Monday. Times of day are left
// out. The day comes before the month unless monthFirst says otherwise. An empty cell is no date: "". What is not written
// so, or is no day of the calendar, is a fault of code invalid.
func Date(text string, monthFirst bool) (string, error) {
	s := strings.ToLower(strings.Join(strings.Fields(text), " "))
	if s == "" {
		return "", nil
	}
	y, m, d, ok := parts(s, monthFirst)
	if ok {
		if day := time.Date(y, time.Month(m), d, 0, 0, 0, 0, time.UTC); y >= yearMin && y <= yearMax && day.Day() == d && int(day.Month()) == m {
			return day.Format(time.DateOnly), nil
		}
	}
	return "", fault.New(fault.Invalid, "%q is not a date", text)
}

// parts gives year, month and day of a written date.
func parts(s string, monthFirst bool) (y, m, d int, ok bool) {
	if g := dateISO.FindStringSubmatch(s); g != nil {
		return whole(g[1]), whole(g[2]), whole(g[3]), true
	}
	if g := dateCompact.FindStringSubmatch(s); g != nil {
		return whole(g[1]), whole(g[2]), whole(g[3]), true
	}
	if g := dateDay.FindStringSubmatch(s); g != nil {
		d, m := whole(g[1]), whole(g[2])
		if monthFirst {
			d, m = m, d
		}
		return year(g[3]), m, d, true
	}
	if g := dateMonth.FindStringSubmatch(s); g != nil {
		return whole(g[1]), whole(g[2]), 1, true
	}
	if g := dateMonth2.FindStringSubmatch(s); g != nil {
		return whole(g[2]), whole(g[1]), 1, true
	}
	if g := dateWeek.FindStringSubmatch(s); g != nil {
		return monday(whole(g[1]), whole(g[2]))
	}
	if g := dateWeek2.FindStringSubmatch(s); g != nil {
		return monday(whole(g[2]), whole(g[1]))
	}
	return inWords(s)
}

// inWords reads a date with the name of its month.
func inWords(s string) (y, m, d int, ok bool) {
	g := dateWords.FindStringSubmatch(s)
	if g == nil || g[1] != "" && g[3] != "" {
		return 0, 0, 0, false
	}
	month, known := monthOf(g[2])
	d = 1
	if g[1]+g[3] != "" {
		d = whole(g[1] + g[3])
	}
	return year(g[4]), int(month), d, known
}

func monthOf(name string) (time.Month, bool) {
	if len(name) < 3 {
		return 0, false
	}
	for _, full := range monthNames {
		if strings.HasPrefix(full, name) {
			month, known := months[name[:3]]
			return month, known
		}
	}
	return 0, false
}

// monday gives the first day of a week as ISO 8601 counts them; week 1 is the one with the fourth of January.
func monday(y, week int) (int, int, int, bool) {
	fourth := time.Date(y, 1, 4, 0, 0, 0, 0, time.UTC)
	day := fourth.AddDate(0, 0, daysOfWeek*(week-1)-(int(fourth.Weekday())+6)%daysOfWeek)
	ofYear, ofWeek := day.ISOWeek()
	return day.Year(), int(day.Month()), day.Day(), ofYear == y && ofWeek == week
}

func year(digits string) int {
	if y := whole(digits); len(digits) > 2 {
		return y
	}
	return century + whole(digits)
}

// whole reads digits that a pattern has found already.
func whole(digits string) int {
	n, err := strconv.Atoi(digits)
	if err != nil {
		return -1
	}
	return n
}

func isDate(cell string) bool {
	for _, monthFirst := range []bool{false, true} {
		if d, err := Date(cell, monthFirst); err == nil && d != "" {
			return true
		}
	}
	return false
}

// monthFirstIn tells whether the dates of a column are written month before day: when some of them can be read so only,
// and none the other way round only. Two that disagree leave the usual order, so that the odd ones are faults.
func monthFirstIn(rows []Row, column int) bool {
	first, second := false, false
	for _, r := range rows {
		if g := dateDay.FindStringSubmatch(strings.ToLower(r.Cell(column))); g != nil {
			first = first || whole(g[1]) > 12
			second = second || whole(g[2]) > 12
		}
	}
	return second && !first
}
