package record

import (
	"fmt"
	"io"
	"math"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// csvBuffer is how many bytes gather before they go to the writer.
const csvBuffer = 64 << 10

// CSV writes rows as comma-separated values (RFC 4180, lines ending in \n, a
// header of the column names): the bytes encoding/csv would write, made without
// allocation. A null is an empty cell, a number the shortest text that reads
// back as the same number.
//
// Two things do not come back as they went: an empty text reads as null, and
// \r\n inside a text reads as \n.
type CSV struct {
	w      io.Writer
	schema Schema
	buf    []byte
	err    error // the first fault; everything after it is refused
}

// NewCSV returns a writer of rows of the schema. The header is written with the
// first row, or by Close. A faulty schema shows at the first Write or Close.
func NewCSV(w io.Writer, s Schema) *CSV {
	c := &CSV{w: w, schema: s, err: s.Validate()}
	if c.err == nil {
		c.buf = make([]byte, 0, csvBuffer+4<<10)
		c.header()
	}
	return c
}

// Write appends one row. It keeps nothing of the row. A row that does not fit
// the schema is refused and changes nothing; a failure of the underlying writer
// is reported by this and every later call.
func (c *CSV) Write(row Row) error {
	if c.err != nil {
		return c.err
	}
	if err := c.schema.check(row); err != nil {
		return fmt.Errorf("csv: %w", err)
	}
	for i := range row {
		if i > 0 {
			c.buf = append(c.buf, ',')
		}
		c.buf = appendCell(c.buf, row[i])
	}
	c.endLine(len(row) == 1 && cellEmpty(row[0]))
	if len(c.buf) >= csvBuffer {
		return c.Flush()
	}
	return nil
}

// Flush hands what has gathered to the underlying writer.
func (c *CSV) Flush() error {
	if c.err != nil || len(c.buf) == 0 {
		return c.err
	}
	n, err := c.w.Write(c.buf)
	if err == nil && n < len(c.buf) {
		err = io.ErrShortWrite
	}
	if err != nil {
		c.err = fmt.Errorf("csv: %w", err)
	}
	c.buf = c.buf[:0]
	return c.err
}

// Close flushes; the underlying writer stays open. A file without rows is a
// header.
func (c *CSV) Close() error { return c.Flush() }

func (c *CSV) header() {
	for i, col := range c.schema {
		if i > 0 {
			c.buf = append(c.buf, ',')
		}
		c.buf = appendText(c.buf, col.Name)
	}
	c.endLine(false)
}

// endLine ends a line. A line that would be blank is written as a quoted empty
// cell, since readers skip blank lines.
func (c *CSV) endLine(blank bool) {
	if blank {
		c.buf = append(c.buf, '"', '"')
	}
	c.buf = append(c.buf, '\n')
}

func cellEmpty(v Value) bool {
	return v.kind == KindNull || v.kind == KindText && v.text == ""
}

func appendCell(b []byte, v Value) []byte {
	switch v.kind {
	case KindInt:
		return strconv.AppendInt(b, int64(v.bits), 10)
	case KindFloat:
		return strconv.AppendFloat(b, math.Float64frombits(v.bits), 'g', -1, 64)
	case KindText:
		return appendText(b, v.text)
	case KindFlag:
		return strconv.AppendBool(b, v.bits == 1)
	}
	return b
}

// appendText quotes a text where encoding/csv would.
func appendText(b []byte, s string) []byte {
	if !needsQuotes(s) {
		return append(b, s...)
	}
	b = append(b, '"')
	for {
		quote := strings.IndexByte(s, '"')
		if quote < 0 {
			break
		}
		b = append(append(b, s[:quote]...), '"', '"')
		s = s[quote+1:]
	}
	return append(append(b, s...), '"')
}

func needsQuotes(s string) bool {
	if s == "" {
		return false
	}
	if s == `\.` || strings.ContainsAny(s, ",\"\r\n") {
		return true
	}
	first, _ := utf8.DecodeRuneInString(s)
	return unicode.IsSpace(first)
}
