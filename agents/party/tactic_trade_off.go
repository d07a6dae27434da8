package party

import (
	"math/rand/v2"

	"shuttle/agents/agenda"
	"shuttle/agents/spec"
)

// TradeOff concedes by the clock and makes its offers by similarity: of the deals
// that are worth its demand, the one most like the text it heard last (the trade-off
// mechanism that Faratin, Sierra and Jennings put beside their concession tactics).
// How unlike two deals are is the sum over the clauses of the share of the ladder
// between them, times what the clause is believed to weigh for the others. Of the
// others it guesses these weights only, and not what they would like: what was
// offered is taken to be that.
type TradeOff struct {
	TimeDependent
}

// Fields implements spec.Spec.
func (t *TradeOff) Fields() []spec.Field { return turningFields(&t.TimeDependent) }

// New makes the player of one run.
func (t TradeOff) New(*rand.Rand) Tactic { return newTurning(t.TimeDependent, (*Self).likest) }

// likest is a deal worth the demand, or as near to it as there is one, that is most
// like a text: first the changes that gain most for the way they go, then all the way
// back that the demand does not need.
func (s *Self) likest(text *agenda.Deal, demand float64) agenda.Deal {
	p, d := s.party, *text
	for range maxSteps {
		worth := p.utility.Worth(&d)
		line, crossed := p.Crossed(&d)
		if !crossed && worth >= demand {
			break
		}
		var c agenda.Change
		var ok bool
		if crossed {
			c, ok = s.withdraw(&d, worth, line)
		} else {
			c, ok = s.steepest(text, &d, worth)
		}
		if !ok {
			return d
		}
		d[c.Issue] = c.Level
	}
	for range maxSteps {
		c, ok := s.back(text, &d, demand)
		if !ok {
			break
		}
		d[c.Issue] = c.Level
	}
	return d
}

// steepest is the change of d with the most gain for how much less like the text it
// makes it.
func (s *Self) steepest(text, d *agenda.Deal, worth float64) (best agenda.Change, ok bool) {
	top := 0.0
	for _, c := range s.scratch.changes {
		gain := s.party.utility.Gain(d, c, worth)
		if gain <= minGain {
			continue
		}
		if ratio := gain / max(s.way(text, c)-s.way(text, agenda.Change{Issue: c.Issue, Level: d[c.Issue]}), minGain); ratio > top && s.free(d, c) {
			best, top, ok = c, ratio, true
		}
	}
	return best, ok
}

// back is the change of d that makes it most like the text again and leaves it worth
// the demand.
func (s *Self) back(text, d *agenda.Deal, demand float64) (best agenda.Change, ok bool) {
	worth, most := s.party.utility.Worth(d), minGain
	for _, c := range s.scratch.changes {
		nearer := s.way(text, agenda.Change{Issue: c.Issue, Level: d[c.Issue]}) - s.way(text, c)
		if nearer > most && worth+s.party.utility.Gain(d, c, worth) >= demand && s.free(d, c) {
			best, most, ok = c, nearer, true
		}
	}
	return best, ok
}

// way is how far a change goes from a text: the share of the clause's ladder, times
// the clause's believed weight for the others.
func (s *Self) way(text *agenda.Deal, c agenda.Change) float64 {
	top := len(s.party.agenda.Issues[c.Issue].Levels) - 1
	rungs := int(c.Level) - int(text[c.Issue])
	weight := 0.0
	for _, e := range s.party.guess {
		weight += e.utility.Weight(int(c.Issue))
	}
	return weight * float64(max(rungs, -rungs)) / float64(max(top, 1))
}
