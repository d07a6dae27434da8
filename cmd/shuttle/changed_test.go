package main

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"shuttle/cmd/shuttle/internal/store"
)

// A program whose revision does not say what it is goes by its own bytes.
func TestMakerIsTheProgram(t *testing.T) {
	assert.Equal(t, "v1 abc", madeBy("v1", "abc", ""))
	assert.Equal(t, "development unknown 00ff", madeBy("development", "unknown", "00ff"))
	assert.NotEqual(t, madeBy("development", "unknown", "01"), madeBy("development", "unknown", "02"))
	if _, revision := build(); revision == unknown {
		assert.Len(t, executable(), 64, "these tests are such a program")
		assert.Contains(t, maker(), executable())
	}
}

func TestWorkIsReadAsItWasWritten(t *testing.T) {
	w := work{"h", "1/2", "v1 abc, changed ff", [2]string{"a: 1\nb: \"x y\"\n", "größe: 2\n"}}
	got, err := parseWork(w.String())
	require.NoError(t, err)
	assert.Equal(t, w, got)
	_, err = parseWork("h 1/1 development unknown")
	assert.Error(t, err, "of an earlier form")
}

// The first difference is said in words.
func TestWorkSaysWhatChanged(t *testing.T) {
	there := work{"h", "1/1", "v1 abc", [2]string{"a: 1\nb: 2\n", "c: 3\n"}}
	for _, tt := range []struct {
		with func(*work)
		want string
	}{
		{func(w *work) { w.texts[0] = "a: 1\nb: 9\n" }, `in experiment.yaml "b: 2" became "b: 9"`},
		{func(w *work) { w.texts[1] = "c: 3\nd: 4\n" }, `in config.yaml "d: 4" is new`},
		{func(w *work) { w.maker = "v2 abc" }, "it was played by another program: v1 abc, this is v2 abc"},
		{func(w *work) { w.shard = "2/3" }, "it is of part 1/1, not of 2/3"},
	} {
		w := there
		tt.with(&w)
		assert.Equal(t, tt.want, w.against(there))
	}
}

// A sweep that one program began is not continued by another, nor said to be finished,
// nor its parts joined by one.
func TestProgramsAreNotMixed(t *testing.T) {
	home, name := swept(t)
	files, err := readExperiment(name, nil, nil)
	require.NoError(t, err)
	of := workOf(files, shard{0, 1})
	of.maker = "development unknown 00"
	out := filepath.Join(home, "out")
	j, err := store.OpenJournal(out+".journal", of.String())
	require.NoError(t, err)
	require.NoError(t, j.Close())
	w := &sweeping{program: newProgram(os.Stdout, os.Stderr), shard: shard{0, 1}}
	w.out, w.quiet = out, true
	_, err = w.journal(files)
	assert.ErrorContains(t, err, "it was played by another program: development unknown 00, this is "+maker())
	parts := []*part{{shard: shard{0, 1}, work: of, result: &store.Result{}}}
	_, err = inOrder(parts, 0)
	assert.ErrorContains(t, err, "was played by another program than this")
}
