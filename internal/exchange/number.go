package exchange

import (
	"strconv"
	"strings"

	"klantreis/internal/fault"
)

const percent = 100

// plainer takes out what people put between digits to read them better, and writes every minus alike.
var plainer = strings.NewReplacer(" ", "", "\u00a0", "", "\u202f", "", "−", "-")

// Number reads a figure as it is written in a sheet. In Dutch (nl) a point groups thousands and a comma begins the
// decimals; in English (en) it is the other way round. A sign of money before it is skipped, and "%" divides by 100. An
// empty cell or a dash is no figure: nil, since empty is not zero. What is not written so is a fault of code invalid, as
// is a group that does not have three digits: "1.5" in Dutch may mean either. Method: own.
func Number(text, locale string) (*float64, error) {
	group, point := ".", ","
	if locale == "en" {
		group, point = ",", "."
	}
	s := plainer.Replace(text)
	if s == "" || s == "-" || s == "–" || s == "—" {
		return nil, nil
	}
	negative := strings.HasPrefix(s, "-")
	s = strings.TrimPrefix(s, "-")
	for _, money := range []string{"€", "$", "£", "EUR"} {
		s = strings.TrimPrefix(s, money)
	}
	if !negative { // € -2,50 is as usual as -€ 2,50
		negative = strings.HasPrefix(s, "-")
		s = strings.TrimPrefix(s, "-")
	}
	s, isShare := strings.CutSuffix(s, "%")
	whole, decimals, hasPoint := strings.Cut(s, point)
	digits, grouped := ungroup(whole, group)
	if !grouped || !isDigits(digits) || hasPoint && !isDigits(decimals) {
		return nil, fault.New(fault.Invalid, "%q is not a number as written in this language", text)
	}
	value, err := strconv.ParseFloat(digits+"."+decimals+"0", 64)
	if err != nil {
		return nil, fault.New(fault.Invalid, "%q is too large a number", text)
	}
	if negative {
		value = -value
	}
	if isShare {
		value /= percent
	}
	return &value, nil
}

// ungroup takes the separators out of the whole part; false when a group after the first has not three digits.
func ungroup(whole, separator string) (string, bool) {
	groups := strings.Split(whole, separator)
	for i, g := range groups {
		if len(groups) > 1 && (i > 0 && len(g) != 3 || i == 0 && (g == "" || len(g) > 3)) {
			return "", false
		}
	}
	return strings.Join(groups, ""), true
}

func isDigits(s string) bool {
	return s != "" && strings.Trim(s, "0123456789") == ""
}
