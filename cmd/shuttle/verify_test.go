package main

import (
	"bytes"
	"encoding/csv"
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
	reproduced := 0
	for i, is := range fresh {
		was := committed[i]
		assert.Equal(t, is[:simulated], was[:simulated], "make the samples again")
		assert.NotEqual(t, "FAILS", was[verdict], was)
		if was[verdict] == "reproduced" {
			reproduced++
		}
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
	assert.Contains(t, string(page), strconv.Itoa(reproduced)+" are reproduced", "the page is of the table")
}

// The README counts the rows of the committed table.
func TestTheReadmeCountsTheRows(t *testing.T) {
	readme, err := os.ReadFile("../../README.md")
	require.NoError(t, err)
	said := regexp.MustCompile(`Today (\d+) of (\d+) exact rows hold, and (\d+) of (\d+) facts are reproduced, (\d+) of the (\d+) held out`).FindSubmatch(readme)
	require.NotNil(t, said, "the sentence of the README that counts rows")
	rows := lines(t, filepath.Join(samplesHome, "verify", "verify.csv"))
	class, verdict := slices.Index(rows[0], "class"), slices.Index(rows[0], "verdict")
	var count [6]int // agree, all: exact rows, facts, those held out
	add := func(kind int, agrees bool) {
		count[2*kind+1]++
		if agrees {
			count[2*kind]++
		}
	}
	for _, r := range rows[1:] {
		switch r[class] {
		case string(verify.Exact), string(verify.Published):
			add(0, r[verdict] == "holds")
		case string(verify.HeldOut):
			add(2, r[verdict] == "reproduced")
			fallthrough
		default:
			add(1, r[verdict] == "reproduced")
		}
	}
	for i, want := range count {
		assert.Equal(t, strconv.Itoa(want), string(said[i+1]), "README.md: %s", said[0])
	}
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
