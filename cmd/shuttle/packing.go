package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"

	"shuttle/sim/record"
)

// packer turns the rows of a block into the bytes of a journal: a table of its own,
// which reads back as the same rows.
type packer struct {
	schema record.Schema
	buffer bytes.Buffer
}

func newPacker(schema record.Schema) *packer { return &packer{schema: schema} }

// rows packs rows; the bytes hold until the next call.
func (p *packer) rows(rows []record.Row) ([]byte, error) {
	p.buffer.Reset()
	c := record.NewCSV(&p.buffer, p.schema)
	for _, row := range rows {
		if err := c.Write(row); err != nil {
			return nil, err
		}
	}
	if err := c.Close(); err != nil {
		return nil, err
	}
	return p.buffer.Bytes(), nil
}

// unpack hands the rows of a block on, and wants so many.
func unpack(from io.Reader, schema record.Schema, want int, take func(record.Row) error) error {
	c, err := record.ReadCSV(from, schema)
	if err != nil {
		return err
	}
	for n := 0; ; n++ {
		row, err := c.Read()
		if errors.Is(err, io.EOF) {
			if n != want {
				return fmt.Errorf("a block has %d runs, want %d", n, want)
			}
			return nil
		}
		if err != nil {
			return err
		}
		if err := take(row); err != nil {
			return err
		}
	}
}
