package party

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"shuttle/agents/agenda"
)

// By hand: a side that gains .25 where two others gain .25 and .75, .5 in the mean, has a
// third of what there is to share. It holds .6 to be fair, so that the text loses .3
// times what the third lacks of it.
func TestUnfairByHand(t *testing.T) {
	up, down := []float64{0, .25, .5, .75, 1}, []float64{1, .75, .5, .25, 0}
	own := additive([]float64{1}, [][]float64{up}, .25)
	own.Fairness = Fairness{Size: .3, Share: .6}
	equal, content := additive([]float64{1}, [][]float64{down}, .25), additive([]float64{1}, [][]float64{down}, -.25)
	two, three := seated(plain(5), own, nil, equal), seated(plain(5), own, nil, equal, content)
	for _, row := range []struct {
		name  string
		p     *Party
		level uint8
		want  float64
	}{
		{"it gains nothing", two, 1, .3 * .6},
		{"half of the gains", two, 2, .3 * (.6 - .5)},
		{"all of the gains", two, 3, 0},
		{"a third of the gains", three, 2, .3 * (.6 - 1./3)},
		{"more than its share", three, 3, 0},
	} {
		d := agenda.Deal{row.level}
		assert.InDelta(t, row.want, row.p.unfair(&d), 1e-15, row.name)
		assert.InDelta(t, up[row.level]-row.want, row.p.Reading(&d, agenda.Mediator), 1e-15, row.name)
	}
	own.Fallback.Base, equal.Fallback.Base = 2, 2
	assert.Zero(t, seated(plain(5), own, nil, equal).unfair(&agenda.Deal{2}), "nobody gains: nobody is behind")
}
