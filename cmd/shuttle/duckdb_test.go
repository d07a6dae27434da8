package main

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// duckdb is the environment variable that names a folder in which
//
//	npm install @duckdb/node-api
//
// was run; the test below skips without it.
const duckdb = "SHUTTLE_DUCKDB"

// readParquet prints the columns of a Parquet file with their types, and its rows, as
// DuckDB reads them.
const readParquet = `
const { DuckDBInstance } = require('@duckdb/node-api');
(async () => {
  const db = await (await DuckDBInstance.create(':memory:')).connect();
  const from = "read_parquet('" + process.argv[1].replaceAll("'", "''") + "')";
  const columns = await db.runAndReadAll('DESCRIBE SELECT * FROM ' + from);
  const rows = await db.runAndReadAll('SELECT * FROM ' + from);
  console.log(JSON.stringify({
    columns: columns.getRows().map(r => [r[0], r[1]]), rows: rows.getRowsJson(),
  }));
})().catch(e => { console.error(e); process.exit(1); });
`

// Another program reads from the Parquet file, cell by cell, what stands in the CSV
// file: every factor, flag, number and text, and nothing where nothing is known.
func TestDuckDBReadsTheRows(t *testing.T) {
	folder := os.Getenv(duckdb)
	if folder == "" {
		t.Skipf("%s names no folder with DuckDB for node", duckdb)
	}
	home, name := swept(t)
	out := filepath.Join(home, "out")
	var said bytes.Buffer
	require.Zero(t, run([]string{"sweep", name, "--quiet", "--no-charts", "--out", out}, &said, &said), said.String())

	cmd := exec.Command("node", "-e", readParquet, filepath.Join(out, "runs.parquet"))
	cmd.Env = append(os.Environ(), "NODE_PATH="+filepath.Join(folder, "node_modules"))
	cmd.Stderr = os.Stderr
	printed, err := cmd.Output()
	require.NoError(t, err)
	var read struct {
		Columns [][2]string
		Rows    [][]any
	}
	require.NoError(t, json.Unmarshal(printed, &read))

	text, err := os.ReadFile(filepath.Join(out, "runs.csv"))
	require.NoError(t, err)
	lines, err := csv.NewReader(bytes.NewReader(text)).ReadAll()
	require.NoError(t, err)
	require.Len(t, read.Rows, len(lines)-1)
	require.Len(t, read.Columns, len(lines[0]))
	types := map[string]string{}
	for k, c := range read.Columns {
		assert.Equal(t, lines[0][k], c[0])
		types[c[0]] = c[1]
	}
	assert.Equal(t, "BIGINT", types["seed"])
	assert.Equal(t, "DOUBLE", types["floor"], "the factor")
	assert.Equal(t, "BOOLEAN", types["agreement"])
	assert.Equal(t, "VARCHAR", types["outcome"])
	for i, row := range read.Rows {
		for k, cell := range row {
			require.Equal(t, lines[i+1][k], asCSV(t, cell, types[lines[0][k]], lines[i+1][k]), "row %d, %s", i, lines[0][k])
		}
	}
}

// asCSV writes a cell as a CSV file has it; a number that is the same as that of a text
// counts as that text.
func asCSV(t *testing.T, cell any, kind, like string) string {
	t.Helper()
	switch x := cell.(type) {
	case nil:
		return ""
	case bool:
		return strconv.FormatBool(x)
	case string:
		return x
	case float64:
		if want, err := strconv.ParseFloat(like, 64); err == nil && want == x && kind == "DOUBLE" {
			return like
		}
	}
	t.Errorf("%s: a cell reads %v", kind, cell)
	return ""
}
