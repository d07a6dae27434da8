package main

import (
	"fmt"
	"io"
	"slices"

	"shuttle/sim/record"
)

// pack turns the rows of a block into the bytes that a journal keeps, into a buffer
// that may be used again.
func pack(buffer []byte, rows []record.Row) []byte {
	buffer = buffer[:0]
	for _, row := range rows {
		buffer = record.Pack(buffer, row)
	}
	return buffer
}

// unpacker reads blocks, again and again into the same rows.
type unpacker struct {
	columns int
	bytes   []byte
	made    []record.Row
	courses []byte // what stands behind the rows of the block read last
}

// rows are those of a block, which are to be so many. They hold until the next call.
func (u *unpacker) rows(from *io.SectionReader, want int) ([]record.Row, error) {
	u.bytes = slices.Grow(u.bytes[:0], int(from.Size()))
	rest := u.bytes[:from.Size()]
	if n, err := from.ReadAt(rest, 0); n < len(rest) { // several may read a block at once
		return nil, err
	}
	for len(u.made) < want {
		u.made = append(u.made, make(record.Row, u.columns))
	}
	for i := range want {
		var err error
		if rest, err = record.Unpack(rest, u.made[i]); err != nil {
			return nil, fmt.Errorf("run %d: %w", i, err)
		}
	}
	u.courses = rest
	return u.made[:want], nil
}
