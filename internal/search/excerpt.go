package search

import (
	"slices"
	"strings"
	"unicode"

	"klantreis/internal/workspace"
)

const (
	excerptRunes = 160 // two lines on a screen
	excerptLead  = 40  // of these before what was found
	ellipsis     = "…"
)

// excerptOf gives for each language the piece of the texts around what was found, or the beginning
// of the first text when it was found elsewhere.
func excerptOf(texts []workspace.Text, firsts []string) workspace.Text {
	var nl, en []string
	for _, t := range texts {
		nl, en = append(nl, t.NL), append(en, t.EN)
	}
	return workspace.Text{NL: piece(nl, firsts), EN: piece(en, firsts)}
}

func piece(texts, firsts []string) string {
	for _, t := range texts {
		if at := place(t, firsts); at >= 0 {
			return around(t, at)
		}
	}
	for _, t := range texts {
		if t != "" {
			return around(t, 0)
		}
	}
	return ""
}

// place gives the character at which the first word stands that begins as one of firsts; −1 for none.
func place(text string, firsts []string) int {
	runes := []rune(text)
	for start := 0; start < len(runes); {
		if !inWord(runes[start]) {
			start++
			continue
		}
		end := start
		for end < len(runes) && inWord(runes[end]) {
			end++
		}
		word := strings.TrimSpace(fold(string(runes[start:end])))
		if slices.ContainsFunc(firsts, func(f string) bool { return strings.HasPrefix(word, f) }) {
			return start
		}
		start = end
	}
	return -1
}

func inWord(r rune) bool {
	return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.Mn, r)
}

// around cuts a text at spaces, and gives the piece with the character at.
func around(text string, at int) string {
	runes := []rune(strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return ' '
		}
		return r
	}, text))
	start, end := max(0, at-excerptLead), len(runes)
	for start > 0 && start < at && runes[start-1] != ' ' {
		start++
	}
	if end-start > excerptRunes {
		end = start + excerptRunes
		for cut := end; cut > at+1 && cut > end-excerptLead; cut-- {
			if runes[cut] == ' ' {
				end = cut
				break
			}
		}
	}
	piece := strings.TrimSpace(string(runes[start:end]))
	if start > 0 {
		piece = ellipsis + piece
	}
	if end < len(runes) {
		piece += ellipsis
	}
	return piece
}
