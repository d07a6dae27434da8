package party

import (
	"math"
	"math/rand/v2"

	"shuttle/agents/agenda"
	"shuttle/agents/spec"
)

// Logroller concedes by the clock, and on the clauses that matter least to it: it
// offers its own best text with what it heard written into the clauses of least weight
// to it, as many as its demand allows, and so asks in return for those that matter
// most (logrolling offers; Moran and Ritov 2002, Journal of Behavioral Decision Making
// 15). It guesses nothing of the others: that they rank the clauses otherwise is what
// it lives on. How the offer is made is an own choice.
type Logroller struct {
	TimeDependent
}

// Fields implements spec.Spec.
func (t *Logroller) Fields() []spec.Field { return turningFields(&t.TimeDependent) }

// New makes the player of one run.
func (t Logroller) New(*rand.Rand) Tactic { return newTurning(t.TimeDependent, (*Self).logroll) }

// logroll is the party's own best text, with another written into it clause by clause,
// those of least weight to the party first, each as far as the demand allows.
func (s *Self) logroll(text *agenda.Deal, demand float64) agenda.Deal {
	d := *text
	for range maxSteps {
		if !s.better(&d) {
			break
		}
	}
	var seen agenda.Clauses
	for {
		next, least := -1, math.Inf(1)
		for k := range s.party.agenda.Issues {
			if w := s.party.Weight(k); d[k] != text[k] && !seen.Has(k) && w < least {
				next, least = k, w
			}
		}
		if next < 0 {
			return d
		}
		seen.Add(next)
		s.yield(&d, next, text[next], demand)
	}
}

// yield moves a clause as near to a level as leaves the text worth a demand and crosses
// no line.
func (s *Self) yield(d *agenda.Deal, issue int, to uint8, demand float64) {
	worth := s.party.utility.Worth(d)
	for l := to; l != d[issue]; {
		c := agenda.Change{Issue: uint8(issue), Level: l}
		if worth+s.party.utility.Gain(d, c, worth) >= demand && s.free(d, c) {
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
