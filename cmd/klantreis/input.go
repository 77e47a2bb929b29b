package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"time"
	"unicode/utf8"

	"github.com/spf13/cobra"

	"klantreis/internal/event"
	"klantreis/internal/fault"
)

// input is a file that is read as a stream, with its name for people.
type input struct {
	name string
	from io.Reader
	io.Closer
}

// openInput opens a file; - is standard input.
func openInput(cmd *cobra.Command, name string) (*input, error) {
	if name == "-" {
		return &input{"standard input", cmd.InOrStdin(), io.NopCloser(nil)}, nil
	}
	f, err := os.Open(name)
	if err != nil {
		return nil, unreadable(name, err)
	}
	return &input{name, f, f}, nil
}

// Read makes what the system says a sentence; that a folder is no file it says only here.
func (in *input) Read(p []byte) (int, error) {
	n, err := in.from.Read(p)
	var onDisk *fs.PathError
	if errors.As(err, &onDisk) {
		err = fault.Wrap(err, fault.Invalid, "cannot be read: %s", onDisk.Err)
	}
	return n, err
}

func unreadable(name string, err error) error {
	return fault.Wrap(err, fault.Invalid, "%s cannot be read: %s", name, errors.Unwrap(err))
}

// dialectFlags say how a CSV is written, where that is not to be found out.
type dialectFlags struct {
	separator, quote, encoding string
	noHeader                   bool
}

func (d *dialectFlags) register(cmd *cobra.Command) {
	f := cmd.Flags()
	f.StringVar(&d.separator, "sep", "", "CSV: the `character` between columns, or tab")
	f.StringVar(&d.quote, "quote", "", "CSV: the `character` around values, or none")
	f.StringVar(&d.encoding, "encoding", "", "CSV: such as utf-8 or windows-1252")
	f.BoolVar(&d.noHeader, "no-header", false, "CSV: the first row is data; columns are named by their number")
}

func (d *dialectFlags) into(o *event.Options) error {
	o.Encoding, o.NoHeader = d.encoding, d.noHeader
	var err error
	if o.Separator, err = character("--sep", d.separator, "tab", '\t'); err != nil {
		return err
	}
	o.Quote, err = character("--quote", d.quote, "none", event.NoQuote)
	return err
}

// character reads a flag of one character, or of a word that stands for one. Nothing is 0, find it out.
func character(flag, text, word string, means rune) (rune, error) {
	r, size := utf8.DecodeRuneInString(text)
	switch {
	case text == "":
		return 0, nil
	case text == word || word == "tab" && text == `\t`:
		return means, nil
	case size < len(text) || r >= utf8.RuneSelf || r < ' ' && r != '\t':
		return 0, fault.New(fault.Invalid, "%s: %q has to be one ASCII character, or %s", flag, text, word)
	}
	return r, nil
}

// printJSON prints one object, or nothing.
func printJSON(cmd *cobra.Command, v any) error {
	var out bytes.Buffer
	enc := json.NewEncoder(&out)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(v); err != nil {
		return err
	}
	return printAll(cmd, out.Bytes())
}

func printAll(cmd *cobra.Command, text []byte) error {
	if _, err := cmd.OutOrStdout().Write(text); err != nil {
		return fault.Wrap(err, fault.Unavailable, "the result cannot be written: %s", err)
	}
	return nil
}

// progress tells at a terminal how far the reading is; elsewhere it is silent.
type progress struct {
	to    io.Writer // nil when silent
	since time.Time
	last  time.Time
}

func newProgress(to io.Writer) *progress {
	p := &progress{since: time.Now()}
	if f, ok := to.(*os.File); ok {
		if about, err := f.Stat(); err == nil && about.Mode()&os.ModeCharDevice != 0 {
			p.to = to
		}
	}
	return p
}

// progressEvery is how often the eye is given something new.
const progressEvery = 200 * time.Millisecond

func (p *progress) events(n int64) {
	if p.to == nil {
		return
	}
	if now := time.Now(); now.Sub(p.since) >= progressEvery && now.Sub(p.last) >= progressEvery {
		p.last = now
		fmt.Fprintf(p.to, "\r\x1b[K%s events read", grouped(n))
	}
}

// end leaves the line empty.
func (p *progress) end() {
	if p.to != nil && !p.last.IsZero() {
		fmt.Fprintf(p.to, "\r\x1b[K")
	}
}
