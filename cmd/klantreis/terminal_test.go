package main

import (
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func TestReportWords(t *testing.T) {
	f := func(got, want string) {
		t.Helper()
		if got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
	f(bar(0), "")
	f(bar(1e-9), "▏")
	f(bar(0.5), strings.Repeat("█", 10))
	f(bar(0.52), strings.Repeat("█", 10)+"▍")
	f(bar(1), strings.Repeat("█", 20))
	f(bar(7), strings.Repeat("█", 20))
	f(padded("zien", 6), "zien  ")
	f(padded("denken", 6), "denken")
	f(padded("houden van", 6), "houde…")
	f(padded("買う買う", 6), "買う… ")
	f(padded("\x1b[2Jé", 6), "\ufffd[2Jé ")
	f(clean("a\u202eb\nc"), "a\ufffdb\ufffdc")
	f(grouped(999), "999")
	f(grouped(1_234_567), "1,234,567")
	f(amount(-1234.56), "-1,234.6")
	f(amount(1e20), "1e+20")
	f(total(19_785), "19,785")
	f(total(0.25), "0.2")
	f(lasting(0), "0.0 s")
	f(lasting(90), "1.5 min")
	f(lasting(5400), "1.5 hours")
	f(lasting(129_600), "1.5 days")
	f(counted(1, "case", "cases"), "1 case")
}

// A foreign text takes as much room as it was given, and no more of a terminal than that.
func TestPaddedIsAsWideAsSaid(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(1, 40).Draw(t, "cells")
		text := padded(rapid.String().Draw(t, "text"), n)
		if widthOf(text) != n || strings.ContainsAny(text, "\x1b\x07\r\n\t\u202e") {
			t.Fatalf("%q has %d cells, want %d", text, widthOf(text), n)
		}
	})
}
