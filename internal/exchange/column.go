package exchange

import (
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// What a column may hold, as far as one can tell.
const (
	GuessDate        = "date"
	GuessMetric      = "metric"
	GuessValue       = "value"
	GuessN           = "n"
	GuessPage        = "page"
	GuessQuery       = "query"
	GuessImpressions = "impressions"
	GuessClicks      = "clicks"
	GuessVisits      = "visits"
	GuessPageviews   = "pageviews"
	GuessConversions = "conversions"
	GuessNumber      = "number"
	GuessText        = "text"
)

// TableColumn is one column of a table, as shown to a person who says what it means.
type TableColumn struct {
	Index   int      `json:"index" doc:"From 0"`
	Name    string   `json:"name,omitempty" doc:"From the header"`
	Guess   string   `json:"guess" enum:"date,metric,value,n,page,query,impressions,clicks,visits,pageviews,conversions,number,text"`
	Samples []string `json:"samples" nullable:"false" doc:"What stands in its first rows"`
}

// columnWords are the words in a header that tell what a column holds, in Dutch and English: the general words of the
// field, not those of one program. The first that fits wins, so narrower meanings come first.
var columnWords = []struct {
	guess string
	words []string
}{
	{GuessDate, strings.Fields("datum date dag day week maand month periode period")},
	{GuessPageviews, []string{"pageviews", "page views", "paginaweergaven", "pagina weergaven", "paginas bekeken", "views"}},
	{GuessImpressions, strings.Fields("impressies impressions vertoningen")},
	{GuessClicks, strings.Fields("klikken kliks clicks")},
	{GuessVisits, strings.Fields("bezoeken visits sessies sessions bezoekers visitors gebruikers users")},
	{GuessConversions, strings.Fields("conversies conversions bestellingen orders aankopen purchases aanvragen")},
	{GuessQuery, []string{"zoekopdracht", "zoekopdrachten", "zoekterm", "zoekwoord", "query", "queries", "keyword", "search term"}},
	{GuessPage, strings.Fields("pagina page url adres landingspagina")},
	{GuessN, []string{"n", "aantal antwoorden", "antwoorden", "aantal", "respons", "responses", "answers", "count", "sample"}},
	{GuessMetric, strings.Fields("meetwaarde maatstaf meting metric measure kpi indicator")},
	{GuessValue, strings.Fields("waarde value score resultaat result cijfer percentage")},
}

const (
	samplesMax     = 5
	sampleRunesMax = 80
	judgedRows     = 200 // rows that decide what a column holds
	mostlyOf       = 0.8 // a column with this share of dates is one of dates, in spite of a total at its end
)

// Describe tells of every column what it may hold: by its name in the header, in Dutch or English, else by what stands in
// it. Each meaning is given to one column at most.
func (t *Table) Describe() []*TableColumn {
	columns := make([]*TableColumn, t.Columns())
	taken := map[string]bool{}
	for i := range columns {
		columns[i] = &TableColumn{Index: i, Samples: t.samples(i), Guess: GuessText}
		if i < len(t.Names) {
			columns[i].Name = shortened(strings.TrimSpace(t.Names[i]))
			if guess := namedGuess(columns[i].Name); guess != "" && !taken[guess] {
				columns[i].Guess, taken[guess] = guess, true
			}
		}
		if columns[i].Guess == GuessText {
			columns[i].Guess = t.judged(i)
		}
	}
	settle(columns, taken)
	return columns
}

// settle gives the meanings that content alone tells: dates, then the only figure, then the only text beside it.
func settle(columns []*TableColumn, taken map[string]bool) {
	named := slices.IndexFunc(columns, func(c *TableColumn) bool { return c.Guess == GuessDate && namedGuess(c.Name) == GuessDate })
	for i, c := range columns {
		switch {
		case c.Guess != GuessDate || i == named:
		case taken[GuessDate]:
			c.Guess = GuessText
		default:
			taken[GuessDate] = true
		}
	}
	web := slices.ContainsFunc([]string{GuessImpressions, GuessClicks, GuessVisits, GuessPageviews, GuessConversions}, func(g string) bool { return taken[g] })
	if only := onlyOne(columns, GuessNumber); only != nil && !taken[GuessValue] && !web {
		only.Guess, taken[GuessValue] = GuessValue, true
	}
	if only := onlyOne(columns, GuessText); only != nil && !taken[GuessMetric] && taken[GuessValue] {
		only.Guess = GuessMetric
	}
}

func onlyOne(columns []*TableColumn, guess string) *TableColumn {
	var only *TableColumn
	for _, c := range columns {
		if c.Guess != guess {
			continue
		}
		if only != nil {
			return nil
		}
		only = c
	}
	return only
}

// judged tells from its cells whether a column holds dates, figures or texts.
func (t *Table) judged(column int) string {
	filled, dates, figures := 0.0, 0.0, 0.0
	for _, r := range t.Rows[:min(len(t.Rows), judgedRows)] {
		cell := r.Cell(column)
		if cell == "" {
			continue
		}
		filled++
		switch {
		case isDate(cell):
			dates++
		case isFigure(cell):
			figures++
		}
	}
	switch {
	case filled > 0 && dates >= mostlyOf*filled:
		return GuessDate
	case filled > 0 && figures >= mostlyOf*filled:
		return GuessNumber
	}
	return GuessText
}

func (t *Table) samples(column int) []string {
	samples := []string{}
	for _, r := range t.Rows[:min(len(t.Rows), samplesMax)] {
		samples = append(samples, shortened(r.Cell(column)))
	}
	return samples
}

func shortened(s string) string {
	if runes := []rune(s); len(runes) > sampleRunesMax {
		return string(runes[:sampleRunesMax-1]) + "…"
	}
	return s
}

// namedGuess tells what a column holds by its name; empty when the name tells nothing.
func namedGuess(name string) string {
	plain := " " + plainWords(name) + " "
	for _, c := range columnWords {
		for _, word := range c.words {
			if strings.Contains(plain, " "+word+" ") {
				return c.guess
			}
		}
	}
	return ""
}

// plainWords gives the words of a name in lower case, without accents and signs.
func plainWords(name string) string {
	var plain strings.Builder
	for _, r := range norm.NFD.String(strings.ToLower(name)) {
		switch {
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			plain.WriteRune(r)
		case !unicode.Is(unicode.Mn, r) && r != '\'' && r != '’':
			plain.WriteRune(' ')
		}
	}
	return strings.Join(strings.Fields(plain.String()), " ")
}
