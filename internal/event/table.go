package event

import (
	"bytes"
	"context"
	"io"
	"strconv"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"

	"klantreis/internal/fault"
)

// Table reads a CSV row by row, however it is written: the separator, the quote and the line ends are found
// out or told by [Options]. Text that is not UTF-8 is read as Windows-1252, provided that nothing before it
// was UTF-8.
type Table struct {
	w       *window
	stop    func()
	d       dialect
	columns []string
	guesses []Guess
	sample  [][]string // the first rows, without the header
	commas  []bool     // columns of numbers with a decimal comma

	row      int     // where in w.buf the row at hand begins
	fields   []field // of the row at hand
	scratch  []byte  // values of the row that are not as they stand in the file
	notASCII bool    // characters were seen that are UTF-8
	western  bool    // text is Windows-1252
}

// dialect is how a CSV is written.
type dialect struct {
	separator, quote, end byte // end of a line: LF with or without CR before it, or CR
	quotes                bool
}

// field is a value as it stands in the window.
type field struct {
	start, end int
	escaped    bool // quotes within are doubled
}

// OpenTable begins to read a CSV, packed by gzip or not. Close ends it.
func OpenTable(ctx context.Context, from io.Reader, o Options) (*Table, error) {
	w, stop, err := openText(ctx, from, o.Encoding)
	if err != nil {
		return nil, err
	}
	t, err := newTable(w, &o)
	if err != nil {
		stop()
		return nil, err
	}
	t.stop = stop
	return t, nil
}

// Close ends the reading. It does not close what was read from.
func (t *Table) Close() { t.stop() }

// Columns are the names in the header, or "column 1" and so on.
func (t *Table) Columns() []string { return t.columns }

// Guesses tell what was found out.
func (t *Table) Guesses() []Guess { return t.guesses }

func newTable(w *window, o *Options) (*Table, error) {
	t := &Table{w: w, stop: func() {}}
	if err := t.chooseDialect(o); err != nil {
		return nil, err
	}
	rows, err := t.peek(sampleRows)
	if err != nil {
		return nil, err
	}
	if len(rows) == 0 {
		if w.end == nil {
			return nil, w.fault(w.at, "the first row is longer than %d KiB; is this a CSV?", sampleBytes>>10)
		}
		return nil, w.faultAtEnd("the file has no rows")
	}
	header := !o.NoHeader && looksLikeHeader(rows[0])
	t.columns = make([]string, len(rows[0]))
	for i := range t.columns {
		t.columns[i] = "column " + strconv.Itoa(i+1)
		if header {
			t.columns[i] = strings.TrimSpace(rows[0][i])
		}
	}
	t.sample = rows
	if header {
		t.sample = rows[1:]
		if _, err := t.Next(); err != nil {
			return nil, err
		}
	} else if !o.NoHeader {
		t.guesses = append(t.guesses, Guess{"header", "none, the first row is data"})
	}
	t.findCommas()
	return t, nil
}

// sampleRows is how many rows are looked at before the first is read.
const sampleRows = 1000

// peek reads rows in the window, and leaves them to be read.
func (t *Table) peek(most int) ([][]string, error) {
	start := t.w.at
	defer func() { t.w.at = start }()
	var rows [][]string
	for len(rows) < most {
		more, err := t.scan(t.w.complete())
		if err != nil {
			if len(rows) > 0 { // it will be met again, in its turn
				break
			}
			return nil, err
		}
		if !more {
			break
		}
		row := make([]string, len(t.fields))
		for i := range row {
			if value, err := t.Text(i); err == nil {
				row[i] = string(value)
			}
		}
		rows = append(rows, row)
	}
	t.notASCII, t.western = false, false
	return rows, nil
}

// Next moves to the next row; false without an error is the end. A row has as many values as the header.
func (t *Table) Next() (bool, error) {
	for {
		more, err := t.scan(t.w.complete())
		if err != nil {
			return false, err
		}
		if more {
			return true, t.fits()
		}
		if !t.w.fill() {
			if err := t.w.failed(); err != nil {
				return false, err
			}
			if t.w.at == len(t.w.buf) {
				return false, nil
			}
		}
	}
}

// fits checks the number of values; empty ones at the end may be left out or be too many.
func (t *Table) fits() error {
	n := len(t.columns)
	if len(t.fields) == n {
		return nil
	}
	for i := n; i < len(t.fields); i++ {
		if t.fields[i].end > t.fields[i].start {
			return t.w.fault(t.row, "this row has %d values, the first has %d; is a quote missing, or is the separator not %q?",
				len(t.fields), n, t.d.separator)
		}
	}
	if len(t.fields) < n {
		return t.w.fault(t.row, "this row has %d values, the first has %d; is a quote missing, or is the separator not %q?",
			len(t.fields), n, t.d.separator)
	}
	t.fields = t.fields[:n]
	return nil
}

// scan finds the values of the row at w.at and moves behind it; false asks for more of the stream. At the
// end of the stream whole is true.
func (t *Table) scan(whole bool) (bool, error) {
	for {
		more, err := t.scanRow(whole)
		if !more || err != nil || len(t.fields) > 1 || t.fields[0].end > t.fields[0].start {
			return more, err
		}
		// A line with nothing in it is no row.
	}
}

func (t *Table) scanRow(whole bool) (bool, error) {
	buf, d := t.w.buf, &t.d
	t.row, t.fields, t.scratch = t.w.at, t.fields[:0], t.scratch[:0]
	for at := t.row; ; {
		f := field{start: at}
		if d.quotes && at < len(buf) && buf[at] == d.quote {
			end, escaped, err := t.quoted(at, whole)
			if end < 0 || err != nil {
				return false, err
			}
			f = field{start: at + 1, end: end, escaped: escaped}
			at = end + 1
			if at < len(buf) && buf[at] == '\r' && d.end == '\n' {
				at++
			}
		} else {
			for at < len(buf) && buf[at] != d.separator && buf[at] != d.end {
				at++
			}
			f.end = at
			if d.end == '\n' && f.end > f.start && buf[f.end-1] == '\r' && (at == len(buf) || buf[at] == '\n') {
				f.end--
			}
		}
		if len(t.fields) == columnsMax {
			return false, t.w.fault(t.row, "this row has more than %d values; is %q the separator?", columnsMax, d.separator)
		}
		t.fields = append(t.fields, f)
		switch {
		case at == len(buf):
			if !whole || at == t.row {
				return false, nil
			}
			t.w.at = at
			return true, nil
		case buf[at] == d.end:
			t.w.at = at + 1
			return true, nil
		case buf[at] != d.separator:
			return false, t.w.fault(f.start-1, "after the value between quotes that begins here the text goes on; is a quote missing, or not doubled within?")
		}
		at++
	}
}

// quoted finds the quote that closes the one at buf[at]; -1 asks for more.
func (t *Table) quoted(at int, whole bool) (end int, escaped bool, err error) {
	buf := t.w.buf
	for i := at + 1; ; {
		n := bytes.IndexByte(buf[i:], t.d.quote)
		if n < 0 {
			if whole {
				return 0, false, t.w.fault(at, "the quote that begins here is never closed")
			}
			return -1, false, nil
		}
		i += n + 1
		if i == len(buf) && !whole {
			return -1, false, nil // perhaps the next is a quote as well
		}
		if i == len(buf) || buf[i] != t.d.quote {
			return i - 1, escaped, nil
		}
		escaped = true
		i++
	}
}

// Text is the value in column i of the row at hand, in UTF-8; it holds until the next row.
func (t *Table) Text(i int) ([]byte, error) {
	f := t.fields[i]
	value := t.w.buf[f.start:f.end]
	if f.escaped {
		from := len(t.scratch)
		for {
			n := bytes.IndexByte(value, t.d.quote)
			if n < 0 {
				break
			}
			t.scratch = append(t.scratch, value[:n+1]...)
			value = value[n+2:]
		}
		t.scratch = append(t.scratch, value...)
		value = t.scratch[from:]
	}
	for _, c := range value {
		if c >= utf8.RuneSelf {
			return t.decoded(value, f.start)
		}
	}
	return value, nil
}

// decoded is a value with characters beyond ASCII.
func (t *Table) decoded(value []byte, at int) ([]byte, error) {
	if !t.western && utf8.Valid(value) {
		t.notASCII = true
		return value, nil
	}
	if t.notASCII {
		return nil, t.w.fault(at, "%s is not UTF-8, while text before it is; say which encoding the file has", firstWords(value))
	}
	t.western = true
	from := len(t.scratch)
	for _, c := range value {
		t.scratch = utf8.AppendRune(t.scratch, charmap.Windows1252.DecodeByte(c))
	}
	return t.scratch[from:], nil
}

// Float is the value in column i as a number, with the decimal comma where the column has it. It reports
// false for a value that is empty or no number.
func (t *Table) Float(i int) (float64, bool) {
	text, err := t.Text(i)
	if err != nil {
		return 0, false
	}
	s := string(trimBlanks(text))
	if t.commas[i] {
		s = withPoint(s)
	}
	v, err := strconv.ParseFloat(s, 64)
	return v, err == nil && v-v == 0 // neither infinite nor not a number
}

// Fault is a sentence about the value in column i of the row at hand.
func (t *Table) Fault(i int, format string, args ...any) error {
	return t.w.fault(t.fields[i].start, format, args...)
}

// Line is the line on which the row at hand begins.
func (t *Table) Line() int {
	line, _ := t.w.position(t.row)
	return line
}

// Column finds the column that a person named: by its header, or by its number from 1.
func (t *Table) Column(name string) (int, error) {
	for i, column := range t.columns {
		if column == name {
			return i, nil
		}
	}
	for i, column := range t.columns {
		if strings.EqualFold(column, strings.TrimSpace(name)) {
			return i, nil
		}
	}
	if n, err := strconv.Atoi(name); err == nil && n >= 1 && n <= len(t.columns) {
		return n - 1, nil
	}
	return 0, fault.New(fault.Invalid, "there is no column %q; there are: %s", name, listed(t.columns))
}

// listed shows the names of columns in a sentence.
func listed(columns []string) string {
	const shown = 30
	var quoted []string
	for i, c := range columns {
		if i == shown {
			quoted = append(quoted, "…")
			break
		}
		quoted = append(quoted, firstWords([]byte(c)))
	}
	return strings.Join(quoted, ", ")
}
