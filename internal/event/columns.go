package event

import (
	"fmt"
	"strconv"
	"strings"
	"time"
)

// role is what a column can be in a log of events.
type role struct {
	what   string   // in a sentence
	flag   string   // how a person says it
	names  []string // of columns that are it, without blanks, capitals and signs, the likelier first
	wanted bool     // there is no log without it
}

var (
	customerRole = role{"the customer", "--case", []string{
		"caseconceptname", "caseid", "case", "customerid", "customer", "klantid", "klantnummer", "klant", "clientid", "client",
		"userid", "user", "gebruiker", "distinctid", "anonymousid", "visitorid", "visitor", "bezoeker", "personid", "person",
		"patientid", "traceid", "trace", "casenumber", "zaaknummer", "zaak", "dossiernummer", "ordernumber", "orderid", "sessionid",
	}, true}
	activityRole = role{"the activity", "--activity", []string{
		"conceptname", "activity", "activiteit", "activityname", "eventname", "event", "gebeurtenis", "touchpoint", "contactmoment",
		"action", "actie", "eventtype", "task", "taak", "step", "stap", "stage", "status", "page", "pagina", "name", "naam",
	}, true}
	timeRole = role{"the time", "--time", []string{
		"timetimestamp", "timestamp", "tijdstip", "eventtime", "datetime", "datumtijd", "completetimestamp", "endtimestamp",
		"starttimestamp", "time", "tijd", "date", "datum", "eventdate", "occurredat", "createdat", "created", "ts",
	}, true}
	channelRole    = role{"the channel", "", []string{"channel", "kanaal", "casechannel", "medium"}, false}
	transitionRole = role{"the lifecycle transition", "", []string{"lifecycletransition", "lifecycle", "transition"}, false}
)

// roles are the columns of a log; -1 is none.
type roles struct {
	customer, activity, time, channel, transition int
	format                                        *TimeFormat
}

// chooseRoles finds the columns that the options do not name, first by their names, then by what is in them.
func (t *Table) chooseRoles(o *Options, e *emitter) (r roles, err error) {
	taken := map[int]bool{}
	if r.time, r.format, err = t.chooseTime(o, e); err != nil {
		return r, err
	}
	taken[r.time] = true
	pick := func(role role, said string) int {
		column := -1
		if err == nil {
			if column, err = t.choose(role, said, taken, e); column >= 0 {
				taken[column] = true
			}
		}
		return column
	}
	// What a person names is taken before anything is guessed.
	if o.Activity != "" {
		r.activity = pick(activityRole, o.Activity)
	}
	r.customer = pick(customerRole, o.Case)
	if o.Activity == "" {
		r.activity = pick(activityRole, "")
	}
	r.channel, r.transition = pick(channelRole, o.Channel), -1
	if o.Lifecycle {
		needed := transitionRole
		needed.wanted = true
		r.transition = pick(needed, o.Transition)
	}
	return r, err
}

func (t *Table) choose(r role, said string, taken map[int]bool, e *emitter) (int, error) {
	if said != "" {
		return t.Column(said)
	}
	column := t.named(r, func(i int) bool { return !taken[i] })
	if column < 0 && r.wanted {
		column = t.byContent(r, taken)
	}
	if column < 0 && r.wanted && r.flag == "" {
		return -1, t.w.fault(0, "no column is called %s; there are: %s", r.what, listed(t.columns))
	}
	if column < 0 && r.wanted {
		return -1, t.w.fault(0, "which column is %s? Say it with %s; there are: %s", r.what, r.flag, listed(t.columns))
	}
	if column >= 0 {
		e.guess(r.what, "column %q", t.columns[column])
	}
	return column, nil
}

// named finds a column by its name.
func (t *Table) named(r role, fits func(int) bool) int {
	for _, name := range r.names {
		for i, column := range t.columns {
			if plain(column) == name && fits(i) {
				return i
			}
		}
	}
	return -1
}

// plain is a column's name without blanks, capitals and signs.
func plain(name string) string {
	return strings.Map(func(r rune) rune {
		if r >= 'A' && r <= 'Z' {
			return r + 'a' - 'A'
		}
		if r >= 'a' && r <= 'z' || r >= '0' && r <= '9' || r >= 0x80 {
			return r
		}
		return -1
	}, name)
}

// byContent finds the customer or the activity where names say nothing: the activity has the fewest
// different values, and they are words; the customer has the most that still come back.
func (t *Table) byContent(r role, taken map[int]bool) int {
	if r.flag != customerRole.flag && r.flag != activityRole.flag {
		return -1
	}
	best, bestN := -1, 0
	for i := range t.columns {
		values, words := map[string]bool{}, true
		for _, row := range t.sample {
			if i < len(row) && row[i] != "" {
				values[row[i]] = true
				_, err := strconv.ParseFloat(withPoint(row[i]), 64)
				words = words && err != nil
			}
		}
		n := len(values)
		comesBack := n > 1 && n < len(t.sample)
		switch {
		case taken[i] || !comesBack:
		case r.flag == activityRole.flag && words && (best < 0 || n < bestN),
			r.flag == customerRole.flag && n > bestN:
			best, bestN = i, n
		}
	}
	return best
}

// chooseTime finds the column of moments and how they are written.
func (t *Table) chooseTime(o *Options, e *emitter) (column int, format *TimeFormat, err error) {
	if o.TimeFormat != "" {
		if format, err = ParseTimeFormat(o.TimeFormat); err != nil {
			return -1, nil, err
		}
	}
	guessed := make([]*TimeFormat, len(t.columns))
	others := make([]*TimeFormat, len(t.columns))
	readable := func(i int) bool {
		if guessed[i] == nil {
			guessed[i], others[i] = GuessTimeFormat(t.times(i))
		}
		return format != nil || guessed[i] != nil
	}
	if o.Time != "" {
		column, err = t.Column(o.Time)
	} else if column = t.named(timeRole, readable); column < 0 {
		if column = t.firstTime(readable, guessed); column < 0 {
			column = t.named(timeRole, func(int) bool { return true }) // its first value will say what is wrong
		}
	}
	switch {
	case err != nil:
		return -1, nil, err
	case column < 0:
		return -1, nil, t.w.fault(0, "which column is the time? Say it with --time; there are: %s", listed(t.columns))
	case o.Time == "":
		e.guess(timeRole.what, "column %q", t.columns[column])
	}
	if format != nil {
		return column, format, nil
	}
	if !readable(column) {
		return column, isoFormat, nil // nothing in the sample is a time
	}
	e.guess("times are written", "%s", example(guessed[column], t.times(column)))
	if others[column] != nil {
		e.warn("ambiguous_dates", "the dates in column %q can be read as %s and as %s; they were read as the first",
			t.columns[column], guessed[column], others[column])
	}
	return column, guessed[column], nil
}

// example shows a format with the first value that it reads.
func example(f *TimeFormat, times []string) string {
	for _, s := range times {
		if at, ok := f.Parse([]byte(s), time.UTC); ok {
			return fmt.Sprintf("%s: %q is %s", f, s, at)
		}
	}
	return f.String()
}

// firstTime is the first column with written dates; mere numbers may be anything.
func (t *Table) firstTime(readable func(int) bool, guessed []*TimeFormat) int {
	for i := range t.columns {
		if readable(i) && guessed[i] != nil && guessed[i].unit == nil && guessed[i].text != "yyyyMMdd" {
			return i
		}
	}
	return -1
}

// times are the values of a column in the sample that may be moments.
func (t *Table) times(column int) []string {
	var all []string
	for _, row := range t.sample {
		if column < len(row) && !isNoTime([]byte(row[column])) {
			all = append(all, row[column])
		}
	}
	return all
}
