package experiment

import (
	"shuttle/agents/agenda"
	"shuttle/sim/record"
)

// mostDrafts is how many drafts of a run clauses.csv speaks of; later ones are
// reached by too few runs to say much, and are not counted.
const mostDrafts = 60

// clauses counts who objected to which clause of which draft.
type clauses struct {
	issues  int
	parties int
	reached []int    // runs that reached draft i+1
	counts  []uint32 // by draft, clause and place of the party
	voiced  []bool   // by place: it objected at all
}

func newClauses(issues, parties int) *clauses {
	return &clauses{issues: issues, parties: parties, voiced: make([]bool, parties)}
}

// add takes in one run.
func (c *clauses) add(r *course) {
	drafts := min(r.drafts, mostDrafts)
	for len(c.reached) < drafts {
		c.reached = append(c.reached, 0)
		c.counts = append(c.counts, make([]uint32, c.issues*c.parties)...)
	}
	for d := range drafts {
		c.reached[d]++
	}
	for _, o := range r.objections {
		if int(o.Draft) < drafts {
			c.counts[(int(o.Draft)*c.issues+int(o.Clause))*c.parties+int(o.Party)]++
			c.voiced[o.Party] = true
		}
	}
}

// rows are the lines of clauses.csv: every clause of every draft that a run
// reached, for each party that objected to anything at all.
func (c *clauses) rows(point int, mediator string, a *agenda.Agenda, names []string, order []int) []record.ClauseRow {
	var out []record.ClauseRow
	for d, n := range c.reached {
		for k := range c.issues {
			for i, p := range order {
				if !c.voiced[p] {
					continue
				}
				out = append(out, record.ClauseRow{
					Point: point, Mediator: mediator, Draft: d + 1, Clause: a.Issues[k].Name, Party: names[i],
					Objections: int(c.counts[(d*c.issues+k)*c.parties+p]), N: n,
				})
			}
		}
	}
	return out
}
