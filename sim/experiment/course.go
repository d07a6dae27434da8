package experiment

import (
	"math"
	"slices"

	"shuttle/agents/agenda"
	"shuttle/sim/talks"
)

// course is what is kept of a run beside its row, until it is counted. It is
// overwritten by the next run in its place.
type course struct {
	fault      bool
	days       []float64 // by round
	values     []float64 // by round and series; NaN where a round has no such value
	signed     int       // round of the signature; 0 when there was none
	drafts     int
	objections []agenda.Objection
	// path are by round the texts that were put on the table in it, in order; where none
	// was, the one that lay there. Of the one run that is kept in full.
	path [][]step
}

// step is a text that lies on the table.
type step struct {
	draft  int           // its number, from 1
	author agenda.Author // who wrote it: a party by its place in display order, or no party
	base   []float64     // its worth to each party at base values [worth]
}

// copyFrom keeps what an engine will overwrite. Order is the parties' places in the
// case, in display order.
func (c *course) copyFrom(o *talks.Outcome, order []int) {
	c.fault = o.Fault != ""
	c.days, c.values, c.path = c.days[:0], c.values[:0], nil
	c.signed, c.drafts = 0, len(o.History.Drafts)
	if o.Signed {
		c.signed = o.Round
	}
	c.objections = append(c.objections[:0], o.History.Objections...)
	for i := range o.Course {
		m := &o.Course[i]
		gap := math.NaN()
		if m.Text {
			gap = m.Gap
		}
		c.days = append(c.days, m.Day)
		c.values = append(c.values, gap, m.Momentum, float64(m.Load), m.Closeness, m.Narrative, m.Trust, m.Misbelief, float64(m.Exchanges))
		for _, p := range order {
			worth := math.NaN()
			if m.Text {
				worth = m.Worth[p]
			}
			c.values = append(c.values, worth, m.Floor[p], m.Pressure[p], m.Trusts[p])
		}
	}
}

// series names the values of a round, in their order.
func series(parties []string) []string {
	names := []string{"gap", "momentum", "load", "closeness", "narrative", "trust", "belief_error", "exchanges"}
	for _, p := range parties {
		names = append(names, "worth."+p, "floor."+p, "pressure."+p, "trust."+p)
	}
	return names
}

// follow keeps the drafts of a run. Base seats the parties at base values.
func (c *course) follow(o *talks.Outcome, base *talks.Table, order []int) {
	drafts := o.History.Drafts
	var last []step // the text that lies there
	for round := 1; round <= len(o.Course); round++ {
		var put []step
		for len(drafts) > 0 && drafts[0].Round <= round {
			d := &drafts[0]
			s := step{draft: d.Number, author: d.Author}
			if d.Author >= 0 {
				s.author = agenda.Author(slices.Index(order, int(d.Author)))
			}
			for _, p := range order {
				s.base = append(s.base, base.Parties[p].Worth(&d.Deal))
			}
			put, drafts = append(put, s), drafts[1:]
		}
		if n := len(put); n > 0 {
			last = put[n-1:]
		} else {
			put = last
		}
		c.path = append(c.path, put)
	}
}
