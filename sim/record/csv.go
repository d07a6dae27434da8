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
	c.buf = AppendLine(c.buf, row)
	if len(c.buf) >= csvBuffer {
		return c.Flush()
	}
	return nil
}

// Lines appends lines that [AppendLine] made of rows of the schema. It keeps nothing
// of them.
func (c *CSV) Lines(lines []byte) error {
	if err := c.Flush(); err != nil {
		return err
	}
	return c.hand(lines)
}

// AppendLine appends the line of one row, as [CSV.Write] writes it.
func AppendLine(b []byte, row Row) []byte {
	for i := range row {
		if i > 0 {
			b = append(b, ',')
		}
		b = appendCell(b, row[i])
	}
	return endLine(b, len(row) == 1 && cellEmpty(row[0]))
}

// Flush hands what has gathered to the underlying writer.
func (c *CSV) Flush() error {
	err := c.hand(c.buf)
	c.buf = c.buf[:0]
	return err
}

// hand hands bytes to the underlying writer.
func (c *CSV) hand(b []byte) error {
	if c.err != nil || len(b) == 0 {
		return c.err
	}
	n, err := c.w.Write(b)
	if err == nil && n < len(b) {
		err = io.ErrShortWrite
	}
	if err != nil {
		c.err = fmt.Errorf("csv: %w", err)
	}
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
	c.buf = endLine(c.buf, false)
}

// endLine ends a line. A line that would be blank is written as a quoted empty
// cell, since readers skip blank lines.
func endLine(b []byte, blank bool) []byte {
	if blank {
		b = append(b, '"', '"')
	}
	return append(b, '\n')
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
