package experiment

import (
	"context"
	"math"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"shuttle/agents/agenda"
	"shuttle/sim/record"
)

// What is gathered from packed courses, block by block, is what a run of the arms
// alone says, whoever played the blocks.
func TestFollowedSweepSaysWhatARunSays(t *testing.T) {
	s, err := read(t, small)
	require.NoError(t, err)
	kept, why := s.Followed()
	require.True(t, kept, why)
	packed := map[int][]byte{}
	err = s.Blocks().Play(context.Background(), 0, 1, 3, func(block int, _ []record.Row, courses []byte) error {
		packed[block] = append([]byte(nil), courses...)
		return nil
	})
	require.NoError(t, err)
	for arm := range s.Arms() {
		a, err := s.Arm(arm)
		require.NoError(t, err)
		var rounds []record.RoundRow
		var clauses []record.ClauseRow
		require.NoError(t, Run(context.Background(), Plan{Arms: []Arm{a}, Factors: s.Columns(), Runs: s.Runs, Seed: s.Seed}, 1, Sink{
			Arm: func(_ Arm, r []record.RoundRow, c []record.ClauseRow) error { rounds, clauses = r, c; return nil },
		}))
		f, err := s.Follow(arm)
		require.NoError(t, err)
		for turn := range s.Blocks().Turns() {
			block := s.Blocks().At(arm, turn)
			_, _, n := s.Blocks().Of(block)
			require.NoError(t, f.Add(packed[block], n))
		}
		gotRounds, gotClauses := f.Rows()
		assert.Equal(t, rounds, gotRounds)
		assert.Equal(t, clauses, gotClauses)
	}
}

func TestPackedCourse(t *testing.T) {
	full := run(3, 2, .5)
	full.values[2], full.drafts = math.NaN(), 4
	full.objections = []agenda.Objection{{Draft: 300, Clause: 2, Party: 1}}
	full.path = [][]step{nil, {{1, agenda.Mediator, []float64{.3, math.Inf(1)}}}, {{2, 1, []float64{0, 0}}, {4, 0, []float64{.1, -.2}}}}
	width := len(series([]string{"A", "B"}))
	var b []byte
	all := []*course{full, {fault: true}, run(1, 0, math.NaN())}
	for _, c := range all {
		b = c.pack(b, width)
	}
	var got course
	rest := b
	for _, want := range all {
		var err error
		rest, err = got.unpack(rest, width, 2)
		require.NoError(t, err)
		assert.Equal(t, want.pack(nil, width), got.pack(nil, width))
	}
	assert.Empty(t, rest)
	for cut := range b[:len(full.pack(nil, width))] {
		_, err := got.unpack(b[:cut], width, 2)
		assert.Error(t, err, "cut at %d", cut)
	}
	_, err := got.unpack([]byte{9}, width, 2)
	assert.Error(t, err)
}

func TestLargeSweepIsNotFollowed(t *testing.T) {
	s, err := read(t, small)
	require.NoError(t, err)
	s.Runs = 1 << 24
	kept, why := s.Followed()
	assert.False(t, kept)
	assert.Contains(t, why, "not recorded")
	s.Points = make([][]Level, 100)
	kept, why = s.Followed()
	assert.False(t, kept)
	assert.Contains(t, why, "200 points and mediators are more than 40")
}
