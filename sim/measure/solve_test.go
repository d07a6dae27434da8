package measure

import (
	"fmt"
	"math"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"shuttle/agents/agenda"
	"shuttle/sim/rng"
)

// The textbook case: on the frontier x rises to 1 before y leaves 0, so that trading
// both issues, x = 1 and y = 0, is best by every criterion that treats both alike.
func TestTextbookByHand(t *testing.T) {
	s := Solve(table(t, shipped(t, "textbook")), Options{})
	assert.Equal(t, 81.*81, s.Outcomes)
	for name, p := range map[string]*Point{"nash": s.Nash, "ks": s.KalaiSmorodinsky, "egalitarian": s.Egalitarian, "welfare": s.Welfare} {
		require.NotNil(t, p, name)
		assert.Equal(t, agenda.Deal{80, 0}, p.Deal, name)
		assert.InDeltaSlice(t, []float64{.8, .8}, p.Utilities, 1e-12, name)
	}
	assert.InDelta(t, math.Hypot(.2, .2), s.Opposition, 1e-12)
	assert.Len(t, s.Outline, 161, "x rises in 80 steps, then y")
	// Both sides keep .3 on x ≥ .375 at y = 0 and on y ≤ .625 at x = 1.
	assert.Len(t, s.Frontier, 50+1+50)
}

func TestTextbookAStrongerFallback(t *testing.T) {
	s := Solve(table(t, shipped(t, "textbook", "parties[B].fallback.base=0.7")), Options{})
	require.NotNil(t, s.Nash)
	assert.Equal(t, agenda.Deal{75, 0}, s.Nash.Deal, "x = .9375, y = 0")
	assert.InDeltaSlice(t, []float64{.75, .8125}, s.Nash.Utilities, 1e-12)
	assert.InDelta(t, .050625, (s.Nash.Utilities[0]-.3)*(s.Nash.Utilities[1]-.7), 1e-12)
}

func TestTextbookNothingToAgreeOn(t *testing.T) {
	c := shipped(t, "textbook", "parties[A].fallback.base=0.85", "parties[B].fallback.base=0.85")
	s := Solve(table(t, c), Options{})
	assert.Empty(t, s.Frontier)
	assert.Nil(t, s.Nash)
	assert.Nil(t, s.KalaiSmorodinsky)
	assert.Nil(t, s.Egalitarian)
	assert.Nil(t, s.Welfare)
	assert.Zero(t, s.RationalFraction)
	assert.Zero(t, s.Opposition)
	assert.Len(t, s.Outline, 161)
	assert.Equal(t, No, NewFinder(table(t, c), Search{}).Find().Exists)
}

// The walk finds what asking the parties about every deal finds.
func TestSolveAgreesWithBruteForce(t *testing.T) {
	if testing.Short() {
		t.Skip("many runs on one goroutine")
	}
	agreed, all := 0, 0
	for seed := range uint64(50) {
		tab := table(t, small(t, seed))
		for r := range 3 {
			tab.Draw(rng.Derive(rng.Seed(seed), r))
			s := Solve(tab, Options{})
			b := force(tab, tab.Signatories())
			t.Run(fmt.Sprint(seed, r), func(t *testing.T) { compare(t, &s, b) })
			all++
			if s.Nash != nil {
				agreed++
			}
		}
	}
	assert.Greater(t, min(agreed, all-agreed), 30, "cases with something to agree on, and without")
}

func compare(t *testing.T, s *Solutions, b *brute) {
	accepted := func(i int) bool { return b.accepted[i] }
	assert.ElementsMatch(t, b.undominated(accepted), deals(s.Frontier))
	assert.ElementsMatch(t, b.undominated(func(int) bool { return true }), deals(s.Outline))
	count := 0
	for i := range b.deals {
		if b.accepted[i] && b.gains[i] {
			count++
		}
	}
	assert.Equal(t, float64(count)/float64(len(b.deals)), s.RationalFraction)
	if s.Nash == nil {
		assert.Empty(t, s.Frontier)
		return
	}
	best := make([]float64, len(b.floors))
	for j := range best {
		best[j] = b.best(accepted, func(u []float64) float64 { return u[j] })
	}
	product := func(u []float64) float64 {
		p := 1.
		for j := range u {
			p *= u[j] - b.floors[j]
		}
		return p
	}
	shares := func(u []float64) float64 {
		least := 1.
		for j := range u {
			if best[j]-b.floors[j] > same {
				least = min(least, (u[j]-b.floors[j])/(best[j]-b.floors[j]))
			}
		}
		return least
	}
	sum := func(u []float64) float64 {
		total := 0.
		for j := range u {
			total += u[j]
		}
		return total
	}
	for name, c := range map[string]struct {
		point *Point
		value func([]float64) float64
	}{"nash": {s.Nash, product}, "ks": {s.KalaiSmorodinsky, shares}, "egalitarian": {s.Egalitarian, b.least}, "welfare": {s.Welfare, sum}} {
		assert.InDelta(t, b.best(accepted, c.value), c.value(c.point.Utilities), 1e-12, name)
	}
	assert.InDelta(t, b.opposition(), s.Opposition, 1e-9)
}

func (b *brute) opposition() float64 {
	least := math.Inf(1)
	for i := range b.deals {
		if !b.accepted[i] {
			continue
		}
		sum := 0.
		for j, u := range b.worth[i] {
			top := b.best(func(int) bool { return true }, func(u []float64) float64 { return u[j] })
			if top > same {
				sum += (1 - u/top) * (1 - u/top)
			}
		}
		least = min(least, math.Sqrt(sum))
	}
	return least
}

func deals(points []Point) []agenda.Deal {
	var out []agenda.Deal
	for i := range points {
		out = append(out, points[i].Deal)
	}
	return out
}
