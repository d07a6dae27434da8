package utility

import (
	"math"
	"testing"

	"github.com/stretchr/testify/assert"
	"pgregory.net/rapid"

	"shuttle/agents/agenda"
	"shuttle/agents/clock"
)

func TestPillarsByHand(t *testing.T) {
	a := plain(2, 2)
	for _, row := range []struct {
		name string
		rho  float64
		x, y float64 // scores of the two pillars, weighted 3 to 1
		want float64
	}{
		{"a sum", 1, .4, .8, .75*.4 + .25*.8},
		{"a sum with nothing in one", 1, 0, .8, .2},
		{"half way to Cobb and Douglas", .5, .16, .64, math.Pow(.75*.4+.25*.8, 2)},
		{"Cobb and Douglas", 0, .4, .8, math.Pow(.4, .75) * math.Pow(.8, .25)},
		{"the harmonic mean", -1, .4, .8, 1 / (.75/.4 + .25/.8)},
		{"nothing in one, above zero", .5, 0, .64, math.Pow(.25*.8, 2)},
		{"nothing in one, Cobb and Douglas", 0, 0, .8, 0},
		{"nothing in one, harmonic", -1, .4, 0, 0},
	} {
		t.Run(row.name, func(t *testing.T) {
			u := made(a, Numbers{Weights: []float64{3, 1}, Rho: row.rho, Scores: [][]float64{{0, row.x}, {0, row.y}}}, nil)
			assert.InDelta(t, row.want, u.Worth(&agenda.Deal{1, 1}), 1e-14)
		})
	}
}

func TestPillarsAreContinuousInRho(t *testing.T) {
	a := plain(2, 2)
	at := func(rho float64) float64 {
		u := made(a, Numbers{Weights: []float64{3, 1}, Rho: rho, Scores: [][]float64{{0, .4}, {0, .8}}}, nil)
		return u.Worth(&agenda.Deal{1, 1})
	}
	for _, rho := range []float64{-1, 0, 1 - 1e-6} {
		assert.InDelta(t, at(rho), at(rho+1e-6), 1e-6, "rho %v", rho)
		assert.InDelta(t, at(rho), at(rho-1e-6), 1e-6, "rho %v", rho)
	}
}

// An issue nobody weighs makes no pillar that could be empty, and a party that
// weighs nothing finds every text worth nothing.
func TestUnweightedPillars(t *testing.T) {
	a := plain(2, 2)
	scores := [][]float64{{0, .4}, {0, .8}}
	for _, rho := range []float64{1, .5, 0, -1} {
		u := made(a, Numbers{Weights: []float64{2, 0}, Rho: rho, Scores: scores}, nil)
		assert.InDelta(t, .4, u.Worth(&agenda.Deal{1, 0}), 1e-15, "rho %v", rho)
		u = made(a, Numbers{Weights: []float64{0, 0}, Rho: rho, Scores: scores}, nil)
		assert.Zero(t, u.Worth(&agenda.Deal{1, 1}), "rho %v", rho)
	}
}

func TestWeights(t *testing.T) {
	a := plain(2, 2)
	scores := [][]float64{{0, 1}, {0, 1}}
	u := made(a, Numbers{Weights: []float64{30, 10}, Rho: 1, Scores: scores}, nil)
	assert.Equal(t, []float64{.75, .25}, []float64{u.Weight(0), u.Weight(1)})
	assert.Equal(t, 1.0, u.Worth(&agenda.Deal{1, 1}))
	assert.Equal(t, .25, u.Score(1, 1))
	u = made(a, Numbers{Weights: []float64{30, 10}, AsGiven: true, Rho: 1, Scores: scores}, nil)
	assert.Equal(t, []float64{30, 10}, []float64{u.Weight(0), u.Weight(1)})
	assert.Equal(t, 40.0, u.Worth(&agenda.Deal{1, 1}))
	assert.True(t, u.Additive())
}

// guaranteed is an issue of ground and one of guarantees: none, on paper, in law.
func guaranteed() (*agenda.Agenda, Numbers) {
	a := plain(2, 3)
	a.Issues[1].Levels[1].Features = agenda.Features{Strength: .6, Legal: .5}
	a.Issues[1].Levels[2].Features = agenda.Features{Strength: .6, Legal: 1}
	return a, Numbers{Weights: []float64{.5, .5}, Scores: [][]float64{{0, 1}, {0, .8, .8}}, Rho: 1,
		Credibility: .75, Discount: .05}
}

func TestEffectiveGuarantee(t *testing.T) {
	a, n := guaranteed()
	a.Issues[0].Levels[1].Features.Strength = .9
	u := made(a, n, nil)
	for _, row := range []struct {
		deal agenda.Deal
		want float64
	}{
		{agenda.Deal{0, 0}, 0},
		{agenda.Deal{0, 1}, .6 * .75 * .5},
		{agenda.Deal{0, 2}, .6 * .75},
		{agenda.Deal{1, 0}, .9 * .75},
		{agenda.Deal{1, 2}, .75}, // .9 + .6 promises no more than all
	} {
		assert.InDelta(t, row.want, u.Effective(&row.deal), 1e-15)
	}
}

// Security counts once: priced by the clock it leaves the scale, without the clock
// its score counts as far as the guarantee is credible.
func TestSecurityCountsOnce(t *testing.T) {
	a, n := guaranteed()
	n.Security = []float64{0, .6}
	priced := made(a, n, memoryless(.4)) // no loss: the clock takes nothing off
	assert.InDelta(t, .5/.7, priced.Weight(0), 1e-15)
	assert.InDelta(t, .2/.7, priced.Weight(1), 1e-15, "only status, cost and provocation are left")
	assert.InDelta(t, .5/.7+.2/.7*.8, priced.Worth(&agenda.Deal{1, 2}), 1e-15)

	n.SteelAt = .9
	scaled := made(a, n, nil)
	assert.InDelta(t, .5, scaled.Weight(1), 1e-15)
	for level, q := range []float64{.75, .75 * .5, .75} {
		score := n.Scores[1][level]
		want := .5*.4*score + .5*.6*score*q/.9
		assert.InDelta(t, want, scaled.Worth(&agenda.Deal{0, uint8(level)}), 1e-15, "level %d", level)
	}
	n.SteelAt = .5 // credible enough: paper is worth steel
	assert.InDelta(t, .5*.8, made(a, n, nil).Worth(&agenda.Deal{0, 2}), 1e-15)
	n.SteelAt = 0 // no reference: every promise counts in full
	assert.InDelta(t, .5*.8, made(a, n, nil).Worth(&agenda.Deal{0, 1}), 1e-15)
}

// The same under CES, where the protection is part of its pillar's score.
func TestSecurityInsideAPillar(t *testing.T) {
	a, n := guaranteed()
	n.Security, n.SteelAt, n.Rho = []float64{0, .6}, .9, -1
	guard := .8*.4 + .8*.6*.75/.9
	assert.InDelta(t, 1/(.5/1+.5/guard), made(a, n, nil).Worth(&agenda.Deal{1, 2}), 1e-15)
}

func TestPriceOfCommitment(t *testing.T) {
	a, n := guaranteed()
	a.Issues[0].Levels[0].Features = agenda.Features{Legal: 1, Ceded: []float64{.4}, Verification: .7}
	a.Issues[0].Levels[1].Features = agenda.Features{Legal: 1, Disarmed: []float64{.5}, Verification: .2}
	n.Loss, n.LossCeded, n.LossDisarm, n.Eta, n.Verification = 1.5, 2, 3, 2, .5
	n.LogTheta, n.Hold, n.Fight, n.Own = math.Log(1.4), .1, .3, .75
	n.Reference = Reference{Verification: .2} // what the second deal promises: the clock's own hazard
	u := made(a, n, memoryless(.05))
	e, q := .6*.75*.5, .75*.5
	m := 1.4 * math.Exp(-2*e-.5*(.7-.2))
	want := .5*.8 - .1*.6 - .05*m*(1.5*(1+2*.4)+.3*q)
	assert.InDelta(t, want, u.Worth(&agenda.Deal{0, 1}), 1e-15)
	want = .5*1 - .05*1.4*(1.5*(1+3*.5)+.3*.75)
	assert.InDelta(t, want, u.Worth(&agenda.Deal{1, 0}), 1e-15, "the reference deal")
}

// The minimal guarantee of the commitment problem, ln(h0·L/(v−W))/η: with a flow
// of 1.2, a fallback of 1, a loss of 1.5, halved to fit the scale.
func TestLeastGuaranteeForPeace(t *testing.T) {
	const h0, eta, v, w, loss = .4, 2., .6, .5, .75
	a := plain(1, 2)
	a.Issues[1].Levels[1].Features.Strength = 1
	n := Numbers{Weights: []float64{1, 0}, Scores: [][]float64{{v}, {0, 0}}, Rho: 1, Discount: .05, Loss: loss, Eta: eta}
	accepts := func(credibility float64) bool {
		n.Credibility = credibility
		u := made(a, n, memoryless(h0))
		assert.InDelta(t, credibility, u.Effective(&agenda.Deal{0, 1}), 1e-15)
		return u.Worth(&agenda.Deal{0, 1}) >= w
	}
	low, high := 0.0, 1.0
	for range 60 {
		if middle := (low + high) / 2; accepts(middle) {
			high = middle
		} else {
			low = middle
		}
	}
	assert.InDelta(t, math.Log(h0*loss/(v-w))/eta, high, 1e-6)
	assert.InDelta(t, .5493, high, 1e-4, "the published figure")
}

// V = [r·v + h·(W − r·L)]/(r+h) ranks as Z does: V − W = r/(r+h)·(Z − W). The values
// of 2rV at three hazards are those of the numeric check of the model.
func TestWorthRanksAsTheFullValue(t *testing.T) {
	const r, v, w, loss = .05, .6, .5, .75
	for _, row := range []struct{ h, want float64 }{{.02, 1.1214}, {.1, 1.0167}, {.2, .98}} {
		n := Numbers{Weights: []float64{1}, Scores: [][]float64{{v}}, Rho: 1, Discount: r, Loss: loss}
		z := made(plain(1), n, memoryless(row.h)).Worth(&agenda.Deal{})
		assert.InDelta(t, v-row.h*loss, z, 1e-15)
		full := (v + row.h*(w/r-loss)) / (r + row.h)
		assert.InDelta(t, r*full-w, r/(r+row.h)*(z-w), 1e-15)
		assert.InDelta(t, row.want, 2*r*full, 1e-4)
	}
}

// While a collapse costs something, credibility is worth something.
func TestWorthRisesWithCredibility(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, n := drawn(t)
		n.Fight, n.Terms = 0, nil
		n.Loss, n.Eta = max(n.Loss, .1), max(n.Eta, .1)
		for l := range a.Issues[0].Levels {
			a.Issues[0].Levels[l].Features.Strength, a.Issues[0].Levels[l].Features.Legal = 0, 1
		}
		for k := 1; k < len(a.Issues); k++ {
			a.Issues[k].Levels[0].Features.Strength = 0 // the reference promises nothing
		}
		d := dealt(t, a)
		more := n
		n.Credibility *= .9
		more.Credibility = n.Credibility + .1
		u, v := made(a, n, tables), made(a, more, tables)
		if u.Effective(&d) == 0 && v.Effective(&d) == 0 {
			assert.Equal(t, u.Worth(&d), v.Worth(&d))
			return
		}
		assert.GreaterOrEqual(t, v.Worth(&d), u.Worth(&d))
		if v.Effective(&d) > 1e-6 {
			assert.Greater(t, v.Worth(&d), u.Worth(&d))
		}
	})
}

// What the clock takes off falls with the hazard that the deal leaves.
func TestSafetyIsWorthIt(t *testing.T) {
	a := plain(1, 2)
	a.Issues[1].Levels[1].Features.Verification = .8
	n := Numbers{Weights: []float64{1, 0}, Scores: [][]float64{{1}, {0, 0}}, Rho: 1, Discount: .1, Loss: 2, Verification: 1}
	u := made(a, n, tables)
	h := func(m float64) float64 { return clock.Published().Rate(m, .1) }
	assert.InDelta(t, 1-2*h(1), u.Worth(&agenda.Deal{0, 0}), 1e-3*h(1))
	assert.InDelta(t, 1-2*h(math.Exp(-.8)), u.Worth(&agenda.Deal{0, 1}), 1e-3*h(1))
}
