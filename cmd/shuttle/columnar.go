package main

import (
	"context"
	"errors"

	"shuttle/cmd/shuttle/internal/store"
	"shuttle/sim/record"
)

// columnar writes the rows of all arms as runs.parquet, one after the other. Packing
// columns is one hand's work and takes long: it is done beside all else that is made of
// the blocks, which it reads for itself.
func (e *ending) columnar(ctx context.Context, stage *store.Stage) error {
	s := e.files.sweep
	schema, blocks := s.Schema(), s.Blocks()
	file, err := stage.Create("runs.parquet")
	if err != nil {
		return err
	}
	out, counts, read := record.NewParquet(file, schema), newCount(schema), unpacker{columns: len(schema)}
	for arm := range s.Arms() {
		for turn := range blocks.Turns() {
			if err := ctx.Err(); err != nil {
				return err
			}
			rows, err := e.block(&read, blocks.At(arm, turn))
			if err != nil {
				return err
			}
			for _, row := range rows {
				counts.explain(row)
				if err := out.Write(row); err != nil {
					return err
				}
			}
		}
	}
	return errors.Join(out.Close(), file.Close())
}
