package event

import (
	"bytes"
	"strconv"
	"unicode/utf16"
	"unicode/utf8"
)

// jsonScanner reads JSON value by value from a window, without building anything of it. Each method reads
// the value that comes next and stands behind it afterwards; bytes that it gives hold until the next call.
type jsonScanner struct {
	w     *window
	depth int
	began int    // where in w.buf the last scalar begins
	spare []byte // a string whose escapes are resolved
	path  []byte // of a value within others
	keys  []byte // of the objects that are being read, one after the other
}

// peek gives the first byte of what comes next, 0 at the end of the stream.
func (s *jsonScanner) peek() (byte, error) {
	for {
		for s.w.at < len(s.w.buf) {
			switch c := s.w.buf[s.w.at]; c {
			case ' ', '\t', '\n', '\r':
				s.w.at++
			default:
				return c, nil
			}
		}
		if !s.w.fill() {
			return 0, s.w.failed()
		}
	}
}

func (s *jsonScanner) wrong(want string) error {
	if s.w.at == len(s.w.buf) {
		return s.w.faultAtEnd("the file ends where %s should be; is it cut off?", want)
	}
	return s.w.fault(s.w.at, "this is no JSON: here should be %s", want)
}

// expect passes one character.
func (s *jsonScanner) expect(c byte, want string) error {
	got, err := s.peek()
	if err != nil {
		return err
	}
	if got != c {
		return s.wrong(want)
	}
	s.w.at++
	return nil
}

// object calls each with every key; each reads the value, and has no use of the key afterwards.
func (s *jsonScanner) object(each func(key []byte) error) error {
	return s.group('{', '}', "an object", func() error {
		if c, err := s.peek(); err != nil || c != '"' {
			if err == nil {
				err = s.wrong("a key between quotes")
			}
			return err
		}
		key, err := s.str()
		if err != nil {
			return err
		}
		from := len(s.keys) // the window may move under the key; none of ours is that long
		s.keys = append(s.keys, key[:min(len(key), NameBytesMax)]...)
		if err := s.expect(':', "a colon"); err != nil {
			return err
		}
		err = each(s.keys[from:])
		s.keys = s.keys[:from]
		return err
	})
}

// array calls each for every element, which it reads.
func (s *jsonScanner) array(each func() error) error {
	return s.group('[', ']', "an array", each)
}

func (s *jsonScanner) group(open, closing byte, what string, each func() error) error {
	if err := s.expect(open, what); err != nil {
		return err
	}
	if s.depth++; s.depth > depthMax {
		return s.w.fault(s.w.at-1, "values lie in each other more than %d deep", depthMax)
	}
	defer func() { s.depth-- }()
	c, err := s.peek()
	if err != nil {
		return err
	}
	if c == closing {
		s.w.at++
		return nil
	}
	for {
		if err := each(); err != nil {
			return err
		}
		c, err := s.peek()
		switch {
		case err != nil:
			return err
		case c == closing:
			s.w.at++
			return nil
		case c != ',':
			return s.wrong("a comma or the end of " + what)
		}
		s.w.at++
	}
}

// str reads a string.
func (s *jsonScanner) str() ([]byte, error) {
	if err := s.expect('"', "a text between quotes"); err != nil {
		return nil, err
	}
	escaped := false
	for at := s.w.at; ; {
		buf := s.w.buf
		for at < len(buf) && buf[at] != '"' && buf[at] != '\\' && buf[at] >= ' ' {
			at++
		}
		if at >= len(buf)-1 && (at >= len(buf) || buf[at] == '\\') {
			at -= s.w.at
			if !s.w.fill() {
				return nil, s.w.faultAtEnd("the text that is read here is not closed; is the file cut off?")
			}
			continue // from where it was, in the window that moved
		}
		switch buf[at] {
		case '\\':
			escaped = true
			at += 2
		case '"':
			text := buf[s.w.at:at]
			if escaped {
				var err error
				if text, err = s.unescaped(text); err != nil {
					return nil, err
				}
			}
			s.began, s.w.at = s.w.at, at+1
			return text, nil
		default:
			return nil, s.w.fault(at, "a text cannot hold a line end or a control character; is a quote missing?")
		}
	}
}

// unescaped resolves \n, \u00e9 and the like. A half surrogate becomes the replacement character.
func (s *jsonScanner) unescaped(text []byte) ([]byte, error) {
	s.spare = s.spare[:0]
	for {
		n := bytes.IndexByte(text, '\\')
		if n < 0 {
			s.spare = append(s.spare, text...)
			return s.spare, nil
		}
		s.spare = append(s.spare, text[:n]...)
		c := text[n+1]
		text = text[n+2:]
		if i := bytes.IndexByte([]byte(`"\/bfnrt`), c); i >= 0 {
			s.spare = append(s.spare, "\"\\/\b\f\n\r\t"[i])
			continue
		}
		r, ok := hex4(text)
		if c != 'u' || !ok {
			return nil, s.w.fault(s.w.at, "the text that begins here has a \\ with something unknown behind it")
		}
		text = text[4:]
		if utf16.IsSurrogate(r) && len(text) >= 6 && text[0] == '\\' && text[1] == 'u' {
			if low, ok := hex4(text[2:]); ok && utf16.DecodeRune(r, low) != utf8.RuneError {
				r, text = utf16.DecodeRune(r, low), text[6:]
			}
		}
		s.spare = utf8.AppendRune(s.spare, r)
	}
}

func hex4(text []byte) (rune, bool) {
	if len(text) < 4 {
		return 0, false
	}
	n, err := strconv.ParseUint(string(text[:4]), 16, 16)
	return rune(n), err == nil
}

// literal reads a number, true, false or null.
func (s *jsonScanner) literal() ([]byte, error) {
	for at := s.w.at; ; at++ {
		if at == len(s.w.buf) {
			at -= s.w.at
			if s.w.fill() {
				at--
				continue
			}
			if err := s.w.failed(); err != nil {
				return nil, err
			}
			at += s.w.at
		}
		if at < len(s.w.buf) && isLiteral(s.w.buf[at]) {
			continue
		}
		text := s.w.buf[s.w.at:at]
		switch string(text) {
		case "true", "false", "null":
		default:
			if len(text) == 0 || text[0] != '-' && text[0]-'0' > 9 {
				return nil, s.wrong("a value")
			}
			if _, err := strconv.ParseFloat(string(text), 64); err != nil && len(text) < 300 {
				return nil, s.wrong("a number")
			}
		}
		s.began, s.w.at = s.w.at, at
		return text, nil
	}
}

func isLiteral(c byte) bool {
	return c-'0' <= 9 || c >= 'a' && c <= 'z' || c == '-' || c == '+' || c == '.' || c == 'E'
}

// scalar reads a string, or what a number or a truth is written as; null is empty. Objects and arrays are
// passed over and are empty as well.
func (s *jsonScanner) scalar() ([]byte, error) {
	c, err := s.peek()
	if err != nil {
		return nil, err
	}
	switch c {
	case '"':
		return s.str()
	case '{', '[':
		return nil, s.skip()
	}
	text, err := s.literal()
	if string(text) == "null" {
		text = nil
	}
	return text, err
}

// skip passes over a value.
func (s *jsonScanner) skip() error {
	c, err := s.peek()
	if err != nil {
		return err
	}
	switch c {
	case '{':
		return s.object(func([]byte) error { return s.skip() })
	case '[':
		return s.array(s.skip)
	}
	_, err = s.scalar()
	return err
}

// flat reads a value and notes every scalar in it, its keys and places joined by dots behind prefix.
func (s *jsonScanner) flat(prefix string, note func(key, value []byte) error) error {
	s.path = append(s.path[:0], prefix...)
	return s.flatValue(note)
}

func (s *jsonScanner) flatValue(note func(key, value []byte) error) error {
	c, err := s.peek()
	if err != nil {
		return err
	}
	from := len(s.path)
	switch c {
	case '{':
		return s.object(func(key []byte) error {
			s.enter(key)
			err := s.flatValue(note)
			s.path = s.path[:from]
			return err
		})
	case '[':
		n := 0
		return s.array(func() error {
			var place [20]byte
			s.enter(strconv.AppendInt(place[:0], int64(n), 10))
			n++
			err := s.flatValue(note)
			s.path = s.path[:from]
			return err
		})
	}
	value, err := s.scalar()
	if err != nil || len(value) == 0 {
		return err
	}
	return note(s.path, value)
}

// enter adds a key to the path, the begin of one that is endless.
func (s *jsonScanner) enter(key []byte) {
	if len(s.path) > 0 && s.path[len(s.path)-1] != ':' {
		s.path = append(s.path, '.')
	}
	s.path = append(s.path, key[:min(len(key), NameBytesMax)]...)
}
