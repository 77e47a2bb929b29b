package event

import (
	"bytes"
	"strconv"
	"unicode/utf8"

	"golang.org/x/text/encoding/htmlindex"
)

// xmlScanner reads the tags of an XML stream. It knows what event logs use: elements, attributes, text, the
// five entities and numbered characters. A document type is refused whole, for it can make a file of a few
// bytes expand without end or reach for other files. Names lose their prefix.
type xmlScanner struct {
	w     *window
	open  []byte  // the names of the elements that are open, one after the other
	ends  []int   // where each of them ends
	name  []byte  // of the tag at hand
	attrs []xattr // of the tag at hand; not for an end tag
	empty bool    // the tag at hand also ends its element
	place int     // where in w.buf the tag at hand begins
	text  []byte  // before the tag at hand, when keep is set
	keep  bool
	spare []byte // what entities became
}

// xattr is an attribute as it stands in the window.
type xattr struct{ name, value []byte }

// tagKind says what [xmlScanner.next] found.
type tagKind int

const (
	tagStart tagKind = iota
	tagEnd
	tagNone // the end of the document
)

// newXMLScanner begins at the start of a document, in the encoding that it declares.
func newXMLScanner(w *window) (*xmlScanner, error) {
	begin := w.buf[w.at:]
	if bytes.HasPrefix(begin, []byte("<?xml")) {
		end := bytes.Index(begin, []byte("?>"))
		if encoding := declared(begin[:max(end, 0)]); encoding != "" {
			if known, err := htmlindex.Get(encoding); err == nil {
				if name, _ := htmlindex.Name(known); name == "utf-16le" || name == "utf-16be" {
					encoding = "" // the stream was turned into UTF-8 by its byte order mark, or is none
				}
			}
			if err := w.recode(encoding); err != nil {
				return nil, placed(err, w, w.at)
			}
		}
	}
	return &xmlScanner{w: w}, nil
}

// declared is the encoding in an XML declaration.
func declared(declaration []byte) string {
	_, rest, found := bytes.Cut(declaration, []byte("encoding"))
	if rest = bytes.TrimLeft(rest, " \t\r\n="); !found || len(rest) == 0 {
		return ""
	}
	value, _, _ := bytes.Cut(rest[1:], rest[:1])
	return string(value)
}

// next moves to the next start or end of an element. What it gives holds until the next call.
func (x *xmlScanner) next() (tagKind, error) {
	x.text, x.spare = x.text[:0], x.spare[:0]
	if x.empty {
		x.empty = false
		x.pop()
		return tagEnd, nil
	}
	for {
		if err := x.toTag(); err != nil {
			return tagNone, err
		}
		if x.w.at == len(x.w.buf) {
			if len(x.ends) > 0 {
				return tagNone, x.w.faultAtEnd("the file ends before </%s>; is it cut off?", shown(x.innermost()))
			}
			return tagNone, x.w.failed()
		}
		if err := x.ensure(2); err != nil {
			return tagNone, err
		}
		switch x.w.buf[x.w.at+1] {
		case '/':
			return tagEnd, x.complete(x.endTag)
		case '?':
			if err := x.pass("<?", "?>", false); err != nil {
				return tagNone, err
			}
		case '!':
			if err := x.bang(); err != nil {
				return tagNone, err
			}
		default:
			return tagStart, x.complete(x.startTag)
		}
	}
}

// toTag moves to the next <, keeping the text before it when that is asked for.
func (x *xmlScanner) toTag() error {
	for {
		rest := x.w.buf[x.w.at:]
		n := bytes.IndexByte(rest, '<')
		if n < 0 {
			n = len(rest)
		}
		if len(x.ends) == 0 {
			if junk := bytes.TrimLeft(rest[:n], " \t\r\n"); len(junk) > 0 {
				return x.w.fault(x.w.at+n-len(junk), "here is text outside of any element; is the file damaged?")
			}
		}
		if err := x.keepText(rest[:n]); err != nil {
			return err
		}
		x.w.at += n
		if n < len(rest) || !x.w.fill() {
			return x.w.failed()
		}
	}
}

func (x *xmlScanner) keepText(text []byte) error {
	if !x.keep {
		return nil
	}
	if len(x.text)+len(text) > recordBytesMax {
		return x.w.fault(x.w.at, "the text here is longer than %d MiB", recordBytesMax>>20)
	}
	x.text = append(x.text, text...)
	return nil
}

// ensure brings in n bytes from w.at on.
func (x *xmlScanner) ensure(n int) error {
	for len(x.w.buf)-x.w.at < n {
		if !x.w.fill() {
			return x.cutOff()
		}
	}
	return nil
}

func (x *xmlScanner) cutOff() error {
	if err := x.w.failed(); err != nil {
		return err
	}
	return x.w.fault(x.w.at, "what begins here does not end; is a quote missing, or the file cut off?")
}

// complete reads a tag that begins at w.at, again with more of the stream as long as its end is missing. read
// gives the place behind it, 0 when it needs more.
func (x *xmlScanner) complete(read func(tag []byte) (int, error)) error {
	for {
		n, err := read(x.w.buf[x.w.at:])
		if err != nil {
			return err
		}
		if n > 0 {
			x.place = x.w.at
			x.w.at += n
			return nil
		}
		if !x.w.fill() {
			return x.cutOff()
		}
	}
}

// startTag reads a name and attributes.
func (x *xmlScanner) startTag(b []byte) (int, error) {
	x.attrs = x.attrs[:0]
	at := nameEnd(b, 1)
	if at == 1 {
		return 0, x.w.fault(x.w.at, "the < here begins no tag; in a text it is written &lt;")
	}
	if at > NameBytesMax {
		return 0, x.w.fault(x.w.at, "the name of the element here has more than %d characters", NameBytesMax)
	}
	x.name = local(b[1:at])
	for {
		for at < len(b) && isXMLSpace(b[at]) {
			at++
		}
		if at+1 >= len(b) {
			if at == len(b) || b[at] != '>' {
				return 0, nil
			}
		}
		switch {
		case b[at] == '>':
			return at + 1, x.push()
		case b[at] == '/' && b[at+1] == '>':
			x.empty = true
			return at + 2, x.push()
		}
		next, err := x.attribute(b, at)
		if next == 0 || err != nil {
			return 0, err
		}
		at = next
	}
}

// attribute reads name="value" at b[at] and gives the place behind it; 0 asks for more.
func (x *xmlScanner) attribute(b []byte, at int) (int, error) {
	end := nameEnd(b, at)
	eq := end
	for eq < len(b) && isXMLSpace(b[eq]) {
		eq++
	}
	quote := eq + 1
	for quote < len(b) && isXMLSpace(b[quote]) {
		quote++
	}
	if quote >= len(b) {
		return 0, nil
	}
	if end == at || b[eq] != '=' || b[quote] != '"' && b[quote] != '\'' {
		return 0, x.w.fault(x.w.at+at, "an attribute is written name=\"value\"; here is something else")
	}
	n := bytes.IndexByte(b[quote+1:], b[quote])
	if n < 0 {
		return 0, nil
	}
	value := b[quote+1 : quote+1+n]
	if bytes.IndexByte(value, '<') >= 0 {
		return 0, x.w.fault(x.w.at+quote, "the quote that begins here is not closed in its tag")
	}
	if len(x.attrs) == attributesMax {
		return 0, x.w.fault(x.w.at, "the tag here has more than %d attributes", attributesMax)
	}
	x.attrs = append(x.attrs, xattr{local(b[at:end]), value})
	return quote + n + 2, nil
}

// nameEnd is where a name that begins at b[at] ends.
func nameEnd(b []byte, at int) int {
	for at < len(b) && !isXMLSpace(b[at]) && b[at] != '>' && b[at] != '/' && b[at] != '=' && b[at] != '<' && b[at] != '"' && b[at] != '\'' {
		at++
	}
	return at
}

func isXMLSpace(c byte) bool { return c == ' ' || c == '\n' || c == '\t' || c == '\r' }

// local is a name without its prefix.
func local(name []byte) []byte {
	return name[bytes.IndexByte(name, ':')+1:]
}

// endTag reads the end of the innermost element.
func (x *xmlScanner) endTag(b []byte) (int, error) {
	end := bytes.IndexByte(b, '>')
	if end < 0 {
		return 0, nil
	}
	name := local(bytes.TrimRight(b[2:end], " \t\r\n"))
	if len(x.ends) == 0 || !bytes.Equal(name, x.innermost()) {
		open := "none is open"
		if len(x.ends) > 0 {
			open = "<" + shown(x.innermost()) + "> is open"
		}
		return 0, x.w.fault(x.w.at, "</%s> closes an element, but %s", shown(name), open)
	}
	x.pop()
	return end + 1, nil
}

// shown is a name for a sentence: no more than its begin, and nothing that would break the line.
func shown(name []byte) string {
	text := firstWords(name)
	return text[1 : len(text)-1]
}

// push opens an element. Its name is kept, since the window moves on.
func (x *xmlScanner) push() error {
	if len(x.ends) >= depthMax {
		return x.w.fault(x.w.at, "elements lie in each other more than %d deep", depthMax)
	}
	x.open = append(x.open, x.name...)
	x.ends = append(x.ends, len(x.open))
	return nil
}

func (x *xmlScanner) innermost() []byte {
	from := 0
	if n := len(x.ends); n > 1 {
		from = x.ends[n-2]
	}
	return x.open[from:]
}

// pop closes the innermost element; its name is the tag's.
func (x *xmlScanner) pop() {
	x.name = x.innermost()
	x.ends = x.ends[:len(x.ends)-1]
	x.open = x.open[:len(x.open)-len(x.name)]
}

// skip moves behind the element whose start was read.
func (x *xmlScanner) skip() error {
	if x.empty {
		x.empty = false
		x.pop()
		return nil
	}
	for depth := len(x.ends); len(x.ends) >= depth; {
		if _, err := x.next(); err != nil {
			return err
		}
	}
	return nil
}

// children calls each for every element within the one whose start was read; each reads it to its end.
func (x *xmlScanner) children(each func() error) error {
	for {
		kind, err := x.next()
		if kind != tagStart || err != nil {
			return err
		}
		if err := each(); err != nil {
			return err
		}
	}
}

// root reads the start of the document's element.
func (x *xmlScanner) root(name string) error {
	kind, err := x.next()
	if err != nil {
		return err
	}
	if kind != tagStart || string(x.name) != name {
		return x.w.fault(x.place, "the document is no event log: it does not begin with <%s>", name)
	}
	return nil
}

// finish checks that nothing comes behind the document's element.
func (x *xmlScanner) finish() error {
	kind, err := x.next()
	if err == nil && kind != tagNone {
		err = x.w.fault(x.place, "the document goes on after its end")
	}
	return err
}

// bang reads what begins with <!.
func (x *xmlScanner) bang() error {
	for _, known := range []struct {
		open, close string
		text        bool
	}{{"<!--", "-->", false}, {"<![CDATA[", "]]>", true}} {
		n := min(len(known.open), 4)
		if err := x.ensure(n); err != nil {
			return err
		}
		if string(x.w.buf[x.w.at:x.w.at+n]) != known.open[:n] {
			continue
		}
		return x.pass(known.open, known.close, known.text)
	}
	return x.w.fault(x.w.at, "the file has a document type (<!DOCTYPE …>), which is refused because it can expand without end; remove it")
}

// pass moves behind what stands between two marks, and keeps it when it is text.
func (x *xmlScanner) pass(open, closing string, text bool) error {
	if err := x.ensure(len(open)); err != nil {
		return err
	}
	line, column := x.w.position(x.w.at)
	x.w.at += len(open)
	for {
		rest := x.w.buf[x.w.at:]
		n := bytes.Index(rest, []byte(closing))
		done := n >= 0
		if !done {
			n = max(len(rest)-len(closing)+1, 0)
		}
		if text {
			// In such a text an ampersand is an ordinary character.
			if err := x.keepText(bytes.ReplaceAll(rest[:n], []byte("&"), []byte("&amp;"))); err != nil {
				return err
			}
		}
		x.w.at += n
		if done {
			x.w.at += len(closing)
			return nil
		}
		if !x.w.fill() {
			return x.w.faultAtEnd("the %s that belongs to line %d, column %d is missing; is the file cut off?", closing, line, column)
		}
	}
}

// attr is the value of an attribute as it stands in the file; nil when the tag has none.
func (x *xmlScanner) attr(name string) []byte {
	for i := range x.attrs {
		if string(x.attrs[i].name) == name {
			return x.attrs[i].value
		}
	}
	return nil
}

// plain is a value or text with its entities resolved.
func (x *xmlScanner) plain(value []byte) ([]byte, error) {
	amp := bytes.IndexByte(value, '&')
	if amp < 0 {
		return value, nil
	}
	from := len(x.spare)
	for amp >= 0 {
		x.spare = append(x.spare, value[:amp]...)
		end := bytes.IndexByte(value[amp:], ';')
		r := rune(-1)
		if end > 0 {
			r = entity(string(value[amp+1 : amp+end]))
		}
		if r < 0 {
			return nil, x.w.fault(x.place, "%s is no character that is known here; & itself is written &amp;", firstWords(value[amp:]))
		}
		x.spare = utf8.AppendRune(x.spare, r)
		value = value[amp+end+1:]
		amp = bytes.IndexByte(value, '&')
	}
	x.spare = append(x.spare, value...)
	return x.spare[from:], nil
}

// entity is the character that a name or a number between & and ; stands for; -1 for none.
func entity(name string) rune {
	switch name {
	case "amp":
		return '&'
	case "lt":
		return '<'
	case "gt":
		return '>'
	case "quot":
		return '"'
	case "apos":
		return '\''
	}
	if len(name) < 2 || name[0] != '#' {
		return -1
	}
	digits, base := name[1:], 10
	if digits[0] == 'x' {
		digits, base = digits[1:], 16
	}
	n, err := strconv.ParseUint(digits, base, 32)
	if err != nil || n == 0 || n > utf8.MaxRune || !utf8.ValidRune(rune(n)) {
		return -1
	}
	return rune(n)
}
