package event

import (
	"bytes"
	"time"
)

// numericUnit is a count of something since a day.
type numericUnit struct {
	micros Instant // of one; 0 for nanoseconds
	epoch  Instant // of zero
	grain  Instant // moments are rounded to this; 1 cuts
}

// numericUnits are the words that a pattern may be. Excel counts days, 1970-01-01 being 25,569; it writes
// so few digits that only whole milliseconds mean something.
var numericUnits = map[string]numericUnit{
	"unix":   {micros: Second, grain: 1},
	"unixms": {micros: Second / 1000, grain: 1},
	"unixus": {micros: 1, grain: 1},
	"unixns": {grain: 1},
	"excel":  {micros: 86400 * Second, epoch: -25569 * 86400 * Second, grain: Second / 1000},
}

// The moments that a number may stand for: years 1 to 9999.
var (
	firstInstant = InstantOf(time.Date(1, 1, 1, 0, 0, 0, 0, time.UTC))
	lastInstant  = InstantOf(time.Date(10000, 1, 1, 0, 0, 0, 0, time.UTC)) - 1
)

func (u *numericUnit) parse(text []byte) (Instant, bool) {
	whole, part, ok := decimal(text)
	if !ok {
		return 0, false
	}
	at := Instant(whole)
	if u.micros == 0 {
		if at = at / 1000; whole < 0 && whole%1000 != 0 {
			at--
		}
	} else {
		if limit := lastInstant / u.micros * 2; at > limit || at < -limit {
			return 0, false
		}
		at = at*u.micros + Instant(part*float64(u.micros)+0.001) + u.epoch // part*1e6 of .000003 is 2.9999…
		at = (at + u.grain/2) / u.grain * u.grain
	}
	return at, at >= firstInstant && at <= lastInstant
}

// decimal reads a number with a point or a comma: its whole part, rounded down, and what is above it.
func decimal(text []byte) (whole int64, part float64, ok bool) {
	at, negative := 0, false
	if len(text) > 0 && (text[0] == '-' || text[0] == '+') {
		negative = text[0] == '-'
		at = 1
	}
	start := at
	for at < len(text) && text[at]-'0' <= 9 && at-start < 19 {
		whole = whole*10 + int64(text[at]-'0')
		at++
	}
	if at == start || whole < 0 {
		return 0, 0, false
	}
	if at < len(text) && (text[at] == '.' || text[at] == ',') {
		at++
		var above, scale int64 = 0, 1
		for ; at < len(text) && text[at]-'0' <= 9; at++ {
			if scale < 1e15 {
				above, scale = above*10+int64(text[at]-'0'), scale*10
			}
		}
		part = float64(above) / float64(scale)
	}
	if negative {
		whole = -whole
		if part > 0 {
			whole, part = whole-1, 1-part
		}
	}
	return whole, part, at == len(text)
}

// timeCandidates are the patterns that are tried, the more usual first. Of two that read every sample the
// first is taken; day before month, as most of the world writes it.
var timeCandidates = func() []*TimeFormat {
	const clock = "[ H:m[:s[.S]]][a][X]"
	var all []*TimeFormat
	for _, pattern := range []string{
		"yyyy-M-d" + clock, "yyyy/M/d" + clock, "yyyy.M.d" + clock,
		"d-M-yyyy" + clock, "d/M/yyyy" + clock, "d.M.yyyy" + clock,
		"M/d/yyyy" + clock, "M-d-yyyy" + clock, "M.d.yyyy" + clock,
		"d-M-yy" + clock, "d/M/yy" + clock, "d.M.yy" + clock,
		"M/d/yy" + clock, "M-d-yy" + clock, "M.d.yy" + clock,
		"d MMM yyyy" + clock, "d-MMM-yyyy" + clock, "d MMM yy" + clock, "d-MMM-yy" + clock,
		"MMM d yyyy" + clock, "E d MMM yyyy" + clock, "E MMM d yyyy" + clock,
		"E MMM d H:mm:ss yyyy", "E MMM d H:mm:ssX yyyy", "d/MMM/yyyy:H:mm:ss[X]",
		"yyyyMMdd[ HHmmss[.S]][X]", "yyyyMMddHHmmss[.S][X]", "yyyyMMddHHmm", "yyyyMMdd" + clock,
	} {
		all = append(all, mustTimeFormat(pattern))
	}
	return all
}()

// GuessTimeFormat finds the way in which samples are written, and one that reads them just as well with
// other results, when there is one: is 3-4-2024 in April or in March? It is nil when most samples are no
// moments. A few odd samples do not matter, so that whoever reads on can say which one is wrong.
func GuessTimeFormat(samples []string) (format, other *TimeFormat) {
	best := 0
	for _, candidate := range timeCandidates {
		read := countRead(candidate, samples)
		if read > best {
			best, format, other = read, candidate, nil
		} else if read == best && read > 0 && other == nil && differ(format, candidate, samples) {
			other = candidate
		}
	}
	if numbers := guessUnit(samples); numbers != nil && countRead(numbers, samples) > best {
		best, format, other = countRead(numbers, samples), numbers, nil
	}
	if best == 0 || best*2 < len(samples) {
		return nil, nil
	}
	return format, other
}

func countRead(f *TimeFormat, samples []string) int {
	n := 0
	for _, s := range samples {
		if _, ok := f.Parse([]byte(s), time.UTC); ok {
			n++
		}
	}
	return n
}

func differ(a, b *TimeFormat, samples []string) bool {
	for _, s := range samples {
		x, xOK := a.Parse([]byte(s), time.UTC)
		y, yOK := b.Parse([]byte(s), time.UTC)
		if xOK && yOK && x != y {
			return true
		}
	}
	return false
}

// guessUnit tells the unit of counts by their size: seconds of 1970 to 5138 stay below 1e11, milliseconds
// of 1973 on lie above, and so on. Numbers between 36,526 and 73,050, and those alone, are taken for Excel's
// days of 2000 to 2100.
func guessUnit(samples []string) *TimeFormat {
	least, most, n := int64(1<<62), int64(0), 0
	for _, s := range samples {
		whole, _, ok := decimal([]byte(s))
		if !ok {
			continue
		}
		least, most = min(least, max(whole, -whole)), max(most, max(whole, -whole))
		n++
	}
	name := "unixns"
	switch {
	case n == 0:
		return nil
	case least >= 36526 && most < 73050:
		name = "excel"
	case most < 1e11:
		name = "unix"
	case most < 1e14:
		name = "unixms"
	case most < 1e17:
		name = "unixus"
	}
	return mustTimeFormat(name)
}

// noTimes are the words that logs write where there is no time.
var noTimes = [][]byte{
	[]byte("NULL"), []byte("null"), []byte(`\N`), []byte("NaT"), []byte("NaN"), []byte("nan"), []byte("NA"), []byte("N/A"),
	[]byte("n/a"), []byte("None"), []byte("-"), []byte("0000-00-00 00:00:00"), []byte("0000-00-00"),
}

// isNoTime tells of a value that stands for a missing time.
func isNoTime(text []byte) bool {
	if len(text) == 0 {
		return true
	}
	if c := text[0]; c > '0' && c <= '9' {
		return false
	}
	text = trimBlanks(text)
	for _, word := range noTimes {
		if bytes.Equal(text, word) {
			return true
		}
	}
	return len(text) == 0
}

func trimBlanks(text []byte) []byte {
	for len(text) > 0 && (text[0] == ' ' || text[0] == '\t') {
		text = text[1:]
	}
	for len(text) > 0 && (text[len(text)-1] == ' ' || text[len(text)-1] == '\t') {
		text = text[:len(text)-1]
	}
	return text
}
