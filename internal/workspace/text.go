package workspace

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"klantreis/internal/fault"
)

const (
	titleRunesMax = 200  // INV-25: a title is read at a glance
	bodyRunesMax  = 4000 // INV-25: a body is read when opened
	idBytesMax    = 128
)

// Text is one text in both languages. At least one is non-empty where a text is required;
// a missing one falls back to the other on screen and is marked there.
type Text struct {
	NL string `json:"nl,omitempty" doc:"Dutch"`
	EN string `json:"en,omitempty" doc:"English"`
}

// In gives the text in the language asked for ("nl" or "en"), or in the other one when it is missing.
func (t Text) In(lang string) string {
	first, second := t.NL, t.EN
	if lang == "en" {
		first, second = second, first
	}
	if first != "" {
		return first
	}
	return second
}

// IsZero tells whether neither language has a text.
func (t Text) IsZero() bool { return t == Text{} }

// Title checks a required one-line text of at most 200 characters.
func (t Text) Title(field string) error {
	if strings.TrimSpace(t.NL) == "" && strings.TrimSpace(t.EN) == "" {
		return invalid(field, "a text is needed in Dutch or English")
	}
	return t.Short(field)
}

// Short checks an optional one-line text of at most 200 characters.
func (t Text) Short(field string) error { return t.limit(field, titleRunesMax, false) }

// Long checks an optional text of at most 4000 characters; lines are allowed.
func (t Text) Long(field string) error { return t.limit(field, bodyRunesMax, true) }

func (t Text) limit(field string, runesMax int, lines bool) error {
	if err := limitRunes("nl", t.NL, runesMax, lines); err != nil {
		return fault.At(err, field)
	}
	return fault.At(limitRunes("en", t.EN, runesMax, lines), field)
}

// Line checks a one-line string of at most 200 characters that has no translations, such as a name.
func Line(field, s string) error { return limitRunes(field, s, titleRunesMax, false) }

func limitRunes(field, s string, runesMax int, lines bool) error {
	if len(s) <= runesMax && plainASCII(s) {
		return nil
	}
	if !utf8.ValidString(s) {
		return invalid(field, "this is not valid UTF-8 text")
	}
	if n := utf8.RuneCountInString(s); n > runesMax {
		return invalid(field, "at most %d characters fit here; this text has %d", runesMax, n)
	}
	for _, r := range s {
		if unicode.IsControl(r) && !(lines && (r == '\n' || r == '\t')) {
			return invalid(field, "control characters such as %U are not allowed here", r)
		}
	}
	return nil
}

func plainASCII(s string) bool {
	for i := range len(s) {
		if s[i] < ' ' || s[i] > '~' {
			return false
		}
	}
	return true
}

// ValidID checks an id: 1 to 128 letters, digits, and . _ / -, the first a letter or digit.
// A colon is kept for the composed ids of things that have none of their own.
func ValidID(field, id string) error {
	if id == "" {
		return invalid(field, "an id is needed")
	}
	if len(id) > idBytesMax {
		return invalid(field, "an id has at most %d characters", idBytesMax)
	}
	for i, r := range id {
		letter := r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9'
		if !letter && (i == 0 || !strings.ContainsRune("._/-", r)) {
			return invalid(field, "an id has letters, digits and . _ / - only, and begins with a letter or digit")
		}
	}
	return nil
}

func invalid(field, format string, args ...any) error {
	e := fault.New(fault.Invalid, format, args...)
	e.Field = field
	return e
}
