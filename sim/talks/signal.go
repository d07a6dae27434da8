package talks

import (
	"fmt"

	"shuttle/agents/mediator"
	"shuttle/sim/rng"
)

// Signal is what the mediator finds out by its own means of a signatory's fallback
// before talks begin: in which of so many equal parts of its public range it lies.
// The signal is right with a stated chance, and else names one of the other parts,
// each as likely. It is all that a mediator can know of a party beyond what it is
// told; of a fallback that is the same in every run there is nothing to find out.
type Signal struct {
	Of       int       // a signatory
	Cells    int       // parts, ≥ 2
	Accuracy rng.Param // chance that the signal is right [share]
}

// join implements Mechanism.
func (s Signal) join(e *Engine) {
	accuracy := new(float64)
	e.binder.Number(s.Accuracy, accuracy)
	own := &e.seats[s.Of]
	key := e.c.Parties[s.Of].Key.And(rng.Name("signal"))
	e.around.opening = append(e.around.opening, func() {
		at := &own.traits.Fallback.Base
		for i := range own.binder.numbers {
			if n := &own.binder.numbers[i]; n.at == at {
				u := (*at - n.param.Low) / (n.param.High - n.param.Low)
				cell := s.heard(min(int(u*float64(s.Cells)), s.Cells-1), *accuracy, e.seed.Uniform(key))
				learnt := s.of(e.brief.Seats[s.Of].Public.Fallback, cell, *accuracy)
				e.notebook.Learn(s.Of, learnt)
				if e.watch != nil {
					e.happened(0, fmt.Sprintf("the mediator has a signal that what no deal is worth to %s lies between %.3f and %.3f", e.c.Parties[s.Of].Name, learnt.Low, learnt.High))
				}
			}
		}
	})
}

// heard is the part that the signal names, for a uniform draw u.
func (s Signal) heard(truth int, accuracy, u float64) int {
	if u < accuracy {
		return truth
	}
	other := min(int((u-accuracy)/(1-accuracy)*float64(s.Cells-1)), s.Cells-2)
	if other >= truth {
		other++
	}
	return other
}

// of is the signal in terms of what is public.
func (s Signal) of(r mediator.Range, cell int, accuracy float64) mediator.Signal {
	width := (r.High - r.Low) / float64(s.Cells)
	return mediator.Signal{
		Low: r.Low + float64(float64(cell)*width), High: r.Low + float64(float64(cell+1)*width),
		Accuracy: accuracy, Cells: s.Cells,
	}
}
