package experiment

import (
	"errors"
	"io"
	"math"
	"os"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"shuttle/sim/internal/refdata"
	"shuttle/sim/record"
)

// walks wants points in trajectories over a grid of so many levels from 0 to 1: in each
// every factor moves once, alone, by half the grid.
func walks(t *testing.T, points [][]float64, levels int) {
	t.Helper()
	factors := len(points[0])
	step := float64(levels) / (2 * float64(levels-1))
	require.Zero(t, len(points)%(factors+1))
	for first := 0; first < len(points); first += factors + 1 {
		moved := map[int]int{}
		for i := first + 1; i <= first+factors; i++ {
			for k := range factors {
				place := points[i][k] * float64(levels-1)
				require.InDelta(t, math.Round(place), place, 1e-9, "on the grid")
				if way := points[i][k] - points[i-1][k]; math.Abs(way) > 1e-9 {
					require.InDelta(t, step, math.Abs(way), 1e-9)
					moved[k]++
				}
			}
			require.Len(t, moved, i-first, "one at a time")
		}
	}
}

func numbersOf(points [][]Level) [][]float64 {
	out := make([][]float64, len(points))
	for i, p := range points {
		for _, l := range p {
			x, _ := l.Value.Number()
			out[i] = append(out[i], x)
		}
	}
	return out
}

func TestTrajectoriesMoveOneFactorAtATime(t *testing.T) {
	for _, levels := range []int{2, 4, 6} {
		s := &set{factors: []Factor{spanning("a", 0, 1, 2), spanning("b", 0, 1, 2), spanning("c", 0, 1, 2)}, size: 200, grid: levels, seed: 3}
		all := points(t, "trajectories", s)
		require.Len(t, all, 200*4)
		walks(t, numbersOf(all), levels)
		assert.Equal(t, text(all), text(points(t, "trajectories", s)), "the seed decides")
		counts := map[string]int{}
		for _, p := range all {
			counts[p[0].YAML]++
		}
		assert.Len(t, counts, levels)
		for level, n := range counts {
			assert.InDelta(t, 800/levels, n, 80, "every level is as likely: %s", level)
		}
		other := *s
		other.seed++
		assert.NotEqual(t, text(all), text(points(t, "trajectories", &other)))
	}
}

// Listed levels are walked as well, each factor to another level in its step.
func TestTrajectoriesOverListedLevels(t *testing.T) {
	s := &set{factors: []Factor{listing("a", 1, 2), listing("b", 1, 2, 3)}, size: 30, grid: 4, seed: 1}
	all := points(t, "trajectories", s)
	for i, p := range all {
		if i%3 > 0 {
			changed := 0
			for k := range p {
				changed += map[bool]int{true: 1}[p[k].YAML != all[i-1][k].YAML]
			}
			assert.Equal(t, 1, changed, "point %d", i)
		}
	}
}

// The trajectories of a published implementation keep the same rules.
func TestReferenceTrajectoriesKeepTheRules(t *testing.T) {
	file, err := os.Open(refdata.Path(t, "statistics/morris_sobol_g_T20_p4.csv"))
	require.NoError(t, err)
	defer file.Close()
	rows, err := record.ReadCSV(file, nil)
	require.NoError(t, err)
	var all [][]float64
	for {
		row, err := rows.Read()
		if errors.Is(err, io.EOF) {
			break
		}
		require.NoError(t, err)
		var p []float64
		for _, v := range row[:8] {
			x, _ := v.Number()
			p = append(p, x)
		}
		all = append(all, p)
	}
	require.Len(t, all, 20*9)
	walks(t, all, 4)
}

func TestASweepKnowsItsTrajectories(t *testing.T) {
	const design = `name: e
scenario: textbook.yaml
replicates: 2
design:
  - kind: trajectories
    trajectories: 3
    factors:
      - {name: f, role: uncertainty, path: "parties[A].fallback.base", lo: 0.2, hi: 0.8}
      - {name: g, role: uncertainty, path: "parties[B].fallback.base", lo: 0.2, hi: 0.8}
`
	s, err := read(t, design)
	require.NoError(t, err)
	assert.Len(t, s.Points, 9)
	n, step := s.Trajectory()
	assert.Equal(t, 3, n)
	assert.InDelta(t, 2./3, step, 1e-12)
	s, err = read(t, design+"  - kind: factorial\n    factors: [{name: h, role: lever, path: talks.horizon, levels: [30, 60]}]\n")
	require.NoError(t, err)
	assert.Len(t, s.Points, 18)
	n, _ = s.Trajectory()
	assert.Zero(t, n, "crossed with other sets points are no neighbours")
}
