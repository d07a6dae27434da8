package record_test

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"runtime"
	"testing"

	"github.com/parquet-go/parquet-go"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"shuttle/sim/record"
)

func writeParquet(t *testing.T, s record.Schema, rows int, row func(int) record.Row) []byte {
	t.Helper()
	var b bytes.Buffer
	p := record.NewParquet(&b, s)
	for i := range rows {
		require.NoError(t, p.Write(row(i)))
	}
	require.NoError(t, p.Close())
	return b.Bytes()
}

func openParquet(t *testing.T, b []byte) *parquet.File {
	t.Helper()
	f, err := parquet.OpenFile(bytes.NewReader(b), int64(len(b)))
	require.NoError(t, err)
	return f
}

func TestParquetGivesBackTheRowsInDeclaredOrder(t *testing.T) {
	rows := mixedRows()
	f := openParquet(t, writeParquet(t, mixed(), len(rows), func(i int) record.Row { return rows[i] }))
	var names []string
	for _, field := range f.Schema().Fields() {
		names = append(names, field.Name())
		assert.True(t, field.Optional(), field.Name())
	}
	assert.Equal(t, []string{"replicate", "worth, A", "outcome", "agreement"}, names)
	assert.Equal(t, "shuttle", f.Metadata().CreatedBy)

	back := make([]parquet.Row, len(rows))
	reader := f.RowGroups()[0].Rows()
	defer reader.Close()
	n, err := reader.ReadRows(back)
	require.True(t, err == nil || errors.Is(err, io.EOF), err)
	require.Equal(t, len(rows), n)
	for i, row := range rows {
		for j, v := range row {
			assert.Equal(t, v, valueOf(back[i][j]), "row %d, column %d", i, j)
		}
	}
}

func valueOf(v parquet.Value) record.Value {
	if v.IsNull() {
		return record.Null()
	}
	switch v.Kind() {
	case parquet.Int64:
		return record.Int(v.Int64())
	case parquet.Double:
		return record.Float(v.Double())
	case parquet.Boolean:
		return record.Flag(v.Boolean())
	}
	return record.Text(string(v.ByteArray()))
}

func TestParquetIsTheSameEachTime(t *testing.T) {
	first := writeParquet(t, wide(), 20_000, wideRow)
	second := writeParquet(t, wide(), 20_000, wideRow)
	assert.True(t, bytes.Equal(first, second))

	f := openParquet(t, first)
	groups := f.RowGroups()
	require.Len(t, groups, 2)
	assert.Equal(t, int64(16_384), groups[0].NumRows())
	assert.Equal(t, int64(20_000-16_384), groups[1].NumRows())
	texts := f.Metadata().RowGroups[0].Columns[2].MetaData
	assert.NotZero(t, texts.DictionaryPageOffset, "texts are dictionaries")
}

func TestParquetOfNoRows(t *testing.T) {
	f := openParquet(t, writeParquet(t, mixed(), 0, nil))
	assert.Zero(t, f.NumRows())
	assert.Len(t, f.Schema().Fields(), 4)
}

func TestParquetOfAFullRowGroup(t *testing.T) {
	f := openParquet(t, writeParquet(t, wide(), 16_384, wideRow))
	assert.Len(t, f.RowGroups(), 1)
	assert.Equal(t, int64(16_384), f.NumRows())
}

func TestParquetFaults(t *testing.T) {
	assert.ErrorContains(t, record.NewParquet(io.Discard, nil).Close(), "no columns")

	var b bytes.Buffer
	p := record.NewParquet(&b, mixed())
	assert.ErrorContains(t, p.Write(record.Row{record.Int(1)}), "row has 1 values")
	require.NoError(t, p.Write(mixedRows()[0]))
	require.NoError(t, p.Close())
	assert.Equal(t, int64(1), openParquet(t, b.Bytes()).NumRows(), "a refused row leaves nothing behind")
	assert.ErrorContains(t, p.Write(mixedRows()[0]), "closed")
	assert.ErrorContains(t, p.Close(), "closed")

	full := errors.New("no space left")
	p = record.NewParquet(failing{full}, mixed())
	require.NoError(t, p.Write(mixedRows()[0]))
	assert.ErrorIs(t, p.Close(), full)
}

// wide is 20 columns: 14 numbers, the rest as in a result.
func wide() record.Schema {
	s := record.Schema{
		{Name: "point", Kind: record.KindInt}, {Name: "replicate", Kind: record.KindInt},
		{Name: "mediator", Kind: record.KindText}, {Name: "outcome", Kind: record.KindText},
		{Name: "agreement", Kind: record.KindFlag}, {Name: "fault", Kind: record.KindText},
	}
	for i := range 14 {
		s = append(s, record.Column{Name: fmt.Sprintf("measure_%d", i), Kind: record.KindFloat})
	}
	return s
}

var outcomes = [...]string{"holds", "collapsed", "stalemate", "talks-go-on"}

func fill(row record.Row, i int) {
	row[0], row[1] = record.Int(int64(i/1000)), record.Int(int64(i%1000))
	row[2], row[3] = record.Text("single-text"), record.Text(outcomes[i%len(outcomes)])
	row[4], row[5] = record.Flag(i%2 == 0), record.Null()
	state := uint64(i)
	for j := 6; j < len(row); j++ {
		state = state*6364136223846793005 + 1442695040888963407
		row[j] = record.Float(float64(state>>11) / (1 << 53))
	}
}

func wideRow(i int) record.Row {
	row := make(record.Row, 20)
	fill(row, i)
	return row
}

func TestParquetMemoryIsFlat(t *testing.T) {
	if testing.Short() {
		t.Skip("writes 100,000 rows")
	}
	row := make(record.Row, 20)
	p := record.NewParquet(io.Discard, wide())
	held := func(rows int) uint64 {
		for i := range rows {
			fill(row, i)
			require.NoError(t, p.Write(row))
		}
		runtime.GC()
		var m runtime.MemStats
		runtime.ReadMemStats(&m)
		return m.HeapAlloc
	}
	after2 := held(2 * 16_384)
	after6 := held(4 * 16_384)
	require.NoError(t, p.Close())
	assert.Less(t, after6, after2+4<<20, "four more row groups hold no more than their index")
}

func BenchmarkCSV(b *testing.B) {
	c := record.NewCSV(io.Discard, wide())
	benchmarkRows(b, c.Write)
}

func BenchmarkParquet(b *testing.B) {
	p := record.NewParquet(io.Discard, wide())
	benchmarkRows(b, p.Write)
}

// benchmarkRows reports the cost of one row of 20 columns.
func benchmarkRows(b *testing.B, write func(record.Row) error) {
	row := make(record.Row, 20)
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		fill(row, i)
		if err := write(row); err != nil {
			b.Fatal(err)
		}
	}
}
