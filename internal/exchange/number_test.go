package exchange

import (
	"errors"
	"math"
	"strconv"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"klantreis/internal/fault"
)

// written writes a number as a sheet does, with groups of three digits.
func written(cents int64, group, point string) string {
	sign := ""
	if cents < 0 {
		sign, cents = "-", -cents
	}
	whole := strconv.FormatInt(cents/100, 10)
	for at := len(whole) - 3; at > 0; at -= 3 {
		whole = whole[:at] + group + whole[at:]
	}
	return sign + whole + point + strconv.FormatInt(100+cents%100, 10)[1:]
}

func TestNumberReadsWhatASheetWrites(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		cents := rapid.Int64Range(-1e12, 1e12).Draw(t, "cents")
		want := float64(cents) / 100
		for locale, text := range map[string]string{"nl": written(cents, ".", ","), "en": written(cents, ",", ".")} {
			for written, want := range map[string]float64{
				text: want, " " + text + "\u00a0": want, text + " %": want / 100, "€ " + text: want, strings.Replace(text, "-", "−", 1): want,
			} {
				got, err := Number(written, locale)
				if err != nil || got == nil || math.Abs(*got-want) > 1e-9*max(1, math.Abs(want)) {
					t.Fatalf("%q in %s is %v (%v), want %v", written, locale, got, err, want)
				}
			}
		}
	})
}

func TestNumberIsMissing(t *testing.T) {
	for _, text := range []string{"", "  ", "-", "–", "—"} {
		if got, err := Number(text, "nl"); got != nil || err != nil {
			t.Errorf("%q is %v (%v)", text, got, err)
		}
	}
}

func TestNumberDoesNotGuess(t *testing.T) {
	for _, text := range []string{"1.5", "1,5,0", "12.34", "abc", "1.2345", ".123", "1..000", "--5", "%", "€", "1e5", "1,", ",5", "0x10", "NaN", "+5", "1.0000,0", strings.Repeat("9", 400)} {
		got, err := Number(text, "nl")
		var wrong *fault.Error
		if got != nil || !errors.As(err, &wrong) || wrong.Code != fault.Invalid {
			t.Errorf("%q is %v (%v)", text, got, err)
		}
	}
}

func FuzzNumber(f *testing.F) {
	for _, text := range []string{"1.234,5", "3,20%", "€ 1.499,00", "-2,5", "–", "1.5"} {
		f.Add(text, "nl")
		f.Add(text, "en")
	}
	f.Fuzz(func(t *testing.T, text, locale string) {
		got, err := Number(text, locale)
		if got != nil && (err != nil || math.IsNaN(*got) || math.IsInf(*got, 0)) {
			t.Fatalf("%q is %v (%v)", text, *got, err)
		}
	})
}
