package measure

import (
	"shuttle/agents/agenda"
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

// String is the verdict as results spell it.
func (v Verdict) String() string { return [...]string{"unproven", "no", "yes"}[v] }

// Zone is whether a table has a zone of agreement: a deal that everybody would
// accept.
type Zone struct {
	Exists Verdict
	Deal   agenda.Deal // acceptable, when Exists is Yes
	Slack  float64     // of Deal: the least that a signatory has over its fallback [worth]
}

// FindZone looks for a deal that everybody would accept at the table's present
// numbers, by branch and bound.
func FindZone(t *talks.Table) Zone { return Zone{} }

// Share is how many of a case's draws have a zone of agreement.
type Share struct {
	Share     float64 // of the draws that were decided [share]
	Low, High float64 // its 95% Wilson interval, with undecided draws counted against and for it [share]
	N         int     // draws
	Unproven  int     // draws left undecided
}

// ZoneShare looks for a zone of agreement in replicates 0, …, draws−1 of a case.
func ZoneShare(c *talks.Case, draws int, master rng.Seed) Share { return Share{} }
