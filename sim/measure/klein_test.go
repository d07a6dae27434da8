package measure

import (
	"math"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"shuttle/sim/rng"
	"shuttle/sim/talks"
)

// klein is one pair of voters of Klein, Faratin, Sayama and Bar-Yam 2003 ("Protocols
// for negotiating complex contracts") and what it comes to over 200 runs of a
// replication outside this program: welfare and worths on the scale from the least to
// the most that each can be, and the spread of the welfare between runs. The published
// table has .86, .86 and .98.
type klein struct {
	file            string
	welfare, spread float64
	worths          [2]float64
}

func kleins() []klein {
	return []klein{
		{"klein-climbers", .860, .041, [2]float64{.755, .757}},
		{"klein-mixed", .857, .033, [2]float64{.992, .514}},
		{"klein-annealers", .980, .012, [2]float64{.839, .841}},
	}
}

// scales are the spans of the sum and of each side, by run.
type scales struct {
	sum  Span
	each [2]Span
}

func scalesOf(t *testing.T, runs int) []scales {
	table := table(t, shipped(t, "verify/klein-climbers"))
	list := make([]scales, runs)
	for i := range list {
		table.Draw(rng.Derive(1, i))
		list[i] = scales{FindSpan(table, []float64{1, 1}), [2]Span{FindSpan(table, []float64{1, 0}), FindSpan(table, []float64{0, 1})}}
	}
	return list
}

// reached is what runs came to on their scales.
type reached struct {
	welfare, spread float64
	worths          [2]float64
}

func reach(t *testing.T, file string, by []scales, patches ...string) (r reached) {
	t.Helper()
	e := talks.NewEngine(shipped(t, "verify/"+file, patches...).Case)
	square, n := 0.0, float64(len(by))
	for i, s := range by {
		o := e.Play(rng.Derive(1, i), nil)
		require.Empty(t, o.Fault)
		require.True(t, o.Signed, "what the votes lead to is signed")
		require.Equal(t, 1000, o.Round)
		require.Zero(t, o.History.Lost)
		w := s.sum.Place(o.Worth[0] + o.Worth[1])
		r.welfare, square = r.welfare+w/n, square+w*w/n
		for side := range r.worths {
			r.worths[side] += s.each[side].Place(o.Worth[side]) / n
		}
	}
	r.spread = math.Sqrt(max(0, square-r.welfare*r.welfare))
	return r
}

// Hill climbers and annealers over a hundred interdependent clauses: the welfare and
// the worths are those of the paper, and so is the dilemma. A side does best as a
// climber beside an annealer, next as one of two annealers, then as one of two
// climbers, and worst as an annealer beside a climber.
func TestKlein(t *testing.T) {
	if testing.Short() {
		t.Skip("many runs on one goroutine")
	}
	const runs = 100
	by := scalesOf(t, runs)
	files := append(kleins(), klein{file: "klein-weak-votes"})
	got := make([]reached, len(files))
	t.Run("pairs", func(t *testing.T) {
		for i, want := range files {
			t.Run(want.file, func(t *testing.T) {
				t.Parallel()
				r := reach(t, want.file, by)
				t.Logf("welfare %.3f (spread %.3f), worths %.3f and %.3f", r.welfare, r.spread, r.worths[0], r.worths[1])
				if got[i] = r; want.welfare > 0 {
					want.agrees(t, r, runs)
				}
			})
		}
	})
	climbers, mixed, annealers, votes := got[0], got[1], got[2], got[3]
	assert.Greater(t, mixed.worths[0], max(annealers.worths[0], annealers.worths[1]))
	assert.Greater(t, min(annealers.worths[0], annealers.worths[1]), max(climbers.worths[0], climbers.worths[1]))
	assert.Greater(t, min(climbers.worths[0], climbers.worths[1]), mixed.worths[1])
	assert.InDelta(t, annealers.welfare, votes.welfare, .02, "a mediator who overrides weak noes anneals for two climbers")
	assert.Greater(t, min(votes.worths[0], votes.worths[1]), max(climbers.worths[0], climbers.worths[1]))
}

// agrees compares runs with the replication: the welfare within four standard errors
// and within .02, the worths within .03.
func (k klein) agrees(t *testing.T, r reached, runs int) {
	t.Helper()
	assert.InDelta(t, k.welfare, r.welfare, 4*k.spread*math.Sqrt(1/float64(runs)+1./200))
	assert.InDelta(t, k.welfare, r.welfare, .02)
	for side := range r.worths {
		assert.InDelta(t, k.worths[side], r.worths[side], .03, "side %d", side)
	}
}
