package experiment

import (
	"math"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"shuttle/agents/agenda"
	"shuttle/sim/record"
	"shuttle/sim/talks"
)

// run is a course of two parties whose worth of the text is the same every round.
func run(rounds, signed int, worth float64) *course {
	c := &course{signed: signed}
	for i := range rounds {
		c.days = append(c.days, float64(7*(i+1)))
		c.values = append(c.values, .1, 0, 4, .5, math.NaN(), .25, .15, 2, worth, .3, 0, .25, worth, .4, 0, .35)
	}
	return c
}

func find(t *testing.T, rows []record.RoundRow, series string, round, replicate int) record.RoundRow {
	t.Helper()
	for _, r := range rows {
		if r.Series == series && r.Round == round && r.Replicate == replicate {
			return r
		}
	}
	t.Fatalf("no row of %s in round %d", series, round)
	return record.RoundRow{}
}

func TestRoundsOfThreeRuns(t *testing.T) {
	r := newRounds([]string{"A", "B"}, 3)
	first := run(1, 1, .8) // signs at once
	first.path = [][]step{{{draft: 1, author: 1, base: []float64{.2, .9}}, {draft: 2, author: agenda.Mediator, base: []float64{.7, .75}}}}
	r.keep(first)
	for _, c := range []*course{first, run(3, 3, .6), run(3, 0, .4)} {
		require.NoError(t, r.add(c))
	}
	rows := r.rows(4, "M")

	one := find(t, rows, "worth.A", 1, record.AllRuns)
	assert.Equal(t, 3, one.N)
	assert.InDelta(t, .6, one.Mean, 1e-12)
	assert.InDelta(t, .6, one.Spread.Q50, .005, "within a bin")
	assert.Equal(t, 4, one.Point)
	assert.Equal(t, "M", one.Mediator)
	assert.Equal(t, 7.0, one.Day)
	assert.Equal(t, 2, find(t, rows, "worth.A", 2, record.AllRuns).N, "a run counts in the rounds it played")
	for round, want := range map[int]float64{1: 1. / 3, 2: 1. / 3, 3: 2. / 3} {
		agreed := find(t, rows, "agreed", round, record.AllRuns)
		assert.Equal(t, 3, agreed.N, "agreements count over all runs")
		assert.Equal(t, want, agreed.Mean)
	}
	assert.Equal(t, .25, find(t, rows, "trust", 1, 0).Mean)
	assert.Equal(t, .35, find(t, rows, "trust.B", 1, 0).Mean)
	assert.Equal(t, .15, find(t, rows, "belief_error", 1, 0).Mean)
	var drafts, authors []any
	for _, row := range rows {
		if row.Series == "draft" || row.Series == "base.B" {
			drafts, authors = append(drafts, row.Draft, row.Mean), append(authors, row.Author)
		}
	}
	assert.Equal(t, []any{1, 1., 1, .9, 2, 2., 2, .75}, drafts, "both drafts of the round, in order")
	assert.Equal(t, []any{"B", "B", record.MediatorAuthor, record.MediatorAuthor}, authors)
	assert.Equal(t, .8, find(t, rows, "worth.B", 1, 0).Mean)
	for _, row := range rows {
		assert.NotEqual(t, "narrative", row.Series, "nothing is said in public")
		assert.False(t, row.Replicate == 0 && row.Round > 1, "the run kept in full ended after round 1")
	}
}

func TestRoundsWithoutText(t *testing.T) {
	c := run(1, 0, math.NaN())
	c.values[0] = math.NaN()
	c.path = [][]step{nil}
	r := newRounds([]string{"A", "B"}, 1)
	r.keep(c)
	require.NoError(t, r.add(c))
	for _, row := range r.rows(0, "M") {
		assert.NotContains(t, []string{"gap", "worth.A", "worth.B", "draft", "base.A"}, row.Series)
		assert.False(t, math.IsNaN(row.Mean))
	}
}

func TestBinsKeepWithinTheirBudget(t *testing.T) {
	assert.Equal(t, mostBins, newRounds([]string{"A", "B"}, 60).bins)
	many := make([]string, 40)
	large := newRounds(many, 2000)
	assert.LessOrEqual(t, large.bins*len(large.names)*2000, binBudget)
	assert.GreaterOrEqual(t, large.bins, fewestBins)
}

func TestCourseOfARealRun(t *testing.T) {
	s := compiled(t, "textbook")
	o := talks.NewEngine(s.Case).Play(5, nil)
	require.True(t, o.Signed)
	var c course
	c.copyFrom(o, s.Order)
	c.follow(o, talks.NewTable(s.Case), s.Order)
	assert.Equal(t, o.Round, c.signed)
	require.Len(t, c.path, o.Rounds)
	put := c.path[len(c.path)-1]
	last := put[len(put)-1]
	assert.Equal(t, len(o.History.Drafts), last.draft)
	// No number of the textbook varies: base values are those of the run.
	for i, p := range s.Order {
		assert.InDelta(t, o.Worth[p], last.base[i], 1e-12)
	}
}

func TestClausesOfTwoRuns(t *testing.T) {
	c := newClauses(2, 3)
	c.add(&course{drafts: 2, objections: []agenda.Objection{{Draft: 0, Clause: 1, Party: 2}, {Draft: 1, Clause: 0, Party: 0}}})
	c.add(&course{drafts: 1, objections: []agenda.Objection{{Draft: 0, Clause: 1, Party: 2}}})
	c.add(&course{drafts: mostDrafts + 5, objections: []agenda.Objection{{Draft: mostDrafts, Clause: 0, Party: 0}}})
	a := &agenda.Agenda{Issues: []agenda.Issue{{Name: "x"}, {Name: "y"}}}
	rows := c.rows(0, "M", a, []string{"C", "B", "A"}, []int{2, 1, 0})
	assert.Equal(t, record.ClauseRow{Mediator: "M", Draft: 1, Clause: "x", Party: "C", N: 3}, rows[0])
	assert.Equal(t, record.ClauseRow{Mediator: "M", Draft: 1, Clause: "y", Party: "C", Objections: 2, N: 3}, rows[2])
	assert.Equal(t, record.ClauseRow{Mediator: "M", Draft: 2, Clause: "x", Party: "A", Objections: 1, N: 2}, rows[5])
	assert.Len(t, rows, mostDrafts*2*2, "the party that never objected has no rows, late drafts none either")
}
