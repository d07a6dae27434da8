package oracle

import (
	"slices"

	"shuttle/agents/mediator"
	"shuttle/agents/spec"
)

// Egalitarian tables the text at which the side that gains least over its fallback
// gains most (Kalai 1977), found by the climb of Nash. It compares the gains of
// different sides as they stand, on the model's scale.
type Egalitarian struct {
	Every float64 // rounds between two texts [rounds]
}

// Fields implements spec.Spec.
func (s *Egalitarian) Fields() []spec.Field { return pace(&s.Every) }

// New makes the player of one run.
func (s Egalitarian) New(b *mediator.Brief, t Truth) mediator.Strategy {
	return newTabling(b, t, s.Every).to(least)
}

// level is the weight of the mean gain beside the smallest: enough to prefer, of
// texts that leave the worst-off side where it is, the one better for the others.
// Own choice.
const level = 1e-6

// least is the egalitarian objective.
func least(gains []float64) float64 {
	return slices.Min(gains) + float64(level*sum(gains))/float64(len(gains))
}
