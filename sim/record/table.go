package record

import (
	"errors"
	"fmt"
	"io"
)

// writeTable writes rows of a fixed schema as CSV.
func writeTable[T any](w io.Writer, s Schema, rows []T, encode func(*T, Row)) error {
	c := NewCSV(w, s)
	row := make(Row, len(s))
	for i := range rows {
		clear(row)
		encode(&rows[i], row)
		if err := c.Write(row); err != nil {
			return fmt.Errorf("row %d: %w", i+1, err)
		}
	}
	return c.Close()
}

// readTable reads a whole table of a fixed schema.
func readTable[T any](r io.Reader, s Schema, decode func(*cells) T) ([]T, error) {
	return readLate(r, s, 0, decode)
}

// readLate is readTable for a schema whose last columns, so many, older tables lack:
// there they are empty.
func readLate[T any](r io.Reader, s Schema, late int, decode func(*cells) T) ([]T, error) {
	c, err := readCSV(r, s, late)
	if err != nil {
		return nil, err
	}
	var rows []T
	for {
		row, err := c.Read()
		if errors.Is(err, io.EOF) {
			return rows, nil
		}
		if err != nil {
			return nil, err
		}
		for len(row) < len(s) {
			row = append(row, Null())
		}
		from := cells{row: row, schema: s}
		t := decode(&from)
		if from.err != nil {
			return nil, fmt.Errorf("csv: line %d: %w", c.Line(), from.err)
		}
		rows = append(rows, t)
	}
}

// cells reads the cells of one row and keeps the first fault. The reader has
// made sure of the kinds: only a missing number can still be one.
type cells struct {
	row    Row
	schema Schema
	err    error
}

// given tells whether any of the cells is filled.
func (c *cells) given(columns ...int) bool {
	for _, i := range columns {
		if !c.row[i].IsNull() {
			return true
		}
	}
	return false
}

func (c *cells) int(i int) int {
	c.need(i)
	return int(c.row[i].Int())
}

func (c *cells) float(i int) float64 {
	c.need(i)
	f, _ := c.row[i].Number()
	return f
}

func (c *cells) text(i int) string { return c.row[i].Text() }

func (c *cells) need(i int) {
	if c.row[i].IsNull() && c.err == nil {
		c.err = fmt.Errorf("column %q is empty", c.schema[i].Name)
	}
}
