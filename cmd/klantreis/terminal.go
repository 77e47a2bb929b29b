package main

import (
	"bytes"
	"fmt"
	"math"
	"strconv"
	"strings"
	"unicode"

	"github.com/spf13/cobra"
	"golang.org/x/text/width"

	"klantreis/internal/event"
)

// terminal gathers a report for people.
type terminal struct{ bytes.Buffer }

// printReport prints a report whole.
func printReport(cmd *cobra.Command, write func(r *terminal)) error {
	var r terminal
	write(&r)
	return printAll(cmd, r.Bytes())
}

func (r *terminal) line(format string, args ...any) {
	fmt.Fprintf(r, format, args...)
	for n := r.Len(); n > 0 && r.Bytes()[n-1] == ' '; n-- { // of a bar or column that is empty
		r.Truncate(n - 1)
	}
	r.WriteByte('\n')
}

func (r *terminal) title(format string, args ...any) {
	r.line("")
	r.line(format, args...)
}

// guesses show what was found out, and how to say otherwise.
func (r *terminal) guesses(all []event.Guess) {
	if len(all) == 0 {
		return
	}
	r.title("Found out (flags say otherwise)")
	for _, g := range all {
		r.line("  %s  %s", padded(g.What, 24), clean(g.Value))
	}
}

func (r *terminal) warnings(all []event.Warning) {
	if len(all) == 0 {
		return
	}
	r.title("Warnings")
	for _, w := range all {
		r.line("  %s: %s", w.Code, clean(w.Message))
	}
}

// barCells is the width of a whole bar.
const barCells = 20

// bar draws a share, 0 to 1, in eighths of a cell; what is not nothing shows.
func bar(share float64) string {
	eighths := int(math.Round(min(max(share, 0), 1) * barCells * 8))
	if share > 0 {
		eighths = max(eighths, 1)
	}
	whole := strings.Repeat("█", eighths/8)
	if rest := eighths % 8; rest > 0 {
		whole += string(rune('█' + 8 - rest)) // ▏ is one eighth, seven code points after █
	}
	return whole
}

// clean takes out of a foreign text what would command the terminal.
func clean(text string) string {
	return strings.Map(func(c rune) rune {
		if unicode.IsControl(c) || unicode.In(c, unicode.Cf, unicode.Zl, unicode.Zp) {
			return '\ufffd'
		}
		return c
	}, text)
}

// cells is the width of a character at a terminal.
func cells(c rune) int {
	switch k := width.LookupRune(c).Kind(); {
	case unicode.In(c, unicode.Mn, unicode.Me):
		return 0
	case k == width.EastAsianWide || k == width.EastAsianFullwidth:
		return 2
	}
	return 1
}

func widthOf(text string) int {
	n := 0
	for _, c := range text {
		n += cells(c)
	}
	return n
}

// padded makes a foreign text so many cells wide, cut or filled up.
func padded(text string, n int) string {
	text = clean(text)
	if widthOf(text) <= n {
		return text + strings.Repeat(" ", n-widthOf(text))
	}
	room := n - 1
	for i, c := range text {
		if room -= cells(c); room < 0 {
			text = text[:i] + "…"
			break
		}
	}
	return text + strings.Repeat(" ", n-widthOf(text))
}

// widest is the width of a column of texts, at most limit.
func widest(limit int, texts ...string) int {
	n := 0
	for _, t := range texts {
		n = max(n, widthOf(clean(t)))
	}
	return min(n, limit)
}

// grouped writes a whole number with commas between thousands.
func grouped[N int | int64](n N) string {
	digits := strconv.FormatInt(int64(n), 10)
	for i := len(digits) - 3; i > 0; i -= 3 {
		digits = digits[:i] + "," + digits[i:]
	}
	return digits
}

// amount writes a number with one decimal and commas between thousands.
func amount(v float64) string {
	if math.Abs(v) >= 1e15 {
		return strconv.FormatFloat(v, 'g', 4, 64)
	}
	text := strconv.FormatFloat(math.Abs(v), 'f', 1, 64)
	whole, decimal, _ := strings.Cut(text, ".")
	n, err := strconv.ParseInt(whole, 10, 64)
	if err != nil { // below 1e15 it is a number
		panic(err)
	}
	if v < 0 {
		return "-" + grouped(n) + "." + decimal
	}
	return grouped(n) + "." + decimal
}

// total writes a number that is whole as a rule.
func total(v float64) string {
	return strings.TrimSuffix(amount(v), ".0")
}

// lasting writes a length of time in the unit that fits.
func lasting(seconds float64) string {
	for _, u := range []struct {
		seconds float64
		name    string
	}{{86_400, "days"}, {3600, "hours"}, {60, "min"}} {
		if seconds >= u.seconds {
			return amount(seconds/u.seconds) + " " + u.name
		}
	}
	return amount(seconds) + " s"
}

// counted writes a number of things.
func counted(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return grouped(n) + " " + many
}
