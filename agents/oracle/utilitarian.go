package oracle

import (
	"shuttle/agents/mediator"
	"shuttle/agents/spec"
)

// Utilitarian tables the text with the highest sum of the sides' true gains among
// those at which nobody loses, found by the climb of Nash. It adds up the worths of
// different sides as they stand, on the model's scale, and does not ask who gains.
type Utilitarian struct {
	Every float64 // rounds between two texts [rounds]
}

// Fields implements spec.Spec.
func (s *Utilitarian) Fields() []spec.Field { return pace(&s.Every) }

// New makes the player of one run.
func (s Utilitarian) New(b *mediator.Brief, t Truth) mediator.Strategy {
	return newTabling(b, t, s.Every).to(sum)
}

// sum is the utilitarian objective.
func sum(gains []float64) float64 {
	total := 0.0
	for _, g := range gains {
		total += g
	}
	return total
}
