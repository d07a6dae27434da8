package measure

import (
	"shuttle/agents/agenda"
	"shuttle/sim/analysis"
	"shuttle/sim/rng"
	"shuttle/sim/talks"
)

// Verdict is whether something exists.
type Verdict uint8

// The verdicts.
const (
	Unproven Verdict = iota // the search ended at its limit
	No
	Yes
)

// Zone is whether a table has a zone of agreement: a deal that everybody would
// accept.
type Zone struct {
	Exists Verdict
	Found  bool        // there is a Deal
	Deal   agenda.Deal // acceptable; of a Widest search the one with the largest slack, which may be negative
	Slack  float64     // of Deal: the least that a signatory has over its fallback [worth]
	Nodes  int         // branches looked at
}

// Search says how to look for a zone. The zero value is ready to use.
type Search struct {
	Widest bool // go on to the deal with the largest slack among those that cross no line and lack no consent
	Nodes  int  // branches after which the search gives up; 0: 200,000
}

// Finder looks for zones of one table, draw after draw, and allocates next to
// nothing for each. It is for one goroutine.
type Finder struct {
	table *talks.Table
	how   Search
	bound *bound
}

// NewFinder makes a finder.
func NewFinder(t *talks.Table, how Search) *Finder {
	if how.Nodes == 0 {
		how.Nodes = 200_000
	}
	return &Finder{table: t, how: how}
}

// Find looks for a deal that everybody would accept at the numbers the table has
// now, by branch and bound. A space too entangled for that (very many combinations of
// promises, or CES worths over many issues) is climbed instead, which can find a deal
// but never prove that there is none.
func (f *Finder) Find() Zone {
	if f.bound == nil || !f.bound.s.refresh() {
		f.bound = newBound(newSpace(f.table, f.table.Signatories()), f.how)
	}
	b := f.bound
	b.zone, b.nodes, b.spent = Zone{}, 0, false
	if b.s.handy() && b.s.cores() <= mostCores {
		b.search()
	} else {
		b.spent = true
	}
	if b.spent && (!b.zone.Found || b.zone.Slack < 0) {
		b.climb()
	}
	return b.conclude()
}

// conclude says what the search came to.
func (b *bound) conclude() Zone {
	z := b.zone
	switch {
	case z.Found && z.Slack >= 0:
		z.Exists = Yes
	case !b.spent:
		z.Exists = No
	}
	z.Nodes = b.nodes
	return z
}

// climb looks for an acceptable deal from a few drawn ones.
func (b *bound) climb() {
	const starts = 8
	s, stream := b.s, rng.NewStream()
	stream.Reset(rng.Seed(rng.Name("zone")))
	for range starts {
		d := s.climb(s.random(stream), func(d *agenda.Deal, worth []float64) float64 { return -s.offence(d, worth) }, nil, nil)
		if worth := s.worths(&d); s.offence(&d, worth) == 0 {
			b.zone.Found, b.zone.Deal = true, d
			b.zone.Slack = slack(worth[:s.signs], s.floors[:s.signs])
			return
		}
	}
}

// Share is how many of a case's draws have a zone of agreement.
type Share struct {
	Share     float64 // of the draws that were decided; 0 when none was [share]
	Low, High float64 // 95% Wilson interval, with undecided draws counted against and for it [share]
	N         int     // draws
	Unproven  int     // draws left undecided
}

// ZoneShare looks for a zone of agreement in replicates 0, …, draws−1 of a case.
func ZoneShare(c *talks.Case, draws int, master rng.Seed) Share {
	t := talks.NewTable(c)
	finder := NewFinder(t, Search{})
	out := Share{N: draws, High: 1}
	yes := 0
	for r := range draws {
		t.Draw(rng.Derive(master, r))
		switch finder.Find().Exists {
		case Yes:
			yes++
		case Unproven:
			out.Unproven++
		}
	}
	if decided := draws - out.Unproven; decided > 0 {
		out.Share = float64(yes) / float64(decided)
	}
	const level = .95
	if low, err := analysis.Wilson(yes, draws, level); err == nil {
		out.Low = low.Low
	}
	if high, err := analysis.Wilson(yes+out.Unproven, draws, level); err == nil {
		out.High = high.High
	}
	return out
}
