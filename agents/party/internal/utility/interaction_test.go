package utility

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"shuttle/agents/agenda"
)

// Each interaction adds, to the same text without it, what its formula says.
func TestInteractionsByHand(t *testing.T) {
	reciprocal := Term{Kind: Bonus, K: .5, A: 0}
	reciprocal.Levels[0] = 1 << 1
	const e = .6 * .75 * .5 // of level 1 of the guarantee
	for _, row := range []struct {
		name string
		term Term
		deal agenda.Deal
		want float64
	}{
		{"ceded ground under a guarantee", Term{Kind: Guarded, K: .3, A: 0}, agenda.Deal{0, 1}, .3 * .8 * (1 - .2) * e},
		{"less is ceded", Term{Kind: Guarded, K: .3, A: 0}, agenda.Deal{1, 1}, .3 * .8 * (1 - .9) * e},
		{"ceded ground without one", Term{Kind: Guarded, K: .3, A: 0}, agenda.Deal{0, 0}, 0},
		{"a guarantee that threatens", Term{Kind: Threat, K: .7}, agenda.Deal{0, 1}, -.7 * e * e},
		{"twice as strong, four times the threat", Term{Kind: Threat, K: .7}, agenda.Deal{0, 2}, -.7 * 4 * e * e},
		{"both sides withdraw", reciprocal, agenda.Deal{1, 0}, .5 * .8},
		{"one side withdraws", reciprocal, agenda.Deal{0, 0}, 0},
		{"two issues linked", Term{Kind: Linked, K: -.4, A: 0, B: 1}, agenda.Deal{1, 2}, -.4 * .9 * .5},
		{"linked the other way round", Term{Kind: Linked, K: -.4, A: 1, B: 0}, agenda.Deal{1, 2}, -.4 * .9 * .5},
		{"linked, one of them lost", Term{Kind: Linked, K: -.4, A: 0, B: 1}, agenda.Deal{1, 0}, 0},
	} {
		t.Run(row.name, func(t *testing.T) {
			a, n := guaranteed()
			n.Weights, n.Scores = []float64{.8, .2}, [][]float64{{.2, .9}, {0, .3, .5}}
			without := made(a, n, nil).Worth(&row.deal)
			n.Terms = []Term{row.term}
			assert.InDelta(t, row.want, made(a, n, nil).Worth(&row.deal)-without, 1e-15)
			priced := n
			priced.Terms = nil
			without = made(a, priced, tables).Worth(&row.deal)
			priced.Terms = n.Terms
			assert.InDelta(t, row.want, made(a, priced, tables).Worth(&row.deal)-without, 1e-15, "with the clock")
		})
	}
}

// Terms of one kind add up.
func TestInteractionsAddUp(t *testing.T) {
	a, n := guaranteed()
	d := agenda.Deal{0, 2}
	without := made(a, n, nil).Worth(&d)
	n.Terms = []Term{
		{Kind: Threat, K: .1}, {Kind: Threat, K: .2},
		{Kind: Guarded, K: .4, A: 0}, {Kind: Guarded, K: .1, A: 0},
		{Kind: Linked, K: .3, A: 0, B: 1}, {Kind: Linked, K: .2, A: 0, B: 1},
	}
	u := made(a, n, nil)
	const e = .6 * .75
	assert.InDelta(t, -.3*e*e+.5*.5*e, u.Worth(&d)-without, 1e-15)
	assert.Equal(t, 2, u.Pairs())
	x, y := u.Pair(1)
	assert.Equal(t, [2]int{0, 1}, [2]int{x, y})
	assert.InDelta(t, .2*1*.8, u.Linked(1, &agenda.Deal{1, 2}), 1e-15)
	assert.False(t, u.Additive())
}

// Under CES a bonus lies inside the score of its pillar.
func TestBonusInsideAPillar(t *testing.T) {
	a := plain(2, 2)
	reciprocal := Term{Kind: Bonus, K: .5, A: 0}
	reciprocal.Levels[0] = 1 << 1
	n := Numbers{Weights: []float64{.6, .4}, Rho: -1, Scores: [][]float64{{0, .4}, {0, .8}}, Terms: []Term{reciprocal}}
	assert.InDelta(t, 1/(.6/(.4+.5)+.4/.8), made(a, n, nil).Worth(&agenda.Deal{1, 1}), 1e-15)
}
