package exchange

import (
	"encoding/csv"
	"errors"
	"io"
	"slices"
	"strings"
	"unicode/utf8"

	"klantreis/internal/fault"
)

// Limits of a table, so that no file occupies the program.
const (
	TableBytesMax  = 10 << 20
	tableRowsMax   = 200_000
	tableColumnMax = 200
	cellRunesMax   = 10_000 // what is longer swallowed the rest of the file behind a quote that is not closed
)

// Table is a sheet that was read: rows of cells, all as text.
type Table struct {
	Encoding  string
	Separator string
	Header    bool // the first row names the columns
	Names     []string
	Rows      []Row // without the header
}

// Row is one row of a table. A row may be shorter or longer than others.
type Row struct {
	Line  int // in the file, from 1
	Cells []string
}

// Cell gives the text in a column, without spaces around it; nothing where the row has no such column.
func (r Row) Cell(column int) string {
	if column < 0 || column >= len(r.Cells) {
		return ""
	}
	return strings.TrimSpace(r.Cells[column])
}

// Columns tells how many columns the widest row has.
func (t *Table) Columns() int {
	widest := len(t.Names)
	for _, r := range t.Rows {
		widest = max(widest, len(r.Cells))
	}
	return widest
}

// ReadTable reads a table in which ; or , or a tab parts the cells. It finds out the encoding (UTF-8, UTF-16,
// Windows-1252), the separator, and whether the first row is a header. Errors: too_large above 10 MB, 200,000 rows or
// 200 columns; invalid with the line where a quote is not closed, or when it is no plain text or there is nothing in it.
func ReadTable(data []byte) (*Table, error) {
	if len(data) > TableBytesMax {
		return nil, fault.New(fault.TooLarge, "a table may have at most 10 MB")
	}
	text, name, err := decoded(data)
	if err != nil {
		return nil, err
	}
	if strings.ContainsRune(text, 0) { // a workbook, a picture: with lazy quotes anything reads as a table
		return nil, fault.New(fault.Invalid, "this is not a table in plain text; save it as CSV and try again")
	}
	text, skipped, separator := announced(oneLineEnd(text))
	if separator == 0 {
		separator = separatorOf(text)
	}
	t := &Table{Encoding: name, Separator: string(separator)}
	if t.Rows, err = rowsOf(text, separator, tableRowsMax+1); err != nil {
		return nil, err
	}
	for i := range t.Rows {
		t.Rows[i].Line += skipped
	}
	switch {
	case len(t.Rows) == 0:
		return nil, fault.New(fault.Invalid, "there is nothing in this table")
	case len(t.Rows) > tableRowsMax:
		return nil, fault.New(fault.TooLarge, "a table may have at most 200,000 rows")
	}
	if t.Header = isHeader(t.Rows[0].Cells); t.Header {
		t.Names, t.Rows = t.Rows[0].Cells, t.Rows[1:]
	}
	return t, nil
}

// oneLineEnd makes every line end the same: old programs end lines with CR alone.
func oneLineEnd(text string) string {
	text = strings.ReplaceAll(text, "\r\n", "\n")
	return strings.ReplaceAll(text, "\r", "\n")
}

// announced reads the line "sep=;" with which some spreadsheets begin, and takes it away.
func announced(text string) (rest string, lines int, separator rune) {
	first, rest, found := strings.Cut(text, "\n")
	given, is := strings.CutPrefix(strings.ToLower(first), "sep=")
	if r, _ := utf8.DecodeRuneInString(given); found && is && slices.Contains(separators, r) {
		return rest, 1, r
	}
	return text, 0, 0
}

// separators in the order in which they win when several fit: a comma may be a decimal comma.
var separators = []rune{';', '\t', ','}

// sampleRows is how many rows are looked at to find the separator.
const sampleRows = 50

// separatorOf finds the separator that parts most rows into the same number of cells. Method: own.
func separatorOf(text string) rune {
	best, most := separators[0], 0.0
	for _, s := range separators {
		rows, err := rowsOf(text, s, sampleRows)
		if err != nil || len(rows) == 0 {
			continue
		}
		widths := map[int]int{}
		for _, r := range rows {
			widths[len(r.Cells)]++
		}
		for width, n := range widths {
			if fit := float64(n) / float64(len(rows)); width > 1 && fit > most+1e-9 {
				best, most = s, fit
			}
		}
	}
	return best
}

// rowsOf parts a text into rows, at most so many. Empty lines are none.
func rowsOf(text string, separator rune, rowsMax int) ([]Row, error) {
	r := csv.NewReader(strings.NewReader(text))
	r.Comma, r.LazyQuotes, r.FieldsPerRecord = separator, true, -1
	var rows []Row
	for len(rows) < rowsMax {
		cells, err := r.Read()
		if errors.Is(err, io.EOF) {
			return rows, nil
		}
		if err != nil { // with lazy quotes there is no other
			return nil, fault.Wrap(err, fault.Invalid, "this table cannot be read")
		}
		line, _ := r.FieldPos(0)
		if len(cells) > tableColumnMax {
			e := fault.New(fault.TooLarge, "a table may have at most %d columns; this row has %d", tableColumnMax, len(cells))
			e.Line, e.Column = line, 1
			return nil, e
		}
		for i, c := range cells {
			if utf8.RuneCountInString(c) > cellRunesMax {
				e := fault.New(fault.Invalid, "a cell has more than %d characters; is a quote not closed?", cellRunesMax)
				e.Line, e.Column = r.FieldPos(i)
				return nil, e
			}
		}
		if !slices.ContainsFunc(cells, func(c string) bool { return strings.TrimSpace(c) != "" }) {
			continue // only separators
		}
		rows = append(rows, Row{line, cells})
	}
	return rows, nil
}

// isHeader tells whether a first row names the columns: something in it, and no figure and no date.
func isHeader(cells []string) bool {
	named := false
	for _, c := range cells {
		c = strings.TrimSpace(c)
		named = named || c != ""
		if isDate(c) || isFigure(c) {
			return false
		}
	}
	return named
}

// isFigure tells whether a cell holds a number in either language.
func isFigure(cell string) bool {
	for _, locale := range []string{"nl", "en"} {
		if n, err := Number(cell, locale); err == nil && n != nil {
			return true
		}
	}
	return false
}
