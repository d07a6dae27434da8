package measure

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"shuttle/agents/agenda"
	"shuttle/sim/rng"
)

// A space past the limit is sampled: what is found is acceptable, no better than the
// truth, near to it, the same every time, and says that it was sampled.
func TestSamplingStaysWithinTheTruth(t *testing.T) {
	if testing.Short() {
		t.Skip("many runs on one goroutine")
	}
	near, all := 0, 0
	for seed := range uint64(40) {
		tab := table(t, small(t, seed))
		tab.Draw(rng.Seed(seed))
		exact, sampled := Solve(tab, Options{}), Solve(tab, Options{Limit: 1})
		require.Equal(t, sampled, Solve(tab, Options{Limit: 1}))
		require.Len(t, sampled.Warnings, 1)
		assert.Empty(t, exact.Warnings)
		for _, p := range sampled.Frontier {
			assert.True(t, acceptable(tab, &p.Deal, tab.Signatories(), floors(tab)))
		}
		assert.InDelta(t, exact.RationalFraction, sampled.RationalFraction, .02)
		if exact.Welfare == nil {
			assert.Nil(t, sampled.Welfare)
			continue
		}
		all++
		if sampled.Welfare != nil && sum(sampled.Welfare.Utilities) > sum(exact.Welfare.Utilities)-1e-9 {
			near++
		}
	}
	assert.Greater(t, near, all*9/10, "best sums found, of %d", all)
}

func sum(u []float64) float64 {
	total := 0.
	for _, x := range u {
		total += x
	}
	return total
}

// The cloud is the whole space when that is small, and an even draw otherwise.
func TestCloud(t *testing.T) {
	s := newSpace(table(t, shipped(t, "textbook")), []int{0, 1})
	assert.Len(t, s.cloud(81*81, 81*81), 81*81)
	cloud := s.cloud(4000, 81*81)
	mean := 0.
	for _, p := range cloud {
		mean += float64(p.Deal[0]) / 80 / 4000
	}
	assert.InDelta(t, .5, mean, 4*.29/63, "four standard errors")
	assert.Empty(t, s.cloud(-1, 81*81))
}

// Where one side's gain is the other's loss all deals are undominated; the frontier
// is thinned, and says so.
func TestDivisionIsThinned(t *testing.T) {
	const issues, levels = 7, 4
	var a, b, w, list []string
	for k := range issues {
		var up, down []string
		for l := range levels {
			x := rng.Seed(1).Uniform(rng.Name("x").With(k*levels + l))
			up, down = append(up, fmt.Sprint(x)), append(down, fmt.Sprint(1-x))
		}
		a = append(a, fmt.Sprintf("i%d: {values: [%s]}", k, strings.Join(up, ", ")))
		b = append(b, fmt.Sprintf("i%d: {values: [%s]}", k, strings.Join(down, ", ")))
		w = append(w, fmt.Sprintf("i%d: {value: %v}", k, rng.Seed(2).Uniform(rng.Name("w").With(k))/issues))
		list = append(list, fmt.Sprintf("  - {name: i%d, kind: tiers, pillar: p, levels: [{name: a}, {name: b}, {name: c}, {name: d}]}", k))
	}
	party := "  - {name: %s, role: belligerent, fallback: {base: {value: 0}}, weights: {%s}, scores: {%s}}\n"
	c := compile(t, `name: division
weights: as_given
mechanisms: {commitment: false}
talks: {mediator: single-text, text: blank, format: t, horizon: {value: 9, unit: days}}
formats: {t: {days: {value: 1, unit: days}}}
issues:
`+strings.Join(list, "\n")+"\nparties:\n"+
		fmt.Sprintf(party, "A", strings.Join(w, ", "), strings.Join(a, ", "))+
		fmt.Sprintf(party, "B", strings.Join(w, ", "), strings.Join(b, ", ")))
	s := Solve(table(t, c), Options{})
	require.Len(t, s.Warnings, 1)
	assert.Contains(t, s.Warnings[0], "very many deals are undominated")
	assert.LessOrEqual(t, len(s.Frontier), 5000)
	assert.Greater(t, len(s.Frontier), 300)
	assert.Equal(t, 1., s.RationalFraction)
	require.NotNil(t, s.Egalitarian)
	assert.InDelta(t, s.Egalitarian.Utilities[0], s.Egalitarian.Utilities[1], .01)
}

// Solution points do not depend on the names or places of the parties.
func TestExchangeOfPlaces(t *testing.T) {
	for seed := range uint64(40) {
		tab := table(t, small(t, seed))
		tab.Draw(rng.Seed(seed))
		signs := tab.Signatories()
		turned := append(append([]int{}, signs[1:]...), signs[0])
		one, other := Solve(tab, Options{Signatories: signs}), Solve(tab, Options{Signatories: turned})
		assert.Equal(t, one.RationalFraction, other.RationalFraction)
		assert.ElementsMatch(t, deals(one.Frontier), deals(other.Frontier))
		if one.Nash == nil {
			assert.Nil(t, other.Nash)
			continue
		}
		assert.Equal(t, one.Nash.Deal, other.Nash.Deal)
		assert.Equal(t, one.Egalitarian.Deal, other.Egalitarian.Deal)
		assert.Equal(t, one.KalaiSmorodinsky.Deal, other.KalaiSmorodinsky.Deal)
		last := len(signs) - 1
		assert.Equal(t, one.Nash.Utilities[0], other.Nash.Utilities[last])
	}
}

// Of equal points the first in document order is taken.
func TestTiesGoToTheFirst(t *testing.T) {
	s := Solutions{Frontier: []Point{
		{Deal: agenda.Deal{1, 0}, Utilities: []float64{.7, .5}},
		{Deal: agenda.Deal{0, 2}, Utilities: []float64{.6, .6}},
		{Deal: agenda.Deal{0, 1}, Utilities: []float64{.5, .7}},
	}}
	s.Outline = s.Frontier
	s.choose([]float64{0, 0})
	assert.Equal(t, agenda.Deal{0, 1}, s.Welfare.Deal, "all sums are 1.2")
	assert.Equal(t, agenda.Deal{0, 2}, s.Egalitarian.Deal)
	assert.Equal(t, agenda.Deal{0, 2}, s.Nash.Deal)
}
