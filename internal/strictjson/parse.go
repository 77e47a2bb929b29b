package strictjson

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
)

// parser walks encoding/json's tokens and notes where each begins.
type parser struct {
	data    []byte
	decoder *json.Decoder
	depth   int
}

func parse(data []byte) (*value, error) {
	decoder := json.NewDecoder(bytes.NewReader(data))
	decoder.UseNumber()
	p := &parser{data: data, decoder: decoder}
	root, err := p.value()
	if err != nil {
		return nil, err
	}
	if rest := bytes.TrimLeft(data[decoder.InputOffset():], " \t\r\n"); len(rest) > 0 {
		return nil, problem(data, len(data)-len(rest), "", "the file goes on after its end")
	}
	return root, nil
}

// start is where the next token begins: encoding/json passes over space, commas and colons.
func (p *parser) start() int {
	at := int(p.decoder.InputOffset())
	for at < len(p.data) && bytes.IndexByte([]byte(" \t\r\n,:"), p.data[at]) >= 0 {
		at++
	}
	return at
}

func (p *parser) value() (*value, error) {
	v := &value{start: p.start()}
	token, err := p.decoder.Token()
	if err != nil {
		return nil, p.syntax(err, v.start)
	}
	switch t := token.(type) {
	case json.Delim:
		v.kind = byte(t)
		err = p.inside(v)
	case string:
		v.kind = '"'
	case json.Number:
		v.kind = '0'
	case bool:
		v.kind = 't'
	case nil:
		v.kind = 'n'
	}
	v.end = int(p.decoder.InputOffset())
	return v, err
}

func (p *parser) inside(v *value) error {
	if p.depth++; p.depth > depthMax {
		return problem(p.data, v.start, "", "this is nested too deeply")
	}
	defer func() { p.depth-- }()
	for p.decoder.More() {
		if v.kind == '[' {
			element, err := p.value()
			if err != nil {
				return err
			}
			v.elements = append(v.elements, element)
			continue
		}
		m := member{start: p.start()}
		token, err := p.decoder.Token()
		if err != nil {
			return p.syntax(err, m.start)
		}
		m.key, _ = token.(string) // encoding/json accepts nothing else before a colon
		if m.value, err = p.value(); err != nil {
			return err
		}
		v.members = append(v.members, m)
	}
	end := p.start()
	_, err := p.decoder.Token()
	if err != nil {
		return p.syntax(err, end)
	}
	return nil
}

func (p *parser) syntax(err error, start int) error {
	if errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) {
		return problem(p.data, len(p.data), "", "the file ends too early")
	}
	var syntax *json.SyntaxError
	if errors.As(err, &syntax) && int(syntax.Offset) > start {
		start = int(syntax.Offset) - 1
	}
	return problem(p.data, start, "", "this is not JSON")
}
