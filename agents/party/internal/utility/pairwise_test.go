package utility

import (
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"

	"shuttle/agents/agenda"
)

// Two clauses that are worth most when they differ, and one that is worth something
// by itself.
func TestPairsByHand(t *testing.T) {
	a := plain(2, 3)
	n := Numbers{Weights: []float64{0, 0}, AsGiven: true, Rho: 1, Scores: [][]float64{{0, 0}, {0, 0, 0}}, Pairs: []Pairing{
		{A: 0, B: 1, Values: []float64{
			0, 1, 2,
			5, -1, 0,
		}},
		{A: 1, B: 1, Values: []float64{
			.25, 9, 9,
			9, .5, 9,
			9, 9, 4,
		}},
	}}
	u := made(a, n, nil)
	for _, row := range []struct {
		deal agenda.Deal
		want float64
	}{
		{agenda.Deal{0, 0}, .25}, {agenda.Deal{0, 1}, 1.5}, {agenda.Deal{0, 2}, 6},
		{agenda.Deal{1, 0}, 5.25}, {agenda.Deal{1, 1}, -.5}, {agenda.Deal{1, 2}, 4},
	} {
		assert.Equal(t, row.want, u.Worth(&row.deal), "%v", row.deal[:2])
	}
	assert.Equal(t, 6-1.5, u.Gain(&agenda.Deal{0, 1}, agenda.Change{Issue: 1, Level: 2}, 1.5))
	assert.Equal(t, 2, u.Pairs())
	x, y := u.Pair(1)
	assert.Equal(t, [2]int{1, 1}, [2]int{x, y})
	assert.Equal(t, .5, u.Linked(1, &agenda.Deal{1, 1}))
	assert.False(t, u.Additive())
	assert.True(t, u.Separable())
}

// Under CES pairs stand outside the aggregate, those of an issue with itself too.
func TestPairsOutsideTheAggregate(t *testing.T) {
	n := Numbers{Weights: []float64{.6, .4}, Rho: -1, Scores: [][]float64{{0, .4}, {0, .8}}}
	without := made(plain(2, 2), n, nil).Worth(&agenda.Deal{1, 1})
	n.Pairs = []Pairing{{A: 0, B: 1, Values: []float64{0, 0, 0, .3}}, {A: 1, B: 1, Values: []float64{0, 0, 0, -.1}}}
	assert.InDelta(t, without+.2, made(plain(2, 2), n, nil).Worth(&agenda.Deal{1, 1}), 1e-15)
}

// hundred is a case of a hundred yes/no clauses in which every two influence each
// other.
func hundred() (*agenda.Agenda, Numbers) {
	r := rand.New(rand.NewPCG(1, 2))
	a := plain(slices.Repeat([]int{2}, 100)...)
	for k := range a.Issues {
		a.Issues[k].Pillar = 0
	}
	a.Pillars = a.Pillars[:1]
	n := Numbers{Weights: make([]float64, 100), AsGiven: true, Rho: 1}
	for j := range 100 {
		n.Scores = append(n.Scores, []float64{0, 0})
		for k := range j + 1 {
			n.Pairs = append(n.Pairs, Pairing{A: j, B: k, Values: []float64{0, 0, 0, 2*r.Float64() - 1}})
		}
	}
	return a, n
}

// A change of one of a hundred clauses that all depend on each other is worth the
// difference of two worths, through a long walk, and costs no allocation.
func TestAHundredClauses(t *testing.T) {
	a, n := hundred()
	u := made(a, n, nil)
	r := rand.New(rand.NewPCG(3, 4))
	var d agenda.Deal
	worth := u.Worth(&d)
	for range 5000 {
		k := r.IntN(100)
		c := agenda.Change{Issue: uint8(k), Level: 1 - d[k]}
		gain := u.Gain(&d, c, worth)
		d[k] = c.Level
		assert.InDelta(t, u.Worth(&d)-worth, gain, 1e-12)
		worth += gain
	}
	assert.InDelta(t, u.Worth(&d), worth, 1e-9)
	assert.Zero(t, testing.AllocsPerRun(20, func() {
		u.Gain(&d, agenda.Change{Issue: 7, Level: 1 - d[7]}, worth)
		u.Worth(&d)
		u.Set(a, 0, &n, nil)
	}))
}

func BenchmarkPairwise(b *testing.B) {
	a, n := hundred()
	u := made(a, n, nil)
	var d agenda.Deal
	b.Run("worth", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			u.Worth(&d)
		}
	})
	b.Run("gain", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			u.Gain(&d, agenda.Change{Issue: 50, Level: 1}, 0)
		}
	})
	b.Run("set", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			u.Set(a, 0, &n, nil)
		}
	})
}
