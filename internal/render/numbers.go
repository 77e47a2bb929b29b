package render

import (
	"math"
	"strconv"
	"strings"
)

// nbsp keeps a number and its sign on one line.
const nbsp = "\u00a0"

// number writes "1.250" or "0,93" in Dutch and "1,250" or "0.93" in English, with "−" for minus.
func (m *mapper) number(v float64, digits int) string {
	scale := math.Pow10(digits)
	s := strconv.FormatFloat(math.Round(math.Abs(v)*scale)/scale, 'f', digits, 64) // halves go up, as in the browser
	whole, part, _ := strings.Cut(s, ".")
	group, point := ".", ","
	if m.lang == "en" {
		group, point = ",", "."
	}
	for at := len(whole) - 3; at > 0; at -= 3 {
		whole = whole[:at] + group + whole[at:]
	}
	if part != "" {
		whole += point + part
	}
	if v < 0 && strings.Trim(whole, "0.,") != "" {
		return "−" + whole
	}
	return whole
}

// decimal writes a number with as many decimals as it needs, two at most.
func (m *mapper) decimal(v float64) string {
	for digits := range 2 {
		scale := math.Pow10(digits)
		if math.Abs(v*scale-math.Round(v*scale)) < 1e-6 {
			return m.number(v, digits)
		}
	}
	return m.number(v, 2)
}

// tenth writes a number with at most one decimal.
func (m *mapper) tenth(v float64) string { return m.decimal(math.Round(v*10) / 10) }

// signed writes a difference: "+2", "−3", "=".
func (m *mapper) signed(v float64) string {
	switch {
	case v > 0:
		return "+" + m.decimal(v)
	case v < 0:
		return "−" + m.decimal(-v)
	}
	return "="
}

// percent writes a share of 0 to 1 as "79 %" in Dutch and "79%" in English.
func (m *mapper) percent(share float64, digits int) string {
	if m.lang == "en" {
		return m.number(share*100, digits) + "%"
	}
	return m.number(share*100, digits) + nbsp + "%"
}

// value writes a measure in its unit.
func (m *mapper) value(v float64, unit string) string {
	switch unit {
	case "ratio":
		if math.Abs(v*100-math.Round(v*100)) > .05 {
			return m.percent(v, 1)
		}
		return m.percent(v, 0)
	case "days":
		return m.say(wordDays, m.decimal(v))
	case "points":
		if v == 0 {
			return "0"
		}
		return m.signed(v)
	}
	return m.decimal(v)
}

var months = [2][12]string{
	{"jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec"},
	{"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sept", "Oct", "Nov", "Dec"},
}

// day writes a date such as 2026-08-15 as "15 aug", with the year when that is asked for.
func (m *mapper) day(date string, year bool) string {
	parts := strings.SplitN(date, "-", 3)
	if len(parts) != 3 {
		return clean(date)
	}
	month, err1 := strconv.Atoi(parts[1])
	day, err2 := strconv.Atoi(parts[2])
	if err1 != nil || err2 != nil || month < 1 || month > 12 {
		return clean(date)
	}
	names := months[0]
	if m.lang == "en" {
		names = months[1]
	}
	s := strconv.Itoa(day) + nbsp + names[month-1]
	if year {
		s += nbsp + parts[0]
	}
	return s
}
