package event

import (
	"bufio"
	"errors"
	"io"

	"github.com/klauspost/compress/gzip"

	"klantreis/internal/fault"
)

// unpack gives what is in a stream: itself, or what gzip packed. The second result ends the unpacking and
// waits for it.
func unpack(from io.Reader) (io.Reader, func(), error) {
	whole := bufio.NewReaderSize(from, 64<<10)
	magic, err := whole.Peek(2)
	if err != nil && !errors.Is(err, io.EOF) {
		return nil, nil, err
	}
	if len(magic) < 2 || magic[0] != 0x1f || magic[1] != 0x8b {
		return whole, func() {}, nil
	}
	packed := &counted{from: whole}
	unpacked, err := gzip.NewReader(packed)
	if err != nil {
		return nil, nil, damaged(err)
	}
	ahead := readAhead(&bounded{from: unpacked, packed: packed})
	return ahead, ahead.stop, nil
}

func damaged(err error) error {
	return fault.Wrap(err, fault.Invalid, "the gzip file is cut off or damaged; fetch it again")
}

// counted counts what is read, byte by byte where gzip does so.
type counted struct {
	from *bufio.Reader
	n    int64
}

func (c *counted) Read(p []byte) (int, error) {
	n, err := c.from.Read(p)
	c.n += int64(n)
	return n, err
}

func (c *counted) ReadByte() (byte, error) {
	b, err := c.from.ReadByte()
	if err == nil {
		c.n++
	}
	return b, err
}

// bounded refuses a stream that unpacks to far more than a log would.
type bounded struct {
	from   *gzip.Reader
	packed *counted
	n      int64
}

func (b *bounded) Read(p []byte) (int, error) {
	n, err := b.from.Read(p)
	b.n += int64(n)
	if b.n > expansionFloor && b.n/expansionMax > b.packed.n {
		return 0, fault.New(fault.TooLarge, "the gzip file grows to more than %d times its size, as no event log does", expansionMax)
	}
	if err != nil && !errors.Is(err, io.EOF) {
		err = damaged(err)
	}
	return n, err
}

// ahead reads a stream in a goroutine of its own, so that unpacking and decoding share the work.
type ahead struct {
	filled, empty chan []byte
	stopped, done chan struct{}
	now           []byte // what is left of whole
	whole         []byte
	end           error // valid when filled is closed
}

const (
	aheadBuffers = 4
	aheadBytes   = 128 << 10
)

func readAhead(from io.Reader) *ahead {
	a := &ahead{
		filled: make(chan []byte, aheadBuffers), empty: make(chan []byte, aheadBuffers),
		stopped: make(chan struct{}), done: make(chan struct{}),
	}
	for range aheadBuffers {
		a.empty <- make([]byte, aheadBytes)
	}
	go a.run(from)
	return a
}

func (a *ahead) run(from io.Reader) {
	defer close(a.done)
	defer close(a.filled)
	for {
		select {
		case <-a.stopped:
			return
		case buf := <-a.empty:
			n, err := 0, error(nil)
			for buf = buf[:cap(buf)]; n < len(buf) && err == nil; {
				var more int
				more, err = from.Read(buf[n:])
				n += more
			}
			if n > 0 {
				a.filled <- buf[:n] // has room for every buffer there is
			}
			if err != nil {
				a.end = err
				return
			}
		}
	}
}

func (a *ahead) Read(p []byte) (int, error) {
	if len(a.now) == 0 {
		if a.whole != nil {
			a.empty <- a.whole
			a.whole = nil
		}
		next, more := <-a.filled
		if !more {
			return 0, a.end
		}
		a.whole, a.now = next, next
	}
	n := copy(p, a.now)
	a.now = a.now[n:]
	return n, nil
}

// stop ends the reading and waits until it has ended, so that the stream is its owner's again.
func (a *ahead) stop() {
	close(a.stopped)
	<-a.done
}
