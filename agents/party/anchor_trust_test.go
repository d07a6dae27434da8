package party

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

// A side of fixed numbers that would rather have no guarantor wants one when it trusts
// the others less. What it dreamt of in a run without trust does not reach the next.
func TestTheAnchorForgetsTheTrustOfAnotherRun(t *testing.T) {
	a := plain(2)
	a.Issues[0].Levels[1].Features.Strength, a.Issues[0].Levels[1].Features.Legal = 1, 1
	a.Issues[0].Levels[0].Features.Legal = 1
	own := additive([]float64{.2}, [][]float64{{1, 0}}, 0)
	own.AsGiven, own.Loss, own.Eta, own.Credibility = true, 2, 2, .9
	other := additive([]float64{1}, [][]float64{{1, 1}}, 0)
	begun := func(p *Party, o Outside) uint8 {
		p.Begin(climber{}, nil, p.public, p.guess, false, o)
		p.self.seek()
		return p.self.anchor.deal[0]
	}
	trusting, wary := Outside{Distrust: -2}, Outside{Distrust: 2}
	assert.Equal(t, uint8(0), begun(seated(a, own, peace, other), trusting))
	assert.Equal(t, uint8(1), begun(seated(a, own, peace, other), wary))

	p := seated(a, own, peace, other)
	for _, run := range []struct {
		o    Outside
		want uint8
	}{{trusting, 0}, {wary, 1}, {wary, 1}, {trusting, 0}} {
		assert.Equal(t, run.want, begun(p, run.o), "as if there had been no run before")
	}
	begun(p, trusting)
	p.Observe(2, 7, wary)
	assert.Equal(t, uint8(0), p.self.anchor.deal[0], "inside a run it stays")
}
