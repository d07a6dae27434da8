package verify

import (
	"math"
	"testing"

	"github.com/stretchr/testify/assert"
)

// The intervals of the data, by hand: 59 of 133 crises with a mediator and 34 of 299
// without, and the styles.
func TestBands(t *testing.T) {
	none, facilitation, formulation := onRecord()[0], onRecord()[1], onRecord()[2]
	for name, tt := range map[string]struct{ got, want band }{
		"rate":       {rate(mediated()), band{.444, .362, .528}},
		"of few":     {rate(facilitation), band{.071, .013, .315}},
		"difference": {difference(formulation, facilitation), band{.321, .051, .465}},
		"ratio":      {quotient(mediated(), none), band{3.901, 2.697, 5.644}},
		"odds":       {odds(mediated(), none), band{6.214, 3.790, 10.189}},
	} {
		assert.InDelta(t, tt.want.expected, tt.got.expected, 6e-4, name)
		assert.InDelta(t, tt.want.least, tt.got.least, 6e-4, name)
		assert.InDelta(t, tt.want.most, tt.got.most, 6e-4, name)
	}
}

// The error of log odds is that of the shares over p(1 − p).
func TestOddsOfSightings(t *testing.T) {
	half := weigh([]float64{1, 1, 1, 1}, func(run int) float64 { return one(run < 2) })
	quarter := weigh([]float64{1, 1, 1, 1}, func(run int) float64 { return one(run == 3) })
	d := half.odds(quarter)
	assert.InDelta(t, math.Log(3), d.mean, 1e-12)
	want := 0.0
	for run, off := range []float64{.5, .5, -.5, -.5} {
		want += math.Pow(off/4/.25-([]float64{-.25, -.25, -.25, .75})[run]/4/.1875, 2)
	}
	assert.InDelta(t, math.Sqrt(want), d.error(), 1e-12)
}

// Those who send guarantors read the texts and misjudge them; the error is a run's own.
func TestGuarantorsMisjudge(t *testing.T) {
	arm := []ended{{force: true, hazard: 1}, {force: true, hazard: math.E}, {}}
	l := &Lab{seed: 1}
	exact, off := l.judged(arm, 0), l.judged(arm, 1)
	assert.InDelta(t, 2, exact[1]-exact[0], 1e-12, "two standard deviations apart")
	assert.NotEqual(t, exact[0], off[0])
	assert.Equal(t, off, l.judged(arm, 1))
	more := []ended{{force: true, hazard: 2}, {force: true, hazard: 2}, {}}
	hard, easy := byRisk(arm, more, exact)
	assert.InDelta(t, math.Ln2, hard.mean(), 1e-12)
	assert.InDelta(t, 0, easy.mean(), 1e-12)
}
