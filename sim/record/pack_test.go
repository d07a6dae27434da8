package record_test

import (
	"bytes"
	"math"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"shuttle/sim/record"
)

// packable are rows with every kind of value, the awkward ones included.
func packable() []record.Row {
	return []record.Row{
		{record.Null(), record.Int(math.MinInt64), record.Float(math.Copysign(0, -1)), record.Text(""), record.Flag(true)},
		{record.Int(7), record.Null(), record.Float(math.Inf(1)), record.Text("a,\"b\"\r\n…"), record.Flag(false)},
		{record.Flag(true), record.Float(.1), record.Null(), record.Text("a,\"b\"\r\n…"), record.Int(-1)},
	}
}

func TestPackedRowsComeBackAsTheyWere(t *testing.T) {
	var b []byte
	for _, row := range packable() {
		b = record.Pack(b, row)
	}
	into := make(record.Row, 5)
	rest, err := b, error(nil)
	for _, want := range packable() {
		rest, err = record.Unpack(rest, into)
		require.NoError(t, err)
		assert.Equal(t, want, into)
	}
	assert.Empty(t, rest)
}

func TestRowsCutShortAreRefused(t *testing.T) {
	whole := record.Pack(nil, packable()[1])
	for n := range whole {
		_, err := record.Unpack(whole[:n], make(record.Row, 5))
		assert.Error(t, err, n)
	}
	_, err := record.Unpack([]byte{99}, make(record.Row, 1))
	assert.Error(t, err, "no such kind of cell")
}

func TestUnpackingAgainAllocatesNothing(t *testing.T) {
	b := record.Pack(nil, packable()[1])
	into := make(record.Row, 5)
	assert.Zero(t, testing.AllocsPerRun(100, func() { _, _ = record.Unpack(b, into) }))
}

// Lines made elsewhere and handed over are the lines that Write writes.
func TestLinesAreWhatWriteWrites(t *testing.T) {
	schema := record.Schema{{Name: "a", Kind: record.KindText}, {Name: "b", Kind: record.KindFloat}}
	rows := []record.Row{{record.Text("x, y"), record.Float(.1)}, {record.Null(), record.Null()}}
	var written, handed bytes.Buffer
	one, other := record.NewCSV(&written, schema), record.NewCSV(&handed, schema)
	var lines []byte
	for _, row := range rows {
		require.NoError(t, one.Write(row))
		lines = record.AppendLine(lines, row)
	}
	require.NoError(t, other.Lines(lines))
	require.NoError(t, one.Close())
	require.NoError(t, other.Close())
	assert.Equal(t, written.String(), handed.String())
}

func FuzzUnpack(f *testing.F) {
	for _, row := range packable() {
		f.Add(record.Pack(nil, row))
	}
	f.Fuzz(func(t *testing.T, b []byte) {
		row := make(record.Row, 5)
		rest, err := record.Unpack(b, row)
		if err != nil {
			return
		}
		again := make(record.Row, 5)
		left, err := record.Unpack(record.Pack(nil, row), again)
		require.NoError(t, err)
		assert.Empty(t, left)
		assert.LessOrEqual(t, len(rest), len(b))
	})
}
