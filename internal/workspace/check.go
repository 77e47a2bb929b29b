package workspace

import (
	"reflect"
	"slices"
	"strconv"
	"strings"
	"time"
	_ "time/tzdata" // names of time zones mean the same on every machine

	"klantreis/internal/fault"
)

// FirstError gives the first error that is not nil; checks read as a list with it.
func FirstError(errs ...error) error {
	for _, err := range errs {
		if err != nil {
			return err
		}
	}
	return nil
}

// OneOf checks that a required word is one of a closed set.
func OneOf[W ~string](field string, word W, set ...W) error {
	if slices.Contains(set, word) {
		return nil
	}
	return invalid(field, "%q is not one of %s", string(word), join(set))
}

// OneOfOrNone is [OneOf] for a word that may be missing.
func OneOfOrNone[W ~string](field string, word W, set ...W) error {
	if word == "" {
		return nil
	}
	return OneOf(field, word, set...)
}

// EachOneOf checks every word of a list and that none stands twice.
func EachOneOf[W ~string](field string, words []W, set ...W) error {
	for i, w := range words {
		if err := OneOf(field, w, set...); err != nil {
			return err
		}
		if slices.Contains(words[:i], w) {
			return invalid(field, "%q stands here twice", string(w))
		}
	}
	return nil
}

// Between checks an optional number against a closed range.
func Between[N int | float64](field string, n *N, low, high N) error {
	if n == nil || *n >= low && *n <= high {
		return nil
	}
	return invalid(field, "%v is outside %v to %v", *n, low, high)
}

// Date checks an optional ISO 8601 day such as 2026-08-15.
func Date(field, s string) error {
	if s == "" {
		return nil
	}
	if _, err := time.Parse(time.DateOnly, s); err != nil {
		return invalid(field, "%q is not a date such as 2026-08-15", s)
	}
	return nil
}

// Instant checks an optional ISO 8601 point in time such as 2026-06-11T10:15:00+02:00.
func Instant(field, s string) error {
	if s == "" {
		return nil
	}
	if _, err := time.Parse(time.RFC3339, s); err != nil {
		return invalid(field, "%q is not a point in time such as 2026-06-11T10:15:00Z", s)
	}
	return nil
}

// Each runs a check over a list and puts the place before the error's field. A part that is null
// is refused.
func Each[T any](field string, list []T, check func(T) error) error {
	parts := isPart(reflect.TypeFor[T]())
	for i := range list {
		if parts && reflect.ValueOf(list[i]).IsNil() {
			return invalid(indexed(field, i), "null has no place here")
		}
		if err := check(list[i]); err != nil {
			return fault.At(err, indexed(field, i))
		}
	}
	return nil
}

// isPart tells whether elements of this type are parts of an entity, which JSON's null makes nil.
func isPart(t reflect.Type) bool {
	return t.Kind() == reflect.Pointer && t.Elem().Kind() == reflect.Struct
}

// Nested runs a check on an optional part and puts its field before the error's field.
func Nested[T any](field string, part *T, check func(*T) error) error {
	if part == nil {
		return nil
	}
	return fault.At(check(part), field)
}

func join[W ~string](set []W) string {
	words := make([]string, len(set))
	for i, w := range set {
		words[i] = string(w)
	}
	return strings.Join(words, ", ")
}

func indexed(field string, i int) string { return field + "[" + strconv.Itoa(i) + "]" }

// Distinct checks that no id stands twice in a list.
func Distinct(field string, ids []string) error {
	for i, id := range ids {
		if slices.Contains(ids[:i], id) {
			return invalid(indexed(field, i), "%q stands here twice", id)
		}
	}
	return nil
}

// Scale checks a list of exactly n answers on a scale of 1 to 5, each possibly missing.
func Scale(field string, scores []*int, n int) error {
	if len(scores) != n {
		return invalid(field, "%d answers are needed, here are %d", n, len(scores))
	}
	for i, s := range scores {
		if err := Between(indexed(field, i), s, 1, 5); err != nil {
			return err
		}
	}
	return nil
}

func required(field, s string) error {
	if strings.TrimSpace(s) == "" {
		return invalid(field, "this may not be empty")
	}
	return nil
}

func requiredList[T any](field string, list []T) error {
	if len(list) == 0 {
		return invalid(field, "at least one is needed")
	}
	return nil
}

func (t Text) required(field string) error {
	if t.IsZero() {
		return invalid(field, "a text is needed in Dutch or English")
	}
	return nil
}

func currency(field, code string) error {
	capitals := len(code) == 3
	for i := range len(code) {
		capitals = capitals && code[i] >= 'A' && code[i] <= 'Z'
	}
	if !capitals {
		return invalid(field, "%q is not a currency code such as EUR", code)
	}
	return nil
}

func timeZone(field, name string) error {
	if name == "" {
		return nil
	}
	if _, err := time.LoadLocation(name); err != nil || name == "Local" {
		return invalid(field, "%q is not a time zone such as Europe/Amsterdam", name)
	}
	return nil
}

func period(field string, days []string) error {
	if len(days) == 0 {
		return nil
	}
	if len(days) != 2 {
		return invalid(field, "a period is a first and a last day")
	}
	err := FirstError(Date(indexed(field, 0), days[0]), Date(indexed(field, 1), days[1]))
	if err == nil && days[0] > days[1] {
		return invalid(field, "the first day is after the last")
	}
	return err
}

func object(field string, raw []byte) error {
	if len(raw) > 0 && raw[0] != '{' {
		return invalid(field, "an object is needed here")
	}
	return nil
}

// webAddress accepts http and https only, so that a stored address can be a link on screen.
func webAddress(field, s string) error {
	if s == "" || strings.HasPrefix(s, "https://") || strings.HasPrefix(s, "http://") {
		return nil
	}
	return invalid(field, "an address begins with https:// or http://")
}
