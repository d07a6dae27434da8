package talks_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

// Seven tranches are due in 210 days: each moves the trust of .3 by .02, up when it comes
// and down when it does not.
func TestTranchesMoveTrust(t *testing.T) {
	for paid, want := range map[string]float64{"1": .3 + 7*.02, "0": .3 - 7*.02} {
		c := caseFrom(t, parley, append(append([]string{}, pace...), append(stubborn,
			"pressure=[{name: aid, on: A, kind: support, use: 1, effect: 0.1, by: B, paid: "+paid+", period: 30, tranche_trust: 0.02}]")...)...)
		m := last(played(c, 1))
		assert.Equal(t, 210., m.Day)
		assert.InDelta(t, want, m.Trusts[seat(t, c, "A")], 1e-12, "paid %s", paid)
	}
}

// A lever that takes 60 days to bite costs its user nothing before: of 210 days 150.
func TestALeverCostsFromTheDayItBites(t *testing.T) {
	for lag, days := range map[string]float64{"0": 210, "60": 150, "300": 0} {
		o := played(caseFrom(t, parley, append(append([]string{}, pace...), append(stubborn,
			"pressure=[{name: cut, on: A, use: 0.5, effect: 0.1, by: B, cost: 0.02, lag: "+lag+"}]")...)...), 1)
		assert.InDelta(t, .5*.02*days/365.25, o.Leverage, 1e-12, "lag %s", lag)
	}
}
