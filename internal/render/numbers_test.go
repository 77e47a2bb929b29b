package render

import "testing"

func TestNumbers(t *testing.T) {
	nl, en := &mapper{lang: "nl"}, &mapper{lang: "en"}
	f := func(got, want string) {
		t.Helper()
		if got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
	f(nl.number(1234567, 0), "1.234.567")
	f(en.number(24000, 0), "24,000")
	f(nl.number(14.3, 1), "14,3")
	f(nl.number(-0.5, 1), "−0,5")
	f(nl.number(-0.04, 1), "0,0")
	f(nl.number(74.5, 0), "75")
	f(nl.decimal(62.5), "62,5")
	f(nl.decimal(43.75), "43,75")
	f(en.decimal(80), "80")
	f(nl.signed(-3), "−3")
	f(nl.signed(2.5), "+2,5")
	f(nl.signed(0), "=")
	f(nl.percent(.79, 0), "79"+nbsp+"%")
	f(en.percent(.125, 1), "12.5%")
	f(nl.value(.129, "ratio"), "12,9"+nbsp+"%")
	f(nl.value(.18, "ratio"), "18"+nbsp+"%")
	f(nl.value(12, "days"), "12 dagen")
	f(en.value(-3, "points"), "−3")
	f(nl.value(0, "points"), "0")
	f(nl.value(4.5, "per_post"), "4,5")
	f(nl.day("2026-03-07", false), "7"+nbsp+"mrt")
	f(en.day("2026-09-30", true), "30"+nbsp+"Sept"+nbsp+"2026")
	f(nl.day("soon", false), "soon")
	f(nl.say(wordKnownOf, "1", "2"), "1 van 2 weten")
}
