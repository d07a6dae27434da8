package oracle

import (
	"shuttle/agents/agenda"
	"shuttle/agents/mediator"
	"shuttle/agents/spec"
)

// KalaiSmorodinsky tables the text at which all sides come as far as possible
// towards the best each could get without anybody losing (Kalai and Smorodinsky
// 1975): the smallest share of its own best gain that any side is given is made as
// large as can be. The best gains are estimated by climbing too, so they may be
// too small where that climb ends early.
type KalaiSmorodinsky struct {
	Every float64 // rounds between two texts [rounds]
}

// Fields implements spec.Spec.
func (s *KalaiSmorodinsky) Fields() []spec.Field { return pace(&s.Every) }

// New makes the player of one run.
func (s KalaiSmorodinsky) New(b *mediator.Brief, t Truth) mediator.Strategy {
	o := &smorodinsky{tabling: newTabling(b, t, s.Every)}
	for i := range o.signs {
		o.ideal = append(o.ideal, b.Initial)
		o.most = append(o.most, 0)
		o.own = append(o.own, func(gains []float64) float64 { return gains[i] })
	}
	o.share = make([]float64, len(o.signs))
	o.find = o.both
	return o
}

type smorodinsky struct {
	*tabling
	ideal []agenda.Deal // by signatory: its best text at which nobody loses
	most  []float64     // its gain there [worth]
	own   []objective
	share []float64
}

// both finds the sides' best gains of today, and then the text.
func (s *smorodinsky) both(text *agenda.Deal) {
	for i := range s.ideal {
		s.most[i] = s.climb(&s.ideal[i], s.own[i])
	}
	s.climb(text, s.proportion)
}

// proportion is the objective of Kalai and Smorodinsky. A side that can gain
// nothing, or for which no text was found that nobody loses by, is counted at its
// gain as it stands.
func (s *smorodinsky) proportion(gains []float64) float64 {
	for i, g := range gains {
		s.share[i] = g
		if s.most[i] > 0 {
			s.share[i] = g / s.most[i]
		}
	}
	return least(s.share)
}
