package talks

import (
	"shuttle/agents/message"
	"shuttle/sim/rng"
)

// mishear lets what a side says reach an overloaded mediator otherwise than it was said:
// a wish one rung off, a verdict and a choice as another. In the books stands what was
// said, and only signatures conclude, so that a yes that was none comes to nothing. The
// draws belong to the seed, the speaker and the message.
func (e *Engine) mishear(from int, m *message.Message, r *message.Reply) {
	e.noise.Reset(e.seed.For(e.c.Parties[from].Key.And(rng.Name("heard")).With(e.out.Messages)))
	noise := e.scene.noise
	if m.Kind == message.Choose {
		strong, choice := r.Strong, r.Choice
		if e.noise.Float64() < noise {
			r.Strong = !r.Strong && r.Choice >= 0
		}
		if e.noise.Float64() < noise {
			r.Choice = another(e.noise.IntN(int(m.N)+1), m)
		}
		if r.Strong != strong || r.Choice != choice {
			e.out.Garbled++
		}
		return
	}
	if e.noise.Float64() < noise && !m.Empty {
		r.Verdict = (r.Verdict + 1 + message.Verdict(e.noise.IntN(int(message.Sign)))) % (message.Sign + 1)
		e.out.Garbled++
	}
	for i := range r.Wishes[:r.N] {
		c := &r.Wishes[i]
		said := c.Level
		if c.Level = e.blur(int(c.Issue), said, noise); c.Level != said {
			e.out.Garbled++
		}
	}
}

// another is the choice that is heard for a draw: an option, or none where none is an
// answer.
func another(draw int, m *message.Message) int8 {
	if draw < int(m.N) {
		return int8(draw)
	}
	if m.Free {
		return -1
	}
	return 0
}

// blur is the level that arrives for one that was said.
func (e *Engine) blur(issue int, said uint8, noise float64) uint8 {
	return shifted(e.noise.Float64(), noise, said, uint8(len(e.c.Agenda.Issues[issue].Levels)-1))
}

// shifted moves a step up or down, each with half the chance, and not past the ends.
func shifted(u, noise float64, said, top uint8) uint8 {
	switch {
	case u < noise/2 && said < top:
		return said + 1
	case u >= noise/2 && u < noise && said > 0:
		return said - 1
	}
	return said
}
