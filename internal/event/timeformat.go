package event

import (
	"strings"
	"time"

	"klantreis/internal/fault"
)

// TimeFormat is a way in which moments are written. It is made by [ParseTimeFormat] or found out by
// [GuessTimeFormat], and is immutable.
type TimeFormat struct {
	text string
	ops  []timeOp
	unit *numericUnit // of a count of seconds and the like; ops is empty then
	iso  bool         // the short way of parseISO reads what ops would read
}

// timeOp reads one part of a written moment.
type timeOp struct {
	kind   byte // a letter of the pattern, or one of the kinds below
	fixed  bool // exactly two digits rather than one or two
	lit    byte
	beyond int // opOptional: the op after the optional part
}

// Kinds of ops that are no letters of the pattern.
const (
	opLiteral   = '\''
	opGap       = ' ' // between date and time: T, blanks, or both with a comma before
	opOptional  = '['
	opMonthName = 'N'
	opYear2     = 'Y'
)

// String gives the pattern.
func (f *TimeFormat) String() string { return f.text }

// ParseTimeFormat reads a pattern: yyyy or yy year, M or MM month, MMM its name (English or Dutch), d day,
// H hour, m minute, s second, S fraction, a am or pm, X zone, E weekday; one letter takes one digit or two,
// two letters take two. Other characters stand for themselves, a dot before S for a comma as well; letters
// between quotes do too. What is in square brackets may be missing. The words unix, unixms, unixus, unixns
// and excel stand for numbers.
func ParseTimeFormat(pattern string) (*TimeFormat, error) {
	if unit, is := numericUnits[pattern]; is {
		return &TimeFormat{text: pattern, unit: &unit}, nil
	}
	f := &TimeFormat{text: pattern, iso: strings.HasPrefix(pattern, "yyyy-M-d[ H:m[:s[.S]]]")}
	var open []int
	for i := 0; i < len(pattern); {
		c := pattern[i]
		run := 1
		for i+run < len(pattern) && pattern[i+run] == c {
			run++
		}
		switch {
		case strings.IndexByte("yMdHhmsSaXE", c) >= 0:
			op, ok := letterOp(c, run)
			if !ok {
				return nil, fault.New(fault.Invalid, "%q is no pattern of a time: %q is not among its parts", pattern, pattern[i:i+run])
			}
			f.ops = append(f.ops, op)
			i += run
			continue
		case c == '[':
			open = append(open, len(f.ops))
			f.ops = append(f.ops, timeOp{kind: opOptional})
		case c == ']' && len(open) > 0:
			f.ops[open[len(open)-1]].beyond = len(f.ops)
			open = open[:len(open)-1]
		case c == '\'':
			end := strings.IndexByte(pattern[i+1:], '\'')
			if end < 0 {
				return nil, fault.New(fault.Invalid, "%q is no pattern of a time: a quote is not closed", pattern)
			}
			for _, lit := range []byte(pattern[i+1 : i+1+end]) {
				f.ops = append(f.ops, literalOp(lit))
			}
			i += end + 1
		default:
			f.ops = append(f.ops, literalOp(c))
		}
		i++
	}
	return f, f.check(len(open) > 0)
}

func letterOp(c byte, run int) (timeOp, bool) {
	op := timeOp{kind: c, fixed: run == 2}
	switch {
	case c == 'y' && run == 4, strings.IndexByte("SaXE", c) >= 0:
		return op, true
	case c == 'y' && run == 2:
		return timeOp{kind: opYear2}, true
	case c == 'M' && run >= 3:
		return timeOp{kind: opMonthName}, true
	case c == 'h':
		op.kind = 'H' // am and pm decide
	}
	return op, c != 'y' && run <= 2
}

func literalOp(c byte) timeOp {
	if c == ' ' || c == 'T' {
		return timeOp{kind: opGap}
	}
	return timeOp{kind: opLiteral, lit: c}
}

// check asks for the parts without which there is no day.
func (f *TimeFormat) check(unclosed bool) error {
	has := map[byte]bool{}
	for _, op := range f.ops {
		has[op.kind] = true
	}
	day := (has['y'] || has[opYear2]) && (has['M'] || has[opMonthName]) && has['d']
	if unclosed || !day {
		return fault.New(fault.Invalid, "%q is no pattern of a time; one is dd-MM-yyyy HH:mm:ss", f.text)
	}
	return nil
}

// Parse reads a moment; blanks around it do not matter. zone holds for what is written without one.
func (f *TimeFormat) Parse(text []byte, zone *time.Location) (Instant, bool) {
	text = trimBlanks(text)
	if f.unit != nil {
		return f.unit.parse(text)
	}
	if f.iso {
		if at, ok := shortISO(text, zone); ok {
			return at, true
		}
	}
	var c clock
	at, ok := c.run(f.ops, text)
	if !ok || at != len(text) {
		return 0, false
	}
	return c.instant(zone)
}

// clock collects the parts of a written moment.
type clock struct {
	year, month, day, hour, minute, second int
	micros                                 Instant
	offset                                 int // seconds east
	zoned, pm, am                          bool
}

func (c *clock) run(ops []timeOp, text []byte) (int, bool) {
	at := 0
	for i := 0; i < len(ops); i++ {
		op := &ops[i]
		if op.kind == opOptional {
			before := *c
			used, ok := c.run(ops[i+1:op.beyond], text[at:])
			if ok {
				at += used
			} else {
				*c = before
			}
			i = op.beyond - 1
			continue
		}
		used, ok := c.step(op, text[at:])
		if !ok {
			return 0, false
		}
		at += used
	}
	return at, true
}

// step reads one part and tells how many bytes it took.
func (c *clock) step(op *timeOp, text []byte) (int, bool) {
	switch op.kind {
	case 'y':
		return digits(text, 4, 4, &c.year)
	case opYear2:
		n, ok := digits(text, 2, 2, &c.year)
		if c.year < 70 {
			c.year += 100
		}
		c.year += 1900
		return n, ok
	case 'M':
		return twoDigits(text, op.fixed, &c.month)
	case 'd':
		return twoDigits(text, op.fixed, &c.day)
	case 'H':
		return twoDigits(text, op.fixed, &c.hour)
	case 'm':
		return twoDigits(text, op.fixed, &c.minute)
	case 's':
		return twoDigits(text, op.fixed, &c.second)
	case 'S':
		return fraction(text, &c.micros)
	case 'X':
		return c.zone(text)
	case 'a':
		return c.half(text)
	case 'E':
		return letters(text), letters(text) > 0
	case opMonthName:
		return monthName(text, &c.month)
	case opGap:
		return gap(text)
	}
	if len(text) == 0 || text[0] != op.lit && (op.lit != '.' || text[0] != ',') {
		return 0, false
	}
	return 1, true
}

func twoDigits(text []byte, fixed bool, into *int) (int, bool) {
	if fixed {
		return digits(text, 2, 2, into)
	}
	return digits(text, 1, 2, into)
}

// digits reads between least and most digits.
func digits(text []byte, least, most int, into *int) (int, bool) {
	n, v := 0, 0
	for n < len(text) && n < most && text[n]-'0' <= 9 {
		v = v*10 + int(text[n]-'0')
		n++
	}
	*into = v
	return n, n >= least
}

// fraction reads the digits behind the point of a second; those beyond microseconds are cut off.
func fraction(text []byte, into *Instant) (int, bool) {
	n, scale := 0, Second/10
	*into = 0
	for n < len(text) && text[n]-'0' <= 9 {
		*into += scale * Instant(text[n]-'0')
		scale /= 10
		n++
	}
	return n, n > 0
}

// zone reads Z, UTC, GMT, +02, +0200 or +02:00, after a blank or without.
func (c *clock) zone(text []byte) (int, bool) {
	at := 0
	if len(text) > 0 && text[0] == ' ' {
		at = 1
	}
	rest := text[at:]
	c.zoned = true
	switch {
	case len(rest) == 0:
		return 0, false
	case rest[0] == 'Z' || rest[0] == 'z':
		return at + 1, true
	case len(rest) >= 3 && (string(rest[:3]) == "UTC" || string(rest[:3]) == "GMT"):
		return at + 3, true
	case rest[0] != '+' && rest[0] != '-':
		return 0, false
	}
	var hours, minutes int
	n, ok := digits(rest[1:], 2, 2, &hours)
	n++
	if ok && n < len(rest) && (rest[n] == ':' || rest[n]-'0' <= 9) {
		if rest[n] == ':' {
			n++
		}
		var m int
		m, ok = digits(rest[n:], 2, 2, &minutes)
		n += m
	}
	c.offset = hours*3600 + minutes*60
	if rest[0] == '-' {
		c.offset = -c.offset
	}
	return at + n, ok && hours <= 18 && minutes < 60
}

// half reads am or pm, after a blank or without.
func (c *clock) half(text []byte) (int, bool) {
	at := 0
	if len(text) > 0 && text[0] == ' ' {
		at = 1
	}
	if len(text) < at+2 || text[at+1]|0x20 != 'm' {
		return 0, false
	}
	c.am, c.pm = text[at]|0x20 == 'a', text[at]|0x20 == 'p'
	return at + 2, c.am || c.pm
}

// gap reads what stands between a date and a time.
func gap(text []byte) (int, bool) {
	n := 0
	if len(text) > 0 && (text[0] == 'T' || text[0] == 't') {
		return 1, true
	}
	for n < len(text) && (text[n] == ' ' || text[n] == ',' && n == 0) {
		n++
	}
	return n, n > 0
}

func letters(text []byte) int {
	n := 0
	for n < len(text) && text[n]|0x20 >= 'a' && text[n]|0x20 <= 'z' {
		n++
	}
	if n > 0 && n < len(text) && text[n] == '.' {
		n++
	}
	return n
}

// monthsByName knows a month by its first three letters, English and Dutch.
var monthsByName = map[[3]byte]int{
	{'j', 'a', 'n'}: 1, {'f', 'e', 'b'}: 2, {'m', 'a', 'r'}: 3, {'m', 'r', 't'}: 3, {'m', 'a', 'a'}: 3,
	{'a', 'p', 'r'}: 4, {'m', 'a', 'y'}: 5, {'m', 'e', 'i'}: 5, {'j', 'u', 'n'}: 6, {'j', 'u', 'l'}: 7,
	{'a', 'u', 'g'}: 8, {'s', 'e', 'p'}: 9, {'o', 'c', 't'}: 10, {'o', 'k', 't'}: 10, {'n', 'o', 'v'}: 11,
	{'d', 'e', 'c'}: 12,
}

func monthName(text []byte, into *int) (int, bool) {
	n := letters(text)
	if n < 3 {
		return 0, false
	}
	var known bool
	*into, known = monthsByName[[3]byte{text[0] | 0x20, text[1] | 0x20, text[2] | 0x20}]
	return n, known
}

// instant checks the parts and puts them together.
func (c *clock) instant(zone *time.Location) (Instant, bool) {
	if c.pm || c.am {
		if c.hour < 1 || c.hour > 12 {
			return 0, false
		}
		c.hour %= 12
		if c.pm {
			c.hour += 12
		}
	}
	midnight := c.hour == 24 && c.minute == 0 && c.second == 0 && c.micros == 0
	ok := c.year >= 1 && c.month >= 1 && c.month <= 12 && c.day >= 1 && c.day <= daysIn(c.year, c.month) &&
		(c.hour < 24 || midnight) && c.minute < 60 && c.second <= 60 // a leap second is the next minute's first
	if !ok {
		return 0, false
	}
	if !c.zoned && zone != nil && zone != time.UTC {
		t := time.Date(c.year, time.Month(c.month), c.day, c.hour, c.minute, c.second, 0, zone)
		return InstantOf(t) + c.micros, true
	}
	seconds := int64(daysTo(c.year, c.month, c.day))*86400 + int64(c.hour*3600+c.minute*60+c.second-c.offset)
	return Instant(seconds)*Second + c.micros, true
}

func daysIn(year, month int) int {
	switch month {
	case 4, 6, 9, 11:
		return 30
	case 2:
		if year%4 == 0 && (year%100 != 0 || year%400 == 0) {
			return 29
		}
		return 28
	}
	return 31
}

// daysTo counts the days from 1970-01-01 in the Gregorian calendar. The year is taken to begin in March, so
// that the leap day is its last; five months from March or August have 153 days.
func daysTo(year, month, day int) int {
	if month <= 2 {
		year--
		month += 12
	}
	return 365*year + year/4 - year/100 + year/400 + (153*(month-3)+2)/5 + day - 719469
}

// isoFormat is how XES, OCEL and Segment write moments.
var isoFormat = mustTimeFormat("yyyy-M-d[ H:m[:s[.S]]][X]")

func mustTimeFormat(pattern string) *TimeFormat {
	f, err := ParseTimeFormat(pattern)
	if err != nil {
		panic(err) // a pattern of this file
	}
	return f
}

// parseISO reads a moment as isoFormat does.
func parseISO(text []byte, zone *time.Location) (Instant, bool) {
	return isoFormat.Parse(text, zone)
}

// shortISO reads what nearly every log writes: 2006-01-02T15:04:05, then perhaps a fraction and a zone. What
// it does not read may still be a moment.
func shortISO(text []byte, zone *time.Location) (Instant, bool) {
	if len(text) < 19 || text[4] != '-' || text[7] != '-' || text[13] != ':' || text[16] != ':' || text[10] != 'T' && text[10] != ' ' {
		return 0, false
	}
	c := clock{
		year: pair(text, 0)*100 + pair(text, 2), month: pair(text, 5), day: pair(text, 8),
		hour: pair(text, 11), minute: pair(text, 14), second: pair(text, 17),
	}
	if c.year|c.month|c.day|c.hour|c.minute|c.second < 0 {
		return 0, false
	}
	at := 19
	if at < len(text) && (text[at] == '.' || text[at] == ',') {
		n, ok := fraction(text[at+1:], &c.micros)
		if !ok {
			return 0, false
		}
		at += 1 + n
	}
	if at < len(text) {
		n, ok := c.zone(text[at:])
		if !ok || at+n != len(text) {
			return 0, false
		}
	}
	return c.instant(zone)
}

// pair reads two digits; a negative number says that they are none.
func pair(text []byte, at int) int {
	a, b := text[at]-'0', text[at+1]-'0'
	if a > 9 || b > 9 {
		return -1 << 20
	}
	return int(a)*10 + int(b)
}
