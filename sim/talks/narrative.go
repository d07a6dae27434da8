package talks

import (
	"shuttle/agents/message"
	"shuttle/agents/party"
	"shuttle/sim/rng"
	"shuttle/sim/world"
)

// Narrative is what the sides say in public of how the talks go, against how close
// they are. It keeps a process alive, and what was promised and does not come costs
// the mediator the sides' faith. A side that calls a text a non-starter is held to its
// words for a while (audience costs, Fearon 1994).
type Narrative struct {
	Spin   []rng.Param // by party: share of the way that is left which it says is done [share]
	Commit []rng.Param // by party: what a public no adds to its fallback, the more the more public the format [worth]
	Cost   rng.Param   // faith in the mediator lost in a year of promising all and having nothing [share]
}

func (m Narrative) join(e *Engine) {
	var cost float64
	spin := make([]float64, len(m.Spin))
	for i := range m.Spin {
		e.binder.Number(m.Spin[i], &spin[i])
	}
	e.binder.Number(m.Cost, &cost)
	words := newWords(e, m.Commit)
	e.around.opening = append(e.around.opening, func() { clear(words.given) })
	e.around.morning = append(e.around.morning, func() { words.bind(e) })
	e.around.evening = append(e.around.evening, func() {
		s, said, sides := &e.scene, 0.0, 0
		for i := range e.seats {
			if e.c.Parties[i].Role == party.Belligerent {
				said += s.closeness + float64(spin[i]*(1-s.closeness))
				sides++
			}
		}
		s.narrative = said / float64(sides)
		e.out.Course[e.out.Round-1].Narrative = s.narrative
		gap := max(0, s.narrative-s.closeness)
		for i := range e.seats {
			s.disappoint(i, float64(cost*gap*(1+s.publicity)*e.elapsed/world.Year))
		}
		words.give(e)
	})
}

// words are what sides have said in public against texts.
type words struct {
	commit []float64
	given  []pulse
}

// forgotten is the time by which two thirds of a public no are forgotten [days]. Own
// choice.
const forgotten = 30

func newWords(e *Engine, commit []rng.Param) *words {
	w := &words{commit: make([]float64, len(e.seats)), given: make([]pulse, len(e.seats))}
	for i := range commit {
		e.binder.Number(commit[i], &w.commit[i])
	}
	return w
}

// give is a round's public noes: of who was far from signing, as far as the format is
// public.
func (w *words) give(e *Engine) {
	for i := range w.commit {
		if w.commit[i] > 0 && e.asked[i] && e.verdicts[i] == message.Far {
			w.given[i].add(e.out.Day, float64(w.commit[i]*e.scene.publicity), forgotten)
		}
	}
}

// bind holds every side to its words today.
func (w *words) bind(e *Engine) {
	for i := range w.given {
		e.scene.events[i] += w.given[i].at(e.out.Day, forgotten)
	}
}
