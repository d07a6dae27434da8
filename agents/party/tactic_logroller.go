package party

import (
	"math"
	"math/rand/v2"

	"shuttle/agents/agenda"
	"shuttle/agents/message"
	"shuttle/agents/spec"
)

// Logroller concedes by the clock, and on the clauses that matter least to it: it
// offers its own best text with what it heard written into the clauses that cost it
// least, as many as its demand allows, and so asks in return for those that matter
// most (logrolling offers; Moran and Ritov 2002, Journal of Behavioral Decision Making
// 15). It guesses nothing of the others: that they rank the clauses otherwise is what
// it lives on. How the offer is made is an own choice.
type Logroller struct {
	TimeDependent
}

// Fields implements spec.Spec: those of the clock.
func (t *Logroller) Fields() []spec.Field {
	all := t.TimeDependent.Fields()
	return all[:len(all)-1] // how offers are made is what this tactic is
}

// New makes the player of one run.
func (t Logroller) New(*rand.Rand) Tactic {
	return &logroller{timeDependent{TimeDependent: t.TimeDependent, round: -1}}
}

type logroller struct{ timeDependent }

// Answer implements Tactic.
func (t *logroller) Answer(s *Self, m *message.Message, r *message.Reply) {
	s.bargainBy(m, r, t.ask(s, s.days), (*Self).logroll)
}

// logroll is the party's own best text, with the clauses of another written into it
// that cost the party least, each as far as the demand allows.
func (s *Self) logroll(text *agenda.Deal, demand float64) agenda.Deal {
	d := *text
	for range maxSteps {
		if !s.better(&d) {
			break
		}
	}
	var seen agenda.Clauses
	for {
		worth := s.party.utility.Worth(&d)
		next, least := -1, math.Inf(1)
		for k := range s.party.agenda.Issues {
			if d[k] == text[k] || seen.Has(k) {
				continue
			}
			if cost := -s.party.utility.Gain(&d, agenda.Change{Issue: uint8(k), Level: text[k]}, worth); cost < least {
				next, least = k, cost
			}
		}
		if next < 0 {
			return d
		}
		seen.Add(next)
		s.yield(&d, next, text[next], worth-demand)
	}
}

// yield moves a clause as near to a level as may cost so much and crosses no line.
func (s *Self) yield(d *agenda.Deal, issue int, to uint8, spare float64) {
	worth := s.party.utility.Worth(d)
	for l := to; l != d[issue]; {
		c := agenda.Change{Issue: uint8(issue), Level: l}
		if -s.party.utility.Gain(d, c, worth) <= spare && s.free(d, c) {
			d[issue] = l
			return
		}
		if l < d[issue] {
			l++
		} else {
			l--
		}
	}
}
