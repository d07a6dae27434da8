package record_test

import (
	"bytes"
	"encoding/csv"
	"errors"
	"io"
	"math"
	"strconv"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"shuttle/sim/record"
)

// mixed is a schema with a column of each kind.
func mixed() record.Schema {
	return record.Schema{
		{Name: "replicate", Kind: record.KindInt},
		{Name: "worth, A", Kind: record.KindFloat},
		{Name: "outcome", Kind: record.KindText},
		{Name: "agreement", Kind: record.KindFlag},
	}
}

func mixedRows() []record.Row {
	return []record.Row{
		{record.Int(0), record.Float(.1), record.Text("holds"), record.Flag(true)},
		{record.Int(math.MinInt64), record.Float(-1e-300), record.Text(`a "b", c`), record.Flag(false)},
		{record.Null(), record.Null(), record.Null(), record.Null()},
		{record.Int(2), record.Float(math.Inf(1)), record.Text("two\nlines"), record.Null()},
		{record.Int(3), record.Float(math.Copysign(0, -1)), record.Text(" led by a space"), record.Null()},
		{record.Int(4), record.Float(1e21), record.Text(`\.`), record.Null()},
	}
}

func TestCSVBytes(t *testing.T) {
	var b bytes.Buffer
	c := record.NewCSV(&b, mixed())
	for _, row := range mixedRows() {
		require.NoError(t, c.Write(row))
	}
	require.NoError(t, c.Close())
	want := `replicate,"worth, A",outcome,agreement
0,0.1,holds,true
-9223372036854775808,-1e-300,"a ""b"", c",false
,,,
2,+Inf,"two
lines",
3,-0," led by a space",
4,1e+21,"\.",
`
	assert.Equal(t, want, b.String())
}

func TestCSVOfNoRowsIsAHeader(t *testing.T) {
	var b bytes.Buffer
	require.NoError(t, record.NewCSV(&b, mixed()).Close())
	assert.Equal(t, "replicate,\"worth, A\",outcome,agreement\n", b.String())
}

func TestCSVRefusesRowsThatDoNotFit(t *testing.T) {
	var b bytes.Buffer
	c := record.NewCSV(&b, mixed())
	assert.ErrorContains(t, c.Write(record.Row{record.Int(1)}), "row has 1 values, schema has 4 columns")
	assert.ErrorContains(t, c.Write(record.Row{record.Int(1), record.Int(2), record.Null(), record.Null()}),
		`column "worth, A" holds float, row has int`)
	require.NoError(t, c.Write(mixedRows()[0]))
	require.NoError(t, c.Close())
	assert.Equal(t, 2, strings.Count(b.String(), "\n"), "a refused row leaves nothing behind")
}

func TestCSVReportsFaultySchemaAndFailingWriter(t *testing.T) {
	assert.ErrorContains(t, record.NewCSV(io.Discard, nil).Close(), "no columns")

	full := errors.New("no space left")
	c := record.NewCSV(failing{full}, mixed())
	require.NoError(t, c.Write(mixedRows()[0]), "the first row only gathers")
	assert.ErrorIs(t, c.Close(), full)
	assert.ErrorIs(t, c.Write(mixedRows()[0]), full, "a failure stays")
}

func TestReadCSVGivesBackTheRows(t *testing.T) {
	var b bytes.Buffer
	c := record.NewCSV(&b, mixed())
	for _, row := range mixedRows() {
		require.NoError(t, c.Write(row))
	}
	require.NoError(t, c.Close())
	for name, schema := range map[string]record.Schema{"schema": mixed(), "inferred": nil} {
		r, err := record.ReadCSV(iotest.OneByteReader(bytes.NewReader(b.Bytes())), schema)
		require.NoError(t, err, name)
		assert.Equal(t, []string{"replicate", "worth, A", "outcome", "agreement"}, r.Names())
		for i, want := range mixedRows() {
			got, err := r.Read()
			require.NoError(t, err, name)
			if schema == nil && i == 4 {
				want[1] = record.Int(0) // "-0" reads as a whole number
			}
			assert.Equal(t, want, got, "%s, row %d", name, i)
		}
		_, err = r.Read()
		assert.ErrorIs(t, err, io.EOF)
		_, err = r.Read()
		assert.ErrorIs(t, err, io.EOF)
	}
}

func TestReadCSVFaults(t *testing.T) {
	for name, c := range map[string]struct {
		text      string
		rows      int // good rows before the fault
		want      string
		truncated bool
	}{
		"empty":              {"", 0, "no header", true},
		"header cut":         {"a,b", 0, "line 1 ends without a newline", true},
		"last line cut":      {"a,b\n1,2\n3,4", 1, "line 3 ends without a newline", true},
		"last cells missing": {"a,b\n1,2\n3", 1, "line 3: 1 cells, want 2", true},
		"cells missing":      {"a,b\n1\n3,4\n", 0, "line 2: 1 cells, want 2", false},
		"cells too many":     {"a,b\n1,2,3\n", 0, "line 2: 3 cells, want 2", false},
		"short last line":    {"a,b\n1,2\n3\n", 1, "line 3: 1 cells, want 2", false},
		"open quote":         {"a,b\n1,\"x\ny", 0, "line 3", true},
		"stray quote":        {"a,b\n1,x\"y\n3,4\n", 0, `line 2, column 4: bare "`, false},
		"not a number":       {"a,b\n1,2\n3,x\n", 1, `line 3, column 3 (b): "x" is not of kind int`, false},
		"other header":       {"a,c\n1,2\n", 0, `columns are ["a" "c"], want ["a" "b"]`, false},
	} {
		t.Run(name, func(t *testing.T) {
			schema := record.Schema{{Name: "a", Kind: record.KindInt}, {Name: "b", Kind: record.KindInt}}
			r, err := record.ReadCSV(strings.NewReader(c.text), schema)
			rows := 0
			for err == nil {
				if _, err = r.Read(); err == nil {
					rows++
				}
			}
			assert.ErrorContains(t, err, c.want)
			assert.Equal(t, c.truncated, errors.Is(err, record.ErrTruncated), err)
			assert.Equal(t, c.rows, rows)
		})
	}
}

func TestEveryCutThatLeavesAPartialLineIsSeen(t *testing.T) {
	whole := "a,b\n1,22\n333,\"x\ny\"\n"
	for end := range len(whole) {
		r, err := record.ReadCSV(strings.NewReader(whole[:end]), nil)
		for err == nil {
			_, err = r.Read()
		}
		atBoundary := end > 0 && whole[end-1] == '\n' && !strings.HasSuffix(whole[:end], "x\n")
		assert.Equal(t, !atBoundary, errors.Is(err, record.ErrTruncated), "cut after %q: %v", whole[:end], err)
	}
}

func TestReadCSVPassesOnAFailingReader(t *testing.T) {
	broken := errors.New("broken")
	r, err := record.ReadCSV(io.MultiReader(strings.NewReader("a\n1\n"), iotest.ErrReader(broken)), nil)
	require.NoError(t, err)
	for err == nil {
		_, err = r.Read()
	}
	assert.ErrorIs(t, err, broken)
	assert.NotErrorIs(t, err, record.ErrTruncated)
}

// FuzzCSVRoundTrip writes a row of each kind, compares the bytes with those of
// encoding/csv, and reads it back.
func FuzzCSVRoundTrip(f *testing.F) {
	f.Add(int64(0), 0.0, "", false, "x")
	f.Add(int64(-1), math.NaN(), "a,\"b\"\n", true, "\\.")
	f.Add(int64(9), math.Copysign(0, -1), "\r", true, "\u00a0x\xff")
	f.Fuzz(func(t *testing.T, i int64, x float64, text string, flag bool, name string) {
		if name == "" || name == "a" || name == "b" || name == "c" {
			return
		}
		schema := record.Schema{
			{Name: "a", Kind: record.KindInt}, {Name: "b", Kind: record.KindFloat},
			{Name: name, Kind: record.KindText}, {Name: "c", Kind: record.KindFlag},
		}
		row := record.Row{record.Int(i), record.Float(x), record.Text(text), record.Flag(flag)}
		var got, want bytes.Buffer
		c := record.NewCSV(&got, schema)
		require.NoError(t, c.Write(row))
		require.NoError(t, c.Write(row))
		require.NoError(t, c.Close())

		cells := []string{strconv.FormatInt(i, 10), strconv.FormatFloat(x, 'g', -1, 64), text, strconv.FormatBool(flag)}
		require.NoError(t, csv.NewWriter(&want).WriteAll([][]string{{"a", "b", name, "c"}, cells, cells}))
		require.Equal(t, want.String(), got.String())

		if strings.Contains(name, "\r\n") {
			return // does not come back as it went, as documented
		}
		back, err := record.ReadCSV(&got, schema)
		require.NoError(t, err)
		for range 2 {
			read, err := back.Read()
			require.NoError(t, err)
			assert.Equal(t, i, read[0].Int())
			number, _ := read[1].Number()
			if math.IsNaN(x) {
				assert.True(t, math.IsNaN(number))
			} else {
				assert.Equal(t, math.Float64bits(x), math.Float64bits(number))
			}
			assert.Equal(t, strings.ReplaceAll(text, "\r\n", "\n"), read[2].Text())
			assert.Equal(t, flag, read[3].Flag())
		}
		_, err = back.Read()
		assert.ErrorIs(t, err, io.EOF)
	})
}

// FuzzReadCSV makes sure that no text makes the reader panic or run on.
func FuzzReadCSV(f *testing.F) {
	f.Add("a,b\n1,2\n")
	f.Add("a\n\"\"\n\"")
	f.Fuzz(func(t *testing.T, text string) {
		r, err := record.ReadCSV(strings.NewReader(text), nil)
		for rows := 0; err == nil; rows++ {
			require.LessOrEqual(t, rows, len(text))
			_, err = r.Read()
		}
	})
}

func TestOneColumnOfNulls(t *testing.T) {
	schema := record.Schema{{Name: "a", Kind: record.KindText}}
	var b bytes.Buffer
	c := record.NewCSV(&b, schema)
	require.NoError(t, c.Write(record.Row{record.Null()}))
	require.NoError(t, c.Write(record.Row{record.Text("x")}))
	require.NoError(t, c.Close())
	r, err := record.ReadCSV(&b, schema)
	require.NoError(t, err)
	first, err := r.Read()
	require.NoError(t, err)
	assert.True(t, first[0].IsNull())
	second, err := r.Read()
	require.NoError(t, err)
	assert.Equal(t, "x", second[0].Text())
}

type failing struct{ err error }

func (f failing) Write([]byte) (int, error) { return 0, f.err }

func TestWritingRowsDoesNotAllocate(t *testing.T) {
	row := wideRow(1)
	c := record.NewCSV(io.Discard, wide())
	assert.Zero(t, testing.AllocsPerRun(5000, func() {
		if err := c.Write(row); err != nil {
			t.Fatal(err)
		}
	}))
}
