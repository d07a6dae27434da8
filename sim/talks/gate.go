package talks

import (
	"shuttle/agents/party"
	"shuttle/sim/rng"
)

// Gate is what talks must have come to before they go a step further. Each side judges
// closeness by its own reading of the text and goes along, or does not; the side that is
// furthest off decides. What a mediator sees of it is that everybody went along.
type Gate struct {
	Closeness rng.Param // of the sides, at least [share]
	Trust     rng.Param // of the signatory that trusts another least, at least [share]; where nothing is said there is none
	Exchanges rng.Param // humanitarian exchanges so far, at least [count]
}

// gate is a Gate with the numbers of a run.
type gate struct{ closeness, trust, exchanges float64 }

func (g *Gate) bind(b *Binder, to *gate) {
	b.Number(g.Closeness, &to.closeness)
	b.Number(g.Trust, &to.trust)
	b.Number(g.Exchanges, &to.exchanges)
}

// open reports whether the talks have come so far.
func (g *gate) open(e *Engine) bool {
	s := &e.scene
	return s.closeness >= g.closeness && float64(s.exchanges) >= g.exchanges && (g.trust <= 0 || e.mutual() >= g.trust)
}

// estrange takes trust from every signatory in every other.
func (e *Engine) estrange(by float64) {
	for i := range e.seats {
		for j := range e.seats {
			if i != j && e.c.Parties[i].Role == party.Belligerent && e.c.Parties[j].Role == party.Belligerent {
				e.scene.move(i, j, -by)
			}
		}
	}
}
