package main

import (
	"errors"
	"io"

	"shuttle/cmd/shuttle/internal/store"
	"shuttle/sim/record"
)

// tables are runs.csv and runs.parquet, written side by side.
type tables struct {
	csv     *record.CSV
	parquet *record.Parquet
	files   [2]io.WriteCloser
}

func newTables(stage *store.Stage, schema record.Schema) (*tables, error) {
	t := &tables{}
	for i, name := range []string{"runs.csv", "runs.parquet"} {
		var err error
		if t.files[i], err = stage.Create(name); err != nil {
			return nil, err
		}
	}
	t.csv, t.parquet = record.NewCSV(t.files[0], schema), record.NewParquet(t.files[1], schema)
	return t, nil
}

func (t *tables) write(row record.Row) error {
	if err := t.csv.Write(row); err != nil {
		return err
	}
	return t.parquet.Write(row)
}

func (t *tables) close() error {
	return errors.Join(t.csv.Close(), t.parquet.Close(), t.files[0].Close(), t.files[1].Close())
}
