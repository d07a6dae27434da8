package mediator

import (
	"fmt"
	"math"
	"testing"

	"github.com/stretchr/testify/assert"
)

// war is the chance of war under an open policy.
func war(q float64, p policy) float64 {
	return q*q*(1-p.peace[2]) + 2*q*(1-q)*(1-p.peace[1]) + (1-q)*(1-q)*(1-p.peace[0])
}

// tells reports whether both kinds of side tell the truth and sign, in their own words:
// every answer and every choice between the room and war is worked out.
func tells(s *Confidential, share float64, peace [3]float64) bool {
	const hair = 1e-9
	q, odds, theta := s.Strong, s.Odds, s.Left
	ll, hl, hh := peace[0], peace[1], peace[2]
	fight := func(self, other bool) float64 {
		switch {
		case self == other:
			return theta / 2
		case self:
			return odds * theta
		}
		return (1 - odds) * theta
	}
	split := func(self, other bool) (peace, part float64) { // by what is said
		switch {
		case self && other:
			return hh, .5
		case self:
			return hl, share
		case other:
			return hl, 1 - share
		}
		return ll, .5
	}
	expects := func(is, says bool, signs bool) float64 {
		total := 0.0
		for _, other := range []bool{false, true} {
			chance := q
			if !other {
				chance = 1 - q
			}
			peace, part := split(says, other)
			at := fight(is, other)
			gets := part
			if !signs {
				gets = max(part, at)
			}
			total += chance * (peace*gets + (1-peace)*at)
		}
		return total
	}
	for _, is := range []bool{false, true} {
		truth := expects(is, is, true)
		if truth < expects(is, is, false)-hair || truth < expects(is, !is, false)-hair {
			return false
		}
	}
	return true
}

// The policy is one that sides tell the truth under, and no other that does brings more
// peace: all are searched on a grid.
func TestOpenTalksAreTheBest(t *testing.T) {
	for _, c := range []struct{ q, p, left, peace float64 }{
		{.2, .9, .8, .758519}, {.5, .9, .8, .666667}, {.55, .9, .8, .711905}, {.6, .9, .8, .685714}, {.65, .9, .8, .659524},
		{.3, .9, .7, .88375}, {.4, .9, .7, .879070}, {.32, .9, .7, math.NaN()}, {.2, .85, .7, math.NaN()}, {.25, .9, .65, math.NaN()},
	} {
		t.Run(fmt.Sprint(c.q, c.p, c.left), func(t *testing.T) {
			s := &Confidential{Strong: c.q, Odds: c.p, Left: c.left, Open: true}
			best := s.policy()
			assert.True(t, tells(s, best.share, best.peace), "%+v", best)
			if !math.IsNaN(c.peace) {
				assert.InDelta(t, c.peace, 1-war(c.q, best), 1e-6)
			}
			least := 1.
			const steps, shares = 50, 200
			for b := range shares + 1 {
				share := .5 + .5*float64(b)/shares
				for ll := steps - 5; ll <= steps; ll++ {
					for hl := range steps + 1 {
						for hh := range steps + 1 {
							peace := [3]float64{float64(ll) / steps, float64(hl) / steps, float64(hh) / steps}
							if w := war(c.q, policy{peace: peace}); w < least && tells(s, share, peace) {
								least = w
							}
						}
					}
				}
			}
			assert.GreaterOrEqual(t, least, war(c.q, best)-1e-9)
			assert.LessOrEqual(t, least, war(c.q, best)+2./steps, "the grid comes close")
		})
	}
}
