package event

import (
	"bufio"
	"encoding/binary"

	"github.com/klauspost/compress/zstd"
)

// parquetWriter writes the columns customer, time, activity and channel as Apache Parquet, as far as such a
// table needs it: no column may be empty, values stand one after the other (PLAIN) in one page for each
// column and row group, packed by Zstandard. The format: https://parquet.apache.org/docs/file-format/ and its
// parquet.thrift; numbers in this file are the field numbers and constants there.
type parquetWriter struct {
	joined
	out    *bufio.Writer
	zip    *zstd.Encoder
	at     int64 // in the file
	rows   int64 // in the row group
	all    int64
	pages  [4][]byte // of the row group, not packed yet
	packed []byte
	groups []parquetGroup
}

// parquetGroup is where the pages of a row group stand.
type parquetGroup struct {
	rows    int64
	columns [4]parquetChunk
}

type parquetChunk struct{ at, packed, plain int64 }

// parquetRows is how many rows a group has: pages of a few megabytes, which readers take whole.
const parquetRows = 128 << 10

const parquetMagic = "PAR1"

var parquetColumns = [4]string{"customer", "time", "activity", "channel"}

func newParquetWriter(out *bufio.Writer) *parquetWriter {
	zip, err := zstd.NewWriter(nil, zstd.WithEncoderLevel(zstd.SpeedFastest), zstd.WithEncoderConcurrency(1))
	if err != nil {
		panic(err) // the options are those of this line
	}
	w := &parquetWriter{out: out, zip: zip}
	w.write([]byte(parquetMagic))
	return w
}

func (w *parquetWriter) write(b []byte) {
	_, _ = w.out.Write(b) // a bufio.Writer keeps its error until it is flushed
	w.at += int64(len(b))
}

// Add writes events.
func (w *parquetWriter) Add(batch []Event) error {
	for i := range batch {
		ev := &batch[i]
		w.pages[0] = appendParquetText(w.pages[0], ev.Customer)
		w.pages[1] = binary.LittleEndian.AppendUint64(w.pages[1], uint64(ev.Time))
		w.pages[2] = appendParquetText(w.pages[2], ev.Name)
		w.pages[3] = appendParquetText(w.pages[3], ev.Channel)
		if w.rows++; w.rows == parquetRows {
			w.group()
		}
	}
	_, err := w.out.Write(nil)
	return err
}

func appendParquetText(page []byte, text string) []byte {
	page = binary.LittleEndian.AppendUint32(page, uint32(len(text)))
	return append(page, text...)
}

// group writes a row group.
func (w *parquetWriter) group() {
	g := parquetGroup{rows: w.rows}
	for i := range w.pages {
		w.packed = w.zip.EncodeAll(w.pages[i], w.packed[:0])
		var t thrift
		t.i32(1, 0) // type: DATA_PAGE
		t.i32(2, int64(len(w.pages[i])))
		t.i32(3, int64(len(w.packed)))
		t.begin(5) // data_page_header
		t.i32(1, w.rows)
		t.i32(2, 0) // encoding: PLAIN
		t.i32(3, 3) // of definition levels, which there are none: RLE
		t.i32(4, 3) // of repetition levels, which there are none: RLE
		t.end()
		t.stop()
		g.columns[i] = parquetChunk{at: w.at, packed: int64(len(t.out) + len(w.packed)), plain: int64(len(t.out) + len(w.pages[i]))}
		w.write(t.out)
		w.write(w.packed)
		w.pages[i] = w.pages[i][:0]
	}
	w.all += w.rows
	w.rows = 0
	w.groups = append(w.groups, g)
}

// Close completes the file.
func (w *parquetWriter) Close() error {
	if w.rows > 0 {
		w.group()
	}
	footer := w.footer()
	w.write(footer)
	w.write(binary.LittleEndian.AppendUint32(nil, uint32(len(footer))))
	w.write([]byte(parquetMagic))
	return w.out.Flush()
}

// footer describes the columns and says where everything stands.
func (w *parquetWriter) footer() []byte {
	var t thrift
	t.i32(1, 1) // version
	t.list(2, thriftStruct, 1+len(parquetColumns))
	t.text(4, "log")
	t.i32(5, int64(len(parquetColumns)))
	t.stop()
	for i, name := range parquetColumns {
		t.open()
		t.i32(1, parquetType(i))
		t.i32(3, 0) // REQUIRED
		t.text(4, name)
		if name == "time" {
			t.i32(6, 10) // converted type: TIMESTAMP_MICROS
		} else {
			t.i32(6, 0) // converted type: UTF8
		}
		t.stop()
	}
	t.resume(2)
	t.i64(3, w.all)
	t.list(4, thriftStruct, len(w.groups))
	for _, g := range w.groups {
		t.open()
		t.list(1, thriftStruct, len(parquetColumns))
		total := int64(0)
		for i, c := range g.columns {
			total += c.plain
			t.open()
			t.i64(2, c.at)
			t.begin(3)
			t.i32(1, parquetType(i))
			t.list(2, thriftI32, 1)
			t.zigzag(0) // PLAIN
			t.list(3, thriftBinary, 1)
			t.bytes(parquetColumns[i])
			t.i32(4, 6) // codec: ZSTD
			t.i64(5, g.rows)
			t.i64(6, c.plain)
			t.i64(7, c.packed)
			t.i64(9, c.at)
			t.end()
			t.stop()
		}
		t.resume(1)
		t.i64(2, total)
		t.i64(3, g.rows)
		t.stop()
	}
	t.resume(4)
	t.text(6, "klantreis")
	t.stop()
	return t.out
}

// parquetType is INT64 for the time and BYTE_ARRAY for texts.
func parquetType(column int) int64 {
	if parquetColumns[column] == "time" {
		return 2
	}
	return 6
}

// thrift writes the compact protocol of Apache Thrift, as far as Parquet's headers need it: fields come with
// the distance to the number of the one before.
type thrift struct {
	out   []byte
	last  int
	outer []int
}

// Types of Thrift's compact protocol.
const (
	thriftI32    = 5
	thriftI64    = 6
	thriftBinary = 8
	thriftList   = 9
	thriftStruct = 12
)

func (t *thrift) field(number int, kind byte) {
	t.out = append(t.out, byte(number-t.last)<<4|kind)
	t.last = number
}

func (t *thrift) zigzag(v int64) {
	t.out = binary.AppendUvarint(t.out, uint64(v<<1^v>>63))
}

func (t *thrift) i32(number int, v int64) {
	t.field(number, thriftI32)
	t.zigzag(v)
}

func (t *thrift) i64(number int, v int64) {
	t.field(number, thriftI64)
	t.zigzag(v)
}

func (t *thrift) bytes(text string) {
	t.out = binary.AppendUvarint(t.out, uint64(len(text)))
	t.out = append(t.out, text...)
}

func (t *thrift) text(number int, text string) {
	t.field(number, thriftBinary)
	t.bytes(text)
}

// list begins n elements; of structs each is opened and stopped, and resume goes on after the last.
func (t *thrift) list(number int, kind byte, n int) {
	t.field(number, thriftList)
	if n < 15 {
		t.out = append(t.out, byte(n)<<4|kind)
	} else {
		t.out = append(t.out, 0xf0|kind)
		t.out = binary.AppendUvarint(t.out, uint64(n))
	}
	if kind == thriftStruct {
		t.last = 0
	}
}

// open begins a struct in a list.
func (t *thrift) open() { t.last = 0 }

// resume goes on with the struct around a list.
func (t *thrift) resume(number int) { t.last = number }

// begin opens a struct that is a field.
func (t *thrift) begin(number int) {
	t.field(number, thriftStruct)
	t.outer = append(t.outer, t.last)
	t.last = 0
}

// end closes it.
func (t *thrift) end() {
	t.stop()
	t.last = t.outer[len(t.outer)-1]
	t.outer = t.outer[:len(t.outer)-1]
}

// stop ends a struct.
func (t *thrift) stop() { t.out = append(t.out, 0) }
