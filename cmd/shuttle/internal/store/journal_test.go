package store

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// block is what block i of these tests holds; some hold lines like the journal's own.
func block(i int) []byte {
	return []byte(fmt.Sprintf("block %d 5 00000000\nrun %d\n%s", i, i, bytes.Repeat([]byte("x"), i*7)))
}

// filled is a journal of n blocks.
func filled(t *testing.T, n int) (name string, whole []byte) {
	t.Helper()
	name = filepath.Join(t.TempDir(), "j")
	j, err := OpenJournal(name, "work")
	require.NoError(t, err)
	for i := range n {
		require.NoError(t, j.Add(block(i)))
	}
	require.NoError(t, j.Close())
	whole, err = os.ReadFile(name)
	require.NoError(t, err)
	return name, whole
}

// Cut at every byte, the journal keeps the whole blocks before the cut and grows to
// the same bytes again.
func TestJournalCutAnywhere(t *testing.T) {
	const n = 5
	name, whole := filled(t, n)
	for cut := range len(whole) + 1 {
		require.NoError(t, os.WriteFile(name, whole[:cut], 0o666))
		j, err := OpenJournal(name, "work")
		require.NoError(t, err, "cut at %d", cut)
		for i := range j.Len() {
			got, err := io.ReadAll(j.Block(i))
			require.NoError(t, err)
			require.Equal(t, block(i), got, "cut at %d", cut)
		}
		for i := j.Len(); i < n; i++ {
			require.NoError(t, j.Add(block(i)))
		}
		require.NoError(t, j.Close())
		again, err := os.ReadFile(name)
		require.NoError(t, err)
		require.Equal(t, whole, again, "cut at %d", cut)
	}
}

// A byte that changed ends the journal before its block.
func TestJournalChangedAnywhere(t *testing.T) {
	name, whole := filled(t, 4)
	head := bytes.IndexByte(whole, '\n') + 1
	for at := head; at < len(whole); at++ {
		changed := bytes.Clone(whole)
		changed[at] ^= 1
		require.NoError(t, os.WriteFile(name, changed, 0o666))
		j, err := OpenJournal(name, "work")
		require.NoError(t, err)
		require.Less(t, j.Len(), 4, "byte %d", at)
		for i := range j.Len() {
			got, err := io.ReadAll(j.Block(i))
			require.NoError(t, err)
			require.Equal(t, block(i), got)
		}
		require.NoError(t, j.Close())
	}
}

func TestJournalOfOtherWorkIsLeftAlone(t *testing.T) {
	name, whole := filled(t, 2)
	_, err := OpenJournal(name, "another")
	require.ErrorIs(t, err, ErrOtherWork)
	for _, text := range []string{"my notes\n", "my notes"} {
		require.NoError(t, os.WriteFile(name, []byte(text), 0o666))
		_, err = OpenJournal(name, "work")
		require.ErrorIs(t, err, ErrOtherWork)
		left, err := os.ReadFile(name)
		require.NoError(t, err)
		assert.Equal(t, text, string(left))
	}
	require.NoError(t, os.WriteFile(name, whole, 0o666))
	_, err = OpenJournal(filepath.Join(name, "below"), "work")
	require.Error(t, err)
}

func TestReadJournalOfAResult(t *testing.T) {
	_, whole := filled(t, 3)
	section := func(b []byte) *io.SectionReader { return io.NewSectionReader(bytes.NewReader(b), 0, int64(len(b))) }
	work, blocks, err := ReadJournal(section(whole))
	require.NoError(t, err)
	assert.Equal(t, "work", work)
	require.Len(t, blocks, 3)
	got, err := io.ReadAll(blocks[2])
	require.NoError(t, err)
	assert.Equal(t, block(2), got)
	_, _, err = ReadJournal(section(whole[:len(whole)-1]))
	require.EqualError(t, err, "truncated or changed after 2 blocks")
	_, _, err = ReadJournal(section([]byte("a,b\n1,2\n")))
	require.EqualError(t, err, "is no journal")
}

func TestRemoveJournal(t *testing.T) {
	name, _ := filled(t, 1)
	require.NoError(t, RemoveJournal(name))
	require.NoError(t, RemoveJournal(name), "once is enough")
	_, err := os.Stat(name)
	assert.True(t, errors.Is(err, os.ErrNotExist))
	require.NoError(t, os.WriteFile(name, []byte("my notes, longer than the mark\n"), 0o666))
	require.ErrorIs(t, RemoveJournal(name), ErrOtherWork)
	assert.FileExists(t, name)
}
