package party

import (
	"math"
	"testing"

	"github.com/stretchr/testify/assert"
	"pgregory.net/rapid"

	"shuttle/agents/agenda"
)

// Nearest is the cheapest deal that meets a demand, the first of several in
// document order. Scores are sixteenths, so that sums are exact and ties are many.
func TestNearestAgainstBruteForce(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a := plain(rapid.SliceOfN(rapid.IntRange(1, 5), 1, 5).Draw(t, "levels")...)
		sixteenths := rapid.Map(rapid.IntRange(0, 16), func(n int) float64 { return float64(n) / 16 })
		own := additive(nil, nil, 0)
		own.AsGiven = true
		for _, is := range a.Issues {
			own.Weights = append(own.Weights, float64(rapid.IntRange(0, 4).Draw(t, "weight")))
			own.Scores = append(own.Scores, rapid.SliceOfN(sixteenths, len(is.Levels), len(is.Levels)).Draw(t, "scores"))
		}
		p := seated(a, own, nil)
		demand := float64(rapid.IntRange(-1, 65).Draw(t, "demand")) / 16 * float64(len(a.Issues)) / 2
		var want agenda.Deal
		least := math.Inf(1)
		all(a, func(d *agenda.Deal) {
			if w := p.Worth(d); w >= demand && w < least {
				least, want = w, *d
			}
		})
		got, ok := p.self.Nearest(demand)
		assert.Equal(t, !math.IsInf(least, 1), ok)
		if !ok {
			return
		}
		assert.Equal(t, want[:len(a.Issues)], got[:len(a.Issues)])
	})
}

// The ladder is built anew when the party's numbers change.
func TestNearestFollowsTheNumbers(t *testing.T) {
	a := plain(5)
	p := seated(a, additive([]float64{1}, [][]float64{{0, .25, .5, .75, 1}}, 0), nil)
	d, ok := p.self.Nearest(.6)
	assert.True(t, ok)
	assert.Equal(t, agenda.Deal{3}, d)
	p.Set(additive([]float64{1}, [][]float64{{1, .75, .5, .25, 0}}, 0), nil)
	d, _ = p.self.Nearest(.6)
	assert.Equal(t, agenda.Deal{1}, d)
}

// A constant price of durability moves all rungs alike.
func TestNearestWithAPrice(t *testing.T) {
	a := plain(5)
	own := additive([]float64{1}, [][]float64{{0, .25, .5, .75, 1}}, 0)
	own.Loss = 1
	p := seated(a, own, peace)
	price := .5 - p.Worth(&agenda.Deal{2})
	assert.Positive(t, price)
	d, ok := p.self.Nearest(.5 - price - 1e-9)
	assert.True(t, ok)
	assert.Equal(t, agenda.Deal{2}, d)
}

func TestNearestNeedsASum(t *testing.T) {
	a := plain(3, 3)
	scores := [][]float64{{0, .5, 1}, {0, .5, 1}}
	for _, row := range []struct {
		name   string
		change func(*Traits)
	}{
		{"under CES", func(t *Traits) { t.Rho = 0 }},
		{"with linked issues", func(t *Traits) { t.Terms = []Term{{Kind: Linked, K: .1, A: 0, B: 1}} }},
		{"with a red line", func(t *Traits) { t.Lines = []Line{{Issue: 0, Levels: set(0), Hard: true}} }},
	} {
		own := additive([]float64{1, 1}, scores, 0)
		row.change(own)
		_, ok := seated(a, own, nil).self.Nearest(.5)
		assert.False(t, ok, row.name)
	}
}

// Both halves stay within bounds, or there is no ladder.
func TestNearestNeedsASmallAgenda(t *testing.T) {
	for _, row := range []struct {
		issues int
		ok     bool
	}{{16, true}, {17, false}} {
		var levels []int
		own := additive(nil, nil, 0)
		for range row.issues {
			levels = append(levels, 4)
			own.Weights = append(own.Weights, 1)
			own.Scores = append(own.Scores, []float64{0, .25, .5, 1})
		}
		a := plain(levels...)
		_, ok := halve(a)
		assert.Equal(t, row.ok, ok, "%d issues of 4 levels", row.issues)
		p := seated(a, own, nil)
		d, ok := p.self.Nearest(.7)
		assert.Equal(t, row.ok, ok)
		if ok {
			assert.InDelta(t, .7, p.Worth(&d), .01)
			assert.GreaterOrEqual(t, p.Worth(&d), .7-1e-12)
		}
	}
}
