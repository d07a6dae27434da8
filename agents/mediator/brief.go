package mediator

import "shuttle/agents/agenda"

// Brief is what is public when talks begin.
type Brief struct {
	Agenda  *agenda.Agenda
	Seats   []Seat      // in the case's own order
	Initial agenda.Deal // the text that lies on the table first
	Consent []Consent   // who must agree to which level, beyond the signatories
	Rounds  int         // the horizon, as a number of rounds of the present format
	Means   Means       // of this mediator in this run
}

// Seat is one party as everybody knows it.
type Seat struct {
	Name   string
	Signs  bool    // its signature is needed
	Public *Public // of a signatory; nil when nothing is known
}

// Public is what everybody can know of a side when talks begin: base values and the
// ranges that runs draw from. It is the same in every run.
type Public struct {
	Weights  []Range     // by issue, on the case's own scale
	Worth    float64     // of the initial text, at base values [worth]
	Gains    [][]float64 // by issue and level: what the initial text gains by that level, at base values [worth]
	Fallback Range       // on the first day [worth]

	Likes func() []Like // parties drawn from the same ranges; drawn when first asked for
	known *prior        // what these have in common, once somebody asked
}

// Like is a party that the public ranges could have given: anybody can draw one.
type Like struct {
	Fallback float64     // on the first day [worth]
	Worth    float64     // of the initial text [worth]
	Weights  []float64   // by issue, as they count [share]
	Gains    [][]float64 // by issue and level: what the initial text gains by that level [worth]
}

// Range is where a number may lie.
type Range struct{ Low, Base, High float64 }

// Consent says that a text with one of these levels needs a party's agreement.
type Consent struct {
	Issue  int
	Levels [agenda.MaxLevels / 64]uint64
	Party  int
}

// Needs reports whether a text falls under the rule.
func (c *Consent) Needs(d *agenda.Deal) bool {
	l := d[c.Issue]
	return c.Levels[l>>6]&(1<<(l&63)) != 0
}

// Signatories lists the seats whose signature is needed.
func (b *Brief) Signatories() []int {
	var out []int
	for i, s := range b.Seats {
		if s.Signs {
			out = append(out, i)
		}
	}
	return out
}
