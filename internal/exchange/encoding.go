package exchange

import (
	"bytes"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"

	"klantreis/internal/fault"
)

// Encodings that a table may be written in.
const (
	UTF8    = "utf-8"
	UTF16LE = "utf-16le"
	UTF16BE = "utf-16be"
	Win1252 = "windows-1252"
)

// decoded gives a text as UTF-8 without byte order mark, and the name of the encoding it was in. A mark decides; then
// zeros at every second byte, which only UTF-16 has in ordinary text; then whether it is valid UTF-8. What is left is
// Windows-1252, in which every byte means something.
func decoded(data []byte) (string, string, error) {
	name, decoder := UTF8, encoding.Decoder{}
	switch {
	case bytes.HasPrefix(data, []byte("\xef\xbb\xbf")):
		data = data[3:]
	case bytes.HasPrefix(data, []byte("\xff\xfe")), zeros(data, 1):
		name, decoder = UTF16LE, *unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewDecoder()
	case bytes.HasPrefix(data, []byte("\xfe\xff")), zeros(data, 0):
		name, decoder = UTF16BE, *unicode.UTF16(unicode.BigEndian, unicode.UseBOM).NewDecoder()
	}
	if name == UTF8 && !utf8.Valid(data) {
		name, decoder = Win1252, *charmap.Windows1252.NewDecoder()
	}
	if name == UTF8 {
		return string(data), name, nil
	}
	text, err := decoder.Bytes(data)
	if err != nil {
		return "", "", fault.Wrap(err, fault.Invalid, "this is not a text that can be read")
	}
	return string(text), name, nil
}

const zerosSample = 512

// zeros tells whether most of the bytes at every second place, beginning with the first or the second, are zero.
func zeros(data []byte, from int) bool {
	data = data[:min(len(data), zerosSample)]
	zero, other := 0, 0
	for i, b := range data {
		switch {
		case b != 0:
		case i%2 == from:
			zero++
		default:
			other++
		}
	}
	return len(data) >= 4 && zero > len(data)/4 && other == 0
}
