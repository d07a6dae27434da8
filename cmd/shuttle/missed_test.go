package main

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"shuttle/sim/record"
)

func TestMissed(t *testing.T) {
	schema := record.Schema{
		{Name: "agreement", Kind: record.KindFlag}, {Name: "zone", Kind: record.KindFlag}, {Name: "fault", Kind: record.KindText},
	}
	m := newMissed(schema)
	assert.Empty(t, m.sentence(), "nothing was missed in no run")
	yes, no, none := record.Flag(true), record.Flag(false), record.Null()
	m.add(record.Row{yes, yes, none})
	assert.Empty(t, m.sentence(), "an agreement misses nothing")
	m.add(record.Row{no, yes, none})
	assert.Equal(t, "Of the 1 run without agreement, 1 had a deal on the first day that nobody would have refused.", m.sentence())
	m.add(record.Row{no, no, none})
	m.add(record.Row{none, none, record.Text("broke off")})
	assert.Equal(t, "Of the 2 runs without agreement, 1 had a deal on the first day that nobody would have refused.", m.sentence())
	m.add(record.Row{no, none, none})
	assert.Equal(t, "Of the 3 runs without agreement, 1 had a deal on the first day that nobody would have refused; of 1 it could not be established.", m.sentence())
	assert.Empty(t, (*missed)(nil).sentence())
}
