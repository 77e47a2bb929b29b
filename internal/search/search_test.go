package search_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"

	"klantreis/internal/demo"
	"klantreis/internal/journey"
	"klantreis/internal/search"
	"klantreis/internal/workspace"
)

func nl(s string) workspace.Text { return workspace.Text{NL: s} }

// shop is a workspace with one journey, in which each thing is there for a test below.
func shop() (*workspace.Workspace, []*journey.Journey) {
	w := &workspace.Workspace{
		ID:                "ws",
		Personas:          []*workspace.Persona{{ID: "pe", Name: "Zoë", Quote: nl("Ik wil meteen fietsen")}},
		CustomerGroups:    []*workspace.CustomerGroup{{ID: "cg", Name: nl("Starters"), Criteria: []workspace.Text{nl("Rijdt nog geen jaar")}}},
		Evidence:          []*workspace.Evidence{{ID: "ev", Statement: nl("Vier van de tien haken af bij de prijs")}},
		GuidingPrinciples: []*workspace.GuidingPrinciple{{ID: "gp", Statement: nl("Eerlijk advies")}},
	}
	j := &journey.Journey{
		ID: "jo", Title: workspace.Text{NL: "Racefiets kopen", EN: "Buying a road bike"}, StageSet: "stdc", Kind: "current",
		Scope:  &journey.Scope{Reach: nl("Alleen Nederland")},
		Stages: []*journey.Stage{{ID: "st", Name: nl("Oriënteren"), CustomerQuestion: nl("Waar begin ik?")}},
		Cards: []*journey.Card{
			{ID: "t", Type: "touchpoint", StageID: "st", Title: workspace.Text{NL: "Proefrit in de winkel", EN: "Test ride in the shop"}, Tags: []string{"weekend"}},
			{ID: "d", Type: "decision", StageID: "st", Title: nl("Koop ik hier?"), Body: nl("De beslissing valt aan de kassa, na de proefrit.")},
			{ID: "n", Type: "note", StageID: "st", Title: nl("Über de prijs: €1.500 is veel")},
			{ID: "c", Type: "competitor", StageID: "st", Title: nl("Webwinkel"), Better: nl("Sneller geleverd")},
		},
		Opportunities: []*journey.Opportunity{{ID: "o", StageID: "st", Title: nl("Proefritten op zaterdag")}},
		Actions:       []*journey.Action{{ID: "a", StageID: "st", Title: nl("Afspraak via e-mail bevestigen")}},
		Findings:      []*journey.Finding{{ID: "f", StageID: "st", Statement: nl("Mensen durven niet te vragen")}},
	}
	return w, []*journey.Journey{j}
}

func ids(f *search.Found) []string {
	all := []string{}
	for _, r := range f.Results {
		all = append(all, r.TargetID)
	}
	return all
}

func TestFind(t *testing.T) {
	w, journeys := shop()
	f := func(q string, want ...string) {
		t.Helper()
		if got := ids(search.Find(q, "nl", w, journeys)); !slices.Equal(got, append([]string{}, want...)) {
			t.Errorf("%q finds %v, want %v", q, got, want)
		}
	}
	f("")
	f(" … ")
	f("nergens")
	f("proefrit", "t", "o", "d") // titles before texts
	f("PROEFRIT", "t", "o", "d")
	f("proefrit kassa", "d") // all words, wherever they stand
	f("kassa proefrit", "d")
	f("proefrit nergens")
	f("rit") // beginnings of words only
	f("oriente", "st")
	f("Oriënteren", "st")
	f("uber", "n")
	f("zoe", "pe")
	f("1.500", "n")
	f("test ride", "t") // either language
	f("weekend", "t")
	f("sneller", "c")
	f("nederland", "jo")
	f("rijdt", "cg")
	f("haken", "ev")
	f("eerlijk", "gp")
	f("durven", "f")
	f("email", "a")
	f("e-mail bevestigen", "a")
}

// TestSynonyms has the terms that the vocabulary says must be found, and what shows that they are
// no more than that.
func TestSynonyms(t *testing.T) {
	w, journeys := shop()
	f := func(id string, queries ...string) {
		t.Helper()
		for _, q := range queries {
			if got := ids(search.Find(q, "nl", w, journeys)); !slices.Contains(got, id) {
				t.Errorf("%q finds %v, not %s", q, got, id)
			}
		}
	}
	f("t", "touchpoint", "touch point", "Touch-points", "touchpoints", "contactmoment", "contactmomenten", "contact moment", "touchp")
	f("jo", "customer journey", "klantreis", "klantreizen", "klantreiz", "customer journeys", "STDC", "STCD", "See-Think-Do-Care", "see think do care")
	f("d", "beslissing", "beslissingen", "beslismoment", "beslismomenten", "decision", "decisions", "decision moment")
	f("o", "kans", "kansen", "opportunities")
	f("cg", "klantgroepen", "customer groups")
	f("gp", "basisprincipes", "principle")
	f("t", "winkel contactmoment")

	no := func(id string, queries ...string) {
		t.Helper()
		for _, q := range queries {
			if got := ids(search.Find(q, "nl", w, journeys)); slices.Contains(got, id) {
				t.Errorf("%q finds %v; %s has nothing of it", q, got, id)
			}
		}
	}
	no("t", "contact ", "do", "klantreis", "contactmoment kassa")
	no("jo", "touchpoint", "customer", "ideal journey")

	got := search.Find("touch point", "nl", w, journeys)
	if !slices.Contains(got.Terms, "contactmoment") || !slices.Contains(got.Terms, "touchpoint") || slices.Contains(got.Terms, "touch point") {
		t.Errorf("synonyms told are %v", got.Terms)
	}
	if got := search.Find("proefrit", "nl", w, journeys); len(got.Terms) > 0 {
		t.Errorf("a word without synonyms has %v", got.Terms)
	}
}

// A synonym in a title comes before the name of a kind, which is the last resort.
func TestKindsComeLast(t *testing.T) {
	w, journeys := shop()
	j := journeys[0]
	j.Cards = append(j.Cards, &journey.Card{ID: "said", Type: "note", StageID: "st", Title: nl("Elk contactmoment telt")})
	if got, want := ids(search.Find("touchpoint", "nl", w, journeys)), []string{"said", "t"}; !slices.Equal(got, want) {
		t.Errorf("found %v, want %v", got, want)
	}
}

func TestTheAskersLanguageComesFirst(t *testing.T) {
	w, journeys := shop()
	journeys[0].Cards = []*journey.Card{
		{ID: "en", Type: "note", Title: workspace.Text{NL: "Kaartje", EN: "Test first"}}, {ID: "nl", Type: "note", Title: workspace.Text{NL: "Test eerst", EN: "Card"}},
	}
	for lang, want := range map[string][]string{"nl": {"nl", "en"}, "en": {"en", "nl"}} {
		if got := ids(search.Find("test", lang, w, journeys)); !slices.Equal(got, want) {
			t.Errorf("in %s found %v, want %v", lang, got, want)
		}
	}
}

func TestAResultSaysWhereItIs(t *testing.T) {
	w, journeys := shop()
	long := strings.Repeat("Woorden die er niet toe doen. ", 20)
	journeys[0].Cards[1].Body = workspace.Text{NL: long + "Dan valt de beslissing aan de kassa. " + long, EN: "In the end it is the till."}
	r := search.Find("kassa", "nl", w, journeys).Results[0]
	if r.JourneyID != "jo" || r.JourneyTitle.EN != "Buying a road bike" || r.Kind != "card" || r.CardType != "decision" || r.StageID != "st" {
		t.Errorf("the result says %+v", r)
	}
	if !strings.Contains(r.Excerpt.NL, "aan de kassa") || !strings.HasPrefix(r.Excerpt.NL, "…") || !strings.HasSuffix(r.Excerpt.NL, "…") ||
		utf8.RuneCountInString(r.Excerpt.NL) > 162 || r.Excerpt.EN != "In the end it is the till." {
		t.Errorf("the excerpt is %+v", r.Excerpt)
	}
	if p := search.Find("meteen", "nl", w, journeys).Results[0]; p.JourneyID != "" || p.Kind != "persona" || p.Excerpt.NL != "Ik wil meteen fietsen" {
		t.Errorf("the persona says %+v", p)
	}
}

func TestResultsAreBoundedAndCounted(t *testing.T) {
	w, journeys := shop()
	for i := range 70 {
		journeys[0].Cards = append(journeys[0].Cards, &journey.Card{ID: fmt.Sprint("x", i), Type: "note", Title: nl("Zelfde"), StageID: "st"})
	}
	if got := search.Find("zelfde", "nl", w, journeys); len(got.Results) != search.ResultsMax || got.More != 70-search.ResultsMax {
		t.Errorf("%d results and %d more, want %d and %d", len(got.Results), got.More, search.ResultsMax, 70-search.ResultsMax)
	}
}

// Whatever a title is, each of its words and all of them together find it, in capitals too.
func TestEveryTitleIsFoundByItsWords(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		words := rapid.SliceOfN(rapid.StringMatching(`[a-zA-Zàéïöüçñßøłœ0-9]{1,12}`), 1, 6).Draw(t, "words")
		separator := rapid.SampledFrom([]string{" ", "-", ", ", " – ", "/"}).Draw(t, "separator")
		w, journeys := shop()
		title := strings.Join(words, separator)
		journeys[0].Cards = []*journey.Card{{ID: "x", Type: "note", Title: nl(title)}}
		for _, q := range append(slices.Clone(words), title, strings.ToUpper(title)) {
			if got := search.Find(q, "nl", w, journeys); got.More == 0 && !slices.Contains(ids(got), "x") {
				t.Fatalf("%q does not find %q", q, title)
			}
		}
	})
}

func FuzzFind(f *testing.F) {
	f.Add("touch point", "é\u0301́ ½ ﬁ İ")
	f.Fuzz(func(t *testing.T, q, text string) {
		w, journeys := shop()
		journeys[0].Cards[0].Body = nl(text)
		for _, r := range search.Find(q, "nl", w, journeys).Results {
			if utf8.ValidString(text) && !utf8.ValidString(r.Excerpt.NL) {
				t.Fatalf("the excerpt %q is cut inside a letter", r.Excerpt.NL)
			}
		}
	})
}

func TestTheDemoIsFound(t *testing.T) {
	examples, err := demo.Workspaces()
	if err != nil {
		t.Fatal(err)
	}
	bike := examples[0]
	for q, kind := range map[string]string{"femke": "persona", "touchpoint proefrit": "card", "klantreizen": "journey", "klantgroep": "customerGroup"} {
		if got := search.Find(q, "nl", bike.Workspace, bike.Journeys); !slices.ContainsFunc(got.Results, func(r *search.Hit) bool { return r.Kind == kind }) {
			t.Errorf("%q finds no %s among %d results", q, kind, len(got.Results))
		}
	}
}
