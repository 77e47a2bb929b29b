package exchange

import (
	"fmt"
	"maps"
	"math"
	"slices"
	"strings"

	"klantreis/internal/fault"
	"klantreis/internal/workspace"
)

// TableMapping tells which columns of a table hold what. Columns count from 0.
type TableMapping struct {
	Date     *int            `json:"date" doc:"The column with the date"`
	Metric   *int            `json:"metric,omitempty" doc:"The column that names the measure, when the rows are of several"`
	Header   *bool           `json:"header,omitempty" doc:"Whether the first row is a header, where the guess is wrong"`
	Sum      bool            `json:"sum,omitempty" doc:"Rows of the same date and measure are added up: figures per page become figures per day"`
	Measures []*TableMeasure `json:"measures"`
}

// TableMeasure is one figure that every row gives: the value in one column, or one column divided by another.
type TableMeasure struct {
	Metric      string `json:"metric,omitempty" doc:"What it is called; missing where a column names it"`
	Value       *int   `json:"value,omitempty"`
	Numerator   *int   `json:"numerator,omitempty"`
	Denominator *int   `json:"denominator,omitempty"`
	N           *int   `json:"n,omitempty" doc:"The column with how many it rests on; missing where the denominator is"`
}

const (
	measuresMax = 20
	pointsMax   = 100_000
	faultsMax   = 1_000
	nMax        = 1e10
)

// Validate checks a mapping.
func (m *TableMapping) Validate() error {
	if m.Date == nil {
		return invalid("date", "a column with the date is needed")
	}
	if err := columnsFit("", map[string]*int{"date": m.Date, "metric": m.Metric}); err != nil {
		return err
	}
	if len(m.Measures) == 0 || len(m.Measures) > measuresMax {
		return invalid("measures", "1 to %d measures are needed", measuresMax)
	}
	for i, x := range m.Measures {
		at := fmt.Sprintf("measures[%d]", i)
		if x == nil {
			return invalid(at, "null has no place here")
		}
		if err := workspace.Line("metric", x.Metric); err != nil {
			return fault.At(err, at)
		}
		if err := columnsFit(at+".", map[string]*int{"value": x.Value, "numerator": x.Numerator, "denominator": x.Denominator, "n": x.N}); err != nil {
			return err
		}
		divides := x.Numerator != nil && x.Denominator != nil
		switch {
		case strings.TrimSpace(x.Metric) == "" && m.Metric == nil:
			return invalid(at+".metric", "a measure needs a name, or a column that names it")
		case (x.Value != nil) == divides || (x.Numerator == nil) != (x.Denominator == nil):
			return invalid(at, "a measure is a value in one column, or one column divided by another")
		}
	}
	return nil
}

// columnsFit tells whether columns are such as a table can have; nil is none.
func columnsFit(at string, columns map[string]*int) error {
	for _, name := range slices.Sorted(maps.Keys(columns)) {
		if c := columns[name]; c != nil && (*c < 0 || *c >= tableColumnMax) {
			return invalid(at+name, "columns count from 0 to %d", tableColumnMax-1)
		}
	}
	return nil
}

// Figure is one figure that was read.
type Figure struct {
	Line   int     `json:"line" doc:"In the file, from 1; of a sum its first"`
	Date   string  `json:"date"`
	Metric string  `json:"metric"`
	Value  float64 `json:"value"`
	N      *int    `json:"n,omitempty"`
}

// CellFault is what could not be read.
type CellFault struct {
	Line    int            `json:"line" doc:"In the file, from 1"`
	Column  *int           `json:"column,omitempty" doc:"From 1"`
	Message workspace.Text `json:"message"`
}

// Figures is what a table gave.
type Figures struct {
	Points []*Figure    `json:"points" nullable:"false"`
	Faults []*CellFault `json:"faults" nullable:"false" doc:"At most 1,000"`
	Rows   int          `json:"rows" doc:"How many rows were read"`
	Failed int          `json:"failed" doc:"How many rows have a fault"`
}

// Measures reads the figures that a mapping names, as they are written in a language (see [Number] and [Date]). A row with
// a fault gives no point for it, and the others are given all the same. An empty cell or a dash is no figure, and no fault.
// Errors: invalid, with the field, when the mapping is wrong; too_large above 100,000 points.
func (t *Table) Measures(m *TableMapping, locale string) (*Figures, error) {
	if err := m.Validate(); err != nil {
		return nil, err
	}
	r := &reader{mapping: m, locale: locale, names: t.Names, sums: map[[2]string]*sum{}, out: &Figures{Points: []*Figure{}, Faults: []*CellFault{}}}
	rows := t.Rows
	switch {
	case m.Header == nil || *m.Header == t.Header:
	case t.Header: // it is a row like the others
		rows = append([]Row{{1, t.Names}}, rows...)
	case len(rows) > 0:
		r.names, rows = rows[0].Cells, rows[1:]
	}
	r.monthFirst = monthFirstIn(rows, *m.Date)
	for _, row := range rows {
		if r.read(row); len(r.out.Points) > pointsMax {
			return nil, fault.New(fault.TooLarge, "at most 100,000 figures can be read at once")
		}
	}
	r.out.Rows = len(rows)
	return r.out, r.finish()
}

// reader reads row by row.
type reader struct {
	mapping    *TableMapping
	locale     string
	names      []string
	monthFirst bool
	out        *Figures
	row        Row
	failed     bool
	sums       map[[2]string]*sum
}

// sum adds up rows of the same date and measure.
type sum struct {
	point      *Figure
	up, down   float64
	divides    bool
	n          float64
	hasNumbers bool
}

func (r *reader) read(row Row) {
	r.row, r.failed = row, false
	date, metric := r.date(), ""
	if c := r.mapping.Metric; c != nil {
		metric = row.Cell(*c)
		if err := workspace.Line("", metric); err != nil {
			r.fail(*c, "“%s” in %s is geen naam van een meetwaarde", "“%s” in %s is no name of a measure")
			metric = ""
		}
	}
	for _, x := range r.mapping.Measures {
		r.measure(x, date, metric)
	}
	if r.failed {
		r.out.Failed++
	}
}

// date reads the date of the row. Only a row with figures needs one.
func (r *reader) date() string {
	column := *r.mapping.Date
	date, err := Date(r.row.Cell(column), r.monthFirst)
	if err != nil {
		r.fail(column, "“%s” in %s is geen datum", "“%s” in %s is not a date")
	} else if date == "" && r.hasFigures() {
		r.failPlain(column, "Deze regel heeft geen datum in %s", "This row has no date in %s")
	}
	return date
}

func (r *reader) hasFigures() bool {
	for _, x := range r.mapping.Measures {
		for _, c := range []*int{x.Value, x.Numerator} {
			if c != nil && r.row.Cell(*c) != "" {
				return true
			}
		}
	}
	return false
}

// measure reads one figure of the row.
func (r *reader) measure(x *TableMeasure, date, metric string) {
	if strings.TrimSpace(x.Metric) != "" {
		metric = x.Metric
	}
	s := &sum{divides: x.Numerator != nil}
	up, down := x.Value, x.Denominator
	if s.divides {
		up = x.Numerator
	}
	value, ok := r.number(up)
	if !ok || value == nil {
		return
	}
	s.up = *value
	if s.divides {
		below, ok := r.number(down)
		switch {
		case !ok || below == nil:
			return
		case *below <= 0:
			r.fail(*down, "“%s” in %s: hierdoor kan niet worden gedeeld", "“%s” in %s: this cannot be divided by")
			return
		}
		s.down, s.n, s.hasNumbers = *below, *below, true
	}
	if x.N != nil {
		n, ok := r.number(x.N)
		switch {
		case !ok:
			return
		case n != nil && (*n < 0 || *n != math.Trunc(*n) || *n > nMax):
			r.fail(*x.N, "“%s” in %s is geen aantal", "“%s” in %s is not a count")
			return
		case n != nil:
			s.n, s.hasNumbers = *n, true
		}
	}
	switch {
	case date == "":
	case metric == "":
		r.failPlain(*r.mapping.Metric, "Deze regel noemt geen meetwaarde in %s", "This row names no measure in %s")
	default:
		s.point = &Figure{Line: r.row.Line, Date: date, Metric: metric}
		r.take(s)
	}
}

// take adds a figure to those of its date and measure, or gives it as it is.
func (r *reader) take(s *sum) {
	key := [2]string{s.point.Date, s.point.Metric}
	if before := r.sums[key]; before != nil {
		before.up, before.down, before.n = before.up+s.up, before.down+s.down, before.n+s.n
		before.hasNumbers = before.hasNumbers && s.hasNumbers
		before.settle()
		return
	}
	s.settle()
	if r.mapping.Sum {
		r.sums[key] = s
	}
	r.out.Points = append(r.out.Points, s.point)
}

func (s *sum) settle() {
	s.point.Value, s.point.N = s.up, nil
	if s.divides {
		s.point.Value = s.up / s.down
	}
	if s.hasNumbers && s.n == math.Trunc(s.n) && s.n <= nMax {
		s.point.N = new(int(s.n))
	}
}

// finish refuses what adding up or dividing made endless.
func (r *reader) finish() error {
	for _, p := range r.out.Points {
		if math.IsInf(p.Value, 0) || math.IsNaN(p.Value) {
			e := fault.New(fault.Invalid, "the figures of this row are too large")
			e.Line, e.Column = p.Line, 1
			return e
		}
	}
	return nil
}

// number reads a figure; false when what stands there is none.
func (r *reader) number(column *int) (*float64, bool) {
	n, err := Number(r.row.Cell(*column), r.locale)
	if err != nil {
		r.fail(*column, "“%s” in %s is geen getal zoals je dat in het Nederlands schrijft", "“%s” in %s is not a number as written in English")
		return nil, false
	}
	return n, true
}

// fail notes what stands in a cell; failPlain that nothing does.
func (r *reader) fail(column int, nl, en string) {
	if !r.lists() {
		return
	}
	cell := shortened(r.row.Cell(column))
	if r.locale == "en" {
		nl = strings.Replace(nl, "in het Nederlands", "in het Engels", 1)
	} else {
		en = strings.Replace(en, "in English", "in Dutch", 1)
	}
	name := r.nameOf(column)
	r.note(column, workspace.Text{NL: fmt.Sprintf(nl, cell, name.NL) + ".", EN: fmt.Sprintf(en, cell, name.EN) + "."})
}

func (r *reader) failPlain(column int, nl, en string) {
	if !r.lists() {
		return
	}
	name := r.nameOf(column)
	r.note(column, workspace.Text{NL: fmt.Sprintf(nl, name.NL) + ".", EN: fmt.Sprintf(en, name.EN) + "."})
}

// lists counts the row as one with a fault, and tells whether there is room to say which.
func (r *reader) lists() bool {
	r.failed = true
	return len(r.out.Faults) < faultsMax
}

func (r *reader) note(column int, message workspace.Text) {
	r.out.Faults = append(r.out.Faults, &CellFault{Line: r.row.Line, Column: new(column + 1), Message: message})
}

func (r *reader) nameOf(column int) workspace.Text {
	if column >= 0 && column < len(r.names) && strings.TrimSpace(r.names[column]) != "" {
		name := shortened(strings.TrimSpace(r.names[column]))
		return workspace.Text{NL: "kolom “" + name + "”", EN: "column “" + name + "”"}
	}
	return workspace.Text{NL: fmt.Sprintf("kolom %d", column+1), EN: fmt.Sprintf("column %d", column+1)}
}

func invalid(field, format string, args ...any) error {
	e := fault.New(fault.Invalid, format, args...)
	e.Field = field
	return e
}
