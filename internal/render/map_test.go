package render

import (
	"bytes"
	"cmp"
	"encoding/xml"
	"errors"
	"flag"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"

	"klantreis/internal/demo"
	"klantreis/internal/journey"
	"klantreis/internal/workspace"
)

var update = flag.Bool("update", false, "write the golden files anew; look at them before committing")

// demoJourney finds a journey of the demo and the workspace it belongs to.
func demoJourney(t testing.TB, id string) (*journey.Journey, *workspace.Workspace) {
	t.Helper()
	examples, err := demo.Workspaces()
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range examples {
		for _, j := range e.Journeys {
			if j.ID == id {
				return j, e.Workspace
			}
		}
	}
	t.Fatalf("the demo has no journey %s", id)
	return nil, nil
}

func draw(t testing.TB, j *journey.Journey, w *workspace.Workspace, lang string, pictures ...*journey.Picture) *Drawing {
	t.Helper()
	d, err := Map(j, w, journey.Compute(j), Options{Lang: lang, Pictures: pictures})
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func svgOf(t testing.TB, d *Drawing) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := d.SVG(&b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestMapGolden(t *testing.T) {
	for _, c := range []struct{ id, lang string }{{"jo-femke", "nl"}, {"jo-mortgage", "en"}} {
		t.Run(c.id, func(t *testing.T) {
			j, w := demoJourney(t, c.id)
			got := svgOf(t, draw(t, j, w, c.lang))
			golden := filepath.Join("testdata", c.id+"-"+c.lang+".svg")
			if *update {
				if err := os.WriteFile(golden, got, 0o644); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(golden)
			if err != nil {
				t.Fatal(err)
			}
			if !bytes.Equal(got, want) {
				if err := os.WriteFile(golden+".got", got, 0o644); err != nil {
					t.Error(err)
				}
				t.Errorf("the drawing changed: compare %s with %s.got in a browser, then run with -update", golden, golden)
			}
		})
	}
}

// The picture is complete: everything visible is there as text, in both languages.
func TestMapIsComplete(t *testing.T) {
	for _, id := range []string{"jo-femke", "jo-ruud", "jo-mortgage"} {
		for _, lang := range []string{"nl", "en"} {
			j, w := demoJourney(t, id)
			d := draw(t, j, w, lang)
			checkDrawing(t, j, d)
			if len(d.Missing) > 0 {
				t.Errorf("%s: no font has %q", id, string(d.Missing))
			}
			file := readSVG(t, svgOf(t, d))
			for _, s := range wantedTexts(j, lang) {
				if !file.says(s) {
					t.Errorf("%s in %s does not say %q", id, lang, s)
				}
			}
		}
	}
}

// wantedTexts are texts of a journey besides the titles of its cards.
func wantedTexts(j *journey.Journey, lang string) []string {
	texts := []string{j.Title.In(lang)}
	for _, s := range j.Stages {
		texts = append(texts, s.Name.In(lang), s.CustomerQuestion.In(lang))
	}
	for _, o := range j.Opportunities {
		texts = append(texts, o.Title.In(lang))
	}
	for _, a := range j.Actions {
		texts = append(texts, a.Title.In(lang))
	}
	for _, m := range j.Metrics {
		texts = append(texts, m.Name.In(lang))
	}
	for _, t := range j.Transitions {
		texts = append(texts, t.Note.In(lang))
	}
	return slices.DeleteFunc(texts, func(s string) bool { return s == "" })
}

// What stands in the picture for a reader who knows the demo: figures, by locale.
func TestMapSaysTheFigures(t *testing.T) {
	j, w := demoJourney(t, "jo-femke")
	f := func(lang string, want ...string) {
		t.Helper()
		file := readSVG(t, svgOf(t, draw(t, j, w, lang)))
		for _, s := range want {
			if !file.says(strings.ReplaceAll(s, "~", nbsp)) {
				t.Errorf("in %s it does not say %q", lang, s)
			}
		}
	}
	f("nl", "Huidig", "Femke", "79~% weten", "13 van 17 weten", "24.000~?", "15~%", "Beslissend", "Dieptepunt", "310 van 2.400 · 12–14~%",
		"→ naar concurrent", "−4", "teleurgesteld · piek", "neutraal · einde", "Meeste winst", "LIJN VAN INTERACTIE", "ZICHTBAARHEIDSLIJN",
		"LIJN VAN INTERNE INTERACTIE", "Papieren agenda, proeffietsen", "14,3", "15~aug", "12,9~%", "verlaagt 2", "12 dagen", "doel~3~dagen")
	f("en", "Current", "79% known", "24,000~?", "Make or break", "Low point", "310 of 2,400 · 12–14%", "disappointed · peak", "Most to gain",
		"LINE OF VISIBILITY", "14.3", "15~Aug", "12.9%", "lowers 2", "target~3~days")
}

func TestHiddenLanesAreLeftOut(t *testing.T) {
	j, w := demoJourney(t, "jo-femke")
	for _, l := range j.Lanes {
		l.Hidden = l.Type == "touchpoint" || l.Type == "need"
	}
	d := draw(t, j, w, "nl")
	checkDrawing(t, j, d)
	file := readSVG(t, svgOf(t, d))
	for _, s := range []string{"Gratis routes downloaden", "Domme vragen durven stellen", "Contactmomenten"} {
		if file.says(s) {
			t.Errorf("it still says %q", s)
		}
	}
}

func TestMissingTranslationsAreMarked(t *testing.T) {
	j, w := demoJourney(t, "jo-femke")
	card := j.Cards[0]
	card.Title.EN = ""
	file := readSVG(t, svgOf(t, draw(t, j, w, "en")))
	if !file.says(card.Title.NL) || !file.says("NL") {
		t.Errorf("%q is not there with its language", card.Title.NL)
	}
	if readSVG(t, svgOf(t, draw(t, j, w, "nl"))).says("EN") {
		t.Error("a text that is there is marked")
	}
}

func TestUnknownThingsAreDrawnWithoutNames(t *testing.T) {
	j, _ := demoJourney(t, "jo-femke")
	d := draw(t, j, &workspace.Workspace{ID: "ws-empty"}, "nl")
	checkDrawing(t, j, d)
}

// The same journey gives the same bytes, however its lists are shuffled and however many threads
// there are.
func TestMapIsDeterministic(t *testing.T) {
	j, w := demoJourney(t, "jo-femke")
	want := svgOf(t, draw(t, j, w, "nl"))
	before := runtime.GOMAXPROCS(1)
	defer runtime.GOMAXPROCS(before)
	slices.Reverse(j.Cards)
	slices.Reverse(j.Lanes)
	slices.Reverse(j.Stages)
	d := draw(t, j, w, "nl")
	if !bytes.Equal(svgOf(t, d), want) {
		t.Error("another order of the lists gives another drawing")
	}
	if !bytes.Equal(svgOf(t, d), want) {
		t.Error("writing it twice gives another file")
	}
}

// svgFile is what a reader of the file finds.
type svgFile struct{ texts []string }

// says tells whether one text element, or the lines of one, hold these words.
func (f svgFile) says(words string) bool {
	words = clean(words)
	return slices.ContainsFunc(f.texts, func(t string) bool { return t == words || strings.Contains(t, words) && len(words) > 3 })
}

// readSVG checks that a file is well-formed, has a name, and refers to nothing outside.
func readSVG(t *testing.T, data []byte) svgFile {
	t.Helper()
	var file svgFile
	var open []string
	var text strings.Builder
	described := map[string]bool{}
	decoder := xml.NewDecoder(bytes.NewReader(data))
	for {
		token, err := decoder.Token()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			t.Fatalf("not well-formed: %v", err)
		}
		switch token := token.(type) {
		case xml.StartElement:
			open = append(open, token.Name.Local)
			checkElement(t, token)
			if token.Name.Local == "text" {
				text.Reset()
			}
		case xml.CharData:
			if slices.Contains(open, "text") {
				text.Write(token)
			} else if n := len(open); n == 2 && strings.TrimSpace(string(token)) != "" {
				described[open[1]] = true
			}
		case xml.EndElement:
			open = open[:len(open)-1]
			if token.Name.Local == "text" {
				file.texts = append(file.texts, text.String())
			}
		}
	}
	if !described["title"] || !described["desc"] {
		t.Error("the drawing has no title or no description")
	}
	return file
}

func checkElement(t *testing.T, e xml.StartElement) {
	t.Helper()
	allowed := []string{"svg", "g", "title", "desc", "style", "rect", "path", "text", "tspan", "image", "linearGradient", "stop"}
	if !slices.Contains(allowed, e.Name.Local) {
		t.Errorf("element <%s> does not belong in a drawing", e.Name.Local)
	}
	for _, a := range e.Attr {
		name := a.Name.Local
		if e.Name.Local == "image" && name == "href" && strings.HasPrefix(a.Value, "data:image/") {
			continue // in the file itself
		}
		if strings.HasPrefix(name, "on") || name == "href" || strings.Contains(a.Value, "NaN") || strings.Contains(a.Value, "Inf") {
			t.Errorf("attribute %s=%q", name, a.Value)
		}
	}
}

// checkDrawing checks what must hold for every drawing of every journey.
func checkDrawing(t *testing.T, j *journey.Journey, d *Drawing) {
	t.Helper()
	groups := groupsOf(d.Nodes)
	paper := Box{0, 0, d.Width, d.Height}
	for i, g := range groups {
		if !paper.Holds(g.Box, .01) {
			t.Errorf("%s %v lies outside the paper of %v", g.ID, g.Box, paper)
		}
		for _, other := range groups[i+1:] {
			if g.Box.inset(.01).Overlaps(other.Box) {
				t.Errorf("%s %v overlaps %s %v", g.ID, g.Box, other.ID, other.Box)
			}
		}
		for _, text := range textBoxes(g.Nodes) {
			if !g.Box.Holds(text, .5) {
				t.Errorf("text %v of %s stands outside %v", text, g.ID, g.Box)
			}
		}
	}
	texts := allTexts(d.Nodes)
	slices.SortFunc(texts, func(a, b placedText) int { return cmp.Compare(a.Y, b.Y) })
	for i, a := range texts {
		if !paper.Holds(a.Box, .01) {
			t.Errorf("%q %v stands outside the paper of %v", a.text, a.Box, paper)
		}
		for _, b := range texts[i+1:] {
			if b.Y > a.Y+a.H {
				break
			}
			if a.inset(.5).Overlaps(b.inset(.5)) {
				t.Errorf("%q %v overlaps %q %v", a.text, a.Box, b.text, b.Box)
			}
		}
	}
	checkTitles(t, j, groups)
}

type placedText struct {
	Box
	text string
}

// allTexts gives every line of text with the room its letters take.
func allTexts(nodes []Node) []placedText {
	var texts []placedText
	for _, n := range nodes {
		switch n := n.(type) {
		case *Group:
			texts = append(texts, allTexts(n.Nodes)...)
		case *Text:
			for i, box := range textBoxes([]Node{n}) {
				texts = append(texts, placedText{box, n.Lines[i].Runs[0].Text})
			}
		}
	}
	return texts
}

func checkTitles(t *testing.T, j *journey.Journey, groups []*Group) {
	t.Helper()
	shown := map[string]bool{}
	for _, l := range j.Lanes {
		shown[l.ID] = !l.Hidden
	}
	drawn, times := map[string]*Group{}, map[string]int{}
	for _, g := range groups {
		drawn[g.ID] = g
		times[g.ID]++
	}
	for _, c := range j.Cards {
		g := drawn[c.ID]
		if times[c.ID] > 1 {
			t.Errorf("card %s is drawn %d times", c.ID, times[c.ID])
		}
		if (g != nil) != shown[c.LaneID] {
			t.Errorf("card %s: drawn %v, lane shown %v", c.ID, g != nil, shown[c.LaneID])
		}
		if g == nil {
			continue
		}
		title := g.Title
		if !slices.ContainsFunc(textsOf(g.Nodes), func(s string) bool { return s == title || s == "“"+title+"”" }) {
			t.Errorf("card %s does not show its title %q", c.ID, title)
		}
	}
}

// groupsOf gives the groups that promise a box; those inside others are judged with them.
func groupsOf(nodes []Node) []*Group {
	var groups []*Group
	for _, n := range nodes {
		if g, ok := n.(*Group); ok {
			if g.Box.W > 0 {
				groups = append(groups, g)
			} else {
				groups = append(groups, groupsOf(g.Nodes)...)
			}
		}
	}
	return groups
}

// textBoxes gives where the letters of a group stand: from the top of a capital to below the baseline.
func textBoxes(nodes []Node) []Box {
	var boxes []Box
	for _, n := range nodes {
		text, ok := n.(*Text)
		if !ok {
			continue
		}
		for _, l := range text.Lines {
			x := l.X
			switch text.Anchor {
			case Middle:
				x -= l.Width / 2
			case End:
				x -= l.Width
			}
			boxes = append(boxes, Box{x, l.Y - .73*text.Size, l.Width, .93 * text.Size})
		}
	}
	return boxes
}

func textsOf(nodes []Node) []string {
	var texts []string
	for _, n := range nodes {
		if text, ok := n.(*Text); ok {
			var b strings.Builder
			for _, l := range text.Lines {
				for _, r := range l.Runs {
					b.WriteString(r.Text)
				}
			}
			texts = append(texts, b.String())
		}
	}
	return texts
}
