package sequence

import (
	"bufio"
	"encoding/binary"
	"errors"
	"hash/crc32"
	"io"
	"strings"

	"klantreis/internal/event"
	"klantreis/internal/fault"
)

// A snapshot is an index as bytes: a line that says what it is, the stamp and the sizes, the names and the joins,
// the ids, and the columns as they are in memory; numbers are little endian, and after each part stands its
// checksum (CRC-32C). It is no format for keeping or exchanging data: whoever cannot read it builds the index
// anew from the events.
const snapshotMagic = "klantreis sequence index 1\n"

// snapshotTextMax is the longest stamp and name in bytes; names in logs are shorter, see [event.NameBytesMax].
const snapshotTextMax = 1 << 16

// snapshotBuffer is how much is coded at a time: little enough for a processor's cache, and a multiple of every
// size of a number.
const snapshotBuffer = 1 << 18

var castagnoli = crc32.MakeTable(crc32.Castagnoli)

// WriteSnapshot writes the index with a stamp: what the caller knows the events by that are in it, such as their
// number and the position of the last one in the store.
func (ix *Index) WriteSnapshot(to io.Writer, stamp string) error {
	w := &snapshotWriter{to: bufio.NewWriterSize(to, snapshotBuffer)}
	w.bytes([]byte(snapshotMagic))
	w.text(stamp)
	names, channels := ix.activities.clone().names, ix.channels.clone().names
	for _, size := range []int{len(names), len(channels), len(ix.joins), ix.Customers(), len(ix.customers.bytes), ix.Events(), int(ix.arrivals)} {
		w.bytes(binary.LittleEndian.AppendUint64(nil, uint64(size)))
	}
	w.sum()
	for _, name := range append(names, channels...) {
		w.text(name)
	}
	for _, j := range ix.joins {
		w.text(j.from)
		w.text(j.to)
	}
	w.sum()
	for rest := ix.customers.bytes; len(rest) > 0; {
		n := min(len(rest), snapshotBuffer)
		w.bytes([]byte(rest[:n]))
		rest = rest[n:]
	}
	w.sum()
	writeColumn(w, ix.customers.ends, 4, binary.LittleEndian.PutUint32)
	writeColumn(w, ix.offsets[min(1, len(ix.offsets)):], 4, binary.LittleEndian.PutUint32)
	writeColumn(w, ix.activity, 2, binary.LittleEndian.PutUint16)
	writeColumn(w, ix.channel, 2, binary.LittleEndian.PutUint16)
	writeColumn(w, ix.time, 8, func(b []byte, t event.Instant) { binary.LittleEndian.PutUint64(b, uint64(t)) })
	writeColumn(w, ix.arrival, 4, binary.LittleEndian.PutUint32)
	if w.err == nil {
		w.err = w.to.Flush()
	}
	return w.err
}

// snapshotWriter writes the parts of a snapshot until something fails.
type snapshotWriter struct {
	to  *bufio.Writer
	crc uint32 // of the part so far
	err error
}

func (w *snapshotWriter) bytes(b []byte) {
	w.crc = crc32.Update(w.crc, castagnoli, b)
	if w.err == nil {
		_, w.err = w.to.Write(b)
	}
}

func (w *snapshotWriter) text(s string) {
	if len(s) > snapshotTextMax {
		w.err = fault.New(fault.TooLarge, "a text is longer than the %d bytes that a snapshot takes", snapshotTextMax)
	}
	w.bytes(binary.LittleEndian.AppendUint32(nil, uint32(len(s))))
	w.bytes([]byte(s))
}

// sum ends a part.
func (w *snapshotWriter) sum() {
	w.bytes(binary.LittleEndian.AppendUint32(nil, w.crc))
	w.crc = 0
}

// writeColumn writes a column as a part.
func writeColumn[T any](w *snapshotWriter, column []T, size int, put func([]byte, T)) {
	buf := make([]byte, min(snapshotBuffer, len(column)*size))
	for len(column) > 0 && w.err == nil {
		n := min(len(column), snapshotBuffer/size)
		for i, v := range column[:n] {
			put(buf[i*size:], v)
		}
		w.bytes(buf[:n*size])
		column = column[n:]
	}
	w.sum()
}

// ReadSnapshot reads what [Index.WriteSnapshot] wrote with the same stamp; workers is as for [NewBuilder].
// Whatever is not exactly that – another version, other events, a damaged or missing byte – is refused as
// [fault.Conflict], and the index is to be built anew. An error of the reader itself comes back as it is.
func ReadSnapshot(from io.Reader, stamp string, workers int) (*Index, error) {
	r := &snapshotReader{from: bufio.NewReaderSize(from, snapshotBuffer)}
	if magic := r.bytes(uint64(len(snapshotMagic))); magic != snapshotMagic {
		return nil, r.refuse("it is no snapshot of this version")
	}
	if r.text() != stamp {
		return nil, r.refuse("it was made of other events")
	}
	var size [7]uint64
	for i := range size {
		var b [8]byte
		r.full(b[:])
		size[i] = binary.LittleEndian.Uint64(b[:])
	}
	if r.sum(); r.err != nil { // until their checksum is seen to fit, sizes are not allocated
		return nil, r.err
	}
	ix := &Index{arrivals: uint32(size[6]), workers: workers}
	ix.activities, ix.channels = newDictionary(r.texts(size[0])...), newDictionary(r.texts(size[1])...)
	for range size[2] {
		ix.joins = append(ix.joins, join{r.text(), r.text()})
	}
	if r.sum(); r.err != nil {
		return nil, r.err
	}
	customers, events := int(size[3]), int(size[5])
	ix.customers.bytes = r.bytes(size[4])
	r.sum()
	ix.customers.ends = readColumn(r, customers, 4, binary.LittleEndian.Uint32)
	ix.offsets = append(make([]uint32, 1, customers+1), readColumn(r, customers, 4, binary.LittleEndian.Uint32)...)
	ix.activity = readColumn(r, events, 2, binary.LittleEndian.Uint16)
	ix.channel = readColumn(r, events, 2, binary.LittleEndian.Uint16)
	ix.time = readColumn(r, events, 8, func(b []byte) event.Instant { return event.Instant(binary.LittleEndian.Uint64(b)) })
	ix.arrival = readColumn(r, events, 4, binary.LittleEndian.Uint32)
	return ix, r.err
}

// snapshotReader reads the parts of a snapshot until something is in doubt; then it gives nothing.
type snapshotReader struct {
	from *bufio.Reader
	crc  uint32 // of the part so far
	err  error
}

// refuse says why the snapshot is in doubt, the first reason.
func (r *snapshotReader) refuse(why string) error {
	if r.err == nil {
		r.err = fault.New(fault.Conflict, "the snapshot of the index is not used: %s", why)
	}
	return r.err
}

func (r *snapshotReader) full(b []byte) {
	if r.err != nil {
		return
	}
	_, err := io.ReadFull(r.from, b)
	switch {
	case errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF):
		_ = r.refuse("it ends too early")
	case err != nil:
		r.err = err
	}
	r.crc = crc32.Update(r.crc, castagnoli, b)
}

// bytes reads n of them, not more at once than a buffer: n may be wrong.
func (r *snapshotReader) bytes(n uint64) string {
	var all strings.Builder
	buf := make([]byte, min(n, snapshotBuffer))
	for ; n > 0 && r.err == nil; n -= uint64(len(buf)) {
		buf = buf[:min(n, snapshotBuffer)]
		r.full(buf)
		all.Write(buf)
	}
	return all.String()
}

func (r *snapshotReader) text() string {
	var b [4]byte
	r.full(b[:])
	n := binary.LittleEndian.Uint32(b[:])
	if n > snapshotTextMax {
		_ = r.refuse("a text in it is too long")
		return ""
	}
	return r.bytes(uint64(n))
}

func (r *snapshotReader) texts(n uint64) []string {
	var all []string
	for range n {
		if r.err != nil {
			break
		}
		all = append(all, r.text())
	}
	return all
}

// sum ends a part.
func (r *snapshotReader) sum() {
	want := r.crc
	var b [4]byte
	if r.full(b[:]); r.err == nil && binary.LittleEndian.Uint32(b[:]) != want {
		_ = r.refuse("its checksum is wrong")
	}
	r.crc = 0
}

// readColumn reads a column of n numbers, which is a part.
func readColumn[T any](r *snapshotReader, n, size int, get func([]byte) T) []T {
	if r.err != nil {
		return nil
	}
	column := make([]T, n)
	buf := make([]byte, min(snapshotBuffer, n*size))
	for at := 0; at < n && r.err == nil; {
		part := column[at:min(n, at+snapshotBuffer/size)]
		r.full(buf[:len(part)*size])
		for i := range part {
			part[i] = get(buf[i*size:])
		}
		at += len(part)
	}
	r.sum()
	return column
}
