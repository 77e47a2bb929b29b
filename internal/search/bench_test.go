package search_test

import (
	"fmt"
	"strings"
	"testing"

	"klantreis/internal/journey"
	"klantreis/internal/search"
	"klantreis/internal/workspace"
)

// BenchmarkFind looks through 1,000 cards with texts in both languages; 50 ms is what a person who
// types does not notice.
func BenchmarkFind(b *testing.B) {
	w, journeys := shop()
	for i := range 1000 {
		body := strings.Repeat(fmt.Sprintf("Klanten vinden het één keer per week fijn om te overleggen over punt %d. ", i), 4)
		journeys[0].Cards = append(journeys[0].Cards, &journey.Card{
			ID: fmt.Sprint("x", i), Type: "touchpoint", StageID: "st", Title: workspace.Text{NL: fmt.Sprint("Kaartje ", i), EN: fmt.Sprint("Card ", i)},
			Body: workspace.Text{NL: body, EN: body},
		})
	}
	for name, q := range map[string]string{"word": "overleggen", "synonym": "touch point", "nothing": "zzz", "words": "punt 999 klant week"} {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				search.Find(q, "nl", w, journeys)
			}
		})
	}
}
