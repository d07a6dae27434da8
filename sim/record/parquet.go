package record

import (
	"errors"
	"fmt"
	"io"

	"github.com/parquet-go/parquet-go"
)

const (
	createdBy    = "shuttle" // fixed: no version of anything gets into the bytes
	rowGroupRows = 16_384    // rows a row group: bounds memory, and fixes the bytes
	batchRows    = 256       // rows that gather before they go to the columns
)

// Parquet writes rows as a Parquet file: one optional column a schema column,
// in its order, compressed with zstd, texts as dictionaries. A null is a null.
// Equal rows give equal bytes. It holds one row group in memory.
//
// The footer comes last: without Close there is no readable file.
type Parquet struct {
	schema  Schema
	w       *parquet.GenericWriter[any]
	columns []parquetColumn
	rows    int // rows in the row group so far
	err     error
}

// parquetColumn gathers the values of one column.
type parquetColumn struct {
	out    *parquet.ColumnWriter
	values []parquet.Value
	texts  []byte // what the text values of the batch point into
}

var errClosed = errors.New("parquet: file is closed")

// NewParquet returns a writer of rows of the schema. A faulty schema shows at
// the first Write or Close.
func NewParquet(w io.Writer, s Schema) *Parquet {
	p := &Parquet{schema: s}
	if err := s.Validate(); err != nil {
		p.err = fmt.Errorf("parquet: %w", err)
		return p
	}
	p.w = parquet.NewGenericWriter[any](w, &parquet.WriterConfig{
		CreatedBy:          createdBy,
		Schema:             parquet.NewSchema("run", declared(s)),
		Compression:        &parquet.Zstd,
		MaxRowsPerRowGroup: rowGroupRows,
	})
	for _, out := range p.w.ColumnWriters() {
		p.columns = append(p.columns, parquetColumn{
			out: out, values: make([]parquet.Value, 0, batchRows),
		})
	}
	return p
}

// Write appends one row. It keeps nothing of the row. A row that does not fit
// the schema is refused and changes nothing; a failure of the underlying writer
// is reported by this and every later call.
func (p *Parquet) Write(row Row) error {
	if p.err != nil {
		return p.err
	}
	if err := p.schema.check(row); err != nil {
		return fmt.Errorf("parquet: %w", err)
	}
	for i := range p.columns {
		p.columns[i].add(i, row[i])
	}
	p.rows++
	if len(p.columns[0].values) < batchRows && p.rows < rowGroupRows {
		return nil
	}
	return p.flush()
}

// Close writes what is left and the footer; the underlying writer stays open. A
// file without rows is valid. A second Close is an error.
func (p *Parquet) Close() error {
	if p.err != nil {
		return p.err
	}
	if err := p.flush(); err != nil {
		return err
	}
	if err := p.w.Close(); err != nil {
		p.err = fmt.Errorf("parquet: %w", err)
		return p.err
	}
	p.err = errClosed
	return nil
}

// flush hands the batch to the columns, and the row group, when it is full, to
// the underlying writer.
func (p *Parquet) flush() error {
	var err error
	for i := range p.columns {
		if err = p.columns[i].flush(); err != nil {
			break
		}
	}
	if err == nil && p.rows == rowGroupRows {
		p.rows = 0
		err = p.w.Flush()
	}
	if err != nil {
		p.err = fmt.Errorf("parquet: %w", err)
	}
	return p.err
}

func (c *parquetColumn) add(index int, v Value) {
	var to parquet.Value
	switch v.kind {
	case KindNull:
		c.values = append(c.values, parquet.NullValue().Level(0, 0, index))
		return
	case KindInt:
		to = parquet.Int64Value(v.Int())
	case KindFloat:
		f, _ := v.Number()
		to = parquet.DoubleValue(f)
	case KindText:
		from := len(c.texts)
		c.texts = append(c.texts, v.text...)
		to = parquet.ByteArrayValue(c.texts[from:])
	case KindFlag:
		to = parquet.BooleanValue(v.Flag())
	}
	c.values = append(c.values, to.Level(0, 1, index))
}

func (c *parquetColumn) flush() error {
	_, err := c.out.WriteRowValues(c.values)
	c.values, c.texts = c.values[:0], c.texts[:0]
	return err
}

// ordered is a group whose fields stand in the order in which they were
// declared; a parquet.Group sorts them by name.
type ordered struct {
	parquet.Group
	fields []parquet.Field
}

// Fields implements parquet.Node.
func (o ordered) Fields() []parquet.Field { return o.fields }

func declared(s Schema) parquet.Node {
	o := ordered{Group: parquet.Group{}, fields: make([]parquet.Field, len(s))}
	for _, c := range s {
		o.Group[c.Name] = parquet.Optional(leaf(c.Kind))
	}
	for _, field := range o.Group.Fields() {
		o.fields[s.Index(field.Name())] = field
	}
	return o
}

func leaf(k Kind) parquet.Node {
	switch k {
	case KindInt:
		return parquet.Int(64)
	case KindFloat:
		return parquet.Leaf(parquet.DoubleType)
	case KindFlag:
		return parquet.Leaf(parquet.BooleanType)
	}
	return parquet.Encoded(parquet.String(), &parquet.RLEDictionary)
}
