package render

import (
	"bytes"
	"encoding/base64"
	"encoding/xml"
	"io"
	"math"
	"strconv"

	"klantreis/internal/fault"
)

// SVG writes the drawing as one file that stands by itself: its fonts are inside, cut down to the
// characters it uses, and text is text. It has no script and refers to nothing outside.
func (d *Drawing) SVG(w io.Writer) error {
	s := &svgWriter{lang: d.Lang}
	s.open("svg")
	s.attr("xmlns", "http://www.w3.org/2000/svg")
	s.attr("role", "img")
	s.attr("aria-labelledby", "title desc")
	s.attr("lang", d.Lang)
	s.number("width", d.Width)
	s.number("height", d.Height)
	s.attr("viewBox", "0 0 "+short(d.Width)+" "+short(d.Height))
	s.attr("font-family", fontStack(Regular))
	s.body()
	s.named("title", "title", d.Title)
	s.named("desc", "desc", d.Desc)
	if err := s.fonts(d.fonts); err != nil {
		return err
	}
	for _, n := range d.Nodes {
		s.node(n)
	}
	s.close("svg")
	s.out.WriteByte('\n')
	_, err := w.Write(s.out.Bytes())
	return err
}

type svgWriter struct {
	out   bytes.Buffer
	lang  string
	fades int
}

func (s *svgWriter) open(name string) { s.out.WriteString("<" + name) }
func (s *svgWriter) body()            { s.out.WriteByte('>') }
func (s *svgWriter) end()             { s.out.WriteString("/>\n") }
func (s *svgWriter) close(name string) {
	s.out.WriteString("</" + name + ">\n")
}

func (s *svgWriter) attr(name, value string) {
	s.out.WriteString(" " + name + `="`)
	s.escape(value)
	s.out.WriteByte('"')
}

func (s *svgWriter) number(name string, v float64) {
	s.out.WriteString(" " + name + `="`)
	s.out.WriteString(short(v))
	s.out.WriteByte('"')
}

// escape writes text such that it is text, also inside an attribute.
func (s *svgWriter) escape(text string) {
	_ = xml.EscapeText(&s.out, []byte(text)) // a bytes.Buffer takes everything
}

func (s *svgWriter) named(name, id, text string) {
	s.open(name)
	if id != "" {
		s.attr("id", id)
	}
	s.body()
	s.escape(text)
	s.close(name)
}

// short writes a number with two decimals at most.
func short(v float64) string {
	v = math.Round(v*100) / 100
	if v == 0 {
		v = 0 // not −0
	}
	return strconv.FormatFloat(v, 'f', -1, 64)
}

// fonts writes the used part of each font.
func (s *svgWriter) fonts(set *fontSet) error {
	s.open("style")
	s.body()
	for face := range faces {
		if len(set.used[face]) == 0 {
			continue
		}
		data, err := subset(set.fonts[face].data, set.used[face])
		if err != nil {
			return fault.Wrap(err, fault.Internal, "the font %s cannot be put into a drawing", faceFiles[face])
		}
		s.out.WriteString(`@font-face{font-family:"` + fontName(face) + `";font-weight:` + strconv.Itoa(face.Weight()) +
			`;src:url(data:font/ttf;base64,` + base64.StdEncoding.EncodeToString(data) + `) format("truetype")}` + "\n")
	}
	s.close("style")
	return nil
}

func (s *svgWriter) node(n Node) {
	switch n := n.(type) {
	case *Rect:
		s.rect(n)
	case *Shape:
		s.shape(n)
	case *Text:
		s.text(n)
	case *Picture:
		s.picture(n)
	case *Group:
		s.group(n)
	}
}

func (s *svgWriter) group(g *Group) {
	s.open("g")
	if g.ID != "" {
		s.attr("data-id", g.ID)
	}
	s.body()
	if g.Title != "" {
		s.named("title", "", g.Title)
	}
	for _, n := range g.Nodes {
		s.node(n)
	}
	s.close("g")
}

// picture writes a picture into the file itself.
func (s *svgWriter) picture(p *Picture) {
	s.open("image")
	s.number("x", p.X)
	s.number("y", p.Y)
	s.number("width", p.W)
	s.number("height", p.H)
	s.out.WriteString(` href="data:`)
	s.escape(p.Type)
	s.out.WriteString(`;base64,` + base64.StdEncoding.EncodeToString(p.Data) + `"`)
	if p.Title == "" {
		s.end()
		return
	}
	s.body()
	s.named("title", "", p.Title)
	s.close("image")
}

func (s *svgWriter) rect(r *Rect) {
	fade := ""
	if r.Fade > 0 {
		fade = s.fade(r)
	}
	s.open("rect")
	s.number("x", r.X)
	s.number("y", r.Y)
	s.number("width", max(0, r.W))
	s.number("height", max(0, r.H))
	if r.R > 0 {
		s.number("rx", min(r.R, r.W/2, r.H/2))
	}
	if fade != "" {
		s.attr("fill", "url(#"+fade+")")
	} else {
		s.fill(r.Fill)
	}
	s.stroke(r.Stroke)
	s.end()
}

// fade defines the gradient of a rectangle whose fill fades downward, and gives its id.
func (s *svgWriter) fade(r *Rect) string {
	s.fades++
	id := "fade" + strconv.Itoa(s.fades)
	s.out.WriteString(`<linearGradient id="` + id + `" x1="0" y1="0" x2="0" y2="` + short(r.Fade) + `"><stop stop-color="` + hex(r.Fill) +
		`"/><stop offset="1" stop-color="` + hex(r.Fill) + `" stop-opacity="0"/></linearGradient>` + "\n")
	return id
}

func (s *svgWriter) shape(n *Shape) {
	s.open("path")
	s.out.WriteString(` d="`)
	s.path(n.Path)
	s.out.WriteByte('"')
	s.fill(n.Fill)
	s.stroke(n.Stroke)
	s.end()
}

func (s *svgWriter) path(p Path) {
	for _, step := range p {
		s.out.WriteByte(byte(step.Verb))
		switch step.Verb {
		case CurveTo:
			s.points(step.H1, step.H2, step.To)
		case MoveTo, LineTo:
			s.points(step.To)
		}
	}
}

func (s *svgWriter) points(points ...Point) {
	for i, p := range points {
		if i > 0 {
			s.out.WriteByte(' ')
		}
		s.out.WriteString(short(p.X) + " " + short(p.Y))
	}
}

func (s *svgWriter) fill(c Paint) {
	if c.A == 0 {
		s.attr("fill", "none")
		return
	}
	s.attr("fill", hex(c))
	if c.A < 0xff {
		s.number("fill-opacity", float64(c.A)/0xff)
	}
}

func (s *svgWriter) stroke(st Stroke) {
	if st.Width == 0 || st.Color.A == 0 {
		return
	}
	s.attr("stroke", hex(st.Color))
	if st.Color.A < 0xff {
		s.number("stroke-opacity", float64(st.Color.A)/0xff)
	}
	if st.Width != 1 {
		s.number("stroke-width", st.Width)
	}
	for i, d := range st.Dash {
		if i == 0 {
			s.out.WriteString(` stroke-dasharray="`)
		} else {
			s.out.WriteByte(' ')
		}
		s.out.WriteString(short(d))
	}
	if len(st.Dash) > 0 {
		s.out.WriteByte('"')
	}
	if st.Round {
		s.attr("stroke-linecap", "round")
		s.attr("stroke-linejoin", "round")
	}
}

func hex(c Paint) string {
	const digits = "0123456789abcdef"
	b := [7]byte{0: '#'}
	for i, v := range []uint8{c.R, c.G, c.B} {
		b[1+2*i], b[2+2*i] = digits[v>>4], digits[v&15]
	}
	return string(b[:])
}

// text writes a text: one line as it is, several as spans that together are the text again.
func (s *svgWriter) text(t *Text) {
	s.open("text")
	if len(t.Lines) == 1 {
		s.number("x", t.Lines[0].X)
		s.number("y", t.Lines[0].Y)
	}
	s.number("font-size", t.Size)
	if t.Face.Weight() != 400 {
		s.attr("font-weight", strconv.Itoa(t.Face.Weight()))
	}
	if t.Spacing != 0 {
		s.number("letter-spacing", t.Spacing)
	}
	switch t.Anchor {
	case Middle:
		s.attr("text-anchor", "middle")
	case End:
		s.attr("text-anchor", "end")
	}
	s.fill(t.Color)
	if t.HaloW > 0 {
		s.attr("stroke", hex(t.Halo))
		s.number("stroke-width", t.HaloW)
		s.attr("stroke-linejoin", "round")
		s.attr("paint-order", "stroke")
	}
	if t.Lang != "" && t.Lang != s.lang {
		s.attr("lang", t.Lang)
	}
	s.body()
	for _, l := range t.Lines {
		if len(t.Lines) == 1 {
			s.runs(t, l)
			continue
		}
		s.open("tspan")
		s.number("x", l.X)
		s.number("y", l.Y)
		s.body()
		s.runs(t, l)
		s.out.WriteString("</tspan>")
	}
	s.close("text")
}

// runs writes a line; a run in another font than the text's is a span of its own.
func (s *svgWriter) runs(t *Text, l Line) {
	for _, r := range l.Runs {
		if r.Face == t.Face {
			s.escape(r.Text)
			continue
		}
		s.open("tspan")
		s.attr("font-family", fontStack(r.Face))
		s.attr("font-weight", "400")
		s.body()
		s.escape(r.Text)
		s.out.WriteString("</tspan>")
	}
}
