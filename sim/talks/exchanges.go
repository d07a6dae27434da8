package talks

import (
	"math"

	"shuttle/agents/party"
	"shuttle/sim/rng"
)

// Exchanges of prisoners and the like come beside the talks, now and then, and the
// more easily the more the sides trust each other. Each is kept by both, and builds
// trust. They are the first thing that talks can show. It takes all sides, each as
// likely as the others to go along; a side that answers exchange with exchange surely
// does after one that came about.
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
	occasion, kept := 0, false // whether the last one was used
	e.around.opening = append(e.around.opening, func() { occasion, kept, e.scene.partial = 0, false, m.Partial })
	e.around.morning = append(e.around.morning, func() {
		for ; float64(occasion+1)*period <= e.out.Day; occasion++ {
			usual := min(chance+float64(slope*e.mutual()), 1)
			if kept = e.happens(math.Pow(usual, e.doubtful(kept)), rng.Name("exchange"), occasion); !kept {
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

// doubtful is the share of the signatories that may not go along with an exchange, after
// one that came about or did not.
func (e *Engine) doubtful(kept bool) float64 {
	sides := e.notebook.Sides()
	sure := 0
	for i := range sides {
		if kept && e.seats[e.notebook.Signatory(i)].party.Returns() {
			sure++
		}
	}
	return float64(sides-sure) / float64(sides)
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
