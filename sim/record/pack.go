package record

import (
	"encoding/binary"
	"errors"
	"math"
)

// The cells of a packed row each begin with one of these.
const (
	packedNull byte = iota
	packedInt
	packedFloat
	packedText
	packedNo
	packedYes
)

// Pack appends a row in a form that is quick to read again and, unlike CSV, gives
// back every value as it was. It is for files that only the program itself reads:
// whoever unpacks must know how many cells a row has.
func Pack(b []byte, row Row) []byte {
	for _, v := range row {
		switch v.kind {
		case KindInt:
			b = binary.AppendVarint(append(b, packedInt), int64(v.bits))
		case KindFloat:
			b = binary.LittleEndian.AppendUint64(append(b, packedFloat), v.bits)
		case KindText:
			b = binary.AppendUvarint(append(b, packedText), uint64(len(v.text)))
			b = append(b, v.text...)
		case KindFlag:
			b = append(b, packedNo+byte(v.bits))
		default:
			b = append(b, packedNull)
		}
	}
	return b
}

var errPacked = errors.New("a packed row is cut short or damaged")

// Unpack fills a row from what [Pack] wrote and returns the rest. A text equal to
// the one that stood in its cell before is kept, so that a row filled again and
// again allocates next to nothing. After an error the row is of no use.
func Unpack(b []byte, row Row) ([]byte, error) {
	for i := range row {
		if len(b) == 0 {
			return nil, errPacked
		}
		var ok bool
		if b, ok = unpackCell(b[0], b[1:], &row[i]); !ok {
			return nil, errPacked
		}
	}
	return b, nil
}

func unpackCell(tag byte, b []byte, into *Value) ([]byte, bool) {
	switch tag {
	case packedNull:
		*into = Null()
	case packedNo, packedYes:
		*into = Flag(tag == packedYes)
	case packedInt:
		x, n := binary.Varint(b)
		if n <= 0 {
			return nil, false
		}
		*into, b = Int(x), b[n:]
	case packedFloat:
		if len(b) < 8 {
			return nil, false
		}
		*into, b = Float(math.Float64frombits(binary.LittleEndian.Uint64(b))), b[8:]
	case packedText:
		size, n := binary.Uvarint(b)
		if n <= 0 || size > uint64(len(b)-n) {
			return nil, false
		}
		text := b[n : n+int(size)]
		if into.kind != KindText || into.text != string(text) {
			*into = Text(string(text))
		}
		b = b[n+int(size):]
	default:
		return nil, false
	}
	return b, true
}
