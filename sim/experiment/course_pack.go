package experiment

import (
	"encoding/binary"
	"errors"
	"math"
	"math/bits"

	"shuttle/agents/agenda"
)

// What a packed course begins with.
const (
	packedFault byte = iota // nothing follows
	packedPlain
	packedFull // with its drafts
)

// pack appends a course in a form that gives back every number as it was. Width is
// how many series a round has. A number that is the same as a round before takes one
// byte, as most are.
func (c *course) pack(b []byte, width int) []byte {
	switch {
	case c.fault:
		return append(b, packedFault)
	case c.path == nil:
		b = append(b, packedPlain)
	default:
		b = append(b, packedFull)
	}
	for _, n := range []int{len(c.days), c.signed, c.drafts, len(c.objections)} {
		b = binary.AppendUvarint(b, uint64(n))
	}
	for i, day := range c.days {
		b = binary.AppendUvarint(b, bits.Reverse64(math.Float64bits(day)))
		for k := i * width; k < (i+1)*width; k++ {
			before := 0.0
			if i > 0 {
				before = c.values[k-width]
			}
			b = binary.AppendUvarint(b, bits.Reverse64(math.Float64bits(c.values[k])^math.Float64bits(before)))
		}
	}
	for _, o := range c.objections {
		b = append(binary.AppendUvarint(b, uint64(o.Draft)), o.Clause, o.Party)
	}
	for _, put := range c.path {
		b = binary.AppendUvarint(b, uint64(len(put)))
		for _, s := range put {
			b = append(binary.AppendUvarint(b, uint64(s.draft)), byte(s.author))
			for _, worth := range s.base {
				b = binary.LittleEndian.AppendUint64(b, math.Float64bits(worth))
			}
		}
	}
	return b
}

var errPackedCourse = errors.New("a packed course is cut short or damaged")

// packedReader takes numbers from packed bytes; after the first fault all are 0.
type packedReader struct {
	rest []byte
	bad  bool
}

func (p *packedReader) byte() byte {
	if len(p.rest) == 0 {
		p.bad = true
		return 0
	}
	first := p.rest[0]
	p.rest = p.rest[1:]
	return first
}

func (p *packedReader) uvarint() uint64 {
	x, n := binary.Uvarint(p.rest)
	if n <= 0 {
		p.rest, p.bad = nil, true
		return 0
	}
	p.rest = p.rest[n:]
	return x
}

// count is a number of things of which each takes a byte or more: not more than can
// follow.
func (p *packedReader) count() int {
	n := p.uvarint()
	if n > uint64(len(p.rest)) {
		p.rest, p.bad = nil, true
		return 0
	}
	return int(n)
}

func (p *packedReader) float() float64 {
	if len(p.rest) < 8 {
		p.rest, p.bad = nil, true
		return 0
	}
	x := math.Float64frombits(binary.LittleEndian.Uint64(p.rest))
	p.rest = p.rest[8:]
	return x
}

// unpack fills a course from what pack wrote, of so many series and parties, and
// returns the rest. After an error the course is of no use.
func (c *course) unpack(b []byte, width, parties int) ([]byte, error) {
	p := packedReader{rest: b}
	form := p.byte()
	c.fault, c.path = form == packedFault, nil
	c.days, c.values, c.objections = c.days[:0], c.values[:0], c.objections[:0]
	if form > packedFull || p.bad {
		return nil, errPackedCourse
	}
	if c.fault {
		return p.rest, nil
	}
	rounds := p.count()
	c.signed, c.drafts = int(p.uvarint()), int(p.uvarint())
	objections := p.count()
	for i := range rounds {
		c.days = append(c.days, math.Float64frombits(bits.Reverse64(p.uvarint())))
		for range width {
			before := 0.0
			if i > 0 {
				before = c.values[len(c.values)-width]
			}
			c.values = append(c.values, math.Float64frombits(bits.Reverse64(p.uvarint())^math.Float64bits(before)))
		}
	}
	for range objections {
		c.objections = append(c.objections, agenda.Objection{Draft: uint16(p.uvarint()), Clause: p.byte(), Party: p.byte()})
	}
	for i := 0; i < rounds && form == packedFull; i++ {
		var put []step
		for range p.count() {
			s := step{draft: int(p.uvarint()), author: agenda.Author(p.byte())}
			for range parties {
				s.base = append(s.base, p.float())
			}
			put = append(put, s)
		}
		c.path = append(c.path, put)
	}
	if p.bad {
		return nil, errPackedCourse
	}
	return p.rest, nil
}
