package event

import (
	"bytes"
	"strconv"
	"strings"

	"klantreis/internal/fault"
)

// separators are tried in this order; of two that fit equally well the first is taken.
var separators = []byte{',', ';', '\t', '|', '^'}

// chooseDialect finds out how the CSV in the window is written, as far as the options do not say.
func (t *Table) chooseDialect(o *Options) error {
	sample := t.w.buf[t.w.at:]
	t.d = dialect{end: '\n', quote: '"', quotes: o.Quote != NoQuote}
	lf, cr, crlf := bytes.Count(sample, []byte{'\n'}), bytes.Count(sample, []byte{'\r'}), bytes.Count(sample, []byte("\r\n"))
	ends := "LF"
	switch {
	case cr-crlf > 4*lf: // some values may hold a line feed
		t.d.end, ends = '\r', "CR"
		t.w.newline = '\r'
	case crlf*2 > lf:
		ends = "CRLF"
	}
	t.guesses = append(t.guesses, Guess{"line ends", ends})
	for what, r := range map[string]rune{"separator": o.Separator, "quote": max(o.Quote, 0)} {
		if r >= 0x80 || r == '\n' || r == '\r' {
			return fault.New(fault.Invalid, "%q cannot be the %s; it has to be one ASCII character", r, what)
		}
	}
	switch {
	case o.Quote > 0:
		t.d.quote = byte(o.Quote)
	case o.Quote == 0 && singleQuotes(sample):
		t.d.quote = '\''
		t.guesses = append(t.guesses, Guess{"quote", "'"})
	}
	if o.Separator != 0 {
		t.d.separator = byte(o.Separator)
		return nil
	}
	t.chooseSeparator(sample)
	t.guesses = append(t.guesses, Guess{"separator", strconv.QuoteRune(rune(t.d.separator))})
	return nil
}

// chooseSeparator takes what divides the most rows into the same number of columns. A first line sep=; is
// Excel's own way to say it.
func (t *Table) chooseSeparator(sample []byte) {
	if len(sample) > 5 && string(sample[:4]) == "sep=" && (sample[5] == '\n' || sample[5] == '\r') {
		t.d.separator = sample[4]
		t.w.at += 5 + bytes.IndexByte(sample[5:], t.d.end) + 1
		return
	}
	var best, bestColumns int
	t.d.separator = separators[0]
	chosen := t.d.separator
	for _, candidate := range separators {
		t.d.separator = candidate
		if share, columns := t.regularity(); share > best || share == best && columns > bestColumns {
			best, bestColumns, chosen = share, columns, candidate
		}
	}
	t.d.separator = chosen
}

// regularity is how many in a hundred rows of the sample have as many columns as most, and how many that
// are; nothing when that is one.
func (t *Table) regularity() (percent, columns int) {
	const rowsMax = 200
	start := t.w.at
	defer func() { t.w.at = start }()
	counts, rows := map[int]int{}, 0
	for ; rows < rowsMax; rows++ {
		more, err := t.scan(t.w.complete())
		if err != nil {
			counts[0]++ // what does not fit the quotes counts against the separator
			rows++
			break
		}
		if !more {
			break
		}
		counts[len(t.fields)]++
	}
	for n, often := range counts {
		if n > 1 && (often > counts[columns] || often == counts[columns] && n > columns) {
			columns = n
		}
	}
	if columns < 2 {
		return 0, 0
	}
	return counts[columns] * 100 / rows, columns
}

// singleQuotes tells of a sample whose values stand between single quotes.
func singleQuotes(sample []byte) bool {
	opens, closes := 0, 0
	for _, s := range separators {
		opens = max(opens, bytes.Count(sample, []byte{s, '\''}))
		closes = max(closes, bytes.Count(sample, []byte{'\'', s}))
	}
	rows := bytes.Count(sample, []byte{'\n'}) + bytes.Count(sample, []byte{'\r'})
	return bytes.IndexByte(sample, '"') < 0 && opens > 0 && opens == closes && opens*2 >= rows
}

// looksLikeHeader tells a row of names from one of values: no number and no time is in it.
func looksLikeHeader(row []string) bool {
	for _, cell := range row {
		if _, err := strconv.ParseFloat(withPoint(strings.TrimSpace(cell)), 64); err == nil {
			return false
		}
		if format, _ := GuessTimeFormat([]string{cell}); format != nil {
			return false
		}
	}
	return true
}

// findCommas marks the columns of numbers with a decimal comma. 1,500 alone does not tell: all of a
// column's numbers in that form may be thousands.
func (t *Table) findCommas() {
	t.commas = make([]bool, len(t.columns))
	var found []string
	for i := range t.columns {
		numbers, sure := 0, false
		for _, row := range t.sample {
			if i >= len(row) || strings.TrimSpace(row[i]) == "" {
				continue
			}
			s := strings.TrimSpace(row[i])
			if _, err := strconv.ParseFloat(withPoint(s), 64); err != nil || strings.Contains(s[strings.IndexByte(s, ',')+1:], ".") {
				numbers, sure = 0, false
				break
			}
			numbers++
			if comma := strings.IndexByte(s, ','); comma >= 0 && (len(s)-comma != 4 || strings.IndexByte(s, '.') >= 0 || s[:comma] == "0") {
				sure = true
			}
		}
		if t.commas[i] = numbers > 0 && sure; t.commas[i] {
			found = append(found, t.columns[i])
		}
	}
	if len(found) > 0 {
		t.guesses = append(t.guesses, Guess{"decimal comma", "in " + listed(found)})
	}
}

// withPoint writes a number with a decimal comma, and perhaps points between thousands, with a point.
func withPoint(number string) string {
	comma := strings.IndexByte(number, ',')
	if comma < 0 {
		return number
	}
	return strings.ReplaceAll(number[:comma], ".", "") + "." + number[comma+1:]
}
