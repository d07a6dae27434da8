package talks

import (
	"shuttle/agents/party"
	"shuttle/sim/rng"
)

// Exchanges of prisoners and the like come beside the talks, now and then, and the
// more easily the more the sides trust each other. Each is kept by both, and builds
// trust. They are the first thing that talks can show.
type Exchanges struct {
	Period  rng.Param // between two occasions [days]
	Chance  rng.Param // that one is used where there is no trust [share]
	Slope   rng.Param // added to it where there is full trust [share]
	Trust   rng.Param // trust that both sides gain by each [share]
	Partial int       // exchanges from which talks without a text count as partly successful; 0: never
}

func (m Exchanges) join(e *Engine) {
	var period, chance, slope, trust float64
	e.binder.Number(m.Period, &period)
	e.binder.Number(m.Chance, &chance)
	e.binder.Number(m.Slope, &slope)
	e.binder.Number(m.Trust, &trust)
	occasion := 0
	e.around.opening = append(e.around.opening, func() { occasion, e.scene.partial = 0, m.Partial })
	e.around.morning = append(e.around.morning, func() {
		for ; float64(occasion+1)*period <= e.out.Day; occasion++ {
			if !e.happens(chance+float64(slope*e.mutual()), rng.Name("exchange"), occasion) {
				continue
			}
			e.scene.exchanges++
			for i := range e.seats {
				for j := range e.seats {
					if i != j && e.c.Parties[i].Role == party.Belligerent && e.c.Parties[j].Role == party.Belligerent {
						e.scene.move(i, j, trust)
					}
				}
			}
			e.happened(float64(occasion+1)*period, "a humanitarian exchange")
		}
	})
}

// mutual is the trust of the signatory that trusts another least; none where the case
// says nothing of trust.
func (e *Engine) mutual() float64 {
	trust, _ := e.lowest()
	return trust
}

// lowest is the trust of the signatory that trusts another least, and whether the
// case says anything of it.
func (e *Engine) lowest() (trust float64, said bool) {
	trust = 1
	for i := range e.seats {
		if t, ok := e.least(i); ok && e.c.Parties[i].Role == party.Belligerent {
			trust, said = min(trust, t), true
		}
	}
	if !said {
		return 0, false
	}
	return trust, true
}
