package party

import (
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/assert"

	"shuttle/agents/agenda"
)

// Two pies of ten steps, the first worth four times the second to the party. It pays
// with the second, and asks for the first for it, whatever it thinks of the other side:
// here that it is just like itself.
func TestLogrollerPaysWithWhatMattersLeast(t *testing.T) {
	up, down := make([]float64, 11), make([]float64, 11)
	for l := range up {
		up[l], down[10-l] = float64(l)/10, float64(l)/10
	}
	own := additive([]float64{.8, .2}, [][]float64{up, up}, .3)
	like := additive([]float64{.8, .2}, [][]float64{down, down}, .3)
	p := seated(plain(11, 11), own, nil, like)
	tactic := Logroller{TimeDependent{Haste: 1, Horizon: 100, Curve: "polynomial", Anchor: "ideal"}}
	p.Begin(tactic.New(nil), nil, p.public, p.guess, false, Outside{})
	for _, row := range []struct {
		days        float64
		heard, want agenda.Deal
	}{
		{0, agenda.Deal{5, 5}, agenda.Deal{10, 10}},   // demand 1
		{20, agenda.Deal{2, 3}, agenda.Deal{10, 3}},   // demand .86: .86, all it heard of the second
		{40, agenda.Deal{2, 0}, agenda.Deal{9, 0}},    // demand .72: .72, and of the first what that leaves
		{50, agenda.Deal{2, 0}, agenda.Deal{9, 0}},    // demand .65: .72, for .64 is too little
		{100, agenda.Deal{0, 10}, agenda.Deal{2, 10}}, // demand .3: .36; the second is as good as it gets
	} {
		p.Observe(1, row.days+1e-9, Outside{})
		p.tactic.(*turning).round = -1 // another day of the same round
		r := answers(p, row.heard)
		assert.True(t, r.Offered)
		assert.Equal(t, row.want, r.Offer, "day %v, heard %v", row.days, row.heard[:2])
	}
}

// Whatever was heard, the offer is worth the demand where any text is, and no clause is
// given further than what was heard of it, nor kept while a cheaper one still could be
// given.
func TestLogrollerAgainstEveryText(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 5))
	a := plain(3, 4, 3, 5)
	for range 300 {
		own, other := opposed(r, a)
		p := seated(a, own, nil, other)
		demand := .3 + .7*r.Float64()
		var text agenda.Deal
		for k := range a.Issues {
			text[k] = uint8(r.IntN(len(a.Issues[k].Levels)))
		}
		got := p.self.logroll(&text, demand)
		worth := p.Worth(&got)
		assert.GreaterOrEqual(t, worth, demand-1e-9)
		for k := range a.Issues {
			assert.GreaterOrEqual(t, got[k], text[k], "own scores rise with the level")
			if got[k] > text[k] {
				nearer := agenda.Change{Issue: uint8(k), Level: got[k] - 1}
				assert.Less(t, worth+p.Gain(&got, nearer, worth), demand, "one rung more can be given")
			}
		}
	}
}
