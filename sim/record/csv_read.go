package record

import (
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"slices"
	"strconv"
)

// ErrTruncated is what a table ends with that was cut short: its last line has
// no newline, too few cells, or an open quote.
var ErrTruncated = errors.New("truncated")

// CSVReader reads a table row by row; memory does not grow with the rows.
type CSVReader struct {
	csv    *csv.Reader
	tail   *tail
	schema Schema // nil: kinds are inferred
	names  []string
	row    Row
	err    error
}

// ReadCSV reads the header of a table and returns a reader of its rows. With a
// schema the header must name the schema's columns in its order, and cells must
// be of its kinds. Without one (nil) every cell is taken for itself, as the
// first that fits of int, float, flag ("true", "false") and text.
// An empty cell is [Null] in both.
func ReadCSV(r io.Reader, s Schema) (*CSVReader, error) { return readCSV(r, s, 0) }

// readCSV is [ReadCSV] for a schema whose last columns, so many, older tables lack.
func readCSV(r io.Reader, s Schema, late int) (*CSVReader, error) {
	t := &tail{r: r}
	c := &CSVReader{csv: csv.NewReader(t), tail: t, schema: s}
	c.csv.ReuseRecord = true
	head, err := c.record()
	if errors.Is(err, io.EOF) {
		return nil, fmt.Errorf("csv: no header: %w", ErrTruncated)
	}
	if err != nil {
		return nil, err
	}
	c.names = slices.Clone(head)
	c.row = make(Row, len(head))
	if s == nil {
		return c, nil
	}
	return c, c.matchHeader(late)
}

// Names returns the column names of the header. The caller must not change them.
func (c *CSVReader) Names() []string { return c.names }

// Line returns the line on which the latest row began, from 1.
func (c *CSVReader) Line() int {
	line, _ := c.csv.FieldPos(0)
	return line
}

// Read returns the next row, which is overwritten by the next call; texts in it
// may be kept. It returns io.EOF after the last row, and an error that names
// the line where the table is malformed; [ErrTruncated] is among its causes
// where the table was cut short.
func (c *CSVReader) Read() (Row, error) {
	if c.err != nil {
		return nil, c.err
	}
	cells, err := c.record()
	if err != nil {
		c.err = err
		return nil, err
	}
	for i, cell := range cells {
		if c.row[i], err = c.parse(i, cell); err != nil {
			line, column := c.csv.FieldPos(i)
			c.err = fmt.Errorf("csv: line %d, column %d (%s): %w", line, column, c.names[i], err)
			return nil, c.err
		}
	}
	return c.row, nil
}

func (c *CSVReader) matchHeader(late int) error {
	want := make([]string, len(c.schema))
	for i, col := range c.schema {
		want[i] = col.Name
	}
	if !slices.Equal(c.names, want) && !slices.Equal(c.names, want[:len(want)-late]) {
		return fmt.Errorf("csv: line 1: columns are %q, want %q", c.names, want)
	}
	return nil
}

// record returns the cells of the next line, having made sure that the line was
// written to its end.
func (c *CSVReader) record() ([]string, error) {
	cells, err := c.csv.Read()
	atEnd := c.tail.ended && c.csv.InputOffset() >= c.tail.read
	if err == nil {
		if atEnd && c.tail.last != '\n' {
			return nil, fmt.Errorf("csv: line %d ends without a newline: %w", c.Line(), ErrTruncated)
		}
		return cells, nil
	}
	var fault *csv.ParseError
	if !errors.As(err, &fault) {
		if errors.Is(err, io.EOF) {
			return nil, io.EOF
		}
		return nil, fmt.Errorf("csv: %w", err)
	}
	if errors.Is(err, csv.ErrFieldCount) {
		err = fmt.Errorf("csv: line %d: %d cells, want %d", fault.StartLine, len(cells), c.csv.FieldsPerRecord)
	} else {
		err = fmt.Errorf("csv: line %d, column %d: %w", fault.Line, fault.Column, fault.Err)
	}
	if atEnd && (c.tail.last != '\n' || !errors.Is(fault, csv.ErrFieldCount)) {
		err = fmt.Errorf("%w: %w", err, ErrTruncated)
	}
	return nil, err
}

func (c *CSVReader) parse(i int, cell string) (Value, error) {
	if cell == "" {
		return Null(), nil
	}
	if c.schema == nil {
		return infer(cell), nil
	}
	v, ok := parseAs(c.schema[i].Kind, cell)
	if !ok {
		return Null(), fmt.Errorf("%q is not of kind %s", cell, c.schema[i].Kind)
	}
	return v, nil
}

func infer(cell string) Value {
	for _, k := range [...]Kind{KindInt, KindFloat, KindFlag} {
		if v, ok := parseAs(k, cell); ok {
			return v
		}
	}
	return Text(cell)
}

func parseAs(k Kind, cell string) (Value, bool) {
	switch k {
	case KindInt:
		i, err := strconv.ParseInt(cell, 10, 64)
		return Int(i), err == nil
	case KindFloat:
		f, err := strconv.ParseFloat(cell, 64)
		return Float(f), err == nil
	case KindFlag:
		return Flag(cell == "true"), cell == "true" || cell == "false"
	case KindText:
		return Text(cell), true
	}
	return Null(), false
}

// tail remembers how a stream ended.
type tail struct {
	r     io.Reader
	read  int64
	last  byte
	ended bool
}

// Read implements io.Reader.
func (t *tail) Read(p []byte) (int, error) {
	n, err := t.r.Read(p)
	if n > 0 {
		t.read += int64(n)
		t.last = p[n-1]
	}
	t.ended = t.ended || errors.Is(err, io.EOF)
	return n, err
}
