package render

import (
	"bytes"
	"image"
	"image/png"
	"strings"
	"testing"

	"klantreis/internal/journey"
)

func pictureOf(t testing.TB, id string, w, h int) *journey.Picture {
	t.Helper()
	var out bytes.Buffer
	if err := png.Encode(&out, image.NewGray(image.Rect(0, 0, w, h))); err != nil {
		t.Fatal(err)
	}
	return &journey.Picture{ID: id, Type: "image/png", Alt: journey.Text{NL: "Van de file"}, Data: out.Bytes()}
}

// allPictures gives every picture in a drawing with the title of what it stands in.
func allPictures(nodes []Node, in string, do func(*Picture, string)) {
	for _, n := range nodes {
		switch n := n.(type) {
		case *Group:
			allPictures(n.Nodes, n.ID, do)
		case *Picture:
			do(n, in)
		}
	}
}

func TestPicturesOfEveryTypeOfCard(t *testing.T) {
	j, w := demoJourney(t, "jo-femke")
	shown := *j
	shown.Cards = nil
	types := map[journey.CardType]string{}
	for _, c := range j.Cards {
		one := *c
		if types[c.Type] == "" {
			types[c.Type] = c.ID
			one.FileID, one.Alt = "shop", journey.Text{NL: "Etalage & <licht>"}
		}
		shown.Cards = append(shown.Cards, &one)
	}
	d := draw(t, &shown, w, "nl", pictureOf(t, "shop", 300, 200))
	checkDrawing(t, &shown, d)
	n := 0
	allPictures(d.Nodes, "", func(p *Picture, in string) {
		n++
		if ratio := p.W / p.H; p.H > pictureHeightMax+.01 || ratio < 1.49 || ratio > 1.51 || p.Title != "Etalage & <licht>" {
			t.Errorf("in %q stands a picture %v that says %q", in, p.Box, p.Title)
		}
	})
	if n != len(types) {
		t.Errorf("%d pictures are drawn, want one for each of %d types", n, len(types))
	}
	if svg := string(svgOf(t, d)); strings.Count(svg, `href="data:image/png;base64,`) != n || !strings.Contains(svg, "<title>Etalage &amp; &lt;licht&gt;</title>") {
		t.Error("the pictures are not in the file, with what they show")
	}
}

func TestAMissingPictureIsSeen(t *testing.T) {
	j, w := demoJourney(t, "jo-femke")
	for _, c := range j.Cards {
		if c.ID == "t-10" || c.ID == "s-04" {
			c.FileID, c.Alt = "gone", journey.Text{NL: "De etalage"}
		}
	}
	d := draw(t, j, w, "nl")
	checkDrawing(t, j, d)
	allPictures(d.Nodes, "", func(p *Picture, in string) { t.Errorf("a picture in %q", in) })
	svg := string(svgOf(t, d))
	if n := strings.Count(svg, "ontbreekt"); n != 2 || strings.Count(svg, "etalage") != n {
		t.Errorf("%d boxes say that the picture is missing, and what it showed; want both", n)
	}
}
