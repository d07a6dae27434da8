package scenario_test

import (
	"errors"
	"math"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"shuttle/agents"
	"shuttle/agents/agenda"
	"shuttle/sim/document"
	"shuttle/sim/rng"
	"shuttle/sim/scenario"
	"shuttle/sim/talks"
)

// paired is a case of clauses that are worth something only together.
const paired = `name: paired
weights: as_given
issues:
  - {name: x, kind: yesno, pillar: p}
  - {name: "y", kind: share, steps: 2, pillar: p}
  - {name: z, kind: yesno, pillar: p}
parties:
  - name: North
    role: belligerent
    weights: {}
    fallback: {base: 0}
    pairwise:
      pairs:
        - {issue: x, with: "y", values: [[0, 1, 2], [5, -1, 0]], basis: definition}
        - {issue: z, with: x, values: [[0, 0.5], [0, 0.25]]}
  - name: South
    role: belligerent
    weights: {}
    fallback: {base: 0}
    pairwise: {influence: 0.5}
`

// worths are what a deal is worth to the parties in the order of the file, at base
// values.
func worths(s *scenario.Scenario, levels ...uint8) []float64 {
	return worthsAt(s, talks.NewTable(s.Case), levels...)
}

func worthsAt(s *scenario.Scenario, t *talks.Table, levels ...uint8) []float64 {
	var d agenda.Deal
	copy(d[:], levels)
	var out []float64
	for _, i := range s.Order {
		out = append(out, t.Parties[i].Worth(&d))
	}
	return out
}

func TestPairsOfClausesAreRead(t *testing.T) {
	s := compile(t, paired)
	for _, row := range []struct {
		deal []uint8
		want []float64
	}{
		{[]uint8{0, 0, 0}, []float64{0, 0}},
		{[]uint8{0, 2, 0}, []float64{2, .5}},
		{[]uint8{1, 0, 0}, []float64{5 + .5, .5}},
		{[]uint8{1, 1, 1}, []float64{-1 + .25, .5 * (1 + .25 + 1 + 2*(.5+1+.5))}},
		{[]uint8{1, 0, 1}, []float64{5 + .25, .5 * 4}},
	} {
		assert.InDeltaSlice(t, row.want, worths(s, row.deal...), 1e-15, "%v", row.deal)
	}
	among := compile(t, paired, "parties[South].pairwise={influence: 0.5, among: [x, z]}")
	assert.InDelta(t, .5*4, worths(among, 1, 2, 1)[1], 1e-15, "y has no influence")
	again, err := scenario.Compile(parse(t, string(among.Resolved)))
	require.NoError(t, err)
	assert.Equal(t, among.Hash, again.Hash)
	assert.Equal(t, worths(among, 1, 2, 1), worths(again, 1, 2, 1))
}

// drawn gives both parties a matrix of influences.
var drawn = []string{
	"parties[North].pairwise={influence: {lo: -1, base: 0, hi: 1, shape: uniform}}",
	"parties[South].pairwise={influence: {lo: -1, base: 0, hi: 1, shape: uniform}}",
}

// The same seed draws the same matrix, whatever else the case holds; another seed
// draws another; and parties who exchange their keys exchange their matrices.
func TestInfluencesAreKeyed(t *testing.T) {
	s := compile(t, paired, drawn...)
	at := func(s *scenario.Scenario, seed rng.Seed, levels ...uint8) []float64 {
		table := talks.NewTable(s.Case)
		table.Draw(seed + 1)
		table.Draw(seed)
		return worthsAt(s, table, levels...)
	}
	first := at(s, 5, 1, 2, 1)
	assert.NotEqual(t, first[0], first[1])
	assert.Equal(t, first, at(s, 5, 1, 2, 1))
	assert.NotEqual(t, first, at(s, 6, 1, 2, 1))
	exchanged := compile(t, paired, append(drawn, "parties[North].key=South", "parties[South].key=North")...)
	assert.Equal(t, []float64{first[1], first[0]}, at(exchanged, 5, 1, 2, 1))
	longer := compile(t, paired, append(drawn, "issues=[{name: w, kind: yesno, pillar: p}, {name: z, kind: yesno, pillar: p}, {name: 'y', kind: share, steps: 2, pillar: p}, {name: x, kind: yesno, pillar: p}]")...)
	assert.InDeltaSlice(t, first, at(longer, 5, 0, 1, 2, 1), 1e-14)
	assert.Equal(t, []float64{0, 0}, worths(s, 1, 2, 1), "at base values")
}

// Every entry of the matrix is even between the bounds: a clause alone is worth one
// entry, of variance 1/3; two clauses together are worth four.
func TestInfluencesAreEven(t *testing.T) {
	s := compile(t, paired, drawn...)
	table := talks.NewTable(s.Case)
	const n = 20_000
	var mean, one, two float64
	for seed := range rng.Seed(n) {
		table.Draw(rng.Derive(1, int(seed)))
		x, y := worthsAt(s, table, 1, 0, 0)[0], worthsAt(s, table, 1, 0, 1)[1]
		mean, one, two = mean+x/n, one+x*x/n, two+y*y/n
		require.LessOrEqual(t, x, 1.)
		require.GreaterOrEqual(t, x, -1.)
	}
	assert.InDelta(t, 0, mean, 4*.577/141)
	assert.InDelta(t, 1./3, one, 4*.298/141, "the spread of a square of a uniform on [-1,1] is .298")
	assert.InDelta(t, 4./3, two, 4*1.74/141, "that of the square of a sum of four is 1.74")
}

func TestFaultsOfPairs(t *testing.T) {
	for _, row := range []struct{ name, patch, want string }{
		{"no such issue", "parties[North].pairwise={pairs: [{issue: q, with: x, values: [[0]]}]}", "no issue is called q"},
		{"with itself", "parties[North].pairwise={pairs: [{issue: x, with: x, values: [[0, 1], [1, 0]]}]}", "is the issue itself"},
		{"too few rows", `parties[North].pairwise={pairs: [{issue: x, with: z, values: [[0, 1]]}]}`, "has 1 rows; allowed: one for each of the 2 levels of x"},
		{"too long a row", `parties[North].pairwise={pairs: [{issue: x, with: z, values: [[0, 1], [1, 0, 3]]}]}`, "has 3 values; allowed: one for each of the 2 levels of z"},
		{"no number", `parties[North].pairwise={pairs: [{issue: x, with: z, values: [[0, 1], [1, much]]}]}`, "must be a number, have text"},
		{"an unknown key", "parties[North].pairwise={influences: 1}", `is not a known key`},
		{"another unit", "parties[South].pairwise={influence: {value: 1, unit: share}}", "must be worth, have share"},
		{"an issue misspelt", "parties[South].pairwise={influence: 1, among: [x, yy]}", "no issue is called yy"},
		{"no influence", "parties[South].pairwise={among: [x]}", "influence: is missing"},
		{"too many", "issues=[{name: x, kind: share, steps: 255, pillar: p}, {name: 'y', kind: share, steps: 255, pillar: p}, " +
			"{name: z, kind: share, steps: 255, pillar: p}, {name: u, kind: share, steps: 255, pillar: p}, {name: v, kind: share, steps: 255, pillar: p}, " +
			"{name: w, kind: share, steps: 255, pillar: p}, {name: r, kind: share, steps: 255, pillar: p}, {name: s, kind: share, steps: 255, pillar: p}]", "the pairs of levels are 2359296; allowed: at most 2097152"},
	} {
		t.Run(row.name, func(t *testing.T) {
			path, value, _ := strings.Cut(row.patch, "=")
			doc := parse(t, paired)
			require.NoError(t, doc.Patch(path, value))
			_, err := scenario.Compile(doc)
			var faults document.Faults
			require.True(t, errors.As(err, &faults), "%v", err)
			assert.Contains(t, err.Error(), row.want)
		})
	}
}

// The matrix is drawn anew for each run without allocating.
func TestInfluencesDoNotAllocate(t *testing.T) {
	table := talks.NewTable(compile(t, paired, drawn...).Case)
	seed := rng.Seed(0)
	assert.Zero(t, testing.AllocsPerRun(20, func() {
		table.Draw(seed)
		seed++
	}))
}

// Every mediator and every tactic copes with sides that weigh nothing by itself: no
// fault, the same run twice, and nobody signs below its fallback.
func TestTheCatalogOverPairs(t *testing.T) {
	if testing.Short() {
		t.Skip("many runs on one goroutine")
	}
	for _, m := range agents.Mediators() {
		for _, tactic := range agents.Tactics() {
			patches := append(drawn, "talks={rounds: 12, mediator: "+m.Name+"}",
				"parties[North].tactic="+tactic.Name, "parties[South].tactic="+tactic.Name)
			s := compile(t, paired, patches...)
			assert.Equal(t, outcomes(t, s.Case, 3), outcomes(t, compile(t, paired, patches...).Case, 3), "%s, %s", m.Name, tactic.Name)
			e := talks.NewEngine(s.Case)
			for i := range 3 {
				o := e.Play(rng.Derive(1, i), nil)
				for side := range o.Worth {
					require.False(t, math.IsNaN(o.Worth[side]) || o.Signed && o.Worth[side] < o.Floor[side]-1e-9, "%s, %s", m.Name, tactic.Name)
				}
			}
		}
	}
}
