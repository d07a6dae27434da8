package talks

import (
	"shuttle/agents/agenda"
	"shuttle/agents/party"
)

// camp is those who write a text together before the talks, at their base values.
type camp struct {
	agenda  *agenda.Agenda
	members []*party.Party
	weights []float64 // of each member's worth
}

// camp seats parties apart from the talks.
func (e *Engine) camp(places []int, weights []float64) *camp {
	c := &camp{agenda: e.c.Agenda, weights: weights}
	for _, i := range places {
		t := &e.seats[i].traits
		p := party.New(e.c.Agenda, i, e.c.Parties[i].Role)
		p.Set(t, e.c.Tables)
		p.Observe(0, 0, e.outside(i, 0, e.shared.Momentum.Start, t))
		c.members = append(c.members, p)
	}
	return c
}

// write puts so many wishes into a text, the greatest first, each on a clause of its
// own.
func (c *camp) write(text *agenda.Deal, wishes int) {
	var written agenda.Clauses
	for range wishes {
		w, ok := c.wish(text, &written)
		if !ok {
			return
		}
		text[w.Issue] = w.Level
		written.Add(int(w.Issue))
	}
}

// strides is in how many wishes at least a long ladder is crossed.
const strides = 8

// wish is the step of one clause not yet written that the camp gains most by and that
// crosses nobody's line; ok is false when there is none.
func (c *camp) wish(text *agenda.Deal, written *agenda.Clauses) (best agenda.Change, ok bool) {
	most := 0.0
	for k := range c.agenda.Issues {
		if written.Has(k) {
			continue
		}
		top, at := len(c.agenda.Issues[k].Levels)-1, int(text[k])
		step := max(1, top/strides)
		for _, l := range [2]int{max(0, at-step), min(top, at+step)} {
			change := agenda.Change{Issue: uint8(k), Level: uint8(l)}
			if gain := c.gain(text, change); gain > most && c.lawful(*text, change) {
				best, most, ok = change, gain, true
			}
		}
	}
	return best, ok
}

// gain is what a change of a text is worth to the camp.
func (c *camp) gain(text *agenda.Deal, change agenda.Change) (sum float64) {
	for i, p := range c.members {
		sum += float64(c.weights[i] * p.Gain(text, change, p.Worth(text)))
	}
	return sum
}

// lawful reports whether a change of a text crosses no member's line on that clause.
func (c *camp) lawful(text agenda.Deal, change agenda.Change) bool {
	text[change.Issue] = change.Level
	for _, p := range c.members {
		if line, crossed := p.Crossed(&text); crossed && line == int(change.Issue) {
			return false
		}
	}
	return true
}
