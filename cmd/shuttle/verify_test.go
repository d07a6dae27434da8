package main

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"regexp"
	"runtime"
	"slices"
	"strconv"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"shuttle/sim/verify"
)

// The committed page is what the program writes, which takes too long to be tried at every
// test: it is made again with -update, and else held against a small part of the runs.
func TestSamplesVerify(t *testing.T) {
	if testing.Short() {
		t.Skip("many runs on one goroutine")
	}
	at := filepath.Join(samplesHome, "verify")
	if *update {
		out := filepath.Join(t.TempDir(), "verify")
		var stdout, stderr bytes.Buffer
		require.Zero(t, run([]string{"verify", "--configs", "../../configs/verify", "--quiet", "--out", out}, &stdout, &stderr), stderr.String())
		for _, name := range []string{"verify.csv", "verify.md"} {
			content, err := os.ReadFile(filepath.Join(out, name))
			require.NoError(t, err)
			require.NoError(t, os.MkdirAll(at, 0o777))
			require.NoError(t, os.WriteFile(filepath.Join(at, name), content, 0o666))
		}
	}
	if runtime.GOARCH != "amd64" {
		t.Skip("other architectures work out exponentials in other ways, and the last digits differ")
	}
	committed := lines(t, filepath.Join(at, "verify.csv"))
	rows := someRuns(t)
	var table bytes.Buffer
	require.NoError(t, verify.WriteCSV(&table, rows))
	fresh := records(t, table.Bytes())
	require.Equal(t, len(fresh), len(committed), "rows came or went: make the samples again")
	column := func(name string) int { return slices.Index(fresh[0], name) }
	simulated, low, high, verdict := column("simulated"), column("low"), column("high"), column("verdict")
	for i, is := range fresh {
		was := committed[i]
		assert.Equal(t, is[:simulated], was[:simulated], "make the samples again")
		assert.NotEqual(t, "FAILS", was[verdict], was)
		if i == 0 || is[low] == is[high] || is[0][0] != 'E' { // exact rows are told by their verdict
			continue
		}
		// Four standard errors of the few runs: their own, or, where what is rare did not
		// happen in them, those of the page over the root of the share of its runs.
		reach := max(value(t, is[high])-value(t, is[low]), (value(t, was[high])-value(t, was[low]))/math.Sqrt(fewFacts))
		assert.InDelta(t, value(t, is[simulated]), value(t, was[simulated]), reach, "%s: make the samples again", was)
	}
	page, err := os.ReadFile(filepath.Join(at, "verify.md"))
	require.NoError(t, err)
	reproduced := 0
	for _, is := range factsOf(committed) {
		if is == "reproduced" {
			reproduced++
		}
	}
	assert.Contains(t, string(page), fmt.Sprintf("distinct facts on record %d are reproduced", reproduced), "the page is of the table")
}

// The README counts the rows and the facts of the committed table.
func TestTheReadmeCountsTheRows(t *testing.T) {
	readme, err := os.ReadFile("../../README.md")
	require.NoError(t, err)
	said := regexp.MustCompile(`Today (\d+) of (\d+) exact rows hold\. Of (\d+) distinct facts (\d+) are reproduced, (\d+) are too weak to tell and (\d+)\s+are\s+not reproduced; of the (\d+) held out (\d+), (\d+) and (\d+)\.`).FindSubmatch(readme)
	require.NotNil(t, said, "the sentences of the README that count rows and facts")
	rows := lines(t, filepath.Join(samplesHome, "verify", "verify.csv"))
	exact, hold := 0, 0
	for _, r := range rows[1:] {
		switch class := verify.Class(cellOf(rows, r, "class")); {
		case !class.Decides():
		case cellOf(rows, r, "verdict") == "holds":
			hold++
			fallthrough
		default:
			exact++
		}
	}
	want := []int{hold, exact}
	facts := factsOf(rows)
	for _, held := range []bool{false, true} {
		count := map[string]int{}
		for key, verdict := range facts {
			if !held || key[1] == string(verify.HeldOut) {
				count[verdict]++
				count["all"]++
			}
		}
		want = append(want, count["all"], count["reproduced"], count["weak"], count["NOT reproduced"])
	}
	for i, n := range want {
		assert.Equal(t, strconv.Itoa(n), string(said[i+1]), "README.md: %s", said[0])
	}
}

// factsOf are the verdicts of the distinct facts of a table, by check, class and name: not
// reproduced where one row is not, weak where all are.
func factsOf(rows [][]string) map[[3]string]string {
	facts := map[[3]string]string{}
	for _, r := range rows[1:] {
		key := [3]string{cellOf(rows, r, "check"), cellOf(rows, r, "class"), cellOf(rows, r, "fact")}
		if key[2] == "" {
			continue
		}
		is, was := cellOf(rows, r, "verdict"), facts[key]
		if was == "" || is == "NOT reproduced" || is == "reproduced" && was == "weak" {
			facts[key] = is
		}
	}
	return facts
}

// No drawn row of the theory repeats the draws of another, which would say the same twice.
func TestNoExactRowRepeatsAnother(t *testing.T) {
	rows, seen := lines(t, filepath.Join(samplesHome, "verify", "verify.csv")), map[string]string{}
	for _, r := range rows[1:] {
		if !verify.Class(cellOf(rows, r, "class")).Decides() || cellOf(rows, r, "low") == cellOf(rows, r, "high") {
			continue
		}
		at, what := cellOf(rows, r, "simulated"), cellOf(rows, r, "what")
		assert.Empty(t, seen[at], what)
		seen[at] = what
	}
	assert.Greater(t, len(seen), 40)
}

// cellOf is the cell of a row under a head.
func cellOf(rows [][]string, row []string, head string) string {
	return row[slices.Index(rows[0], head)]
}

// fewFacts is the share of the page's runs that facts are looked for in again.
const fewFacts = .1

// someRuns are all rows, of so many runs as tell a page that is out of date.
func someRuns(t *testing.T) []verify.Row {
	t.Helper()
	open := func(name string) ([]byte, error) {
		return os.ReadFile(filepath.Join("..", "..", "configs", "verify", name))
	}
	few, facts := verify.NewLab(open, .005, 1), verify.NewLab(open, fewFacts, 1)
	var all []verify.Row
	for _, c := range verify.Checks() {
		lab := few
		if c.ID[0] == 'E' {
			lab = facts
		}
		for part := range c.Trials() {
			rows, err := c.Play(lab, part)
			require.NoError(t, err)
			all = append(all, rows...)
		}
	}
	return all
}

func lines(t *testing.T, name string) [][]string {
	t.Helper()
	text, err := os.ReadFile(name)
	require.NoError(t, err)
	return records(t, text)
}

func records(t *testing.T, text []byte) [][]string {
	t.Helper()
	table, err := csv.NewReader(bytes.NewReader(text)).ReadAll()
	require.NoError(t, err)
	return table
}

func value(t *testing.T, cell string) float64 {
	t.Helper()
	x, err := strconv.ParseFloat(cell, 64)
	require.NoError(t, err)
	return x
}

// Every workload of the other library is played, and its figure stands beside the rates.
func TestSpeeds(t *testing.T) {
	rates, err := speeds(t.Context(), 0)
	require.NoError(t, err)
	require.Len(t, rates, len(verify.Workloads()))
	var stdout bytes.Buffer
	p := program{stdout: &stdout}
	require.NoError(t, p.printSpeeds(rates))
	assert.Regexp(t, `(?m)^veto, 10 issues of 10, 100 proposals +– +66\.8 +[\d,]+ +× \d+ +[\d,]+$`, stdout.String())
	for _, s := range rates {
		assert.InDelta(t, s.Rebuilt/s.Theirs, s.Ratio, 1e-9, s.Workload)
		assert.Positive(t, s.Kept, s.Workload)
	}
}
