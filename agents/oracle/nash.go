package oracle

import (
	"shuttle/agents/mediator"
	"shuttle/agents/spec"
)

// Nash tables the text with the highest product of the sides' true gains over
// their fallbacks (Nash 1950), found by climbing from the initial text: first until
// nobody loses, then on the product. Nash's point rewards a strong fallback; it is
// not a standard of fairness.
type Nash struct {
	Every float64 // rounds between two texts [rounds]
}

// Fields implements spec.Spec.
func (s *Nash) Fields() []spec.Field { return pace(&s.Every) }

// New makes the player of one run.
func (s Nash) New(b *mediator.Brief, t Truth) mediator.Strategy {
	return newTabling(b, t, s.Every).to(product)
}

// product is Nash's objective.
func product(gains []float64) float64 {
	p := 1.0
	for _, g := range gains {
		p *= g
	}
	return p
}
